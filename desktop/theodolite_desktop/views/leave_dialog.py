"""Before anything leaves the case: what goes, what stays, in one table to be read first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from theodolite_desktop.language import tr
from theodolite_desktop.report_draft import FORMATS
from theodolite_desktop.theme import Theme
from theodolite_desktop.views import fields
from theodolite_desktop.views.controls import Rule
from theodolite_desktop.views.label import Label
from theodolite_desktop.views.together import Icon


class LeaveDialog(QDialog):
    """Accepted: write it. ``redactAsked``: the person wants to look at the masks first."""

    redactAsked = Signal()

    def __init__(
        self,
        parent: QWidget | None,
        theme: Theme,
        standing: str,
        rows: Sequence[tuple[str, str, str]],
        formats: Sequence[str],
        *,
        title: str = "",
        yes: str = "",
    ) -> None:
        super().__init__(parent)
        title = title or tr("Before it leaves the case")
        self.setWindowTitle(title)
        fields.at_least(self, 520)
        layout = fields.column(self)
        layout.addWidget(Label(theme, title, "title"))
        layout.addWidget(Label(theme, standing, "body", "text2", wrap=True))
        layout.addSpacing(4)
        layout.addWidget(Rule())
        self._theme = theme
        self._rows = QVBoxLayout()
        layout.addLayout(self._rows)
        self.show_rows(rows)
        layout.addWidget(Rule())
        named = [title for name, title, _ in FORMATS if name in formats]
        if formats:
            layout.addWidget(Label(theme, tr("Formats: {named}", named=", ".join(named)), "body", wrap=True))
        layout.addWidget(
            Label(theme, tr("The log records each file and its SHA-256."), "meta", "text2", wrap=True)
        )
        layout.addSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.masks = fields.button(tr("Look at the masks…"))
        self.masks.clicked.connect(lambda _checked=False: self.redactAsked.emit())
        row.addWidget(self.masks)
        row.addStretch(1)
        self.cancel = fields.button(tr("Cancel"))
        self.cancel.clicked.connect(self.reject)
        row.addWidget(self.cancel)
        self.yes = fields.button(yes or tr("Choose a folder…"), primary=True)
        self.yes.clicked.connect(self.accept)
        row.addWidget(self.yes)
        layout.addLayout(row)

    def show_rows(self, rows: Sequence[tuple[str, str, str]]) -> None:
        """The table of what goes and what stays."""
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(1, 176)
        grid.setColumnStretch(2, 1)
        for number, (what, how, tone) in enumerate(rows):
            icon = Icon(self._theme, "shield-check-outline" if tone == "ok" else "alert-outline", tone)
            grid.addWidget(icon, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Label(self._theme, what, "body", "text2"), number, 1, Qt.AlignmentFlag.AlignTop)
            said = Label(self._theme, how, "body", "" if tone == "ok" else tone, wrap=True)
            grid.addWidget(said, number, 2)
        shown = self._rows.takeAt(0)
        before = shown.widget() if shown is not None else None
        if before is not None:
            before.hide()
            before.deleteLater()
        self._rows.addWidget(page)
        if self.isVisible():
            page.show()
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Wrapped lines need more height than a dialog's first size gives."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            layout.activate()
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))
