"""CLIP's towers in torch, by pack: transformers' layout, or open_clip's. Nothing is looked up anywhere.

A pack is ``config.json`` and ``model.safetensors`` as transformers saves a CLIP (both towers or the image
tower only), or ``open_clip_config.json`` with ``open_clip_model.safetensors`` (or ``model.safetensors``).
The activation is the one the configuration names: OpenAI's weights were trained with QuickGELU.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from theodolite.errors import PackError, PackHashMismatch
from theodolite.packs.library import Pack
from theodolite.vision import preprocess, towers
from theodolite.vision.preprocess import Pixels
from theodolite.vision.rows import directed, units
from theodolite.workers import threads

CONFIG, WEIGHTS = "config.json", "model.safetensors"
OPEN_CLIP, OPEN_CLIP_WEIGHTS = "open_clip_config.json", "open_clip_model.safetensors"
_PREPROCESSOR = "preprocessor_config.json"
_BICUBIC = 3  # PIL's number of the filter
_MOST_NAMES = 8


class TransformersClip:
    """transformers' ``CLIPVisionModelWithProjection``: image tower and projection, float32."""

    def __init__(self, pack: Pack) -> None:
        towers.torchvision()
        from transformers import CLIPVisionConfig, CLIPVisionModelWithProjection

        plain = tower_config(pack, "vision_config", "clip_vision_model")
        with described(pack, CONFIG):
            config: Any = CLIPVisionConfig(**plain)
            self.dim: int = int(config.projection_dim)
            self._pixels = _pixels(pack, int(config.image_size))
            self._model = empty(CLIPVisionModelWithProjection, config)
        state = weights(pack, WEIGHTS, ("vision_model.", "visual_projection."))
        self._model = filled(self._model, state, f"{WEIGHTS} of the pack {pack.name}")
        self.pack, self.version, self.sha256 = pack.name, pack.version, pack.sha256

    def project(self, images: Sequence[NDArray[np.uint8]]) -> NDArray[np.float32]:
        return _each(images, self.dim, self._pixels, lambda pixels: self._model(pixels).image_embeds)

    def encode(self, images: Sequence[NDArray[np.uint8]]) -> NDArray[np.float32]:
        return units(self.project(images))


class OpenClip:
    """open_clip's image tower; the text tower of the pack is read by :mod:`theodolite.align.text`."""

    def __init__(self, pack: Pack) -> None:
        model, plain = open_clip_model(pack)
        self.dim: int = int(plain["model_cfg"]["embed_dim"])
        self._visual = model.visual
        self._pixels = _open_clip_pixels(pack, plain)
        self.pack, self.version, self.sha256 = pack.name, pack.version, pack.sha256

    def project(self, images: Sequence[NDArray[np.uint8]]) -> NDArray[np.float32]:
        return _each(images, self.dim, self._pixels, self._visual)

    def encode(self, images: Sequence[NDArray[np.uint8]]) -> NDArray[np.float32]:
        return units(self.project(images))


def open_clip_model(pack: Pack) -> tuple[Any, dict[str, Any]]:
    """open_clip's CLIP of the pack, both towers, with its configuration."""
    module = towers.open_clip()
    plain = _json(pack, OPEN_CLIP)
    name = OPEN_CLIP_WEIGHTS if _has(pack, OPEN_CLIP_WEIGHTS) else WEIGHTS
    with described(pack, OPEN_CLIP):
        sizes = dict(plain["model_cfg"])
        if "timm_model_name" in sizes["vision_cfg"] or "hf_model_name" in sizes.get("text_cfg", {}):
            raise ValueError("a tower of another library, which would be looked up elsewhere")
        kind = module.CustomTextCLIP if sizes.pop("custom_text", False) else module.CLIP
        model = kind(**sizes).float()
        int(sizes["embed_dim"])
    state = weights(pack, name, ("",))
    return filled(model, state, f"{name} of the pack {pack.name}"), plain


