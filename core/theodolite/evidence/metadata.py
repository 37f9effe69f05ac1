"""What a file says about itself: EXIF through exifread, XMP through defusedxml, IPTC and the container by us.

All of it claims. Runs inside the decode sandbox. Never raises for malformed content: what could not be read
is a line in ``Metadata.problems``; what takes too long is given up.
"""

from __future__ import annotations

import io
import logging
import signal
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from types import FrameType
from typing import Any

import exifread
from PIL import Image

from theodolite.domain import Metadata
from theodolite.evidence import containers, gps, icc, iptc, optics, thumbnails, times, xmp
from theodolite.evidence import tags as tag
from theodolite.evidence.formats import RAW_TYPES
from theodolite.evidence.tags import Tags

logging.getLogger("exifread").setLevel(logging.CRITICAL + 1)

_WHOLE_FILE = RAW_TYPES | {"image/tiff"}
_MAX_FIELDS = 800
_MAX_CHARACTERS = 250_000  # of all fields: what the decoder answers has a limit
_MAX_PROBLEMS = 50
_SECONDS = 2.0
_MAX_THUMBNAIL = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Found:
    """``thumbnail``: the embedded JPEG as it stands, empty when there is none."""

    metadata: Metadata
    thumbnail: bytes = b""


def read(data: bytes, media_type: str, *, exif: bytes | None = None, packet: bytes | None = None) -> Metadata:
    """Metadata of the file ``data``; ``exif`` and ``packet`` are payloads a decoder found, used last."""
    return find(data, media_type, exif=exif, packet=packet).metadata


def find(data: bytes, media_type: str, *, exif: bytes | None = None, packet: bytes | None = None) -> Found:
    """As :func:`read`, with the embedded thumbnail."""
    problems: list[str] = []
    held = _payloads(data, media_type, problems)
    payload = data if media_type in _WHOLE_FILE else held.exif or exif or b""
    tags = _tags(payload, problems)
    properties = _properties(held.xmp or packet or tag.raw(payload, tags, "Image ApplicationNotes"), problems)
    resources = _resources(held.photoshop or tag.raw(payload, tags, "Image Tag 0x8649"))
    records = _records(resources, tag.raw(payload, tags, "Image IPTC/NAA"))
    place = gps.read(_exif_gps(tags), properties)
    problems += [words for _, words in place.faults]
    stated = times.read(tags, properties, problems)
    size = optics.claimed_size(tags, properties)
    profile = held.icc or tag.raw(payload, tags, "Image InterColorProfile")
    fields = tag.rows(tags, payload)
    fields += [(f"XMP {name}", tag.clean(value)) for name, value in sorted(properties.items())]
    fields += [(f"IPTC {name}", tag.clean(value)) for name, value in records]
    if resources:
        fields.append(("Photoshop Resources", ", ".join(f"0x{number:04X}" for number, _ in resources[:60])))
    fields += [(name, tag.clean(value)) for name, value in (*held.facts, *icc.facts(profile))]
    metadata = Metadata(
        gps=place.claim,
        taken_at=stated.taken or None,
        camera=optics.camera(tags, properties),
        serial=optics.serial(tags, properties),
        orientation=_orientation(tags),
        software=_software(tags, properties, held.facts),
        fields=_bounded(fields, problems),
        problems=tuple(problems[:_MAX_PROBLEMS]),
        digitised_at=stated.digitised,
        modified_at=stated.modified,
        gps_utc=place.utc,
        optics=optics.read(tags, properties, size),
        claimed_size=size,
        faults=place.faults,
    )
    return Found(metadata, b"" if media_type in _WHOLE_FILE else _thumbnail(payload, tags, resources))


def _bounded(fields: list[tuple[str, str]], problems: list[str]) -> tuple[tuple[str, str], ...]:
    """The fields that say something, as many as fit; what is left out is counted."""
    kept: list[tuple[str, str]] = []
    filled = [(name[: tag.MAX_VALUE], value) for name, value in fields if value]
    left = _MAX_CHARACTERS
    for name, value in filled[:_MAX_FIELDS]:
        left -= len(name) + len(value)
        if left < 0:
            break
        kept.append((name, value))
    if len(kept) < len(filled):
        problems.append(f"{len(filled) - len(kept)} more metadata fields are not listed")
    return tuple(kept)


