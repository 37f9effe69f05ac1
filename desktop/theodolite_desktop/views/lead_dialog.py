"""A lead: what is to be done, its state, who does it, what it is about, what came of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QPlainTextEdit, QWidget

from theodolite.domain import Lead, LeadState, Person
from theodolite.domain.links import Said
from theodolite_desktop import wording
from theodolite_desktop.desk_rows import STATE_WORD, STATES, as_ids
from theodolite_desktop.language import tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.views import fields
from theodolite_desktop.views.label import Label
from theodolite_desktop.views.speaking import SpokenOf


class LeadDialog(QDialog):
    """Stays open until the engine took the lead: ``written`` carries it, :meth:`show_problem` says why not.

    ``removeAsked``: take it out; ``followed``: go to who speaks of it.
    """

    written = Signal(object)
    removeAsked = Signal(str)
    followed = Signal(object)

    def __init__(
        self,
        parent: QWidget | None,
        theme: Theme,
        lead: Lead,
        persons: Sequence[Person],
        said: Sequence[Said] = (),
        *,
        writable: bool = True,
    ) -> None:
        super().__init__(parent)
        self._lead = lead
        title = tr("Lead {id}", id=lead.id) if lead.id else tr("New lead")
        self.setWindowTitle(title)
        layout = fields.column(self)
        layout.addWidget(Label(theme, title, "title"))
        self.text = self._lines(theme, tr("What is to be done"), lead.text)
        self.text.setPlaceholderText(tr("Ask who runs the shop of #1"))
        layout.addWidget(Label(theme, tr("What is to be done"), "meta", "text2"))
        layout.addWidget(self.text)
        self.state = fields.choice(theme, tr("State"), [(tr(STATE_WORD[s]), s) for s in STATES])
        self.state.setCurrentIndex(self.state.findData(lead.state))
        self.owner = fields.choice(theme, tr("Owner"), [(tr("Nobody"), ""), *map(_person, persons)])
        self.owner.setCurrentIndex(max(0, self.owner.findData(lead.owner)))
        self.owner.setToolTip("" if persons else tr("Persons are added in the properties of the case."))
        self.about = fields.line(tr("About"), "E1 C4 K2")
        self.about.setText(" ".join(lead.about))
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        for name, field in ((tr("State"), self.state), (tr("Owner"), self.owner), (tr("About"), self.about)):
            form.addRow(Label(theme, name, "body", "text2"), field)
        layout.addLayout(form)
        layout.addWidget(Label(theme, tr("What came of it"), "meta", "text2"))
        self.outcome = self._lines(theme, tr("What came of it"), lead.outcome)
        self.outcome.setPlaceholderText(tr("Needed to drop a lead"))
        layout.addWidget(self.outcome)
        self.spoken = SpokenOf(theme)
        self.spoken.show_said(said)
        self.spoken.chosen.connect(self.followed)
        layout.addWidget(self.spoken)
        self.problem = fields.problem(theme)
        layout.addWidget(self.problem)
        row = QHBoxLayout()
        row.setSpacing(8)
        gone = fields.button(tr("Take out"))
        gone.setVisible(bool(lead.id) and writable)
        gone.clicked.connect(lambda: self.removeAsked.emit(lead.id))
        row.addWidget(gone)
        row.addStretch(1)
        cancel = fields.button(tr("Cancel") if writable else tr("Close"))
        cancel.clicked.connect(self.reject)
        row.addWidget(cancel)
        self.keep = fields.button(tr("Keep lead") if lead.id else tr("Add lead"), primary=True)
        self.keep.setVisible(writable)
        self.keep.clicked.connect(self.write)
        row.addWidget(self.keep)
        layout.addLayout(row)
        self.text.textChanged.connect(self._enable)
        self._enable()
        self.text.setFocus()
        fields.fit(self, theme.scaled(480), self.sizeHint().height())

    def _lines(self, theme: Theme, name: str, text: str) -> QPlainTextEdit:
        field = QPlainTextEdit(text)
        field.setAccessibleName(name)
        field.setTabChangesFocus(True)
        theme.fix(field, min_height=60, max_height=96)
        return field

    def _enable(self) -> None:
        self.keep.setEnabled(bool(self.text.toPlainText().strip()))

    def lead(self) -> Lead:
        """As the form says now."""
        state: LeadState = self.state.currentData()
        return Lead(
            self._lead.id,
            self.text.toPlainText(),
            state,
            str(self.owner.currentData()),
            as_ids(self.about.text()),
            self.outcome.toPlainText(),
        )

    def write(self) -> None:
        fields.say(self.problem, "")
        self.written.emit(self.lead())

    def show_problem(self, text: str) -> None:
        fields.say(self.problem, text)
        self.adjustSize()

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(480, 0))


def _person(person: Person) -> tuple[str, str]:
    name = person.name or person.account
    return f"{person.id}  {wording.visible(name, 60)}", person.id
