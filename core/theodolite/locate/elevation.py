"""Heights above sea level of places, from the optional elevation pack (posterior.md, elevation).

The grid is that of Recommendation ITU-R P.1511-2: topographic heights in metres every 1/12 degree (9.3 km),
rows from 90.125 N southwards, columns from 180.125 W eastwards. Towns lie lower than the mean of a cell of
mountains, so a place is given the range of heights around it, not one height.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from theodolite.errors import InputError
from theodolite.locate.sphere import F8, KM_A_DEGREE, degrees

PACK = "elevation"
FILE = "heights.npy"
NEEDED = f"needs the elevation pack: theodolite packs fetch {PACK}"
#: Samples a degree, and the latitude and longitude of the first.
STEPS, NORTH, WEST = 12.0, 90.125, -180.125
SHAPE = (2164, 4324)
#: How far round a place its heights are taken, at least: one step of the grid.
LEAST_KM = 9.3
#: Metres by which a height of the grid is off where the land is flat.
LEAST_M = 30.0
_SIDE = np.linspace(-1.0, 1.0, 5)


class Span(NamedTuple):
    """Of m places: the lowest and the highest ground around, how much it varies (sd, at least 30), and the
    height at the place itself; metres."""

    lowest: F8
    highest: F8
    spread: F8
    here: F8


@dataclass(frozen=True, eq=False)
class Heights:
    """The grid, int16 [2164, 4324]."""

    grid: NDArray[np.int16]

    @cached_property
    def sha256(self) -> str:
        return hashlib.sha256(np.ascontiguousarray(self.grid).tobytes()).hexdigest()

    def at(self, lat: F8, lon: F8) -> F8:
        """Metres at positions in degrees, between the four samples round each."""
        row = np.clip((NORTH - lat) * STEPS, 0.0, SHAPE[0] - 1.001)
        column = np.clip((_wrapped(lon) - WEST) * STEPS, 0.0, SHAPE[1] - 1.001)
        top, left = row.astype(np.int64), column.astype(np.int64)
        down, right = row - top, column - left
        upper = self.grid[top, left] * (1.0 - right) + self.grid[top, left + 1] * right
        lower = self.grid[top + 1, left] * (1.0 - right) + self.grid[top + 1, left + 1] * right
        return np.asarray(upper * (1.0 - down) + lower * down, dtype=np.float64)

    def span(self, xyz: F8, sd_km: F8) -> Span:
        """The ground within max(r_p, 9.3 km) north, south, east and west of each place: 25 samples."""
        lat, lon = degrees(xyz)
        reach = np.maximum(sd_km, LEAST_KM) / KM_A_DEGREE
        wide = reach / np.maximum(np.cos(np.radians(lat)), 0.05)
        lowest, highest = np.full(len(lat), np.inf), np.full(len(lat), -np.inf)
        total, square = np.zeros(len(lat)), np.zeros(len(lat))
        for up in _SIDE:
            row = np.clip(np.rint((NORTH - (lat + up * reach)) * STEPS), 0, SHAPE[0] - 1).astype(np.int64)
            for along in _SIDE:
                column = np.rint((_wrapped(lon + along * wide) - WEST) * STEPS).astype(np.int64)
                metres = self.grid[row, np.clip(column, 0, SHAPE[1] - 1)].astype(np.float64)
                np.minimum(lowest, metres, out=lowest)
                np.maximum(highest, metres, out=highest)
                total += metres
                square += metres * metres
        count = len(_SIDE) ** 2
        variance = np.maximum(square / count - (total / count) ** 2, 0.0)
        return Span(lowest, highest, np.sqrt(variance + LEAST_M**2), self.at(lat, lon))


def load(path: Path) -> Heights:
    """The heights that the pack's builder wrote, mapped from the file; raises InputError for another file."""
    try:
        grid = np.lib.format.open_memmap(path, mode="r")
    except (OSError, ValueError, EOFError) as error:
        raise InputError(
            f"The heights in {path} cannot be read: install the elevation pack again."
        ) from error
    if grid.shape != SHAPE or grid.dtype != np.int16:
        raise InputError(f"The heights in {path} are not those of the elevation pack: install it again.")
    return Heights(grid)


def _wrapped(lon: F8) -> F8:
    return np.asarray((lon + 180.0) % 360.0 - 180.0, dtype=np.float64)
