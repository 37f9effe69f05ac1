"""How a match is drawn: record, part, and the text with what was found in it set off."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from theodolite_desktop.finding_rows import KINDS, FindRow
from theodolite_desktop.tables.rows_model import ROW
from theodolite_desktop.theme import Theme
from theodolite_desktop.tips import plain_tip

Index = QModelIndex | QPersistentModelIndex
Spans = tuple[tuple[int, int], ...]
ROW_HEIGHT, HEAD_HEIGHT = 28, 26
NAME, WHERE = 84, 132


class FindDelegate(QStyledItemDelegate):
    """[icon 16][record][part][text, and beside it in Latin letters], from the start of the reading way."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(ROW)
        head = isinstance(row, FindRow) and bool(row.head)
        return QSize(320, self._theme.scaled(HEAD_HEIGHT if head else ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        if not isinstance(row, FindRow):
            return
        painter.save()
        if row.head:
            self._head(painter, option, row)
        else:
            self._match(painter, option, row)
        painter.restore()

    def _head(self, painter: QPainter, option: QStyleOptionViewItem, row: FindRow) -> None:
        theme, rect = self._theme, option.rect
        painter.fillRect(rect, theme.color("raised"))
        icon = QStyle.visualRect(
            option.direction, rect, QRect(rect.left() + 12, rect.center().y() - 8, 16, 16)
        )
        theme.icon(KINDS[row.kind][1], "text2").paint(painter, icon)
        self._words(painter, option, rect.adjusted(36, 0, -12, 0), row.head, "strong", "text")

    def _match(self, painter: QPainter, option: QStyleOptionViewItem, row: FindRow) -> None:
        theme, rect, way = self._theme, option.rect, option.direction
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("selected"))
            edge = QRect(rect.left(), rect.top(), 3, rect.height())
            painter.fillRect(QStyle.visualRect(way, rect, edge), theme.color("accent"))
        left, name, where = rect.left() + 36, theme.scaled(NAME), theme.scaled(WHERE)
        narrow = rect.width() < theme.scaled(480)
        box = QRect(left, rect.top(), name, rect.height())
        self._words(painter, option, box, row.name, "meta", "accent")
        left += name + 8
        if not narrow:
            box = QRect(left, rect.top(), where, rect.height())
            self._words(painter, option, box, row.where, "meta", "text2")
            left += where + 8
        room = rect.right() - 12 - left
        if row.rejected:
            cross = QRect(rect.right() - 28, rect.center().y() - 8, 16, 16)
            theme.icon("close-thick", "rejected").paint(painter, QStyle.visualRect(way, rect, cross))
            room -= 24
        first = room if not row.latin else room * 3 // 5
        tone = "text2" if row.rejected else "text"
        self._marked(
            painter, option, QRect(left, rect.top(), first, rect.height()), row.text, row.spans, tone
        )
        if row.latin:
            box = QRect(left + first + 12, rect.top(), room - first - 12, rect.height())
            self._marked(painter, option, box, row.latin, row.latin_spans, "text2")
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))

    def _words(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, text: str, role: str, tone: str
    ) -> None:
        painter.setFont(self._theme.font(role))
        painter.setPen(self._theme.color(tone))
        box = QStyle.visualRect(option.direction, option.rect, box)
        flags = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(flags | Qt.AlignmentFlag.AlignVCenter), cut)

    def _marked(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        box: QRect,
        text: str,
        spans: Spans,
        tone: str,
    ) -> None:
        """One line; what was found stands on ``selected`` with a rule below it, and is in view."""
        theme = self._theme
        box = QStyle.visualRect(option.direction, option.rect, box)
        text, spans = in_view(text, spans, max(8, box.width() // max(5, theme.scaled(8))))
        layout = QTextLayout(text, theme.font("body"))
        wanted = QTextOption(QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft))
        wanted.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(wanted)
        ranges = []
        for start, end in spans:
            found = QTextLayout.FormatRange()
            found.start, found.length = units(text, start), units(text[start:end], end - start)
            form = QTextCharFormat()
            form.setBackground(theme.color("raised"))
            form.setForeground(theme.color("accent"))
            form.setFontUnderline(True)
            found.format = form
            ranges.append(found)
        layout.setFormats(ranges)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(box.width())
        layout.endLayout()
        painter.save()
        painter.setClipRect(box)
        painter.setPen(theme.color(tone))
        at = box.topLeft().toPointF()
        at.setY(box.top() + (box.height() - line.height()) / 2)
        layout.draw(painter, at)
        painter.restore()

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        row = index.data(ROW)
        if isinstance(row, FindRow) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), plain_tip(row.spoken), view)
            return True
        return False


def units(text: str, length: int) -> int:
    """UTF-16 code units of the first ``length`` letters, in which Qt counts."""
    return len(text[:length].encode("utf-16-le")) // 2


def in_view(text: str, spans: Spans, letters: int) -> tuple[str, Spans]:
    """``text`` from where its first match is to be seen, when about ``letters`` fit; spans move along."""
    first = spans[0][0] if spans else 0
    if len(text) <= letters or first + 12 < letters:
        return text, spans
    start = max(0, first - letters // 3)
    return f"…{text[start:]}", tuple((a - start + 1, b - start + 1) for a, b in spans)
