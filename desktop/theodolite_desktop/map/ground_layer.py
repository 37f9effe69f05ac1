"""The ground of one map view: its scene, its channel to the page, and the answers to the page's addresses."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWebEngineCore import QWebEngineUrlRequestJob

from theodolite_desktop.language import tr
from theodolite_desktop.map.ground import GroundScene, is_ground
from theodolite_desktop.map.ground_bridge import Drawn, GroundBridge
from theodolite_desktop.map.routes import Routes
from theodolite_desktop.map.tiling import Answers


class GroundLayer(QObject):
    """Keeps the last :class:`GroundScene` until the page is ready; ``drawn`` says what the page shows."""

    loaded = Signal()
    drawn = Signal(object)
    importAsked = Signal()
    troubled = Signal(str)

    def __init__(self, routes: Routes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bridge = GroundBridge(self)
        self.last = Drawn()
        self.scene = GroundScene()
        self._drawing = 0
        self.points_shown = self.closed = False
        self._answers = Answers(routes, self)
        self._ready = False
        self.bridge.loaded.connect(self._on_loaded)
        self.bridge.drawn.connect(self._on_drawn)
        self.bridge.importAsked.connect(self.importAsked)
        self.bridge.troubled.connect(self.troubled)

    def later(self, job: QWebEngineUrlRequestJob) -> bool:
        """Whether the request is one of those answered from a thread; then it has been taken."""
        path = job.requestUrl().path()
        if not is_ground(path) and not path.endswith(".bin"):
            return False
        self._answers.take(job)
        return True

    def put(self, scene: GroundScene) -> None:
        """Draw another ground; the reference points stay as they were unless it brings some."""
        self.scene = replace(scene, points=scene.points or self.scene.points)
        self._drawing += 1
        self._send()

    def show_points(self, points: bytes) -> None:
        """Show these reference points over the land; b'' hides them."""
        self.points_shown = bool(points)
        self.scene = replace(self.scene, points=points)
        self._send()
        self.bridge.pointsShown.emit(self.points_shown)

    def close(self) -> None:
        """End the thread and the process that read tiles."""
        self.closed = True
        self._answers.close()

    def _on_loaded(self) -> None:
        self._ready = True
        self._send()
        self.bridge.pointsShown.emit(self.points_shown)
        self.loaded.emit()

    def _send(self) -> None:
        serial = self._answers.put(self.scene)
        if self._ready:
            words = {
                "nodata": tr("No map data here at this zoom."),
                "import": tr("Import a map pack"),
            }
            self.bridge.groundChanged.emit(self.scene.to_json(serial, words, self._drawing))

    def _on_drawn(self, drawn: Drawn) -> None:
        self.last = drawn
        self.drawn.emit(drawn)
