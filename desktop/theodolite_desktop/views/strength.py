"""The strength of a clue as a slider with three stops, and what it is in words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from theodolite.domain import Strength
from theodolite_desktop.language import mark, tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.views.label import Label

STOPS = (Strength.WEAK, Strength.LIKELY, Strength.CERTAIN)
WORDS = {Strength.WEAK: mark("weak"), Strength.LIKELY: mark("likely"), Strength.CERTAIN: mark("certain")}


class StrengthSlider(QWidget):
    """``chosen`` carries the strength that a person set; showing one announces nothing."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as bars: more is to the right
        self.slider.setRange(0, len(STOPS) - 1)
        self.slider.setPageStep(1)
        self.slider.setTickPosition(QSlider.TickPosition.TicksBelow)
        self.slider.setTickInterval(1)
        self.slider.setTracking(False)  # one step on record when it is let go, not each on the way
        self.slider.setToolTip(tr("Strength (Left and Right in the list)"))
        theme.fix(self.slider, width=72)
        self.word = Label(theme, "", "meta", "text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.slider)
        row.addWidget(self.word)
        self.slider.valueChanged.connect(self._moved)
        self.slider.sliderMoved.connect(self._name)
        self.show_strength(Strength.LIKELY)

    @property
    def strength(self) -> Strength:
        return STOPS[self.slider.value()]

    def show_strength(self, strength: Strength) -> None:
        self.slider.blockSignals(True)
        self.slider.setValue(STOPS.index(strength))
        self.slider.blockSignals(False)
        self._name(self.slider.value())

    def _moved(self, value: int) -> None:
        self._name(value)
        self.chosen.emit(self.strength)

    def _name(self, value: int) -> None:
        word = tr(WORDS[STOPS[value]])
        self.word.setText(word)
        self.slider.setAccessibleName(tr("Strength {word}", word=word))
