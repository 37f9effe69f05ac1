"""The tools above the map: look, measure, mark, search ground cell by cell, take out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from theodolite_desktop.language import mark, tr
from theodolite_desktop.map.areas import AreaGrid
from theodolite_desktop.theme import Theme
from theodolite_desktop.theme.tokens import TOOLS
from theodolite_desktop.views.controls import Choice, IconButton, VerticalRule, strip

STATES = (
    ("searched", "check-bold", mark("Mark cells as searched"), "1"),
    ("excluded", "close-thick", mark("Mark cells as excluded"), "2"),
    ("unclear", "help", mark("Mark cells as unclear"), "3"),
    ("open", "eraser", mark("Mark cells as still to search"), "0"),
)


class MapTools(QWidget):
    """One row. ``commandAsked`` carries the id of a command; the rest is about the search area in view."""

    commandAsked = Signal(str)
    areaChosen = Signal(str)
    judgeAsked = Signal(str)
    areaMenuAsked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        row, layout = strip("tools", TOOLS)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(row)
        self.buttons: dict[str, IconButton] = {}
        self._add(layout, "map.all", "fit-to-page-outline", tr("Show all candidates"), "0")
        self._add(layout, "edit.goto", "crosshairs-gps", tr("Go to coordinates"), "Ctrl+G")
        layout.addWidget(VerticalRule(theme))
        self._add(layout, "map.add", "map-marker-plus-outline", tr("Candidate at the crosshair"), "A")
        self._add(layout, "map.measure", "ruler", tr("Measure a distance"), "D", checkable=True)
        self._add(layout, "map.copy", "content-copy", tr("Copy the coordinates of the crosshair"), "I")
        layout.addWidget(VerticalRule(theme))
        self._add(layout, "map.area", "vector-polygon", tr("Draw a search area"), "W", checkable=True)
        self.areas = Choice(theme, tr("Search area"))
        self.areas.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.areas.setMinimumContentsLength(14)
        self.areas.activated.connect(self._on_area)
        layout.addWidget(self.areas, 1)
        self.states: dict[str, IconButton] = {}
        for state, icon, name, key in STATES:
            button = IconButton(
                theme, icon, tr(name), key=key, checkable=True, action=partial(self._on_state, state)
            )
            self.states[state] = button
            layout.addWidget(button)
        self.more = IconButton(theme, "dots-vertical", tr("More for this search area"))
        self.more.clicked.connect(self.areaMenuAsked)
        layout.addWidget(self.more)
        layout.addStretch(2)
        self.extra = QHBoxLayout()
        layout.addLayout(self.extra)
        self._add(layout, "map.carry", "export-variant", tr("Carry this place out"), "")
        self._add(layout, "map.export", "download-outline", tr("Export what the map shows"), "")
        self.show_areas((), "")

    def _add(
        self, layout: QHBoxLayout, command: str, icon: str, name: str, key: str, *, checkable: bool = False
    ) -> None:
        ask: Callable[[], None] = partial(self.commandAsked.emit, command)
        self.buttons[command] = IconButton(self._theme, icon, name, key=key, checkable=checkable, action=ask)
        layout.addWidget(self.buttons[command])

    def show_areas(self, areas: Sequence[AreaGrid], chosen: str) -> None:
        """The areas of the case; the tools for cells are there while one is chosen."""
        self.areas.blockSignals(True)
        self.areas.clear()
        self.areas.addItem(tr("Search areas: none chosen") if areas else tr("No search areas"), "")
        for area in areas:
            self.areas.addItem(area.entry, area.id)
        self.areas.setCurrentIndex(max(0, self.areas.findData(chosen)))
        self.areas.blockSignals(False)
        self.areas.setVisible(bool(areas))
        for widget in (*self.states.values(), self.more):
            widget.setVisible(bool(self.chosen))

    @property
    def chosen(self) -> str:
        """The id of the area that is chosen, '' for none."""
        return str(self.areas.currentData() or "")

    def show_tool(self, tool: str) -> None:
        """Which drawing tool is in use: 'measure', 'area' or ''."""
        self.buttons["map.measure"].setChecked(tool == "measure")
        self.buttons["map.area"].setChecked(tool == "area")

    def show_state(self, state: str) -> None:
        """What clicks on cells say now, '' for nothing."""
        for name, button in self.states.items():
            button.setChecked(name == state)

    def set_enabled(self, possible: Callable[[str], bool]) -> None:
        """Each button as its command."""
        for name, button in self.buttons.items():
            button.setEnabled(possible(name))

    def _on_area(self, _index: int) -> None:
        self.areaChosen.emit(self.chosen)

    def _on_state(self, state: str) -> None:
        self.judgeAsked.emit(state if self.states[state].isChecked() else "")
