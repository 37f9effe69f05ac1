"""Ctrl+S: nothing waits to be saved, but a moment of the log can be given a name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from theodolite_desktop import wording
from theodolite_desktop.custody_rows import utc
from theodolite_desktop.language import tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.views.label import ElidedLabel, Label

if TYPE_CHECKING:
    from theodolite.domain import NamedMoment

LONGEST = 120


class SnapshotDialog(QDialog):
    """``named`` carries the name; the dialog closes when that was recorded."""

    named = Signal(str)

    def __init__(self, parent: QWidget | None, theme: Theme) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(tr("Named snapshot"))
        theme.fix(self, min_width=480)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(8)
        layout.addWidget(Label(theme, tr("Everything is already saved."), "title", wrap=True))
        layout.addWidget(
            Label(
                theme,
                tr(
                    "A snapshot puts a name on this moment of the log, so that people and reports can refer "
                    "to it. Nothing is copied and nothing can be lost by not doing it."
                ),
                "body",
                "text2",
                wrap=True,
            )
        )
        self.field = QLineEdit()
        self.field.setMaxLength(LONGEST)
        self.field.setAccessibleName(tr("Name of the snapshot"))
        self.field.setPlaceholderText(tr("Before the second examiner"))
        self.field.textChanged.connect(self._check)
        layout.addWidget(self.field)
        self.problem = Label(theme, "", "meta", "error", wrap=True)
        self.problem.hide()
        layout.addWidget(self.problem)
        self._inside = QWidget()
        self._inside.setObjectName("panel")
        self._list = QVBoxLayout(self._inside)
        self._list.setContentsMargins(12, 8, 12, 8)
        self._list.setSpacing(8)
        self.area = QScrollArea()
        self.area.setAccessibleName(tr("Snapshots so far"))
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidget(self._inside)
        theme.fix(self.area, max_height=200)
        self.area.hide()
        self.earlier = Label(theme, tr("Snapshots so far"), "meta", "text2")
        self.earlier.hide()
        layout.addWidget(self.earlier)
        layout.addWidget(self.area)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        cancel = QPushButton(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.record = QPushButton(tr("Record the name"))
        self.record.setObjectName("primary")
        self.record.setDefault(True)
        self.record.clicked.connect(lambda: self.named.emit(self.field.text()))
        row.addWidget(cancel)
        row.addWidget(self.record)
        layout.addSpacing(8)
        layout.addLayout(row)
        self._check()

    def show_moments(self, moments: Sequence[NamedMoment]) -> None:
        """Those of before, newest first."""
        for moment in reversed(moments):
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(12)
            line.addWidget(
                ElidedLabel(self._theme, wording.visible(moment.name, LONGEST), "body", end=True), 1
            )
            when = tr("{utc} · after record {number}", utc=utc(moment.utc), number=moment.records)
            line.addWidget(Label(self._theme, when, "meta", "text2"))
            self._list.addWidget(row)
        self._list.addStretch(1)
        self.earlier.setVisible(bool(moments))
        self.area.setVisible(bool(moments))

    def show_problem(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.show()

    def _check(self, _text: str = "") -> None:
        self.record.setEnabled(bool(self.field.text().strip()))
        self.problem.hide()
