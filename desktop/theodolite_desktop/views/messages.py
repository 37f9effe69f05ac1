"""One entry of the conversation: a person's words, the system's answer with what it quotes, model text."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from theodolite.domain import Message, Observations, Perception
from theodolite_desktop import assistant_rows, wording
from theodolite_desktop.assistant_rows import Entry, Quote
from theodolite_desktop.language import mark, tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.views.chips import FlowBox
from theodolite_desktop.views.label import Label
from theodolite_desktop.views.model_text import ModelText

TAG = mark("Model text, not evidence")
KEPT = mark("What the model wrote is kept in the log, word for word.")


class EntryView(QFrame):
    """The frame of an entry. ``model``: with the rule that marks what a model wrote."""

    citeChosen = Signal(str)

    def __init__(self, theme: Theme, *, model: bool = False) -> None:
        super().__init__()
        self.theme = theme
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(8)
        if model:
            rule = QFrame()
            rule.setFixedWidth(3)
            rule.setStyleSheet(f"background: {theme.tokens['model']};")
            row.addWidget(rule)
        self.column = QVBoxLayout()
        self.column.setSpacing(2)
        row.addLayout(self.column, 1)

    def head(self, who: str, utc: str, tone: str = "text2") -> None:
        time = " · " + tr("{time} UTC", time=utc[11:16]) if len(utc) >= 16 else ""
        self.column.addWidget(Label(self.theme, f"{who}{time}", "caption", tone, wrap=True))

    def say(self, text: str, tone: str = "", role: str = "body") -> Label:
        label = Label(self.theme, text, role, tone, wrap=True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.column.addWidget(label)
        return label

    def cites(self, cites: tuple[str, ...], lead: str = "") -> None:
        if cites:
            row = cite_row(self.theme, cites, lead)
            row.citeChosen.connect(self.citeChosen)
            self.column.addWidget(row)

    def quote(self, quote: Quote) -> None:
        """Evidence verbatim, in a block of its own, never in the voice of who answers."""
        said = f"{quote.cite}  “{quote.text}”" + (f"\n{quote.meaning}" if quote.meaning else "")
        label = Label(self.theme, said, "meta", "evidence", wrap=True)
        spoken = tr("Evidence, clue {name}: {text}", name=quote.cite, text=quote.text)
        label.setAccessibleName(spoken)
        self.column.addWidget(label)


class CiteRow(FlowBox):
    """Citations as chips in a flow, after a word."""

    citeChosen = Signal(str)

    def __init__(self, theme: Theme, cites: tuple[str, ...], lead: str = "") -> None:
        super().__init__(gap=4, below=2)
        flow = self.flow
        if lead:
            word = Label(theme, lead, "meta", "text2")
            word.setMinimumHeight(24)
            flow.addWidget(word)
        for cite in cites:
            button = QPushButton(assistant_rows.cite_word(cite))
            button.setObjectName("cite")
            name = tr("Show {name}", name=assistant_rows.cite_name(cite))
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(lambda _checked=False, cite=cite: self.citeChosen.emit(cite))
            flow.addWidget(button)


def cite_row(theme: Theme, cites: tuple[str, ...], lead: str = "") -> CiteRow:
    return CiteRow(theme, cites, lead)


class MessageView(EntryView):
    """A person's words plain; the system with what it cites and quotes; a model's sentences each marked."""

    def __init__(self, theme: Theme, message: Message, quotes: tuple[Quote, ...] = ()) -> None:
        super().__init__(theme, model=message.author == "model")
        text = assistant_rows.lines(message.text)
        if message.author == "model":
            by = f" · {wording.visible(message.model, 60)}" if message.model else ""
            self.head(f"{tr(TAG)}{by}", message.utc, "model")
            self._sentences(message, text)
            name = tr(TAG)
        elif message.author == "person":
            name = tr("You")
            self.head(wording.visible(message.model, 60) or name, message.utc)
            self.say(text)
        else:
            name = "Theodolite"
            self.head(name, message.utc)
            self.say(text, "text2")
            quoted = tuple(one.cite for one in quotes)
            for one in quotes:
                self.quote(one)
            self.cites(message.cites, tr("Show") if quoted else tr("Rests on"))
        self.setAccessibleName(f"{name}: {text}")

    def _sentences(self, message: Message, text: str) -> None:
        if not message.sentences:
            self.say(text)
            return
        body = ModelText(self.theme, message.sentences)
        body.citeChosen.connect(self.citeChosen)
        body.setAccessibleName(f"{tr(TAG)}: {text}")
        self.column.addWidget(body)
        strange = assistant_rows.unknown(message)
        if strange:
            named = ", ".join(strange)
            self.say(tr("? No record of this case holds: {names}.", names=named), "warn", "meta")


class LiveView(EntryView):
    """What a model is writing now, before it was read and kept; or why nothing came."""

    def __init__(self, theme: Theme, *, raw: bool) -> None:
        super().__init__(theme, model=True)
        self.head(tr("{tag} · being written", tag=tr(TAG)), "", "model")
        self.text = self.say("", "text2" if raw else "", "mono" if raw else "body")
        self.text.setAccessibleName(tr("The model is writing"))


class NoticeView(EntryView):
    """A request that ended without an answer: why, and the next step."""

    againAsked = Signal()

    def __init__(self, theme: Theme, text: str, *, tone: str, again: bool) -> None:
        super().__init__(theme)
        self.head("Theodolite", "")
        self.say(text, tone)
        if again:
            button = QPushButton(tr("Ask again"))
            button.setObjectName("small")
            button.clicked.connect(lambda _checked=False: self.againAsked.emit())
            self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setAccessibleName(text)


class OfferView(EntryView):
    """Below what the rules could not read."""

    readAsked = Signal(str)
    askAsked = Signal(str)

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(theme)
        row = FlowBox(below=4)
        for name, signal in (
            (tr("Ask the model to read it"), self.readAsked),
            (tr("It is a question"), self.askAsked),
        ):
            button = QPushButton(name)
            button.setObjectName("small")
            button.clicked.connect(lambda _checked=False, signal=signal: signal.emit(text))
            row.flow.addWidget(button)
        self.column.addWidget(row)


def entry_view(theme: Theme, entry: Entry) -> EntryView:
    """The widget of an entry."""
    from theodolite_desktop.views.model_cards import ObservationsView, PerceptionView

    match entry.value:
        case Message():
            return MessageView(theme, entry.value, entry.quotes)
        case Perception():
            return PerceptionView(theme, entry.value, entry.utc)
        case Observations():
            return ObservationsView(theme, entry.value, entry.utc)
