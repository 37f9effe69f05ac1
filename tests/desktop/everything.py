"""Opens everything that the window has to show, and says of each what a person reads in it.

``tour`` runs every command of the table on a case with something in every list; ``look`` is called for the
main window in each of its states, for every dialog and for every menu. ``texts`` lists what is read in one:
what widgets hold, what models answer, what is painted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QAction, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QDockWidget,
    QFileDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from theodolite.domain import MergeConflict
from theodolite_desktop.actions import COMMANDS
from theodolite_desktop.app import Window
from theodolite_desktop.command_table.record import Command
from theodolite_desktop.operations.reviewing import AgreementRow
from theodolite_desktop.together_rows import joint_table
from theodolite_desktop.views.area_dialog import AreaDialog
from theodolite_desktop.views.conflicts_dialog import ConflictsDialog
from theodolite_desktop.views.dialogs import CaseForm
from theodolite_desktop.views.joint_dialog import JointDialog
from theodolite_desktop.views.passphrases import UnlockDialog
from theodolite_desktop.views.print_dialog import PrintDialog
from theodolite_desktop.views.report_options import STEPS
from theodolite_desktop.views.review_dialog import AgreementDialog, ReviewDialog
from theodolite_desktop.views.times_dialog import TimesDialog

Look = Callable[[QWidget], None]
Text = tuple[str, str]
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
TABS = ("Metadata", "Clues", "Candidates", "Notes", "Custody")
#: Commands that end the window or leave it for another program.
ENDING = ("app.quit", "case.close")


def texts(top: QWidget) -> Iterator[Text]:
    """(where, text) of everything that is read in ``top`` and what it holds, hidden parts too."""
    for widget in (top, *top.findChildren(QWidget)):
        where = f"{type(top).__name__} > {type(widget).__name__} {widget.objectName()}".strip()
        for name, text in _of(widget):
            if text:
                yield f"{where}.{name}", text
    for action in top.findChildren(QAction):
        yield f"{type(top).__name__} > action.text", action.text()
        yield f"{type(top).__name__} > action.toolTip", action.toolTip()


def _of(widget: QWidget) -> Iterator[Text]:
    yield "toolTip", widget.toolTip()
    yield "accessibleName", widget.accessibleName()
    yield "accessibleDescription", widget.accessibleDescription()
    if widget.isWindow() or isinstance(widget, QDockWidget):
        yield "windowTitle", widget.windowTitle()
    if isinstance(widget, QLabel | QAbstractButton):
        yield "text", widget.text()
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        yield "placeholder", widget.placeholderText()
    if isinstance(widget, QGroupBox | QMenu):
        yield "title", widget.title()
    if isinstance(widget, QComboBox):
        for at in range(widget.count()):
            yield f"item {at}", widget.itemText(at)
    if isinstance(widget, QTabBar):
        for at in range(widget.count()):
            yield f"tab {at}", widget.tabText(at)
            yield f"tab {at} tip", widget.tabToolTip(at)
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _rows(widget.model(), QModelIndex())


def _rows(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[Text]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
    for column in range(columns):
        head = model.headerData(column, Qt.Orientation.Horizontal)
        if isinstance(head, str):
            yield f"head {column}", head
        for row in range(min(model.rowCount(parent), 60)):
            for role in ROLES:
                text = model.data(model.index(row, column, parent), role)
                if isinstance(text, str):
                    yield f"row {row} {role.name}", text


@contextmanager
def painted(into: list[str], patch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every text that Python code paints goes into ``into``, whole even where it is shown elided."""
    draw, elide = QPainter.drawText, QFontMetrics.elidedText

    def drawn(self: QPainter, *given: Any) -> Any:
        into.extend(one for one in given if isinstance(one, str))
        return draw(self, *given)

    with patch.context() as here:
        here.setattr(QPainter, "drawText", drawn)
        here.setattr(QFontMetrics, "elidedText", lambda _self, text, *_given: text)
        yield
    assert QFontMetrics.elidedText is elide


