"""A table whose chosen cells can be copied as plain text."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTableView


class CopyTable(QTableView):
    """Whole rows are chosen; Ctrl+C copies them, cells apart by tabs."""

    def __init__(self) -> None:
        super().__init__()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            lines: dict[int, list[str]] = {}
            for index in sorted(self.selectedIndexes(), key=lambda i: (i.row(), i.column())):
                lines.setdefault(index.row(), []).append(str(index.data() or ""))
            QGuiApplication.clipboard().setText("\n".join("\t".join(cells) for cells in lines.values()))
        else:
            super().keyPressEvent(event)
