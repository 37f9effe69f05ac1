"""The encoded gallery: made once, kept under the hashes of what it was made of, made again when damaged."""

from __future__ import annotations

import json
import math
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.align.test_load import state_of

from theodolite.align import gallery, load
from theodolite.align.config import reduced
from theodolite.align.places import PlaceEncoder
from theodolite.errors import InputError, PackError
from theodolite.jobs import run_to_end

CONFIG = reduced(image_dim=16, text_dim=None, gps_dim=24, frequencies=8, hidden=32)


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("THEODOLITE_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(gallery, "_BATCH", 64)
    load.save(state_of(CONFIG), CONFIG, tmp_path / "model")
    return tmp_path / "model"


@pytest.fixture
def coordinates(tmp_path: Path, seed: int) -> Path:
    made = np.random.default_rng(seed)
    table = np.stack((made.uniform(-90, 90, 150), made.uniform(-180, 180, 150)), 1)
    np.save(tmp_path / "coordinates.npy", table)
    return tmp_path / "coordinates.npy"


@pytest.fixture
def encodings(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Where a gallery was encoded, one entry each time."""
    seen: list[Path] = []
    original = gallery._encode

    def counted(folder: Path, model: str, places: Any, target: Path) -> Any:
        seen.append(target)
        return original(folder, model, places, target)

    monkeypatch.setattr(gallery, "_encode", counted)
    return seen


def test_encoded_once_and_right(
    model: Path, coordinates: Path, encodings: list[Path], tmp_path: Path
) -> None:
    found = gallery.gallery_vectors(model, coordinates)
    table = np.load(coordinates)
    assert isinstance(found, np.memmap)
    assert (found.dtype, found.shape) == (np.float32, (150, 24))
    assert np.abs(found - PlaceEncoder(model).encode(table[:, 0], table[:, 1])).max() < 1e-4
    assert np.array_equal(gallery.gallery_vectors(model, coordinates), found)
    assert len(encodings) == 1
    assert encodings[0].parent == tmp_path / "home" / "gallery"
    assert [path.name for path in encodings[0].parent.iterdir()] == [encodings[0].name]


def test_another_model_or_other_places_are_another_gallery(
    model: Path, coordinates: Path, encodings: list[Path], tmp_path: Path
) -> None:
    gallery.gallery_vectors(model, coordinates)
    load.save(state_of(CONFIG, seed=4), CONFIG, tmp_path / "other")
    np.save(tmp_path / "fewer.npy", np.load(coordinates)[:100])
    first = gallery.gallery_vectors(model, coordinates)
    second = gallery.gallery_vectors(tmp_path / "other", coordinates)
    third = gallery.gallery_vectors(model, tmp_path / "fewer.npy")
    assert len(set(encodings)) == len(encodings) == 3
    assert not np.allclose(first, second)
    assert np.array_equal(third, first[:100])


@pytest.mark.parametrize("harm", ["flip", "truncate", "record", "gone", "foreign"])
def test_a_damaged_cache_is_made_again(
    harm: str, model: Path, coordinates: Path, encodings: list[Path], tmp_path: Path
) -> None:
    wanted = np.array(gallery.gallery_vectors(model, coordinates))
    folder = encodings[0]
    vectors, record = folder / "vectors.npy", folder / "gallery.json"
    if harm == "flip":
        data = bytearray(vectors.read_bytes())
        data[-5] ^= 1
        beside = folder / "beside"
        beside.write_bytes(data)
        beside.replace(vectors)
    elif harm == "truncate":
        data = vectors.read_bytes()
        vectors.unlink()
        vectors.write_bytes(data[:-8])
    elif harm == "record":
        record.write_text("{")
    elif harm == "gone":
        vectors.unlink()
    else:
        record.write_text(json.dumps(json.loads(record.read_text()) | {"model": "0" * 64}))
    gallery._whole.cache_clear()
    assert np.array_equal(gallery.gallery_vectors(model, coordinates), wanted)
    assert len(encodings) == 2


def test_a_cancelled_encoding_leaves_nothing(model: Path, coordinates: Path, tmp_path: Path) -> None:
    job = gallery.gallery_job(model, coordinates)
    assert [next(job).done, next(job).done] == [0, 64]
    job.close()
    assert list((tmp_path / "home" / "gallery").iterdir()) == []


@pytest.mark.parametrize(
    ("table", "why"),
    [
        (np.array([[1.0, math.nan]]), "Place 1"),
        (np.array([[91.0, 0.0]]), "a latitude lies within ±90"),
        (np.zeros((3, 3)), "no table of latitudes and longitudes"),
        (np.zeros((0, 2)), "no table of latitudes and longitudes"),
    ],
)
def test_coordinates_that_are_none_are_refused(table: Any, why: str, model: Path, tmp_path: Path) -> None:
    np.save(tmp_path / "wrong.npy", table)
    with pytest.raises(InputError, match=why):
        gallery.gallery_vectors(model, tmp_path / "wrong.npy")
    with pytest.raises(InputError, match="cannot be read"):
        gallery.gallery_vectors(model, tmp_path / "none.npy")
    with pytest.raises(PackError, match="no aligned model"):
        gallery.gallery_vectors(tmp_path, tmp_path / "wrong.npy")


@given(st.integers(0, 2**32 - 1), st.integers(1, 40), st.floats(0.0, 5.0))
def test_ranking_is_the_softmax_of_the_whole_gallery(seed: int, top: int, log_scale: float) -> None:
    made = np.random.default_rng(seed)
    vectors = made.normal(size=(40, 6)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    vectors[7] = vectors[21]
    image = made.normal(size=6) * 30.0
    found = gallery.rank(vectors, image, log_scale, top)
    cosines = (vectors @ (image / np.linalg.norm(image)).astype(np.float32)).astype(np.float64)
    weights = np.exp(math.exp(log_scale) * (cosines - cosines.max()))
    order = np.lexsort((np.arange(40), -cosines))[:top]
    assert found.rows.tolist() == order.tolist()
    assert np.abs(found.probabilities - (weights / weights.sum())[order]).max() < 1e-5


def test_equal_cosines_keep_the_gallery_s_order() -> None:
    vectors = np.zeros((9, 3), np.float32)
    vectors[:, 0] = 1.0
    for top in range(1, 10):
        assert gallery.rank(vectors, np.array([2.0, 0.0, 0.0]), 1.0, top).rows.tolist() == list(range(top))


@pytest.mark.parametrize("image", [[0.0, 0.0], [math.nan, 1.0], [math.inf, 1.0]])
def test_a_vector_without_direction_is_refused(image: list[float]) -> None:
    vectors = np.eye(2, dtype=np.float32)
    with pytest.raises(InputError, match="no direction"):
        gallery.rank(vectors, np.array(image), 1.0, 1)
    with pytest.raises(InputError, match="Between 1 and 2 places"):
        gallery.rank(vectors, np.ones(2), 1.0, 3)


@pytest.mark.packs
def test_a_look_a_verification_and_a_vector_agree(
    starter: Callable[[str], Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tasks of the worker on one photograph, with a model for the starter encoder's 512 numbers."""
    from PIL import Image

    from theodolite.align import tasks, vectors
    from theodolite.align.config import G3
    from theodolite.vision import encoder

    tower = starter("vision-starter")
    monkeypatch.setenv("THEODOLITE_HOME", str(tmp_path / "home"))
    config = reduced(image_dim=512, text_dim=64, gps_dim=32, frequencies=8, hidden=32)
    load.save(state_of(config), config, tmp_path / "model")
    made = np.random.default_rng(5).integers(0, 256, (8, 8, 3), dtype=np.uint8)
    path = tmp_path / "photograph.png"
    Image.fromarray(made).resize((240, 230)).save(path)
    given_ = (str(path), str(tower.path), str(tmp_path / "model"))

    look = run_to_end(tasks.look("exhibit-1", *given_))
    assert (look.exhibit, look.model, look.encoder_sha256) == ("exhibit-1", "g3-reduced", tower.sha256)
    assert look.scale == pytest.approx(math.exp(load.read_config(tmp_path / "model").log_scale_gps))
    assert math.fsum(value * value for value in look.vector) == pytest.approx(1.0, abs=1e-6)

    points = [(48.9, 2.3), (-90.0, 0.0), (10.0, 200.0)]
    cosines = run_to_end(tasks.verify_points(*given_, points))
    places = PlaceEncoder(tmp_path / "model").encode(*zip(*points, strict=True))
    assert np.abs(cosines - places @ np.array(look.vector)).max() < 1e-4
    assert run_to_end(tasks.verify_points(*given_, [])).shape == (0,)
    with pytest.raises(InputError, match="Place 2 has the coordinates"):
        run_to_end(tasks.verify_points(*given_, [(0.0, 0.0), (math.nan, 0.0)]))

    plain = run_to_end(tasks.vectors(str(path), str(tower.path), None, "plain"))
    three = run_to_end(tasks.vectors(*given_, "g3"))
    assert (plain.shape, three.shape) == ((512,), (512 + 2 * 32,))
    assert np.allclose(three[:512], plain, atol=1e-6)
    assert np.allclose(three[-32:], look.vector, atol=1e-6)
    assert vectors.width(768, G3, "g3") == 2304
    assert [float(np.linalg.norm(part)) for part in np.split(three, [512, 544])] == pytest.approx([1.0] * 3)
    assert np.allclose(plain, encoder.load(tower.path).encode([np.asarray(Image.open(path))])[0], atol=1e-6)

    np.save(tmp_path / "coordinates.npy", np.array([*points[:1], (5.0, 5.0)]))
    guesses = run_to_end(tasks.gallery_scores(*given_, str(tmp_path / "coordinates.npy"), 10))
    assert sum(guess.score for guess in guesses) == pytest.approx(1.0, abs=1e-6)
    assert {guess.origin for guess in guesses} == {"gallery 0", "gallery 1"}


def test_the_wrong_encoder_is_refused(tmp_path: Path) -> None:
    from dataclasses import replace

    from theodolite.align import vectors

    class Tower:
        pack, version, sha256, dim = "tiny", "1", "a" * 64, 16

    vectors.require_encoder(Tower(), CONFIG)  # type: ignore[arg-type]
    with pytest.raises(PackError, match="was trained on the vectors of another image encoder"):
        vectors.require_encoder(Tower(), replace(CONFIG, encoder_sha256="b" * 64))  # type: ignore[arg-type]
    with pytest.raises(PackError, match="takes image vectors of 512 numbers, and this encoder gives 16"):
        vectors.require_encoder(Tower(), reduced(image_dim=512))  # type: ignore[arg-type]
    with pytest.raises(PackError, match="need an aligned model"):
        vectors.embed(np.ones((1, 16)), None, "g3")
    with pytest.raises(InputError, match="zero or not finite"):
        vectors.embed(np.zeros((1, 16)), None, "plain")


def test_a_gallery_is_ready_only_once_it_is_encoded(model: Path, coordinates: Path) -> None:
    assert gallery.ready(model, coordinates) is None
    run_to_end(gallery.prepare_job(str(model), str(coordinates)))
    found = gallery.ready(model, coordinates)
    assert found is not None
    assert np.array_equal(found, gallery.gallery_vectors(model, coordinates))


def test_what_killed_encodings_left_is_swept(model: Path, coordinates: Path, tmp_path: Path) -> None:
    old, young = (tmp_path / "home" / "gallery" / name for name in (".new-old", ".new-young"))
    for folder in (old, young):
        folder.mkdir(parents=True)
        (folder / "vectors.npy").write_bytes(bytes(1000))
    os.utime(old, (0, 0))
    gallery.gallery_vectors(model, coordinates)
    assert not old.exists() and young.exists()


@pytest.mark.parametrize("log_scale", [700.0, 800.0, -1e4, float("nan"), float("inf")])
def test_a_logit_scale_beyond_all_numbers_is_refused(log_scale: float) -> None:
    with pytest.raises(InputError, match="logit scale"):
        gallery.rank(np.eye(4, dtype=np.float32), np.array([1.0, 0.5, 0.0, 0.0]), log_scale, 2)
