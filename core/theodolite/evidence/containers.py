"""Where the EXIF and XMP payloads lie inside each container format.

Written by us rather than taken from the decoders, so that a file whose pixels are broken still says what
it claims about itself. Everything is bounds-checked slicing over ``bytes``; malformed input yields fewer
payloads, never an exception other than :class:`struct.error`, which the caller treats as the end.
Runs inside the decode sandbox only.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

_XMP_JPEG = b"http://ns.adobe.com/xap/1.0/\x00"
_LIMIT = 16 * 1024 * 1024
_BOXES = 4096


@dataclass(frozen=True, slots=True)
class Payloads:
    """``exif`` starts with a TIFF header (or is None), ``xmp`` is a packet (or None)."""

    exif: bytes | None = None
    xmp: bytes | None = None
    problems: tuple[str, ...] = ()


def find(data: bytes, media_type: str) -> Payloads:
    """The first EXIF and the first XMP payload of ``data``."""
    exif: bytes | None = None
    xmp: bytes | None = None
    problems: list[str] = []
    try:
        for kind, payload in _walk(data, media_type):
            if kind == "exif" and exif is None:
                exif = _tiff_start(payload)
            elif kind == "xmp" and xmp is None:
                xmp = payload
            elif kind == "problem":
                problems.append(payload.decode("ascii"))
    except (struct.error, zlib.error, IndexError, ValueError):
        problems.append("the file's structure is damaged; metadata may be incomplete")
    return Payloads(exif, xmp, tuple(problems))


def _walk(data: bytes, media_type: str) -> Iterator[tuple[str, bytes]]:
    if media_type == "image/jpeg":
        return _jpeg(data)
    if media_type == "image/png":
        return _png(data)
    if media_type == "image/webp":
        return _webp(data)
    if media_type == "image/gif":
        return _gif(data)
    if media_type == "image/jxl":
        return _jxl(data)
    if media_type in ("image/avif",) or media_type.startswith(("image/heic", "image/heif")):
        return _heif(data)
    return iter(())


def _tiff_start(payload: bytes) -> bytes | None:
    """``payload`` from its TIFF header on; some writers put ``Exif\\0\\0`` or a length before it."""
    for marker in (b"II*\x00", b"MM\x00*"):
        at = payload.find(marker, 0, 64)
        if at >= 0:
            return payload[at:]
    return payload[6:] if payload.startswith(b"Exif\x00\x00") and len(payload) > 14 else None


def _jpeg(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Segments up to the scan. A wrong segment length is survived by looking for the next marker."""
    at = 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            at = data.find(b"\xff", at)
            if at < 0:
                return
            continue
        marker = data[at + 1]
        if marker == 0xFF or marker == 0x00 or 0xD0 <= marker <= 0xD8:
            at += 1 if marker == 0xFF else 2
            continue
        if marker in (0xDA, 0xD9):
            return
        length = struct.unpack_from(">H", data, at + 2)[0]
        body = data[at + 4 : at + 2 + length]
        if marker == 0xE1 and body.startswith(b"Exif\x00"):
            yield "exif", body
        elif marker == 0xE1 and body.startswith(_XMP_JPEG):
            yield "xmp", body[len(_XMP_JPEG) :]
        at += 2 + max(length, 2)


def _png(data: bytes) -> Iterator[tuple[str, bytes]]:
    at = 8
    while at + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        body = data[at + 8 : at + 8 + length]
        if kind == b"eXIf":
            yield "exif", body
        elif kind == b"iTXt" and body.startswith(b"XML:com.adobe.xmp\x00"):
            compressed, rest = body[18], body[20:]
            text = rest.split(b"\x00", 2)[2]
            yield "xmp", _inflate(text) if compressed else text
        elif kind == b"zTXt" and body.startswith(
            (b"Raw profile type exif\x00", b"Raw profile type APP1\x00")
        ):
            # ImageMagick: name, length and hexadecimal digits, deflated.
            lines = _inflate(body.split(b"\x00", 1)[1][1:]).split()
            yield "exif", bytes.fromhex(b"".join(lines[2:]).decode("ascii"))
        at += 12 + length


def _inflate(packed: bytes) -> bytes:
    return zlib.decompressobj().decompress(packed, _LIMIT)


