"""A scheme: one to several partitions, and the fine cells whose scores they make together.

* PlaNet: one partition; the fine cells are its classes.
* ISNs: nested partitions. A fine cell scores the product of its own probability and those of the coarser
  cells round it.
* CPlaNet: coarse partitions of the same ground. The fine cells are their intersections; each classifier votes
  for all fine cells within its coarse classes with its probability, and the votes are added.
* PIGEON: one partition of administrative cells.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from theodolite.cells import s2
from theodolite.cells.partition import F8, I8, Partition, centres
from theodolite.errors import InputError
from theodolite.geo.geodesy import to_xyz

Combine = Literal["product", "sum"]


@dataclass(frozen=True)
class Scheme:
    """``levels``: the partitions, coarse to fine. ``parents`` [f, l]: the class of each fine cell in each, -1
    where it is in none (its points were dropped there). ``count``, ``lat``, ``lon`` [f]: of the fine cells.
    """

    style: str
    combine: Combine
    levels: tuple[Partition, ...]
    parents: I8
    count: I8
    lat: F8
    lon: F8

    def __len__(self) -> int:
        return len(self.count)

    def labels(self, lat: ArrayLike, lon: ArrayLike, region: ArrayLike | None = None) -> I8:
        """What to train on [n, l]: the class in each partition, -1 in dropped cells (which are left out)."""
        return np.column_stack([level.members(lat, lon, region) for level in self.levels])

    def assign(self, lat: ArrayLike, lon: ArrayLike, region: ArrayLike | None = None) -> I8:
        """The fine cell of every place of the globe [n]; outside all of them the nearest by centroid."""
        lat, lon = s2.checked(lat, lon)
        if len(self.levels) == 1:
            return self.levels[0].assign(lat, lon, region)
        labels = self.labels(lat, lon, region)
        finest = self._rows_of(labels)
        outside = np.flatnonzero(finest < 0)
        if len(outside):
            finest[outside] = self._centroids.query(to_xyz(lat[outside], lon[outside]))[1]
        return finest

    def score(self, probabilities: Sequence[NDArray[Any]]) -> F8:
        """Probabilities of the fine cells [n, f], rows summing to 1, from those of each partition [n, k]."""
        parts = [
            np.where(parent >= 0, np.asarray(level, np.float64)[:, parent], 0.0)
            for parent, level in zip(self.parents.T, probabilities, strict=True)
        ]
        total: F8 = (np.prod if self.combine == "product" else np.sum)(parts, axis=0)
        mass = total.sum(axis=1, keepdims=True)
        # A product of many small numbers may vanish; then the evidence says nothing.
        even = np.full_like(total, 1.0 / total.shape[1])
        return np.asarray(np.divide(total, mass, out=even, where=mass > 0.0))

    def _rows_of(self, labels: I8) -> I8:
        """The fine cell with these classes [n, l]; -1 where no fine cell has them."""
        table = {tuple(row): at for at, row in enumerate(self.parents.tolist())}
        known, where = np.unique(labels, axis=0, return_inverse=True)
        found = np.array([table.get(tuple(row), -1) for row in known.tolist()], dtype=np.int64)
        return found[where.ravel()]

    @cached_property
    def _centroids(self) -> Any:
        from scipy.spatial import cKDTree

        return cKDTree(to_xyz(self.lat, self.lon))


def single(style: str, partition: Partition) -> Scheme:
    """A scheme of one partition."""
    own = np.arange(len(partition))[:, None]
    return Scheme(style, "product", (partition,), own, partition.count, partition.lat, partition.lon)


def nested(style: str, levels: Sequence[Partition]) -> Scheme:
    """Partitions of which each refines the one before it (S2, the same minimum, falling maxima)."""
    finest = levels[-1]
    assert finest.cells is not None
    parents = []
    for level in levels:
        at = level.find(s2.ends(finest.cells)[0])
        if (at < 0).any():
            raise InputError("These partitions are not nested: give falling maxima and one minimum.")
        parents.append(level.classes[at])
    return Scheme(
        style, "product", tuple(levels), np.column_stack(parents), finest.count, finest.lat, finest.lon
    )


def intersected(style: str, levels: Sequence[Partition], lat: ArrayLike, lon: ArrayLike) -> Scheme:
    """The non-empty intersections of partitions: one fine cell for each combination that a point has.

    Points that one of the partitions dropped make no fine cell.
    """
    lat, lon = s2.checked(lat, lon)
    labels = np.column_stack([level.members(lat, lon) for level in levels])
    inside = (labels >= 0).all(axis=1)
    if not inside.any():
        raise InputError("The partitions have no point in common.")
    parents, where = np.unique(labels[inside], axis=0, return_inverse=True)
    fine = np.full(len(lat), -1, dtype=np.int64)
    fine[inside] = where.ravel()
    count, centre_lat, centre_lon = centres(fine, lat, lon, len(parents))
    return Scheme(style, "sum", tuple(levels), parents, count, centre_lat, centre_lon)
