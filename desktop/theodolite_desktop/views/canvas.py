"""Draws one picture with its marks; wheel zooms to the pointer, dragging pans."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from theodolite.domain import Box
from theodolite_desktop import viewing
from theodolite_desktop.pictures import Picture, blurred
from theodolite_desktop.theme import Theme
from theodolite_desktop.viewing import Viewport
from theodolite_desktop.views import marking
from theodolite_desktop.views.marking import MarkBox
from theodolite_desktop.views.shapes import draw_label, draw_mark, draw_pointed, draw_trace

__all__ = ["Canvas", "MarkBox"]

PAN = 48


class Canvas(QWidget):
    """``viewport`` is moved by the person only; the view is fitted until it was moved.

    Marks, anchors and traces are points of the upright picture: where they are drawn follows from the
    viewport, so that they stay on their spot at any zoom, rotation and mirror.
    """

    viewportMoved = Signal(object)
    boxDrawn = Signal(object)
    markPicked = Signal(str)
    pointPicked = Signal(float, float)
    pointerMoved = Signal(float, float)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._picture: Picture | None = None
        self._cover: QImage | None = None
        self._cover_label = ""
        self._marks: tuple[MarkBox, ...] = ()
        self._anchors: tuple[tuple[float, float], ...] = ()
        self._trace: tuple[tuple[float, float], ...] = ()
        self._trace_live = False
        self._overlay: tuple[Picture, Viewport, float] | None = None
        self._pointed: Box | None = None
        self._selected = ""
        self._fitted = True
        self._drag: QPointF | None = None
        self._corner: tuple[float, float] | None = None
        self._pointer = QPointF()
        self.drawing = False
        self.pointing = False
        self.viewport = Viewport()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    # --- what is shown -----------------------------------------------------------------------------

    def set_picture(self, picture: Picture | None, *, keep_view: bool = False) -> None:
        """``keep_view``: it is the same picture, sharper. None: nothing, and the next one comes upright."""
        self._picture = picture
        self._cover = None
        if not keep_view:
            self._fitted = True
        if picture is None:
            self.viewport = Viewport()
        self._refit()
        self.update()

    def set_marks(self, marks: tuple[MarkBox, ...], selected: str) -> None:
        self._marks, self._selected = marks, selected
        self.update()

    def set_pointed(self, box: Box | None) -> None:
        """Where a model points; None: nowhere."""
        self._pointed = box
        self.update()

    def set_anchors(self, anchors: tuple[tuple[float, float], ...]) -> None:
        self._anchors = anchors
        self.update()

    def set_trace(self, points: tuple[tuple[float, float], ...], *, live: bool) -> None:
        """Lines from the first of ``points`` (image pixels) to the others, and to the pointer if ``live``."""
        self._trace, self._trace_live = points, live
        self.update()

    def set_overlay(self, picture: Picture | None, viewport: Viewport, opacity: float) -> None:
        """Draw another picture over this one, at its own place, ``opacity`` in [0, 1]."""
        self._overlay = (picture, viewport, opacity) if picture is not None and opacity > 0 else None
        self.update()

    def set_cover(self, covered: bool, label: str = "") -> None:
        """A grey blur in place of graphic content, with ``label`` on it."""
        self._cover = blurred(self._picture.coarse) if covered and self._picture else None
        self._cover_label = label
        self.update()

    def set_drawing(self, on: bool) -> None:
        self.drawing = on
        self._corner = None
        self.setCursor(Qt.CursorShape.CrossCursor if on or self.pointing else Qt.CursorShape.ArrowCursor)
        self.update()

    def set_pointing(self, on: bool) -> None:
        """The next click names a point."""
        self.pointing = on
        self.setCursor(Qt.CursorShape.CrossCursor if on else Qt.CursorShape.ArrowCursor)

    @property
    def picture(self) -> Picture | None:
        return self._picture

    @property
    def size_of_image(self) -> tuple[float, float]:
        return (self._picture.width, self._picture.height) if self._picture else (1.0, 1.0)

    def sizeHint(self) -> QSize:
        return QSize(480, 360)

    # --- moving ------------------------------------------------------------------------------------

    def set_viewport(self, viewport: Viewport) -> None:
        """Move without saying so (the lock of a comparison)."""
        self.viewport, self._fitted = viewport, False
        self.update()

    def fit(self) -> None:
        self._fitted = True
        self._refit()
        self._moved()

    def full(self) -> None:
        self._move(viewing.full(self.viewport, self.width() / 2, self.height() / 2))

    def zoom(self, factor: float) -> None:
        at = self._pointer if self.rect().contains(self._pointer.toPoint()) and self.underMouse() else None
        x, y = (at.x(), at.y()) if at else (self.width() / 2, self.height() / 2)
        self._move(viewing.zoomed(self.viewport, factor, x, y))

    def turn(self, degrees: float) -> None:
        """Rotate the view clockwise round its middle; a fitted view stays fitted."""
        self._reorient(viewing.turned(self.viewport, degrees, self.width() / 2, self.height() / 2))

    def mirror(self) -> None:
        """Left and right change places as seen."""
        self._reorient(viewing.flipped(self.viewport, self.width() / 2))

    def set_angle(self, degrees: float, *, mirrored: bool) -> None:
        """Rotation and mirror as given, round the middle of the view."""
        if self.viewport.mirrored != mirrored:
            self.mirror()
        self.turn(degrees - self.viewport.angle)

    def _reorient(self, viewport: Viewport) -> None:
        if self._picture is None:
            return
        if self._fitted:
            self.viewport = viewport
            self._refit()
            self._moved()
        else:
            self._move(viewport)

    def show_box(self, box: Box) -> None:
        """Bring a region into view when it is outside or tiny."""
        w, h = self.size_of_image
        x, y = self.viewport.to_view((box.left + box.right) / 2 * w, (box.top + box.bottom) / 2 * h)
        if not (0 <= x <= self.width() and 0 <= y <= self.height()):
            self._move(viewing.panned(self.viewport, self.width() / 2 - x, self.height() / 2 - y))

    def _refit(self) -> None:
        if self._fitted and self._picture:
            now = self.viewport
            self.viewport = viewing.fit(
                self.size_of_image,
                (self.width(), self.height()),
                angle=now.angle,
                mirrored=now.mirrored,
            )

    def _move(self, viewport: Viewport) -> None:
        if self._picture is None:
            return
        self._fitted = False
        self.viewport = viewing.kept_near(viewport, self.size_of_image, (self.width(), self.height()))
        self._moved()

    def _moved(self) -> None:
        self.viewportMoved.emit(self.viewport)
        self.update()

    # --- events ------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        before = self._fitted
        self._refit()
        if before and self._picture:
            self.viewportMoved.emit(self.viewport)
        super().resizeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        steps = event.angleDelta().y() / 120 or event.angleDelta().x() / 120
        at = event.position()
        self._move(viewing.zoomed(self.viewport, viewing.STEP**steps, at.x(), at.y()))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._picture is None:
            return
        at = event.position()
        image = self.viewport.to_image(at.x(), at.y())
        if self.pointing:
            w, h = self.size_of_image
            if 0 <= image[0] <= w and 0 <= image[1] <= h:
                self.pointPicked.emit(*image)
        elif self.drawing:
            self._corner = image
        else:
            self._drag = at

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._drag is not None:
            delta = at - self._drag
            self._drag = at
            self._move(viewing.panned(self.viewport, delta.x(), delta.y()))
        self._pointer = at
        if self._corner is not None or (self._trace and self._trace_live):
            self.update()
        if self._picture is not None:
            self.pointerMoved.emit(*self.viewport.to_image(at.x(), at.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._corner is not None:
            box = viewing.box_between(
                self._corner, self.viewport.to_image(at.x(), at.y()), self.size_of_image
            )
            self._corner = None
            self.update()
            if box is not None:
                self.boxDrawn.emit(box)
        elif self._drag is not None:
            self._drag = None
            picked = self._mark_at(at)
            if picked:
                self.markPicked.emit(picked)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._fitted:
            at = event.position()
            self._move(viewing.full(self.viewport, at.x(), at.y()))
        else:
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {
            Qt.Key.Key_Left: (PAN, 0),
            Qt.Key.Key_Right: (-PAN, 0),
            Qt.Key.Key_Up: (0, PAN),
            Qt.Key.Key_Down: (0, -PAN),
        }.get(Qt.Key(event.key()))
        if step and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._move(viewing.panned(self.viewport, *step))
        else:
            super().keyPressEvent(event)

    def _mark_at(self, at: QPointF) -> str:
        return marking.found_at(self._marks, self.viewport, self.size_of_image, at)

    def _corners(self, box: Box) -> list[QPointF]:
        """The corners of a box as seen, clockwise from its top left in the upright picture."""
        return marking.seen(MarkBox("", 0, box).points, self.viewport, self.size_of_image)

    # --- drawing -----------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("canvas"))
        if self._picture is None:
            painter.end()
            return
        if self._cover is not None:
            w, h = self.size_of_image
            self._place(painter, self._cover, (w, h), self.viewport)
            draw_label(painter, QRectF(self.rect()), self._cover_label, self._theme)
        else:
            self._draw(painter, self._picture, self.viewport)
            self._draw_over(painter)
        self._draw_marks(painter)
        if self._pointed is not None:
            draw_pointed(painter, QPolygonF(self._corners(self._pointed)), self.font())
        painter.end()

    def _draw_over(self, painter: QPainter) -> None:
        """What another view draws between the picture and its marks."""
        if self._overlay is not None:
            picture, viewport, opacity = self._overlay
            painter.setOpacity(opacity)
            self._draw(painter, picture, viewport)
            painter.setOpacity(1.0)

    def _draw(self, painter: QPainter, picture: Picture, viewport: Viewport) -> None:
        """The smallest level that is sharp enough for the screen that it is on."""
        image = picture.level_for(viewport.scale * self.devicePixelRatioF())
        self._place(painter, image, (picture.width, picture.height), viewport)

    def _place(self, painter: QPainter, image: QImage, size: tuple[float, float], viewport: Viewport) -> None:
        """What is in view of ``image``, stretched over a picture of ``size`` pixels."""
        transform = QTransform(*viewport.matrix, viewport.left, viewport.top)
        inverse, _ = transform.inverted()
        part = inverse.mapRect(QRectF(self.rect())).intersected(QRectF(0, 0, *size))
        if part.isEmpty():
            return
        across, down = image.width() / size[0], image.height() / size[1]
        source = QRectF(part.x() * across, part.y() * down, part.width() * across, part.height() * down)
        painter.save()
        painter.setTransform(transform, combine=True)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, viewport.scale < 4)
        painter.drawImage(part, image, source)
        painter.restore()

    def _draw_marks(self, painter: QPainter) -> None:
        marking.draw_marks(
            painter,
            self._theme,
            self.font(),
            self._marks,
            self._selected,
            self.viewport,
            self.size_of_image,
        )
        for number, (x, y) in enumerate(self._anchors, 1):
            draw_mark(painter, QPointF(*self.viewport.to_view(x, y)), number, self.font(), 18)
        if self._trace:
            ends = [QPointF(*self.viewport.to_view(*point)) for point in self._trace]
            draw_trace(painter, ends, self._pointer if self._trace_live else None)
        if self._corner is not None:
            end = self.viewport.to_image(self._pointer.x(), self._pointer.y())
            (x, y), (u, v) = self._corner, end
            ends = [QPointF(*self.viewport.to_view(*at)) for at in ((x, y), (u, y), (u, v), (x, v))]
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for tone, thickness in ((QColor("#000000"), 3), (QColor("#FFFFFF"), 1)):
                painter.setPen(QPen(tone, thickness, Qt.PenStyle.SolidLine))
                painter.drawPolygon(QPolygonF(ends))
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
