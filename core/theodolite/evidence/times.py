"""The times a file states, each by the camera's clock unless it says more. Pure rules over raw values.

Exif 2.32: DateTimeOriginal, DateTimeDigitized and DateTime with their OffsetTime and SubSecTime tags.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from theodolite.evidence import tags as tag
from theodolite.evidence.tags import Tags

_TIME = re.compile(
    r"^\s*(\d{4})\D(\d{1,2})\D(\d{1,2})[ T]+(\d{1,2}):(\d{1,2})(?::(\d{1,2})(\.\d+)?)?"
    r"\s*(Z|[+-]\d{1,2}:?\d{2})?\s*$"
)
_OFFSET = re.compile(r"^([+-])(\d{1,2}):?(\d{2})$")
_DIGITS = re.compile(r"^\s*(\d{1,9})\s*$")


@dataclass(frozen=True, slots=True)
class Times:
    """``taken``: when the shutter opened; never a modification time. '' where the file is silent."""

    taken: str = ""
    digitised: str = ""
    modified: str = ""


def iso_time(text: str, offset: str | None = None, fraction: str | None = None) -> str | None:
    """An EXIF or XMP time as ISO 8601, with the UTC offset where the file states one; None if no time.

    ``fraction``: digits of SubSecTime; they are parts of a second, and left out when all are zero.
    """
    match = _TIME.match(text)
    if not match:
        return None
    year, month, day, hour, minute, second = (int(group or 0) for group in match.groups()[:6])
    try:
        moment = datetime(year, month, day, hour, minute, min(second, 59))  # noqa: DTZ001 - camera's clock
    except ValueError:
        return None
    zone = match.group(8) or (offset or "").strip()
    if (parts := _OFFSET.match(zone)) and int(parts.group(2)) <= 14 and int(parts.group(3)) < 60:
        zone = f"{parts.group(1)}{int(parts.group(2)):02d}:{parts.group(3)}"
    elif zone != "Z":
        zone = ""
    decimals = match.group(7) or ""
    if not decimals and (digits := _DIGITS.match(fraction or "")) and int(digits.group(1)):
        decimals = f".{digits.group(1)}"
    return moment.isoformat() + decimals + zone


def read(tags: Tags, properties: Mapping[str, str], problems: list[str]) -> Times:
    """EXIF's times first, then XMP's."""
    stated = tag.text(tags, "EXIF DateTimeOriginal") or tag.text(tags, "Image DateTimeOriginal")
    changed = tag.text(tags, "Image DateTime")
    zone = tag.text(tags, "EXIF OffsetTimeOriginal")
    if zone is None and changed == stated:  # OffsetTime is that of DateTime, which here is the same moment
        zone = tag.text(tags, "EXIF OffsetTime")
    return Times(
        taken=_first(
            problems,
            ("EXIF", stated, zone, tag.text(tags, "EXIF SubSecTimeOriginal")),
            ("XMP", properties.get("exif:DateTimeOriginal"), None, None),
        ),
        digitised=_first(
            [],
            (
                "EXIF",
                tag.text(tags, "EXIF DateTimeDigitized"),
                tag.text(tags, "EXIF OffsetTimeDigitized"),
                tag.text(tags, "EXIF SubSecTimeDigitized"),
            ),
            ("XMP", properties.get("exif:DateTimeDigitized") or properties.get("xmp:CreateDate"), None, None),
        ),
        modified=_first(
            [],
            ("EXIF", changed, tag.text(tags, "EXIF OffsetTime"), tag.text(tags, "EXIF SubSecTime")),
            ("XMP", properties.get("xmp:ModifyDate"), None, None),
        ),
    )


def _first(problems: list[str], *stated: tuple[str, str | None, str | None, str | None]) -> str:
    for source, text, zone, fraction in stated:
        if not text:
            continue
        moment = iso_time(text, zone, fraction)
        if moment:
            return moment
        problems.append(f"{source} time {text[:40]!r} is no time")
    return ""
