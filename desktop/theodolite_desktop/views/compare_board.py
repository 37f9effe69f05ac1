"""The panes of a comparison and what moves them together: the lock, and the alignment that a person made."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QWidget

from theodolite_desktop import aligning, viewing
from theodolite_desktop.aligning import Similarity
from theodolite_desktop.language import tr
from theodolite_desktop.side_by_side import MOST_PANES, Setup, Side
from theodolite_desktop.theme import Theme
from theodolite_desktop.viewing import Viewport
from theodolite_desktop.views.compare_pane import Pane
from theodolite_desktop.views.handing import hand_focus

SMALLEST_PANE = 50


class Board(QWidget):
    """The first pane is the exhibit's. ``changed``: something that is kept with the case is another;
    ``moved``: a picture lies elsewhere; ``said``: a word for the status bar."""

    changed = Signal()
    moved = Signal()
    said = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.panes = [
            Pane(theme, tr("Exhibit") if n == 0 else tr("Reference"), evidence=n == 0)
            for n in range(MOST_PANES)
        ]
        self.setup = Setup()
        self.active = 1
        self._lay: dict[str, Similarity] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(4)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(0)
        self._settling.timeout.connect(self.settle)
        for number, pane in enumerate(self.panes):
            pane.canvas.viewportMoved.connect(lambda v, n=number: self._on_moved(n, v))
            pane.canvas.movedAlone.connect(lambda v, n=number: self._on_moved_alone(n, v))
            pane.entered.connect(lambda n=number: self.set_active(n))
        hand_focus(self, self.panes[0])
        # Evidence is always left; the words above each picture read as their language does.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        for pane in self.panes:
            pane.setLayoutDirection(QGuiApplication.layoutDirection())
        self._lay_out()

    # --- panes -------------------------------------------------------------------------------------

    @property
    def first(self) -> Pane:
        return self.panes[0]

    @property
    def shown(self) -> list[Pane]:
        """The panes in view, the exhibit's first."""
        return self.panes[: self.setup.panes]

    @property
    def facing(self) -> Pane:
        """The reference that the tools act on."""
        return self.panes[self.active]

    def put(self, setup: Setup) -> None:
        """Another comparison as a whole; the pictures of its subjects come later."""
        self.setup = setup
        self._lay.clear()
        self.active = 1
        self._lay_out()

    def set_panes(self, count: int) -> None:
        self.change(panes=min(MOST_PANES, max(1, count)))
        if self.active >= max(2, self.setup.panes):
            self.set_active(1)
        self._lay_out()
        self._settling.start()

    def set_active(self, number: int) -> None:
        if number:
            self.active = number
        several = self.setup.panes > 2
        for n, pane in enumerate(self.panes):
            pane.set_active(n == 0 or not several or n == self.active)
        self.moved.emit()

    def _lay_out(self) -> None:
        """One, two beside each other, the exhibit beside two, or four in a square."""
        count = self.setup.panes
        places = {
            1: ((0, 0, 2, 2),),
            2: ((0, 0, 2, 1), (0, 1, 2, 1)),
            3: ((0, 0, 2, 1), (0, 1, 1, 1), (1, 1, 1, 1)),
            4: ((0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)),
        }[count]
        for pane in self.panes:
            self._grid.removeWidget(pane)
        for pane, place in zip(self.panes, places, strict=False):
            self._grid.addWidget(pane, *place)
        for number, pane in enumerate(self.panes):
            pane.setVisible(number < count)
        for at in (0, 1):
            self._grid.setColumnStretch(at, 1)
            self._grid.setRowStretch(at, 1)
        self.set_active(self.active)

    def change(self, **values: object) -> None:
        """Another value of what is kept with the case."""
        setup = replace(self.setup, **values)  # type: ignore[arg-type]
        if setup != self.setup:
            self.setup = setup
            self.changed.emit()

    def put_side(self, subject: str, side: Side) -> None:
        if side != self.setup.side(subject):
            self.setup = self.setup.with_side(subject, side)
            self.changed.emit()

    # --- the lock ------------------------------------------------------------------------------------

    def set_locked(self, locked: bool) -> None:
        """Unlocked, each picture moves alone. Locked again, an alignment that the person made is resumed;
        where there is none, the pictures stay as they lie."""
        if locked == self.setup.locked:
            return
        self.change(locked=locked)
        if not locked:
            return
        self._lay.clear()
        jumped = False
        for pane in self._filled():
            side = self.setup.side(pane.key)
            lies = self._lies(pane)
            if side.pinned and side.aligned is not None:
                self._lay[pane.key] = lies
                jumped = jumped or self._apart(pane, lies, side.aligned)
            else:
                self.put_side(pane.key, replace(side, aligned=lies))
        self.follow()
        if jumped:
            self.said.emit(tr("Your alignment is resumed. Shift+K keeps the pictures as they lay."))

    def keep_lying(self) -> None:
        """Lock the pictures as they lie, or lay just before the lock resumed another alignment."""
        lay = dict(self._lay) if self.setup.locked else {}
        self.change(locked=True)
        self._lay.clear()
        for pane in self._filled():
            side = self.setup.side(pane.key)
            self.put_side(pane.key, replace(side, aligned=lay.get(pane.key) or self._lies(pane), pinned=True))
        self.follow()
        self.said.emit(tr("The pictures are locked as they lie."))

    def relation(self, pane: Pane) -> Similarity | None:
        """Pixels of the exhibit to pixels of the picture there, as both are seen now."""
        if self.first.canvas.picture is None or pane.canvas.picture is None:
            return None
        aligned = self.setup.side(pane.key).aligned
        if aligned is not None and (self.setup.locked or not pane.isVisibleTo(self)):
            return aligned
        return self._lies(pane)

    def align(self, pane: Pane, aligned: Similarity) -> None:
        """An alignment that the person made: the picture goes there, and relocking comes back to it."""
        self.put_side(pane.key, replace(self.setup.side(pane.key), aligned=aligned, pinned=True))
        self._place(pane, aligned)
        self.moved.emit()

    def _lies(self, pane: Pane) -> Similarity:
        first, other = self.first.canvas, pane.canvas
        return aligning.alignment(first.viewport, other.viewport, _size(self.first), _size(pane))

    def _fitting(self, pane: Pane) -> Similarity:
        """Both pictures upright and as large as their panes: where a comparison begins."""
        first, other = self.first.canvas, pane.canvas
        one, two = _size(self.first), _size(pane)
        upright = viewing.fit(first.size_of_image, one), viewing.fit(other.size_of_image, two)
        return aligning.alignment(*upright, one, two)

    def _apart(self, pane: Pane, one: Similarity, two: Similarity) -> bool:
        """Whether two alignments differ by a pixel of the picture somewhere on it."""
        width, height = self.first.canvas.size_of_image
        corners = (0j, complex(width, 0), complex(0, height), complex(width, height))
        return one.mirrored != two.mirrored or max(abs(one.at(z) - two.at(z)) for z in corners) >= 1.0

    def _filled(self) -> list[Pane]:
        """References whose picture is here."""
        if self.first.canvas.picture is None:
            return []
        return [pane for pane in self.panes[1:] if pane.key and pane.canvas.picture is not None]

    # --- what a person asks for ------------------------------------------------------------------------

    def mirror(self) -> None:
        """Mirror the reference alone: an alignment like any other."""
        canvas = self.facing.canvas
        canvas.move_alone(viewing.flipped(canvas.viewport, canvas.width() / 2))

    def turn(self, degrees: float) -> None:
        """Turn the pictures together; unlocked, the one in focus."""
        (self.first if self.setup.locked else self.focused(self.first)).canvas.turn(degrees)

    def zoom(self, factor: float) -> None:
        self.focused(self.first).canvas.zoom(factor)

    def fit(self) -> None:
        self.focused(self.first).canvas.fit()

    def full(self) -> None:
        self.focused(self.first).canvas.full()

    def nudge(self, dx: float, dy: float) -> None:
        """Move the picture in focus alone, the reference where none has it."""
        self.focused(self.facing).canvas.nudge_alone(dx, dy)

    def focused(self, other: Pane) -> Pane:
        """The pane that has the focus, else ``other``."""
        return next((pane for pane in self.shown if pane.canvas.hasFocus()), other)

    # --- moving --------------------------------------------------------------------------------------

    def _on_moved(self, number: int, viewport: object) -> None:
        assert isinstance(viewport, Viewport)
        pane = self.panes[number]
        if pane.canvas.resizing:
            self._settling.start()
            return
        if self.setup.locked:
            aligned = self.setup.side(pane.key).aligned if number else None
            if aligned is not None:
                lead = aligning.leader(viewport, aligned, _size(self.first), _size(pane))
                self.first.canvas.set_viewport(lead)
            self.follow(but=number)
        self._note_first()
        self.moved.emit()

    def _on_moved_alone(self, number: int, _viewport: object) -> None:
        """Moving one picture is making an alignment, locked or not."""
        moved = self._filled() if number == 0 else [self.panes[number]]
        for pane in moved:
            if pane.key and pane.canvas.picture is not None:
                side = self.setup.side(pane.key)
                self.put_side(pane.key, replace(side, aligned=self._lies(pane), pinned=True))
        self._note_first()
        self.moved.emit()

    def _note_first(self) -> None:
        canvas = self.first.canvas
        if canvas.picture is not None:
            self.change(first=None if canvas.fitted else canvas.viewport)

    def follow(self, but: int = 0) -> None:
        """Lay the references over the exhibit as they are aligned."""
        for number, pane in enumerate(self.panes):
            aligned = self.setup.side(pane.key).aligned if number else None
            if number != but and aligned is not None and pane.canvas.picture is not None:
                self._place(pane, aligned)
        self.moved.emit()

    def _place(self, pane: Pane, aligned: Similarity, *, fitted: bool = False) -> None:
        """``fitted``: it lies so by itself, and stays fitted when the pane becomes larger."""
        first = self.first.canvas
        if first.picture is not None and not fitted:
            view = aligning.follower(first.viewport, aligned, _size(self.first), _size(pane))
            pane.canvas.set_viewport(view)

    def settle(self) -> None:
        """After a change of size or a new picture: what has no alignment yet is fitted, the rest follows."""
        if self.first.canvas.width() < SMALLEST_PANE or not self.isVisible():
            return
        for pane in self._filled():
            side = self.setup.side(pane.key)
            fresh = self.first.canvas.fitted and pane.canvas.fitted and not side.pinned
            aligned = side.aligned
            if aligned is None or (fresh and pane.isVisible()):
                aligned = self._fitting(pane)
                self.put_side(pane.key, replace(side, aligned=aligned))
            if self.setup.locked or not pane.isVisible():
                self._place(pane, aligned, fitted=fresh and self.first.canvas.viewport.angle == 0)
        self.moved.emit()

    def picture_came(self) -> None:
        """A picture is here: lay it where it belongs once the panes have their sizes."""
        self._settling.start()

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self._settling.start()


def _size(pane: Pane) -> tuple[float, float]:
    return float(pane.canvas.width()), float(pane.canvas.height())
