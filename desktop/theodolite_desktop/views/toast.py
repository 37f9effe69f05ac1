"""A card at the foot of the window that says what has ended. It takes no focus and goes by itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from theodolite_desktop.language import tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.views.controls import IconButton
from theodolite_desktop.views.label import Label

STAYS_MS = 7000
GAP = 16


class Toast(QFrame):
    """One at a time; the next one takes the place of what was said before."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._icon, self._tone = theme, "", "text"
        self._act: Callable[[], object] | None = None
        self.setObjectName("toast")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._mark = Label(theme)
        self.text = Label(theme, "", "body", wrap=True)
        theme.fix(self.text, min_width=200, max_width=360)
        self.button = QPushButton()
        self.button.setObjectName("small")
        self.button.clicked.connect(self._on_button)
        close = IconButton(theme, "close", tr("Close the notice"), size=14, action=self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self.text, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYS_MS)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        theme.changed.connect(self._dress)
        self.hide()

    def say(
        self, icon: str, tone: str, text: str, button: str = "", act: Callable[[], object] | None = None
    ) -> None:
        """Show ``text``; ``button`` does ``act`` and closes the card."""
        self._icon, self._tone, self._act = icon, tone, act
        self.text.setText(text)
        self.setAccessibleName(text)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self._dress()
        self.show()
        self.raise_()
        self._place()
        self._timer.start()

    def _on_button(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()

    def _dress(self) -> None:
        if self._icon:
            self._mark.setPixmap(self._theme.pixmap(self._icon, self._theme.scaled(16), self._tone))

    def _place(self) -> None:
        self.adjustSize()
        parent = self.parentWidget()
        if parent is not None:
            x = GAP if self.isRightToLeft() else parent.width() - self.width() - GAP
            self.move(x, parent.height() - self.height() - GAP)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)
