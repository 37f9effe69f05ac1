"""How a row of the clue list is drawn, and where its switch and its menu are."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from theodolite_desktop.clue_rows import ClueRow
from theodolite_desktop.tables.rows_model import ROW
from theodolite_desktop.theme import Theme
from theodolite_desktop.theme.tokens import clue_icon
from theodolite_desktop.tips import plain_tip
from theodolite_desktop.views.shapes import draw_mark

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 56
EFFECT_MOST = 120
#: Against, in either way of writing the sign.
AGAINST = "\N{MINUS SIGN}"


class ClueDelegate(QStyledItemDelegate):
    """[icon 24][mark 20][two lines][effect][on/off][menu], from the start of the reading direction."""

    switched = Signal(str, bool)
    menuAsked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(240, self._theme.scaled(ROW_HEIGHT))

    def parts(self, rect: QRect, row: ClueRow, effect_width: int, dots_width: int = 0) -> dict[str, QRect]:
        """Where each part lies, left to right; mirrored by the caller."""
        px = self._theme.scaled
        left, right, top = rect.left() + 11, rect.right() - 7, rect.top()
        middle = rect.top() + rect.height() // 2
        parts = {"icon": QRect(left, middle - px(12), px(24), px(24))}
        left += px(24) + 8
        if row.mark:
            parts["mark"] = QRect(left, middle - px(10), px(20), px(20))
            left += px(20) + 8
        if not row.missing:
            menu, switch = px(24), px(28)
            parts["menu"] = QRect(right - menu, middle - px(12), menu, menu)
            right -= menu + 4
            parts["switch"] = QRect(right - switch, middle - px(9), switch, px(18))
            right -= switch + 8
        text_right = right
        effect_width = min(effect_width, right - left - px(48))  # the words come first
        if row.effect and effect_width > px(24):
            parts["effect"] = QRect(right - effect_width, top + px(8), effect_width, px(20))
            text_right = right - effect_width - 8
        parts["first"] = QRect(left, top + px(8), text_right - left, px(20))
        if dots_width and right - left > dots_width + px(48):
            parts["dots"] = QRect(right - dots_width, top + px(29), dots_width, px(18))
            right -= dots_width + 8
        parts["second"] = QRect(left, top + px(29), right - left, px(18))
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
        metrics = painter.fontMetrics()
        width = min(
            theme.scaled(EFFECT_MOST), rect.width() * 2 // 5, metrics.horizontalAdvance(row.effect) + 2
        )
        dots = metrics.horizontalAdvance(row.dots) + 2 if row.dots else 0
        parts = self.parts(rect, row, width, dots)
        parts = {name: QStyle.visualRect(way, rect, box) for name, box in parts.items()}
        live = row.active and not row.rejected
        tone = "text" if live and not row.missing else "text2"
        theme.icon(clue_icon(row.kind), tone).paint(painter, parts["icon"].adjusted(3, 3, -3, -3))
        if row.mark:
            self._badge(painter, parts["mark"], row)
        start = _aligned(way, Qt.AlignmentFlag.AlignLeft)
        said = f"“{row.observation}”" if row.quoted else row.observation
        spoken = "evidence" if row.quoted and live else tone
        middle, right = Qt.TextElideMode.ElideMiddle, Qt.TextElideMode.ElideRight
        self._line(painter, parts["first"], said, "body", spoken, start, middle)
        self._line(painter, parts["second"], row.inference, "meta", "text2", start, right)
        end = _aligned(way, Qt.AlignmentFlag.AlignRight)
        if "dots" in parts:
            self._line(painter, parts["dots"], row.dots, "meta", "text2", end, right)
        if "effect" in parts:
            side = "against" if AGAINST in row.effect else "for"
            self._line(painter, parts["effect"], row.effect, "meta", side, end, Qt.TextElideMode.ElideLeft)
        if not row.missing:
            self._switch(painter, parts["switch"], on=live, mirrored=way == Qt.LayoutDirection.RightToLeft)
            theme.icon("dots-vertical", "text2").paint(painter, parts["menu"].adjusted(3, 3, -3, -3))
        painter.setPen(theme.color("border"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _badge(self, painter: QPainter, box: QRect, row: ClueRow) -> None:
        """The number of its mark; of a rejected clue unfilled."""
        font = self._theme.font("caption")
        if not row.rejected:
            draw_mark(painter, QPointF(box.center()) + QPointF(0.5, 0.5), row.mark or 0, font)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("rejected"), 1.5))
        painter.drawEllipse(QRectF(box).adjusted(1, 1, -1, -1))
        painter.setFont(font)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(row.mark))
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
        way = painter.layoutDirection()
        painter.setFont(self._theme.font(role))
        painter.setPen(self._theme.color(tone))
        if any(sign.isalpha() for sign in text):  # in the direction of its words: "Arezzo +0.4"
            painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.drawText(box, flags, painter.fontMetrics().elidedText(text, mode, box.width()))
        painter.setLayoutDirection(way)

    def _switch(self, painter: QPainter, box: QRect, *, on: bool, mirrored: bool) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = box.adjusted(0, 1, 0, -1)
        painter.setPen(QPen(self._theme.color("accent" if on else "control"), 1.5))
        painter.setBrush(self._theme.color("accent" if on else "panel"))
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("on-accent" if on else "control"))
        knob = track.height() - 6
        x = track.right() - knob - 2 if on != mirrored else track.left() + 3
        painter.drawEllipse(x, track.top() + 3, knob, knob)
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
            QToolTip.showText(event.globalPos(), plain_tip(row.detail), view)
            return True
        return False


def _aligned(way: Qt.LayoutDirection, flag: Qt.AlignmentFlag) -> int:
    absolute = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    return int(QStyle.visualAlignment(way, flag) | absolute)
