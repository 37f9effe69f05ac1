"""Published layouts into our files: what is taken, what is said about the rest, what is refused."""

from __future__ import annotations

import json
import pickle
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.core.vision import tower_packs

from theodolite.align import convert, load, names
from theodolite.align.config import G3, GEOCLIP, AlignConfig, from_json, reduced, to_json
from theodolite.align.published import import_checkpoint, import_tower
from theodolite.errors import InputError, NotFound, PackError
from theodolite.jobs import run_to_end
from theodolite.packs.library import Library
from theodolite.packs.lock import Lock


def state_of(config: AlignConfig, seed: int = 3) -> dict[str, Any]:
    """Small random tensors of the published names and shapes."""
    import torch

    made = torch.Generator().manual_seed(seed)
    return {name: torch.randn(shape, generator=made) * 0.05 for name, shape in names.expected(config).items()}


def g3_checkpoint(tower: Any, config: AlignConfig) -> dict[str, Any]:
    """What the G3 code writes: its own parts beside the frozen CLIP, under its names for it."""
    clip = tower.state_dict()
    inside = {
        key.replace("visual_projection", "vision_projection"): value
        for key, value in clip.items()
        if key != "logit_scale"
    }
    import torch

    positions = {"vision_model.embeddings.position_ids": torch.arange(17)[None]}
    return {**inside, **positions, **state_of(config)}


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "packs", Lock(()))


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> tuple[AlignConfig, AlignConfig]:
    """Both published layouts at a width that is quickly written."""
    g3 = replace(reduced(image_dim=32, text_dim=32, gps_dim=16, frequencies=8, hidden=16), name="g3")
    sizes = {"image_dim": 32, "gps_dim": 16, "location_dim": 16, "image_hidden": 32}
    geoclip = replace(GEOCLIP, frequencies=8, hidden=16, **sizes)
    monkeypatch.setattr(names, "G3", g3)
    monkeypatch.setattr(names, "GEOCLIP", geoclip)
    return g3, geoclip


def converted(source: Path, target: Path) -> convert.Converted:
    """The child's work, here."""
    target.mkdir()
    convert.main(source, target)
    return convert.result(target)


def test_g3_s_own_checkpoint_becomes_two_packs(tmp_path: Path, library: Library) -> None:
    """Heads, location encoder, B, all three scales, and the image tower that the checkpoint carries."""
    import torch

    from theodolite.vision import encoder

    clip = tower_packs.transformers_clip(tmp_path / "clip")
    state = g3_checkpoint(clip, G3)
    torch.save(state, tmp_path / "g3.pth")
    found = run_to_end(import_checkpoint(library, tmp_path / "g3.pth", licence="Apache-2.0"))
    assert (found.layout, found.model.name, found.model.kind) == ("g3", "g3-weights", "alignment")
    assert found.unexpected == ()
    assert "vision_model.embeddings.position_ids" in found.left_out
    assert "text_projection.weight" in found.left_out

    aligner = load.load(found.model.path)
    assert not aligner.training
    for name, tensor in aligner.state_dict().items():
        assert torch.equal(tensor, state[name])
    assert aligner.config.log_scales == pytest.approx([float(state[f"logit_scale{n}"]) for n in (1, 2, 3)])

    assert found.tower is not None
    assert aligner.config.encoder_sha256 == found.tower.sha256
    image = [np.random.default_rng(0).integers(0, 256, (40, 50, 3), dtype=np.uint8)]
    theirs = encoder.load(tower_packs.pack_of(tmp_path / "clip", "theirs")).project(image)
    assert np.abs(encoder.load(found.tower.path).project(image) - theirs).max() < 1e-6
    assert list(library.root.glob(".align-*")) == []


def test_wrappings_of_training_code_are_taken_off(tmp_path: Path, small: Any) -> None:
    import torch

    state = state_of(small[0])
    torch.save(
        {"epoch": 3, "state_dict": {f"module.{key}": v for key, v in state.items()}}, tmp_path / "a.pth"
    )
    found = converted(tmp_path / "a.pth", tmp_path / "out")
    assert (found.config.name, found.tower, found.unexpected, found.left_out) == ("g3", None, (), ())


