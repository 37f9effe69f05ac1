"""The map in the window, on a map without a browser: tools, search areas, carrying out, exports."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Tree

import pytest
from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QGuiApplication, QPixmap
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from tests.desktop.fake_engine import FakeEngine
from theodolite_desktop.app import Window
from theodolite_desktop.map.scene import MapScene
from theodolite_desktop.views.dialogs import Question

Idle = Callable[[], None]
VALLEY = ((43.4, 11.8), (43.4, 11.9), (43.5, 11.9), (43.5, 11.8))


class FakeMap(QWidget):
    """Keeps what it was told; its signals are those of the real one."""

    ready, drawn = Signal(), Signal(int)
    candidateSelected, clueSelected, markMeant = Signal(str), Signal(str), Signal(str)
    pointHovered, menuAsked = Signal(float, float), Signal(float, float)
    viewMoved, boundsMoved = Signal(float, float, float), Signal(float, float, float, float)
    toolChanged, problemFound = Signal(str), Signal(str)
    measureAsked, areaDrawn, cellsJudged = Signal(object), Signal(object), Signal(str, object, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.told: list[tuple[str, Any]] = []
        self.scene = MapScene()
        self.bounds = (40.0, 10.0, 45.0, 13.0)

    def set_scene(self, scene: MapScene) -> int:
        self.scene = scene
        return 1

    def picture(self) -> QPixmap:
        made = QPixmap(4, 4)
        made.fill(QColor("red"))
        return made

    def choose_area(self, area: str, *, fit: bool = False) -> None:
        self.told.append(("choose_area", area))

    def __getattr__(self, name: str) -> Any:
        if name in (
            *("set_words", "set_areas", "set_picture", "set_covered", "use", "judge_with", "select"),
            *("select_clue", "show_place", "show_all", "say_measured"),
        ):
            return lambda *values: self.told.append((name, values[0] if len(values) == 1 else values))
        raise AttributeError(name)

    def last(self, name: str) -> Any:
        return next(value for said, value in reversed(self.told) if said == name)


@pytest.fixture
def mapped(opened: Window, idle: Idle, qtbot: Any) -> Window:
    """The window of two exhibits with its map in front, and a map that keeps what it is told."""
    page = opened.shell.map
    page._asked, page._factory = True, lambda _folders, parent: FakeMap(parent)
    opened.shell.show_centre("Map")
    page.open(())
    qtbot.waitUntil(lambda: page.map is not None and not page.empty.isVisible())
    idle()
    return opened


def view(window: Window) -> FakeMap:
    found = window.shell.map.map
    assert isinstance(found, FakeMap)
    return found


def session(window: Window, engine: FakeEngine) -> Any:
    return engine.sessions[window.controller.path]


def draw(window: Window, idle: Idle, title: str = "Valley", cell: str = "2000") -> None:
    view(window).areaDrawn.emit(VALLEY)
    idle()
    dialog = window.commands.maps.dialog
    assert dialog is not None
    dialog.title.setText(title)
    dialog.cell.setText(cell)
    dialog.accept()
    idle()
    idle()


# --- what is drawn -----------------------------------------------------------------------------------


def test_the_map_shows_claims_references_and_candidates_with_words_and_pictures(
    mapped: Window, idle: Idle
) -> None:
    kinds = {mark.group for mark in view(mapped).scene.marks}
    assert kinds == {"candidate", "claim", "reference"}
    words = json.loads(view(mapped).last("set_words"))
    assert words["words"]["verified"] == "Verified" and words["scale"] == 1.0
    idle()
    given = [value for name, value in view(mapped).told if name == "set_picture" and value[0]]
    assert [mark for mark, _ in given] == ["reference:r-E1"]
    assert given[0][1].startswith("data:image/jpeg;base64,")
    mapped.commands.keeping.set_cover(marked=True, everything=True)
    assert view(mapped).last("set_covered") is True


def test_picking_a_claim_chooses_its_exhibit_and_a_mistake_of_the_page_is_said(
    mapped: Window, idle: Idle
) -> None:
    view(mapped).candidateSelected.emit("claim:E2")
    idle()
    assert mapped.controller.exhibit == "E2"
    view(mapped).problemFound.emit("TypeError (pack://map/x.js:1)")
    assert "could not be drawn" in mapped.shell.status.notice.text()


# --- tools -------------------------------------------------------------------------------------------


def test_tools_are_commands_and_a_distance_is_that_of_the_ellipsoid(mapped: Window, idle: Idle) -> None:
    tools, fake = mapped.shell.map.tools, view(mapped)
    tools.buttons["map.measure"].click()
    assert fake.last("use") == "measure"
    fake.toolChanged.emit("measure")
    assert tools.buttons["map.measure"].isChecked() and not tools.buttons["map.area"].isChecked()
    mapped.shell.commands.run("map.measure")
    assert fake.last("use") == ""
    fake.toolChanged.emit("")
    assert not tools.buttons["map.measure"].isChecked()
    # A degree of the equator is 111.320 km, of the meridian there 110.574 km.
    view(mapped).measureAsked.emit(((0.0, 0.0), (0.0, 1.0), (1.0, 1.0)))
    idle()
    assert view(mapped).last("say_measured") == "221.9 km in all · last part 110.6 km, 0.0° from north"
    view(mapped).measureAsked.emit(((0.0, 0.0), (0.0, 0.0005)))
    idle()
    assert view(mapped).last("say_measured") == "55.7 m · 90.0° from north"


def test_a_candidate_is_added_at_the_crosshair(mapped: Window, engine: FakeEngine, idle: Idle) -> None:
    view(mapped).viewMoved.emit(43.5, 11.5, 9.0)
    mapped.shell.commands.run("map.add")
    idle()
    assert session(mapped, engine).records[-1].payload == "43.50000, 11.50000"
    mapped.shell.commands.run("map.copy")
    idle()
    assert QGuiApplication.clipboard().text() == "43.500, 11.500"  # 306 m a pixel there


def test_pasted_coordinates_are_a_candidate_and_gone_to_while_the_map_has_the_focus(
    mapped: Window, engine: FakeEngine, idle: Idle, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone: list[Any] = []
    monkeypatch.setattr(mapped.wiring.map, "go_to", lambda *place: gone.append(place))
    monkeypatch.setattr(mapped.shell, "focusWidget", lambda: view(mapped))
    QGuiApplication.clipboard().setText("https://yandex.com/maps/?ll=37.6173,55.7558&z=10")
    mapped.shell.commands.run("edit.paste")
    idle()
    assert gone[0][:2] == (55.7558, 37.6173)
    added = session(mapped, engine).records[-1]
    assert (added.action, added.payload) == ("candidate added", QGuiApplication.clipboard().text())


# --- search areas ------------------------------------------------------------------------------------


def test_an_area_is_drawn_with_a_size_that_suits_and_becomes_the_chosen_one(
    mapped: Window, engine: FakeEngine, idle: Idle
) -> None:
    tools = mapped.shell.map.tools
    assert not tools.areas.isVisible()
    view(mapped).areaDrawn.emit(VALLEY)
    idle()
    dialog = mapped.commands.maps.dialog
    assert dialog is not None and dialog.cell_m == 1000.0
    assert "cells" in dialog.size_text.text() and "km²" in dialog.size_text.text()
    dialog.cell.setText("10")
    dialog.cell.textEdited.emit("10")
    idle()
    assert "Make them larger" in dialog.problem.text() and not dialog.yes.isEnabled()
    dialog.cell.setText("2000")
    dialog.cell.textEdited.emit("2000")
    idle()
    dialog.title.setText("Valley")
    dialog.accept()
    idle()
    idle()
    area = session(mapped, engine).state.areas[0]
    assert (area.id, area.title, area.cell_m) == ("W1", "Valley", 2000.0)
    assert tools.areas.isVisible() and tools.chosen == "W1" and tools.states["searched"].isVisible()
    assert json.loads(view(mapped).last("set_areas"))[0]["label"].startswith("W1 Valley  0/")
    assert view(mapped).last("choose_area") == "W1"


def test_cells_are_judged_undone_and_counted(mapped: Window, engine: FakeEngine, idle: Idle) -> None:
    draw(mapped, idle)
    tools, fake = mapped.shell.map.tools, view(mapped)
    tools.states["excluded"].click()
    assert fake.last("judge_with") == "excluded"
    fake.cellsJudged.emit("W1", ((0, 0), (0, 1)), "excluded")
    idle()
    idle()
    assert session(mapped, engine).state.areas[0].cells == ((0, 0, "excluded"), (0, 1, "excluded"))
    assert "2/" in tools.areas.currentText()
    mapped.shell.commands.run("edit.undo")
    idle()
    idle()
    assert session(mapped, engine).state.areas[0].cells == ()
    tools.states["excluded"].click()
    assert fake.last("judge_with") == "" and not any(b.isChecked() for b in tools.states.values())


def test_keys_choose_and_judge_areas(mapped: Window, idle: Idle) -> None:
    fake = view(mapped)
    mapped.shell.commands.run("map.judge")
    assert "No search areas yet" in mapped.shell.status.notice.text()
    draw(mapped, idle, "One")
    draw(mapped, idle, "Two")
    assert mapped.shell.map.tools.chosen == "W2"
    mapped.shell.commands.run("map.next_area")
    assert fake.last("choose_area") == "W1"
    mapped.shell.commands.run("map.judge")
    assert fake.last("judge_with") == "searched"
    count = sum(name == "show_all" for name, _ in fake.told)
    mapped.shell.commands.run("map.all")
    assert sum(name == "show_all" for name, _ in fake.told) == count
    mapped.shell.commands.run("map.judge")
    assert fake.last("judge_with") == ""
    mapped.shell.commands.run("map.all")
    assert sum(name == "show_all" for name, _ in fake.told) == count + 1


def test_a_refused_judgement_is_drawn_as_it_is_on_record(mapped: Window, idle: Idle) -> None:
    draw(mapped, idle)
    fake = view(mapped)
    before = sum(name == "set_areas" for name, _ in fake.told)
    fake.cellsJudged.emit("W1", ((99, 99),), "searched")
    idle()
    assert "no cell" in mapped.shell.status.notice.text()
    assert sum(name == "set_areas" for name, _ in fake.told) == before + 1


def test_judged_cells_keep_their_size_and_a_removed_area_is_gone(
    mapped: Window, engine: FakeEngine, idle: Idle
) -> None:
    draw(mapped, idle)
    view(mapped).cellsJudged.emit("W1", ((0, 0),), "searched")
    idle()
    idle()
    maps = mapped.commands.maps
    area = maps.area()
    assert area is not None and area.done == 1
    maps.change_area(area)
    idle()
    dialog = maps.dialog
    assert dialog is not None and not dialog.cell.isEnabled()
    dialog.title.setText("Renamed")
    dialog.accept()
    idle()
    assert session(mapped, engine).state.areas[0].title == "Renamed"
    maps.remove_area(area)
    idle()
    idle()
    assert session(mapped, engine).state.areas == () and not mapped.shell.map.tools.areas.isVisible()
    session(mapped, engine).numbers = 7  # ids are never given twice
    draw(mapped, idle, "Another")
    assert mapped.shell.map.tools.chosen == "W8"


# --- carrying out ------------------------------------------------------------------------------------


def carry(window: Window, idle: Idle, what: Any = "link", service: str = "") -> Any:
    window.commands.maps.carry.begin(43.468241, 11.880172, what, service)
    idle()
    idle()
    dialog = window.commands.maps.carry.dialog
    assert dialog is not None
    return dialog


def test_a_link_is_shown_first_reduced_and_leaves_only_when_recorded(
    mapped: Window, engine: FakeEngine, idle: Idle
) -> None:
    QGuiApplication.clipboard().setText("before")
    dialog = carry(mapped, idle, "link", "Bing Maps")
    assert dialog.carry.precision_km == 1.0 and dialog.carry.service == "Bing Maps"
    assert "bing.com/maps?cp=43.4" in dialog.text.toPlainText()
    assert "43.46824" not in dialog.text.toPlainText()
    assert session(mapped, engine).state.disclosures == ()
    assert QGuiApplication.clipboard().text() == "before"
    shown = dialog.text.toPlainText()
    dialog.copy.click()
    idle()
    idle()
    (found,) = session(mapped, engine).state.disclosures
    assert (found.what, found.service, found.precision_km, found.about) == ("link", "Bing Maps", 1.0, "E1")
    assert QGuiApplication.clipboard().text() == shown == found.text
    assert "Nothing was opened" in mapped.shell.status.notice.text()
    # An exact text has to be chosen.
    dialog = carry(mapped, idle, "coordinates")
    assert dialog.text.toPlainText().count(".") == 2 and "43.46824" not in dialog.text.toPlainText()
    dialog.precision.setCurrentIndex(0)
    idle()
    assert dialog.text.toPlainText() == "43.46824, 11.88017"
    dialog.reject()


def test_a_query_is_built_from_words_or_own_tags(mapped: Window, engine: FakeEngine, idle: Idle) -> None:
    dialog = carry(mapped, idle, "query")
    assert not dialog.service.isVisible() and dialog.wanted.isVisible() and dialog.radius.isVisible()
    assert '["name"]' in dialog.text.toPlainText()
    dialog.wanted.setCurrentIndex(dialog.wanted.count() - 1)
    idle()
    assert "Name one to" in dialog.problem.text() and not dialog.copy.isEnabled()
    dialog.tags.setText("amenity=fuel, name~Via")
    dialog.tags.textEdited.emit("")
    idle()
    assert dialog.text.toPlainText().count("nwr[") == 2
    dialog.copy.click()
    idle()
    assert session(mapped, engine).state.disclosures[0].service == "Overpass"
    draw(mapped, idle)
    area = mapped.commands.maps.area()
    assert area is not None
    mapped.commands.maps.carry.begin_area(area)
    idle()
    idle()
    dialog = mapped.commands.maps.carry.dialog
    assert dialog is not None
    dialog.precision.setCurrentIndex(0)
    idle()
    assert 'poly:"43.40000 11.80000' in dialog.text.toPlainText() and not dialog.radius.isVisible()
    dialog.reject()


def test_the_menu_of_a_point_offers_everything(
    mapped: Window, idle: Idle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QMenu, "popup", lambda *_: None)
    places = mapped.commands.places
    view(mapped).markMeant.emit("reference:r-E1")
    places.map_menu(43.4682, 11.8802)
    idle()
    assert places.menu is not None
    texts = [action.text() for action in places.menu.actions()]
    assert texts[:3] == ["Copy as", "Add as candidate\tA", "Compare with E1"]
    assert "Carry out" in texts and "Draw a search area\tW" in texts
    places.menu.deleteLater()


def test_a_crop_of_the_chosen_clue_is_shown_recorded_and_written(
    mapped: Window, engine: FakeEngine, idle: Idle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "crop"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    mapped.wiring.selection.choose_clue("C1")
    mapped.shell.commands.run("map.crop")
    idle()
    dialog = mapped.commands.maps.carry.crop
    assert dialog is not None and not dialog.picture.pixmap().isNull()
    dialog.as_file.click()
    idle()
    idle()
    (found,) = session(mapped, engine).state.disclosures
    assert (found.what, found.form, found.about) == ("crop", "file", "E1")
    assert "Box(left=0.1, top=0.1" in out.with_suffix(".png").read_text()
    assert found.text[:12] in mapped.shell.status.notice.text()


def test_a_crop_of_graphic_content_is_shown_covered(mapped: Window, idle: Idle) -> None:
    def coloured() -> int:
        """How many pixels of the preview have a colour."""
        mapped.shell.commands.run("map.crop")
        idle()
        dialog = mapped.commands.maps.carry.crop
        assert dialog is not None and dialog.as_file.isEnabled()
        image = dialog.picture.pixmap().toImage()
        dialog.reject()
        tones = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
        return sum(one.red() != one.green() or one.green() != one.blue() for one in tones)

    assert coloured() > 0, "the picture has colours"
    mapped.shell.commands.run("exhibit.graphic")
    idle()
    assert coloured() == 0, "gray and coarse"
    mapped.shell.commands.actions["view.cover"].trigger()
    idle()
    assert coloured() > 0, "F9 shows it"


# --- exports -----------------------------------------------------------------------------------------


def test_what_the_map_shows_is_written_and_what_it_does_not_show_is_not(
    mapped: Window, idle: Idle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw(mapped, idle)
    view(mapped).bounds = (43.0, 11.0, 43.6, 12.0)
    names = iter([tmp_path / "a.geojson", tmp_path / "b.kml", tmp_path / "c.png"])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(next(names)), ""))
    monkeypatch.setattr(Question, "exec", lambda _self: 1)
    for _ in range(3):
        mapped.shell.commands.run("map.export")
        idle()
    found = json.loads((tmp_path / "a.geojson").read_text())["features"]
    ids = {one["id"] for one in found}
    assert {"Arezzo", "claim:E2", "reference:r-E1", "W1"} <= ids
    assert "Florence" not in ids  # at 43.77, outside of the view
    root = Tree.fromstring((tmp_path / "b.kml").read_text())
    marks = root.findall(".//{http://www.opengis.net/kml/2.2}Placemark")
    assert len(marks) == len(found)
    assert (tmp_path / "c.png").read_bytes().startswith(b"\x89PNG")


def test_an_export_can_be_called_off(mapped: Window, idle: Idle, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Question, "exec", lambda _self: 0)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: pytest.fail("asked all the same"))
    mapped.shell.commands.run("map.export")
