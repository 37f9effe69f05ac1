"""'Go to coordinates': any format in, all formats out; what can be read in several ways is asked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from theodolite_desktop.drafts import PlaceRead
from theodolite_desktop.language import mark, tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.views import fields
from theodolite_desktop.views.label import Label

EXAMPLE = mark(
    "43.4682, 11.8802 · 43°28'06\"N 11°52'49\"E · 32T QP 3297 1683 · 8FMHFV9J+73 · geo: · map address"
)


class PlaceDialog(QDialog):
    """``asked`` carries the text while it is typed; ``goAsked`` and ``addAsked`` the place that was read."""

    asked = Signal(str)
    goAsked = Signal(object)
    addAsked = Signal(object)

    def __init__(self, parent: QWidget | None, theme: Theme, text: str = "", *, case: bool = True) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Go to coordinates"))
        fields.at_least(self, 560)
        self._read: PlaceRead | None = None
        layout = fields.column(self)
        layout.addWidget(Label(theme, tr("Go to coordinates"), "title"))
        self.field = fields.line(tr("Coordinates in any format"), "43.4682, 11.8802")
        self.field.setText(text)
        self.field.textChanged.connect(self._on_text)
        layout.addWidget(self.field)
        layout.addWidget(Label(theme, tr(EXAMPLE), "meta", "text2", wrap=True))
        self.problem = fields.problem(theme)
        layout.addWidget(self.problem)
        self.head = Label(theme, "", "meta", "text2", wrap=True)
        self.head.hide()
        layout.addWidget(self.head)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Formats of the place, or its readings"))
        self.list.setMinimumHeight(fields.scaled(150))
        self.list.setFont(theme.font("mono"))
        self.list.itemActivated.connect(self._on_reading)
        self.list.itemClicked.connect(self._on_reading)
        layout.addWidget(self.list)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.add = fields.button(tr("Add as candidate"))
        self.add.setVisible(case)
        self.add.clicked.connect(lambda: self._done(self.addAsked))
        cancel = fields.button(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.go = fields.button(tr("Go there"), primary=True)
        self.go.clicked.connect(lambda: self._done(self.goAsked))
        row.addWidget(self.add)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.go)
        layout.addLayout(row)
        self._enable()

    def _on_text(self, text: str) -> None:
        self._read = None
        self._enable()
        self.asked.emit(text)

    def show_read(self, read: PlaceRead) -> None:
        """The answer for the text typed last; older ones are passed over."""
        if read.text != self.field.text():
            return
        self._read = read
        self.list.clear()
        empty = not read.text.strip()
        fields.say(self.problem, "" if empty else read.problem)
        fields.say(self.head, tr("Choose the reading that was meant:") if read.readings else read.note)
        for name, text in read.formats:
            self.list.addItem(f"{name:<12}{text}")
        for lat, lon, text in read.readings:
            item = QListWidgetItem(f"{text}   ({lat:.6f}, {lon:.6f})")
            item.setData(Qt.ItemDataRole.UserRole, f"{lat:.7f}, {lon:.7f}")
            self.list.addItem(item)
        self._enable()
        self.adjustSize()

    def _on_reading(self, item: QListWidgetItem) -> None:
        chosen = item.data(Qt.ItemDataRole.UserRole)
        if chosen:
            self.field.setText(str(chosen))

    def _enable(self) -> None:
        found = self._read is not None and self._read.lat is not None
        self.go.setEnabled(found)
        self.add.setEnabled(found)

    def _done(self, signal: object) -> None:
        if self._read is not None and self._read.lat is not None:
            self.accept()
            signal.emit(self._read)  # type: ignore[attr-defined]
