"""The timeline of custody: a line from the first step to the last; each has its time, person and deed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QListView,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from theodolite_desktop.language import tr
from theodolite_desktop.snapshot import LogLine
from theodolite_desktop.tables.rows_model import ROW, RowsModel
from theodolite_desktop.theme import Theme
from theodolite_desktop.timeline_rows import TimeRow, time_rows
from theodolite_desktop.tips import plain_tip
from theodolite_desktop.views.controls import strip
from theodolite_desktop.views.empty import EmptyState

Index = QModelIndex | QPersistentModelIndex
STEP, DAY, AXIS = 44, 28, 24


class TimeDelegate(QStyledItemDelegate):
    """[time axis with the icon][time and person, what was done below], from the start of the reading way."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(ROW)
        return QSize(200, self._theme.scaled(DAY if isinstance(row, TimeRow) and row.day else STEP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        if not isinstance(row, TimeRow):
            return
        theme, rect, way = self._theme, option.rect, option.direction
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected and not row.day:
            painter.fillRect(rect, theme.color("selected"))
        x = rect.left() + AXIS
        last = index.row() == index.model().rowCount() - 1
        axis = QRect(x, rect.top(), 1, rect.height() // 2 if last else rect.height())
        painter.fillRect(QStyle.visualRect(way, rect, axis), theme.color("border"))
        text = rect.adjusted(AXIS + 20, 0, -12, 0)
        if row.day:
            self._line(painter, option, text, row.day, "strong", "text")
            painter.restore()
            return
        spot = QStyle.visualRect(way, rect, QRect(x - 12, rect.center().y() - 12, 24, 24))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("border"), 1))
        painter.setBrush(theme.color("panel"))
        painter.drawEllipse(spot)
        theme.icon(row.icon, row.tone).paint(painter, spot.adjusted(4, 4, -4, -4))
        half = theme.scaled(4), theme.scaled(20)
        first = QRect(text.left(), rect.top() + half[0], text.width(), theme.scaled(18))
        said = f"{row.action}: {row.text}" if row.text else row.action
        self._line(painter, option, first, said, "body", "text")
        second = QRect(text.left(), rect.top() + half[0] + half[1], text.width(), theme.scaled(16))
        self._line(painter, option, second, f"{row.time} · {row.who} · #{row.number}", "caption", "text2")
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _line(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, text: str, role: str, tone: str
    ) -> None:
        painter.setFont(self._theme.font(role))
        painter.setPen(self._theme.color(tone))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        flags = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        painter.drawText(
            QStyle.visualRect(option.direction, option.rect, box),
            int(flags | Qt.AlignmentFlag.AlignVCenter),
            shown,
        )

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        row = index.data(ROW)
        if isinstance(row, TimeRow) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), plain_tip(row.spoken), view)
            return True
        return False


class TimelineView(QWidget):
    """Of the exhibit in view, or of the whole case. ``chosen`` carries the number of a record."""

    chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._log: tuple[LogLine, ...] = ()
        self._exhibit = ""
        self.model: RowsModel[TimeRow] = RowsModel(lambda row: row.spoken, lambda row: row.key, self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(TimeDelegate(theme, self.list))
        self.list.setAccessibleName(tr("Timeline of custody"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.activated.connect(self._choose)
        self.whole = QCheckBox(tr("Whole case"))
        self.whole.setToolTip(tr("Also steps that do not concern the exhibit in view"))
        self.whole.toggled.connect(lambda _on: self._fill())
        head, row = strip("header", 32, 12)
        theme.fix(head, height=32)
        row.addWidget(self.whole)
        row.addStretch(1)
        self.empty = EmptyState(theme, "history", tr("Nothing recorded yet."))
        stack = QWidget()
        self._stack = QStackedLayout(stack)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(stack, 1)
        theme.changed.connect(self.list.doItemsLayout)

    def show_log(self, log: tuple[LogLine, ...], exhibit: str) -> None:
        """Records, oldest first; without an exhibit in view those of the whole case."""
        self._log, self._exhibit = log, exhibit
        self.whole.setEnabled(bool(exhibit))
        self._fill()

    def _fill(self) -> None:
        of = "" if self.whole.isChecked() else self._exhibit
        at_end = self.list.verticalScrollBar().value() >= self.list.verticalScrollBar().maximum()
        rows = time_rows(self._log, of)
        if rows != self.model.rows:
            self.model.set_rows(rows)
            if at_end:
                self.list.scrollToBottom()
        self._stack.setCurrentWidget(self.list if rows else self.empty)

    def _choose(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, TimeRow) and row.number:
            self.chosen.emit(row.number)