class described:  # noqa: N801 - reads as a word in a with statement
    """Turns what a library says about a wrong configuration into a PackError that names the file."""

    def __init__(self, pack: Pack, name: str) -> None:
        self._where = f"{name} of the pack {pack.name}"

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if isinstance(error, Exception) and not isinstance(error, PackError):
            raise PackError(f"{self._where} does not describe a CLIP tower ({error}).") from error


def tower_config(pack: Pack, part: str, kind: str) -> dict[str, Any]:
    """The tower's own table: part of a whole CLIP's configuration, or the file itself."""
    plain = _json(pack, CONFIG)
    if plain.get("model_type") == "clip" and isinstance(plain.get(part), dict):
        shared = {"projection_dim": plain["projection_dim"]} if "projection_dim" in plain else {}
        table = dict(plain[part]) | shared
    elif plain.get("model_type") == kind:
        table = dict(plain)
    else:
        raise PackError(
            f"{CONFIG} of the pack {pack.name} describes “{plain.get('model_type')}”, not a CLIP with {part}."
        )
    # What belongs to the repository it was saved in, or would make transformers choose code.
    foreign = {"architectures", "model_type", "auto_map", "torch_dtype", "dtype", "attn_implementation"}
    return {key: value for key, value in table.items() if key not in foreign and not key.startswith("_")}


def empty(make: Any, config: Any) -> Any:
    """A transformers tower without weights or memory: drawing random ones for a ViT-L takes seconds."""
    import torch

    torch.set_num_threads(threads())
    with torch.device("meta"):
        return make(config).float()


def weights(pack: Pack, name: str, prefixes: tuple[str, ...]) -> dict[str, Any]:
    """The tensors of ``name`` that begin with one of ``prefixes``, float32; the file is hashed first."""
    import torch
    from safetensors import SafetensorError, safe_open

    path = verified(pack, name)
    state: dict[str, Any] = {}
    try:
        with safe_open(path, framework="pt", device="cpu") as file:
            wanted = [key for key in file.keys() if key.startswith(prefixes)]  # noqa: SIM118 - no mapping
            for key in wanted:
                value = file.get_tensor(key)
                # Copied: what is mapped from the file has any alignment, and the last bit may depend on it.
                kind = torch.float32 if value.is_floating_point() else value.dtype
                state[key] = value.to(kind, copy=True)
    except (SafetensorError, OSError) as error:
        raise PackError(f"{name} of the pack {pack.name} is damaged ({error}).") from error
    return state


def filled(model: Any, state: Mapping[str, Any], what: str) -> Any:
    """``model`` with ``state`` in it, frozen; PackError names what is missing, unexpected or misshapen."""
    own = model.state_dict()
    buffers = {name for name, _ in model.named_buffers()} | {
        key for key in state if key.endswith("position_ids")
    }
    shape = {
        key: f"{key} {list(v.shape)} instead of {list(own[key].shape)}"
        for key, v in state.items()
        if key in own
    }
    problems = {
        "missing": sorted(own.keys() - state.keys() - buffers),
        "unexpected": sorted(state.keys() - own.keys() - buffers),
        "of another shape": sorted(shape[k] for k in shape if state[k].shape != own[k].shape),
    }
    if any(problems.values()):
        text = "; ".join(f"{word}: {_listed(names)}" for word, names in problems.items() if names)
        raise PackError(f"{what} does not fit its description; {text}.")
    for name, value in state.items():
        if value.is_floating_point() and not bool(value.isfinite().all()):
            raise PackError(f"{what} is damaged: {name} is not finite.")
    model.load_state_dict({k: v for k, v in state.items() if k in own}, strict=False, assign=True)
    _number_positions(model)
    return model.eval().requires_grad_(False).to(device())


def _number_positions(model: Any) -> None:
    """The only thing a transformers tower computes when it is made, and so lacks when it was made empty."""
    import torch

    for name, buffer in list(model.named_buffers()):
        if buffer.is_meta:
            assert name.endswith("position_ids"), name
            owner = model.get_submodule(name.rpartition(".")[0])
            owner.position_ids = torch.arange(buffer.shape[-1]).expand(buffer.shape)


