"""The conversation: what person, system and model said, hints as chips, and the hint line."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from theodolite.domain import Message
from theodolite_desktop import wording
from theodolite_desktop.rows import Chip
from theodolite_desktop.theme import Theme
from theodolite_desktop.theme.tokens import HINT_LINE
from theodolite_desktop.views.chips import ChipView, Flow
from theodolite_desktop.views.controls import IconButton, strip
from theodolite_desktop.views.empty import EmptyState
from theodolite_desktop.views.label import ElidedLabel, Label

EMPTY = "Tell what you know, for example: in Italy, likely."
NO_MODEL = "Hints work without a language model."


class HintLine(QWidget):
    """Always in view: what is typed here becomes hints."""

    said = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        row, layout = strip("hintline", HINT_LINE, 8, 8)
        self.field = QLineEdit()
        self.field.setPlaceholderText("Tell what you know: in Italy, likely")
        self.field.setAccessibleName("Hint line")
        self.field.returnPressed.connect(self._say)
        self._last = ""
        self.button = IconButton(theme, "arrow-up-circle-outline", "Say it", key="Enter", action=self._say)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.button)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(row)
        self.setFixedHeight(HINT_LINE)
        self.setFocusProxy(self.field)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Up and not self.field.text() and self._last:
            self.field.setText(self._last)
        else:
            super().keyPressEvent(event)

    def restore(self, text: str) -> None:
        """Give back what could not be said, for editing."""
        if not self.field.text():
            self.field.setText(text)

    def propose(self, text: str) -> None:
        """Put ``text`` there for the person to change and to say; what was being typed gives way."""
        self.field.setText(text)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def _say(self) -> None:
        text = self.field.text().strip()
        if text:
            self._last = text
            self.field.clear()
            self.said.emit(text)


class MessageView(QFrame):
    """A person's words plain; model text with its rule and its warning; the system in second voice."""

    def __init__(self, theme: Theme, message: Message) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(8)
        if message.author == "model":
            rule = QFrame()
            rule.setFixedWidth(3)
            rule.setStyleSheet(f"background: {theme.tokens['model']};")
            row.addWidget(rule)
        column = QVBoxLayout()
        column.setSpacing(0)
        who = {"person": message.model or "You", "system": "Theodolite", "model": "Model text, not evidence"}
        name = "You" if message.author == "person" else who[message.author]
        tone = "model" if message.author == "model" else "text2"
        head = f"{name} · {message.utc[11:16]} UTC" if len(message.utc) >= 16 else name
        column.addWidget(Label(theme, head, "caption", tone))
        self.text = Label(
            theme,
            wording.visible(message.text, 4000),
            "body",
            "text2" if message.author == "system" else "",
            wrap=True,
        )
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.text)
        row.addLayout(column, 1)
        self.setAccessibleName(f"{name}: {message.text}")


