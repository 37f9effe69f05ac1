"""Positions inside the data tracks of a video: GoPro GPMF, Google CAMM, NMEA and drone captions. Pure.

Sources: the GPMF format description (gopro/gpmf-parser, README: key, type, size, repeat; GPS5, GPS9, GPSU,
GPSF, SCAL); the Camera Motion Metadata specification (Google, cases 5 and 6); NMEA 0183 sentences GGA and
RMC; the captions of DJI drones as they occur in practice. Malformed parts are left out, never guessed.
"""

from __future__ import annotations

import math
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

_GPS_EPOCH = datetime(1980, 1, 6, tzinfo=UTC)
_LEAP_SECONDS = 18  # GPS time ahead of UTC since 2017
_MOST = 20_000
_DEPTH = 8


@dataclass(frozen=True, slots=True)
class Fix:
    """One position as stated: degrees, metres, UTC (ISO 8601, Z, '' unknown), ``error_m`` where stated."""

    lat: float
    lon: float
    altitude_m: float | None = None
    utc: str = ""
    error_m: float | None = None


def usable(lat: float, lon: float) -> bool:
    """A place on Earth, and not the 0, 0 of a receiver without a fix."""
    return (
        math.isfinite(lat)
        and math.isfinite(lon)
        and abs(lat) <= 90
        and abs(lon) <= 180
        and (lat, lon) != (0, 0)
    )


# --- GoPro ----------------------------------------------------------------------------------------------


def gpmf(data: bytes) -> list[Fix]:
    """Fixes of one GPMF payload: GPS9 where it is, otherwise GPS5 with the GPSU and GPSF beside it."""
    found: list[Fix] = []
    for stream in _streams(data, 0):
        keys = {key: (kind, size, body) for key, kind, size, body in stream}
        scale = _numbers(*keys["SCAL"]) if "SCAL" in keys else []
        if "GPS9" in keys:
            found += _gps9(keys["GPS9"][2], scale)
        elif "GPS5" in keys:
            fixed = _numbers(*keys["GPSF"]) if "GPSF" in keys else [3]
            if fixed and fixed[0] >= 2:
                found += _gps5(keys["GPS5"][2], scale, _gpsu(keys["GPSU"][2] if "GPSU" in keys else b""))
        if len(found) > _MOST:
            break
    return found[:_MOST]


_Klv = tuple[str, str, int, bytes]


def _klv(data: bytes) -> Iterator[_Klv]:
    at = 0
    while at + 8 <= len(data):
        key, kind, size, repeat = struct.unpack_from(">4sBBH", data, at)
        length = size * repeat
        body = data[at + 8 : at + 8 + length]
        if len(body) < length or not key.strip(b"\0"):
            return
        yield key.decode("latin-1"), chr(kind) if kind else "", size, body
        at += 8 + (length + 3) // 4 * 4


def _streams(data: bytes, depth: int) -> Iterator[list[_Klv]]:
    """The parts of every STRM, wherever it is nested."""
    if depth > _DEPTH:
        return
    for key, kind, _, body in _klv(data):
        if key == "STRM" and not kind:
            yield list(_klv(body))
        elif not kind:
            yield from _streams(body, depth + 1)


_NUMBERS = {"l": ">i", "L": ">I", "s": ">h", "S": ">H", "b": ">b", "B": ">B", "f": ">f", "d": ">d"}


