"""A picture in halves, ready to be drawn at any zoom: made in the sandbox, checked and cut up outside it.

Each level is packed as 32-bit rows of blue, green, red and 255 (what raster painters draw without a
conversion), the largest first. Nothing is copied on the way but through the pipe.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO

from theodolite.errors import DecoderDied

if TYPE_CHECKING:
    from PIL import Image

SMALLEST = 512
"""The last level has no side above this."""

STRIP_BYTES = 4 * 1024 * 1024
MOST_LEVELS = 24
PIXEL = 4


@dataclass(frozen=True, slots=True)
class Level:
    """``width * height * 4`` bytes, rows without padding."""

    width: int
    height: int
    bgrx: memoryview


@dataclass(frozen=True, slots=True)
class Pyramid:
    """``width`` and ``height``: of the whole upright picture; the first level of a preview is smaller."""

    width: int
    height: int
    levels: tuple[Level, ...]

    @property
    def bytes(self) -> int:
        return sum(len(level.bgrx) for level in self.levels)


def sizes(width: int, height: int) -> tuple[tuple[int, int], ...]:
    """Of each level: halves, rounded up, until no side is above :data:`SMALLEST`."""
    found = [(width, height)]
    while max(found[-1]) > SMALLEST:
        wide, high = found[-1]
        found.append(((wide + 1) // 2, (high + 1) // 2))
    return tuple(found)


def bytes_of(width: int, height: int) -> int:
    """What a pyramid of a picture takes."""
    return sum(PIXEL * wide * high for wide, high in sizes(width, height))


def within(width: int, height: int, most_bytes: int | None) -> int | None:
    """The longest side at which the pyramid stays within ``most_bytes``; None where it does anyway."""
    if most_bytes is None or bytes_of(width, height) <= most_bytes:
        return None
    share = (most_bytes / bytes_of(width, height)) ** 0.5
    side = max(SMALLEST, int(max(width, height) * share))
    while side > SMALLEST and bytes_of(*_scaled(width, height, side)) > most_bytes:
        side = int(side * 0.98)
    return side


def _scaled(width: int, height: int, side: int) -> tuple[int, int]:
    share = min(1.0, side / max(width, height))
    return max(1, round(width * share)), max(1, round(height * share))


def header(image: Image.Image, full: tuple[int, int]) -> dict[str, Any]:
    """What is said before the pixels: sizes, and how many bytes follow."""
    levels = sizes(image.width, image.height)
    return {
        "width": full[0],
        "height": full[1],
        "levels": [list(size) for size in levels],
        "body": sum(PIXEL * wide * high for wide, high in levels),
    }


def send(image: Image.Image, out: BinaryIO) -> None:
    """The levels of ``image``, each made from the one before; runs in the sandbox."""
    now = image
    while True:
        for strip in _strips(now):
            out.write(strip)
        if max(now.size) <= SMALLEST:
            return
        now = now.reduce(2)


def _strips(image: Image.Image) -> Iterator[bytes]:
    rows = max(1, STRIP_BYTES // (image.width * PIXEL))
    for top in range(0, image.height, rows):
        part = image.crop((0, top, image.width, min(image.height, top + rows)))
        yield part.convert("RGBA").tobytes("raw", "BGRA")


def received(said: dict[str, Any], body: bytearray | memoryview) -> Pyramid:
    """The pyramid that a child's answer holds; DecoderDied for an answer that does not add up."""
    listed = said.get("levels")
    if not isinstance(listed, list) or not 1 <= len(listed) <= MOST_LEVELS:
        raise DecoderDied("The decoder answered with levels of no sensible number.")
    levels: list[Level] = []
    view, at = memoryview(body), 0
    for size in listed:
        if not (isinstance(size, list) and len(size) == 2 and all(isinstance(v, int) for v in size)):
            raise DecoderDied("The decoder answered with a level of no size.")
        width, height = size
        end = at + PIXEL * width * height
        if width < 1 or height < 1 or end > len(body):
            raise DecoderDied("The decoder answered with pixels of the wrong number.")
        levels.append(Level(width, height, view[at:end]))
        at = end
    if at != len(body):
        raise DecoderDied("The decoder answered with pixels of the wrong number.")
    return Pyramid(int(said["width"]), int(said["height"]), tuple(levels))
