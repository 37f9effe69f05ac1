"""'Times at a place': when the sun stood as measured there, and keeping that as a clue of time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QWidget

from theodolite.domain import TimeSpan
from theodolite_desktop.language import mark, tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.views import fields
from theodolite_desktop.views.fields import named
from theodolite_desktop.views.label import Label

NEVER = mark("The sun never stood so there in that time: the place, the date or the measurement is wrong.")
TYPED = mark("Other coordinates")
DAYS = (
    (mark("Solar days of the place"), "sun"),
    (mark("Days in UTC"), "utc"),
)


class TimesDialog(QDialog):
    """``asked`` and ``keepAsked`` carry place, date and whose days they are."""

    asked = Signal(str, str, str)
    keepAsked = Signal(str, str, str)

    def __init__(
        self, parent: QWidget | None, theme: Theme, places: Sequence[tuple[str, str]], date: str
    ) -> None:
        """``places``: name and coordinates of the leading candidates, best first."""
        super().__init__(parent)
        self.setWindowTitle(tr("Times at a place"))
        fields.at_least(self, 560)
        layout = fields.column(self)
        layout.addWidget(Label(theme, tr("Times at a place"), "title"))
        self.measured = Label(theme, "", "body", "text2", wrap=True)
        self.measured.hide()
        layout.addWidget(self.measured)
        self.known = fields.choice(theme, tr("Candidates"), [*places, (tr(TYPED), "")])
        self.known.setFixedWidth(fields.scaled(320))
        self.known.currentIndexChanged.connect(self._on_known)
        self.place = fields.line(tr("Place"), tr("43.4682, 11.8802 or any other format"), 320)
        self.date = fields.line(tr("Date or span"), tr("2024-06-21, 2024-06, 2024 or two with a slash"), 320)
        self.date.setText(date)
        self.days = fields.choice(theme, tr("Whose days"), [(tr(t), v) for t, v in DAYS])
        layout.addWidget(named(theme, tr("Candidate"), self.known))
        layout.addWidget(named(theme, tr("Place"), self.place))
        layout.addWidget(named(theme, tr("Date or span"), self.date))
        layout.addWidget(named(theme, tr("Days"), self.days))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Possible times"))
        self.list.setMinimumHeight(fields.scaled(120))
        self.list.setFont(theme.font("mono"))
        layout.addWidget(self.list)
        self.problem = fields.problem(theme)
        layout.addWidget(self.problem)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.keep = fields.button(tr("Keep as a clue of time"))
        self.keep.setEnabled(False)
        self.keep.clicked.connect(lambda: self.keepAsked.emit(*self._values()))
        close = fields.button(tr("Close"))
        close.clicked.connect(self.reject)
        self.show_times = fields.button(tr("Show times"), primary=True)
        self.show_times.clicked.connect(lambda: self.asked.emit(*self._values()))
        row.addWidget(self.keep)
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(self.show_times)
        layout.addLayout(row)
        for field in (self.place, self.date):
            field.textChanged.connect(self._forget)
        self.days.currentIndexChanged.connect(self._forget)
        self._on_known()

    def _values(self) -> tuple[str, str, str]:
        return self.place.text().strip(), self.date.text().strip(), str(self.days.currentData())

    def _on_known(self) -> None:
        if self.known.currentData():
            self.place.setText(str(self.known.currentData()))

    def _forget(self) -> None:
        self.list.clear()
        self.keep.setEnabled(False)
        fields.say(self.problem, "")

    def show_spans(self, measured: str, spans: Sequence[TimeSpan]) -> None:
        """The answer, one line a span, in UTC."""
        self._forget()
        fields.say(self.measured, tr("Sun at {measured} (95 %).", measured=measured))
        self.list.addItems(
            [tr("{start}  to  {end}  UTC", start=_short(span.start), end=_short(span.end)) for span in spans]
        )
        self.keep.setEnabled(bool(spans))
        fields.say(self.problem, "" if spans else tr(NEVER))
        self.adjustSize()

    def show_problem(self, text: str) -> None:
        self._forget()
        fields.say(self.problem, text)


def _short(utc: str) -> str:
    """'2024-06-21T09:12:44Z' as '2024-06-21 09:12:44'."""
    return utc.replace("T", " ").rstrip("Z")
