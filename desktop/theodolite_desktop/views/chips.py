"""Hints as chips: strength, words, effect, on/off, remove. Proposed ones are dashed and wait for Apply."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QStyle, QWidget

from theodolite.domain import HintState, Strength
from theodolite_desktop import wording
from theodolite_desktop.language import mark, tr
from theodolite_desktop.rows import Chip
from theodolite_desktop.theme import Theme
from theodolite_desktop.tips import plain_tip

HEIGHT, TEXT_MOST, CHIP_MOST = 28, 220, 328
NEXT = {Strength.CERTAIN: Strength.LIKELY, Strength.LIKELY: Strength.WEAK, Strength.WEAK: Strength.CERTAIN}


class ChipView(QWidget):
    """Space: on/off or apply; Enter: edit; Delete: remove; B: before and after; J: rankings of a link. Parts
    answer to clicks."""

    applied = Signal(str)
    switched = Signal(str, bool)
    removed = Signal(str)
    strengthened = Signal(str, object)
    edited = Signal(str)
    effectAsked = Signal(str)
    conflictAsked = Signal(str)
    jointAsked = Signal(str)

    def __init__(self, theme: Theme, chip: Chip) -> None:
        super().__init__()
        self._theme, self.chip = theme, chip
        self._pressed = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(120)
        self._fit()
        name = _spoken(chip)
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(name))
        theme.changed.connect(self._fit)

    def _fit(self) -> None:
        """As high and wide as its words at the size of text in force."""
        self.setFixedHeight(self._high)
        self.setMaximumWidth(self.sizeHint().width())
        self.update()

    @property
    def _high(self) -> int:
        return self._theme.scaled(HEIGHT)

    def _parts(self) -> list[tuple[str, int, str]]:
        """(part, width, text), in reading order."""
        meta, body = self._metrics("meta"), self._metrics("body")
        chip = self.chip
        said = tr("rule") if chip.exclude else wording.dots(chip.strength)
        parts = [("kind", 20, ""), ("strength", meta.horizontalAdvance(said) + 8, said)]
        if chip.silent:
            parts.pop()  # what does not count has no strength
        if chip.by_model:
            parts.append(("model", 20, ""))
        place = len(parts)
        if chip.effect:
            parts.append(("effect", meta.horizontalAdvance(chip.effect) + 8, chip.effect))
        if chip.conflict:
            parts.append(("conflict", 20, "!"))
        if chip.link:
            parts.append(("joint", 20, ""))
        if chip.state is HintState.PROPOSED:
            parts.append(("apply", meta.horizontalAdvance(tr("Apply")) + 16, tr("Apply")))
        else:
            parts.append(("switch", 30, ""))
        parts.append(("remove", 22, ""))
        room = self._theme.scaled(CHIP_MOST) - 16 - sum(width + 4 for _, width, _ in parts)
        width = min(self._theme.scaled(TEXT_MOST), room, body.horizontalAdvance(chip.text) + 2)
        parts.insert(place, ("text", max(48, width), chip.text))
        return parts

    def _metrics(self, role: str):  # type: ignore[no-untyped-def]
        from PySide6.QtGui import QFontMetrics

        return QFontMetrics(self._theme.font(role))

    def sizeHint(self) -> QSize:
        return QSize(sum(width + 4 for _, width, _ in self._parts()) + 12, self._high)

    def _boxes(self) -> dict[str, tuple[QRect, str]]:
        """Where each part lies; in a narrow row the words give way, never what can be clicked."""
        boxes, x = {}, 10
        missing = max(0, self.sizeHint().width() - self.width())
        for part, width, text in self._parts():
            if part == "text":
                width = max(24, width - missing)
            at = self.width() - x - width if self.isRightToLeft() else x
            boxes[part] = (QRect(at, 0, width, self._high), text)
            x += width + 4
        return boxes

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, chip = self._theme, self.chip
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        proposed, off = chip.state is HintState.PROPOSED, chip.state is HintState.OFF
        edge = "warn" if chip.conflict else ("accent" if chip.state is HintState.ON else "control")
        pen = QPen(theme.color(edge), 1.5)
        if proposed:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(theme.color("selected" if chip.state is HintState.ON else "panel"))
        round_ = self._high / 2 - 1
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), round_, round_)
        centre = int(Qt.AlignmentFlag.AlignCenter)
        middle = (self._high - 16) // 2
        for part, (box, text) in self._boxes().items():
            painter.setFont(theme.font("body" if part == "text" else "meta"))
            tone = "text2" if off or part in ("strength", "effect") else "text"
            if part == "text":
                painter.setPen(theme.color(tone))
                shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
                side = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
                painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter), shown)
            elif part == "apply":
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color("accent"))
                painter.drawRoundedRect(QRectF(box).adjusted(0, 4, 0, -4), 10, 10)
                painter.setPen(theme.color("on-accent"))
                painter.drawText(box, centre, text)
            elif part == "switch":
                self._switch(painter, box, chip.state is HintState.ON)
            elif part == "remove":
                theme.icon("close", "text2").paint(painter, QRect(box.center() - QPoint(7, 7), QSize(14, 14)))
            elif part == "model":
                theme.icon("robot-outline", "model").paint(painter, QRect(box.left(), middle, 16, 16))
            elif part == "kind":
                theme.icon(chip.icon, "text2").paint(painter, QRect(box.left() + 2, middle, 16, 16))
            elif part == "joint":
                theme.icon("link-variant", "accent").paint(painter, QRect(box.left() + 2, middle, 16, 16))
            elif part == "conflict":
                painter.setFont(theme.font("strong"))
                painter.setPen(theme.color("warn"))
                painter.drawText(box, centre, text)
            else:
                painter.setPen(theme.color(tone))
                painter.drawText(box, centre, text)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), round_, round_)
        painter.end()

    def _switch(self, painter: QPainter, box: QRect, on: bool) -> None:
        track = QRectF(box.left() + 1, (self._high - 14) / 2, 26, 14)
        painter.setPen(QPen(self._theme.color("accent" if on else "control"), 1.5))
        painter.setBrush(self._theme.color("accent" if on else "panel"))
        painter.drawRoundedRect(track, 7, 7)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("on-accent" if on else "control"))
        far = on != self.isRightToLeft()
        painter.drawEllipse(QRectF(track.right() - 12 if far else track.left() + 3, track.top() + 2.5, 9, 9))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        self._pressed = next((p for p, (box, _) in self._boxes().items() if box.contains(at)), "")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        box = self._boxes().get(self._pressed)
        if box is not None and box[0].contains(at):
            self._act(self._pressed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        proposed = self.chip.state is HintState.PROPOSED
        if event.key() == Qt.Key.Key_Delete:
            self._act("remove")
        elif event.key() == Qt.Key.Key_Space:
            self._act("apply" if proposed else "switch")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._act("text")
        elif event.key() == Qt.Key.Key_B and not self.chip.silent:
            self._act("effect")
        elif event.key() == Qt.Key.Key_Exclam and self.chip.conflict:
            self._act("conflict")
        elif event.key() == Qt.Key.Key_J and self.chip.link:
            self._act("joint")
        else:
            super().keyPressEvent(event)

    def _act(self, part: str) -> None:
        chip = self.chip
        if part == "apply":
            self.applied.emit(chip.id)
        elif part == "switch":
            self.switched.emit(chip.id, chip.state is not HintState.ON)
        elif part == "remove":
            self.removed.emit(chip.id)
        elif part == "strength" and not chip.exclude:
            self.strengthened.emit(chip.id, NEXT[chip.strength])
        elif part == "text":
            self.edited.emit(chip.id)
        elif part == "effect":
            self.effectAsked.emit(chip.id)
        elif part == "conflict":
            self.conflictAsked.emit(chip.id)
        elif part == "joint":
            self.jointAsked.emit(chip.id)


STATES = {
    HintState.PROPOSED: mark("proposed"),
    HintState.ON: mark("on"),
    HintState.OFF: mark("off"),
}


def _spoken(chip: Chip) -> str:
    """The chip in words, with the keys that say more of it."""
    parts = [chip.text, tr("read by the model")] if chip.by_model else [chip.text]
    parts += [tr("a rule") if chip.exclude else tr(chip.strength.value), tr(STATES[chip.state])]
    parts += [tr("in conflict")] if chip.conflict else []
    parts += [tr("effect {effect}", effect=chip.effect or tr("none"))]
    more = [
        tr("it says nothing about places by itself") if chip.silent else tr("B: ranking before and after"),
        *([tr("J: both rankings, alone and together")] if chip.link else []),
    ]
    return "; ".join((tr("Hint: {said}", said=", ".join(parts)), *more))


class Flow(QLayout):
    """Lays items in rows, as text flows."""

    def __init__(self, parent: QWidget, gap: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        height = self.heightForWidth(self.geometry().width() or 320)
        return QSize(160, height)

    def _arrange(self, rect: QRect, apply: bool) -> int:
        """Rows from the reading start; what is lower than its row stands in the middle of it."""
        edge = self.contentsMargins()
        room = rect.width() - edge.left() - edge.right()
        rows: list[list[tuple[QLayoutItem, QSize]]] = [[]]
        used = 0
        for item in self._items:
            widget = item.widget()  # asked itself: an item's hint is empty until its widget is shown
            if widget is not None and _away(widget):
                continue
            size = widget.sizeHint() if widget is not None else item.sizeHint()
            if rows[-1] and used + size.width() > room:
                rows.append([])
                used = 0
            rows[-1].append((item, size))
            used += size.width() + self._gap
        y = rect.top() + edge.top()
        for row in filter(None, rows):
            height = max(size.height() for _, size in row)
            if apply:
                self._place(row, rect.left() + edge.left(), room, y, height)
            y += height + self._gap
        return y - self._gap + edge.bottom() - rect.top() if rows[0] else 0

    def _place(self, row: list[tuple[QLayoutItem, QSize]], left: int, room: int, y: int, height: int) -> None:
        holder = self.parentWidget()
        mirrored = holder is not None and holder.isRightToLeft()
        x = 0
        for item, size in row:
            width = min(size.width(), room)
            at = left + (room - x - width if mirrored else x)
            item.setGeometry(QRect(at, y + (height - size.height()) // 2, width, size.height()))
            x += size.width() + self._gap


def _away(widget: QWidget) -> bool:
    """Hidden by a call, not only because nothing is shown yet."""
    return widget.isHidden() and widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)


class FlowBox(QWidget):
    """A widget whose children flow, as high as they need."""

    def __init__(self, gap: int = 6, below: int = 0) -> None:
        super().__init__()
        self.flow = Flow(self, gap)
        self.flow.setContentsMargins(0, 0, 0, below)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """As high as the rows need at the present width; Qt would ask for the least width's."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.flow.heightForWidth(self.width() or 320))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()
