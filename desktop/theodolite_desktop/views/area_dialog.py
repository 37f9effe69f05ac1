"""A search area's title, size of cells and note; says at once how many cells that makes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QDoubleValidator
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QPlainTextEdit, QWidget

from theodolite_desktop.language import tr, trn
from theodolite_desktop.theme import Theme
from theodolite_desktop.views import fields
from theodolite_desktop.views.label import Label


class AreaDialog(QDialog):
    """``sizeAsked`` carries a size in metres, -1 for one that suits; :meth:`show_size` is the answer."""

    sizeAsked = Signal(float)

    def __init__(
        self,
        parent: QWidget | None,
        theme: Theme,
        *,
        title: str = "",
        cell_m: float | None = None,
        note: str = "",
        judged: bool = False,
    ) -> None:
        super().__init__(parent)
        new = cell_m is None
        self.setWindowTitle(tr("Search area"))
        self.setMinimumWidth(theme.scaled(420))
        layout = fields.column(self)
        layout.addWidget(Label(theme, tr("Ground to search") if new else tr("Search area"), "title"))
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        self.title = fields.line(tr("Title"), tr("North side of the valley"))
        self.title.setText(title)
        self.cell = fields.line(tr("Size of a cell, metres"), "250")
        self.cell.setValidator(QDoubleValidator(5.0, 200_000.0, 1, self.cell))
        self.cell.setText("" if cell_m is None else f"{cell_m:g}")
        self.cell.setEnabled(not judged)
        self.cell.textEdited.connect(self._ask)
        self.note = QPlainTextEdit(note)
        self.note.setAccessibleName(tr("Note"))
        self.note.setTabChangesFocus(True)
        theme.fix(self.note, height=64)
        for name, field in (
            (tr("Title"), self.title),
            (tr("Cell, metres"), self.cell),
            (tr("Note"), self.note),
        ):
            form.addRow(Label(theme, name, "body", "text2"), field)
        layout.addLayout(form)
        self.size_text = Label(theme, "", "meta", "text2", wrap=True)
        layout.addWidget(self.size_text)
        if judged:
            said = tr("Cells were judged, so their size stays. Draw another area for another size.")
            layout.addWidget(Label(theme, said, "meta", "text2", wrap=True))
        self.problem = fields.problem(theme)
        layout.addWidget(self.problem)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        cancel = fields.button(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.yes = fields.button(tr("Draw") if new else tr("Save"), primary=True)
        self.yes.clicked.connect(self.accept)
        row.addWidget(cancel)
        row.addWidget(self.yes)
        layout.addLayout(row)

    @property
    def cell_m(self) -> float | None:
        """Metres as typed, None for nothing or no number."""
        try:
            return float(self.cell.text().replace(",", "."))
        except ValueError:
            return None

    def begin(self) -> None:
        """Ask for the first answer."""
        self._ask("")

    def _ask(self, _text: str) -> None:
        self.sizeAsked.emit(-1.0 if self.cell_m is None else self.cell_m)

    def show_size(self, cell_m: float, cells: int, km2: float) -> None:
        fields.say(self.problem, "")
        if not self.cell.text():
            self.cell.setText(f"{cell_m:g}")
        self.size_text.setText(trn("%n cells, {km2} km²", cells, one="%n cell, {km2} km²", km2=f"{km2:,.2f}"))
        self.yes.setEnabled(True)

    def show_problem(self, text: str) -> None:
        fields.say(self.problem, text)
        self.size_text.setText("")
        self.yes.setEnabled(False)
