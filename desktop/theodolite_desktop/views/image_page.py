"""The Image tab: tools, the picture with its marks, and the form of a new clue."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from theodolite.domain import Box, Clue, Exhibit, MarkShape
from theodolite_desktop import viewing, wording
from theodolite_desktop.covering import Cover, label
from theodolite_desktop.language import mark, tr
from theodolite_desktop.pictures import Picture
from theodolite_desktop.pointing import level_angle, marks_of, pointer_text, region_of
from theodolite_desktop.sketching import Kind
from theodolite_desktop.snapshot import is_video
from theodolite_desktop.theme import Theme
from theodolite_desktop.together_rows import moment
from theodolite_desktop.views.adjust import Adjust
from theodolite_desktop.views.canvas import Canvas, MarkBox
from theodolite_desktop.views.clue_form import ClueForm
from theodolite_desktop.views.empty import EmptyState
from theodolite_desktop.views.handing import hand_focus
from theodolite_desktop.views.image_tools import ImageTools
from theodolite_desktop.views.picking import Picking

NEW = "new"
CHOOSE = mark("Choose an exhibit on the left.")
INVITATION = mark(
    "Drop photographs or folders here, or paste an image. Originals are copied and hashed first."
)


class ImagePage(QWidget):
    """Shows one exhibit. Marks select clues both ways; turning, mirroring and levels touch the view only.

    ``markEdited``: clue and MarkBox; ``horizonDrawn``: a MarkShape of two points; ``deriveAsked``: steps.
    """

    clueSelected = Signal(str)
    clueWritten = Signal(object)
    markEdited = Signal(str, object)
    markRemoved = Signal(str)
    horizonDrawn = Signal(object)
    deriveAsked = Signal(object)
    pointerMoved = Signal(str)
    addAsked = Signal()
    shadowAsked = Signal()
    zoomed = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._exhibit: Exhibit | None = None
        self._clues: tuple[Clue, ...] = ()
        self._selected = ""
        self._pending: Box | None = None
        self._shape: MarkShape | None = None
        self._pointed: Box | None = None
        self._upright: Picture | None = None
        self._cover = Cover()
        self.canvas = Canvas(theme, tr("Exhibit image"))
        self.form = ClueForm(theme, self)
        self.picking = Picking(theme, self.canvas, self)
        self._inviting = False
        self.adjust = Adjust(theme, self, self.canvas, self._off_level)
        self.empty = EmptyState(theme, "image-outline", tr(CHOOSE), tr("Add exhibits"), ground="canvas")
        self.empty.button.hide()
        self.empty.pressed.connect(self.addAsked)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.canvas)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.tools = ImageTools(theme, self._acts(), self._take_pen, self.shadowAsked.emit)
        self.name, self.kind, self.zoom_text = self.tools.name, self.tools.kind, self.tools.zoom_text
        self.shadow_button = self.tools.shadow_button
        layout.addWidget(self.tools)
        layout.addLayout(self._stack, 1)
        hand_focus(self, self.canvas)
        self.canvas.boxDrawn.connect(self._on_box)
        self.canvas.shapeDrawn.connect(self._on_shape)
        self.canvas.drawingMoved.connect(self._on_pen)
        self.canvas.drawingEnded.connect(self._pen_down)
        self.canvas.markEdited.connect(self._on_edited)
        self.canvas.markPicked.connect(self.clueSelected)
        self.canvas.pointerMoved.connect(self._on_pointer)
        self.canvas.viewportMoved.connect(self._on_moved)
        self.form.submitted.connect(self.clueWritten)
        self.form.closed.connect(self._on_form_closed)
        self.adjust.madeAsked.connect(self.deriveAsked)
        self.picking.ended.connect(lambda _done: self.shadow_button.setChecked(False))

    def _acts(self) -> dict[str, Callable[[], object]]:
        return {
            "out": self.zoom_out,
            "in": self.zoom_in,
            "fit": self.canvas.fit,
            "full": self.canvas.full,
            "turn": lambda: self.turn(1),
            "mirror": self.mirror,
            "adjust": self.open_adjust,
        }

    # --- what is shown -----------------------------------------------------------------------------

    def show_exhibit(self, exhibit: Exhibit | None, clues: tuple[Clue, ...]) -> None:
        """The exhibit and its clues; the picture comes by :meth:`show_picture` when it is decoded."""
        changed = (exhibit.id if exhibit else "") != (self._exhibit.id if self._exhibit else "")
        self._exhibit, self._clues = exhibit, clues
        if changed:
            self._upright = None
            self.canvas.set_picture(None)
            self._pending = self._shape = None
            self._point_nowhere()
            self.form.hide()
            self.adjust.hide()
            self.picking.cancel()
            self.put_down()
        if exhibit is None:
            self.name.setText("")
            self.zoom_text.setText("")
            self._invite()
        else:
            self.empty.button.hide()
            self.name.setText(f"{exhibit.id}  {wording.visible(exhibit.name, 200)}")
        self.kind.setText(_kind(exhibit))
        self.kind.setVisible(bool(self.kind.text()))
        if exhibit is not None and not exhibit.readable:
            why = wording.visible(exhibit.error_text or tr("No decoder could read this file."), 300)
            self.empty.set_sentence(tr("{why} The bytes are kept as evidence.", why=why))
        show_empty = exhibit is None or not exhibit.readable
        self._stack.setCurrentWidget(self.empty if show_empty else self.canvas)
        self._draw_marks()

    def set_inviting(self, inviting: bool) -> None:
        """With no room for the list's own empty state, the image asks for exhibits."""
        self._inviting = inviting
        if self._exhibit is None:
            self._invite()

    def _invite(self) -> None:
        self.empty.set_sentence(tr(INVITATION if self._inviting else CHOOSE))
        self.empty.button.setVisible(self._inviting)

    def show_picture(self, exhibit: str, picture: Picture) -> None:
        """The decoded image of ``exhibit``; ignored when another one is shown by now."""
        if self._exhibit is None or self._exhibit.id != exhibit:
            return
        known = self._upright is not None
        self._upright = picture
        self._show(keep_view=known)

    def show_problem(self, exhibit: str, text: str) -> None:
        if self._exhibit is not None and self._exhibit.id == exhibit and self._upright is None:
            self.empty.set_sentence(text)
            self._stack.setCurrentWidget(self.empty)

    def select(self, clue: str) -> None:
        """Emphasise the region of a clue and bring it into view."""
        if clue != self._selected:
            self._point_nowhere()
        self._selected = clue
        self._draw_marks()
        box = next((c.box for c in self._clues if c.id == clue), None)
        if box is not None and self._upright is not None:
            self.canvas.show_box(box)

    def show_region(self, box: Box) -> None:
        """Where a model points: drawn apart from the marks, until a clue or another exhibit is chosen."""
        if self._upright is not None:
            self._pointed = box
            self.canvas.set_pointed(box)
            self.canvas.show_box(box)

    def set_covered(self, cover: Cover) -> None:
        self._cover = cover
        self._put_cover()

    # --- commands ----------------------------------------------------------------------------------

    def zoom_in(self) -> None:
        self.canvas.zoom(viewing.STEP)

    def zoom_out(self) -> None:
        self.canvas.zoom(1 / viewing.STEP)

    def turn(self, quarters: int) -> None:
        self.canvas.turn(90.0 * quarters)

    def mirror(self) -> None:
        self.canvas.mirror()

    def begin_box(self) -> None:
        self.draw("box")

    def draw(self, kind: Kind) -> None:
        """Take a pen in hand; the same one again puts it down."""
        sketch = self.canvas.pen.sketch
        self._take_pen(kind, sketch is None or sketch.kind != kind)

    @property
    def pen(self) -> Kind | None:
        """The pen in hand."""
        sketch = self.canvas.pen.sketch
        return sketch.kind if sketch is not None else None

    def put_down(self) -> None:
        """No pen in hand."""
        if self.canvas.drawing:
            self.canvas.stop_drawing()
        self._pen_down()

    def open_adjust(self) -> None:
        """Rotation and levels of the view; again: away with it."""
        if self._upright is not None:
            self.adjust.toggle(self.tools.height(), self.width())

    def _off_level(self) -> float | None:
        return level_angle(self._clues, self.canvas.size_of_image)

    def remove_mark(self) -> None:
        """Take the selected mark off; what may not be taken off is said by whoever is asked."""
        if self._selected and any(c.id == self._selected for c in self._marked()):
            self.markRemoved.emit(self._selected)

    def magnify(self) -> None:
        """The magnifier while its key is held; from a menu: until the next time."""
        self.canvas.set_lens(not self.canvas.lens)

    def write_clue(self) -> None:
        """A clue without a region."""
        self.form.open_for(None)
        self._place_form()

    def clue_draft(self) -> dict[str, Any]:
        """What is being written of a clue and not yet taken; {} for nothing."""
        return self.form.draft()

    def resume_clue(self, draft: Mapping[str, Any]) -> None:
        """Go on where it was left, with its region."""
        self._pending, self._shape = region_of(draft)
        self._draw_marks()
        self.form.resume(draft, self._pending, self._shape)
        self._place_form()

    def step_mark(self, step: int) -> None:
        """Select the next or previous marked clue."""
        marks = [c.id for c in sorted(self._marked(), key=lambda c: c.mark or 999)]
        if marks:
            at = marks.index(self._selected) + step if self._selected in marks else (0 if step > 0 else -1)
            self.clueSelected.emit(marks[at % len(marks)])

    def stop(self) -> None:
        """Esc: leave the form, then a tool."""
        if self.form.isVisible():
            self.form.close_form()
        elif self.canvas.lens:
            self.canvas.set_lens(False)
        elif self.adjust.isVisible():
            self.adjust.leave()
        elif self.picking.active:
            self.picking.cancel()
        elif self._pointed is not None:
            self._point_nowhere()
        else:
            self.put_down()

    # --- inside ------------------------------------------------------------------------------------

    def _point_nowhere(self) -> None:
        self._pointed = None
        self.canvas.set_pointed(None)

    def _marked(self) -> list[Clue]:
        return [c for c in self._clues if c.box is not None and c.rejected_reason is None]

    def _draw_marks(self) -> None:
        shown = marks_of(self._marked())
        if self._pending is not None:  # what the open form describes stays in view
            shown = (*shown, MarkBox(NEW, 0, self._pending, self._shape))
        self.canvas.set_marks(shown, NEW if self._pending is not None else self._selected)

    def _show(self, *, keep_view: bool = False) -> None:
        if self._upright is not None:
            self.canvas.set_picture(self._upright, keep_view=keep_view)
            self._put_cover()
            self._draw_marks()
            self.canvas.set_pointed(self._pointed if self._pointed else None)
            self.picking.redraw()
            self._on_moved(self.canvas.viewport)

    def _put_cover(self) -> None:
        shown = self._exhibit.id if self._exhibit else ""
        self.canvas.set_cover(bool(shown) and self._cover.hides(shown), label(shown))

    def _take_pen(self, kind: Kind, on: bool) -> None:
        if not on or self._upright is None:
            self.put_down()
            return
        self.picking.cancel()
        if self.form.isVisible():
            self.form.close_form()
        self.canvas.begin_sketch(kind)
        self.canvas.setFocus()

    def _on_pen(self) -> None:
        sketch = self.canvas.pen.sketch
        if sketch is not None:
            self.tools.show_pen(sketch.kind)
            self.picking.say(tr(sketch.guide))

    def _pen_down(self) -> None:
        self.tools.show_pen(None)
        if not self.picking.active:
            self.picking.guide.hide()

    def _on_box(self, box: object) -> None:
        assert isinstance(box, Box)
        self._write(box, None)

    def _on_shape(self, kind: str, shape: object) -> None:
        assert isinstance(shape, MarkShape)
        if kind == "horizon":
            self.horizonDrawn.emit(shape)
        else:
            xs, ys = [x for x, _ in shape.points], [y for _, y in shape.points]
            self._write(Box(min(xs), min(ys), max(xs), max(ys)), shape)

    def _write(self, box: Box, shape: MarkShape | None) -> None:
        """The form of a new clue, for what was drawn."""
        self._pending, self._shape = box, shape
        self._draw_marks()
        self.form.open_for(box, shape)
        self._place_form()

    def _on_edited(self, edited: object) -> None:
        assert isinstance(edited, MarkBox)
        self.markEdited.emit(edited.id, edited)

    def _on_form_closed(self) -> None:
        self._pending = self._shape = None
        self._draw_marks()
        self.canvas.setFocus()

    def _place_form(self) -> None:
        self.form.adjustSize()
        start, end = 16, self.width() - self.form.width() - 16
        at = start if self.isRightToLeft() else end
        if self._pending is not None and self._under(self._pending, at):
            at = start + end - at
        self.form.move(QPoint(max(0, at), self.tools.height() + 16))

    def _under(self, box: Box, left: int) -> bool:
        """Whether the form, from ``left`` on, would lie on the middle of what it is about."""
        w, h = self.canvas.size_of_image
        x, _ = self.canvas.viewport.to_view((box.left + box.right) / 2 * w, (box.top + box.bottom) / 2 * h)
        return left - 16 <= x <= left + self.form.width() + 16

    def _on_pointer(self, x: float, y: float) -> None:
        picture = self._upright
        known = picture if picture is not None and not self.canvas.covered else None
        self.pointerMoved.emit(pointer_text(x, y, self.canvas.size_of_image, known))

    def _on_moved(self, viewport: object) -> None:
        assert isinstance(viewport, viewing.Viewport)
        percent = viewport.scale * 100
        self.zoom_text.setText(f"{percent:.0f} %")
        self.zoomed.emit(round(percent))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.stop()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.form.isVisible():
            self._place_form()


def _kind(exhibit: Exhibit | None) -> str:
    """What is in view where it is no photograph: the first frame of a video, or a frame taken from one."""
    if exhibit is None:
        return ""
    if exhibit.at_seconds is not None and exhibit.parent:
        at = moment(exhibit.at_seconds)
        return tr("Key frame of {exhibit} {moment}", exhibit=exhibit.parent, moment=at)
    return tr("Video, first frame") if is_video(exhibit) and exhibit.readable else ""