class Tour:
    """Runs commands and looks at what comes up; what asks a person a question is answered with Cancel."""

    def __init__(
        self, window: Window, idle: Callable[[], None], patch: pytest.MonkeyPatch, look: Look
    ) -> None:
        self.window, self.idle, self.look = window, idle, look
        self.seen: set[str] = set()
        patch.setattr(QDialog, "exec", lambda dialog: self._exec(dialog))
        patch.setattr(QMenu, "exec", lambda menu, *_at: self._menu(menu))
        for name in ("getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory"):
            patch.setattr(QFileDialog, name, self._file(name))
        self.files: list[str] = []

    def _exec(self, dialog: QDialog) -> int:
        dialog.show()
        QApplication.processEvents()
        self._seen(dialog)
        dialog.reject()
        return 0

    def _menu(self, menu: QMenu) -> None:
        self._seen(menu)

    def _file(self, name: str) -> Callable[..., Any]:
        def ask(*given: object, **_named: object) -> Any:
            self.files += [
                str(one) for one in given[1:] if isinstance(one, str) and not Path(one).is_absolute()
            ]
            return "" if name == "getExistingDirectory" else ([], "") if name.endswith("s") else ("", "")

        return ask

    def _seen(self, widget: QWidget) -> None:
        self.seen.add(type(widget).__name__)
        self.look(widget)

    def run(self, command: Command) -> None:
        """One command, then everything that stands in front of the window because of it."""
        action = self.window.shell.commands.actions[command.id]
        action.setEnabled(True)
        action.trigger()
        self.idle()
        QApplication.processEvents()
        for top in QApplication.topLevelWidgets():
            if top is not self.window.shell and top.isVisible() and isinstance(top, QDialog | QMenu):
                self._seen(top)
                top.close()

    def all_commands(self) -> None:
        """Each command once; of those that only change how all looks, one."""
        QApplication.clipboard().setText("43.4682, 11.8802")
        for command in COMMANDS:
            if command.id not in (*ENDING, "view.system", "view.light"):
                self.run(command)

    def other_dialogs(self) -> None:
        """What comes up only where two people or two copies disagree, or a measurement was made."""
        shell, snapshot = self.window.shell, self.window.controller.snapshot
        assert snapshot is not None
        state, theme = snapshot.state, shell.theme
        both = MergeConflict("X1", "clue", "C1", '{"strength":"weak"}', '{"strength":"likely"}')
        ranking = snapshot.ranking
        assert ranking is not None
        said = (("", "", ""),)
        for dialog in (
            ReviewDialog(shell, theme, "E1", "P2", ranking.candidates, state.clues),
            AgreementDialog(shell, theme, "E1", said, (AgreementRow("C1", "", (), None),)),
            ConflictsDialog(shell, theme, (both,)),
            JointDialog(shell, theme, "E1", (joint_table("E1", ranking, ranking),)),
            TimesDialog(shell, theme, (("Arezzo", "43.4682, 11.8802"),), "2024-06-21"),
            UnlockDialog(shell, theme, "one.case"),
            CaseForm(shell, theme, new=False),
            PrintDialog(shell, theme, ""),
            AreaDialog(shell, theme),
        ):
            self._exec(dialog)
            dialog.deleteLater()

    def views(self, look: Look) -> None:
        """``look`` at the main window in each of its views and with each tab of the inspector."""
        shell = self.window.shell
        for name, tab in zip(("Image", "Compare", "Report", "Image", "Image"), TABS, strict=True):
            shell.show_centre(name)
            shell.inspector.show_tab(tab)
            self.idle()
            QApplication.processEvents()
            look(shell)
        shell.show_centre("Report")
        for step in STEPS[1:]:
            shell.report.options.show_step(step)
            QApplication.processEvents()
            look(shell)
        shell.show_centre("Image")
        self.seen.add(type(shell).__name__)

    def main_window(self) -> None:
        """What the main window holds in all its views, drawn in each."""
        shell = self.window.shell
        self.views(lambda _shell: shell.grab())
        self._seen(shell)


def dialog_classes() -> set[str]:
    """The names of every dialog of the window that there is code for."""
    import importlib
    import pkgutil

    import theodolite_desktop.views as views

    for module in pkgutil.iter_modules(views.__path__):
        importlib.import_module(f"theodolite_desktop.views.{module.name}")
    found: list[type[QObject]] = [QDialog]
    for kind in found:
        found += [sub for sub in kind.__subclasses__() if sub not in found]
    return {kind.__name__ for kind in found if kind.__module__.startswith("theodolite_desktop")}
