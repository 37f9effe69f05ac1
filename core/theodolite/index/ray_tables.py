"""A table of embeddings on a Ray cluster: nodes bring its pieces into the form of an index (shards.py), then
one machine makes the index of them.

:func:`finish` takes each piece from its shard, or makes it itself where there is none; so the index is the
one of ``tables.build_table``, to the byte, whether the cluster did everything, half of it or nothing.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from theodolite.codec import from_plain, to_plain
from theodolite.errors import InputError, StorageFailed
from theodolite.index import layout, ray_cluster, shards, stream, tables
from theodolite.index.ray_build import Spread
from theodolite.index.spool import Block
from theodolite.index.store import IndexInfo
from theodolite.index.stream import Origin, Settings
from theodolite.index.tables import Left, Piece
from theodolite.jobs import Job, Progress


def spread(table: str, out: str, address: str, *, parts: int = 1, allow_remote: bool = False) -> Job[Spread]:
    """Bring the pieces of ``table`` into shards, on the cluster at ``address``, for the index at ``out``.

    ``parts`` of a vector as in layout.PARTS_OF_A_VECTOR. Stopped at any time, the shards made so far stay.
    Raises NotFound, InputError, NetworkRefused (``address`` is not this machine), RayFailed, StorageFailed.
    """
    ray_cluster.require_local(address, allow_remote)
    place = Path(out).absolute()
    layout.refuse_foreign(place)
    partial = layout.partial_of(place)
    pieces = tables.pieces(str(Path(table).absolute()))
    dim = tables.width(table)
    yield Progress("Joining the Ray cluster", waiting=True)
    try:
        with layout.sole_builder(partial), ray_cluster.joined(address, allow_remote=allow_remote) as ray:
            folder = shards.folder_in(partial)
            folder.mkdir(exist_ok=True)
            items = [
                {"piece": to_plain(piece), "folder": str(folder), "parts": parts, "dim": dim}
                for piece in pieces
            ]
            answers = yield from ray_cluster.spread(ray, "Pieces of the table", make_shard, items)
    except OSError as error:
        raise StorageFailed(f"The index cannot be written: {error.strerror or error}.") from error
    known = sum(bool(answer["known"]) for answer in answers)
    nodes = len({answer["node"] for answer in answers})
    return Spread(nodes=nodes, looked_at=len(answers) - known, known=known, left=0)


def make_shard(item: dict[str, Any]) -> dict[str, Any]:
    """The task: one piece into its shard. Runs on a node; may run again."""
    folder = Path(item["folder"])
    ray_cluster.require_shared(folder)
    piece = from_plain(Piece, item["piece"])
    path, size, known = shards.make(folder, piece, int(item["parts"]), int(item["dim"]))
    return {"shard": path.name, "size": size, "known": known, "node": ray_cluster.node()}


def finish(
    table: str,
    out: str,
    origin: Origin = Origin(),  # noqa: B008 - frozen
    settings: Settings = Settings(),  # noqa: B008 - frozen
) -> Job[IndexInfo]:
    """The index of ``table`` at ``out``, from its shards where there are some.

    Raises as ``tables.build_table`` does. Shards are gone when the index is there.
    """
    place = Path(out).absolute()
    layout.refuse_foreign(place)
    partial = layout.partial_of(place)
    dim, left = tables.width(table), Left()
    if dim % origin.parts:
        raise InputError(f"A vector of the layout {origin.layout!r} cannot have {dim} numbers.")
    try:
        with layout.sole_builder(partial):
            taken = _blocks(str(Path(table).absolute()), shards.folder_in(partial), origin.parts, dim, left)
            info = yield from stream.publish_stream(taken, place, dim, origin, settings, left.rows())
            shutil.rmtree(partial)
    except OSError as error:
        raise StorageFailed(f"The index cannot be written: {error.strerror or error}.") from error
    return info


def _blocks(table: str, folder: Path, parts: int, dim: int, left: Left) -> Iterator[Block]:
    stamp = shards.stamp_of(table)
    for piece in tables.pieces(table):
        shard = shards.find(folder, shards.key(piece, stamp, parts, dim))
        for taken in tables.blocks_of(piece, parts, dim) if shard is None else shards.read(shard):
            left.add(taken.skipped)
            if len(taken.block.lat):
                yield taken.block
