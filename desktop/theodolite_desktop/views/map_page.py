"""The Map tab: tools, and the sealed web view, which is made when the tab is first shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from theodolite_desktop.language import mark, tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.views.empty import EmptyState
from theodolite_desktop.views.handing import hand_focus
from theodolite_desktop.views.map_tools import MapTools

NOTHING = mark("No candidates yet. The world map works offline.")
Factory = Callable[[tuple[Path, ...], QWidget], QWidget]


class MapPage(QWidget):
    """``wanted`` asks for the folders of the page, ``made`` carries the map once."""

    wanted = Signal()
    made = Signal(object)

    def __init__(self, theme: Theme, factory: Factory) -> None:
        super().__init__()
        self._factory = factory
        self._asked = False
        self.map: QWidget | None = None
        self.tools = MapTools(theme)
        self.empty = EmptyState(theme, "map-outline", tr(NOTHING), tr("Try again"), ground="canvas")
        self.empty.button.hide()
        self.empty.pressed.connect(self.want)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.tools)
        self._layout.addWidget(self.empty, 1)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._asked:
            self.want()

    def want(self) -> None:
        """Ask for the map unless it is here or on its way."""
        if self.map is None:
            self._asked = True
            self.empty.button.hide()
            self.empty.set_sentence(tr("Drawing the world map."))
            self.wanted.emit()

    def open(self, folders: tuple[Path, ...]) -> None:
        """Make the map from the files in ``folders``; once."""
        if self.map is not None:
            return
        self.map = self._factory(folders, self)
        QTimer.singleShot(0, self, self._put_up)  # starting the browser is a turn of its own

    def _put_up(self) -> None:
        assert self.map is not None
        self._layout.addWidget(self.map, 1)
        self.empty.hide()
        hand_focus(self, self.map)
        self.made.emit(self.map)

    def show_problem(self, text: str) -> None:
        """Why there is no map, with a way to try again."""
        self.empty.set_sentence(text)
        self.empty.button.show()
