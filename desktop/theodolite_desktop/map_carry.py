"""Carrying out in the window: dialogs in front, recorded operations behind, the clipboard at the end."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu

from theodolite.domain import Box
from theodolite_desktop.drafts import Carry
from theodolite_desktop.language import tr
from theodolite_desktop.map.areas import AreaGrid
from theodolite_desktop.operations import carrying
from theodolite_desktop.views import fields
from theodolite_desktop.views.carry_dialog import CarryDialog
from theodolite_desktop.views.crop_dialog import CropDialog
from theodolite_desktop.wiring import Wiring

WHOLE = Box(0.0, 0.0, 1.0, 1.0)


class MapCarry(QObject):
    """Lets a text or a crop out, each after it was shown and put on record."""

    def __init__(self, wiring: Wiring, hides: Callable[[str], bool]) -> None:
        """``hides``: whether the picture of an exhibit is covered now."""
        super().__init__(wiring)
        self._hides = hides
        self.wiring, self.shell, self.controller = wiring, wiring.shell, wiring.controller
        self.dialog: CarryDialog | None = None
        self.crop: CropDialog | None = None
        self._services: tuple[str, ...] = ()

    def fill(self, menu: QMenu, lat: float, lon: float) -> None:
        """One entry a service; each opens the dialog, where the precision is asked."""
        menu.addAction(tr("Link to a map service…"), partial(self.begin, lat, lon, "link"))
        menu.addAction(tr("Overpass query…"), partial(self.begin, lat, lon, "query"))
        menu.addAction(tr("Coordinates alone…"), partial(self.begin, lat, lon, "coordinates"))
        if self._services:
            menu.addSeparator()
            for name in self._services:
                menu.addAction(f"{name}…", partial(self.begin, lat, lon, "link", name))

    def begin(
        self,
        lat: float,
        lon: float,
        what: Literal["link", "coordinates", "query"] = "link",
        service: str = "",
    ) -> None:
        """Ask what of a place shall leave, and how exactly."""
        self._ask(Carry(what, lat, lon, service, about=self.controller.exhibit))

    def begin_area(self, area: AreaGrid) -> None:
        """A query for what lies inside a search area."""
        lat, lon = area.outline[0]
        self._ask(Carry("query", lat, lon, outline=area.outline, about=area.id))

    def _ask(self, carry: Carry) -> None:
        make = partial(carrying.choices, desk=self.controller.desk)
        self.controller.runner.call(make, partial(self._open, carry))

    def _open(self, carry: Carry, found: tuple[tuple[tuple[str, str], ...], object]) -> None:
        services, wanted = found
        self._services = tuple(name for name, _ in services)
        dialog = CarryDialog(self.shell, self.shell.theme, carry, services, wanted)  # type: ignore[arg-type]
        dialog.changed.connect(partial(self._show, dialog))
        dialog.copyAsked.connect(partial(self._carry, dialog))
        dialog.finished.connect(lambda _code: dialog.deleteLater())
        self.dialog = dialog
        dialog.open()
        dialog.begin()

    def _show(self, dialog: CarryDialog, carry: Carry) -> None:
        make = partial(carrying.shown, desk=self.controller.desk, carry=carry)
        show = fields.while_open(dialog, partial(dialog.show_text, carry))
        self.controller.runner.call(
            make, show, fields.while_open(dialog, partial(dialog.show_problem, carry))
        )

    def _carry(self, dialog: CarryDialog, carry: Carry) -> None:
        make = partial(carrying.carry_out, desk=self.controller.desk, carry=carry)
        failed = fields.while_open(dialog, partial(dialog.show_problem, carry))
        self.controller.runner.call(make, partial(self._carried, dialog), failed)

    def _carried(self, dialog: CarryDialog, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.controller.changed(None)
        self.shell.status.say(tr("Copied and recorded. Nothing was opened."))
        fields.while_open(dialog, dialog.accept)()

    # --- crops -------------------------------------------------------------------------------------------

    def begin_crop(self) -> None:
        """The region of the chosen clue, or the whole picture of the exhibit in view."""
        snapshot = self.controller.snapshot
        item = snapshot.current if snapshot else None
        if snapshot is None or item is None or not item.readable:
            self.shell.status.say(tr("Choose an exhibit with a picture first."))
            return
        clue = next((c for c in snapshot.clues if c.id == self.wiring.selection.clue and c.box), None)
        box = clue.box if clue is not None and clue.box is not None else WHOLE
        subject = (
            tr("The region of {clue} on {exhibit}", clue=clue.id, exhibit=item.id)
            if clue is not None
            else tr("All of {exhibit}. Choose a clue with a region to carry out only that.", exhibit=item.id)
        )
        dialog = CropDialog(self.shell, self.shell.theme, subject)
        dialog.chosen.connect(partial(self._crop, dialog, item.id, box))
        dialog.finished.connect(lambda _code: dialog.deleteLater())
        self.crop = dialog
        dialog.open()
        make = partial(carrying.crop_preview, desk=self.controller.desk, exhibit=item.id, box=box)
        shown = fields.while_open(dialog, partial(dialog.show_picture, covered=self._hides(item.id)))
        self.controller.runner.start("", make, shown, fields.while_open(dialog, dialog.show_problem))

    def _crop(self, dialog: CropDialog, exhibit: str, box: Box, form: str) -> None:
        out: Path | None = None
        if form == "file":
            name, _ = QFileDialog.getSaveFileName(
                dialog, tr("Save the crop"), f"{exhibit}-crop.png", tr("PNG (*.png)")
            )
            if not name:
                return
            out = Path(name) if name.lower().endswith(".png") else Path(f"{name}.png")
        make = partial(carrying.carry_crop, desk=self.controller.desk, exhibit=exhibit, box=box, out=out)
        done = partial(self._cropped, dialog, out)
        failed = fields.while_open(dialog, dialog.show_problem)
        self.controller.runner.start(tr("Making the crop"), make, done, failed)

    def _cropped(self, dialog: CropDialog, out: Path | None, text: str) -> None:
        self.controller.changed(None)
        if out is None:
            QGuiApplication.clipboard().setText(text)
            self.shell.status.say(tr("Copied as text and recorded. Nothing was opened."))
        else:
            said = tr("Written and recorded: {name}, SHA-256 {hash}…", name=out.name, hash=text[:12])
            self.shell.status.say(said)
        fields.while_open(dialog, dialog.accept)()
