"""What is chosen: one clue, one candidate and one exhibit, the same in every view.

A view tells the selection what a person chose there and draws what the selection says; no view tells
another. :class:`Follow` connects the views of a window to one :class:`Selection`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from theodolite_desktop.controller import Controller
    from theodolite_desktop.views.shell import Shell


class Selection(QObject):
    """Ids, '' for none. Each signal comes once a change and before ``choose_...`` returns."""

    clueChanged = Signal(str)
    candidateChanged = Signal(str)
    exhibitChanged = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.clue = self.candidate = self.exhibit = ""

    def choose_clue(self, clue: str) -> None:
        if clue != self.clue:
            self.clue = clue
            self.clueChanged.emit(clue)

    def choose_candidate(self, candidate: str) -> None:
        if candidate != self.candidate:
            self.candidate = candidate
            self.candidateChanged.emit(candidate)

    def choose_exhibit(self, exhibit: str) -> None:
        """Another exhibit has other clues and candidates."""
        if exhibit != self.exhibit:
            self.exhibit = exhibit
            self.choose_clue("")
            self.choose_candidate("")
            self.exhibitChanged.emit(exhibit)


class Follow(QObject):
    """Passes choices of the views to the selection, and the selection to the views."""

    def __init__(self, shell: Shell, controller: Controller, selection: Selection) -> None:
        super().__init__(selection)
        self.shell, self.controller, self.selection = shell, controller, selection
        tabs = shell.inspector
        shell.image.clueSelected.connect(self._clue_in_picture)
        shell.compare.clueSelected.connect(self._clue_in_picture)
        tabs.clues.selected.connect(self.choose_clue)
        tabs.candidates.selected.connect(selection.choose_candidate)
        shell.compare.candidateSelected.connect(selection.choose_candidate)
        shell.map.made.connect(self._map_made)
        selection.clueChanged.connect(self._show_clue)
        selection.candidateChanged.connect(self._show_candidate)

    def choose_clue(self, clue: str) -> None:
        """Choosing what is chosen already brings its region into view again."""
        if clue == self.selection.clue:
            self.shell.image.select(clue)
        self.selection.choose_clue(clue)

    def choose_candidate(self, candidate: str) -> None:
        """Choosing what is chosen already brings its card into view again."""
        if candidate == self.selection.candidate:
            self.shell.inspector.candidates.select(candidate)
        self.selection.choose_candidate(candidate)

    def _clue_in_picture(self, clue: str) -> None:
        self.choose_clue(clue)
        if clue:
            self.shell.inspector.show_tab("Clues")

    def _show_clue(self, clue: str) -> None:
        self.shell.image.select(clue)
        self.shell.inspector.clues.select(clue)
        self.shell.compare.select_clue(clue)
        self._on_map("select_clue", clue)

    def _show_candidate(self, candidate: str) -> None:
        self.shell.inspector.candidates.select(candidate)
        self.shell.compare.select_candidate(candidate)
        self._on_map("select", candidate)

    def _map_made(self, view: Any) -> None:
        if hasattr(view, "candidateSelected"):
            view.candidateSelected.connect(self._picked_on_map)
        if hasattr(view, "clueSelected"):
            view.clueSelected.connect(self._clue_in_picture)
        self._on_map("select_clue", self.selection.clue)

    def _picked_on_map(self, mark: str) -> None:
        snapshot = self.controller.snapshot
        ranking = snapshot.ranking if snapshot else None
        if ranking is not None and any(c.id == mark for c in ranking.candidates):
            self.selection.choose_candidate(mark)

    def _on_map(self, name: str, value: str) -> None:
        view = self.shell.map.map
        if view is not None and hasattr(view, name):
            getattr(view, name)(value)
