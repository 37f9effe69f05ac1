"""The 95 % band of a sun observation as polygons for a map."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from theodolite.domain import SunPosition, SunReach
from theodolite.geo import sky
from theodolite.geo.clock import Moment
from theodolite.geo.geodesy import wrap_lon
from theodolite.geo.shadow import SunObservation
from theodolite.geo.sun import APART_SD, UP, positions
from theodolite.jobs import Job, Progress, run_to_end

F8 = NDArray[np.float64]
Ring = tuple[tuple[float, float], ...]
#: Cells along the band and across it; a band of many positions is drawn more coarsely.
ALONG, ACROSS, LEAST_ALONG = 240, 6, 60
#: Civil time differs from the sun's by less, hours east and west (China's west, Iceland).
CLOCK_WEST, CLOCK_EAST = 3.5, 2.0


@dataclass(frozen=True, slots=True)
class SunBand:
    """``polygons``: each its outer ring and then its holes, of (longitude, latitude) in degrees.

    Rings are closed and lie within [-180, 180]: what crosses the date line is cut there.
    """

    polygons: tuple[tuple[Ring, ...], ...]
    level: float = 0.95


def band(observation: SunObservation, moment: Moment) -> SunBand:
    """Where the photograph can have been taken: every place within the tolerances, for any of the times.

    For civil time of the place each offset's part is drawn where clocks of that offset are plausible (3.5
    hours west to 2 hours east of its meridian); the ranking uses each place's own time zone.
    """
    sds = [observation.elevation_sd] * (observation.elevation is not None)
    sds += [observation.azimuth_sd] * (observation.azimuth is not None)
    return run_to_end(band_at(observation, positions(moment, APART_SD * min(sds))))


def band_of(reach: SunReach) -> Job[SunBand]:
    """The band of a clue as it was stored, in steps of one position of the sun (20 to 30 ms)."""
    seen = SunObservation(reach.elevation, reach.elevation_sd, reach.azimuth, reach.azimuth_sd)
    return band_at(seen, reach.positions)


def band_at(observation: SunObservation, among: Sequence[SunPosition]) -> Job[SunBand]:
    """The union over every position of the sun; a cancel point after each."""
    from shapely import make_valid, set_precision, unary_union
    from shapely.geometry import Polygon, box

    along = max(LEAST_ALONG, ALONG // max(1, round(len(among) / 4)))
    parts: list[Any] = []
    for number, at in enumerate(among):
        cells = [Polygon(ring) for ring in _cells(observation, at, along)]
        whole = unary_union([cell if cell.is_valid else make_valid(cell) for cell in cells])
        if at.offset_minutes is not None:
            whole = whole.intersection(unary_union([box(*b) for b in _clock_boxes(at.offset_minutes)]))
        if not whole.is_empty:
            parts.append(whole)
        yield Progress("Drawing a sun band", number + 1, len(among))
    joined = set_precision(unary_union(parts), 1e-4) if parts else Polygon()
    return SunBand(tuple(_rings(joined)))


def overlap(bands: Sequence[SunBand]) -> SunBand:
    """The places that lie in all of ``bands``."""
    from shapely import intersection_all, make_valid, unary_union
    from shapely.geometry import Polygon

    shapes = [
        unary_union([make_valid(Polygon(outer, holes)) for outer, *holes in one.polygons]) for one in bands
    ]
    return SunBand(tuple(_rings(intersection_all(shapes))))


def _rings(shape: Any) -> Iterator[tuple[Ring, ...]]:
    for part in getattr(shape, "geoms", [shape]):
        if part.geom_type != "Polygon" or part.is_empty or part.area < 1e-9:
            continue
        yield tuple(
            tuple((round(x, 5), round(y, 5)) for x, y in ring.coords)
            for ring in (part.exterior, *part.interiors)
        )


def _clock_boxes(offset_minutes: int) -> Iterator[tuple[float, float, float, float]]:
    meridian = offset_minutes / 4.0
    west, east = meridian - 15.0 * CLOCK_WEST, meridian + 15.0 * CLOCK_EAST
    for turn in (-360.0, 0.0, 360.0):
        left, right = max(west + turn, -180.0), min(east + turn, 180.0)
        if left < right:
            yield left, -90.0, right, 90.0


def _cells(observation: SunObservation, at: SunPosition, along: int) -> Iterator[list[tuple[float, float]]]:
    """Small quadrangles that cover the band of one sub-solar position, cut at the date line."""
    if observation.azimuth is None:
        grids = [_ring_grid(observation, at, along)]
    else:
        grids = _azimuth_grids(observation, at, along)
    for lat, lon, valid in grids:
        rows, columns = lat.shape
        for i in range(rows - 1):
            for j in range(columns - 1):
                corner = ((i, j), (i, j + 1), (i + 1, j + 1), (i + 1, j))
                if all(valid[c] for c in corner):
                    yield from _cut([(float(lon[c]), float(lat[c])) for c in corner])


def _elevations(observation: SunObservation) -> tuple[float, float]:
    """True elevations between which the sun can have stood."""
    if observation.elevation is None:
        return sky.true_elevation(max(UP, -0.13)), 90.0
    off = observation.limit * observation.elevation_sd
    low, high = max(observation.elevation - off, UP), min(observation.elevation + off, 90.0)
    return sky.true_elevation(low), sky.true_elevation(high)


def _ring_grid(observation: SunObservation, at: SunPosition, along: int) -> tuple[F8, F8, F8]:
    """A grid over the annulus round the sub-solar place: [across, along]."""
    low, high = _elevations(observation)
    arc = np.radians(90.0 - np.linspace(low, high, 3))[:, None]
    way = np.radians(np.linspace(0.0, 360.0, along + 1))[None, :]
    phi, lam = math.radians(at.lat), math.radians(at.lon)
    sine = np.sin(phi) * np.cos(arc) + np.cos(phi) * np.sin(arc) * np.cos(way)
    east = np.sin(way) * np.sin(arc) * np.cos(phi)
    lon = lam + np.arctan2(east, np.cos(arc) - np.sin(phi) * sine)
    lat = np.degrees(np.arcsin(np.clip(sine, -1, 1)))
    return lat, np.asarray(wrap_lon(np.degrees(lon))), np.ones_like(lat)


def _azimuth_grids(observation: SunObservation, at: SunPosition, along: int) -> list[tuple[F8, F8, F8]]:
    """Grids [azimuth, elevation] over the places that see the sun in that direction and height.

    From sin d = sin phi sin e + cos phi cos e cos A there are up to two latitudes phi for a declination
    d; the hour angle follows from cos d sin H = -cos e sin A.
    """
    assert observation.azimuth is not None
    low, high = _elevations(observation)
    off = min(observation.limit * observation.azimuth_sd, 180.0)
    turned = np.radians(observation.azimuth + np.linspace(-off, off, 2 * ACROSS + 1))[:, None]
    e = np.radians(np.linspace(low, high, along + 1))[None, :]
    d = math.radians(at.lat)
    across = np.cos(e) * np.cos(turned)
    middle = np.arctan2(np.sin(e) + 0.0 * turned, across)
    length = np.hypot(np.sin(e) + 0.0 * turned, across)
    ratio = math.sin(d) / np.maximum(length, 1e-12)
    exists = np.abs(ratio) <= 1.0
    # One step beyond the fold, where both latitudes meet, keeps the two halves joined.
    bend = np.arccos(np.clip(ratio, -1.0, 1.0))
    found = []
    for sign in (1.0, -1.0):
        phi = middle + sign * bend
        phi = (phi + np.pi) % (2 * np.pi) - np.pi
        valid = exists & (np.abs(phi) <= np.pi / 2 + 1e-9)
        hour = np.arctan2(
            -np.cos(e) * np.sin(turned), np.cos(phi) * np.sin(e) - np.sin(phi) * np.cos(e) * np.cos(turned)
        )
        lon = wrap_lon(at.lon + np.degrees(hour))
        found.append((np.degrees(np.clip(phi, -np.pi / 2, np.pi / 2)), np.asarray(lon), valid))
    return found


def _cut(corners: list[tuple[float, float]]) -> Iterator[list[tuple[float, float]]]:
    """A small quadrangle as rings within [-180, 180]; one round a pole reaches up to it."""
    lons = [corners[0][0]]
    for lon, _ in (*corners[1:], corners[0]):
        lons.append(lons[-1] + (lon - lons[-1] + 180.0) % 360.0 - 180.0)
    ring = [(x, y) for x, (_, y) in zip(lons, (*corners, corners[0]), strict=True)]
    if abs(lons[-1] - lons[0]) > 180.0:
        pole = math.copysign(90.0, corners[0][1])
        ring = [*ring, (lons[-1], pole), (lons[0], pole)]
    else:
        ring = ring[:-1]
    left, right = min(x for x, _ in ring), max(x for x, _ in ring)
    if left >= -180.0 and right <= 180.0:
        yield ring
        return
    from shapely import make_valid
    from shapely.geometry import Polygon, box

    shape = make_valid(Polygon(ring))
    for turn in (-360.0, 0.0, 360.0):
        piece = shape.intersection(box(-180.0 - turn, -90.0, 180.0 - turn, 90.0))
        for part in getattr(piece, "geoms", [piece]):
            if part.geom_type == "Polygon" and not part.is_empty:
                yield [(x + turn, y) for x, y in part.exterior.coords]
