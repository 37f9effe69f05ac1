"""Menus, toolbar and shortcuts, built from the records of :mod:`theodolite_desktop.actions`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QToolButton, QWidget

from theodolite_desktop.actions import COMMANDS, MENUS, WRITES, Command, command
from theodolite_desktop.language import tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.theme.tokens import MENU
from theodolite_desktop.views.panel import Panel
from theodolite_desktop.views.toolbar import Toolbar


class Actions(QObject):
    """One QAction a command. Scoped ones act only where their view has the focus."""

    def __init__(self, window: QMainWindow, theme: Theme, scopes: Mapping[str, QWidget]) -> None:
        super().__init__(window)
        self._theme = theme
        self._runners: dict[str, Callable[[], object]] = {}
        self.actions: dict[str, QAction] = {}
        self._case_open, self._writable = False, True
        self._panel_icons: dict[str, str] = {}
        for record in COMMANDS:
            self.actions[record.id] = self._make(record, scopes.get(record.scope, window))

    def _make(self, record: Command, owner: QWidget) -> QAction:
        action = QAction(tr(record.text), owner)
        action.setObjectName(record.id)
        action.setCheckable(record.checkable)
        action.setShortcuts([QKeySequence(key) for key in record.keys])
        in_window = record.scope == "window"
        action.setShortcutContext(
            Qt.ShortcutContext.WindowShortcut if in_window else Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        action.triggered.connect(lambda _on=False, name=record.id: self.run(name))
        owner.addAction(action)
        return action

    def bind(self, runners: Mapping[str, Callable[[], object]]) -> None:
        """What each command does; a command without one is an error, so that no key is dead."""
        unknown = set(runners) - set(self.actions)
        missing = set(self.actions) - set(runners)
        if unknown or missing:
            raise KeyError(f"unknown commands {sorted(unknown)}, unbound commands {sorted(missing)}")
        self._runners = dict(runners)

    def run(self, name: str) -> None:
        """Do command ``name`` if it is possible now."""
        if self.actions[name].isEnabled() and name in self._runners:
            self._runners[name]()

    def set_keys(self, keys: Mapping[str, tuple[str, ...]]) -> None:
        """The keys in force, by command; one that is not named keeps its own."""
        for name, texts in keys.items():
            self.actions[name].setShortcuts([QKeySequence(text) for text in texts])

    def set_case_open(self, open_: bool) -> None:
        self._case_open = open_
        for record in COMMANDS:
            if record.needs_case:
                self.actions[record.id].setEnabled(open_)

    def set_writable(self, writable: bool) -> None:
        """Turn off what would change a case, or on again when that has changed."""
        if writable != self._writable:
            self._writable = writable
            for name in WRITES:
                self.actions[name].setEnabled(writable and (self._case_open or not command(name).needs_case))

    def set_step(self, name: str, step: str) -> None:
        """Undo and redo say what they would concern; without anything they are off."""
        text = tr(command(name).text)
        self.actions[name].setText(f"{text}: {step}" if step else text)
        self.actions[name].setEnabled(bool(step))

    def check(self, name: str, on: bool) -> None:
        self.actions[name].setChecked(on)

    def fill_menus(self, window: QMainWindow) -> dict[str, QMenu]:
        """The menu bar; commands without a menu stay reachable by key and palette."""
        bar = window.menuBar()
        menus = {}
        for name in MENUS:
            menu = bar.addMenu(tr(name))
            menus[name] = menu
            group = 0
            for record in (c for c in COMMANDS if c.menu == name):
                if record.group != group:
                    menu.addSeparator()
                    group = record.group
                menu.addAction(self.actions[record.id])
        self.panels_menu = QMenu(tr("Panels"), menus["View"])
        menus["View"].insertMenu(self.actions["view.next_pane"], self.panels_menu)
        return menus

    def fit_menu_bar(self, window: QMainWindow) -> None:
        """As high as its text needs: Arabic reaches further than Latin, and Qt hides menus that are cut."""
        bar = window.menuBar()
        bar.setFixedHeight(max(self._theme.scaled(MENU), bar.sizeHint().height()))

    def add_panel_entry(self, panel: Panel, icon: str = "") -> None:
        """List a panel in the View menu."""
        action = panel.toggleViewAction()
        action.setObjectName(panel.objectName())
        action.setText(panel.windowTitle())
        self._panel_icons[panel.objectName()] = icon
        self.panels_menu.addAction(action)

    def dress(self) -> None:
        """Fetch icons for the menus, after the first paint and when the theme changes."""
        for record in COMMANDS:
            if record.icon and record.menu:
                self.actions[record.id].setIcon(self._theme.icon(record.icon))
        window = self.parent()
        more = window.findChild(QToolButton, "qt_menubar_ext_button") if window is not None else None
        if isinstance(more, QToolButton):  # where the menus do not fit; its own sign is black
            way = "left" if more.isRightToLeft() else "right"
            more.setIcon(self._theme.icon(f"chevron-double-{way}"))
        for action in self.panels_menu.actions():
            icon = self._panel_icons.get(action.objectName(), "")
            if icon:
                action.setIcon(self._theme.icon(icon))

    def toolbar(self) -> Toolbar:
        return Toolbar(self._theme, self.actions)
