"""Does a search know the place, or did it only find the least wrong reference?

A photograph of a place that no index holds has a nearest reference too. How near such a one is can be
learned from the index itself: every reference has a best match more than 25 km away, in another town, and
that is what an absent place finds. The build takes this *background* for up to 256 references at even steps.
Where a reference could choose among fewer strangers than a query can (n of N), its match is raised by what
the best of N normal values exceeds the best of n, times the spread of the cosines between towns; the same
photograph stored with two places is no stranger.

``by_chance`` of the best score of a search is the upper tail of Student's distribution around the median of
the background, as wide as from there to its 84th percentile (robust against a few photographs that are alike
without being near, which every collection has), with one degree of freedom less than the towns: a few towns
say little of all others. Several segments and indexes are taken as independent. A place counts as known when
it is at most 5 %, and never by a reference of a segment whose background has fewer than eight. All this is as
good as the photographs to be placed are like those of the index.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from theodolite.domain import ReferenceSearch
from theodolite.index import towns
from theodolite.index.outline import SAME_BITS

SAMPLE = 256
AT_MOST = 0.05
_FEWEST = 8
_UPPER = 0.8413  # of a normal distribution lies below one standard deviation above the middle
_NARROWEST = 0.02  # spread of a background: it is not known better than this from few references
_PIECE = 8192
_DECIMALS = 5


def verdict(search: ReferenceSearch) -> Literal["known", "unknown"]:
    """Whether the best reference speaks for its place, or a place without references would find as good."""
    return "known" if search.by_chance is not None and search.by_chance <= AT_MOST else "unknown"


def nearest_of(search: ReferenceSearch) -> str:
    """What an unknown place is said with: 'nearest of 32 references in 2 towns'."""
    references = f"{search.total} reference{'s' if search.total != 1 else ''}"
    return f"nearest of {references} in {search.towns} town{'s' if search.towns != 1 else ''}"


def by_chance(
    best: float, backgrounds: Iterable[tuple[Sequence[float], int]], holder: int | None = None
) -> float:
    """How likely the best score of a place that is nowhere in the segments is ``best`` or more, in [0, 1].

    ``backgrounds``: of each segment that was searched, with the number of its towns. ``holder``: which of
    them the best score is of (None: not known). 1.0 when that one is too small to have a background, and
    without any: nothing is known of nothing. Another one that is too small counts like the worst of those
    that have one, which hold more references; so a few appended ones do not make the others unknown.
    """
    chances = [_one_by_chance(best, np.asarray(scores, np.float64), held) for scores, held in backgrounds]
    known = [chance for chance in chances if chance is not None]
    if not known or (None in chances if holder is None else chances[holder] is None):
        return 1.0
    below = 1.0
    for chance in chances:
        below *= 1.0 - (max(known) if chance is None else chance)
    return float(1.0 - below)


def _one_by_chance(best: float, background: NDArray[np.float64], held: int) -> float | None:
    """None where the background is too small."""
    from scipy.special import stdtr

    if len(background) < _FEWEST or held < 2:
        return None
    middle, upper = np.quantile(background, [0.5, _UPPER])
    return float(stdtr(held - 1, -(best - middle) / max(_NARROWEST, upper - middle)))


def background(
    vectors: NDArray[np.float32],
    lat: NDArray[np.float64],
    lon: NDArray[np.float64],
    parts: int,
    outlines: Sequence[str] = (),
) -> tuple[float, ...]:
    """The background of references [n, dim], ascending. ``outlines`` (outline.py): '' or none unknown."""
    rows = sample(len(vectors))
    prints = fingerprints(outlines or [""] * len(vectors))
    found = Background(vectors[rows], lat[rows], lon[rows], parts, prints[rows])
    for first in range(0, len(vectors), _PIECE):
        part = slice(first, first + _PIECE)
        found.add(vectors[part], lat[part], lon[part], prints[part])
    return found.finish(len(vectors))


def sample(count: int) -> NDArray[np.int64]:
    """Up to 256 rows at even steps."""
    return np.unique(np.linspace(0, count - 1, min(count, SAMPLE)).astype(np.int64))


def fingerprints(outlines: Sequence[str]) -> NDArray[np.uint64]:
    """Outlines as numbers [n, 5]; the last is 1 where there is one."""
    found = np.zeros((len(outlines), 5), np.uint64)
    for row, text in enumerate(outlines):
        if len(text) == 64:
            found[row, :4] = np.frombuffer(bytes.fromhex(text), np.uint64)
            found[row, 4] = 1
    return found


class Background:
    """The computation of :func:`background`, piece by piece."""

    def __init__(
        self,
        vectors: NDArray[np.float32],
        lat: NDArray[np.float64],
        lon: NDArray[np.float64],
        parts: int,
        prints: NDArray[np.uint64] | None = None,
    ) -> None:
        self._vectors, self._parts, self._prints = vectors, parts, prints
        self._places = towns.unit(lat, lon)
        self._best = np.full(len(vectors), -np.inf)
        self._strangers = np.zeros(len(vectors), np.int64)
        self._sums = np.zeros(2)  # of all cosines between towns, and of their squares
        self._far = float(np.cos(towns.TOWN_KM / towns.EARTH_KM))

    def add(
        self,
        vectors: NDArray[np.float32],
        lat: NDArray[np.float64],
        lon: NDArray[np.float64],
        prints: NDArray[np.uint64] | None = None,
    ) -> None:
        scores = self._vectors @ vectors.T / np.float32(self._parts)
        strange = self._places @ towns.unit(lat, lon).T < self._far
        if prints is not None and self._prints is not None and prints.any():
            strange &= ~_same(self._prints, prints)
        self._strangers += strange.sum(axis=1)
        counted = scores * strange
        self._sums += counted.sum(dtype=np.float64), np.square(counted).sum(dtype=np.float64)
        np.maximum(
            self._best, np.where(strange, scores, -np.inf).max(axis=1, initial=-np.inf), out=self._best
        )

    def finish(self, count: int) -> tuple[float, ...]:
        """The background for queries that choose among ``count`` references."""
        held = self._strangers > 0
        if not held.any():
            return ()
        pairs = float(self._strangers.sum())
        mean, square = self._sums / pairs
        spread = float(np.sqrt(max(0.0, square - mean**2)))
        raised = self._best[held] + spread * (_best_of(np.array([count])) - _best_of(self._strangers[held]))
        found = np.sort(np.clip(raised, -1.0, 1.0))
        return tuple(round(float(score), _DECIMALS) for score in found)


def _same(one: NDArray[np.uint64], other: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """[a, b]: outlines of one photograph (outline.same)."""
    bits = np.zeros((len(one), len(other)), np.int64)
    for word in range(4):
        bits += np.bitwise_count(one[:, word, None] ^ other[None, :, word])
    known = one[:, None, 4] * other[None, :, 4]
    return np.asarray((bits <= SAME_BITS) & (known > 0), np.bool_)


def _best_of(count: NDArray[np.int64]) -> NDArray[np.float64]:
    """Expected largest of ``count`` standard normal values (Blom's approximation)."""
    from scipy.special import ndtri

    found: NDArray[np.float64] = ndtri((count - 0.375) / (count + 0.25))
    return found
