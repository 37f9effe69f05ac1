"""The second examiner's answer: a place of their own, a word on each clue, then what the first one said."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from theodolite.domain import Candidate, Clue, ClueOpinion, Person
from theodolite_desktop import wording
from theodolite_desktop.language import mark, tr
from theodolite_desktop.operations.reviewing import AgreementRow, Answer
from theodolite_desktop.theme import Theme
from theodolite_desktop.tips import plain_tip
from theodolite_desktop.views import fields
from theodolite_desktop.views.controls import Choice
from theodolite_desktop.views.label import ElidedLabel, Label
from theodolite_desktop.views.report_options import called

OPINIONS = (
    (mark("no opinion"), ""),
    (mark("agree"), "agree"),
    (mark("disagree"), "disagree"),
    (mark("unsure"), "unsure"),
)
LEAD = mark(
    "What was concluded before stays out of sight until this answer is on record. It cannot be changed or "
    "undone afterwards; another one can be given beside it."
)
BEGIN = mark(
    "From now on the window shows the evidence only: verdicts, reasons, notes and the conversation so far "
    "are out of sight until the answer is on record. The log says that the review was begun."
)
TYPED, NONE = "typed", "none"


class BeginReviewDialog(QDialog):
    """Who reviews. ``begun`` carries the person's code."""

    begun = Signal(str)
    peopleAsked = Signal()

    def __init__(self, parent: QWidget | None, theme: Theme, people: Sequence[Person], operator: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Second examiner"))
        fields.at_least(self, 480)
        layout = fields.column(self)
        layout.addWidget(Label(theme, tr("Second examiner"), "title"))
        layout.addWidget(Label(theme, tr(BEGIN), "body", wrap=True))
        self.person = fields.choice(theme, tr("Reviewer"), ())
        self.person.setFixedWidth(fields.scaled(300))
        layout.addWidget(fields.named(theme, tr("Reviewer"), self.person))
        self.empty = Label(
            theme,
            tr("The case knows no second person yet. Add the reviewer to its people first."),
            "body",
            "warn",
            wrap=True,
        )
        layout.addWidget(self.empty)
        self.problem = fields.problem(theme)
        layout.addWidget(self.problem)
        row = QHBoxLayout()
        row.setSpacing(8)
        add = fields.button(tr("People of the case…"))
        add.clicked.connect(lambda _checked=False: self.peopleAsked.emit())
        cancel = fields.button(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.yes = fields.button(tr("Begin blind"), primary=True)
        self.yes.clicked.connect(lambda _checked=False: self.begun.emit(str(self.person.currentData())))
        row.addWidget(add)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.yes)
        layout.addLayout(row)
        self.show_people(people, operator)

    def show_people(self, people: Sequence[Person], operator: str) -> None:
        """Everyone but the examiner whose verdict is reviewed."""
        others = [p for p in people if operator not in (p.id, p.account)]
        self.person.clear()
        for one in others:
            self.person.addItem(called(one), one.id)
        self.empty.setVisible(not others)
        self.yes.setEnabled(bool(others))

    def show_problem(self, text: str) -> None:
        fields.say(self.problem, text)


class ReviewDialog(QDialog):
    """``given`` carries an :class:`Answer`; the window puts it on record."""

    given = Signal(object)

    def __init__(
        self,
        parent: QWidget | None,
        theme: Theme,
        exhibit: str,
        person: str,
        candidates: Sequence[Candidate],
        clues: Sequence[Clue],
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Review of {exhibit}", exhibit=exhibit))
        fields.fit(self, fields.scaled(760), fields.scaled(640))
        self._exhibit, self._person = exhibit, person
        self._candidates, self._clues = tuple(candidates), tuple(clues)
        layout = fields.column(self)
        layout.addWidget(
            Label(theme, tr("Review of {exhibit} by {person}", exhibit=exhibit, person=person), "title")
        )
        layout.addWidget(Label(theme, tr(LEAD), "body", "text2", wrap=True))
        self.place = fields.choice(theme, tr("Place"), [(tr("Where was it taken?"), "")])
        for one in self._candidates:
            name = f"{wording.visible(one.label, 60)}, {one.country}"
            self.place.addItem(
                tr("{name}, within {radius}", name=name, radius=wording.radius(one.radius_km)), one.id
            )
        self.place.addItem(tr("Another place, typed below"), TYPED)
        self.place.addItem(tr("No place can be named"), NONE)
        self.place.currentIndexChanged.connect(lambda _at: self._fill())
        self.coordinates = fields.line(tr("Coordinates"), "43.4645, 11.8815", 220)
        self.label = fields.line(tr("Name of the place"), tr("what it is called"), 220)
        self.radius = fields.line(tr("Radius"), tr("1 km or 300 m"), 144)
        layout.addWidget(fields.named(theme, tr("Place"), self.place))
        layout.addWidget(fields.named(theme, tr("Coordinates"), self.coordinates, self.label))
        layout.addWidget(fields.named(theme, tr("Within"), self.radius))
        layout.addWidget(Label(theme, tr("What you make of each clue"), "strong"))
        layout.addWidget(self._table(theme), 1)
        layout.addWidget(Label(theme, tr("Remark"), "strong"))
        self.remark = QPlainTextEdit()
        self.remark.setAccessibleName(tr("Remark"))
        self.remark.setFixedHeight(fields.scaled(56))
        self.remark.setTabChangesFocus(True)
        self.remark.setPlaceholderText(tr("needed where no place is named"))
        layout.addWidget(self.remark)
        self.problem = fields.problem(theme)
        layout.addWidget(self.problem)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        cancel = fields.button(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.yes = fields.button(tr("Put on record"), primary=True)
        self.yes.clicked.connect(lambda _checked=False: self._give())
        row.addWidget(cancel)
        row.addWidget(self.yes)
        layout.addLayout(row)
        self._fill()

    def _table(self, theme: Theme) -> QWidget:
        page = QWidget()
        page.setObjectName("panel")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        grid = QGridLayout(page)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(3, 2)
        self.opinions: dict[str, tuple[Choice, QLineEdit]] = {}
        for number, clue in enumerate(self._clues):
            mark = f"#{clue.mark}" if clue.mark is not None else ""
            grid.addWidget(Label(theme, f"{clue.id} {mark}".strip(), "meta", "text2"), number, 0)
            said = f"{wording.dots(clue.strength)}  {wording.visible(clue.observation, 160)}"
            line = ElidedLabel(theme, said, "body", end=True)
            line.setToolTip(plain_tip(said))
            grid.addWidget(line, number, 1)
            choice = fields.choice(
                theme, tr("Opinion on {id}", id=clue.id), [(tr(t), v) for t, v in OPINIONS]
            )
            choice.setMinimumWidth(fields.scaled(128))
            why = fields.line(tr("Remark on {id}", id=clue.id), tr("why, if you do not agree"))
            grid.addWidget(choice, number, 2)
            grid.addWidget(why, number, 3)
            self.opinions[clue.id] = (choice, why)
        if not self._clues:
            grid.addWidget(Label(theme, tr("This exhibit has no clue."), "body", "text2"), 0, 0)
        grid.setRowStretch(len(self._clues) + 1, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setAccessibleName(tr("Clues to review"))
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        return area

    def _fill(self) -> None:
        """A candidate fills the fields in; a person may still change them."""
        chosen = str(self.place.currentData() or "")
        found = next((one for one in self._candidates if one.id == chosen), None)
        named = chosen not in ("", NONE)
        for field in (self.coordinates, self.label, self.radius):
            field.setEnabled(named)
        if found is not None:
            self.coordinates.setText(f"{found.lat:.5f}, {found.lon:.5f}")
            self.label.setText(wording.visible(found.label, 120))
            self.radius.setText(f"{found.radius_km:g} km")
        elif not named:
            for field in (self.coordinates, self.label, self.radius):
                field.clear()
        self.yes.setEnabled(bool(chosen))

    def _give(self) -> None:
        fields.say(self.problem, "")
        named = str(self.place.currentData()) != NONE
        if named and not self.coordinates.text().strip():
            fields.say(
                self.problem, tr("Type the coordinates of the place, or choose that none can be named.")
            )
            return
        self.yes.setEnabled(False)
        self.given.emit(
            Answer(
                self._exhibit,
                self._person,
                self.label.text().strip() if named else "",
                self.coordinates.text() if named else "",
                self.radius.text(),
                tuple(
                    ClueOpinion(clue, choice.currentData(), why.text().strip())
                    for clue, (choice, why) in self.opinions.items()
                    if choice.currentData()
                ),
                self.remark.toPlainText().strip(),
            )
        )

    def show_problem(self, text: str) -> None:
        fields.say(self.problem, text)
        self.yes.setEnabled(True)


class AgreementDialog(QDialog):
    """Once the answer is on record: both answers side by side, clue by clue."""

    def __init__(
        self,
        parent: QWidget | None,
        theme: Theme,
        exhibit: str,
        said: Sequence[tuple[str, str, str]],
        rows: Sequence[AgreementRow],
    ) -> None:
        """``said``: (heading, text, tone) lines above the table."""
        super().__init__(parent)
        self.setWindowTitle(tr("Both answers"))
        fields.fit(self, fields.scaled(680), fields.scaled(440))
        layout = fields.column(self)
        layout.addWidget(Label(theme, tr("Both answers on {exhibit}", exhibit=exhibit), "title"))
        for head, text, tone in said:
            layout.addWidget(Label(theme, head, "meta", "text2"))
            layout.addWidget(Label(theme, wording.visible(text, 400), "body", tone, wrap=True))
        page = QWidget()
        page.setObjectName("panel")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        grid = QGridLayout(page)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(3, 1)
        for column, name in enumerate((tr("Clue"), tr("First"), tr("Second"), tr("Remark"), "")):
            grid.addWidget(Label(theme, name, "meta", "text2"), 0, column)
        for number, row in enumerate(rows, 1):
            second = ", ".join(f"{person}: {tr(opinion)}" for _, person, opinion, _ in row.opinions) or tr(
                "no opinion"
            )
            remark = " · ".join(remark for _, _, _, remark in row.opinions if remark)
            word, tone = {
                True: (tr("agreed"), "ok"),
                False: (tr("differ"), "warn"),
                None: (tr("open"), "text2"),
            }[row.agreed]
            for column, (text, tone_) in enumerate(
                ((row.clue, ""), (row.first, ""), (second, ""), (remark, "text2"), (word, tone))
            ):
                grid.addWidget(
                    Label(theme, wording.visible(text, 300), "body", tone_, wrap=column == 3),
                    number,
                    column,
                    Qt.AlignmentFlag.AlignTop,
                )
        grid.setRowStretch(len(rows) + 1, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setAccessibleName(tr("Agreement per clue"))
        area.setWidget(page)
        layout.addWidget(area, 1)
        row_ = QHBoxLayout()
        row_.addStretch(1)
        close = fields.button(tr("Close"), primary=True)
        close.clicked.connect(self.accept)
        row_.addWidget(close)
        layout.addLayout(row_)
