"""First-level boundaries out of GeoJSON (RFC 7946) or TopoJSON: each line once, and where names stand.

Neighbours share a border, and both draw it; drawn twice, its dashes would run into each other. So a segment
that was there already is left out. Runs in the child only.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from theodolite.errors import TilesDamaged, TilesRefused, TilesTooLarge
from theodolite.tiles.values import plain

LARGEST = 160 << 20
MOST_POINTS = 3_000_000
KEPT_POINTS = 400_000
_STEP = 1e-4
_NAMES = ("name_en", "name", "NAME_1", "shapeName", "NAME", "NAME_EN", "NAME_2", "nom", "NAM")
_MOST_NAMES = 20_000
_DEPTH = 8

Ring = list[tuple[int, int]]
"""Longitude and latitude in steps of 0.0001 degrees."""


def converted(data: bytes, name: str) -> dict[str, Any]:
    """``lines``: each [lon, lat, lon, lat ...] in degrees; ``names``: [text, lon, lat, square degrees].

    Names are in order of size, the largest first. Raises TilesRefused kinds.
    """
    if len(data) > LARGEST:
        raise TilesTooLarge(f"{name} has {len(data) >> 20} MB; boundaries are read up to {LARGEST >> 20} MB.")
    try:
        table = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise TilesRefused(f"{name} is no GeoJSON or TopoJSON file ({type(error).__name__}).") from error
    lines: list[Ring] = []
    labels: list[tuple[str, float, float, float]] = []
    seen: set[tuple[int, int, int, int]] = set()
    points = 0
    try:
        for properties, rings in _features(table):
            points += sum(map(len, rings))
            if points > MOST_POINTS:
                raise TilesTooLarge(f"{name} has more than {MOST_POINTS:,} points: thin it first.")
            for ring in rings:
                lines += _new(ring, seen)
            label = _label(properties, rings)
            if label is not None and len(labels) < _MOST_NAMES:
                labels.append(label)
    except (KeyError, TypeError, ValueError, IndexError, RecursionError, OverflowError) as error:
        raise TilesDamaged(
            f"{name} is not put together as GeoJSON or TopoJSON is ({error!r:.80})."
        ) from error
    if not lines:
        raise TilesRefused(f"{name} holds no lines or areas. Nothing was installed.")
    labels.sort(key=lambda row: (-row[3], row[0]))
    flat = [[value * _STEP for point in line for value in point] for line in lines]
    return {"lines": [[round(v, 4) for v in line] for line in _thinned(flat)], "names": labels}


def _features(table: Any) -> Iterator[tuple[dict[str, Any], list[Ring]]]:
    """Properties and rings of each feature."""
    kind = table["type"]
    if kind == "Topology":
        yield from _topology(table)
    elif kind == "FeatureCollection":
        for feature in table["features"]:
            yield from _features(feature)
    elif kind == "Feature":
        if table.get("geometry") is not None:
            yield _properties(table), _rings(table["geometry"])
    else:
        yield {}, _rings(table)


def _properties(table: Any) -> dict[str, Any]:
    found = table.get("properties")
    return found if isinstance(found, dict) else {}


def _rings(geometry: Any, depth: int = 0) -> list[Ring]:
    kind = geometry["type"]
    if kind == "GeometryCollection" and depth < _DEPTH:
        return [ring for part in geometry["geometries"] for ring in _rings(part, depth + 1)]
    if kind == "LineString":
        return [_ring(geometry["coordinates"])]
    if kind in ("Polygon", "MultiLineString"):
        return [_ring(ring) for ring in geometry["coordinates"]]
    if kind == "MultiPolygon":
        return [_ring(ring) for polygon in geometry["coordinates"] for ring in polygon]
    if kind in ("Point", "MultiPoint"):
        return []
    raise ValueError(f"unknown geometry {kind!r:.40}")


def _ring(points: Any) -> Ring:
    return [_point(point[0], point[1]) for point in points]


def _point(lon: Any, lat: Any) -> tuple[int, int]:
    if not (math.isfinite(lon) and math.isfinite(lat)) or abs(lon) > 360 or abs(lat) > 90:
        raise ValueError(f"no point of the Earth: {lon!r:.20}, {lat!r:.20}")
    return round(lon / _STEP), round(lat / _STEP)


def _topology(table: Any) -> Iterator[tuple[dict[str, Any], list[Ring]]]:
    transform = table.get("transform")
    arcs = [_arc(arc, transform) for arc in table["arcs"]]

    def ring(numbers: Any) -> Ring:
        line: Ring = []
        for number in numbers:
            arc = arcs[number] if number >= 0 else arcs[~number][::-1]
            line += arc[1:] if line else arc
        return line

    def rings(geometry: Any, depth: int = 0) -> list[Ring]:
        kind = geometry["type"]
        if kind == "GeometryCollection" and depth < _DEPTH:
            return [r for part in geometry["geometries"] for r in rings(part, depth + 1)]
        if kind == "LineString":
            return [ring(geometry["arcs"])]
        if kind in ("Polygon", "MultiLineString"):
            return [ring(numbers) for numbers in geometry["arcs"]]
        if kind == "MultiPolygon":
            return [ring(numbers) for polygon in geometry["arcs"] for numbers in polygon]
        return []

    for shape in table["objects"].values():
        for part in shape["geometries"] if shape["type"] == "GeometryCollection" else [shape]:
            if part.get("type") is not None:
                yield _properties(part), rings(part)


def _arc(arc: Any, transform: Any) -> Ring:
    """An arc in steps; with a transform its points are differences of whole numbers (TopoJSON 2.1.2)."""
    if transform is None:
        return _ring(arc)
    (kx, ky), (tx, ty) = transform["scale"], transform["translate"]
    x = y = 0
    made = []
    for point in arc:
        x, y = x + point[0], y + point[1]
        made.append(_point(x * kx + tx, y * ky + ty))
    return made


def _new(ring: Ring, seen: set[tuple[int, int, int, int]]) -> Iterator[Ring]:
    """The parts of ``ring`` that are not drawn yet."""
    line: Ring = []
    for first, second in pairwise(ring):
        if first == second:
            continue
        key = (*first, *second) if first < second else (*second, *first)
        # What runs along the date line or a pole is where the file was cut, not a border.
        cut = abs(first[0]) == abs(second[0]) == 1_800_000 or abs(first[1]) == abs(second[1]) == 900_000
        if key in seen or cut:
            if line:
                yield line
                line = []
            continue
        seen.add(key)
        if not line:
            line = [first]
        line.append(second)
    if line:
        yield line


def _label(properties: dict[str, Any], rings: list[Ring]) -> tuple[str, float, float, float] | None:
    """Name, longitude, latitude and size in square degrees: the middle of the largest ring."""
    text = next((plain(properties[key], 60) for key in _NAMES if plain(properties.get(key), 60)), "")
    if not text or not rings:
        return None
    area, x, y = max((_middle(ring) for ring in rings), key=lambda found: found[0])
    return (text, round(x * _STEP, 3), round(y * _STEP, 3), round(area * _STEP * _STEP, 3)) if area else None


def _middle(ring: Ring) -> tuple[float, float, float]:
    """Area and centroid of a closed ring, in steps."""
    if len(ring) < 4:
        return 0.0, 0.0, 0.0
    x0, y0 = ring[0]
    twice = mx = my = 0.0
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        cross = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
        twice += cross
        mx += cross * (x1 + x2 + x0)
        my += cross * (y1 + y2 + y0)
    if twice == 0:
        return 0.0, 0.0, 0.0
    return abs(twice) / 2, mx / (3 * twice), my / (3 * twice)


def _thinned(lines: list[list[float]]) -> list[list[float]]:
    """At most about KEPT_POINTS points; ends stay where they are, so lines still meet."""
    import numpy as np
    import shapely

    tolerance = 0.001
    while sum(map(len, lines)) > 2 * KEPT_POINTS:
        made = shapely.simplify([shapely.LineString(np.reshape(line, (-1, 2))) for line in lines], tolerance)
        lines = [shapely.get_coordinates(line).ravel().tolist() for line in made]
        tolerance *= 2
        if tolerance > 0.1:
            break
    return lines
