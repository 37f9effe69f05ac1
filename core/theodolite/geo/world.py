"""Countries and their borders on the sphere, from Natural Earth (see ``packaging/build_world.py``).

Accuracy: borders are those of the 1:10m map, thinned, so within about 0.5 km of what it draws and within
some kilometres of the truth where the map is coarse. Distances are great circles. A country's area does
not include its sea, but a point within 30 km of a coast belongs to it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import shapely
from numpy.typing import ArrayLike, NDArray
from scipy.spatial import cKDTree

from theodolite import paths
from theodolite.errors import InputError
from theodolite.geo import countries, shores, topology
from theodolite.geo.geodesy import chord_of, km_of, to_xyz, wrap_lon
from theodolite.geo.topology import F8, Area, Topology

#: Points at sea belong to the nearest country within so many km.
COAST_KM = 30.0
#: Borders are made dense to this spacing before the nearest vertex is sought.
_SPACING_KM = 4.0
#: Up to here distances are exact to the segment; beyond, to about this many km (much faster).
_NEAR_KM, _FAR_ERROR_KM = 300.0, 20.0
#: Up to so many points the polygons are searched by point, beyond it the points by polygon.
_FEW = 300


@dataclass(frozen=True, slots=True)
class Border:
    """A line between two areas: [n, 2] longitude and latitude; ``countries`` their codes, ordered."""

    points: F8
    countries: tuple[str, str]
    disputed: bool


@dataclass(frozen=True, slots=True)
class _Outline:
    """A border made dense. ``after[i]``: the segment from vertex i to i + 1 belongs to the border."""

    vertices: F8
    after: NDArray[np.bool_]
    tree: Any
    coarse: Any


class World:
    """Which country a point is in, and how far its border is. Read-only once loaded."""

    def __init__(self, shape: Topology) -> None:
        self._shape = shape
        self._by_country: dict[str, list[Area]] = {}
        for area in shape.areas:
            self._by_country.setdefault(area.iso2, []).append(area)
        self._geometries: dict[str, Any] = {}
        self._outlines: dict[str, _Outline] = {}
        self.countries: dict[str, str] = {
            code: countries.name(code) for code in sorted(self._by_country) if code
        }

    @classmethod
    def load(cls) -> World:
        """From the files shipped with the program."""
        return cls(topology.read(paths.resources() / "world" / "world.json"))

    # --- points ------------------------------------------------------------------------------------

    def country_of(self, lat: ArrayLike, lon: ArrayLike) -> list[str]:
        """ISO alpha-2 code of the country of each point; '' at sea beyond 30 km and where none is agreed.

        Raises InputError for coordinates that are not finite or latitudes beyond 90 degrees.
        """
        lat, lon = _checked(lat, lon)
        codes = np.full(len(lat), -1, dtype=np.int64)
        parts, owner, tree = self._parts
        points = shapely.points(lon, lat)
        if len(lat) <= _FEW:
            point, part = tree.query(points, predicate="intersects")
        else:
            part, point = shapely.STRtree(points).query(parts, predicate="intersects")
        # Where areas meet the last in this order wins, the one without a code never does.
        order = np.lexsort((part, owner[part]))
        codes[point[order]] = owner[part[order]]
        sea = np.flatnonzero(codes < 0)
        if len(sea):
            near, at = self._coasts[1].query(
                to_xyz(lat[sea], lon[sea]), distance_upper_bound=float(chord_of(COAST_KM))
            )
            found = np.isfinite(near)
            codes[sea[found]] = self._coasts[0][at[found]]
        names = [*self._codes, ""]
        return [names[code] for code in codes]

    def contains(self, lat: ArrayLike, lon: ArrayLike, country: str) -> NDArray[np.bool_]:
        """Whether each point lies on the land of ``country`` (its islands and enclaves considered)."""
        lat, lon = _checked(lat, lon)
        return np.asarray(shapely.intersects_xy(self.geometry(country), lon, lat), dtype=np.bool_)

    def signed_distance_km(
        self, lat: ArrayLike, lon: ArrayLike, country: str, max_km: float = np.inf
    ) -> NDArray[np.float64]:
        """Distance of each point to the border or coast of ``country``, positive inside.

        Beyond ``max_km`` the distance is infinite with its sign (faster). A code without land in the map
        lies nowhere: minus infinity.
        """
        lat, lon = _checked(lat, lon)
        if country not in self._by_country or not len(lat):
            return np.full(len(lat), -np.inf)
        km = _km_to(self._outline(country), to_xyz(lat, lon), max_km)
        inside = self.contains(lat, lon, country)
        return np.asarray(np.where(inside, km, -km), dtype=np.float64)

    def sea_km(self, lat: ArrayLike, lon: ArrayLike) -> NDArray[np.float64]:
        """Distance of each point to the shore of the sea; 0 at sea. Lakes are no sea, the Caspian neither.

        Raises InputError like :meth:`country_of`.
        """
        lat, lon = _checked(lat, lon)
        if not len(lat):
            return np.zeros(0)
        shore, lakes = self._shores
        km = _km_to(shore, to_xyz(lat, lon), np.inf)
        return np.where(self._on_land(lat, lon) | shapely.intersects_xy(lakes, lon, lat), km, 0.0)

    def _on_land(self, lat: F8, lon: F8) -> NDArray[np.bool_]:
        parts, _, tree = self._parts
        dry = np.zeros(len(lat), dtype=np.bool_)
        points = shapely.points(lon, lat)
        if len(lat) <= _FEW:
            dry[tree.query(points, predicate="intersects")[0]] = True
        else:
            dry[shapely.STRtree(points).query(parts, predicate="intersects")[1]] = True
        return dry

    # --- shapes ------------------------------------------------------------------------------------

    def geometry(self, country: str) -> Any:
        """The land of a country as a prepared shapely geometry in degrees (x longitude, y latitude)."""
        if country not in self._geometries:
            parts = [
                polygon
                for area in self._by_country.get(country, [])
                for polygon in topology.polygons(area, self._shape.arcs)
            ]
            made = shapely.MultiPolygon(_flat(parts))
            if not made.is_valid:  # parts of a country may touch along a line
                made = shapely.union_all(parts)
            shapely.prepare(made)
            self._geometries[country] = made
        return self._geometries[country]

    def border_lines(self) -> tuple[Border, ...]:
        """Every line between two countries, and round areas that are disputed; no coasts."""
        sides: dict[int, list[Area]] = {}
        for area in self._shape.areas:
            for ring in (ring for polygon in area.polygons for ring in polygon):
                for number in ring:
                    sides.setdefault(number if number >= 0 else ~number, []).append(area)
        lines = []
        for arc, areas in sorted(sides.items()):
            if len(areas) == 2 and areas[0] is not areas[1]:
                first, second = sorted(area.iso2 for area in areas)
                disputed = any(area.disputed for area in areas)
                lines.append(Border(self._shape.arcs[arc], (first, second), disputed))
        return tuple(lines)

    def geojson(self, decimals: int = 2, tolerance: float = 0.015) -> dict[str, Any]:
        """The world for the map: one feature an area, ``properties`` iso2, name, disputed, note.

        Coordinates are rounded to ``decimals`` and thinned by ``tolerance`` degrees, borders staying shared.
        """
        arcs = topology.thinned(self._shape.arcs, tolerance)
        features = []
        for areas in self._by_country.values():
            main = max(areas, key=lambda area: sum(len(polygon[0]) for polygon in area.polygons))
            for area in areas:
                name = self.countries.get(area.iso2, area.name) if area is main else area.name
                shapes = [p for p in _flat(topology.polygons(area, arcs)) if not p.is_empty]
                features.append(
                    {
                        "type": "Feature",
                        "properties": {
                            "iso2": area.iso2,
                            "name": name,
                            "disputed": area.disputed,
                            "note": area.note,
                        },
                        "geometry": {
                            "type": "MultiPolygon",
                            "coordinates": [_rounded(polygon, decimals) for polygon in shapes],
                        },
                    }
                )
        return {"type": "FeatureCollection", "features": features}

    @property
    def source(self) -> str:
        """Where the borders come from and whose view they show, for the map and the report."""
        about = self._shape.about
        return f"{about['source']}. {about['view']}"

    # --- facts -------------------------------------------------------------------------------------

    def driving_side(self, country: str) -> str:
        """'left' or 'right', '' where not known (see :mod:`countries`)."""
        return countries.driving_side(country)

    def languages(self, country: str) -> tuple[tuple[str, float], ...]:
        """Language codes with the share of people who use them (see :mod:`countries`)."""
        return countries.languages(country)

    # --- made once ---------------------------------------------------------------------------------

    @cached_property
    def _codes(self) -> list[str]:
        return sorted(self._by_country)  # '' is the first, so it loses where areas meet

    @cached_property
    def _parts(self) -> tuple[NDArray[Any], NDArray[np.int64], Any]:
        parts, owner = [], []
        for number, code in enumerate(self._codes):
            for area in self._by_country[code]:
                made = _flat(topology.polygons(area, self._shape.arcs))
                parts += made
                owner += [number] * len(made)
        array = np.array(parts, dtype=object)
        shapely.prepare(array)
        return array, np.array(owner, dtype=np.int64), shapely.STRtree(array)

    @cached_property
    def _shores(self) -> tuple[_Outline, Any]:
        """The shores of the sea made dense, and the lakes among the gaps of the map as one geometry."""
        sea, lakes = shores.rings(self._shape)
        water = shapely.MultiPolygon([shapely.Polygon(ring) for ring in lakes])
        shapely.prepare(water)
        vertices, after = _dense(sea)
        tree = cKDTree(vertices)
        return _Outline(vertices, after, tree, tree), water

    @cached_property
    def _coasts(self) -> tuple[NDArray[np.int64], Any]:
        """Owner of each vertex of all outlines, and the tree over them."""
        owner, vertices = [], []
        for number, code in enumerate(self._codes):
            if code:
                dense = _dense([self._shape.arcs[n] for n in topology.outline(self._by_country[code])])[0]
                vertices.append(dense)
                owner.append(np.full(len(dense), number, dtype=np.int64))
        return np.concatenate(owner), cKDTree(np.concatenate(vertices))

    def _outline(self, country: str) -> _Outline:
        if country not in self._outlines:
            arcs = [self._shape.arcs[n] for n in topology.outline(self._by_country[country])]
            self._outlines[country] = _outlined(arcs)
        return self._outlines[country]


def _checked(lat: ArrayLike, lon: ArrayLike) -> tuple[F8, F8]:
    lat, lon = (np.atleast_1d(np.asarray(a, dtype=np.float64)).ravel() for a in (lat, lon))
    if lat.shape != lon.shape or not (np.isfinite(lat).all() and np.isfinite(lon).all()):
        raise InputError("Coordinates must be pairs of finite numbers")
    if len(lat) and float(np.abs(lat).max()) > 90.0:
        raise InputError("A latitude lies beyond 90 degrees")
    return lat, np.asarray(wrap_lon(lon), dtype=np.float64)


def _flat(parts: list[Any]) -> list[Any]:
    return [piece for part in parts for piece in shapely.get_parts(part) if piece.geom_type == "Polygon"]


def _rounded(polygon: Any, decimals: int) -> list[list[list[float]]]:
    rings = [polygon.exterior, *polygon.interiors]
    return [np.round(shapely.get_coordinates(ring), decimals).tolist() for ring in rings]


def _dense(arcs: list[F8]) -> tuple[F8, NDArray[np.bool_]]:
    """Unit vectors along arcs, at most the spacing apart, and whether each is joined to the next."""
    vertices, joined = [], []
    for arc in arcs:
        xyz = to_xyz(arc[:, 1], arc[:, 0])
        length = np.linalg.norm(np.diff(xyz, axis=0), axis=1)
        # The source cuts Russia and Fiji at 180 degrees; that line is no border.
        at_cut = np.abs(np.abs(arc[:, 0]) - 180.0) < 1e-9
        real = ~(at_cut[:-1] & at_cut[1:])
        pieces = np.where(real, np.ceil(length / float(chord_of(_SPACING_KM))), 1).astype(np.int64)
        pieces = np.maximum(1, pieces)
        start = np.repeat(np.arange(len(pieces)), pieces)
        offset = np.arange(len(start)) - np.repeat(np.cumsum(pieces) - pieces, pieces)
        part = (offset / pieces[start])[:, None]
        # Along the straight line in degrees, as the map draws it (a parallel stays a parallel).
        points = arc[start] + part * (arc[start + 1] - arc[start])
        vertices += [to_xyz(points[:, 1], points[:, 0]), xyz[-1:]]
        joined += [real[start], np.zeros(1, dtype=np.bool_)]
    return np.concatenate(vertices), np.concatenate(joined)


def _outlined(arcs: list[F8]) -> _Outline:
    vertices, after = _dense(arcs)
    cells = np.rint(vertices / float(chord_of(_FAR_ERROR_KM))).astype(np.int64)
    one = np.unique(cells, axis=0, return_index=True)[1]
    return _Outline(vertices, after, cKDTree(vertices), cKDTree(vertices[one]))


def _km_to(border: _Outline, xyz: F8, max_km: float) -> F8:
    """Distance of each unit vector to ``border``, infinite beyond ``max_km``."""
    count = min(4, len(border.vertices))
    limit = float(chord_of(min(max_km, _NEAR_KM) + _SPACING_KM))
    chord, at = border.tree.query(xyz, k=[*range(1, count + 1)], distance_upper_bound=limit)
    best = chord[:, 0].copy()
    far = np.flatnonzero(np.isinf(best))
    if max_km > _NEAR_KM and len(far):
        best[far] = border.coarse.query(xyz[far])[0]
    for column in range(count):
        rows = np.flatnonzero(at[:, column] < len(border.vertices))
        vertex = at[rows, column]
        for first in (vertex - 1, vertex):
            real = (first >= 0) & border.after[first]
            a = border.vertices[first[real]]
            b = border.vertices[first[real] + 1]
            best[rows[real]] = np.minimum(best[rows[real]], _to_segment(xyz[rows[real]], a, b))
    km = np.asarray(km_of(best), dtype=np.float64)
    km[km > max_km] = np.inf
    return km


def _to_segment(point: F8, a: F8, b: F8) -> F8:
    """Length of the chord from unit vectors to segments a-b, row by row."""
    along = b - a
    square = np.maximum((along * along).sum(axis=1), 1e-30)
    share = np.clip(((point - a) * along).sum(axis=1) / square, 0.0, 1.0)
    return np.asarray(np.linalg.norm(point - (a + share[:, None] * along), axis=1), dtype=np.float64)


__all__ = ["COAST_KM", "Border", "World"]
