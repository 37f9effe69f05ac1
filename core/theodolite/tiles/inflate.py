"""Compressed bytes out of files of strangers: never more than a known number, whatever they claim."""

from __future__ import annotations

import zlib

from theodolite.errors import TilesDamaged, TilesTooLarge

GZIP = b"\x1f\x8b"
LARGEST_TILE = 16 << 20
LARGEST_STORED = 8 << 20


def gunzipped(data: bytes, most: int, what: str) -> bytes:
    """``data`` without its gzip; TilesTooLarge as soon as it grows beyond ``most`` bytes."""
    stream = zlib.decompressobj(wbits=31)
    try:
        made = stream.decompress(data, most + 1)
    except zlib.error as error:
        raise TilesDamaged(f"{what} cannot be unpacked ({error}).") from error
    if len(made) > most:
        raise TilesTooLarge(f"{what} unpacks to more than {most >> 20} MB: refused.")
    if not stream.eof:
        raise TilesDamaged(f"{what} ends too early.")
    return made
