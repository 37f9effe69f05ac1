"""Marks drawn into a copy: boxes, rings, lines, arrows, numbers and short labels, without antialiasing.

Figures are given in fractions of the picture and drawn on whole pixels. Letters are a bitmap font that
comes with Pillow as data (Latin-1), repeated to size; no font renderer takes part.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from theodolite.errors import InputError
from theodolite.evidence.recipes.parameters import Colour

Pixels = NDArray[np.uint8]
Point = tuple[float, float]

MAX_LABEL = 80
_HEAD = 0.5  # radians between an arrow's shaft and its barbs


def thickness(pixels: Pixels) -> int:
    """Width of a line in pixels: 1/200 of the longer side, at least 2."""
    return int(max(2, *(side // 200 for side in pixels.shape[:2])))


def box(pixels: Pixels, start: Point, end: Point, colour: Colour) -> Pixels:
    """The outline of a rectangle, its edge inside the figure."""
    made, thick = pixels.copy(), thickness(pixels)
    (left, top), (right, bottom) = _ordered(_pixel(pixels, start), _pixel(pixels, end))
    made[top : bottom + 1, left : right + 1] = colour
    inner = slice(top + thick, bottom + 1 - thick), slice(left + thick, right + 1 - thick)
    made[inner] = pixels[inner]
    return made


def ring(pixels: Pixels, start: Point, end: Point, colour: Colour) -> Pixels:
    """An ellipse inscribed in the rectangle from ``start`` to ``end``."""
    made, thick = pixels.copy(), thickness(pixels)
    (left, top), (right, bottom) = _ordered(_pixel(pixels, start), _pixel(pixels, end))
    across, down = right - left + 1, bottom - top + 1
    x = (np.arange(across) * 2 + 1 - across)[None, :].astype(np.float64)
    y = (np.arange(down) * 2 + 1 - down)[:, None].astype(np.float64)
    shape = (x / across) ** 2 + (y / down) ** 2 <= 1.0
    if across > 2 * thick and down > 2 * thick:
        shape &= (x / (across - 2 * thick)) ** 2 + (y / (down - 2 * thick)) ** 2 > 1.0
    made[top : bottom + 1, left : right + 1][shape] = colour
    return made


def line(pixels: Pixels, start: Point, end: Point, colour: Colour, *, arrow: bool = False) -> Pixels:
    """A straight line; with ``arrow`` it has barbs at ``end``."""
    made, thick = pixels.copy(), thickness(pixels)
    first, last = _pixel(pixels, start), _pixel(pixels, end)
    _stroke(made, first, last, colour, thick)
    if arrow:
        back = math.atan2(first[1] - last[1], first[0] - last[0])
        for side in (-_HEAD, _HEAD):
            x = last[0] + round(8 * thick * round(math.cos(back + side), 9))
            y = last[1] + round(8 * thick * round(math.sin(back + side), 9))
            _stroke(made, last, (x, y), colour, thick)
    return made


def label(pixels: Pixels, start: Point, text: str, colour: Colour) -> Pixels:
    """``text`` on a plate of ``colour``, its top left corner at ``start``, moved inside where it would stick
    out; black or white letters, whichever stands out more."""
    letters = _letters(text)
    scale = max(1, max(pixels.shape[:2]) // 500)
    letters = np.repeat(np.repeat(np.pad(letters, 2), scale, 0), scale, 1)
    height, width = pixels.shape[:2]
    letters = letters[:height, :width]
    x, y = _pixel(pixels, start)
    x, y = min(x, width - letters.shape[1]), min(y, height - letters.shape[0])
    made = pixels.copy()
    plate = made[y : y + letters.shape[0], x : x + letters.shape[1]]
    dark = colour[0] * 299 + colour[1] * 587 + colour[2] * 114 < 140_000
    plate[:] = colour
    plate[letters] = (255, 255, 255) if dark else (0, 0, 0)
    return made


def check_label(text: str) -> None:
    """Raises InputError for what the built-in letters cannot write."""
    if not text or len(text) > MAX_LABEL:
        raise InputError(f"A label has 1 to {MAX_LABEL} characters.")
    if any(not (" " <= letter <= "~" or "\xa1" <= letter <= "\xff") for letter in text):
        raise InputError("A label in a picture is written in Latin letters; say the rest in its title.")


def _letters(text: str) -> NDArray[np.bool_]:
    """``text`` as a bitmap; Pillow's own bitmap font is data, and the same on every machine."""
    from PIL import ImageFont

    font = ImageFont.load_default_imagefont()
    mask = font.getmask(text, mode="1")
    width, height = mask.size
    return (np.asarray([mask.getpixel((x, y)) for y in range(height) for x in range(width)]) > 0).reshape(
        height, width
    )


def _pixel(pixels: Pixels, point: Point) -> tuple[int, int]:
    height, width = pixels.shape[:2]
    return min(width - 1, int(point[0] * width)), min(height - 1, int(point[1] * height))


def _ordered(a: tuple[int, int], b: tuple[int, int]) -> tuple[tuple[int, int], tuple[int, int]]:
    return (min(a[0], b[0]), min(a[1], b[1])), (max(a[0], b[0]), max(a[1], b[1]))


def _stroke(made: Pixels, start: tuple[int, int], end: tuple[int, int], colour: Colour, thick: int) -> None:
    """Squares of ``thick`` pixels along the line, each step at most one pixel (Bresenham's points)."""
    count = max(abs(end[0] - start[0]), abs(end[1] - start[1]), 1)
    for step in range(count + 1):
        x = start[0] + (2 * step * (end[0] - start[0]) + count) // (2 * count)
        y = start[1] + (2 * step * (end[1] - start[1]) + count) // (2 * count)
        left, top = max(0, x - thick // 2), max(0, y - thick // 2)
        if x + thick > 0 and y + thick > 0:
            made[top : max(0, y - thick // 2 + thick), left : max(0, x - thick // 2 + thick)] = colour
