"""Training on features: it learns, it is the same each time, and a kill changes nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.numpy import load_file
from tests.core.align import training_data
from tests.core.align.training_data import EACH_STEP, TINY, TINY_GPS, made, settings

from theodolite.align import checkpoint, held, load, train
from theodolite.align.config import reduced
from theodolite.align.features import Features
from theodolite.align.train import LOG
from theodolite.errors import InputError
from theodolite.jobs import run_to_end

WEIGHTS = "model.safetensors"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> train.TrainResult:
    """A training without an interruption."""
    return run_to_end(train.fit(made(), settings(), tmp_path_factory.mktemp("whole") / "out"))


def test_it_learns_and_leaves_a_model_that_loads(tmp_path: Path) -> None:
    config = settings(epochs=8, held_out=0.3)
    result = run_to_end(train.fit(made(200), config, tmp_path))
    assert result.used + result.held == 200 and result.held > 30
    assert result.steps == 8 * (result.used // 16)
    first, last = result.epochs[0], result.epochs[-1]
    assert [line.epoch for line in result.epochs] == list(range(9))
    assert first.gps is None and last.gps < 0.8 * result.epochs[1].gps
    assert last.text < result.epochs[1].text
    assert last.within[1] > 0.9 > 0.6 > first.within[1]
    assert [line.rate for line in result.epochs[1:4]] == pytest.approx([1e-2, 0.87e-2, 0.87**2 * 1e-2])
    assert last.scale_gps != 3.99
    model = load.load(tmp_path)
    assert model.config.encoder_sha256 == "ab" * 32
    assert model.config.log_scale_gps == pytest.approx(last.scale_gps)
    assert not (tmp_path / checkpoint.FOLDER).exists()
    assert sorted(p.name for p in tmp_path.iterdir() if p.name[0] != ".") == ["align.json", WEIGHTS, LOG]


def test_the_optimiser_is_g3s() -> None:
    config = train.TrainConfig()
    assert (config.rate, config.weight_decay, config.decay) == (3e-5, 1e-6, 0.87)
    assert (config.epochs, config.batch) == (10, 256)


def test_killed_at_any_point_it_ends_with_the_same_bits(whole: train.TrainResult, tmp_path: Path) -> None:
    """Killed between steps, before and after each file of a checkpoint is flushed, again and again."""
    points = ["step:1", "fsync:1", "fsync:2", "step:5", "fsync:3", "fsync:4", "step:3"]
    command = [sys.executable, "-m", training_data.__name__, str(tmp_path / "out"), *points]
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    sha256, resumed_at, epochs = done.stdout.split()
    assert int(resumed_at) > 4
    assert int(epochs) == 4
    assert sha256 == whole.sha256
    assert (tmp_path / "out" / WEIGHTS).read_bytes() == (whole.folder / WEIGHTS).read_bytes()
    assert (tmp_path / "out" / LOG).read_bytes() == (whole.folder / LOG).read_bytes()


def test_stopped_and_taken_up_again(whole: train.TrainResult, tmp_path: Path) -> None:
    for stop in (3, 5, 7):
        job = train.fit(made(), EACH_STEP, tmp_path)
        for _ in range(stop):
            next(job)
        job.close()
    result = run_to_end(train.fit(made(), settings(), tmp_path))
    assert result.resumed_at > 3
    assert result.sha256 == whole.sha256
    assert replace(result, folder=whole.folder, resumed_at=0) == whole


def test_a_damaged_checkpoint_is_passed_over(whole: train.TrainResult, tmp_path: Path) -> None:
    job = train.fit(made(), EACH_STEP, tmp_path)
    for _ in range(9):
        next(job)
    job.close()
    newest = checkpoint.newest(tmp_path)
    place = tmp_path / checkpoint.FOLDER / f"{newest.step:012d}" / "tensors.safetensors"
    data = bytearray(place.read_bytes())
    data[len(data) // 2] ^= 1
    place.write_bytes(data)
    assert checkpoint.newest(tmp_path).step == newest.step - 1
    result = run_to_end(train.fit(made(), settings(), tmp_path))
    assert (result.sha256, result.resumed_at) == (whole.sha256, newest.step - 1)


def test_a_checkpoint_holds_no_pickle(tmp_path: Path) -> None:
    job = train.fit(made(), EACH_STEP, tmp_path)
    for _ in range(5):
        next(job)
    job.close()
    files = [path for path in (tmp_path / checkpoint.FOLDER).rglob("*") if path.is_file()]
    assert {path.name for path in files} == {"tensors.safetensors", "state.json"}
    for path in files:
        tensors = load_file(path) if path.suffix == ".safetensors" else json.loads(path.read_text())
        assert tensors
    names = {name.split("/")[0] for name in load_file(files[0].with_name("tensors.safetensors"))}
    assert names == {"model", "exp_avg", "exp_avg_sq", "step"}


def test_a_complete_training_is_answered_from_its_log(whole: train.TrainResult) -> None:
    before = (whole.folder / WEIGHTS).stat().st_mtime_ns
    assert list(train.fit(made(), settings(), whole.folder)) == []
    assert run_to_end(train.fit(made(), settings(), whole.folder)) == whole
    assert (whole.folder / WEIGHTS).stat().st_mtime_ns == before


@pytest.mark.parametrize(
    ("features", "change", "named"),
    [
        (made(), {"rate": 2e-2}, "rate"),
        (made(), {"seed": 1, "batch": 8}, "batch, seed"),
        (made(seed=5), {}, "other photographs"),
    ],
)
def test_another_training_in_the_folder_is_not_mixed_in(
    whole: train.TrainResult, tmp_path: Path, features: Features, change: dict[str, object], named: str
) -> None:
    with pytest.raises(InputError, match=named):
        run_to_end(train.fit(features, settings(**change), whole.folder))
    job = train.fit(made(), EACH_STEP, tmp_path)
    for _ in range(5):
        next(job)
    job.close()
    with pytest.raises(InputError, match=named):
        run_to_end(train.fit(features, settings(**change), tmp_path))


def test_two_trainings_do_not_share_a_folder(tmp_path: Path) -> None:
    job = train.fit(made(), EACH_STEP, tmp_path)
    next(job)
    with pytest.raises(InputError, match="Another training"):
        run_to_end(train.fit(made(), settings(), tmp_path))
    job.close()


def test_text_changes_nothing_between_image_and_place(whole: train.TrainResult, tmp_path: Path) -> None:
    """Towers are frozen and text never meets a place, so these weights are the same bit for bit."""
    bare = run_to_end(train.fit(made(text=False), settings(align=TINY_GPS), tmp_path))
    with_text, without = load_file(whole.folder / WEIGHTS), load_file(tmp_path / WEIGHTS)
    shared = [name for name in without if "logit_scale" not in name or name == "logit_scale2"]
    assert len(shared) > 20
    for name in shared:
        assert np.array_equal(with_text[name], without[name]), name
    assert [line.gps for line in bare.epochs] == [line.gps for line in whole.epochs]
    assert set(with_text) - set(without) == {n for n in with_text if "else_1" in n or n.startswith("text_")}


def test_parts_of_a_batch_end_where_the_batch_does(whole: train.TrainResult, tmp_path: Path) -> None:
    run_to_end(train.fit(made(), settings(micro=5), tmp_path))
    a, b = load_file(whole.folder / WEIGHTS), load_file(tmp_path / WEIGHTS)
    assert max(float(np.abs(a[name] - b[name]).max()) for name in a) < 1e-4  # 12 steps of AdamW apart


def test_what_is_not_trained_stays(whole: train.TrainResult) -> None:
    state = load_file(whole.folder / WEIGHTS)
    drawn = train_start(settings())
    for name in state:
        moved = not np.array_equal(state[name], drawn[name])
        assert moved is not (name.endswith("capsule.0.b") or name == "logit_scale3"), name


def train_start(config: train.TrainConfig) -> dict[str, np.ndarray]:
    from theodolite.align.run import fresh

    return {name: tensor.numpy() for name, tensor in fresh(config).state_dict().items()}


def test_the_start_is_drawn_by_seed_and_name_and_leaves_the_callers_draws_alone() -> None:
    torch.manual_seed(7)
    expected = torch.rand(3)
    torch.manual_seed(7)
    one, same, other = (train_start(settings(seed=seed)) for seed in (1, 1, 2))
    assert torch.equal(torch.rand(3), expected)
    assert all(np.array_equal(one[name], same[name]) for name in one)
    assert not np.array_equal(one["text_projection_else.0.weight"], other["text_projection_else.0.weight"])
    limit = 1 / np.sqrt(12)
    weight = one["text_projection_else.0.weight"]
    assert limit * 0.8 < np.abs(weight).max() <= limit


def test_the_location_encoder_may_be_another_models(whole: train.TrainResult, tmp_path: Path) -> None:
    state = load_file(whole.folder / WEIGHTS)
    begun = train_start(settings(start=str(whole.folder), seed=9))
    for name in begun.keys() - {"logit_scale3"}:
        assert np.array_equal(begun[name], state[name]) is name.startswith("location_encoder."), name
    wider = settings(align=reduced(16, 12, 8, 4, 32), start=str(whole.folder))
    with pytest.raises(InputError, match="other shapes"):
        run_to_end(train.fit(made(), wider, tmp_path))


def test_g3_begins_with_geoclips_location_encoder(starter) -> None:
    """As the reference does, although GeoCLIP projects with Equal Earth and G3 with Mercator."""
    pack = starter("gallery")
    from theodolite.align.training import configuration

    begun = train_start(settings(align=configuration(512, None), start=str(pack.path)))
    published = load_file(pack.file("location_encoder.safetensors"))
    assert len(published) == 27
    for name, array in published.items():
        assert np.array_equal(begun[f"location_encoder.{name}"], array), name


def test_a_loss_that_is_no_number_stops_the_training(tmp_path: Path) -> None:
    features = made()
    features.image[3, 2] = np.nan
    with pytest.raises(InputError, match="no number"):
        run_to_end(train.fit(features, settings(), tmp_path))
    assert not (tmp_path / WEIGHTS).exists()


@pytest.mark.parametrize(
    ("features", "align", "named"),
    [
        (made(), reduced(20, 12, 8, 4, 16), "image vectors of 20 numbers, these have 16"),
        (made(text=False), TINY, "text vectors of 12 numbers, there are none"),
        (made(), reduced(16, 13, 8, 4, 16), "text vectors of 13"),
        (made(), replace(TINY, encoder_sha256="cd" * 32), "another image encoder"),
        (made(1), TINY, "too few"),
    ],
)
def test_features_that_do_not_fit_are_named(tmp_path: Path, features, align, named: str) -> None:
    with pytest.raises(InputError, match=named):
        run_to_end(train.fit(features, settings(align=align), tmp_path))


@pytest.mark.parametrize(
    "wrong", [{"epochs": 0}, {"batch": 1}, {"rate": 0.0}, {"decay": 2.0}, {"held_out": 0.9}]
)
def test_settings_that_make_no_sense_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(InputError):
        settings(**wrong)


def test_a_gpu_that_is_not_there_is_named(tmp_path: Path) -> None:
    if torch.cuda.is_available():
        pytest.skip("there is a GPU")
    with pytest.raises(InputError, match="no GPU"):
        run_to_end(train.fit(made(), settings(device="cuda"), tmp_path))


def test_bfloat16_trains(tmp_path: Path) -> None:
    result = run_to_end(train.fit(made(), settings(precision="bf16"), tmp_path))
    assert result.epochs[-1].gps < result.epochs[1].gps


# --- held-out photographs ------------------------------------------------------------------------------


def test_photographs_of_one_spot_are_held_out_together() -> None:
    rng = np.random.default_rng(3)
    spots = rng.integers(-3000, 3000, (300, 2)) / 100 + 0.005
    places = np.repeat(spots, 4, axis=0) + rng.uniform(-0.004, 0.004, (1200, 2))
    features = Features(np.zeros((1200, 2), np.float32), places[:, 0].copy(), places[:, 1].copy())
    used, kept = held.split(features, 0.2, 0)
    assert sorted([*used, *kept]) == list(range(1200))
    assert not {row // 4 for row in used.tolist()} & {row // 4 for row in kept.tolist()}
    assert 0.12 < len(kept) / 1200 < 0.28
    assert len(held.split(features, 0.0, 0)[1]) == 0
    fewer = Features(features.image[:600], features.lat[:600], features.lon[:600])
    assert np.array_equal(held.split(fewer, 0.2, 0)[1], kept[kept < 600])
    assert not np.array_equal(held.split(features, 0.2, 1)[1], kept)


def test_each_epoch_has_an_order_of_its_own_and_keeps_it() -> None:
    rows = np.arange(5, 50)
    one, again, other = held.order(rows, 0, 3), held.order(rows, 0, 3), held.order(rows, 0, 4)
    assert np.array_equal(one, again)
    assert not np.array_equal(one, other)
    assert sorted(one) == sorted(other) == rows.tolist()


def test_the_measure_is_the_distance_to_the_nearest_training_place(tmp_path: Path) -> None:
    """Against the same written with numpy, from the model that a training left."""
    from theodolite.geo.geodesy import distance_km

    features = made(120)
    result = run_to_end(train.fit(features, settings(held_out=0.3), tmp_path))
    model = load.load(tmp_path)
    used, kept = held.split(features, 0.3, 0)
    with torch.no_grad():
        places = torch.from_numpy(np.stack([features.lat, features.lon], 1)[used])
        gallery = model.location(places).double().numpy()
        seen = model.image_gps(torch.from_numpy(features.image[kept])).double().numpy()
    gallery /= np.linalg.norm(gallery, axis=1, keepdims=True)
    best = used[(seen @ gallery.T).argmax(1)]
    km = distance_km(features.lat[kept], features.lon[kept], features.lat[best], features.lon[best])
    assert result.epochs[-1].within == pytest.approx([(km < limit).mean() for limit in (25, 200, 750)])


# --- features ------------------------------------------------------------------------------------------


def test_features_by_row_are_the_features(whole: train.TrainResult, tmp_path: Path) -> None:
    """A vector that several photographs share is kept once; a training sees no difference."""
    plain = made()
    rng = np.random.default_rng(0)
    order = rng.permutation(len(plain))
    back = np.argsort(order).astype(np.int64)
    kept = replace(plain, image=plain.image[order], image_row=back, text=plain.text[order], text_row=back)
    result = run_to_end(train.fit(kept, settings(), tmp_path))
    assert result.sha256 == whole.sha256


def test_features_that_contradict_themselves_are_refused() -> None:
    good = made()
    for wrong in (
        {"lat": good.lat[:-1]},
        {"lat": np.full(70, np.nan)},
        {"image": good.image[:-1]},
        {"image": good.image.astype(np.float64)},
        {"image_row": np.full(70, 70)},
        {"text_row": np.zeros(3, np.int64)},
    ):
        with pytest.raises(InputError):
            replace(good, **wrong)


def test_the_fingerprint_covers_everything_that_is_read() -> None:
    good = made()
    seen = {good.fingerprint, replace(good, encoder_sha256="").fingerprint}
    for change in ("image", "text", "lat", "lon"):
        array = getattr(good, change).copy()
        array.flat[-1] += 1e-3
        seen.add(replace(good, **{change: array}).fingerprint)
    assert len(seen) == 6
    assert made().fingerprint == good.fingerprint
    assert replace(good, identity="x").fingerprint == "x"
