"""The Custody tab at work: verifying, derived pictures, time stamps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from theodolite.domain import Exhibit, Step
from theodolite_desktop import covering, wording
from theodolite_desktop.keeping_commands import KeepingCommands
from theodolite_desktop.language import tr
from theodolite_desktop.operations import deriving, trusting
from theodolite_desktop.operations.deriving import Preview
from theodolite_desktop.snapshot import Snapshot
from theodolite_desktop.views.derive_dialog import DeriveDialog
from theodolite_desktop.views.stamp_dialog import StampDialog
from theodolite_desktop.wiring import Wiring

PREVIEW_SIDE = 1024


class CustodyCommands(QObject):
    """Belongs to the commands of the window."""

    def __init__(self, wiring: Wiring, keeping: KeepingCommands) -> None:
        super().__init__(wiring)
        self.shell, self.controller, self.keeping = wiring.shell, wiring.controller, keeping
        self.theme = self.shell.theme
        tab, run = self.shell.inspector.custody, self.shell.commands.run
        tab.stopAsked.connect(self.controller.stop_verifying)
        self.controller.verifying.connect(tab.show_running)
        tab.partShown.connect(self._part_shown)
        item = tab.item
        item.deriveAsked.connect(partial(run, "image.derive"))
        item.derivedOpened.connect(self.show_derived)
        item.replayAsked.connect(self.replay)
        item.exportAsked.connect(self.export)
        item.removeAsked.connect(lambda name: self.controller.edit(deriving.remove, derived=name))
        item.withdrawAsked.connect(partial(run, "exhibit.withdraw"))
        item.destroyAsked.connect(partial(run, "exhibit.destroy"))
        tab.trust.signAsked.connect(partial(run, "case.sign"))
        tab.trust.stampAsked.connect(partial(run, "case.stamp"))
        tab.trust.requestAsked.connect(self.request_stamp)
        self.controller.snapshotChanged.connect(self._show)
        self.controller.caseClosed.connect(tab.clear)

    def table(self) -> dict[str, Callable[[], object]]:
        return {"image.derive": self.derive, "case.stamp": self.import_stamp}

    # --- drawing ---------------------------------------------------------------------------------------

    def _show(self, snapshot: Snapshot) -> None:
        self.shell.inspector.custody.show_case(snapshot)
        self._check()

    def _part_shown(self, _name: str) -> None:
        self._check()

    def _check(self) -> None:
        """Signatures and clocks are looked at only while they are in view: it reads the whole log."""
        tab = self.shell.inspector.custody
        if self.controller.path and tab.part == "Signatures":
            make = partial(trusting.checked, desk=self.controller.desk)
            self.controller.runner.call(make, tab.trust.show_checked)

    # --- derived pictures ------------------------------------------------------------------------------

    def derive(self, steps: Sequence[Step] = ()) -> DeriveDialog | None:
        """Make a picture from the exhibit in view; ``steps``: what its recipe begins with."""
        snapshot = self.controller.snapshot
        item = snapshot.current if snapshot is not None else None
        if item is None or not item.readable:
            self.shell.status.say(tr("Choose an exhibit with a readable picture first."))
            return None
        dialog = DeriveDialog(self.shell, self.theme, item.id, (item.width, item.height))
        dialog.previewAsked.connect(partial(self._preview, dialog, item))
        dialog.madeAsked.connect(partial(self._make, dialog, item))
        dialog.coverAsked.connect(self.shell.commands.actions["view.cover"].trigger)
        recover = partial(self._cover, dialog, item.id)
        self.keeping.coverChanged.connect(recover)
        dialog.finished.connect(lambda _result: self.keeping.coverChanged.disconnect(recover))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        dialog.begin(steps)
        return dialog

    def _cover(self, dialog: DeriveDialog, exhibit: str, cover: covering.Cover) -> None:
        dialog.cover(cover.hides(exhibit), covering.label(exhibit))

    def _preview(self, dialog: DeriveDialog, item: Exhibit, steps: tuple[Step, ...]) -> None:
        def drawn(found: Preview) -> None:
            if not isValid(dialog):  # it was closed meanwhile
                return
            dialog.show_preview(steps, found.picture, found.lines)
            self._cover(dialog, item.id, self.keeping.cover)

        make = partial(
            deriving.preview, desk=self.controller.desk, exhibit=item.id, steps=steps, side=PREVIEW_SIDE
        )
        self.controller.runner.start("", make, drawn, partial(_complain, dialog))

    def _make(self, dialog: DeriveDialog, item: Exhibit, steps: tuple[Step, ...], title: str) -> None:
        def made(changes: object) -> None:
            if isValid(dialog):
                dialog.accept()
            self.shell.status.say(tr("Made from {id}, on record with its recipe and hash.", id=item.id), "ok")
            self.shell.inspector.show_tab("Custody")
            self.shell.inspector.custody.show_part("Exhibit")
            self.controller.changed(changes)

        make = partial(deriving.derive, desk=self.controller.desk, exhibit=item.id, steps=steps, title=title)
        self.controller.runner.start(
            tr("Making a picture from {id}", id=item.id), make, made, partial(_complain, dialog)
        )

    def show_derived(self, name: str) -> None:
        """Beside its original."""
        self.shell.show_centre("Compare")
        self.shell.compare.choose(f"derived:{name}")

    def replay(self, name: str) -> None:
        def done(same: bool) -> None:
            said = (
                tr("{name} made again gives the hash on record.", name=name)
                if same
                else tr("{name} made again does not give the hash on record.", name=name)
            )
            self.shell.status.say(said, "ok" if same else "error")
            self.controller.refresh()

        make = partial(deriving.replay, desk=self.controller.desk, derived=name)
        self.controller.runner.start(tr("Making {name} again", name=name), make, done)

    def export(self, name: str) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self.shell, tr("Save {name}", name=name), f"{name}.png", tr("PNG (*.png)")
        )
        if path:

            def done(out: Path) -> None:
                self.shell.status.say(
                    tr("Saved as {path}", path=wording.visible(str(out), 200)), "ok", stay=True
                )
                self.controller.refresh()

            make = partial(deriving.export, desk=self.controller.desk, derived=name, out=Path(path))
            self.controller.runner.start(tr("Saving {name}", name=name), make, done)

    # --- time stamps -----------------------------------------------------------------------------------

    def import_stamp(self) -> StampDialog | None:
        if not self.controller.path:
            return None
        dialog = StampDialog(self.shell, self.theme)

        def taken(changes: object) -> None:
            if isValid(dialog):
                dialog.accept()
            self.shell.inspector.show_tab("Custody")
            self.shell.inspector.custody.show_part("Signatures")
            self.controller.changed(changes)

        def choose(path: Path, certificates: tuple[Path, ...], headers: tuple[Path, ...]) -> None:
            make = partial(
                trusting.import_stamp,
                desk=self.controller.desk,
                path=path,
                certificates=certificates,
                headers=headers,
            )
            self.controller.runner.call(make, taken, partial(_complain, dialog))

        dialog.chosen.connect(choose)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def request_stamp(self) -> None:
        folder = QFileDialog.getExistingDirectory(self.shell, tr("Folder for what is to be stamped"))
        if folder:

            def written(files: tuple[Path, Path]) -> None:
                names = ", ".join(path.name for path in files)
                self.shell.status.say(
                    tr("Written: {names}. Take them to a time-stamping service.", names=names), stay=True
                )

            make = partial(trusting.request_stamp, desk=self.controller.desk, out=Path(folder))
            self.controller.runner.call(make, written)


def _complain(dialog: DeriveDialog | StampDialog, why: str) -> None:
    """In the dialog, while there is one: it may have been closed before the answer came."""
    if isValid(dialog):
        dialog.show_problem(why)
