"""A table model over a tuple of tuples of text, with headings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from PySide6.QtGui import QFont

from theodolite_desktop.tables.rows_model import NOWHERE, Index
from theodolite_desktop.tips import plain_tip


class PairsModel(QAbstractTableModel):
    """Every cell is plain text; ``mono`` names columns of hashes and coordinates."""

    def __init__(
        self,
        headings: Sequence[str],
        parent: QObject | None = None,
        *,
        mono: Sequence[int] = (),
        mono_font: QFont | None = None,
    ) -> None:
        super().__init__(parent)
        self._headings = tuple(headings)
        self._rows: tuple[tuple[str, ...], ...] = ()
        self._tips: tuple[str, ...] = ()
        self._mono, self._mono_font = tuple(mono), mono_font

    def set_rows(self, rows: Sequence[Sequence[str]], tips: Sequence[str] = ()) -> None:
        """``tips``: plain text for the whole row, one a row, or none at all."""
        new = tuple(tuple(row) for row in rows)
        self._tips = tuple(tips)
        if new != self._rows:
            self.beginResetModel()
            self._rows = new
            self.endResetModel()

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        return self._rows

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        text = row[index.column()] if 0 <= index.column() < len(row) else ""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return text
        if role == Qt.ItemDataRole.ToolTipRole and index.row() < len(self._tips):
            return plain_tip(self._tips[index.row()])
        if role == Qt.ItemDataRole.FontRole and index.column() in self._mono:
            return self._mono_font
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        known = orientation == Qt.Orientation.Horizontal and 0 <= section < len(self._headings)
        if known and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        return None
