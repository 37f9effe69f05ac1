"""A partition: which class of a classifier a place belongs to, and where each class answers.

Two kinds, one interface. ``s2``: a class is a set of S2 cells (one each for PlaNet and ISNs, several for
CPlaNet's coarse classes); a place outside all kept cells is a member of none. ``sites``: a place belongs to
the class of the nearest training coordinate in its administrative region (PIGEON's Voronoi cells).
:meth:`Partition.assign` gives every place of the globe one class: its own, or where there is none the one
whose centroid is nearest.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from theodolite.cells import s2
from theodolite.errors import InputError
from theodolite.geo.geodesy import from_xyz, to_xyz

F8 = NDArray[np.float64]
I8 = NDArray[np.int64]

#: A spot, as a part of the Earth's radius.
SPOT = 1e-9
#: Set between the sites of two regions, so that the nearest site is always one of the same region.
_APART = 16_000_000_000


@dataclass(frozen=True)
class Partition:
    """``k`` classes. ``count`` [k] of training points that are members; ``lat``, ``lon`` [k]: their mean on
    the sphere in degrees, the point a class answers with.

    ``s2``: ``cells`` uint64 [m], disjoint, ascending, and ``classes`` [m], the class of each. ``sites``:
    ``spots`` [m, 3] (:func:`spots`), ``regions`` [m] (any numbers), and ``classes`` [m].
    """

    kind: Literal["s2", "sites"]
    count: I8
    lat: F8
    lon: F8
    classes: I8
    cells: s2.U8 | None = None
    spots: I8 | None = None
    regions: I8 | None = None

    def __len__(self) -> int:
        return len(self.count)

    def members(self, lat: ArrayLike, lon: ArrayLike, region: ArrayLike | None = None) -> I8:
        """The class of each place [n]; -1 outside all kept cells (``s2``) or with a region that has no site.

        ``region`` [n]: the administrative region of each place, for ``sites``; None: the nearest site of any.
        """
        if self.kind == "s2":
            at = self.find(s2.leaves(lat, lon))
            return np.where(at < 0, -1, self.classes[at])
        return self._of_site(spots(lat, lon), None if region is None else np.asarray(region, np.int64))

    def assign(self, lat: ArrayLike, lon: ArrayLike, region: ArrayLike | None = None) -> I8:
        """As :meth:`members`, and the class with the nearest centroid for places that are members of none."""
        lat, lon = s2.checked(lat, lon)
        found = self.members(lat, lon, region)
        outside = np.flatnonzero(found < 0)
        if len(outside):
            found[outside] = self._centroids.query(to_xyz(lat[outside], lon[outside]))[1]
        return found

    def find(self, leaves: s2.U8) -> I8:
        """Which of ``cells`` holds each leaf [n], -1 none; only for ``s2``."""
        assert self.cells is not None
        first, last = self._ranges
        at = np.minimum(np.searchsorted(last, leaves), len(last) - 1)
        return np.where((first[at] <= leaves) & (leaves <= last[at]), at, -1).astype(np.int64)

    @cached_property
    def _ranges(self) -> tuple[s2.U8, s2.U8]:
        assert self.cells is not None
        return s2.ends(self.cells)

    @cached_property
    def _centroids(self) -> Any:
        from scipy.spatial import cKDTree

        return cKDTree(to_xyz(self.lat, self.lon))

    @cached_property
    def _trees(self) -> tuple[Any, Any, I8]:
        """Over all sites, over sites kept apart by region, and the regions that have sites."""
        from scipy.spatial import cKDTree

        assert self.spots is not None
        assert self.regions is not None
        known, number = np.unique(self.regions, return_inverse=True)
        return cKDTree(self.spots), cKDTree(np.column_stack([self.spots, number.ravel() * _APART])), known

    def _of_site(self, at: I8, region: I8 | None) -> I8:
        everywhere, by_region, known = self._trees
        if region is None:
            return np.asarray(self.classes[everywhere.query(at)[1]])
        number = np.minimum(np.searchsorted(known, region), len(known) - 1)
        inside = known[number] == region
        found = np.full(len(at), -1, dtype=np.int64)
        if inside.any():
            placed = np.column_stack([at[inside], number[inside] * _APART])
            found[inside] = self.classes[by_region.query(placed)[1]]
        return found


def spots(lat: ArrayLike, lon: ArrayLike) -> I8:
    """Places as whole numbers [n, 3] of 6 mm from the centre of the Earth: what counts as one coordinate."""
    return np.rint(to_xyz(*s2.checked(lat, lon)) / SPOT).astype(np.int64)


def adaptive(
    lat: ArrayLike, lon: ArrayLike, *, least: int, most: int, deepest: int = s2.LEAF, shallowest: int = 0
) -> Partition:
    """PlaNet's partition: a cell with more than ``most`` points (t1) is cut in four, at least to the level
    ``shallowest`` and at most to ``deepest``; cells with fewer than ``least`` (t2) are dropped.

    Raises InputError if no cell would be left.
    """
    if not (1 <= least <= most and 0 <= shallowest <= deepest <= s2.LEAF):
        raise InputError("Cells need 1 <= min <= max points and levels between 0 and 30.")
    lat, lon = s2.checked(lat, lon)
    leaves = s2.leaves(lat, lon)
    order = np.argsort(leaves, kind="stable")
    ascending = leaves[order]
    kept: list[int] = []
    waiting = [(int(face), 0) for face in s2.faces()[::-1]]
    while waiting:  # depth first along the curve, so the cells come out in ascending order
        cell, depth = waiting.pop()
        reach = (cell & -cell) - 1
        low = int(np.searchsorted(ascending, np.uint64(cell - reach)))
        high = int(np.searchsorted(ascending, np.uint64(cell + reach), side="right"))
        if high - low < least:
            continue
        if depth < deepest and (high - low > most or depth < shallowest):
            waiting.extend((child, depth + 1) for child in reversed(s2.children(cell)))
        else:
            kept.append(cell)
    if not kept:
        raise InputError(f"No cell has {least} points. Give more points or a smaller minimum.")
    return of_cells(np.array(kept, dtype=np.uint64), np.arange(len(kept)), lat, lon, leaves)


def of_cells(cells: s2.U8, classes: I8, lat: F8, lon: F8, leaves: s2.U8) -> Partition:
    """The partition with these cells (ascending, disjoint) and the points that lie in them."""
    size = int(classes.max()) + 1
    bare = Partition("s2", np.zeros(size, np.int64), np.zeros(size), np.zeros(size), classes, cells)
    at = bare.find(leaves)
    count, centre_lat, centre_lon = centres(np.where(at < 0, -1, classes[at]), lat, lon, size)
    return Partition("s2", count, centre_lat, centre_lon, classes, cells)


def of_sites(classes: I8, lat: F8, lon: F8, region: I8) -> Partition:
    """The partition of labelled training points: classes [n] from 0, every one used.

    Points of one spot and region must be of one class.
    """
    sites, first = np.unique(np.column_stack([spots(lat, lon), region]), axis=0, return_index=True)
    count, centre_lat, centre_lon = centres(classes, lat, lon, int(classes.max()) + 1)
    return Partition(
        "sites", count, centre_lat, centre_lon, classes[first], spots=sites[:, :3], regions=sites[:, 3]
    )


def centres(classes: I8, lat: F8, lon: F8, size: int) -> tuple[I8, F8, F8]:
    """Count and mean on the sphere of the points of each class; -1 belongs to none.

    Where a mean has no direction (opposite points) the first point of the class stands for it.
    """
    inside = np.flatnonzero(classes >= 0)
    of, xyz = classes[inside], to_xyz(lat[inside], lon[inside])
    count = np.bincount(of, minlength=size)
    total: F8 = np.stack([np.bincount(of, xyz[:, axis], size) for axis in range(3)], axis=1).astype(
        np.float64
    )
    present, first = np.unique(of, return_index=True)
    lost = np.linalg.norm(total[present], axis=1) < 1e-9 * count[present]
    total[present[lost]] = xyz[first[lost]]
    centre_lat, centre_lon = from_xyz(total)
    return count, centre_lat, centre_lon
