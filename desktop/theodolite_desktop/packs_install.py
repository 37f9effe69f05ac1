"""Starts ``packs fetch`` as child processes after the person chose; this process never has the network."""

from __future__ import annotations

import itertools
import shutil
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal
from PySide6.QtWidgets import QFileDialog

from theodolite import paths
from theodolite.jobs import Progress
from theodolite_desktop.controller import Controller
from theodolite_desktop.job_log import Outcome
from theodolite_desktop.language import tr
from theodolite_desktop.operations import cases, reading
from theodolite_desktop.pack_fetching import Fetch, problem, read_line
from theodolite_desktop.views.packs_page import PackLine
from theodolite_desktop.views.shell import Shell

IMPORT = ""
"""The name under which an import runs: it has no row of its own."""


def fetch_command(names: tuple[str, ...]) -> list[str]:
    """The command line that fetches ``names``."""
    return [sys.executable, "-m", "theodolite.cli", "packs", "fetch", *names]


def import_command(path: str) -> list[str]:
    return [sys.executable, "-m", "theodolite.cli", "packs", "import", path]


class PacksInstall(QObject):
    """One child at a time, one pack a child; the others wait in line and can be cancelled one by one."""

    ended = Signal()

    def __init__(self, shell: Shell, controller: Controller) -> None:
        super().__init__(shell)
        self.shell, self.controller = shell, controller
        self._process: QProcess | None = None
        self._line: list[tuple[str, list[str]]] = []
        self._running = ""
        self._fetches: dict[str, Fetch] = {}
        self._tail, self._got = "", False
        self._cancelled = False
        self._numbers = itertools.count(-1, -1)
        self._job = 0
        page = shell.packs
        page.installAsked.connect(self.fetch)
        page.importAsked.connect(self._import)
        page.cancelAsked.connect(self.cancel)
        page.skipped.connect(lambda: shell.show_packs(False))
        page.recentAsked.connect(lambda path: controller.open_case(Path(path)))

    # --- the page ------------------------------------------------------------------------------------------

    def show(self) -> None:
        """The page with the state of the packs now."""
        self.shell.show_packs(True)
        self.refresh()

    def refresh(self) -> None:
        make = partial(reading.pack_rows, desk=self.controller.desk)
        self.controller.runner.call(make, self._show_rows)
        recent = partial(cases.recent, desk=self.controller.desk)
        self.controller.runner.call(recent, self.shell.packs.show_recent, lambda _text: None)

    def _show_rows(self, rows: tuple[object, ...]) -> None:
        lines = tuple(
            PackLine(r.name, r.purpose, r.download or r.size, r.licence, r.state, r.starter)  # type: ignore[attr-defined]
            for r in rows
        )
        home = paths.home()
        while not home.exists() and home != home.parent:
            home = home.parent
        self.shell.packs.show_lines(lines, shutil.disk_usage(home).free)

    def show_if_needed(self, rows: tuple[object, ...]) -> None:
        """First run: a starter pack is missing."""
        if any(r.starter and r.state != "installed" for r in rows):  # type: ignore[attr-defined]
            self.shell.show_packs(True)
            self._show_rows(rows)
            self.refresh()

    # --- what runs -----------------------------------------------------------------------------------------

    def fetch(self, names: Sequence[str]) -> None:
        """Fetch packs, one after the other."""
        for name in names:
            if name != self._running and name not in (waiting for waiting, _ in self._line):
                self._fetches[name] = Fetch()
                self._line.append((name, fetch_command((name,))))
        self.shell.packs.show_note("")
        self._go_on()

    def start(self, command: list[str]) -> None:
        """Run another command of packs, such as an import, after what stands in line."""
        self._line.append((IMPORT, command))
        self._go_on()

    def cancel(self, name: str) -> None:
        """Take a pack out of the line, or kill the child that fetches it."""
        self._line = [(waiting, command) for waiting, command in self._line if waiting != name]
        if name == self._running and self._process is not None:
            self._cancelled = True
            self._process.kill()
        else:
            self._fetches.pop(name, None)
            self._draw()

    def _import(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self.shell, tr("Import a pack"))
        if path:
            self.start(import_command(path))

    def _go_on(self) -> None:
        if self._process is None and self._line:
            self._running, command = self._line.pop(0)
            self._begin(command)
        self._draw()

    def _begin(self, command: list[str]) -> None:
        process = QProcess(self)
        process.setProcessEnvironment(QProcessEnvironment.systemEnvironment())
        process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._broken)
        self._process, self._tail, self._cancelled = process, "", False
        self._job = next(self._numbers)
        if self._running:
            self._fetches[self._running] = Fetch("running", tr("Starting"))
            title = tr("Fetching {name}", name=self._running)
        else:
            title = tr("Importing a pack")
            self.shell.packs.show_note(title)
        self.controller.runner.log.begin(self._job, title, partial(self.cancel, self._running))
        process.start(command[0], command[1:])

    def _read(self) -> None:
        if self._process is None:
            return
        text = bytes(self._process.readAllStandardOutput().data()).decode("utf-8", "replace")
        for line in (part.strip() for part in text.replace("\r", "\n").split("\n")):
            if line:
                self._tail = line[:400]
                self._progressed(read_line(line))
        self._draw()

    def _progressed(self, fetch: Fetch | None) -> None:
        if fetch is None:
            return
        progress = Progress(fetch.text, fetch.done, fetch.total or None)
        self.controller.runner.log.progress(self._job, progress)
        if self._running:
            self._fetches[self._running] = fetch
        else:
            self.shell.packs.show_note(fetch.text)

    # --- how it ended --------------------------------------------------------------------------------------

    def _broken(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            why = tr("The program that fetches packs could not be started: {name}", name=sys.executable)
            self._end("failed", why)

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._read()
        if self._cancelled:
            self._end("cancelled", tr("Stopped. Nothing half-installed remains."))
        elif status == QProcess.ExitStatus.NormalExit and code == 0:
            self._end("finished", "")
        else:
            self._end("failed", problem(self._tail, tr("The pack could not be installed.")))

    def _end(self, outcome: Outcome, why: str) -> None:
        if self._process is None:
            return
        self._process.deleteLater()
        self._process = None
        name, self._running = self._running, ""
        self._fetches.pop(name, None)
        if outcome == "failed" and name:
            self._fetches[name] = Fetch("failed", why)
        line = self.controller.runner.log.end(self._job, outcome, why)
        if line is not None:
            self.controller.runner.jobEnded.emit(line)
        self._got = self._got or outcome == "finished"
        self._say(name, outcome, why)
        self._draw()
        if self._line:
            self._go_on()
        else:
            self._all_ended()

    def _say(self, name: str, outcome: Outcome, why: str) -> None:
        """A failed pack says it in its own row."""
        page = self.shell.packs
        if outcome == "finished":
            page.show_note(tr("Installed."), "ok")
        elif outcome == "cancelled":
            page.show_note(why, "warn")
        elif not name:
            page.show_note(why, "error")
        else:
            page.show_note("")

    def _all_ended(self) -> None:
        self.refresh()
        if self._got:
            self._got = False
            self.controller.prepare()
        self.ended.emit()

    def _draw(self) -> None:
        self.shell.packs.show_fetches(self._fetches)
