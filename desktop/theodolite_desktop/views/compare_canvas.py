"""One picture of a comparison: moved with the others or, with Ctrl, alone; another one drawn over it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QResizeEvent,
    QWheelEvent,
)

from theodolite_desktop import viewing
from theodolite_desktop.pictures import Picture
from theodolite_desktop.theme import Theme
from theodolite_desktop.viewing import Viewport
from theodolite_desktop.views.canvas import Canvas
from theodolite_desktop.views.drawing import draw_crosshair

OverlayMode = Literal["slider", "opacity", "difference"]
NUDGE = 4.0
GRIP = 10.0
ANGLE_STEP = 1.0
ALONE = Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True)
class Overlay:
    """``opacity`` in [0, 1] for that mode; ``split``: the share of the width left of the slider."""

    picture: Picture
    viewport: Viewport
    mode: OverlayMode
    opacity: float = 1.0
    split: float = 0.5


class CompareCanvas(Canvas):
    """Ctrl held while dragging, turning the wheel or pressing arrows moves this picture alone; Alt with the
    wheel turns it. Of a new size, what was in the middle stays there."""

    movedAlone = Signal(object)
    splitMoved = Signal(float)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name)
        self._laid: Overlay | None = None
        self._pins: tuple[tuple[float, float], ...] = ()
        self._alone = False
        self._splitting = False
        self.resizing = False

    @property
    def overlay(self) -> Overlay | None:
        return self._laid

    def put_over(self, overlay: Overlay | None) -> None:
        """Draw another picture over this one, at its own place."""
        if overlay != self._laid:
            self._laid = overlay
            self.update()

    def set_anchors(self, anchors: tuple[tuple[float, float], ...]) -> None:
        """Image points, drawn as reticles: no number of a clue looks like one."""
        self._pins = anchors
        self.update()

    @property
    def fitted(self) -> bool:
        return self._fitted

    # --- moving ------------------------------------------------------------------------------------

    def _moved(self) -> None:
        if self._alone:
            self.movedAlone.emit(self.viewport)
            self.update()
        else:
            super()._moved()

    def move_alone(self, viewport: Viewport) -> None:
        """As a person does with Ctrl held."""
        self._alone = True
        try:
            self._move(viewport)
        finally:
            self._alone = False

    def nudge_alone(self, dx: float, dy: float) -> None:
        """A few pixels of the screen, alone."""
        self.move_alone(viewing.panned(self.viewport, dx * NUDGE, dy * NUDGE))

    def pick(self) -> None:
        """The keyboard's click: at the crosshair, before it was moved in the middle of the view."""
        self._point(self._live() if self._cross is not None or self._over else self._centre())

    def resizeEvent(self, event: QResizeEvent) -> None:
        old = event.oldSize()
        if not self._fitted and self._picture is not None and old.width() > 0:
            self.viewport = viewing.panned(
                self.viewport, (self.width() - old.width()) / 2, (self.height() - old.height()) / 2
            )
        self.resizing = True
        try:
            super().resizeEvent(event)
        finally:
            self.resizing = False

    # --- events ------------------------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._alone = bool(event.modifiers() & ALONE)
        try:
            if event.modifiers() & Qt.KeyboardModifier.AltModifier and self._picture is not None:
                delta = event.angleDelta()
                steps = (delta.y() or delta.x()) / 120
                at = event.position()
                self._move(viewing.turned(self.viewport, steps * ANGLE_STEP, at.x(), at.y()))
                event.accept()
            else:
                super().wheelEvent(event)
        finally:
            self._alone = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._on_grip(event.position()):
            self._splitting = True
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._splitting:
            self.splitMoved.emit(min(1.0, max(0.0, event.position().x() / max(1, self.width()))))
            return
        if not self.pointing and not self.drawing:
            over = self._drag is None and self._on_grip(event.position())
            self.setCursor(Qt.CursorShape.SplitHCursor if over else Qt.CursorShape.ArrowCursor)
        self._alone = self._drag is not None and bool(event.modifiers() & ALONE)
        try:
            super().mouseMoveEvent(event)
        finally:
            self._alone = False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._splitting:
            self._splitting = False
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }.get(Qt.Key(event.key()))
        if step and event.modifiers() & ALONE:
            self.nudge_alone(*step)
        else:
            super().keyPressEvent(event)

    def _on_grip(self, at: QPointF) -> bool:
        """Whether the slider can be taken hold of there."""
        over = self._laid
        return over is not None and over.mode == "slider" and abs(at.x() - over.split * self.width()) <= GRIP

    # --- drawing -----------------------------------------------------------------------------------

    def _draw_over(self, painter: QPainter) -> None:
        over = self._laid
        if over is None:
            return
        painter.save()
        if over.mode == "slider":
            x = over.split * self.width()
            painter.setClipRect(QRectF(x, 0, self.width() - x, self.height()))
        elif over.mode == "difference":
            painter.setClipPath(self._outline(), Qt.ClipOperation.IntersectClip)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
        else:
            painter.setOpacity(over.opacity)
        self._draw(painter, over.picture, over.viewport)
        painter.restore()
        if over.mode == "slider":
            self._draw_grip(painter, over.split * self.width())

    def _outline(self) -> QPainterPath:
        """Of the picture below: beyond it there is nothing to be different from."""
        width, height = self.size_of_image
        path = QPainterPath()
        corners = ((0.0, 0.0), (width, 0.0), (width, height), (0.0, height))
        path.addPolygon(QPolygonF([QPointF(*self.viewport.to_view(*at)) for at in corners]))
        return path

    def _draw_marks(self, painter: QPainter) -> None:
        super()._draw_marks(painter)
        for number, (x, y) in enumerate(self._pins, 1):
            draw_anchor(painter, QPointF(*self.viewport.to_view(x, y)), number, self.font())
        if self.pointing and self.hasFocus() and self._cross is None and not self._over:
            draw_crosshair(painter, self._centre())

    def _draw_grip(self, painter: QPainter, x: float) -> None:
        """A line with a handle that shows on any photograph, with a letter on either side."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for tone, width in (("#000000", 4.0), ("#FFFFFF", 2.0)):
            painter.setPen(QPen(QColor(tone), width))
            painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
        middle = self.height() / 2
        painter.setPen(QPen(QColor("#000000"), 1))
        painter.setBrush(QColor("#FFFFFF"))
        painter.drawEllipse(QPointF(x, middle), 14, 14)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("#000000"))
        for way in (-1, 1):
            tip = x + way * 10
            painter.drawPolygon(
                QPolygonF(
                    [
                        QPointF(tip, middle),
                        QPointF(x + way * 4, middle - 5),
                        QPointF(x + way * 4, middle + 5),
                    ]
                )
            )
        painter.restore()


def draw_anchor(painter: QPainter, at: QPointF, number: int, font: QFont) -> None:
    """A reticle that leaves its spot open, with its number beside it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for tone, width in (("#000000", 4.0), ("#FFFFFF", 2.0)):
        painter.setPen(QPen(QColor(tone), width))
        painter.drawEllipse(at, 9, 9)
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            painter.drawLine(at + QPointF(4 * dx, 4 * dy), at + QPointF(14 * dx, 14 * dy))
    small = QFont(font)
    small.setPixelSize(11)
    small.setBold(True)
    painter.setFont(small)
    tag = QRectF(at.x() + 10, at.y() + 8, 16, 16)
    painter.setPen(QPen(QColor("#000000"), 1))
    painter.setBrush(QColor("#FFFFFF"))
    painter.drawRect(tag)
    painter.setPen(QColor("#000000"))
    painter.drawText(tag, int(Qt.AlignmentFlag.AlignCenter), str(number))
    painter.restore()
