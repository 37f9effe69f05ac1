"""The first-run page: what to install, what it costs, and the ways on without a network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from theodolite_desktop import wording
from theodolite_desktop.language import mark, tr
from theodolite_desktop.pack_fetching import Fetch
from theodolite_desktop.theme import Theme
from theodolite_desktop.tips import plain_tip
from theodolite_desktop.views.controls import Rule
from theodolite_desktop.views.flow import Flow
from theodolite_desktop.views.label import Label
from theodolite_desktop.views.pack_row import LICENCE, NAME, SIZE, STATE, PackLine, PackRow

__all__ = ["PackLine", "PacksPage"]

COLUMN = 720
TITLE = mark("Theodolite works without a network.")
INTRODUCTION = mark(
    "Choose what to install. Every file is checked against a known hash. Nothing else is ever fetched."
)
LATER = mark("Larger packs, for machines that can reach them: see the guide")
HEADS = (mark("Pack"), mark("What it gives you"), mark("Size"), mark("Licence"), mark("State"))


class PacksPage(QWidget):
    """``installAsked`` carries the names; fetching happens in child processes, never in this one."""

    installAsked = Signal(object)
    cancelAsked = Signal(str)
    importAsked = Signal()
    skipped = Signal()
    newCaseAsked = Signal()
    openAsked = Signal()
    sampleAsked = Signal()
    recentAsked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines: tuple[PackLine, ...] = ()
        self._rows: dict[str, PackRow] = {}
        self._fetches: dict[str, Fetch] = {}
        self._free = 0
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        page = QWidget()
        page.setObjectName("ground")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        outer = QHBoxLayout(page)
        outer.setContentsMargins(24, 32, 24, 32)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._holder = QWidget()
        theme.fix(self._holder, max_width=COLUMN)
        self._holder.setLayout(self._column)
        outer.addStretch(1)
        outer.addWidget(self._holder, 100)
        outer.addStretch(1)
        self._column.addWidget(Label(theme, tr(TITLE), "page", wrap=True))
        self._column.addWidget(Label(theme, tr(INTRODUCTION), "body", "text2", wrap=True))
        self._table(theme)
        self._footer(theme)
        self._ways_on(theme)
        self.later_title = Label(theme, tr(LATER), "strong", wrap=True)
        self.later = Label(theme, "", "meta", "text2", wrap=True)
        self._column.addSpacing(8)
        self._column.addWidget(self.later_title)
        self._column.addWidget(self.later)
        self._column.addStretch(1)
        self.area = QScrollArea()
        self.area.setAccessibleName(tr("Packs"))
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)

    def _table(self, theme: Theme) -> None:
        card = QFrame()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        self._heads = QWidget()
        heads = QHBoxLayout(self._heads)
        heads.setContentsMargins(0, 0, 0, 0)
        heads.setSpacing(16)
        for text, width in zip(HEADS, (NAME - 8, 0, SIZE, LICENCE, STATE), strict=True):
            head = Label(theme, tr(text), "meta", "text2")
            if width:
                theme.fix(head, width=width)
            heads.addWidget(head, 0 if width else 1)
        column.addWidget(self._heads)
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        column.addLayout(self._list)
        self._column.addWidget(card)

    def _footer(self, theme: Theme) -> None:
        self.total = Label(theme, "", "meta", "text2", wrap=True)
        self.note = Label(theme, "", "body", "text2", wrap=True)
        self.note.hide()
        self.install = QPushButton(tr("Install"))
        self.install.setObjectName("primary")
        self.install.clicked.connect(lambda: self.installAsked.emit(self.chosen()))
        bring = QPushButton(tr("Import from a drive"))
        bring.clicked.connect(self.importAsked)
        self.skip = QPushButton(tr("Skip: metadata and map only"))
        self.skip.clicked.connect(self.skipped)
        self._column.addWidget(self.total)
        self._column.addWidget(Flow(self.install, bring, self.skip))
        self._column.addWidget(self.note)
        self._column.addWidget(Rule())

    def _ways_on(self, theme: Theme) -> None:
        buttons = []
        for text, signal in (
            (tr("Open the sample case"), self.sampleAsked),
            (tr("New case"), self.newCaseAsked),
            (tr("Open case"), self.openAsked),
        ):
            button = QPushButton(text)
            button.clicked.connect(signal)
            buttons.append(button)
        self._column.addWidget(Flow(*buttons))
        self._recent_title = Label(theme, tr("Recent cases"), "meta", "text2")
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        self._column.addWidget(self._recent_title)
        self._column.addLayout(self._recent)
        self._recent_title.hide()

    # --- what is drawn -----------------------------------------------------------------------------------

    def show_lines(self, lines: Sequence[PackLine], free: int) -> None:
        """The table; starter packs that are missing are ticked, and what was ticked or unticked stays so."""
        ticked = {name: row.box.isChecked() for name, row in self._rows.items()}
        self._lines, self._free = tuple(lines), free
        for row in self._rows.values():
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = {}
        for line in (line for line in lines if line.fetchable):
            row = self._rows[line.name] = PackRow(self._theme, line)
            row.box.setChecked(line.installed or ticked.get(line.name, line.starter))
            row.toggled.connect(self._sum)
            row.cancelAsked.connect(self.cancelAsked)
            row.againAsked.connect(lambda name: self.installAsked.emit((name,)))
            row.importAsked.connect(self.importAsked)
            row.show_fetch(self._fetches.get(line.name))
            self._list.addWidget(row)
        later = [line for line in lines if not line.fetchable]
        self.later.setText("\n".join(f"{n.name}: {n.purpose} ({n.licence})" for n in later))
        self.later_title.setVisible(bool(later))
        self.later.setVisible(bool(later))
        self._fit()
        self._sum()

    def show_fetches(self, fetches: Mapping[str, Fetch]) -> None:
        """What is on its way, and what failed."""
        self._fetches = dict(fetches)
        for name, row in self._rows.items():
            row.show_fetch(self._fetches.get(name))
        self._sum()

    def show_recent(self, paths: Sequence[str]) -> None:
        while self._recent.count():
            item = self._recent.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        for path in paths[:5]:
            button = QPushButton(wording.visible(path, 80))
            button.setObjectName("rowlink")
            button.setToolTip(plain_tip(tr("Open {path}", path=path)))
            button.clicked.connect(partial(self.recentAsked.emit, path))
            self._recent.addWidget(button)
        self._recent_title.setVisible(bool(paths))

    def show_note(self, text: str, tone: str = "text2") -> None:
        self.note.setText(text)
        self.note.set_tone(tone)
        self.note.setVisible(bool(text))

    def chosen(self) -> tuple[str, ...]:
        return tuple(n for n, row in self._rows.items() if row.box.isChecked() and row.box.isEnabled())

    def _sum(self) -> None:
        size = sum(line.size for line in self._lines if line.name in self.chosen())
        text = tr("{size} to fetch · {free} free", size=wording.size(size), free=wording.size(self._free))
        tight = size > self._free > 0
        self.total.setText(tr("{text}: not enough room on this drive", text=text) if tight else text)
        self.total.set_tone("error" if tight else "text2")
        self.install.setEnabled(bool(self.chosen()) and not tight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Below the width of the columns, what a pack costs goes below what it gives."""
        narrow = self.width() - 48 < self._theme.scaled(COLUMN - 80)
        self._heads.setVisible(not narrow)
        for row in self._rows.values():
            row.set_narrow(narrow)
