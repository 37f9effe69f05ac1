"""A name for a moment of the case, and the report on paper."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from theodolite_desktop import report_draft
from theodolite_desktop.language import tr
from theodolite_desktop.operations import naming
from theodolite_desktop.operations.report import Written
from theodolite_desktop.report_commands import NO_EXHIBIT
from theodolite_desktop.views.fields import while_open
from theodolite_desktop.views.leave_dialog import LeaveDialog
from theodolite_desktop.views.print_dialog import PrintDialog
from theodolite_desktop.views.snapshot_dialog import SnapshotDialog
from theodolite_desktop.wiring import Wiring


class OutgoingCommands(QObject):
    """Belongs to the commands of the window."""

    def __init__(self, wiring: Wiring) -> None:
        super().__init__(wiring)
        self.shell, self.controller, self.theme = wiring.shell, wiring.controller, wiring.shell.theme

    def table(self) -> dict[str, Callable[[], object]]:
        return {"case.saved": self.name_moment, "case.print": self.print_report}

    # --- a named moment --------------------------------------------------------------------------------

    def name_moment(self) -> None:
        dialog = SnapshotDialog(self.shell, self.theme)
        dialog.named.connect(partial(self._name, dialog))
        make = partial(naming.snapshots, desk=self.controller.desk)
        self.controller.runner.call(make, while_open(dialog, dialog.show_moments))
        dialog.exec()
        dialog.deleteLater()

    def _name(self, dialog: SnapshotDialog, name: str) -> None:
        def done() -> None:
            while_open(dialog, dialog.accept)()
            self.shell.status.say(tr("Named snapshot recorded: {name}", name=" ".join(name.split())), "ok")

        self.controller.edit(naming.snapshot, while_open(dialog, dialog.show_problem), done, name=name)

    # --- paper -------------------------------------------------------------------------------------------

    def print_report(self) -> None:
        """What would leave, then which printer, then where the PDF stays."""
        from theodolite_desktop.operations import printing

        snapshot, draft = self.controller.snapshot, self.shell.report.options.draft
        if snapshot is None or not self.controller.path:
            return
        if not snapshot.exhibits:
            self.shell.status.say(tr(NO_EXHIBIT), "warn")
            return
        lacking = report_draft.missing(snapshot.state, draft.reviewer)
        standing = report_draft.standing(lacking, final=draft.final)
        masks = report_draft.covering(snapshot.state)
        rows = report_draft.leaves(draft, masks, report_draft.undecided(snapshot.state))
        leaves = LeaveDialog(self.shell, self.theme, standing, rows, ("pdf",), yes=tr("Choose a printer…"))
        leaves.masks.hide()
        if leaves.exec() != LeaveDialog.DialogCode.Accepted:
            return
        dialog = PrintDialog(self.shell, self.theme, standing)
        make = partial(printing.queues, desk=self.controller.desk)
        self.controller.runner.call(make, while_open(dialog, dialog.show_queues))
        accepted, queue = dialog.exec() == PrintDialog.DialogCode.Accepted, dialog.queue
        dialog.deleteLater()
        if not accepted:
            return
        start = str(Path(self.controller.path).parent)
        folder = QFileDialog.getExistingDirectory(self.shell, tr("Write the PDF into this folder"), start)
        if folder:
            work = partial(
                printing.print_report, desk=self.controller.desk, out=Path(folder), draft=draft, queue=queue
            )
            self.controller.runner.start(tr("Printing the report"), work, partial(self._printed, queue))

    def _printed(self, queue: str, files: tuple[Written, ...]) -> None:
        names = ", ".join(file.path for file in files)
        text = tr("Printed on {queue}; the PDF: {names}", queue=queue, names=names)
        self.shell.status.say(text if queue else tr("Report written: {names}", names=names), "ok", stay=True)
        self.controller.refresh()
