"""Torch towers by pack: the same numbers as the library that saved them, and named errors for the rest."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from tests.core.vision import tower_packs
from tests.core.vision.tower_packs import DIM, SIDE, pack_of

from theodolite.align.text import TextTower
from theodolite.errors import PackError, PackHashMismatch
from theodolite.vision import clip_torch, encoder, preprocess

SENTENCES = ["A street view photo taken in Roma, Lazio, Italy", "ab"]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Any]:
    folder = tmp_path_factory.mktemp("tower")
    model = tower_packs.transformers_clip(folder)
    return pack_of(folder, "tiny-clip"), model


@pytest.fixture
def images(seed: int) -> list[NDArray[np.uint8]]:
    made = np.random.default_rng(seed)
    return [made.integers(0, 256, (h, w, 3), dtype=np.uint8) for h, w in ((50, 77), (61, 40), (32, 32))]


def copied(source: Path, target: Path) -> Path:
    target.mkdir()
    for path in source.iterdir():
        (target / path.name).write_bytes(path.read_bytes())
    return target


def test_transformers_tower_gives_the_library_s_projection(
    published: tuple[Path, Any], images: list[NDArray[np.uint8]]
) -> None:
    import torch
    from transformers.models.clip.image_processing_pil_clip import CLIPImageProcessorPil

    folder, model = published
    tower = encoder.load(folder)
    found = tower.project(images)
    assert (tower.pack, tower.dim, found.dtype, found.shape) == ("tiny-clip", DIM, np.float32, (3, DIM))
    size = {"shortest_edge": SIDE}
    processor = CLIPImageProcessorPil(size=size, crop_size={"height": SIDE, "width": SIDE})
    pixels = processor(images=[Image.fromarray(i) for i in images], return_tensors="pt")["pixel_values"]
    with torch.no_grad():
        wanted = model.get_image_features(pixel_values=pixels).pooler_output.numpy()
    assert np.abs(found - wanted).max() < 1e-5
    assert np.abs(np.linalg.norm(found, axis=1) - 1.0).min() > 1e-3  # un-normalised
    lengths = np.linalg.norm(found, axis=1, keepdims=True)
    assert np.allclose(tower.encode(images), found / lengths, atol=1e-6)


def test_a_vector_does_not_depend_on_its_neighbours(
    published: tuple[Path, Any], images: list[NDArray[np.uint8]]
) -> None:
    tower = encoder.load(published[0])
    assert np.array_equal(tower.project(images)[1], tower.project(images[1:2])[0])


def test_the_activation_is_the_pack_s(published: tuple[Path, Any], tmp_path: Path, images: list[Any]) -> None:
    """OpenAI's weights need QuickGELU; the same weights with GELU give other vectors."""
    tower_packs.transformers_clip(tmp_path, act="gelu")
    other = encoder.load(pack_of(tmp_path, "tiny-gelu")).project(images)
    assert np.abs(other - encoder.load(published[0]).project(images)).max() > 1e-4


def test_the_image_tower_alone_is_enough(
    published: tuple[Path, Any], tmp_path: Path, images: list[Any]
) -> None:
    from safetensors.numpy import load_file, save_file

    plain = json.loads((published[0] / "config.json").read_text())
    state = load_file(published[0] / "model.safetensors")
    kept = {key: value for key, value in state.items() if key.startswith("vis")}
    save_file(kept, tmp_path / "model.safetensors")
    alone = plain["vision_config"] | {"model_type": "clip_vision_model", "architectures": ["X"]}
    (tmp_path / "config.json").write_text(json.dumps(alone))
    found = encoder.load(pack_of(tmp_path, "image-only")).project(images)
    assert np.array_equal(found, encoder.load(published[0]).project(images))
    with pytest.raises(PackError, match="not a CLIP with text_config"):
        TextTower(tmp_path)


def test_text_tower_gives_the_library_s_projection(published: tuple[Path, Any]) -> None:
    import torch
    from transformers import CLIPTokenizer

    folder, model = published
    tower = TextTower(folder)
    found = tower.project(SENTENCES)
    tokens = CLIPTokenizer(str(folder / "vocab.json"), str(folder / "merges.txt"))(
        SENTENCES, padding="max_length", truncation=True, max_length=16, return_tensors="pt"
    )
    with torch.no_grad():
        wanted = model.get_text_features(**tokens).pooler_output.numpy()
    assert found.shape == (2, DIM)
    assert np.abs(found - wanted).max() < 1e-5
    assert np.array_equal(tower.project(SENTENCES[1:])[0], found[1]) or np.allclose(
        tower.project(SENTENCES[1:])[0], found[1], atol=1e-6
    )
    assert tower.project([]).shape == (0, DIM)


