"""Marks over a picture: points, lines, polygons and boxes, drawn and found under the pointer at any view."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen, QPolygonF

from theodolite.domain import Box, MarkShape
from theodolite_desktop.theme import Theme
from theodolite_desktop.theme.tokens import mark_colour
from theodolite_desktop.viewing import Viewport
from theodolite_desktop.views.shapes import draw_mark

NEAR = 6.0
#: How far from its shape a mark may be seen: its number and its outline.
BEYOND = 40.0
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
    window = QRectF(painter.viewport()).adjusted(-BEYOND, -BEYOND, BEYOND, BEYOND)
    shown = sorted(marks, key=lambda mark: mark.id == selected)
    places = [(mark, seen(mark.points, viewport, size)) for mark in shown]
    places = [(mark, ends) for mark, ends in places if near(window, ends)]
    boxes = [(mark, ends) for mark, ends in places if mark.kind == "box" and mark.id != selected]
    draw_boxes(painter, boxes, theme.color("accent"))
    for mark, ends in places:
        chosen = mark.id == selected
        if mark.kind == "box" and not chosen:
            continue
        colour = QColor(mark_colour(mark.number)) if mark.number else theme.color("accent")
        draw_outline(painter, mark.kind, ends, colour, chosen=chosen, strong=bool(mark.number or chosen))
    taken: list[tuple[float, float]] = []
    for mark, ends in places:
        if mark.number:
            at = badge_at(ends, mark.kind)
            x, y = at.x(), at.y()
            while any(abs(x - u) + abs(y - v) < 20 for u, v in taken):
                x += 22
            taken.append((x, y))
            draw_mark(painter, QPointF(x, y), mark.number, font, 24 if mark.id == selected else 20)


def near(window: QRectF, ends: list[QPointF]) -> bool:
    """Whether anything of a mark, its number included, can be in ``window``."""
    xs, ys = [end.x() for end in ends], [end.y() for end in ends]
    return (
        min(xs) <= window.right()
        and max(xs) >= window.left()
        and min(ys) <= window.bottom()
        and max(ys) >= window.top()
    )


def draw_boxes(painter: QPainter, places: list[tuple[MarkBox, list[QPointF]]], plain: QColor) -> None:
    """Boxes that are not chosen, as :func:`draw_outline` draws one, tone by tone: as single lines with square
    ends they are drawn many times faster than as outlines, and their corners meet at any rotation."""
    pens: dict[tuple[str, float], list[QLineF]] = {}
    for mark, ends in places:
        lines = [QLineF(first, last) for first, last in itertools.pairwise((*ends, ends[0]))]
        own = (mark_colour(mark.number), 2.0) if mark.number else (plain.name(), 1.0)
        below = (("#000000", 6.0), ("#FFFFFF", 4.0)) if mark.number else (("#FFFFFF", 2.5),)
        for pen in (*below, own):
            pens.setdefault(pen, []).extend(lines)
    for tone, width in sorted(pens, key=lambda pen: -pen[1]):
        painter.setPen(QPen(QColor(tone), width, c=Qt.PenCapStyle.SquareCap))
        painter.drawLines(pens[tone, width])


def draw_outline(
    painter: QPainter, kind: str, ends: list[QPointF], colour: QColor, *, chosen: bool, strong: bool
) -> None:
    """The line of a shape: colour on white on black, so that it shows on any photograph."""
    width = 3.0 if chosen else 2.0
    if kind == "point":
        ring = ring_of(colour.name(), width, strong, painter.device().devicePixelRatioF())
        half = ring.width() / ring.devicePixelRatio() / 2
        painter.drawImage(ends[0] - QPointF(half, half), ring)
        return
    pens = (("#000000", width + 4), ("#FFFFFF", width + 2)) if strong else (("#FFFFFF", 2.5),)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for tone, thickness in (*((QColor(name), wide) for name, wide in pens), (colour, width if strong else 1)):
        painter.setPen(QPen(tone, thickness, c=Qt.PenCapStyle.RoundCap, j=_join(kind)))
        _trace(painter, kind, ends)
    if kind == "line":
        painter.setPen(QPen(QColor("#FFFFFF"), 1.5))
        painter.setBrush(colour)
        for end in (ends[0], ends[-1]):
            painter.drawEllipse(end, width + 1.5, width + 1.5)


@lru_cache(maxsize=128)
def ring_of(colour: str, width: float, strong: bool, ratio: float) -> QImage:
    """A point as it is drawn: a ring with a dot, once for each colour."""
    half = math.ceil(RING + width / 2 + 4)
    image = QImage(
        round(2 * half * ratio), round(2 * half * ratio), QImage.Format.Format_ARGB32_Premultiplied
    )
    image.setDevicePixelRatio(ratio)
    image.fill(0)
    painter, centre = QPainter(image), QPointF(half, half)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    below = (("#000000", width + 4), ("#FFFFFF", width + 2)) if strong else (("#FFFFFF", 2.5),)
    for tone, wide in (*below, (colour, width if strong else 1.0)):
        painter.setPen(QPen(QColor(tone), wide))
        painter.drawEllipse(centre, RING, RING)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(centre, 2.0, 2.0)
    painter.end()
    return image


def _join(kind: str) -> Qt.PenJoinStyle:
    return Qt.PenJoinStyle.MiterJoin if kind == "box" else Qt.PenJoinStyle.RoundJoin


def _trace(painter: QPainter, kind: str, ends: list[QPointF]) -> None:
    if kind == "line":
        painter.drawPolyline(QPolygonF(ends))
    else:
        painter.drawPolygon(QPolygonF(ends))


def bounding(ends: list[QPointF]) -> QRectF:
    return QPolygonF(ends).boundingRect()
