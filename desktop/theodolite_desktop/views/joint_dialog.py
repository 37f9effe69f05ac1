"""Two rankings side by side in numbers: of linked exhibits, and of what a single hint changes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from theodolite_desktop.language import mark, tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.together_rows import JointTable, share
from theodolite_desktop.views import fields
from theodolite_desktop.views.label import ElidedLabel, Label

LEAD = mark(
    "With the link, what speaks for one exhibit speaks for all of them. It is what a person says, no clue: "
    "remove it and each stands alone again."
)
END = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class JointDialog(QDialog):
    """A block an exhibit: places, and their share in one ranking and in the other."""

    def __init__(
        self,
        parent: QWidget | None,
        theme: Theme,
        said: str,
        tables: Sequence[JointTable],
        *,
        title: str = "",
        lead: str = "",
        warning: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title or tr("Alone and together"))
        self._theme = theme
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(8)
        layout.addWidget(Label(theme, said, "title", wrap=True))
        layout.addWidget(Label(theme, lead or tr(LEAD), "body", "text2", wrap=True))
        if warning:
            layout.addWidget(Label(theme, warning, "body", "warn", wrap=True))
        page = QWidget()
        page.setObjectName("panel")
        grid = QGridLayout(page)
        grid.setContentsMargins(16, 8, 16, 16)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        number = 0
        for table in tables:
            number = self._table(grid, number, table)
        grid.setRowStretch(number, 1)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(tr("Both rankings"))
        layout.addWidget(area, 1)
        close = QPushButton(tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        lines = sum(max(1, len(table.rows)) + 1 for table in tables)
        rows = fields.scaled(24 * lines + 12 * len(tables))
        fields.fit(self, fields.scaled(560), layout.totalHeightForWidth(fields.scaled(560)) + rows)

    def _table(self, grid: QGridLayout, number: int, table: JointTable) -> int:
        theme = self._theme
        head = Label(theme, table.exhibit, "strong")
        head.setContentsMargins(0, 12 if number else 4, 0, 0)
        grid.addWidget(head, number, 0)
        for column, name in enumerate(table.columns, 1):
            title = Label(theme, name, "meta", "text2")
            grid.addWidget(title, number, column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        number += 1
        if not table.rows:
            grid.addWidget(Label(theme, tr("No place is named."), "body", "text2"), number, 0)
            return number + 1
        for label, alone, together in table.rows:
            place = ElidedLabel(theme, label, "body")
            first, second = (name.lower() for name in table.columns)
            place.setAccessibleName(f"{label}: {first} {share(alone)}, {second} {share(together)}")
            place.setToolTip("")
            grid.addWidget(place, number, 0)
            grid.addWidget(Label(theme, share(alone), "mono", "text2"), number, 1, END)
            grid.addWidget(Label(theme, share(together), "mono"), number, 2, END)
            number += 1
        return number
