"""Clues of camera geometry: where the camera stood, computed from points that a person found on a map."""

from __future__ import annotations

import re
from dataclasses import replace

from theodolite.clues import record
from theodolite.domain import Box, Clue, Exhibit, Origin, PointReach, Strength
from theodolite.errors import InputError
from theodolite.geo.coordinates import format_dd
from theodolite.geo.resection import Line, MapPoint, Resection, Sighting, resect
from theodolite.geo.shadow import HALF_95

METHOD = "resection by least squares"
#: No map and no photograph gives a camera better, km.
LEAST_SD_KM = 0.001


def geometry_root(sha256: str, number: int) -> str:
    return f"geometry:{sha256}:{number}"


def resection_clue(
    exhibit: Exhibit,
    found: Resection,
    by: str,
    *,
    lines: tuple[Line, ...] = (),
    sightings: tuple[Sighting, ...] = (),
    heading: tuple[float, float] | None = None,
    number: int = 1,
    strength: Strength = Strength.LIKELY,
    box: Box | None = None,
) -> Clue:
    """The camera's place as a point whose sd is that of the ellipse's longer axis, with every input.

    ``lines``, ``sightings`` and ``heading`` are what :func:`theodolite.geo.resection.resect` was given.
    """
    error = found.error
    looked = ""
    if found.heading is not None and found.heading_sd is not None:
        looked = f", looking {found.heading:.1f}° ± {HALF_95 * found.heading_sd:.1f}°"
    sd_km = round(max(error.sd_km, LEAST_SD_KM), 4)
    made = record.clue(
        exhibit,
        "geometry.resection",
        observation=f"{len(lines)} pairs of points line up, {len(sightings)} points at measured angles",
        inference=(
            f"camera at {format_dd(found.lat, found.lon, error.major_km)}{looked}; 95 % ellipse "
            f"{1000 * error.major_km:.0f} x {1000 * error.minor_km:.0f} m, long axis {error.orientation:.0f}°"
        ),
        strength=strength,
        method=METHOD,
        root=geometry_root(exhibit.sha256, number),
        reach=PointReach(round(found.lat, 7), round(found.lon, 7), sd_km, f"resection of {exhibit.id}"),
        box=box,
        note=" ".join(found.notes),
        inputs=_inputs(lines, sightings, heading),
    )
    return replace(
        made,
        by_person=True,
        method=f"{METHOD}, points found by {by}" if by else METHOD,
        origins=(*made.origins, *((Origin("person", by),) if by else ())),
    )


def _inputs(
    lines: tuple[Line, ...], sightings: tuple[Sighting, ...], heading: tuple[float, float] | None
) -> tuple[tuple[str, str], ...]:
    rows = [
        (f"line {n}", f"{_point(line.near)} before {_point(line.far)}, sd {line.sd:g}°")
        for n, line in enumerate(lines, 1)
    ]
    rows += [
        (f"point {n}", f"{_point(one.point)} at {one.angle:g}°, sd {one.sd:g}°")
        for n, one in enumerate(sightings, 1)
    ]
    if heading is not None:
        rows.append(("heading", f"{heading[0]:g}°, sd {heading[1]:g}°"))
    return tuple(rows)


def _point(point: MapPoint) -> str:
    name = f"{point.name} " if point.name else ""
    return f"{name}{point.lat:.6f}, {point.lon:.6f} (sd {point.sd_m:g} m)"


_NUMBER = r"(-?[\d.]+(?:e-?\d+)?)"
_PLACE = rf"(.*?){_NUMBER}, {_NUMBER} \(sd {_NUMBER} m\)"
_LINE = re.compile(rf"{_PLACE} before {_PLACE}, sd {_NUMBER}°")
_SEEN = re.compile(rf"{_PLACE} at {_NUMBER}°, sd {_NUMBER}°")
_HEADING = re.compile(rf"{_NUMBER}°, sd {_NUMBER}°")


def made_again(clue: Clue) -> Resection:
    """The result of a resection clue from its inputs alone; raises InputError for inputs it does not know."""
    lines: list[Line] = []
    seen: list[Sighting] = []
    heading: tuple[float, float] | None = None
    for name, text in clue.inputs:
        if name.startswith("line ") and (found := _LINE.fullmatch(text)):
            near, far = _map_point(*found.groups()[:4]), _map_point(*found.groups()[4:8])
            lines.append(Line(near, far, float(found[9])))
        elif name.startswith("point ") and (found := _SEEN.fullmatch(text)):
            seen.append(Sighting(_map_point(*found.groups()[:4]), float(found[5]), float(found[6])))
        elif name == "heading" and (found := _HEADING.fullmatch(text)):
            heading = float(found[1]), float(found[2])
        else:
            raise InputError(f"The input {name!r} of {clue.id} is none of a resection.")
    return resect(lines, seen, heading)


def _map_point(name: str, lat: str, lon: str, sd: str) -> MapPoint:
    return MapPoint(float(lat), float(lon), float(sd), name.strip())
