"""Pictures of every view of a case, light and dark, wide and narrow; for the README and for a look."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from theodolite_desktop.app import Window

SIZES = ((1440, 900), (1024, 700))
STOPS = (
    ("examine", "Image", "Clues"),
    ("metadata", "Image", "Metadata"),
    ("candidates", "Image", "Candidates"),
    ("compare", "Compare", "Candidates"),
    ("map", "Map", "Candidates"),
    ("report", "Report", "Custody"),
)
PATIENCE_S = 300.0


def settle(milliseconds: int) -> None:
    """Let the event loop run for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_for(condition: Callable[[], bool], seconds: float = PATIENCE_S) -> bool:
    """Run the event loop until ``condition`` holds; False when it did not in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        settle(50)
    return condition()


def tour(app: QApplication, window: Window, case: Path, out: Path) -> int:
    """Open ``case`` and save ``VIEW-APPEARANCE-WIDTH.png`` files in ``out``; 1 when it never was ready."""
    out.mkdir(parents=True, exist_ok=True)
    shell, controller = window.shell, window.controller
    shell.show()
    shell.dress()
    controller.open_case(case)
    ready = wait_for(
        lambda: (
            controller.snapshot is not None
            and controller.snapshot.ranking is not None
            and controller.runner.idle()
        )
    )
    for appearance in ("light", "dark"):
        window.commands.appear(appearance)
        for width, height in SIZES:
            shell.resize(width, height)
            for name, centre, inspector in STOPS:
                shell.show_centre(centre)
                shell.inspector.show_tab(inspector)
                if centre == "Compare" and not shell.compare.current:
                    shell.compare.step(1)
                wait_for(controller.runner.idle, 20)
                if centre == "Report":
                    wait_for(lambda: shell.report.settled, 60)
                settle({"Map": 2500, "Report": 1500}.get(centre, 250))
                shell.grab().save(str(out / f"{name}-{appearance}-{width}.png"))
    _table(window, out / "table-dark-1440.png")
    app.processEvents()
    return 0 if ready else 1


def _table(window: Window, file: Path) -> None:
    """The exhibits as a table, for triage."""
    shell = window.shell
    shell.resize(*SIZES[0])
    shell.show_centre("Image")
    shell.commands.run("exhibit.table")
    wait_for(window.controller.runner.idle, 20)
    settle(250)
    shell.grab().save(str(file))
    shell.commands.run("exhibit.list")
