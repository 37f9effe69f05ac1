"""Reads resources/world/world.json: areas made of arcs, so that a border between two is one line.

Rings are kept as they lie on the sphere (a ring may cross the antimeridian or go round a pole, its
longitudes then run past 180); only polygons for planar tests are cut there. So the antimeridian is
never mistaken for a border.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from theodolite.errors import TheodoliteError

F8 = NDArray[np.float64]
Arcs = list[F8]


@dataclass(frozen=True, slots=True)
class Area:
    """A country or a part of it. ``iso2`` '' where nobody's is agreed; ``note`` says what is disputed.

    ``polygons``: of rings, of arc numbers; ``~n`` is arc n backwards. The first ring is the outer one.
    """

    iso2: str
    name: str
    disputed: bool
    note: str
    polygons: tuple[tuple[tuple[int, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Topology:
    """``arcs``: [n, 2] longitude and latitude in degrees, longitudes without jumps."""

    areas: tuple[Area, ...]
    arcs: Arcs
    about: dict[str, str]


def read(path: Path) -> Topology:
    """Raises TheodoliteError when the file that is shipped with the program is not there or damaged."""
    try:
        plain = json.loads(path.read_bytes())
        step = float(plain["step"])
        arcs = [np.array(arc, dtype=np.int64).reshape(-1, 2).cumsum(axis=0) * step for arc in plain["arcs"]]
        areas = tuple(
            Area(
                row["iso2"],
                row["name"],
                bool(row["disputed"]),
                row["note"],
                tuple(tuple(tuple(ring) for ring in polygon) for polygon in row["polygons"]),
            )
            for row in plain["areas"]
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise TheodoliteError(f"The borders in {path} cannot be read; install the program again") from error
    return Topology(areas, arcs, plain["about"])


def thinned(arcs: Arcs, tolerance: float) -> Arcs:
    """The same arcs with fewer points, none moved by more than ``tolerance`` degrees; ends stay."""
    if tolerance <= 0:
        return arcs
    lines = shapely.simplify([shapely.LineString(arc) for arc in arcs], tolerance, preserve_topology=False)
    thin = []
    for arc, line in zip(arcs, lines, strict=True):
        points = shapely.get_coordinates(line)
        closed = bool((arc[0] == arc[-1]).all())
        thin.append(arc if closed and len(points) < 5 else points)
    return thin


def polygons(area: Area, arcs: Arcs) -> list[Any]:
    """The area as shapely polygons within [-180, 180] x [-90, 90], cut at the antimeridian and the poles."""
    made: list[Any] = []
    for rings in area.polygons:
        shell, *holes = [_ring(ring, arcs) for ring in rings]
        if len(shell) < 4:
            continue
        if _within(shell):
            made.append(shapely.Polygon(shell, [hole for hole in holes if len(hole) >= 4]))
        else:
            made += _cut(shell, [hole for hole in holes if len(hole) >= 4])
    return [_sound(polygon) for polygon in made]


def _ring(numbers: tuple[int, ...], arcs: Arcs) -> F8:
    pieces = [arcs[n] if n >= 0 else arcs[~n][::-1] for n in numbers]
    ring = np.concatenate([pieces[0], *(piece[1:] for piece in pieces[1:])])
    if len(ring) > 1 and np.abs(np.diff(ring[:, 0])).max() > 180.0:
        ring = ring.copy()
        ring[:, 0] = np.unwrap(ring[:, 0], period=360.0)
    return ring


def _within(ring: F8) -> bool:
    closed = abs(ring[0, 0] - ring[-1, 0]) < 1.0
    return closed and bool(ring[:, 0].min() >= -180.0 and ring[:, 0].max() <= 180.0)


def _cut(shell: F8, holes: list[F8]) -> list[Any]:
    if abs(shell[0, 0] - shell[-1, 0]) > 180.0:  # round a pole: close it along the pole
        pole = -90.0 if shell[:, 1].mean() < 0 else 90.0
        shell = np.concatenate([shell, [[shell[-1, 0], pole], [shell[0, 0], pole]], shell[:1]])
    middle = float(shell[:, 0].mean())
    moved = [_turned(hole, round((middle - float(hole[:, 0].mean())) / 360.0)) for hole in holes]
    whole = _sound(shapely.Polygon(shell, moved))
    world = shapely.box(-180.0, -90.0, 180.0, 90.0)
    found: list[Any] = []
    for turns in range(-2, 3):
        shifted = shapely.transform(whole, lambda points, turns=turns: _turned(points, turns))
        part = shapely.intersection(shifted, world)
        found += [piece for piece in shapely.get_parts(part) if piece.geom_type == "Polygon"]
    return found


def _turned(points: F8, turns: int) -> F8:
    """Points moved round the Earth by whole turns."""
    return np.asarray(points + np.array([360.0 * turns, 0.0]), dtype=np.float64)


def _sound(polygon: Any) -> Any:
    return polygon if polygon.is_valid else polygon.buffer(0)


def outline(areas: list[Area]) -> list[int]:
    """Numbers of the arcs that bound these areas together: those that only one side of them uses."""
    used: dict[int, int] = {}
    for area in areas:
        for polygon in area.polygons:
            for ring in polygon:
                for number in ring:
                    arc = number if number >= 0 else ~number
                    used[arc] = used.get(arc, 0) + 1
    return sorted(arc for arc, times in used.items() if times == 1)
