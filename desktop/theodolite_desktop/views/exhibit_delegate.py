"""How an exhibit is drawn: as a row of the list, a cell of the grid, or a thumbnail on the rail."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from theodolite_desktop.covering import Cover
from theodolite_desktop.pictures import blurred
from theodolite_desktop.rows import ExhibitRow
from theodolite_desktop.tables.rows_model import ROW
from theodolite_desktop.theme import Theme
from theodolite_desktop.views.shapes import draw_mark

Form = Literal["list", "grid", "table"]
SIDE, INDENT, RAIL, CELL = 64, 16, 48, 100
Index = QModelIndex | QPersistentModelIndex


class ExhibitDelegate(QStyledItemDelegate):
    """A row of 80, a cell of the grid with the thumbnail above the id, or a rail cell with it alone."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rail, self.form = False, "list"
        self.cover = Cover()
        self.thumbnails: dict[str, QImage] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if self.rail:
            return QSize(56, 64)
        scaled = self._theme.scaled
        if self.form == "grid":
            return QSize(CELL + 12, CELL + 8 + scaled(20))
        return QSize(200, max(80, scaled(72)))

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
        if self.form == "grid" and not self.rail:
            self._cell(painter, row, option)
        else:
            self._row(painter, row, option, index)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _row(self, painter: QPainter, row: ExhibitRow, option: QStyleOptionViewItem, index: Index) -> None:
        rect = option.rect
        indent = INDENT if row.parent else 0
        side = RAIL if self.rail else SIDE - indent
        left = rect.left() + 12 + indent
        if self.rail:
            side -= indent // 2
            left = rect.left() + (rect.width() - side + (indent // 2)) // 2
        box = QRect(left, rect.top() + (rect.height() - side) // 2, side, side)
        logical = QStyle.visualRect(option.direction, rect, box)
        self.draw_thumbnail(painter, row, logical)
        if indent and not self.rail:
            after = index.sibling(index.row() + 1, 0).data(ROW)
            last = not (isinstance(after, ExhibitRow) and after.parent == row.parent)
            self._branch(painter, rect, option.direction, last)
        if self.rail:
            self._tag(painter, row, logical)
        else:
            text = QRect(left + side + 12, rect.top(), rect.right() - left - side - 20, rect.height())
            self._text(painter, row, QStyle.visualRect(option.direction, rect, text), option)

    def _cell(self, painter: QPainter, row: ExhibitRow, option: QStyleOptionViewItem) -> None:
        """The thumbnail, and below it the id with what is known in badges."""
        rect = option.rect
        box = QRect(rect.left() + 6, rect.top() + 4, CELL, CELL)
        self.draw_thumbnail(painter, row, box)
        for number, tag in enumerate(row.tags):
            draw_mark(
                painter, QPointF(box.left() + 10 + 18 * number, box.top() + 10), tag, painter.font(), 16
            )
        line = QRect(box.left(), box.bottom() + 2, CELL, rect.bottom() - box.bottom() - 2)
        painter.setFont(self._theme.font("strong"))
        painter.setPen(self._theme.color("text" if row.readable else "warn"))
        start = int(QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft))
        painter.drawText(line, start | int(Qt.AlignmentFlag.AlignVCenter), row.id)
        for number, icon in enumerate(row.badges):
            spot = QRect(line.right() - 15 - 18 * number, line.center().y() - 7, 16, 16)
            self._theme.icon(icon, "text2" if row.readable else "warn").paint(
                painter, QStyle.visualRect(option.direction, line, spot)
            )

    def draw_thumbnail(self, painter: QPainter, row: ExhibitRow, box: QRect) -> None:
        """The picture of an exhibit in ``box``, covered where it is to be; an icon while there is none."""
        image = self.thumbnails.get(row.id)
        painter.fillRect(box, self._theme.color("raised"))
        if image is None or image.isNull():
            inset = box.width() * 20 // SIDE
            icon = "image-outline" if row.readable else "image-broken-variant"
            self._theme.icon(icon, "text2").paint(painter, box.adjusted(inset, inset, -inset, -inset))
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
        metrics = painter.fontMetrics()
        width, height = metrics.horizontalAdvance(row.id) + 6, metrics.ascent() + 4
        tag = QRect(box.left(), box.bottom() - height + 1, width, height)
        painter.fillRect(tag, self._theme.color("panel"))
        painter.setPen(self._theme.color("text"))
        painter.drawText(tag, int(Qt.AlignmentFlag.AlignCenter), row.id)

    def _text(self, painter: QPainter, row: ExhibitRow, box: QRect, option: QStyleOptionViewItem) -> None:
        theme = self._theme
        start = int(QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft))
        scaled = theme.scaled
        top = (box.height() - scaled(59)) // 2
        lines = (
            (row.id, "strong", "text", top, scaled(20)),
            (row.name, "body", "text", top + scaled(20), scaled(20)),
            (row.line, "meta", "text2" if row.readable else "warn", top + scaled(41), scaled(18)),
        )
        for text, role, tone, at_top, height in lines:
            painter.setFont(theme.font(role))
            painter.setPen(theme.color(tone))
            painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
            mode = Qt.TextElideMode.ElideMiddle if role == "body" else Qt.TextElideMode.ElideRight
            shown = painter.fontMetrics().elidedText(text, mode, box.width())
            at = QRect(box.left(), box.top() + at_top, box.width(), height)
            painter.drawText(at, start | int(Qt.AlignmentFlag.AlignVCenter), shown)
        self._tags(painter, row, box, option, top + scaled(10) - 8)
        for number, icon in enumerate(row.badges):
            spot = QRect(box.right() - 16 - 20 * number, box.top() + top + 2, 16, 16)
            theme.icon(icon, "text2" if row.readable else "warn").paint(
                painter, QStyle.visualRect(option.direction, box, spot)
            )

    def _tags(
        self, painter: QPainter, row: ExhibitRow, box: QRect, option: QStyleOptionViewItem, top: int
    ) -> None:
        """Numbered discs beside the id: the number carries the meaning, the colour helps to find it."""
        painter.setFont(self._theme.font("strong"))
        at = box.left() + painter.fontMetrics().horizontalAdvance(row.id) + 16
        room = box.right() - 20 * len(row.badges)
        for tag in row.tags:
            spot = QRect(at - 8, box.top() + top, 16, 16)
            if spot.right() > room:
                break
            place = QStyle.visualRect(option.direction, box, spot).center()
            draw_mark(painter, QPointF(place), tag, painter.font(), 16)
            at += 18
