"""Does a search know the place, or did it find the least wrong reference? (Filled in below.)"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from theodolite.index import towns

SAMPLE = 256
_PIECE = 8192
_DECIMALS = 5


def background(
    vectors: NDArray[np.float32],
    lat: NDArray[np.float64],
    lon: NDArray[np.float64],
    parts: int,
) -> tuple[float, ...]:
    """The best mean cosine of sampled rows more than 25 km away, ascending: what an absent place finds.

    Rows are sampled at even steps. Those that have no reference so far away say nothing and are left out.
    """
    rows = sample(len(vectors))
    best = Background(vectors[rows], lat[rows], lon[rows], parts)
    for first in range(0, len(vectors), _PIECE):
        part = slice(first, first + _PIECE)
        best.add(vectors[part], lat[part], lon[part])
    return best.finish()


def sample(count: int) -> NDArray[np.int64]:
    return np.unique(np.linspace(0, count - 1, min(count, SAMPLE)).astype(np.int64))


class Background:
    """The computation of :func:`background`, piece by piece."""

    def __init__(
        self, vectors: NDArray[np.float32], lat: NDArray[np.float64], lon: NDArray[np.float64], parts: int
    ) -> None:
        self._vectors, self._parts = vectors, parts
        self._places = towns.unit(lat, lon)
        self._best = np.full(len(vectors), -np.inf)
        self._far = float(np.cos(towns.TOWN_KM / towns.EARTH_KM))

    def add(self, vectors: NDArray[np.float32], lat: NDArray[np.float64], lon: NDArray[np.float64]) -> None:
        scores = self._vectors @ vectors.T / self._parts
        scores[self._places @ towns.unit(lat, lon).T >= self._far] = -np.inf
        np.maximum(self._best, scores.max(axis=1, initial=-np.inf), out=self._best)

    def finish(self) -> tuple[float, ...]:
        found = np.sort(self._best[np.isfinite(self._best)])
        return tuple(round(float(score), _DECIMALS) for score in np.clip(found, -1.0, 1.0))
