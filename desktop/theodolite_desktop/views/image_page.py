"""The Image tab: tools, the picture with its marks, and the form of a new clue."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from theodolite.domain import Box, Clue, Exhibit
from theodolite_desktop import viewing, wording
from theodolite_desktop.covering import Cover, label
from theodolite_desktop.pictures import Picture
from theodolite_desktop.snapshot import is_video
from theodolite_desktop.theme import Theme
from theodolite_desktop.theme.tokens import TOOLS
from theodolite_desktop.together_rows import moment
from theodolite_desktop.views.canvas import Canvas, MarkBox
from theodolite_desktop.views.clue_form import ClueForm
from theodolite_desktop.views.controls import IconButton, VerticalRule, strip
from theodolite_desktop.views.empty import EmptyState
from theodolite_desktop.views.label import ElidedLabel, Label
from theodolite_desktop.views.picking import Picking

NEW = "new"
CHOOSE = "Choose an exhibit on the left."
INVITATION = "Drop photographs or folders here, or paste an image. Originals are copied and hashed first."


class ImagePage(QWidget):
    """Shows one exhibit. Boxes select clues both ways; turning and mirroring touch the view only."""

    clueSelected = Signal(str)
    clueWritten = Signal(object)
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
        self._pointed: Box | None = None
        self._upright: Picture | None = None
        self._cover = Cover()
        self.canvas = Canvas(theme, "Exhibit image")
        self.form = ClueForm(theme, self)
        self.picking = Picking(theme, self.canvas, self)
        self._inviting = False
        self.empty = EmptyState(theme, "image-outline", CHOOSE, "Add exhibits", ground="canvas")
        self.empty.button.hide()
        self.empty.pressed.connect(self.addAsked)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.canvas)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._tools(theme))
        layout.addLayout(self._stack, 1)
        self.setFocusProxy(self.canvas)
        self.canvas.boxDrawn.connect(self._on_box)
        self.canvas.markPicked.connect(self.clueSelected)
        self.canvas.pointerMoved.connect(self._on_pointer)
        self.canvas.viewportMoved.connect(self._on_moved)
        self.form.submitted.connect(self.clueWritten)
        self.form.closed.connect(self._on_form_closed)

    def _tools(self, theme: Theme) -> QWidget:
        row, layout = strip("tools", TOOLS)
        self.name = ElidedLabel(theme, "", "body")
        self.zoom_text = Label(theme, "", "meta", "text2")
        self.box_button = IconButton(
            theme, "vector-square-plus", "Mark a clue with a box", key="B", checkable=True, text="Mark"
        )
        self.box_button.toggled.connect(self.canvas.set_drawing)
        buttons = (
            IconButton(theme, "magnify-minus-outline", "Zoom out", key="-", action=self.zoom_out),
            IconButton(theme, "magnify-plus-outline", "Zoom in", key="+", action=self.zoom_in),
            IconButton(theme, "fit-to-page-outline", "Fit to view", key="0", action=self.canvas.fit),
            IconButton(theme, "numeric-1-box-outline", "100 %", key="1", action=self.canvas.full),
            IconButton(theme, "rotate-right", "Rotate view", key="R", action=lambda: self.turn(1)),
            IconButton(theme, "flip-horizontal", "Mirror view", key="M", action=self.mirror),
        )
        self.kind = Label(theme, "", "meta", "text2")
        layout.addWidget(self.name, 1)
        layout.addWidget(self.kind)
        layout.addSpacing(8)
        layout.addWidget(self.zoom_text)
        for button in buttons[:4]:
            layout.addWidget(button)
        layout.addWidget(VerticalRule(theme))
        for button in buttons[4:]:
            layout.addWidget(button)
        layout.addWidget(VerticalRule(theme))
        layout.addWidget(self.box_button)
        self.shadow_button = IconButton(
            theme,
            "white-balance-sunny",
            "Measure a shadow",
            key="S",
            checkable=True,
            action=self.shadowAsked.emit,
        )
        self.picking.ended.connect(lambda _done: self.shadow_button.setChecked(False))
        layout.addWidget(self.shadow_button)
        return row

    # --- what is shown -----------------------------------------------------------------------------

    def show_exhibit(self, exhibit: Exhibit | None, clues: tuple[Clue, ...]) -> None:
        """The exhibit and its clues; the picture comes by :meth:`show_picture` when it is decoded."""
        changed = (exhibit.id if exhibit else "") != (self._exhibit.id if self._exhibit else "")
        self._exhibit, self._clues = exhibit, clues
        if changed:
            self._upright = None
            self.canvas.set_picture(None)
            self._pending = None
            self._point_nowhere()
            self.form.hide()
            self.picking.cancel()
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
            why = exhibit.error_text or "No decoder could read this file."
            self.empty.set_sentence(f"{wording.visible(why, 300)} The bytes are kept as evidence.")
        show_empty = exhibit is None or not exhibit.readable
        self._stack.setCurrentWidget(self.empty if show_empty else self.canvas)
        self._draw_marks()

    def set_inviting(self, inviting: bool) -> None:
        """With no room for the list's own empty state, the image asks for exhibits."""
        self._inviting = inviting
        if self._exhibit is None:
            self._invite()

    def _invite(self) -> None:
        self.empty.set_sentence(INVITATION if self._inviting else CHOOSE)
        self.empty.button.setVisible(self._inviting)

    def show_picture(self, exhibit: str, picture: Picture) -> None:
        """The decoded image of ``exhibit``; ignored when another one is shown by now."""
        if self._exhibit is None or self._exhibit.id != exhibit:
            return
        sharper = self._upright is not None and picture.width > self._upright.width
        self._upright = picture
        self._show(keep_view=sharper)

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
        self.box_button.toggle()

    def write_clue(self) -> None:
        """A clue without a region."""
        self.form.open_for(None)
        self._place_form()

    def clue_draft(self) -> dict[str, Any]:
        """What is being written of a clue and not yet taken; {} for nothing."""
        return self.form.draft()

    def resume_clue(self, draft: Mapping[str, Any]) -> None:
        """Go on where it was left, with its region."""
        sides = draft.get("box")
        box = None
        if isinstance(sides, list) and len(sides) == 4 and all(isinstance(v, int | float) for v in sides):
            box = Box(*(min(1.0, max(0.0, float(v))) for v in sides))
        self._pending = box
        self._draw_marks()
        self.form.resume(draft, box)
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
        elif self.picking.active:
            self.picking.cancel()
        elif self._pointed is not None:
            self._point_nowhere()
        else:
            self.box_button.setChecked(False)

    # --- inside ------------------------------------------------------------------------------------

    def _point_nowhere(self) -> None:
        self._pointed = None
        self.canvas.set_pointed(None)

    def _marked(self) -> list[Clue]:
        return [c for c in self._clues if c.box is not None and c.rejected_reason is None]

    def _draw_marks(self) -> None:
        shown = [MarkBox(c.id, c.mark or 0, c.box) for c in self._marked() if c.box]
        if self._pending is not None:  # what the open form describes stays in view
            shown.append(MarkBox(NEW, 0, self._pending))
        self.canvas.set_marks(tuple(shown), NEW if self._pending is not None else self._selected)

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

    def _on_box(self, box: object) -> None:
        assert isinstance(box, Box)
        self.box_button.setChecked(False)
        self._pending = box
        self._draw_marks()
        self.form.open_for(self._pending)
        self._place_form()

    def _on_form_closed(self) -> None:
        self._pending = None
        self._draw_marks()
        self.canvas.setFocus()

    def _place_form(self) -> None:
        self.form.adjustSize()
        x = 16 if self.isRightToLeft() else self.width() - self.form.width() - 16
        self.form.move(QPoint(max(0, x), TOOLS + 16))

    def _on_pointer(self, x: float, y: float) -> None:
        width, height = self.canvas.size_of_image
        if self._exhibit is None or not (0 <= x < width and 0 <= y < height):
            self.pointerMoved.emit("")
            return
        u, v = x / width, y / height
        self.pointerMoved.emit(f"x {u * self._exhibit.width:.0f}, y {v * self._exhibit.height:.0f}")

    def _on_moved(self, viewport: object) -> None:
        assert isinstance(viewport, viewing.Viewport)
        real = self._exhibit.width if self._exhibit and self._exhibit.width else None
        drawn = self._upright.width if self._upright else None
        percent = viewport.scale * 100 * (drawn / real if real and drawn else 1)
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
        return f"Key frame of {exhibit.parent} {moment(exhibit.at_seconds)}"
    return "Video, first frame" if is_video(exhibit) and exhibit.readable else ""
