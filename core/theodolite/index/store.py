"""Opening an index: every file is checked before anything in it is believed.

The manifest and what is read into memory are hashed when an index is opened; memory-mapped files block by
block when they are first read (blocks.py), all of them by :func:`verify`.
"""

from __future__ import annotations

import copy
import json
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from theodolite import codec
from theodolite.errors import IndexDamaged
from theodolite.index import blocks, layout, spool, towns
from theodolite.index.blocks import DIGEST, Mapped, MappedArray, foreign
from theodolite.index.layout import FLAT, PLAIN, Entry, Manifest, Row, Segment, Skipped
from theodolite.index.stage import Flat, Stage
from theodolite.jobs import Job, Progress


@dataclass(frozen=True, slots=True)
class IndexInfo:
    """What an index holds. ``sha256`` is its manifest's: it stands for every byte of the index.

    ``count`` without the ``removed``; ``places``: towns. ``reused``: photographs whose vectors an earlier,
    interrupted build had already made.
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
    layout: str = PLAIN
    align: str = ""
    align_sha256: str = ""
    places: int = 0
    segments: int = 1
    removed: int = 0
    size: int = 0
    stage: str = FLAT
    reused: int = 0


class OpenSegment:
    """A segment ready to be searched: its first stage in memory, the rest memory-mapped.

    ``alive``: bool [n], None when nothing was removed.
    """

    def __init__(self, folder: Path, manifest: Manifest, segment: Segment) -> None:
        self.segment, self.folder = segment, folder
        count, dim = segment.count, manifest.dim
        self.parts = manifest.parts
        sums = _Sums(folder, segment)
        self.vectors = self._array("vectors", sums, np.float16, (count, dim))
        self.coordinates = self._array("coordinates", sums, np.float64, (count, 2))
        self.ids = self._array("ids", sums, np.uint8, (count, 32))
        references = segment.file("references")
        self.references = Mapped(folder / references.name, references, sums.of("references"))
        self.offsets = self._array("offsets", sums, np.int64, (count + 1,))
        self.alive = self._alive()
        if segment.stage == layout.FLAT:
            for mapped in self.mapped:  # it is small, and its vectors are the stage in memory
                for _ in mapped.check_all():
                    pass
        self.stage: Stage = self._stage()

    def _array(self, part: str, sums: _Sums, kind: Any, shape: tuple[int, ...]) -> MappedArray:
        file = self.segment.file(part)
        return MappedArray(self.folder / file.name, file, sums.of(part), kind, shape)

    def _stage(self) -> Stage:
        if self.segment.stage == layout.FLAT:
            return Flat(self.vectors, self.parts)
        from theodolite.index.compressed import Compressed

        return Compressed(self.folder, self.segment, self.vectors, self.parts)

    def _alive(self) -> NDArray[np.bool_] | None:
        if not self.segment.removed:
            return None
        file = self.segment.file("removed")
        path = self.folder / file.name
        rows = blocks.load_array(path, file, np.int64, (self.segment.removed,))
        if rows[0] < 0 or rows[-1] >= self.segment.count or (np.diff(rows) <= 0).any():
            raise foreign(path)
        alive = np.ones(self.segment.count, np.bool_)
        alive[rows] = False
        return alive

    @property
    def rows(self) -> NDArray[np.int64]:
        """The rows that were not removed."""
        return np.arange(self.segment.count) if self.alive is None else np.flatnonzero(self.alive)

    def places(self, rows: NDArray[np.int64]) -> NDArray[np.float64]:
        """Latitude and longitude of some rows, [n, 2]."""
        found = self.coordinates.take(rows)
        if not (np.abs(found) <= (90.0, 180.0)).all():  # a NaN is no coordinate either
            raise foreign(self.coordinates.file.path)
        return found

    def entry(self, row: int) -> Entry:
        return self.entries(np.array([row]))[0]

    def entries(self, rows: NDArray[np.int64]) -> list[Entry]:
        """Everything that is known of some rows. Raises IndexDamaged when their files say nonsense."""
        places, ids = self.places(rows).tolist(), self.ids.take(rows)
        found = []
        for identity, (lat, lon), said in zip(ids, places, self.said(rows), strict=True):
            key = bytes(identity.tobytes()).hex()
            found.append(
                Entry(key, said.name or key[:12], lat, lon, said.outline, said.taken_at, said.camera)
            )
        return found

    def said(self, rows: NDArray[np.int64]) -> list[Row]:
        """The lines of references of some rows."""
        starts, ends = self.offsets.take(rows), self.offsets.take(rows + 1)
        size = len(self.references.bytes)
        if not ((starts >= 0) & (starts < ends) & (ends <= size) & (ends - starts <= spool.MOST_TEXT)).all():
            raise foreign(self.offsets.file.path)
        self.references.check(starts, ends)
        try:
            return [
                spool.row_of(self.references.bytes[start:end].tobytes())
                for start, end in zip(starts.tolist(), ends.tolist(), strict=True)
            ]
        except (ValueError, TypeError, RecursionError) as error:
            raise foreign(self.references.path) from error

    def without(self, rows: NDArray[np.int64]) -> OpenSegment:
        """This segment with more of its rows removed."""
        left = copy.copy(self)
        left.alive = np.ones(self.segment.count, np.bool_) if self.alive is None else self.alive.copy()
        left.alive[rows] = False
        return left

    @property
    def mapped(self) -> tuple[Mapped, ...]:
        arrays = (self.vectors, self.coordinates, self.ids, self.offsets)
        return (*(array.file for array in arrays), self.references)


@dataclass(frozen=True)
class OpenIndex:
    """An index ready to be searched."""

    path: Path
    sha256: str
    manifest: Manifest
    segments: tuple[OpenSegment, ...]

    @cached_property
    def cells(self) -> towns.Cells:
        """Where its references lie (towns.py)."""
        return _cells(self.path, self.manifest)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All references that were not removed, in the order of segments and rows; for small indexes."""
        return tuple(entry for segment in self.segments for entry in segment.entries(segment.rows))


