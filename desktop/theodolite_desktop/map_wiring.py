"""Connects the map page to the controller: what is drawn on it, and what a click there does."""

from __future__ import annotations

import math
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from theodolite_desktop.controller import Controller
from theodolite_desktop.operations import candidates, reading
from theodolite_desktop.operations.shapes import map_shapes, shape_key
from theodolite_desktop.snapshot import Snapshot
from theodolite_desktop.views.shell import Shell


class MapWiring(QObject):
    """Draws each snapshot on the map once there is one; keeps the place that was asked for until then."""

    def __init__(self, shell: Shell, controller: Controller) -> None:
        super().__init__(shell)
        self.shell, self.controller = shell, controller
        self._place: tuple[float, float, str, float] | None = None
        self._shapes: tuple[Any, ...] = ()
        self._key: tuple[Any, ...] | None = None
        self.zoom = 2.0
        shell.map.wanted.connect(self._want_map)
        shell.map.made.connect(self._wire_map)
        shell.theme.changed.connect(self.draw)
        shell.inspector.candidates.mapAsked.connect(self.show_on_map)
        shell.inspector.candidates.selected.connect(self._candidate_selected)

    def draw(self) -> None:
        view, snapshot = self.shell.map.map, self.controller.snapshot
        if view is None or not hasattr(view, "set_scene"):
            return
        from theodolite_desktop.map.scene import MapScene, scene_of

        theme = "dark" if self.shell.theme.dark else "light"
        if snapshot is None:
            self._key, self._shapes = None, ()
            view.set_scene(MapScene(theme=theme))  # type: ignore[arg-type]
            return
        self._want_shapes(snapshot)
        view.set_scene(
            scene_of(
                snapshot.state,
                snapshot.ranking,
                exhibit=snapshot.exhibit,
                theme=theme,  # type: ignore[arg-type]
                shapes=self._shapes,
            )
        )

    def _want_shapes(self, snapshot: Snapshot) -> None:
        """Ask for the bands and wedges of the exhibit in view when they changed; drawn when they come."""
        key = shape_key(snapshot.state, snapshot.exhibit)
        if key == self._key:
            return
        self._key, self._shapes = key, ()
        make = partial(map_shapes, desk=self.controller.desk, exhibit=snapshot.exhibit)
        self.controller.runner.start("", make, partial(self._got_shapes, key), self._no_shapes)

    def _got_shapes(self, key: tuple[Any, ...], shapes: tuple[Any, ...]) -> None:
        if key == self._key:
            self._shapes = shapes
            if shapes:
                self.draw()

    def _no_shapes(self, text: str) -> None:
        self._key = None
        self.shell.status.say(text, "error")

    def _want_map(self) -> None:
        make = partial(reading.map_folders, desk=self.controller.desk)
        page = self.shell.map
        self.controller.runner.start("Drawing the world map", make, page.open, page.show_problem)

    def _wire_map(self, view: Any) -> None:
        from theodolite_desktop.wording import coordinates

        view.candidateSelected.connect(self._map_selected)
        view.pointHovered.connect(lambda lat, lon: self.shell.status.show_pointer(coordinates(lat, lon)))
        view.ready.connect(self._map_ready)
        view.candidateAsked.connect(self._add_pin)
        view.copyAsked.connect(self._copy_point)
        view.viewMoved.connect(self._moved)
        self.draw()

    def _map_ready(self) -> None:
        """The leading candidates fill the first view, or the place that was asked for."""
        if self._place is None:
            self.shell.map.map.show_all()  # type: ignore[union-attr]
        self._go_to_place()

    def _moved(self, _lat: float, _lon: float, zoom: float) -> None:
        self.zoom = zoom

    def _add_pin(self, lat: float, lon: float) -> None:
        if self.controller.path:
            text = f"{lat:.5f}, {lon:.5f}"
            self.controller.edit(candidates.add_pin, exhibit=self.controller.exhibit, text=text)

    def _copy_point(self, lat: float, lon: float) -> None:
        text = f"{lat:.5f}, {lon:.5f}"
        QGuiApplication.clipboard().setText(text)
        self.shell.status.say(f"Copied {text}")

    def _map_selected(self, mark: str) -> None:
        if mark.startswith(("claim:", "reference:")):
            return
        self.shell.inspector.candidates.select(mark)
        self.shell.inspector.show_tab("Candidates")

    def show_on_map(self, candidate: str) -> None:
        snapshot = self.controller.snapshot
        ranking = snapshot.ranking if snapshot else None
        found = next((c for c in ranking.candidates if c.id == candidate), None) if ranking else None
        self.shell.show_centre("Map")
        self._place = (found.lat, found.lon, candidate, 9.0) if found else None
        self._go_to_place()

    def go_to(self, lat: float, lon: float, precision_m: float) -> None:
        """Show a place on the map, as close as its precision deserves."""
        self.shell.show_centre("Map")
        self._place = lat, lon, "", max(4.0, min(15.0, round(math.log2(2e7 / max(precision_m, 1.0)))))
        self._go_to_place()

    def _go_to_place(self) -> None:
        """Centre the map on the place asked for, as soon as there is a map."""
        view = self.shell.map.map
        if self._place is not None and view is not None and hasattr(view, "show_place"):
            lat, lon, candidate, zoom = self._place
            self._place = None
            view.show_place(lat, lon, zoom)
            view.select(candidate)  # type: ignore[attr-defined]

    def _candidate_selected(self, candidate: str) -> None:
        view = self.shell.map.map
        if view is not None and hasattr(view, "select"):
            view.select(candidate)
