"""The Candidates tab: what the evidence names, cards, and the person's verdicts."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from theodolite.domain import Ranking, Status
from theodolite_desktop import wording
from theodolite_desktop.language import mark, tr
from theodolite_desktop.rows import Card
from theodolite_desktop.snapshot import FUSION, WhenRow
from theodolite_desktop.theme import Theme
from theodolite_desktop.views.card import CardView
from theodolite_desktop.views.controls import Rule
from theodolite_desktop.views.empty import EmptyState
from theodolite_desktop.views.handing import hand_focus
from theodolite_desktop.views.info import InfoButton, ask_help, help_for
from theodolite_desktop.views.judge_bar import JudgeBar
from theodolite_desktop.views.label import Label
from theodolite_desktop.views.speaking import SpokenOf
from theodolite_desktop.views.strategy_bar import StrategyBar
from theodolite_desktop.views.together import Icon, WhenStrip

NOTHING = mark("Not enough evidence to name a place. Add a hint or reference photographs.")


class _CardArea(QScrollArea):
    """Keeps the arrows for the cards."""

    moved = Signal(int)
    focused = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(step)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit()


class CandidatesTab(QWidget):
    """Cards stay where they are while numbers change; selection is by candidate id."""

    selected = Signal(str)
    verdictAsked = Signal(object, object)
    compareAsked = Signal(str)
    mapAsked = Signal(str)
    hintAsked = Signal()
    runAsked = Signal(str)
    noneAsked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._cards: tuple[Card, ...] = ()
        self._views: list[CardView] = []
        self._chosen: list[str] = []
        self._current = ""
        self._expanded: set[str] | None = None
        self.empty = EmptyState(theme, "crosshairs-question", tr(NOTHING), tr("Add a hint"))
        self.empty.pressed.connect(self._empty_pressed)
        self.strategies = StrategyBar(theme)
        self._strategy = FUSION
        self.answer = Label(theme, "", "strong", "", wrap=True)
        self.places = Label(theme, "", "meta", "text2", wrap=True)
        place = QGridLayout()
        place.setContentsMargins(12, 8, 12, 8)
        place.setHorizontalSpacing(8)
        place.setVerticalSpacing(2)
        place.setColumnStretch(1, 1)
        place.addWidget(Icon(theme, "map-marker-outline"), 0, 0, Qt.AlignmentFlag.AlignTop)
        place.addWidget(self.answer, 0, 1)
        place.addWidget(self.places, 1, 1)
        place.addWidget(
            InfoButton(theme, "likelihood", what=tr("the answer")), 0, 2, Qt.AlignmentFlag.AlignTop
        )
        self.area = _CardArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(tr("Candidates"))
        self.area.moved.connect(self.step)
        self.area.focused.connect(lambda: [view.update() for view in self._views])
        page = QWidget()
        page.setObjectName("panel")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self.none = QPushButton(tr("None of these"))
        self.none.setObjectName("small")
        self.none.setToolTip(tr("Propose the hint that it is none of the places listed"))
        self.none.clicked.connect(lambda _checked=False: self.noneAsked.emit())
        self._column.addWidget(self.none, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addSpacing(12)
        self.area.setWidget(page)
        filled = QWidget()
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(place)
        column.addWidget(self.area, 1)
        self.spoken = SpokenOf(theme)
        self.spoken.setContentsMargins(12, 8, 12, 8)
        column.addWidget(self.spoken)
        column.addWidget(self._footer())
        self.when = WhenStrip(theme)
        self._rule = Rule()
        self._rule.hide()
        self._stack = QStackedLayout()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(filled)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.when)
        layout.addWidget(self._rule)
        layout.addWidget(self.strategies)
        layout.addLayout(self._stack, 1)
        self._filled = filled
        hand_focus(self, self.area)

    def _footer(self) -> QWidget:
        """What can be done with the chosen cards."""
        return JudgeBar(
            (
                (tr("Compare"), "C", tr("Compare the chosen candidate"), self.compare),
                (
                    tr("Review"),
                    "U",
                    tr("Put the chosen candidates under review"),
                    lambda: self.judge(Status.UNDER_REVIEW),
                ),
                (tr("Verify"), "V", tr("Verify the chosen candidate"), lambda: self.judge(Status.VERIFIED)),
                (tr("Reject"), "X", tr("Reject the chosen candidates"), lambda: self.judge(Status.REJECTED)),
            )
        )

    # --- what is shown -----------------------------------------------------------------------------

    def show_when(self, when: WhenRow | None) -> None:
        """The time, a finding apart from the place below it."""
        self.when.show_when(when)
        self._rule.setVisible(when is not None)

    def show_strategy(self, strategy: str, *, answered: bool) -> None:
        """By what is ranked; a strategy that has not answered yet says what it lacks, or offers to run."""
        self._strategy = strategy
        self.strategies.show_strategy(strategy, answered=answered)
        choice = self.strategies.choice(strategy)
        if choice is None or strategy == FUSION:
            self.empty.button.setText(tr("Add a hint"))
        elif not answered:
            self.empty.set_sentence(" ".join(choice.missing) or f"{choice.purpose}.")
            self.empty.button.setText(tr("Ask {name}", name=choice.title))
            self.empty.button.setVisible(choice.ready)

    def _empty_pressed(self) -> None:
        if self._strategy == FUSION:
            self.hintAsked.emit()
        else:
            self.runAsked.emit(self._strategy)

    def show_ranking(
        self,
        ranking: Ranking | None,
        cards: tuple[Card, ...],
        reason: str,
        countries: tuple[tuple[str, float], ...] = (),
    ) -> None:
        """``reason`` says why there is no ranking. An abstention still lists what was considered."""
        self._cards = cards
        if ranking is None or not cards:
            self.empty.set_sentence(reason or tr(NOTHING))
            self.empty.button.setVisible(ranking is not None)
            self._stack.setCurrentWidget(self.empty)
            self._cards = ()
            self._fill()
            return
        if ranking.measure:
            self.answer.setText(tr("Points ranked by a score, not by probability."))
            said = ranking.measure
        else:
            said = wording.level(ranking.level)
            self.answer.setText(said if ranking.calibrated else tr("{answer} Uncalibrated.", answer=said))
            said = _places(ranking, countries)
        if ranking.note:
            note = wording.visible(ranking.note, 160)
            said = tr("The references do not know the place: {note}. {places}", note=note, places=said)
        self.places.setText(wording.visible(said, 400))
        ids = [c.candidate.id for c in cards]
        self._chosen = [i for i in self._chosen if i in ids]
        if self._current not in ids:
            self._current = ids[0]
            self._chosen = [ids[0]]
        if self._expanded is None or not self._expanded & set(ids):
            self._expanded = {ids[0]}
        self._stack.setCurrentWidget(self._filled)
        self._fill()

    def _fill(self) -> None:
        while len(self._views) < len(self._cards):
            view = CardView(self._theme)
            view.picked.connect(self._on_picked)
            view.opened.connect(self.mapAsked)
            view.helpAsked.connect(partial(ask_help, self))
            self._column.insertWidget(len(self._views), view)
            self._views.append(view)
        for number, view in enumerate(self._views):
            view.setVisible(number < len(self._cards))
            if number < len(self._cards):
                name = self._cards[number].candidate.id
                view.show_card(
                    self._cards[number],
                    expanded=name in (self._expanded or set()),
                    selected=name in self._chosen,
                    current=name == self._current,
                )
        self._name_help()

    def _name_help(self) -> None:
        """F1 on an open card explains its numbers, else what candidates are."""
        ids = [card.candidate.id for card in self._cards]
        at = ids.index(self._current) if self._current in ids else -1
        opened = at >= 0 and self._current in (self._expanded or set()) and bool(self._cards[at].bars)
        help_for(self.area, *(("points", self._views[at].about("points")) if opened else ("candidates", "")))

    # --- commands ----------------------------------------------------------------------------------

    def chosen(self) -> tuple[Card, ...]:
        return tuple(c for c in self._cards if c.candidate.id in self._chosen)

    def select(self, candidate: str) -> None:
        """Choose one from outside (the map); nothing is announced."""
        if candidate == self._current and candidate in self._chosen:
            return  # chosen here, perhaps with others
        if any(c.candidate.id == candidate for c in self._cards):
            self._current, self._chosen = candidate, [candidate]
            self._fill()
            self._reveal()

    def step(self, step: int) -> None:
        ids = [c.candidate.id for c in self._cards]
        if ids:
            at = ids.index(self._current) if self._current in ids else 0
            self._on_picked(ids[max(0, min(len(ids) - 1, at + step))], False)
            self._reveal()

    def expand(self) -> None:
        opened = self._expanded or set()
        self._expanded = opened ^ {self._current}
        self._fill()

    def judge(self, status: Status) -> None:
        chosen = self.chosen()
        if status is Status.VERIFIED:
            chosen = tuple(c for c in chosen if c.candidate.id == self._current)
        if chosen:
            self.verdictAsked.emit(status, tuple(c.candidate for c in chosen))

    def compare(self) -> None:
        if self._current:
            self.compareAsked.emit(self._current)

    def show_on_map(self) -> None:
        if self._current:
            self.mapAsked.emit(self._current)

    def _on_picked(self, candidate: str, more: bool) -> None:
        if more:
            kept = [c for c in self._chosen if c != candidate]
            self._chosen = kept if len(kept) < len(self._chosen) and kept else [*kept, candidate]
        else:
            self._chosen = [candidate]
        self._current = candidate
        if not more:
            self._expanded = {candidate}
        self.area.setFocus()
        self._fill()
        self.selected.emit(candidate)

    def _reveal(self) -> None:
        for number, card in enumerate(self._cards):
            if card.candidate.id == self._current:
                self.area.ensureWidgetVisible(self._views[number], 0, 8)


def _places(ranking: Ranking, countries: tuple[tuple[str, float], ...]) -> str:
    """The leading countries in words: 'Italy likely, France unlikely'."""
    said = [
        f"{wording.visible(name, 40)} {tr(wording.likelihood(share, calibrated=ranking.calibrated))}"
        for name, share in countries
        if share >= 0.02
    ]
    prior = tr(ranking.prior)
    if said:
        return tr("{places} · prior: {prior}", places=", ".join(said), prior=prior)
    return tr("Prior: {prior}", prior=prior)
