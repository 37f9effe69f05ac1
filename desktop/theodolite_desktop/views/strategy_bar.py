"""By what the candidates are ranked: the posterior, or one published strategy by its own score."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from theodolite_desktop.language import tr
from theodolite_desktop.snapshot import FUSION, Choice
from theodolite_desktop.theme import Theme
from theodolite_desktop.views.controls import Choice as Box
from theodolite_desktop.views.controls import IconButton
from theodolite_desktop.views.label import Label


class StrategyBar(QWidget):
    """A combo box of strategies, and a button that asks the chosen one again."""

    chosen = Signal(str)
    runAsked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._choices: tuple[Choice, ...] = ()
        label = Label(theme, tr("Ranked by"), "meta", "text2")
        self.box = Box(theme, tr("Ranked by"))
        label.setBuddy(self.box)
        self.again = IconButton(theme, "refresh", tr("Ask this strategy again"), action=self._run)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 0)
        layout.setSpacing(8)
        layout.addWidget(label)
        layout.addWidget(self.box, 1)
        layout.addWidget(self.again)
        self.box.activated.connect(lambda number: self.chosen.emit(self._choices[number].name))
        self.hide()

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Those that lack something can be chosen too: then it is said what."""
        if tuple(choices) == self._choices:
            return
        current = self.current
        self._choices = tuple(choices)
        self.box.clear()
        for number, one in enumerate(self._choices):
            self.box.addItem(one.title if one.ready else tr("{title} (not ready)", title=one.title), one.name)
            tip = "\n".join((one.purpose, *one.missing))
            self.box.setItemData(number, tip, Qt.ItemDataRole.ToolTipRole)
        self.show_strategy(current, answered=False)

    def show_strategy(self, name: str, *, answered: bool) -> None:
        """``answered``: there is an answer that could be asked for again."""
        self.box.setCurrentIndex(max(0, self.box.findData(name)))
        self.again.setVisible(answered and name != FUSION)
        self.setVisible(bool(self._choices))

    @property
    def current(self) -> str:
        return str(self.box.currentData() or FUSION)

    def choice(self, name: str) -> Choice | None:
        return next((one for one in self._choices if one.name == name), None)

    def _run(self) -> None:
        self.runAsked.emit(self.current)