def _webp(data: bytes) -> Iterator[tuple[str, bytes]]:
    at = 12
    while at + 8 <= len(data):
        kind, length = struct.unpack_from("<4sI", data, at)
        body = data[at + 8 : at + 8 + length]
        if kind == b"EXIF":
            yield "exif", body
        elif kind == b"XMP ":
            yield "xmp", body
        at += 8 + length + (length & 1)


def _gif(data: bytes) -> Iterator[tuple[str, bytes]]:
    """XMP in a GIF is an application extension whose packet runs raw to a 258-byte trailer."""
    at = data.find(b"\x21\xff\x0bXMP DataXMP")
    end = data.find(b"\x01\xff\xfe\xfd", at)
    if at >= 0 and end > at:
        yield "xmp", data[at + 14 : end]


def _boxes(data: bytes, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """ISO base media boxes in ``data[start:end]`` as (type, body start, body end)."""
    at = start
    for _ in range(_BOXES):
        if at + 8 > end:
            return
        size, kind = struct.unpack_from(">I4s", data, at)
        body = at + 8
        if size == 1:
            size = struct.unpack_from(">Q", data, body)[0]
            body += 8
        stop = end if size == 0 else at + size
        if size and size < body - at:
            return
        yield kind, body, min(stop, end)
        at = stop


def _jxl(data: bytes) -> Iterator[tuple[str, bytes]]:
    for kind, start, end in _boxes(data, 0, len(data)):
        if kind == b"Exif":
            yield "exif", data[start + 4 : end]
        elif kind == b"xml ":
            yield "xmp", data[start:end]
        elif kind == b"brob" and data[start : start + 4] in (b"Exif", b"xml "):
            name = "EXIF" if data[start : start + 4] == b"Exif" else "XMP"
            yield "problem", f"the {name} block is Brotli-compressed and was left to the decoder".encode()


def _heif(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Items of the ``meta`` box (ISO/IEC 14496-12, 8.11): types from ``iinf``, places from ``iloc``."""
    for kind, start, end in _boxes(data, 0, len(data)):
        if kind != b"meta":
            continue
        types: dict[int, str] = {}
        places: dict[int, list[tuple[int, int, int]]] = {}
        idat = 0
        for inner, first, last in _boxes(data, start + 4, end):
            if inner == b"iinf":
                types = dict(_item_types(data, first, last))
            elif inner == b"iloc":
                places = _item_places(data, first)
            elif inner == b"idat":
                idat = first
        for item, name in types.items():
            extents = places.get(item, [])
            body = b"".join(
                data[offset + idat * (method == 1) : offset + idat * (method == 1) + length]
                for method, offset, length in extents
                if method in (0, 1) and length < _LIMIT
            )
            if body:
                yield name, body
        return


def _item_types(data: bytes, start: int, end: int) -> Iterator[tuple[int, str]]:
    wide = data[start] > 0
    for kind, first, last in _boxes(data, start + (8 if wide else 6), end):
        if kind != b"infe" or data[first] < 2:
            continue
        if data[first] == 2:
            item, at = struct.unpack_from(">H", data, first + 4)[0], first + 8
        else:
            item, at = struct.unpack_from(">I", data, first + 4)[0], first + 10
        name = data[at : at + 4]
        if name == b"Exif":
            yield item, "exif"
        elif name == b"mime" and b"rdf+xml" in data[at + 4 : last]:
            yield item, "xmp"


def _item_places(data: bytes, start: int) -> dict[int, list[tuple[int, int, int]]]:
    """``iloc``: item -> extents as (construction method, offset, length)."""
    version = data[start]
    sizes, more = data[start + 4], data[start + 5]
    offset_size, length_size, base_size = sizes >> 4, sizes & 15, more >> 4
    index_size = more & 15 if version in (1, 2) else 0
    at = start + 6

    def take(size: int) -> int:
        nonlocal at
        if at + size > len(data):
            raise struct.error("iloc ends early")
        value = int.from_bytes(data[at : at + size], "big")
        at += size
        return value

    places: dict[int, list[tuple[int, int, int]]] = {}
    for _ in range(take(2 if version < 2 else 4)):
        item = take(2 if version < 2 else 4)
        method = take(2) & 15 if version in (1, 2) else 0
        take(2)
        base = take(base_size)
        extents = []
        for _ in range(take(2)):
            take(index_size)
            offset = take(offset_size)
            extents.append((method, base + offset, take(length_size)))
        places[item] = extents
    return places
