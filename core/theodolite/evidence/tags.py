"""The values of exifread's tags, each read with suspicion: types, counts and encodings may all be wrong.

Runs inside the decode sandbox. ``Tags`` maps exifread's names ('EXIF FocalLength') to its tag objects.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from theodolite.evidence.motion import Rational, ratio

Tags = Mapping[str, Any]

MAX_VALUE = 1000
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
_ENCODINGS = {b"ASCII\x00\x00\x00": "latin-1", b"UNICODE\x00": "utf-16", b"JIS\x00\x00\x00\x00\x00": "euc-jp"}
_SKIPPED = (
    "MakerNote",
    "ApplicationNotes",
    "Padding",
    "PhotoshopSettings",
    "ICCProfile",
    "InterColorProfile",
)
_LONG = ("EXIF UserComment", "Image ImageDescription", "Image XPComment", "Image XPTitle", "Image XPKeywords")


def clean(text: str) -> str:
    return _CONTROL.sub(" ", text).strip()[:MAX_VALUE]


def text(tags: Tags, name: str) -> str | None:
    tag = tags.get(name)
    if tag is None:
        return None
    value = tag.values if isinstance(tag.values, str | bytes) else str(tag)
    if isinstance(value, bytes):
        value = value.decode("latin-1")
    return clean(value) or None


def first(tags: Tags, *names: str) -> str | None:
    return next((found for found in (text(tags, name) for name in names) if found), None)


def rationals(tags: Tags, name: str) -> tuple[Rational, ...] | None:
    """Values of a tag as (numerator, denominator); None when absent or of another kind."""
    tag = tags.get(name)
    if tag is None or isinstance(tag.values, str | bytes):
        return None
    values: list[Rational] = []
    for value in tag.values:
        if isinstance(value, tuple):  # exifread keeps struct's tuple for floats
            value = value[0]
        try:
            values.append((value.numerator, value.denominator) if hasattr(value, "numerator") else (value, 1))
        except TypeError:
            return None
    return tuple(values)


def single(tags: Tags, name: str) -> Rational | None:
    values = rationals(tags, name)
    return values[0] if values else None


def number(tags: Tags, name: str) -> float | None:
    return ratio(single(tags, name))


def integer(tags: Tags, name: str) -> int | None:
    value = single(tags, name)
    return (
        int(value[0]) if value and value[1] == 1 and value[0] == value[0] and abs(value[0]) < 2**53 else None
    )


def raw(payload: bytes, tags: Tags, *names: str) -> bytes:
    """The bytes of the first of these tags inside the TIFF structure ``payload``; empty when absent.

    exifread leaves out values of a thousand items or more; their place in the file it still tells.
    """
    for name in names:
        tag = tags.get(name)
        if tag is None:
            continue
        start, size = getattr(tag, "field_offset", 0), getattr(tag, "field_length", 0)
        if isinstance(start, int) and isinstance(size, int) and 0 < start < len(payload) and size > 0:
            return payload[start : start + size]
    return b""


def rows(tags: Tags, payload: bytes) -> list[tuple[str, str]]:
    """Every readable field by name, in order: what it means, and its raw number where that is a code.

    Offsets into the file, padding and what describes the thumbnail say nothing and are left out.
    """
    found = []
    for name in sorted(tags):
        tag = tags[name]
        if (
            isinstance(tag, bytes)
            or name.endswith(_SKIPPED)
            or name.startswith("Thumbnail ")
            or " Tag 0x" in name
        ):
            continue
        shown = _long(payload, tags, name) if name in _LONG else ""
        shown = shown or clean(str(tag))
        if shown:
            found.append((name, shown + _code(tag, shown)))
    return found


def _code(tag: Any, shown: str) -> str:
    values = tag.values
    if (
        isinstance(values, list)
        and len(values) == 1
        and isinstance(values[0], int)
        and str(values[0]) != shown
    ):
        return f" ({values[0]})"
    return ""


def _long(payload: bytes, tags: Tags, name: str) -> str:
    """Comments with their encoding in front (Exif 4.6.5.4), and Windows' own in UTF-16."""
    body = raw(payload, tags, name)
    if not body:
        return ""
    if name.startswith("Image XP"):
        return clean(body.decode("utf-16-le", "replace"))
    if name == "EXIF UserComment":
        encoding = _ENCODINGS.get(body[:8])
        if encoding == "utf-16":
            little = body[8:12].count(0) and body[9:10] == b"\x00"
            return clean(body[8:].decode("utf-16-le" if little else "utf-16-be", "replace"))
        return clean(body[8:].decode(encoding or "latin-1", "replace"))
    return ""
