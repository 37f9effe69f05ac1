"""Starts ``packs fetch`` as a child process after the person chose; this process never has the network."""

from __future__ import annotations

import shutil
import sys
from functools import partial

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal
from PySide6.QtWidgets import QFileDialog

from theodolite import paths
from theodolite_desktop.controller import Controller
from theodolite_desktop.operations import reading
from theodolite_desktop.views.packs_page import PackLine
from theodolite_desktop.views.shell import Shell


def fetch_command(names: tuple[str, ...]) -> list[str]:
    """The command line that fetches ``names``."""
    return [sys.executable, "-m", "theodolite.cli", "packs", "fetch", *names]


def import_command(path: str) -> list[str]:
    return [sys.executable, "-m", "theodolite.cli", "packs", "import", path]


class PacksInstall(QObject):
    """One child at a time; its last line of progress is shown, its last line of error when it fails."""

    ended = Signal()

    def __init__(self, shell: Shell, controller: Controller) -> None:
        super().__init__(shell)
        self.shell, self.controller = shell, controller
        self._process: QProcess | None = None
        self._tail = ""
        page = shell.packs
        page.installAsked.connect(lambda names: self.start(fetch_command(names)))
        page.importAsked.connect(self._import)
        page.cancelAsked.connect(self.cancel)
        page.skipped.connect(lambda: shell.show_packs(False))

    def show(self) -> None:
        """The page with the state of the packs now."""
        self.shell.show_packs(True)
        self.refresh()

    def refresh(self) -> None:
        make = partial(reading.pack_rows, desk=self.controller.desk)
        self.controller.runner.call(make, self._show_rows)

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

    def start(self, command: list[str]) -> None:
        if self._process is not None:
            return
        process = QProcess(self)
        process.setProcessEnvironment(QProcessEnvironment.systemEnvironment())
        process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._broken)
        self._process, self._tail = process, ""
        self.shell.packs.set_busy("Starting")
        process.start(command[0], command[1:])

    def cancel(self) -> None:
        if self._process is not None:
            self._process.kill()

    def _import(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self.shell, "Import a pack")
        if path:
            self.start(import_command(path))

    def _read(self) -> None:
        if self._process is None:
            return
        text = bytes(self._process.readAllStandardOutput().data()).decode("utf-8", "replace")
        lines = [line.strip() for line in text.replace("\r", "\n").split("\n") if line.strip()]
        if lines:
            self._tail = lines[-1][:300]
            self.shell.packs.set_busy(self._tail)

    def _broken(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._end(f"The program that fetches packs could not be started: {sys.executable}", "error")

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._read()
        if status == QProcess.ExitStatus.CrashExit:
            self._end("Stopped. Nothing half-installed remains.", "warn")
        elif code == 0:
            self._end("Installed.", "ok")
        else:
            self._end(self._tail or "The packs could not be fetched.", "error")

    def _end(self, text: str, tone: str) -> None:
        if self._process is not None:
            self._process.deleteLater()
            self._process = None
        self.shell.packs.set_busy("")
        self.shell.packs.show_note(text, tone)
        self.refresh()
        self.controller.prepare()
        self.ended.emit()
