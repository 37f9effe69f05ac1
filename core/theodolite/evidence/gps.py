"""What counts as a position in a file, and with which sign. Pure rules over raw values.

Exif 2.32 section 4.6.6 (GPS attribute information) and the XMP specification part 2, section 3.4
(GPSCoordinate). The rules, each with its reason:

* the sign comes from the reference letter alone, upper or lower case; without a letter the hemisphere is
  unknown, and a guess is not evidence: no position;
* a zero denominator makes the whole coordinate unknown, even in the seconds;
* beyond 90 or 180 degrees there is no such place;
* 0,0 is what receivers without a fix write: no position, but it is said;
* EXIF speaks before XMP; when both speak and differ, that is said.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from theodolite.domain import GpsClaim

Rational = tuple[float, float]
"""Numerator and denominator as they stand in the file."""

_DIFFER_DEGREES = 0.001  # about 100 m; below that EXIF and XMP are two roundings of one position
_XMP = re.compile(r"^\s*(-?\d+(?:\.\d+)?)(?:,(\d+(?:\.\d+)?))?(?:,(\d+(?:\.\d+)?))?\s*([NSEWnsew])?\s*$")


@dataclass(frozen=True, slots=True)
class ExifGps:
    """The GPS directory as it stands: lists of rationals, reference letters, None where absent."""

    latitude: Sequence[Rational] | None = None
    latitude_ref: str | None = None
    longitude: Sequence[Rational] | None = None
    longitude_ref: str | None = None
    altitude: Rational | None = None
    altitude_ref: int | None = None
    direction: Rational | None = None
    direction_ref: str | None = None


@dataclass(slots=True)
class Problems:
    """What was wrong, collected on the way."""

    texts: list[str] = field(default_factory=list)

    def add(self, text: str) -> None:
        if text not in self.texts:
            self.texts.append(text)


def claim(exif: ExifGps, xmp: Mapping[str, str]) -> tuple[GpsClaim | None, tuple[str, ...]]:
    """The position a file claims, or None, and what was wrong with what it says."""
    problems = Problems()
    from_exif = _point(
        _exif_coordinate(exif.latitude, exif.latitude_ref, "latitude", problems),
        _exif_coordinate(exif.longitude, exif.longitude_ref, "longitude", problems),
        "EXIF",
        problems,
    )
    from_xmp = _point(
        _xmp_coordinate(xmp.get("exif:GPSLatitude"), "latitude", problems),
        _xmp_coordinate(xmp.get("exif:GPSLongitude"), "longitude", problems),
        "XMP",
        problems,
    )
    if from_exif and from_xmp and not _close(from_exif, from_xmp):
        problems.add(
            f"EXIF and XMP name different positions: {from_exif[0]:.5f}, {from_exif[1]:.5f} "
            f"and {from_xmp[0]:.5f}, {from_xmp[1]:.5f}; EXIF is used"
        )
    point = from_exif or from_xmp
    if point is None:
        return None, tuple(problems.texts)
    return GpsClaim(point[0], point[1], _altitude(exif), _direction(exif, problems)), tuple(problems.texts)


def _point(
    lat: float | None, lon: float | None, where: str, problems: Problems
) -> tuple[float, float] | None:
    if lat is None or lon is None:
        return None
    if abs(lat) > 90 or abs(lon) > 180:
        problems.add(f"{where} GPS {lat:g}, {lon:g} is outside the Earth; not used")
        return None
    if lat == 0 and lon == 0:
        problems.add(f"{where} GPS is 0, 0, which receivers write without a fix; not used")
        return None
    return lat, (-180.0 if lon == 180 else lon)


def _close(first: tuple[float, float], second: tuple[float, float]) -> bool:
    around = abs(first[1] - second[1]) % 360
    return abs(first[0] - second[0]) <= _DIFFER_DEGREES and min(around, 360 - around) <= _DIFFER_DEGREES


def _exif_coordinate(
    parts: Sequence[Rational] | None, ref: str | None, axis: str, problems: Problems
) -> float | None:
    if not parts:
        return None
    values = [_ratio(part) for part in parts[:3]]
    if any(value is None for value in values):
        problems.add(f"EXIF {axis} has a zero denominator; not used")
        return None
    numbers = [value for value in values if value is not None]
    if any(number < 0 for number in numbers):
        problems.add(f"EXIF {axis} is negative, which its format does not allow; not used")
        return None
    degrees = sum(number / unit for number, unit in zip(numbers, (1, 60, 3600), strict=False))
    letter = (ref or "").strip().upper()[:1]
    positive, negative = ("N", "S") if axis == "latitude" else ("E", "W")
    if letter not in (positive, negative):
        problems.add(f"EXIF {axis} {degrees:.5f} has no {positive} or {negative} reference; not used")
        return None
    return -degrees if letter == negative else degrees


def _xmp_coordinate(text: str | None, axis: str, problems: Problems) -> float | None:
    """``DDD,MM,SSk``, ``DDD,MM.mmk`` or, as many programs write it, signed decimal degrees."""
    if text is None:
        return None
    match = _XMP.match(text)
    if not match:
        problems.add(f"XMP {axis} {text[:40]!r} is not readable; not used")
        return None
    degrees, minutes, seconds = (float(group or 0) for group in match.groups()[:3])
    letter = (match.group(4) or "").upper()
    positive, negative = ("N", "S") if axis == "latitude" else ("E", "W")
    if not letter and match.group(2) is None:
        return degrees
    if letter not in (positive, negative) or degrees < 0:
        problems.add(f"XMP {axis} {text[:40]!r} has no {positive} or {negative} reference; not used")
        return None
    value = degrees + minutes / 60 + seconds / 3600
    return -value if letter == negative else value


def _ratio(part: Rational) -> float | None:
    numerator, denominator = part
    if denominator == 0:
        return None
    value = numerator / denominator
    return value if math.isfinite(value) else None


def _altitude(exif: ExifGps) -> float | None:
    """Metres above the ellipsoid or sea level; reference 1 means below (Exif 4.6.6.6)."""
    metres = _ratio(exif.altitude) if exif.altitude else None
    if metres is None or abs(metres) > 100_000:
        return None
    return -metres if exif.altitude_ref == 1 else metres


def _direction(exif: ExifGps, problems: Problems) -> float | None:
    """Degrees clockwise from true north. A magnetic bearing is not turned into a true one."""
    degrees = _ratio(exif.direction) if exif.direction else None
    if degrees is None or not 0 <= degrees <= 360:
        return None
    if (exif.direction_ref or "T").strip().upper()[:1] != "T":
        problems.add(f"image direction {degrees:.1f} is from magnetic north; not used")
        return None
    return degrees % 360
