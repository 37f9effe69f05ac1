"""Above the conversation: which model would answer, what it can be asked to do, what it is doing now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from theodolite_desktop import wording
from theodolite_desktop.assistant_rows import LanguageModel
from theodolite_desktop.language import mark, tr, trn
from theodolite_desktop.theme import Theme
from theodolite_desktop.tips import plain_tip
from theodolite_desktop.views.chips import FlowBox
from theodolite_desktop.views.controls import IconButton
from theodolite_desktop.views.label import ElidedLabel, Label
from theodolite_desktop.views.together import Icon

NO_MODEL = mark("Hints work without a language model.")
SHOWN_WAITING = 3
WRITING = "writing"


@dataclass(frozen=True, slots=True)
class Asked:
    """A request to the model: ``number`` names it, ``title`` says it."""

    number: int
    title: str


@dataclass(frozen=True, slots=True)
class Work:
    """What the model does now. ``total`` None: how much is left is not known."""

    asked: Asked
    text: str
    done: int = 0
    total: int | None = None


class IdentityBar(QWidget):
    """The model's name, the start of its hash and whether it sees images, always in view."""

    chooseAsked = Signal()
    packsAsked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.name = ElidedLabel(theme, "", "meta")
        self.sha256 = Label(theme, "", "mono", "text2")
        self.eye = Icon(theme, "eye-off-outline")
        self.sees = Label(theme, "", "meta", "text2")
        self.choose = IconButton(
            theme, "chevron-down", tr("Choose a language model"), size=16, action=self.chooseAsked.emit
        )
        self.packs = IconButton(
            theme,
            "package-variant-closed",
            tr("Packs"),
            size=16,
            text=tr("Packs"),
            action=self.packsAsked.emit,
        )
        sight = QWidget()
        pair = QHBoxLayout(sight)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(4)
        pair.addWidget(self.eye)
        pair.addWidget(self.sees)
        self._facts = FlowBox(gap=8)
        for widget in (self.name, self.sha256, sight):
            self._facts.flow.addWidget(widget)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 2, 8, 2)
        layout.setSpacing(4)
        layout.addWidget(self._facts, 1, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.choose)
        layout.addWidget(self.packs)
        self._sight = sight
        self.show_model(None)

    def show_model(self, model: LanguageModel | None) -> None:
        there = model is not None
        self.name.setText(wording.visible(model.name, 80) if model else tr(NO_MODEL))
        self.name.set_tone("" if there else "text2")
        self.sha256.setText(model.sha256[:8] if model else "")
        can = tr("sees images") if model and model.sees else tr("cannot see images")
        self.sees.setText(can)
        self.eye.show_icon("eye-outline" if model and model.sees else "eye-off-outline", "text2")
        for widget in (self.sha256, self._sight, self.choose):
            widget.setVisible(there)
        self.packs.setVisible(not there)
        said = tr(NO_MODEL)
        if model is not None:
            said = tr("{name}, hash {sha256}, {can}", name=model.name, sha256=model.sha256[:8], can=can)
        self._facts.updateGeometry()
        self.setAccessibleName(tr("Language model: {said}", said=said))
        told = f"{model.name}\n{model.title}\nSHA-256 {model.sha256}" if model else said
        self.name.setToolTip(plain_tip(told))


