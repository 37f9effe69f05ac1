"""An empty state: icon, one sentence, at most one button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from theodolite_desktop.theme import Theme
from theodolite_desktop.views.label import Label


class EmptyState(QWidget):
    """Says what is missing and offers the one next step."""

    pressed = Signal()

    def __init__(
        self, theme: Theme, icon: str, sentence: str, button: str = "", ground: str = "panel"
    ) -> None:
        super().__init__()
        self.setObjectName(ground)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme, self._icon = theme, icon
        self._picture = Label(theme)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        theme.fix(self._picture, height=32)
        tone = "" if ground == "canvas" else "text2"
        self.sentence = Label(theme, sentence, "body", tone, wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        theme.fix(self.sentence, max_width=320)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.sentence, 1000)
        middle.addStretch(1)
        self.button = QPushButton(button)
        self.button.setVisible(bool(button))
        self.button.clicked.connect(self.pressed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addStretch(1)
        layout.addWidget(self._picture)
        layout.addLayout(middle)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)

    def set_sentence(self, text: str) -> None:
        self.sentence.setText(text)
        self.setAccessibleName(text)

    def dress(self) -> None:
        """Fetch the icon: after the first paint, and when the theme changes."""
        self._picture.setPixmap(self._theme.pixmap(self._icon, self._theme.scaled(32), "text2"))

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        if self.isVisible() and self._picture.pixmap().isNull():
            from PySide6.QtCore import QTimer

            QTimer.singleShot(0, self, self.dress)
