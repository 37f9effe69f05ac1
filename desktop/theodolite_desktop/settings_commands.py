"""What a person sets for all cases, put into force at once and kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer

from theodolite_desktop import keymap
from theodolite_desktop.actions import COMMANDS
from theodolite_desktop.settings import Settings
from theodolite_desktop.theme.theme import Appearance
from theodolite_desktop.views.settings_dialog import SettingsDialog
from theodolite_desktop.wiring import Wiring

MINUTE_MS = 60_000


class SettingsCommands(QObject):
    """Belongs to the commands of the window."""

    def __init__(self, wiring: Wiring, settings: Settings) -> None:
        super().__init__(wiring)
        self.shell, self.controller, self.theme = wiring.shell, wiring.controller, wiring.shell.theme
        self.settings = settings
        self._dialog: SettingsDialog | None = None
        self._recheck = QTimer(self)
        self._recheck.timeout.connect(self._check_again)
        self.controller.caseOpened.connect(lambda _path: self._start_rechecks())
        self.controller.caseClosed.connect(self._recheck.stop)
        self.put_in_force()

    def table(self) -> dict[str, Callable[[], object]]:
        return {
            "app.settings": self.show,
            "view.system": lambda: self.appear("system"),
            "view.light": lambda: self.appear("light"),
            "view.dark": lambda: self.appear("dark"),
            "view.larger": lambda: self.step_scale(1),
            "view.smaller": lambda: self.step_scale(-1),
        }

    def put_in_force(self) -> None:
        """Keys and marks in the menus, as the settings say."""
        self._set_keys()
        self.show_appearance()

    def show(self) -> None:
        from theodolite_desktop.translators import languages

        offered = [(language.code, language.label) for language in languages()]
        dialog = SettingsDialog(self.shell, self.theme, self.settings, offered)
        dialog.appearanceChosen.connect(self.appear)
        dialog.scaleChosen.connect(self.set_scale)
        dialog.languageChosen.connect(self._set_language)
        dialog.singleChosen.connect(self._set_single)
        dialog.keysChosen.connect(self._change_keys)
        dialog.recheckChosen.connect(self._set_recheck)
        self._dialog = dialog
        dialog.exec()
        self._dialog = None
        dialog.deleteLater()

    # --- appearance ----------------------------------------------------------------------------------------

    def appear(self, appearance: Appearance) -> None:
        self.settings.appearance = appearance
        self.theme.set_appearance(appearance)
        self.show_appearance()
        self.shell.commands.dress()
        self.shell.status.dress()

    def show_appearance(self) -> None:
        for name in ("system", "light", "dark"):
            self.shell.commands.check(f"view.{name}", self.theme.appearance == name)

    def set_scale(self, scale: float) -> None:
        self.settings.scale = scale
        self.theme.set_scale(scale)

    def step_scale(self, step: int) -> None:
        """The next larger or smaller size of text."""
        from theodolite_desktop.theme.sizes import SCALES

        at = min(range(len(SCALES)), key=lambda n: abs(SCALES[n] - self.theme.scale))
        self.set_scale(SCALES[max(0, min(len(SCALES) - 1, at + step))])

    def _set_language(self, tag: str) -> None:
        self.settings.language = tag

    # --- keys ----------------------------------------------------------------------------------------------

    def _set_keys(self) -> None:
        keys = keymap.assigned(COMMANDS, self.settings.keys, single=self.settings.single_keys)
        self.shell.commands.set_keys(keys)

    def _set_single(self, on: bool) -> None:
        self.settings.single_keys = on
        self._set_keys()

    def _change_keys(self, changed: Mapping[str, keymap.Keys]) -> None:
        self.settings.keys = dict(changed)
        self._set_keys()

    # --- checks --------------------------------------------------------------------------------------------

    def _set_recheck(self, minutes: int) -> None:
        self.settings.recheck_minutes = minutes
        self._start_rechecks()

    def _start_rechecks(self) -> None:
        minutes = self.settings.recheck_minutes
        if minutes and self.controller.path:
            self._recheck.start(minutes * MINUTE_MS)
        else:
            self._recheck.stop()

    def _check_again(self) -> None:
        """Unless something else runs: the check comes with the next interval, and nobody waits for it."""
        if self.controller.path and not self.controller.runner.jobs():
            self.controller.verify_integrity()
