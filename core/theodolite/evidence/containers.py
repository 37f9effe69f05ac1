"""Where EXIF, XMP, IPTC and the rest lie inside each container format.

Written by us rather than taken from the decoders, so that a file whose pixels are broken still says what
it claims about itself. Everything is bounds-checked slicing over ``bytes``; malformed input yields fewer
payloads, never an exception. Runs inside the decode sandbox only.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from theodolite.evidence import boxes
from theodolite.evidence.boxes import Part

_XMP_JPEG = b"http://ns.adobe.com/xap/1.0/\x00"
_XMP_MORE = b"http://ns.adobe.com/xmp/extension/\x00"
_PHOTOSHOP = b"Photoshop 3.0\x00"
_ICC = b"ICC_PROFILE\x00"
_LIMIT = 16 * 1024 * 1024
_TEXT_LIMIT = 64 * 1024
_FACTS = 100
_GIF_BLOCKS = 20_000
_SAMSUNG_UTC = re.compile(rb"Image_UTC_Data(\d{13})")
_FRAMES = {0xC0: "baseline", 0xC1: "extended sequential", 0xC2: "progressive", 0xC3: "lossless"}


@dataclass(frozen=True, slots=True)
class Payloads:
    """``exif`` starts with a TIFF header, ``xmp`` is a packet, ``photoshop`` a chain of 8BIM resources.

    ``facts``: (name, text) of what the container itself says: comments, text chunks, sizes, trailers.
    """

    exif: bytes | None = None
    xmp: bytes | None = None
    photoshop: bytes = b""
    icc: bytes = b""
    facts: tuple[tuple[str, str], ...] = ()
    problems: tuple[str, ...] = ()


def find(data: bytes, media_type: str) -> Payloads:
    """The first EXIF and the first XMP payload of ``data``, and what else its container holds."""
    first: dict[str, bytes] = {}
    photoshop, icc = b"", b""
    facts: list[tuple[str, str]] = []
    problems: list[str] = []
    try:
        for kind, payload in _walk(data, media_type):
            if kind == "exif":
                if (start := _tiff_start(payload)) is not None:
                    first.setdefault(kind, start)
            elif kind == "xmp":
                first.setdefault(kind, payload)
            elif kind == "photoshop":
                photoshop += payload
            elif kind == "icc":
                icc += payload
            elif kind == "problem":
                problems.append(payload.decode("ascii"))
            elif len(facts) < _FACTS:
                facts.append((kind, payload.decode("utf-8", "replace")))
    except (struct.error, zlib.error, IndexError, ValueError):
        problems.append("the file's structure is damaged; metadata may be incomplete")
    return Payloads(first.get("exif"), first.get("xmp"), photoshop, icc, tuple(facts), tuple(problems))


def _walk(data: bytes, media_type: str) -> Iterator[Part]:
    if media_type == "image/jpeg":
        return _jpeg(data)
    if media_type == "image/png":
        return _png(data)
    if media_type == "image/webp":
        return _webp(data)
    if media_type == "image/gif":
        return _gif(data)
    if media_type == "image/jxl":
        return boxes.jxl(data)
    if media_type in ("image/avif",) or media_type.startswith(("image/heic", "image/heif")):
        return boxes.heif(data)
    return iter(())


def _tiff_start(payload: bytes) -> bytes | None:
    """``payload`` from its TIFF header on; some writers put ``Exif\\0\\0`` or a length before it."""
    for marker in (b"II*\x00", b"MM\x00*"):
        at = payload.find(marker, 0, 64)
        if at >= 0:
            return payload[at:]
    return payload[6:] if payload.startswith(b"Exif\x00\x00") and len(payload) > 14 else None


def _jpeg(data: bytes) -> Iterator[Part]:
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
            yield from _trailer(data, at)
            return
        length = struct.unpack_from(">H", data, at + 2)[0]
        yield from _segment(marker, data[at + 4 : at + 2 + length])
        at += 2 + max(length, 2)


def _segment(marker: int, body: bytes) -> Iterator[Part]:
    if marker == 0xE1 and body.startswith(b"Exif\x00"):
        yield "exif", body
    elif marker == 0xE1 and body.startswith(_XMP_JPEG):
        yield "xmp", body[len(_XMP_JPEG) :]
    elif marker == 0xE1 and body.startswith(_XMP_MORE):
        yield "JPEG Extended XMP", b"%d bytes, not read" % len(body)
    elif marker == 0xED and body.startswith(_PHOTOSHOP):
        yield "photoshop", body[len(_PHOTOSHOP) :]
    elif marker == 0xE2 and body.startswith(_ICC):
        yield "icc", body[len(_ICC) + 2 :]
    elif marker == 0xE2 and body.startswith(b"MPF\x00"):
        yield "JPEG Multi-Picture", b"further pictures in the same file"
    elif marker == 0xEC and body.startswith(b"Ducky"):
        yield "JPEG Ducky", b"written by Photoshop's Save for Web"
    elif marker == 0xEE and body.startswith(b"Adobe") and len(body) >= 12:
        yield "JPEG Adobe", b"colour transform %d" % body[11]
    elif marker == 0xE0 and body.startswith(b"JFIF\x00") and len(body) >= 12:
        unit, across, down = struct.unpack_from(">BHH", body, 7)
        yield "JFIF Density", f"{across} x {down} {('', 'per inch', 'per cm')[min(unit, 2)]}".strip().encode()
    elif marker == 0xFE:
        yield "JPEG Comment", body[:_TEXT_LIMIT]
    elif marker in _FRAMES and len(body) >= 6:
        height, width = struct.unpack_from(">HH", body, 1)
        yield "JPEG Size", f"{width} x {height}".encode()
        yield "JPEG Process", _FRAMES[marker].encode()


def _trailer(data: bytes, scan: int) -> Iterator[Part]:
    """What follows the end of the picture: other pictures, a motion photo's video, a maker's records.

    Inside a scan 0xFF is always followed by 0x00 or a restart marker (ITU-T T.81, F.1.2.3), so the first
    end marker after its start is the real one.
    """
    end = data.find(b"\xff\xd9", scan)
    rest = len(data) - end - 2 if end >= 0 else 0
    if rest <= 0:
        return
    kinds = []
    if data.find(b"MotionPhoto_Data", end) >= 0 or data.find(b"ftypmp4", end) >= 0:
        kinds.append(b"a video (motion photo)")
    elif data.find(b"ftyp", end) >= 0:
        kinds.append(b"a video or HEIF picture")
    if data.find(b"\xff\xd8\xff", end) >= 0:
        kinds.append(b"a further JPEG picture")
    if data[-4:] == b"SEFT":
        kinds.append(b"Samsung's records")
    yield "JPEG Trailer", b"%d bytes after the picture: " % rest + (b", ".join(kinds) or b"of unknown kind")
    if data.find(b"PhotoEditor_Re_Edit_Data", end) >= 0:
        yield "Samsung Re-Edit", b"the maker's own photo editor left what it needs to undo its changes"
    if match := _SAMSUNG_UTC.search(data, max(end, len(data) - 256 * 1024)):
        yield "Samsung Image_UTC_Data", match[1]


def _png(data: bytes) -> Iterator[Part]:
    at = 8
    texts = 0
    while at + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        body = data[at + 8 : at + 8 + length]
        if kind == b"eXIf":
            yield "exif", body
        elif kind in (b"tEXt", b"zTXt", b"iTXt") and texts < _FACTS:
            texts += 1
            yield from _png_text(kind, body)
        elif kind == b"iCCP":
            name, _, packed = body.partition(b"\x00")
            yield "PNG Profile Name", name
            yield "icc", _inflate(packed[1:], _LIMIT)
        elif kind == b"tIME" and length == 7:
            year, *rest = struct.unpack(">H5B", body)
            yield "PNG Modified", "{:04d}-{:02d}-{:02d}T{:02d}:{:02d}:{:02d}Z".format(year, *rest).encode()
        elif kind == b"pHYs" and length == 9:
            across, down, unit = struct.unpack(">IIB", body)
            yield "PNG Density", f"{across} x {down}{' per metre' if unit else ''}".encode()
        at += 12 + length


def _png_text(kind: bytes, body: bytes) -> Iterator[Part]:
    """One text chunk (PNG, third edition, 11.3.3); ImageMagick hides EXIF, XMP and IPTC in some."""
    keyword, _, rest = body.partition(b"\x00")
    packed = kind == b"zTXt"
    if kind == b"iTXt":
        packed, rest = rest[:1] == b"\x01", rest[2:].split(b"\x00", 2)[-1]
    elif packed:
        rest = rest[1:]
    profile = keyword.removeprefix(b"Raw profile type ").lower()
    special = keyword in (b"XML:com.adobe.xmp",) or profile != keyword.lower()
    text = _inflate(rest, _LIMIT if special else _TEXT_LIMIT) if packed else rest
    if keyword == b"XML:com.adobe.xmp":
        yield "xmp", text
    elif profile != keyword.lower():
        # ImageMagick: name, length and hexadecimal digits.
        raw = bytes.fromhex(b"".join(text.split()[2:]).decode("ascii"))
        if profile in (b"exif", b"app1"):
            yield ("xmp", raw[len(_XMP_JPEG) :]) if raw.startswith(_XMP_JPEG) else ("exif", raw)
        elif profile in (b"iptc", b"8bim"):
            yield "photoshop", raw
        elif profile == b"xmp":
            yield "xmp", raw
        elif profile in (b"icc", b"icm"):
            yield "icc", raw
    else:
        name = "PNG " + keyword[:79].decode("latin-1")
        yield name, text if kind == b"iTXt" else text.decode("latin-1").encode()


def _inflate(packed: bytes, limit: int) -> bytes:
    return zlib.decompressobj().decompress(packed, limit)


def _webp(data: bytes) -> Iterator[Part]:
    at = 12
    while at + 8 <= len(data):
        kind, length = struct.unpack_from("<4sI", data, at)
        body = data[at + 8 : at + 8 + length]
        if kind == b"EXIF":
            yield "exif", body
        elif kind == b"XMP ":
            yield "xmp", body
        elif kind == b"ICCP":
            yield "icc", body
        elif kind == b"VP8X" and length >= 10:
            width, height = (int.from_bytes(body[n : n + 3], "little") + 1 for n in (4, 7))
            yield "WebP Canvas", f"{width} x {height}".encode()
        at += 8 + length + (length & 1)


def _gif(data: bytes) -> Iterator[Part]:
    """XMP in a GIF is an application extension whose packet runs raw to a 258-byte trailer."""
    at = data.find(b"\x21\xff\x0bXMP DataXMP")
    end = data.find(b"\x01\xff\xfe\xfd", at)
    if at >= 0 and end > at:
        yield "xmp", data[at + 14 : end]
    yield from _gif_comments(data)


def _gif_comments(data: bytes) -> Iterator[Part]:
    """Comment and application extensions (GIF89a, 24 and 26), block by block from the start."""
    at = 13 + (3 << (data[10] & 7) + 1 if data[10] & 0x80 else 0)
    for _ in range(_GIF_BLOCKS):
        kind = data[at]
        if kind == 0x21:
            body, end = _gif_blocks(data, at + 2)
            if data[at + 1] == 0xFE:
                yield "GIF Comment", body
            elif data[at + 1] == 0xFF:
                yield "GIF Application", body[:11]
            at = end
        elif kind == 0x2C:
            packed = data[at + 9]
            at = _gif_blocks(data, at + 11 + (3 << (packed & 7) + 1 if packed & 0x80 else 0))[1]
        else:
            return


def _gif_blocks(data: bytes, at: int) -> tuple[bytes, int]:
    """The first 64 KiB of a chain of sub-blocks, and where it ends."""
    body = b""
    while size := data[at]:
        if len(body) < _TEXT_LIMIT:
            body += data[at + 1 : at + 1 + size]
        at += 1 + size
    return body, at + 1
