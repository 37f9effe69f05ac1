"""PIGEON's refinement: from the best cells to a photograph's place, by prototypes. From the description.

The training photographs of a cell are clustered by place (OPTICS); a cluster's prototype is the mean of its
image vectors. Among the best cells each offers its nearest prototype; exp(-distance / T), over its sum, times
the cell's probability decides, and the answer is the place of the photograph of that cluster whose vector is
nearest to the query's. A point too far from the unrefined one is given up.

Two errors of the published code are not here: it takes the *farthest* photograph of a cluster, and what it
calls a cancelled refinement still answers with the refined point. Ours: vectors are of length 1; photographs
that OPTICS leaves out form one more cluster of their cell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from theodolite.cells.administrative import OPTICS_MOST, clusters, halves
from theodolite.cells.config import Refinement
from theodolite.cells.labels import haversine_km
from theodolite.cells.partition import F8, I8
from theodolite.jobs import Job, Progress


@dataclass(frozen=True)
class Prototypes:
    """``cell`` [p], ascending: the cell of each cluster; ``mean`` float32 [p, d]; its photographs are rows
    ``start[i]`` to ``start[i + 1]`` of ``vectors`` [m, d] (float16 or float32), ``lat`` and ``lon`` [m]."""

    cell: I8
    mean: NDArray[np.float32]
    start: I8
    vectors: NDArray[np.float16] | NDArray[np.float32]
    lat: F8
    lon: F8

    def of(self, cell: int) -> tuple[int, int]:
        """First cluster of a cell and the one after its last."""
        return int(np.searchsorted(self.cell, cell)), int(np.searchsorted(self.cell, cell, side="right"))


@dataclass(frozen=True, slots=True)
class Found:
    """A candidate cell after the refinement, its point and what became of its probability.

    ``photograph``: the row of :class:`Prototypes` whose place it is, -1: the centroid of the cell.
    """

    cell: int
    lat: float
    lon: float
    score: float
    photograph: int


@dataclass(frozen=True, slots=True)
class Refined:
    """``found``, best first. ``given_up``: why the refinement was given up, '' when it holds; then ``found``
    is the unrefined ranking, with its points and probabilities."""

    found: tuple[Found, ...]
    given_up: str = ""


def group(lat: F8, lon: F8, cell: I8, optics: tuple[int, float]) -> Job[list[tuple[int, I8]]]:
    """Clusters of the training photographs: (cell, rows), by cell. ``cell`` [n] -1: in no cell."""
    order = np.argsort(cell, kind="stable")
    order = order[cell[order] >= 0]
    bounds = np.flatnonzero(np.diff(cell[order])) + 1
    found: list[tuple[int, I8]] = []
    parts = np.split(order, bounds) if len(order) else []
    for number, rows in enumerate(parts):
        yield Progress("Clusters within the cells", number, len(parts))
        found += [(int(cell[rows[0]]), cluster) for cluster in _clusters(rows, lat, lon, optics)]
    return found


def refine(
    vector: ArrayLike, scores: ArrayLike, lat: F8, lon: F8, prototypes: Prototypes, settings: Refinement
) -> Refined:
    """The cells of one photograph after the refinement.

    ``vector`` [d], of length 1; ``scores`` [k]: probabilities of all cells, ``lat``, ``lon`` [k]: their
    centroids. Cells beyond the ``top`` keep their probability and stay behind them; the ``top`` share theirs
    anew. A cell without prototypes offers its centroid at the distance of the farthest candidate.
    """
    query, scores = np.asarray(vector, np.float64), np.asarray(scores, np.float64)
    ranked = np.argsort(-scores, kind="stable")[: settings.candidates]
    taking_part = ranked[: settings.top]
    offers = [_nearest(query, prototypes, int(cell)) for cell in taking_part]
    known = [distance for distance, _ in offers if np.isfinite(distance)]
    plain = tuple(
        Found(int(cell), float(lat[cell]), float(lon[cell]), float(scores[cell]), -1) for cell in ranked
    )
    if not known:
        return Refined(plain, "no prototype in the best cells")
    distance = np.array([min(distance, max(known)) for distance, _ in offers])
    weight = scores[taking_part] * np.exp(-(distance - distance.min()) / settings.temperature)
    if not weight.sum() > 0.0:
        return Refined(plain, "no cell has a probability")
    weight *= scores[taking_part].sum() / weight.sum()
    found = [
        Found(
            int(cell),
            float(lat[cell] if row < 0 else prototypes.lat[row]),
            float(lon[cell] if row < 0 else prototypes.lon[row]),
            float(share),
            row,
        )
        for cell, (_, row), share in zip(taking_part, offers, weight, strict=True)
    ]
    found.sort(key=lambda one: (-one.score, one.cell))
    first, unrefined = found[0], plain[0]
    km = haversine_km(*_point(first), *_point(unrefined))[0, 0]
    if settings.limit_km is not None and km > settings.limit_km:
        return Refined(plain, f"the refined point lies {km:.0f} km from the unrefined one")
    return Refined((*found, *plain[settings.top :]))


def _point(found: Found) -> tuple[F8, F8]:
    return np.array([found.lat]), np.array([found.lon])


def _nearest(query: F8, prototypes: Prototypes, cell: int) -> tuple[float, int]:
    """Distance to the nearest prototype of a cell, and the photograph of its cluster nearest to the query."""
    first, after = prototypes.of(cell)
    if first == after:
        return np.inf, -1
    far = np.linalg.norm(prototypes.mean[first:after].astype(np.float64) - query, axis=1)
    cluster = first + int(np.argmin(far))
    start, end = int(prototypes.start[cluster]), int(prototypes.start[cluster + 1])
    own = np.linalg.norm(np.asarray(prototypes.vectors[start:end], np.float64) - query, axis=1)
    return float(far.min()), start + int(np.argmin(own))


def _clusters(rows: I8, lat: F8, lon: F8, optics: tuple[int, float]) -> Sequence[I8]:
    parts = halves(rows, lat, lon, 1) if len(rows) > OPTICS_MOST else None
    if parts is not None:
        return [cluster for part in parts for cluster in _clusters(part, lat, lon, optics)]
    if len(rows) > OPTICS_MOST:  # all on one spot
        return [rows]
    labels = clusters(lat[rows], lon[rows], *optics)
    return [rows[labels == label] for label in np.unique(labels)]
