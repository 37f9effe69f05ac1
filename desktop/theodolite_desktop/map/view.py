"""The map widget: a scene in, picked marks and points out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QFile, QIODevice, QTimer, QUrl, Signal
from PySide6.QtGui import QColor
from PySide6.QtWebChannel import QWebChannel
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QStackedLayout, QWidget

from theodolite_desktop.map.bridge import Bridge
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
    """Shows a :class:`MapScene`; keeps the last one until the page is ready.

    ``folders`` hold the page made by the engine, our own scripts and Leaflet, in this order.
    """

    ready = Signal()
    drawn = Signal(int)
    candidateSelected = Signal(str)
    pointHovered = Signal(float, float)
    candidateAsked = Signal(float, float)
    copyAsked = Signal(float, float)
    menuAsked = Signal(float, float)
    viewMoved = Signal(float, float, float)

    def __init__(self, folders: tuple[Path, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene, self._serial, self._loaded = MapScene(), 0, False
        self._profile, self.interceptor = sealed_profile(
            Routes(folders, {"qwebchannel.js": channel_script}), self
        )
        self._view = QWebEngineView(self)
        self._page = SealedPage(self._profile, self._view)
        self._page.setBackgroundColor(QColor(0, 0, 0, 0))
        self.bridge = Bridge(self)
        channel = QWebChannel(self._page)
        channel.registerObject("bridge", self.bridge)
        self._page.setWebChannel(channel)
        self._view.setPage(self._page)
        self._view.setAccessibleName("Map of candidates")
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
        bridge.markPicked.connect(self.candidateSelected)
        bridge.pointHovered.connect(self.pointHovered)
        bridge.candidateAsked.connect(self.candidateAsked)
        bridge.copyAsked.connect(self.copyAsked)
        bridge.menuAsked.connect(self.menuAsked)
        bridge.viewMoved.connect(self.viewMoved)

    def _on_loaded(self) -> None:
        self._loaded = True
        self._send()
        self.ready.emit()

    def set_scene(self, scene: MapScene) -> int:
        """Draw ``scene``; ``drawn`` carries the returned number when the page has done so."""
        self._serial += 1
        self._scene = replace(scene, serial=self._serial)
        self._send()
        return self._serial

    def _send(self) -> None:
        if self._loaded:
            self.bridge.sceneChanged.emit(self._scene.to_json())

    def select(self, mark: str) -> None:
        """Mark one symbol as selected ('' for none), without moving the view."""
        self.bridge.selectionChanged.emit(mark)

    def show_place(self, lat: float, lon: float, zoom: float = 9.0) -> None:
        """Centre the map on a point."""
        self.bridge.viewRequested.emit(lat, lon, zoom)

    def show_all(self) -> None:
        """Fit the leading candidates."""
        self.bridge.allRequested.emit()

    def shut(self) -> None:
        """Let the page go before its profile, in the order Chromium asks for."""
        self._loaded = False
        self._view.setPage(None)  # type: ignore[arg-type]
        self._page.deleteLater()
