"""A pane over the centre, at one side, for windows too narrow to keep it open."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget


class Overlay(QFrame):
    """Covers a part of its parent at the reading side or the other; gone with Esc, or when the focus leaves.

    ``left`` comes once it is gone, for whoever put a widget into it to take that back.
    """

    left = Signal()

    def __init__(self, parent: QWidget, *, at_end: bool) -> None:
        super().__init__(parent)
        self.setObjectName("overlay")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._at_end, self._width = at_end, 256
        self._held: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0 if not at_end else 1, 0, 1 if not at_end else 0, 0)
        self._layout.setSpacing(0)
        self.hide()
        parent.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    @property
    def open(self) -> bool:
        return self._held is not None

    def hold(self, widget: QWidget, width: int) -> None:
        """Show ``widget``, ``width`` wide and as high as the parent, and give it the focus."""
        self._held, self._width = widget, width
        self._layout.addWidget(widget)
        widget.show()
        self._place()
        self.show()
        self.raise_()
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        if self._held is not None:
            self._layout.removeWidget(self._held)
            self._held = None
            self.hide()
            self.left.emit()

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            right = self._at_end != self.isRightToLeft()
            width = min(self._width, parent.width())
            x = parent.width() - width if right else 0
            self.setGeometry(QRect(x, 0, width, parent.height()))

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Dialogs and menus of the pane keep it; another part of the window does not."""
        if self._held is None or new is None or new is self or self.isAncestorOf(new):
            return
        if new.window() is self.window():
            self.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.open:
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            event.accept()
        else:
            super().keyPressEvent(event)
