"""What a merge left open: both copies side by side, a person decides each with a reason."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from theodolite.domain import MergeConflict
from theodolite_desktop import conflict_rows
from theodolite_desktop.language import mark, tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.views import fields
from theodolite_desktop.views.label import Label

LEAD = mark("Both copies changed these records. Nothing was chosen for you; each decision can be undone.")


class ConflictsDialog(QDialog):
    """``decided``: conflict, 'ours' or 'theirs', reason."""

    decided = Signal(str, str, str)

    def __init__(self, parent: QWidget | None, theme: Theme, conflicts: Sequence[MergeConflict]) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Two copies, two answers"))
        fields.fit(self, fields.scaled(820), fields.scaled(560))
        self._theme = theme
        self._open: tuple[MergeConflict, ...] = ()
        layout = fields.column(self)
        layout.addWidget(Label(theme, tr("Two copies, two answers"), "title"))
        layout.addWidget(Label(theme, tr(LEAD), "body", "text2", wrap=True))
        body = QHBoxLayout()
        body.setSpacing(12)
        self.list = QListWidget()
        self.list.setObjectName("rows")
        self.list.setAccessibleName(tr("Open conflicts"))
        self.list.setFixedWidth(fields.scaled(200))
        self.list.currentRowChanged.connect(lambda _row: self._draw())
        body.addWidget(self.list)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setAccessibleName(tr("What each copy says"))
        body.addWidget(self.area, 1)
        layout.addLayout(body, 1)
        layout.addWidget(Label(theme, tr("Reason, needed for either choice"), "meta", "text2"))
        self.reason = fields.line(tr("Reason"), tr("why this one"))
        self.reason.textChanged.connect(lambda _text: self._check())
        layout.addWidget(self.reason)
        self.problem = fields.problem(theme)
        layout.addWidget(self.problem)
        row = QHBoxLayout()
        row.setSpacing(8)
        later = fields.button(tr("Decide later"))
        later.clicked.connect(self.reject)
        row.addWidget(later)
        row.addStretch(1)
        self.ours, self.theirs = fields.button(tr("Keep this copy's")), fields.button(tr("Take the other's"))
        for button, choice in ((self.ours, "ours"), (self.theirs, "theirs")):
            button.clicked.connect(lambda _checked=False, choice=choice: self._decide(choice))
            row.addWidget(button)
        layout.addLayout(row)
        self.show_conflicts(conflicts)

    def show_conflicts(self, conflicts: Sequence[MergeConflict]) -> None:
        """List what is still open; closes when nothing is."""
        found = conflict_rows.undecided(conflicts)
        if found == self._open:
            return
        self._open = found
        at = self.list.currentRow()
        self.list.clear()
        self.list.addItems([conflict_rows.title(one) for one in found])
        self.reason.clear()
        fields.say(self.problem, "")
        if not found:
            self.accept()
            return
        self.list.setCurrentRow(min(max(at, 0), len(found) - 1))

    def show_problem(self, text: str) -> None:
        fields.say(self.problem, text)
        self._check()

    def _draw(self) -> None:
        row = self.list.currentRow()
        if not 0 <= row < len(self._open):
            return
        page = QWidget()
        page.setObjectName("panel")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 8, 12, 8)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for at, name in enumerate(("", tr("This copy"), tr("The other copy"))):
            grid.addWidget(Label(self._theme, name, "meta", "text2"), 0, at)
        for number, one in enumerate(conflict_rows.differing(self._open[row]), 1):
            for at, (text, tone) in enumerate(((one.field, "text2"), (one.ours, ""), (one.theirs, ""))):
                label = Label(self._theme, text, "body", tone, wrap=True)
                grid.addWidget(label, number, at, Qt.AlignmentFlag.AlignTop)
        column.addLayout(grid)
        column.addStretch(1)
        self.area.setWidget(page)
        self._check()

    def _check(self) -> None:
        able = bool(self.reason.text().strip()) and self.list.currentRow() >= 0
        self.ours.setEnabled(able)
        self.theirs.setEnabled(able)

    def _decide(self, choice: str) -> None:
        self.ours.setEnabled(False)
        self.theirs.setEnabled(False)
        conflict = self._open[self.list.currentRow()].id
        self.decided.emit(conflict, choice, self.reason.text().strip())
