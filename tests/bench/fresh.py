"""One window in a fresh process; prints when things were first true, in seconds of the monotonic clock.

``python -m tests.bench.fresh bare | window | map [CASE]``. Python's own start is in every figure: the
caller notes the clock before it starts the process. ``bare`` is what PySide6 alone costs: an application with
an empty main window. ``window`` and ``map`` go through the program's own ``main``.
"""

from __future__ import annotations

import json
import sys
import time
from typing import Any

TIMES: dict[str, float] = {}


def note(name: str) -> None:
    TIMES.setdefault(name, time.monotonic())


def leave(app: Any) -> None:
    print(json.dumps(TIMES), flush=True)
    app.quit()


def bare() -> int:
    from PySide6.QtWidgets import QApplication, QMainWindow

    from theodolite_desktop.first_paint import after_first_paint

    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1440, 900)

    def painted() -> None:
        note("painted")
        leave(app)

    after_first_paint(window, painted)
    window.show()
    return int(app.exec())


def whole(case: str, with_map: bool) -> int:
    """The program itself, watched from its composition root on."""
    from theodolite_desktop import app as composition
    from theodolite_desktop.first_paint import after_first_paint

    build = composition.build

    def watched(app: Any, **options: Any) -> composition.Window:
        note("imported")
        window = build(app, **options)
        note("built")
        shell = window.shell

        def drawn(serial: int) -> None:
            note("map")
            snapshot = window.controller.snapshot
            if not case or (snapshot is not None and snapshot.ranking is not None):
                note("answer")
                leave(app)

        def painted() -> None:
            note("painted")
            assert accepts_drop(shell)
            note("accepts")
            if not with_map:
                leave(app)
                return
            shell.map.made.connect(lambda view: (note("made"), view.drawn.connect(drawn)))
            shell.show_centre("Map")

        after_first_paint(shell, painted)
        return window

    composition.build = watched
    return composition.main([case] if case else [])


def accepts_drop(shell: Any) -> bool:
    """Whether a dragged file is accepted over the window, by the events that Qt would send."""
    from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, Qt, QUrl
    from PySide6.QtGui import QDragEnterEvent

    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/photograph.jpg")])
    event = QDragEnterEvent(
        QPoint(700, 400),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QCoreApplication.sendEvent(shell, event)
    return event.isAccepted()


if __name__ == "__main__":
    kind, *rest = sys.argv[1:]
    sys.exit(bare() if kind == "bare" else whole(rest[0] if rest else "", kind == "map"))
