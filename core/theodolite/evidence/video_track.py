"""A way through places: the positions of a video's data track as one small record. Pure."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from theodolite.evidence.video_fixes import Fix

KM_PER_DEGREE = 111.195
LEAST_SD_KM = 0.05
"""A track of one point is as good as one satellite position (posterior.md)."""

_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Track:
    """The positions a data track states. ``source``: GPMF, CAMM, NMEA or text.

    ``points``: at most 200 of ``count`` (seconds from the start, latitude, longitude), evenly taken.
    ``centre`` and ``sd_km``: mean of the positions and their root mean square distance from it, with the
    error stated by the receiver. ``start_utc`` and ``end_utc``: as stated, '' unknown.
    """

    source: str
    count: int
    first: tuple[float, float]
    last: tuple[float, float]
    centre: tuple[float, float]
    south_west: tuple[float, float]
    north_east: tuple[float, float]
    sd_km: float
    length_km: float
    start_utc: str = ""
    end_utc: str = ""
    points: tuple[tuple[float, float, float], ...] = ()


def track(source: str, rows: Sequence[tuple[float, Fix]]) -> Track | None:
    """The record of ``rows`` (seconds from the start, fix) in time order; None without a position.

    Longitudes are taken relative to the first one, so that a track over the date line stays whole.
    """
    if not rows:
        return None
    start = rows[0][1].lon
    lats = [fix.lat for _, fix in rows]
    lons = [start + (fix.lon - start + 540) % 360 - 180 for _, fix in rows]
    lat, lon = sum(lats) / len(lats), sum(lons) / len(lons)
    spread = sum(_km(lat, lon, a, b) ** 2 for a, b in zip(lats, lons, strict=True)) / len(rows)
    errors = [fix.error_m / 1000 for _, fix in rows if fix.error_m is not None and 0 <= fix.error_m < 1e6]
    error = max(LEAST_SD_KM, median(errors) if errors else 0.0)
    places = list(zip(lats, lons, strict=True))
    length = sum(_km(*a, *b) for a, b in pairwise(places))
    times = sorted(fix.utc for _, fix in rows if fix.utc)
    step = max(1, math.ceil(len(rows) / _SHOWN))
    return Track(
        source=source,
        count=len(rows),
        first=(rows[0][1].lat, rows[0][1].lon),
        last=(rows[-1][1].lat, rows[-1][1].lon),
        centre=(lat, _wrapped(lon)),
        south_west=(min(lats), _wrapped(min(lons))),
        north_east=(max(lats), _wrapped(max(lons))),
        sd_km=math.sqrt(spread + error**2),
        length_km=length,
        start_utc=times[0] if times else "",
        end_utc=times[-1] if times else "",
        points=tuple((seconds, fix.lat, fix.lon) for seconds, fix in rows[::step]),
    )


def _km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Distance on the sphere (haversine); a track needs no ellipsoid."""
    rise, run = math.radians(other_lat - lat), math.radians(other_lon - lon)
    half = math.sin(rise / 2) ** 2
    half += math.cos(math.radians(lat)) * math.cos(math.radians(other_lat)) * math.sin(run / 2) ** 2
    return 2 * math.degrees(math.asin(min(1.0, math.sqrt(half)))) * KM_PER_DEGREE


def _wrapped(lon: float) -> float:
    return (lon + 540) % 360 - 180
