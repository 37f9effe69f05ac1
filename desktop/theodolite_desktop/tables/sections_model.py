"""The sections of a report as a list whose rows are ticked; adapts the draft's tuple."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from theodolite_desktop.language import tr
from theodolite_desktop.report_draft import Section
from theodolite_desktop.tables.rows_model import NOWHERE, Index, RowsModel


class SectionsModel(RowsModel[Section]):
    """Changes are asked for, not made: the draft is the page's."""

    switchAsked = Signal(str, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_spoken, lambda section: section.id, parent)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        able = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        fixed = self._rows[index.row()].fixed
        return able if fixed else able | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row.on else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            return tr("{title} · always", title=tr(row.title)) if row.fixed else tr(row.title)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tr("Always printed") if row.fixed else None
        return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        row = self._rows[index.row()]
        if row.fixed:
            return False
        self.switchAsked.emit(row.id, Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def at(self, index: QModelIndex) -> str:
        """The id of a row, '' for none."""
        return self._rows[index.row()].id if index.isValid() and index != NOWHERE else ""


def _spoken(section: Section) -> str:
    if section.fixed:
        return tr("{title}, always printed", title=tr(section.title))
    if section.on:
        return tr("{title}, in the report", title=tr(section.title))
    return tr("{title}, left out", title=tr(section.title))
