"""All commands in one list, filtered while typing (Ctrl+K)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from theodolite_desktop.actions import COMMANDS, Command
from theodolite_desktop.language import tr
from theodolite_desktop.theme import Theme


def matching(text: str, commands: tuple[Command, ...] = COMMANDS) -> tuple[Command, ...]:
    """Commands whose words hold every word typed, in their own order; English words find them too."""
    words = text.casefold().split()

    def said(command: Command) -> str:
        parts = (command.menu, command.text)
        return " ".join((*parts, command.scope, *(tr(part) for part in parts if part))).casefold()

    return tuple(c for c in commands if all(w in said(c) for w in words))


class Palette(QDialog):
    """Up, Down and Enter work from the field."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Commands"))
        self.resize(520, 400)
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Type a command"))
        self.field.setAccessibleName(tr("Command"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Commands"))
        self.list.setFont(theme.font("body"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.field)
        layout.addWidget(self.list, 1)
        self.field.textChanged.connect(self._fill)
        self.field.installEventFilter(self)
        self.field.returnPressed.connect(self._choose)
        self.list.itemActivated.connect(lambda _item: self._choose())
        self._fill("")

    def _fill(self, text: str) -> None:
        self.list.clear()
        for command in matching(text):
            keys = f"    {command.keys[0]}" if command.keys else ""
            said = tr(command.text).replace("…", "")
            if command.menu:
                said = tr("{menu}: {command}", menu=tr(command.menu), command=said)
            item = QListWidgetItem(f"{said}{keys}")
            item.setData(Qt.ItemDataRole.UserRole, command.id)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step is not None:
                row = self.list.currentRow() + step
                self.list.setCurrentRow(max(0, min(self.list.count() - 1, row)))
                return True
        return super().eventFilter(watched, event)

    def _choose(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.accept()
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
