"""What stands where: presets, panes, panels and the split of the centre."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from theodolite_desktop.language import tr
from theodolite_desktop.wiring import Wiring

PRESETS = {
    "view.examine": ("Image", "Clues"),
    "view.compare": ("Compare", "Candidates"),
    "view.map": ("Map", "Candidates"),
    "view.report": ("Report", "Custody"),
}


class LayoutCommands(QObject):
    """Belongs to the commands of the window."""

    def __init__(self, wiring: Wiring) -> None:
        super().__init__(wiring)
        self.shell, self.layout = wiring.shell, wiring.shell.layout_of_panes
        self.shell.centre_area.splitChanged.connect(self._say_split)

    def table(self) -> dict[str, Callable[[], object]]:
        shell, layout = self.shell, self.layout
        presets = {name: lambda name=name: self.preset(*PRESETS[name]) for name in PRESETS}
        return {
            **presets,
            "view.left": layout.toggle_left,
            "view.right": layout.toggle_right,
            "view.split": self.split,
            "view.arrange": self.arrange,
            "view.detach": self.detach,
            "view.reset": layout.reset,
            "view.next_pane": lambda: shell.next_pane(1),
            "view.previous_pane": lambda: shell.next_pane(-1),
            "view.full": self.full_screen,
        }

    def preset(self, centre: str, inspector: str) -> None:
        """A named arrangement: a view of the centre with the inspector tab that serves it."""
        self.shell.show_packs(False)
        self.layout.arrange_centre((centre,))
        self.shell.inspector.show_tab(inspector)
        self.shell.page(centre).setFocus()

    def split(self) -> None:
        self.shell.show_packs(False)
        self.shell.centre_area.toggle_split()

    def _say_split(self, on: bool) -> None:
        self.shell.commands.check("view.split", on)

    def arrange(self) -> None:
        """Show or hide the title rows by which panels are moved."""
        self.layout.set_arranging(not self.layout.arranging)

    def detach(self) -> None:
        """The panel that has the focus, into a window of its own or back."""
        panel = self.layout.focused_panel()
        if panel is None:
            self.shell.status.say(tr("Click into a panel first: the one with the focus is detached."))
        else:
            panel.detach()

    def full_screen(self) -> None:
        if self.shell.isFullScreen():
            self.shell.showNormal()
        else:
            self.shell.showFullScreen()

    def restore(self, state: dict[str, Any]) -> None:
        self.layout.restore(state)