class ConversationPane(QWidget):
    """Header with the model's identity, messages, chips. The hint line is a widget of its own below."""

    hintApplied = Signal(str)
    hintSwitched = Signal(str, bool)
    hintRemoved = Signal(str)
    hintStrengthened = Signal(str, object)
    conflictAsked = Signal(str)
    jointAsked = Signal(str)
    phraseAsked = Signal()
    packsAsked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._messages: tuple[Message, ...] = ()
        self._chips: tuple[Chip, ...] = ()
        self._has_model: bool | None = None
        head, row = strip("header", 32, 12, 8)
        self._title = ElidedLabel(theme, "", "meta", "text2")
        row.addWidget(self._title, 1)
        self.phrase_button = IconButton(
            theme,
            "text-box-edit-outline",
            "Let the model phrase the summary",
            size=16,
            action=self.phraseAsked.emit,
        )
        self._packs = IconButton(
            theme, "package-variant-closed", "Packs", size=16, text="Packs", action=self.packsAsked.emit
        )
        row.addWidget(self.phrase_button)
        row.addWidget(self._packs)
        self.empty = EmptyState(theme, "message-text-outline", EMPTY)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName("Conversation")
        self._area.verticalScrollBar().rangeChanged.connect(self._to_end)
        self._page = QWidget()
        self._page.setObjectName("panel")
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(0, 4, 0, 4)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._area.setWidget(self._page)
        self._streaming: MessageView | None = None
        self._chip_area = QScrollArea()
        self._chip_area.setWidgetResizable(True)
        self._chip_area.setFrameShape(QFrame.Shape.NoFrame)
        self._chip_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._chip_area.setAccessibleName("Hints")
        self._chip_page = QWidget()
        self._chip_page.setObjectName("panel")
        self._flow = Flow(self._chip_page)
        self._flow.setContentsMargins(12, 8, 12, 8)
        self._chip_area.setWidget(self._chip_page)
        self._chip_area.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self._area, 1)
        layout.addWidget(self._chip_area)
        self._area.hide()
        self.show_model("", "")
        theme.changed.connect(self._redraw)

    def show_model(self, name: str, sha256: str) -> None:
        """The model's identity, or that hints need none."""
        if name:
            self._title.setText(f"{name} · {sha256[:8]} · cannot see images")
        else:
            self._title.setText(NO_MODEL)
        self.phrase_button.setVisible(bool(name))
        self._packs.setVisible(not name)

    def show_messages(self, messages: tuple[Message, ...]) -> None:
        if messages == self._messages and self._streaming is None:
            return
        same = len(self._messages) <= len(messages) and messages[: len(self._messages)] == self._messages
        self._end_stream()
        if not same:
            self._clear_messages()
        for message in messages[len(self._messages) if same else 0 :]:
            self._column.addWidget(MessageView(self._theme, message))
        self._messages = messages
        self._show_empty()

    def stream(self, text: str) -> None:
        """Model text as it grows, before it was checked and kept."""
        if self._streaming is None:
            self._streaming = MessageView(self._theme, Message("", "model", "", ""))
            self._column.addWidget(self._streaming)
            self._show_empty()
        self._streaming.text.setText(wording.visible(text, 4000))

    def show_chips(self, chips: tuple[Chip, ...]) -> None:
        if chips == self._chips:
            return
        focused = next((v.chip.id for v in self._chip_views() if v.hasFocus()), "")
        while self._flow.count():
            item = self._flow.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._chips = chips
        for chip in chips:
            view = ChipView(self._theme, chip)
            view.applied.connect(self.hintApplied)
            view.switched.connect(self.hintSwitched)
            view.removed.connect(self.hintRemoved)
            view.strengthened.connect(self.hintStrengthened)
            view.conflictAsked.connect(self.conflictAsked)
            view.jointAsked.connect(self.jointAsked)
            self._flow.addWidget(view)
            if chip.id == focused:
                view.setFocus()
        self._chip_area.setVisible(bool(chips))
        self._size_chips()
        self._show_empty()

    def _size_chips(self) -> None:
        """Three rows of chips at most, then they scroll."""
        height = self._flow.heightForWidth(max(200, self.width() - 12))
        self._chip_area.setFixedHeight(min(116, max(44, height)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size_chips()

    def chips(self) -> tuple[Chip, ...]:
        return self._chips

    def end_stream(self) -> None:
        self._end_stream()
        self._show_empty()

    def _chip_views(self) -> list[ChipView]:
        return self._chip_page.findChildren(ChipView)

    def _end_stream(self) -> None:
        if self._streaming is not None:
            self._column.removeWidget(self._streaming)
            self._streaming.deleteLater()
            self._streaming = None

    def _clear_messages(self) -> None:
        for view in self._page.findChildren(MessageView):
            self._column.removeWidget(view)
            view.deleteLater()
        self._messages = ()

    def _redraw(self) -> None:
        messages = self._messages
        self._clear_messages()
        self.show_messages(messages)

    def _show_empty(self) -> None:
        filled = bool(self._messages) or self._streaming is not None
        self.empty.setVisible(not filled)
        self._area.setVisible(filled)

    def _to_end(self, _low: int, high: int) -> None:
        self._area.verticalScrollBar().setValue(high)
