"""A window in which somebody types, letter after letter, until it is killed. Says what was typed when.

``python -m tests.e2e.typing_window CASE``: prints ``LETTERS SECONDS`` (the machine's own clock) after each
letter in the hint line. Nothing is ever confirmed.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtTest import QTest

from theodolite_desktop import app as composition
from theodolite_desktop.tour import settle, wait_for

EVERY_MS = 40


def main(case: str) -> None:
    made = composition.build(composition.application(["typing-window"]), appearance="light")
    made.shell.show()
    made.controller.open_case(Path(case))
    assert wait_for(lambda: made.controller.snapshot is not None and made.controller.runner.idle(), 120)
    for number in range(1, 100_000):
        QTest.keyClicks(made.shell.hint_line.field, "abcdefghij"[number % 10])
        print(number, time.monotonic(), flush=True)
        settle(EVERY_MS)


if __name__ == "__main__":
    main(sys.argv[1])
