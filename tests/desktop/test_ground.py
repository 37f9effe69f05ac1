"""Map packs and reference points in the window: imported from the map, drawn, followed, hidden."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.core.tiles.making import picture, pmtiles
from tests.desktop.fake_engine import FakeEngine
from tests.desktop.fake_ground import FakeGround
from tests.desktop.test_map import FakeMap
from theodolite import packs
from theodolite_desktop import ground_commands
from theodolite_desktop.app import Window

Idle = Callable[[], None]


class Map(FakeMap):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.ground = FakeGround(self)


@pytest.fixture
def mapped(
    opened: Window, idle: Idle, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Window]:
    """The window with a map in front and packs of its own."""
    monkeypatch.setenv("THEODOLITE_HOME", str(tmp_path / "home"))
    page = opened.shell.map
    page._asked, page._factory = True, lambda _folders, parent: Map(parent)
    opened.shell.show_centre("Map")
    page.open(())
    qtbot.waitUntil(lambda: page.map is not None and not page.empty.isVisible())
    idle()
    yield opened
    ground(opened).close()


def ground(window: Window) -> FakeGround:
    found = window.shell.map.map
    assert isinstance(found, Map)
    return found.ground


def said(window: Window) -> str:
    return window.shell.status.notice.accessibleName()


def use_index(window: Window, engine: FakeEngine, idle: Idle, folder: str) -> None:
    session = engine.sessions[window.controller.path]
    session.add_index = lambda path: session.step("index added", indexes=(*session.state.indexes, str(path)))
    window.commands.indexes.use(Path(folder))
    idle()
    idle()


def ask_for(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(path), ""))


def test_a_pack_imported_from_the_map_is_drawn_at_once(
    mapped: Window, idle: Idle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ground(mapped).scene.packs == ()
    ask_for(monkeypatch, pmtiles(tmp_path / "town.pmtiles", {(3, 1, 1): picture()}, about={"name": "Town"}))
    ground(mapped).importAsked.emit()
    idle()
    idle()
    assert [pack.name for pack in ground(mapped).scene.packs] == ["Town"]
    assert "Town: map, pictures" in said(mapped)
    source = ground(mapped).scene.source
    assert source is not None
    assert source.tile(ground(mapped).scene.packs[0].path, 3, 1, 1) is not None


def test_what_is_no_map_is_said_and_nothing_changes(
    mapped: Window, idle: Idle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x.pmtiles").write_bytes(b"nothing")
    ask_for(monkeypatch, tmp_path / "x.pmtiles")
    mapped.shell.commands.run("map.pack")
    idle()
    assert "x.pmtiles is no" in said(mapped)
    assert packs.of_kind("map") == ()
    assert ground(mapped).scene.packs == ()


def test_a_damaged_tile_is_said_in_the_status_bar(mapped: Window) -> None:
    ground(mapped).troubled.emit("A tile of Town is damaged (3/1/1).")
    assert "3/1/1" in said(mapped)


def test_without_an_index_there_are_no_points(mapped: Window, idle: Idle) -> None:
    mapped.shell.commands.run("map.points")
    idle()
    assert ground(mapped).points == []
    assert "no reference index" in said(mapped)
    assert not mapped.shell.commands.actions["map.points"].isChecked()


def test_points_come_and_go_and_follow_the_case(
    mapped: Window, idle: Idle, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []

    def points(*, desk: Any) -> Any:
        made.append(1)
        yield from ()
        return b"points"

    monkeypatch.setattr(ground_commands.ground, "map_points", points)
    use_index(mapped, engine, idle, "one")
    mapped.shell.commands.run("map.points")
    idle()
    assert ground(mapped).points == [b"points"]
    assert mapped.shell.commands.actions["map.points"].isChecked()
    use_index(mapped, engine, idle, "two")
    assert len(made) == 2
    mapped.shell.commands.run("map.points")
    idle()
    assert ground(mapped).points[-1] == b""
    assert not mapped.shell.commands.actions["map.points"].isChecked()
