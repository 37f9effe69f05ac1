"""A real window on the real engine, driven in this process; times are taken where things happen."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QWidget

from theodolite.engine import Engine, sample
from theodolite.jobs import run_to_end
from theodolite_desktop import app as composition
from theodolite_desktop import sealed_env

sealed_env.seal()


@contextmanager
def real_window(app: Any, cases: Path) -> Iterator[composition.Window]:
    """A shown window with its engine; closed with its workers."""
    before = os.environ.get("THEODOLITE_CASES")
    os.environ["THEODOLITE_CASES"] = str(cases)
    window = composition.build(app, appearance="light")
    try:
        window.shell.show()
        window.shell.dress()
        yield window
    finally:
        composition.close(window)
        window.shell.close()
        if before is None:
            del os.environ["THEODOLITE_CASES"]
        else:
            os.environ["THEODOLITE_CASES"] = before


def sample_case(folder: Path) -> Path:
    """The sample case, built by its recipe in ``folder``; seconds."""
    shutil.rmtree(folder, ignore_errors=True)
    engine = Engine()
    try:
        return run_to_end(sample.build(engine, folder / "sample.case"))
    finally:
        engine.dispose()


def until(condition: Callable[[], bool], seconds: float = 120.0) -> None:
    """Run the event loop until ``condition`` holds; an assertion when it does not in time."""
    loop = QEventLoop()
    timer = QTimer()
    timer.setInterval(2)
    timer.timeout.connect(lambda: loop.quit() if condition() else None)
    QTimer.singleShot(int(1000 * seconds), loop.quit)
    timer.start()
    if not condition():
        loop.exec()
    timer.stop()
    assert condition(), f"not within {seconds:g} s"


def ranked(window: composition.Window) -> bool:
    snapshot = window.controller.snapshot
    return snapshot is not None and snapshot.ranking is not None and window.controller.runner.idle()


class Painted(QObject):
    """When ``widget`` or a child of a given kind was last painted, by the clock of ``time.perf_counter``."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self.at = 0.0
        self._widgets = widgets
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint:
            self.at = time.perf_counter()
        return False

    def stop(self) -> None:
        for widget in self._widgets:
            widget.removeEventFilter(self)
