"""The first-run page: what to install, what it costs, and the three ways on without a network."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from theodolite_desktop import wording
from theodolite_desktop.theme import Theme
from theodolite_desktop.views.controls import Rule
from theodolite_desktop.views.label import Label

INTRODUCTION = (
    "Choose what to install. Every file is checked against a known hash. Nothing else is ever fetched."
)


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


class PacksPage(QWidget):
    """``installAsked`` carries the names; fetching happens in a child process, never in this one."""

    installAsked = Signal(object)
    cancelAsked = Signal()
    importAsked = Signal()
    skipped = Signal()
    newCaseAsked = Signal()
    openAsked = Signal()
    sampleAsked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines: tuple[PackLine, ...] = ()
        self._boxes: dict[str, QCheckBox] = {}
        self._busy = False
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        page = QWidget()
        page.setObjectName("ground")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        outer = QHBoxLayout(page)
        outer.setContentsMargins(24, 32, 24, 32)
        self._column = QVBoxLayout()
        self._column.setSpacing(12)
        holder = QWidget()
        holder.setMaximumWidth(720)
        holder.setLayout(self._column)
        outer.addStretch(1)
        outer.addWidget(holder, 100)
        outer.addStretch(1)
        self._column.addWidget(Label(theme, "Theodolite works without a network.", "page", wrap=True))
        self._column.addWidget(Label(theme, INTRODUCTION, "body", "text2", wrap=True))
        self._card = QFrame()
        self._card.setObjectName("card")
        self._grid = QGridLayout(self._card)
        self._grid.setContentsMargins(16, 12, 16, 12)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(1, 1)
        self._column.addWidget(self._card)
        self._footer(theme)
        self.later_title = Label(
            theme, "Larger packs, for machines that can reach them: see the guide", "strong"
        )
        self.later = Label(theme, "", "meta", "text2", wrap=True)
        self._column.addSpacing(8)
        self._column.addWidget(self.later_title)
        self._column.addWidget(self.later)
        self._column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def _footer(self, theme: Theme) -> None:
        self.total = Label(theme, "", "meta", "text2")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.hide()
        self.note = Label(theme, "", "body", "text2", wrap=True)
        self.note.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        self.install = QPushButton("Install")
        self.install.setObjectName("primary")
        self.install.clicked.connect(self._on_install)
        import_button = QPushButton("Import from a drive")
        import_button.clicked.connect(self.importAsked)
        skip = QPushButton("Skip: metadata and map only")
        skip.clicked.connect(self.skipped)
        self.skip = skip
        row.addWidget(self.total, 1)
        row.addWidget(import_button)
        row.addWidget(skip)
        row.addWidget(self.install)
        self._column.addLayout(row)
        self._column.addWidget(self.progress)
        self._column.addWidget(self.note)
        self._column.addWidget(Rule())
        after = QHBoxLayout()
        after.setSpacing(8)
        for text, signal in (
            ("Open the sample case", self.sampleAsked),
            ("New case", self.newCaseAsked),
            ("Open", self.openAsked),
        ):
            button = QPushButton(text)
            button.clicked.connect(signal)
            after.addWidget(button)
        after.addStretch(1)
        self._column.addLayout(after)

    def show_lines(self, lines: tuple[PackLine, ...], free: int) -> None:
        """The table; starter packs that are missing are ticked."""
        self._lines, self._free = lines, free
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._boxes = {}
        for column, text in enumerate(("Pack", "What it gives you", "Size", "Licence", "State")):
            self._grid.addWidget(Label(self._theme, text, "meta", "text2"), 0, column)
        ready = [line for line in lines if line.fetchable]
        later = [line for line in lines if not line.fetchable]
        for number, line in enumerate(ready, 1):
            self._row(number, line)
        text = "\n".join(f"{line.name}: {line.purpose} ({line.licence})" for line in later)
        self.later.setText(text)
        self.later_title.setVisible(bool(later))
        self.later.setVisible(bool(later))
        self._sum()

    def _row(self, number: int, line: PackLine) -> None:
        top = Qt.AlignmentFlag.AlignTop
        box = QCheckBox(line.name)
        box.setAccessibleName(f"Install {line.name}")
        box.setChecked(line.starter and not line.installed)
        box.setEnabled(not line.installed and not self._busy)
        box.toggled.connect(self._sum)
        self._boxes[line.name] = box
        self._grid.addWidget(box, number, 0, top)
        self._grid.addWidget(Label(self._theme, line.purpose, "body", wrap=True), number, 1, top)
        self._grid.addWidget(Label(self._theme, wording.size(line.size), "body"), number, 2, top)
        licence = Label(self._theme, line.licence, "meta", "text2", wrap=True)
        licence.setMaximumWidth(140)
        self._grid.addWidget(licence, number, 3, top)
        tone = "ok" if line.installed else "text2"
        state = Label(self._theme, line.state, "body", tone)
        self._grid.addWidget(state, number, 4, top)

    def set_busy(self, text: str) -> None:
        """An install runs: ``text`` says how far; '' when it ended."""
        self._busy = bool(text)
        self.install.setText("Cancel" if text else "Install")
        self.progress.setRange(0, 0)
        self.progress.setVisible(bool(text))
        if text:
            self.show_note(text)
        else:
            self._sum()

    def show_note(self, text: str, tone: str = "text2") -> None:
        self.note.setText(text)
        self.note.set_tone(tone)
        self.note.setVisible(bool(text))

    def _chosen(self) -> tuple[str, ...]:
        return tuple(name for name, box in self._boxes.items() if box.isChecked() and box.isEnabled())

    def _sum(self, _on: bool = False) -> None:
        chosen = self._chosen()
        size = sum(line.size for line in self._lines if line.name in chosen)
        self.total.setText(f"{wording.size(size)} to fetch · {wording.size(self._free)} free")
        self.install.setEnabled(self._busy or bool(chosen))

    def _on_install(self) -> None:
        if self._busy:
            self.cancelAsked.emit()
        else:
            self.installAsked.emit(self._chosen())
