"""Vectors of frozen towers, computed once: kept by what was looked at and by the tower that looked.

One folder a tower: ``vectors.f32``, rows of float32 one behind the other, and ``known.db``, which says by the
sha256 of a photograph's bytes (or of a sentence) which row is its vector, or why it has none. A row is
flushed before the database names it, so a kill at any moment loses a few vectors and damages none; each row
has a checksum that is verified when it is used again.
"""

from __future__ import annotations

import os
import sqlite3
import threading
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from theodolite.errors import InputError, StorageFailed

Floats = NDArray[np.float32]

_TOGETHER = 64
"""New rows that are written together."""


class Store:
    """The vectors of the tower ``sha256``, [rows, dim], below ``folder``; one process at a time.

    Threads may ask :meth:`get`; one thread writes.
    """

    def __init__(self, folder: Path, sha256: str, dim: int) -> None:
        self._place, self._dim = folder / f"{sha256[:16]}-{dim}", dim
        self._guard = threading.Lock()
        self._waiting = 0
        with ExitStack() as opened:
            try:
                self._place.mkdir(parents=True, exist_ok=True)
                self._lock = opened.enter_context((self._place / ".lock").open("w"))
                self._hold()
                self._db = opened.enter_context(
                    closing(sqlite3.connect(self._place / "known.db", check_same_thread=False))
                )
                self._db.execute(
                    "CREATE TABLE IF NOT EXISTS known "
                    "(key BLOB PRIMARY KEY, row INTEGER, crc INTEGER, reason TEXT NOT NULL) WITHOUT ROWID"
                )
                self._file = opened.enter_context((self._place / "vectors.f32").open("a+b", buffering=0))
                self._rows = self._whole_rows()
            except (OSError, sqlite3.Error) as error:
                raise StorageFailed(
                    f"The cache of vectors in {folder} cannot be used ({error}). Remove it to begin anew."
                ) from error
            self._opened = opened.pop_all()

    def _whole_rows(self) -> int:
        """The rows that file and database agree on; what is beyond them is dropped from both."""
        (last,) = self._db.execute("SELECT COALESCE(MAX(row), -1) FROM known").fetchone()
        held: int = os.fstat(self._file.fileno()).st_size // (4 * self._dim)
        if held <= last:  # vectors were lost after all (power, not a kill): those rows are not known
            self._db.execute("DELETE FROM known WHERE row >= ?", (held,))
        self._db.commit()
        rows = min(held, int(last) + 1)
        self._file.truncate(rows * 4 * self._dim)
        return rows

    def _hold(self) -> None:
        try:
            import fcntl

            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except ImportError:  # Windows: nothing guards against a second training
            pass
        except BlockingIOError as error:
            raise InputError(f"Another training is using the vectors in {self._place.parent}.") from error

    def get(self, key: bytes) -> int | str | None:
        """The row of ``key``, or the reason why it has none; None: not known yet."""
        with self._guard:
            found = self._db.execute("SELECT row, crc, reason FROM known WHERE key = ?", (key,)).fetchone()
            if found is None:
                return None
            row, crc, reason = found
            if row is None:
                return str(reason)
            data = os.pread(self._file.fileno(), 4 * self._dim, row * 4 * self._dim)
            if zlib.crc32(data) == crc:
                return int(row)
            self._db.execute("DELETE FROM known WHERE key = ?", (key,))  # damaged: to be computed again
            return None

    def put(self, key: bytes, vector: Floats) -> int:
        """Append a vector [dim]; its row. It is kept for good with the next :meth:`flush`."""
        data = np.ascontiguousarray(vector, "<f4").tobytes()
        assert len(data) == 4 * self._dim
        with self._guard, _storing(self._place):
            row: int = self._rows
            self._file.write(data)
            self._rows += 1
            self._remember(key, row, zlib.crc32(data), "")
        return row

    def put_reason(self, key: bytes, reason: str) -> None:
        """Remember that ``key`` has no vector."""
        with self._guard, _storing(self._place):
            self._remember(key, None, None, reason)

    def _remember(self, key: bytes, row: int | None, crc: int | None, reason: str) -> None:
        self._db.execute("INSERT OR REPLACE INTO known VALUES (?, ?, ?, ?)", (key, row, crc, reason))
        self._waiting += 1
        if self._waiting >= _TOGETHER:
            self._keep()

    def flush(self) -> None:
        with self._guard, _storing(self._place):
            self._keep()

    def _keep(self) -> None:
        os.fsync(self._file.fileno())
        self._db.commit()
        self._waiting = 0

    def matrix(self) -> Floats:
        """All rows, memory-mapped, read only: float32 [rows, dim]."""
        self.flush()
        if not self._rows:
            return np.empty((0, self._dim), np.float32)
        path = self._place / "vectors.f32"
        return np.memmap(path, "<f4", "r", shape=(self._rows, self._dim))

    def close(self) -> None:
        with self._opened:
            self.flush()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class Spool:
    """Vectors that come from a table, on disk for the length of one training: float32 [rows, d]."""

    def __init__(self, folder: Path, name: str) -> None:
        self._path = folder / f"{name}.f32"
        self._dim, self.rows = 0, 0
        with _storing(folder):
            folder.mkdir(parents=True, exist_ok=True)
            self._file = self._path.open("wb")

    def append(self, vectors: Floats) -> int:
        """Add rows [b, d]; the number of the first. Raises InputError when they are not as long as before."""
        if not len(vectors):
            return self.rows
        if self._dim not in (0, vectors.shape[1]):
            raise InputError(f"The table holds vectors of {self._dim} and of {vectors.shape[1]} numbers.")
        first, self._dim = self.rows, int(vectors.shape[1])
        with _storing(self._path.parent):
            self._file.write(np.ascontiguousarray(vectors, "<f4").data)
        self.rows += len(vectors)
        return first

    def matrix(self) -> Floats:
        """All rows, memory-mapped, read only."""
        with _storing(self._path.parent):
            self._file.flush()
        if not self.rows:
            return np.empty((0, self._dim), np.float32)
        return np.memmap(self._path, "<f4", "r", shape=(self.rows, self._dim))

    def __enter__(self) -> Spool:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()


@contextmanager
def _storing(place: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        raise StorageFailed(f"The cache of vectors in {place} cannot be written: {error}.") from error
