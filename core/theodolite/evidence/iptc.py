"""IPTC-IIM records and the Photoshop image resources that carry them.

IPTC-NAA Information Interchange Model 4.2, and Adobe's "Photoshop File Formats", section "Image Resource
Blocks". Bounds-checked slicing; malformed input yields fewer records, never an exception. Runs inside the
decode sandbox.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

IPTC_RESOURCE = 0x0404
THUMBNAIL_RESOURCES = (0x040C, 0x0409)
_MAX_RECORDS = 1000
_MAX_BLOCKS = 500
_UTF8 = b"\x1b%G"

#: Dataset numbers of record 2 by the names exiftool and the standard give them.
_NAMES = {
    5: "ObjectName",
    7: "EditStatus",
    10: "Urgency",
    15: "Category",
    20: "SupplementalCategories",
    25: "Keywords",
    26: "ContentLocationCode",
    27: "ContentLocationName",
    40: "SpecialInstructions",
    55: "DateCreated",
    60: "TimeCreated",
    62: "DigitalCreationDate",
    63: "DigitalCreationTime",
    65: "OriginatingProgram",
    70: "ProgramVersion",
    80: "By-line",
    85: "By-lineTitle",
    90: "City",
    92: "Sub-location",
    95: "Province-State",
    100: "Country-PrimaryLocationCode",
    101: "Country-PrimaryLocationName",
    103: "OriginalTransmissionReference",
    105: "Headline",
    110: "Credit",
    115: "Source",
    116: "CopyrightNotice",
    118: "Contact",
    120: "Caption-Abstract",
    122: "Writer-Editor",
}


def resources(block: bytes) -> Iterator[tuple[int, bytes]]:
    """(identifier, data) of each '8BIM' resource in ``block``, in order."""
    at = 0
    for _ in range(_MAX_BLOCKS):
        at = block.find(b"8BIM", at)
        if at < 0 or at + 12 > len(block):
            return
        (number,) = struct.unpack_from(">H", block, at + 4)
        name = block[at + 6]
        start = at + 6 + 1 + name + (1 - name % 2)  # the name is padded to an even length
        if start + 4 > len(block):
            return
        (size,) = struct.unpack_from(">I", block, start)
        yield number, block[start + 4 : start + 4 + size]
        if start + 4 + size > len(block):
            return
        at = start + 4 + size + size % 2


def records(data: bytes) -> list[tuple[str, str]]:
    """(name, text) of each dataset of the application record (2), in order; repeated names repeat."""
    found: list[tuple[str, str]] = []
    utf8 = False
    for record, number, value in _datasets(data):
        if (record, number) == (1, 90):
            utf8 = value.startswith(_UTF8)
        elif record == 2 and number in _NAMES:
            text = _decoded(value, utf8)
            if text:
                found.append((_NAMES[number], text))
    return found


def thumbnail(resource: bytes) -> bytes | None:
    """The JPEG inside Photoshop's thumbnail resource (28 bytes of header, format 1)."""
    if len(resource) > 30 and resource[:4] == b"\x00\x00\x00\x01" and resource[28:30] == b"\xff\xd8":
        return resource[28:]
    return None


def _datasets(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    at = data.find(b"\x1c")
    for _ in range(_MAX_RECORDS):
        if at < 0 or at + 5 > len(data) or data[at] != 0x1C:
            return
        record, number = data[at + 1], data[at + 2]
        (size,) = struct.unpack_from(">H", data, at + 3)
        start = at + 5
        if size & 0x8000:  # extended: the length of the length
            wide = size & 0x7FFF
            if wide > 4 or start + wide > len(data):
                return
            size = int.from_bytes(data[start : start + wide], "big")
            start += wide
        yield record, number, data[start : start + size]
        at = start + size


def _decoded(value: bytes, utf8: bool) -> str:
    """UTF-8 where it is declared or fits; else Latin 1, which nobody declares and everybody writes."""
    try:
        text = value.decode("utf-8")
    except UnicodeDecodeError:
        text = value.decode("utf-8", "replace") if utf8 else value.decode("latin-1")
    return text.strip("\x00 \r\n\t")
