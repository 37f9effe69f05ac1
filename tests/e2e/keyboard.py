"""A person who has no mouse: everything by keys, as they act where the focus is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.e2e.examiner import NONE, Examiner

#: What a person with a mouse would have done; on a journey by keys none of it may happen.
MOUSE = ("mouseClick", "mousePress", "mouseRelease", "mouseMove", "mouseDClick")
FURTHEST = 80


class Keyboard:
    """Wraps an examiner; ``with Keyboard(examiner) as keys`` fails at the end if a mouse was used inside."""

    def __init__(self, examiner: Examiner) -> None:
        self.examiner, self.shell = examiner, examiner.shell
        self._patch = pytest.MonkeyPatch()

    def __enter__(self) -> Keyboard:
        # No event filter over the application: Python's would be asked about objects of the web view that
        # are just being made.
        for name in MOUSE:
            self._patch.setattr(QtBot, name, staticmethod(_refuse))
        return self

    def __exit__(self, *_: object) -> None:
        self._patch.undo()

    @property
    def focus(self) -> QWidget:
        """Where keys go now: in a dialog in front, else in the window."""
        box = QApplication.activeModalWidget()
        if box is None:
            return self.shell.focusWidget() or self.shell
        if not box.isActiveWindow():  # without a window manager nobody else does it
            box.activateWindow()
            self.examiner.wait(box.isActiveWindow)
        return box.focusWidget() or box

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        """A key, where the focus is."""
        for _ in range(times):
            if QApplication.activeModalWidget() is None:
                self.shell.activateWindow()
                self.examiner.wait(self.shell.isActiveWindow)
                self.examiner.qtbot.keyClick(self.shell.focusWidget() or self.shell, key, modifiers)
            else:
                self.examiner.qtbot.keyClick(self.focus, key, modifiers)

    def type(self, text: str) -> None:
        self.examiner.qtbot.keyClicks(self.focus, text)

    def tab_to(self, there: QWidget | Callable[[QWidget], bool], *, back: bool = False) -> QWidget:
        """Press Tab until the focus is on ``there``; the stops on the way are said if it never is."""
        wanted = there if callable(there) and not isinstance(there, QWidget) else (lambda w: w is there)
        seen: list[str] = []
        for _ in range(FURTHEST):
            now = self.focus
            if wanted(now):
                return now
            seen.append(f"{type(now).__name__} {spoken(now)!r}")
            self.press(Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab)
        raise AssertionError("Tab never came there; it stopped at " + " > ".join(seen))

    def pane(self, inside: QWidget) -> None:
        """F6 until the focus is in a pane."""
        for _ in range(12):
            now = self.shell.focusWidget()
            if now is not None and (now is inside or inside.isAncestorOf(now)):
                return
            self.press(Qt.Key.Key_F6)
        raise AssertionError(f"F6 never came to {inside.accessibleName() or type(inside).__name__}")


def spoken(widget: QWidget) -> str:
    """What a screen reader calls it."""
    found = QAccessible.queryAccessibleInterface(widget)
    return str(found.text(QAccessible.Text.Name)) if found is not None else ""


def _refuse(*_: object, **__: object) -> None:
    raise AssertionError("a mouse was used on a journey by keys")
