"""What the image encoder makes of each exhibit, kept as a derived file so that it is made once.

A derived file is on no record and a case may come from anyone: one that is not what it should be is ignored.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import numpy as np

from theodolite import packs
from theodolite.domain import Exhibit
from theodolite.errors import InputError, PackMissing, TheodoliteError
from theodolite.jobs import Job
from theodolite.workers import Call, Worker

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from theodolite.store import CaseStore

PACK = "vision-starter"
LARGEST = 65_536  # bytes; a vector of 512 takes 2,176


def look(store: CaseStore, vision: Worker, item: Exhibit, path: Path) -> Job[None]:
    """Encode the picture of ``item`` with the vision pack; nothing without one or without pixels."""
    try:
        pack = packs.installed(PACK)
    except PackMissing:
        return
    if not item.readable or store.read_only or _kept(store, item, pack.sha256) is not None:
        return
    call = Call("theodolite.vision.tasks:encode_file", {"path": str(path), "pack": str(pack.path)})
    try:
        vector = yield from vision.run(call)
    except TheodoliteError:
        return  # examining names what cannot be decoded
    kept = store.derived(item.sha256, _name(pack.sha256))
    beside = kept.with_suffix(".tmp")
    with contextlib.suppress(OSError), beside.open("wb") as stream:
        np.save(stream, vector.astype(np.float32), allow_pickle=False)
    with contextlib.suppress(OSError):
        beside.replace(kept)


def vectors(store: CaseStore, exhibits: tuple[Exhibit, ...]) -> dict[str, NDArray[np.float32]]:
    """Unit vectors by exhibit, of those looked at with the pack installed now."""
    try:
        pack = packs.installed(PACK)
    except PackMissing:
        return {}
    found = {item.id: _kept(store, item, pack.sha256) for item in exhibits if not item.withdrawn}
    return {name: vector for name, vector in found.items() if vector is not None}


def _name(pack_sha256: str) -> str:
    return f"vector-{pack_sha256[:16]}.npy"


def _kept(store: CaseStore, item: Exhibit, pack_sha256: str) -> NDArray[np.float32] | None:
    try:
        path = store.derived(item.sha256, _name(pack_sha256))
        if not path.is_file() or path.stat().st_size > LARGEST:
            return None
        vector = np.load(path, allow_pickle=False)
    except (OSError, ValueError, EOFError, InputError):
        return None
    if vector.ndim != 1 or vector.dtype != np.float32 or not np.isfinite(vector).all():
        return None
    return vector if abs(float(np.linalg.norm(vector)) - 1.0) < 1e-3 else None
