"""What a window leaves behind when it is closed: threads, processes, running timers."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import psutil
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from shiboken6 import isValid

#: Chromium's helpers belong to the browser that lives as long as the process.
BROWSER = ("QtWebEngineProcess", "zygote")
PATIENCE_S = 10.0


def threads() -> set[str]:
    """Names of Python threads that run, without those that a finished process ends by itself."""
    return {t.name for t in threading.enumerate() if t is not threading.main_thread() and t.is_alive()}


def processes() -> set[str]:
    """Children that run, by their first words; a defunct one that nobody asked for counts too."""
    found = set()
    for child in psutil.Process().children(recursive=True):
        try:
            name, line = child.name(), " ".join(child.cmdline()[-4:])[:120]
        except psutil.NoSuchProcess:
            continue
        if "resource_tracker" not in line and not any(word in f"{name} {line}" for word in BROWSER):
            found.add(f"{child.pid} {name} {line}")
    return found


def timers() -> list[str]:
    """Running timers that Python knows of."""
    return [
        f"{one.objectName() or one.parent().__class__.__name__} every {one.interval()} ms"
        for one in gc.get_objects()
        if isinstance(one, QTimer) and isValid(one) and one.isActive()
    ]


def gone(before: set[str], now: Callable[[], set[str]]) -> set[str]:
    """What is there more than ``before``, after a little patience."""
    end = time.monotonic() + PATIENCE_S
    while (more := now() - before) and time.monotonic() < end:
        QCoreApplication.processEvents()
        time.sleep(0.02)
    return more


@contextmanager
def nothing_left(*, also_timers: bool) -> Iterator[None]:
    """Fails when, after the inside, threads, processes or running timers are there that were not before."""
    before = threads(), processes(), set(timers()) if also_timers else set()
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not (more := gone(before[0], threads)), f"threads left: {sorted(more)}"
    assert not (more := gone(before[1], processes)), f"processes left: {sorted(more)}"
    if also_timers:
        gc.collect()
        assert not (more := gone(before[2], lambda: set(timers()))), f"timers left: {sorted(more)}"
