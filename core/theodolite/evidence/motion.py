"""How a camera was held and moved, how high, and what its satellite clock said. Pure rules over raw values.

Exif 2.32 section 4.6.6: altitude reference 1 is below sea level, speeds are in kilometres per hour, miles
per hour or knots, directions from true (T) or magnetic (M) north. Gimbal angles are those that DJI, Parrot
and Pix4D write into XMP: yaw clockwise from north, pitch above the horizon positive.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from datetime import date as calendar
from datetime import datetime

Rational = tuple[float, float]
"""Numerator and denominator as they stand in the file."""

_KMH = {"K": 1.0, "M": 1.609344, "N": 1.852}
_DATE = re.compile(r"^\s*(\d{4})\D(\d{1,2})\D(\d{1,2})")
_MAX_ALTITUDE_M = 100_000
_YAW, _PITCH, _ROLL = (
    tuple(f"drone-dji:Gimbal{axis}Degree drone-parrot:Camera{axis}Degree Camera:{axis} {pano}".split())
    for axis, pano in (
        ("Yaw", "GPano:PoseHeadingDegrees"),
        ("Pitch", "GPano:PosePitchDegrees"),
        ("Roll", "GPano:PoseRollDegrees"),
    )
)


def ratio(part: Rational | None) -> float | None:
    """The quotient; None without a value, for a zero denominator and beyond all numbers."""
    if part is None or part[1] == 0:
        return None
    try:
        value = part[0] / part[1]
    except OverflowError:
        return None
    return value if math.isfinite(value) else None


def positive(part: Rational | None) -> float | None:
    value = ratio(part)
    return value if value is not None and 0 < value < 1e6 else None


def number(text: str | None) -> float | None:
    """A plain decimal number, also with a sign in front; None for anything else."""
    try:
        value = float((text or "").strip())
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def fraction(text: str | None) -> Rational | None:
    """XMP's rational, '2674/10', or a plain number."""
    above, _, below = (text or "").partition("/")
    first, second = number(above), number(below) if below else 1.0
    return None if first is None or second is None else (first, second)


def altitude(part: Rational | None, reference: int | None, xmp: Mapping[str, str]) -> float | None:
    """Metres; EXIF's, else XMP's, else the drone's absolute altitude. References 1 and 3 mean below."""
    metres = ratio(part)
    below = reference in (1, 3)
    if metres is None:
        metres = ratio(fraction(xmp.get("exif:GPSAltitude")))
        below = xmp.get("exif:GPSAltitudeRef", "").strip() in ("1", "3")
    if metres is None:
        metres, below = number(xmp.get("drone-dji:AbsoluteAltitude")), False
    if metres is None or abs(metres) > _MAX_ALTITUDE_M:
        return None
    return -abs(metres) if below else metres


def direction(part: Rational | None, reference: str | None) -> tuple[float | None, float | None]:
    """(from true north, from magnetic north), degrees in [0, 360), one of them at most."""
    degrees = ratio(part)
    if degrees is None or not 0 <= degrees <= 360:
        return None, None
    if (reference or "T").strip().upper().startswith("M"):
        return None, degrees % 360
    return degrees % 360, None


def attitude(xmp: Mapping[str, str]) -> tuple[float | None, float | None, float | None]:
    """(yaw in [0, 360), pitch in [-90, 90], roll), degrees, as a drone or a panorama states them."""
    yaw, pitch, roll = (
        next((value for name in names if (value := number(xmp.get(name))) is not None), None)
        for names in (_YAW, _PITCH, _ROLL)
    )
    if yaw is not None:
        yaw = yaw % 360 if -360 <= yaw <= 360 else None
    if pitch is not None and abs(pitch) > 90:
        pitch = None
    return yaw, pitch, roll


def speed(part: Rational | None, reference: str | None) -> float | None:
    """Kilometres per hour; None without a known unit."""
    value, unit = ratio(part), _KMH.get((reference or "").strip().upper()[:1])
    if value is None or unit is None or not 0 <= value * unit < 50_000:
        return None
    return round(value * unit, 3)


def utc(time: Sequence[Rational] | None, date: str | None, stamp: str | None) -> tuple[str, str]:
    """(ISO 8601 with Z or '', what was wrong or ''): GPSDateStamp with GPSTimeStamp, else XMP's stamp."""
    if not time:
        return _stamp(stamp), ""
    parts = [ratio(part) for part in time[:3]]
    hours, minutes, seconds = (*parts, None, None, None)[:3]
    if hours is None or minutes is None or seconds is None:
        return _stamp(stamp), "the GPS time is not readable"
    match = _DATE.match(date or "")
    if not match:
        named = (date or "").strip()[:20]
        words = f"the GPS date {named!r} is no date" if named else "the GPS time has no date"
        return _stamp(stamp), words if named or any(parts) else ""
    try:
        calendar(*(int(group) for group in match.groups()))
    except ValueError:
        return _stamp(stamp), f"the GPS date {match.group(0).strip()!r} is no date"
    if not (0 <= hours < 24 and 0 <= minutes < 60 and 0 <= seconds < 61) or hours % 1 or minutes % 1:
        return _stamp(stamp), f"the GPS time {hours:g}:{minutes:g}:{seconds:g} is no time"
    whole = min(59.999, seconds)
    year, month, day = (int(group) for group in match.groups())
    text = f"{year:04d}-{month:02d}-{day:02d}T{int(hours):02d}:{int(minutes):02d}:{whole:06.3f}"
    return text.removesuffix(".000") + "Z", ""


def _stamp(text: str | None) -> str:
    """XMP's GPSTimeStamp is a whole date and time; without a zone it is UTC all the same (its purpose)."""
    try:
        moment = datetime.fromisoformat((text or "").strip())
    except ValueError:
        return ""
    if moment.utcoffset():
        return ""
    return moment.replace(tzinfo=None).isoformat(timespec="seconds") + "Z"