def test_open_clip_towers_give_the_library_s_projection(
    tmp_path: Path, images: list[NDArray[np.uint8]]
) -> None:
    import torch

    model = tower_packs.open_clip_clip(tmp_path)
    folder = pack_of(tmp_path, "tiny-open-clip")
    tower = encoder.load(folder)
    want = preprocess.Pixels(SIDE, (0.5, 0.5, 0.5), (0.25, 0.25, 0.25))
    pixels = torch.from_numpy(np.stack([preprocess.clip(image, want) for image in images]))
    from theodolite.vision import towers

    with torch.no_grad():
        wanted = model.encode_image(pixels).numpy()
        sentences = model.encode_text(towers.open_clip().tokenize(SENTENCES, context_length=16)).numpy()
    assert np.abs(tower.project(images) - wanted).max() < 1e-5
    assert np.abs(TextTower(folder).project(SENTENCES) - sentences).max() < 1e-5


def test_what_is_wrong_is_named(published: tuple[Path, Any], tmp_path: Path) -> None:
    from safetensors.numpy import load_file, save_file

    state = load_file(published[0] / "model.safetensors")
    lacking = copied(published[0], tmp_path / "lacking")
    gone = "vision_model.encoder.layers.1.mlp.fc2.bias"
    renamed = {("vision_model.stray" if key == gone else key): value for key, value in state.items()}
    renamed["visual_projection.weight"] = state["visual_projection.weight"][:, :-1].copy()
    save_file(renamed, lacking / "model.safetensors")
    with pytest.raises(PackError) as caught:
        encoder.load(pack_of(lacking, "lacking"))
    text = str(caught.value)
    assert f"missing: {gone}" in text
    assert "unexpected: vision_model.stray" in text
    assert "visual_projection.weight [24, 127] instead of [24, 128]" in text

    infinite = copied(published[0], tmp_path / "infinite")
    save_file(state | {gone: np.full_like(state[gone], np.inf)}, infinite / "model.safetensors")
    with pytest.raises(PackError, match=r"fc2\.bias is not finite"):
        encoder.load(pack_of(infinite, "infinite"))

    changed = copied(published[0], tmp_path / "changed")
    data = bytearray((changed / "model.safetensors").read_bytes())
    data[-1] ^= 1
    (changed / "model.safetensors").write_bytes(data)
    with pytest.raises(PackHashMismatch, match=r"model\.safetensors of the pack tiny-clip"):
        encoder.load(changed)

    other = copied(published[0], tmp_path / "other")
    (other / "config.json").write_text(json.dumps({"model_type": "bert"}))
    with pytest.raises(PackError, match="describes “bert”, not a CLIP"):
        encoder.load(pack_of(other, "other"))

    bare = tmp_path / "bare"
    bare.mkdir()
    (bare / "notes.txt").write_text("no weights")
    with pytest.raises(PackError, match=r"neither an ONNX model nor config\.json"):
        encoder.load(pack_of(bare, "bare"))


def test_another_preparation_than_clip_s_is_refused(published: tuple[Path, Any], tmp_path: Path) -> None:
    steps = copied(published[0], tmp_path / "steps")
    (steps / "preprocessor_config.json").write_text(
        json.dumps({"resample": 2, "size": SIDE, "crop_size": SIDE})
    )
    with pytest.raises(PackError, match="only a bicubic resize"):
        encoder.load(pack_of(steps, "steps"))
    good = {"resample": 3, "size": {"shortest_edge": SIDE}, "crop_size": {"height": SIDE, "width": SIDE}}
    (steps / "preprocessor_config.json").write_text(json.dumps(good | {"image_mean": [0.0, 0.0, 0.0]}))
    image = [np.full((SIDE, SIDE, 3), 99, np.uint8)]
    moved = encoder.load(pack_of(steps, "steps")).project(image)
    assert np.abs(moved - encoder.load(published[0]).project(image)).max() > 1e-4


def test_a_description_chooses_no_code(published: tuple[Path, Any], tmp_path: Path) -> None:
    """transformers would fetch the attention named like a repository, and run what it holds."""
    folder = copied(published[0], tmp_path / "pack")
    plain = json.loads((folder / "config.json").read_text())
    plain["vision_config"] |= {"attn_implementation": "somebody/kernel", "auto_map": {"AutoModel": "x--y.Z"}}
    (folder / "config.json").write_text(json.dumps(plain))
    found = encoder.load(pack_of(folder, "chosen"))
    assert isinstance(found, clip_torch.TransformersClip)
    assert found._model.config._attn_implementation in ("sdpa", "eager")
