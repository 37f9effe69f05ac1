"""The list of exhibits on the left: thumbnail, id, name and what is known at a glance; or a rail."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QMenu,
    QPushButton,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from theodolite_desktop.covering import Cover
from theodolite_desktop.pictures import blurred
from theodolite_desktop.rows import ExhibitRow
from theodolite_desktop.tables.rows_model import ROW, RowsModel
from theodolite_desktop.theme import Theme
from theodolite_desktop.theme.tokens import TABS
from theodolite_desktop.together_rows import listed, named
from theodolite_desktop.views.controls import IconButton, strip
from theodolite_desktop.views.empty import EmptyState
from theodolite_desktop.views.image_page import INVITATION
from theodolite_desktop.views.label import Label
from theodolite_desktop.views.shapes import draw_mark

SIDE, INDENT = 64, 16
Index = QModelIndex | QPersistentModelIndex


class ExhibitDelegate(QStyledItemDelegate):
    """Draws a row of 80, or a rail cell with the thumbnail alone."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rail = False
        self.cover = Cover()
        self.thumbnails: dict[str, QImage] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(56, 64) if self.rail else QSize(200, 80)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        if not isinstance(row, ExhibitRow):
            return
        theme, rect = self._theme, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("selected"))
            edge = rect.right() - 2 if option.direction == Qt.LayoutDirection.RightToLeft else rect.left()
            painter.fillRect(QRect(edge, rect.top(), 3, rect.height()), theme.color("accent"))
        indent = INDENT if row.parent else 0
        side = 48 if self.rail else SIDE - indent
        left = rect.left() + 12 + indent
        if self.rail:
            side -= indent // 2
            left = rect.left() + (rect.width() - side + (indent // 2)) // 2
        box = QRect(left, rect.top() + (rect.height() - side) // 2, side, side)
        logical = QStyle.visualRect(option.direction, rect, box)
        self._thumbnail(painter, row, logical)
        if indent and not self.rail:
            after = index.sibling(index.row() + 1, 0).data(ROW)
            last = not (isinstance(after, ExhibitRow) and after.parent == row.parent)
            self._branch(painter, rect, option.direction, last)
        if self.rail:
            self._tag(painter, row, logical)
        else:
            text = QRect(left + side + 12, rect.top(), rect.right() - left - side - 20, rect.height())
            self._text(painter, row, QStyle.visualRect(option.direction, rect, text), option)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _thumbnail(self, painter: QPainter, row: ExhibitRow, box: QRect) -> None:
        image = self.thumbnails.get(row.id)
        painter.fillRect(box, self._theme.color("raised"))
        if image is None or image.isNull():
            icon = "image-outline" if row.readable else "image-broken-variant"
            self._theme.icon(icon, "text2").paint(painter, box.adjusted(20, 20, -20, -20))
        else:
            shown = blurred(image) if self.cover.hides(row.id) else image
            scale = max(box.width() / shown.width(), box.height() / shown.height())
            width, height = box.width() / scale, box.height() / scale
            source = QRectF((shown.width() - width) / 2, (shown.height() - height) / 2, width, height)
            painter.drawImage(QRectF(box), shown, source)
        painter.setPen(self._theme.color("border"))
        painter.drawRect(box.adjusted(0, 0, -1, -1))

    def _branch(self, painter: QPainter, rect: QRect, way: Qt.LayoutDirection, last: bool) -> None:
        """A line from the row above: made from that one."""
        x, y = rect.left() + 18, rect.center().y()
        for line in (
            QRect(x, rect.top(), 1, y - rect.top() + 1 if last else rect.height()),
            QRect(x, y, 8, 1),
        ):
            painter.fillRect(QStyle.visualRect(way, rect, line), self._theme.color("control"))

    def _tag(self, painter: QPainter, row: ExhibitRow, box: QRect) -> None:
        """The id stays readable on the rail, over any picture."""
        painter.setFont(self._theme.font("caption"))
        width = painter.fontMetrics().horizontalAdvance(row.id) + 6
        tag = QRect(box.left(), box.bottom() - 14, width, 15)
        painter.fillRect(tag, self._theme.color("panel"))
        painter.setPen(self._theme.color("text"))
        painter.drawText(tag, int(Qt.AlignmentFlag.AlignCenter), row.id)

    def _text(self, painter: QPainter, row: ExhibitRow, box: QRect, option: QStyleOptionViewItem) -> None:
        theme = self._theme
        start = int(QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft))
        lines = (
            (row.id, "strong", "text", 10, 20),
            (row.name, "body", "text", 30, 20),
            (row.line, "meta", "text2" if row.readable else "warn", 51, 18),
        )
        for text, role, tone, top, height in lines:
            painter.setFont(theme.font(role))
            painter.setPen(theme.color(tone))
            mode = Qt.TextElideMode.ElideMiddle if role == "body" else Qt.TextElideMode.ElideRight
            shown = painter.fontMetrics().elidedText(text, mode, box.width())
            at = QRect(box.left(), box.top() + top, box.width(), height)
            painter.drawText(at, start | int(Qt.AlignmentFlag.AlignVCenter), shown)
        self._tags(painter, row, box, option)
        for number, icon in enumerate(row.badges):
            spot = QRect(box.right() - 16 - 20 * number, box.top() + 12, 16, 16)
            theme.icon(icon, "text2" if row.readable else "warn").paint(
                painter, QStyle.visualRect(option.direction, box, spot)
            )

    def _tags(self, painter: QPainter, row: ExhibitRow, box: QRect, option: QStyleOptionViewItem) -> None:
        """Numbered discs beside the id: the number carries the meaning, the colour helps to find it."""
        painter.setFont(self._theme.font("strong"))
        at = box.left() + painter.fontMetrics().horizontalAdvance(row.id) + 16
        room = box.right() - 20 * len(row.badges)
        for tag in row.tags:
            spot = QRect(at - 8, box.top() + 12, 16, 16)
            if spot.right() > room:
                break
            place = QStyle.visualRect(option.direction, box, spot).center()
            draw_mark(painter, QPointF(place), tag, painter.font(), 16)
            at += 18


class ExhibitsPane(QWidget):
    """A heading with Add, and the list; the empty state while there is nothing."""

    selected = Signal(str)
    opened = Signal(str)
    addAsked = Signal()
    onePlaceAsked = Signal(object)
    withdrawAsked = Signal()
    destroyAsked = Signal()
    graphicAsked = Signal()
    keptAsked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model: RowsModel[ExhibitRow] = RowsModel(
            lambda r: _spoken(r),
            lambda r: r.id,
            self,
        )
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setAccessibleName("Exhibits")
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._menu)
        self._delegate = ExhibitDelegate(theme, self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.activated.connect(lambda index: self._emit(index, self.opened))
        self.empty = EmptyState(theme, "image-plus", INVITATION, "Add exhibits")
        self.empty.pressed.connect(self.addAsked)
        self._heading, row = strip("header", TABS, 12)
        self._title = Label(theme, "Exhibits", "strong")
        self._count = Label(theme, "", "meta", "text2")
        row.addWidget(self._title)
        row.addWidget(self._count)
        row.addStretch(1)
        self._add = IconButton(theme, "image-plus", "Add exhibits", key="Ctrl+I", action=self.addAsked.emit)
        row.addWidget(self._add)
        self._rail_add = IconButton(
            theme, "image-plus", "Add exhibits", key="Ctrl+I", action=self.addAsked.emit
        )
        self._rail_add.hide()
        self.kept = QPushButton()
        self.kept.setObjectName("rowlink")
        self.kept.clicked.connect(self.keptAsked)
        self._foot, foot = strip("hintline", 32, 12)
        foot.addWidget(self.kept, 1)
        self._foot.hide()
        self._stack = QStackedLayout()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._heading)
        layout.addWidget(self._rail_add, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(self._stack, 1)
        layout.addWidget(self._foot)
        self.setFocusProxy(self.list)
        theme.changed.connect(self.list.viewport().update)

    def set_rows(self, rows: tuple[ExhibitRow, ...], current: str) -> None:
        """Show the exhibits with ``current`` selected, without announcing it."""
        selection = self.list.selectionModel()
        selection.blockSignals(True)
        self.model.set_rows(rows)
        number = self.model.row_of(current)
        if number >= 0 and (self.list.currentIndex().row() != number or not selection.hasSelection()):
            self.list.setCurrentIndex(self.model.index(number))  # would end a selection of several
        selection.blockSignals(False)
        self.list.viewport().update()
        self._count.setText(str(len(rows)) if rows else "")
        self._stack.setCurrentWidget(self.list if rows or self._delegate.rail else self.empty)

    def set_writable(self, writable: bool) -> None:
        for button in (self._add, self._rail_add, self.empty.button):
            button.setEnabled(writable)

    def show_kept(self, text: str) -> None:
        """'2 withdrawn, 1 destroyed', as a way to them; '' for none."""
        self.kept.setText(text)
        self.kept.setToolTip(text and "Restore them, or see what was destroyed and why")
        self._foot.setVisible(bool(text) and not self._delegate.rail)

    def chosen(self) -> tuple[str, ...]:
        """The ids of all selected exhibits, in the order of the list."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        return tuple(self.model.rows[number].id for number in rows)

    def menu(self) -> QMenu:
        """What can be done with the selected exhibits."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chosen = self.chosen()
        if len(chosen) > 1:
            shown = named(listed(chosen), chosen)
            menu.addAction(f"{shown} show one place…", lambda: self.onePlaceAsked.emit(chosen))
        elif chosen:
            menu.addAction("Open\tEnter", lambda: self.opened.emit(chosen[0]))
            menu.addAction("Withdraw exhibit\tDelete", self.withdrawAsked.emit)
            menu.addAction("Destroy exhibit…", self.destroyAsked.emit)
        if chosen:
            menu.addSeparator()
            marked = menu.addAction("Graphic content\tShift+F9", self.graphicAsked.emit)
            marked.setCheckable(True)
            marked.setChecked(set(chosen) <= self._delegate.cover.graphic)
        return menu

    def _menu(self, at: QPoint) -> None:
        if self.chosen():
            self.menu().popup(self.list.viewport().mapToGlobal(at))

    def set_thumbnail(self, exhibit: str, image: QImage) -> None:
        self._delegate.thumbnails[exhibit] = image
        self.model.touch(exhibit)

    def forget_thumbnail(self, exhibit: str) -> None:
        self._delegate.thumbnails.pop(exhibit, None)

    def forget_thumbnails(self) -> None:
        self._delegate.thumbnails.clear()

    def has_thumbnail(self, exhibit: str) -> bool:
        return exhibit in self._delegate.thumbnails

    def set_rail(self, rail: bool) -> None:
        """Thumbnails alone, for narrow windows."""
        self._delegate.rail = rail
        self._heading.setVisible(not rail)
        self._rail_add.setVisible(rail)
        self._foot.setVisible(bool(self.kept.text()) and not rail)
        self.list.doItemsLayout()
        self._stack.setCurrentWidget(self.list if rail or self.model.rows else self.empty)

    def set_covered(self, cover: Cover) -> None:
        self._delegate.cover = cover
        self.list.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._emit(self.list.currentIndex(), self.opened)
        else:
            super().keyPressEvent(event)

    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        self._emit(index, self.selected)

    def _emit(self, index: QModelIndex, signal: object) -> None:
        row = index.data(ROW)
        if isinstance(row, ExhibitRow):
            signal.emit(row.id)  # type: ignore[attr-defined]


def _spoken(row: ExhibitRow) -> str:
    """A row in words, for screen readers."""
    made = f", made from {row.parent}" if row.parent else ""
    return f"{row.id}, {row.name}, {row.line}{made}"
