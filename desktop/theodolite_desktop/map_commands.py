"""What the commands of the map do: tools, search areas, what is carried out, exports."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QIODevice, QObject
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QFileDialog, QMenu

from theodolite.domain import CellState
from theodolite_desktop.keeping_commands import KeepingCommands
from theodolite_desktop.language import tr
from theodolite_desktop.map import leaving
from theodolite_desktop.map.areas import AreaGrid
from theodolite_desktop.map_carry import MapCarry
from theodolite_desktop.operations import areas, candidates, carrying
from theodolite_desktop.place_commands import PlaceCommands
from theodolite_desktop.views import fields
from theodolite_desktop.views.area_dialog import AreaDialog
from theodolite_desktop.views.dialogs import Question
from theodolite_desktop.wiring import Wiring

STATES: dict[str, CellState | None] = {
    "searched": "searched",
    "excluded": "excluded",
    "unclear": "unclear",
    "open": None,
}
FORMATS = "GeoJSON (*.geojson);;KML (*.kml);;PNG (*.png)"


class MapCommands(QObject):
    """Acts at the crosshair unless a point is given; the page does the drawing."""

    def __init__(self, wiring: Wiring, places: PlaceCommands, keeping: KeepingCommands) -> None:
        super().__init__(wiring)
        self.shell, self.controller, self.map = wiring.shell, wiring.controller, wiring.map
        self.places = places
        self.carry = MapCarry(wiring, lambda name: keeping.cover.hides(name))
        self.chosen, self.state = "", ""
        self._meant, self._tool = "", ""
        self._before: frozenset[str] | None = None
        """The areas that were there when one was drawn, until it is there; the new one is chosen."""
        self.dialog: AreaDialog | None = None
        self.menu: QMenu | None = None
        tools = self.shell.map.tools
        tools.commandAsked.connect(self.shell.commands.run)
        tools.areaChosen.connect(partial(self.choose, fit=True))
        tools.judgeAsked.connect(self.judge_with)
        tools.areaMenuAsked.connect(self.area_menu)
        self.map.areasDrawn.connect(self._areas)
        self.shell.map.made.connect(self._made)
        keeping.coverChanged.connect(self.map.set_cover)
        places.extend = self._extend_menu

    def table(self) -> dict[str, Callable[[], object]]:
        return {
            "map.all": self.show_all,
            "map.add": self.add,
            "map.measure": partial(self.use, "measure"),
            "map.copy": lambda: self.places.copy_point(*self.map.at),
            "map.area": partial(self.use, "area"),
            "map.next_area": self.next_area,
            "map.judge": self.judge,
            "map.carry": lambda: self.carry.begin(*self.map.at),
            "map.crop": self.carry.begin_crop,
            "map.export": self.export,
        }

    @property
    def view(self) -> Any:
        """The map, None while there is none."""
        view = self.shell.map.map
        return view if view is not None and hasattr(view, "use") else None

    def _made(self, view: Any) -> None:
        if hasattr(view, "use"):
            view.toolChanged.connect(self._tool_changed)
            view.areaDrawn.connect(self.draw_area)
            view.cellsJudged.connect(self._judged)
            view.markMeant.connect(self._mean)
            view.choose_area(self.chosen)

    # --- tools -----------------------------------------------------------------------------------------

    def show_all(self) -> None:
        if self.state:
            return  # its key means "still to search" while cells are judged
        if self.view is not None:
            self.view.show_all()

    def add(self) -> None:
        """A candidate at the crosshair, as exact as the map is there."""
        lat, lon = self.map.at
        text = f"{lat:.5f}, {lon:.5f}"
        self.controller.edit(candidates.add_pin, exhibit=self.controller.exhibit, text=text)

    def use(self, tool: str) -> None:
        """Begin a drawing tool, or end it when it is in use."""
        self.shell.show_centre("Map")
        if self.view is not None:
            button = self.shell.map.tools.buttons[f"map.{tool}"]
            self.judge_with("")
            self.view.use("" if self._tool == tool else tool)
            button.setChecked(self._tool == tool)

    def _tool_changed(self, tool: str) -> None:
        self._tool = tool
        self.shell.map.tools.show_tool(tool)
        if not tool:
            self.state = ""
            self.shell.map.tools.show_state("")

    # --- search areas ------------------------------------------------------------------------------------

    def _areas(self, found: tuple[AreaGrid, ...]) -> None:
        new = [one.id for one in found if one.id not in self._before] if self._before is not None else []
        if new:
            self._before = None
            self.shell.map.tools.show_areas(found, new[-1])
            self.choose(new[-1])
        if self.chosen and not any(one.id == self.chosen for one in found):
            self.chosen = ""
        self.shell.map.tools.show_areas(found, self.chosen)
        self.shell.map.tools.show_state(self.state)

    def area(self) -> AreaGrid | None:
        return next((one for one in self.map.areas if one.id == self.chosen), None)

    def choose(self, area: str, *, fit: bool = False) -> None:
        """Judge the cells of ``area`` from now on; '' for none."""
        self.judge_with("")
        self.chosen = area
        self.shell.map.tools.show_areas(self.map.areas, area)
        if self.view is not None:
            self.view.choose_area(area, fit=fit)

    def found(self, record: str) -> None:
        """What Find leads to: a search area is the chosen one, and in view."""
        if any(one.id == record for one in self.map.areas):
            self.choose(record, fit=True)

    def next_area(self) -> None:
        names = [one.id for one in self.map.areas]
        if names:
            at = names.index(self.chosen) + 1 if self.chosen in names else 0
            self.choose(names[at % len(names)], fit=True)
        else:
            self.shell.status.say(tr("No search areas yet. W draws one."))

    def judge(self) -> None:
        """Begin with 'searched', or stop."""
        if not self.chosen and self.map.areas:
            self.choose(self.map.areas[-1].id, fit=True)
        if not self.chosen:
            self.shell.status.say(tr("No search areas yet. W draws one."))
        else:
            self.judge_with("" if self.state else "searched")

    def judge_with(self, state: str) -> None:
        """Clicks on cells say ``state`` from now on, '' for nothing."""
        if self.view is None or (not state and not self.state):
            return
        self.state = state if self.chosen else ""
        self.shell.map.tools.show_state(self.state)
        self.view.judge_with(self.state)

    def _judged(self, area: str, cells: tuple[tuple[int, int], ...], state: str) -> None:
        self.controller.edit(areas.judge_cells, self._refused, area=area, cells=cells, state=STATES[state])

    def _refused(self, text: str) -> None:
        """What the page drew ahead is drawn again as it is on record."""
        self.shell.status.say(text, "error")
        self.map.redraw_areas()

    def draw_area(self, outline: tuple[tuple[float, float], ...]) -> None:
        """Ask for title and cells of an outline that was drawn; a case must be open."""
        if not self.controller.path:
            self.shell.status.say(tr("Open a case first: a search area is part of it."), "warn")
            return
        dialog = AreaDialog(self.shell, self.shell.theme)
        dialog.accepted.connect(lambda: self._add_area(dialog, outline))
        self._open(dialog, outline)

    def _open(self, dialog: AreaDialog, outline: tuple[tuple[float, float], ...]) -> None:
        dialog.sizeAsked.connect(partial(self._size, dialog, outline))
        dialog.finished.connect(lambda _code: dialog.deleteLater())
        self.dialog = dialog
        dialog.open()
        dialog.begin()

    def _size(self, dialog: AreaDialog, outline: tuple[tuple[float, float], ...], metres: float) -> None:
        wanted = None if metres < 0 else metres
        make = partial(areas.fitting, desk=self.controller.desk, outline=outline, cell_m=wanted)
        show = fields.while_open(dialog, lambda found: dialog.show_size(*found))
        self.controller.runner.call(make, show, fields.while_open(dialog, dialog.show_problem))

    def _add_area(self, dialog: AreaDialog, outline: tuple[tuple[float, float], ...]) -> None:
        self._before = frozenset(one.id for one in self.map.areas)
        self.controller.edit(
            areas.add_area,
            title=dialog.title.text(),
            outline=outline,
            cell_m=dialog.cell_m,
            note=dialog.note.toPlainText(),
        )

    def area_menu(self) -> None:
        """What else can be done with the chosen area."""
        area = self.area()
        if area is None:
            return
        menu = QMenu(self.shell)
        menu.setAccessibleName(tr("Search area"))
        menu.addAction(tr("Show it whole"), partial(self.choose, area.id, fit=True))
        menu.addAction(tr("Title, cells and note…"), partial(self.change_area, area))
        menu.addAction(tr("Overpass query inside it…"), partial(self.carry.begin_area, area))
        menu.addSeparator()
        menu.addAction(tr("Remove"), partial(self.remove_area, area))
        menu.aboutToHide.connect(menu.deleteLater)
        self.menu = menu
        menu.popup(QCursor.pos())

    def change_area(self, area: AreaGrid) -> None:
        dialog = AreaDialog(
            self.shell,
            self.shell.theme,
            title=area.title,
            cell_m=area.cell_m,
            note=area.note,
            judged=area.done > 0,
        )
        dialog.accepted.connect(lambda: self._change_area(dialog, area))
        self._open(dialog, area.outline)

    def _change_area(self, dialog: AreaDialog, area: AreaGrid) -> None:
        self.controller.edit(
            areas.change_area,
            area=area.id,
            title=dialog.title.text(),
            cell_m=dialog.cell_m or area.cell_m,
            note=dialog.note.toPlainText(),
        )

    def remove_area(self, area: AreaGrid) -> None:
        """Undoable, so it does not ask."""
        self.controller.edit(areas.remove_area, area=area.id)
        self.shell.status.say(tr("{area} removed. Undo brings it back.", area=area.id))

    # --- the menu at a point -------------------------------------------------------------------------------

    def _mean(self, mark: str) -> None:
        self._meant = mark

    def _extend_menu(self, menu: QMenu, lat: float, lon: float) -> None:
        """Beyond coordinates and candidate: carrying out, comparing, drawing."""
        mark, self._meant = self._meant, ""
        if mark.startswith(("reference:", "filed:")) and self.controller.exhibit:
            text = tr("Compare with {exhibit}", exhibit=self.controller.exhibit)
            menu.addAction(text, partial(self._compare, mark))
        if self.view is not None:
            menu.addAction(tr("Centre the map here"), partial(self.view.show_place, lat, lon, self.map.zoom))
            menu.addAction(tr("Measure a distance\tD"), partial(self.use, "measure"))
        if self.controller.path:
            menu.addAction(tr("Draw a search area\tW"), partial(self.use, "area"))
            self.carry.fill(menu.addMenu(tr("Carry out")), lat, lon)

    def _compare(self, mark: str) -> None:
        self.shell.show_centre("Compare")
        self.shell.compare.choose(mark)
        self.shell.compare.setFocus()

    # --- exports -------------------------------------------------------------------------------------------

    def export(self) -> None:
        """What is in view, as GeoJSON, KML or a picture; asked first, for it names places exactly."""
        if self.view is None:
            self.shell.status.say(tr("Open the map first."))
            return
        lines = [
            tr("The file names what the map shows as exactly as the case does."),
            tr("Nobody's protection is applied to it. For others, write a report with reduced precision."),
        ]
        title = tr("Export what the map shows")
        ask = Question(self.shell, self.shell.theme, title, lines, tr("Choose a file…"))
        if not ask.exec():
            return
        name, chosen = QFileDialog.getSaveFileName(self.shell, title, "map.geojson", FORMATS)
        if name:
            self.write(Path(name), chosen)

    def write(self, out: Path, chosen: str = "") -> None:
        """The format follows the suffix, or the filter ``chosen`` where there is none."""
        suffix = out.suffix.lower() or next(
            (kind for kind in (".geojson", ".kml", ".png") if kind in chosen), ".geojson"
        )
        out = out if out.suffix else out.with_suffix(suffix)
        view, snapshot = self.view, self.controller.snapshot
        title = snapshot.state.case.title if snapshot else tr("Map")
        if suffix == ".png":
            buffer = QBuffer()
            buffer.open(QIODevice.OpenModeFlag.WriteOnly)
            view.picture().save(buffer, "PNG")
            data = bytes(buffer.data().data())
        elif suffix == ".kml":
            data = leaving.kml(view.scene, self.map.areas, view.bounds, title)
        else:
            data = leaving.geojson(view.scene, self.map.areas, view.bounds, title)
        make = partial(carrying.export_map, desk=self.controller.desk, out=out, data=data, what="map view")
        self.controller.runner.call(
            make, lambda path: self.shell.status.say(tr("Written: {name}", name=Path(path).name))
        )
