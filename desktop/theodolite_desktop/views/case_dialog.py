"""What a case is about and who works on it: four pages, each field with the word that the report prints."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QStackedLayout,
    QTabBar,
    QWidget,
)

from theodolite import chronology
from theodolite.domain import CaseState
from theodolite_desktop.language import mark, tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.views import fields
from theodolite_desktop.views.inspector import tab_row
from theodolite_desktop.views.label import Label
from theodolite_desktop.views.people_form import PeoplePage, SourcesPage

PAGES = (mark("Case"), mark("Claim"), mark("Protection"), mark("People"), mark("Sources"))
HANDLING = ("", "TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR")
MEANING = {
    "": mark("no mark"),
    "TLP:RED": mark("for the named recipients only"),
    "TLP:AMBER+STRICT": mark("within the organisation only"),
    "TLP:AMBER": mark("organisation and its clients"),
    "TLP:GREEN": mark("within the community"),
    "TLP:CLEAR": mark("no limit on disclosure"),
}


class CaseDialog(QDialog):
    """``saved``: the claim's place and time as typed, and the plain fields by their names."""

    saved = Signal(str, str, object)
    personWritten = Signal(object)
    sourceWritten = Signal(object)

    def __init__(self, parent: QWidget | None, theme: Theme, state: CaseState) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Case properties"))
        fields.fit(self, fields.scaled(680), fields.scaled(620))
        self._theme, self._case = theme, state.case
        layout = fields.column(self)
        layout.addWidget(Label(theme, tr("Case properties"), "title"))
        self.bar = QTabBar()
        self.bar.setAccessibleName(tr("Pages of the case properties"))
        self.bar.setExpanding(False)
        self._stack = QStackedLayout()
        self.people = PeoplePage(theme)
        self.people.written.connect(self.personWritten)
        self.sources = SourcesPage(theme)
        self.sources.written.connect(self.sourceWritten)
        pages = (self._about(), self._claim(), self._protection(), self.people, self.sources)
        for name, page in zip(PAGES, pages, strict=True):
            self.bar.addTab(tr(name))
            self._stack.addWidget(page)
        self.bar.currentChanged.connect(self._on_page)
        layout.addWidget(tab_row(self.bar))
        layout.addLayout(self._stack, 1)
        self.problem = fields.problem(theme)
        layout.addWidget(self.problem)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        self.cancel = fields.button(tr("Cancel"))
        self.cancel.clicked.connect(self.reject)
        self.save = fields.button(tr("Save"), primary=True)
        self.save.clicked.connect(self._save)
        row.addWidget(self.cancel)
        row.addWidget(self.save)
        layout.addLayout(row)
        self.show_case(state)

    def show_page(self, name: str) -> None:
        self.bar.setCurrentIndex(PAGES.index(name))

    def _on_page(self, at: int) -> None:
        """People and sources are written one by one, so that there is nothing left to save."""
        self._stack.setCurrentIndex(at)

    # --- pages -----------------------------------------------------------------------------------------

    def _about(self) -> QWidget:
        case = self._case
        self.title = _line(case.title, tr("Title"), tr("The tower photograph"))
        self.number = _line(case.number, tr("Case number"), "2026-014")
        self.question = _text(case.question, tr("Question"), tr("Where was this photograph taken?"))
        self.mandate = _text(case.mandate, tr("Mandate"), tr("why, and on whose behalf"))
        self.legal = _line(case.legal_basis, tr("Legal basis"), tr("law, court order or editorial decision"))
        return _form(
            self._theme,
            (self.title, self.number, self.question, self.mandate, self.legal),
            tr("A final report needs a question and a mandate."),
        )

    def _claim(self) -> QWidget:
        case = self._case
        when = chronology.shown(case.claimed_time) if case.claimed_time else ""
        self.claim = _text(case.claim, tr("Claim"), "Florence, 22 Oct 2008")
        self.source = _line(
            case.claim_source, tr("Source of the claim"), tr("a code such as S1, never a name")
        )
        self.place = _line(case.claimed_place_text, tr("Claimed place"), tr("Florence, or 43.7696, 11.2558"))
        self.time = _line(when, tr("Claimed time"), tr("22 Oct 2008, before 2015, between 2008 and 2010"))
        self._when = when
        return _form(
            self._theme,
            (self.claim, self.source, self.place, self.time),
            tr(
                "The report answers the place and the time of the claim apart: supported, contradicted or "
                "not established. Leave empty what the claim does not say."
            ),
        )

    def _protection(self) -> QWidget:
        case = self._case
        self.classification = _line(case.classification, tr("Classification"), tr("as your house writes it"))
        options = [(f"{level or tr('None')}: {tr(MEANING[level])}", level) for level in HANDLING]
        self.handling = fields.choice(self._theme, tr("Handling"), options)
        self.handling.setCurrentIndex(HANDLING.index(case.handling))
        self.distribution = _text(case.distribution, tr("Distribution"), tr("who receives the report"))
        self.at_risk = _text(
            case.at_risk, tr("People at risk"), tr("who could be harmed, and how they are protected")
        )
        return _form(
            self._theme,
            (self.classification, self.handling, self.distribution, self.at_risk),
            tr("Classification and handling are printed on every page."),
        )

    # --- what is shown and saved -----------------------------------------------------------------------

    def show_case(self, state: CaseState) -> None:
        """People and sources as they are now; the other pages are the person's until saved."""
        self._case = state.case
        self.people.show_people(state.persons)
        self.sources.show_sources(state.given_by)

    def show_problem(self, text: str) -> None:
        fields.say(self.problem, text)

    def values(self) -> dict[str, object]:
        """The plain fields, by the names of :class:`theodolite.domain.Case`."""
        return {
            "title": self.title.text().strip() or self._case.title,
            "number": self.number.text().strip(),
            "question": self.question.toPlainText().strip(),
            "mandate": self.mandate.toPlainText().strip(),
            "legal_basis": self.legal.text().strip(),
            "claim": self.claim.toPlainText().strip(),
            "claim_source": self.source.text().strip(),
            "classification": self.classification.text().strip(),
            "handling": str(self.handling.currentData()),
            "distribution": self.distribution.toPlainText().strip(),
            "at_risk": self.at_risk.toPlainText().strip(),
        }

    def _save(self) -> None:
        fields.say(self.problem, "")
        pending = self.people.pending() or self.sources.pending()
        if pending:
            fields.say(self.problem, pending)
            return
        self.saved.emit(self.place.text(), self.time.text(), self.values())


def _line(text: str, name: str, example: str) -> QLineEdit:
    field = fields.line(name, example)
    field.setText(text)
    return field


def _text(text: str, name: str, example: str) -> QPlainTextEdit:
    field = QPlainTextEdit(text)
    field.setAccessibleName(name)
    field.setPlaceholderText(example)
    field.setFixedHeight(fields.scaled(64))
    field.setTabChangesFocus(True)
    return field


def _form(theme: Theme, rows: Sequence[QWidget], note: str) -> QWidget:
    page = QWidget()
    page.setObjectName("ground")
    column = fields.column(page, (0, 12, 8, 12))
    column.addWidget(Label(theme, note, "meta", "text2", wrap=True))
    form = QFormLayout()
    form.setHorizontalSpacing(16)
    form.setVerticalSpacing(8)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
    for field in rows:
        form.addRow(Label(theme, field.accessibleName(), "body", "text2"), field)
    column.addLayout(form)
    column.addStretch(1)
    area = QScrollArea()
    area.setAccessibleName(note)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(page)
    area.setStyleSheet("QScrollArea { background: transparent; }")
    return area
