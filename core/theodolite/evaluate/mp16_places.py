"""Coordinates to MP16-Pro's place columns, offline: country by borders, state and city by the gazetteer.

MP16-Pro (G3) was named by an online geocoder. What local data hold is less, and is defined here:

- ``country`` and ``continent``: whose land the point is on, or within 30 km of whose coast.
- ``state``: the first-level region of the nearest place (of 500 people and more) in that country, within
  50 km.
- ``city``: a town reaches as far as its people live at 4,000 a square kilometre. Within reach of any, the one
  that the point is deepest in (least distance over reach); otherwise the nearest within 25 km. Always in the
  point's country.
  Looked at are the eight nearest places and the eight nearest of 50,000 people and more.
- ``neighbourhood``, ``county``, ``region``: not in the local data; always null.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from theodolite.align.table import PLACES
from theodolite.geo import countries
from theodolite.geo.gazetteer import Gazetteer
from theodolite.geo.geodesy import chord_of, km_of, to_xyz
from theodolite.geo.world import World

#: Columns that local data cannot fill.
UNKNOWN = ("neighbourhood", "county", "region")
CITY_KM, STATE_KM = 25.0, 50.0
PEOPLE_PER_KM2 = 4000.0
#: Places that may reach farther than their neighbours stand: a tree of their own, so that they are found.
LARGE = 50_000
_NEAREST, _NEAREST_LARGE = 8, 8

F8 = NDArray[np.float64]
I8 = NDArray[np.int64]


class Places:
    """Names of many points at once; some 60 MB of names and trees, read once."""

    def __init__(self, gazetteer: Gazetteer, world: World) -> None:
        self._gazetteer, self._world = gazetteer, world
        every = gazetteer.all_places()
        self._country, self._admin1 = every.country, every.admin1
        self._reach = np.sqrt(np.maximum(every.population, 0) / (np.pi * PEOPLE_PER_KM2))
        xyz = to_xyz(every.lat, every.lon)
        self._tree = cKDTree(xyz)
        self._large = np.flatnonzero(every.population >= LARGE)
        self._large_tree = cKDTree(xyz[self._large]) if len(self._large) else None
        self._names = np.array(gazetteer.names_of(every.id), dtype=object)

    def of(self, lat: F8, lon: F8) -> dict[str, NDArray[Any]]:
        """The seven columns of points [n] as arrays of str or None.

        Raises InputError for coordinates that are not finite or latitudes beyond 90 degrees.
        """
        codes = np.array(self._world.country_of(lat, lon), dtype="U2")
        row, km = self._near(lat, lon)
        same = self._country[row] == codes[:, None]
        same &= (codes != "")[:, None] & np.isfinite(km)
        nearest = np.where(same, km, np.inf).argmin(axis=1)
        each = np.arange(len(codes))
        first, away = row[each, nearest], np.where(same.any(axis=1), km[each, nearest], np.inf)
        depth = np.where(same & (km <= self._reach[row]), km / np.maximum(self._reach[row], 1e-9), np.inf)
        deepest = depth.argmin(axis=1)
        inside = np.isfinite(depth[each, deepest])
        city = np.where(inside, row[each, deepest], first)
        found: dict[str, NDArray[Any]] = {name: _nothing(len(codes)) for name in PLACES}
        found["city"] = _only(inside | (away <= CITY_KM), self._names[city])
        regions = _mapped(self._admin1[first], self._gazetteer.admin1_name)
        found["state"] = _only(away <= STATE_KM, regions)
        found["country"] = _mapped(codes, lambda code: countries.name(code) if code else "")
        found["continent"] = _mapped(codes, countries.continent)
        return found

    def _near(self, lat: F8, lon: F8) -> tuple[I8, F8]:
        """Rows of places near each point and how far they are, km [n, k]; infinite where there are fewer."""
        xyz = to_xyz(lat, lon)
        limit = float(chord_of(STATE_KM))
        ranks = [*range(1, _NEAREST + 1)]
        chord, row = self._tree.query(xyz, k=ranks, distance_upper_bound=limit)
        if self._large_tree is not None:
            ranks = [*range(1, _NEAREST_LARGE + 1)]
            chord_large, large = self._large_tree.query(xyz, k=ranks, distance_upper_bound=limit)
            chord = np.concatenate([chord, chord_large], axis=1)
            row = np.concatenate([row, np.append(self._large, len(self._names))[large]], axis=1)
        return np.where(np.isfinite(chord), row, 0), np.asarray(km_of(chord))


def _nothing(count: int) -> NDArray[Any]:
    return np.full(count, None, dtype=object)


def _only(where: NDArray[np.bool_], values: NDArray[Any]) -> NDArray[Any]:
    kept = values.copy()
    kept[~where] = None
    return kept


def _mapped(keys: NDArray[Any], name: Any) -> NDArray[Any]:
    """``name(key)`` of each key, asked once a distinct key; None where it is ''."""
    distinct, at = np.unique(keys, return_inverse=True)
    named = np.array([name(str(key)) or None for key in distinct], dtype=object)
    return np.asarray(named[at])
