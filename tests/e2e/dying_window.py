"""A window that works on a case until somebody kills it. Prints what the person has seen confirmed.

``python -m tests.e2e.dying_window CASE``: opens the case, looks at E2 in the Report view with Custody beside
it, then types one hint after the other for as long as it lives.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from theodolite_desktop import app as composition
from theodolite_desktop.tour import wait_for


def main(case: str) -> None:
    made = composition.build(composition.application(["dying-window"]), appearance="light")
    shell, controller = made.shell, made.controller
    shell.show()
    controller.open_case(Path(case))
    assert wait_for(lambda: controller.snapshot is not None and controller.desk.prepared, 120)
    shell.exhibits.list.setCurrentIndex(shell.exhibits.model.index(1))
    shell.show_centre("Report")
    shell.inspector.show_tab("Custody")
    assert wait_for(lambda: controller.snapshot.exhibit == "E2" and not made.wiring._keep.isActive(), 60)
    assert wait_for(controller.runner.idle, 60)
    print("view E2 Report Custody", flush=True)
    for number in range(1, 10_000):
        text = f"near 43.77, 11.25 within {number} km, weak"
        QTest.keyClicks(shell.hint_line.field, text)
        QTest.keyClick(shell.hint_line.field, Qt.Key.Key_Return)
        assert wait_for(lambda wanted=text: said(controller.snapshot, wanted), 60)
        print(f"hint {text}", flush=True)


def said(snapshot: object, text: str) -> bool:
    return any(hint.text == text for hint in snapshot.state.hints)  # type: ignore[attr-defined]


if __name__ == "__main__":
    main(sys.argv[1])
