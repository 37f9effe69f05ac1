"""Rows on their way into an index: checked, and kept in plain files until all have come.

An index is laid out by what its rows are (lists of similar ones), which is known only at the end; so a build
of any length writes its rows down first, in the order they come, and holds none of them in memory.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from theodolite.errors import InputError
from theodolite.index import towns
from theodolite.index.layout import Row

UNIT = 1e-3  # how far from 1 the length of a vector may be
_ID = 32
MOST_TEXT = 1 << 16  # bytes of one line of references
_OUTLINE = re.compile("(?:[0-9a-f]{64})?")


@dataclass(frozen=True)
class Block:
    """Some references: ids uint8 [n, 32], degrees [n], vectors float32 [n, dim] of length 1 in each part.

    ``rows`` says more of each, or is empty. Of rows with one id the first is kept. See :func:`hashed` and
    :func:`content_ids` for ids.
    """

    ids: NDArray[np.uint8]
    lat: NDArray[np.float64]
    lon: NDArray[np.float64]
    vectors: NDArray[np.float32]
    rows: tuple[Row, ...] = ()


def hashed(names: Iterable[str]) -> NDArray[np.uint8]:
    """Ids of references by their names: 64 hexadecimal digits are taken as the SHA-256 of the photograph,
    anything else is hashed."""
    return np.frombuffer(b"".join(_hashed(name) for name in names), np.uint8).reshape(-1, _ID)


def _hashed(name: str) -> bytes:
    if len(name) == 2 * _ID:
        try:
            return bytes.fromhex(name)
        except ValueError:
            pass
    return hashlib.sha256(name.encode("utf-8", "surrogateescape")).digest()


def content_ids(
    lat: NDArray[np.float64], lon: NDArray[np.float64], vectors: NDArray[np.float32]
) -> NDArray[np.uint8]:
    """Ids of references without a name: the SHA-256 of latitude, longitude and vector, little-endian."""
    places = np.stack([lat, lon], axis=1).astype("<f8")
    plain = np.ascontiguousarray(vectors, "<f4")
    digests = (
        hashlib.sha256(place.tobytes() + vector.tobytes()).digest()
        for place, vector in zip(places, plain, strict=True)
    )
    return np.frombuffer(b"".join(digests), np.uint8).reshape(-1, _ID)


def check_vectors(vectors: NDArray[np.float32], parts: int) -> str:
    """What is wrong with unit vectors [n, parts * d]; '' when nothing is."""
    if not np.isfinite(vectors).all():
        return "holds numbers that are not finite"
    lengths = np.linalg.norm(vectors.reshape(len(vectors), parts, vectors.shape[1] // parts), axis=2)
    if not (np.abs(lengths - 1.0) < UNIT).all():
        return "is not of length 1" if parts == 1 else f"is not made of {parts} parts of length 1"
    return ""


class Spool:
    """Files of raw rows below ``folder``; a context that closes them. ``count`` rows so far."""

    def __init__(self, folder: Path, dim: int, parts: int) -> None:
        folder.mkdir(parents=True)
        self.folder, self.dim, self.parts = folder, dim, parts
        self.count = 0
        self.repeated = 0
        self._files = {
            name: (folder / name).open("wb")
            for name in ("vectors", "coordinates", "ids", "references", "offsets")
        }
        self._end = 0
        self.cells: towns.Cells = np.empty((0, 2), np.int64)
        self._cells: list[NDArray[np.int64]] = []

    def __enter__(self) -> Spool:
        return self

    def __exit__(
        self, _k: type[BaseException] | None, _e: BaseException | None, _t: TracebackType | None
    ) -> None:
        for stream in self._files.values():
            stream.close()

    def add(self, block: Block) -> None:
        """Write a block down. Raises InputError naming the first row that cannot be used."""
        self._check(block)
        self._files["vectors"].write(block.vectors.astype("<f2").tobytes())
        self._files["coordinates"].write(np.stack([block.lat, block.lon], axis=1).astype("<f8").tobytes())
        self._files["ids"].write(np.ascontiguousarray(block.ids).tobytes())
        lines = _lines(block)
        self._files["references"].write(b"".join(lines))
        ends = self._end + np.cumsum([len(line) for line in lines], dtype="<i8")
        self._files["offsets"].write(ends.tobytes())
        self._end = int(ends[-1]) if len(ends) else self._end
        self.count += len(block.lat)

    def _check(self, block: Block) -> None:
        n = len(block.lat)
        shapes = (block.lat.shape, block.lon.shape, block.ids.shape, block.vectors.shape)
        if shapes != ((n,), (n,), (n, _ID), (n, self.dim)) or len(block.rows) not in (0, n):
            raise InputError(
                f"A block of references has the shapes {shapes}; vectors need {self.dim} numbers."
            )
        # NaN compares False.
        wrong = ~((np.abs(block.lat) <= 90.0) & (np.abs(block.lon) <= 180.0))
        if wrong.any():
            row = int(np.argmax(wrong))
            raise InputError(
                f"Reference {self.count + row} lies at {block.lat[row]}, {block.lon[row]}, which is no place."
            )
        if problem := check_vectors(block.vectors, self.parts):
            for row in range(n):
                if why := check_vectors(block.vectors[row : row + 1], self.parts):
                    raise InputError(f"The vector of reference {self.count + row} {why}.")
            raise InputError(f"A vector {problem}.")

    def finish(self) -> None:
        """No more rows: flush, and find those whose id came before."""
        for stream in self._files.values():
            stream.close()
        ids = self.ids
        if not self.count:
            self.kept: NDArray[np.int64] = np.empty(0, np.int64)
            return
        self.kept = _first_of_each(ids)
        self.repeated = self.count - len(self.kept)
        self.cells = towns.count(*self.places_of(self.kept))

    def places_of(self, rows: NDArray[np.int64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        found = self.coordinates[rows]
        return found[:, 0], found[:, 1]

    @property
    def vectors(self) -> NDArray[np.float16]:
        return self._map("vectors", "<f2", self.dim)

    @property
    def coordinates(self) -> NDArray[np.float64]:
        return self._map("coordinates", "<f8", 2)

    @property
    def ids(self) -> NDArray[np.uint8]:
        return self._map("ids", np.uint8, _ID)

    def _map(self, name: str, kind: Any, width: int) -> NDArray[Any]:
        if not self.count:
            return np.empty((0, width), kind)
        found: NDArray[Any] = np.memmap(self.folder / name, kind, "r", shape=(self.count, width))
        return found

    def lines(self, rows: NDArray[np.int64]) -> list[bytes]:
        """The lines of references of some rows."""
        ends = np.memmap(self.folder / "offsets", "<i8", "r", shape=(self.count,))
        starts = np.where(rows > 0, ends[np.maximum(rows - 1, 0)], 0)
        text = np.memmap(self.folder / "references", np.uint8, "r").data
        return [
            bytes(text[start:end]) for start, end in zip(starts.tolist(), ends[rows].tolist(), strict=True)
        ]


def _first_of_each(ids: NDArray[np.uint8]) -> NDArray[np.int64]:
    """The first row of each id, ascending."""
    words = np.ascontiguousarray(ids[:, :8]).view(np.uint64).reshape(-1)
    if len(np.unique(words)) == len(words):  # nearly always, and much faster to find out
        return np.arange(len(words))
    first = np.unique(np.ascontiguousarray(ids).view("V32").reshape(-1), return_index=True)[1]
    return np.sort(first).astype(np.int64)


def _lines(block: Block) -> list[bytes]:
    if not block.rows:
        return [b"{}\n"] * len(block.lat)
    return [line(row) for row in block.rows]


def line(row: Row) -> bytes:
    """What is known of a reference as one line; fields that say nothing are left out."""
    said = {"name": row.name, "outline": row.outline, "taken_at": row.taken_at, "camera": row.camera}
    text = json.dumps({key: value for key, value in said.items() if value}, ensure_ascii=False)
    data = text.encode("utf-8", "replace") + b"\n"
    if len(data) > MOST_TEXT:
        raise InputError(f"What is said of the reference {row.name[:80]!r} is too long.")
    return data


def row_of(data: bytes) -> Row:
    """The inverse of :func:`line`. Raises ValueError or TypeError for what is none."""
    plain = json.loads(data)
    if not isinstance(plain, dict) or not all(type(value) is str for value in plain.values()):
        raise ValueError("no row of references")
    row = Row(**plain)
    "".join(plain.values()).encode()  # half a character (a lone surrogate) could be written nowhere
    if not _OUTLINE.fullmatch(row.outline):
        raise ValueError("no outline of a photograph")
    return row
