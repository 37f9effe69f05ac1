"""Checkpoints that survive a kill at any moment, and hold no pickles.

``checkpoints/<step>/`` holds ``tensors.safetensors`` (weights as ``model/NAME``, the optimiser's moments as
``<moment>/NAME``) and ``state.json``: where the training stands, and the hash of the tensors. A checkpoint is
written beside its place, flushed and renamed; the two newest are kept, and one that is not whole is passed
over for the one before. The order of the photographs and the rate of learning are functions of the seed and
the epoch, so nothing else has to be remembered.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from theodolite.errors import StorageFailed

if TYPE_CHECKING:
    from torch import Tensor

FOLDER = "checkpoints"
_TENSORS, _STATE = "tensors.safetensors", "state.json"
_KEPT = 2
_BESIDE = ".writing"


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """``tensors`` on the CPU, by the names of :func:`flat`; ``state`` is plain JSON."""

    step: int
    tensors: dict[str, Tensor]
    state: dict[str, Any]


def save(out: Path, step: int, tensors: Mapping[str, Tensor], state: Mapping[str, Any]) -> None:
    """Write the checkpoint of ``step`` in the training folder ``out``. Raises StorageFailed."""
    from safetensors.torch import save as encoded

    folder = out / FOLDER
    beside, place = folder / f"{_BESIDE}-{step}", folder / f"{step:012d}"
    try:
        shutil.rmtree(beside, ignore_errors=True)
        beside.mkdir(parents=True)
        data = encoded({name: tensor.detach().cpu().contiguous() for name, tensor in tensors.items()})
        write(beside / _TENSORS, data)
        known = {"step": step, "tensors_sha256": hashlib.sha256(data).hexdigest(), "state": dict(state)}
        write(beside / _STATE, json.dumps(known, indent=1).encode())
        flush_folder(beside)
        if place.exists():  # the same step, taken up from an older checkpoint
            shutil.rmtree(place)
        beside.rename(place)
        flush_folder(folder)
        for old in _steps(out)[:-_KEPT]:
            shutil.rmtree(folder / f"{old:012d}")
    except OSError as error:
        raise StorageFailed(
            f"A checkpoint cannot be written to {folder}: {error.strerror or error}."
        ) from error


def newest(out: Path) -> Checkpoint | None:
    """The newest whole checkpoint of the training folder ``out``; None when there is none."""
    for step in reversed(_steps(out)):
        found = _read(out / FOLDER / f"{step:012d}")
        if found is not None:
            return found
    return None


def _read(folder: Path) -> Checkpoint | None:
    from safetensors.torch import load as decoded

    try:
        known = json.loads((folder / _STATE).read_text(encoding="utf-8"))
        data = (folder / _TENSORS).read_bytes()
        if hashlib.sha256(data).hexdigest() != known["tensors_sha256"]:
            return None
        return Checkpoint(int(known["step"]), decoded(data), dict(known["state"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _steps(out: Path) -> list[int]:
    folder = out / FOLDER
    return (
        sorted(int(path.name) for path in folder.iterdir() if path.name.isdigit()) if folder.is_dir() else []
    )


def drop(out: Path) -> None:
    """Remove all checkpoints: the training is complete."""
    shutil.rmtree(out / FOLDER, ignore_errors=True)


def write(path: Path, data: bytes) -> None:
    """The whole file, flushed; the caller renames it into its place."""
    with path.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def replace(path: Path, data: bytes) -> None:
    """``path`` holds ``data`` or what it held before, whatever happens meanwhile."""
    beside = path.with_name(f".{path.name}.writing")
    write(beside, data)
    beside.replace(path)
    flush_folder(path.parent)


def flush_folder(folder: Path) -> None:
    """Have the names of ``folder`` on the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
