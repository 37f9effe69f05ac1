"""How many lists a query scans and how many rows it compares exactly: measured on the segment itself.

Queries are made from stored rows with noise at right angles, at the cosines .95, .8 and .6 to their source.
Their exact best 20 come from one pass over the stored vectors (which serves novelty.py as well); then the
cheapest pair of numbers is taken with which the compressed stage finds enough of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from theodolite.index import blocks, novelty, stage
from theodolite.index.compressed import Compressed
from theodolite.index.layout import Segment
from theodolite.index.segment import Settings
from theodolite.index.spool import Spool
from theodolite.jobs import Job, Progress

BEST = 20
COSINES = (0.95, 0.8, 0.6)
_EACH = 128  # queries a cosine
RECALL = 0.9985  # at each cosine: the far ones are few of all, and the hardest
_FAR_LOSS = 0.004  # of the mean score of the 20 least similar
_ROUNDING = 2e-6
_PROBES = (4, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256)
_RERANK = (150, 200, 300, 400, 500, 600, 800, 1000, 1300, 1600)
_CODE_COST, _ROW_COST = 0.02, 0.7  # microseconds: of one code scanned, of one row compared
_PIECE = 1 << 14


@dataclass(frozen=True)
class _Asked:
    """Queries [q, dim] and the exact scores [q, 20] of their best rows, descending.

    The first q / kinds are of one kind, and so on: each has to be answered well, not their mean.
    """

    queries: NDArray[np.float32]
    best: NDArray[np.float32]
    kinds: int = 1


def tune(folder: Path, made: Segment, spool: Spool, settings: Settings) -> Job[Segment]:
    """The segment in ``folder`` with its numbers of probes and rows to compare, and its background."""
    vectors = np.load(folder / made.file("vectors").name, mmap_mode="r")
    places = np.load(folder / made.file("coordinates").name, mmap_mode="r")
    random = np.random.default_rng(settings.seed)
    rows = np.sort(random.choice(made.count, min(_EACH, made.count), replace=False))
    sources = stage.unit_rows(vectors[rows], spool.parts)
    near = np.concatenate([noisy(sources, cosine, spool.parts, random) for cosine in COSINES])
    queries = np.concatenate([near, -near[len(rows) : 2 * len(rows)]])
    sampled = novelty.sample(made.count)
    null = novelty.Background(
        stage.unit_rows(vectors[sampled], spool.parts), places[sampled, 0], places[sampled, 1], spool.parts
    )
    best = np.full((len(queries), BEST), -np.inf, np.float32)
    for first in range(0, made.count, _PIECE):
        yield Progress("Measuring the index", first, made.count)
        piece = stage.unit_rows(vectors[first : first + _PIECE], spool.parts)
        lat, lon = places[first : first + _PIECE].T
        null.add(piece, lat, lon)
        scores = queries @ piece.T / np.float32(spool.parts)
        joined = np.concatenate([best, scores], axis=1)
        best = -np.partition(-joined, BEST - 1, axis=1)[:, :BEST]
    best = -np.sort(-best, axis=1)[:, : min(BEST, made.count)]
    made = replace(made, background=null.finish(made.count))
    opened = _open(folder, made, spool.parts)
    split = len(near)  # then come the negated ones
    ladder = [settings.probes] if settings.probes else _PROBES
    asked = _Asked(near, best[:split], len(COSINES))
    similar = yield from _measure(opened, asked, ladder, _recall, RECALL)
    least = yield from _measure(
        opened, _Asked(queries[split:], best[split:]), ladder, _kept_score, -_FAR_LOSS
    )
    probes, rerank, recall = _cheapest(similar, made, RECALL)
    far_probes, far_rerank, _ = _cheapest(least, made, -_FAR_LOSS)
    return replace(
        made,
        probes=probes,
        rerank=settings.rerank or rerank,
        far_probes=far_probes,
        far_rerank=settings.rerank or far_rerank,
        recall=round(recall, 5),
    )


def noisy(
    sources: NDArray[np.float32], cosine: float, parts: int, random: np.random.Generator
) -> NDArray[np.float32]:
    """Vectors at that cosine to unit vectors [n, parts * d], in a random direction in each part."""
    base = sources.reshape(len(sources), parts, -1)
    noise = random.standard_normal(base.shape).astype(np.float32)
    noise -= np.einsum("npd,npd->np", noise, base)[:, :, None] * base
    noise /= np.linalg.norm(noise, axis=2, keepdims=True)
    found = np.float32(cosine) * base + np.float32(np.sqrt(1.0 - cosine**2)) * noise
    return np.asarray(found.reshape(len(sources), -1), np.float32)


def _open(folder: Path, made: Segment, parts: int) -> Compressed:
    file = made.file("vectors")
    path = folder / file.name
    dim = np.load(path, mmap_mode="r").shape[1]
    vectors = blocks.MappedArray(path, file, blocks.digests_of(path), np.float16, (made.count, dim))
    vectors.file.verified[:] = True  # they were hashed as they were written
    return Compressed(folder, made, vectors, parts)


Quality = Callable[[NDArray[np.float32], NDArray[np.float32]], NDArray[np.float64]]
Measured = dict[int, NDArray[np.float64]]  # probes -> quality for each number of _RERANK


def _measure(
    opened: Compressed, asked: _Asked, ladder: Sequence[int], quality: Quality, wanted: float
) -> Job[Measured]:
    """The quality of the answers for every pair of numbers: the mean of the worst kind of queries.

    More lists are not tried when scanning them alone costs more than the best pair so far.
    """
    lists, held = len(opened.centroids), float(np.diff(opened.starts).mean())
    found: Measured = {}
    cheapest = np.inf
    groups = np.array_split(np.arange(len(asked.queries)), asked.kinds)
    for probes in sorted({min(number, lists) for number in ladder}):
        if probes * held * _CODE_COST > cheapest:
            break
        yield Progress(f"Measuring with {probes} lists")
        every = np.array(
            [
                quality(opened.proposed(query, probes, _RERANK[-1]), best)
                for query, best in zip(asked.queries, asked.best, strict=True)
            ]
        )
        found[probes] = np.min([every[group].mean(axis=0) for group in groups], axis=0)
        good = np.flatnonzero(found[probes] >= wanted)
        if len(good):
            cheapest = min(cheapest, probes * held * _CODE_COST + _RERANK[good[0]] * _ROW_COST)
    return found


def _recall(scores: NDArray[np.float32], best: NDArray[np.float32]) -> NDArray[np.float64]:
    """Share of the exact best that lie among the first candidates (any row as good as the last counts)."""
    hits = np.concatenate([[0], np.cumsum(scores >= best[-1] - _ROUNDING)])
    return np.asarray(np.minimum(hits[np.minimum(_RERANK, len(scores))], len(best)) / len(best), np.float64)


def _kept_score(scores: NDArray[np.float32], best: NDArray[np.float32]) -> NDArray[np.float64]:
    """By how much the mean score of the best found lies below that of the exact ones; at most 0."""
    lost = [
        np.sort(scores[:number])[::-1][: len(best)].mean() - best.mean() if len(scores) else -2.0
        for number in _RERANK
    ]
    return np.asarray(lost, np.float64)


def _cheapest(measured: Measured, made: Segment, wanted: float) -> tuple[int, int, float]:
    """The pair of least cost that is good enough, else the best pair; and how good it is."""
    pairs = []
    for probes, quality in measured.items():
        for rerank, value in zip(_RERANK, quality.tolist(), strict=True):
            cost = probes * made.count / made.lists * _CODE_COST + rerank * _ROW_COST
            pairs.append((value < wanted, cost if value >= wanted else -value, probes, rerank, value))
    _, _, probes, rerank, value = min(pairs)
    return probes, rerank, value
