"""Marks over a picture: points, lines, polygons and boxes, drawn and found under the pointer at any view."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from theodolite.domain import Box, MarkShape
from theodolite_desktop.theme import Theme
from theodolite_desktop.theme.tokens import mark_colour
from theodolite_desktop.viewing import Viewport
from theodolite_desktop.views.shapes import draw_mark

NEAR = 6.0
RING = 7.0
Size = tuple[float, float]


@dataclass(frozen=True, slots=True)
class MarkBox:
    """A clue's region as drawn: ``number`` 0 for a region without a mark, ``shape`` None for a plain box.

    ``editable``: it is a person's to move, so it has handles while it is selected.
    """

    id: str
    number: int
    box: Box
    shape: MarkShape | None = None
    editable: bool = False

    @property
    def kind(self) -> str:
        return self.shape.kind if self.shape is not None else "box"

    @property
    def points(self) -> tuple[tuple[float, float], ...]:
        """Fractions of the picture: the drawn points, or the four corners of the box, clockwise."""
        if self.shape is not None:
            return self.shape.points
        box = self.box
        return ((box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom))


def seen(points: Iterable[tuple[float, float]], viewport: Viewport, size: Size) -> list[QPointF]:
    """Fractions of a picture of ``size`` as points of the view."""
    return [QPointF(*viewport.to_view(x * size[0], y * size[1])) for x, y in points]


def distance(mark: MarkBox, viewport: Viewport, size: Size, at: QPointF) -> float:
    """How far ``at`` is from what is drawn of a mark, logical pixels; 0 inside a closed shape."""
    ends = seen(mark.points, viewport, size)
    if mark.kind == "point":
        return max(0.0, _length(ends[0] - at) - RING)
    closed = mark.kind in ("box", "polygon")
    if closed and QPolygonF(ends).containsPoint(at, Qt.FillRule.OddEvenFill):
        return 0.0
    pairs = list(itertools.pairwise(ends))
    if closed:
        pairs.append((ends[-1], ends[0]))
    return min(_from_line(at, first, last) for first, last in pairs)


def found_at(marks: Iterable[MarkBox], viewport: Viewport, size: Size, at: QPointF) -> str:
    """The id of the mark under ``at``, of several the smallest one; '' for none."""
    hits = [mark for mark in marks if distance(mark, viewport, size, at) <= NEAR]
    return min(hits, key=lambda mark: _extent(mark, size)).id if hits else ""


def _extent(mark: MarkBox, size: Size) -> float:
    xs, ys = [x for x, _ in mark.points], [y for _, y in mark.points]
    return (max(xs) - min(xs)) * size[0] * (max(ys) - min(ys)) * size[1]


def _length(point: QPointF) -> float:
    return math.hypot(point.x(), point.y())


def _from_line(at: QPointF, first: QPointF, last: QPointF) -> float:
    along = last - first
    square = QPointF.dotProduct(along, along)
    share = QPointF.dotProduct(at - first, along) / square if square else 0.0
    return _length(at - (first + along * min(1.0, max(0.0, share))))


def badge_at(ends: list[QPointF], kind: str) -> QPointF:
    """Where the number of a mark stands: beside the corner that is nearest to the top left of the view."""
    first = min(ends, key=lambda end: end.x() + end.y())
    return first + (QPointF(-14, -14) if kind == "point" else QPointF(-6, -8))


def draw_marks(
    painter: QPainter,
    theme: Theme,
    font: QFont,
    marks: Iterable[MarkBox],
    selected: str,
    viewport: Viewport,
    size: Size,
) -> None:
    """Each in its colour with white and black beside it, the selected one stronger; numbers above all."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shown = sorted(marks, key=lambda mark: mark.id == selected)
    places = [(mark, seen(mark.points, viewport, size)) for mark in shown]
    for mark, ends in places:
        chosen = mark.id == selected
        colour = QColor(mark_colour(mark.number)) if mark.number else theme.color("accent")
        draw_outline(painter, mark.kind, ends, colour, chosen=chosen, strong=bool(mark.number or chosen))
    taken: list[QPointF] = []
    for mark, ends in places:
        if mark.number:
            at = badge_at(ends, mark.kind)
            while any((at - other).manhattanLength() < 20 for other in taken):
                at += QPointF(22, 0)
            taken.append(at)
            draw_mark(painter, at, mark.number, font, 24 if mark.id == selected else 20)


def draw_outline(
    painter: QPainter, kind: str, ends: list[QPointF], colour: QColor, *, chosen: bool, strong: bool
) -> None:
    """The line of a shape: colour on white on black, so that it shows on any photograph."""
    width = 3.0 if chosen else 2.0
    pens = (("#000000", width + 4), ("#FFFFFF", width + 2)) if strong else (("#FFFFFF", 2.5),)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for tone, thickness in (*((QColor(name), wide) for name, wide in pens), (colour, width if strong else 1)):
        painter.setPen(QPen(tone, thickness, c=Qt.PenCapStyle.RoundCap, j=_join(kind)))
        _trace(painter, kind, ends)
    if kind == "point":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(ends[0], 2.0, 2.0)
    elif kind == "line":
        painter.setPen(QPen(QColor("#FFFFFF"), 1.5))
        painter.setBrush(colour)
        for end in (ends[0], ends[-1]):
            painter.drawEllipse(end, width + 1.5, width + 1.5)


def _join(kind: str) -> Qt.PenJoinStyle:
    return Qt.PenJoinStyle.MiterJoin if kind == "box" else Qt.PenJoinStyle.RoundJoin


def _trace(painter: QPainter, kind: str, ends: list[QPointF]) -> None:
    if kind == "point":
        painter.drawEllipse(ends[0], RING, RING)
    elif kind == "line":
        painter.drawPolyline(QPolygonF(ends))
    else:
        painter.drawPolygon(QPolygonF(ends))


def bounding(ends: list[QPointF]) -> QRectF:
    return QPolygonF(ends).boundingRect()
