"""HEIF, AVIF and JPEG XL: payloads and properties inside ISO base media boxes.

ISO/IEC 14496-12 (boxes, 8.11 the ``meta`` box), ISO/IEC 23008-12 (image properties), ISO/IEC 18181-2.
Bounds-checked slicing over ``bytes``; malformed input raises :class:`struct.error` or IndexError at most,
which the caller treats as the end. Runs inside the decode sandbox only.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

_LIMIT = 16 * 1024 * 1024
_BOXES = 4096

Part = tuple[str, bytes]


def jxl(data: bytes) -> Iterator[Part]:
    for kind, start, end in _boxes(data, 0, len(data)):
        if kind == b"Exif":
            yield "exif", data[start + 4 : end]
        elif kind == b"xml ":
            yield "xmp", data[start:end]
        elif kind == b"jbrd":
            yield "JXL Reconstruction", b"a JPEG can be restored bit for bit"
        elif kind == b"brob" and data[start : start + 4] in (b"Exif", b"xml "):
            name = "EXIF" if data[start : start + 4] == b"Exif" else "XMP"
            yield "problem", f"the {name} block is Brotli-compressed and was left to the decoder".encode()


def heif(data: bytes) -> Iterator[Part]:
    """Brands, the items that hold metadata, and the properties of the primary item."""
    for kind, start, end in _boxes(data, 0, len(data)):
        if kind == b"ftyp":
            yield "HEIF Brand", data[start : start + 4]
            brands = [data[at : at + 4] for at in range(start + 8, min(end, start + 72), 4)]
            yield "HEIF Compatible Brands", b", ".join(brands)
        elif kind == b"meta":
            yield from _meta(data, start, end)
            return


def _meta(data: bytes, start: int, end: int) -> Iterator[Part]:
    """Items: types from ``iinf``, places from ``iloc``; properties from ``iprp`` for the item of ``pitm``."""
    types: dict[int, str] = {}
    places: dict[int, list[tuple[int, int, int]]] = {}
    idat = primary = 0
    properties: tuple[int, int] | None = None
    for inner, first, last in _boxes(data, start + 4, end):
        if inner == b"iinf":
            types = dict(_item_types(data, first, last))
        elif inner == b"iloc":
            places = _item_places(data, first)
        elif inner == b"idat":
            idat = first
        elif inner == b"pitm":
            primary = struct.unpack_from(">I" if data[first] else ">H", data, first + 4)[0]
        elif inner == b"iprp":
            properties = first, last
    for item, name in types.items():
        extents = places.get(item, [])
        body = b"".join(
            data[offset + idat * (method == 1) : offset + idat * (method == 1) + length]
            for method, offset, length in extents
            if method in (0, 1) and length < _LIMIT
        )
        if body:
            yield name, body
    if properties:
        yield from _properties(data, *properties, primary)


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


def _properties(data: bytes, start: int, end: int, primary: int) -> Iterator[Part]:
    """Size, turn, colour and the kinds of auxiliary pictures (depth, gain map)."""
    listed: list[tuple[bytes, int, int]] = []
    mine: set[int] = set()
    for kind, first, last in _boxes(data, start, end):
        if kind == b"ipco":
            listed = list(_boxes(data, first, last))
        elif kind == b"ipma":
            mine = _associated(data, first, primary)
    for number, (kind, first, last) in enumerate(listed, 1):
        if kind == b"auxC":
            yield "HEIF Auxiliary", data[first + 4 : min(last, first + 104)].split(b"\x00")[0]
        if number not in mine:
            continue
        if kind == b"ispe":
            width, height = struct.unpack_from(">II", data, first + 4)
            yield "HEIF Size", f"{width} x {height}".encode()
        elif kind == b"irot":
            yield "HEIF Rotation", f"{90 * (data[first] & 3)} degrees anticlockwise".encode()
        elif kind == b"imir":
            yield "HEIF Mirror", b"left to right" if data[first] & 1 else b"top to bottom"
        elif kind == b"colr" and data[first : first + 4] in (b"prof", b"rICC"):
            yield "icc", data[first + 4 : last]
        elif kind == b"pixi":
            yield "HEIF Bits", b", ".join(b"%d" % bits for bits in data[first + 5 : min(last, first + 9)])


def _associated(data: bytes, start: int, primary: int) -> set[int]:
    """``ipma``: the property numbers (from 1) of the item ``primary``."""
    version, wide = data[start], data[start + 3] & 1
    (count,) = struct.unpack_from(">I", data, start + 4)
    at = start + 8
    for _ in range(min(count, _BOXES)):
        (item,) = struct.unpack_from(">H" if version < 1 else ">I", data, at)
        at += 2 if version < 1 else 4
        size = data[at]
        at += 1
        if item == primary:
            if wide:
                return {struct.unpack_from(">H", data, at + 2 * n)[0] & 0x7FFF for n in range(size)}
            return {data[at + n] & 0x7F for n in range(size)}
        at += size * (2 if wide else 1)
    return set()
