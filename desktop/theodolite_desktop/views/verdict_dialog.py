"""A person's verdict on a place: who says what of which place and how far, and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QRadioButton, QWidget

from theodolite.domain import Candidate, Status
from theodolite_desktop import rows, wording
from theodolite_desktop.language import mark, tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.theme.tokens import STATUS_WORD
from theodolite_desktop.views import fields
from theodolite_desktop.views.controls import Choice
from theodolite_desktop.views.dialogs import REASONS
from theodolite_desktop.views.label import Label
from theodolite_desktop.views.shapes import draw_status

TITLE = {
    Status.VERIFIED: mark("Verify candidate"),
    Status.REJECTED: mark("Reject candidate"),
    Status.UNDER_REVIEW: mark("Put under review"),
    Status.SUGGESTED: mark("Back to suggested"),
}
BUTTON = {
    Status.VERIFIED: mark("Verify"),
    Status.REJECTED: mark("Reject"),
    Status.UNDER_REVIEW: mark("Put under review"),
    Status.SUGGESTED: mark("Set back"),
}
MEANING = {
    Status.SUGGESTED: mark("Found by the evidence; no person has judged it."),
    Status.UNDER_REVIEW: mark("Being checked; nothing is decided."),
    Status.VERIFIED: mark("A person's word. Needs two clues that share no origin, or a recorded reason."),
    Status.REJECTED: mark("Ruled out, with a reason. It stays listed and in the report."),
}


class _Shape(QWidget):
    """The shape of a status at 12 px."""

    def __init__(self, theme: Theme, status: Status) -> None:
        super().__init__()
        self._theme, self._status = theme, status
        self.setFixedSize(QSize(16, 20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_status(painter, self._theme, self._status, QRectF(2, 4, 12, 12))
        painter.end()


class VerdictDialog(QDialog):
    """Accepted: ``status`` and ``reason`` are the person's."""

    def __init__(
        self,
        parent: QWidget | None,
        theme: Theme,
        chosen: Sequence[Candidate],
        status: Status,
        person: str,
        counts: str = "",
    ) -> None:
        super().__init__(parent)
        self._chosen, self._person = tuple(chosen), person
        fields.at_least(self, 520)
        layout = fields.column(self)
        self.head = Label(theme, "", "title")
        layout.addWidget(self.head)
        self.said = Label(theme, "", "body", wrap=True)
        layout.addWidget(self.said)
        if counts:
            layout.addWidget(Label(theme, counts, "meta", "text2", wrap=True))
        layout.addSpacing(4)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(2, 1)
        self.options: dict[Status, QRadioButton] = {}
        for number, one in enumerate(Status):
            option = QRadioButton(tr(STATUS_WORD[one.value]))
            option.setMinimumHeight(fields.scaled(28))
            option.setAccessibleDescription(tr(MEANING[one]))
            option.setEnabled(one is not Status.VERIFIED or len(self._chosen) == 1)
            option.toggled.connect(lambda on, one=one: self._choose(one) if on else None)
            grid.addWidget(_Shape(theme, one), number, 0)
            grid.addWidget(option, number, 1)
            grid.addWidget(Label(theme, tr(MEANING[one]), "meta", "text2", wrap=True), number, 2)
            self.options[one] = option
        layout.addLayout(grid)
        layout.addSpacing(4)
        self._reason_head = Label(theme, tr("Reason"), "meta", "text2")
        layout.addWidget(self._reason_head)
        self._reason = Choice(theme, tr("Reason"))
        self._reason.setEditable(True)
        self._reason.editTextChanged.connect(lambda _text: self._check())
        edit = self._reason.lineEdit()
        if edit is not None:
            edit.setPlaceholderText(tr("Choose or type a reason"))
        layout.addWidget(self._reason)
        layout.addSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        cancel = fields.button(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.yes = fields.button("", primary=True)
        self.yes.clicked.connect(self.accept)
        row.addWidget(cancel)
        row.addWidget(self.yes)
        layout.addLayout(row)
        self.status = status
        self.options[status].setChecked(True)
        self.options[status].setFocus()  # else the first option has it, and a space would choose that one
        self._choose(status)

    def _choose(self, status: Status) -> None:
        self.status = status
        self.setWindowTitle(tr(TITLE[status]))
        self.head.setText(tr(TITLE[status]))
        if len(self._chosen) == 1:
            self.said.setText(rows.verdict_question(self._chosen[0], self._person, status))
        else:
            names = ", ".join(wording.visible(c.label, 60) for c in self._chosen)
            who = wording.visible(self._person, 80)
            self.said.setText(
                tr(
                    "{who} marks {number} places as {status}: {names}.",
                    who=who,
                    number=len(self._chosen),
                    status=tr(STATUS_WORD[status.value]),
                    names=names,
                )
            )
        needed = status is Status.REJECTED
        self._reason_head.setText(tr("Reason") if needed else tr("Reason (optional)"))
        kept = self.reason
        self._reason.blockSignals(True)
        self._reason.clear()
        self._reason.addItems([tr(one) for one in REASONS] if needed else [])
        self._reason.setCurrentText("" if kept in map(tr, REASONS) and not needed else kept)
        self._reason.blockSignals(False)
        self.yes.setText(tr(BUTTON[status]))
        if needed:
            self._reason.setFocus(Qt.FocusReason.OtherFocusReason)
        self._check()

    @property
    def reason(self) -> str:
        return self._reason.currentText().strip()

    def set_reason(self, text: str) -> None:
        self._reason.setCurrentText(text)

    def _check(self) -> None:
        self.yes.setEnabled(self.status is not Status.REJECTED or bool(self.reason))

    def showEvent(self, event: QShowEvent) -> None:
        """Wrapped lines need more height than a dialog's first size gives."""
        super().showEvent(event)
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))