def test_geoclip_s_full_state_dict_and_its_three_files(tmp_path: Path, small: Any) -> None:
    import torch
    from safetensors.torch import save_file

    state = state_of(small[1])
    queue = {"gps_queue": torch.zeros(2, 8), "gps_queue_ptr": torch.zeros(1)}
    save_file({**state, **queue}, tmp_path / "geoclip.safetensors")
    whole = converted(tmp_path / "geoclip.safetensors", tmp_path / "whole")
    assert (whole.config.name, whole.left_out) == ("geoclip", ("gps_queue", "gps_queue_ptr"))

    parts = tmp_path / "weights"
    parts.mkdir()
    for name, prefix in (
        ("image_encoder_mlp", "image_encoder.mlp."),
        ("location_encoder", "location_encoder."),
    ):
        kept = {key.removeprefix(prefix): v for key, v in state.items() if key.startswith(prefix)}
        torch.save(kept, parts / f"{name}_weights.pth")
    torch.save(state["logit_scale"], parts / "logit_scale_weights.pth")
    found = converted(parts, tmp_path / "parts")
    first, second = (load.read(folder)[1] for folder in (whole.folder, found.folder))
    assert first.keys() == second.keys()
    assert all(np.array_equal(first[name], second[name]) for name in first)


@pytest.mark.packs
def test_the_gallery_pack_is_geoclip(starter: Any, geoclip: Any) -> None:
    """The package's own files and the pack's converted ones give the same model."""
    folder = Path(geoclip.__file__).parent / "model" / "weights"
    import torch

    config, state = load.read(starter("gallery").path)
    assert config == GEOCLIP
    scale = torch.load(folder / "logit_scale_weights.pth", weights_only=True)
    assert config.log_scales == (float(scale),)
    published = torch.load(folder / "location_encoder_weights.pth", weights_only=True)
    for name, tensor in published.items():
        assert np.array_equal(state[f"location_encoder.{name}"], tensor.numpy())


def test_what_is_missing_or_unexpected_is_named(tmp_path: Path, small: Any) -> None:
    import torch

    state = state_of(small[0])
    state["stray.weight"] = torch.zeros(2)
    torch.save(state, tmp_path / "more.pth")
    found = converted(tmp_path / "more.pth", tmp_path / "more")
    assert found.unexpected == ("stray.weight",)
    assert "stray.weight" not in load.read(found.folder)[1]

    del state["location_projection_else.2.bias"]
    state["logit_scale1"] = torch.zeros(2)
    assert names.check(state, small[0]) == (("location_projection_else.2.bias",), ("stray.weight",))
    torch.save(state, tmp_path / "less.pth")
    with pytest.raises(PackError) as caught:
        converted(tmp_path / "less.pth", tmp_path / "less")
    assert "missing: location_projection_else.2.bias" in str(caught.value)
    assert "of another shape: logit_scale1 [2] instead of []" in str(caught.value)


