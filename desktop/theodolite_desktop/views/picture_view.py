"""A picture in a view that zooms, pans, turns and mirrors; nothing on it can be changed here."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPainterPath,
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
from theodolite_desktop.toning import Levels, toned
from theodolite_desktop.viewing import Viewport

LENS_SIDE, LENS_TIMES = 200, 4.0
WHEEL_DEGREES = 1.0


class PictureView(QWidget):
    """``viewport`` is moved by the person only; the view is fitted until it was moved."""

    viewportMoved = Signal(object)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._picture: Picture | None = None
        self._cover: QImage | None = None
        self._cover_label = ""
        self._overlay: tuple[Picture, Viewport, float] | None = None
        self._fitted = True
        self._pointer = QPointF()
        self._over = False
        self._lens = False
        self.levels = Levels()
        self.viewport = Viewport()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    # --- what is shown -----------------------------------------------------------------------------

    def set_picture(self, picture: Picture | None, *, keep_view: bool = False) -> None:
        """``keep_view``: it is the same picture, sharper. None: nothing, and the next one comes upright."""
        before, self._picture = self._picture, picture
        self._cover = None
        if before is not None and picture is not None and not before.sharp:
            keep_view |= (before.width, before.height) == (picture.width, picture.height)
        if not keep_view:
            self._fitted = True
        if picture is None:
            self.viewport, self.levels = Viewport(), Levels()
        self._refit()
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

    def set_levels(self, levels: Levels) -> None:
        """Lighten or darken the view; black lies below white."""
        self.levels = levels
        self.update()

    def set_lens(self, on: bool) -> None:
        """The magnifier round the pointer, or round the middle of the view."""
        self._lens = on and self._picture is not None
        self.update()

    @property
    def lens(self) -> bool:
        return self._lens

    @property
    def covered(self) -> bool:
        return self._cover is not None

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
        x, y = self._middle()
        self._move(viewing.zoomed(self.viewport, factor, x, y))

    def _middle(self) -> tuple[float, float]:
        """The pointer while it is over the view, else the middle."""
        if self._over and self.rect().contains(self._pointer.toPoint()):
            return self._pointer.x(), self._pointer.y()
        return self.width() / 2, self.height() / 2

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

    def leaveEvent(self, event: QEvent) -> None:
        self._over = False
        super().leaveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        before = self._fitted
        self._refit()
        if before and self._picture:
            self.viewportMoved.emit(self.viewport)
        super().resizeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zooms to the pointer; with Shift it turns round the pointer, a degree a step."""
        steps = event.angleDelta().y() / 120 or event.angleDelta().x() / 120
        at = event.position()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._move(viewing.turned(self.viewport, WHEEL_DEGREES * steps, at.x(), at.y()))
        else:
            self._move(viewing.zoomed(self.viewport, viewing.STEP**steps, at.x(), at.y()))
        event.accept()

    # --- drawing -----------------------------------------------------------------------------------

    def _draw_picture(self, painter: QPainter) -> None:
        """The picture or its cover, what lies over it, and the magnifier's ground."""
        picture = self._picture
        assert picture is not None
        if self._cover is not None:
            self._place(painter, self._cover, self.size_of_image, self.viewport)
        elif self.levels.plain:
            self._draw(painter, picture, self.viewport)
            self._draw_over(painter)
        else:
            self._draw_toned(painter, picture, self.viewport)
            self._draw_over(painter)

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

    def _draw_toned(self, painter: QPainter, picture: Picture, viewport: Viewport) -> None:
        """The same with other levels: only the pixels in view are computed."""
        seen = QRectF()
        seen.setCoords(*viewport.bounds((picture.width, picture.height)))
        part = seen.intersected(QRectF(self.rect())).toAlignedRect()
        ratio = self.devicePixelRatioF()
        if part.isEmpty():
            return
        buffer = QImage(part.size() * ratio, QImage.Format.Format_RGB32)
        buffer.setDevicePixelRatio(ratio)
        buffer.fill(0)
        inner = QPainter(buffer)
        inner.translate(-part.topLeft())
        self._draw(inner, picture, viewport)
        inner.end()
        made = toned(buffer, self.levels)
        made.setDevicePixelRatio(ratio)
        painter.save()
        frame = self._frame(viewport, (picture.width, picture.height))
        painter.setClipPath(frame, Qt.ClipOperation.IntersectClip)
        painter.drawImage(part.topLeft(), made)
        painter.restore()

    def _frame(self, viewport: Viewport, size: tuple[float, float]) -> QPainterPath:
        """The outline of a picture as seen."""
        corners = ((0.0, 0.0), (size[0], 0.0), size, (0.0, size[1]))
        path = QPainterPath()
        path.addPolygon(QPolygonF([QPointF(*viewport.to_view(*at)) for at in corners]))
        path.closeSubpath()
        return path

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

    def _draw_lens(self, painter: QPainter) -> None:
        """A round glass over the pointer: the same picture, several times as large, its centre marked."""
        picture = self._picture
        if not self._lens or picture is None or self._cover is not None:
            return
        x, y = self._middle()
        half = self._theme.scaled(LENS_SIDE) / 2
        factor = max(LENS_TIMES, 2.0 / self.viewport.scale)
        near = viewing.zoomed(self.viewport, factor, x, y)
        glass = QPainterPath()
        glass.addEllipse(QPointF(x, y), half, half)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(glass)
        painter.fillRect(QRectF(x - half, y - half, 2 * half, 2 * half), self._theme.color("canvas"))
        if self.levels.plain:
            self._draw(painter, picture, near)
        else:
            self._draw_toned(painter, picture, near)
        painter.restore()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in (("#000000", 4.0), ("#FFFFFF", 2.0)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawPath(glass)
            painter.drawLine(QPointF(x - 10, y), QPointF(x - 3, y))
            painter.drawLine(QPointF(x + 3, y), QPointF(x + 10, y))
            painter.drawLine(QPointF(x, y - 10), QPointF(x, y - 3))
            painter.drawLine(QPointF(x, y + 3), QPointF(x, y + 10))
        painter.restore()
