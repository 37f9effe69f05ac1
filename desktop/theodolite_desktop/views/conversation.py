"""The conversation: what person, system and model said, what the model is doing, hints as chips."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from theodolite.domain import CaseState, Suggestion
from theodolite_desktop import assistant_rows
from theodolite_desktop.language import mark, tr
from theodolite_desktop.rows import Chip
from theodolite_desktop.theme import Theme
from theodolite_desktop.views.chip_area import ChipArea
from theodolite_desktop.views.empty import EmptyState
from theodolite_desktop.views.suggestions import SuggestionsBar
from theodolite_desktop.views.talk_head import ActionBar, IdentityBar, WorkBar
from theodolite_desktop.views.transcript import Transcript

EMPTY = mark("Tell what you know, for example: in Italy, likely.")


class ConversationPane(QWidget):
    """Model, work, words, suggestions and chips; the hint line below is a widget of its own."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.identity = IdentityBar(theme)
        self.abilities = ActionBar(theme)
        self.work = WorkBar(theme)
        self.empty = EmptyState(theme, "message-text-outline", tr(EMPTY))
        self.transcript = Transcript(theme)
        self.suggestions = SuggestionsBar(theme)
        self.chip_area = ChipArea(theme)
        self._has_model = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self.identity, self.abilities, self.work):
            layout.addWidget(widget)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.transcript, 1)
        layout.addWidget(self.suggestions)
        layout.addWidget(self.chip_area)
        self._settle()

    def show_state(self, state: CaseState | None) -> None:
        """Everything said in the case; None while no case is open."""
        if state is None:
            self.transcript.show_entries(())
            self.transcript.end_live()
        else:
            offer = assistant_rows.offer(state) if self._has_model else ""
            self.transcript.show_entries(assistant_rows.timeline(state), offer)
        self._settle()

    def set_has_model(self, there: bool) -> None:
        """Only with a model is there anything to offer."""
        self._has_model = there

    def show_chips(self, chips: tuple[Chip, ...]) -> None:
        self.chip_area.show_chips(chips)

    def chips(self) -> tuple[Chip, ...]:
        return self.chip_area.chips()

    def show_suggestions(self, suggestions: tuple[Suggestion, ...]) -> None:
        self.suggestions.show_suggestions(suggestions)

    def stream(self, text: str, *, raw: bool = False) -> None:
        self.transcript.stream(text, raw=raw)
        self._settle()

    def end_stream(self) -> None:
        self.transcript.end_live()
        self._settle()

    def show_question(self, text: str) -> None:
        self.transcript.show_question(text)
        self._settle()

    def show_notice(self, text: str, tone: str = "text2", *, again: bool = False, said: str = "") -> None:
        self.transcript.show_notice(text, tone, again=again, said=said)
        self._settle()

    def forget_last(self) -> None:
        self.transcript.forget_last()
        self._settle()

    def _settle(self) -> None:
        """Words where there are some, else what to say first."""
        filled = self.transcript.filled
        self.empty.setVisible(not filled)
        self.transcript.setVisible(filled)
        self.suggestions.set_quiet(filled)
