"""Which clue sources count in this case, how much, and how long each took for the exhibit in view."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QGridLayout,
    QPushButton,
    QScrollArea,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from theodolite.domain import CLUE_SOURCES, SourceRun, SourceSetting
from theodolite_desktop import wording
from theodolite_desktop.language import mark, tr, trn
from theodolite_desktop.theme import Theme
from theodolite_desktop.views import fields
from theodolite_desktop.views.label import Label

LEAD = mark("A source that is off is not read, and its clues do not count. The weight scales what it adds.")


class SourcesDialog(QDialog):
    """One row a source: switch, weight in tenths, time and outcome. Changes count at once."""

    switched = Signal(str, bool)
    weighed = Signal(str, float)

    def __init__(
        self,
        parent: QWidget | None,
        theme: Theme,
        settings: Sequence[SourceSetting],
        runs: Sequence[SourceRun],
        exhibit: str,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Clue sources"))
        fields.fit(self, fields.scaled(800), fields.scaled(640))
        self._theme = theme
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(8)
        layout.addWidget(Label(theme, tr("Clue sources"), "title"))
        layout.addWidget(Label(theme, tr(LEAD), "body", "text2", wrap=True))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(tr("Sources"))
        area.setWidget(
            self._table({one.source: one for one in settings}, {run.source: run for run in runs}, exhibit)
        )
        layout.addWidget(area, 1)
        close = QPushButton(tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    def _table(
        self, settings: Mapping[str, SourceSetting], runs: Mapping[str, SourceRun], exhibit: str
    ) -> QWidget:
        page = QWidget()
        page.setObjectName("panel")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        grid = QGridLayout(page)
        grid.setContentsMargins(16, 8, 16, 8)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(3, 1)
        heads = (tr("Source"), tr("Weight"), "", tr("In {exhibit}", exhibit=exhibit) if exhibit else "")
        for column, name in enumerate(heads):
            grid.addWidget(Label(self._theme, name, "meta", "text2"), 0, column)
        for number, (source, title) in enumerate(CLUE_SOURCES.items(), start=1):
            setting = settings.get(source, SourceSetting(source))
            self._row(grid, number, tr(title), setting, runs.get(source))
        grid.setRowStretch(len(CLUE_SOURCES) + 1, 1)
        return page

    def _row(
        self, grid: QGridLayout, number: int, title: str, setting: SourceSetting, run: SourceRun | None
    ) -> None:
        source = setting.source
        switch = QCheckBox(title)
        switch.setChecked(setting.on)
        switch.setMinimumHeight(fields.scaled(28))
        weight = QSlider(Qt.Orientation.Horizontal)
        weight.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as bars: more is to the right
        weight.setRange(0, 10)
        weight.setPageStep(1)
        weight.setFixedWidth(fields.scaled(120))
        weight.setAccessibleName(tr("Weight of {title}", title=title))
        weight.setValue(round(10 * setting.weight))
        weight.setEnabled(setting.on)
        shown = Label(self._theme, f"{setting.weight:.1f}", "meta")
        weight.valueChanged.connect(lambda value: shown.setText(f"{value / 10:.1f}"))
        weight.valueChanged.connect(
            lambda value: None if weight.isSliderDown() else self.weighed.emit(source, value / 10)
        )
        weight.sliderReleased.connect(lambda: self.weighed.emit(source, weight.value() / 10))
        switch.toggled.connect(weight.setEnabled)
        switch.toggled.connect(lambda on: self.switched.emit(source, on))
        grid.addWidget(switch, number, 0)
        grid.addWidget(weight, number, 1)
        grid.addWidget(shown, number, 2)
        grid.addWidget(Label(self._theme, outcome(run), "meta", "text2", wrap=True), number, 3)


def outcome(run: SourceRun | None) -> str:
    """What one source did, in a few words."""
    if run is None:
        return ""
    found = trn("%n clues", run.clues, one="%n clue") if run.clues else ""
    said = wording.visible(run.outcome, 120)
    return " · ".join(part for part in (found or said, _took(run.seconds)) if part)


def _took(seconds: float) -> str:
    """'17.4 s', '35 ms'; nothing for what took no time worth saying."""
    if seconds >= 1.0:
        return f"{seconds:.1f} s"
    return f"{seconds * 1000:.0f} ms" if seconds >= 0.001 else ""
