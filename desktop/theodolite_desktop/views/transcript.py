"""The entries of a conversation, the newest in view; of a long one only the last are made into widgets."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from theodolite.domain import Message
from theodolite_desktop import assistant_rows
from theodolite_desktop.assistant_rows import Entry
from theodolite_desktop.language import tr, trn
from theodolite_desktop.theme import Theme
from theodolite_desktop.views.messages import (
    EntryView,
    LiveView,
    MessageView,
    NoticeView,
    OfferView,
    entry_view,
)
from theodolite_desktop.views.model_cards import ObservationsView, PerceptionView

PAGE = 12
MOST = 60
DRAW_MS = 40
LIVE_MOST = 6000


class Transcript(QScrollArea):
    """Stays at the end while a person is there, and where it is when they have scrolled back."""

    citeChosen = Signal(str)
    placeChosen = Signal(float, float)
    regionChosen = Signal(str, object, str)
    readAsked = Signal(str)
    askAsked = Signal(str)
    againAsked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._entries: tuple[Entry, ...] = ()
        self._views: list[EntryView] = []
        self._first = 0
        self._offer = ""
        self._last: list[EntryView] = []
        self._live: LiveView | None = None
        self._coming = ""
        self._at_end = True
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Conversation"))
        page = QWidget()
        page.setObjectName("panel")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 4, 0, 4)
        self._column.setSpacing(0)
        self.earlier = QPushButton("")
        self.earlier.setObjectName("link")
        self.earlier.clicked.connect(lambda _checked=False: self.show_earlier())
        self.earlier.hide()
        self._column.addStretch(1)
        self._column.addWidget(self.earlier, 0, Qt.AlignmentFlag.AlignHCenter)
        self.setWidget(page)
        self._draw = QTimer(self)
        self._draw.setSingleShot(True)
        self._draw.setInterval(DRAW_MS)
        self._draw.timeout.connect(self._write)
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(self._on_range)
        bar.valueChanged.connect(self._on_value)
        theme.changed.connect(self._redraw)

    # --- what was said ---------------------------------------------------------------------------------

    def show_entries(self, entries: tuple[Entry, ...], offer: str = "") -> None:
        """Entries that follow those shown are added below; ``offer``: what the model might read."""
        if entries == self._entries and offer == self._offer:
            return
        known = self._entries
        follows = len(known) <= len(entries) and entries[: len(known)] == known
        if not follows or len(entries) - len(known) > PAGE:
            self._forget()
            self._first = max(0, len(entries) - PAGE)
            fresh = entries[self._first :]
        else:
            fresh = entries[len(known) :]
        self._entries = entries
        self._drop_last()
        for entry in fresh:
            self._add(self._made(entry))
        while len(self._views) > MOST and self._at_end:
            self._column.removeWidget(self._views[0])
            self._views.pop(0).deleteLater()
            self._first += 1
        self._offer = offer
        if offer:
            view = OfferView(self._theme, offer)
            view.readAsked.connect(self.readAsked)
            view.askAsked.connect(self.askAsked)
            self._add_last(view)
        if self._live is not None:
            self._column.removeWidget(self._live)
            self._column.addWidget(self._live)
        self._name_earlier()

    def show_earlier(self) -> None:
        """The page before those shown; what is in view stays where it is."""
        self._at_end = False
        start = max(0, self._first - PAGE)
        below = self.verticalScrollBar().maximum() - self.verticalScrollBar().value()
        made = [self._made(entry) for entry in self._entries[start : self._first]]
        for number, view in enumerate(made):
            self._column.insertWidget(2 + number, view)
            view.show()
        self._views[:0] = made
        self._first = start
        self._name_earlier()
        QTimer.singleShot(
            0, self, lambda: self.verticalScrollBar().setValue(self.verticalScrollBar().maximum() - below)
        )

    def show_message(self, message: str) -> bool:
        """Bring entry ``message`` into view; whether there is one."""
        messages = [one.value.id if isinstance(one.value, Message) else "" for one in self._entries]
        at = messages.index(message) if message in messages else -1
        if at < 0:
            return False
        while at < self._first:
            self.show_earlier()
        self._at_end = False
        view = self._views[at - self._first]
        QTimer.singleShot(0, view, lambda: self.ensureWidgetVisible(view, 0, 24))
        return True

    def _made(self, entry: Entry) -> EntryView:
        view = entry_view(self._theme, entry)
        view.citeChosen.connect(self.citeChosen)
        if isinstance(view, PerceptionView):
            view.placeChosen.connect(self.placeChosen)
        elif isinstance(view, ObservationsView):
            view.regionChosen.connect(self.regionChosen)
        return view

    def _name_earlier(self) -> None:
        self.earlier.setVisible(self._first > 0)
        self.earlier.setText(trn("%n earlier", self._first, one="%n earlier"))
        self.earlier.setAccessibleName(tr("Show earlier messages, {count} of them", count=self._first))

    # --- what is being said ----------------------------------------------------------------------------

    def show_question(self, text: str) -> None:
        """A question that waits for its answer, until the record of it arrives."""
        self._drop_last()
        self._add_last(MessageView(self._theme, Message("", "person", text, "")))

    def stream(self, text: str, *, raw: bool = False) -> None:
        """Model text as it grows, before it was read and kept; drawn some times a second."""
        self._coming = text
        if self._live is None:
            self._live = LiveView(self._theme, raw=raw)
            self._add(self._live, keep=False)
            self._write()
        elif not self._draw.isActive():
            self._draw.start()

    def _write(self) -> None:
        if self._live is not None:
            shown = self._coming if len(self._coming) <= LIVE_MOST else "…" + self._coming[-LIVE_MOST:]
            self._live.text.setText(assistant_rows.lines(shown, LIVE_MOST + 1))

    def end_live(self) -> None:
        self._draw.stop()
        if self._live is not None:
            self._column.removeWidget(self._live)
            self._live.deleteLater()
            self._live = None
        self._coming = ""

    def show_notice(self, text: str, tone: str = "text2", *, again: bool = False, said: str = "") -> None:
        """Why a request, ``said`` by a person, ended without an answer."""
        self._drop_last()
        if said:
            self.show_question(said)
        view = NoticeView(self._theme, text, tone=tone, again=again)
        view.againAsked.connect(self.againAsked)
        self._add_last(view)

    def forget_last(self) -> None:
        """A notice or a waiting question has had its time."""
        self._drop_last()

    @property
    def filled(self) -> bool:
        return bool(self._views) or bool(self._last) or self._live is not None

    def views(self) -> tuple[EntryView, ...]:
        """Every entry that has a widget, in order, then what is only of this moment."""
        return (*self._views, *self._last, *((self._live,) if self._live else ()))

    # --- inside ----------------------------------------------------------------------------------------

    def _add(self, view: EntryView, *, keep: bool = True) -> None:
        self._column.addWidget(view)
        if keep:
            self._views.append(view)

    def _add_last(self, view: EntryView) -> None:
        self._column.addWidget(view)
        self._last.append(view)

    def _drop_last(self) -> None:
        for view in self._last:
            self._column.removeWidget(view)
            view.hide()
            view.deleteLater()
        self._last = []

    def _clear(self) -> None:
        self.end_live()
        self._forget()

    def _forget(self) -> None:
        """Everything but what is being written now."""
        self._drop_last()
        for view in self._views:
            self._column.removeWidget(view)
            view.hide()
            view.deleteLater()
        self._views, self._entries, self._first, self._at_end = [], (), 0, True

    def _redraw(self) -> None:
        entries, offer = self._entries, self._offer
        if self._live is None:
            self._clear()
            self._offer = ""
            self.show_entries(entries, offer)

    def _on_range(self, _low: int, high: int) -> None:
        if self._at_end:
            self.verticalScrollBar().setValue(high)

    def _on_value(self, value: int) -> None:
        bar = self.verticalScrollBar()
        if bar.maximum() > 0:
            self._at_end = value >= bar.maximum() - 12
