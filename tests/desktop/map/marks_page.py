"""Marks, tools and search areas on the real map, used by mouse and key: ``marks_page.py FOLDER``.

Prints one JSON line of what was drawn, said and recorded, and how long a thousand candidates take.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.desktop.map.ground_page import Page
from theodolite.domain import Disc, Region
from theodolite.geo import search_grid
from theodolite_desktop.map.areas import AreaGrid, areas_json
from theodolite_desktop.map.scene import MapScene, Mark
from theodolite_desktop.map.seal import register_scheme
from theodolite_desktop.map.shapes import Shape

STATUSES = ("suggested", "under review", "verified", "rejected")
NONE = Qt.KeyboardModifier.NoModifier
DRAWN = """(() => {
  const marks = [...document.querySelectorAll(".mark")];
  const words = (mark, name, none) => (mark.querySelector(name) || {}).textContent || none;
  return {
    classes: marks.map(mark => mark.className.match(/mark-(\\w+)/)[1]),
    said: marks.map(mark => mark.getAttribute("aria-label")),
    tags: marks.map(mark => words(mark, ".tag", "")),
    counts: marks.map(mark => Number(words(mark, ".count", 1))),
    images: document.querySelectorAll(".thumb").length,
    leaders: document.querySelectorAll(".leader").length,
    legend: [...document.querySelectorAll("#legend li")].map(row => row.textContent),
  };
})()"""
COUNTED = """(() => {
  const counts = [...document.querySelectorAll(".count")].map(count => Number(count.textContent));
  return {drawn: document.querySelectorAll(".mark").length, most: Math.max(...counts)};
})()"""


class Marks:
    """The page with the signals that it gave, in order."""

    def __init__(self, page: Page) -> None:
        self.page, self.view = page, page.view
        self.told: list[list[Any]] = []
        for name in ("candidateSelected", "clueSelected", "toolChanged", "measureAsked", "areaDrawn"):
            getattr(self.view, name).connect(lambda value, name=name: self.told.append([name, value]))
        self.view.menuAsked.connect(lambda *values: self.told.append(["menuAsked", *values]))
        self.view.cellsJudged.connect(lambda *values: self.told.append(["cellsJudged", *values]))
        self.view.activateWindow()
        self.view._view.setFocus()
        self.pump(0.3)

    def pump(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        self.page.until(lambda: time.monotonic() > end)

    def draw(self, scene: MapScene) -> float:
        """Milliseconds until the page says that it has drawn ``scene``."""
        seen: list[int] = []
        self.view.drawn.connect(seen.append)
        began = time.perf_counter()
        number = self.view.set_scene(scene)
        self.page.until(lambda: number in seen)
        self.view.drawn.disconnect(seen.append)
        return (time.perf_counter() - began) * 1000

    def key(self, key: Qt.Key) -> None:
        target = self.view._view.focusProxy()
        assert target is not None
        QTest.keyClick(target, key, NONE)
        self.pump(0.12)

    def click(self, x: int, y: int) -> None:
        target = self.view._view.focusProxy()
        assert target is not None
        QTest.mouseMove(target, QPoint(x, y))
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, NONE, QPoint(x, y))
        self.pump(0.12)

    def last(self, name: str) -> Any:
        return next((row[1:] for row in reversed(self.told) if row[0] == name), None)


def scene() -> MapScene:
    near = (
        Mark("a", "verified", "candidate", 10.0, 10.0, "<b>Alpha</b>", "1 Alpha", 1),
        Mark("b", "suggested", "candidate", 12.0, 4.0, "Beta", "2 Beta", 2),
        Mark("c", "rejected", "candidate", 10.01, 10.01, "Gamma", "3", 3),
        Mark("claim:E1", "claim", "claim", 10.0, 10.0, "E1: GPS claimed", "E1", heading=45.0),
        Mark("clue:C7", "clue", "clue", 14.0, 14.0, "C7: Via", "7", colour="#BC1FAD"),
        Mark("filed:F1", "filed", "filed", 6.0, 6.0, "F1 street", "F1", heading=200.0),
        Mark("reference:r", "reference", "reference", 8.0, 12.0, "r.jpg, cosine 0.90"),
    )
    regions = (Region(0.5, 0.5, 1, (Disc(10, 10, 100),)), Region(0.9, 0.9, 1, (Disc(10, 10, 300),)))
    triangle = ((10.0, 10.0), (11.0, 12.0), (12.0, 11.0), (10.0, 10.0))
    wedge = Shape("wedge", "C9", ((triangle,),), clue="C9")
    return MapScene(near, regions, "light", "E1", shapes=(wedge,))


def thousand(theme: str = "light") -> MapScene:
    """Candidates in a regular net over the world, a hundred of them on one spot."""
    marks = [
        Mark(
            f"k{n}",
            STATUSES[n % 4],
            "candidate",
            -60.0 + n % 30 * 4.0 if n >= 100 else 5.0,
            -170.0 + n // 30 * 10.0 if n >= 100 else 5.0,
            f"Place {n}",
            f"{n + 1} Place" if n < 3 else str(n + 1),
            n + 1,
        )
        for n in range(1000)
    ]
    return MapScene(tuple(marks), theme=theme, fit="many")  # type: ignore[arg-type]


def areas() -> str:
    outline = search_grid.checked_outline([(8.0, 8.0), (8.0, 12.0), (12.0, 12.0), (12.0, 8.0)])
    grid = search_grid.grid(outline, 80_000.0)
    cells = tuple((row, column, "") for row, column in grid.cells)
    area = AreaGrid(
        "W1", "Ground", outline, 80_000.0, grid.south, grid.west, grid.high, grid.wide, grid.rows,
        grid.columns, cells, grid.km2,
    )  # fmt: skip
    return areas_json((area,))


def main() -> None:
    register_scheme()
    app = QApplication([])
    folder = Path(sys.argv[1])
    marks = Marks(Page(folder))
    page, view, found = marks.page, marks.view, {}
    view.set_picture("reference:r", "data:image/png;base64,iVBORw0KGgo=")
    marks.draw(scene())
    page.go(10.0, 10.0, 6.0)
    found["drawn"] = page.ask(DRAWN)
    view.set_covered(True)
    marks.pump(0.2)
    found["blurred"] = page.ask("getComputedStyle(document.querySelector('.thumb')).filter")
    page.go(10.0, 10.0, 3.0)
    found["far"] = page.ask(DRAWN)
    found["chosen"] = keys(marks)
    found["measured"] = measure(marks)
    found["outline"] = outline(marks)
    found["judged"] = judge(marks)
    found["ms"] = {"thousand": marks.draw(thousand()), "again": marks.draw(thousand("dark"))}
    page.go(5.0, 5.0, 4.0)
    found["many"] = page.ask(COUNTED)
    moved = []
    for step in range(5):
        began = time.perf_counter()
        page.ask(f"(Atlas.map.panBy([{60 + step}, 20], {{animate: false}}), 1)")
        moved.append((time.perf_counter() - began) * 1000)
    found["ms"]["move"] = max(moved)
    found["problems"] = list(page.problems)
    view._page.runJavaScript("setTimeout(() => { throw new Error('broken on purpose'); }, 0)")
    page.until(lambda: len(page.problems) > len(found["problems"]))
    found["heard"] = page.problems[-1]
    print(json.dumps(found, default=list), flush=True)
    view.shut()
    app.processEvents()
    os._exit(0)


def keys(marks: Marks) -> dict[str, Any]:
    """Tab by rank, Enter, an arrow, plus, nought."""
    spoken, ask = [], marks.page.ask
    for _ in range(2):
        marks.key(Qt.Key.Key_Tab)
        spoken.append(ask("document.getElementById('spoken').textContent"))
    marks.key(Qt.Key.Key_Return)
    marks.key(Qt.Key.Key_Menu)
    menu = marks.last("menuAsked")
    before = ask("[Atlas.map.getCenter().lng, Atlas.map.getZoom()]")
    marks.key(Qt.Key.Key_Right)
    marks.pump(0.5)
    marks.key(Qt.Key.Key_Plus)
    marks.pump(0.5)
    after = ask("[Atlas.map.getCenter().lng, Atlas.map.getZoom()]")
    marks.view.select_clue("C9")
    return {
        "spoken": spoken,
        "picked": marks.last("candidateSelected"),
        "menu": menu,
        "moved": after[0] - before[0],
        "zoomed": after[1] - before[1],
    }


def measure(marks: Marks) -> dict[str, Any]:
    marks.page.go(0.0, 0.0, 4.0)
    marks.view.use("measure")
    marks.pump(0.2)
    begun = marks.last("toolChanged")
    marks.click(450, 300)
    marks.click(550, 300)
    marks.key(Qt.Key.Key_Space)
    points = marks.last("measureAsked")
    marks.view.say_measured("so far")
    marks.pump(0.1)
    notice = marks.page.ask("document.getElementById('notice').textContent")
    marks.key(Qt.Key.Key_Escape)
    return {"begun": begun, "points": points, "notice": notice, "ended": marks.last("toolChanged")}


def outline(marks: Marks) -> Any:
    marks.view.use("area")
    marks.pump(0.2)
    for x, y in ((300, 200), (500, 200), (500, 400)):
        marks.click(x, y)
    marks.key(Qt.Key.Key_Return)
    return marks.last("areaDrawn")


def judge(marks: Marks) -> list[Any]:
    """Keys, then a click, then Escape."""
    marks.view.set_areas(areas())
    marks.view.choose_area("W1", fit=True)
    marks.pump(0.3)
    marks.view.judge_with("searched")
    marks.pump(0.2)
    marks.told.clear()
    for key in (Qt.Key.Key_1, Qt.Key.Key_Right, Qt.Key.Key_2, Qt.Key.Key_Up, Qt.Key.Key_3, Qt.Key.Key_0):
        marks.key(key)
    where = marks.page.ask("(p => [p.x, p.y])(Atlas.map.latLngToContainerPoint([8.2, 8.2]))")
    marks.click(round(where[0]), round(where[1]))
    told = [row[1:] for row in marks.told if row[0] == "cellsJudged"]
    marks.key(Qt.Key.Key_Escape)
    return [told, marks.last("toolChanged")]


if __name__ == "__main__":
    main()
