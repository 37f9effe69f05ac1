"""What stands beside the exhibit: chosen by hand, or by going through the candidates."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMenu

from theodolite_desktop import wording
from theodolite_desktop.comparing import GROUPS, Stop, Subject
from theodolite_desktop.language import tr
from theodolite_desktop.views.compare_board import Board
from theodolite_desktop.views.compare_pane import Pane
from theodolite_desktop.views.compare_strip import CandidateStrip


class Standing(QObject):
    """``chosen`` asks for the picture of a subject; ``candidateSelected``: a person went to a candidate."""

    chosen = Signal(object)
    candidateSelected = Signal(str)
    mapViewAsked = Signal(int)
    changed = Signal()
    said = Signal(str)

    def __init__(self, board: Board, strip: CandidateStrip) -> None:
        super().__init__(board)
        self._board, self._strip = board, strip
        self.subjects: dict[str, Subject] = {}
        self.candidate = ""
        self._former = ""
        strip.chosen.connect(self.go_to)

    def begin(self) -> None:
        """Another exhibit: nothing stands beside it yet, and no candidate is chosen."""
        self._former, self.candidate = "", ""

    def show(self, subjects: tuple[Subject, ...], stops: tuple[Stop, ...]) -> None:
        self.subjects = {one.key: one for one in subjects}
        for pane in self._board.panes[1:]:
            if pane.key in self.subjects:
                pane.show_subject(pane.key, self.subjects[pane.key].title)
        self.resume()
        self._strip.show_stops(stops, self.candidate)

    def resume(self) -> None:
        """Take up again what stood here when the case was closed, as soon as it is there."""
        for number, key in enumerate(self._board.setup.subjects, 1):
            if key in self.subjects and not self._board.panes[number].key:
                self._board.panes[number].show_subject(key, self.subjects[key].title)
                self.chosen.emit(self.subjects[key])

    def wanted(self) -> tuple[Subject, ...]:
        """Subjects in view whose pictures are not here."""
        waiting = [pane.key for pane in self._board.panes[1:] if pane.key and pane.canvas.picture is None]
        return tuple(self.subjects[key] for key in waiting if key in self.subjects)

    def name(self, key: str) -> str:
        return self.subjects[key].short if key in self.subjects else ""

    # --- by hand -------------------------------------------------------------------------------------

    def choose(self, key: str, number: int = 0) -> None:
        """Compare with subject ``key``, in pane ``number`` (0: the one that the tools act on)."""
        pane = self._board.panes[number or self._board.active]
        subject = self.subjects.get(key)
        if subject is None or key == pane.key:
            return
        self._former = pane.key or self._former
        pane.show_subject(key, subject.title)
        self._note()
        self.changed.emit()
        self.chosen.emit(subject)

    def swap(self) -> None:
        """With several references: they change places. With one: back to the one before."""
        keys = [pane.key for pane in self._board.shown[1:]]
        if len(keys) > 1:
            for number, key in enumerate([*keys[1:], keys[0]], 1):
                self.choose(key, number)
        elif self._former in self.subjects and self._former != self._board.facing.key:
            self.choose(self._former)
        else:
            self.said.emit(tr("There is no other reference to swap with yet."))

    def fill(self) -> None:
        """Put what is near the candidate, then anything, into panes that are empty."""
        stop = self._stop()
        spare = (*(stop.keys if stop is not None else ()), *self.subjects)
        for number, pane in enumerate(self._board.panes[1 : self._board.setup.panes], 1):
            taken = {one.key for one in self._board.panes}
            free = next((key for key in spare if key not in taken), "")
            if not pane.key and free:
                self.choose(free, number)

    def menu(self, number: int) -> QMenu:
        """Everything that can stand in a pane, in groups."""
        menu = QMenu(self._board)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for group in GROUPS:
            found = [one for one in self.subjects.values() if one.group == group]
            if found:
                menu.addSeparator()
                menu.addAction(tr(group)).setEnabled(False)
            for one in found:
                action = menu.addAction(
                    wording.visible(one.title, 120).replace("&", "&&"),
                    lambda key=one.key: self.choose(key, number),
                )
                action.setCheckable(True)
                action.setChecked(one.key == self._board.panes[number].key)
        menu.addSeparator()
        menu.addAction(tr("A map view…"), lambda: self.mapViewAsked.emit(number))
        return menu

    def open_menu(self, pane: Pane, number: int) -> None:
        self.menu(number).popup(pane.head.mapToGlobal(pane.head.rect().bottomLeft()))

    # --- by candidate ----------------------------------------------------------------------------------

    def step(self, step: int) -> None:
        """The next or previous candidate; without candidates, the next subject."""
        ids = [stop.candidate for stop in self._strip.stops]
        if not ids:
            self.step_subject(step)
            return
        at = ids.index(self.candidate) + step if self.candidate in ids else (0 if step > 0 else -1)
        self.go_to(ids[at % len(ids)])

    def step_subject(self, step: int) -> None:
        """The next or previous thing that can stand in the pane."""
        keys, current = list(self.subjects), self._board.facing.key
        if keys:
            at = keys.index(current) + step if current in keys else 0
            self.choose(keys[at % len(keys)])

    def go_to(self, candidate: str) -> None:
        self.select(candidate)
        self.show_candidate()
        self.changed.emit()
        self.candidateSelected.emit(candidate)

    def select(self, candidate: str) -> None:
        """The strip follows; nothing else does."""
        self.candidate = candidate
        self._strip.select(candidate)

    def show_candidate(self) -> bool:
        """What is near the candidate, best first, in as many panes as there are; whether there is any."""
        stop = self._stop()
        if stop is None:
            return False
        if not stop.key:
            self.said.emit(tr("No reference photograph near {name}.", name=stop.name))
            return False
        if self._board.facing.key not in stop.keys:
            for number, key in enumerate(stop.keys[: max(1, self._board.setup.panes - 1)], 1):
                self.choose(key, number)
        return True

    def count(self) -> tuple[int, int]:
        """Which one of how many is shown, from 1; 0 for none of them."""
        stops = self._strip.stops
        ids = [stop.candidate for stop in stops] or list(self.subjects)
        shown = self.candidate if stops else self._board.facing.key
        return (ids.index(shown) + 1 if shown in ids else 0), len(ids)

    def _stop(self) -> Stop | None:
        return next((one for one in self._strip.stops if one.candidate == self.candidate), None)

    def _note(self) -> None:
        keys = [pane.key for pane in self._board.panes[1:]]
        while keys and not keys[-1]:
            keys.pop()
        self._board.change(subjects=tuple(keys))
