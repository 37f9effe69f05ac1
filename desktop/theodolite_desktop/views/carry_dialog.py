"""'Carry out': what leaves, to which service and how exactly, shown before it does. Nothing is opened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from theodolite_desktop.drafts import Carry
from theodolite_desktop.language import mark, tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.views import fields
from theodolite_desktop.views.controls import Choice
from theodolite_desktop.views.label import Label

What = Literal["link", "coordinates", "query"]
WHATS: tuple[tuple[str, What], ...] = (
    (mark("Link to a map service"), "link"),
    (mark("Overpass query"), "query"),
    (mark("Coordinates alone"), "coordinates"),
)
PRECISIONS: tuple[tuple[str, float], ...] = (
    (mark("As exact as it is (about 1 m)"), 0.0),
    (mark("100 m"), 0.1),
    (mark("1 km"), 1.0),
    (mark("10 km"), 10.0),
    (mark("100 km"), 100.0),
)
#: Chosen at first: a street block leaves a case only when somebody says so.
FIRST_PRECISION = 1.0
RADII = ("200", "500", "1000", "2000", "5000", "10000", "50000")
LEAD = mark("You copy a text; nothing is opened or sent from here. The log records what it says.")


class CarryDialog(QDialog):
    """``changed`` carries the :class:`Carry` to be shown, ``copyAsked`` the one that shall leave."""

    changed = Signal(object)
    copyAsked = Signal(object)

    def __init__(
        self,
        parent: QWidget | None,
        theme: Theme,
        carry: Carry,
        services: Sequence[tuple[str, str]],
        wanted: Sequence[tuple[str, tuple[str, ...]]],
    ) -> None:
        super().__init__(parent)
        self._start, self._theme = carry, theme
        self.setWindowTitle(tr("Carry out"))
        fields.at_least(self, 520)
        layout = fields.column(self)
        layout.addWidget(Label(theme, tr("Carry this place out"), "title"))
        layout.addWidget(Label(theme, tr(LEAD), "body", "text2", wrap=True))
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(8)
        self.what = fields.choice(theme, tr("What"), [(tr(text), what) for text, what in WHATS])
        self.service = fields.choice(
            theme, tr("Map service"), [(f"{name} ({tr(shows)})", name) for name, shows in services]
        )
        self.precision = fields.choice(
            theme, tr("Precision"), [(tr(text), str(km)) for text, km in PRECISIONS]
        )
        self.precision.setCurrentIndex(self.precision.findData(str(FIRST_PRECISION)))
        self.wanted = Choice(theme, tr("What to look for"))
        for text, tags in wanted:
            self.wanted.addItem(tr(text), "\n".join(tags))
        self.wanted.addItem(tr("Tags of your own"), "")
        self.tags = fields.line(tr("Tags of OpenStreetMap"), "amenity=fuel, name~Via")
        self.radius = Choice(theme, tr("Radius in metres"))
        self.radius.setEditable(True)
        self.radius.addItems(list(RADII))
        self.radius.setCurrentText("1000")
        self._rows: dict[str, tuple[Label, QWidget]] = {}
        for key, name, field in (
            ("what", tr("What"), self.what),
            ("service", tr("Service"), self.service),
            ("wanted", tr("Look for"), self.wanted),
            ("tags", tr("Tags"), self.tags),
            ("radius", tr("Radius, metres"), self.radius),
            ("precision", tr("Precision"), self.precision),
        ):
            label = Label(theme, name, "body", "text2")
            self._rows[key] = (label, field)
            self._form.addRow(label, field)
        layout.addLayout(self._form)
        layout.addWidget(Label(theme, tr("What will leave"), "meta", "text2"))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tr("The text that will leave"))
        self.text.setFont(theme.font("mono"))
        self.text.setTabChangesFocus(True)
        theme.fix(self.text, min_height=112)
        layout.addWidget(self.text, 1)
        self.problem = fields.problem(theme)
        layout.addWidget(self.problem)
        layout.addLayout(self._buttons())
        self.what.setCurrentIndex(self.what.findData(carry.what))
        if carry.service:
            self.service.setCurrentIndex(max(0, self.service.findData(carry.service)))
        for choice in (self.what, self.service, self.precision, self.wanted):
            choice.currentIndexChanged.connect(self._changed)
        self.tags.textEdited.connect(self._changed)
        edit = self.radius.lineEdit()
        if isinstance(edit, QLineEdit):
            edit.setAccessibleName(tr("Radius in metres"))
        self.radius.currentTextChanged.connect(self._changed)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        cancel = fields.button(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.copy = fields.button(tr("Record and copy"), primary=True)
        self.copy.clicked.connect(lambda: self.copyAsked.emit(self.carry))
        self.copy.setEnabled(False)
        row.addWidget(cancel)
        row.addWidget(self.copy)
        return row

    @property
    def carry(self) -> Carry:
        """What is chosen now."""
        start, km = self._start, float(self.precision.currentData())
        chosen = str(self.wanted.currentData())
        typed = self.tags.text().replace(";", ",").replace(",", "\n")
        tags = tuple(part.strip() for part in (chosen or typed).splitlines() if part.strip())
        try:
            radius = float(self.radius.currentText().replace(",", "."))
        except ValueError:
            radius = 0.0
        return Carry(
            self.what.currentData(),
            start.lat,
            start.lon,
            str(self.service.currentData()),
            km or None,
            tags,
            radius,
            start.outline,
            start.about,
        )

    def begin(self) -> None:
        """Show the rows that count, and ask for the first text."""
        self._changed()

    def _changed(self, _value: object = None) -> None:
        what = self.what.currentData()
        asks = what == "query"
        shown = {
            "service": what == "link",
            "wanted": asks,
            "tags": asks and not self.wanted.currentData(),
            "radius": asks and not self._start.outline,
        }
        for key, on in shown.items():
            for widget in self._rows[key]:
                widget.setVisible(on)
        self.adjustSize()
        self.changed.emit(self.carry)

    def show_text(self, carry: Carry, text: str) -> None:
        """The answer for ``carry``; one for an earlier choice is passed over."""
        if carry == self.carry:
            fields.say(self.problem, "")
            self.text.setPlainText(text)
            self.copy.setEnabled(True)

    def show_problem(self, carry: Carry, text: str) -> None:
        if carry == self.carry:
            fields.say(self.problem, text)
            self.text.setPlainText("")
            self.copy.setEnabled(False)
