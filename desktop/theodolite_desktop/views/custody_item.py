"""One exhibit's custody: hashes, where it came from, every record that names it, what was made from it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from theodolite.domain import Derived
from theodolite_desktop import wording
from theodolite_desktop.custody_rows import derived_line, facts
from theodolite_desktop.language import tr
from theodolite_desktop.snapshot import Snapshot
from theodolite_desktop.tables.pairs_model import PairsModel
from theodolite_desktop.theme import Theme
from theodolite_desktop.tips import plain_tip
from theodolite_desktop.views.controls import IconButton, strip
from theodolite_desktop.views.copy_table import CopyTable
from theodolite_desktop.views.empty import EmptyState
from theodolite_desktop.views.handing import hand_focus
from theodolite_desktop.views.label import ElidedLabel, Label

ROOM = 96


class ItemView(QWidget):
    """Facts above, pictures made from it below, and the two ways out of the case at the foot."""

    deriveAsked = Signal()
    derivedOpened = Signal(str)
    replayAsked = Signal(str)
    exportAsked = Signal(str)
    removeAsked = Signal(str)
    withdrawAsked = Signal()
    destroyAsked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[Derived, ...] = ()
        self._writable = True
        self.model = PairsModel(("", ""), self)
        self.table = CopyTable()
        self.table.setModel(self.model)
        self.table.setAccessibleName(tr("Custody of the exhibit"))
        self.table.setFont(theme.font("meta"))
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.horizontalHeader().hide()
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(24)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.setColumnWidth(0, 104)
        self._title = Label(theme, tr("Pictures made from it"), "strong")
        self._title.setContentsMargins(12, 6, 12, 0)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(tr("Pictures made from the exhibit"))
        foot, buttons = strip("hintline", 40, 12, 8)
        self.derive_button = QPushButton(tr("Make a picture…"))
        self.withdraw_button, self.destroy_button = QPushButton(tr("Withdraw")), QPushButton(tr("Destroy…"))
        for button, signal, tip in (
            (
                self.derive_button,
                self.deriveAsked,
                tr("Crop, rotate, levels, straighten, enlarge, annotate (Ctrl+D)"),
            ),
            (
                self.withdraw_button,
                self.withdrawAsked,
                tr("Out of consideration; bytes and history stay (Delete)"),
            ),
            (self.destroy_button, self.destroyAsked, tr("For good: bytes, thumbnails and words. Asks twice")),
        ):
            button.setObjectName("small")
            button.setToolTip(tip)
            button.clicked.connect(signal)
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
            if button is self.derive_button:
                buttons.addStretch(1)
        filled = QWidget()
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addWidget(self._title)
        column.addWidget(self._area)
        column.addWidget(foot)
        self.empty = EmptyState(theme, "shield-check-outline", tr("Choose an exhibit on the left."))
        self._filled = filled
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(filled)
        hand_focus(self, self.table)

    def show_item(self, snapshot: Snapshot | None) -> None:
        item = snapshot.current if snapshot is not None else None
        self._stack.setCurrentWidget(self.empty if item is None else self._filled)
        if item is None or snapshot is None:
            self.model.set_rows(())
            return
        rows = facts(item, snapshot.log)
        self.model.set_rows(rows, [f"{name}\n{value}" for name, value in rows])
        writable = not snapshot.read_only
        made = tuple(d for d in snapshot.state.derived if d.exhibit == item.id)
        if (made, writable) != (self._shown, self._writable) or self._area.widget() is None:
            self._shown, self._writable = made, writable
            self._draw()
        self.derive_button.setEnabled(writable and item.readable)
        self.withdraw_button.setEnabled(writable)
        self.destroy_button.setEnabled(writable)

    def _draw(self) -> None:
        page = QWidget()
        page.setObjectName("panel")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 4, 8, 4)
        column.setSpacing(4)
        for made in self._shown:
            column.addLayout(self._row(made))
        column.addStretch(1)
        self._title.setText(tr("Pictures made from it ({count})", count=len(self._shown)))
        self._area.setWidget(page)
        self._title.setVisible(bool(self._shown))
        self._area.setVisible(bool(self._shown))
        self._area.setFixedHeight(min(ROOM, 44 * len(self._shown) + 8))

    def _row(self, made: Derived) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        title = ElidedLabel(self._theme, f"{made.id}  {wording.visible(made.title, 120)}", "body")
        title.setToolTip(plain_tip(wording.visible(made.title, 400)))
        words.addWidget(title)
        words.addWidget(ElidedLabel(self._theme, derived_line(made), "meta", "text2", end=True))
        show = QPushButton(tr("Show"))
        show.setObjectName("small")
        show.setAccessibleName(tr("Show {name}", name=made.id))
        show.clicked.connect(lambda _on=False, name=made.id: self.derivedOpened.emit(name))
        more = IconButton(self._theme, "dots-vertical", tr("More of {name}", name=made.id), size=16)
        more.clicked.connect(lambda _on=False, name=made.id, at=more: self._menu(name, at))
        row.addLayout(words, 1)
        row.addWidget(show, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(more)
        return row

    def menu(self, name: str) -> QMenu:
        """What can be done with a derived picture."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Make again and compare the hash"), lambda: self.replayAsked.emit(name))
        menu.addAction(tr("Save as PNG…"), lambda: self.exportAsked.emit(name))
        remove = menu.addAction(tr("Remove"), lambda: self.removeAsked.emit(name))
        remove.setEnabled(self._writable)
        return menu

    def _menu(self, name: str, at: QWidget) -> None:
        self.menu(name).popup(at.mapToGlobal(at.rect().bottomLeft()))
