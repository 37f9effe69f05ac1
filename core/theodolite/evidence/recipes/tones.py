"""Operations that change brightness and colour, or take detail away. Pixels are uint8 [height, width, 3]."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from theodolite.domain import Box
from theodolite.evidence.recipes.parameters import Colour, outward

Pixels = NDArray[np.uint8]

VEIL_CELLS = 12
"""Squares along the longer side of a veiled picture."""


def levels(pixels: Pixels, black: int, white: int, gamma: float) -> Pixels:
    """``black`` becomes 0 and ``white`` 255 in each channel; between them gamma above 1 lightens."""
    table = np.empty(256, np.uint8)
    for value in range(256):
        share = min(1.0, max(0.0, (value - black) / (white - black)))
        table[value] = int(255.0 * round(share ** (1.0 / gamma), 9) + 0.5)
    return table[pixels]


def gray(pixels: Pixels) -> Pixels:
    """Luma of ITU-R BT.601 in whole numbers, in all three channels."""
    made = np.empty_like(pixels)
    strip = max(1, (1 << 20) // max(1, pixels.shape[1]))
    for top in range(0, len(pixels), strip):
        part = pixels[top : top + strip].astype(np.uint32)
        luma = (part[..., 0] * 19595 + part[..., 1] * 38470 + part[..., 2] * 7471 + 32768) >> 16
        made[top : top + strip] = luma[..., None]
    return made


def cover(pixels: Pixels, box: Box, fill: Colour) -> Pixels:
    """A copy whose pixels touched by ``box`` are ``fill``: nothing of what was there stays."""
    left, top, right, bottom = outward(box, pixels.shape[1], pixels.shape[0])
    made = pixels.copy()
    made[top:bottom, left:right] = fill
    return made


def veil(pixels: Pixels) -> Pixels:
    """Gray, and too coarse to be recognised: for what a viewer should not meet unprepared.

    The longer side keeps about twelve squares, softly joined. It hides content from a glance and is no
    redaction: use :func:`cover` for what nobody may see.
    """
    from theodolite.evidence.recipes.geometry import enlarge

    height, width = pixels.shape[:2]
    cell = max(1, -(-max(height, width) // VEIL_CELLS))
    down, across = -(-height // cell), -(-width // cell)
    small = np.empty((down, across, 3), np.uint8)
    whole = gray(pixels)
    for row in range(down):
        for column in range(across):
            part = whole[row * cell : (row + 1) * cell, column * cell : (column + 1) * cell, 0]
            small[row, column] = (int(part.sum(dtype=np.int64)) + part.size // 2) // part.size
    soft = (
        enlarge(small, float(cell), "lanczos")
        if max(down, across) > 1
        else np.repeat(np.repeat(small, cell, 0), cell, 1)
    )
    return np.ascontiguousarray(soft[:height, :width])
