"""The map widget: a scene in, picked marks, points, outlines and cells out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QFile, QIODevice, QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWebChannel import QWebChannel
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QStackedLayout, QWidget

from theodolite_desktop.language import tr
from theodolite_desktop.map.bridge import Bridge
from theodolite_desktop.map.ground_layer import GroundLayer
from theodolite_desktop.map.routes import Routes
from theodolite_desktop.map.scene import MapScene
from theodolite_desktop.map.seal import SealedPage, sealed_profile

PAGE = "pack://map/index.html"


def channel_script() -> bytes:
    """Qt's own script for the page's end of the channel, out of Qt's resources."""
    file = QFile(":/qtwebchannel/qwebchannel.js")
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        return b""
    return bytes(file.readAll().data())


class MapView(QWidget):
    """Shows a :class:`MapScene`; keeps the last of everything until the page is ready.

    ``folders`` hold the page made by the engine, our own scripts and Leaflet, in this order. ``objects`` are
    further ends of the channel, by their names on the page.
    """

    ready = Signal()
    drawn = Signal(int)
    candidateSelected = Signal(str)
    clueSelected = Signal(str)
    markMeant = Signal(str)
    pointHovered = Signal(float, float)
    menuAsked = Signal(float, float)
    viewMoved = Signal(float, float, float)
    boundsMoved = Signal(float, float, float, float)
    toolChanged = Signal(str)
    measureAsked = Signal(object)
    areaDrawn = Signal(object)
    cellsJudged = Signal(str, object, str)
    problemFound = Signal(str)

    def __init__(
        self,
        folders: tuple[Path, ...],
        parent: QWidget | None = None,
        objects: Mapping[str, QObject] | None = None,
    ) -> None:
        super().__init__(parent)
        self._scene, self._serial, self._loaded = MapScene(), 0, False
        self._words, self._areas, self._chosen_area = "", "[]", ""
        self._pictures: dict[str, str] = {}
        self._covered = False
        self.bounds = (-90.0, -180.0, 90.0, 180.0)
        self.problems: list[str] = []
        routes = Routes(folders, {"qwebchannel.js": channel_script})
        self.ground = GroundLayer(routes, self)
        self._profile, self.interceptor = sealed_profile(routes, self, later=self.ground.later)
        self._view = QWebEngineView(self)
        self._page = SealedPage(self._profile, self._view)
        self._page.setBackgroundColor(QColor(0, 0, 0, 0))
        self._page.scriptFailed.connect(self._on_problem)
        self.bridge = Bridge(self)
        self.channel = QWebChannel(self._page)
        self.channel.registerObject("bridge", self.bridge)
        self.channel.registerObject("ground", self.ground.bridge)
        for name, one in (objects or {}).items():
            self.channel.registerObject(name, one)
        self._page.setWebChannel(self.channel)
        self._view.setPage(self._page)
        self._view.setAccessibleName(tr("Map of candidates"))
        self._view.setContextMenuPolicy(self._view.contextMenuPolicy().PreventContextMenu)
        layout = QStackedLayout(self)
        layout.addWidget(self._view)
        self.setFocusProxy(self._view)
        self._wire()
        QTimer.singleShot(0, self, self._open)  # the browser's start and its first page are two turns

    def _open(self) -> None:
        self._page.load(QUrl(PAGE))

    def _wire(self) -> None:
        bridge = self.bridge
        bridge.loaded.connect(self._on_loaded)
        bridge.drawn.connect(self.drawn)
        bridge.markPicked.connect(self._on_picked)
        bridge.boundsMoved.connect(self._on_bounds)
        for name in ("markMeant", "pointHovered", "menuAsked", "viewMoved", "boundsMoved", "toolChanged"):
            getattr(bridge, name).connect(getattr(self, name))
        for name in ("measureAsked", "areaDrawn", "cellsJudged"):
            getattr(bridge, name).connect(getattr(self, name))

    def _on_loaded(self) -> None:
        self._loaded = True
        self.bridge.wordsChanged.emit(self._words or "{}")
        self.bridge.coverChanged.emit(self._covered)
        for name, data in self._pictures.items():
            self.bridge.pictureGiven.emit(name, data)
        self._send()
        self.bridge.areasChanged.emit(self._areas)
        self.bridge.areaChosen.emit(self._chosen_area, False)
        self.ready.emit()

    def _on_picked(self, mark: str) -> None:
        kind, _, name = mark.partition(":")
        if kind == "clue" and name:
            self.clueSelected.emit(name)
        self.candidateSelected.emit(mark)

    def _on_bounds(self, south: float, west: float, north: float, east: float) -> None:
        self.bounds = (south, west, north, east)

    def _on_problem(self, text: str) -> None:
        self.problems.append(text)
        self.problemFound.emit(text)

    # --- what is shown -------------------------------------------------------------------------------

    @property
    def scene(self) -> MapScene:
        return self._scene

    def set_scene(self, scene: MapScene) -> int:
        """Draw ``scene``; ``drawn`` carries the returned number when the page has done so."""
        self._serial += 1
        self._scene = replace(scene, serial=self._serial)
        self._send()
        return self._serial

    def _send(self) -> None:
        if self._loaded:
            self.bridge.sceneChanged.emit(self._scene.to_json())

    def set_words(self, words: str) -> None:
        """The texts of the page, as :func:`~theodolite_desktop.map.words.words_json` writes them."""
        self._words = words
        if self._loaded:
            self.bridge.wordsChanged.emit(words)

    def set_picture(self, mark: str, data: str) -> None:
        """A small picture for a reference, a ``data:`` address; '' takes it away. ('', ''): all of them."""
        if not mark:
            self._pictures.clear()
        elif data:
            self._pictures[mark] = data
        else:
            self._pictures.pop(mark, None)
        if self._loaded:
            self.bridge.pictureGiven.emit(mark, data)

    def set_covered(self, covered: bool) -> None:
        """Pictures of references gray and blurred, as everywhere in the window."""
        self._covered = covered
        self.bridge.coverChanged.emit(covered)

    def set_areas(self, areas: str) -> None:
        """The search areas, as :func:`~theodolite_desktop.map.areas.areas_json` writes them."""
        self._areas = areas
        if self._loaded:
            self.bridge.areasChanged.emit(areas)

    def choose_area(self, area: str, *, fit: bool = False) -> None:
        """The area whose cells are judged, '' for none; ``fit`` brings it into view."""
        self._chosen_area = area
        self.bridge.areaChosen.emit(area, fit)

    def select(self, mark: str) -> None:
        """Mark one symbol as selected ('' for none), without moving the view."""
        self.bridge.selectionChanged.emit(mark)

    def select_clue(self, clue: str) -> None:
        """Show what a clue says of the place apart from the rest."""
        self.bridge.clueChanged.emit(clue)

    def show_place(self, lat: float, lon: float, zoom: float = 9.0) -> None:
        """Centre the map on a point."""
        self.bridge.viewRequested.emit(lat, lon, zoom)

    def show_all(self) -> None:
        """Fit the leading candidates."""
        self.bridge.allRequested.emit()

    # --- tools ---------------------------------------------------------------------------------------

    def use(self, tool: str) -> None:
        """Begin 'measure' or 'area', '' to end whichever is in use."""
        self.bridge.toolRequested.emit(tool)

    def judge_with(self, state: str) -> None:
        """Clicks on cells of the chosen area say ``state`` from now on, '' for no longer."""
        self.bridge.judgeRequested.emit(state)

    def say_measured(self, text: str) -> None:
        self.bridge.measured.emit(text)

    def picture(self) -> QPixmap:
        """What is in view, with legend, scale, north and attribution."""
        return self._view.grab()

    def shut(self) -> None:
        """Let the page go before its profile, in the order Chromium asks for."""
        self._loaded = False
        self.ground.close()
        self._view.setPage(None)  # type: ignore[arg-type]
        self._page.deleteLater()
