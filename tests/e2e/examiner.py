"""A person at the window: acts by keys, clicks, drops and typed text, and reads what is shown."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from theodolite.domain import Ranking
from theodolite_desktop.app import Window
from theodolite_desktop.rows import Card
from theodolite_desktop.snapshot import Snapshot
from theodolite_desktop.views.card import CardView
from theodolite_desktop.views.chips import ChipView
from theodolite_desktop.views.shell import CENTRE

PATIENCE_MS = 90_000
LEFT, NONE, CONTROL = (
    Qt.MouseButton.LeftButton,
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
)
Dialog = TypeVar("Dialog", bound=QDialog)


class Examiner:
    """``window`` is the real one; ``pictures``, if given, receives what it looked like."""

    def __init__(self, qtbot: QtBot, window: Window, pictures: Path | None = None) -> None:
        self.qtbot, self.window, self.pictures = qtbot, window, pictures
        self.shell, self.controller = window.shell, window.controller
        self.commands = window.commands

    # --- waiting and reading -------------------------------------------------------------------------

    def wait(self, condition: Callable[[], object], patience: int = PATIENCE_MS) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=patience)

    def rest(self) -> None:
        """Until nothing runs, nothing is asked of the store thread, and what came was drawn."""
        self.wait(lambda: self.controller.runner.idle() and not self.controller._later.isActive())
        QCoreApplication.processEvents()  # what a layout took in is shown by an event of its own

    @property
    def snapshot(self) -> Snapshot:
        assert self.controller.snapshot is not None
        return self.controller.snapshot

    @property
    def ranking(self) -> Ranking:
        assert self.snapshot.ranking is not None
        return self.snapshot.ranking

    def texts(self, inside: QWidget | None = None) -> list[str]:
        """Every label that is visible now."""
        return [label.text() for label in (inside or self.shell).findChildren(QLabel) if label.isVisible()]

    def cards(self) -> list[Card]:
        """The candidates as listed."""
        views = self.shell.inspector.candidates.findChildren(CardView)
        shown = [view.card for view in views if not view.isHidden() and view.card is not None]
        return sorted(shown, key=lambda card: card.candidate.rank)

    def chip(self, number: int = 0) -> ChipView:
        """A hint's chip, as soon as it is drawn."""
        found: list[ChipView] = []

        def shown() -> bool:
            views = self.shell.conversation.findChildren(ChipView)
            found[:] = [view for view in views if view.isVisible()]
            return len(found) > number

        self.wait(shown)
        return found[number]

    def log(self) -> list[tuple[str, str]]:
        """What Custody lists, oldest first: action and what it held."""
        return [(line.action, line.text) for line in self.snapshot.log]

    def picture(self, name: str) -> None:
        if self.pictures is not None:
            self.shell.grab().save(str(self.pictures / f"{name}.png"))

    def shut_case(self) -> None:
        """Close what is open and wait until it is closed."""
        if self.controller.path:
            self.controller.close_case()
            self.wait(lambda: not self.controller.path)
            self.rest()

    # --- acting ------------------------------------------------------------------------------------

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """A key, where the focus is; without a window manager nobody else brings the window to the front."""
        self.shell.activateWindow()
        self.wait(self.shell.isActiveWindow)
        self.qtbot.keyClick(self.shell.focusWidget() or self.shell, key, modifiers)

    def drop(self, *files: Path) -> None:
        """Drag files from a file manager into the window."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        action, at = Qt.DropAction.CopyAction, QPoint(700, 400)
        enter = QDragEnterEvent(at, action, mime, LEFT, NONE)
        QApplication.sendEvent(self.shell, enter)
        assert enter.isAccepted()
        QApplication.sendEvent(self.shell, QDropEvent(QPointF(at), action, mime, LEFT, NONE))

    def open_exhibit(self, name: str) -> None:
        """Click on an exhibit in the list."""
        pane = self.shell.exhibits
        spot = pane.list.visualRect(pane.model.index(pane.model.row_of(name))).center()
        self.qtbot.mouseClick(pane.list.viewport(), LEFT, NONE, spot)
        self.wait(lambda: self.snapshot.exhibit == name)
        self.rest()

    def inspect(self, tab: str) -> None:
        """Click on a tab of the inspector."""
        bar = self.shell.inspector.bar
        number = next(n for n in range(bar.count()) if bar.tabText(n) == tab)
        self.qtbot.mouseClick(bar, LEFT, NONE, bar.tabRect(number).center())
        assert self.shell.inspector.current == tab

    def look_at(self, view: str) -> None:
        """Click on a tab of the centre."""
        bar = self.shell.tabs
        self.qtbot.mouseClick(bar, LEFT, NONE, bar.tabRect(CENTRE.index(view)).center())
        assert self.shell.centre == view

    def say(self, text: str) -> None:
        """Type into the hint line, from anywhere."""
        self.press(Qt.Key.Key_L, CONTROL)
        field = self.shell.hint_line.field
        assert field.hasFocus()
        self.qtbot.keyClicks(field, text)
        self.qtbot.keyClick(field, Qt.Key.Key_Return)
        self.rest()

    def click_chip(self, part: str, number: int = 0) -> None:
        """Click on 'apply', 'switch', 'conflict' or 'remove' of a hint's chip."""
        chip = self.chip(number)
        self.qtbot.mouseClick(chip, LEFT, NONE, chip._boxes()[part][0].center())
        if part != "conflict":
            self.rest()

    def choose(self, label: str) -> Card:
        """Click on the candidate whose name begins so; its bars open."""
        for view in self.shell.inspector.candidates.findChildren(CardView):
            if view.card is not None and view.card.candidate.label.startswith(label):
                self.shell.inspector.candidates.area.ensureWidgetVisible(view)
                self.qtbot.mouseClick(view, LEFT, NONE, QPoint(60, 12))
                return view.card
        raise AssertionError(f"no candidate {label} among {[c.candidate.label for c in self.cards()]}")

    @contextmanager
    def answering(self, kind: type[Dialog], act: Callable[[Dialog], None]) -> Iterator[list[str]]:
        """Answer the dialog that comes up inside with ``act``; yields what it said, once it is gone."""
        said: list[str] = []
        problems: list[BaseException] = []
        latest = time.monotonic() + 60

        def answer() -> None:
            box = QApplication.activeModalWidget()
            if not isinstance(box, kind):
                if time.monotonic() < latest:
                    QTimer.singleShot(10, answer)
                    return
                problems.append(AssertionError(f"{kind.__name__} was expected, {box} is there"))
                if isinstance(box, QDialog):
                    box.reject()
                return
            try:
                said.extend([box.windowTitle(), *self.texts(box)])
                if self.pictures is not None:
                    box.grab().save(str(self.pictures / f"dialog-{box.windowTitle().replace(' ', '-')}.png"))
                act(box)
            except BaseException as problem:
                problems.append(problem)
            finally:
                if box.isVisible():
                    box.reject()

        QTimer.singleShot(0, answer)
        yield said
        self.wait(lambda: said or problems)
        if problems:
            raise problems[0]

    def button(self, inside: QWidget, text: str) -> None:
        """Click on the button that says ``text``."""
        found = next(b for b in inside.findChildren(QPushButton) if b.text() == text and b.isVisible())
        assert found.isEnabled()
        self.qtbot.mouseClick(found, LEFT)


@contextmanager
def choosing(folder: Path) -> Iterator[None]:
    """The system's own file dialogs answer with ``folder``."""
    kept = {name: getattr(QFileDialog, name) for name in ("getExistingDirectory", "getSaveFileName")}
    answers: dict[str, Any] = {
        "getExistingDirectory": staticmethod(lambda *_: str(folder)),
        "getSaveFileName": staticmethod(lambda *_: (str(folder), "")),
    }
    for name, answer in answers.items():
        setattr(QFileDialog, name, answer)
    try:
        yield
    finally:
        for name, answer in kept.items():
            setattr(QFileDialog, name, answer)
