"""The way to local help: every widget can name its page, and a small "i" opens it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from theodolite_desktop.language import tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.views.controls import IconButton

PROPERTY, ABOUT = "help", "helpAbout"


def help_for(widget: QWidget, topic: str, about: str = "") -> None:
    """F1 in ``widget`` opens page ``topic`` ('points', 'clues#strength'); ``about``: what its number is."""
    widget.setProperty(PROPERTY, topic)
    widget.setProperty(ABOUT, about)


def help_of(widget: QWidget | None) -> tuple[str, str]:
    """(page, what the number is) of ``widget`` or of what it lies in; ('', '') for none."""
    while widget is not None:
        topic = widget.property(PROPERTY)
        if isinstance(topic, str) and topic:
            about = widget.property(ABOUT)
            return topic, about if isinstance(about, str) else ""
        widget = widget.parentWidget()
    return "", ""


def ask_help(widget: QWidget, topic: str, about: str = "") -> None:
    """Open page ``topic`` in the window that ``widget`` belongs to."""
    top: QWidget = widget
    while (parent := top.parentWidget()) is not None:
        top = parent
    asked = getattr(top, "helpAsked", None)
    if asked is not None:
        asked.emit(topic, about)


class InfoButton(IconButton):
    """A small "i". ``about`` says at the moment it is pressed what its number is."""

    def __init__(
        self, theme: Theme, topic: str, about: Callable[[], str] | None = None, *, what: str = ""
    ) -> None:
        name = tr("What is this: {what}", what=what) if what else tr("What is this")
        super().__init__(theme, "information-outline", name, size=16, key="F1")
        self.topic, self._about = topic, about
        self.setObjectName("tiny")
        help_for(self, topic)
        self.clicked.connect(lambda _on=False: ask_help(self, topic, about() if about else ""))
