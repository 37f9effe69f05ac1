"""A map without a browser that keeps what it was told of the ground."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from theodolite_desktop.map.ground import GroundScene


class FakeGround(QObject):
    """Has the signals and calls of the ground of a map view."""

    importAsked, troubled = Signal(), Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.scene = GroundScene()
        self.points_shown = self.closed = False
        self.points: list[bytes] = []

    def put(self, scene: GroundScene) -> None:
        self.scene = scene

    def show_points(self, points: bytes) -> None:
        self.points_shown = bool(points)
        self.points.append(points)

    def close(self) -> None:
        self.closed = True
        if self.scene.source is not None:
            self.scene.source.close()
