"""The pen over a picture: mouse and keyboard draw with it in the same way, and it shows what it draws."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QPolygonF

from theodolite.domain import Box, MarkShape
from theodolite_desktop.sketching import Point, Sketch
from theodolite_desktop.theme.tokens import mark_colour
from theodolite_desktop.viewing import Viewport
from theodolite_desktop.views.marking import Size, seen

DRAG = 4.0
CLOSE = 8.0
NAIL = 4.0
STEP, FINE, COARSE = 8.0, 1.0, 48.0
ARROWS: dict[int, tuple[int, int]] = {
    int(Qt.Key.Key_Left): (-1, 0),
    int(Qt.Key.Key_Right): (1, 0),
    int(Qt.Key.Key_Up): (0, -1),
    int(Qt.Key.Key_Down): (0, 1),
}


def arrow(event: QKeyEvent) -> tuple[float, float] | None:
    """Logical pixels that an arrow key moves the crosshair, fine with Shift, far with Ctrl; else None."""
    way = ARROWS.get(event.key())
    if way is None:
        return None
    held = event.modifiers()
    fine, far = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
    step = FINE if held & fine else COARSE if held & far else STEP
    return way[0] * step, way[1] * step


class Pen:
    """Holds a sketch between events. Points of the view come in, fractions of the picture are kept."""

    def __init__(self) -> None:
        self.sketch: Sketch | None = None
        self._pressed: QPointF | None = None
        self._fresh = False

    @property
    def active(self) -> bool:
        return self.sketch is not None

    def begin(self, sketch: Sketch) -> None:
        self.sketch, self._pressed = sketch, None

    def stop(self) -> None:
        self.sketch, self._pressed = None, None

    def press(self, at: QPointF, viewport: Viewport, size: Size) -> bool:
        """A button went down; whether the drawing is done."""
        sketch = self.sketch
        assert sketch is not None
        if self._closes(at, viewport, size):
            return True
        self._pressed, self._fresh = at, not sketch.points
        return False if sketch.kind == "point" else self.put(at, viewport, size)

    def release(self, at: QPointF, viewport: Viewport, size: Size) -> bool:
        """It came up again; a drag puts the second point."""
        pressed, self._pressed = self._pressed, None
        sketch = self.sketch
        if sketch is None or pressed is None:
            return False
        if sketch.kind == "point":
            return self.put(at, viewport, size)
        if self._fresh and len(sketch.points) == 1 and (at - pressed).manhattanLength() > DRAG:
            done = self.put(at, viewport, size)
            return done or sketch.kind == "line"
        return False

    def put(self, at: QPointF, viewport: Viewport, size: Size) -> bool:
        """Set a point here; whether that ends the drawing."""
        assert self.sketch is not None
        self.sketch = self.sketch.add(fraction(at, viewport, size))
        return self.sketch.full

    def enter(self, at: QPointF, viewport: Viewport, size: Size) -> bool:
        """The Enter key: a point here, or the end where the last one already is."""
        assert self.sketch is not None
        before = self.sketch
        done = self.put(at, viewport, size)
        return done or (self.sketch == before and before.enough) or self._closes(at, viewport, size)

    def _closes(self, at: QPointF, viewport: Viewport, size: Size) -> bool:
        sketch = self.sketch
        if sketch is None or sketch.kind != "polygon" or not sketch.enough:
            return False
        first = seen(sketch.points[:1], viewport, size)[0]
        return (first - at).manhattanLength() <= CLOSE

    def take(self, size: Size) -> Box | MarkShape | None:
        """What was drawn, and an end of it; None for less than a nail."""
        found = self.sketch.region() if self.sketch is not None else None
        self.stop()
        if isinstance(found, Box):
            wide, high = (found.right - found.left) * size[0], (found.bottom - found.top) * size[1]
            return found if wide >= NAIL and high >= NAIL else None
        return found

    def draw(self, painter: QPainter, viewport: Viewport, size: Size, live: QPointF) -> None:
        """The points so far and a line on to ``live``."""
        sketch = self.sketch
        if sketch is None or not sketch.points:
            return
        ends = seen(sketch.points, viewport, size)
        if sketch.kind == "box":
            (x, y), (u, v) = sketch.points[0], fraction(live, viewport, size)
            outline, closed = seen(((x, y), (u, y), (u, v), (x, v)), viewport, size), True
        else:
            outline, closed = [*ends, live], sketch.kind == "polygon" and len(ends) > 1
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in (("#000000", 4.0), ("#FFFFFF", 2.5), (mark_colour(1), 1.5)):
            painter.setPen(QPen(QColor(colour), width))
            if closed:
                painter.drawPolygon(QPolygonF(outline))
            else:
                painter.drawPolyline(QPolygonF(outline))
        painter.setPen(QPen(QColor("#000000"), 1))
        painter.setBrush(QColor("#FFFFFF"))
        for end in ends:
            painter.drawEllipse(end, 4.0, 4.0)
        painter.restore()


def fraction(at: QPointF, viewport: Viewport, size: Size) -> Point:
    x, y = viewport.to_image(at.x(), at.y())
    return x / size[0], y / size[1]


def draw_crosshair(painter: QPainter, at: QPointF) -> None:
    """Where Enter acts: a cross with a gap in its middle, seen on any picture."""
    painter.save()
    for colour, width in (("#000000", 3.0), ("#FFFFFF", 1.0)):
        painter.setPen(QPen(QColor(colour), width))
        for dx, dy in ARROWS.values():
            painter.drawLine(
                QPointF(at.x() + 4 * dx, at.y() + 4 * dy), QPointF(at.x() + 16 * dx, at.y() + 16 * dy)
            )
    painter.restore()
