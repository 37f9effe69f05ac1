"""Passphrases: fields that hide what is typed, unlocking a case, and choosing a new one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from theodolite_desktop.language import mark, tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.views import fields
from theodolite_desktop.views.label import Label

#: Fewer characters are refused; fewer than the second are allowed but called short.
LEAST, LONG_ENOUGH = 8, 12
NO_WAY_BACK = mark(
    "Database, originals and thumbnails are encrypted. There is no second key: without the passphrase "
    "nobody can open the case, you neither."
)


def advice(first: str, second: str) -> tuple[str, str, bool]:
    """What to say of a new passphrase typed twice, in which tone, and whether it can be used."""
    if not first:
        return tr("Several words are easier to keep than few signs."), "text2", False
    if len(first) < LEAST:
        return (
            tr("At least {least} characters. Several words are easier to keep than few signs.", least=LEAST),
            "text2",
            False,
        )
    if not second:
        return tr("Type it once more."), "text2", False
    if first != second:
        return tr("The two are not the same yet."), "warn", False
    if len(first) < LONG_ENOUGH:
        return (
            tr(
                "Short: {first} characters are quick to guess. {long_enough} or more are better.",
                first=len(first),
                long_enough=LONG_ENOUGH,
            ),
            "warn",
            True,
        )
    return tr("Both are the same."), "ok", True


class SecretField(QLineEdit):
    """Shows dots; nothing of it goes to the clipboard, to undo or to the input method's memory."""

    def __init__(self, name: str, example: str = "") -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setAccessibleName(name)
        self.setPlaceholderText(example)

    def show_text(self, on: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)


class NewSecret(QWidget):
    """A new passphrase, typed twice. ``changed`` says whether it can be used now."""

    changed = Signal(bool)

    def __init__(self, theme: Theme, beside: int = 0) -> None:
        """``beside``: the least width of the column of names, to stand in line with a form above."""
        super().__init__()
        self.first = SecretField(tr("Passphrase"))
        self.second = SecretField(tr("Passphrase again"))
        self.show_box = QCheckBox(tr("Show what is typed"))
        self.line = Label(theme, "", "meta", "text2", wrap=True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, beside)
        for number, field in enumerate((self.first, self.second)):
            grid.addWidget(Label(theme, (tr("Passphrase"), tr("Again"))[number], "body", "text2"), number, 0)
            grid.addWidget(field, number, 1)
            field.textChanged.connect(self._check)
            self.show_box.toggled.connect(field.show_text)
        grid.addWidget(self.line, 2, 1)
        grid.addWidget(self.show_box, 3, 1)
        self._check()

    @property
    def passphrase(self) -> str:
        """What can be used, else ''."""
        return self.first.text() if self.usable else ""

    @property
    def usable(self) -> bool:
        return advice(self.first.text(), self.second.text())[2]

    def clear(self) -> None:
        self.first.clear()
        self.second.clear()

    def _check(self, _text: str = "") -> None:
        text, tone, usable = advice(self.first.text(), self.second.text())
        self.line.setText(text)
        self.line.set_tone(tone)
        self.changed.emit(usable)


def buttons(yes: str, no: str = "") -> tuple[QHBoxLayout, QPushButton, QPushButton]:
    """A row with the two at its end, the first one primary and the default."""
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addStretch(1)
    refuse, accept = QPushButton(no or tr("Cancel")), QPushButton(yes)
    accept.setObjectName("primary")
    accept.setDefault(True)
    row.addWidget(refuse)
    row.addWidget(accept)
    return row, accept, refuse


class UnlockDialog(QDialog):
    """Asks for the passphrase of a case; stays open while it is tried, and when it was wrong."""

    tried = Signal(str)

    def __init__(
        self, parent: QWidget | None, theme: Theme, folder: str, *, title: str = "", why: str = ""
    ) -> None:
        """``why``: what it is asked for, where that is not to open the case."""
        super().__init__(parent)
        title = title or tr("Unlock case")
        self.setWindowTitle(title)
        fields.at_least(self, 440)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(8)
        layout.addWidget(Label(theme, title, "title"))
        layout.addWidget(
            Label(
                theme,
                f"{tr('{folder} is encrypted.', folder=folder)} {why}".strip(),
                "body",
                "text2",
                wrap=True,
            )
        )
        self.field = SecretField(tr("Passphrase"), tr("Passphrase"))
        self.show_box = QCheckBox(tr("Show what is typed"))
        self.show_box.toggled.connect(self.field.show_text)
        self.problem = Label(theme, "", "meta", "error", wrap=True)
        self.problem.hide()
        layout.addSpacing(4)
        layout.addWidget(self.field)
        layout.addWidget(self.problem)
        layout.addWidget(self.show_box)
        row, self.yes, self.no = buttons(tr("Unlock"))
        self.yes.clicked.connect(self._try)
        self.no.clicked.connect(self.reject)
        layout.addSpacing(8)
        layout.addLayout(row)
        self.field.textChanged.connect(lambda text: self.yes.setEnabled(bool(text)))
        self.yes.setEnabled(False)
        self.field.setFocus()

    def _try(self) -> None:
        self.field.setEnabled(False)
        self.yes.setEnabled(False)
        self.yes.setText(tr("Unlocking…"))
        self.problem.hide()
        self.tried.emit(self.field.text())

    def show_wrong(self, why: str) -> None:
        """It did not open; what was typed is chosen, to be typed anew."""
        self.problem.setText(why)
        self.problem.show()
        self.field.setEnabled(True)
        self.yes.setText(tr("Unlock"))
        self.yes.setEnabled(True)
        self.field.selectAll()
        self.field.setFocus()
        self.adjustSize()

    def done(self, result: int) -> None:
        self.field.clear()
        super().done(result)


class ChangePassphrase(QDialog):
    """The old passphrase once, the new one twice."""

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None, theme: Theme) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Change passphrase"))
        fields.at_least(self, 480)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(8)
        layout.addWidget(Label(theme, tr("Change passphrase"), "title"))
        lead = tr(
            "The case stays as it is; only what opens it changes. Copies made before keep the old passphrase."
        )
        layout.addWidget(Label(theme, lead, "body", "text2", wrap=True))
        self.old = SecretField(tr("Passphrase now"), tr("Passphrase now"))
        self.new = NewSecret(theme)
        self.problem = Label(theme, "", "meta", "error", wrap=True)
        self.problem.hide()
        layout.addSpacing(4)
        layout.addWidget(self.old)
        layout.addWidget(self.problem)
        layout.addSpacing(4)
        layout.addWidget(self.new)
        row, self.yes, no = buttons(tr("Change"))
        self.yes.clicked.connect(self._choose)
        no.clicked.connect(self.reject)
        self.old.textChanged.connect(self._check)
        self.new.changed.connect(self._check)
        layout.addSpacing(8)
        layout.addLayout(row)
        self._check()

    def _check(self, _value: object = None) -> None:
        self.yes.setEnabled(bool(self.old.text()) and self.new.usable)

    def _choose(self) -> None:
        self.yes.setEnabled(False)
        self.problem.hide()
        self.chosen.emit(self.old.text(), self.new.passphrase)

    def show_problem(self, why: str) -> None:
        self.problem.setText(why)
        self.problem.show()
        self._check()
        self.old.selectAll()
        self.old.setFocus()

    def done(self, result: int) -> None:
        self.old.clear()
        self.new.clear()
        super().done(result)
