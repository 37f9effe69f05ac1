"""Map packs and reference points under the map: installed, shown, kept up with the case."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from theodolite_desktop.language import tr
from theodolite_desktop.map.ground import GroundScene
from theodolite_desktop.operations import ground
from theodolite_desktop.packs_install import PacksInstall
from theodolite_desktop.wiring import Wiring

PATTERNS = "*.pmtiles *.mbtiles *.geojson *.topojson *.pack.zip"


class GroundCommands(QObject):
    """Belongs to the commands of the window. The map's page must be there before anything is drawn on it."""

    def __init__(self, wiring: Wiring, packs: PacksInstall) -> None:
        super().__init__(wiring)
        self.shell, self.controller = wiring.shell, wiring.controller
        self._layer: Any = None
        self._drawn_for: tuple[str, ...] = ()
        self.shell.map.made.connect(self._made)
        self.controller.snapshotChanged.connect(self._follow)
        self.controller.caseClosed.connect(self.hide_points)
        packs.ended.connect(self.refresh)

    def table(self) -> dict[str, Callable[[], object]]:
        return {"map.points": self.toggle_points, "map.pack": self.import_pack}

    # --- packs -------------------------------------------------------------------------------------

    def _made(self, view: Any) -> None:
        layer = getattr(view, "ground", None)
        if layer is None:
            return
        self._layer = layer
        layer.importAsked.connect(self.import_pack)
        layer.troubled.connect(lambda text: self.shell.status.say(text, "warn"))
        view.destroyed.connect(self._gone)
        self.refresh()

    def _gone(self) -> None:
        self._layer = None

    def refresh(self) -> None:
        """Open what is installed now and draw it."""
        if self._layer is not None:
            make = partial(ground.map_ground, desk=self.controller.desk, source=self._layer.scene.source)
            self.controller.runner.start("", make, self._put, self._failed)

    def _put(self, scene: GroundScene) -> None:
        layer = self._layer
        if layer is None or layer.closed:
            if scene.source is not None:
                scene.source.close()
            return
        layer.put(scene)
        for problem in scene.problems:
            self.shell.status.say(problem, "warn")

    def _failed(self, text: str) -> None:
        self.shell.status.say(text, "error")

    def import_pack(self) -> None:
        """Ask for a file and install it; the map shows it as soon as it is there."""
        kinds = tr("Maps ({patterns});;All files (*)", patterns=PATTERNS)
        path, _ = QFileDialog.getOpenFileName(self.shell, tr("Import a map pack"), "", kinds)
        if path:
            self.install(Path(path))

    def install(self, path: Path) -> None:
        make = partial(ground.import_map, desk=self.controller.desk, path=path)
        title = tr("Importing {name}", name=path.name)
        self.controller.runner.start(title, make, self._installed, self._failed)

    def _installed(self, text: str) -> None:
        self.shell.status.say(tr("Installed: {what}", what=text), "ok")
        self.refresh()

    # --- reference points --------------------------------------------------------------------------

    def toggle_points(self) -> None:
        """Show or hide where the reference photographs of the case were taken."""
        if self._layer is None:
            self.shell.show_centre("Map")
        if self._layer is not None and self._layer.points_shown:
            self.hide_points()
        else:
            self._want_points()

    def hide_points(self) -> None:
        self._drawn_for = ()
        self.shell.commands.check("map.points", False)
        if self._layer is not None and self._layer.points_shown:
            self._layer.show_points(b"")

    def _want_points(self) -> None:
        snapshot = self.controller.snapshot
        self._drawn_for = tuple(snapshot.state.indexes) if snapshot else ()
        if not self._drawn_for:
            self.hide_points()
            self.shell.status.say(tr("This case has no reference index. Add one in the Case menu."), "warn")
            return
        make = partial(ground.map_points, desk=self.controller.desk)
        self.controller.runner.start(
            tr("Drawing the reference points"), make, self._show_points, self._no_points
        )

    def _show_points(self, points: bytes) -> None:
        if self._layer is None or not self._drawn_for or not points:
            self.hide_points()
            return
        self.shell.commands.check("map.points", True)
        self._layer.show_points(points)

    def _no_points(self, text: str) -> None:
        self.hide_points()
        self._failed(text)

    def _follow(self, *_: object) -> None:
        """Another index in the case: its points too."""
        snapshot = self.controller.snapshot
        if self._drawn_for and snapshot and tuple(snapshot.state.indexes) != self._drawn_for:
            self._want_points()
