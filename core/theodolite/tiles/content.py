"""One stored tile becomes one that may be drawn: unpacked, of a known kind, of a bearable size."""

from __future__ import annotations

import io
import warnings

from theodolite.errors import TilesDamaged, TilesTooLarge, TilesUnsupported
from theodolite.tiles.inflate import GZIP, LARGEST_STORED, LARGEST_TILE, gunzipped
from theodolite.tiles.values import MEDIA_TYPES, Tile

WIDEST = 2048
_PICTURES = {"PNG": "png", "JPEG": "jpeg", "WEBP": "webp", "AVIF": "avif"}


def tile(data: bytes, kind: str, what: str) -> Tile:
    """The tile in ``data``. ``kind``: what the archive says it is; of pictures the bytes decide.

    Only the head of a picture is looked at; its pixels are for the page's sandbox. Raises TilesDamaged,
    TilesTooLarge, TilesUnsupported.
    """
    if len(data) > LARGEST_STORED:
        raise TilesTooLarge(f"{what} has {len(data) >> 20} MB; no tile of a map needs that.")
    if data.startswith(GZIP):
        data = gunzipped(data, LARGEST_TILE, what)
    if kind == "mvt":
        refuse_unframed(data, what)
        return Tile(data, MEDIA_TYPES["mvt"])
    return Tile(data, MEDIA_TYPES[picture_kind(data, what)])


def picture_kind(data: bytes, what: str) -> str:
    """Which kind of picture it is, when it is one of at most WIDEST pixels a side."""
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with Image.open(io.BytesIO(data), formats=tuple(_PICTURES)) as image:
                kind, (width, height) = _PICTURES[str(image.format)], image.size
                frames = getattr(image, "n_frames", 1)
    except UnidentifiedImageError as error:
        raise TilesUnsupported(f"{what} is no picture that we draw (PNG, JPEG, WebP, AVIF).") from error
    except Image.DecompressionBombError as error:
        raise TilesTooLarge(f"{what} claims more pixels than any tile has: refused.") from error
    except (OSError, ValueError, SyntaxError, EOFError, OverflowError, Warning) as error:
        raise TilesDamaged(f"{what} is a damaged picture ({type(error).__name__}).") from error
    if max(width, height) > WIDEST or min(width, height) < 1 or frames > 1:
        raise TilesTooLarge(f"{what} is a picture of {width} x {height} pixels; a tile has at most {WIDEST}.")
    return kind


def refuse_unframed(data: bytes, what: str) -> None:
    """TilesDamaged unless the outermost fields of a vector tile are whole layers (spec 2.1, section 4.1)."""
    at = 0
    while at < len(data):
        tag, at = _varint(data, at, what)
        kind = tag & 7
        if kind == 2:
            length, at = _varint(data, at, what)
            at += length
        elif kind == 0:
            _, at = _varint(data, at, what)
        elif kind in (1, 5):
            at += 8 if kind == 1 else 4
        else:
            raise TilesDamaged(f"{what} is no vector tile.")
    if at != len(data):
        raise TilesDamaged(f"{what} is a vector tile that ends too early.")


def _varint(data: bytes, at: int, what: str) -> tuple[int, int]:
    value = 0
    for shift in range(0, 70, 7):
        if at >= len(data):
            raise TilesDamaged(f"{what} is a vector tile that ends too early.")
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
    raise TilesDamaged(f"{what} is no vector tile.")
