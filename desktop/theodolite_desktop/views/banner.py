"""A line across the window for what holds for the whole case: read-only, a drive that is gone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from theodolite_desktop.theme import Theme
from theodolite_desktop.views.controls import strip
from theodolite_desktop.views.label import ElidedLabel, Label

HEIGHT = 36
Action = tuple[str, Callable[[], object]]


class Banner(QWidget):
    """One row a subject, below the toolbar; without any it takes no room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: dict[str, QWidget] = {}
        self._icons: dict[str, tuple[Label, str, str]] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        theme.changed.connect(self.dress)
        self.hide()

    def say(self, subject: str, icon: str, tone: str, text: str, actions: Sequence[Action] = ()) -> None:
        """``tone``: warn or error; what was said of ``subject`` before gives way."""
        self.clear(subject)
        row, layout = strip("banner", HEIGHT, 12, 8)
        mark = Label(self._theme)
        line = ElidedLabel(self._theme, text, "body", tone, end=True)
        line.setAccessibleName(text)
        line.setToolTip("")
        layout.addWidget(mark)
        layout.addWidget(line, 1)
        for name, act in actions:
            button = QPushButton(name)
            button.setObjectName("small")
            button.clicked.connect(lambda _checked=False, act=act: act())
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._rows[subject], self._icons[subject] = row, (mark, icon, tone)
        self._layout.addWidget(row)
        self.show()
        self.dress()

    def clear(self, subject: str) -> None:
        row = self._rows.pop(subject, None)
        self._icons.pop(subject, None)
        if row is not None:
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.setVisible(bool(self._rows))

    def text(self, subject: str) -> str:
        """What is said of ``subject``, '' for nothing."""
        row = self._rows.get(subject)
        found = row.findChild(ElidedLabel) if row is not None else None
        return found.text() if found is not None else ""

    def dress(self) -> None:
        for mark, icon, tone in self._icons.values():
            mark.setPixmap(self._theme.pixmap(icon, 16, tone))
