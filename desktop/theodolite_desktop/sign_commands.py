"""Signing and bundling: what makes a case checkable by others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from theodolite_desktop import report_draft
from theodolite_desktop.language import tr
from theodolite_desktop.operations import bundles, signing
from theodolite_desktop.operations.signing import KeyRow
from theodolite_desktop.report_draft import Draft
from theodolite_desktop.views.bundle_dialog import BundleDialog
from theodolite_desktop.views.fields import while_open
from theodolite_desktop.views.sign_dialog import SignDialog
from theodolite_desktop.wiring import Wiring


class SignCommands(QObject):
    """Belongs to the commands of the window."""

    def __init__(self, wiring: Wiring) -> None:
        super().__init__(wiring)
        self.shell, self.controller = wiring.shell, wiring.controller
        self.theme = self.shell.theme
        self.shell.report.signAsked.connect(self.sign)
        self.shell.report.bundleAsked.connect(self.bundle)

    def table(self) -> dict[str, Callable[[], object]]:
        return {"case.sign": self.sign, "case.bundle": self.bundle}

    # --- signing ---------------------------------------------------------------------------------------

    def sign(self) -> None:
        snapshot = self.controller.snapshot
        if snapshot is None or not self.controller.path:
            return
        state = snapshot.state
        dialog = SignDialog(
            self.shell,
            self.theme,
            state.log_head,
            state.log_length,
            state.case.operator,
            [review.id for review in state.reviews],
            state.persons,
        )
        dialog.signAsked.connect(partial(self._sign, dialog))
        dialog.makeAsked.connect(partial(self._make, dialog))
        self._list(dialog)
        dialog.exec()
        dialog.deleteLater()

    def _list(self, dialog: SignDialog, choose: str = "") -> None:
        def show(keys: tuple[KeyRow, ...]) -> None:
            dialog.show_keys(keys, choose)

        call = partial(signing.keys, desk=self.controller.desk)
        self.controller.runner.call(call, while_open(dialog, show), while_open(dialog, dialog.show_problem))

    def _make(self, dialog: SignDialog, name: str, passphrase: str, keyring: bool) -> None:
        make = partial(
            signing.make_key, desk=self.controller.desk, name=name, passphrase=passphrase, keyring=keyring
        )
        done = while_open(dialog, lambda made: self._list(dialog, made))
        self.controller.runner.call(make, done, while_open(dialog, dialog.show_problem))

    def _sign(self, dialog: SignDialog, key: str, passphrase: str, about: str) -> None:
        def signed() -> None:
            dialog.accept()
            self.shell.status.say(tr("Signed by {key}", key=key), "ok")

        self.controller.edit(
            signing.sign,
            while_open(dialog, dialog.show_problem),
            while_open(dialog, signed),
            key=key,
            passphrase=passphrase,
            about=about,
        )

    # --- bundles ---------------------------------------------------------------------------------------

    def bundle(self) -> None:
        """A folder that another examiner opens and a stranger checks."""
        snapshot = self.controller.snapshot
        if snapshot is None or not self.controller.path:
            return
        draft = self.shell.report.options.draft
        tell = partial(bundles.telling, desk=self.controller.desk, draft=draft)
        self.controller.runner.call(tell, partial(self._ask_bundle, draft))

    def _ask_bundle(self, draft: Draft, telling: tuple[str, ...]) -> None:
        snapshot = self.controller.snapshot
        if snapshot is None:
            return
        masks, unseen = report_draft.covering(snapshot.state), report_draft.undecided(snapshot.state)

        def rows(originals: bool | None) -> Sequence[tuple[str, str, str]]:
            return report_draft.leaves(
                draft, masks, unseen, bundled=True, telling=telling, originals=originals
            )

        dialog = BundleDialog(self.shell, self.theme, rows, telling)
        dialog.accepted.connect(lambda: self._write_bundle(draft, originals=dialog.originals.isChecked()))
        dialog.redactAsked.connect(partial(self.shell.commands.run, "case.redact"))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write_bundle(self, draft: Draft, *, originals: bool) -> None:
        start = str(Path(self.controller.path).with_suffix(".bundle"))
        folder, _ = QFileDialog.getSaveFileName(self.shell, tr("Export bundle"), start)
        if not folder:
            return
        make = partial(
            bundles.export,
            desk=self.controller.desk,
            out=Path(folder),
            draft=draft,
            originals=originals,
        )
        self.controller.runner.start(tr("Writing the bundle"), make, self._bundled)

    def _bundled(self, folder: Path) -> None:
        self.shell.status.say(
            tr("Bundle written: {folder}. Check it with verify.py inside.", folder=folder), "ok", stay=True
        )
        self.controller.refresh()
