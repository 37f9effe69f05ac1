"""What an examiner does on the map, with the mouse and by keys on the page itself."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from tests.e2e.examiner import LEFT, NONE, Examiner


def open_map(examiner: Examiner) -> None:
    """F4, until the page is there."""
    examiner.press(Qt.Key.Key_F4)
    examiner.wait(lambda: examiner.shell.map.map is not None and examiner.shell.map.map._loaded)
    examiner.rest()


def ask(examiner: Examiner, script: str) -> Any:
    """The value of a script on the page."""
    found: list[str] = []
    page = examiner.shell.map.map._page  # type: ignore[union-attr]
    page.runJavaScript(f"JSON.stringify({script})", 0, found.append)
    examiner.wait(lambda: found)
    return json.loads(found[0])


def until(examiner: Examiner, script: str, value: Any) -> None:
    """Until the page says so."""
    examiner.wait(lambda: ask(examiner, script) == value)


def go(examiner: Examiner, lat: float, lon: float, zoom: float) -> None:
    """Bring a place into view."""
    examiner.shell.map.map.show_place(lat, lon, zoom)  # type: ignore[union-attr]
    until(examiner, "Atlas.map.getZoom()", zoom)
    until(examiner, f"Atlas.map.distance(Atlas.map.getCenter(), [{lat}, {lon}]) < 2000", True)


def surface(examiner: Examiner) -> QWidget:
    """What takes the mouse and the keys on the page."""
    view = examiner.shell.map.map._view  # type: ignore[union-attr]
    view.setFocus()
    target = view.focusProxy()
    assert isinstance(target, QWidget)
    return target


def spot(examiner: Examiner, lat: float, lon: float) -> QPoint:
    """Where a place is drawn."""
    x, y = ask(examiner, f"(p => [p.x, p.y])(Atlas.map.latLngToContainerPoint([{lat}, {lon}]))")
    return QPoint(round(x), round(y))


def click(
    examiner: Examiner, lat: float, lon: float, button: Qt.MouseButton = LEFT, target: QWidget | None = None
) -> None:
    target, at = target or surface(examiner), spot(examiner, lat, lon)
    assert target.rect().contains(at)
    examiner.qtbot.mouseMove(target, at)
    examiner.qtbot.mouseClick(target, button, NONE, at)


def key(examiner: Examiner, key: Qt.Key) -> None:
    examiner.qtbot.keyClick(surface(examiner), key, NONE)


def choose(menu: QMenu, *path: str) -> None:
    """Take an entry of a menu, through its submenus, and close it."""
    seen = list(menu.actions())  # a submenu's own object lives as long as its entry does
    for name in path[:-1]:
        (entry,) = [action for action in seen if action.text() == name]
        inner = entry.menu()
        assert isinstance(inner, QMenu)
        seen += inner.actions()
    (last,) = [action for action in seen if action.text() == path[-1]]
    last.trigger()
    menu.close()
