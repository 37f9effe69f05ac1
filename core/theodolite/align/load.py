"""Aligned models on disk: a folder with ``align.json`` and ``model.safetensors``, or the gallery pack.

The gallery pack carries GeoCLIP's location encoder and image head as two files of the published names; with
an encoder pack of CLIP ViT-L/14 beside it that is GeoCLIP. Only safetensors are read here; other files are
converted first, in a child process (:mod:`theodolite.align.convert`).
"""

from __future__ import annotations

import contextlib
import hashlib
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from theodolite.align import config as configs
from theodolite.align.config import CONFIG, GEOCLIP, WEIGHTS, AlignConfig
from theodolite.align.names import check, require, scale_names
from theodolite.errors import PackError, StorageFailed
from theodolite.packs.library import MANIFEST, read_manifest

if TYPE_CHECKING:
    from theodolite.align.net import Aligner

__all__ = ["Identity", "check", "files", "identity", "load", "loaded", "read", "read_config", "save"]

#: GeoCLIP's published parts in the gallery pack: file, and the prefix of its names in the whole model.
PARTS = {"location_encoder.safetensors": "location_encoder.", "image_head.safetensors": "image_encoder.mlp."}

Arrays = dict[str, NDArray[Any]]


@dataclass(frozen=True, slots=True)
class Identity:
    """Which aligned model it is. ``sha256``: over its description and weights; changes when either does.

    ``pack`` and ``pack_sha256``: the pack it came in, or the model's own name and hash outside of one.
    """

    pack: str
    pack_sha256: str
    sha256: str


def files(folder: Path) -> tuple[Path, ...]:
    """The files that make up the model in ``folder``; PackError when it is none."""
    if (folder / CONFIG).is_file() and (folder / WEIGHTS).is_file():
        return folder / CONFIG, folder / WEIGHTS
    parts = tuple(folder / name for name in PARTS)
    if all(part.is_file() for part in parts):
        return parts
    raise PackError(
        f"There is no aligned model in {folder.name}: it needs {CONFIG} and {WEIGHTS}. "
        "Import one with: theodolite align import FILE"
    )


def identity(folder: Path | str) -> Identity:
    """Pack and hash of the model in ``folder``; the files are hashed once, and again when they change."""
    found = files(Path(folder))
    sha256 = _hashed(tuple((str(path), *_stamp(path)) for path in found))
    if (Path(folder) / MANIFEST).is_file():
        pack = read_manifest(Path(folder))
        return Identity(pack.name, pack.sha256, sha256)
    return Identity(read_config(Path(folder)).name, sha256, sha256)


def read_config(folder: Path) -> AlignConfig:
    """The configuration of the model in ``folder``."""
    return configs.read(folder) if files(folder)[0].name == CONFIG else GEOCLIP


def read(folder: Path | str) -> tuple[AlignConfig, Arrays]:
    """Configuration and weights as numpy arrays, checked by name and shape; no torch.

    Raises PackError for a folder without a model, for weights with missing or unexpected names or other
    shapes, and for a weight that is not a finite number.
    """
    folder = Path(folder)
    config = read_config(folder)
    state: Arrays = {}
    for path in files(folder):
        if path.name != CONFIG:
            prefix = PARTS.get(path.name, "")
            state |= {prefix + name: array for name, array in _tensors(path).items()}
    if files(folder)[0].name != CONFIG:
        state["logit_scale"] = np.array(config.log_scales[0], np.float32)
    require(state, config, folder.name)
    for name, array in state.items():
        if not np.isfinite(array).all():
            raise PackError(f"{name} of the aligned model in {folder.name} is not finite.")
    return config, state


def load(folder: Path | str) -> Aligner:
    """The model in ``folder`` with its weights, in eval mode, float32, on the CPU. Errors as :func:`read`."""
    import torch

    from theodolite.align.net import Aligner

    config, state = read(folder)
    with torch.device("meta"):
        aligner = Aligner(config)
    tensors = {name: torch.from_numpy(np.array(array, np.float32)) for name, array in state.items()}
    aligner.load_state_dict(tensors, strict=True, assign=True)
    for name, parameter in aligner.named_parameters():
        parameter.requires_grad_(not name.endswith("capsule.0.b"))
    return aligner.eval()


def loaded(folder: Path | str) -> Aligner:
    """As :func:`load`, kept until another model is asked for or its files change; not to be trained."""
    found = files(Path(folder))
    return _loaded(str(folder), tuple(_stamp(path) for path in found))


def save(state: dict[str, Any], config: AlignConfig, folder: Path) -> None:
    """Write ``align.json`` and ``model.safetensors`` into ``folder``, each beside its place and renamed.

    ``state``: tensors or arrays by published name (``Aligner.state_dict()``), checked before anything is
    written. ``encoder_sha256`` of the configuration says which image vectors the model takes. Raises
    PackError, StorageFailed.
    """
    from safetensors.numpy import save_file

    arrays = {name: np.asarray(_array(value), np.float32, order="C") for name, value in state.items()}
    require(arrays, config, "What was to be saved")
    config = replace(config, log_scales=tuple(float(arrays[key]) for key in scale_names(config.layout)))
    beside = folder / f".{WEIGHTS}.new"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        save_file(arrays, beside)
        beside.replace(folder / WEIGHTS)
        described = folder / f".{CONFIG}.new"
        described.write_text(configs.to_json(config), encoding="utf-8")
        described.replace(folder / CONFIG)
    except OSError as error:
        raise StorageFailed(f"The model could not be written to {folder} ({error}).") from error
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)


def _array(value: Any) -> NDArray[Any]:
    if hasattr(value, "detach"):
        value = value.detach().float().cpu().numpy()
    return np.asarray(value)


def _tensors(path: Path) -> Arrays:
    from safetensors import SafetensorError
    from safetensors.numpy import load_file

    try:
        found: Arrays = load_file(path)
    except (OSError, SafetensorError, KeyError, ValueError) as error:
        raise PackError(f"{path.name} of the aligned model is damaged ({error}).") from error
    return found


def _stamp(path: Path) -> tuple[int, int]:
    seen = path.stat()
    return seen.st_mtime_ns, seen.st_size


@lru_cache(maxsize=8)
def _hashed(stamped: tuple[tuple[str, int, int], ...]) -> str:
    whole = hashlib.sha256()
    for path, _, _ in stamped:
        with Path(path).open("rb") as file:
            part = hashlib.file_digest(file, "sha256").hexdigest()
        whole.update(f"{part}  {Path(path).name}\n".encode())
    return whole.hexdigest()


@lru_cache(maxsize=2)
def _loaded(folder: str, _stamps: tuple[tuple[int, int], ...]) -> Aligner:
    return load(folder).requires_grad_(False)
