"""The Compare tab: the exhibit on the left, a reference or another exhibit on the right."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSlider,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from theodolite_desktop import aligning, wording
from theodolite_desktop.aligning import Offset
from theodolite_desktop.comparing import Subject
from theodolite_desktop.covering import Cover, label
from theodolite_desktop.pictures import Picture
from theodolite_desktop.theme import Theme
from theodolite_desktop.theme.tokens import TOOLS
from theodolite_desktop.viewing import Viewport
from theodolite_desktop.views.canvas import Canvas
from theodolite_desktop.views.controls import IconButton, VerticalRule, strip
from theodolite_desktop.views.empty import EmptyState
from theodolite_desktop.views.label import ElidedLabel, Label

CHOOSE = "Choose a reference for {}: a photograph, a map view or another exhibit."
ANCHORS = 3


class _Pane(QWidget):
    """A titled canvas with a coloured edge, so that evidence is never taken for a reference."""

    def __init__(self, theme: Theme, name: str, edge: str) -> None:
        super().__init__()
        self._theme, self._edge_token = theme, edge
        self.canvas = Canvas(theme, name)
        self.title = ElidedLabel(theme, "", "caption", "")
        self.title.setContentsMargins(8, 0, 8, 0)
        self.title.setFixedHeight(24)
        self._edge = QFrame()
        self._edge.setFixedHeight(3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._edge)
        layout.addWidget(self.title)
        layout.addWidget(self.canvas, 1)
        self._colour()
        theme.changed.connect(self._colour)

    def _colour(self) -> None:
        self._edge.setStyleSheet(f"background: {self._theme.tokens[self._edge_token]};")


class ComparePage(QWidget):
    """Lock moves both panes with the person's own offset; unlocking keeps it, relocking resumes it."""

    subjectChosen = Signal(object)
    chooseAsked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._exhibit = ""
        self._cover = Cover()
        self._subjects: tuple[Subject, ...] = ()
        self._current = ""
        self._offset: Offset | None = None
        self._locked = True
        self._anchors: tuple[list[tuple[float, float]], list[tuple[float, float]]] = ([], [])
        self.left = _Pane(theme, "Exhibit", "evidence")
        self.right = _Pane(theme, "Reference", "accent")
        for pane, other in ((self.left, False), (self.right, True)):
            pane.canvas.viewportMoved.connect(lambda v, other=other: self._on_moved(v, other))
            pane.canvas.pointPicked.connect(lambda x, y, other=other: self._on_anchor(x, y, other))
        self.empty = EmptyState(theme, "compare", CHOOSE.format("E1"), "Choose", ground="canvas")
        self.empty.pressed.connect(self.chooseAsked)
        self.strip = QListWidget()
        self.strip.setAccessibleName("References")
        self.strip.setFlow(QListWidget.Flow.LeftToRight)
        self.strip.setFixedHeight(44)
        self.strip.setSpacing(2)
        self.strip.setFrameShape(QFrame.Shape.NoFrame)
        self.strip.setHorizontalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.strip.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.strip.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.strip.currentRowChanged.connect(self._on_row)
        panes = QWidget()
        row = QHBoxLayout(panes)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.left, 1)
        row.addWidget(self.right, 1)
        filled = QWidget()
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(panes, 1)
        column.addWidget(self.strip)
        self._filled = filled
        self._stack = QStackedLayout()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(filled)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._tools(theme))
        layout.addLayout(self._stack, 1)
        self.setFocusProxy(self.left.canvas)

    def _tools(self, theme: Theme) -> QWidget:
        row, layout = strip("tools", TOOLS)
        self.lock_button = IconButton(
            theme, "lock-outline", "Lock the panes together", key="K", checkable=True, text="Locked"
        )
        self.lock_button.setChecked(True)
        self.lock_button.toggled.connect(self.set_locked)
        self.anchor_button = IconButton(
            theme, "anchor", "Set an anchor in both panes", key="A", checkable=True, text=f"0/{ANCHORS}"
        )
        self.anchor_button.toggled.connect(self._on_anchor_mode)
        self.clear_button = IconButton(theme, "link-off", "Remove the anchors", action=self.clear_anchors)
        self.ab_button = IconButton(
            theme, "swap-horizontal", "Show A or B", key="Space", action=self.toggle_ab
        )
        self.opacity = QSlider(Qt.Orientation.Horizontal)
        self.opacity.setRange(0, 100)
        self.opacity.setFixedWidth(96)
        self.opacity.setAccessibleName("Opacity of the reference over the exhibit")
        self.opacity.setToolTip("Opacity of the reference over the exhibit (Shift+Left, Shift+Right)")
        self.opacity.valueChanged.connect(self._overlay)
        self.opacity_text = Label(theme, "0", "meta", "text2")
        self.opacity_text.setFixedWidth(28)
        self.counter = Label(theme, "", "meta", "text2")
        layout.addWidget(self.lock_button)
        layout.addWidget(self.anchor_button)
        layout.addWidget(self.clear_button)
        layout.addWidget(VerticalRule(theme))
        layout.addWidget(self.ab_button)
        layout.addWidget(self.opacity)
        layout.addWidget(self.opacity_text)
        layout.addStretch(1)
        layout.addWidget(
            IconButton(theme, "chevron-left", "Previous reference", key="[", action=lambda: self.step(-1))
        )
        layout.addWidget(self.counter)
        layout.addWidget(
            IconButton(theme, "chevron-right", "Next reference", key="]", action=lambda: self.step(1))
        )
        return row

    # --- what is shown -----------------------------------------------------------------------------

    def show_subjects(self, exhibit: str, name: str, subjects: tuple[Subject, ...]) -> None:
        """The exhibit on the left and all it can be compared with."""
        if exhibit != self._exhibit:
            self._exhibit, self._current = exhibit, ""
            self._offset = None
            self.clear_anchors()
            self.left.canvas.set_picture(None)
            self.right.canvas.set_picture(None)
        self.left.title.setText(f"EXHIBIT {exhibit} · {wording.visible(name, 120)}" if exhibit else "")
        self.empty.set_sentence(CHOOSE.format(exhibit or "E1"))
        self.empty.button.setVisible(bool(subjects))
        if subjects != self._subjects:
            self._subjects = subjects
            self.strip.blockSignals(True)
            self.strip.clear()
            for subject in subjects:
                item = QListWidgetItem(subject.short)
                self.strip.addItem(item)
                item.setSizeHint(QSize(self.strip.fontMetrics().horizontalAdvance(subject.short) + 24, 32))
            self.strip.blockSignals(False)
        self._mark_row()
        self._show_stack()

    def show_left(self, exhibit: str, picture: Picture) -> None:
        if exhibit == self._exhibit and self.left.canvas.picture is not picture:
            self.left.canvas.set_picture(picture)
            self._put_cover()
            self._relock()

    def show_right(self, key: str, picture: Picture) -> None:
        if key == self._current:
            self.right.canvas.set_picture(picture)
            self._put_cover()
            self._offset = None
            self._relock()
            self._overlay()

    def set_covered(self, cover: Cover) -> None:
        self._cover = cover
        self._put_cover()
        self._overlay()

    def _put_cover(self) -> None:
        """A new picture comes without its cover, so this follows each."""
        self.left.canvas.set_cover(self._cover.hides(self._exhibit), label(self._exhibit))
        name = self._current.removeprefix("exhibit:") if self._current.startswith("exhibit:") else ""
        hidden = self._cover.hides_key(self._current, self._exhibit)
        self.right.canvas.set_cover(hidden, label(name))

    @property
    def current(self) -> str:
        return self._current

    def choose(self, key: str) -> None:
        """Compare with subject ``key``."""
        subject = next((s for s in self._subjects if s.key == key), None)
        if subject is None or key == self._current:
            return
        self._current = key
        self.clear_anchors()
        self.right.title.setText(subject.title)
        self.right.canvas.set_picture(None)
        self._mark_row()
        self._show_stack()
        self.subjectChosen.emit(subject)

    def step(self, step: int) -> None:
        keys = [s.key for s in self._subjects]
        if keys:
            at = keys.index(self._current) + step if self._current in keys else 0
            self.choose(keys[at % len(keys)])

    # --- lock, anchors, overlay ----------------------------------------------------------------------

    def set_locked(self, locked: bool) -> None:
        """Unlocked, a pane moves alone; locked again, the alignment it has then is kept."""
        self._locked = locked
        self.lock_button.setChecked(locked)
        self.lock_button.setText("Locked" if locked else "Free")
        self.lock_button.set_icon("lock-outline" if locked else "lock-open-variant-outline")
        if locked:
            self._relock()

    @property
    def locked(self) -> bool:
        return self._locked

    @property
    def offset(self) -> Offset | None:
        """The person's alignment while locked."""
        return self._offset

    def toggle_lock(self) -> None:
        self.set_locked(not self._locked)

    def _relock(self) -> None:
        if self.left.canvas.picture and self.right.canvas.picture:
            self._offset = aligning.offset_between(self.left.canvas.viewport, self.right.canvas.viewport)

    def _on_moved(self, viewport: object, other: bool) -> None:
        assert isinstance(viewport, Viewport)
        if self._locked and self._offset is not None:
            if other:
                self.left.canvas.set_viewport(aligning.first_from_second(viewport, self._offset))
            else:
                self.right.canvas.set_viewport(aligning.second_from_first(viewport, self._offset))
        self._overlay()

    def toggle_anchor(self) -> None:
        self.anchor_button.toggle()

    def _on_anchor_mode(self, on: bool) -> None:
        self.left.canvas.set_pointing(on)
        self.right.canvas.set_pointing(on)

    def _on_anchor(self, x: float, y: float, other: bool) -> None:
        mine = self._anchors[other]
        if len(mine) < ANCHORS:
            mine.append((x, y))
        self._show_anchors()
        pairs = min(len(self._anchors[0]), len(self._anchors[1]))
        if pairs and len(self._anchors[0]) == len(self._anchors[1]):
            place = aligning.anchored(
                self.left.canvas.viewport, tuple(self._anchors[0]), tuple(self._anchors[1])
            )
            if place is not None:
                self.right.canvas.set_viewport(place)
                self._relock()
                self._overlay()
        if pairs == ANCHORS:
            self.anchor_button.setChecked(False)

    def clear_anchors(self) -> None:
        self._anchors[0].clear()
        self._anchors[1].clear()
        self._show_anchors()

    def anchors(self) -> int:
        return min(len(self._anchors[0]), len(self._anchors[1]))

    def _show_anchors(self) -> None:
        self.left.canvas.set_anchors(tuple(self._anchors[0]))
        self.right.canvas.set_anchors(tuple(self._anchors[1]))
        self.anchor_button.setText(f"{self.anchors()}/{ANCHORS}")

    def toggle_ab(self) -> None:
        """The exhibit, or the reference in its place."""
        value = self.opacity.value()
        self.opacity.setValue(0 if value == 100 else 100)

    def fade(self, step: int) -> None:
        self.opacity.setValue(self.opacity.value() + step)

    def _overlay(self, _value: int = 0) -> None:
        share = self.opacity.value()
        self.opacity_text.setText(str(share))
        right = self.right.canvas
        seen = None if self._cover.hides_key(self._current, self._exhibit) else right.picture
        self.left.canvas.set_overlay(seen, right.viewport, share / 100)

    # --- inside --------------------------------------------------------------------------------------

    def _on_row(self, number: int) -> None:
        if 0 <= number < len(self._subjects):
            self.choose(self._subjects[number].key)

    def _mark_row(self) -> None:
        keys = [s.key for s in self._subjects]
        at = keys.index(self._current) if self._current in keys else -1
        self.strip.blockSignals(True)
        self.strip.setCurrentRow(at)
        self.strip.blockSignals(False)
        self.counter.setText(f"{at + 1}/{len(keys)}" if keys else "")

    def _show_stack(self) -> None:
        self._stack.setCurrentWidget(self._filled if self._current and self._exhibit else self.empty)
