"""Questions to the person. Plain text only; Esc is always No."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from theodolite_desktop.language import mark, tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.views import fields
from theodolite_desktop.views.controls import Choice
from theodolite_desktop.views.label import Label

REASONS = (
    mark("contradicted by a stronger clue"),
    mark("only a claimed position supports it"),
    mark("the view does not match the place"),
    mark("found by a wrong reading"),
)


class Question(QDialog):
    """A title, some lines, optionally a reason to type or choose, and two buttons.

    ``lead`` is a sentence above lines that are a table (``mono``).
    """

    def __init__(
        self,
        parent: QWidget | None,
        theme: Theme,
        title: str,
        lines: Sequence[str],
        yes: str,
        *,
        reasons: Sequence[str] | None = None,
        needs_reason: bool = False,
        no: str | None = None,
        mono: bool = False,
        lead: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        fields.at_least(self, 440)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(8)
        layout.addWidget(Label(theme, title, "title", wrap=True))
        if lead:
            layout.addWidget(Label(theme, lead, "body", wrap=True))
        for line in lines:
            layout.addWidget(Label(theme, line, "mono" if mono else "body", wrap=not mono))
        self._reason: Choice | None = None
        self._needs = needs_reason
        if reasons is not None:
            layout.addWidget(Label(theme, tr("Reason"), "meta", "text2"))
            self._reason = Choice(theme, tr("Reason"))
            self._reason.setEditable(True)
            self._reason.addItems(list(reasons))
            self._reason.setCurrentText("")
            edit = self._reason.lineEdit()
            if edit is not None:
                edit.setPlaceholderText(tr("Choose or type a reason"))
            self._reason.editTextChanged.connect(self._check)
            layout.addWidget(self._reason)
            self._reason.setFocus()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        no = tr("Cancel") if no is None else no
        if no:
            cancel = QPushButton(no)
            cancel.clicked.connect(self.reject)
            row.addWidget(cancel)
        self.yes = QPushButton(yes)
        self.yes.setObjectName("primary")
        self.yes.setDefault(True)
        self.yes.clicked.connect(self.accept)
        row.addWidget(self.yes)
        layout.addSpacing(8)
        layout.addLayout(row)
        self._check()

    def showEvent(self, event: QShowEvent) -> None:
        """Wrapped lines need more height the narrower they are, which a dialog's first size ignores."""
        super().showEvent(event)
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))

    @property
    def reason(self) -> str:
        return self._reason.currentText().strip() if self._reason else ""

    def set_reason(self, text: str) -> None:
        if self._reason is not None:
            self._reason.setCurrentText(text)

    def _check(self, _text: str = "") -> None:
        if hasattr(self, "yes"):
            self.yes.setEnabled(not self._needs or bool(self.reason))


class CaseForm(QDialog):
    """Question and claim of a case; for a new one also its title and who works on it."""

    def __init__(
        self,
        parent: QWidget | None,
        theme: Theme,
        *,
        new: bool,
        question: str = "",
        claim: str = "",
        claim_source: str = "",
        operator: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("New case") if new else tr("Question and claim"))
        fields.at_least(self, 520)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(Label(theme, self.windowTitle(), "title"))
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self.title = self._field("", tr("The tower photograph"))
        self.operator = self._field(operator, tr("your name, as it appears in the log"))
        self.question = QPlainTextEdit(question)
        self.question.setFixedHeight(fields.scaled(64))
        self.question.setAccessibleName(tr("Question"))
        self.question.setTabChangesFocus(True)
        self.question.setPlaceholderText(tr("Where was this photograph taken?"))
        self.claim = self._field(claim, "Florence, 22 Oct 2008")
        self.source = self._field(claim_source, tr("a code such as S1, never a name"))
        rows: list[tuple[str, QWidget]] = []
        if new:
            rows += [(tr("Title"), self.title), (tr("Examiner"), self.operator)]
        rows += [
            (tr("Question"), self.question),
            (tr("Claim"), self.claim),
            (tr("Source of claim"), self.source),
        ]
        for name, field in rows:
            field.setAccessibleName(name)
            form.addRow(Label(theme, name, "body", "text2"), field)
        layout.addLayout(form)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        cancel = QPushButton(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        save = QPushButton(tr("Choose a folder…") if new else tr("Save"))
        save.setObjectName("primary")
        save.setDefault(True)
        save.clicked.connect(self.accept)
        row.addWidget(cancel)
        row.addWidget(save)
        layout.addLayout(row)

    @staticmethod
    def _field(text: str, example: str) -> QLineEdit:
        field = QLineEdit(text)
        field.setPlaceholderText(example)
        return field
