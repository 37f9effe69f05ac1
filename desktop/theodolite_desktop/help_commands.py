"""F1: local help for what has the focus, the page of all keys, and the tour of the sample case."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from theodolite_desktop.actions import COMMANDS, SCOPES, Command
from theodolite_desktop.guided_tour import GuidedTour
from theodolite_desktop.help_text import FIRST, KEYS, pages
from theodolite_desktop.language import current, mark, tr
from theodolite_desktop.views.help_panel import Groups, HelpPanel
from theodolite_desktop.views.info import help_for, help_of
from theodolite_desktop.wiring import Wiring

NAME = "help"
#: Keys that widgets answer themselves.
OWN = (
    (
        mark("Hint line and chips"),
        (
            ("Enter · Shift+Enter", mark("Say it · new line")),
            ("Up", mark("Bring back what was said last, in the empty line")),
            ("Space · Enter · Delete", mark("On a chip: on, off or apply · edit · remove")),
            ("B · J", mark("On a chip: before and after · rankings of a link")),
        ),
    ),
    (
        mark("Everywhere else"),
        (
            ("Tab · Shift+Tab", mark("Next, previous control")),
            ("Menu · Shift+F10", mark("Context menu")),
            ("Esc", mark("Stop or close")),
        ),
    ),
)


class HelpCommands(QObject):
    """Belongs to the commands of the window."""

    def __init__(self, wiring: Wiring) -> None:
        super().__init__(wiring)
        self.shell = wiring.shell
        actions = self.shell.commands.actions

        def keys_of(name: str) -> tuple[str, ...]:
            return tuple(key.toString() for key in actions[name].shortcuts())

        self.panel = HelpPanel(
            self.shell.theme,
            pages(current()),
            lambda: key_groups(
                COMMANDS, lambda name: tuple(key.toString() for key in actions[name].shortcuts())
            ),
        )
        self.dock = self.shell.add_panel(NAME, tr("Help"), self.panel, "bottom", icon="help-circle-outline")
        self.tour = GuidedTour(wiring)
        self.shell.helpAsked.connect(self.show)
        self._name_parts()

    def table(self) -> dict[str, Callable[[], object]]:
        return {
            "help.focus": self.for_focus,
            "help.contents": lambda: self.show(FIRST),
            "help.keys": lambda: self.show(KEYS),
            "help.tour": self.tour.begin,
        }

    def show(self, topic: str, about: str = "") -> None:
        self.shell.show_panel(NAME)
        self.panel.show_page(topic, about)

    def for_focus(self) -> None:
        """The page of the part that has the focus; of the centre where nothing has it."""
        topic, about = help_of(QApplication.focusWidget() or self.shell.focusWidget())
        if not topic:
            topic, about = help_of(self.shell.page(self.shell.centre))
        self.show(topic or FIRST, about)

    def _name_parts(self) -> None:
        """Which page each part of the window has."""
        shell, tabs, talk = self.shell, self.shell.inspector, self.shell.conversation
        parts: Mapping[str, tuple[QWidget, ...]] = {
            "exhibits": (shell.exhibits,),
            "image": (shell.image,),
            "compare": (shell.compare,),
            "map": (shell.map,),
            "report": (shell.report,),
            "packs": (shell.packs,),
            "metadata": (tabs.metadata,),
            "clues": (tabs.clues,),
            "clues#strength": (tabs.clues.detail,),
            "candidates": (tabs.candidates,),
            "strategies": (tabs.candidates.strategies,),
            "notes": (tabs.notes,),
            "custody": (tabs.custody, shell.status),
            "model": (talk, talk.identity, talk.abilities),
            "hints": (shell.hint_line, talk.chip_area),
            "metadata#place-and-time-apart": (tabs.metadata.when, tabs.candidates.when),
        }
        for topic, widgets in parts.items():
            for widget in widgets:
                help_for(widget, topic)


def key_groups(commands: tuple[Command, ...], keys_of: Callable[[str], tuple[str, ...]]) -> Groups:
    """Every key in force under the view it acts in, then those that widgets answer themselves."""
    groups = []
    for scope, title in SCOPES.items():
        rows = tuple(
            (" · ".join(keys_of(record.id)), tr(record.text).rstrip("…"))
            for record in commands
            if record.scope == scope and keys_of(record.id)
        )
        if rows:
            groups.append((tr(title), rows))
    own = tuple((tr(title), tuple((keys, tr(what)) for keys, what in rows)) for title, rows in OWN)
    return (*groups, *own)
