"""A titled picture of the comparison with a coloured edge, so that evidence is never taken for another."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QStackedLayout, QVBoxLayout, QWidget

from theodolite_desktop.language import tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.tips import plain_tip
from theodolite_desktop.views.compare_canvas import CompareCanvas
from theodolite_desktop.views.controls import IconButton, strip
from theodolite_desktop.views.empty import EmptyState
from theodolite_desktop.views.label import ElidedLabel

HEAD = 28
EDGE = 3


class PaneButton(IconButton):
    """Takes Space and Enter for itself while it has the focus, before the keys of the comparison do."""

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class Pane(QWidget):
    """``chooseAsked`` asks for something else to stand here; ``entered``: it has the focus now."""

    chooseAsked = Signal()
    entered = Signal()

    def __init__(self, theme: Theme, name: str, *, evidence: bool) -> None:
        super().__init__()
        self._theme, self._edge_token = theme, "evidence" if evidence else "accent"
        self.key = ""
        self.canvas = CompareCanvas(theme, name)
        self.canvas.installEventFilter(self)
        self.title = ElidedLabel(theme, "", "caption", "")
        self.head, row = strip("panel", HEAD, 8, 0)
        row.setContentsMargins(8, 0, 2, 0)
        row.addWidget(self.title, 1)
        self.chooser = PaneButton(
            theme,
            "chevron-down",
            tr("Choose what stands here"),
            key="Enter",
            size=16,
            action=self.chooseAsked.emit,
        )
        self.chooser.setVisible(not evidence)
        row.addWidget(self.chooser)
        self._edge = QFrame()
        self._edge.setFixedHeight(EDGE)
        self.empty = EmptyState(
            theme, "image-plus", tr("Nothing stands here yet."), tr("Choose"), ground="canvas"
        )
        self.empty.pressed.connect(self.chooseAsked)
        body = QWidget()
        self._stack = QStackedLayout(body)
        self._stack.addWidget(self.canvas)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._edge)
        layout.addWidget(self.head)
        layout.addWidget(body, 1)
        self.setFocusProxy(self.canvas)
        self._colour()
        theme.changed.connect(self._colour)

    def show_subject(self, key: str, title: str) -> None:
        """What stands here from now on ('' for nothing); its picture comes later."""
        self.title.setText(title)
        self.title.setToolTip(plain_tip(title))
        self.canvas.setAccessibleName(title or tr("Nothing stands here yet."))
        if key != self.key:
            self.key = key
            self.canvas.set_picture(None)
        self._stack.setCurrentWidget(self.canvas if key else self.empty)

    def set_active(self, active: bool) -> None:
        """The tools act on this one of several."""
        self.title.set_tone("" if active else "text2")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.canvas and event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        return super().eventFilter(watched, event)

    def _colour(self) -> None:
        self._edge.setStyleSheet(f"background: {self._theme.tokens[self._edge_token]};")
