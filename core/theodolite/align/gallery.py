"""The GPS gallery, encoded once for each model and kept on disk; scored in one matrix product (GeoCLIP).

The published package encodes its 100,000 places again for every photograph. Here they are encoded once, kept
below ``<home>/gallery`` under the hashes of model and coordinates, and memory-mapped. A cache that is not
whole, or whose bytes are not those that were written, is made again.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import math
import os
import shutil
import tempfile
import time
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from theodolite import paths
from theodolite.align import load
from theodolite.align.projection import refuse
from theodolite.errors import InputError, PackError, StorageFailed
from theodolite.jobs import Job, Progress, run_to_end

FOLDER = "gallery"
_VECTORS, _RECORD = "vectors.npy", "gallery.json"
_BATCH = 2048
#: Of the logarithm of a logit scale (published: 3.68 and 3.99); beyond 88 its exponential is no float32.
_MOST_SCALE = 80.0
_NEW, _LEFT_OVER_S = ".new-", 86_400.0


@dataclass(frozen=True, slots=True)
class Ranked:
    """The best of a gallery for one photograph: rows, cosines, and the softmax over the whole gallery."""

    rows: NDArray[np.int64]
    cosines: NDArray[np.float32]
    probabilities: NDArray[np.float64]


def gallery_vectors(model_folder: Path | str, coordinates: Path | str) -> NDArray[np.float32]:
    """Unit vectors float32 [n, d], memory-mapped, of the places (degrees [n, 2]) in a .npy file."""
    return run_to_end(gallery_job(model_folder, coordinates))


def gallery_job(model_folder: Path | str, coordinates: Path | str) -> Job[NDArray[np.float32]]:
    """As :func:`gallery_vectors`, a batch of places a step. A cancelled encoding leaves nothing behind.

    Raises PackError (no model), InputError (no coordinates, or one that is no place), StorageFailed.
    """
    model = load.identity(model_folder).sha256
    places = Path(coordinates)
    target = paths.home() / FOLDER / f"{model[:16]}-{_coordinates(places)[1][:16]}"
    found = _opened(target, model)
    if found is None:
        yield from _encode(Path(model_folder), model, read_coordinates(places), target)
        found = _opened(target, model)
        if found is None:
            raise StorageFailed(f"The encoded gallery could not be read back from {target}.")
    return found


def prepare_job(model_folder: str, coordinates: str) -> Job[None]:
    """Encode a gallery for later; nothing large travels back from the worker that does it."""
    yield from gallery_job(model_folder, coordinates)


def ready(model_folder: Path | str, coordinates: Path | str) -> NDArray[np.float32] | None:
    """The encoded gallery where there is one already, without torch; else None."""
    model = load.identity(model_folder).sha256
    return _opened(paths.home() / FOLDER / f"{model[:16]}-{_coordinates(Path(coordinates))[1][:16]}", model)


def rank(vectors: NDArray[np.float32], image: NDArray[Any], log_scale: float, top: int) -> Ranked:
    """The ``top`` places for the image vector [d] (any length); equal cosines in the order of the gallery.

    GeoCLIP: probability = softmax(exp(log_scale) * cosine) over all of ``vectors`` [n, d], which are unit.
    """
    if not 1 <= top <= len(vectors):
        raise InputError(f"Between 1 and {len(vectors)} places can be asked for, not {top}.")
    length = float(np.linalg.norm(image))
    if not math.isfinite(length) or length == 0.0:
        raise InputError("The photograph's vector has no direction; it cannot be compared with places.")
    if not abs(log_scale) <= _MOST_SCALE:
        raise InputError(f"The model's logit scale, exp({log_scale:g}), is none: its softmax has no numbers.")
    cosines = vectors @ np.asarray(image / length, np.float32)
    near = np.argpartition(-cosines, top - 1)[:top]
    # argpartition may leave out an earlier row that ties with the last one it took.
    near = np.flatnonzero(cosines >= cosines[near].min())
    order = near[np.lexsort((near, -cosines[near]))][:top].astype(np.int64)
    scale = math.exp(log_scale)
    weights = np.exp(scale * (cosines - cosines[order[0]]), dtype=np.float32)
    total = float(weights.sum(dtype=np.float64))
    best = cosines[order]
    shares = np.exp(scale * (best.astype(np.float64) - float(best[0]))) / total
    return Ranked(order, best, shares)


def read_coordinates(path: Path) -> NDArray[np.float64]:
    """Degrees float64 [n, 2] from a .npy file; InputError where it holds anything else. Not to be changed."""
    return _coordinates(path)[0]


def _coordinates(path: Path) -> tuple[NDArray[np.float64], str]:
    """The table and the SHA-256 of its file, read again only when the file is another one."""
    try:
        seen = path.stat()
        return _table(path, seen.st_mtime_ns, seen.st_size, seen.st_ino)
    except (OSError, ValueError) as error:
        raise InputError(f"The coordinates of the gallery cannot be read ({path.name}: {error}).") from error


@lru_cache(maxsize=4)
def _table(path: Path, _changed: int, _size: int, _inode: int) -> tuple[NDArray[np.float64], str]:
    sha256 = _hash(path)
    table = np.load(path, allow_pickle=False)
    if table.ndim != 2 or table.shape[1] != 2 or len(table) == 0 or table.dtype.kind != "f":
        raise InputError(f"{path.name} is no table of latitudes and longitudes.")
    refuse(table)
    found = np.asarray(table, np.float64)
    found.setflags(write=False)
    return found, sha256


def _encode(folder: Path, model: str, places: NDArray[np.float64], target: Path) -> Job[None]:
    import torch

    from theodolite.workers import threads

    torch.set_num_threads(threads())
    aligner = load.loaded(folder)
    dim = aligner.config.gps_dim
    beside: Path | None = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _sweep(target.parent)
        beside = Path(tempfile.mkdtemp(prefix=_NEW, dir=target.parent))
        _require_space(target.parent, len(places) * dim * 4)
        out = np.lib.format.open_memmap(beside / _VECTORS, "w+", np.float32, (len(places), dim))
        for start in range(0, len(places), _BATCH):
            yield Progress("Encoding the places of the gallery", start, len(places))
            batch = torch.from_numpy(places[start : start + _BATCH].copy())
            with torch.inference_mode():
                vectors = torch.nn.functional.normalize(aligner.location(batch), dim=1)
            out[start : start + _BATCH] = vectors.numpy()
        if not np.isfinite(out).all():
            raise PackError(f"The location encoder in {folder.name} gave a vector that is no number.")
        out.flush()
        del out
        sha256 = _hash(beside / _VECTORS)
        record = {"schema": 1, "model": model, "rows": len(places), "dim": dim, "sha256": sha256}
        (beside / _RECORD).write_text(json.dumps(record), encoding="utf-8")
        _flush(beside / _VECTORS)
        shutil.rmtree(target, ignore_errors=True)
        _move(beside, target)
    except OSError as error:
        raise StorageFailed(f"The encoded gallery could not be kept in {target.parent} ({error}).") from error
    finally:
        if beside is not None:
            shutil.rmtree(beside, ignore_errors=True)


def _sweep(folder: Path) -> None:
    """What encodings that were killed have left behind: hundreds of megabytes each."""
    for left in folder.glob(f"{_NEW}*"):
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > _LEFT_OVER_S:
                shutil.rmtree(left)


def _opened(target: Path, model: str) -> NDArray[np.float32] | None:
    try:
        seen = (target / _VECTORS).stat()
        return _whole(target, model, seen.st_mtime_ns, seen.st_size, seen.st_ino)
    except (OSError, ValueError, KeyError, TypeError):
        return None


@lru_cache(maxsize=4)
def _whole(target: Path, model: str, _changed: int, _size: int, _inode: int) -> NDArray[np.float32]:
    """The cache as it was written, hashed once a process; ValueError or OSError where it is not."""
    record = json.loads((target / _RECORD).read_text(encoding="utf-8"))
    found: NDArray[np.float32] = np.load(target / _VECTORS, mmap_mode="r", allow_pickle=False)
    if record["schema"] != 1 or record["model"] != model or found.dtype != np.float32:
        raise ValueError("another model's gallery")
    if found.shape != (record["rows"], record["dim"]) or _hash(target / _VECTORS) != record["sha256"]:
        raise ValueError("the gallery's bytes have changed")
    return found


def _move(beside: Path, target: Path) -> None:
    """Another process may have put the same gallery there first; then its one stays."""
    try:
        beside.rename(target)
    except OSError:
        if not (target / _RECORD).is_file():
            raise


def _require_space(folder: Path, need: int) -> None:
    free = shutil.disk_usage(folder).free
    if free < need:
        raise StorageFailed(
            f"The encoded gallery needs {need / 1e6:.0f} MB in {folder}; {free / 1e6:.0f} MB are free."
        )


def _flush(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
