"""The places of the world that the posterior weighs (posterior.md, Places and Prior).

A :class:`Support` is a set of numpy columns over n places, in one fixed order: by cell, then latitude,
then longitude. Ties everywhere are broken by that order. It is immutable and holds no reference to the
packs it was made from; :mod:`theodolite.locate.survey` builds it,
:func:`theodolite.locate.assemble.assemble` completes its columns.

``sd_km`` is r_p = clip(d_8 / 2, 0.1, 50) km with d_8 the distance to the 8th nearest other place (to the
farthest one in worlds of fewer than nine places).
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from theodolite.errors import InputError
from theodolite.locate.sphere import F8, I8, arc, degrees, sums

VERSION = 4
Q = 2.0**20
MIN_SD_KM, MAX_SD_KM = 0.1, 50.0
LIST_KM = 25.0
DISC_SD = 1.5
CELL_KM = 12.5
# Edges in degrees of the coarser and coarser cells a large credible region is drawn with.
DRAWING_EDGES = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0)
PRIORS: dict[str, tuple[float, float, float]] = {
    "mixed": (0.5, 0.35, 0.15),
    "photo": (1.0, 0.0, 0.0),
    "population": (0.0, 1.0, 0.0),
    "land": (0.0, 0.0, 1.0),
}
# A prior that leaves places out would veto them; those get this share of the mixed prior.
FLOOR = 1e-6


@dataclass(frozen=True, eq=False)
class Relations:
    """Distances from places to areas they are not in, where these are near (sorted by area, place).

    ``km`` [k] is the distance from place ``place`` [k] to area ``start``-slice a; pairs farther than what
    a border can matter (:mod:`theodolite.locate.borders`) are absent. ``nearest`` [n]: the least distance
    to any other area, inf if none is near.
    """

    start: I8
    place: I8
    km: F8
    nearest: F8

    def of(self, area: int) -> tuple[I8, F8]:
        """Places near ``area`` and their distances to it."""
        part = slice(int(self.start[area]), int(self.start[area + 1]))
        return self.place[part], self.km[part]

    @cached_property
    def bordering(self) -> I8:
        """Places with another area near, ascending."""
        return np.flatnonzero(np.isfinite(self.nearest))

    @cached_property
    def area(self) -> I8:
        """The area of each pair [k]."""
        return np.repeat(np.arange(len(self.start) - 1), np.diff(self.start))

    @cached_property
    def _by_place(self) -> tuple[I8, I8]:
        order = np.argsort(self.place, kind="stable")
        return np.searchsorted(self.place[order], np.arange(len(self.nearest) + 1)), order

    def beside(self, place: int) -> tuple[I8, F8]:
        """Areas near ``place`` and its distances to them."""
        start, order = self._by_place
        pairs = order[start[place] : start[place + 1]]
        return self.area[pairs], self.km[pairs]

    @classmethod
    def make(cls, area: I8, place: I8, km: F8, areas: int, places: int) -> Relations:
        """From unordered triples; ``areas`` and ``places`` are how many there are."""
        order = np.lexsort((place, area))
        area, place, km = area[order], place[order], km[order]
        start = np.searchsorted(area, np.arange(areas + 1)).astype(np.int64)
        nearest = np.full(places, np.inf)
        np.minimum.at(nearest, place, km)
        return cls(start, place.astype(np.int64), km.astype(np.float64), nearest)


@dataclass(frozen=True, eq=False)
class Points:
    """What a kernel needs to know of m places, be they of the support or explicit candidates.

    ``coast_km``: to the shore of the sea, 0 at sea, infinite where no sea is known; None: not measured.
    """

    xyz: F8
    sd_km: F8
    zone: I8
    country_borders: Relations
    zone_borders: Relations
    clock: I8
    coast_km: F8 | None = None


@dataclass(frozen=True, eq=False)
class Cells:
    """Groups of neighbouring places, contiguous in the order of the support.

    For cell a every place within max(r_p, 25 km) of a member lies in one of ``near[near_start[a] :
    near_start[a + 1]]``: sums over these cells bound the mass round any member from above.
    """

    start: I8
    centre: F8
    radius_km: F8
    reach_km: F8
    near_start: I8
    near: I8

    @cached_property
    def tree(self) -> cKDTree:
        return cKDTree(self.centre)

    @cached_property
    def _pools(self) -> dict[int, I8]:
        return {}

    def pool(self, number: int) -> I8:
        """All places of the cells near cell ``number``, ascending; remembered."""
        found = self._pools.get(number)
        if found is None:
            around = self.near[self.near_start[number] : self.near_start[number + 1]]
            found = self._pools[number] = self.places(around)
        return found

    def places(self, cells: I8) -> I8:
        """All places of ``cells``, cell by cell."""
        first, counts = self.start[cells], self.start[cells + 1] - self.start[cells]
        before = np.cumsum(counts) - counts
        return np.asarray(np.arange(int(counts.sum())) + np.repeat(first - before, counts), dtype=np.int64)

    @cached_property
    def columns(self) -> F8:
        """``centre`` as three rows [3, cells]."""
        return np.ascontiguousarray(self.centre.T)

    @cached_property
    def of_place(self) -> I8:
        """The cell of each place [n]."""
        return np.repeat(np.arange(len(self.centre)), np.diff(self.start))

    @cached_property
    def seen_by(self) -> tuple[I8, I8]:
        """``near`` turned round: the cells that have cell b near are ``[1][[0][b] : [0][b + 1]]``."""
        owner = np.repeat(np.arange(len(self.centre)), np.diff(self.near_start))
        order = np.argsort(self.near, kind="stable")
        return np.searchsorted(self.near[order], np.arange(len(self.centre) + 1)), owner[order]


@dataclass(frozen=True, eq=False)
class Support:
    """n places in c countries and z zones (first-level regions; one nameless zone a country).

    Columns: degrees, r_p, zone index, the three normalised parts of the prior, the land each place
    represents, the way to the sea in km, its label, the number of its time zone in ``clocks`` (names of the
    tz database). ``sha256`` covers every column.
    """

    lat: F8
    lon: F8
    xyz: F8
    sd_km: F8
    zone: I8
    clock: I8
    photo: F8
    population: F8
    land: F8
    area_km2: F8
    coast_km: F8
    names: tuple[str, ...]
    clocks: tuple[str, ...]
    zone_codes: tuple[str, ...]
    zone_names: tuple[str, ...]
    zone_country: I8
    countries: tuple[str, ...]
    country_names: tuple[str, ...]
    country_borders: Relations
    zone_borders: Relations
    cells: Cells
    drawing: tuple[NDArray[np.int32], ...]
    sha256: str

    def __len__(self) -> int:
        return len(self.lat)

    @cached_property
    def tree(self) -> cKDTree:
        return cKDTree(self.xyz)

    @cached_property
    def points(self) -> Points:
        """The places as what a kernel is evaluated on."""
        borders = self.country_borders, self.zone_borders
        return Points(self.xyz, self.sd_km, self.zone, *borders, self.clock, self.coast_km)

    @cached_property
    def country(self) -> I8:
        """Country index of each place [n]."""
        return self.zone_country[self.zone]

    @cached_property
    def country_index(self) -> dict[str, int]:
        return {code: number for number, code in enumerate(self.countries)}

    @cached_property
    def zone_index(self) -> dict[str, int]:
        return {code: number for number, code in enumerate(self.zone_codes)}

    @cached_property
    def covers(self) -> tuple[tuple[F8, F8, F8], ...]:
        """For each edge of ``drawing`` a disc per cell (latitudes, longitudes, km) that covers the discs
        of 1.5 r_p of all its places."""
        found = []
        for cell in (column.astype(np.int64) for column in self.drawing):
            count = int(cell.max()) + 1
            centre = np.stack([sums(cell, self.xyz[:, axis], count) for axis in range(3)], axis=1)
            centre /= np.linalg.norm(centre, axis=1)[:, None]
            radius = np.zeros(count)
            delta = self.xyz - centre[cell]
            km = arc(np.sqrt(np.einsum("ij,ij->i", delta, delta)))
            np.maximum.at(radius, cell, km + DISC_SD * self.sd_km)
            found.append((*degrees(centre), radius))
        return tuple(found)

    @cached_property
    def _priors(self) -> dict[str, tuple[F8, I8]]:
        return {}

    def prior(self, kind: str) -> tuple[F8, I8]:
        """The prior ``kind`` over the places [n], every entry > 0, sum 1 to rounding; and q of it."""
        if kind not in self._priors:
            pi = self._prior(kind)
            self._priors[kind] = pi, quantised(np.log(pi))
        return self._priors[kind]

    def _prior(self, kind: str) -> F8:
        if kind not in PRIORS:
            raise InputError(f"There is no prior {kind!r}; choose one of {', '.join(PRIORS)}.")

        def mix(name: str) -> F8:
            photo, population, land = PRIORS[name]
            return photo * self.photo + population * self.population + land * self.land

        mixed = mix("mixed")
        pi = mixed if kind == "mixed" else (1.0 - FLOOR) * mix(kind) + FLOOR * mixed
        return share(pi)

    def label(self, place: int) -> str:
        """'Minato, Tokyo': nearest named place within 50 km and its region, else coordinates."""
        zone = int(self.zone[place])
        return place_label(
            self.names[place],
            self.zone_names[zone],
            self.country_names[int(self.zone_country[zone])],
            float(self.lat[place]),
            float(self.lon[place]),
        )


def quantised(nats: F8) -> I8:
    """rint(2^20 l) as integers (posterior.md, Exactness)."""
    return np.rint(Q * nats).astype(np.int64)


def place_label(name: str, region: str, country: str, lat: float, lon: float) -> str:
    """Name and region; the country instead of a region that is unknown or has the same name."""
    if not name:
        return f"{lat:.4f}, {lon:.4f}"
    wider = region if region and region != name else country
    return f"{name}, {wider}" if wider and wider != name else name


def share(weight: F8) -> F8:
    """``weight`` normalised to sum 1; all zeros stay zeros."""
    total = float(weight.sum())
    return weight / total if total > 0 else weight


# --- identity ------------------------------------------------------------------------------------------

TEXTS = ("names", "zone_codes", "zone_names", "countries", "country_names", "clocks")
COLUMNS = (
    *("lat", "lon", "xyz", "sd_km", "zone", "clock", "photo", "population", "land", "area_km2"),
    *("coast_km", "zone_country"),
)
BORDERS = ("country_borders", "zone_borders")
BORDER_PARTS = ("start", "place", "km", "nearest")
CELL_PARTS = ("start", "centre", "radius_km", "reach_km", "near_start", "near")


def arrays_of(parts: dict[str, Any]) -> dict[str, NDArray[Any]]:
    found: dict[str, NDArray[Any]] = {name: parts[name] for name in COLUMNS}
    for name in TEXTS:
        text = json.dumps(list(parts[name]), ensure_ascii=False).encode()
        found[name] = np.frombuffer(text, dtype=np.uint8)
    for name in BORDERS:
        found |= {f"{name}.{part}": getattr(parts[name], part) for part in BORDER_PARTS}
    found |= {f"cells.{part}": getattr(parts["cells"], part) for part in CELL_PARTS}
    return found | {f"drawing.{i}": column for i, column in enumerate(parts["drawing"])}


def hash_of(arrays: dict[str, NDArray[Any]]) -> str:
    digest = hashlib.sha256(f"support {VERSION}".encode())
    for name in sorted(arrays):
        column = np.ascontiguousarray(arrays[name])
        digest.update(f"{name} {column.dtype.str} {column.shape}".encode())
        digest.update(column.tobytes())
    return digest.hexdigest()
