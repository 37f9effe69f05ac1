"""What counts as a position in a file, and with which sign. Pure rules over raw values.

Exif 2.32 section 4.6.6 (GPS attribute information) and the XMP specification part 2, section 3.4
(GPSCoordinate). The rules, each with its reason:

* the sign comes from the reference letter alone, upper or lower case; without a letter the hemisphere is
  unknown, and a guess is not evidence: no position;
* a zero denominator makes the whole coordinate unknown, even in the seconds;
* beyond 90 or 180 degrees there is no such place;
* 0,0 is what receivers without a fix write: no position, but it is said;
* EXIF speaks before XMP, XMP before what a drone adds; when two speak and differ, that is said;
* a direction from magnetic north stays one: turning it into a true one needs the place.

Faults have codes, each also the name of a conflict: ``gps-reference``, ``gps-unreadable``,
``gps-outside``, ``gps-zero``, ``gps-differs``, ``gps-datum``, ``gps-void``, ``gps-clock``,
``gps-direction``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from theodolite.domain import GpsClaim
from theodolite.evidence import motion
from theodolite.evidence.motion import Rational, ratio

_DIFFER_DEGREES = 0.001  # about 100 m; below that EXIF and XMP are two roundings of one position
_XMP = re.compile(r"^\s*(-?\d+(?:\.\d+)?)(?:,(\d+(?:\.\d+)?))?(?:,(\d+(?:\.\d+)?))?\s*([NSEWnsew])?\s*$")
_DRONE = (("drone-dji:GpsLatitude", "drone-dji:GpsLongitude"), ("drone-dji:Latitude", "drone-dji:Longitude"))
_WGS84 = re.compile(r"^WGS[ _-]*(19)?84\b|^EPSG:4326$|^$", re.IGNORECASE)


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
    track: Rational | None = None
    track_ref: str | None = None
    speed: Rational | None = None
    speed_ref: str | None = None
    dop: Rational | None = None
    error: Rational | None = None
    datum: str | None = None
    status: str | None = None
    time: Sequence[Rational] | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """``utc``: the receiver's clock, '' if it says nothing; ``faults``: (code, words), see above."""

    claim: GpsClaim | None
    utc: str
    faults: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class Problems:
    """What was wrong, collected on the way."""

    faults: list[tuple[str, str]] = field(default_factory=list)

    def add(self, code: str, text: str) -> None:
        if (code, text) not in self.faults:
            self.faults.append((code, text))


def read(exif: ExifGps, xmp: Mapping[str, str]) -> Reading:
    """The position and the satellite time a file claims, and what was wrong with what it says."""
    problems = Problems()
    points = _points(exif, xmp, problems)
    utc, wrong = motion.utc(exif.time, exif.date, xmp.get("exif:GPSTimeStamp"))
    if wrong:
        problems.add("gps-clock", wrong)
    if not points:
        return Reading(None, utc, tuple(problems.faults))
    source, point = points[0]
    for other, named in points[1:]:
        if not _close(point, named):
            problems.add(
                "gps-differs",
                f"{source} and {other} name different positions: {point[0]:.5f}, {point[1]:.5f} "
                f"and {named[0]:.5f}, {named[1]:.5f}; {source} is used",
            )
    if (exif.status or "").strip().upper().startswith("V"):
        problems.add("gps-void", "the receiver marks its GPS position as void (status V)")
    datum = (exif.datum or xmp.get("exif:GPSMapDatum") or "").strip()
    if not _WGS84.match(datum):
        problems.add("gps-datum", f"GPS positions refer to {datum[:40]!r}, not to WGS 84; used as they stand")
    return Reading(_claim(exif, xmp, point, source, datum, problems), utc, tuple(problems.faults))


