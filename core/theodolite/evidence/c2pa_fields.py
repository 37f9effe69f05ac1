"""Position, time and address that C2PA assertions state. Pure; runs in the decode sandbox.

Metadata assertions are JSON-LD with the names of XMP (C2PA specification, "Metadata" and the older
``stds.exif``): ``exif:GPSLatitude`` is the text of XMP part 2, section 3.4, or, in practice, signed decimal
degrees. The prefix is written in any case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from theodolite.domain import GpsClaim

_LABELS = ("stds.exif", "stds.iptc", "stds.schema-org", "c2pa.metadata", "c2pa.exif", "cawg.metadata")
_PLACES = ("Iptc4xmpExt:LocationCreated", "iptc4xmpext:LocationCreated", "LocationCreated", "locationCreated")
_ADDRESS = ("Sublocation", "City", "ProvinceState", "CountryName", "CountryCode")
_TIMES = ("exif:DateTimeOriginal", "photoshop:DateCreated", "xmp:CreateDate")
_COORDINATE = re.compile(
    r"\s*([+-]?\d+(?:\.\d+)?)(?:,(\d+(?:\.\d+)?))?(?:,(\d+(?:\.\d+)?))?\s*([NSEWnsew])?\s*"
)
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
_MAX_TEXT = 300
_MAX_ERROR_M = 100_000.0


@dataclass(frozen=True, slots=True)
class Stated:
    """What the metadata assertions state; ``fields`` are (name, raw value) pairs in their order."""

    place: GpsClaim | None = None
    address: str = ""
    taken_at: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    problems: tuple[str, ...] = ()


def stated(assertions: Iterable[Mapping[str, Any]]) -> Stated:
    """What ``assertions`` (label and data) say of place and time; never raises for what is in them."""
    values: dict[str, Any] = {}
    for item in assertions:
        data = item.get("data")
        if str(item.get("label", "")).startswith(_LABELS) and isinstance(data, dict):
            for name, value in data.items():
                if isinstance(name, str) and not name.startswith("@"):
                    values.setdefault(_named(name), value)
    place, problems = _place(values)
    return Stated(
        place=place,
        address=_address(values),
        taken_at=next((moment for moment in (_time(values.get(name)) for name in _TIMES) if moment), ""),
        fields=tuple((name, _text(value)) for name, value in sorted(values.items()) if _text(value)),
        problems=problems,
    )


def _named(name: str) -> str:
    """``EXIF:GPSLatitude`` and ``exif:GPSLatitude`` are one name; other prefixes stay as they are."""
    prefix, colon, rest = name.partition(":")
    return f"{prefix.lower()}:{rest}" if colon and prefix.isupper() else name


def _place(values: Mapping[str, Any]) -> tuple[GpsClaim | None, tuple[str, ...]]:
    texts = [_text(values.get(f"exif:GPS{axis}")) for axis in ("Latitude", "Longitude")]
    if not any(texts):
        return None, ()
    lat = _coordinate(texts[0], _text(values.get("exif:GPSLatitudeRef")), "NS", 90)
    lon = _coordinate(texts[1], _text(values.get("exif:GPSLongitudeRef")), "EW", 180)
    if lat is None or lon is None:
        return None, (f"the stated position {texts[0]!r}, {texts[1]!r} is not readable; not used",)
    if lat == 0 and lon == 0:
        return None, ("the stated position is 0, 0, which receivers write without a fix; not used",)
    error = _number(values.get("exif:GPSHPositioningError"))
    if error is None:  # as one large maker writes it
        error = _number(values.get("exif:GPSHorizontalAccuracy"))
    if error is not None and not 0 <= error <= _MAX_ERROR_M:
        error = None
    altitude = _number(values.get("exif:GPSAltitude"))
    if altitude is not None and abs(altitude) > _MAX_ERROR_M:
        altitude = None
    return GpsClaim(lat, lon, altitude_m=altitude, error_m=error, source="C2PA"), ()


def _coordinate(text: str, reference: str, letters: str, limit: float) -> float | None:
    """Degrees from ``DDD,MM,SSk``, ``DDD,MM.mmk``, or decimal degrees with a sign or a letter; else None.

    A number without sign or letter counts as written: JSON-LD of known makers is signed.
    """
    match = _COORDINATE.fullmatch(text)
    if not match:
        return None
    degrees, minutes, seconds = (float(part or 0) for part in match.groups()[:3])
    letter = (match.group(4) or reference[:1]).upper()
    if letter and letter not in letters:
        return None
    if not letter and match.group(2):
        return None
    value = abs(degrees) + minutes / 60 + seconds / 3600
    if letter == letters[1] or (not letter and text.strip().startswith("-")):
        value = -value
    return value if abs(value) <= limit else None


def _address(values: Mapping[str, Any]) -> str:
    for name in _PLACES:
        value = values.get(name)
        rows = value if isinstance(value, list) else [value]
        for row in rows:
            if not isinstance(row, dict):
                continue
            parts = {str(key).rpartition(":")[2]: _text(part) for key, part in row.items()}
            said = [parts[key] for key in _ADDRESS if parts.get(key)]
            if said:
                return ", ".join(said)
    return ""


def _time(value: object) -> str:
    """ISO 8601 as stated, EXIF's colons in the date and a decimal comma put right; '' when it is no time."""
    text = re.sub(r"^(\d{4}):(\d\d):(\d\d) ", r"\1-\2-\3T", _text(value)).replace(",", ".")
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return ""
    return moment.isoformat().replace("+00:00", "Z") if len(text) > 10 else ""


def _number(value: object) -> float | None:
    """A decimal, or ``n/d`` as EXIF in XMP writes it."""
    match = re.fullmatch(r"\s*(-?\d+(?:\.\d+)?)(?:/(\d+(?:\.\d+)?))?\s*", _text(value))
    if not match:
        return None
    divisor = float(match.group(2) or 1)
    return float(match.group(1)) / divisor if divisor else None


def _text(value: object) -> str:
    if value is None or isinstance(value, dict):
        return ""
    if isinstance(value, list):
        return ", ".join(part for part in map(_text, value[:20]) if part)[:_MAX_TEXT]
    return _CONTROL.sub(" ", str(value)).strip()[:_MAX_TEXT]
