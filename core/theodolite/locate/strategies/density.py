"""[L]kNN: the place where the most similar photographs are densest (Vo, Jacobs and Hays 2017, sigma = 4).

The method, as its published code has it: the 100 nearest neighbours weigh 1/d^10, d the *squared*
Euclidean distance of unit vectors (2 - 2 cos). They are counted on a grid of 1 degree, a cell standing for
its upper edges, and smoothed with a Gaussian of 4 cells, cut at 2 sigma. Around the densest cell, within 20
degrees, the same is done on a grid of 0.1 degree with a sigma of 40 cells; the first neighbour in rank
within 100 km of the densest place there is the answer, or that place where none is.

Ours, where the code differs or says nothing:

* Longitude wraps, in both grids; there the map ends at 180 degrees. Latitude ends, with the edge
  replicated, and so does the window of the second grid. Near the poles it reaches the last row of the map.
* d is at least ``LEAST``, the rounding of a float32 cosine: copies of the query share their weight evenly,
  and infinity cannot come. Weights are divided by their sum, which moves no maximum.
* Equal maxima (to 1e-9 of their height): the westernmost cell, then the southernmost, the code's order.
* A coordinate at the south pole belongs to the first row; there it is left out.
* ``answers`` above 1: the same again over the neighbours outside the windows that were answered.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

from theodolite.errors import InputError

NEIGHBOURS = 100
POWER = 10
LEAST = 1e-6
SIGMA_CELLS, FINE_SIGMA_CELLS = 4.0, 40.0
WINDOW_DEGREES = 20
SNAP_KM = 100.0
RADIUS_KM = 6371.0
_TIE = 1e-9
_FINE = 10  # cells a degree of the second grid
_SIDE = 2 * WINDOW_DEGREES * _FINE + 1


@dataclass(frozen=True, slots=True)
class Peak:
    """Where neighbours are dense. ``share``: of their whole weight, smoothed, in the densest 1-degree cell.

    ``neighbour``: which of the given neighbours (its position there) the point was moved to; None: the middle
    of the density itself, as none lay within 100 km.
    """

    lat: float
    lon: float
    share: float
    neighbour: int | None


def peaks(
    cosines: ArrayLike, lats: ArrayLike, lons: ArrayLike, *, neighbours: int = NEIGHBOURS, answers: int = 1
) -> tuple[Peak, ...]:
    """The densest places, the published answer first; at most ``answers``, with falling ``share``.

    ``cosines`` [m] of the query with its neighbours, in any order, the ``neighbours`` greatest count (equal
    ones in the given order); ``lats``, ``lons`` [m] in degrees. Raises InputError for none, for unequal
    lengths, for what is no finite number and for latitudes beyond 90 degrees.
    """
    cosine, lat, lon = (np.asarray(a, dtype=np.float64) for a in (cosines, lats, lons))
    if cosine.ndim != 1 or not cosine.shape == lat.shape == lon.shape:
        raise InputError("Neighbours need one cosine, one latitude and one longitude each.")
    if not len(cosine):
        raise InputError("There is no neighbour to take a place from.")
    if not all(np.isfinite(a).all() for a in (cosine, lat, lon)) or float(np.abs(lat).max()) > 90.0:
        raise InputError("A neighbour has a cosine or a coordinate that is none.")
    rank = np.argsort(-cosine, kind="stable")[:neighbours]
    weight = weights(cosine[rank])
    left = np.ones(len(rank), dtype=np.bool_)
    found: list[Peak] = []
    while len(found) < answers and left.any():
        rows = np.flatnonzero(left)
        peak, covered = _peak(weight[rows], lat[rank[rows]], lon[rank[rows]])
        at = None if peak.neighbour is None else int(rank[rows[peak.neighbour]])
        found.append(Peak(peak.lat, peak.lon, peak.share, at))
        left[rows[covered]] = False
    return tuple(found)


def weights(cosines: ArrayLike) -> NDArray[np.float64]:
    """1/d^10 of squared distances d = 2 - 2 cos, over their sum; [m], all finite."""
    cosine = np.clip(np.asarray(cosines, dtype=np.float64), -1.0, 1.0)
    d = np.maximum(2.0 - 2.0 * cosine, LEAST)
    weight = (d.min() / d) ** POWER
    return np.asarray(weight / weight.sum(), dtype=np.float64)


def _peak(
    weight: NDArray[np.float64], lat: NDArray[np.float64], lon: NDArray[np.float64]
) -> tuple[Peak, NDArray[np.bool_]]:
    """The densest place of neighbours in rank, and which of them lie in its window."""
    coarse = (_smoothing(180, SIGMA_CELLS, False)[:, _cell(lat, 1, 180)] * weight) @ _smoothing(
        360, SIGMA_CELLS, True
    )[:, _cell(lon, 1, 360, wraps=True)].T
    row, column = _maximum(coarse)

    south = min(max((row + 1 - WINDOW_DEGREES) * _FINE - 1, 0), 180 * _FINE - _SIDE)
    west = (column + 1 - WINDOW_DEGREES) * _FINE - 1
    rows = _cell(lat, _FINE, 180 * _FINE) - south
    columns = (_cell(lon, _FINE, 360 * _FINE, wraps=True) - west) % (360 * _FINE)
    inside = (rows >= 0) & (rows < _SIDE) & (columns < _SIDE)
    smooth = _smoothing(_SIDE, FINE_SIGMA_CELLS, False)
    fine = (smooth[:, rows[inside]] * weight[inside]) @ smooth[:, columns[inside]].T
    fine_row, fine_column = _maximum(fine)
    at = (south + fine_row + 1) / _FINE - 90.0
    along = ((west + fine_column) % (360 * _FINE) + 1) / _FINE - 180.0

    share = float(coarse[row, column])
    near = np.flatnonzero(_km(at, along, lat, lon) < SNAP_KM)
    if not len(near):
        return Peak(at, along, share, None), inside
    inside[near[0]] = True
    return Peak(float(lat[near[0]]), float(lon[near[0]]), share, int(near[0])), inside


def _cell(degrees: NDArray[np.float64], a_degree: int, count: int, wraps: bool = False) -> NDArray[np.int64]:
    """Which cell holds a coordinate: (lower edge, upper edge], numbered from 0."""
    cell = np.ceil(degrees * a_degree).astype(np.int64) + count // 2 - 1
    return cell % count if wraps else np.clip(cell, 0, count - 1)


def _maximum(grid: NDArray[np.float64]) -> tuple[int, int]:
    high = grid >= grid.max() * (1.0 - _TIE)
    column = int(np.flatnonzero(high.any(axis=0))[0])
    return int(np.flatnonzero(high[:, column])[0]), column


@cache
def _smoothing(count: int, sigma: float, wraps: bool) -> NDArray[np.float64]:
    """[count, count]: row i holds what each cell gives to cell i of a smoothed line."""
    reach = int(np.ceil(2.0 * sigma))
    offset = np.arange(-reach, reach + 1)
    kernel = np.exp(-0.5 * (offset / sigma) ** 2)
    kernel /= kernel.sum()
    source = np.arange(count)[:, None] + offset
    source = source % count if wraps else np.clip(source, 0, count - 1)
    matrix = np.zeros((count, count))
    np.add.at(matrix, (np.arange(count)[:, None], source), np.broadcast_to(kernel, source.shape))
    return matrix


def _km(lat: float, lon: float, lats: NDArray[np.float64], lons: NDArray[np.float64]) -> NDArray[np.float64]:
    """Great circles on the sphere of the published code, 6371 km."""
    phi, other = np.radians(lat), np.radians(lats)
    half = np.sin((other - phi) / 2) ** 2
    half = half + np.cos(phi) * np.cos(other) * np.sin(np.radians(lons - lon) / 2) ** 2
    return np.asarray(2 * RADIUS_KM * np.arcsin(np.sqrt(np.clip(half, 0.0, 1.0))), dtype=np.float64)
