"""The Notes tab: free text on an exhibit, kept a moment after typing stops."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from theodolite_desktop.theme import Theme
from theodolite_desktop.views.empty import EmptyState

PROMPT = "Write what you noticed; #1 links a mark, E1 an exhibit."
QUIET_MS = 1500


class NotesTab(QWidget):
    """``written`` carries exhibit and text; at most a second and a half after the last key."""

    written = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._exhibit = ""
        self._saved = ""
        self.field = QPlainTextEdit()
        self.field.setObjectName("bare")
        self.field.setPlaceholderText(PROMPT)
        self.field.setAccessibleName("Notes")
        self.field.setFont(theme.font("body"))
        self.field.document().setDocumentMargin(12)
        self.empty = EmptyState(theme, "note-text-outline", "Choose an exhibit on the left.")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(QUIET_MS)
        self._timer.timeout.connect(self.keep)
        self.field.textChanged.connect(self._timer.start)
        self.field.installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.empty)
        layout.addWidget(self.field)
        self.field.hide()
        self.setFocusProxy(self.field)

    def show_notes(self, exhibit: str, text: str) -> None:
        """Notes of ``exhibit``; what is being typed is never overwritten."""
        if exhibit != self._exhibit:
            self.keep()
            self._exhibit, self._saved = exhibit, text
            self._set(text)
        elif not self._timer.isActive() and self.field.toPlainText() == self._saved and text != self._saved:
            self._saved = text
            self._set(text)
        self.empty.setVisible(not exhibit)
        self.field.setVisible(bool(exhibit))

    def draft(self) -> tuple[str, str, str]:
        """The exhibit, what the field holds, and what of it was handed on."""
        return self._exhibit, self.field.toPlainText(), self._saved

    def resume(self, exhibit: str, text: str) -> None:
        """Put back what was being written when the window went away."""
        if exhibit == self._exhibit and text != self.field.toPlainText():
            self.field.setPlainText(text)

    def begin(self, about: str) -> None:
        """A new line that begins with what it is about (#3, C7), ready to be written."""
        if self._exhibit and not self.field.isReadOnly():
            text = self.field.toPlainText()
            lead = "" if not text or text.endswith("\n") else "\n"
            self.field.moveCursor(QTextCursor.MoveOperation.End)
            self.field.insertPlainText(f"{lead}{about} ")
            self.field.setFocus()

    def keep(self) -> None:
        """Say what was written, if it was not said yet."""
        self._timer.stop()
        text = self.field.toPlainText()
        if self._exhibit and text != self._saved:
            self._saved = text
            self.written.emit(self._exhibit, text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.keep()
        return super().eventFilter(watched, event)

    def _set(self, text: str) -> None:
        self.field.blockSignals(True)
        self.field.setPlainText(text)
        self.field.blockSignals(False)
