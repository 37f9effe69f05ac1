"""A list model over a tuple of rows: one role gives the row itself, the others what accessibility needs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Row = TypeVar("Row")
ROW = int(Qt.ItemDataRole.UserRole) + 1
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class RowsModel(QAbstractListModel, Generic[Row]):
    """``text`` says a row in words; ``key`` names it. Rows are replaced as a whole, or one by one."""

    def __init__(
        self, text: Callable[[Row], str], key: Callable[[Row], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._text, self._key = text, key
        self._rows: tuple[Row, ...] = ()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show ``rows``. Same keys in the same order: only what differs is announced."""
        new = tuple(rows)
        if new == self._rows:
            return
        if [self._key(r) for r in new] == [self._key(r) for r in self._rows]:
            old, self._rows = self._rows, new
            for number, (before, after) in enumerate(zip(old, new, strict=True)):
                if before != after:
                    self.dataChanged.emit(self.index(number), self.index(number))
            return
        self.beginResetModel()
        self._rows = new
        self.endResetModel()

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._rows

    def row_of(self, key: str) -> int:
        """Position of the row named ``key``, or -1."""
        return next((n for n, r in enumerate(self._rows) if self._key(r) == key), -1)

    def touch(self, key: str) -> None:
        """Have the row named ``key`` drawn again."""
        number = self.row_of(key)
        if number >= 0:
            self.dataChanged.emit(self.index(number), self.index(number))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(row)
        return None
