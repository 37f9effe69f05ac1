"""How many towns the references of an index lie in, exactly defined and counted in a stream.

The globe is cut into cells of about 2.2 km: rows of 0.02 degrees of latitude, each row into as many equal
columns as keep them about as wide as high. A town is made around the cell with most references (of several
with as many, that of the lowest number): all cells whose middles lie within 25 km of its middle belong to
it; then the next among the cells left, until none is left. The count depends on the set of coordinates only,
not on their order, and cells of several indexes can be added up.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

TOWN_KM = 25.0
EARTH_KM = 6371.0
_ROWS = 9000
_STEP = 180.0 / _ROWS
_SHIFT = 20

Cells = NDArray[np.int64]  # [m, 2]: number of the cell, references in it; ascending


def cell_numbers(lat: NDArray[np.float64], lon: NDArray[np.float64]) -> NDArray[np.int64]:
    """The cell of each coordinate: row << 20 | column."""
    row = np.clip(np.floor((lat + 90.0) / _STEP), 0, _ROWS - 1).astype(np.int64)
    columns = _columns(row)
    column = np.floor((lon + 180.0) / 360.0 * columns).astype(np.int64) % columns
    numbers: NDArray[np.int64] = row << _SHIFT | column
    return numbers


def _columns(row: NDArray[np.int64]) -> NDArray[np.int64]:
    middle = np.radians((row + 0.5) * _STEP - 90.0)
    columns: NDArray[np.int64] = np.maximum(1, np.rint(2 * _ROWS * np.cos(middle))).astype(np.int64)
    return columns


def centres(numbers: NDArray[np.int64]) -> NDArray[np.float64]:
    """Unit vectors [n, 3] of the middles of cells."""
    row, column = numbers >> _SHIFT, numbers & ((1 << _SHIFT) - 1)
    lat, lon = (row + 0.5) * _STEP - 90.0, (column + 0.5) / _columns(row) * 360.0 - 180.0
    return unit(lat.astype(np.float64), lon.astype(np.float64))


def unit(lat: NDArray[np.float64], lon: NDArray[np.float64]) -> NDArray[np.float64]:
    """Unit vectors [n, 3] of coordinates in degrees, on a sphere."""
    north, east = np.radians(lat), np.radians(lon)
    return np.stack([np.cos(north) * np.cos(east), np.cos(north) * np.sin(east), np.sin(north)], axis=1)


def count(lat: NDArray[np.float64], lon: NDArray[np.float64]) -> Cells:
    """The cells of some coordinates, with how many of them each holds."""
    numbers, held = np.unique(cell_numbers(lat, lon), return_counts=True)
    return np.stack([numbers, held.astype(np.int64)], axis=1)


def add(*tables: Cells) -> Cells:
    """Tables of cells together; a table with negative counts takes away."""
    every = np.concatenate([*tables, np.empty((0, 2), np.int64)])
    numbers, which = np.unique(every[:, 0], return_inverse=True)
    held = np.zeros(len(numbers), np.int64)
    np.add.at(held, which, every[:, 1])
    return np.stack([numbers, held], axis=1)[held > 0]


def towns(cells: Cells) -> int:
    """How many towns the cells make up."""
    if len(cells) == 0:
        return 0
    from scipy.spatial import cKDTree

    middles = centres(cells[:, 0])
    tree = cKDTree(middles)
    reach = 2.0 * np.sin(TOWN_KM / EARTH_KM / 2.0)
    free = np.ones(len(cells), np.bool_)
    found = 0
    for cell in np.lexsort((cells[:, 0], -cells[:, 1])):
        if free[cell]:
            found += 1
            free[tree.query_ball_point(middles[cell], reach)] = False
    return found
