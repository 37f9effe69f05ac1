"""Who handles the case and who gave material: a list, and the words of the one that is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QListWidget, QVBoxLayout, QWidget

from theodolite.domain import Person, Source
from theodolite_desktop import wording
from theodolite_desktop.language import mark, tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.views import fields
from theodolite_desktop.views.label import Label
from theodolite_desktop.views.report_options import called

PERSON = (
    ("name", mark("Name"), "A. Examiner"),
    ("account", mark("Account"), mark("as records of the log name them")),
    ("role", mark("Role"), mark("examiner, second examiner, editor")),
    ("competence", mark("Competence"), mark("training and experience")),
    ("contact", mark("Contact"), mark("never leaves unless names are disclosed")),
    ("interests", mark("Conflicts of interest"), mark("none, or which")),
)
SOURCE = (
    ("name", mark("Name"), mark("never leaves unless disclosed")),
    ("note", mark("Note"), mark("how the material came")),
)
PEOPLE_NOTE = mark("Outside the case people appear as P1, P2 … unless their names are disclosed.")
SOURCES_NOTE = mark("Outside the case sources appear as S1, S2 … unless their names are disclosed.")


class _Listed(QWidget):
    """A list with a form; subclasses say what a row is and what the form makes."""

    written = Signal(object)

    def __init__(
        self, theme: Theme, note: str, rows: Sequence[tuple[str, str, str]], words: tuple[str, str, str]
    ) -> None:
        """``words``: what the list, a new one and the button that keeps it are called."""
        super().__init__()
        listed, self._new, kept = words
        self._names = tuple(name for name, _, _ in rows)
        self._codes: tuple[str, ...] = ()
        self._listed = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(Label(theme, note, "meta", "text2", wrap=True))
        body = QHBoxLayout()
        body.setSpacing(16)
        left = QVBoxLayout()
        left.setSpacing(8)
        self.list = QListWidget()
        self.list.setAccessibleName(listed)
        self.list.setObjectName("rows")
        self.list.setFixedWidth(fields.scaled(200))
        self.list.currentRowChanged.connect(self._on_row)
        left.addWidget(self.list, 1)
        self.new = fields.button(self._new)
        self.new.clicked.connect(lambda _checked=False: self._begin())
        left.addWidget(self.new)
        body.addLayout(left)
        right = QVBoxLayout()
        right.setSpacing(8)
        self.head = Label(theme, "", "subhead")
        right.addWidget(self.head)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        self.fields: dict[str, QLineEdit] = {}
        for name, word, example in rows:
            title = tr(word)
            field = fields.line(title, tr(example))
            field.textEdited.connect(lambda _text: self._touch())
            form.addRow(Label(theme, title, "body", "text2"), field)
            self.fields[name] = field
        right.addLayout(form)
        self.keep = fields.button(kept)
        self.keep.clicked.connect(lambda _checked=False: self.write())
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.keep)
        right.addLayout(line)
        right.addStretch(1)
        body.addLayout(right, 1)
        layout.addLayout(body, 1)
        self._dirty = False
        self._begin()

    def pending(self) -> str:
        """A sentence when something typed was not kept yet, else ''."""
        return (
            tr("Keep what you typed for {text}, or clear it.", text=self.head.text()) if self._dirty else ""
        )

    def _begin(self) -> None:
        """An empty form for a new one."""
        self.list.setCurrentRow(-1)
        self._fill("", {})

    def _on_row(self, row: int) -> None:
        if row >= 0:
            self._fill(self._codes[row], self._values(row))

    def _fill(self, code: str, values: dict[str, str]) -> None:
        self.code = code
        self.head.setText(code or self._new)
        for name, field in self.fields.items():
            field.setText(values.get(name, ""))
        self._dirty = False
        self.keep.setEnabled(False)

    def _touch(self) -> None:
        self._dirty = any(field.text().strip() for field in self.fields.values()) or bool(self.code)
        self.keep.setEnabled(self._dirty)

    def _show(self, codes: Sequence[str], shown: Sequence[str]) -> None:
        """List again; the one being looked at stays, unless a person is typing."""
        was_new, known, self._listed = self._listed and not self.code, set(self._codes), True
        fresh = [code for code in codes if code not in known]
        self._codes = tuple(codes)
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([wording.visible(text, 80) for text in shown])
        chosen = fresh[-1] if fresh and was_new and not self._dirty else self.code
        if chosen in codes:
            self.list.setCurrentRow(list(codes).index(chosen))
        self.list.blockSignals(False)
        if chosen in codes and not self._dirty:
            self._fill(chosen, self._values(list(codes).index(chosen)))

    def _typed(self) -> dict[str, str]:
        return {name: field.text().strip() for name, field in self.fields.items()}

    def _values(self, row: int) -> dict[str, str]:
        raise NotImplementedError

    def write(self) -> None:
        raise NotImplementedError


class PeoplePage(_Listed):
    def __init__(self, theme: Theme) -> None:
        self._people: tuple[Person, ...] = ()
        words = tr("People of the case"), tr("New person"), tr("Keep person")
        super().__init__(theme, tr(PEOPLE_NOTE), PERSON, words)

    def show_people(self, people: Sequence[Person]) -> None:
        self._people = tuple(people)
        self._show([p.id for p in people], [called(p) for p in people])

    def _values(self, row: int) -> dict[str, str]:
        return {name: getattr(self._people[row], name) for name in self._names}

    def write(self) -> None:
        before = next((p for p in self._people if p.id == self.code), Person("", ""))
        typed = self._typed()
        typed["account"] = typed["account"] or typed["name"]
        self._dirty = False
        self.keep.setEnabled(False)
        self.written.emit(replace(before, **typed))


class SourcesPage(_Listed):
    def __init__(self, theme: Theme) -> None:
        self._sources: tuple[Source, ...] = ()
        words = tr("Sources of the case"), tr("New source"), tr("Keep source")
        super().__init__(theme, tr(SOURCES_NOTE), SOURCE, words)

    def show_sources(self, sources: Sequence[Source]) -> None:
        self._sources = tuple(sources)
        self._show([s.id for s in sources], [f"{s.id} · {s.name}" if s.name else s.id for s in sources])

    def _values(self, row: int) -> dict[str, str]:
        return {name: getattr(self._sources[row], name) for name in self._names}

    def write(self) -> None:
        before = next((s for s in self._sources if s.id == self.code), Source(""))
        self._dirty = False
        self.keep.setEnabled(False)
        self.written.emit(replace(before, **self._typed()))
