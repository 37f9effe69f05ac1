"""Which lines of the map of countries are shores of the sea.

An arc that only one area uses lies at water. Such arcs, run through with the land always on the same side,
close to rings: round land the one way, round water within land the other way. A ring of the second kind is
the shore of a lake that the map leaves open (the Caspian), not of the sea; lakes that the map fills with land
have none.
"""

from __future__ import annotations

import numpy as np
import shapely

from theodolite.geo.topology import F8, Topology, outline

#: Square degrees. Gaps between areas that do not quite meet are smaller and are no lakes.
_LEAST_LAKE = 0.5


def rings(shape: Topology) -> tuple[list[F8], list[F8]]:
    """Shores of the sea and of lakes: rings [n, 2] of longitude and latitude in degrees.

    Longitudes run on past 180. Gaps inside land too small for a lake are in neither list, nor are shores of
    islands in a lake.
    """
    once = set(outline(list(shape.areas)))
    directed = [
        number
        for area in shape.areas
        for polygon in area.polygons
        for ring in polygon
        for number in ring
        if (number if number >= 0 else ~number) in once
    ]
    starts: dict[tuple[float, float], list[int]] = {}
    for number in directed:
        starts.setdefault(_node(_points(shape, number)[0]), []).append(number)
    left = dict.fromkeys(directed)
    sea: list[F8] = []
    lakes: list[F8] = []
    for number in directed:
        if number not in left:
            continue
        ring = _joined(shape, _walk(shape, number, starts, left))
        area = _signed_area(ring)
        if area >= _LEAST_LAKE:
            lakes.append(ring)
        elif area <= 1e-5:  # also discs drawn for islands, which may come to nothing when rounded
            sea.append(ring)
    for water in (shapely.Polygon(lake) for lake in lakes):
        shapely.prepare(water)
        sea = [ring for ring in sea if not shapely.contains_xy(water, *ring[0])]
    return sea, lakes


def _points(shape: Topology, number: int) -> F8:
    return shape.arcs[number] if number >= 0 else shape.arcs[~number][::-1]


def _node(point: F8) -> tuple[float, float]:
    return round(float(point[0]) % 360.0, 6) % 360.0, round(float(point[1]), 6)


def _walk(
    shape: Topology, first: int, starts: dict[tuple[float, float], list[int]], left: dict[int, None]
) -> list[int]:
    """Numbers of the arcs of one ring from ``first`` on; they are taken out of ``left``."""
    del left[first]
    ring = [first]
    home, end = _node(_points(shape, first)[0]), _node(_points(shape, first)[-1])
    while end != home:
        following = next((number for number in starts.get(end, ()) if number in left), None)
        if following is None:
            break  # a gap in the map: what there is of the line is a shore all the same
        del left[following]
        ring.append(following)
        end = _node(_points(shape, following)[-1])
    return ring


def _joined(shape: Topology, ring: list[int]) -> F8:
    pieces = [_points(shape, number) for number in ring]
    line = np.concatenate([pieces[0], *(piece[1:] for piece in pieces[1:])])
    return np.stack([np.unwrap(line[:, 0], period=360.0), line[:, 1]], axis=1)


def _signed_area(ring: F8) -> float:
    x, y = ring[:, 0], ring[:, 1]
    return 0.5 * float((x * np.roll(y, -1) - np.roll(x, -1) * y).sum())
