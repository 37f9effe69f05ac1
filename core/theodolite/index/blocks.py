"""Files with a checksum per 1 MiB block: written in one pass, believed block by block.

A file's hash is the SHA-256 of the SHA-256s of its blocks, so that both cores can hash one file, a writer
knows the hash when the last byte is written, and a memory-mapped file of gigabytes can be checked where it
is read. A block is verified the first time something in it is asked for.
"""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from theodolite.errors import IndexDamaged
from theodolite.index import layout
from theodolite.index.layout import File
from theodolite.workers import threads

BLOCK = 1 << 20
DIGEST = 32
_AHEAD = 64  # blocks in memory while a file is hashed


def sha256_of(path: Path) -> str:
    """The plain SHA-256 of a file: the id of a photograph, and of an index by its manifest."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def root(digests: bytes) -> str:
    """The hash of a file from those of its blocks."""
    return hashlib.sha256(digests).hexdigest()


def digests_of(path: Path) -> bytes:
    """The SHA-256 of each block of a file, one after another."""

    def blocks() -> Iterator[bytes]:
        with path.open("rb") as stream:
            while chunk := stream.read(BLOCK):
                yield chunk

    found: list[bytes] = []
    with ThreadPoolExecutor(threads()) as pool:
        batch: list[bytes] = []
        for block in blocks():
            batch.append(block)
            if len(batch) == _AHEAD:
                found += pool.map(_digest, batch)
                batch = []
        found += pool.map(_digest, batch)
    return b"".join(found)


def _digest(block: Any) -> bytes:
    return hashlib.sha256(block).digest()


class Writer:
    """A part written as a stream; :meth:`finish` gives it its name by content, flushed to the disk."""

    def __init__(self, folder: Path, part: str) -> None:
        self._folder, self._part = folder, part
        self._path = folder / f"{part}-writing"
        self._stream = self._path.open("wb")
        self._pending = bytearray()
        self._digests = bytearray()
        self._size = 0

    def __enter__(self) -> Writer:
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()

    def write(self, data: bytes | memoryview) -> None:
        self._stream.write(data)
        self._size += len(data)
        self._pending += data
        whole = len(self._pending) - len(self._pending) % BLOCK
        with memoryview(self._pending) as pending:
            for at in range(0, whole, BLOCK):
                self._digests += _digest(pending[at : at + BLOCK])
        del self._pending[:whole]

    def header(self, shape: tuple[int, ...], kind: Any) -> None:
        """The head of an .npy file whose rows follow."""
        self.write(npy_head(shape, kind))

    def rows(self, array: NDArray[Any]) -> None:
        self.write(np.ascontiguousarray(array).reshape(-1).view(np.uint8).data)

    def finish(self) -> tuple[File, bytes]:
        """The named file and the hashes of its blocks."""
        if self._pending:
            self._digests += _digest(self._pending)
        self._stream.close()
        digests = bytes(self._digests)
        sha256 = root(digests)
        name = layout.file_name(self._part, sha256)
        layout.sync(self._path)
        self._path.replace(self._folder / name)
        return File(self._part, name, sha256, self._size), digests


def npy_head(shape: tuple[int, ...], kind: Any) -> bytes:
    """How an .npy file of that shape and type starts."""
    head = io.BytesIO()
    descr = np.lib.format.dtype_to_descr(np.dtype(kind))
    np.lib.format.write_array_header_1_0(head, {"descr": descr, "fortran_order": False, "shape": shape})
    return head.getvalue()


def write_array(folder: Path, part: str, array: NDArray[Any]) -> tuple[File, bytes]:
    with Writer(folder, part) as writer:
        writer.header(array.shape, array.dtype)
        writer.rows(array)
        return writer.finish()


def write_bytes(folder: Path, part: str, data: bytes) -> tuple[File, bytes]:
    with Writer(folder, part) as writer:
        writer.write(data)
        return writer.finish()


class Mapped:
    """A memory-mapped file whose blocks are verified when they are first read.

    ``digests``: SHA-256 of each block. Raises IndexDamaged naming the file and the block.
    """

    def __init__(self, path: Path, file: File, digests: bytes) -> None:
        self.path, self.digests = path, digests
        require_size(path, file)
        if root(digests) != file.sha256 or len(digests) != DIGEST * -(-file.size // BLOCK):
            raise IndexDamaged(f"{path} was changed: its hash is not the one in {layout.MANIFEST}.")
        mapped = np.memmap(path, np.uint8, "r") if file.size else np.empty(0, np.uint8)
        self.bytes: NDArray[np.uint8] = mapped.view(np.ndarray)  # slices of a memmap are slow to make
        self.verified: NDArray[np.bool_] = np.zeros(len(digests) // DIGEST, np.bool_)

    def check(self, starts: NDArray[np.int64], ends: NDArray[np.int64]) -> None:
        """Verify the blocks that hold the bytes [start, end) for each pair (none is empty)."""
        first, last = starts // BLOCK, (ends - 1) // BLOCK
        if self.verified[first].all() and self.verified[last].all() and (last - first).max(initial=0) < 2:
            return
        for one, other in zip(first.tolist(), last.tolist(), strict=True):
            for block in range(one, other + 1):
                self._check_block(block)

    def _check_block(self, block: int) -> None:
        if self.verified[block]:
            return
        actual = _digest(self.bytes[block * BLOCK : (block + 1) * BLOCK].data)
        if actual != self.digests[block * DIGEST : (block + 1) * DIGEST]:
            raise IndexDamaged(
                f"{self.path} was changed: the hash of its block {block} is not the one that was stored."
            )
        self.verified[block] = True

    def check_all(self) -> Iterator[int]:
        """Verify every block again, yielding the number of bytes done."""
        self.verified[:] = False
        for block in range(len(self.verified)):
            self._check_block(block)
            yield min((block + 1) * BLOCK, len(self.bytes))


class MappedArray:
    """An .npy file read by rows through :class:`Mapped`."""

    def __init__(self, path: Path, file: File, digests: bytes, kind: Any, shape: tuple[int, ...]) -> None:
        self.file = Mapped(path, file, digests)
        head = npy_head(shape, kind)
        start, width = len(head), int(np.dtype(kind).itemsize * np.prod(shape[1:], dtype=np.int64))
        if file.size != start + width * shape[0] or self.file.bytes[:start].tobytes() != head:
            raise foreign(path)
        self._start, self._width = start, width
        self.rows: NDArray[Any] = self.file.bytes[start:].view(kind).reshape(shape)

    def take(self, rows: NDArray[np.int64]) -> NDArray[Any]:
        """Verified copies of some rows, in that order."""
        at = self._start + rows.astype(np.int64) * self._width
        self.file.check(at, at + self._width)
        found: NDArray[Any] = self.rows[rows]
        return found

    def span(self, first: int, last: int) -> NDArray[Any]:
        """The verified rows [first, last), not copied."""
        if last > first:
            start, end = self._start + first * self._width, self._start + last * self._width
            self.file.check(np.array([start]), np.array([end]))
        found: NDArray[Any] = self.rows[first:last]
        return found


def load_array(path: Path, file: File, kind: Any, shape: tuple[int, ...]) -> NDArray[Any]:
    """An .npy file read into memory and hashed on the way. ``shape``: -1 stands for any length.

    Raises IndexDamaged.
    """
    width = int(np.dtype(kind).itemsize * np.prod(shape[1:], dtype=np.int64))
    if shape[0] == -1:
        shape = (max(0, file.size - len(npy_head(shape, kind))) // width, *shape[1:])
    head = npy_head(shape, kind)
    if file.size != len(head) + width * shape[0]:
        raise foreign(path)
    data = load_bytes(path, file)
    if data[: len(head)].tobytes() != head:
        raise foreign(path)
    found: NDArray[Any] = data[len(head) :].view(kind).reshape(shape)
    return found


def load_bytes(path: Path, file: File) -> NDArray[np.uint8]:
    """A whole file in memory, its blocks read and hashed on all threads that we may use."""
    require_size(path, file)
    data = np.empty(file.size, np.uint8)
    starts = range(0, file.size, BLOCK)
    try:
        if len(starts) < 4:
            digests = [_read_block(path, data, start, start + BLOCK) for start in starts]
        else:
            # Short, and somebody waits for it: all processors, whatever longer work may take.
            workers = min(4, os.cpu_count() or 1)
            step = max(1, -(-len(starts) // (4 * workers))) * BLOCK
            with ThreadPoolExecutor(workers) as pool:
                jobs = [
                    pool.submit(_read_block, path, data, at, at + step) for at in range(0, file.size, step)
                ]
                digests = [job.result() for job in jobs]
    except OSError as error:
        raise IndexDamaged(f"{path} cannot be read: {error.strerror or error}.") from error
    if root(b"".join(digests)) != file.sha256:
        raise IndexDamaged(f"{path} was changed: its hash is not the one in {layout.MANIFEST}.")
    return data


def _read_block(path: Path, data: NDArray[np.uint8], start: int, end: int) -> bytes:
    """Fill data[start:end) from the file; hash each block while it is still in the processor's cache."""
    digests = bytearray()
    with path.open("rb", buffering=0) as stream:
        stream.seek(start)
        for at in range(start, min(end, len(data)), BLOCK):
            view = data[at : min(at + BLOCK, end)].data
            done = 0
            while done < len(view) and (read := stream.readinto(view[done:])):
                done += read
            digests += _digest(view)
    return bytes(digests)


def require_size(path: Path, file: File) -> None:
    try:
        size = path.stat().st_size
    except FileNotFoundError as error:
        raise IndexDamaged(f"{path} is missing.") from error
    except OSError as error:
        raise IndexDamaged(f"{path} cannot be read: {error.strerror or error}.") from error
    if size != file.size:
        raise IndexDamaged(f"{path} has {size} bytes instead of {file.size}.")


def foreign(path: Path) -> IndexDamaged:
    return IndexDamaged(f"{path} does not belong to this index.")
