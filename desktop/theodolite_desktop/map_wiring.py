"""Connects the map page to the controller: what is drawn on it, and what a click there does."""

from __future__ import annotations

import math
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from theodolite_desktop.controller import Controller
from theodolite_desktop.covering import Cover
from theodolite_desktop.language import tr
from theodolite_desktop.map.areas import AreaGrid, areas_json
from theodolite_desktop.map.words import words_json
from theodolite_desktop.map_pictures import MapPictures
from theodolite_desktop.operations import areas, reading
from theodolite_desktop.operations.shapes import map_shapes, shape_key
from theodolite_desktop.snapshot import Snapshot
from theodolite_desktop.views.shell import Shell


class MapWiring(QObject):
    """Draws each snapshot on the map once there is one; keeps the place that was asked for until then.

    ``areas``: the search areas as they are drawn. ``at``: latitude, longitude of the crosshair.
    """

    areasDrawn = Signal(object)

    def __init__(self, shell: Shell, controller: Controller) -> None:
        super().__init__(shell)
        self.shell, self.controller = shell, controller
        self._place: tuple[float, float, str, float] | None = None
        self._shapes: tuple[Any, ...] = ()
        self._key: tuple[Any, ...] | None = None
        self.zoom = 2.0
        self.at = (25.0, 10.0)
        self.areas: tuple[AreaGrid, ...] = ()
        self._areas_of: Any = None
        self._cover = Cover()
        self._pictures = MapPictures(controller, self._give_picture, self)
        shell.map.wanted.connect(self._want_map)
        shell.map.made.connect(self._wire_map)
        shell.theme.changed.connect(self._restyle)
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
            self._got_areas(None, ())
            return
        self._want_shapes(snapshot)
        self._want_areas(snapshot)
        self._pictures.want(snapshot.state, snapshot.exhibit)
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

    def _want_areas(self, snapshot: Snapshot) -> None:
        """Their grids, when they changed."""
        wanted = (self.controller.path, snapshot.state.areas)
        if wanted != self._areas_of:
            self._areas_of = wanted
            make = partial(areas.area_grids, desk=self.controller.desk)
            self.controller.runner.call(make, partial(self._got_areas, wanted))

    def _got_areas(self, wanted: Any, found: tuple[AreaGrid, ...]) -> None:
        if wanted is None:
            self._areas_of = None
        elif wanted != self._areas_of:
            return
        self.areas = found
        view = self.shell.map.map
        if view is not None and hasattr(view, "set_areas"):
            view.set_areas(areas_json(found))
        self.areasDrawn.emit(found)

    def redraw_areas(self) -> None:
        """Draw them as they are on record."""
        view = self.shell.map.map
        if view is not None and hasattr(view, "set_areas"):
            view.set_areas(areas_json(self.areas))

    def _give_picture(self, mark: str, data: str) -> None:
        view = self.shell.map.map
        if view is not None and hasattr(view, "set_picture"):
            view.set_picture(mark, data)

    def set_cover(self, cover: Cover) -> None:
        """Pictures of references are covered with everything else."""
        self._cover = cover
        view = self.shell.map.map
        if view is not None and hasattr(view, "set_covered"):
            view.set_covered(cover.hides(""))

    def _restyle(self) -> None:
        """Another appearance, another size of text."""
        view = self.shell.map.map
        if view is not None and hasattr(view, "set_words"):
            view.set_words(words_json(self.shell.theme.scale))
        self.draw()

    def _want_map(self) -> None:
        make = partial(reading.map_folders, desk=self.controller.desk)
        page = self.shell.map
        self.controller.runner.start(tr("Drawing the world map"), make, page.open, page.show_problem)

    def _wire_map(self, view: Any) -> None:
        from theodolite_desktop.wording import coordinates

        view.candidateSelected.connect(self._map_selected)
        view.pointHovered.connect(lambda lat, lon: self.shell.status.show_pointer(coordinates(lat, lon)))
        view.ready.connect(self._map_ready)
        view.viewMoved.connect(self._moved)
        view.measureAsked.connect(self._measure)
        view.problemFound.connect(self._page_failed)
        view.set_words(words_json(self.shell.theme.scale))
        view.set_covered(self._cover.hides(""))
        view.set_areas(areas_json(self.areas))
        self.draw()

    def _map_ready(self) -> None:
        """The leading candidates fill the first view, or the place that was asked for."""
        if self._place is None:
            self.shell.map.map.show_all()  # type: ignore[union-attr]
        self._go_to_place()

    def _moved(self, lat: float, lon: float, zoom: float) -> None:
        self.at, self.zoom = (lat, lon), zoom

    def _measure(self, points: tuple[tuple[float, float], ...]) -> None:
        make = partial(areas.measured, desk=self.controller.desk, points=points)
        view = self.shell.map.map
        self.controller.runner.call(make, view.say_measured)  # type: ignore[union-attr]

    def _page_failed(self, _text: str) -> None:
        """A mistake of ours in the page: the log names it, the person hears what it may mean."""
        said = tr("A part of the map could not be drawn. The case is unharmed; the log says more.")
        self.shell.status.say(said, "error")

    def _map_selected(self, mark: str) -> None:
        kind, _, name = mark.partition(":")
        if kind == "claim" and name:
            self.controller.select_exhibit(name)
        elif kind in ("reference", "filed") and name:
            self._say_label(mark)
        elif kind != "clue":
            self.shell.inspector.candidates.select(mark)
            self.shell.inspector.show_tab("Candidates")

    def _say_label(self, mark: str) -> None:
        scene = self.shell.map.map.scene  # type: ignore[union-attr]
        label = next((one.label for one in scene.marks if one.id == mark), "")
        if label:
            self.shell.status.say(label)

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
