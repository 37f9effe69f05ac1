"""The watch over what tests leave behind sees a thread, a process and a timer."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QTimer

from tests import leftovers


def thread() -> Callable[[], object]:
    stop = threading.Event()
    threading.Thread(target=stop.wait, name="left alone", daemon=True).start()
    return stop.set


def process() -> Callable[[], object]:
    child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    return lambda: child.communicate(b"\n", timeout=30)


def timer() -> Callable[[], object]:
    made = QTimer()
    made.setObjectName("left alone")
    made.start(60_000)
    return made.stop


@pytest.mark.parametrize("leave", [thread, process, timer])
def test_what_is_left_is_named(
    qapp: Any, monkeypatch: pytest.MonkeyPatch, leave: Callable[[], Callable[[], object]]
) -> None:
    monkeypatch.setattr(leftovers, "PATIENCE_S", 0.1)
    end: list[Callable[[], object]] = []
    try:
        with pytest.raises(AssertionError, match=r"left"), leftovers.nothing_left(also_timers=True):
            end.append(leave())
    finally:
        end[0]()
    with leftovers.nothing_left(also_timers=True):
        leave()()
