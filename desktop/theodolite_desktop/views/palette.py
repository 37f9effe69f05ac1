"""All commands in one list, filtered while typing (Ctrl+K)."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from theodolite_desktop.actions import COMMANDS, Command
from theodolite_desktop.language import tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.views.label import Label

ID, PLACE, KEY, ICON, ON = (Qt.ItemDataRole.UserRole + n for n in range(5))
ROW = 32


def matching(text: str, commands: tuple[Command, ...] = COMMANDS) -> tuple[Command, ...]:
    """Commands whose words hold every word typed, those that begin with it first."""
    words = text.casefold().split()

    def said(c: Command) -> str:
        return f"{tr(c.menu) if c.menu else ''} {tr(c.text)} {c.menu} {c.text} {c.scope}".casefold()

    found = [c for c in commands if all(word in said(c) for word in words)]
    start = text.casefold().strip()
    return tuple(sorted(found, key=lambda c: not (start and tr(c.text).casefold().startswith(start))))


class _Rows(QStyledItemDelegate):
    """[icon] command, its menu in grey, its key at the end; grey as a whole where it is off now."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, self._theme.scaled(ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme, rect = self._theme, option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("selected"))
        on, side = bool(index.data(ON)), theme.scaled(16)
        edge = QRect(rect.left() + 12, rect.center().y() - side // 2, side, side)
        icon = str(index.data(ICON) or "")
        if icon:
            spot = QStyle.visualRect(option.direction, rect, edge)
            theme.icon(icon, "text" if on else "text2").paint(painter, spot)
        room = rect.adjusted(side + 24, 0, -12, 0)
        key = str(index.data(KEY) or "")
        painter.setFont(theme.font("meta"))
        painter.setPen(theme.color("text2"))
        trailing = QFontMetrics(painter.font()).horizontalAdvance(key) + 16 if key else 0
        self._words(painter, option, room, key, Qt.AlignmentFlag.AlignTrailing)
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color("text" if on else "text2"))
        metrics = QFontMetrics(painter.font())
        title = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width() - trailing)
        self._words(painter, option, room, title, Qt.AlignmentFlag.AlignLeading)
        taken = metrics.horizontalAdvance(title) + 12
        painter.setFont(theme.font("meta"))
        painter.setPen(theme.color("text2"))
        if room.width() - trailing - taken > theme.scaled(40):
            place = room.adjusted(taken, 0, -trailing, 0)
            self._words(painter, option, place, str(index.data(PLACE)), Qt.AlignmentFlag.AlignLeading)
        painter.restore()

    def _words(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRect,
        text: str,
        side: Qt.AlignmentFlag,
    ) -> None:
        """``room`` is given for reading from left to right."""
        place = QStyle.visualRect(option.direction, option.rect, room)
        mirrored = QStyle.visualAlignment(option.direction, side | Qt.AlignmentFlag.AlignVCenter)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, int(mirrored) | int(Qt.TextFlag.TextSingleLine), shown)


class Palette(QDialog):
    """Up, Down, Page and Enter work from the field. What is off now is listed last, and says why not."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget, theme: Theme, actions: Mapping[str, QAction]) -> None:
        super().__init__(parent)
        self._actions = actions
        self.setWindowTitle(tr("Commands"))
        self.resize(min(theme.scaled(560), parent.width() - 48), min(theme.scaled(440), parent.height() - 48))
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Type a command"))
        self.field.setAccessibleName(tr("Command"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Commands"))
        self.list.setItemDelegate(_Rows(theme, self))
        self.list.setUniformItemSizes(True)
        self.note = Label(theme, "", "meta", "text2", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.field)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.note)
        self.field.textChanged.connect(self._fill)
        self.field.installEventFilter(self)
        self.field.returnPressed.connect(self._choose)
        self.list.itemActivated.connect(lambda _item: self._choose())
        self.list.currentRowChanged.connect(self._say)
        self._fill("")

    def _fill(self, text: str) -> None:
        self.list.clear()
        found = matching(text)
        for command in sorted(found, key=lambda c: not self._actions[c.id].isEnabled()):
            action = self._actions[command.id]
            key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            item = QListWidgetItem(action.text().rstrip("…"))
            item.setData(ID, command.id)
            item.setData(PLACE, tr(command.menu) if command.menu else "")
            item.setData(KEY, key)
            item.setData(ICON, command.icon)
            item.setData(ON, action.isEnabled())
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}, {key}" if key else item.text())
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._say()

    def _say(self, _row: int = 0) -> None:
        item = self.list.currentItem()
        if item is None:
            self.note.setText(tr("No command has these words."))
        elif not item.data(ON):
            self.note.setText(tr("Not possible now. A case may have to be open, or open for writing."))
        else:
            self.note.setText(tr("Enter runs it. Keys are changed in Settings."))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            page = max(1, self.list.viewport().height() // max(1, self.list.sizeHintForRow(0)) - 1)
            steps = {
                Qt.Key.Key_Up: -1,
                Qt.Key.Key_Down: 1,
                Qt.Key.Key_PageUp: -page,
                Qt.Key.Key_PageDown: page,
            }
            step = steps.get(Qt.Key(event.key()))
            if step is not None:
                row = self.list.currentRow() + step
                self.list.setCurrentRow(max(0, min(self.list.count() - 1, row)))
                return True
        return super().eventFilter(watched, event)

    def _choose(self) -> None:
        item = self.list.currentItem()
        if item is not None and item.data(ON):
            self.accept()
            self.chosen.emit(item.data(ID))
