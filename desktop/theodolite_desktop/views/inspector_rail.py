"""The inspector as a rail of icons, for windows with no room for it: each opens its tab over the centre."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from theodolite_desktop.language import mark, tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.views.controls import IconButton
from theodolite_desktop.views.inspector import Inspector

WIDTH = 44
TABS = (
    ("Metadata", mark("Metadata"), "information-outline"),
    ("Clues", mark("Clues"), "text-recognition"),
    ("Candidates", mark("Candidates"), "map-marker-multiple-outline"),
    ("Notes", mark("Notes"), "note-text-outline"),
    ("Custody", mark("Custody"), "history"),
    ("Conversation", mark("Conversation"), "message-text-outline"),
)


class InspectorRail(QWidget):
    """``chosen``: a tab of the inspector was asked for and is in front of it."""

    chosen = Signal()

    def __init__(self, theme: Theme, inspector: Inspector) -> None:
        super().__init__()
        self._inspector = inspector
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.fix(self, width=WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.setSpacing(4)
        for name, title, icon in TABS:
            button = IconButton(theme, icon, tr(title), action=partial(self._open, name))
            theme.fix(button, height=36)
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)

    def _open(self, name: str) -> None:
        self._inspector.show_tab(name)
        self.chosen.emit()