def device() -> Any:
    """The accelerator if there is one."""
    import torch

    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def _each(images: Sequence[NDArray[np.uint8]], dim: int, want: Pixels, tower: Any) -> NDArray[np.float32]:
    """One image at a time, so that a vector never depends on the neighbours it was encoded with."""
    import torch

    vectors = np.empty((len(images), dim), np.float32)
    with torch.inference_mode():
        for row, image in enumerate(images):
            pixels = torch.from_numpy(preprocess.clip(image, want))[None].to(device())
            vectors[row] = tower(pixels)[0].float().cpu().numpy()
    return directed(vectors)


def _pixels(pack: Pack, side: int) -> Pixels:
    """How transformers' processor of the pack makes pixels; OpenAI's numbers where there is no such file."""
    if not _has(pack, _PREPROCESSOR):
        return Pixels(side=side, floor=True)
    plain = _json(pack, _PREPROCESSOR)
    with described(pack, _PREPROCESSOR):
        sides = {
            _side(plain.get("size", side), "shortest_edge"),
            _side(plain.get("crop_size", side), "height"),
        }
        if sides != {side} or plain.get("resample", _BICUBIC) != _BICUBIC:
            raise ValueError(f"only a bicubic resize and a crop to {side} pixels are known here")
        if not all(plain.get(step, True) for step in ("do_resize", "do_center_crop", "do_normalize")):
            raise ValueError("a step of CLIP's preparation is left out")
        mean, std = plain.get("image_mean", preprocess.MEAN), plain.get("image_std", preprocess.STD)
        return _normalised(side, mean, std, floor=True)


def _open_clip_pixels(pack: Pack, plain: Mapping[str, Any]) -> Pixels:
    with described(pack, OPEN_CLIP):
        steps = plain.get("preprocess_cfg", {})
        side = int(plain["model_cfg"]["vision_cfg"].get("image_size", preprocess.SIDE))
        if (
            steps.get("resize_mode", "shortest") != "shortest"
            or steps.get("interpolation", "bicubic") != "bicubic"
        ):
            raise ValueError("only a bicubic resize of the shortest side is known here")
        return _normalised(
            side, steps.get("mean", preprocess.MEAN), steps.get("std", preprocess.STD), floor=False
        )


def _normalised(side: int, mean: Sequence[Any], std: Sequence[Any], *, floor: bool) -> Pixels:
    found = Pixels(side, tuple(map(float, mean)), tuple(map(float, std)), floor)
    if len(found.mean) != 3 or len(found.std) != 3 or not all(value > 0.0 for value in found.std):
        raise ValueError("mean and deviation are three numbers each")
    return found


def _side(value: Any, key: str) -> int:
    return int(value[key] if isinstance(value, dict) else value)


def _has(pack: Pack, name: str) -> bool:
    return any(entry.name == name for entry in pack.files)


def _json(pack: Pack, name: str) -> dict[str, Any]:
    path = verified(pack, name)
    try:
        plain = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise PackError(f"{name} of the pack {pack.name} is damaged ({error}).") from error
    if not isinstance(plain, dict):
        raise PackError(f"{name} of the pack {pack.name} is damaged: it is no table.")
    return plain


def verified(pack: Pack, name: str) -> Path:
    """The file ``name`` of the pack, hashed; PackError where it is missing or another one."""
    expected = next((entry.sha256 for entry in pack.files if entry.name == name), None)
    if expected is None:
        raise PackError(f"The pack {pack.name} is no CLIP tower: it has no file {name}.")
    path = pack.path / name
    try:
        with path.open("rb") as file:
            actual = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise PackError(f"{name} of the pack {pack.name} cannot be read ({error}).") from error
    if actual != expected:
        raise PackHashMismatch(f"{name} of the pack {pack.name} has sha256 {actual}, not {expected}.")
    return path


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(names[:_MOST_NAMES])
    return shown if len(names) <= _MOST_NAMES else f"{shown} and {len(names) - _MOST_NAMES} more"