class Opened:
    """What a hostile pickle would do when it is read."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[Any, tuple[Any, ...]]:
        return Path.touch, (self.path,)


def test_a_pickle_that_would_run_code_is_refused(tmp_path: Path, library: Library) -> None:
    import torch

    mark = tmp_path / "it ran"
    torch.save({"vision_projection_else_1.0.weight": Opened(mark)}, tmp_path / "bad.pth")
    (tmp_path / "plain.pth").write_bytes(pickle.dumps(Opened(mark), protocol=2))
    with pytest.raises(PackError, match=r"could run code, so it is refused.* Nothing was installed"):
        run_to_end(import_checkpoint(library, tmp_path / "bad.pth"))
    with pytest.raises(PackError, match="could run code, so it is refused"):
        converted(tmp_path / "plain.pth", tmp_path / "out")
    assert not mark.exists()
    assert library.own() == ()


def test_other_files_are_refused_in_words(tmp_path: Path, library: Library) -> None:
    import torch

    (tmp_path / "text.pth").write_bytes(b"hello")
    torch.save({"resnet.weight": torch.zeros(1)}, tmp_path / "resnet.pth")
    (tmp_path / "empty").mkdir()
    for name, why in (
        ("text.pth", "is damaged, or no file of torch"),
        ("resnet.pth", "no checkpoint of G3 or GeoCLIP. Its first tensors are called resnet.weight"),
        ("empty", "holds none of image_encoder_mlp_weights.pth"),
    ):
        with pytest.raises(PackError, match=why):
            converted(tmp_path / name, tmp_path / f"{name} out")
    with pytest.raises(NotFound, match="no file"):
        run_to_end(import_checkpoint(library, tmp_path / "gone.pth"))
    with pytest.raises(InputError, match="no name for a pack"):
        run_to_end(import_checkpoint(library, tmp_path / "resnet.pth", name="My Model"))


def test_a_tower_folder_becomes_a_pack(tmp_path: Path, library: Library) -> None:
    from theodolite.align.text import TextTower

    tower_packs.transformers_clip(tmp_path / "clip")
    pack = run_to_end(import_tower(library, tmp_path / "clip", name="my-clip"))
    assert (pack.kind, TextTower(pack.path).dim) == ("image-encoder", tower_packs.DIM)
    (tmp_path / "clip" / "config.json").write_text(json.dumps({"model_type": "bert"}))
    with pytest.raises(PackError, match="not a CLIP"):
        run_to_end(import_tower(library, tmp_path / "clip", name="other"))
    assert library.own_pack("other") is None


def test_models_are_read_strictly(tmp_path: Path) -> None:
    config = reduced()
    state = state_of(config)
    load.save(state, config, tmp_path / "good")
    assert load.read(tmp_path / "good")[0].log_scales == pytest.approx(
        [float(state[f"logit_scale{n}"]) for n in (1, 2, 3)]
    )
    with pytest.raises(PackError, match=r"missing: logit_scale3"):
        load.save({key: v for key, v in state.items() if key != "logit_scale3"}, config, tmp_path / "bad")
    state["text_projection_else.0.bias"][3] = float("nan")
    load.save(state, config, tmp_path / "nan")
    with pytest.raises(PackError, match=r"text_projection_else\.0\.bias .* is not finite"):
        load.load(tmp_path / "nan")
    with pytest.raises(PackError, match="theodolite align import FILE"):
        load.load(tmp_path)
    weights = tmp_path / "good" / "model.safetensors"
    before = load.identity(tmp_path / "good").sha256
    weights.write_bytes(weights.read_bytes()[:-4])
    assert load.identity(tmp_path / "good").sha256 != before
    with pytest.raises(PackError, match=r"model\.safetensors of the aligned model is damaged"):
        load.load(tmp_path / "good")


@pytest.mark.parametrize("config", [G3, GEOCLIP, reduced(image_dim=64, text_dim=None)])
def test_descriptions_survive_a_round_trip(config: AlignConfig) -> None:
    assert from_json(to_json(config)) == config
    for key, wrong in (
        ("schema", 2),
        ("projection", "flat"),
        ("gps_dim", 0),
        ("log_scales", []),
        ("more", 1),
    ):
        plain = json.loads(to_json(config)) | {key: wrong}
        with pytest.raises(PackError, match=r"align\.json"):
            from_json(json.dumps(plain))


def test_the_converter_opens_no_connection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What reads a foreign file in the child cannot reach anybody: here a torch that tries to."""
    (tmp_path / "torch.py").write_text("import socket\nsocket.socket().connect(('127.0.0.1', 9))\n")
    (tmp_path / "model.pth").write_bytes(b"anything")
    (tmp_path / "out").mkdir()
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with pytest.raises(PackError, match="Refused to open a connection"):
        run_to_end(convert.convert(tmp_path / "model.pth", tmp_path / "out"))
