"""Filed references: the list of them, and the record of the one that is chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QListView,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from theodolite.domain import FiledReference
from theodolite.domain.links import Said
from theodolite.errors import InputError
from theodolite_desktop.desk_rows import DeskRow, reference_row
from theodolite_desktop.language import mark, tr
from theodolite_desktop.tables.rows_model import ROW, RowsModel
from theodolite_desktop.theme import Theme
from theodolite_desktop.views import fields
from theodolite_desktop.views.desk_list import DeskDelegate
from theodolite_desktop.views.label import Label
from theodolite_desktop.views.reference_form import NEW, ReferenceForm
from theodolite_desktop.views.speaking import SpokenOf

NOTE = mark(
    "A photograph, map or street view that a place is compared with. Its address is text: nothing is opened."
)


class ReferencesDialog(QDialog):
    """``written`` carries a record with its picture (path, bytes or None) and its name; ``pictureWanted`` a
    reference whose preview is to be shown; ``compareAsked`` one to be compared with."""

    addressed = Signal(object, str)
    written = Signal(object, object, str)
    withdrawn = Signal(str, bool)
    pictureWanted = Signal(str)
    compareAsked = Signal(str)
    followed = Signal(object)

    def __init__(self, parent: QWidget | None, theme: Theme, *, writable: bool = True) -> None:
        super().__init__(parent)
        self._theme, self._writable = theme, writable
        self._filed: tuple[FiledReference, ...] = ()
        self._said: Mapping[str, Sequence[Said]] = {}
        self._previews: dict[str, QImage] = {}
        self._dirty = self._filing = False
        self.about: tuple[str, ...] = ()
        self.setWindowTitle(tr("Filed references"))
        self.setAcceptDrops(True)
        layout = fields.column(self)
        layout.addWidget(Label(theme, tr("Filed references"), "title"))
        layout.addWidget(Label(theme, tr(NOTE), "meta", "text2", wrap=True))
        body = QHBoxLayout()
        body.setSpacing(16)
        layout.addLayout(body, 1)
        left = QVBoxLayout()
        left.setSpacing(8)
        self.model: RowsModel[DeskRow] = RowsModel(lambda r: r.spoken, lambda r: r.key, self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(DeskDelegate(theme, self.list))
        self.list.setAccessibleName(tr("Filed references"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        theme.fix(self.list, min_width=240, max_width=280)
        left.addWidget(self.list, 1)
        self.new = fields.button(tr("New reference"))
        self.new.clicked.connect(self.begin)
        left.addWidget(self.new)
        body.addLayout(left)
        right = QVBoxLayout()
        right.setSpacing(8)
        self.head = Label(theme, "", "subhead")
        right.addWidget(self.head)
        self.form = ReferenceForm(theme)
        self.form.addressed.connect(self._address)
        self.form.changed.connect(self._touch)
        self.spoken = SpokenOf(theme)
        self.spoken.chosen.connect(self.followed)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        column.addWidget(self.form)
        column.addWidget(self.spoken)
        column.addStretch(1)
        area = QScrollArea()
        area.setAccessibleName(tr("Fields of the reference"))
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        area.setObjectName("ground")
        page.setObjectName("ground")
        right.addWidget(area, 1)
        self.problem = fields.problem(theme)
        right.addWidget(self.problem)
        right.addLayout(self._buttons())
        body.addLayout(right, 1)
        fields.fit(self, theme.scaled(880), theme.scaled(760))
        self.begin()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.withdraw = fields.button(tr("Withdraw"))
        self.withdraw.clicked.connect(self._withdraw)
        self.compare = fields.button(tr("Compare"))
        self.compare.clicked.connect(lambda: self.compareAsked.emit(self.form.before.id))
        row.addWidget(self.withdraw)
        row.addWidget(self.compare)
        row.addStretch(1)
        close = fields.button(tr("Close"))
        close.clicked.connect(self.reject)
        row.addWidget(close)
        self.keep = fields.button(tr("File reference"), primary=True)
        self.keep.clicked.connect(self.write)
        row.addWidget(self.keep)
        return row

    # --- what is shown -------------------------------------------------------------------------------------

    def show_filed(
        self, filed: Sequence[FiledReference], said: Mapping[str, Sequence[Said]], *, writable: bool
    ) -> None:
        """The records as they are now; what is being typed stays. One just filed becomes the one shown."""
        before = {one.id for one in self._filed}
        self._filed, self._said, self._writable = tuple(filed), said, writable
        self.model.set_rows([reference_row(one) for one in filed])
        fresh = [one.id for one in filed if one.id not in before]
        current = self.form.before.id
        if self._filing and fresh and not current:
            self._filing = self._dirty = False
            self.choose(fresh[-1])
        elif current and not self._dirty:
            self._show(current)
        elif self._filing and current:
            self._filing = self._dirty = False
            self._show(current)
        self.new.setEnabled(writable)

    def choose(self, reference: str) -> None:
        """Show one of them."""
        number = self.model.row_of(f"reference:{reference}")
        if number >= 0:
            self.list.setCurrentIndex(self.model.index(number))
            self._show(reference)

    def begin(self) -> None:
        """An empty form, for a new one."""
        self.list.selectionModel().clear()
        self.form.show_reference(replace(NEW, about=self.about), writable=self._writable)
        self.head.setText(tr("New reference"))
        self._dirty = False
        self._dress()
        self.form.address.setFocus()

    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, DeskRow):
            self._show(row.id)

    def _show(self, reference: str) -> None:
        one = next((one for one in self._filed if one.id == reference), None)
        if one is None:
            return
        self.form.show_reference(one, writable=self._writable and not one.withdrawn)
        self.head.setText(f"{one.id}  {tr('withdrawn')}" if one.withdrawn else one.id)
        self._dirty = False
        fields.say(self.problem, "")
        self._dress()
        if one.id in self._previews:
            self.form.show_preview(self._previews[one.id])
        elif one.sha256 and one.width:
            self.pictureWanted.emit(one.id)

    def show_picture(self, reference: str, image: QImage) -> None:
        self._previews[reference] = image
        if self.form.before.id == reference:
            self.form.show_preview(image)

    def _dress(self) -> None:
        one = self.form.before
        self.spoken.show_said(self._said.get(one.id, ()) if one.id else ())
        self.withdraw.setVisible(bool(one.id) and self._writable)
        self.withdraw.setText(tr("Restore") if one.withdrawn else tr("Withdraw"))
        self.compare.setVisible(bool(one.sha256) and not one.withdrawn)
        self.keep.setText(tr("Keep changes") if one.id else tr("File reference"))
        self._enable()

    def _enable(self) -> None:
        named = bool(self.form.texts["provider"].text().strip())
        self.keep.setEnabled(self._writable and self._dirty and named and not self._filing)

    # --- what a person does --------------------------------------------------------------------------------

    def _touch(self) -> None:
        self._dirty = True
        self._enable()

    def _address(self, text: str) -> None:
        try:
            self.addressed.emit(self.form.draft(), text)
        except InputError as error:
            self.show_problem(str(error))

    def filled(self, asked: str, one: FiledReference, said: str) -> None:
        """The answer about an address, unless another one stands there by now."""
        if asked == self.form.address.text():
            fields.say(self.problem, "")
            self.form.fill(one, said)

    def show_problem(self, text: str) -> None:
        self._filing = False
        fields.say(self.problem, text)
        self._enable()

    def write(self) -> None:
        try:
            draft = self.form.draft()
        except InputError as error:
            self.show_problem(str(error))
            return
        fields.say(self.problem, "")
        self._filing = True
        self._enable()
        self.written.emit(draft, self.form.picture, self.form.picture_name)

    def _withdraw(self) -> None:
        one = self.form.before
        self._dirty = False
        self.withdrawn.emit(one.id, not one.withdrawn)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        mime = event.mimeData()
        if mime.hasImage() or any(url.isLocalFile() for url in mime.urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.form.take_from(event.mimeData()):
            event.acceptProposedAction()

    def minimumSizeHint(self) -> QSize:
        return QSize(560, 420)
