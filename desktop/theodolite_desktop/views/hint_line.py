"""The line at the foot of the window: Enter says it, Shift+Enter begins a new line."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy, QWidget

from theodolite_desktop.language import mark, tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.theme.tokens import HINT_LINE
from theodolite_desktop.views.controls import IconButton
from theodolite_desktop.views.handing import hand_focus

INVITATION = mark("Tell what you know: in Italy, likely")
INVITATION_TO_ASK = mark("Tell what you know, or ask: in Italy, likely")
LINES = 5
MOST = 4000


class SayField(QPlainTextEdit):
    """As high as what is written in it, up to five lines."""

    entered = Signal()
    recalled = Signal()
    grown = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("say")
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFont(theme.font("body"))
        self.document().setDocumentMargin(2)
        self.textChanged.connect(self._fit)
        self._fit()

    def text(self) -> str:
        return self.toPlainText()

    def setText(self, text: str) -> None:
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 32)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.insertPlainText("\n")
                self.ensureCursorVisible()
            else:
                self.entered.emit()
            return
        if event.key() == Qt.Key.Key_Up and not self.toPlainText():
            self.recalled.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Lines as wrapped: a plain document counts its height in lines."""
        if len(self.toPlainText()) > MOST:
            self.setPlainText(self.toPlainText()[:MOST])
            self.moveCursor(QTextCursor.MoveOperation.End)
        lines = min(LINES, max(1, round(self.document().size().height())))
        high = QFontMetrics(self.font()).lineSpacing()
        height = max(32, lines * high + 14)
        if height != self.height() or height != self.maximumHeight():
            self.setFixedHeight(height)
            self.grown.emit(height)


class HintLine(QWidget):
    """Always in view: what is typed here becomes hints, or a question to the assistant."""

    said = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        row = QWidget()
        row.setObjectName("hintline")
        row.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(8, 5, 8, 6)
        layout.setSpacing(8)
        self.field = SayField(theme)
        self.field.setAccessibleName(tr("Hint line"))
        self.field.setAccessibleDescription(tr("Enter says it, Shift and Enter begin a new line"))
        self.field.entered.connect(self._say)
        self.field.recalled.connect(self._recall)
        self.field.grown.connect(self._grow)
        self._last = ""
        self.button = IconButton(
            theme, "arrow-up-circle-outline", tr("Say it"), key="Enter", action=self._say
        )
        layout.addWidget(self.field, 1)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignBottom)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(row)
        hand_focus(self, self.field)
        self.show_model(False)
        self._grow(self.field.height())

    def show_model(self, there: bool) -> None:
        """With a language model questions are answered too."""
        self.field.setPlaceholderText(tr(INVITATION_TO_ASK) if there else tr(INVITATION))

    def restore(self, text: str) -> None:
        """Give back what could not be said, for editing."""
        if not self.field.text():
            self.field.setText(text)

    def propose(self, text: str) -> None:
        """Put ``text`` there for the person to change and to say; what was being typed gives way."""
        self.field.setText(text)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def _grow(self, height: int) -> None:
        self.setFixedHeight(max(HINT_LINE, height + 12))

    def _recall(self) -> None:
        if self._last:
            self.field.setText(self._last)

    def _say(self) -> None:
        text = self.field.text().strip()
        if text:
            self._last = text
            self.field.clear()
            self.said.emit(text)
