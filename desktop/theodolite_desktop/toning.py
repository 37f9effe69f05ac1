"""Levels of a view: what is drawn is lightened or darkened, never the picture itself.

The table is that of the recipe step of the same name, so that a picture made with it looks as in the view.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from PySide6.QtGui import QImage


@dataclass(frozen=True, slots=True)
class Levels:
    """``black`` becomes 0 and ``white`` 255 in each channel; between them ``gamma`` above 1 lightens."""

    black: int = 0
    white: int = 255
    gamma: float = 1.0

    @property
    def plain(self) -> bool:
        return self == Levels()


def table(levels: Levels) -> bytes:
    """What each of the 256 values of a channel becomes; black lies below white."""
    found = []
    for value in range(256):
        share = min(1.0, max(0.0, (value - levels.black) / (levels.white - levels.black)))
        found.append(int(255.0 * round(share ** (1.0 / levels.gamma), 9) + 0.5))
    return bytes(found)


@lru_cache(maxsize=4)
def _lookup(levels: Levels) -> Any:
    import numpy as np

    return np.frombuffer(table(levels), np.uint8)


def toned(image: QImage, levels: Levels) -> QImage:
    """The same image with other levels; opaque, 32 bits a pixel."""
    if levels.plain:
        return image
    import numpy as np

    made = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(made.bits(), np.uint8).reshape(made.height(), made.bytesPerLine())
    np.take(_lookup(levels), pixels, out=pixels)
    return made
