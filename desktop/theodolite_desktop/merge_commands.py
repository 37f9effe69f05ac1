"""Other copies: a bundle becomes a case, a copy's work is brought in, what it left open is decided."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from theodolite_desktop import conflict_rows, wording
from theodolite_desktop.language import mark, tr, trn
from theodolite_desktop.operations import bundles
from theodolite_desktop.snapshot import Snapshot
from theodolite_desktop.views.conflicts_dialog import ConflictsDialog
from theodolite_desktop.views.fields import while_open
from theodolite_desktop.views.passphrases import UnlockDialog
from theodolite_desktop.wiring import Wiring

if TYPE_CHECKING:
    from theodolite.store.merge.joining import Joined

SUBJECT = "merge"
BRINGING = mark("Bringing in the other copy")
THEIRS = mark("Type the passphrase of that copy; it is only read, and stays encrypted as it is.")


class MergeCommands(QObject):
    """Belongs to the commands of the window."""

    def __init__(self, wiring: Wiring) -> None:
        super().__init__(wiring)
        self.shell, self.controller = wiring.shell, wiring.controller
        self.theme = self.shell.theme
        self._dialog: ConflictsDialog | None = None
        self._open = 0
        self.controller.snapshotChanged.connect(self._show)
        self.controller.caseClosed.connect(partial(self._say, 0))

    def table(self) -> dict[str, Callable[[], object]]:
        return {"case.read_bundle": self.read, "case.merge": self.merge}

    def read(self) -> None:
        """A bundle of somebody else's becomes a case here, and is opened."""
        bundle = QFileDialog.getExistingDirectory(self.shell, tr("Bundle to open"))
        if not bundle:
            return
        start = str(self.controller.cases_folder / f"{Path(bundle).stem}.case")
        out, _ = QFileDialog.getSaveFileName(
            self.shell, tr("Make the case here"), start, tr("Cases (*.case)")
        )
        if out:
            make = partial(bundles.read, desk=self.controller.desk, bundle=Path(bundle), out=Path(out))
            self.controller.runner.start(tr("Reading the bundle"), make, self.controller.open_case)

    def merge(self) -> None:
        """Another copy of this case, a folder or a bundle; it is only read."""
        start = str(Path(self.controller.path).parent)
        other = QFileDialog.getExistingDirectory(self.shell, tr("The other copy: a case or a bundle"), start)
        if other:
            make = partial(bundles.merge, desk=self.controller.desk, other=Path(other))
            self.controller.runner.start(tr(BRINGING), make, partial(self._brought, Path(other)))

    def _brought(self, other: Path, found: Joined | bundles.Locked) -> None:
        if isinstance(found, bundles.Locked):
            self._unlock(other)
        else:
            self._merged(found)

    def _unlock(self, other: Path) -> None:
        """Ask for the passphrase of the other copy; a wrong one is said where it was typed."""
        shown = wording.visible(other.name, 80)
        dialog = UnlockDialog(
            self.shell, self.theme, shown, title=tr("Unlock the other copy"), why=tr(THEIRS)
        )
        runner = self.controller.runner

        def tried(passphrase: str) -> None:
            make = partial(bundles.merge, desk=self.controller.desk, other=other, passphrase=passphrase)
            number = runner.start(tr(BRINGING), make, answered, failed)
            dialog.rejected.connect(lambda: runner.cancel(number))

        def answered(found: Joined | bundles.Locked) -> None:
            if isinstance(found, bundles.Locked):
                while_open(dialog, dialog.show_wrong)(found.why)
                return
            while_open(dialog, dialog.accept)()
            self._merged(found)

        def failed(why: str) -> None:
            while_open(dialog, dialog.accept)()
            self.shell.status.say(why, "error")

        dialog.tried.connect(tried)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _merged(self, found: Joined) -> None:
        said = (
            trn(
                "%n records of the other copy brought in",
                found.records,
                one="%n records of the other copy brought in",
            )
            if found.records
            else tr("Nothing new in it")
        )
        open_ = tr("{number} to decide", number=len(found.conflicts)) if found.conflicts else ""
        left = tr("left out: {what}", what=found.left_out[0]) if found.left_out else ""
        self.shell.status.say(
            wording.visible("; ".join(part for part in (said, open_, left) if part), 400),
            "warn" if open_ or left else "ok",
            stay=True,
        )
        self.controller.refresh()
        self.controller.verify_integrity()

    # --- what is open ----------------------------------------------------------------------------------

    def decide(self) -> None:
        snapshot = self.controller.snapshot
        if snapshot is None:
            return
        dialog = ConflictsDialog(self.shell, self.theme, snapshot.state.merge_conflicts)
        dialog.decided.connect(partial(self._decide, dialog))
        self._dialog = dialog
        dialog.exec()
        dialog.deleteLater()
        self._dialog = None

    def _decide(self, dialog: ConflictsDialog, conflict: str, choice: str, reason: str) -> None:
        failed = while_open(dialog, dialog.show_problem)
        self.controller.edit(bundles.decide, failed, conflict=conflict, choice=choice, reason=reason)

    def _show(self, snapshot: Snapshot) -> None:
        if self._dialog is not None:
            self._dialog.show_conflicts(snapshot.state.merge_conflicts)
        self._say(len(conflict_rows.undecided(snapshot.state.merge_conflicts)))

    def _say(self, count: int) -> None:
        if count == self._open:
            return
        self._open = count
        if not count:
            self.shell.banner.clear(SUBJECT)
            return
        text = trn(
            "%n records are different in the two copies and not decided.",
            count,
            one="%n record is different in the two copies and not decided.",
        )
        self.shell.banner.say(SUBJECT, "call-split", "warn", text, ((tr("Decide…"), self.decide),))
