"""The buttons below the cards: with their keys where there is room, in two rows where text is large."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton

from theodolite_desktop.views.chips import FlowBox

#: (text, key, what it does in a sentence, slot)
Judgement = tuple[str, str, str, Callable[[], object]]
EDGE, GAP = 8, 6


class JudgeBar(FlowBox):
    """Keys stay in the tool tips and accessible names when they do not fit beside the words."""

    def __init__(self, judgements: tuple[Judgement, ...]) -> None:
        super().__init__(gap=GAP)
        self.setObjectName("hintline")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.flow.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.buttons: list[tuple[QPushButton, str, str]] = []
        for text, key, name, slot in judgements:
            button = QPushButton(text)
            button.setObjectName("judge")
            button.setToolTip(f"{name} ({key})")
            button.setAccessibleName(name)
            button.clicked.connect(lambda _checked=False, slot=slot: slot())
            self.flow.addWidget(button)
            self.buttons.append((button, text, f"{text} ({key})"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._word(event.size().width())

    def _word(self, width: int) -> None:
        for button, _, keyed in self.buttons:
            button.setText(keyed)
        wanted = sum(button.sizeHint().width() for button, _, _ in self.buttons)
        if wanted + GAP * (len(self.buttons) - 1) + 2 * EDGE > width:
            for button, text, _ in self.buttons:
                button.setText(text)
        self.flow.invalidate()
        self.updateGeometry()
