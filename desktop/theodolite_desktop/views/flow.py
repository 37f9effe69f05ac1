"""Buttons in a row that breaks where there is no room for all of them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

GAP = 8


class Flow(QWidget):
    """As high as its rows need at its width; right to left it begins at the right."""

    def __init__(self, *widgets: QWidget, gap: int = GAP) -> None:
        super().__init__()
        self._gap = gap
        self._widgets = list(widgets)
        for widget in widgets:
            widget.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(width, move=False)

    def sizeHint(self) -> QSize:
        hints = [w.sizeHint() for w in self._widgets]
        width = sum(h.width() for h in hints) + self._gap * (len(hints) - 1)
        return QSize(width, max((h.height() for h in hints), default=0))

    def minimumSizeHint(self) -> QSize:
        hints = [w.sizeHint() for w in self._widgets]
        return QSize(max((h.width() for h in hints), default=0), max((h.height() for h in hints), default=0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(self.width(), move=True)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._place(self.width(), move=True)
            self.updateGeometry()
        return super().event(event)

    def _place(self, width: int, *, move: bool) -> int:
        """The height at ``width``; with ``move``, every widget goes to its place."""
        x = y = high = 0
        for widget in (w for w in self._widgets if not w.isHidden()):
            hint = widget.sizeHint()
            if x and x + hint.width() > width:
                x, y, high = 0, y + high + self._gap, 0
            if move:
                left = self.width() - x - hint.width() if self.isRightToLeft() else x
                widget.setGeometry(QRect(QPoint(left, y), hint))
            x, high = x + hint.width() + self._gap, max(high, hint.height())
        return y + high
