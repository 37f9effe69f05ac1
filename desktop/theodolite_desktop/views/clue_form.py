"""The small form that a drawn box opens: what was seen, what it suggests, on whose word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from theodolite.domain import Box, MarkShape, Strength
from theodolite_desktop import wording
from theodolite_desktop.language import mark, tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.views.controls import Choice
from theodolite_desktop.views.label import Label

WIDE = 328
STRENGTHS = {
    Strength.CERTAIN: mark("certain"),
    Strength.LIKELY: mark("likely"),
    Strength.WEAK: mark("weak"),
}


@dataclass(frozen=True, slots=True)
class ClueDraft:
    """What the person wrote; checked by the engine."""

    observation: str
    inference: str
    source: str
    supports: bool
    strength: Strength
    place_text: str
    when_text: str
    box: Box | None
    shape: MarkShape | None = None


class ClueForm(QFrame):
    """Lies over the image, beside nothing it could hide for good: Esc closes it."""

    submitted = Signal(object)
    closed = Signal()
    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._theme = theme
        self._box: Box | None = None
        self._shape: MarkShape | None = None
        self.observation = self._field(tr("What do you see?"), tr("square tower, five rows of windows"))
        self.inference = self._field(tr("What does it suggest?"), tr("Pieve di Santa Maria, Arezzo"))
        self.source = self._field(tr("How do you know?"), tr("printed guide"))
        self.place = self._field(tr("Place, if it names one"), tr("43.4649, 11.8826 or a town"))
        self.time = self._field(tr("Time, if it says one"), tr("before 2015, 22 Oct 2008"))
        self._fields = (self.observation, self.inference, self.source, self.place, self.time)
        self.direction = Choice(theme, tr("For or against"))
        self.direction.addItems([tr("Speaks for"), tr("Speaks against")])
        self.strength = Choice(theme, tr("Strength"))
        for strength in Strength:
            self.strength.addItem(f"{wording.dots(strength)}  {tr(STRENGTHS[strength])}", strength.value)
        self.strength.setCurrentIndex(1)
        for field in self._fields:
            field.textChanged.connect(self.edited)
        for choice in (self.direction, self.strength):
            choice.currentIndexChanged.connect(self.edited)
        self.problem = Label(theme, "", "meta", "error", wrap=True)
        self.problem.hide()
        save = QPushButton(tr("Add clue"))
        save.setObjectName("primary")
        save.clicked.connect(self._submit)
        cancel = QPushButton(tr("Cancel"))
        cancel.clicked.connect(self.close_form)
        self._lay_out(theme, save, cancel)
        self.hide()

    def _field(self, name: str, example: str) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(name)
        field.setPlaceholderText(example)
        field.returnPressed.connect(self._submit)
        return field

    def _lay_out(self, theme: Theme, save: QPushButton, cancel: QPushButton) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 16)
        layout.setSpacing(4)
        self.title = Label(theme, tr("New clue"), "subhead")
        layout.addWidget(self.title)
        for field in self._fields:
            layout.addWidget(Label(theme, field.accessibleName(), "meta", "text2"))
            layout.addWidget(field)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.addWidget(self.direction, 0, 0)
        grid.addWidget(self.strength, 0, 1)
        layout.addSpacing(8)
        layout.addLayout(grid)
        layout.addWidget(self.problem)
        layout.addSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(save)
        layout.addLayout(row)

    def open_for(self, box: Box | None, shape: MarkShape | None = None) -> None:
        """Empty and ready for a new clue; ``box`` None: a clue without a region."""
        self._box, self._shape = box, shape
        self.title.setText(tr("New clue with a mark") if box else tr("New clue"))
        self.setFixedWidth(self._theme.scaled(WIDE))
        for field in self._fields:
            field.clear()
        self.problem.hide()
        self.show()
        self.raise_()
        self.observation.setFocus(Qt.FocusReason.PopupFocusReason)

    def draft(self) -> dict[str, Any]:
        """What is written and not yet taken, as plain values; {} while the form is closed or empty."""
        if self.isHidden() or not any(field.text() for field in self._fields):
            return {}
        box, shape = self._box, self._shape
        return {
            "fields": [field.text() for field in self._fields],
            "direction": self.direction.currentIndex(),
            "strength": self.strength.currentIndex(),
            "box": [box.left, box.top, box.right, box.bottom] if box is not None else None,
            "shape": {"kind": shape.kind, "points": list(shape.points)} if shape is not None else None,
        }

    def resume(self, draft: Mapping[str, Any], box: Box | None, shape: MarkShape | None = None) -> None:
        """Open with what :meth:`draft` said."""
        self.open_for(box, shape)
        written = draft.get("fields")
        for field, text in zip(self._fields, written if isinstance(written, list) else (), strict=False):
            field.setText(str(text))
        for choice, name in ((self.direction, "direction"), (self.strength, "strength")):
            at = draft.get(name)
            if isinstance(at, int) and 0 <= at < choice.count():
                choice.setCurrentIndex(at)

    def show_problem(self, text: str) -> None:
        """Say why the clue was not taken; what was typed stays."""
        self.problem.setText(text)
        self.problem.show()
        self.adjustSize()

    def close_form(self) -> None:
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_form()
        else:
            super().keyPressEvent(event)

    def _submit(self) -> None:
        self.submitted.emit(
            ClueDraft(
                observation=self.observation.text(),
                inference=self.inference.text(),
                source=self.source.text(),
                supports=self.direction.currentIndex() == 0,
                strength=Strength(self.strength.currentData()),
                place_text=self.place.text(),
                when_text=self.time.text(),
                box=self._box,
                shape=self._shape,
            )
        )
