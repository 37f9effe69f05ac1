"""Operations that move pixels: turn, mirror, crop, straighten, enlarge. Pixels are uint8 [height, width, 3].

Where a new pixel lies between old ones, its place is computed in IEEE doubles, one operation at a time, and
rounded to 1/256 pixel; the mixing is done in whole numbers. Both give the same result on every machine.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from theodolite.domain import Box
from theodolite.errors import ImageTooLarge
from theodolite.evidence.recipes.parameters import Colour, outward

Pixels = NDArray[np.uint8]
Point = tuple[float, float]
Places = NDArray[np.float64]
Where = Callable[[Places, Places], tuple[Places, Places]]

MAX_PIXELS = 100_000_000
"""Pixels of a result, and of every picture on the way to it."""

_STRIP = 1 << 20  # pixels that are worked on at a time
_PART = 256
_WEIGHT_BITS = 14
_LANCZOS = 3


def turn(pixels: Pixels, degrees: float, fill: Colour) -> Pixels:
    """Turned clockwise. Quarter turns move pixels and change none; others grow the canvas with ``fill``."""
    quarters, rest = divmod(degrees, 90.0)
    if rest == 0.0:
        return np.ascontiguousarray(np.rot90(pixels, -int(quarters) % 4))
    angle = math.radians(degrees)
    cos, sin = round(math.cos(angle), 12), round(math.sin(angle), 12)
    height, width = pixels.shape[:2]
    across = math.ceil(abs(width * cos) + abs(height * sin) - 1e-6)
    down = math.ceil(abs(width * sin) + abs(height * cos) - 1e-6)

    def where(x: Places, y: Places) -> tuple[Places, Places]:
        x, y = x - across / 2, y - down / 2
        return x * cos + y * sin + width / 2, y * cos - x * sin + height / 2

    return _sampled(pixels, across, down, where, fill)


def mirror(pixels: Pixels, axis: Literal["horizontal", "vertical"]) -> Pixels:
    """Left and right exchanged ('horizontal'), or top and bottom."""
    return np.ascontiguousarray(pixels[:, ::-1] if axis == "horizontal" else pixels[::-1])


def crop(pixels: Pixels, box: Box) -> Pixels:
    """The part in ``box``, whole pixels outward."""
    left, top, right, bottom = outward(box, pixels.shape[1], pixels.shape[0])
    return np.ascontiguousarray(pixels[top:bottom, left:right])


def straighten(pixels: Pixels, corners: tuple[Point, Point, Point, Point], size: tuple[int, int]) -> Pixels:
    """The four-sided part with ``corners`` (fractions; top left, then clockwise) as a rectangle.

    The projective map of the unit square to a four-sided figure: Heckbert, Fundamentals of Texture Mapping
    and Image Warping (1989), section 2.2.3.
    """
    across, down = size
    height, width = pixels.shape[:2]
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = ((x * width, y * height) for x, y in corners)
    sx, sy = x0 - x1 + x2 - x3, y0 - y1 + y2 - y3
    dx1, dx2, dy1, dy2 = x1 - x2, x3 - x2, y1 - y2, y3 - y2
    below = dx1 * dy2 - dx2 * dy1
    g, h = (sx * dy2 - dx2 * sy) / below, (dx1 * sy - sx * dy1) / below
    a, b = x1 - x0 + g * x1, x3 - x0 + h * x3
    d, e = y1 - y0 + g * y1, y3 - y0 + h * y3

    def where(x: Places, y: Places) -> tuple[Places, Places]:
        u, v = x / across, y / down
        w = u * g + v * h + 1.0
        return (u * a + v * b + x0) / w, (u * d + v * e + y0) / w

    return _sampled(pixels, across, down, where, (0, 0, 0))


def convex(corners: tuple[Point, Point, Point, Point]) -> bool:
    """Whether the corners go clockwise round a figure without dents, of some area."""
    turns = []
    for i in range(4):
        (ax, ay), (bx, by), (cx, cy) = corners[i], corners[(i + 1) % 4], corners[(i + 2) % 4]
        turns.append((bx - ax) * (cy - by) - (by - ay) * (cx - bx))
    return min(turns) > 1e-6


def enlarge(pixels: Pixels, factor: float, method: Literal["nearest", "lanczos"]) -> Pixels:
    """``factor`` times as wide and high. 'nearest' repeats pixels; 'lanczos' (3 lobes) smooths, and invents
    nothing that the neighbours do not hold."""
    height, width = pixels.shape[:2]
    across, down = max(1, round(width * factor)), max(1, round(height * factor))
    room(across, down)
    if method == "nearest":
        columns = np.minimum((np.arange(across) * 2 + 1) * width // (2 * across), width - 1)
        rows = np.minimum((np.arange(down) * 2 + 1) * height // (2 * down), height - 1)
        return np.ascontiguousarray(pixels[rows][:, columns])
    wide = _stretched(pixels.transpose(1, 0, 2), across).transpose(1, 0, 2)
    return _stretched(np.ascontiguousarray(wide), down)


def room(width: int, height: int) -> None:
    if width * height > MAX_PIXELS:
        raise ImageTooLarge(
            f"The picture would have {width} x {height} pixels, more than {MAX_PIXELS // 10**6} million. "
            "Crop it first, or enlarge it less."
        )


def _stretched(pixels: Pixels, size: int) -> Pixels:
    """The first axis resampled to ``size`` by a windowed sinc (Lanczos) in whole numbers."""
    index, weights = _kernel(len(pixels), size)
    made = np.empty((size, *pixels.shape[1:]), np.uint8)
    strip = max(1, _STRIP // max(1, pixels.shape[1]))
    for top in range(0, size, strip):
        part = slice(top, min(size, top + strip))
        total = np.full(made[part].shape, 1 << (_WEIGHT_BITS - 1), np.int32)
        for tap in range(weights.shape[1]):
            total += pixels[index[part, tap]].astype(np.int32) * weights[part, tap, None, None]
        made[part] = np.clip(total >> _WEIGHT_BITS, 0, 255)
    return made


def _kernel(old: int, new: int) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
    """For each new row: six old rows (kept inside the picture) and their weights, which add up to 1 << 14."""
    one = 1 << _WEIGHT_BITS
    index = np.empty((new, 2 * _LANCZOS), np.int64)
    weights = np.empty((new, 2 * _LANCZOS), np.int32)
    for row in range(new):
        centre = (row + 0.5) * old / new - 0.5
        first = math.floor(centre) - _LANCZOS + 1
        raw = [_lanczos(centre - (first + tap)) for tap in range(2 * _LANCZOS)]
        scaled = [round(value / sum(raw) * one) for value in raw]
        scaled[_LANCZOS - 1 if centre - math.floor(centre) < 0.5 else _LANCZOS] += one - sum(scaled)
        weights[row] = scaled
        index[row] = np.clip(np.arange(first, first + 2 * _LANCZOS), 0, old - 1)
    return index, weights


def _lanczos(x: float) -> float:
    if x == 0.0:
        return 1.0
    if abs(x) >= _LANCZOS:
        return 0.0
    turned = math.pi * x
    return round(_LANCZOS * math.sin(turned) * math.sin(turned / _LANCZOS) / (turned * turned), 9)


def _sampled(pixels: Pixels, across: int, down: int, where: Where, fill: Colour) -> Pixels:
    """A picture of ``across`` by ``down`` whose pixel (x, y) shows the old picture at ``where(x, y)``.

    Pixel centres lie at halves. Bilinear; what lies outside of the old picture is ``fill``.
    """
    room(across, down)
    height, width = pixels.shape[:2]
    made = np.empty((down, across, 3), np.uint8)
    columns = np.arange(across, dtype=np.float64) + 0.5
    strip = max(1, _STRIP // across)
    for top in range(0, down, strip):
        rows = np.arange(top, min(down, top + strip), dtype=np.float64) + 0.5
        x, y = where(columns[None, :], rows[:, None])
        x, y = np.broadcast_to(x, (len(rows), across)), np.broadcast_to(y, (len(rows), across))
        outside = ~((x >= 0) & (x < width) & (y >= 0) & (y < height))
        left, right, h = _between(np.where(outside, 0.0, x), width)
        above, below, v = _between(np.where(outside, 0.0, y), height)
        total = pixels[above, left] * ((_PART - h) * (_PART - v))[..., None]
        total += pixels[above, right] * (h * (_PART - v))[..., None]
        total += pixels[below, left] * ((_PART - h) * v)[..., None]
        total += pixels[below, right] * (h * v)[..., None]
        made[top : top + len(rows)] = (total + _PART * _PART // 2) // (_PART * _PART)
        made[top : top + len(rows)][outside] = fill
    return made


def _between(at: Places, size: int) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32]]:
    """The two pixels that ``at`` lies between, and how far from the first to the second, in 256ths."""
    parts = np.floor((at - 0.5) * _PART + 0.5).astype(np.int32)
    first = parts // _PART
    share = parts - first * _PART
    return np.clip(first, 0, size - 1), np.clip(first + 1, 0, size - 1), share