class ActionBar(QWidget):
    """What the model can be asked to do with the exhibit in view, or why it cannot, and its state."""

    perceiveAsked = Signal()
    observeAsked = Signal()
    phraseAsked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.perceive = QPushButton(tr("Look at the photograph"))
        self.observe = QPushButton(tr("Name clues"))
        for button, signal in ((self.perceive, self.perceiveAsked), (self.observe, self.observeAsked)):
            button.setObjectName("ability")
            button.setAccessibleName(button.text())
            button.clicked.connect(lambda _checked=False, signal=signal: signal.emit())
        self.phrase = IconButton(
            theme,
            "text-box-edit-outline",
            tr("Let the model phrase the summary"),
            size=16,
            action=self.phraseAsked.emit,
        )
        self.phrase.setObjectName("tiny")
        buttons = FlowBox(gap=4)
        for widget in (self.perceive, self.observe, self.phrase):
            buttons.flow.addWidget(widget)
        self.why = Label(theme, "", "caption", "text2", wrap=True)
        self.state = Label(theme, "", "caption", "text2")
        buttons.flow.addWidget(self.state)
        self._buttons = buttons
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 5, 12, 4)
        column.setSpacing(2)
        column.addWidget(buttons)
        column.addWidget(self.why)
        self.hide()

    def show_actions(self, *, there: bool, cannot: str) -> None:
        """``cannot``: why the photograph cannot be looked at; '' when it can."""
        self.setVisible(there)
        self.why.setText(cannot)
        self.why.setVisible(bool(cannot))
        for button in (self.perceive, self.observe):
            button.setEnabled(not cannot)
            button.setToolTip(cannot or button.text())
            button.setAccessibleDescription(cannot)

    def show_state(self, word: str, tone: str = "text2") -> None:
        """The state of the language worker in a word."""
        self.state.setText(word)
        self.state.set_tone(tone)
        self.state.setAccessibleName(tr("Language worker: {word}", word=word))
        self._buttons.flow.invalidate()
        self._buttons.updateGeometry()


class WorkBar(QWidget):
    """The request in work with Stop, and those that wait, each with a way out of the line."""

    stopAsked = Signal()
    cancelAsked = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._waiting: tuple[Asked, ...] = ()
        self.setObjectName("work")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.text = ElidedLabel(theme, "", "meta", end=True)
        self.step = Label(theme, "", "meta", "text2")
        self.stop = QPushButton(tr("Stop (Esc)"))
        self.stop.setObjectName("small")
        self.stop.setAccessibleName(tr("Stop the model"))
        self.stop.clicked.connect(lambda _checked=False: self.stopAsked.emit())
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("How far the model has read"))
        self._icon = Icon(theme, "robot-outline", "model")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self.text, 1)
        row.addWidget(self.stop)
        how_far = QHBoxLayout()
        how_far.setSpacing(8)
        how_far.addWidget(self.bar, 1)
        how_far.addWidget(self.step)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 4)
        column.setSpacing(2)
        column.addLayout(row)
        column.addLayout(how_far)
        column.addLayout(self._rows)
        self.hide()

    def show_work(self, work: Work | None, waiting: Sequence[Asked]) -> None:
        """Nothing in work and nothing waiting: the bar is away."""
        self.setVisible(work is not None or bool(waiting))
        if work is not None:
            known = bool(work.total) and work.text != WRITING  # an answer is rarely as long as it may be
            counted = (
                " " + tr("{done} of {total}", done=f"{work.done:,}", total=f"{work.total:,}") if known else ""
            )
            if work.text == WRITING and work.done:
                counted = tr(", {count} tokens", count=f"{work.done:,}")
            self.text.setText(work.asked.title)
            self.step.setText(f"{work.text}{counted}")
            self.setAccessibleName(f"{work.asked.title}: {work.text}{counted}")
            self.bar.setRange(0, (work.total or 0) if known else 0)
            self.bar.setValue(work.done if known else -1)
        if tuple(waiting) != self._waiting:
            self._waiting = tuple(waiting)
            self._line()

    def _line(self) -> None:
        while self._rows.count():
            item = self._rows.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for one in self._waiting[:SHOWN_WAITING]:
            row = QWidget()
            layout = QHBoxLayout(row)
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(8)
            layout.addWidget(Icon(self._theme, "timer-sand"))
            layout.addWidget(
                ElidedLabel(self._theme, tr("Waiting: {title}", title=one.title), "meta", "text2", end=True),
                1,
            )
            cancel = IconButton(
                self._theme, "close", tr("Take out of the line: {title}", title=one.title), size=14
            )
            cancel.clicked.connect(lambda _checked=False, one=one: self.cancelAsked.emit(one.number))
            layout.addWidget(cancel)
            self._rows.addWidget(row)
        more = len(self._waiting) - SHOWN_WAITING
        if more > 0:
            self._rows.addWidget(
                Label(
                    self._theme, trn("and %n more waiting", more, one="and %n more waiting"), "meta", "text2"
                )
            )
