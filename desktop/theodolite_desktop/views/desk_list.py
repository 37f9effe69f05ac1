"""Leads, filed references and what speaks of a record, as one list with headings."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from theodolite_desktop.desk_rows import STATE_WORD, STATES, DeskRow
from theodolite_desktop.language import tr
from theodolite_desktop.tables.rows_model import ROW, RowsModel
from theodolite_desktop.theme import Theme

HEAD, ITEM = 28, 48
Index = QModelIndex | QPersistentModelIndex


class DeskDelegate(QStyledItemDelegate):
    """[icon 16][line 1: id and state in words | line 2: the text]; a heading is one quiet line."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(ROW)
        head = isinstance(row, DeskRow) and row.head
        return QSize(120, self._theme.scaled(HEAD if head else ITEM))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        if not isinstance(row, DeskRow):
            return
        theme, rect, way = self._theme, option.rect, option.direction
        painter.save()
        start = int(QStyle.visualAlignment(way, Qt.AlignmentFlag.AlignLeft)) | int(
            Qt.AlignmentFlag.AlignVCenter
        )
        if row.head:
            painter.fillRect(rect, theme.color("raised"))
            painter.setFont(theme.font("meta"))
            painter.setPen(theme.color("text2"))
            painter.drawText(rect.adjusted(12, 0, -12, 0), start, f"{row.title}  {row.line}")
            painter.restore()
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("selected"))
            bar = QStyle.visualRect(way, rect, QRect(rect.left(), rect.top(), 3, rect.height()))
            painter.fillRect(bar, theme.color("accent"))
        half = (rect.height() - 8) // 2
        icon = QRect(rect.left() + 12, rect.top() + 4 + (half - 16) // 2, 16, 16)
        theme.icon(row.icon, row.tone).paint(painter, QStyle.visualRect(way, rect, icon))
        for number, (text, role, tone) in enumerate(
            ((row.title, "meta", "text2"), (row.line, "body", "text"))
        ):
            line = QRect(rect.left() + 36, rect.top() + 4 + number * half, rect.width() - 44, half)
            painter.setFont(theme.font(role))
            painter.setPen(theme.color(tone))
            painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(QStyle.visualRect(way, rect, line), start, shown)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()


class DeskList(QListView):
    """Enter or a click opens; Space is the next state of a lead, Delete takes one out.

    ``opened`` carries the row, ``stated`` a lead and its state, ``removed`` a lead.
    """

    opened = Signal(object)
    stated = Signal(str, str)
    removed = Signal(str)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.model_of_rows: RowsModel[DeskRow] = RowsModel(lambda r: r.spoken, lambda r: r.key, self)
        self.setModel(self.model_of_rows)
        self.setItemDelegate(DeskDelegate(theme, self))
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        self.clicked.connect(self._open)
        self.writable = True
        theme.changed.connect(self.doItemsLayout)

    @property
    def rows(self) -> tuple[DeskRow, ...]:
        return self.model_of_rows.rows

    def set_rows(self, rows: tuple[DeskRow, ...]) -> None:
        """Show ``rows``; the one that was current stays so while it is there."""
        row = self.current
        self.model_of_rows.set_rows(rows)
        number = self.model_of_rows.row_of(row.key) if row else -1
        if number >= 0:
            self.setCurrentIndex(self.model_of_rows.index(number))

    @property
    def current(self) -> DeskRow | None:
        row = self.currentIndex().data(ROW)
        return row if isinstance(row, DeskRow) and not row.head else None

    def choose(self, key: str) -> bool:
        """Make a row current and bring it into view; whether it is there."""
        number = self.model_of_rows.row_of(key)
        if number >= 0:
            self.setCurrentIndex(self.model_of_rows.index(number))
            self.scrollTo(self.model_of_rows.index(number))
        return number >= 0

    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, DeskRow) and not row.head:
            self.opened.emit(row)

    def menu(self, row: DeskRow) -> QMenu:
        """What can be done with a row."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Open") + f"\t{tr('Enter')}", lambda: self.opened.emit(row))
        if row.kind == "lead":
            menu.addSeparator()
            for state in STATES:
                action = menu.addAction(
                    tr(STATE_WORD[state]), lambda state=state: self.stated.emit(row.id, state)
                )
                action.setCheckable(True)
                action.setChecked(state == row.state)
                action.setEnabled(self.writable)
            menu.addSeparator()
            gone = menu.addAction(
                tr("Take the lead out") + f"\t{tr('Delete')}", lambda: self.removed.emit(row.id)
            )
            gone.setEnabled(self.writable)
        return menu

    def _menu(self, at: QPoint) -> None:
        row = self.current
        if row is not None:
            self.menu(row).popup(self.viewport().mapToGlobal(at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, key = self.current, event.key()
        if row is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(row)
        elif row is not None and row.kind == "lead" and self.writable and key == Qt.Key.Key_Space:
            turn = {"open": "in work", "in work": "done"}
            self.stated.emit(row.id, turn.get(row.state, "open"))
        elif row is not None and row.kind == "lead" and self.writable and key == Qt.Key.Key_Delete:
            self.removed.emit(row.id)
        else:
            super().keyPressEvent(event)
