"""The jobs of the window: their panel, and what is said when a long one has ended."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from theodolite_desktop.job_log import JobLine
from theodolite_desktop.language import mark, tr
from theodolite_desktop.views.jobs_panel import JobsPanel, duration
from theodolite_desktop.views.toast import Toast
from theodolite_desktop.wiring import Wiring

PANEL = "jobs"
TITLE = mark("Jobs")
LONG_S = 10.0
"""A job that took this long may have been forgotten: its end is said."""


class JobCommands(QObject):
    """Belongs to the commands of the window."""

    def __init__(self, wiring: Wiring) -> None:
        super().__init__(wiring)
        self.shell, runner = wiring.shell, wiring.controller.runner
        self.runner = runner
        self.panel = JobsPanel(self.shell.theme, runner.log)
        self.shell.add_panel(PANEL, tr(TITLE), self.panel, "bottom", icon="progress-clock")
        self.toast = Toast(self.shell.theme, self.shell.centre_area)
        runner.jobsChanged.connect(self.panel.refresh)
        runner.jobEnded.connect(self.ended)
        self.shell.status.jobsAsked.connect(self.show)

    def table(self) -> dict[str, Callable[[], object]]:
        return {"view.jobs": lambda: self.shell.toggle_panel(PANEL)}

    def show(self) -> None:
        self.toast.hide()
        self.shell.show_panel(PANEL)

    def ended(self, line: JobLine) -> None:
        """What failed is always said, what took long when the panel does not show it. Nothing is focused."""
        if line.outcome == "cancelled" or self.panel.isVisible():
            return
        long = line.seconds(line.ended) >= LONG_S
        if line.outcome == "failed":
            self.toast.say(
                "alert-circle-outline",
                "error",
                tr("{name} failed: {why}", name=line.title, why=line.why),
                tr("Jobs"),
                self.show,
            )
        elif long and not line.quiet:
            took = duration(line.seconds(line.ended))
            self.toast.say(
                "check-circle-outline",
                "ok",
                tr("{name}: finished after {took}.", name=line.title, took=took),
                tr("Jobs"),
                self.show,
            )
        if ((long and not line.quiet) or line.outcome == "failed") and not self.shell.isActiveWindow():
            QApplication.alert(self.shell)  # the task bar says so; the window stays where it is
