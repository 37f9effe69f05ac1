"""The one model of the exhibit list: a list and a grid show its first column, the table all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from theodolite_desktop.language import tr
from theodolite_desktop.rows import ExhibitRow
from theodolite_desktop.tables.rows_model import ROW
from theodolite_desktop.tips import plain_tip
from theodolite_desktop.triage import COLUMNS, TriageRow, filtered, ordered

TRIAGE = ROW + 1
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class TriageModel(QAbstractTableModel):
    """Rows as they are listed, with what the table says of each; filtered and sorted here.

    ``spoken`` says a row in words. A row that stands apart from the one it was made from is not indented.
    """

    def __init__(self, spoken: Callable[[ExhibitRow], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._spoken = spoken
        self._all: tuple[ExhibitRow, ...] = ()
        self._details: dict[str, TriageRow] = {}
        self._shown: tuple[ExhibitRow, ...] = ()
        self._place: dict[str, int] = {}
        self.filter, self.column, self.backward = "", -1, False

    # --- what is shown -------------------------------------------------------------------------------------

    @property
    def rows(self) -> tuple[ExhibitRow, ...]:
        """Those that are shown, in their order."""
        return self._shown

    @property
    def total(self) -> int:
        return len(self._all)

    def set_rows(self, rows: Sequence[ExhibitRow]) -> None:
        self._all = tuple(rows)
        self._arrange()

    def set_details(self, details: Mapping[str, TriageRow]) -> None:
        """What the table says; the filter and the order follow it."""
        before, self._details = self._details, dict(details)
        self._arrange()
        last = len(COLUMNS) - 1
        for number, row in enumerate(self._shown):
            if before.get(row.id) != self._details.get(row.id):
                self.dataChanged.emit(self.index(number, 0), self.index(number, last))

    def set_filter(self, text: str) -> None:
        if text != self.filter:
            self.filter = text
            self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By a column; -1 for the order in which they came."""
        self.column, self.backward = column, order == Qt.SortOrder.DescendingOrder
        self._arrange()

    def row_of(self, key: str) -> int:
        """Position of the exhibit ``key`` among those shown, or -1."""
        return self._place.get(key, -1)

    def touch(self, key: str) -> None:
        """Have the row of ``key`` drawn again."""
        number = self.row_of(key)
        if number >= 0:
            self.dataChanged.emit(self.index(number, 0), self.index(number, 0))

    def _arrange(self) -> None:
        by_id = {row.id: row for row in self._all}
        ids = filtered(by_id, self._details, self.filter)
        ids = ordered(ids, self._details, self.column, backward=self.backward)
        whole = self.column < 0 and not self.filter.strip()
        self._show(tuple(by_id[name] if whole else replace(by_id[name], parent="") for name in ids))

    def _show(self, new: tuple[ExhibitRow, ...]) -> None:
        """Only what differs is announced: rows that changed, or those added at the end."""
        old = self._shown
        if new == old:
            return
        same = len(new) >= len(old) and all(a.id == b.id for a, b in zip(old, new, strict=False))
        if not same:
            self.beginResetModel()
            self._put(new)
            self.endResetModel()
            return
        if len(new) > len(old):
            self.beginInsertRows(QModelIndex(), len(old), len(new) - 1)
            self._put((*old, *new[len(old) :]))
            self.endInsertRows()
        self._put(new)
        last = len(COLUMNS) - 1
        for number, (before, after) in enumerate(zip(old, new, strict=False)):
            if before != after:
                self.dataChanged.emit(self.index(number, 0), self.index(number, last))

    def _put(self, rows: tuple[ExhibitRow, ...]) -> None:
        self._shown = rows
        self._place = {row.id: number for number, row in enumerate(rows)}

    # --- Qt ------------------------------------------------------------------------------------------------

    def index(self, row: int, column: int = 0, parent: Index = NOWHERE) -> QModelIndex:
        return super().index(row, column, parent)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._shown):
            return None
        if not 0 <= index.column() < len(COLUMNS):
            return None
        row, column = self._shown[index.row()], COLUMNS[index.column()]
        detail = self._details.get(row.id)
        if role == ROW:
            return row
        if role == TRIAGE:
            return detail
        if role == Qt.ItemDataRole.AccessibleTextRole and column.key == "id":
            return self._spoken(row)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            text = column.text(detail) if detail is not None else row.id if column.key == "id" else ""
            if role == Qt.ItemDataRole.AccessibleTextRole and text:
                return tr("{column}: {text}", column=tr(column.title), text=text)
            return text
        if role == Qt.ItemDataRole.ToolTipRole and detail is not None:
            text = detail.error if column.key == "reading" and detail.error else column.text(detail)
            return plain_tip(text) if text and column.key != "id" else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _at_end() if column.numeric else _at_start()
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return tr(COLUMNS[section].title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _at_end() if COLUMNS[section].numeric else _at_start()
        return None


def _at_end() -> int:
    return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


def _at_start() -> int:
    return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
