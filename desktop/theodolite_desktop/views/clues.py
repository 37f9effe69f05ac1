"""The Clues tab: one row of 56 a clue, switched and rejected in place."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QMenu,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from theodolite_desktop.clue_rows import ClueRow
from theodolite_desktop.tables.rows_model import ROW, RowsModel
from theodolite_desktop.theme import Theme
from theodolite_desktop.theme.tokens import clue_icon
from theodolite_desktop.views.clue_detail import ClueDetail
from theodolite_desktop.views.controls import IconButton, strip
from theodolite_desktop.views.empty import EmptyState
from theodolite_desktop.views.label import Label
from theodolite_desktop.views.shapes import draw_mark

NONE = "Nothing readable was found. Mark what you see yourself."
UNREAD = "This exhibit was not read yet."
Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 56


class ClueDelegate(QStyledItemDelegate):
    """[icon 24][mark 20][two lines][effect][on/off][menu], from the start of the reading direction."""

    switched = Signal(str, bool)
    menuAsked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(240, ROW_HEIGHT)

    @staticmethod
    def parts(rect: QRect, row: ClueRow, effect_width: int) -> dict[str, QRect]:
        """Where each part lies, left to right; mirrored by the caller."""
        left, right, top = rect.left() + 11, rect.right() - 7, rect.top()
        parts = {"icon": QRect(left, top + 16, 24, 24)}
        left += 32
        if row.mark:
            parts["mark"] = QRect(left, top + 18, 20, 20)
            left += 28
        if not row.missing:
            parts["menu"] = QRect(right - 24, top + 16, 24, 24)
            parts["switch"] = QRect(right - 56, top + 19, 28, 18)
            right -= 64
        text_right = right
        if row.effect:
            parts["effect"] = QRect(right - effect_width, top + 8, effect_width, 20)
            text_right = right - effect_width - 8
        parts["first"] = QRect(left, top + 8, text_right - left, 20)
        parts["second"] = QRect(left, top + 29, right - left, 18)
        return parts

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        if not isinstance(row, ClueRow):
            return
        theme, rect, way = self._theme, option.rect, option.direction
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("selected"))
            edge = QStyle.visualRect(way, rect, QRect(rect.left(), rect.top(), 3, rect.height()))
            painter.fillRect(edge, theme.color("accent"))
        painter.setFont(theme.font("meta"))
        width = min(120, painter.fontMetrics().horizontalAdvance(row.effect) + 2)
        parts = {k: QStyle.visualRect(way, rect, v) for k, v in self.parts(rect, row, width).items()}
        live = row.active and not row.rejected
        tone = "text" if live and not row.missing else "text2"
        theme.icon(clue_icon(row.kind), tone).paint(painter, parts["icon"].adjusted(3, 3, -3, -3))
        if row.mark:
            draw_mark(
                painter, QPointF(parts["mark"].center()) + QPointF(0.5, 0.5), row.mark, theme.font("caption")
            )
        start = int(QStyle.visualAlignment(way, Qt.AlignmentFlag.AlignLeft)) | int(
            Qt.AlignmentFlag.AlignVCenter
        )
        self._line(
            painter,
            parts["first"],
            f"“{row.observation}”" if row.quoted else row.observation,
            "body",
            "evidence" if row.quoted and live else tone,
            start,
            Qt.TextElideMode.ElideMiddle,
        )
        self._line(
            painter, parts["second"], row.inference, "meta", "text2", start, Qt.TextElideMode.ElideRight
        )
        if row.effect:
            end = int(QStyle.visualAlignment(way, Qt.AlignmentFlag.AlignRight)) | int(
                Qt.AlignmentFlag.AlignVCenter
            )
            side = "against" if "−" in row.effect else "for"
            self._line(painter, parts["effect"], row.effect, "meta", side, end, Qt.TextElideMode.ElideLeft)
        if not row.missing:
            self._switch(painter, parts["switch"], live)
            theme.icon("dots-vertical", "text2").paint(painter, parts["menu"].adjusted(3, 3, -3, -3))
        painter.setPen(theme.color("border"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _line(
        self,
        painter: QPainter,
        box: QRect,
        text: str,
        role: str,
        tone: str,
        flags: int,
        mode: Qt.TextElideMode,
    ) -> None:
        painter.setFont(self._theme.font(role))
        painter.setPen(self._theme.color(tone))
        painter.drawText(box, flags, painter.fontMetrics().elidedText(text, mode, box.width()))

    def _switch(self, painter: QPainter, box: QRect, on: bool) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = box.adjusted(0, 1, 0, -1)
        painter.setPen(QPen(self._theme.color("accent" if on else "control"), 1.5))
        painter.setBrush(self._theme.color("accent" if on else "panel"))
        painter.drawRoundedRect(track, 8, 8)
        knob = QColor(self._theme.color("on-accent" if on else "control"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(knob)
        x = track.right() - 13 if on else track.left() + 3
        painter.drawEllipse(x, track.top() + 3, 10, 10)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def editorEvent(self, event: QEvent, model: object, option: QStyleOptionViewItem, index: Index) -> bool:
        row = index.data(ROW)
        if (
            isinstance(row, ClueRow)
            and isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
        ):
            parts = self.parts(option.rect, row, 0)
            at = event.position().toPoint()
            for name in ("switch", "menu"):
                spot = parts.get(name)
                if spot is None:
                    continue
                target = QStyle.visualRect(option.direction, option.rect, spot.adjusted(-2, -4, 2, 4))
                if target.contains(at):
                    if name == "switch":
                        self.switched.emit(row.id, not row.active or row.rejected)
                    else:
                        self.menuAsked.emit(row.id)
                    return True
        return False

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        row = index.data(ROW)
        if isinstance(row, ClueRow) and event.type() == QEvent.Type.ToolTip:
            from theodolite_desktop.tips import plain_tip

            QToolTip.showText(event.globalPos(), plain_tip(row.detail), view)
            return True
        return False


class CluesTab(QWidget):
    """What was observed in the exhibit, by machine or person."""

    selected = Signal(str)
    switched = Signal(str, bool)
    rejectAsked = Signal(str)
    addAsked = Signal()
    readAsked = Signal()
    sourcesAsked = Signal()
    timesAsked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.model: RowsModel[ClueRow] = RowsModel(lambda r: r.detail, lambda r: r.id, self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setAccessibleName("Clues")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._context)
        delegate = ClueDelegate(theme, self.list)
        self.list.setItemDelegate(delegate)
        delegate.switched.connect(self.switched)
        delegate.menuAsked.connect(lambda clue: self._menu(clue))
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self._reveal = QTimer(self)
        self._reveal.setSingleShot(True)
        self._reveal.timeout.connect(lambda: self.list.scrollTo(self.list.currentIndex()))
        self.empty = EmptyState(theme, "text-recognition", NONE, "Add a clue")
        self.empty.pressed.connect(self._on_empty)
        self._read = True
        head, row = strip("header", 32, 12)
        self._count = Label(theme, "", "meta", "text2")
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(IconButton(theme, "tune", "Clue sources", size=16, action=self.sourcesAsked.emit))
        row.addWidget(IconButton(theme, "plus", "Add a clue", size=16, action=self.addAsked.emit))
        self._head = head
        self._stack = QStackedLayout()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addLayout(self._stack, 1)
        self.detail = ClueDetail(theme)
        self.detail.rejectAsked.connect(self.rejectAsked)
        self.detail.switchAsked.connect(self.switched)
        layout.addWidget(self.detail)
        self.setFocusProxy(self.list)
        theme.changed.connect(self.list.viewport().update)

    def set_rows(self, rows: tuple[ClueRow, ...], selected: str, *, read: bool, exhibit: str) -> None:
        """``read`` False: the exhibit was not examined, which the empty state says."""
        self._read = read or not exhibit
        selection = self.list.selectionModel()
        selection.blockSignals(True)
        self.model.set_rows(rows)
        number = self.model.row_of(selected)
        if number >= 0:
            moved = self.list.currentIndex().row() != number
            self.list.setCurrentIndex(self.model.index(number))
            if moved:  # with signals blocked the view does not follow by itself
                self._reveal.start()
        else:
            selection.clear()
        selection.blockSignals(False)
        self.list.viewport().update()
        self._show_detail()
        found = [r for r in rows if not r.missing]
        on = sum(1 for r in found if r.active)
        self._count.setText(f"{len(found)} found, {on} on" if rows else "")
        self.empty.set_sentence(NONE if self._read else UNREAD)
        self.empty.button.setText("Add a clue" if self._read else "Read clues")
        self.empty.button.setVisible(bool(exhibit))
        if not exhibit:
            self.empty.set_sentence("Choose an exhibit on the left.")
        self._head.setVisible(bool(rows))
        self._stack.setCurrentWidget(self.list if rows else self.empty)

    def select(self, clue: str) -> None:
        number = self.model.row_of(clue)
        if number >= 0 and self.current() != clue:
            self.list.setCurrentIndex(self.model.index(number))

    def current(self) -> str:
        row = self.list.currentIndex().data(ROW)
        return row.id if isinstance(row, ClueRow) else ""

    def switch_current(self) -> None:
        row = self.list.currentIndex().data(ROW)
        if isinstance(row, ClueRow) and not row.missing:
            self.switched.emit(row.id, not row.active)

    def reject_current(self) -> None:
        row = self.list.currentIndex().data(ROW)
        if isinstance(row, ClueRow) and not row.missing:
            self.rejectAsked.emit(row.id)

    def show_current(self) -> None:
        self.selected.emit(self.current())

    def _on_empty(self) -> None:
        (self.addAsked if self._read else self.readAsked).emit()

    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        row = index.data(ROW)
        self._show_detail()
        if isinstance(row, ClueRow):
            self.selected.emit(row.id)

    def _show_detail(self) -> None:
        row = self.list.currentIndex().data(ROW)
        self.detail.show_clue(row if isinstance(row, ClueRow) else None)

    def _context(self, at: QPoint) -> None:
        """The right button on a row, or the menu key for the current one."""
        row = self.list.indexAt(at).data(ROW)
        if isinstance(row, ClueRow) and not row.missing:
            self._menu(row.id, self.list.viewport().mapToGlobal(at))

    def menu(self, clue: str) -> QMenu:
        """What can be done with a clue; empty for one that is not listed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        row = next((r for r in self.model.rows if r.id == clue), None)
        if row is None:
            return menu
        menu.addAction("Show region\tEnter", lambda: self.selected.emit(clue))
        state = row.active and not row.rejected
        menu.addAction(
            "Switch off\tSpace" if state else "Switch on\tSpace", lambda: self.switched.emit(clue, not state)
        )
        if row.correctable:
            menu.addAction("Correct the reading…\tE", lambda: self.detail.correctAsked.emit(clue))
        if row.kind == "sun.shadow":
            menu.addAction("Times at a place…", lambda: self.timesAsked.emit(clue))
        if not row.rejected:
            menu.addAction("Reject…\tX", lambda: self.rejectAsked.emit(clue))
        return menu

    def _menu(self, clue: str, at: QPoint | None = None) -> None:
        self.menu(clue).popup(at or self.cursor().pos())
