"""What speaks of a record, as buttons: a block for the detail of a clue, a card, a dialog."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from theodolite.domain.links import Said
from theodolite_desktop.desk_rows import said_row
from theodolite_desktop.language import tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.tips import plain_tip
from theodolite_desktop.views.chips import FlowBox
from theodolite_desktop.views.label import Label


class SpokenOf(QWidget):
    """Nothing is shown where nothing speaks of it. ``chosen`` carries who does, a Said."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._said: tuple[Said, ...] = ()
        self._head = Label(theme, tr("Spoken of in"), "meta", "text2")
        self._flow = FlowBox(gap=4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._head)
        layout.addWidget(self._flow)
        self.hide()

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        flow = self._flow.flow
        found = [item.widget() for n in range(flow.count()) if (item := flow.itemAt(n)) is not None]
        return tuple(one for one in found if isinstance(one, QPushButton))

    def show_said(self, said: Sequence[Said]) -> None:
        """One button for each, its words in the tip."""
        if tuple(said) == self._said:
            return
        self._said = tuple(said)
        for button in self.buttons:
            self._flow.flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        for one in self._said:
            row = said_row(one)
            button = QPushButton()
            button.setObjectName("cite")
            button.setAutoDefault(False)
            button.setText(row.title)
            button.setAccessibleName(row.spoken)
            button.setToolTip(plain_tip(row.line or row.title))
            button.clicked.connect(lambda _on=False, one=one: self.chosen.emit(one))
            self._flow.flow.addWidget(button)
        self._flow.updateGeometry()
        self.setVisible(bool(self._said))
