"""One candidate as a card: header, words, bars that add up. Drawn by hand, so fifty cost nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from theodolite.domain import Status
from theodolite_desktop import wording
from theodolite_desktop.rows import Bar, Card
from theodolite_desktop.theme import Theme
from theodolite_desktop.theme.tokens import STATUS_WORD
from theodolite_desktop.tips import in_every_format, plain_tip
from theodolite_desktop.views.shapes import draw_bar, draw_status

PAD, HEAD, LINE, ROW = 12, 24, 18, 20
LABEL, VALUE, GAP = 112, 56, 8


class CardView(QWidget):
    """Click chooses (Ctrl or Shift adds), double click shows it on the map."""

    picked = Signal(str, bool)
    opened = Signal(str)
    expansionToggled = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._card: Card | None = None
        self._expanded = self._selected = self._current = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(200)
        theme.changed.connect(self.update)

    def show_card(self, card: Card, *, expanded: bool, selected: bool, current: bool) -> None:
        if (card, expanded, selected, current) == (self._card, self._expanded, self._selected, self._current):
            return
        self._card, self._expanded, self._selected, self._current = card, expanded, selected, current
        c = card.candidate
        spoken = [
            f"{c.rank}, {c.label}, {c.country}, {STATUS_WORD[c.status.value]}",
            card.likelihood,
            card.counts,
            *([card.shared] if card.shared else []),
        ]
        spoken += [f"{b.text} {wording.signed(b.points)}" for b in card.bars]
        self.setAccessibleName(". ".join(spoken))
        self.setFixedHeight(self._height())
        self.update()

    @property
    def card(self) -> Card | None:
        return self._card

    def sizeHint(self) -> QSize:
        return QSize(320, self._height())

    def _height(self) -> int:
        if self._card is None:
            return 0
        height = PAD + HEAD + 2 * LINE + PAD
        if self._card.candidate.reason:
            height += LINE
        if self._expanded:
            height += 8 + ROW * len(self._card.bars) + 6
        return height

    # --- drawing -----------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._card is None:
            return
        theme, card = self._theme, self._card
        painter = QPainter(self)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            self._rtl = True
        painter.fillRect(self.rect(), theme.color("selected" if self._selected else "panel"))
        if self._selected:
            painter.fillRect(0, 0, 3, self.height(), theme.color("accent"))
        self._header(painter, card)
        y = PAD + HEAD
        counts = f"{card.counts} · {card.shared}" if card.shared else card.counts
        lines = [(card.likelihood, "text"), (counts, "text2")]
        if card.candidate.reason:
            lines.append((wording.visible(card.candidate.reason, 200), "text2"))
        painter.setFont(theme.font("meta"))
        for text, tone in lines:
            painter.setPen(theme.color(tone))
            box = QRect(PAD + 20, y, self.width() - 2 * PAD - 20, LINE)
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
            y += LINE
        if self._expanded:
            y += 8
            for bar in card.bars:
                self._bar(painter, card, bar, y)
                y += ROW
        painter.setPen(theme.color("border"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        if (
            self._current
            and self.parentWidget()
            and self.window().focusWidget() is not None
            and self._focused()
        ):
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -3))
        painter.end()

    def _focused(self) -> bool:
        parent = self.parentWidget()
        while parent is not None:
            if parent.hasFocus():
                return True
            parent = parent.parentWidget()
        return False

    def _header(self, painter: QPainter, card: Card) -> None:
        theme, c = self._theme, card.candidate
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        draw_status(painter, theme, c.status, QRectF(PAD, PAD + 6, 12, 12))
        word = STATUS_WORD[c.status.value]
        painter.setFont(theme.font("meta"))
        word_width = painter.fontMetrics().horizontalAdvance(word)
        painter.setPen(theme.color(c.status.value))
        word_box = QRect(self.width() - PAD - word_width, PAD, word_width, HEAD)
        painter.drawText(word_box, middle, word)
        code_width = painter.fontMetrics().horizontalAdvance(c.country)
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.color("text2" if c.status is Status.REJECTED else "text"))
        room = word_box.left() - 12 - PAD - 20 - (code_width + 8 if c.country else 0)
        name = f"{c.rank}  {wording.visible(c.label, 120)}"
        shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, room)
        width = painter.fontMetrics().horizontalAdvance(shown)
        painter.drawText(QRect(PAD + 20, PAD, room, HEAD), middle, shown)
        painter.setFont(theme.font("meta"))
        painter.setPen(theme.color("text2"))
        painter.drawText(QRect(PAD + 20 + width + 8, PAD, code_width + 4, HEAD), middle, c.country)

    def _bar(self, painter: QPainter, card: Card, bar: Bar, y: int) -> None:
        theme = self._theme
        plain = bar.kind in ("prior", "total")
        if bar.kind == "total":
            painter.setPen(theme.color("control"))
            painter.drawLine(PAD, y, self.width() - PAD, y)
        painter.setFont(theme.font("strong" if bar.kind == "total" else "meta"))
        painter.setPen(theme.color("text" if bar.kind != "prior" else "text2"))
        left, track, value = self._columns(y)
        shown = painter.fontMetrics().elidedText(bar.text, Qt.TextElideMode.ElideRight, left.width())
        painter.drawText(left, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
        if not plain:
            draw_bar(painter, theme, QRectF(track), bar.points, card.scale)
        painter.setFont(theme.font("strong" if bar.kind == "total" else "meta"))
        tone = "text" if plain or bar.points == 0 else ("for" if bar.points > 0 else "against")
        painter.setPen(theme.color(tone))
        painter.drawText(
            value,
            int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight),
            wording.signed(bar.points),
        )

    def _columns(self, y: int) -> tuple[QRect, QRect, QRect]:
        inner = self.width() - 2 * PAD
        bar = max(40, inner - LABEL - VALUE - 2 * GAP)
        return (
            QRect(PAD, y, LABEL, ROW),
            QRect(PAD + LABEL + GAP, y, bar, ROW),
            QRect(PAD + LABEL + 2 * GAP + bar, y, VALUE, ROW),
        )

    # --- events ------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._card is not None and event.button() == Qt.MouseButton.LeftButton:
            more = event.modifiers() & (
                Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
            )
            self.picked.emit(self._card.candidate.id, bool(more))

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        if self._card is not None:
            self.opened.emit(self._card.candidate.id)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._card is not None:
            QToolTip.showText(event.globalPos(), plain_tip(self._tip(event.pos().y())), self)
            return True
        return super().event(event)

    def _tip(self, y: int) -> str:
        card = self._card
        assert card is not None
        top = PAD + HEAD + 2 * LINE + (LINE if card.candidate.reason else 0) + 8
        number = (y - top) // ROW
        if self._expanded and 0 <= number < len(card.bars):
            bar = card.bars[number]
            return f"{bar.text}\n{bar.help}"
        c = card.candidate
        place = f"{wording.visible(c.label)}\n{in_every_format(c.lat, c.lon, 1000 * c.radius_km)}"
        shared = f"\nNot independent: {card.shared}." if card.shared else ""
        return f"{place}\n{card.likelihood}. {card.counts}.{shared}"
