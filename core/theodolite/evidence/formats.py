"""What a file is, by its leading bytes alone; names and extensions are never believed.

`sniff` returns a media type for every image or video format that intake keeps, or None. A format that is
kept is not necessarily one that can be shown: `pillow_format` says which decoder may look at it.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path

HEAD_BYTES = 65536
"""How much of a file :func:`sniff` wants to see; raw files describe themselves in their first page."""

_ISO_BRANDS = {
    b"heic": "image/heic",
    b"heix": "image/heic",
    b"heim": "image/heic",
    b"heis": "image/heic",
    b"hevc": "image/heic-sequence",
    b"hevx": "image/heic-sequence",
    b"mif1": "image/heif",
    b"mif2": "image/heif",
    b"msf1": "image/heif-sequence",
    b"avif": "image/avif",
    b"avis": "image/avif",
    b"crx ": "image/x-canon-cr3",
    b"qt  ": "video/quicktime",
}
_QUICKTIME_ATOMS = (b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot")
_BMP_HEADERS = (12, 40, 52, 56, 64, 108, 124)

_PILLOW = {
    "image/jpeg": "JPEG",
    "image/png": "PNG",
    "image/webp": "WEBP",
    "image/tiff": "TIFF",
    "image/gif": "GIF",
    "image/bmp": "BMP",
    "image/heic": "HEIF",
    "image/heif": "HEIF",
    "image/heic-sequence": "HEIF",
    "image/heif-sequence": "HEIF",
    "image/avif": "AVIF",
    "image/jxl": "JXL",
}
RAW_TYPES = frozenset(
    {
        "image/x-adobe-dng",
        "image/x-sony-arw",
        "image/x-nikon-nef",
        "image/x-pentax-pef",
        "image/x-canon-cr2",
        "image/x-canon-cr3",
        "image/x-olympus-orf",
        "image/x-panasonic-rw2",
        "image/x-fuji-raf",
    }
)
"""Camera raw files: shown by their embedded preview."""


def pillow_format(media_type: str) -> str | None:
    """The one Pillow plugin that may open ``media_type``; None: no plugin may."""
    return _PILLOW.get(media_type)


def is_video(media_type: str) -> bool:
    return media_type.startswith("video/")


def sniff_file(path: Path) -> str | None:
    """Media type of the file at ``path``; unlike :func:`sniff` it finds a TIFF directory at the end."""
    with path.open("rb") as stream:

        def read(offset: int, size: int) -> bytes:
            stream.seek(offset)
            return stream.read(size)

        return _sniff(stream.read(HEAD_BYTES), read)


def sniff(head: bytes) -> str | None:
    """Media type of a file that starts with ``head``; None when it is no image or video we know."""
    return _sniff(head, lambda offset, size: head[offset : offset + size])


_Read = Callable[[int, int], bytes]
"""Bytes of the file from an offset, at most so many."""


def _sniff(head: bytes, read: _Read) -> str | None:
    if head.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if head[:6] in (b"GIF87a", b"GIF89a"):
        return "image/gif"
    if head.startswith((b"\xff\x0a", b"\x00\x00\x00\x0cJXL \r\n\x87\n")):
        return "image/jxl"
    if head.startswith(b"RIFF"):
        return {b"WEBP": "image/webp", b"AVI ": "video/x-msvideo"}.get(head[8:12])
    if head.startswith(b"\x1aE\xdf\xa3"):
        return "video/webm" if b"webm" in head[:64] else "video/x-matroska"
    if head.startswith(b"FUJIFILMCCD-RAW"):
        return "image/x-fuji-raf"
    if head[:4] in (b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+"):
        return _sniff_tiff(head, read)
    if head[:4] in (b"IIRO", b"IIRS", b"MMOR"):
        return "image/x-olympus-orf"
    if head.startswith(b"IIU\x00"):
        return "image/x-panasonic-rw2"
    if head[:2] == b"BM" and len(head) >= 18 and struct.unpack_from("<I", head, 14)[0] in _BMP_HEADERS:
        return "image/bmp"
    return _sniff_iso(head)


def _sniff_iso(head: bytes) -> str | None:
    """ISO base media files: the major brand decides, a compatible brand settles ``mif1``."""
    if head[4:8] != b"ftyp":
        return "video/quicktime" if head[4:8] in _QUICKTIME_ATOMS else None
    size = min(max(struct.unpack_from(">I", head)[0], 16), 256)
    major = head[8:12]
    brands = [head[i : i + 4] for i in range(16, min(size, len(head)), 4)]
    if major in (b"mif1", b"msf1", b"mif2") and (b"avif" in brands or b"avis" in brands):
        return "image/avif"
    return _ISO_BRANDS.get(major, "video/mp4")


def _sniff_tiff(head: bytes, read: _Read) -> str:
    """TIFF, or the camera raw format that its first directory gives away."""
    if head[8:10] == b"CR":
        return "image/x-canon-cr2"
    order = "<" if head[:2] == b"II" else ">"
    tags, make = set(), b""
    try:
        offset = struct.unpack_from(order + "I", head, 4)[0]
        count = struct.unpack(order + "H", read(offset, 2))[0]
        for entry in struct.iter_unpack(order + "HHII", _whole(read(offset + 2, 12 * count), 12)):
            tags.add(entry[0])
            if entry[0] == 0x010F and entry[2] > 4:
                make = read(entry[3], min(entry[2], 64)).upper()
    except (struct.error, OverflowError, OSError):
        return "image/tiff"
    if 0xC612 in tags:  # DNGVersion
        return "image/x-adobe-dng"
    if 0x014A in tags:  # SubIFDs: the sensor data lies below a preview
        for name, media_type in (
            (b"SONY", "image/x-sony-arw"),
            (b"NIKON", "image/x-nikon-nef"),
            (b"PENTAX", "image/x-pentax-pef"),
        ):
            if make.startswith(name):
                return media_type
    return "image/tiff"


def _whole(data: bytes, size: int) -> bytes:
    return data[: len(data) // size * size]
