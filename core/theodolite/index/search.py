"""Photographs that resemble one, or that least do: stage one proposes, exact cosines decide."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from theodolite.domain import Reference, ReferenceSearch
from theodolite.errors import InputError, PackHashMismatch
from theodolite.index import aligned, novelty, outline, towns
from theodolite.index.layout import Entry
from theodolite.index.spool import check_vectors, hashed
from theodolite.index.store import OpenIndex, open_index
from theodolite.jobs import Job
from theodolite.vision.encoder import load

MOST = 100
_NEAR_DUPLICATE_DEGREES = 0.01
_EXTRA = 4  # how many more than asked for the segments give, so that duplicates can fall out


@dataclass(frozen=True)
class Hits:
    """Rows of one index, best first: number of the segment, row in it, mean cosine of the parts."""

    segments: NDArray[np.int64]
    rows: NDArray[np.int64]
    scores: NDArray[np.float32]


@dataclass(frozen=True)
class Found:
    """What a search found in ``total`` references in ``towns`` towns, best first.

    ``by_chance``: how likely the best score is for a place of which the indexes hold nothing (novelty.py).
    """

    total: int
    towns: int
    references: tuple[Reference, ...]
    by_chance: float | None


@dataclass(frozen=True)
class _Hit:
    folder: str
    index: OpenIndex
    segment: int
    row: int
    score: float
    id: bytes
    lat: float
    lon: float

    @cached_property
    def entry(self) -> Entry:
        return self.index.segments[self.segment].entry(self.row)


def search_file(
    exhibit: str,
    path: str,
    indexes: list[str],
    pack: str,
    k: int = MOST,
    exclude: Sequence[str] = (),
    dissimilar: bool = False,
    align: str = "",
) -> Job[ReferenceSearch]:
    """The references most like the image at ``path``, for the exhibit of that id, in the vision worker.

    ``exclude``: hashes of photographs that may not answer, such as the exhibit itself. ``dissimilar``: the
    references least like it, the least first. ``align``: folder of the alignment model of indexes that were
    made with one; without it the installed one is taken.
    Raises DecodeFailed or InputError kinds, PackError kinds, IndexDamaged.
    """
    encoder = load(pack)
    opened, models = [], {""}
    for folder in indexes:  # before the slow part
        index = _opened(folder, encoder.sha256, None)
        models.add(aligned.model_of(index.manifest, align))
        opened.append((folder, index))
    vectors = yield from aligned.encode_file(path, pack, sorted(models))
    found = _search(
        [(folder, index, vectors[index.manifest.align_sha256]) for folder, index in opened],
        k,
        _ids(exclude),
        dissimilar,
    )
    return ReferenceSearch(
        exhibit=exhibit,
        indexes=tuple((folder, index.sha256) for folder, index in opened),
        pack=encoder.pack,
        pack_sha256=encoder.sha256,
        total=found.total,
        references=found.references,
        towns=found.towns,
        by_chance=found.by_chance,
    )


def search(
    indexes: Sequence[str],
    vector: NDArray[np.float32],
    pack_sha256: str,
    k: int = MOST,
    exclude: Collection[str] = (),
    dissimilar: bool = False,
    align_sha256: str = "",
) -> tuple[int, tuple[Reference, ...]]:
    """References of all ``indexes`` together, best first, and how many the indexes hold in all.

    ``vector`` is the unit vector of an image by the pack ``pack_sha256`` (and for an index of the layout
    'g3' the three of an image by the alignment model ``align_sha256``); an index made by another one is
    refused with PackHashMismatch, for its vectors live in another space. ``exclude`` names photographs by
    id (SHA-256) that do not count. ``dissimilar``: the least similar ones, the least first.
    """
    opened = [(folder, _opened(folder, pack_sha256, align_sha256), vector) for folder in indexes]
    found = _search(opened, k, _ids(exclude), dissimilar)
    return found.total, found.references


def nearest(index: OpenIndex, vector: NDArray[np.float32], k: int, dissimilar: bool = False) -> Hits:
    """The best rows of one index, whatever they show: no near-duplicates removed, no names read.

    ``scores`` are cosines; with ``dissimilar`` they ascend. Raises InputError for a vector that is none.
    """
    query = np.ascontiguousarray(vector, np.float32)
    if query.shape != (index.manifest.dim,):
        raise InputError(f"{index.path} holds vectors of {index.manifest.dim} numbers, not {query.shape}.")
    if problem := check_vectors(query[None], index.manifest.parts):
        raise InputError(f"The vector to search for {problem}.")
    if dissimilar:
        query = -query
    found = [one.stage.best(query, k, one.alive, dissimilar) for one in index.segments]
    scores = np.concatenate([score for _, score in found])
    rows = np.concatenate([row for row, _ in found])
    segments = np.repeat(np.arange(len(found)), [len(row) for row, _ in found])
    if len(found) > 1:
        order = np.lexsort((rows, segments, -scores))[:k]
        scores, rows, segments = scores[order], rows[order], segments[order]
    return Hits(segments, rows, np.clip(-scores if dissimilar else scores, -1.0, 1.0))


def _opened(folder: str, pack_sha256: str, align_sha256: str | None) -> OpenIndex:
    """The index, if its vectors are of that encoder and alignment model (None: of whichever)."""
    index = open_index(folder)
    made_by = index.manifest
    if made_by.pack_sha256 != pack_sha256:
        raise PackHashMismatch(
            f"The index {Path(folder).name} was made with another version of the pack {made_by.pack or '?'} "
            f"({made_by.pack_sha256[:12] or 'unnamed'}, now {pack_sha256[:12]}). Build it again."
        )
    if align_sha256 is not None and made_by.align_sha256 != align_sha256:
        raise PackHashMismatch(
            f"The index {Path(folder).name} was made with "
            f"{'the alignment model ' + made_by.align if made_by.align_sha256 else 'no alignment model'}; "
            f"it cannot be searched with {'another' if align_sha256 else 'none'}."
        )
    return index


def _search(
    asked: Sequence[tuple[str, OpenIndex, NDArray[np.float32]]],
    k: int,
    exclude: frozenset[bytes],
    dissimilar: bool,
) -> Found:
    hits = [
        hit for folder, index, vector in asked for hit in _hits(folder, index, vector, k, exclude, dissimilar)
    ]
    sign = 1.0 if dissimilar else -1.0
    hits.sort(key=lambda hit: (sign * hit.score, hit.id, hit.folder))
    kept: list[_Hit] = []
    for hit in hits:
        if len(kept) == k:
            break
        if not any(_same_photograph(hit, other) for other in kept):
            kept.append(hit)
    return Found(
        total=sum(index.manifest.count for _, index, _ in asked),
        towns=_towns(tuple(index for _, index, _ in asked)),
        references=_references(kept),
        by_chance=None if dissimilar or not kept else _by_chance(kept[0], [index for _, index, _ in asked]),
    )


def _by_chance(best: _Hit, indexes: Sequence[OpenIndex]) -> float:
    every = [(index, number) for index in indexes for number in range(len(index.segments))]
    parts = [index.segments[number].segment for index, number in every]
    holder = next(
        at for at, (index, number) in enumerate(every) if index is best.index and number == best.segment
    )
    return novelty.by_chance(best.score, [(one.background, one.places) for one in parts], holder)


def _hits(
    folder: str,
    index: OpenIndex,
    vector: NDArray[np.float32],
    k: int,
    exclude: frozenset[bytes],
    dissimilar: bool,
) -> list[_Hit]:
    found = nearest(index, vector, _EXTRA * k + len(exclude), dissimilar)
    hits: list[_Hit] = []
    for number, segment in enumerate(index.segments):
        which = found.segments == number
        rows = found.rows[which]
        ids, places = segment.ids.take(rows), segment.places(rows)
        for row, score, identity, (lat, lon) in zip(
            rows.tolist(), found.scores[which].tolist(), ids, places.tolist(), strict=True
        ):
            hits.append(_Hit(folder, index, number, row, score, identity.tobytes(), lat, lon))
    return [hit for hit in hits if hit.id not in exclude]


def _ids(exclude: Collection[str]) -> frozenset[bytes]:
    return frozenset(identity.tobytes() for identity in hashed(exclude))


@lru_cache(maxsize=8)
def _towns_of(held: tuple[tuple[str, str], ...]) -> int:
    return towns.towns(towns.add(*(open_index(folder).cells for folder, _ in held)))


def _towns(indexes: tuple[OpenIndex, ...]) -> int:
    """Towns of several indexes together; one index knows its own."""
    if len(indexes) == 1:
        return indexes[0].manifest.places
    return _towns_of(tuple((str(index.path), index.sha256) for index in indexes))


def _same_photograph(one: _Hit, other: _Hit) -> bool:
    """Near-duplicate images count as one reference (posterior.md, retrieval): the same bytes in two indexes,
    or the same photograph scaled or re-encoded. Far apart on the map they are two claims, and both stay."""
    if one.id == other.id:
        return True
    if (
        abs(one.lat - other.lat) > _NEAR_DUPLICATE_DEGREES
        or abs(one.lon - other.lon) > _NEAR_DUPLICATE_DEGREES
    ):
        return False
    first, second = one.entry.outline, other.entry.outline
    return bool(first and second) and outline.same(first, second)


def _references(hits: Sequence[_Hit]) -> tuple[Reference, ...]:
    """The names of all hits, read from each segment at once."""
    found: dict[int, Reference] = {}
    segments = {(hit.folder, hit.segment): hit.index for hit in hits}
    for (folder, number), index in segments.items():
        which = [at for at, hit in enumerate(hits) if (hit.folder, hit.segment) == (folder, number)]
        entries = index.segments[number].entries(np.array([hits[at].row for at in which]))
        for at, entry in zip(which, entries, strict=True):
            found[at] = _reference(hits[at], entry)
    return tuple(found[at] for at in range(len(hits)))


def _reference(hit: _Hit, entry: Entry) -> Reference:
    manifest = hit.index.manifest
    return Reference(
        id=entry.id,
        index=hit.folder,
        name=entry.name,
        path=str(Path(manifest.folder) / entry.name) if manifest.folder else "",
        lat=entry.lat,
        lon=entry.lon,
        cosine=hit.score,
        provider=manifest.provider,
        camera=entry.camera or "",
        taken_on=(entry.taken_at or "")[:10],
    )
