"""Decoded pixels as images ready to draw at any zoom: a pyramid of halves, made off the window's thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from theodolite.evidence.pyramid import Pyramid

SMALLEST = 512


@dataclass(frozen=True)
class Picture:
    """``width`` and ``height`` are those of the upright picture, pixels; ``levels`` show all of it, the
    largest first, each next one half as large, down to about 512 pixels. A preview has no level of full size.
    """

    width: int
    height: int
    levels: tuple[QImage, ...]
    buffers: tuple[memoryview, ...] = ()
    """What the levels look into, kept as long as they are."""

    def level_for(self, scale: float) -> QImage:
        """The smallest level that still has a pixel for each pixel drawn at ``scale``."""
        wanted = self.width * scale
        return next((image for image in reversed(self.levels) if image.width() >= wanted), self.levels[0])

    @property
    def bytes(self) -> int:
        return sum(image.sizeInBytes() for image in self.levels)

    @property
    def sharp(self) -> bool:
        """Whether it is there in full size."""
        return self.levels[0].width() >= self.width

    def colour_at(self, column: int, row: int) -> tuple[int, int, int]:
        """Red, green, blue in [0, 255] of a pixel of the upright picture, as good as the largest level."""
        image = self.levels[0]
        x = min(image.width() - 1, column * image.width() // self.width)
        y = min(image.height() - 1, row * image.height() // self.height)
        value = image.pixel(x, y)
        return value >> 16 & 255, value >> 8 & 255, value & 255

    @property
    def coarse(self) -> QImage:
        return self.levels[-1]


def of_pyramid(pyramid: Pyramid) -> Picture:
    """A picture that looks into the decoder's own bytes: nothing is copied, however large it is."""
    levels = tuple(
        QImage(one.bgrx, one.width, one.height, 4 * one.width, QImage.Format.Format_RGB32)
        for one in pyramid.levels
    )
    return Picture(pyramid.width, pyramid.height, levels, tuple(one.bgrx for one in pyramid.levels))


def sketch(width: int, height: int, thumbnail: QImage) -> Picture:
    """A first view of a picture of that size: its thumbnail, until the picture itself is there."""
    return Picture(width, height, (thumbnail.convertToFormat(QImage.Format.Format_RGB32),))


def picture(width: int, height: int, rgb: bytes) -> Picture:
    """A picture of packed upright RGB; the bytes are copied, so they may go."""
    return of_image(QImage(rgb, width, height, 3 * width, QImage.Format.Format_RGB888))


def of_image(image: QImage) -> Picture:
    """A picture of an image, copied."""
    levels = [image.convertToFormat(QImage.Format.Format_RGB32).copy()]
    while max(levels[-1].width(), levels[-1].height()) > SMALLEST:
        last = levels[-1]
        levels.append(
            last.scaled(
                max(1, last.width() // 2),
                max(1, last.height() // 2),
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )
    return Picture(image.width(), image.height(), tuple(levels))


def blurred(image: QImage, side: int = 24) -> QImage:
    """A grey, unrecognisable version for the graphic-content cover."""
    small = image.scaled(
        side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    grey = small.convertToFormat(QImage.Format.Format_Grayscale8)
    return grey.convertToFormat(QImage.Format.Format_RGB32)
