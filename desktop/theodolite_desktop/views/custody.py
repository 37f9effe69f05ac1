"""The Custody tab: the audit log as it grows, and whether every hash still holds."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from theodolite.domain import Verification
from theodolite_desktop import wording
from theodolite_desktop.snapshot import LogLine
from theodolite_desktop.tables.pairs_model import PairsModel
from theodolite_desktop.theme import Theme
from theodolite_desktop.views.controls import strip
from theodolite_desktop.views.copy_table import CopyTable
from theodolite_desktop.views.empty import EmptyState
from theodolite_desktop.views.label import ElidedLabel, Label


class CustodyTab(QWidget):
    """Newest record first; each with its number, time, action and what it held."""

    verifyAsked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.model = PairsModel(("No.", "UTC", "What was done"), self)
        self.table = CopyTable()
        self.table.setModel(self.model)
        self.table.setAccessibleName("Audit log")
        self.table.setFont(theme.font("meta"))
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(28)
        header = self.table.horizontalHeader()
        header.setFont(theme.font("meta"))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        for column, width in enumerate((44, 76)):
            self.table.setColumnWidth(column, width)
        self.integrity = Label(theme, "", "body", "text2", wrap=True)
        self.integrity.setContentsMargins(12, 8, 12, 2)
        self.head = ElidedLabel(theme, "", "mono", "text2")
        self.head.setContentsMargins(12, 0, 12, 8)
        row, layout = strip("hintline", 48, 12, 8)
        self.verify_button = QPushButton("Verify integrity")
        self.verify_button.clicked.connect(self.verifyAsked)
        layout.addWidget(self.verify_button, 1)
        filled = QWidget()
        column_layout = QVBoxLayout(filled)
        column_layout.setContentsMargins(0, 0, 0, 0)
        column_layout.setSpacing(0)
        column_layout.addWidget(self.integrity)
        column_layout.addWidget(self.head)
        column_layout.addWidget(self.table, 1)
        column_layout.addWidget(row)
        self.empty = EmptyState(theme, "history", "Nothing recorded yet.")
        self._filled = filled
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(filled)
        self.setFocusProxy(self.table)

    def show_log(self, log: tuple[LogLine, ...], head: str, length: int) -> None:
        ordered = sorted(log, key=lambda r: -r.sequence)
        self.model.set_rows(
            [
                (str(r.sequence), r.utc[11:19], f"{r.action}: {r.text}" if r.text else r.action)
                for r in ordered
            ],
            [f"{r.sequence} · {r.utc} · {r.operator}\n{r.action}\n{r.text}" for r in ordered],
        )
        self.head.setText(f"head {head}")
        self.head.setToolTip(head)
        if not self.integrity.text():
            self.show_integrity(None, length)
        self._stack.setCurrentWidget(self._filled if log else self.empty)

    def show_integrity(self, result: Verification | None, length: int = 0) -> None:
        """What the last check found; None: not checked since the case was opened."""
        if result is None:
            self.integrity.setText(f"{length} records. Integrity not checked since opening.")
            self.integrity.set_tone("text2")
        elif result.intact:
            self.integrity.setText(
                f"Intact: {result.files} files and {result.records} records match their hashes."
            )
            self.integrity.set_tone("ok")
        else:
            first = result.problems[0] if result.problems else "a hash differs"
            self.integrity.setText(f"Not intact: {wording.visible(first, 300)}")
            self.integrity.set_tone("error")

    def forget(self) -> None:
        """Another case: what was checked was another one."""
        self.integrity.setText("")
