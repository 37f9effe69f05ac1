"""A picture with its marks; dragging pans, draws where a pen is in hand, and moves what has handles."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF

from theodolite.domain import Box
from theodolite_desktop import viewing
from theodolite_desktop.pictures import Picture
from theodolite_desktop.sketching import Kind, Sketch
from theodolite_desktop.theme import Theme
from theodolite_desktop.views import handles, marking
from theodolite_desktop.views.drawing import Pen, arrow, draw_crosshair, fraction
from theodolite_desktop.views.marking import MarkBox
from theodolite_desktop.views.picture_view import PictureView
from theodolite_desktop.views.shapes import draw_label, draw_mark, draw_pointed, draw_trace

__all__ = ["Canvas", "MarkBox"]

PAN = 48
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Canvas(PictureView):
    """Marks, anchors and traces are points of the upright picture: where they are drawn follows from the
    viewport, so that they stay on their spot at any zoom, rotation and mirror.

    ``boxDrawn`` carries a Box, ``shapeDrawn`` the kind that was asked for and its MarkShape, ``markEdited``
    a MarkBox. With a pen in hand, or while a point is asked for, the arrows move a crosshair and Enter acts.
    """

    boxDrawn = Signal(object)
    shapeDrawn = Signal(str, object)
    drawingEnded = Signal()
    drawingMoved = Signal()
    markEdited = Signal(object)
    markPicked = Signal(str)
    pointPicked = Signal(float, float)
    pointerMoved = Signal(float, float)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name)
        self._marks: tuple[MarkBox, ...] = ()
        self._anchors: tuple[tuple[float, float], ...] = ()
        self._trace: tuple[tuple[float, float], ...] = ()
        self._trace_live = False
        self._pointed: Box | None = None
        self._selected = ""
        self._drag: QPointF | None = None
        self._cross: tuple[float, float] | None = None
        self._grip = ""
        self._edited: MarkBox | None = None
        self._kept = False
        self.pen = Pen()
        self.pointing = False

    # --- what is shown -----------------------------------------------------------------------------

    def set_picture(self, picture: Picture | None, *, keep_view: bool = False) -> None:
        if picture is None:
            self._cross = self._edited = None
        super().set_picture(picture, keep_view=keep_view)

    def set_marks(self, marks: tuple[MarkBox, ...], selected: str) -> None:
        self._marks, self._selected = marks, selected
        self._edited = None
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

    # --- pen and pointing --------------------------------------------------------------------------

    @property
    def drawing(self) -> bool:
        return self.pen.active

    def begin_sketch(self, kind: Kind) -> None:
        """Take the pen: what is drawn next is of this kind; then it is put down."""
        self._kept = False
        self.pen.begin(Sketch(kind))
        self._cross = None
        self._show_cursor()
        self.drawingMoved.emit()

    def set_drawing(self, on: bool) -> None:
        """The pen for boxes in hand until it is put down, or no pen."""
        if on:
            self.begin_sketch("box")
            self._kept = True
        else:
            self.stop_drawing()

    def stop_drawing(self) -> None:
        self.pen.stop()
        self._cross = None
        self._show_cursor()

    def set_pointing(self, on: bool) -> None:
        """The next click, or Enter at the crosshair, names a point."""
        self.pointing = on
        self._cross = None
        self._show_cursor()

    def _show_cursor(self) -> None:
        cross = self.drawing or self.pointing
        self.setCursor(Qt.CursorShape.CrossCursor if cross else Qt.CursorShape.ArrowCursor)
        self.update()

    def _live(self) -> QPointF:
        """Where Enter or a click acts: the crosshair once a key moved it, else the pointer."""
        return QPointF(*self.viewport.to_view(*self._cross)) if self._cross is not None else self._pointer

    def _finish(self) -> None:
        sketch = self.pen.sketch
        found = self.pen.take(self.size_of_image)
        self._cross = None
        self._show_cursor()
        if self._kept:
            self.set_drawing(True)
        self.drawingEnded.emit()
        if isinstance(found, Box):
            self.boxDrawn.emit(found)
        elif found is not None and sketch is not None:
            self.shapeDrawn.emit(sketch.kind, found)

    def _stepped(self, done: bool) -> None:
        """A point more or less was set."""
        if done:
            self._finish()
        else:
            self.drawingMoved.emit()
            self.update()

    # --- mouse -------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._picture is None:
            return
        at = event.position()
        self._pointer, self._over, self._cross = at, True, None
        if self.pointing:
            self._point(at)
        elif self.drawing:
            self._stepped(self.pen.press(at, self.viewport, self.size_of_image))
        else:
            self._grip = self._grip_at(at)
            self._drag = at

    def _point(self, at: QPointF) -> None:
        x, y = self.viewport.to_image(at.x(), at.y())
        w, h = self.size_of_image
        if 0 <= x <= w and 0 <= y <= h:
            self.pointPicked.emit(x, y)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._drag is not None:
            before, self._drag = self._drag, at
            if self._grip:
                self._edit(before, at)
            else:
                self._move(viewing.panned(self.viewport, at.x() - before.x(), at.y() - before.y()))
        self._pointer, self._over, self._cross = at, True, None
        if self._drag is None and not self.drawing and not self.pointing:
            grip = self._grip_at(at)
            self.setCursor(handles.cursor_of(grip) if grip else Qt.CursorShape.ArrowCursor)
        if self.drawing or self._lens or (self._trace and self._trace_live):
            self.update()
        if self._picture is not None:
            self.pointerMoved.emit(*self.viewport.to_image(at.x(), at.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self.drawing:
            self._stepped(self.pen.release(at, self.viewport, self.size_of_image))
        elif self._drag is not None:
            self._drag = None
            if self._grip and self._edited is not None:
                self.finish_edit()
                return
            picked = marking.found_at(self._marks, self.viewport, self.size_of_image, at)
            if picked:
                self.markPicked.emit(picked)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.drawing:
            if self.pen.sketch is not None and self.pen.sketch.enough:
                self._finish()
        elif self._fitted:
            at = event.position()
            self._move(viewing.full(self.viewport, at.x(), at.y()))
        else:
            self.fit()

    # --- handles -----------------------------------------------------------------------------------

    def _chosen(self) -> MarkBox | None:
        """The selected mark where it can be moved, as it is being moved."""
        if self._edited is not None:
            return self._edited
        return next((m for m in self._marks if m.id == self._selected and m.editable), None)

    def _grip_at(self, at: QPointF) -> str:
        mark = self._chosen()
        if mark is None or self._cover is not None:
            return ""
        return handles.grip_at(mark, self.viewport, self.size_of_image, at)

    def _edit(self, before: QPointF, at: QPointF) -> None:
        mark, size = self._chosen(), self.size_of_image
        if mark is not None:
            (x, y), (u, v) = (fraction(one, self.viewport, size) for one in (before, at))
            self._edited = handles.dragged(mark, self._grip, (u - x, v - y))
            self.update()

    def nudge(self, grip: str, across: float, down: float) -> bool:
        """Move the selected mark, or one of its handles, by logical pixels; False where there is none."""
        mark = self._chosen()
        if mark is None:
            return False
        if grip == "last":
            grip = "bottom right" if mark.shape is None else str(len(mark.shape.points) - 1)
        self._grip = grip
        x, y = self.viewport.to_view(0, 0)
        self._edit(QPointF(x, y), QPointF(x + across, y + down))
        return True

    def finish_edit(self) -> None:
        """Say how the mark lies now; it stays so until the marks are set again."""
        if self._edited is not None:
            self.markEdited.emit(self._edited)
        self._grip = ""

    # --- keys --------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (self.drawing or self.pointing) and self._draw_key(event):
            return
        step = arrow(event)
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if step is not None and held == Qt.KeyboardModifier.NoModifier:
            sign = PAN / max(abs(step[0]), abs(step[1]))
            self._move(viewing.panned(self.viewport, -step[0] * sign, -step[1] * sign))
        elif step is not None and held & Qt.KeyboardModifier.AltModifier:
            last = bool(held & Qt.KeyboardModifier.ShiftModifier)
            if not self.nudge(
                "last" if last else handles.ALL, *((1 if s > 0 else -1 if s else 0) for s in step)
            ):
                super().keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _draw_key(self, event: QKeyEvent) -> bool:
        """Whether the key meant the crosshair or the pen."""
        step, key = arrow(event), Qt.Key(event.key())
        if step is not None and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._move_cross(*step)
            return True
        if key in ENTER:
            at = self._live() if self._cross is not None or self._over else self._centre()
            if self.pointing:
                self._point(at)
            elif self._cross is None and self.pen.sketch is not None and self.pen.sketch.enough:
                self._finish()  # drawn by mouse: Enter only ends it
            else:
                self._stepped(self.pen.enter(at, self.viewport, self.size_of_image))
            return True
        if key == Qt.Key.Key_Backspace and self.pen.sketch is not None:
            self.pen.sketch = self.pen.sketch.back()
            self._stepped(False)
            return True
        return False

    def _centre(self) -> QPointF:
        return QPointF(self.width() / 2, self.height() / 2)

    def _move_cross(self, dx: float, dy: float) -> None:
        at = self._live() if self._cross is not None or self._over else self._centre()
        w, h = self.size_of_image
        x, y = self.viewport.to_image(at.x() + dx, at.y() + dy)
        self._cross = min(w, max(0.0, x)), min(h, max(0.0, y))
        seen = self._live()
        out_x = min(0.0, seen.x() - PAN) + max(0.0, seen.x() - self.width() + PAN)
        out_y = min(0.0, seen.y() - PAN) + max(0.0, seen.y() - self.height() + PAN)
        if out_x or out_y:  # it takes the view with it
            self._move(viewing.panned(self.viewport, -out_x, -out_y))
        self.pointerMoved.emit(*self._cross)
        self.update()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return
        if self._edited is not None and event.key() == Qt.Key.Key_Alt:
            self.finish_edit()
        elif self._lens and event.key() != Qt.Key.Key_Alt:
            self.set_lens(False)
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.set_lens(False)
        self.finish_edit()
        super().focusOutEvent(event)

    # --- drawing -----------------------------------------------------------------------------------

    def _corners(self, box: Box) -> list[QPointF]:
        """The corners of a box as seen, clockwise from its top left in the upright picture."""
        return marking.seen(MarkBox("", 0, box).points, self.viewport, self.size_of_image)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("canvas"))
        if self._picture is not None:
            self._draw_picture(painter)
            if self._cover is not None:
                draw_label(painter, QRectF(self.rect()), self._cover_label, self._theme)
            self._draw_marks(painter)
            if self._pointed is not None:
                draw_pointed(painter, QPolygonF(self._corners(self._pointed)), self.font())
            self._draw_lens(painter)
        painter.end()

    def _draw_marks(self, painter: QPainter) -> None:
        size, moved = self.size_of_image, self._edited
        shown = tuple(moved if moved is not None and m.id == moved.id else m for m in self._marks)
        marking.draw_marks(painter, self._theme, self.font(), shown, self._selected, self.viewport, size)
        chosen = self._chosen()
        if chosen is not None:
            handles.draw_grips(painter, [at for _, at in handles.grips(chosen, self.viewport, size)])
        for number, (x, y) in enumerate(self._anchors, 1):
            draw_mark(painter, QPointF(*self.viewport.to_view(x, y)), number, self.font(), 18)
        if self._trace:
            ends = [QPointF(*self.viewport.to_view(*point)) for point in self._trace]
            draw_trace(painter, ends, self._live() if self._trace_live else None)
        self.pen.draw(painter, self.viewport, size, self._live())
        if self._cross is not None:
            draw_crosshair(painter, self._live())
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
