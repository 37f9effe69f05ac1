"""The handles of a selected mark: where they are, which one is under the pointer, what dragging one gives."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from theodolite.domain import Box, MarkShape
from theodolite_desktop.viewing import Viewport
from theodolite_desktop.views.marking import MarkBox, Size, distance, seen

GRAB = 8.0
SIDE = 8.0
ALL = "all"
Point = tuple[float, float]
#: Which sides of a box each of its handles moves: (across, down), -1 left or top, 1 right or bottom.
SIDES: dict[str, tuple[int, int]] = {
    "top left": (-1, -1),
    "top": (0, -1),
    "top right": (1, -1),
    "right": (1, 0),
    "bottom right": (1, 1),
    "bottom": (0, 1),
    "bottom left": (-1, 1),
    "left": (-1, 0),
}


def grips(mark: MarkBox, viewport: Viewport, size: Size) -> list[tuple[str, QPointF]]:
    """Name and place in the view of each handle: eight of a box, one a point of any other shape."""
    if mark.shape is None:
        box = mark.box
        across = {-1: box.left, 0: (box.left + box.right) / 2, 1: box.right}
        down = {-1: box.top, 0: (box.top + box.bottom) / 2, 1: box.bottom}
        names, points = list(SIDES), [(across[x], down[y]) for x, y in SIDES.values()]
    else:
        names, points = [str(n) for n in range(len(mark.shape.points))], list(mark.shape.points)
    return list(zip(names, seen(points, viewport, size), strict=True))


def grip_at(mark: MarkBox, viewport: Viewport, size: Size, at: QPointF) -> str:
    """The handle under ``at``, :data:`ALL` on the outline itself, '' beside the mark."""
    near = [((point - at).manhattanLength(), name) for name, point in grips(mark, viewport, size)]
    best = min(near)
    if best[0] <= GRAB:
        return best[1]
    inside = mark.kind in ("box", "polygon") and distance(mark, viewport, size, at) == 0.0
    on_line = not inside and distance(mark, viewport, size, at) <= GRAB / 2
    return ALL if on_line else ""


def dragged(mark: MarkBox, grip: str, by: Point) -> MarkBox:
    """The mark with one handle, or all of it, moved by fractions of the picture; it stays on the picture."""
    if grip == ALL:
        return _shifted(mark, by)
    if mark.shape is None:
        box, (across, down) = mark.box, SIDES[grip]
        left = _clip(box.left + by[0] * (across < 0))
        right = _clip(box.right + by[0] * (across > 0))
        top = _clip(box.top + by[1] * (down < 0))
        bottom = _clip(box.bottom + by[1] * (down > 0))
        return replace(mark, box=Box(min(left, right), min(top, bottom), max(left, right), max(top, bottom)))
    points = list(mark.shape.points)
    x, y = points[int(grip)]
    points[int(grip)] = (_clip(x + by[0]), _clip(y + by[1]))
    return _shaped(mark, tuple(points))


def _shifted(mark: MarkBox, by: Point) -> MarkBox:
    xs, ys = [x for x, _ in mark.points], [y for _, y in mark.points]
    dx = min(max(by[0], -min(xs)), 1.0 - max(xs))
    dy = min(max(by[1], -min(ys)), 1.0 - max(ys))
    if mark.shape is None:
        box = mark.box
        return replace(mark, box=Box(box.left + dx, box.top + dy, box.right + dx, box.bottom + dy))
    return _shaped(mark, tuple((x + dx, y + dy) for x, y in mark.shape.points))


def _shaped(mark: MarkBox, points: tuple[Point, ...]) -> MarkBox:
    assert mark.shape is not None
    xs, ys = [x for x, _ in points], [y for _, y in points]
    box = Box(min(xs), min(ys), max(xs), max(ys))
    return replace(mark, box=box, shape=MarkShape(mark.shape.kind, points))


def _clip(value: float) -> float:
    return min(1.0, max(0.0, value))


def draw_grips(painter: QPainter, points: list[QPointF]) -> None:
    """White squares with a black edge."""
    painter.setPen(QPen(QColor("#000000"), 1))
    painter.setBrush(QColor("#FFFFFF"))
    for point in points:
        painter.drawRect(QRectF(point.x() - SIDE / 2, point.y() - SIDE / 2, SIDE, SIDE))


def cursor_of(grip: str) -> Qt.CursorShape:
    return Qt.CursorShape.SizeAllCursor if grip == ALL else Qt.CursorShape.PointingHandCursor
