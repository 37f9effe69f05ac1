"""Handing the focus on, where Qt's focus proxy would take it from all others.

Qt treats a widget whose focus proxy is its own child as one control: Tab then passes by every other child of
it, a whole row of tools for instance. Here the focus is handed on when it arrives, and Tab sees all children.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget


class _Hand(QObject):
    to: QWidget | None = None

    def eventFilter(self, _page: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.gotFocus() and self.to is not None:
            self.to.setFocus(event.reason())
        return False


def hand_focus(page: QWidget, child: QWidget) -> None:
    """From now on ``child`` has the focus when ``page`` is given it. The last call counts."""
    hand = page.findChild(_Hand, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if hand is None:
        hand = _Hand(page)
        page.installEventFilter(hand)
    hand.to = child
