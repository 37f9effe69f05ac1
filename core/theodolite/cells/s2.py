"""S2 cell numbers for arrays of points: the cells of PlaNet, CPlaNet and ISNs.

An S2 leaf number is 64 bits: three for the face of a cube round the Earth, two for each of 30 levels along a
Hilbert curve, and a last 1. A cell of level k is the number cut after 3 + 2k bits, a 1, then zeros, so every
cell is one range of sorted leaf numbers. Written from the published definition (quadratic projection), since
the library's Python binding takes one point a call (8 s a million, here 0.6 s) and comes for few platforms;
a test compares every step with that library.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from theodolite.errors import InputError
from theodolite.geo.geodesy import to_xyz, wrap_lon

U8 = NDArray[np.uint64]

LEAF = 30
_CHUNK = 1 << 18
_SIDE = 1 << LEAF
_ONE = np.uint64(1)
#: Where the curve passes a quarter (2 * i + j), by orientation (1: axes swapped, 2: inverted).
_POSITION = np.array([[0, 1, 3, 2], [0, 3, 1, 2], [2, 3, 1, 0], [2, 1, 3, 0]], dtype=np.int64)
#: How the curve turns in the quarter that it passes first, second, third, fourth.
_TURN = np.array([1, 0, 0, 3], dtype=np.int64)
#: By face: which components are u and v before they are divided by the face's own, and their signs.
_U = np.array([[1, 1], [0, -1], [0, -1], [2, 1], [2, 1], [1, -1]], dtype=np.int64)
_V = np.array([[2, 1], [2, 1], [1, -1], [1, 1], [0, -1], [0, -1]], dtype=np.int64)


def leaves(lat: ArrayLike, lon: ArrayLike) -> U8:
    """The leaf cell (about 1 cm wide) of each point [n], degrees; longitude wraps.

    Raises InputError for unequal lengths, for what is no finite number and for latitudes beyond 90 degrees.
    """
    lat, lon = checked(lat, lon)
    found = np.empty(len(lat), dtype=np.uint64)
    for start in range(0, len(lat), _CHUNK):
        found[start : start + _CHUNK] = _leaves(lat[start : start + _CHUNK], lon[start : start + _CHUNK])
    return found


def checked(lat: ArrayLike, lon: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Coordinates as two float64 arrays of one length [n], longitude in [-180, 180)."""
    lat, lon = (np.atleast_1d(np.asarray(a, dtype=np.float64)) for a in (lat, lon))
    if lat.ndim != 1 or lat.shape != lon.shape:
        raise InputError("Latitudes and longitudes are not two lists of the same length.")
    if not (np.isfinite(lat).all() and np.isfinite(lon).all()):
        raise InputError("A coordinate is not a number. Leave such rows out.")
    if len(lat) and float(np.abs(lat).max()) > 90.0:
        raise InputError("A latitude lies beyond 90 degrees.")
    return lat, np.asarray(wrap_lon(lon), dtype=np.float64)


def _leaves(lat: NDArray[np.float64], lon: NDArray[np.float64]) -> U8:
    xyz = to_xyz(lat, lon)
    rows = np.arange(len(xyz))
    axis = np.abs(xyz).argmax(axis=1)
    depth = xyz[rows, axis]
    face = np.where(depth < 0, axis + 3, axis)
    i, j = (_grid(xyz[rows, part[face, 0]] * part[face, 1] / depth) for part in (_U, _V))
    orientation = face & 1
    position = np.zeros(len(xyz), dtype=np.int64)
    for bit in range(LEAF - 1, -1, -1):
        quarter = _POSITION[orientation, ((i >> bit) & 1) << 1 | ((j >> bit) & 1)]
        position = position << 2 | quarter
        orientation ^= _TURN[quarter]
    number: U8 = face.astype(np.uint64) << np.uint64(61) | position.astype(np.uint64) << _ONE | _ONE
    return number


def _grid(u: NDArray[np.float64]) -> NDArray[np.int64]:
    """[-1, 1] on the face to one of 2^30 columns (S2's quadratic projection)."""
    root = 0.5 * np.sqrt(1.0 + 3.0 * np.abs(u))
    s = np.where(u >= 0, root, 1.0 - root)
    return np.asarray(np.clip(np.floor(s * _SIDE), 0, _SIDE - 1), dtype=np.int64)


def faces() -> U8:
    """The six cells of level 0."""
    return np.arange(6, dtype=np.uint64) << np.uint64(61) | _ONE << np.uint64(60)


def children(cell: int) -> tuple[int, int, int, int]:
    """The four cells of the next level, in the order of the curve; not for a leaf."""
    step = (cell & -cell) >> 2
    first = cell - 3 * step
    return first, first + 2 * step, first + 4 * step, first + 6 * step


def level(cells: ArrayLike) -> NDArray[np.int64]:
    """0 for a face to 30 for a leaf."""
    lowest = _lowest(np.asarray(cells, dtype=np.uint64))
    return np.asarray(LEAF - np.round(np.log2(lowest.astype(np.float64))).astype(np.int64) // 2)


def ends(cells: ArrayLike) -> tuple[U8, U8]:
    """The first and the last leaf of each cell."""
    cells = np.asarray(cells, dtype=np.uint64)
    reach = _lowest(cells) - _ONE
    return cells - reach, cells + reach


def _lowest(cells: U8) -> U8:
    return cells & (~cells + _ONE)
