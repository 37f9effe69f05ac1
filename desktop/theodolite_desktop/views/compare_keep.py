"""The question before a comparison is kept for the report, and those that are kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from theodolite_desktop.language import tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.views.controls import IconButton, Rule
from theodolite_desktop.views.label import ElidedLabel, Label


class KeepDialog(QDialog):
    """``lines``: what will be kept, in words. ``kept``: (id, words) of those that are kept already."""

    shown = Signal(str)
    removed = Signal(str)

    def __init__(
        self,
        parent: QWidget | None,
        theme: Theme,
        lines: Sequence[str],
        kept: Sequence[tuple[str, str]],
    ) -> None:
        super().__init__(parent)
        title = tr("Keep in the report")
        self.setWindowTitle(title)
        theme.fix(self, min_width=480)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(8)
        layout.addWidget(Label(theme, title, "title", wrap=True))
        for line in lines:
            layout.addWidget(Label(theme, line, "body", wrap=True))
        layout.addWidget(Label(theme, tr("What do you conclude from it?"), "meta", "text2"))
        self.field = QPlainTextEdit()
        self.field.setAccessibleName(tr("What do you conclude from it?"))
        self.field.setPlaceholderText(tr("For example: the same street style, not the same spot."))
        self.field.setTabChangesFocus(True)
        theme.fix(self.field, height=72)
        layout.addWidget(self.field)
        if kept:
            layout.addWidget(Rule())
            layout.addWidget(Label(theme, tr("Kept already"), "strong"))
        for name, words in kept:
            layout.addWidget(self._row(theme, name, words))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        cancel = QPushButton(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.yes = QPushButton(tr("Keep"))
        self.yes.setObjectName("primary")
        self.yes.setDefault(True)
        self.yes.clicked.connect(self.accept)
        row.addWidget(cancel)
        row.addWidget(self.yes)
        layout.addSpacing(8)
        layout.addLayout(row)
        self.field.setFocus()

    def _row(self, theme: Theme, name: str, words: str) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(ElidedLabel(theme, f"{name} · {words}", "body", end=True), 1)
        show = IconButton(theme, "eye-outline", tr("Show {name}", name=name), size=16)
        show.clicked.connect(lambda _checked=False: self.shown.emit(name))
        show.clicked.connect(self.reject)
        remove = IconButton(
            theme, "trash-can-outline", tr("Remove {name} from the report", name=name), size=16
        )
        remove.clicked.connect(lambda _checked=False: self.removed.emit(name))
        remove.clicked.connect(row.hide)
        line.addWidget(show)
        line.addWidget(remove)
        return row

    @property
    def note(self) -> str:
        return self.field.toPlainText().strip()
