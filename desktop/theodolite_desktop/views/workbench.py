"""The body of the window: the centre with panels round it, each of which moves, detaches and closes."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import QByteArray, QChildEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QTabBar, QWidget

from theodolite_desktop.language import tr
from theodolite_desktop.theme import Theme, tokens
from theodolite_desktop.views.panel import Panel

Area = Literal["left", "right", "bottom"]
STATE_VERSION: Final = 1
TALL: Final = 280
"""Height of a panel at the bottom when it is first opened."""


class Workbench(QMainWindow):
    """``panelsChanged``: one was opened, closed, moved or detached."""

    panelsChanged = Signal()

    def __init__(self, theme: Theme, centre: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self.panels: dict[str, Panel] = {}
        self._areas: dict[str, Area] = {}
        self.setWindowFlags(Qt.WindowType.Widget)
        self.setObjectName("workbench")
        self.setAnimated(False)
        self.setDockOptions(QMainWindow.DockOption.AllowNestedDocks | QMainWindow.DockOption.AllowTabbedDocks)
        self.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, self.tabPosition(self._area("left")))
        for corner, area in (
            (Qt.Corner.TopLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea),
            (Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea),
            (Qt.Corner.TopRightCorner, Qt.DockWidgetArea.RightDockWidgetArea),
            (Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea),
        ):
            self.setCorner(corner, area)
        self.setCentralWidget(centre)

    def childEvent(self, event: QChildEvent) -> None:
        """Rows of tabs of panels in one place are made by Qt, without a name."""
        super().childEvent(event)
        if event.added():
            QTimer.singleShot(0, self, self._name_tabs)

    def _name_tabs(self) -> None:
        for bar in self.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly):
            bar.setAccessibleName(tr("Panels"))

    def _area(self, area: Area) -> Qt.DockWidgetArea:
        """Right to left, what is at the left is at the right."""
        if self.isRightToLeft() and area != "bottom":
            area = "right" if area == "left" else "left"
        return {
            "left": Qt.DockWidgetArea.LeftDockWidgetArea,
            "right": Qt.DockWidgetArea.RightDockWidgetArea,
            "bottom": Qt.DockWidgetArea.BottomDockWidgetArea,
        }[area]

    def add(self, name: str, title: str, content: QWidget, area: Area, *, bare: bool = False) -> Panel:
        """A panel in ``area``, behind those that are there when these are not bare."""
        panel = Panel(self._theme, name, title, content, bare=bare)
        self.panels[name], self._areas[name] = panel, area
        self._put(panel)
        panel.toggled.connect(lambda _on: self.panelsChanged.emit())
        panel.topLevelChanged.connect(lambda _on: self.panelsChanged.emit())
        panel.dockLocationChanged.connect(lambda _area: self.panelsChanged.emit())
        return panel

    def _put(self, panel: Panel) -> None:
        area = self._areas[panel.objectName()]
        self.addDockWidget(self._area(area), panel)
        mates = [
            p
            for n, p in self.panels.items()
            if p is not panel and self._areas[n] == area and not p.isFloating() and not p.bare
        ]
        if mates and not panel.bare:
            self.tabifyDockWidget(mates[0], panel)
        panel.dress()

    def reset(self) -> None:
        """Every panel where it was at first; what is open stays open."""
        shown = {name: panel.shown for name, panel in self.panels.items()}
        for panel in self.panels.values():
            panel.setFloating(False)
            self.removeDockWidget(panel)
        for name, panel in self.panels.items():
            self._put(panel)
            panel.setVisible(shown[name])
        self.panelsChanged.emit()

    def set_widths(self, widths: dict[str, int]) -> None:
        self._resize(widths, Qt.Orientation.Horizontal)

    def set_heights(self, heights: dict[str, int]) -> None:
        self._resize(heights, Qt.Orientation.Vertical)

    def _resize(self, sizes: dict[str, int], along: Qt.Orientation) -> None:
        """Of those that stand in the window and are shown."""
        there = [n for n in sizes if self.panels[n].shown and not self.panels[n].isFloating()]
        layout = self.layout()
        if there and layout is not None:
            layout.activate()  # what was opened or closed a moment ago counts
            self.resizeDocks([self.panels[n] for n in there], [sizes[n] for n in there], along)
            layout.activate()

    def raise_panel(self, name: str) -> None:
        """Open a panel and bring it before those in the same place."""
        panel = self.panels[name]
        first = not panel.shown
        panel.show()
        panel.raise_()
        area = self._areas[name]
        if first and area == "bottom" and not panel.isFloating() and panel.height() < TALL // 2:
            self.set_heights({name: self._theme.scaled(TALL)})

    def set_arranging(self, on: bool) -> None:
        for panel in self.panels.values():
            panel.set_arranging(on)

    def state(self) -> str:
        """Where the panels are, as text."""
        return bytes(self.saveState(STATE_VERSION).toBase64().data()).decode("ascii")

    def restore(self, text: str) -> bool:
        """False when ``text`` is not a state of this version."""
        return self.restoreState(QByteArray.fromBase64(QByteArray(text.encode("ascii"))), STATE_VERSION)

    @property
    def separator(self) -> int:
        return tokens.SPLITTER
