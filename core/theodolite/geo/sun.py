"""The sun as evidence: where on Earth, and when, it stood as a photograph shows it.

``observe`` (:mod:`shadow`) says what was measured, ``moment`` (:mod:`clock`) what a clock showed. Together
they are a :class:`SunReach`, which the ranking weighs; with a place instead of a time they are the possible
times. Positions of the sun come from the Solar Position Algorithm (:mod:`spa`).
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import numpy as np

from theodolite.domain import SunPosition, SunReach, TimeSpan
from theodolite.errors import InputError
from theodolite.geo import clock, sky, spa
from theodolite.geo.clock import Moment, moment
from theodolite.geo.geodesy import to_xyz, wrap_lon
from theodolite.geo.shadow import HALF_95, SunObservation, observe

__all__ = [
    "HALF_95",
    "Moment",
    "SunObservation",
    "inside",
    "moment",
    "observe",
    "position",
    "positions",
    "possible_times",
    "reach",
    "residuals",
    "span",
]

F8 = spa.F8
#: The sun moves a quarter of a degree a minute; samples of an uncertain time lie this many sd apart.
DEGREES_A_MINUTE = 0.25
APART_SD = 1.5
#: So many positions a band may have.
MOST_POSITIONS = 600
#: A shadow needs the sun: its centre at least this far above the horizon (half a radius of it set).
UP = -0.13
#: A search for possible times may span this long.
MOST_DAYS = 366 * 3


def position(lat: float, lon: float, at: datetime) -> tuple[float, float]:
    """Apparent topocentric elevation and azimuth of the sun, degrees (the full algorithm)."""
    elevation, azimuth = spa.position(lat, lon, spa.seconds([at]))
    return float(elevation[0]), float(azimuth[0])


def positions(moment_: Moment, apart_degrees: float) -> tuple[SunPosition, ...]:
    """Where the sun can have stood overhead when the clock showed its time, in fixed order.

    One position for each offset the clock can have had, or several at most ``apart_degrees`` apart (as the
    sun moves) over the 95 % interval of the reading. Civil time of the place: each position names the
    offset that it holds for. Raises InputError when the time is too vague for so fine a measurement.
    """
    spa.checked(moment_.shown.year)
    half = moment_.tolerance_minutes
    count = 1 if half == 0 else 1 + 2 * max(1, math.ceil(half * DEGREES_A_MINUTE / apart_degrees))
    shifts = [0.0] if count == 1 else list(np.linspace(-half, half, count))
    own = moment_.zone == "place"
    wanted = {
        (clock.instant(moment_, offset) + timedelta(minutes=shift), offset if own else None)
        for offset in clock.offsets(moment_)
        for shift in shifts
    }
    listed = sorted(wanted, key=lambda row: (row[0], row[1] or 0))
    listed = listed if own else list(_thinned(listed, apart_degrees / DEGREES_A_MINUTE))
    if len(listed) > MOST_POSITIONS:
        raise InputError(
            "The time is too uncertain for so fine a measurement: state a larger tolerance of the "
            "elevation or azimuth, or a better time."
        )
    lat, lon = spa.subsolar(spa.seconds([at for at, _ in listed]))
    return tuple(
        SunPosition(_iso(at), round(float(y), 6), round(float(x), 6), offset)
        for (at, offset), y, x in zip(listed, lat, lon, strict=True)
    )


def _thinned(
    listed: list[tuple[datetime, int | None]], minutes: float
) -> Iterator[tuple[datetime, int | None]]:
    """Instants of overlapping intervals, without those that lie between two kept ones close enough."""
    step = timedelta(minutes=minutes)
    last: datetime | None = None
    for number, (at, offset) in enumerate(listed):
        following = listed[number + 1][0] if number + 1 < len(listed) else None
        if last is not None and following is not None and following - last <= step:
            continue
        last = at
        yield at, offset


def reach(observation: SunObservation, moment_: Moment, label: str = "") -> SunReach:
    """The band of places for the ranking."""
    sds = []
    if observation.elevation is not None:
        sds.append(observation.elevation_sd)
    if observation.azimuth is not None:
        sds.append(observation.azimuth_sd)
    return SunReach(
        positions(moment_, APART_SD * min(sds)),
        observation.elevation,
        observation.elevation_sd,
        observation.azimuth,
        observation.azimuth_sd,
        label or f"sun: {observation.text}",
    )


def residuals(observation: SunObservation, at: SunPosition, lat: F8, lon: F8) -> tuple[F8, F8, F8]:
    """How far the measured elevation and azimuth are off at places [n], in sd; and the elevation there.

    What was not measured is off by 0.
    """
    xyz, sun = to_xyz(lat, lon), to_xyz(at.lat, at.lon)
    cosine = np.asarray(np.einsum("ij,j->i", xyz, sun), dtype=np.float64)
    elevation = sky.apparent_elevation(cosine)
    first, second = np.zeros(len(cosine)), np.zeros(len(cosine))
    if observation.elevation is not None:
        first = (elevation - observation.elevation) / observation.elevation_sd
    if observation.azimuth is not None:
        off = sky.turn(sky.azimuth(xyz, sun, cosine) - observation.azimuth)
        second = off / observation.azimuth_sd
    return first, second, elevation


def inside(
    observation: SunObservation,
    among: tuple[SunPosition, ...],
    lat: float,
    lon: float,
    offset_minutes: int | None = None,
) -> bool:
    """Whether a place lies in the 95 % band. ``offset_minutes``: its civil time, where positions have one."""
    for at in among:
        if at.offset_minutes is not None and offset_minutes not in (None, at.offset_minutes):
            continue
        first, second, up = residuals(observation, at, np.array([lat]), np.array([lon]))
        if up[0] >= UP and max(abs(first[0]), abs(second[0])) <= observation.limit:
            return True
    return False


# --- from a place to times -----------------------------------------------------------------------------


def span(text: str, zone: str = "utc", lon: float | None = None) -> tuple[datetime, datetime]:
    """Start and end (UTC) of '2024-06-21', '2024-06', '2024' or '2024-06-21/2024-07-03', days included.

    ``zone``: whose days: 'utc', an offset, a name such as 'Europe/Rome', or 'sun' for the mean solar day
    at ``lon``. Raises InputError.
    """
    first, _, last = text.strip().partition("/")
    start, end = _days(first)[0], _days(last or first)[1]
    if end <= start:
        raise InputError(f"{text!r} ends before it begins.")
    return _to_utc(start, zone, lon), _to_utc(end, zone, lon)


def _days(text: str) -> tuple[datetime, datetime]:
    parts = text.strip().split("-")
    try:
        numbers = [int(part) for part in parts]
        if len(numbers) not in (1, 2, 3) or len(parts[0]) != 4:
            raise ValueError("not a date")
        year, month, day = (*numbers, 1, 1)[:3]
        start = datetime(year, month, day)  # noqa: DTZ001
        spa.checked(year)
        if len(numbers) == 1:
            return start, start.replace(year=year + 1)
        if len(numbers) == 2:
            return start, start.replace(year=year + month // 12, month=month % 12 + 1)
    except ValueError as error:
        raise InputError(f"{text!r} is not a date. Write 2024-06-21, 2024-06 or 2024.") from error
    return start, start + timedelta(days=1)


def _to_utc(at: datetime, zone: str, lon: float | None) -> datetime:
    if zone == "sun":
        if lon is None:
            raise InputError("The solar day needs a longitude.")
        return at.replace(tzinfo=UTC) - timedelta(minutes=4.0 * float(wrap_lon(lon)))
    if "/" in zone:
        return at.replace(tzinfo=clock.zone(zone)).astimezone(UTC)
    return at.replace(tzinfo=UTC) - timedelta(minutes=clock.minutes_of(clock.zone_of(zone)))


def possible_times(
    lat: float, lon: float, start: datetime, end: datetime, observation: SunObservation
) -> tuple[TimeSpan, ...]:
    """When, between ``start`` and ``end`` (UTC), the place lies in the 95 % band; ascending, apart.

    Steps of a minute, ends by interpolation to the second. At most three years at once.
    """
    if not start < end:
        raise InputError("The span of times is empty.")
    if (end - start) > timedelta(days=MOST_DAYS):
        raise InputError("Times are looked for in at most three years at once.")
    found: list[tuple[datetime, datetime]] = []
    at = start
    while at < end:
        until = min(at + timedelta(days=31), end)
        for first, last in _possible(lat, lon, at, until, observation):
            if found and first - found[-1][1] <= timedelta(seconds=1):
                found[-1] = found[-1][0], last
            else:
                found.append((first, last))
        at = until
    return tuple(TimeSpan(_iso(first), _iso(last)) for first, last in found)


def _possible(
    lat: float, lon: float, start: datetime, end: datetime, observation: SunObservation
) -> list[tuple[datetime, datetime]]:
    total = (end - start).total_seconds()
    seconds = np.append(np.arange(0.0, total, 60.0), total)
    base = spa.seconds([start])[0]
    knots = np.append(np.arange(0.0, total, 3600.0), total)
    # Declination and equation of time bend by less than 1e-5 degrees within an hour.
    sun_lat, sun_lon = spa.subsolar(base + knots)
    mean = wrap_lon(sun_lon + knots / 240.0 - sun_lon[0])
    turned = np.interp(seconds, knots, mean) - seconds / 240.0 + sun_lon[0]
    sun = to_xyz(np.interp(seconds, knots, sun_lat), turned)
    here = to_xyz(lat, lon)
    cosine = np.asarray(np.einsum("ij,j->i", sun, here), dtype=np.float64)
    elevation = sky.apparent_elevation(cosine)
    worst = np.where(elevation >= UP, -1.0, 1e3)
    if observation.elevation is not None:
        off = np.abs(elevation - observation.elevation) / observation.elevation_sd
        worst = np.maximum(worst, off - observation.limit)
    if observation.azimuth is not None:
        east = here[0] * sun[:, 1] - here[1] * sun[:, 0]
        north = sun[:, 2] - here[2] * cosine
        off = np.abs(sky.turn(np.degrees(np.arctan2(east, north)) - observation.azimuth))
        worst = np.maximum(worst, off / observation.azimuth_sd - observation.limit)
    fits = np.concatenate([[False], worst <= 0, [False]]).astype(np.int8)
    changes = np.diff(fits)
    pairs = zip(
        np.flatnonzero(changes == 1).tolist(), (np.flatnonzero(changes == -1) - 1).tolist(), strict=True
    )
    return [
        (
            start + timedelta(seconds=_crossing(seconds, worst, first - 1, first)),
            start + timedelta(seconds=_crossing(seconds, worst, last + 1, last)),
        )
        for first, last in pairs
    ]


def _crossing(seconds: F8, worst: F8, out: int, within: int) -> float:
    """The second at which ``worst`` is 0 between a minute outside and one inside."""
    if not 0 <= out < len(seconds) or worst[out] > 900:
        return float(seconds[within])
    share = worst[within] / (worst[within] - worst[out])
    return float(seconds[within] + share * (seconds[out] - seconds[within]))


def gaps(spans: tuple[TimeSpan, ...]) -> tuple[TimeSpan, ...]:
    """The times between ``spans``, as what they rule out."""
    return tuple(
        TimeSpan(first.end, second.start, inside=False) for first, second in itertools.pairwise(spans)
    )


def _iso(at: datetime) -> str:
    return (at + timedelta(microseconds=500_000)).replace(microsecond=0, tzinfo=None).isoformat() + "Z"
