"""The Find panel: what is typed is looked for in the whole case while it is typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from theodolite.finding import Found
from theodolite_desktop.finding_rows import KINDS, FindRow, find_rows, nothing, said
from theodolite_desktop.language import mark, tr
from theodolite_desktop.tables.rows_model import ROW, RowsModel
from theodolite_desktop.theme import Theme
from theodolite_desktop.views.chips import FlowBox
from theodolite_desktop.views.empty import EmptyState
from theodolite_desktop.views.find_delegate import FindDelegate
from theodolite_desktop.views.handing import hand_focus
from theodolite_desktop.views.label import Label

ASK = mark("Type what you look for: words, a “phrase”, E4 for one record; native script or Latin letters.")
CLOSED = mark("Open a case to find something in it.")
QUIET_MS = 90


class FindPanel(QWidget):
    """``asked`` carries the words; ``chosen`` a match; ``left`` that the person is done."""

    asked = Signal(str)
    chosen = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme, self._only, self._found = theme, "", Found("")
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Find in the case"))
        self.field.setAccessibleName(tr("Find in the case"))
        self.field.setClearButtonEnabled(True)
        self.field.installEventFilter(self)
        theme.fix(self.field, min_width=240)
        self.count = Label(theme, "", "meta", "text2")
        self.kinds = FlowBox(gap=4)
        self.model: RowsModel[FindRow] = RowsModel(lambda row: row.spoken, lambda row: row.key, self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(FindDelegate(theme, self.list))
        self.list.setAccessibleName(tr("Matches"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.activated.connect(self._choose)
        self.list.clicked.connect(self._choose)
        self.empty = EmptyState(theme, "magnify", tr(CLOSED))
        self._stack = QStackedLayout()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.list)
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 8)
        head.setSpacing(12)
        head.addWidget(self.field, 2)
        head.addWidget(self.kinds, 5)
        head.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._stack, 1)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(lambda: self.asked.emit(self.query))
        self.field.textChanged.connect(lambda _text: self._quiet.start())
        hand_focus(self, self.field)
        theme.changed.connect(self.list.doItemsLayout)

    @property
    def query(self) -> str:
        return self.field.text().strip()

    def begin(self) -> None:
        """Opened anew: what was looked for last can be typed over."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def show_case(self, there: bool) -> None:
        """Whether there is a case to look in."""
        self.field.setEnabled(there)
        if not there:
            self.field.clear()
            self.show_found(Found(""))
            self.empty.set_sentence(tr(CLOSED))
        elif not self.query:
            self.empty.set_sentence(tr(ASK))

    def show_found(self, found: Found) -> None:
        """Matches of the newest words; the kind that was kept alone stays while it has matches."""
        self._found = found
        if self._only not in dict(found.counts):
            self._only = ""
        self._fill_kinds()
        self._fill()

    def _fill(self) -> None:
        found = self._found
        rows = tuple(row for row in find_rows(found) if self._only in ("", row.kind))
        chosen = self.list.currentIndex().data(ROW)
        self.model.set_rows(rows)
        self.count.setText(said(found))
        self.empty.set_sentence(nothing(found) if found.query.strip() else tr(ASK))
        self._stack.setCurrentWidget(self.list if rows else self.empty)
        if rows:
            number = self.model.row_of(chosen.key) if isinstance(chosen, FindRow) else -1
            self.list.setCurrentIndex(self.model.index(number if number > 0 else 1))

    def _fill_kinds(self) -> None:
        """A button for each kind that has matches; pressed, it keeps that kind alone."""
        had = self.kinds.focusWidget()
        focused = had.property("kind") if had is not None and had.hasFocus() else None
        flow = self.kinds.flow
        while flow.count():
            item = flow.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if len(self._found.counts) > 1:
            for kind, number in self._found.counts:
                button = QToolButton()
                button.setObjectName("kind")
                button.setCheckable(True)
                button.setChecked(kind == self._only)
                button.setText(f"{tr(KINDS[kind][0])} {number:,}")
                button.setAccessibleName(tr("Only {kind}, {number}", kind=tr(KINDS[kind][0]), number=number))
                button.setProperty("kind", kind)
                button.clicked.connect(lambda _on=False, kind=kind: self._keep(kind))
                flow.addWidget(button)
                if kind == focused:
                    button.setFocus()
        self.kinds.updateGeometry()

    def _keep(self, kind: str) -> None:
        self._only = "" if self._only == kind else kind
        self._fill_kinds()
        self._fill()

    def _choose(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, FindRow) and row.hit is not None:
            self.chosen.emit(row.hit)

    def step(self, step: int) -> None:
        """To the next or previous match; headings are passed over."""
        at = self.list.currentIndex().row() + step
        while 0 <= at < len(self.model.rows):
            if not self.model.rows[at].head:
                self.list.setCurrentIndex(self.model.index(at))
                self.list.scrollTo(self.model.index(max(0, at - 1)))
                self.list.scrollTo(self.model.index(at))
                return
            at += step

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, Down and Enter work from the field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}
            if key in steps:
                for _ in range(abs(steps[key])):
                    self.step(1 if steps[key] > 0 else -1)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self._found.query == self.query:
                    self._choose(self.list.currentIndex())
                else:
                    self._quiet.stop()
                    self.asked.emit(self.query)
                return True
            if key == Qt.Key.Key_Escape:
                self.left.emit()
                return True
        return super().eventFilter(watched, event)
