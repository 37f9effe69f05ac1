"""The typed channel between window and page. The page can name a mark, a point or a cell, nothing else."""

from __future__ import annotations

import json
import math
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

LONGEST = 200_000
MOST_POINTS = 2000


class Bridge(QObject):
    """Signals in the first group go to the page; its calls come out as those in the second."""

    wordsChanged = Signal(str)
    sceneChanged = Signal(str)
    selectionChanged = Signal(str)
    clueChanged = Signal(str)
    viewRequested = Signal(float, float, float)
    allRequested = Signal()
    toolRequested = Signal(str)
    measured = Signal(str)
    pictureGiven = Signal(str, str)
    coverChanged = Signal(bool)
    areasChanged = Signal(str)
    areaChosen = Signal(str, bool)
    judgeRequested = Signal(str)

    loaded = Signal()
    drawn = Signal(int)
    markPicked = Signal(str)
    markMeant = Signal(str)
    pointHovered = Signal(float, float)
    menuAsked = Signal(float, float)
    viewMoved = Signal(float, float, float)
    boundsMoved = Signal(float, float, float, float)
    toolChanged = Signal(str)
    measureAsked = Signal(object)
    areaDrawn = Signal(object)
    cellsJudged = Signal(str, object, str)

    @Slot()
    def ready(self) -> None:
        self.loaded.emit()

    @Slot(int)
    def drew(self, serial: int) -> None:
        self.drawn.emit(serial)

    @Slot(str)
    def pick(self, mark: str) -> None:
        self.markPicked.emit(mark[:200])

    @Slot(str)
    def mark(self, mark: str) -> None:
        """The mark that the next menu is about."""
        self.markMeant.emit(mark[:200])

    @Slot(float, float)
    def point(self, lat: float, lon: float) -> None:
        self._at(self.pointHovered, lat, lon)

    @Slot(float, float)
    def context(self, lat: float, lon: float) -> None:
        self._at(self.menuAsked, lat, lon)

    @Slot(float, float, float)
    def move(self, lat: float, lon: float, zoom: float) -> None:
        if math.isfinite(zoom):
            self._at(self.viewMoved, lat, lon, zoom)

    @Slot(float, float, float, float)
    def bound(self, south: float, west: float, north: float, east: float) -> None:
        """What is in view; longitudes may run on beyond 180 degrees, so that west lies below east."""
        values = (south, west, north, east)
        if all(math.isfinite(value) and abs(value) <= 1000 for value in values) and west <= east:
            self.boundsMoved.emit(max(-90.0, south), west, min(90.0, north), east)

    @Slot(str)
    def tool(self, name: str) -> None:
        """Which tool is in use now, '' for none."""
        self.toolChanged.emit(name if name in ("measure", "area") else "")

    @Slot(str)
    def measure(self, points: str) -> None:
        found = points_of(points)
        if len(found) > 1:
            self.measureAsked.emit(found)

    @Slot(str)
    def area(self, corners: str) -> None:
        found = points_of(corners)
        if len(found) > 2:
            self.areaDrawn.emit(found)

    @Slot(str, str, str)
    def judge(self, area: str, cells: str, state: str) -> None:
        found = cells_of(cells)
        if found and state in ("searched", "excluded", "unclear", "open"):
            self.cellsJudged.emit(area[:40], found, state)

    @staticmethod
    def _at(signal: object, lat: float, lon: float, *more: float) -> None:
        """Pass on a point of the globe; anything else a page says is dropped."""
        if math.isfinite(lat) and math.isfinite(lon) and abs(lat) <= 90 and abs(lon) <= 360:
            signal.emit(lat, (lon + 180) % 360 - 180, *more)  # type: ignore[attr-defined]


def points_of(text: str) -> tuple[tuple[float, float], ...]:
    """Points (latitude, longitude) that a page wrote as JSON; () for anything that is none."""
    found = _rows(text)
    points = []
    for row in found:
        if len(row) != 2 or not all(isinstance(value, int | float) for value in row):
            return ()
        lat, lon = float(row[0]), float(row[1])
        if not (math.isfinite(lat) and math.isfinite(lon) and abs(lat) <= 90 and abs(lon) <= 360):
            return ()
        points.append((lat, (lon + 180) % 360 - 180))
    return tuple(points)


def cells_of(text: str) -> tuple[tuple[int, int], ...]:
    """Cells (row, column) that a page wrote as JSON; () for anything that is none."""
    cells = []
    for row in _rows(text):
        if len(row) != 2 or not all(type(value) is int and 0 <= value < 100_000 for value in row):
            return ()
        cells.append((row[0], row[1]))
    return tuple(dict.fromkeys(cells))


def _rows(text: str) -> list[list[Any]]:
    if len(text) > LONGEST:
        return []
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return []
    whole = isinstance(found, list) and len(found) <= MOST_POINTS and all(isinstance(r, list) for r in found)
    return found if whole else []
