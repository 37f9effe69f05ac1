"""What the keys of the clue list do, and what is said there while exhibits are read."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from theodolite_desktop.language import tr
from theodolite_desktop.snapshot import Snapshot
from theodolite_desktop.wiring import Wiring


class InspectorCommands(QObject):
    """Belongs to the commands of the window."""

    def __init__(self, wiring: Wiring) -> None:
        super().__init__(wiring)
        self.shell, self.controller = wiring.shell, wiring.controller
        clues = self.shell.inspector.clues
        clues.noteAsked.connect(self.note)
        clues.stopAsked.connect(self.stop_reading)
        self.controller.runner.jobsChanged.connect(self._show_reading)
        self.controller.snapshotChanged.connect(lambda _snapshot: self._show_reading())

    def table(self) -> dict[str, Callable[[], object]]:
        clues = self.shell.inspector.clues
        return {
            "clues.weaker": lambda: clues.strengthen(-1),
            "clues.stronger": lambda: clues.strengthen(1),
            "clues.note": clues.note_current,
        }

    def note(self, about: str) -> None:
        """Begin a line of the exhibit's notes with what it is about."""
        self.shell.inspector.show_tab("Notes")
        self.shell.inspector.notes.begin(about)

    def stop_reading(self) -> None:
        for number in self._reading():
            self.controller.runner.cancel(number)

    def _reading(self) -> list[int]:
        title = tr("Reading exhibits")
        return [number for number, name, _ in self.controller.runner.jobs() if name == title]

    def _show_reading(self) -> None:
        snapshot = self.controller.snapshot
        text = reading(snapshot) if snapshot is not None and self._reading() else ""
        self.shell.inspector.clues.show_reading(text)


def reading(snapshot: Snapshot) -> str:
    """How far the reading of exhibits is: the first that was not read is being read."""
    total = len(snapshot.exhibits)
    done = sum(1 for item in snapshot.exhibits if item.examined or not item.readable)
    return tr("Reading {number} of {total} exhibits", number=min(done + 1, total), total=total)