def _claim(
    exif: ExifGps,
    xmp: Mapping[str, str],
    point: tuple[float, float],
    source: str,
    datum: str,
    problems: Problems,
) -> GpsClaim:
    true, magnetic = motion.direction(
        exif.direction or motion.fraction(xmp.get("exif:GPSImgDirection")),
        exif.direction_ref or xmp.get("exif:GPSImgDirectionRef"),
    )
    if true is not None and not (exif.direction_ref or xmp.get("exif:GPSImgDirectionRef") or "").strip():
        problems.add("gps-direction", f"image direction {true:.1f} has no reference; taken as true north")
    yaw, pitch, roll = motion.attitude(xmp)
    track, _ = motion.direction(exif.track, exif.track_ref)
    return GpsClaim(
        lat=point[0],
        lon=point[1],
        altitude_m=motion.altitude(exif.altitude, exif.altitude_ref, xmp),
        direction=yaw if true is None and magnetic is None else true,
        magnetic=magnetic,
        track=track,
        speed_kmh=motion.speed(exif.speed, exif.speed_ref),
        pitch=pitch,
        roll=roll,
        dop=motion.positive(exif.dop),
        error_m=motion.positive(exif.error),
        datum=datum,
        source=source,
    )


def _points(
    exif: ExifGps, xmp: Mapping[str, str], problems: Problems
) -> list[tuple[str, tuple[float, float]]]:
    """Every usable position, the one that counts first."""
    found = {
        "EXIF": _point(
            _exif_coordinate(exif.latitude, exif.latitude_ref, "latitude", problems),
            _exif_coordinate(exif.longitude, exif.longitude_ref, "longitude", problems),
            "EXIF",
            problems,
        ),
        "XMP": _point(
            _xmp_coordinate(xmp.get("exif:GPSLatitude"), "latitude", problems),
            _xmp_coordinate(xmp.get("exif:GPSLongitude"), "longitude", problems),
            "XMP",
            problems,
        ),
    }
    for lat, lon in _DRONE:
        pair = motion.number(xmp.get(lat)), motion.number(xmp.get(lon) or xmp.get("drone-dji:GpsLongtitude"))
        if None not in pair and "drone" not in found:
            found["drone"] = _point(*pair, "drone", problems)
    return [(name, point) for name, point in found.items() if point is not None]


def _point(
    lat: float | None, lon: float | None, where: str, problems: Problems
) -> tuple[float, float] | None:
    if lat is None or lon is None:
        return None
    if abs(lat) > 90 or abs(lon) > 180:
        problems.add("gps-outside", f"{where} GPS {lat:g}, {lon:g} is outside the Earth; not used")
        return None
    if lat == 0 and lon == 0:
        problems.add("gps-zero", f"{where} GPS is 0, 0, which receivers write without a fix; not used")
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
    values = [ratio(part) for part in parts[:3]]
    if any(value is None for value in values):
        problems.add("gps-unreadable", f"EXIF {axis} has a zero denominator; not used")
        return None
    numbers = [value for value in values if value is not None]
    if any(number < 0 for number in numbers):
        problems.add("gps-unreadable", f"EXIF {axis} is negative, which its format does not allow; not used")
        return None
    degrees = sum(number / unit for number, unit in zip(numbers, (1, 60, 3600), strict=False))
    letter = (ref or "").strip().upper()[:1]
    positive, negative = ("N", "S") if axis == "latitude" else ("E", "W")
    if letter not in (positive, negative):
        problems.add(
            "gps-reference", f"EXIF {axis} {degrees:.5f} has no {positive} or {negative} reference; not used"
        )
        return None
    return -degrees if letter == negative else degrees


def _xmp_coordinate(text: str | None, axis: str, problems: Problems) -> float | None:
    """``DDD,MM,SSk``, ``DDD,MM.mmk`` or, as many programs write it, signed decimal degrees."""
    if text is None:
        return None
    match = _XMP.match(text)
    if not match:
        problems.add("gps-unreadable", f"XMP {axis} {text[:40]!r} is not readable; not used")
        return None
    degrees, minutes, seconds = (float(group or 0) for group in match.groups()[:3])
    letter = (match.group(4) or "").upper()
    positive, negative = ("N", "S") if axis == "latitude" else ("E", "W")
    if not letter and match.group(2) is None:
        return degrees
    if letter not in (positive, negative) or degrees < 0:
        problems.add(
            "gps-reference", f"XMP {axis} {text[:40]!r} has no {positive} or {negative} reference; not used"
        )
        return None
    value = degrees + minutes / 60 + seconds / 3600
    return -value if letter == negative else value
