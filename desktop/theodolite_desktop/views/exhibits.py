"""The list of exhibits on the left: a list, a grid or a table for triage, one selection; or a rail."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QMenu,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from theodolite_desktop.covering import Cover
from theodolite_desktop.language import mark, tr, trn
from theodolite_desktop.rows import ExhibitRow
from theodolite_desktop.tables.rows_model import ROW
from theodolite_desktop.tables.triage_model import TriageModel
from theodolite_desktop.theme import Theme
from theodolite_desktop.theme.tokens import TABS
from theodolite_desktop.together_rows import listed, named
from theodolite_desktop.triage import TriageRow
from theodolite_desktop.views.controls import IconButton, strip
from theodolite_desktop.views.empty import EmptyState
from theodolite_desktop.views.exhibit_delegate import ExhibitDelegate, Form
from theodolite_desktop.views.handing import hand_focus
from theodolite_desktop.views.image_page import INVITATION
from theodolite_desktop.views.label import Label
from theodolite_desktop.views.triage import FilterRow, TriageTable

FORMS: dict[Form, tuple[str, str]] = {
    "list": ("format-list-bulleted", mark("As a list")),
    "grid": ("view-grid-outline", mark("As a grid")),
    "table": ("table", mark("As a table")),
}
MANY = 12
"""From so many exhibits on the filter is always there."""


class ExhibitsPane(QWidget):
    """A heading with Add, the filter, and the list in one of its forms; the empty state while there is
    nothing. ``formChanged`` carries the form that a person chose."""

    selected = Signal(str)
    opened = Signal(str)
    addAsked = Signal()
    onePlaceAsked = Signal(object)
    withdrawAsked = Signal()
    destroyAsked = Signal()
    graphicAsked = Signal()
    keptAsked = Signal()
    tagAsked = Signal(int)
    leadAsked = Signal(object)
    formChanged = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self.form: Form = "list"
        self.model = TriageModel(_spoken, self)
        self._wanted = ""
        self._asked_filter = False
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setAccessibleName(tr("Exhibits"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(partial(self._menu, self.list))
        self._delegate = ExhibitDelegate(theme, self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.activated.connect(lambda index: self._emit(index, self.opened))
        self.table = TriageTable(theme, self.model, self._delegate)
        own = self.table.selectionModel()
        self.table.setSelectionModel(self.list.selectionModel())  # what is chosen is chosen in every form
        own.deleteLater()
        self.table.customContextMenuRequested.connect(partial(self._menu, self.table))
        self.table.opened.connect(lambda index: self._emit(index, self.opened))
        self.table.sorted.connect(self._sort)
        self.empty = EmptyState(theme, "image-plus", tr(INVITATION), tr("Add exhibits"))
        self.empty.pressed.connect(self.addAsked)
        self.none = EmptyState(
            theme, "filter-variant", tr("No exhibit fits the filter."), tr("Clear the filter")
        )
        self.filter = FilterRow(theme, self.model)
        self.filter.changed.connect(self._filter)
        self.filter.sortAsked.connect(lambda column, back: self.table.order(column, backward=back))
        self.filter.left.connect(lambda: self.view().setFocus())
        self.none.pressed.connect(self.filter.field.clear)
        self._build()
        hand_focus(self, self.list)
        theme.changed.connect(self._restyle)

    def _build(self) -> None:
        theme = self._theme
        self._heading, row = strip("header", TABS, 12, 2)
        row.setContentsMargins(12, 0, 8, 0)
        row.addWidget(Label(theme, tr("Exhibits"), "strong"))
        row.addSpacing(4)
        self._count = Label(theme, "", "meta", "text2")
        row.addWidget(self._count)
        row.addStretch(1)
        self._forms: dict[str, IconButton] = {}
        for form, (icon, text) in FORMS.items():
            button = IconButton(theme, icon, tr(text), size=16, checkable=True)
            button.setObjectName("tiny")
            button.clicked.connect(lambda _on=False, form=form: self._choose_form(form))
            row.addWidget(button)
            self._forms[form] = button
        self._forms["list"].setChecked(True)
        add, key = tr("Add exhibits"), "Ctrl+I"
        self._add = IconButton(theme, "image-plus", add, key=key, action=self.addAsked.emit)
        row.addWidget(self._add)
        self._rail_add = IconButton(theme, "image-plus", add, key=key, action=self.addAsked.emit)
        self._rail_add.hide()
        self.kept = QPushButton()
        self.kept.setObjectName("rowlink")
        self.kept.clicked.connect(self.keptAsked)
        self._foot, foot = strip("hintline", 32, 12)
        foot.addWidget(self.kept, 1)
        self._foot.hide()
        self.filter.hide()
        self._stack = QStackedLayout()
        for widget in (self.empty, self.list, self.table, self.none):
            self._stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._heading)
        layout.addWidget(self.filter)
        layout.addWidget(self._rail_add, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(self._stack, 1)
        layout.addWidget(self._foot)

    # --- what is shown -------------------------------------------------------------------------------------

    def set_rows(self, rows: tuple[ExhibitRow, ...], current: str) -> None:
        """Show the exhibits with ``current`` selected, without announcing it."""
        self._wanted = current
        with _Kept(self):
            self.model.set_rows(rows)
        self._arrange()

    def set_details(self, details: Mapping[str, TriageRow]) -> None:
        """What the table says, and the filter asks, of each exhibit."""
        with _Kept(self):
            self.model.set_details(details)
        self._arrange()

    def _arrange(self) -> None:
        """The view that fits what there is to show, and the count."""
        self.list.viewport().update()
        total, shown = self.model.total, len(self.model.rows)
        said = tr("{shown} of {total}", shown=shown, total=total) if shown < total else str(total)
        self._count.setText(said if total else "")
        self._count.setAccessibleName(trn("%n exhibits shown", shown, one="%n exhibit shown"))
        rail, text = self._delegate.rail, self.filter.field.text()
        wanted = self.form == "table" or bool(text) or total >= MANY or self._asked_filter
        self.filter.setVisible(not rail and bool(total) and wanted)
        if rail:
            self._stack.setCurrentWidget(self.list)
        elif not total:
            self._stack.setCurrentWidget(self.empty)
        else:
            self._stack.setCurrentWidget(self.view() if shown else self.none)

    def view(self) -> QAbstractItemView:
        """The view of the form in force."""
        return self.table if self.form == "table" and not self._delegate.rail else self.list

    def set_form(self, form: Form) -> None:
        """List, grid or table; selection and current exhibit stay."""
        had = self.view().hasFocus()
        self.form = self._delegate.form = form
        for name, button in self._forms.items():
            button.setChecked(name == form)
        grid = form == "grid" and not self._delegate.rail
        self.list.setFlow(QListView.Flow.LeftToRight if grid else QListView.Flow.TopToBottom)
        self.list.setWrapping(grid)
        self.list.setResizeMode(QListView.ResizeMode.Adjust if grid else QListView.ResizeMode.Fixed)
        self.list.setSpacing(4 if grid else 0)
        self.list.doItemsLayout()
        self._arrange()
        hand_focus(self, self.view())
        if had:
            self.view().setFocus()
        self.view().scrollTo(self.view().currentIndex())

    def _choose_form(self, form: Form) -> None:
        self.set_form(form)
        self.formChanged.emit(form)

    def begin_filter(self) -> None:
        """To the filter by key."""
        self._asked_filter = True
        self._arrange()
        self.filter.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.field.selectAll()

    def _filter(self, text: str) -> None:
        with _Kept(self):
            self.model.set_filter(text)
        self._arrange()

    def _sort(self, column: int, backward: bool) -> None:
        order = Qt.SortOrder.DescendingOrder if backward else Qt.SortOrder.AscendingOrder
        with _Kept(self):
            self.model.sort(column, order)
        self.view().scrollTo(self.view().currentIndex())

    def _restyle(self) -> None:
        self.list.doItemsLayout()
        self.list.viewport().update()

    def set_writable(self, writable: bool) -> None:
        for button in (self._add, self._rail_add, self.empty.button):
            button.setEnabled(writable)

    def show_kept(self, text: str) -> None:
        """'2 withdrawn, 1 destroyed', as a way to them; '' for none."""
        self.kept.setText(text)
        self.kept.setToolTip(text and tr("Restore them, or see what was destroyed and why"))
        self._foot.setVisible(bool(text) and not self._delegate.rail)

    # --- what is chosen ------------------------------------------------------------------------------------

    def chosen(self) -> tuple[str, ...]:
        """The ids of all selected exhibits, in the order of the list."""
        rows = sorted({index.row() for index in self.list.selectionModel().selectedIndexes()})
        return tuple(self.model.rows[number].id for number in rows if number < len(self.model.rows))

    def select_all(self) -> None:
        """Every exhibit that the filter leaves; while one types in it, every letter."""
        if self.filter.field.hasFocus():
            self.filter.field.selectAll()
        else:
            self.view().selectAll()

    def menu(self) -> QMenu:
        """What can be done with the selected exhibits."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chosen = self.chosen()
        if len(chosen) > 1:
            shown = named(listed(chosen), chosen)
            menu.addAction(
                tr("{exhibits} show one place…", exhibits=shown), lambda: self.onePlaceAsked.emit(chosen)
            )
            withdraw = trn("Withdraw %n exhibits", len(chosen), one="Withdraw %n exhibit")
            menu.addAction(f"{withdraw}\t{tr('Delete')}", self.withdrawAsked.emit)
        elif chosen:
            menu.addAction(tr("Open") + f"\t{tr('Enter')}", lambda: self.opened.emit(chosen[0]))
            menu.addAction(tr("Withdraw exhibit") + f"\t{tr('Delete')}", self.withdrawAsked.emit)
            menu.addAction(tr("Destroy exhibit…"), self.destroyAsked.emit)
        if chosen:
            menu.addSeparator()
            tags = QMenu(tr("Tags"), menu)
            menu.addMenu(tags)
            there = [set(row.tags) for row in self.model.rows if row.id in chosen]
            for number in range(1, 10):
                action = tags.addAction(
                    tr("Tag {number}", number=number) + f"\t{number}", partial(self.tagAsked.emit, number)
                )
                action.setCheckable(True)
                action.setChecked(all(number in one for one in there))
            tags.addAction(tr("Clear tags") + "\t0", partial(self.tagAsked.emit, 0))
            menu.addAction(tr("New lead about it…"), lambda: self.leadAsked.emit(chosen))
            marked = menu.addAction(tr("Graphic content") + "\tShift+F9", self.graphicAsked.emit)
            marked.setCheckable(True)
            marked.setChecked(set(chosen) <= self._delegate.cover.graphic)
        return menu

    def _menu(self, view: QAbstractItemView, at: QPoint) -> None:
        if self.chosen():
            self.menu().popup(view.viewport().mapToGlobal(at))

    # --- thumbnails ----------------------------------------------------------------------------------------

    def set_thumbnail(self, exhibit: str, image: QImage) -> None:
        self._delegate.thumbnails[exhibit] = image
        self.model.touch(exhibit)

    def forget_thumbnail(self, exhibit: str) -> None:
        self._delegate.thumbnails.pop(exhibit, None)

    def forget_thumbnails(self) -> None:
        self._delegate.thumbnails.clear()
        self._asked_filter = False
        self.filter.field.clear()
        self.table.order(-1, backward=False)

    def has_thumbnail(self, exhibit: str) -> bool:
        return exhibit in self._delegate.thumbnails

    def set_rail(self, rail: bool) -> None:
        """Thumbnails alone, for narrow windows."""
        self._delegate.rail = rail
        self._heading.setVisible(not rail)
        self._rail_add.setVisible(rail)
        self._foot.setVisible(bool(self.kept.text()) and not rail)
        self.set_form(self.form)

    def set_covered(self, cover: Cover) -> None:
        self._delegate.cover = cover
        self.list.viewport().update()
        self.table.viewport().update()

    def sizeHint(self) -> QSize:
        width = self.table.natural_width() if self.view() is self.table else 256
        return QSize(width, super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._emit(self.list.currentIndex(), self.opened)
        else:
            super().keyPressEvent(event)

    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        self._emit(index, self.selected)

    def _emit(self, index: QModelIndex, signal: object) -> None:
        row = index.data(ROW)
        if isinstance(row, ExhibitRow):
            signal.emit(row.id)  # type: ignore[attr-defined]


class _Kept:
    """Rows change meanwhile; what was chosen and stays is chosen again, and nothing is announced."""

    def __init__(self, pane: ExhibitsPane) -> None:
        self._pane = pane

    def __enter__(self) -> None:
        pane = self._pane
        self._before = pane.model.rows
        self._chosen = pane.chosen()
        pane.list.selectionModel().blockSignals(True)

    def __exit__(self, *_: object) -> None:
        pane = self._pane
        model, selection = pane.model, pane.list.selectionModel()
        rows = QItemSelectionModel.SelectionFlag.Rows
        number = model.row_of(pane._wanted)
        if selection.currentIndex().row() != number or not selection.hasSelection():
            again = (
                [n for n in map(model.row_of, self._chosen) if n >= 0] if pane._wanted in self._chosen else []
            )
            found = QItemSelection()
            for one in again or ([number] if number >= 0 else []):
                found.select(model.index(one), model.index(one))
            selection.select(found, QItemSelectionModel.SelectionFlag.ClearAndSelect | rows)
            selection.setCurrentIndex(model.index(number), QItemSelectionModel.SelectionFlag.NoUpdate)
        selection.blockSignals(False)
        pane.list.viewport().update()
        pane.table.viewport().update()


def _spoken(row: ExhibitRow) -> str:
    """A row in words, for screen readers."""
    if row.parent:
        return tr(
            "{id}, {name}, {line}, made from {parent}",
            id=row.id,
            name=row.name,
            line=row.line,
            parent=row.parent,
        )
    return tr("{id}, {name}, {line}", id=row.id, name=row.name, line=row.line)
