"""One pack on the page: what it gives, what it costs, and below that its way here or what went wrong."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from theodolite_desktop import wording
from theodolite_desktop.language import mark, tr
from theodolite_desktop.pack_fetching import Fetch
from theodolite_desktop.theme import Theme
from theodolite_desktop.views.label import Label

NAME, SIZE, LICENCE, STATE = 148, 64, 116, 104
"""Widths of the columns; what a pack gives takes the rest."""

STATES = {
    "installed": mark("installed"),
    "own": mark("your own"),
    "not installed": mark("not installed"),
    "outdated": mark("outdated"),
    "damaged": mark("damaged"),
}


@dataclass(frozen=True, slots=True)
class PackLine:
    """One pack as listed; ``size`` bytes to fetch."""

    name: str
    purpose: str
    size: int
    licence: str
    state: str
    starter: bool

    @property
    def installed(self) -> bool:
        return self.state in ("installed", "own")

    @property
    def fetchable(self) -> bool:
        """Known by hash, so that it can be fetched and checked here."""
        return self.size > 0


class PackRow(QWidget):
    """[x] name · what it gives · size · licence · state; narrow: the last three below what it gives."""

    toggled = Signal()
    cancelAsked = Signal(str)
    againAsked = Signal(str)
    importAsked = Signal()

    def __init__(self, theme: Theme, line: PackLine) -> None:
        super().__init__()
        self._theme, self.line = theme, line
        self.box = QCheckBox(line.name)
        self.box.setAccessibleName(tr("Install {name}", name=line.name))
        self.box.setChecked(line.starter or line.installed)
        self.box.toggled.connect(self.toggled)
        purpose = Label(theme, line.purpose, "body", wrap=True)
        self._facts = [
            Label(theme, wording.size(line.size), "body"),
            Label(theme, line.licence, "meta", "text2", wrap=True),
            Label(theme, tr(STATES.get(line.state, line.state)), "body", "ok" if line.installed else "text2"),
        ]
        theme.fix(self.box, width=NAME)
        for label, width in zip(self._facts, (SIZE, LICENCE, STATE), strict=True):
            theme.fix(label, min_width=width, max_width=width)
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.setSpacing(16)
        self._words.addWidget(purpose, 1)
        facts = QHBoxLayout()
        facts.setSpacing(16)
        for label in self._facts:
            facts.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        facts.addStretch(0)
        self._words.addLayout(facts)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(self._words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addWidget(self._way())
        layout.addWidget(self._trouble())
        self.show_fetch(None)

    def _way(self) -> QWidget:
        self.way = QWidget()
        row = QHBoxLayout(self.way)
        row.setContentsMargins(24, 0, 0, 0)
        row.setSpacing(12)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress of {name}", name=self.line.name))
        self.amount = Label(self._theme, "", "meta", "text2")
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.setObjectName("small")
        self.cancel.setAccessibleName(tr("Cancel {name}", name=self.line.name))
        self.cancel.clicked.connect(lambda: self.cancelAsked.emit(self.line.name))
        row.addWidget(self.bar, 1)
        row.addWidget(self.amount)
        row.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignVCenter)
        return self.way

    def _trouble(self) -> QWidget:
        self.trouble = QWidget()
        row = QHBoxLayout(self.trouble)
        row.setContentsMargins(24, 0, 0, 0)
        row.setSpacing(8)
        self.problem = Label(self._theme, "", "body", "error", wrap=True)
        row.addWidget(self.problem, 1)
        self.again = QPushButton(tr("Try again"))
        self.again.clicked.connect(lambda: self.againAsked.emit(self.line.name))
        self.bring = QPushButton(tr("Import"))
        self.bring.clicked.connect(self.importAsked)
        for button in (self.again, self.bring):
            button.setObjectName("small")
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return self.trouble

    def set_narrow(self, narrow: bool) -> None:
        towards = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._words.setDirection(towards)
        self._words.setSpacing(2 if narrow else 16)

    def show_fetch(self, fetch: Fetch | None) -> None:
        """On its way, failed, or neither."""
        failed = fetch is not None and fetch.phase == "failed"
        moving = fetch is not None and not failed
        self.way.setVisible(moving)
        self.trouble.setVisible(failed)
        self.box.setEnabled(not self.line.installed and not moving)
        if fetch is None:
            return
        if failed:
            self.problem.setText(fetch.text)
            return
        self.bar.setRange(0, 1000 if fetch.total else 0)
        if fetch.phase == "waiting":
            self.bar.setRange(0, 1)
            self.bar.setValue(0)
            self.amount.setText(tr("Waiting for its turn"))
        elif fetch.total:
            self.bar.setValue(round(1000 * min(1.0, fetch.done / fetch.total)))
            done, total = wording.size(fetch.done), wording.size(fetch.total)
            self.amount.setText(tr("{done} of {total}", done=done, total=total))
        else:
            self.amount.setText(fetch.text)
        self.bar.setAccessibleDescription(self.amount.text())