def _numbers(kind: str, _size: int, body: bytes) -> list[float]:
    code = _NUMBERS.get(kind)
    if code is None:
        return []
    return [
        value
        for (value,) in struct.iter_unpack(
            code, body[: len(body) // struct.calcsize(code) * struct.calcsize(code)]
        )
    ]


def _scaled(values: tuple[int, ...], scale: list[float]) -> list[float]:
    if len(scale) == 1:
        scale = scale * len(values)
    if len(scale) < len(values) or any(part == 0 for part in scale):
        return []
    return [value / part for value, part in zip(values, scale, strict=False)]


def _gps5(body: bytes, scale: list[float], utc: str) -> list[Fix]:
    found = []
    for values in struct.iter_unpack(">5i", body[: len(body) // 20 * 20]):
        row = _scaled(values, scale)
        if row and usable(row[0], row[1]):
            found.append(Fix(row[0], row[1], row[2], utc))
    return found


def _gps9(body: bytes, scale: list[float]) -> list[Fix]:
    found = []
    for values in struct.iter_unpack(">7i2H", body[: len(body) // 32 * 32]):
        row = _scaled(values, scale)
        if row and row[8] >= 2 and usable(row[0], row[1]):
            found.append(Fix(row[0], row[1], row[2], _since_2000(row[5], row[6])))
    return found


def _since_2000(days: float, seconds: float) -> str:
    if not (0 <= days < 40_000 and 0 <= seconds <= 86_400):
        return ""
    return _iso(datetime(2000, 1, 1, tzinfo=UTC) + timedelta(days=days, seconds=seconds))


def _gpsu(body: bytes) -> str:
    """``yymmddhhmmss.sss`` in UTC."""
    try:
        return _iso(datetime.strptime(body[:12].decode("ascii"), "%y%m%d%H%M%S").replace(tzinfo=UTC))
    except (ValueError, UnicodeDecodeError):
        return ""


# --- Google ---------------------------------------------------------------------------------------------


def camm(data: bytes) -> list[Fix]:
    """The fix of one CAMM sample: case 5 (latitude, longitude, altitude) or 6 (with time and accuracy)."""
    if len(data) < 4:
        return []
    case = struct.unpack_from("<H", data, 2)[0]
    if case == 5 and len(data) >= 28:
        lat, lon, altitude = struct.unpack_from("<3d", data, 4)
        return [Fix(lat, lon, _finite(altitude))] if usable(lat, lon) else []
    if case == 6 and len(data) >= 60:
        seconds, fixed, lat, lon, altitude, error = struct.unpack_from("<didd2f", data, 4)
        if fixed < 2 or not usable(lat, lon):
            return []
        return [Fix(lat, lon, _finite(altitude), _since_1980(seconds), _finite(error))]
    return []


def _since_1980(seconds: float) -> str:
    if not 0 < seconds < 4e9:
        return ""
    return _iso(_GPS_EPOCH + timedelta(seconds=seconds - _LEAP_SECONDS))


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None


# --- text -----------------------------------------------------------------------------------------------

_NMEA = re.compile(r"\$(G[PNLABQ](?:GGA|RMC),[^*\r\n]{10,120})\*([0-9A-Fa-f]{2})")
_CAPTION = re.compile(
    r"\[\s*latitude\s*:\s*([+-]?\d+\.\d+)\s*\].{0,40}?\[\s*longi?tude\s*:\s*([+-]?\d+\.\d+)"
    r"(?:.{0,40}?abs_alt\s*:\s*([+-]?\d+(?:\.\d+)?))?",
    re.IGNORECASE | re.DOTALL,
)
_BRIEF = re.compile(r"GPS\s*\(\s*([+-]?\d+\.\d+)\s*,\s*([+-]?\d+\.\d+)\s*,\s*[+-]?\d+(?:\.\d+)?\s*M?\s*\)")


def text(data: bytes) -> list[Fix]:
    """Fixes of one text sample: NMEA sentences whose checksum holds, or a drone's caption."""
    said = data[:10_000].decode("utf-8", "replace")
    found = [fix for match in _NMEA.finditer(said) for fix in _sentence(match.group(1), match.group(2))]
    for match in _CAPTION.finditer(said):
        lat, lon = float(match.group(1)), float(match.group(2))
        if usable(lat, lon):
            found.append(Fix(lat, lon, float(match.group(3)) if match.group(3) else None))
    for match in _BRIEF.finditer(said):  # longitude first, as these captions write it
        lon, lat = float(match.group(1)), float(match.group(2))
        if usable(lat, lon):
            found.append(Fix(lat, lon))
    return found


def _sentence(body: str, checksum: str) -> list[Fix]:
    total = 0
    for letter in body:
        total ^= ord(letter) & 0xFF
    parts = body.split(",")
    gga = parts[0].endswith("GGA")
    if total != int(checksum, 16) or len(parts) < 10:
        return []
    valid = parts[6] not in ("", "0") if gga else parts[2] == "A"
    at = 2 if gga else 3
    lat, lon = _minutes(parts[at], parts[at + 1], "NS"), _minutes(parts[at + 2], parts[at + 3], "EW")
    if not valid or lat is None or lon is None or not usable(lat, lon):
        return []
    return [Fix(lat, lon, utc="" if gga else _rmc_time(parts[1], parts[9]))]


def _minutes(text: str, letter: str, letters: str) -> float | None:
    """``dddmm.mmmm`` and its hemisphere."""
    match = re.fullmatch(r"(\d{2,3})(\d\d(?:\.\d+)?)", text)
    if not match or letter not in letters or not letter:
        return None
    value = int(match.group(1)) + float(match.group(2)) / 60
    return -value if letter == letters[1] else value


def _rmc_time(clock: str, day: str) -> str:
    try:
        on = date(2000 + int(day[4:6]), int(day[2:4]), int(day[:2]))
        return _iso(
            datetime(on.year, on.month, on.day, int(clock[:2]), int(clock[2:4]), int(clock[4:6]), tzinfo=UTC)
        )
    except ValueError:
        return ""


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")
