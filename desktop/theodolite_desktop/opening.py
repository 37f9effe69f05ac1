"""Making, opening and unlocking cases, and what is said when a case cannot be written or reached."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from theodolite_desktop import wording
from theodolite_desktop.language import mark, tr
from theodolite_desktop.operations import cases
from theodolite_desktop.snapshot import Snapshot
from theodolite_desktop.views.dialogs import CaseForm, Question
from theodolite_desktop.views.new_case import NewCaseForm
from theodolite_desktop.views.passphrases import ChangePassphrase, UnlockDialog
from theodolite_desktop.wiring import Wiring

READ_ONLY = mark("Read-only: you can look and export, but nothing can be changed here.")
GONE = mark(
    "The folder of this case is not there any more: {folder}. What was confirmed is safe on that drive. "
    "Connect it again, then try again."
)


class Opening(QObject):
    """Belongs to the commands of the window."""

    def __init__(self, wiring: Wiring) -> None:
        super().__init__(wiring)
        self.shell, self.controller = wiring.shell, wiring.controller
        self.theme = self.shell.theme
        self._unlock: UnlockDialog | None = None
        c = self.controller
        c.passphraseAsked.connect(self.unlock)
        c.readOnlyAsked.connect(self._offer_reading)
        c.openFailed.connect(self._not_opened)
        c.storageFailed.connect(self._storage_failed)
        c.written.connect(self._written)
        c.caseOpened.connect(self._opened)
        c.caseClosed.connect(self._closed)
        c.snapshotChanged.connect(self._show)
        self.shell.commands.actions["case.passphrase"].setEnabled(False)

    def table(self) -> dict[str, Callable[[], object]]:
        return {
            "case.new": self.new_case,
            "case.open": self.open_case,
            "case.passphrase": self.change_passphrase,
        }

    # --- new and open ----------------------------------------------------------------------------------

    def new_case(self) -> None:
        form = NewCaseForm(self.shell, self.theme)
        if form.exec() != CaseForm.DialogCode.Accepted:
            return
        title = form.title.text().strip() or tr("Untitled")
        safe = "".join(ch if ch.isalnum() or ch in " -_." else "_" for ch in title).strip(". ")
        name = safe or tr("Untitled")
        start = str(self.controller.cases_folder / f"{name}.case")
        folder, _ = QFileDialog.getSaveFileName(self.shell, tr("New case"), start, tr("Cases (*.case)"))
        if folder:
            self.controller.new_case(
                Path(folder),
                title=title,
                question=form.question.toPlainText().strip(),
                operator=form.operator.text().strip() or None,
                claim=form.claim.text().strip(),
                claim_source=form.source.text().strip(),
                passphrase=form.passphrase,
            )
        form.secret.clear()

    def open_case(self) -> None:
        start = str(self.controller.cases_folder)
        folder = QFileDialog.getExistingDirectory(self.shell, tr("Open case"), start)
        if folder:
            self.controller.open_case(Path(folder))

    # --- encrypted cases -------------------------------------------------------------------------------

    def unlock(self, folder: str, why: str) -> None:
        """Ask for the passphrase; a wrong one is said where it was typed."""
        if self._unlock is not None:
            self._unlock.show_wrong(why or tr("This passphrase does not open the case."))
            return
        shown = wording.visible(Path(folder).name, 80)
        dialog = self._unlock = UnlockDialog(self.shell, self.theme, shown)
        dialog.tried.connect(partial(self.controller.open_case, Path(folder)))
        dialog.finished.connect(self._forget)
        dialog.open()

    def _forget(self, _result: int) -> None:
        if self._unlock is not None:
            self._unlock.deleteLater()
            self._unlock = None

    def _not_opened(self, why: str) -> None:
        if self._unlock is not None:
            self._unlock.show_wrong(why)
        else:
            self.shell.status.say(why, "error")

    def change_passphrase(self) -> None:
        dialog = ChangePassphrase(self.shell, self.theme)

        def changed(_changes: object) -> None:
            if isValid(dialog):
                dialog.accept()
            self.shell.status.say(tr("The passphrase is changed."), "ok")
            self.controller.refresh()

        def refused(why: str) -> None:
            if isValid(dialog):
                dialog.show_problem(why)
            else:
                self.shell.status.say(why, "error")

        def choose(old: str, new: str) -> None:
            make = partial(cases.change_passphrase, desk=self.controller.desk, old=old, new=new)
            self.controller.runner.call(make, changed, refused)

        dialog.chosen.connect(choose)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # --- read-only, full and vanished ------------------------------------------------------------------

    def _offer_reading(self, folder: str, why: str) -> None:
        lines = [why, tr("You can look at it here meanwhile; nothing can be changed.")]
        if self._unlock is not None:
            self._unlock.reject()
        if Question(self.shell, self.theme, tr("Open for reading only?"), lines, tr("Open read-only")).exec():
            self.controller.open_case(Path(folder), read_only=True)

    def _show(self, snapshot: Snapshot) -> None:
        commands = self.shell.commands
        commands.actions["case.passphrase"].setEnabled(snapshot.encrypted and not snapshot.read_only)
        writable = not snapshot.read_only
        commands.set_writable(writable)
        self.shell.status.show_encrypted(snapshot.encrypted)
        self.shell.hint_line.setEnabled(writable)
        self.shell.exhibits.set_writable(writable)
        self.shell.inspector.notes.field.setReadOnly(not writable)
        if writable:
            self.shell.banner.clear("read-only")
            commands.set_step("edit.undo", snapshot.undo)
            commands.set_step("edit.redo", snapshot.redo)
        elif not self.shell.banner.text("read-only"):
            self.shell.banner.say(
                "read-only", "lock-outline", "warn", tr(READ_ONLY), ((tr("Open for writing"), self._reopen),)
            )

    def _reopen(self) -> None:
        """Close it and try again; where that fails, it is said, and it can be opened as before."""
        folder = Path(self.controller.path)
        self.controller.close_case()
        self.controller.open_case(folder)

    def _storage_failed(self, why: str) -> None:
        """A full disk and a drive that is gone look alike from far; which one it is, the folder says."""
        if self.controller.path:
            make = partial(cases.reachable, folder=Path(self.controller.path))
            self.controller.runner.call(make, partial(self._say_failed, why), lambda _text: None)

    def _say_failed(self, why: str, reachable: bool) -> None:
        path = self.controller.path
        if path:
            text = why if reachable else tr(GONE, folder=wording.visible(path, 200))
            actions = ((tr("Try again"), self._try_again), (tr("Close case"), self.controller.close_case))
            self.shell.banner.say("storage", "alert-outline", "error", text, actions)

    def _try_again(self) -> None:
        """A small write shows whether the next step would be kept."""
        make = partial(cases.try_writing, desk=self.controller.desk)
        self.controller.runner.call(make, lambda _none: self._written(), lambda _text: None)

    def _written(self) -> None:
        """Something was written: what was said of the disk is over."""
        if self.shell.banner.text("storage"):
            self.shell.banner.clear("storage")
            self.shell.status.say(tr("Writing works again."), "ok")
            self.controller.refresh()

    def _opened(self, _path: str) -> None:
        if self._unlock is not None:
            self._unlock.accept()

    def _closed(self) -> None:
        commands = self.shell.commands
        commands.set_writable(True)
        commands.actions["case.passphrase"].setEnabled(False)
        self.shell.status.show_encrypted(False)
        self.shell.hint_line.setEnabled(True)
        self.shell.exhibits.set_writable(True)
        for subject in ("read-only", "storage"):
            self.shell.banner.clear(subject)
        for name in ("edit.undo", "edit.redo"):
            commands.set_step(name, "")
