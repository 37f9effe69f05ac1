"""The exhibit list as a table for triage, and the row with its filter."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from theodolite_desktop import triage
from theodolite_desktop.language import tr
from theodolite_desktop.rows import ExhibitRow
from theodolite_desktop.tables.rows_model import ROW
from theodolite_desktop.tables.triage_model import TRIAGE, TriageModel
from theodolite_desktop.theme import Theme
from theodolite_desktop.theme.tokens import TOOLS
from theodolite_desktop.triage import COLUMNS, TriageRow
from theodolite_desktop.views.controls import IconButton, Strip
from theodolite_desktop.views.copy_table import CopyTable
from theodolite_desktop.views.exhibit_delegate import ExhibitDelegate
from theodolite_desktop.views.shapes import draw_mark, draw_status

LINE = 32
KEYS = [column.key for column in COLUMNS]
Index = QModelIndex | QPersistentModelIndex


class TriageDelegate(QStyledItemDelegate):
    """Id with its picture, tags as numbered discs, verdicts with their shapes; the rest as text."""

    def __init__(self, theme: Theme, pictures: ExhibitDelegate, parent: QTableView) -> None:
        super().__init__(parent)
        self._theme, self._pictures, self._table = theme, pictures, parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(COLUMNS[index.column()].width, self._theme.scaled(LINE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, listed = index.data(TRIAGE), index.data(ROW)
        theme, rect = self._theme, option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("selected"))
        painter.setPen(theme.color("border"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(8, 0, -8, 0)
        key = COLUMNS[index.column()].key
        if key == "id" and isinstance(listed, ExhibitRow):
            self._id(painter, listed, inner, option)
        elif isinstance(row, TriageRow) and key == "tags":
            self._tags(painter, row, inner, option)
        elif isinstance(row, TriageRow) and key == "verdict":
            self._verdict(painter, row, inner, option)
        else:
            self._words(painter, str(index.data() or ""), index, inner, option)
        if index == self._table.currentIndex() and self._table.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _id(self, painter: QPainter, listed: ExhibitRow, inner: QRect, option: QStyleOptionViewItem) -> None:
        side = inner.height() - 8
        box = QRect(inner.left(), inner.top() + 4, side, side)
        self._pictures.draw_thumbnail(painter, listed, QStyle.visualRect(option.direction, inner, box))
        painter.setFont(self._theme.font("strong"))
        painter.setPen(self._theme.color("text"))
        self._draw(painter, listed.id, inner.adjusted(side + 8, 0, 0, 0), inner, option)

    def _tags(self, painter: QPainter, row: TriageRow, inner: QRect, option: QStyleOptionViewItem) -> None:
        for number, tag in enumerate(row.tags):
            spot = QRect(inner.left() + 18 * number, inner.center().y() - 7, 16, 16)
            if spot.right() > inner.right():
                break
            place = QStyle.visualRect(option.direction, inner, spot).center()
            draw_mark(painter, QPointF(place), tag, painter.font(), 16)

    def _verdict(self, painter: QPainter, row: TriageRow, inner: QRect, option: QStyleOptionViewItem) -> None:
        if row.verdict is None:
            return
        side = self._theme.scaled(12)
        shape = QRect(inner.left(), inner.center().y() - side // 2, side, side)
        draw_status(
            painter, self._theme, row.verdict, QRectF(QStyle.visualRect(option.direction, inner, shape))
        )
        painter.setFont(self._theme.font("body"))
        painter.setPen(self._theme.color("text"))
        text = COLUMNS[KEYS.index("verdict")].text(row)
        self._draw(painter, text, inner.adjusted(side + 6, 0, 0, 0), inner, option)

    def _words(
        self, painter: QPainter, text: str, index: Index, inner: QRect, option: QStyleOptionViewItem
    ) -> None:
        column = COLUMNS[index.column()]
        row = index.data(TRIAGE)
        trouble = column.key == "reading" and isinstance(row, TriageRow) and row.reading == "unreadable"
        quiet = column.key in ("reading", "media", "pixels", "size", "added")
        painter.setFont(self._theme.font("body"))
        painter.setPen(self._theme.color("warn" if trouble else "text2" if quiet else "text"))
        self._draw(painter, text, inner, inner, option, at_end=column.numeric)

    @staticmethod
    def _draw(
        painter: QPainter,
        text: str,
        box: QRect,
        inner: QRect,
        option: QStyleOptionViewItem,
        *,
        at_end: bool = False,
    ) -> None:
        side = Qt.AlignmentFlag.AlignRight if at_end else Qt.AlignmentFlag.AlignLeft
        align = QStyle.visualAlignment(option.direction, side | Qt.AlignmentFlag.AlignVCenter)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # a time reads as it is written
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, box.width())
        painter.drawText(QStyle.visualRect(option.direction, inner, box), int(align), shown)


class TriageTable(CopyTable):
    """A click on a heading sorts by it, the next the other way, the third as the exhibits came.

    ``opened`` carries the row that Enter or a double click asks for.
    """

    opened = Signal(object)
    sorted = Signal(int, bool)

    def __init__(self, theme: Theme, model: TriageModel, pictures: ExhibitDelegate) -> None:
        super().__init__()
        self._theme, self._rows = theme, model
        self.setModel(model)
        self.setAccessibleName(tr("Exhibits, table"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(TriageDelegate(theme, pictures, self))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSectionsMovable(True)
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(40)
        header.setAccessibleName(tr("Headings; sort from the filter's menu by keyboard"))
        header.sectionClicked.connect(self._click)
        self.doubleClicked.connect(lambda index: self.opened.emit(index))
        theme.changed.connect(self._size)
        self._size()

    def _size(self) -> None:
        scaled = self._theme.scaled
        self.verticalHeader().setMinimumSectionSize(scaled(LINE))
        self.verticalHeader().setDefaultSectionSize(scaled(LINE))
        for number, column in enumerate(COLUMNS):
            self.setColumnWidth(number, scaled(column.width))
        self.viewport().update()

    def natural_width(self) -> int:
        """What all columns need, with the scroll bar."""
        return sum(self.columnWidth(number) for number in range(len(COLUMNS))) + 12

    def _click(self, column: int) -> None:
        model = self._rows
        if model.column != column:
            self.order(column, backward=False)
        elif not model.backward:
            self.order(column, backward=True)
        else:
            self.order(-1, backward=False)

    def order(self, column: int, *, backward: bool) -> None:
        """Sort by a column; -1 as the exhibits came."""
        self.sorted.emit(column, backward)
        header = self.horizontalHeader()
        header.setSortIndicatorShown(column >= 0)
        if column >= 0:
            way = Qt.SortOrder.DescendingOrder if backward else Qt.SortOrder.AscendingOrder
            header.setSortIndicator(column, way)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go to the first and the last exhibit, not along the columns."""
        key, plain = event.key(), event.modifiers() in (Qt.KeyboardModifier.NoModifier,)
        if plain and key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._rows.rowCount():
            self.selectRow(0 if key == Qt.Key.Key_Home else self._rows.rowCount() - 1)
            self.scrollTo(self.currentIndex())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class FilterRow(Strip):
    """[filter][menu]. ``changed`` carries the filter; ``sortAsked`` a column and whether backward."""

    changed = Signal(str)
    sortAsked = Signal(int, bool)
    left = Signal()

    def __init__(self, theme: Theme, model: TriageModel) -> None:
        super().__init__("tools", TOOLS)
        self._theme, self._model = theme, model
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 8, 0)
        row.setSpacing(4)
        self.field = QLineEdit()
        self.field.setObjectName("slim")
        self.field.setPlaceholderText(tr("Filter, for example tag:3 -has:gps"))
        self.field.setAccessibleName(tr("Filter the exhibits"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self.changed)
        self.button = IconButton(
            theme, "filter-variant", tr("Conditions and order"), size=16, action=self.popup
        )
        row.addWidget(self.field, 1)
        row.addWidget(self.button)

    def menu(self) -> QMenu:
        """The conditions, those that hold checked, and the order."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for group in triage.OFFERED:
            for condition, text in group:
                self._offer(menu, condition, tr(text))
            menu.addSeparator()
        tags, order = QMenu(tr("Tag"), menu), QMenu(tr("Sort by"), menu)
        menu.addMenu(tags)
        menu.addMenu(order)
        for number in range(1, 10):
            self._offer(tags, f"tag:{number}", tr("Tag {number}", number=number))
        self._offer(tags, "tag:none", tr("Without a tag"))
        one = QActionGroup(order)
        for column, text in (
            (-1, tr("As they came")),
            *((number, tr(c.title)) for number, c in enumerate(COLUMNS)),
        ):
            self._choice(order, one, text, self._model.column == column, partial(self._sort, column))
        order.addSeparator()
        self._choice(
            order,
            None,
            tr("Backward"),
            self._model.backward,
            lambda: self.sortAsked.emit(self._model.column, not self._model.backward),
        )
        return menu

    def popup(self) -> None:
        self.menu().popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def _sort(self, column: int) -> None:
        self.sortAsked.emit(column, self._model.backward and column == self._model.column)

    def _offer(self, menu: QMenu, condition: str, text: str) -> None:
        action = menu.addAction(
            text, lambda: self.field.setText(triage.toggled(self.field.text(), condition))
        )
        action.setCheckable(True)
        action.setChecked(triage.holds(self.field.text(), condition))

    @staticmethod
    def _choice(
        menu: QMenu, group: QActionGroup | None, text: str, on: bool, run: Callable[[], object]
    ) -> QAction:
        action = menu.addAction(text, run)
        action.setCheckable(True)
        action.setChecked(on)
        if group is not None:
            group.addAction(action)
        return action

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc clears the filter; with none it goes back to the list. So does Down."""
        if event.key() == Qt.Key.Key_Escape and self.field.text():
            self.field.clear()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Down):
            self.left.emit()
        else:
            super().keyPressEvent(event)
