"""What goes into a bundle, before it is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from theodolite_desktop.language import mark, tr
from theodolite_desktop.report_draft import PROTECTION
from theodolite_desktop.theme import Theme
from theodolite_desktop.views import fields
from theodolite_desktop.views.label import Label
from theodolite_desktop.views.leave_dialog import LeaveDialog

STANDING = mark("Report, log, CASE JSON-LD and a verifier that needs Python alone, in one BagIt folder.")
WITH = mark(
    "The case can be opened again exactly. They leave byte for byte, with what is written in them "
    "and what masks cover."
)
WITHOUT = mark("No original leaves; who has the originals can check them.")
TELLING = mark("Nothing can be taken out of an original. Originals of this case hold in their own bytes:")

#: The table for a choice: True with originals, False with hashes only, None not chosen yet.
Rows = Callable[[bool | None], Sequence[tuple[str, str, str]]]


class BundleDialog(LeaveDialog):
    """Accepted: write it; ``originals`` says with or without them.

    ``telling``: protected fields that originals carry out and that are not disclosed; where there are any,
    a person chooses before it goes on.
    """

    def __init__(self, parent: QWidget | None, theme: Theme, rows: Rows, telling: Sequence[str] = ()) -> None:
        super().__init__(
            parent,
            theme,
            tr(STANDING),
            (),
            (),
            title=tr("Bundle: before it leaves the case"),
            yes=tr("Choose where…"),
        )
        box = QVBoxLayout()
        box.setSpacing(0)
        self.originals = QRadioButton(tr("Originals"))
        self.hashes = QRadioButton(tr("Hashes of the originals only"))
        named = ", ".join(PROTECTION[field][0].lower() if field in PROTECTION else field for field in telling)
        self.telling = (
            tr("{telling} {named}. Choose what leaves.", telling=tr(TELLING), named=named) if telling else ""
        )
        if telling:
            box.addWidget(Label(theme, self.telling, "body", "warn", wrap=True))
            box.addSpacing(4)
        for option, text in ((self.hashes, tr(WITHOUT)), (self.originals, tr(WITH))):
            option.setMinimumHeight(fields.scaled(28))
            option.setAccessibleDescription(f"{text} {self.telling}".strip())
            option.toggled.connect(lambda on: self._choose(rows) if on else None)
            box.addWidget(option)
            said = Label(theme, text, "meta", "text2", wrap=True)
            said.setContentsMargins(24, 0, 0, 4)
            box.addWidget(said)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertLayout(2, box)
        for before, after in ((self.hashes, self.masks), (self.masks, self.cancel), (self.cancel, self.yes)):
            QWidget.setTabOrder(before, after)  # the two ways are one stop; arrows go between them
        self.hashes.setFocus()
        if telling:
            self.yes.setEnabled(False)
            self.show_rows(rows(None))
        else:
            self.hashes.setChecked(True)
            self.show_rows(rows(False))

    def _choose(self, rows: Rows) -> None:
        self.yes.setEnabled(True)
        self.show_rows(rows(self.originals.isChecked()))
