"""Pieces of a table as they go into an index, each in a file of its own: made anywhere, in any order, once.

A shard is named by what it was made of (the table's path, size and time, the piece, the form of the vectors)
and by what it holds. It is written beside and renamed, so there are whole shards only; and one piece gives
the same bytes wherever it is read, so that making it twice does no harm. Vectors are float16 as in an index.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from theodolite import codec
from theodolite.errors import StorageFailed
from theodolite.index import tables
from theodolite.index.layout import Row, Skipped
from theodolite.index.spool import Block
from theodolite.index.tables import Piece, Taken

_FORM = 1
_HEAD = struct.Struct("<Q")
_MOST_HEAD = 1 << 28


def folder_in(partial: Path) -> Path:
    """Where the shards of an index lie while it is prepared."""
    return partial / "found-shards"


def key(piece: Piece, stamp: tuple[int, int], parts: int, dim: int) -> str:
    """What a shard is made of. ``stamp``: size and time (ns) of the table."""
    made_of = [_FORM, str(Path(piece.path).absolute()), *stamp, piece.number, piece.first, piece.count]
    return hashlib.sha256(json.dumps([*made_of, parts, dim]).encode()).hexdigest()[:32]


def stamp_of(table: Path | str) -> tuple[int, int]:
    found = Path(table).stat()
    return found.st_size, found.st_mtime_ns


def find(folder: Path, name: str) -> Path | None:
    """The shard made of ``name``, if there is one."""
    return next(iter(sorted(folder.glob(f"{name}-*.rows"))), None)


def make(folder: Path, piece: Piece, parts: int, dim: int) -> tuple[Path, int, bool]:
    """The shard of a piece, made unless it is there: its path, its bytes, whether it was there.

    Raises InputError (the table), StorageFailed (the table was changed on the way).
    """
    stamp = stamp_of(piece.path)
    name = key(piece, stamp, parts, dim)
    if (found := find(folder, name)) is not None:
        return found, found.stat().st_size, True
    beside = folder / f"{name}.{secrets.token_hex(8)}.new"
    digest = hashlib.sha256()
    try:
        with beside.open("wb") as stream:
            for taken in tables.blocks_of(piece, parts, dim):
                for part in _parts(taken):
                    stream.write(part)
                    digest.update(part)
            stream.write(digest.digest())
        if stamp_of(piece.path) != stamp:
            raise StorageFailed(f"{piece.path} was changed while it was read.")
        place = folder / f"{name}-{digest.hexdigest()[:32]}.rows"
        beside.replace(place)
    finally:
        beside.unlink(missing_ok=True)
    return place, place.stat().st_size, False


def _parts(taken: Taken) -> Iterator[bytes]:
    block = taken.block
    head = {
        "rows": len(block.lat),
        "dim": block.vectors.shape[1],
        "said": [codec.to_plain(row) for row in block.rows],
        "skipped": [codec.to_plain(row) for row in taken.skipped],
    }
    text = json.dumps(head, ensure_ascii=True).encode()
    yield _HEAD.pack(len(text))
    yield text
    yield np.ascontiguousarray(block.ids).tobytes()
    yield block.lat.astype("<f8").tobytes()
    yield block.lon.astype("<f8").tobytes()
    yield block.vectors.astype("<f2").tobytes()


def read(path: Path) -> Iterator[Taken]:
    """What :func:`make` wrote. Raises StorageFailed when it is not that, at the end at the latest."""
    digest = hashlib.sha256()
    end = path.stat().st_size - digest.digest_size
    with path.open("rb") as stream:
        while stream.tell() < end:
            yield _block(stream, digest, path)
        if stream.read() != digest.digest() or digest.hexdigest()[:32] not in path.name:
            raise _damaged(path)


def _block(stream: BinaryIO, digest: Any, path: Path) -> Taken:
    def take(count: int) -> bytes:
        data = stream.read(count)
        if len(data) != count:
            raise _damaged(path)
        digest.update(data)
        return data

    (length,) = _HEAD.unpack(take(_HEAD.size))
    if length > _MOST_HEAD:
        raise _damaged(path)
    try:
        head = json.loads(take(length))
        n, dim = int(head["rows"]), int(head["dim"])
        said = tuple(codec.from_plain(Row, row) for row in head["said"])
        skipped = tuple(codec.from_plain(Skipped, row) for row in head["skipped"])
        ids = np.frombuffer(take(32 * n), np.uint8).reshape(n, 32)
        lat, lon = (np.frombuffer(take(8 * n), "<f8").astype(np.float64) for _ in range(2))
        vectors = np.frombuffer(take(2 * n * dim), "<f2").astype(np.float32).reshape(n, dim)
    except (ValueError, TypeError, KeyError, OverflowError) as error:
        raise _damaged(path) from error
    return Taken(Block(ids, lat, lon, vectors, said), skipped)


def _damaged(path: Path) -> StorageFailed:
    return StorageFailed(f"{path} is damaged; delete it and start the build again.")
