"""The Compare tab: the exhibit beside references, locked together as the person aligned them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QSlider, QStackedLayout, QVBoxLayout, QWidget

from theodolite.domain import Clue, Comparison, PaneView
from theodolite_desktop import aligning, side_by_side, viewing, wording
from theodolite_desktop.comparing import Stop, Subject
from theodolite_desktop.covering import Cover, label
from theodolite_desktop.language import mark, tr
from theodolite_desktop.pictures import Picture
from theodolite_desktop.side_by_side import Setup
from theodolite_desktop.theme import Theme
from theodolite_desktop.views.compare_board import Board
from theodolite_desktop.views.compare_over import Over
from theodolite_desktop.views.compare_pane import Pane
from theodolite_desktop.views.compare_placing import Placing
from theodolite_desktop.views.compare_standing import Standing
from theodolite_desktop.views.compare_strip import CandidateStrip
from theodolite_desktop.views.compare_tools import CompareTools
from theodolite_desktop.views.empty import EmptyState
from theodolite_desktop.views.handing import hand_focus

CHOOSE = mark("Choose a reference for {exhibit}: a photograph, a map view or another exhibit.")
NONE = mark("Choose an exhibit on the left.")


class ComparePage(QWidget):
    """``subjectChosen`` asks for the picture of a subject; ``edited``: what is kept with the case changed."""

    subjectChosen = Signal(object)
    chooseAsked = Signal()
    mapViewAsked = Signal(int)
    keepAsked = Signal(object)
    clueSelected = Signal(str)
    candidateSelected = Signal(str)
    edited = Signal()
    said = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._exhibit, self._title = "", ""
        self._cover = Cover()
        self._setups: dict[str, Setup] = {}
        self.board = Board(theme)
        self.tools = CompareTools(theme)
        self.strip = CandidateStrip(theme)
        self.placing = Placing(self.board)
        self.over = Over(self.board)
        self.standing = Standing(self.board, self.strip)
        self.empty = EmptyState(theme, "compare", tr(NONE), tr("Choose"), ground="canvas")
        self.empty.button.hide()
        #: Where the keys of the comparison act: everything but the tools.
        self.area = QWidget()
        column = QVBoxLayout(self.area)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.board, 1)
        column.addWidget(self.strip)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.area)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tools)
        layout.addLayout(self._stack, 1)
        hand_focus(self, self.board)
        self._wire()
        self._show_tools()

    def _wire(self) -> None:
        board, tools = self.board, self.tools
        self.empty.pressed.connect(self.chooseAsked)
        board.changed.connect(self._on_changed)
        board.moved.connect(self._on_board)
        board.said.connect(self.said)
        self.placing.said.connect(self.said)
        self.placing.toolChanged.connect(self._show_tools)
        self.over.changed.connect(self._on_over)
        standing = self.standing
        standing.said.connect(self.said)
        standing.chosen.connect(self.subjectChosen)
        standing.candidateSelected.connect(self.candidateSelected)
        standing.mapViewAsked.connect(self.mapViewAsked)
        standing.changed.connect(self._on_standing)
        tools.panesAsked.connect(self.set_panes)
        tools.opacityAsked.connect(self.over.set_opacity)
        tools.asked.connect(self.do)
        for number, pane in enumerate(board.panes):
            pane.canvas.markPicked.connect(self.clueSelected)
            pane.canvas.splitMoved.connect(self.over.set_split)
            pane.chooseAsked.connect(lambda n=number: self.open_chooser(n))

    def do(self, name: str) -> None:
        """What a button of the tools asks for, by its name."""
        asked: dict[str, Callable[[], object]] = {
            "lock": self.toggle_lock,
            "anchor": lambda: self.placing.set_tool("anchor"),
            "clear": self.placing.clear,
            "mark": lambda: self.placing.set_tool("mark"),
            "slider": lambda: self.over.toggle_mode("slider"),
            "ab": self.over.toggle_ab,
            "blink": self.over.toggle_blink,
            "difference": lambda: self.over.toggle_mode("difference"),
            "mirror": self.board.mirror,
            "swap": self.standing.swap,
            "keep": self.keep,
            "previous": lambda: self.step(-1),
            "next": lambda: self.step(1),
        }
        asked[name]()
        self._show_tools()

    # --- names that other views know -----------------------------------------------------------------

    @property
    def left(self) -> Pane:
        return self.board.first

    @property
    def right(self) -> Pane:
        return self.board.facing

    @property
    def current(self) -> str:
        """Key of the reference that the tools act on."""
        return self.board.facing.key

    @property
    def opacity(self) -> QSlider:
        """The slider of the tools."""
        return self.tools.opacity

    @property
    def setup(self) -> Setup:
        return self.board.setup

    @property
    def locked(self) -> bool:
        return self.setup.locked

    # --- what is shown -------------------------------------------------------------------------------

    def show_subjects(
        self, exhibit: str, name: str, subjects: tuple[Subject, ...], stops: tuple[Stop, ...] = ()
    ) -> None:
        """The exhibit, all it can be compared with, and the candidates on the strip."""
        if exhibit != self._exhibit:
            self._exhibit = exhibit
            self.standing.begin()
            self.over.set_blinking(False)
            self.over.exhibit = exhibit
            for pane in self.board.panes:
                pane.show_subject("", "")
            self._put(self._setups.get(exhibit) or side_by_side.like(self.setup))
        self._title = tr("EXHIBIT {exhibit} · {name}", exhibit=exhibit, name=wording.visible(name, 120))
        self.board.first.show_subject(f"exhibit:{exhibit}" if exhibit else "", self._title)
        self.empty.set_sentence(tr(CHOOSE, exhibit=exhibit) if exhibit else tr(NONE))
        self.empty.button.setVisible(bool(subjects))
        self.standing.show(subjects, stops)
        self._on_standing()

    def show_clues(self, clues: tuple[Clue, ...]) -> None:
        """The clues of the exhibit, whose numbers stand on both pictures."""
        self.placing.show_clues(clues)

    def select_clue(self, clue: str) -> None:
        self.placing.select(clue)

    def select_candidate(self, candidate: str) -> None:
        """Chosen elsewhere: the strip follows, and the reference where this view is seen."""
        self.standing.select(candidate)
        if self.isVisible() and self.current:
            self.standing.show_candidate()
        self._show_tools()

    def show_left(self, exhibit: str, picture: Picture) -> None:
        canvas = self.board.first.canvas
        if exhibit == self._exhibit and canvas.picture is not picture:
            canvas.set_picture(picture, keep_view=canvas.picture is not None)
            if self.setup.first is not None:
                canvas.set_viewport(self.setup.first)
            self._put_cover()
            self.board.picture_came()

    def show_right(self, key: str, picture: Picture) -> None:
        for pane in self.board.panes[1:]:
            if pane.key == key and pane.canvas.picture is not picture:
                pane.canvas.set_picture(picture, keep_view=pane.canvas.picture is not None)
        self._put_cover()
        self.board.picture_came()
        self._overlay()

    def set_covered(self, cover: Cover) -> None:
        self._cover = self.over.cover = cover
        self._put_cover()
        self._overlay()

    def _put_cover(self) -> None:
        """A new picture comes without its cover, so this follows each."""
        for pane in self.board.panes:
            name = pane.key.removeprefix("exhibit:") if pane.key.startswith("exhibit:") else ""
            pane.canvas.set_cover(self._cover.hides_key(pane.key, self._exhibit), label(name))
        hidden = (
            k for stop in self.strip.stops for k in stop.keys if self._cover.hides_key(k, self._exhibit)
        )
        self.strip.set_covered(frozenset(hidden))

    # --- what stands beside the exhibit ----------------------------------------------------------------

    def choose(self, key: str, number: int = 0) -> None:
        """Compare with subject ``key``, in pane ``number`` (0: the one that the tools act on)."""
        self.standing.choose(key, number)

    def step(self, step: int) -> None:
        """The next or previous candidate; without candidates, the next subject."""
        self.standing.step(step)

    def compare_candidate(self, candidate: str) -> bool:
        """The reference that stands for a candidate; whether there is one."""
        self.standing.select(candidate)
        found = self.standing.show_candidate()
        self._show_tools()
        return found

    def set_panes(self, count: int) -> None:
        self.board.set_panes(count)
        self.standing.fill()
        self._put_cover()
        self._overlay()
        self._show_tools()

    def open_chooser(self, number: int = 0) -> None:
        """The menu of a pane (0: the one that the tools act on); while points are set, Enter sets one."""
        board = self.board
        if number or not self.placing.pick(board.focused(board.facing)):
            number = number or board.active
            self.standing.open_menu(board.panes[number], number)

    def _on_standing(self) -> None:
        self.placing.draw()
        self._show_stack()
        self._show_tools()

    # --- lock, anchors, what lies over what ------------------------------------------------------------

    def toggle_lock(self) -> None:
        self.board.set_locked(not self.setup.locked)
        self._show_tools()

    def anchors(self) -> int:
        return len(self.placing.pairs(self.board.facing))

    def _overlay(self) -> None:
        """Draw what lies over the exhibit, and say so above it."""
        self.over.refresh()
        key = self.board.facing.key
        name = self.standing.name(key)
        words = tr("{title} · with {name} over it", title=self._title, name=name)
        self.board.first.title.setText(words if self.over.shown and name else self._title)

    # --- keeping ---------------------------------------------------------------------------------------

    def state(self) -> dict[str, Any]:
        """What the case keeps of this view, for every exhibit that was compared."""
        return {name: side_by_side.to_plain(setup) for name, setup in self._setups.items()}

    def restore(self, state: object) -> None:
        found = state if isinstance(state, Mapping) else {}
        self._setups = {str(name): side_by_side.from_plain(one) for name, one in found.items()}
        if self._exhibit in self._setups:
            self._put(self._setups[self._exhibit])
            self.standing.resume()
            self._show_stack()

    def forget(self) -> None:
        """Another case is open, or none."""
        self._setups.clear()
        self._exhibit = "-"
        self.show_subjects("", "", ())

    def keep(self) -> None:
        """Ask for the comparison to be kept for the report, as it is seen."""
        board = self.board
        views = [_view(board.first.key, board.first.canvas.viewport)]
        for pane in [p for p in board.shown[1:] if p.key] or [p for p in board.panes[1:2] if p.key]:
            aligned = board.relation(pane)
            if aligned is not None:
                views.append(_view(pane.key, aligning.over(board.first.canvas.viewport, aligned)))
        if len(views) < 2:
            self.said.emit(tr("Choose something beside the exhibit first."))
            return
        self.keepAsked.emit(side_by_side.kept(self.setup, self._exhibit, views, ""))

    def show_kept(self, kept: Comparison) -> None:
        """A comparison as it was kept."""
        self._put(side_by_side.setup_of(kept, self.setup))
        for pane in self.board.panes[1:]:
            pane.show_subject("", "")
        self.standing.resume()
        if self.setup.first is not None:
            self.board.first.canvas.set_viewport(self.setup.first)
        self.board.changed.emit()
        self._show_stack()

    # --- inside ------------------------------------------------------------------------------------------

    def _put(self, setup: Setup) -> None:
        self.board.put(setup)
        self.placing.draw()
        self._overlay()
        self._show_tools()

    def _on_changed(self) -> None:
        if self._exhibit:
            self._setups[self._exhibit] = self.setup
            self.edited.emit()

    def _on_over(self) -> None:
        self._overlay()
        self._show_tools()

    def _on_board(self) -> None:
        self._overlay()
        canvas = self.board.first.canvas
        self.tools.show_zoom(round(canvas.viewport.scale * 100) if canvas.picture is not None else None)

    def _show_tools(self) -> None:
        setup = self.setup
        self.tools.show_panes(setup.panes)
        self.tools.show_lock(setup.locked)
        self.tools.show_anchors(self.anchors(), setting=self.placing.tool == "anchor")
        self.tools.mark.setChecked(self.placing.tool == "mark")
        self.tools.show_over(
            slider=setup.mode == "slider",
            difference=setup.mode == "difference",
            blink=self.over.blinking,
            opacity=self.over.opacity,
        )
        self.tools.show_step(*self.standing.count())

    def _show_stack(self) -> None:
        filled = bool(self._exhibit) and any(pane.key for pane in self.board.panes[1:])
        self._stack.setCurrentWidget(self.area if filled else self.empty)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.stop()
        else:
            super().keyPressEvent(event)

    def stop(self) -> None:
        """Esc: leave a tool, then what lies over the exhibit."""
        if self.placing.tool:
            self.placing.set_tool("")
        elif self.over.blinking:
            self.over.toggle_blink()
        else:
            self.over.set_opacity(0)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.standing.candidate and self.current:
            self.standing.show_candidate()
        for subject in self.standing.wanted():
            self.subjectChosen.emit(subject)


def _view(key: str, view: viewing.Viewport) -> PaneView:
    return PaneView(key, view.scale, view.left, view.top, view.angle, view.mirrored)
