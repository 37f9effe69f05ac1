"""``sun at | band | times | meet``: the sun at a place, the places of a shadow, the times of a place."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import datetime
from typing import Any

from theodolite.cli.output import Output, Result
from theodolite.codec import to_plain
from theodolite.errors import InputError
from theodolite.geo import clock, coordinates, sun, sun_fix, sun_map
from theodolite.geo.sun import Moment, SunObservation

#: Name of the option, what it is, in the order of :func:`theodolite.geo.shadow.observe`.
MEASURED = (
    ("height", "height of an upright object"),
    ("shadow", "length of its shadow on level ground, in the same unit"),
    ("height-tolerance", "half of the 95 %% interval, as a share (0.05)"),
    ("shadow-tolerance", "half of the 95 %% interval, as a share (0.05)"),
    ("slope-tolerance", "degrees by which the ground may not be level"),
    ("elevation", "degrees of the sun above the horizon, instead of lengths"),
    ("azimuth", "degrees of the sun from true north"),
    ("azimuth-tolerance", "half of the 95 %% interval, degrees"),
    ("camera-bearing", "degrees from true north that the camera looks"),
    ("bearing-tolerance", "half of the 95 %% interval, degrees"),
    (
        "shadow-direction",
        "degrees clockwise from the camera's bearing that the shadow points, seen from above",
    ),
    ("direction-tolerance", "half of the 95 %% interval, degrees"),
)


def add_at(leaf: ArgumentParser) -> None:
    leaf.add_argument("place", metavar="PLACE", help="a coordinate in any format")
    leaf.add_argument("time", metavar="TIME", help="2024-06-21 14:30")
    leaf.add_argument(
        "--zone", default="", metavar="ZONE", help="utc, an offset such as +02:00, or Europe/Rome"
    )


def add_measured(leaf: ArgumentParser) -> None:
    for name, text in MEASURED:
        leaf.add_argument(f"--{name}", type=float, metavar="N", help=text)
    leaf.add_argument(
        "--tolerance", type=float, metavar="N", help="half of the 95 %% interval of the elevation, degrees"
    )


def add_band(leaf: ArgumentParser) -> None:
    add_measured(leaf)
    _add_time(leaf)
    leaf.add_argument("--at", metavar="PLACE", help="also say whether this place lies in the band")


def _add_time(leaf: ArgumentParser) -> None:
    leaf.add_argument("--time", action="append", required=True, metavar="TIME", help="2024-06-21 14:30")
    leaf.add_argument(
        "--zone", default="", metavar="ZONE", help="utc, local, unknown or an offset like +02:00"
    )
    leaf.add_argument("--minutes", type=float, default=0.0, metavar="N", help="95 %% tolerance of the time")


def add_times(leaf: ArgumentParser) -> None:
    leaf.add_argument("place", metavar="PLACE", help="a coordinate in any format")
    leaf.add_argument(
        "--date", required=True, metavar="DATE", help="2024-06-21, 2024-06, 2024 or two with a slash"
    )
    leaf.add_argument(
        "--zone", default="sun", metavar="ZONE", help="whose days: sun (default), utc, +02:00, Europe/Rome"
    )
    add_measured(leaf)


def add_meet(leaf: ArgumentParser) -> None:
    leaf.add_argument(
        "--elevation", type=float, action="append", required=True, metavar="DEG", help="one a time"
    )
    leaf.add_argument("--tolerance", type=float, metavar="N", help="half of the 95 %% interval, degrees")
    _add_time(leaf)


def _observation(options: Namespace) -> SunObservation:
    given = {name.replace("-", "_"): getattr(options, name.replace("-", "_")) for name, _ in MEASURED}
    return sun.observe(**given, elevation_tolerance=options.tolerance)


def _moments(options: Namespace) -> list[Moment]:
    return [sun.moment(text, options.zone, options.minutes) for text in options.time]


def at(options: Namespace, out: Output) -> Result:
    lat, lon = coordinates.parse(options.place)
    when = _instant(options.time, options.zone)
    elevation, azimuth = sun.position(lat, lon, when)
    over = sun.positions(Moment(when.replace(tzinfo=None), "utc"), 1.0)[0]
    data = {
        "lat": lat,
        "lon": lon,
        "utc": over.utc,
        "elevation": elevation,
        "azimuth": azimuth,
        "overhead": [over.lat, over.lon],
        "shadow_of_1": 1.0 / _tangent(elevation) if elevation > 0 else None,
    }
    shadow = f"; 1 m throws {data['shadow_of_1']:.2f} m" if data["shadow_of_1"] else ""
    text = f"{over.utc}: elevation {elevation:.2f}° (with refraction), azimuth {azimuth:.2f}°{shadow}"
    return Result(data, text if elevation > sun.UP else f"{text}. The sun is set.")


def _tangent(degrees: float) -> float:
    from math import radians, tan

    return tan(radians(degrees))


def _instant(text: str, zone: str) -> datetime:
    if "/" in zone:
        return clock.civil(sun.moment(text, "unknown"), zone)
    read = sun.moment(text, zone)
    if read.zone in ("place", "unknown"):
        raise InputError("Here the time needs a known zone: utc, an offset, or a name such as Europe/Rome.")
    return clock.instant(read, clock.offsets(read)[0])


def band(options: Namespace, out: Output) -> Result:
    """The places where the sun stood so; GeoJSON-like rings in --json."""
    observation, moments = _observation(options), _moments(options)
    if len(moments) != 1:
        raise InputError("A band is for one time; `sun meet` takes several.")
    reach = sun.reach(observation, moments[0])
    drawn = sun_map.band(observation, moments[0])
    data: dict[str, Any] = {
        "observation": to_plain(observation),
        "positions": to_plain(reach.positions),
        "level": drawn.level,
        "polygons": to_plain(drawn.polygons),
        "inside": None,
    }
    lines = [f"Sun at {observation.text} (95 %)."]
    lines += [f"  {name}: {value}" for name, value in observation.inputs]
    overhead = reach.positions[0]
    if len(reach.positions) == 1:
        lines.append(f"Overhead at {coordinates.format_dd(overhead.lat, overhead.lon, 1.0)}, {overhead.utc}.")
    else:
        lines.append(
            f"{len(reach.positions)} possible instants, {overhead.utc} to {reach.positions[-1].utc}."
        )
    if not drawn.polygons:
        lines.append("No place on Earth saw the sun so at that time.")
    for polygon in drawn.polygons:
        south, north = min(y for _, y in polygon[0]), max(y for _, y in polygon[0])
        west, east = min(x for x, _ in polygon[0]), max(x for x, _ in polygon[0])
        lines.append(
            f"Band within {south:.1f}° to {north:.1f}° latitude, {west:.1f}° to {east:.1f}° longitude."
        )
    if options.at:
        lat, lon = coordinates.parse(options.at)
        data["inside"] = sun.inside(observation, reach.positions, lat, lon)
        lines.append(f"{options.at} lies {'in' if data['inside'] else 'outside'} the band.")
    return Result(data, "\n".join(lines))


def times(options: Namespace, out: Output) -> Result:
    """When the sun stood so at a place."""
    lat, lon = coordinates.parse(options.place)
    observation = _observation(options)
    start, end = sun.span(options.date, options.zone, lon)
    spans = sun.possible_times(lat, lon, start, end, observation)
    lines = [f"Sun at {observation.text} (95 %):", *(f"  {span.start}  to  {span.end}" for span in spans)]
    if not spans:
        lines.append("  never in that time.")
    return Result({"observation": to_plain(observation), "times": to_plain(spans)}, "\n".join(lines))


def meet(options: Namespace, out: Output) -> Result:
    """Where the bands of several times meet."""
    moments = _moments(options)
    if len(moments) != len(options.elevation):
        raise InputError("Give as many elevations as times.")
    observed = [
        (sun.observe(elevation=degrees, elevation_tolerance=options.tolerance), moment)
        for degrees, moment in zip(options.elevation, moments, strict=True)
    ]
    found = sun_fix.intersect(observed)
    lines = [_fix_line(fix) for fix in found]
    return Result({"places": to_plain(found)}, "\n".join(lines) or "The bands do not meet.")


def _fix_line(fix: sun_fix.SunFix) -> str:
    error = fix.error
    line = (
        f"{coordinates.format_dd(fix.lat, fix.lon, error.major_km)}  95 % ellipse {error.major_km:.0f} x "
        f"{error.minor_km:.0f} km, long axis {error.orientation:.0f}°"
    )
    if fix.offset_minutes is not None:
        line += f", clock at UTC{clock.offset_text(fix.offset_minutes)}"
    return line + (f"; the bands graze at {fix.crossing:.0f}°: trust them, not it" if fix.grazing else "")
