"""The typed channel between window and page. The page can name a mark or a point, nothing else."""

from __future__ import annotations

import math

from PySide6.QtCore import QObject, Signal, Slot


class Bridge(QObject):
    """Signals in the first group go to the page; its calls come out as those in the second."""

    sceneChanged = Signal(str)
    selectionChanged = Signal(str)
    viewRequested = Signal(float, float, float)
    allRequested = Signal()

    loaded = Signal()
    drawn = Signal(int)
    markPicked = Signal(str)
    pointHovered = Signal(float, float)
    candidateAsked = Signal(float, float)
    copyAsked = Signal(float, float)
    menuAsked = Signal(float, float)
    viewMoved = Signal(float, float, float)

    @Slot()
    def ready(self) -> None:
        self.loaded.emit()

    @Slot(int)
    def drew(self, serial: int) -> None:
        self.drawn.emit(serial)

    @Slot(str)
    def pick(self, mark: str) -> None:
        self.markPicked.emit(mark[:200])

    @Slot(float, float)
    def point(self, lat: float, lon: float) -> None:
        self._at(self.pointHovered, lat, lon)

    @Slot(float, float)
    def add(self, lat: float, lon: float) -> None:
        self._at(self.candidateAsked, lat, lon)

    @Slot(float, float)
    def copy(self, lat: float, lon: float) -> None:
        self._at(self.copyAsked, lat, lon)

    @Slot(float, float)
    def context(self, lat: float, lon: float) -> None:
        self._at(self.menuAsked, lat, lon)

    @Slot(float, float, float)
    def move(self, lat: float, lon: float, zoom: float) -> None:
        if math.isfinite(zoom):
            self._at(self.viewMoved, lat, lon, zoom)

    @staticmethod
    def _at(signal: object, lat: float, lon: float, *more: float) -> None:
        """Pass on a point of the globe; anything else a page says is dropped."""
        if math.isfinite(lat) and math.isfinite(lon) and abs(lat) <= 90 and abs(lon) <= 360:
            signal.emit(lat, (lon + 180) % 360 - 180, *more)  # type: ignore[attr-defined]
