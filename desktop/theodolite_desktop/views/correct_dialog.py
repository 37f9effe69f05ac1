"""A small form for what a line of writing really says, beside what the machine read."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from theodolite_desktop.language import mark, tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.views import fields
from theodolite_desktop.views.label import Label

LEAD = mark("Both readings stay with the clue. Everything concluded from the line is made anew.")
BUSY = mark("Reading the line anew…")


class CorrectDialog(QDialog):
    """Stays open while the line is read anew, and says in place why a correction was not taken."""

    saved = Signal(str)
    abandoned = Signal()

    def __init__(self, parent: QWidget | None, theme: Theme, clue: str, read_by: str, read: str, now: str):
        """``read``: as the machine read it, ``read_by`` which; ``now``: what counts at present."""
        super().__init__(parent)
        self.setWindowTitle(tr("Correct the reading of {clue}", clue=clue))
        fields.at_least(self, 440)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(8)
        layout.addWidget(Label(theme, self.windowTitle(), "title", wrap=True))
        layout.addWidget(Label(theme, tr(LEAD), "body", "text2", wrap=True))
        layout.addSpacing(4)
        layout.addWidget(Label(theme, read_by, "meta", "text2"))
        self.read = Label(theme, f"“{read}”", "body", "evidence", wrap=True)
        layout.addWidget(self.read)
        layout.addWidget(Label(theme, tr("It says"), "meta", "text2"))
        self.field = QLineEdit(now)
        self.field.setAccessibleName(tr("What the line really says"))
        self.field.setMaxLength(1000)
        layout.addWidget(self.field)
        self.problem = Label(theme, "", "meta", "error", wrap=True)
        self.problem.hide()
        layout.addWidget(self.problem)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        cancel = QPushButton(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save = QPushButton(tr("Save"))
        self.save.setObjectName("primary")
        self.save.setDefault(True)
        self.save.clicked.connect(self._save)
        row.addWidget(cancel)
        row.addWidget(self.save)
        layout.addSpacing(8)
        layout.addLayout(row)
        self.field.selectAll()
        self.field.setFocus()
        self.rejected.connect(self.abandoned)

    def wait(self) -> None:
        """The line is being read; Cancel stops that."""
        self._say(tr(BUSY), "text2")
        self.save.setEnabled(False)
        self.field.setReadOnly(True)

    def show_problem(self, text: str) -> None:
        """Say why it was not taken; what was typed stays."""
        self._say(text, "error")
        self.ready()
        self.field.setFocus()

    def ready(self) -> None:
        """Nothing is being read (any more)."""
        if self.problem.text() == tr(BUSY):
            self.problem.hide()
        self.save.setEnabled(True)
        self.field.setReadOnly(False)

    def _say(self, text: str, tone: str) -> None:
        self.problem.setText(text)
        self.problem.set_tone(tone)
        self.problem.show()
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Wrapped lines need more height the narrower they are, which a dialog's size hint ignores."""
        layout = self.layout()
        if layout is not None:
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def _save(self) -> None:
        if self.save.isEnabled():
            self.saved.emit(self.field.text())
