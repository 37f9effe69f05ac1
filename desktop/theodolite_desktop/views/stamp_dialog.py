"""Import of a time stamp: the answer, and what it may be checked against. Nothing is fetched."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QGridLayout, QPushButton, QVBoxLayout, QWidget

from theodolite_desktop import wording
from theodolite_desktop.language import mark, tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.views import fields
from theodolite_desktop.views.label import ElidedLabel, Label
from theodolite_desktop.views.passphrases import buttons

LEAD = mark(
    "The answer of a time-stamping authority (.tsr) or an OpenTimestamps proof (.ots), made on a machine "
    "with a network. It is checked here, without one."
)
ROWS = (
    ("stamp", mark("Answer"), mark("Time stamps (*.tsr *.ots);;All files (*)"), mark("needed")),
    (
        "certificates",
        mark("Certificates you trust"),
        mark("Certificates (*.pem *.crt *.cer *.der);;All files (*)"),
        mark("for .tsr"),
    ),
    ("headers", mark("Bitcoin block headers"), mark("All files (*)"), mark("for .ots")),
)
PENDING = mark("Without them a sound stamp is kept as pending, and can be confirmed later.")


class StampDialog(QDialog):
    """``chosen`` carries the answer, the certificates and the headers; stays open until it was taken."""

    chosen = Signal(object, object, object)

    def __init__(self, parent: QWidget | None, theme: Theme) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Import time stamp"))
        fields.at_least(self, 560)
        self.files: dict[str, tuple[Path, ...]] = {name: () for name, *_ in ROWS}
        self._shown: dict[str, ElidedLabel] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(8)
        layout.addWidget(Label(theme, self.windowTitle(), "title"))
        layout.addWidget(Label(theme, tr(LEAD), "body", "text2", wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for number, (name, *words) in enumerate(ROWS):
            title, kinds, use = (tr(word) for word in words)
            grid.addWidget(Label(theme, title, "body"), number, 0)
            self._shown[name] = ElidedLabel(theme, use, "body", "text2")
            grid.addWidget(self._shown[name], number, 1)
            button = QPushButton(tr("Choose…"))
            button.setAutoDefault(False)
            button.setAccessibleName(tr("Choose: {title}", title=title))
            button.clicked.connect(lambda _on=False, name=name, kinds=kinds: self._ask(name, kinds))
            grid.addWidget(button, number, 2)
        layout.addSpacing(4)
        layout.addLayout(grid)
        layout.addWidget(Label(theme, tr(PENDING), "meta", "text2", wrap=True))
        self.problem = Label(theme, "", "meta", "error", wrap=True)
        self.problem.hide()
        layout.addWidget(self.problem)
        row, self.yes, no = buttons(tr("Check and import"))
        self.yes.setEnabled(False)
        self.yes.clicked.connect(self._choose)
        no.clicked.connect(self.reject)
        layout.addSpacing(8)
        layout.addLayout(row)

    def put(self, name: str, paths: tuple[Path, ...]) -> None:
        """The files of one row; the answer is one."""
        self.files[name] = paths[:1] if name == "stamp" else paths
        self._shown[name].setText(", ".join(wording.visible(path.name, 120) for path in self.files[name]))
        self._shown[name].set_tone("")
        self.yes.setEnabled(bool(self.files["stamp"]))

    def show_problem(self, why: str) -> None:
        self.problem.setText(why)
        self.problem.show()
        self.yes.setEnabled(True)
        self.adjustSize()

    def _ask(self, name: str, kinds: str) -> None:
        if name == "stamp":
            path, _ = QFileDialog.getOpenFileName(self, tr("Time stamp"), "", kinds)
            paths = [path] if path else []
        else:
            paths, _ = QFileDialog.getOpenFileNames(self, tr("Choose files"), "", kinds)
        if paths:
            self.put(name, tuple(Path(path) for path in paths))

    def _choose(self) -> None:
        self.yes.setEnabled(False)
        self.problem.hide()
        self.chosen.emit(self.files["stamp"][0], self.files["certificates"], self.files["headers"])
