"""What a file says about itself: EXIF through exifread, XMP through defusedxml. All of it claims.

Runs inside the decode sandbox. Never raises for malformed content: what could not be read is a line in
``Metadata.problems``.
"""

from __future__ import annotations

import io
import logging
import re
import signal
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from types import FrameType
from typing import Any

import exifread

from theodolite.domain import Metadata
from theodolite.evidence import containers, gps, xmp
from theodolite.evidence.formats import RAW_TYPES

logging.getLogger("exifread").setLevel(logging.CRITICAL + 1)

_WHOLE_FILE = RAW_TYPES | {"image/tiff"}
_MAX_FIELDS = 400
_SECONDS = 2.0
_MAX_VALUE = 300
_TIME = re.compile(
    r"^\s*(\d{4})\D(\d{1,2})\D(\d{1,2})[ T]+(\d{1,2}):(\d{1,2})(?::(\d{1,2})(\.\d+)?)?"
    r"\s*(Z|[+-]\d{1,2}:?\d{2})?\s*$"
)
_OFFSET = re.compile(r"^([+-])(\d{1,2}):?(\d{2})$")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")

Tags = Mapping[str, Any]


def read(data: bytes, media_type: str, *, exif: bytes | None = None, packet: bytes | None = None) -> Metadata:
    """Metadata of the file ``data``; ``exif`` and ``packet`` are payloads a decoder found, used last."""
    found = containers.find(data, media_type)
    problems = list(found.problems)
    tags = _tags(data if media_type in _WHOLE_FILE else found.exif or exif, problems)
    properties = _properties(found.xmp or packet or _tiff_packet(tags), problems)
    claim, gps_problems = gps.claim(_exif_gps(tags), properties)
    problems += gps_problems
    return Metadata(
        gps=claim,
        taken_at=_taken_at(tags, properties, problems),
        camera=_camera(tags, properties),
        serial=_first(tags, "EXIF BodySerialNumber", "MakerNote SerialNumber"),
        orientation=_orientation(tags),
        software=_first(tags, "Image Software") or properties.get("xmp:CreatorTool"),
        fields=_fields(tags, properties),
        problems=tuple(problems),
    )


def orientation(data: bytes, media_type: str) -> int:
    """EXIF's orientation alone, 1 to 8: what pixels need, without reading the rest."""
    found = None if media_type in _WHOLE_FILE else containers.find(data, media_type).exif
    return _orientation(_tags(data if media_type in _WHOLE_FILE else found, [], ways=(False,)))


def _tags(
    payload: bytes | None, problems: list[str], ways: tuple[bool, ...] = (True, False)
) -> dict[str, Any]:
    """exifread's tags; maker notes are left out when they alone cannot be read."""
    if not payload:
        return {}
    for details in ways:
        what = "the maker note" if details else "EXIF"
        try:
            with _at_most(_SECONDS):
                return dict(
                    exifread.process_file(io.BytesIO(payload), details=details, extract_thumbnail=False)
                )
        except (MemoryError, RecursionError):
            break
        except _TooSlow:
            problems.append(f"{what} is damaged (it has no end)")
        except Exception as error:  # exifread raises whatever its parsing meets
            name = type(error).__name__
            problems.append(f"{what} is damaged ({name})")
    return {}


class _TooSlow(BaseException):
    """Not an Exception, so that no library takes it for one of its own."""


@contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    """End pure Python work that takes more CPU time: a field may claim two thousand million values.

    Only the main thread of a process with timers can do that; elsewhere the limits of the sandbox hold.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise _TooSlow

    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _tiff_packet(tags: Tags) -> bytes | None:
    """XMP inside TIFF tag 700, which exifread calls ApplicationNotes."""
    tag = tags.get("Image ApplicationNotes")
    if tag is None:
        return None
    try:
        return bytes(tag.values)
    except (TypeError, ValueError):
        return None


def _properties(packet: bytes | None, problems: list[str]) -> dict[str, str]:
    if not packet:
        return {}
    try:
        return xmp.parse(packet)
    except ValueError:
        problems.append("XMP is damaged")
        return {}


def _rationals(tags: Tags, name: str) -> tuple[gps.Rational, ...] | None:
    """Values of a tag as (numerator, denominator); None when absent or of another kind."""
    tag = tags.get(name)
    if tag is None or isinstance(tag.values, str | bytes):
        return None
    values: list[gps.Rational] = []
    for value in tag.values:
        if isinstance(value, tuple):  # exifread keeps struct's tuple for floats
            value = value[0]
        try:
            values.append((value.numerator, value.denominator) if hasattr(value, "numerator") else (value, 1))
        except TypeError:
            return None
    return tuple(values)


def _text(tags: Tags, name: str) -> str | None:
    tag = tags.get(name)
    if tag is None:
        return None
    value = tag.values if isinstance(tag.values, str | bytes) else str(tag)
    if isinstance(value, bytes):
        value = value.decode("latin-1")
    return _clean(value) or None


def _first(tags: Tags, *names: str) -> str | None:
    return next((text for text in (_text(tags, name) for name in names) if text), None)


def _clean(text: str) -> str:
    return _CONTROL.sub(" ", text).strip()[:_MAX_VALUE]


def _single(tags: Tags, name: str) -> gps.Rational | None:
    values = _rationals(tags, name)
    return values[0] if values else None


def _integer(tags: Tags, name: str) -> int | None:
    value = _single(tags, name)
    return int(value[0]) if value and value[1] == 1 else None


def _exif_gps(tags: Tags) -> gps.ExifGps:
    return gps.ExifGps(
        latitude=_rationals(tags, "GPS GPSLatitude"),
        latitude_ref=_text(tags, "GPS GPSLatitudeRef"),
        longitude=_rationals(tags, "GPS GPSLongitude"),
        longitude_ref=_text(tags, "GPS GPSLongitudeRef"),
        altitude=_single(tags, "GPS GPSAltitude"),
        altitude_ref=_integer(tags, "GPS GPSAltitudeRef"),
        direction=_single(tags, "GPS GPSImgDirection"),
        direction_ref=_text(tags, "GPS GPSImgDirectionRef"),
    )


def iso_time(text: str, offset: str | None = None) -> str | None:
    """An EXIF or XMP time as ISO 8601, with the UTC offset where the file states one; None if no time."""
    match = _TIME.match(text)
    if not match:
        return None
    year, month, day, hour, minute, second = (int(group or 0) for group in match.groups()[:6])
    try:
        moment = datetime(year, month, day, hour, minute, min(second, 59))  # noqa: DTZ001 - camera's clock
    except ValueError:
        return None
    zone = match.group(8) or (offset or "").strip()
    if parts := _OFFSET.match(zone):
        zone = f"{parts.group(1)}{int(parts.group(2)):02d}:{parts.group(3)}"
    elif zone != "Z":
        zone = ""
    return moment.isoformat() + (match.group(7) or "") + zone


def _taken_at(tags: Tags, properties: Mapping[str, str], problems: list[str]) -> str | None:
    """When the shutter opened, by EXIF first, then XMP. Never a modification time."""
    offset = _text(tags, "EXIF OffsetTimeOriginal") or _text(tags, "EXIF OffsetTime")
    for source, text, zone in (
        ("EXIF", _text(tags, "EXIF DateTimeOriginal") or _text(tags, "Image DateTimeOriginal"), offset),
        ("XMP", properties.get("exif:DateTimeOriginal"), None),
    ):
        if not text:
            continue
        moment = iso_time(text, zone)
        if moment:
            return moment
        problems.append(f"{source} time {text[:40]!r} is no time")
    return None


def _camera(tags: Tags, properties: Mapping[str, str]) -> str | None:
    make = _first(tags, "Image Make") or _clean(properties.get("tiff:Make", ""))
    model = _first(tags, "Image Model") or _clean(properties.get("tiff:Model", ""))
    if not make or not model:
        return model or make or None
    return model if model.startswith(make) else f"{make} {model}"


def _orientation(tags: Tags) -> int:
    """1 to 8 as in Exif 4.6.4.1; anything else counts as 1, upright. Viewers ignore XMP's; so do we."""
    value = _integer(tags, "Image Orientation")
    return value if value is not None and 1 <= value <= 8 else 1


def _fields(tags: Tags, properties: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Every readable field by name. Offsets, padding and thumbnails say nothing and are left out."""
    rows: list[tuple[str, str]] = []
    for name in sorted(tags):
        tag = tags[name]
        if isinstance(tag, bytes) or name.endswith(("MakerNote", "ApplicationNotes", "Padding")):
            continue
        if name.startswith("Thumbnail ") or " Tag 0x" in name:
            continue
        text = _clean(str(tag))
        if text:
            rows.append((name, text))
    rows += [(f"XMP {name}", _clean(value)) for name, value in sorted(properties.items())]
    return tuple(rows[:_MAX_FIELDS])
