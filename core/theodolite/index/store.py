"""Opening an index: every file is checked against the manifest before anything in it is believed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from theodolite import codec
from theodolite.errors import IndexDamaged
from theodolite.index import layout
from theodolite.index.flat import is_flat
from theodolite.index.layout import Entry, File, Manifest, Skipped

Row = TypeVar("Row", Entry, Skipped)


@dataclass(frozen=True, slots=True)
class IndexInfo:
    """What an index holds. ``sha256`` is its manifest's: it stands for every byte of the index.

    ``reused``: photographs whose vectors an earlier, interrupted build had already made.
    """

    path: str
    sha256: str
    count: int
    skipped_count: int
    skipped: tuple[Skipped, ...]
    folder: str
    provider: str
    pack: str
    pack_sha256: str
    dim: int
    reused: int = 0


@dataclass(frozen=True)
class OpenIndex:
    """An index ready to be searched. Arrays as in layout.py, ``entries`` in the order of ``ids``."""

    path: Path
    sha256: str
    manifest: Manifest
    ids: NDArray[np.int64]
    coordinates: NDArray[np.float64]
    vectors: NDArray[np.float16]
    entries: tuple[Entry, ...]
    first_stage: Any


def check(folder: Path | str) -> IndexInfo:
    """Verify every checksum. Raises IndexDamaged naming the first file that is not what it should be."""
    folder = Path(folder)
    manifest = layout.read_manifest(folder)
    for file in manifest.files:
        _verified(folder, file)
    skipped = _rows(folder, manifest, "skipped", Skipped)
    return IndexInfo(
        path=str(folder),
        sha256=layout.sha256_of(folder / layout.MANIFEST),
        count=manifest.count,
        skipped_count=manifest.skipped_count,
        skipped=skipped,
        folder=manifest.folder,
        provider=manifest.provider,
        pack=manifest.pack,
        pack_sha256=manifest.pack_sha256,
        dim=manifest.dim,
    )


def open_index(folder: Path | str) -> OpenIndex:
    """The verified index in ``folder``. A process keeps the last few that it opened.

    They are verified again as soon as the size or time of any of their files has changed.
    """
    folder = Path(folder).absolute()
    manifest = layout.read_manifest(folder)
    stamps = []
    for name in (layout.MANIFEST, *(file.name for file in manifest.files)):
        try:
            found = (folder / name).stat()
        except OSError as error:
            raise IndexDamaged(f"{folder / name} is missing.") from error
        stamps.append((found.st_size, found.st_mtime_ns, found.st_ino))
    return _open(folder, tuple(stamps))


@lru_cache(maxsize=8)
def _open(folder: Path, _stamps: tuple[tuple[int, int, int], ...]) -> OpenIndex:
    import faiss

    check(folder)
    manifest = layout.read_manifest(folder)
    count, dim = manifest.count, manifest.dim
    ids = _array(folder, manifest, "ids", np.dtype(np.int64), (count,))
    coordinates = _array(folder, manifest, "coordinates", np.dtype(np.float64), (count, 2))
    vectors = _array(folder, manifest, "vectors", np.dtype(np.float16), (count, dim))
    entries = _rows(folder, manifest, "references", Entry)
    if not (np.abs(coordinates) <= (90.0, 180.0)).all():  # a NaN is no coordinate either
        raise _foreign(folder, manifest.file("coordinates"))
    if [layout.short_id(entry.id) for entry in entries] != ids.tolist():
        raise _foreign(folder, manifest.file("references"))
    if [(entry.lat, entry.lon) for entry in entries] != [tuple(row) for row in coordinates.tolist()]:
        raise _foreign(folder, manifest.file("coordinates"))
    path = folder / manifest.file("faiss").name
    if not is_flat(path, count, dim):
        raise _foreign(folder, manifest.file("faiss"))
    try:
        first_stage = faiss.read_index(str(path))
    except RuntimeError as error:
        raise _foreign(folder, manifest.file("faiss")) from error
    if first_stage.ntotal != count or first_stage.d != dim:
        raise _foreign(folder, manifest.file("faiss"))
    sha256 = layout.sha256_of(folder / layout.MANIFEST)
    return OpenIndex(folder, sha256, manifest, ids, coordinates, vectors, entries, first_stage)


def _verified(folder: Path, file: File) -> None:
    path = folder / file.name
    try:
        size = path.stat().st_size
        actual = layout.sha256_of(path) if size == file.size else ""
    except FileNotFoundError as error:
        raise IndexDamaged(f"{path} is missing.") from error
    except OSError as error:
        raise IndexDamaged(f"{path} cannot be read: {error.strerror or error}.") from error
    if size != file.size:
        raise IndexDamaged(f"{path} has {size} bytes instead of {file.size}.")
    if actual != file.sha256:
        raise IndexDamaged(f"{path} was changed: its hash is not the one in {layout.MANIFEST}.")


def _array(folder: Path, manifest: Manifest, part: str, kind: Any, shape: tuple[int, ...]) -> NDArray[Any]:
    file = manifest.file(part)
    try:
        array = np.load(folder / file.name, mmap_mode="r", allow_pickle=False)
    except (OSError, ValueError) as error:
        raise _foreign(folder, file) from error
    if array.dtype != kind or array.shape != shape:
        raise _foreign(folder, file)
    found: NDArray[Any] = array
    return found


def _rows(folder: Path, manifest: Manifest, part: str, kind: type[Row]) -> tuple[Row, ...]:
    file = manifest.file(part)
    try:
        text = (folder / file.name).read_text(encoding="utf-8")
        # A name may hold other line ends, so not splitlines.
        rows = tuple(codec.from_plain(kind, json.loads(line)) for line in text.split("\n") if line)
    except (OSError, ValueError, TypeError, RecursionError) as error:
        raise _foreign(folder, file) from error
    expected = manifest.count if part == "references" else manifest.skipped_count
    if len(rows) != expected:
        raise _foreign(folder, file)
    return rows


def _foreign(folder: Path, file: File) -> IndexDamaged:
    return IndexDamaged(f"{folder / file.name} does not belong to this index.")
