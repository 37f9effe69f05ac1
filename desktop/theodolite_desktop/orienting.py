"""Turned and mirrored views: only the drawing changes, never a byte of evidence."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QTransform

from theodolite.domain import Box
from theodolite_desktop.pictures import Picture


@dataclass(frozen=True, slots=True)
class Orientation:
    """First ``turns`` quarter turns to the right, then a mirror from left to right."""

    turns: int = 0
    mirror: bool = False

    def turned(self, quarters: int) -> Orientation:
        return Orientation((self.turns + quarters) % 4, self.mirror)

    def mirrored(self) -> Orientation:
        return Orientation(self.turns, not self.mirror)


def oriented(picture: Picture, orientation: Orientation) -> Picture:
    """The picture as drawn; the same object where nothing is turned."""
    if orientation == Orientation():
        return picture
    transform = QTransform()
    if orientation.mirror:
        transform.scale(-1, 1)
    transform.rotate(90 * orientation.turns)
    levels = tuple(level.transformed(transform) for level in picture.levels)
    return Picture(levels[0].width(), levels[0].height(), levels)


def to_view(x: float, y: float, orientation: Orientation) -> tuple[float, float]:
    """A point of the upright image (fractions) to where it is drawn (fractions)."""
    for _ in range(orientation.turns):
        x, y = 1 - y, x
    return (1 - x, y) if orientation.mirror else (x, y)


def to_upright(x: float, y: float, orientation: Orientation) -> tuple[float, float]:
    """The inverse of :func:`to_view`."""
    if orientation.mirror:
        x = 1 - x
    for _ in range(orientation.turns):
        x, y = y, 1 - x
    return x, y


def box_to_view(box: Box, orientation: Orientation) -> Box:
    return _box(to_view(box.left, box.top, orientation), to_view(box.right, box.bottom, orientation))


def box_to_upright(box: Box, orientation: Orientation) -> Box:
    return _box(to_upright(box.left, box.top, orientation), to_upright(box.right, box.bottom, orientation))


def _box(first: tuple[float, float], second: tuple[float, float]) -> Box:
    return Box(
        min(first[0], second[0]), min(first[1], second[1]), max(first[0], second[0]), max(first[1], second[1])
    )
