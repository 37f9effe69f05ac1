"""Pixels as a PNG whose bytes depend on the pixels alone (PNG, third edition: W3C 2025, sections 5 and 10).

Rows are unfiltered and the deflate blocks are stored ones (RFC 1951, 3.2.4): no compressor takes part, so
its version cannot change the hash. The file holds no text, time or profile; sRGB is stated.
"""

from __future__ import annotations

import struct
import zlib

import numpy as np
from numpy.typing import NDArray

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_BLOCK = 65535


def png(pixels: NDArray[np.uint8]) -> bytes:
    """A PNG of uint8 [height, width, 3], about as large as the pixels themselves."""
    height, width = pixels.shape[:2]
    rows = np.zeros((height, width * 3 + 1), np.uint8)  # each row begins with its filter, none
    rows[:, 1:] = pixels.reshape(height, width * 3)
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    made = bytearray(_SIGNATURE + _chunk(b"IHDR", header) + _chunk(b"sRGB", b"\0"))
    _append_data(made, memoryview(rows.reshape(-1).data))
    made += _chunk(b"IEND", b"")
    return bytes(made)


def _append_data(made: bytearray, raw: memoryview) -> None:
    """The IDAT chunk: a zlib stream (RFC 1950) of stored blocks, appended without another copy of it."""
    blocks = max(1, -(-len(raw) // _BLOCK))
    made += struct.pack(">I", 2 + 5 * blocks + len(raw) + 4) + b"IDAT"
    start = len(made)
    made += b"\x78\x01"
    for at in range(0, len(raw), _BLOCK):
        part = raw[at : at + _BLOCK]
        made += struct.pack("<BHH", at + _BLOCK >= len(raw), len(part), len(part) ^ 0xFFFF)
        made += part
    made += struct.pack(">I", zlib.adler32(raw))
    with memoryview(made) as whole:
        checksum = zlib.crc32(whole[start:], zlib.crc32(b"IDAT"))
    made += struct.pack(">I", checksum)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(data, zlib.crc32(name)))
