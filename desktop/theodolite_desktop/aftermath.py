"""Says in the window that something broke, or that the last window did not end well, and what to do next."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from theodolite_desktop import crashing, wording
from theodolite_desktop.language import tr

if TYPE_CHECKING:
    from theodolite_desktop.app import Window

BROKEN = "something broke"
ENDED = "ended"


class Aftermath(QObject):
    """One a running window; ``begin`` once it is painted, ``end`` when it was closed properly."""

    _reported = Signal(object)

    def __init__(self, window: Window) -> None:
        super().__init__(window.shell)
        self.shell, self.controller, self.commands = window.shell, window.controller, window.commands
        self._reported.connect(self._say_broken, Qt.ConnectionType.QueuedConnection)
        self.watch = crashing.Watch(self._keep, self._reported.emit)
        self.controller.caseOpened.connect(lambda _path: self._note())
        self.controller.caseClosed.connect(self._note)
        self.controller.snapshotChanged.connect(lambda _snapshot: self._note())
        self._noted: str | None = None

    def begin(self) -> None:
        """Look for windows that ended badly, then watch this one."""
        ended = crashing.ended_badly()
        self.watch.install()
        self._note()
        if ended:
            self._say_ended(ended)

    def end(self) -> None:
        self.watch.remove()
        crashing.note_closed()

    def _note(self) -> None:
        snapshot = self.controller.snapshot
        known = snapshot is not None and not snapshot.encrypted  # until it is known, nothing is written
        path = self.controller.path if known else ""
        if path != self._noted:
            self._noted = path
            crashing.note_open(path)

    def _keep(self) -> None:
        """What is typed goes to the store, as far as that still works."""
        self.shell.inspector.notes.keep()
        self.commands.drafts.keep()

    def _say_broken(self, report: Path | None) -> None:
        text = tr("Something broke inside. What was confirmed is saved, and so is what you were typing.")
        actions = []
        if report is not None:
            text += " " + tr("A report of it, without words of the case, lies on this machine only.")
            actions.append((tr("Copy its path"), partial(self._copy, str(report))))
        actions.append((tr("Close"), partial(self.shell.banner.clear, BROKEN)))
        self.shell.banner.say(BROKEN, "alert-outline", "error", text, actions)

    def _say_ended(self, ended: tuple[crashing.Ended, ...]) -> None:
        case = next((one.case for one in ended if one.case and Path(one.case).is_dir()), "")
        report = next((one.report for one in ended if one.report), "")
        actions = []
        if case and not self.controller.path:
            name = wording.visible(Path(case).name, 60)
            text = tr("The window ended unexpectedly with {case} open. Nothing confirmed is lost.", case=name)
            actions.append((tr("Open it again"), partial(self._open_again, case)))
        else:
            text = tr("The last window ended unexpectedly. Nothing confirmed is lost.")
        if report:
            actions.append((tr("Copy the path of its report"), partial(self._copy, report)))
        actions.append((tr("Close"), partial(self.shell.banner.clear, ENDED)))
        self.shell.banner.say(ENDED, "history", "warn", text, actions)

    def _open_again(self, case: str) -> None:
        self.shell.banner.clear(ENDED)
        self.controller.open_case(Path(case))

    def _copy(self, path: str) -> None:
        QGuiApplication.clipboard().setText(path)
        self.shell.status.say(tr("The path is copied."))
