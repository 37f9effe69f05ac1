"""The form of a new case: question and claim, and whether it is encrypted."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from theodolite_desktop.language import tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.views import fields
from theodolite_desktop.views.controls import Rule
from theodolite_desktop.views.dialogs import CaseForm
from theodolite_desktop.views.label import Label
from theodolite_desktop.views.passphrases import NO_WAY_BACK, NewSecret


class NewCaseForm(CaseForm):
    """Encryption is chosen here and never later, so that nothing was ever written in plain text."""

    def __init__(self, parent: QWidget | None, theme: Theme) -> None:
        super().__init__(parent, theme, new=True)
        self.encrypt = QCheckBox(tr("Encrypt this case under a passphrase"))
        self.encrypt.setMinimumHeight(fields.scaled(24))
        self.why = Label(theme, tr(NO_WAY_BACK), "meta", "text2", wrap=True)
        self.secret = NewSecret(theme, self.fontMetrics().horizontalAdvance(tr("Source of claim")))
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Rule())
        column.addWidget(self.encrypt)
        column.addWidget(self.why)
        column.addWidget(self.secret)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(layout.count() - 1, box)
        for before, after in (
            (self.source, self.encrypt),
            (self.encrypt, self.secret.first),
            (self.secret.first, self.secret.second),
            (self.secret.second, self.secret.show_box),
        ):
            QWidget.setTabOrder(before, after)
        self._go = next(b for b in self.findChildren(QPushButton) if b.objectName() == "primary")
        self.encrypt.toggled.connect(self._fold)
        self.secret.changed.connect(lambda _on: self._check())
        self._fold(False)

    @property
    def passphrase(self) -> str | None:
        """None: a case in plain files."""
        return self.secret.passphrase if self.encrypt.isChecked() else None

    def done(self, result: int) -> None:
        super().done(result)
        if result != self.DialogCode.Accepted:
            self.secret.clear()

    def _fold(self, on: bool) -> None:
        self.secret.setVisible(on)
        self.why.setVisible(on)
        if on:
            self.secret.first.setFocus()
        self._check()
        layout = self.layout()
        if layout is not None:  # wrapped lines: the height follows from the width
            layout.activate()
            self.resize(
                self.width(), max(layout.minimumSize().height(), layout.totalHeightForWidth(self.width()))
            )

    def _check(self) -> None:
        self._go.setEnabled(not self.encrypt.isChecked() or self.secret.usable)
