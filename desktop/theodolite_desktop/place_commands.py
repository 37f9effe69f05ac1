"""Coordinates in the window: pasted, gone to, copied in any format."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QMenu

from theodolite_desktop.drafts import PlaceRead
from theodolite_desktop.language import tr
from theodolite_desktop.operations import candidates, places
from theodolite_desktop.views import fields
from theodolite_desktop.views.place_dialog import PlaceDialog
from theodolite_desktop.wiring import Wiring

#: Metres a pixel spans at zoom 0 on the equator; a point of a map is no better than two of them.
METRES_AT_ZOOM_0 = 156_543.03
PIXELS = 2.0


class PlaceCommands(QObject):
    """Goes to, adds and copies places; every format is read, and shown with honest precision."""

    def __init__(self, wiring: Wiring) -> None:
        super().__init__(wiring)
        self.shell, self.controller, self.map = wiring.shell, wiring.controller, wiring.map
        self.dialog: PlaceDialog | None = None
        self.menu: QMenu | None = None
        self.extend: Callable[[QMenu, float, float], None] | None = None
        self.shell.map.made.connect(lambda view: view.menuAsked.connect(self.map_menu))

    def table(self) -> dict[str, Callable[[], object]]:
        return {"edit.goto": self.go, "candidates.copy": self.copy_candidate}

    # --- going and pasting ---------------------------------------------------------------------------

    def go(self, text: str = "") -> None:
        """Ask for a place; ``text`` is what was pasted and not understood."""
        dialog = PlaceDialog(self.shell, self.shell.theme, text, case=bool(self.controller.path))
        dialog.asked.connect(partial(self._read, dialog))
        dialog.goAsked.connect(self._go_to)
        dialog.addAsked.connect(self._add)
        dialog.finished.connect(partial(self._closed, dialog))
        self.dialog = dialog
        dialog.open()
        if text:
            self._read(dialog, text)

    def _read(self, dialog: PlaceDialog, text: str) -> None:
        make = partial(places.read_place, desk=self.controller.desk, text=text)
        self.controller.runner.call(make, fields.while_open(dialog, dialog.show_read))

    def _closed(self, dialog: PlaceDialog, _code: int) -> None:
        self.dialog = None
        dialog.deleteLater()

    def _go_to(self, read: PlaceRead) -> None:
        if read.lat is not None and read.lon is not None:
            self.map.go_to(read.lat, read.lon, read.precision_m)

    def _add(self, read: PlaceRead) -> None:
        self.controller.edit(candidates.add_pin, exhibit=self.controller.exhibit, text=read.text)

    def paste(self, text: str) -> None:
        """Coordinates as a candidate, with the map in focus gone to as well; what cannot be read, or in two
        ways, is asked about."""
        focus, page = self.shell.focusWidget(), self.shell.map
        on_map = focus is not None and page.isAncestorOf(focus) and not page.tools.isAncestorOf(focus)

        def then(read: PlaceRead) -> None:
            self._add(read)
            if on_map:
                self._go_to(read)

        make = partial(places.read_place, desk=self.controller.desk, text=text)
        self.controller.runner.call(make, lambda read: self.go(text) if read.problem else then(read))

    # --- copying -------------------------------------------------------------------------------------

    def map_menu(self, lat: float, lon: float) -> None:
        """At a point of the map: copy it in any format, or make it a candidate."""
        metres = METRES_AT_ZOOM_0 * math.cos(math.radians(lat)) / 2**self.map.zoom
        self._offer(lat, lon, PIXELS * metres, add=True)

    def copy_candidate(self) -> None:
        chosen = self.shell.inspector.candidates.chosen()
        if chosen:
            found = chosen[0].candidate
            self._offer(found.lat, found.lon, 1.0 if found.explicit else 1000 * found.radius_km, add=False)
        else:
            self.shell.status.say(tr("Choose a candidate first."))

    def _offer(self, lat: float, lon: float, precision_m: float, *, add: bool) -> None:
        make = partial(
            places.formats_at, desk=self.controller.desk, lat=lat, lon=lon, precision_m=precision_m
        )
        self.controller.runner.call(make, partial(self._popup, self._where(add), lat, lon, add))

    def _where(self, on_map: bool) -> QPoint:
        """At the pointer; over the middle of the map where a key asked and the pointer is elsewhere."""
        at, page = QCursor.pos(), self.shell.map
        if on_map and page.isVisible() and not page.rect().contains(page.mapFromGlobal(at)):
            return page.mapToGlobal(page.rect().center())
        return at

    def copy_point(self, lat: float, lon: float) -> None:
        """Copy a point of the map in decimal degrees, no finer than the zoom deserves."""
        metres = METRES_AT_ZOOM_0 * math.cos(math.radians(lat)) / 2**self.map.zoom
        make = partial(
            places.formats_at, desk=self.controller.desk, lat=lat, lon=lon, precision_m=PIXELS * metres
        )
        self.controller.runner.call(make, lambda formats: self._copy(formats[0][1]))

    def _popup(
        self, at: QPoint, lat: float, lon: float, add: bool, formats: tuple[tuple[str, str], ...]
    ) -> None:
        menu = QMenu(self.shell)
        menu.setAccessibleName(tr("Coordinates"))
        copies = menu.addMenu(tr("Copy as")) if add else menu
        for name, text in formats:
            copies.addAction(f"{name}\t{text}".replace("&", "&&"), partial(self._copy, text))
        if add and self.controller.path:
            menu.addAction(tr("Add as candidate\tA"), partial(self._add, PlaceRead(f"{lat:.5f}, {lon:.5f}")))
        if add and self.extend is not None:
            self.extend(menu, lat, lon)
        menu.aboutToHide.connect(menu.deleteLater)
        self.menu = menu
        menu.popup(at)

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.shell.status.say(tr("Copied {text}", text=text))
