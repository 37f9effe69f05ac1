"""The land as the map draws it: at three degrees of detail, in the page's own coordinates.

One file: the length of a header (uint32), the header (JSON, padded to 4 bytes), then float32 pairs x, y on
the Mercator square, both 0 to 1 from the north-west. The header lists for each level which runs of points
are rings of land (to be filled, even-odd) and which are lines, and of what kind: 0 coast, 1 border, 2 border
that is disputed. A float32 is good to 0.02 pixels at zoom 9, the deepest that these borders are drawn at.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from theodolite.geo import topology
from theodolite.geo.topology import F8, Topology

COAST, BORDER, DISPUTED = 0, 1, 2
MERCATOR_LAT = 85.0511287798066


@dataclass(frozen=True, slots=True)
class Level:
    """``deepest``: zoom that this detail is for; ``tolerance`` degrees; rings below ``area`` square degrees
    are left out."""

    deepest: int
    tolerance: float
    area: float


LEVELS = (Level(3, 0.08, 0.02), Level(6, 0.012, 0.0004), Level(9, 0.0, 0.0))


def packed(shape: Topology, levels: tuple[Level, ...] = LEVELS) -> bytes:
    """The file for ``shape``. Takes some seconds."""
    points: list[NDArray[np.float32]] = []
    table = [_level(shape, level, points) for level in levels]
    header = json.dumps({"levels": table}, separators=(",", ":")).encode("ascii")
    header += b" " * (-len(header) % 4)
    body = np.concatenate(points).astype("<f4").tobytes() if points else b""
    return len(header).to_bytes(4, "little") + header + body


def mercator(points: F8) -> NDArray[np.float32]:
    """Longitude and latitude in degrees [n, 2] to x, y on the square, [n, 2]."""
    lat = np.radians(np.clip(points[:, 1], -MERCATOR_LAT, MERCATOR_LAT))
    x = points[:, 0] / 360.0 + 0.5
    y = 0.5 - np.log(np.tan(np.pi / 4 + lat / 2)) / (2 * np.pi)
    return np.stack([x, y], axis=1).astype(np.float32)


def _level(shape: Topology, level: Level, points: list[NDArray[np.float32]]) -> dict[str, Any]:
    arcs = topology.thinned(shape.arcs, level.tolerance)
    start = sum(map(len, points))
    land: list[int] = []
    for ring in _land(shape, arcs, level.area):
        points.append(mercator(ring))
        land += [start, len(ring)]
        start += len(ring)
    lines: list[int] = []
    for kind, line in _lines(shape, arcs, level.area):
        points.append(mercator(line))
        lines += [start, len(line), kind]
        start += len(line)
    return {"deepest": level.deepest, "land": land, "lines": lines}


def _land(shape: Topology, arcs: topology.Arcs, least: float) -> Iterable[F8]:
    """Outlines and holes of all land together, so that countries leave no seams between them."""
    parts = [
        p for area in shape.areas for made in topology.polygons(area, arcs) for p in shapely.get_parts(made)
    ]
    kept = [p for p in parts if p.geom_type == "Polygon" and not p.is_empty and p.area >= least]
    for polygon in shapely.get_parts(shapely.union_all(kept)):
        yield shapely.get_coordinates(polygon.exterior)
        for hole in polygon.interiors:
            # Neighbours that were thinned apart leave slivers; a lake is larger.
            if shapely.Polygon(hole).area >= max(least, 0.05):
                yield shapely.get_coordinates(hole)


def _lines(shape: Topology, arcs: topology.Arcs, least: float) -> Iterable[tuple[int, F8]]:
    """Each arc once, with its kind, wherever it lies within the world."""
    sides: dict[int, list[int]] = {}
    for number, area in enumerate(shape.areas):
        for ring in (ring for polygon in area.polygons for ring in polygon):
            for arc in ring:
                sides.setdefault(arc if arc >= 0 else ~arc, []).append(number)
    for arc, areas in sorted(sides.items()):
        line = arcs[arc]
        if len(line) < 2:
            continue
        if len(areas) > 1:
            if all(shape.areas[a].iso2 == shape.areas[areas[0]].iso2 for a in areas):
                disputed = any(shape.areas[a].disputed for a in areas)
                if not disputed:
                    continue  # two parts of one country
            kind = DISPUTED if any(shape.areas[a].disputed for a in areas) else BORDER
        elif (line[0] == line[-1]).all() and abs(_area(line)) < least:
            continue
        else:
            kind = COAST
        for turn in (-360.0, 0.0, 360.0):
            x = line[:, 0] + turn
            if x.max() > -180.0 and x.min() < 180.0:
                yield kind, np.stack([x, line[:, 1]], axis=1)


def _area(ring: F8) -> float:
    x, y = ring[:, 0], ring[:, 1]
    return 0.5 * float((x * np.roll(y, -1) - np.roll(x, -1) * y).sum())


def packed_points(lat: F8, lon: F8, most: int) -> bytes:
    """Points for the page: header {count, total}, then x and y on the Mercator square as uint32.

    They are in the order of a quad tree (the Morton order of their first 16 bits), so that the points of any
    tile down to zoom 16 lie together. More than ``most`` are thinned evenly along that order, which keeps
    their density everywhere.
    """
    square = 2.0**32
    x = np.floor(np.mod(lon / 360.0 + 0.5, 1.0) * square)
    clamped = np.radians(np.clip(lat, -MERCATOR_LAT, MERCATOR_LAT))
    y = np.floor((0.5 - np.log(np.tan(np.pi / 4 + clamped / 2)) / (2 * np.pi)) * square)
    xs, ys = (np.clip(v, 0, square - 1).astype(np.uint32) for v in (x, y))
    order = np.argsort(morton(xs >> np.uint32(16), ys >> np.uint32(16)), kind="stable")
    if len(order) > most:
        order = order[np.linspace(0, len(order) - 1, most).astype(np.int64)]
    header = json.dumps({"count": len(order), "total": len(lat)}).encode("ascii")
    header += b" " * (-len(header) % 4)
    body = xs[order].astype("<u4").tobytes() + ys[order].astype("<u4").tobytes()
    return len(header).to_bytes(4, "little") + header + body


def morton(x: NDArray[np.uint32], y: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Two numbers of 16 bits interleaved to one of 32, x in the even bits."""
    return _spread(x) | (_spread(y) << np.uint32(1))


def _spread(value: NDArray[np.uint32]) -> NDArray[np.uint32]:
    for shift, mask in ((8, 0x00FF00FF), (4, 0x0F0F0F0F), (2, 0x33333333), (1, 0x55555555)):
        value = (value | (value << np.uint32(shift))) & np.uint32(mask)
    return value
