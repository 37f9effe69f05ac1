"""Lawful destruction of an exhibit: a reason and what goes first, then its hash typed as the confirmation."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from theodolite.domain import Exhibit
from theodolite_desktop import wording
from theodolite_desktop.language import mark, tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.views import fields
from theodolite_desktop.views.controls import Choice
from theodolite_desktop.views.label import ElidedLabel, Label

TYPED = 8
REASONS = (
    mark("ordered by a court or an authority"),
    mark("may not be held by law"),
    mark("endangers a person"),
    mark("received by mistake"),
)
LEAD = mark(
    "For what must not be kept: by law, by order, or for someone's safety. It cannot be undone. "
    "Withdrawal is the ordinary way: it keeps the bytes and can be undone."
)
STAYS = mark(
    "A tombstone stays: its id, its SHA-256, your reason, who did it and when. "
    "The log still verifies, with one destruction."
)


class DestroyDialog(QDialog):
    """Two pages, two confirmations. ``destroyed`` carries the reason and the characters that were typed."""

    destroyed = Signal(str, str)
    withdrawAsked = Signal()

    def __init__(self, parent: QWidget | None, theme: Theme, exhibit: Exhibit, goes: Sequence[str]) -> None:
        super().__init__(parent)
        self._theme, self._exhibit = theme, exhibit
        self.setWindowTitle(tr("Destroy {id}", id=exhibit.id))
        fields.at_least(self, 560)
        self.pages = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.addWidget(self.pages)
        self.pages.addWidget(self._first(goes))
        self.pages.addWidget(self._second())
        self.reason.setFocus()

    @staticmethod
    def _page() -> tuple[QWidget, QVBoxLayout]:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        return page, column

    def _first(self, goes: Sequence[str]) -> QWidget:
        theme, (page, column) = self._theme, self._page()
        column.addWidget(Label(theme, tr("Destroy {id} for good", id=self._exhibit.id), "title"))
        column.addWidget(ElidedLabel(theme, wording.visible(self._exhibit.name, 200), "body", "text2"))
        column.addWidget(Label(theme, tr(LEAD), "body", wrap=True))
        column.addSpacing(4)
        column.addWidget(Label(theme, tr("This goes ({number})", number=len(goes)), "strong"))
        column.addWidget(self._list(goes), 1)
        column.addWidget(Label(theme, tr(STAYS), "body", "text2", wrap=True))
        column.addSpacing(4)
        column.addWidget(Label(theme, tr("Reason"), "meta", "text2"))
        self.reason = Choice(theme, tr("Reason"))
        self.reason.setEditable(True)
        self.reason.addItems([tr(reason) for reason in REASONS])
        self.reason.setCurrentText("")
        edit = self.reason.lineEdit()
        assert edit is not None
        edit.setPlaceholderText(tr("Choose or type a reason; it stays on record"))
        column.addWidget(self.reason)
        instead, cancel = QPushButton(tr("Withdraw instead")), QPushButton(tr("Cancel"))
        instead.setAutoDefault(False)
        self.go_on = QPushButton(tr("Go on…"))
        self.go_on.setObjectName("danger")
        self.go_on.setEnabled(False)
        instead.clicked.connect(self._withdraw)
        cancel.clicked.connect(self.reject)
        cancel.setDefault(True)
        self.go_on.clicked.connect(self._go_on)
        self.reason.editTextChanged.connect(lambda text: self.go_on.setEnabled(bool(text.strip())))
        column.addSpacing(8)
        column.addLayout(_row(instead, cancel, self.go_on))
        return page

    def _list(self, goes: Sequence[str]) -> QScrollArea:
        theme = self._theme
        inside = QWidget()
        inside.setObjectName("panel")
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(12, 8, 12, 8)
        lines.setSpacing(4)
        for line in goes:
            text = Label(theme, wording.visible(line, 400), "body", wrap=True)
            lines.addWidget(text)
        lines.addStretch(1)
        area = QScrollArea()
        area.setObjectName("framed")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(tr("What goes"))
        area.setMinimumHeight(min(220, 28 * max(3, len(goes))))
        area.setWidget(inside)
        return area

    def _second(self) -> QWidget:
        theme, (page, column) = self._theme, self._page()
        column.addWidget(Label(theme, tr("Second confirmation"), "title"))
        said = tr(
            "Type the first {typed} characters of the SHA-256 of {id}. Once it is destroyed, "
            "nothing brings it back.",
            typed=TYPED,
            id=self._exhibit.id,
        )
        column.addWidget(Label(theme, said, "body", wrap=True))
        value = self._exhibit.sha256
        column.addWidget(Label(theme, f"{value[:TYPED]} {value[TYPED:32]}\n{' ' * 9}{value[32:]}", "mono"))
        self.typed = QLineEdit()
        self.typed.setAccessibleName(tr("First characters of the SHA-256"))
        self.typed.setFont(theme.font("mono"))
        self.typed.setMaxLength(TYPED)
        self.typed.setMaximumWidth(fields.scaled(160))
        column.addSpacing(4)
        column.addWidget(self.typed)
        self.problem = Label(theme, "", "meta", "error", wrap=True)
        column.addWidget(self.problem)
        column.addStretch(1)
        self.back, cancel = QPushButton(tr("Back")), QPushButton(tr("Cancel"))
        self.back.setAutoDefault(False)
        self.yes = QPushButton(tr("Destroy {id}", id=self._exhibit.id))
        self.yes.setObjectName("danger")
        self.yes.setEnabled(False)
        self.back.clicked.connect(lambda: self.pages.setCurrentIndex(0))
        cancel.clicked.connect(self.reject)
        self.yes.clicked.connect(self._destroy)
        self.typed.textChanged.connect(self._check)
        column.addLayout(_row(self.back, cancel, self.yes))
        return page

    def showEvent(self, event: QShowEvent) -> None:
        """Wrapped lines need more height the narrower they are, which a dialog's first size ignores."""
        super().showEvent(event)
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))

    def _go_on(self) -> None:
        self.pages.setCurrentIndex(1)
        self.typed.setFocus()

    def _check(self, text: str) -> None:
        self.yes.setEnabled(text.strip().lower() == self._exhibit.sha256[:TYPED])

    def _withdraw(self) -> None:
        self.reject()
        self.withdrawAsked.emit()

    def _destroy(self) -> None:
        self.yes.setEnabled(False)
        self.destroyed.emit(self.reason.currentText().strip(), self.typed.text().strip().lower())
        self.accept()


def _row(left: QPushButton, middle: QPushButton, right: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(left)
    row.addStretch(1)
    row.addWidget(middle)
    row.addWidget(right)
    return row
