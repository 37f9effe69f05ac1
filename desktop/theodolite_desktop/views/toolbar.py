"""The toolbar: an icon button for each record named for it; words beside the icons while there is room."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from theodolite_desktop.actions import TOOLBAR, TOOLBAR_END, Command, command
from theodolite_desktop.language import tr
from theodolite_desktop.theme import Theme, tokens
from theodolite_desktop.tips import plain_tip
from theodolite_desktop.views.controls import IconButton, Strip, VerticalRule

WORDED = ("view.", "exhibit.add", "case.")
"""Beginnings of the names of commands whose words are shown."""


class Toolbar(Strip):
    """Buttons that say what their actions say, and are off when those are."""

    def __init__(self, theme: Theme, actions: Mapping[str, QAction]) -> None:
        super().__init__("toolbar", tokens.TOOLBAR[0])
        self._theme, self._actions = theme, actions
        self._worded: list[IconButton] = []
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.setSpacing(4)
        for name in TOOLBAR:
            self._add(layout, name)
        layout.addStretch(1)
        for name in TOOLBAR_END:
            self._add(layout, name)

    def _add(self, layout: QHBoxLayout, name: str) -> None:
        if not name:
            layout.addWidget(VerticalRule(self._theme))
            return
        record, action = command(name), self._actions[name]
        worded = name.startswith(WORDED)
        text = tr(record.text).rstrip("…")
        button = IconButton(
            self._theme,
            record.icon,
            text,
            key=_key(action),
            text=text if worded else "",
            action=action.trigger,
        )
        button.setEnabled(action.isEnabled())
        action.enabledChanged.connect(button.setEnabled)
        action.changed.connect(partial(_name, button, action, record))
        layout.addWidget(button)
        if worded:
            self._worded.append(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_words()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_worded"):
            self._fit_words()

    def _fit_words(self) -> None:
        """All words or none: a row of which some have lost theirs is a puzzle."""
        icon, beside = Qt.ToolButtonStyle.ToolButtonIconOnly, Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        self._style(beside)
        layout = self.layout()
        if layout is not None and layout.sizeHint().width() > self.width():
            self._style(icon)

    def _style(self, style: Qt.ToolButtonStyle) -> None:
        for button in self._worded:
            if button.toolButtonStyle() != style:
                button.setToolButtonStyle(style)


def _key(action: QAction) -> str:
    return action.shortcut().toString()


def _name(button: IconButton, action: QAction, record: Command) -> None:
    """What the action says; with words of its own only where those change, as those of undo do."""
    said = action.text().rstrip("…")
    key = _key(action)
    button.setAccessibleName(said)
    button.setToolTip(plain_tip(f"{said} ({key})" if key else said))
