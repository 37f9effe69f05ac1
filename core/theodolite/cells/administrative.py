"""PIGEON's geocells, from the published description: administrative areas, merged where they hold too few
photographs and cut where they hold too many, along clusters that OPTICS finds.

Small areas are merged with the nearest cell of their country (of any country where theirs has no other). A
cell with more than ``most`` points is cut while its largest cluster and the rest both keep ``least`` points;
the cut follows the Voronoi cells of the points, so every place belongs to the cell of the nearest training
coordinate. Several pairs of OPTICS parameters follow one another, each on the cells still too large.

Ours: what OPTICS leaves too large is halved across its longest axis, between different coordinates, so
that ``most`` holds; cells above ``OPTICS_MOST`` points are halved before OPTICS; one run of OPTICS yields all
its large clusters, not only the largest; nearness of areas is that of their centroids.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from theodolite.cells import s2
from theodolite.cells.partition import F8, I8, SPOT, Partition, of_sites, spots
from theodolite.errors import InputError
from theodolite.geo.geodesy import to_xyz
from theodolite.jobs import Job, Progress

#: Points of a cell that OPTICS is asked to look at; some seconds.
OPTICS_MOST = 4000


def administrative(
    lat: ArrayLike, lon: ArrayLike, region: ArrayLike, country: ArrayLike, *,
    least: int, most: int, optics: tuple[tuple[int, float], ...],
) -> Job[Partition]:  # fmt: skip
    """Cells of ``least`` to ``most`` points, unless more have one and the same coordinate.

    ``region``, ``country`` [n]: numbers of the administrative area of each point and of its country,
    functions of the coordinate. ``optics``: pairs (min_samples, xi), in this order. Exactly: a cell of
    n > ``most`` points holds one coordinate at least n - 2 ``least`` + 2 times. Raises InputError if there
    are fewer than ``least`` points or ``most`` is below twice ``least``.
    """
    if least < 1 or most < 2 * least:
        raise InputError("Administrative cells need a maximum of at least twice the minimum.")
    lat, lon = s2.checked(lat, lon)
    region, country = np.asarray(region, np.int64), np.asarray(country, np.int64)
    if len(lat) < least:
        raise InputError(f"{len(lat)} points do not fill a cell of {least}.")
    classes = _merged(to_xyz(lat, lon), region, country, least)
    cells = _groups(classes)
    for number, (samples, xi) in enumerate(optics):
        done: list[I8] = []
        while cells:
            rows = cells.pop()
            yield Progress(f"Clusters of geocells, pass {number + 1}", len(done), len(done) + len(cells) + 1)
            parts = _cut(rows, lat, lon, least, most, samples, xi) if len(rows) > most else None
            if parts is None:
                done.append(rows)
            else:
                cells.extend(parts)
        cells = done
    classes = np.empty(len(lat), dtype=np.int64)
    for number, rows in enumerate(_in_order(cells, lat, lon, least, most)):
        classes[rows] = number
    return of_sites(classes, lat, lon, region)


def clusters(lat: F8, lon: F8, samples: int, xi: float) -> I8:
    """OPTICS clusters of points [n], numbered from 0, -1 noise; points of one coordinate share a cluster."""
    from sklearn.cluster import OPTICS

    if len(lat) < max(samples, 2):
        return np.full(len(lat), -1, dtype=np.int64)
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # coordinates that stand many times divide by a reach of zero
        labels = OPTICS(min_samples=samples, xi=xi).fit(to_xyz(lat, lon)).labels_
    same = np.unique(spots(lat, lon), axis=0, return_inverse=True)[1].ravel()
    most_of = np.full(int(same.max()) + 1, -1, dtype=np.int64)
    np.maximum.at(most_of, same, labels)
    return most_of[same]


def halves(rows: I8, lat: F8, lon: F8, least: int) -> tuple[I8, I8] | None:
    """``rows`` cut across their longest axis nearest the middle, between two different coordinates, both
    parts with at least ``least``; None where no such cut is."""
    places, of = np.unique(spots(lat[rows], lon[rows]), axis=0, return_inverse=True)
    xyz = places[of.ravel()] * SPOT
    spread = xyz - xyz.mean(axis=0)
    axis = np.linalg.eigh(spread.T @ spread)[1][:, -1]
    rank = np.argsort(np.argsort(places @ axis, kind="stable"))[of.ravel()]  # one rank for one spot
    order = np.argsort(rank, kind="stable")
    cuts = np.flatnonzero(np.diff(rank[order])) + 1
    cuts = cuts[(cuts >= least) & (cuts <= len(rows) - least)]
    if not len(cuts):
        return None
    cut = int(cuts[np.argmin(np.abs(cuts - len(rows) / 2))])
    return rows[np.sort(order[:cut])], rows[np.sort(order[cut:])]


def _cut(rows: I8, lat: F8, lon: F8, least: int, most: int, samples: int, xi: float) -> Sequence[I8] | None:
    """The clusters that are large enough, largest first, while the rest stays so too; the rest last."""
    if len(rows) > OPTICS_MOST:
        return halves(rows, lat, lon, least)
    labels = clusters(lat[rows], lon[rows], samples, xi)
    sizes = np.bincount(labels[labels >= 0]) if labels.max() >= 0 else np.empty(0, np.int64)
    parts, left = [], np.ones(len(rows), dtype=np.bool_)
    for label in np.argsort(-sizes, kind="stable").tolist():
        if sizes[label] >= least and int(left.sum()) - sizes[label] >= least:
            parts.append(rows[labels == label])
            left &= labels != label
    return [*parts, rows[left]] if parts else None


def _in_order(cells: list[I8], lat: F8, lon: F8, least: int, most: int) -> Iterator[I8]:
    """The cells, halved until they hold at most ``most``, by their first point."""
    waiting, done = list(cells), []
    while waiting:
        rows = waiting.pop()
        parts = halves(rows, lat, lon, least) if len(rows) > most else None
        if parts is None:
            done.append(rows)
        else:
            waiting.extend(parts)
    return iter(sorted(done, key=lambda rows: int(rows[0])))


def _merged(xyz: F8, region: I8, country: I8, least: int) -> I8:
    """For each point the number of its area after areas with fewer than ``least`` points were merged."""
    area = np.unique(np.column_stack([country, region]), axis=0, return_inverse=True)[1].ravel()
    count = np.bincount(area)
    total = np.column_stack([np.bincount(area, xyz[:, axis]) for axis in range(3)])
    land = np.zeros(len(count), dtype=np.int64)
    land[area] = country
    into = np.arange(len(count))
    alive: NDArray[np.bool_] = np.ones(len(count), dtype=np.bool_)
    while alive.sum() > 1:
        small = int(np.argmin(np.where(alive, count, np.iinfo(np.int64).max)))
        if count[small] >= least:
            break
        others = alive.copy()
        others[small] = False
        at_home = others & (land == land[small])
        choice = np.flatnonzero(at_home if at_home.any() else others)
        centre = total[choice] / np.maximum(np.linalg.norm(total[choice], axis=1, keepdims=True), 1e-12)
        near = int(choice[np.argmax(centre @ total[small])])
        into[into == small] = near
        count[near] += count[small]
        total[near] += total[small]
        alive[small] = False
    return into[area]


def _groups(classes: I8) -> list[I8]:
    order = np.argsort(classes, kind="stable")
    starts = np.flatnonzero(np.diff(classes[order], prepend=-1))[1:]
    return [part.astype(np.int64) for part in np.split(order, starts)]