def with_thumbnail(found: Found, picture: Image.Image) -> Metadata:
    """The metadata with what comparing the thumbnail to the upright ``picture`` says."""
    if not found.thumbnail:
        return found.metadata
    try:
        with _at_most(_SECONDS):
            compared = thumbnails.compare(found.thumbnail, picture, found.metadata.orientation)
    except _TooSlow:
        return found.metadata
    return replace(found.metadata, thumbnail=compared)


def orientation(data: bytes, media_type: str) -> int:
    """EXIF's orientation alone, 1 to 8: what pixels need, without reading the rest."""
    held = None if media_type in _WHOLE_FILE else _payloads(data, media_type, []).exif
    return _orientation(_tags(data if media_type in _WHOLE_FILE else held, [], ways=(False,)))


def _payloads(data: bytes, media_type: str, problems: list[str]) -> containers.Payloads:
    try:
        with _at_most(_SECONDS):
            held = containers.find(data, media_type)
    except _TooSlow:
        problems.append("the file's structure is damaged (it has no end)")
        return containers.Payloads()
    problems += held.problems
    return held


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


def _properties(packet: bytes | None, problems: list[str]) -> dict[str, str]:
    if not packet:
        return {}
    try:
        with _at_most(_SECONDS):
            return xmp.parse(packet)
    except (ValueError, _TooSlow):
        problems.append("XMP is damaged")
        return {}


def _resources(block: bytes) -> list[tuple[int, bytes]]:
    return list(iptc.resources(block)) if block else []


def _records(resources: list[tuple[int, bytes]], direct: bytes) -> list[tuple[str, str]]:
    """IPTC records from Photoshop's resource, else from TIFF's own tag 33723."""
    blocks = [body for number, body in resources if number == iptc.IPTC_RESOURCE]
    return iptc.records(blocks[0] if blocks else direct)


def _thumbnail(payload: bytes, tags: Tags, resources: list[tuple[int, bytes]]) -> bytes:
    """The JPEG of EXIF's second directory, else that of Photoshop's resource."""
    start = tag.integer(tags, "Thumbnail JPEGInterchangeFormat")
    size = tag.integer(tags, "Thumbnail JPEGInterchangeFormatLength")
    if start and size and 0 < start < len(payload) and 0 < size <= _MAX_THUMBNAIL:
        return payload[start : start + size]
    for number, body in resources:
        if number in iptc.THUMBNAIL_RESOURCES and (jpeg := iptc.thumbnail(body)):
            return jpeg[:_MAX_THUMBNAIL]
    return b""


def _exif_gps(tags: Tags) -> gps.ExifGps:
    return gps.ExifGps(
        latitude=tag.rationals(tags, "GPS GPSLatitude"),
        latitude_ref=tag.text(tags, "GPS GPSLatitudeRef"),
        longitude=tag.rationals(tags, "GPS GPSLongitude"),
        longitude_ref=tag.text(tags, "GPS GPSLongitudeRef"),
        altitude=tag.single(tags, "GPS GPSAltitude"),
        altitude_ref=tag.integer(tags, "GPS GPSAltitudeRef"),
        direction=tag.single(tags, "GPS GPSImgDirection"),
        direction_ref=tag.text(tags, "GPS GPSImgDirectionRef"),
        track=tag.single(tags, "GPS GPSTrack"),
        track_ref=tag.text(tags, "GPS GPSTrackRef"),
        speed=tag.single(tags, "GPS GPSSpeed"),
        speed_ref=tag.text(tags, "GPS GPSSpeedRef"),
        dop=tag.single(tags, "GPS GPSDOP"),
        error=tag.single(tags, "GPS Tag 0x001F"),
        datum=tag.text(tags, "GPS GPSMapDatum"),
        status=tag.text(tags, "GPS GPSStatus"),
        time=tag.rationals(tags, "GPS GPSTimeStamp"),
        date=tag.text(tags, "GPS GPSDate"),
    )


def _orientation(tags: Tags) -> int:
    """1 to 8 as in Exif 4.6.4.1; anything else counts as 1, upright. Viewers ignore XMP's; so do we."""
    value = tag.integer(tags, "Image Orientation")
    return value if value is not None and 1 <= value <= 8 else 1


def _software(tags: Tags, properties: Mapping[str, str], facts: tuple[tuple[str, str], ...]) -> str | None:
    named = tag.first(tags, "Image Software") or tag.clean(properties.get("xmp:CreatorTool", ""))
    return named or tag.clean(dict(facts).get("PNG Software", "")) or None
