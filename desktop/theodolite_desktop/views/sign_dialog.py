"""Signing the log: which key, what opens it, and what the signature says."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QStackedWidget, QWidget

from theodolite.domain import Person
from theodolite_desktop import wording
from theodolite_desktop.language import mark, tr
from theodolite_desktop.operations.signing import KeyRow
from theodolite_desktop.theme import Theme
from theodolite_desktop.views import fields
from theodolite_desktop.views.label import Label

LEAD = mark(
    "The signature covers every record up to the head below: with it anyone can check that this log existed "
    "and who stands for it. The key stays on this machine."
)
NO_KEY = mark("There is no key on this machine yet. Make one: it is yours, not the case's.")


class SignDialog(QDialog):
    """``signAsked``: key name, passphrase ('' for the keyring). ``makeAsked``: name, passphrase, keyring."""

    signAsked = Signal(str, str, str)
    makeAsked = Signal(str, str, bool)

    def __init__(
        self,
        parent: QWidget | None,
        theme: Theme,
        head: str,
        length: int,
        operator: str,
        reviews: Sequence[str] = (),
        people: Sequence[Person] = (),
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Sign the log"))
        fields.at_least(self, 520)
        self._keys: tuple[KeyRow, ...] = ()
        layout = fields.column(self)
        layout.addWidget(Label(theme, tr("Sign the log"), "title"))
        layout.addWidget(Label(theme, tr(LEAD), "body", "text2", wrap=True))
        layout.addWidget(
            Label(theme, tr("{length} records, head {head}…", length=length, head=head[:16]), "mono")
        )
        layout.addSpacing(4)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._sign_page(theme, reviews))
        self._pages.addWidget(self._make_page(theme, operator, people))
        layout.addWidget(self._pages)
        self.problem = fields.problem(theme)
        layout.addWidget(self.problem)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.other = fields.button(tr("Make a new key"))
        self.other.clicked.connect(lambda _checked=False: self._turn())
        row.addWidget(self.other)
        row.addStretch(1)
        cancel = fields.button(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        row.addWidget(cancel)
        self.yes = fields.button(tr("Sign"), primary=True)
        self.yes.clicked.connect(lambda _checked=False: self._go())
        row.addWidget(self.yes)
        layout.addLayout(row)
        self.finished.connect(lambda _code: self._wipe())
        self._show(0)

    def _sign_page(self, theme: Theme, reviews: Sequence[str]) -> QWidget:
        page = QWidget()
        column = fields.column(page, (0, 0, 0, 0))
        self.key = fields.choice(theme, tr("Key"), ())
        self.key.currentIndexChanged.connect(lambda _at: self._check())
        self.secret = _secret(tr("Passphrase of the key"))
        self.about = fields.choice(
            theme,
            tr("What it is about"),
            [(tr("the whole log"), ""), *((tr("review {name}", name=name), name) for name in reviews)],
        )
        column.addWidget(fields.named(theme, tr("Key"), self.key))
        self._secret_row = fields.named(theme, tr("Passphrase"), self.secret)
        column.addWidget(self._secret_row)
        about = fields.named(theme, tr("About"), self.about)
        about.setVisible(bool(reviews))
        column.addWidget(about)
        for widget in (self.key, self.secret, self.about):
            widget.setFixedWidth(fields.scaled(300))
        self.empty = Label(theme, tr(NO_KEY), "body", "text2", wrap=True)
        column.addWidget(self.empty)
        column.addStretch(1)
        return page

    def _make_page(self, theme: Theme, operator: str, people: Sequence[Person]) -> QWidget:
        page = QWidget()
        column = fields.column(page, (0, 0, 0, 0))
        known = next((p.name for p in people if operator in (p.id, p.account) and p.name), operator)
        self.name = fields.line(tr("Name in the signature"), tr("your name"), 300)
        self.name.setText(known)
        self.keep = fields.choice(
            theme,
            tr("Kept"),
            [(tr("under a passphrase"), "file"), (tr("in the keyring of this system"), "keyring")],
        )
        self.keep.setFixedWidth(fields.scaled(300))
        self.keep.currentIndexChanged.connect(lambda _at: self._check())
        self.new, self.again = _secret(tr("New passphrase")), _secret(tr("The same again"))
        column.addWidget(fields.named(theme, tr("Name"), self.name))
        column.addWidget(fields.named(theme, tr("Kept"), self.keep))
        self._new_rows = [
            fields.named(theme, tr("Passphrase"), self.new),
            fields.named(theme, tr("Again"), self.again),
        ]
        for row, field in zip(self._new_rows, (self.new, self.again), strict=True):
            field.setFixedWidth(fields.scaled(300))
            field.textChanged.connect(lambda _text: self._check())
            column.addWidget(row)
        column.addWidget(
            Label(
                theme,
                tr("A forgotten passphrase cannot be recovered; then make another key."),
                "meta",
                "text2",
                wrap=True,
            )
        )
        self.name.textChanged.connect(lambda _text: self._check())
        column.addStretch(1)
        return page

    # --- what is shown ---------------------------------------------------------------------------------

    def show_keys(self, keys: Sequence[KeyRow], choose: str = "") -> None:
        self._keys = tuple(keys)
        self.key.clear()
        for one in keys:
            self.key.addItem(f"{wording.visible(one.name, 60)}  {one.public[:8]}", one.name)
        if choose:
            self.key.setCurrentIndex(max(0, self.key.findData(choose)))
        self.empty.setVisible(not keys)
        self._show(0 if keys else 1)

    def show_problem(self, text: str) -> None:
        fields.say(self.problem, text)
        self.yes.setEnabled(True)
        self.secret.selectAll()

    def _show(self, page: int) -> None:
        self._pages.setCurrentIndex(page)
        self.yes.setText(tr("Make the key") if page else tr("Sign"))
        self.other.setText(tr("Use a key that is there") if page else tr("Make a new key"))
        self.other.setVisible(bool(page == 0 or self._keys))
        fields.say(self.problem, "")
        self._check()
        (self.name if page else self.secret).setFocus()

    def _turn(self) -> None:
        self._show(1 - self._pages.currentIndex())

    @property
    def _chosen(self) -> KeyRow | None:
        at = self.key.currentIndex()
        return self._keys[at] if 0 <= at < len(self._keys) else None

    def _check(self) -> None:
        if not hasattr(self, "yes"):
            return
        if self._pages.currentIndex() == 0:
            chosen = self._chosen
            self._secret_row.setVisible(chosen is not None and chosen.kept == "file")
            self.yes.setEnabled(chosen is not None)
        else:
            in_file = self.keep.currentData() == "file"
            for row in self._new_rows:
                row.setVisible(in_file)
            same = self.new.text() == self.again.text() and bool(self.new.text())
            self.yes.setEnabled(bool(self.name.text().strip()) and (same or not in_file))

    def _wipe(self) -> None:
        """No passphrase outlives the dialog."""
        for field in (self.secret, self.new, self.again):
            field.clear()

    def _go(self) -> None:
        fields.say(self.problem, "")
        self.yes.setEnabled(False)
        if self._pages.currentIndex() == 0:
            chosen = self._chosen
            if chosen is not None:
                self.signAsked.emit(chosen.name, self.secret.text(), str(self.about.currentData() or ""))
        else:
            keyring = self.keep.currentData() == "keyring"
            self.makeAsked.emit(self.name.text().strip(), "" if keyring else self.new.text(), keyring)


def _secret(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    return field
