"""One candidate as a card: header, words, bars that add up. Drawn by hand, so fifty cost nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QToolTip, QWidget

from theodolite.domain import Status
from theodolite_desktop import wording
from theodolite_desktop.language import tr
from theodolite_desktop.rows import Bar, Card
from theodolite_desktop.theme import Theme
from theodolite_desktop.theme.tokens import STATUS_WORD
from theodolite_desktop.tips import in_every_format, plain_tip
from theodolite_desktop.views.shapes import draw_bar, draw_status

PAD, HEAD, LINE, ROW = 12, 24, 18, 20
LABEL, VALUE, GAP = 112, 56, 8
#: Narrower tracks say nothing: then the label stands above its bar.
LEAST_TRACK, INFO = 64, 16


class CardView(QWidget):
    """Click chooses (Ctrl or Shift adds), double click shows it on the map."""

    picked = Signal(str, bool)
    opened = Signal(str)
    helpAsked = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._card: Card | None = None
        self._expanded = self._selected = self._current = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(200)
        self.setMouseTracking(True)
        theme.changed.connect(self._age)

    def show_card(self, card: Card, *, expanded: bool, selected: bool, current: bool) -> None:
        if (card, expanded, selected, current) == (self._card, self._expanded, self._selected, self._current):
            return
        self._card, self._expanded, self._selected, self._current = card, expanded, selected, current
        c = card.candidate
        spoken = [
            f"{c.rank}, {c.label}, {c.country}, {tr(STATUS_WORD[c.status.value])}",
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

    def _age(self) -> None:
        """Other colours, or another size of text."""
        self.setFixedHeight(self._height())
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.height() != self._height():
            self.setFixedHeight(self._height())

    def _px(self, length: int) -> int:
        return self._theme.scaled(length)

    def _place(self, box: QRect) -> QRect:
        """Where ``box``, laid out from left to right, stands in the direction of reading."""
        return QStyle.visualRect(self.layoutDirection(), self.rect(), box)

    @property
    def _indent(self) -> int:
        """Where words begin, behind the shape of the status."""
        return self._px(12) + 8

    @property
    def _info(self) -> int:
        return self._px(INFO)

    @property
    def _stacked(self) -> bool:
        """Whether labels stand above their bars, because beside them no bar would be left."""
        inner = self.width() - 2 * PAD
        return inner - self._px(LABEL) - self._px(VALUE) - 2 * GAP < LEAST_TRACK

    @property
    def _row(self) -> int:
        return self._px(ROW) * (2 if self._stacked else 1)

    def _height(self) -> int:
        if self._card is None:
            return 0
        height = self._top()
        if self._expanded:
            height += 8 + self._row * len(self._card.bars) + 6
        return height + PAD

    def _top(self) -> int:
        """Where the bars begin, without the gap above them."""
        lines = 3 if self._card is not None and self._card.candidate.reason else 2
        return PAD + self._px(HEAD) + lines * self._px(LINE)

    # --- drawing -----------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._card is None:
            return
        theme, card = self._theme, self._card
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("selected" if self._selected else "panel"))
        if self._selected:
            painter.fillRect(self._place(QRect(0, 0, 3, self.height())), theme.color("accent"))
        self._header(painter, card)
        self._lines(painter, card)
        if self._expanded:
            y = self._top() + 8
            for bar in card.bars:
                self._bar(painter, card, bar, y)
                y += self._row
        painter.setPen(theme.color("border"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        if self._current and self.window().focusWidget() is not None and self._focused():
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

    def _write(
        self,
        painter: QPainter,
        box: QRect,
        text: str,
        role: str,
        tone: str,
        *,
        end: bool = False,
        figures: bool = False,
    ) -> int:
        """One line, elided; how wide it came out."""
        painter.setFont(self._theme.font(role))
        painter.setPen(self._theme.color(tone))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        side = Qt.AlignmentFlag.AlignRight if end else Qt.AlignmentFlag.AlignLeft
        flags = QStyle.visualAlignment(self.layoutDirection(), side) | Qt.AlignmentFlag.AlignVCenter
        before = painter.layoutDirection()
        if figures:  # a sign stands before its number in every language
            painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.drawText(self._place(box), int(flags), shown)
        painter.setLayoutDirection(before)
        return painter.fontMetrics().horizontalAdvance(shown)

    def _header(self, painter: QPainter, card: Card) -> None:
        theme, c = self._theme, card.candidate
        head = self._px(HEAD)
        size = self._px(12)
        spot = self._place(QRect(PAD, PAD + (head - size) // 2, size, size))
        draw_status(painter, theme, c.status, QRectF(spot))
        word = tr(STATUS_WORD[c.status.value])
        painter.setFont(theme.font("meta"))
        word_width = painter.fontMetrics().horizontalAdvance(word) + 2
        code_width = painter.fontMetrics().horizontalAdvance(c.country)
        word_box = QRect(self.width() - PAD - word_width, PAD, word_width, head)
        self._write(painter, word_box, word, "meta", c.status.value, end=True)
        room = word_box.left() - 12 - PAD - self._indent - (code_width + 8 if c.country else 0)
        name = f"{c.rank}  {wording.visible(c.label, 120)}"
        painter.setFont(theme.font("strong"))
        name = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, room)
        tone = "text2" if c.status is Status.REJECTED else "text"
        width = self._write(painter, QRect(PAD + self._indent, PAD, room, head), name, "strong", tone)
        self._write(
            painter,
            QRect(PAD + self._indent + width + 8, PAD, code_width + 4, head),
            c.country,
            "meta",
            "text2",
        )

    def _lines(self, painter: QPainter, card: Card) -> None:
        """How likely and how far, with its i; who speaks for it; why it was judged so."""
        y, line = PAD + self._px(HEAD), self._px(LINE)
        self._write(painter, self._likelihood(), card.likelihood, "meta", "text")
        self._theme.icon("information-outline", "text2").paint(painter, self._infos()["likelihood"])
        counts = f"{card.counts} · {card.shared}" if card.shared else card.counts
        texts = [counts]
        if card.candidate.reason:
            texts.append(wording.visible(card.candidate.reason, 200))
        for text in texts:
            y += line
            self._write(
                painter,
                QRect(PAD + self._indent, y, self.width() - 2 * PAD - self._indent, line),
                text,
                "meta",
                "text2",
            )

    def _likelihood(self) -> QRect:
        room = self.width() - 2 * PAD - self._indent - self._info - 6
        return QRect(PAD + self._indent, PAD + self._px(HEAD), room, self._px(LINE))

    def _infos(self) -> dict[str, QRect]:
        """Where the small i are: behind the words, and behind the word of the total."""
        assert self._card is not None
        box = self._likelihood()
        metrics = QFontMetrics(self._theme.font("meta"))
        width = min(box.width(), metrics.horizontalAdvance(self._card.likelihood))
        y = box.center().y() - self._info // 2 + 1
        spots = {"likelihood": self._place(QRect(box.left() + width + 6, y, self._info, self._info))}
        totals = [n for n, bar in enumerate(self._card.bars) if bar.kind == "total"]
        if self._expanded and totals:
            y = self._top() + 8 + self._row * totals[0]
            width = QFontMetrics(self._theme.font("strong")).horizontalAdvance(
                self._card.bars[totals[0]].text
            )
            at = QRect(PAD + width + 6, y + (self._px(ROW) - self._info) // 2, self._info, self._info)
            spots["points"] = self._place(at)
        return spots

    def _bar(self, painter: QPainter, card: Card, bar: Bar, y: int) -> None:
        plain = bar.kind in ("prior", "total")
        if bar.kind == "total":
            painter.setPen(self._theme.color("control"))
            painter.drawLine(PAD, y, self.width() - PAD, y)
        role = "strong" if bar.kind == "total" else "meta"
        label, track, value = self._columns(y)
        self._write(painter, label, bar.text, role, "text2" if bar.kind == "prior" else "text")
        if not plain:
            draw_bar(painter, self._theme, QRectF(self._place(track)), bar.points, card.scale)
        elif bar.kind == "total":
            self._theme.icon("information-outline", "text2").paint(painter, self._infos()["points"])
        tone = "text" if plain or bar.points == 0 else ("for" if bar.points > 0 else "against")
        self._write(painter, value, wording.signed(bar.points), role, tone, end=True, figures=True)

    def _columns(self, y: int) -> tuple[QRect, QRect, QRect]:
        inner, row = self.width() - 2 * PAD, self._px(ROW)
        label, value = self._px(LABEL), self._px(VALUE)
        if self._stacked:
            track = inner - value - GAP
            return (
                QRect(PAD, y, inner, row),
                QRect(PAD, y + row, track, row),
                QRect(PAD + track + GAP, y + row, value, row),
            )
        bar = inner - label - value - 2 * GAP
        return (
            QRect(PAD, y, label, row),
            QRect(PAD + label + GAP, y, bar, row),
            QRect(PAD + label + 2 * GAP + bar, y, value, row),
        )

    # --- events ------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._card is None or event.button() != Qt.MouseButton.LeftButton:
            return
        topic = self._info_at(event.position().toPoint())
        if topic:
            self.helpAsked.emit(topic, self.about(topic))
            return
        more = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        self.picked.emit(self._card.candidate.id, bool(more))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = bool(self._info_at(event.position().toPoint()))
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def _info_at(self, at: QPoint) -> str:
        """Which i is under ``at``; targets are at least 24 high and wide."""
        if self._card is None:
            return ""
        spots = self._infos().items()
        return next((topic for topic, box in spots if box.adjusted(-4, -4, 4, 4).contains(at)), "")

    def about(self, topic: str) -> str:
        """What the numbers of this card mean, in words; for the help beside them."""
        card = self._card
        if card is None:
            return ""
        name = wording.visible(card.candidate.label, 120)
        if topic == "likelihood":
            return f"{name}: {card.likelihood}. {card.counts}."
        rows = [f"{bar.text}: {bar.help}" for bar in card.bars]
        return "\n".join((name, *rows))

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
        number = (y - self._top() - 8) // self._row
        if self._expanded and 0 <= number < len(card.bars):
            bar = card.bars[number]
            return f"{bar.text}\n{bar.help}"
        c = card.candidate
        place = f"{wording.visible(c.label)}\n{in_every_format(c.lat, c.lon, 1000 * c.radius_km)}"
        shared = "\n" + tr("Not independent: {shared}.", shared=card.shared) if card.shared else ""
        return f"{place}\n{card.likelihood}. {card.counts}.{shared}"
