"""Reference indexes in the window: one that exists joins the case, or one is made from photographs first."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from theodolite_desktop.language import tr, trn
from theodolite_desktop.operations import exhibits, indexing
from theodolite_desktop.views.index_dialog import IndexDialog
from theodolite_desktop.wiring import Wiring

if TYPE_CHECKING:
    from theodolite.index.store import IndexInfo


class IndexCommands(QObject):
    """Belongs to the commands of the window."""

    def __init__(self, wiring: Wiring) -> None:
        super().__init__(wiring)
        self.shell, self.controller = wiring.shell, wiring.controller

    def table(self) -> dict[str, Callable[[], object]]:
        return {"case.references": self.add, "case.make_index": self.make}

    def add(self) -> None:
        folder = QFileDialog.getExistingDirectory(self.shell, tr("Folder of a reference index"))
        if folder:
            self.use(Path(folder))

    def use(self, folder: Path) -> None:
        """From now on the case searches it; what was read already is searched again."""
        self.controller.edit(exhibits.add_index, done=self.controller.examine, folder=folder)

    def make(self) -> None:
        form = IndexDialog(self.shell, self.shell.theme)
        if form.exec():
            self.build(
                Path(form.photographs.text().strip()),
                Path(form.out.text().strip()),
                form.provider.text().strip(),
            )

    def build(self, photographs: Path, out: Path, provider: str) -> None:
        make = partial(
            indexing.build_index,
            desk=self.controller.desk,
            photographs=photographs,
            out=out,
            provider=provider,
        )
        path = self.controller.path
        self.controller.runner.start(tr("Making a reference index"), make, partial(self._built, path, out))

    def _built(self, case: str, out: Path, info: IndexInfo) -> None:
        self.shell.status.say(
            trn("Index of %n references made", info.count, one="Index of %n reference made"), "ok"
        )
        if case == self.controller.path and case:
            self.use(out)
