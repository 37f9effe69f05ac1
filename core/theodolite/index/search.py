"""Photographs that resemble one: FAISS proposes, the exact cosine of the stored vectors decides."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from theodolite.domain import Reference, ReferenceSearch
from theodolite.errors import IndexDamaged, PackHashMismatch
from theodolite.index import outline
from theodolite.index.layout import Entry
from theodolite.index.store import OpenIndex, open_index
from theodolite.jobs import Job
from theodolite.vision import tasks
from theodolite.vision.encoder import load
from theodolite.workers import threads

MOST = 100
_NEAR_DUPLICATE_DEGREES = 0.01
_ROUNDING = 0.01  # of the length of a float16 vector
_EXTRA = 4  # how many more than asked for stage one proposes, so that duplicates can fall out


@dataclass(frozen=True)
class _Hit:
    index: OpenIndex
    row: int
    cosine: float


def search_file(
    exhibit: str, path: str, indexes: list[str], pack: str, k: int = MOST, exclude: Sequence[str] = ()
) -> Job[ReferenceSearch]:
    """The references most like the image at ``path``, for the exhibit of that id, in the vision worker.

    ``exclude``: hashes of photographs that may not answer, such as the exhibit itself.
    Raises DecodeFailed or InputError kinds, PackError kinds, IndexDamaged.
    """
    opened = [_opened(folder, load(pack).sha256) for folder in indexes]  # before the slow part
    vector = yield from tasks.encode_file(path, pack)
    encoder = load(pack)
    total, found = _search(list(zip(indexes, opened, strict=True)), vector, k, frozenset(exclude))
    return ReferenceSearch(
        exhibit=exhibit,
        indexes=tuple((folder, index.sha256) for folder, index in zip(indexes, opened, strict=True)),
        pack=encoder.pack,
        pack_sha256=encoder.sha256,
        total=total,
        references=found,
    )


def search(
    indexes: Sequence[str],
    vector: NDArray[np.float32],
    pack_sha256: str,
    k: int = MOST,
    exclude: Collection[str] = (),
) -> tuple[int, tuple[Reference, ...]]:
    """References of all ``indexes`` together, best first, and how many the indexes hold in all.

    ``vector`` is the unit vector of an image by the pack ``pack_sha256``; an index made by another pack is
    refused with PackHashMismatch, for its vectors live in another space. ``exclude`` names photographs by
    id (SHA-256) that do not count.
    """
    opened = [(folder, _opened(folder, pack_sha256)) for folder in indexes]
    return _search(opened, vector, k, frozenset(exclude))


def _opened(folder: str, pack_sha256: str) -> OpenIndex:
    index = open_index(folder)
    made_by = index.manifest
    if made_by.pack_sha256 != pack_sha256:
        raise PackHashMismatch(
            f"The index {Path(folder).name} was made with another version of the pack {made_by.pack} "
            f"({made_by.pack_sha256[:12]}, now {pack_sha256[:12]}). Build it again."
        )
    return index


def _search(
    opened: Sequence[tuple[str, OpenIndex]], vector: NDArray[np.float32], k: int, exclude: frozenset[str]
) -> tuple[int, tuple[Reference, ...]]:
    hits = [(folder, hit) for folder, index in opened for hit in _hits(index, vector, k, exclude)]
    hits.sort(key=lambda pair: (-pair[1].cosine, _entry(pair[1]).id, pair[0]))
    kept: list[tuple[str, _Hit]] = []
    for folder, hit in hits:
        if len(kept) == k:
            break
        if not any(_same_photograph(hit, other) for _, other in kept):
            kept.append((folder, hit))
    total = sum(index.manifest.count for _, index in opened)
    return total, tuple(_reference(folder, hit) for folder, hit in kept)


def _hits(index: OpenIndex, vector: NDArray[np.float32], k: int, exclude: frozenset[str]) -> list[_Hit]:
    """Candidates of one index with exact cosines from the memory-mapped float16 vectors."""
    import faiss

    faiss.omp_set_num_threads(threads())
    if vector.shape != (index.manifest.dim,):
        raise IndexDamaged(f"{index.path} holds vectors of {index.manifest.dim} numbers, not {vector.shape}.")
    count = min(index.manifest.count, _EXTRA * k + len(exclude))
    _, labels = index.first_stage.search(vector[None].astype(np.float32), count)
    found = labels[0][labels[0] >= 0]
    rows = np.searchsorted(index.ids, found)
    if np.any(rows >= len(index.ids)) or not np.array_equal(index.ids[rows], found):
        raise IndexDamaged(f"{index.path} names photographs that it does not hold.")
    exact = np.asarray(index.vectors[rows], np.float32)
    length = np.linalg.norm(exact, axis=1, keepdims=True)
    if not (np.abs(length - 1.0) < _ROUNDING).all():  # a NaN is no length either
        raise IndexDamaged(f"{index.path} holds vectors that are not of length 1.")
    exact /= length
    cosines = exact @ vector.astype(np.float32)
    return [
        _Hit(index, int(row), float(np.clip(cosine, -1, 1)))
        for row, cosine in zip(rows, cosines, strict=True)
        if index.entries[row].id not in exclude
    ]


def _entry(hit: _Hit) -> Entry:
    return hit.index.entries[hit.row]


def _same_photograph(first: _Hit, second: _Hit) -> bool:
    """Near-duplicate images count as one reference (posterior.md, retrieval): the same bytes in two indexes,
    or the same photograph scaled or re-encoded. Far apart on the map they are two claims, and both stay."""
    one, other = _entry(first), _entry(second)
    if one.id == other.id:
        return True
    near = (
        abs(one.lat - other.lat) <= _NEAR_DUPLICATE_DEGREES
        and abs(one.lon - other.lon) <= _NEAR_DUPLICATE_DEGREES
    )
    return near and outline.same(one.outline, other.outline)


def _reference(folder: str, hit: _Hit) -> Reference:
    entry, manifest = _entry(hit), hit.index.manifest
    return Reference(
        id=entry.id,
        index=folder,
        name=entry.name,
        path=str(Path(manifest.folder) / entry.name),
        lat=entry.lat,
        lon=entry.lon,
        cosine=hit.cosine,
        provider=manifest.provider,
        camera=entry.camera or "",
        taken_on=(entry.taken_at or "")[:10],
    )
