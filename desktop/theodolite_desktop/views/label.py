"""The one label class: plain text always, because text from evidence must never become markup."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from theodolite_desktop.theme import Theme


class Label(QLabel):
    """``role`` names a font of the type scale, ``tone`` the colour rule of the style sheet."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: str = "body",
        tone: str = "",
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(role))
        self.setWordWrap(wrap)
        if self.isRightToLeft():  # words of another direction stand at the same side as their neighbours
            self.setAlignment(
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
            )
        if tone:
            self.setObjectName(tone)
        self.setText(text)

    def set_tone(self, tone: str) -> None:
        """Change the colour rule, and have the style sheet applied again."""
        self.setObjectName(tone)
        self.style().unpolish(self)
        self.style().polish(self)


class ElidedLabel(Label):
    """One line that gives way in the middle (``end``: there); tool tip and accessible name keep the text."""

    def __init__(
        self, theme: Theme, text: str = "", role: str = "body", tone: str = "", *, end: bool = False
    ) -> None:
        super().__init__(theme, text, role, tone)
        self._cut = Qt.TextElideMode.ElideRight if end else Qt.TextElideMode.ElideMiddle
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        metrics = QFontMetrics(self.font())
        shown = metrics.elidedText(self.text(), self._cut, self.contentsRect().width())
        painter = QPainter(self)
        if self.alignment() & Qt.AlignmentFlag.AlignAbsolute:
            painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.end()
