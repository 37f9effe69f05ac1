"""What the image encoder makes of each exhibit, kept as a derived file so that it is made once.

A derived file is on no record and a case may come from anyone: one that is not what it should be is ignored.
"""

from __future__ import annotations

import contextlib
import io
from typing import TYPE_CHECKING

import numpy as np

from theodolite import packs
from theodolite.domain import Exhibit
from theodolite.errors import PackMissing, StorageFailed, TheodoliteError
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
    packed = io.BytesIO()
    np.save(packed, vector.astype(np.float32), allow_pickle=False)
    with contextlib.suppress(StorageFailed):
        store.keep(item.sha256, _name(pack.sha256), packed.getvalue())


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
    data = store.kept(item.sha256, _name(pack_sha256), LARGEST)
    if data is None:
        return None
    try:
        vector = np.load(io.BytesIO(data), allow_pickle=False)
    except (OSError, ValueError, EOFError):
        return None
    if vector.ndim != 1 or vector.dtype != np.float32 or not np.isfinite(vector).all():
        return None
    return vector if abs(float(np.linalg.norm(vector)) - 1.0) < 1e-3 else None
