"""The Clues tab: one row of 56 a clue, switched and rejected in place."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QStackedLayout, QVBoxLayout, QWidget

from theodolite.domain import Strength
from theodolite_desktop.clue_rows import ClueRow
from theodolite_desktop.language import mark, tr, trn
from theodolite_desktop.tables.rows_model import ROW, RowsModel
from theodolite_desktop.theme import Theme
from theodolite_desktop.views.clue_delegate import ClueDelegate
from theodolite_desktop.views.clue_detail import ClueDetail
from theodolite_desktop.views.controls import IconButton, strip
from theodolite_desktop.views.empty import EmptyState
from theodolite_desktop.views.handing import hand_focus
from theodolite_desktop.views.info import InfoButton
from theodolite_desktop.views.label import Label

NONE = mark("Nothing readable was found. Mark what you see yourself.")
UNREAD = mark("This exhibit was not read yet.")
CHOOSE = mark("Choose an exhibit on the left.")
#: Weakest first, as Right makes it stronger.
STRENGTHS = (Strength.WEAK, Strength.LIKELY, Strength.CERTAIN)


class CluesTab(QWidget):
    """What was observed in the exhibit, by machine or person."""

    selected = Signal(str)
    switched = Signal(str, bool)
    rejectAsked = Signal(str)
    addAsked = Signal()
    readAsked = Signal()
    sourcesAsked = Signal()
    timesAsked = Signal(str)
    noteAsked = Signal(str)
    stopAsked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.model: RowsModel[ClueRow] = RowsModel(lambda r: r.detail, lambda r: r.id, self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setAccessibleName(tr("Clues"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._context)
        delegate = ClueDelegate(theme, self.list)
        self.list.setItemDelegate(delegate)
        delegate.switched.connect(self.switched)
        delegate.menuAsked.connect(lambda clue: self._menu(clue))
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self._reveal = QTimer(self)
        self._reveal.setSingleShot(True)
        self._reveal.timeout.connect(lambda: self.list.scrollTo(self.list.currentIndex()))
        self.empty = EmptyState(theme, "text-recognition", tr(NONE), tr("Add a clue"))
        self.empty.pressed.connect(self._on_empty)
        self._read, self._reading, self._exhibit = True, "", ""
        head, row = strip("header", 32, 12)
        theme.fix(head, height=32)
        self._count = Label(theme, "", "meta", "text2")
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(InfoButton(theme, "clues", self._count.text, what=tr("clues")))
        row.addWidget(IconButton(theme, "tune", tr("Clue sources"), size=16, action=self.sourcesAsked.emit))
        row.addWidget(IconButton(theme, "plus", tr("Add a clue"), size=16, action=self.addAsked.emit))
        self._head = head
        self._stack = QStackedLayout()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addLayout(self._stack, 1)
        self.detail = ClueDetail(theme)
        self.detail.rejectAsked.connect(self.rejectAsked)
        self.detail.switchAsked.connect(self.switched)
        layout.addWidget(self.detail)
        hand_focus(self, self.list)
        theme.changed.connect(self._age)

    def _age(self) -> None:
        """Other colours, or another size of text: rows are measured anew."""
        self.list.doItemsLayout()
        self.detail.fit(self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.detail.fit(event.size().height())

    def set_rows(self, rows: tuple[ClueRow, ...], selected: str, *, read: bool, exhibit: str) -> None:
        """``read`` False: the exhibit was not examined, which the empty state says."""
        self._read, self._exhibit = read or not exhibit, exhibit
        selection = self.list.selectionModel()
        selection.blockSignals(True)
        self.model.set_rows(rows)
        number = self.model.row_of(selected)
        if number >= 0:
            moved = self.list.currentIndex().row() != number
            self.list.setCurrentIndex(self.model.index(number))
            if moved:  # with signals blocked the view does not follow by itself
                self._reveal.start()
        else:
            selection.clear()
        selection.blockSignals(False)
        self.list.viewport().update()
        self._show_detail()
        found = [r for r in rows if not r.missing]
        on = sum(1 for r in found if r.active)
        self._count.setText(_counted(len(found), on) if rows else "")
        self._say_nothing()
        self._head.setVisible(bool(rows))
        self._stack.setCurrentWidget(self.list if rows else self.empty)

    def show_reading(self, text: str) -> None:
        """What is being read at this moment, '' for nothing; the empty list offers to stop it."""
        if text != self._reading:
            self._reading = text
            self._say_nothing()

    def _say_nothing(self) -> None:
        """The empty state: that it is being read, that it was not read, or that nothing was found."""
        busy = bool(self._reading and self._exhibit) and not self.model.rows
        if busy:
            said, button = self._reading, tr("Stop")
        elif not self._exhibit:
            said, button = tr(CHOOSE), ""
        else:
            said, button = (tr(NONE), tr("Add a clue")) if self._read else (tr(UNREAD), tr("Read clues"))
        self.empty.set_sentence(said)
        self.empty.button.setText(button)
        self.empty.button.setVisible(bool(button))

    def select(self, clue: str) -> None:
        number = self.model.row_of(clue)
        if number >= 0 and self.current() != clue:
            self.list.setCurrentIndex(self.model.index(number))

    def current(self) -> str:
        row = self.list.currentIndex().data(ROW)
        return row.id if isinstance(row, ClueRow) else ""

    def switch_current(self) -> None:
        row = self.list.currentIndex().data(ROW)
        if isinstance(row, ClueRow) and not row.missing:
            self.switched.emit(row.id, not row.active)

    def reject_current(self) -> None:
        row = self.list.currentIndex().data(ROW)
        if isinstance(row, ClueRow) and not row.missing:
            self.rejectAsked.emit(row.id)

    def strengthen(self, step: int) -> None:
        """One stop stronger or weaker; what is off, rejected or only missing has no strength to change."""
        row = self.list.currentIndex().data(ROW)
        if isinstance(row, ClueRow) and row.active and row.dots:
            at = STRENGTHS.index(row.strength) + step
            if 0 <= at < len(STRENGTHS):
                self.detail.strengthChosen.emit(row.id, STRENGTHS[at])

    def note_current(self) -> None:
        row = self.list.currentIndex().data(ROW)
        if isinstance(row, ClueRow):
            self.noteAsked.emit(f"#{row.mark}" if row.mark else row.id)

    def show_current(self) -> None:
        self.selected.emit(self.current())

    def _on_empty(self) -> None:
        if self._reading:
            self.stopAsked.emit()
        else:
            (self.addAsked if self._read else self.readAsked).emit()

    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        row = index.data(ROW)
        self._show_detail()
        self._reveal.start()  # the strip below takes its room from the list
        if isinstance(row, ClueRow):
            self.selected.emit(row.id)

    def _show_detail(self) -> None:
        row = self.list.currentIndex().data(ROW)
        self.detail.show_clue(row if isinstance(row, ClueRow) else None)

    def _context(self, at: QPoint) -> None:
        """The right button on a row, or the menu key for the current one."""
        row = self.list.indexAt(at).data(ROW)
        if isinstance(row, ClueRow) and not row.missing:
            self._menu(row.id, self.list.viewport().mapToGlobal(at))

    def menu(self, clue: str) -> QMenu:
        """What can be done with a clue; empty for one that is not listed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        row = next((r for r in self.model.rows if r.id == clue), None)
        if row is None:
            return menu
        menu.addAction(_keyed(tr("Show region"), "Enter"), lambda: self.selected.emit(clue))
        state = row.active and not row.rejected
        switch = tr("Switch off") if state else tr("Switch on")
        menu.addAction(_keyed(switch, "Space"), lambda: self.switched.emit(clue, not state))
        if row.correctable:
            correct = _keyed(tr("Correct the reading…"), "E")
            menu.addAction(correct, lambda: self.detail.correctAsked.emit(clue))
        if row.kind == "sun.shadow":
            menu.addAction(tr("Times at a place…"), lambda: self.timesAsked.emit(clue))
        name = f"#{row.mark}" if row.mark else row.id
        menu.addAction(_keyed(tr("Write a note"), "N"), lambda: self.noteAsked.emit(name))
        if not row.rejected:
            menu.addAction(_keyed(tr("Reject…"), "X"), lambda: self.rejectAsked.emit(clue))
        return menu

    def _menu(self, clue: str, at: QPoint | None = None) -> None:
        self.menu(clue).popup(at or self.cursor().pos())


def _counted(found: int, on: int) -> str:
    return tr("{found}, {on} on", found=trn("%n found", found, one="%n found"), on=on)


def _keyed(text: str, key: str) -> str:
    return f"{text}\t{key}"