class _Sums:
    """The checksums of the blocks of a segment's mapped files."""

    def __init__(self, folder: Path, segment: Segment) -> None:
        file = segment.file("sums")
        held = blocks.load_bytes(folder / file.name, file).tobytes()
        self._of: dict[str, bytes] = {}
        at = 0
        for part in layout.MAPPED:
            length = DIGEST * -(-segment.file(part).size // blocks.BLOCK)
            self._of[part] = held[at : at + length]
            at += length
        if at != len(held):
            raise foreign(folder / file.name)

    def of(self, part: str) -> bytes:
        return self._of[part]


def check(folder: Path | str) -> IndexInfo:
    """Open an index and say what it holds. Raises IndexDamaged naming the file that is not what it should be.

    Memory-mapped files are checked in their sizes; :func:`verify` reads them.
    """
    opened = open_index(folder)
    manifest = opened.manifest
    return IndexInfo(
        path=str(folder),
        sha256=opened.sha256,
        count=manifest.count,
        skipped_count=manifest.skipped_count,
        skipped=skipped_of(opened),
        folder=manifest.folder,
        provider=manifest.provider,
        pack=manifest.pack,
        pack_sha256=manifest.pack_sha256,
        dim=manifest.dim,
        layout=manifest.layout,
        align=manifest.align,
        align_sha256=manifest.align_sha256,
        places=manifest.places,
        segments=len(manifest.segments),
        removed=sum(segment.removed for segment in manifest.segments),
        size=sum(file.size for file in manifest.all_files),
        stage=manifest.segments[0].stage,
    )


def verify(folder: str) -> Job[IndexInfo]:
    """Read every byte of an index and compare it with its checksum. Raises IndexDamaged naming the file."""
    info = check(folder)
    opened = open_index(folder)
    total, done = info.size, 0
    for segment in opened.segments:
        for mapped in segment.mapped:
            for read in mapped.check_all():
                yield Progress(f"Checking {mapped.path.name}", done + read, total)
            done += len(mapped.bytes)
    _ = opened.cells
    yield Progress("Checked", total, total)
    return info


def open_index(folder: Path | str) -> OpenIndex:
    """The index in ``folder``. A process keeps the last few that it opened.

    They are checked again as soon as the size or time of any of their files has changed.
    """
    folder = Path(folder).absolute()
    before = _manifest_stamp(folder)
    try:
        return _stamped(folder)
    except IndexDamaged:
        if _manifest_stamp(folder) == before:
            raise
        return _stamped(folder)  # it was replaced between the reading of its manifest and of its files


def forget() -> None:
    """Let go of every index that :func:`open_index` keeps: a large one holds hundreds of megabytes."""
    _open.cache_clear()


def _stamped(folder: Path) -> OpenIndex:
    manifest = _manifest(folder, _manifest_stamp(folder))
    stamps = []
    for file in manifest.all_files:
        try:
            found = (folder / file.name).stat()
        except OSError as error:
            raise IndexDamaged(f"{folder / file.name} is missing.") from error
        stamps.append((found.st_size, found.st_mtime_ns, found.st_ino))
    return _open(folder, _manifest_stamp(folder), tuple(stamps))


Stamp = tuple[int, int, int]


def _manifest_stamp(folder: Path) -> Stamp:
    try:
        found = (folder / layout.MANIFEST).stat()
    except OSError:
        return (-1, -1, -1)
    return (found.st_size, found.st_mtime_ns, found.st_ino)


@lru_cache(maxsize=64)
def _manifest(folder: Path, _stamp: Stamp) -> Manifest:
    return layout.read_manifest(folder)


@lru_cache(maxsize=8)
def _open(folder: Path, stamp: Stamp, _stamps: tuple[Stamp, ...]) -> OpenIndex:
    manifest = layout.read_manifest(folder)
    sha256 = blocks.sha256_of(folder / layout.MANIFEST)
    segments = tuple(OpenSegment(folder, manifest, segment) for segment in manifest.segments)
    for file in manifest.files:
        path = folder / file.name
        if file.size <= blocks.BLOCK:
            blocks.load_bytes(path, file)
        else:
            blocks.require_size(path, file)
    return OpenIndex(folder, sha256, manifest, segments)


def _cells(folder: Path, manifest: Manifest) -> towns.Cells:
    file = manifest.file("towns")
    cells = blocks.load_array(folder / file.name, file, np.int64, (-1, 2))
    if (cells[:, 1] < 1).any() or (np.diff(cells[:, 0]) <= 0).any():
        raise foreign(folder / file.name)
    return cells


def skipped_of(opened: OpenIndex) -> tuple[Skipped, ...]:
    """What was left out of an index, and why."""
    folder, manifest = opened.path, opened.manifest
    file = manifest.file("skipped")
    text = blocks.load_bytes(folder / file.name, file).tobytes()
    try:
        # A name may hold other line ends, so not splitlines.
        rows = tuple(
            codec.from_plain(Skipped, json.loads(line)) for line in text.decode("utf-8").split("\n") if line
        )
    except (ValueError, TypeError, RecursionError) as error:
        raise foreign(folder / file.name) from error
    if len(rows) != manifest.skipped_count:
        raise foreign(folder / file.name)
    return rows
