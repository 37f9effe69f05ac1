"""How a picture is seen: rotation, mirror, levels. The picture stays; a copy can be made like that."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from theodolite.domain import Step
from theodolite_desktop import recipe_rows
from theodolite_desktop.language import tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.toning import Levels
from theodolite_desktop.views.label import Label
from theodolite_desktop.views.picture_view import PictureView

NARROW = 312
GAMMAS = 100  # slider steps on each side of gamma 1; the ends are a tenth and ten


class Adjust(QFrame):
    """Lies over the picture in ``view``; ``horizon`` says how far a drawn horizon is off, degrees.

    ``madeAsked`` carries the steps of a recipe that gives what is seen.
    """

    madeAsked = Signal(object)

    def __init__(
        self, theme: Theme, parent: QWidget, view: PictureView, horizon: Callable[[], float | None]
    ) -> None:
        super().__init__(parent)
        self._theme, self._view, self._horizon = theme, view, horizon
        self.setObjectName("card")
        self.setAccessibleName(tr("Adjust the view"))
        self.angle = QDoubleSpinBox()
        self.angle.setRange(-359.9, 359.9)
        self.angle.setDecimals(1)
        self.angle.setWrapping(True)
        self.angle.setSuffix("°")
        self.angle.setAccessibleName(tr("Rotation, degrees clockwise"))
        self.mirrored = QCheckBox(tr("Mirrored"))
        self.level = QPushButton(tr("Level"))
        self.level.setObjectName("small")
        self.level.setToolTip(tr("Turn the view until the horizon that was drawn lies level"))
        self.level.clicked.connect(lambda: self.lay_level())
        self.black = self._slider(tr("Black"), 0, 254, 0)
        self.white = self._slider(tr("White"), 1, 255, 255)
        self.gamma = self._slider(tr("Gamma"), -GAMMAS, GAMMAS, 0)
        self.values = {name: Label(theme, "", "meta", "text2") for name in ("black", "white", "gamma")}
        self._lay_out(theme)
        self.angle.valueChanged.connect(self._turn)
        self.mirrored.toggled.connect(self._turn)
        for slider in (self.black, self.white, self.gamma):
            slider.valueChanged.connect(self._tone)
        view.viewportMoved.connect(self._follow)
        self._say()
        self.hide()

    def _slider(self, name: str, low: int, high: int, value: int) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as bars: more is to the right
        slider.setRange(low, high)
        slider.setValue(value)
        slider.setAccessibleName(name)
        return slider

    def _lay_out(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(Label(theme, tr("Adjust the view"), "subhead"))
        column.addWidget(Label(theme, tr("The exhibit itself is not changed."), "meta", "text2"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        grid.addWidget(Label(theme, tr("Rotation"), "body", "text2"), 0, 0)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.angle, 1)
        row.addWidget(self.level)
        grid.addLayout(row, 0, 1, 1, 2)
        grid.addWidget(self.mirrored, 1, 1, 1, 2)
        for at, (name, slider) in enumerate(
            (("black", self.black), ("white", self.white), ("gamma", self.gamma)), 2
        ):
            grid.addWidget(Label(theme, slider.accessibleName(), "body", "text2"), at, 0)
            grid.addWidget(slider, at, 1)
            self.values[name].setMinimumWidth(theme.scaled(32))
            grid.addWidget(self.values[name], at, 2)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        self.reset = QPushButton(tr("As it was"))
        self.reset.clicked.connect(self.clear)
        self.make = QPushButton(tr("Make a picture…"))
        self.make.setToolTip(tr("Make a picture with this rotation and these levels, as a recorded recipe"))
        self.make.clicked.connect(self._make)
        buttons.addStretch(1)
        buttons.addWidget(self.reset)
        buttons.addWidget(self.make)
        column.addLayout(buttons)

    # --- values ------------------------------------------------------------------------------------

    @property
    def levels(self) -> Levels:
        gamma = 10.0 ** (self.gamma.value() / GAMMAS)
        return Levels(self.black.value(), max(self.white.value(), self.black.value() + 1), round(gamma, 2))

    @property
    def steps(self) -> tuple[Step, ...]:
        """What is seen as steps of a recipe: mirrored, then turned, then toned."""
        found = []
        if self.mirrored.isChecked():
            found.append(recipe_rows.step("mirror", axis="horizontal"))
        if self.angle.value() % 360.0:
            found.append(recipe_rows.step("rotate", degrees=round(self.angle.value(), 1)))
        tones = self.levels
        if not tones.plain:
            values = {"black": tones.black, "white": tones.white, "gamma": tones.gamma}
            found.append(recipe_rows.step("levels", **values))
        return tuple(found)

    def lay_level(self) -> bool:
        """Turn the view until the horizon that was drawn lies level; False where none was drawn."""
        angle = self._horizon()
        if angle is None:
            return False
        flip = self._view.viewport.mirrored
        self._view.set_angle(-angle if flip else angle, mirrored=flip)
        return True

    def _follow(self, _viewport: object = None) -> None:
        """Show what the view is like now."""
        if self.isHidden():
            return
        now, levels = self._view.viewport, self._view.levels
        parts = (self.angle, self.mirrored, self.black, self.white, self.gamma)
        for part in parts:
            part.blockSignals(True)
        self.angle.setValue(now.angle if now.angle <= 180.0 else now.angle - 360.0)
        self.mirrored.setChecked(now.mirrored)
        if levels != self.levels:
            self.black.setValue(levels.black)
            self.white.setValue(levels.white)
            self.gamma.setValue(round(GAMMAS * math.log10(levels.gamma)))
        for part in parts:
            part.blockSignals(False)
        self.level.setEnabled(self._horizon() is not None)
        self._say()

    def clear(self) -> None:
        """Upright, not mirrored, every level as it is."""
        self.black.setValue(0)
        self.white.setValue(255)
        self.gamma.setValue(0)
        self.mirrored.setChecked(False)
        self.angle.setValue(0.0)

    def _turn(self, *_values: object) -> None:
        self._view.set_angle(self.angle.value(), mirrored=self.mirrored.isChecked())
        self._say()

    def _tone(self, _value: int) -> None:
        if self.white.value() <= self.black.value():
            moved = self.sender()
            other, value = (
                (self.black, self.white.value() - 1)
                if moved is self.white
                else (self.white, self.black.value() + 1)
            )
            other.setValue(value)
            return
        self._view.set_levels(self.levels)
        self._say()

    def _say(self) -> None:
        levels = self.levels
        for name, text in (
            ("black", f"{levels.black}"),
            ("white", f"{levels.white}"),
            ("gamma", f"{levels.gamma:.2f}"),
        ):
            self.values[name].setText(text)
        self.make.setEnabled(bool(self.steps))

    # --- opening -----------------------------------------------------------------------------------

    def toggle(self, top: int, width: int) -> None:
        """Open beside the reading end of a page that is ``width`` wide, below ``top``; or away again."""
        if self.isVisible():
            self.leave()
            return
        self.setFixedWidth(min(self._theme.scaled(NARROW), max(200, width - 16)))
        self.show()  # first, so that everything has the font that it is measured with
        self.adjustSize()
        x = 8 if self.isRightToLeft() else width - self.width() - 8
        self.move(QPoint(max(0, x), top + 8))
        self.raise_()
        self._follow()
        self.angle.setFocus()

    def leave(self) -> None:
        self.hide()
        self._view.setFocus()

    def _make(self) -> None:
        self.hide()
        self.madeAsked.emit(self.steps)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
