"""The long part of a build on a Ray cluster: nodes look at photographs, the local build does the rest.

What takes hours of a large build is decoding and encoding. Each photograph is looked at by the very code of
the local build (build.py), in the same sandboxed decoder, and what it gives is kept in the same cache beside
the index: one file a photograph, named by its content, written beside and renamed. So a task that is run
again, on another node because its own died, finds what is there and does the rest; and the local build that
follows finds every photograph known and makes the index that it would have made alone, to the byte. Tables
of embeddings go the same way in shards (ray_tables.py).

All nodes need the same folders (photographs, pack, place of the index) at the same paths, and the same
version of Theodolite. Only the command line calls this.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from theodolite.errors import InputError, NotFound, PackHashMismatch, StorageFailed
from theodolite.evidence.decode import Decoder, file_type
from theodolite.index import blocks, layout, ray_cluster
from theodolite.index.aligned import Looker
from theodolite.index.build import Photograph, files_below, look_at
from theodolite.index.cache import Cache
from theodolite.jobs import Job, Progress, run_to_end
from theodolite.packs.library import read_manifest

SHARE = 16
"""Photographs of a task: some seconds of work, so that little is done twice when a node dies."""


@dataclass(frozen=True, slots=True)
class Spread:
    """What the cluster did. ``nodes``: how many of them; ``known``: looked at by an earlier build.

    ``left``: files that no node could use; the local build says why.
    """

    nodes: int
    looked_at: int
    known: int
    left: int


def photographs(
    folder: str,
    out: str,
    pack: str,
    address: str,
    *,
    align: str = "",
    allow_remote: bool = False,
    share: int = SHARE,
) -> Job[Spread]:
    """Look at every photograph below ``folder`` on the cluster at ``address`` for the index at ``out``.

    Then ``build.build`` with the same arguments has little left to do. Stopped at any time, what was looked
    at stays. Raises NotFound, InputError, NetworkRefused (``address`` is not this machine), RayFailed,
    PackError kinds, StorageFailed.
    """
    ray_cluster.require_local(address, allow_remote)
    source, place = Path(folder).absolute(), Path(out).absolute()
    if not source.is_dir():
        raise NotFound(f"{source} is no folder.")
    layout.refuse_foreign(place)
    made_by = {"pack": str(Path(pack).absolute()), "align": str(Path(align).absolute()) if align else ""}
    hashes = {"pack_sha256": read_manifest(Path(pack)).sha256, "align_sha256": _identity(align)}
    partial = layout.partial_of(place)
    yield Progress("Joining the Ray cluster", waiting=True)
    try:
        with layout.sole_builder(partial), ray_cluster.joined(address, allow_remote=allow_remote) as ray:
            paths = [str(path) for path in files_below(source, place)]
            items = [
                {"paths": paths[at : at + share], "partial": str(partial), **made_by, **hashes}
                for at in range(0, len(paths), share)
            ]
            answers = yield from ray_cluster.spread(ray, "Shares of photographs", look_at_share, items)
    except OSError as error:
        raise StorageFailed(f"The index cannot be written: {error.strerror or error}.") from error
    return Spread(
        nodes=len({answer["node"] for answer in answers}),
        looked_at=sum(int(answer["looked_at"]) for answer in answers),
        known=sum(int(answer["known"]) for answer in answers),
        left=sum(int(answer["left"]) for answer in answers),
    )


def look_at_share(item: dict[str, Any]) -> dict[str, Any]:
    """The task: look at some photographs and keep what they gave. Runs on a node; may run again."""
    partial = Path(item["partial"])
    ray_cluster.require_shared(partial)
    looker = _looker(str(item["pack"]), str(item["align"]))
    made_by = looker.origin
    if (made_by.pack_sha256, made_by.align_sha256) != (item["pack_sha256"], item["align_sha256"]):
        raise PackHashMismatch("A node has another version of the encoder pack or of the alignment model.")
    cache = Cache(partial, looker.sha256, looker.dim)
    counts = {"looked_at": 0, "known": 0, "left": 0}
    with Decoder() as decoder:
        for path in map(Path, item["paths"]):
            try:
                media_type, sha256 = file_type(path), blocks.sha256_of(path)
            except (InputError, OSError):  # the local build finds the same and says it
                counts["left"] += 1
                continue
            if cache.get(sha256) is not None:
                counts["known"] += 1
                continue
            found = run_to_end(
                look_at(Photograph(path, path.name, sha256), media_type, decoder, looker, cache)
            )
            counts["left" if found.entry is None else "looked_at"] += 1
    return {**counts, "node": ray_cluster.node()}


@lru_cache(maxsize=1)
def _looker(pack: str, align: str) -> Looker:
    """A node's process serves many shares."""
    return Looker(pack, align)


def _identity(align: str) -> str:
    if not align:
        return ""
    from theodolite.align import load

    return load.identity(align).sha256
