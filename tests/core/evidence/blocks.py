"""Metadata blocks built byte by byte: EXIF directories, Photoshop resources, IPTC records, chunks, boxes."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image
from PIL.TiffImagePlugin import IFDRational


def picture(width: int = 320, height: int = 240, seed: int = 7) -> Image.Image:
    """A picture with enough in it to be told from others: seeded blocks of grey, smoothed."""
    import random

    rng = random.Random(seed)
    small = Image.new("RGB", (16, 12))
    small.putdata([tuple(rng.randrange(256) for _ in range(3)) for _ in range(16 * 12)])
    return small.resize((width, height), Image.Resampling.BICUBIC)


def jpeg(image: Image.Image | None = None, **options: object) -> bytes:
    packed = io.BytesIO()
    (image or picture()).save(packed, "JPEG", quality=92, **options)
    return packed.getvalue()


def ratio(numerator: float, denominator: int = 1) -> IFDRational:
    return IFDRational(numerator, denominator)


def exif(
    base: dict[int, object] | None = None,
    private: dict[int, object] | None = None,
    gps: dict[int, object] | None = None,
    thumbnail: bytes = b"",
) -> bytes:
    """An EXIF block as it stands in a JPEG ('Exif\\0\\0' first), with the thumbnail in IFD1."""
    tags = Image.Exif()
    tags.update(base or {})
    if private:
        tags.get_ifd(0x8769).update(private)
    if gps:
        tags.get_ifd(0x8825).update(gps)
    body = tags.tobytes()
    if not thumbnail:
        return body
    tiff = bytearray(body[6:])
    order = "<" if tiff[:2] == b"II" else ">"
    first = struct.unpack_from(order + "I", tiff, 4)[0]
    count = struct.unpack_from(order + "H", tiff, first)[0]
    at = len(tiff)
    struct.pack_into(order + "I", tiff, first + 2 + 12 * count, at)
    start = at + 2 + 3 * 12 + 4
    tiff += struct.pack(order + "H", 3)
    tiff += struct.pack(order + "HHIHH", 0x0103, 3, 1, 6, 0)
    tiff += struct.pack(order + "HHII", 0x0201, 4, 1, start)
    tiff += struct.pack(order + "HHII", 0x0202, 4, 1, len(thumbnail))
    tiff += struct.pack(order + "I", 0) + thumbnail
    return b"Exif\x00\x00" + bytes(tiff)


def segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def with_segments(data: bytes, *segments: bytes) -> bytes:
    """The JPEG ``data`` with ``segments`` right after its start."""
    return data[:2] + b"".join(segments) + data[2:]


def resource(number: int, body: bytes, name: bytes = b"") -> bytes:
    padded = bytes([len(name)]) + name + b"\x00" * (1 - len(name) % 2)
    return (
        b"8BIM"
        + struct.pack(">H", number)
        + padded
        + struct.pack(">I", len(body))
        + body
        + b"\x00" * (len(body) % 2)
    )


def iptc(*records: tuple[int, bytes], utf8: bool = True) -> bytes:
    charset = b"\x1c\x01\x5a" + struct.pack(">H", 3) + b"\x1b%G" if utf8 else b""
    return charset + b"".join(
        b"\x1c\x02" + bytes([number]) + struct.pack(">H", len(value)) + value for number, value in records
    )


def photoshop(*resources: bytes) -> bytes:
    return segment(0xED, b"Photoshop 3.0\x00" + b"".join(resources))


def xmp(body: str, attributes: str = "") -> bytes:
    """A packet with the namespaces that the tests use."""
    return (
        '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
        'xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" '
        'xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" '
        'xmlns:stEvt="http://ns.adobe.com/xap/1.0/sType/ResourceEvent#" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:drone-dji="http://www.dji.com/drone-dji/1.0/" xmlns:tiff="http://ns.adobe.com/tiff/1.0/" '
        'xmlns:GPano="http://ns.google.com/photos/1.0/panorama/" xmlns:mine="http://example.invalid/own/" '
        f"{attributes}>{body}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>"
    ).encode()


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    """A small PNG with ``chunks`` between header and data."""
    packed = io.BytesIO()
    picture(32, 24).save(packed, "PNG")
    data = packed.getvalue()
    made = b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )
    return data[:33] + made + data[33:]
