"""Filed references in the window: the records, addresses that fill them, their pictures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from theodolite.domain import FiledReference
from theodolite.domain.links import Said
from theodolite_desktop.language import tr
from theodolite_desktop.operations import desking
from theodolite_desktop.snapshot import Snapshot
from theodolite_desktop.views.references_dialog import ReferencesDialog
from theodolite_desktop.wiring import Wiring


class ReferenceCommands(QObject):
    """Belongs to the desk. ``followed`` carries who speaks of a reference, to go there."""

    followed = Signal(object)

    def __init__(self, wiring: Wiring, said: Callable[[], Mapping[str, tuple[Said, ...]]]) -> None:
        super().__init__(wiring)
        self.shell, self.controller, self.theme = wiring.shell, wiring.controller, wiring.shell.theme
        self._said = said
        self.dialog: ReferencesDialog | None = None

    def show(self, snapshot: Snapshot) -> None:
        """The records as they are now, where the dialog is open."""
        if self.dialog is not None:
            self.dialog.show_filed(snapshot.state.filed, self._said(), writable=not snapshot.read_only)

    def leave(self) -> None:
        if self.dialog is not None:
            self.dialog.close()

    # --- the dialog ----------------------------------------------------------------------------------------

    def open(self, reference: str = "") -> ReferencesDialog | None:
        """The records, and of them the one named."""
        snapshot = self.controller.snapshot
        if snapshot is None:
            return None
        if self.dialog is None:
            dialog = self.dialog = ReferencesDialog(self.shell, self.theme, writable=not snapshot.read_only)
            dialog.addressed.connect(self._read_address)
            dialog.written.connect(self._write_reference)
            dialog.withdrawn.connect(
                lambda name, on: self.controller.edit(
                    desking.withdraw_reference, reference=name, withdrawn=on
                )
            )
            dialog.pictureWanted.connect(self._want_picture)
            dialog.compareAsked.connect(self._compare)
            dialog.followed.connect(dialog.accept)
            dialog.followed.connect(self.followed)
            dialog.finished.connect(lambda _result: self._drop_references())
        dialog = self.dialog
        dialog.about = (snapshot.exhibit,) if snapshot.exhibit else ()
        dialog.show_filed(snapshot.state.filed, self._said(), writable=not snapshot.read_only)
        if reference:
            dialog.choose(reference)
        elif snapshot.state.filed:
            dialog.choose(snapshot.state.filed[-1].id)
        else:
            dialog.begin()
        dialog.open()
        return dialog

    def begin(self) -> None:
        dialog = self.open()
        if dialog is not None:
            dialog.begin()

    def _drop_references(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()

    def _read_address(self, reference: FiledReference, text: str) -> None:
        make = partial(desking.read_address, desk=self.controller.desk, reference=reference, address=text)
        self.controller.runner.call(make, partial(self._address_read, text), self._reference_refused)

    def _address_read(self, text: str, answer: tuple[FiledReference, str]) -> None:
        if self.dialog is not None:
            self.dialog.filled(text, *answer)

    def _write_reference(self, reference: FiledReference, picture: Path | bytes | None, name: str) -> None:
        operation = desking.change_reference if reference.id else desking.file_reference
        make = partial(operation, desk=self.controller.desk, reference=reference, picture=picture, name=name)
        title = tr("Filing a reference") if picture is not None else ""
        self.controller.runner.start(title, make, self.controller.changed, self._reference_refused)

    def _reference_refused(self, why: str) -> None:
        if self.dialog is not None:
            self.dialog.show_problem(why)
        else:
            self.shell.status.say(why, "error")

    def _want_picture(self, reference: str) -> None:
        make = partial(desking.filed_thumbnail, desk=self.controller.desk, reference=reference)
        self.controller.runner.call(make, partial(self._picture, reference), lambda _text: None)

    def _picture(self, reference: str, image: QImage) -> None:
        if self.dialog is not None:
            self.dialog.show_picture(reference, image)

    def _compare(self, reference: str) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        self.shell.show_centre("Compare")
        self.shell.compare.choose(f"filed:{reference}")
        self.shell.compare.setFocus()
