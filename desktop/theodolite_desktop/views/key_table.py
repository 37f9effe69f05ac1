"""The keys of every command: filtered, changed one at a time, and never given to two that would meet."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from theodolite_desktop import keymap
from theodolite_desktop.actions import COMMANDS, SCOPES, Command
from theodolite_desktop.language import tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.views.label import Label

ID = Qt.ItemDataRole.UserRole


def native(keys: tuple[str, ...]) -> str:
    """As this system writes them."""
    return "   ".join(QKeySequence(k).toString(QKeySequence.SequenceFormat.NativeText) for k in keys)


class KeyField(QKeySequenceEdit):
    """One key; Backspace clears it, Tab goes on."""

    def __init__(self) -> None:
        super().__init__()
        self.setMaximumSequenceLength(1)
        self.setClearButtonEnabled(True)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return QWidget.event(self, event)
        return super().event(event)


class KeyTable(QWidget):
    """``changed`` carries what differs from the table of commands, by command."""

    changed = Signal(object)

    def __init__(self, theme: Theme, changed: Mapping[str, keymap.Keys]) -> None:
        super().__init__()
        self._changed = dict(changed)
        self._other: Command | None = None
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(tr("Find a command or a key"))
        self.filter.setAccessibleName(tr("Find a command or a key"))
        self.filter.textChanged.connect(self._fill)
        self.table = QTableWidget(0, 3)
        self.table.setAccessibleName(tr("Commands and their keys"))
        self.table.setHorizontalHeaderLabels([tr("Command"), tr("Where"), tr("Keys")])
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading)
        self.table.verticalHeader().setDefaultSectionSize(theme.scaled(28))
        self.table.setColumnWidth(1, theme.scaled(110))
        self.table.setColumnWidth(2, theme.scaled(150))
        self.table.currentCellChanged.connect(lambda *_: self._choose())
        self.field = KeyField()
        self.field.setAccessibleName(tr("New key"))
        self.field.keySequenceChanged.connect(lambda _s: self._look())
        self.set = QPushButton(tr("Set"))
        self.set.clicked.connect(self._set)
        self.back = QPushButton(tr("As at first"))
        self.back.clicked.connect(self._give_back)
        self.all_back = QPushButton(tr("All as at first"))
        self.all_back.clicked.connect(self._all_back)
        for button in (self.set, self.back, self.all_back):
            button.setAutoDefault(False)
        self.note = Label(theme, "", "meta", "text2", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Label(theme, tr("New key"), "body", "text2"))
        row.addWidget(self.field, 1)
        for button in (self.set, self.back, self.all_back):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.filter)
        layout.addWidget(self.table, 1)
        layout.addLayout(row)
        layout.addWidget(self.note)
        self.filter.installEventFilter(self)
        self._fill("")

    # --- the table -------------------------------------------------------------------------------------

    def keys(self) -> dict[str, keymap.Keys]:
        """In force, by command."""
        return keymap.assigned(COMMANDS, self._changed)

    def choose(self, command: str) -> None:
        """Make it the row in question."""
        for row in range(self.table.rowCount()):
            item = self.table.item(row, 0)
            if item is not None and item.data(ID) == command:
                self.table.setCurrentCell(row, 0)

    def current(self) -> Command | None:
        item = self.table.item(self.table.currentRow(), 0)
        name = item.data(ID) if item is not None else ""
        return next((c for c in COMMANDS if c.id == name), None)

    def _fill(self, text: str) -> None:
        before = self.current()
        keys, words = self.keys(), text.casefold().split()
        self.table.setRowCount(0)
        for command in COMMANDS:
            title = tr(command.text).rstrip("…")
            where = tr(SCOPES.get(command.scope, command.scope))
            said = f"{title} {where} {native(keys[command.id])}"
            if all(word in said.casefold() for word in words):
                row = self.table.rowCount()
                self.table.insertRow(row)
                mine = command.id in self._changed
                for column, cell in enumerate((title, where, native(keys[command.id]))):
                    item = QTableWidgetItem(cell)
                    item.setData(ID, command.id)
                    if mine and column == 2:
                        font = item.font()
                        font.setBold(True)
                        item.setFont(font)
                    self.table.setItem(row, column, item)
        if before is not None:
            self.choose(before.id)
        if self.table.currentRow() < 0 and self.table.rowCount():
            self.table.setCurrentCell(0, 0)
        self.all_back.setEnabled(bool(self._changed))
        self._choose()

    def _choose(self) -> None:
        command = self.current()
        self.field.clear()
        self._say("")
        for widget in (self.field, self.set):
            widget.setEnabled(command is not None)
        self.back.setEnabled(command is not None and command.id in self._changed)

    # --- changing ----------------------------------------------------------------------------------------

    def _look(self) -> None:
        """Say at once who has the key already."""
        command, key = self.current(), self._typed()
        self._other = None
        if command is None or not key:
            self._say("")
            return
        if key in keymap.TEXT_FIELD:
            self._say(
                tr("{key} belongs to every field and list. Choose another.", key=native((key,))), "error"
            )
            return
        self._other = keymap.taken_by(COMMANDS, self.keys(), command, key)
        if self._other is not None:
            self._say(
                tr(
                    "{key} is the key of “{other}” there. Set takes it away from it.",
                    key=native((key,)),
                    other=tr(self._other.text).rstrip("…"),
                ),
                "warn",
            )
        else:
            self._say(tr("{key} is free.", key=native((key,))))

    def _typed(self) -> str:
        return self.field.keySequence().toString(QKeySequence.SequenceFormat.PortableText)

    def _say(self, text: str, tone: str = "text2") -> None:
        self.note.setText(
            text or tr("Choose a command, then press its new key. An empty field takes the key away.")
        )
        self.note.set_tone(tone)

    def _set(self) -> None:
        command, key = self.current(), self._typed()
        if command is None or key in keymap.TEXT_FIELD:
            return
        self._changed = keymap.with_key(self._changed, command, key, give_up=self._other)
        self._drawn()

    def _give_back(self) -> None:
        """The keys that the table of commands gives, taken from whoever has them now."""
        command = self.current()
        if command is None:
            return
        self._changed.pop(command.id, None)
        for key in command.keys:
            other = keymap.taken_by(COMMANDS, self.keys(), command, key)
            if other is not None:
                kept = self.keys()[other.id]
                self._changed[other.id] = tuple(k for k in kept if k != key)
        self._changed = keymap.without_default(self._changed, COMMANDS)
        self._drawn()

    def _all_back(self) -> None:
        self._changed = {}
        self._drawn()

    def _drawn(self) -> None:
        self._other = None
        self._fill(self.filter.text())
        self.changed.emit(dict(self._changed))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down move through the table from the filter."""
        if watched is self.filter and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step is not None:
                row = max(0, min(self.table.rowCount() - 1, self.table.currentRow() + step))
                self.table.setCurrentCell(row, 0)
                return True
        return super().eventFilter(watched, event)
