"""Below the clue list: all readings of the chosen clue, its strength, and what a person can do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from theodolite_desktop.clue_rows import ClueRow
from theodolite_desktop.language import mark, tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.views.label import Label
from theodolite_desktop.views.speaking import SpokenOf
from theodolite_desktop.views.strength import StrengthSlider

HEIGHT = 176
OFF = mark("Off: it does not count.")


class ClueDetail(QWidget):
    """Shown while a clue is chosen; empty of controls for what was not found."""

    strengthChosen = Signal(str, object)
    correctAsked = Signal(str)
    rejectAsked = Signal(str)
    switchAsked = Signal(str, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("raised")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._row: ClueRow | None = None
        self._text = QVBoxLayout()
        self._text.setContentsMargins(12, 8, 12, 8)
        self._text.setSpacing(2)
        page = QWidget()
        page.setObjectName("raised")
        whole = QVBoxLayout(page)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.spoken = SpokenOf(theme)
        self.spoken.setContentsMargins(12, 8, 12, 0)
        whole.addWidget(self.spoken)
        whole.addLayout(self._text, 1)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(tr("The chosen clue"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(area, 1)
        layout.addWidget(self._controls())
        self.hide()

    def _controls(self) -> QWidget:
        row = QWidget()
        row.setObjectName("raised")
        layout = QHBoxLayout(row)
        layout.setContentsMargins(12, 4, 8, 8)
        layout.setSpacing(4)
        self.strength = StrengthSlider(self._theme)
        self.strength.chosen.connect(lambda strength: self.strengthChosen.emit(self._id, strength))
        layout.addWidget(self.strength)
        layout.addStretch(1)
        self.switch = QPushButton(tr("Switch on"))
        self.switch.setToolTip(tr("Let it count (Space)"))
        self.switch.clicked.connect(self._on_switch)
        self.correct = QPushButton(tr("Correct…"))
        self.correct.setToolTip(tr("Write what the line really says (E)"))
        self.correct.clicked.connect(lambda: self.correctAsked.emit(self._id))
        self.reject = QPushButton(tr("Reject…"))
        self.reject.setToolTip(tr("Reject with a reason (X)"))
        self.reject.clicked.connect(lambda: self.rejectAsked.emit(self._id))
        for action in (self.switch, self.correct, self.reject):
            action.setObjectName("small")
            layout.addWidget(action)
        self._bar = row
        return row

    @property
    def _id(self) -> str:
        return self._row.id if self._row else ""

    def fit(self, room: int) -> None:
        """As high as the design says, but never more than half of ``room``."""
        self.setFixedHeight(min(self._theme.scaled(HEIGHT), max(self._theme.scaled(96), room // 2)))

    def show_clue(self, row: ClueRow | None) -> None:
        """Draw ``row``; None hides the strip."""
        self.setVisible(row is not None)
        if row is None or row == self._row:
            self._row = row
            return
        self._row = row
        while (item := self._text.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()  # it would be drawn below the new ones until it is gone
                widget.deleteLater()
        off = not (row.active or row.rejected or row.missing)
        self._add(row.source, "meta", "text2")
        if off:
            self._add(tr("Off. {note}", note=row.note) if row.note else tr(OFF), "meta", "warn")
        self._add(row.observation, "body", "evidence" if row.quoted else "")
        known = row.quoted or (len(row.readings) > 0 and row.readings[0][1] in row.observation)
        for name, text in row.readings[1:] if known and not row.corrected else row.readings:
            self._add(f"{name}: {text}", "meta", "")
        said = {row.observation, *(f"{name}: {text}" for name, text in row.readings)}
        said |= {row.note} if off else set()
        for line in row.detail.split("\n")[2:]:
            if line not in said:
                self._add(line, "meta", "text2")
        self._text.addStretch(1)
        self._bar.setVisible(not row.missing)
        self.switch.setVisible(off or row.rejected)
        self.correct.setVisible(row.correctable)
        self.reject.setVisible(not row.rejected)
        self.strength.setVisible(row.active and not row.rejected)
        self.strength.show_strength(row.strength)

    def _add(self, text: str, role: str, tone: str) -> None:
        label = Label(self._theme, text, role, tone, wrap=True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.addWidget(label)

    def _on_switch(self) -> None:
        if self._row is not None:
            self.switchAsked.emit(self._row.id, True)
