"""Where a printed report goes: a printer of this computer, or a PDF alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from theodolite_desktop import wording
from theodolite_desktop.language import tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.views.controls import Choice
from theodolite_desktop.views.label import Label


class PrintDialog(QDialog):
    """Accepted: ``queue`` names the printer, '' for a PDF alone."""

    def __init__(self, parent: QWidget | None, theme: Theme, standing: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Print report"))
        theme.fix(self, min_width=480)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(8)
        layout.addWidget(Label(theme, tr("Print report"), "title", wrap=True))
        layout.addWidget(Label(theme, standing, "body", "text2", wrap=True))
        layout.addSpacing(4)
        layout.addWidget(Label(theme, tr("Printer"), "meta", "text2"))
        self.printers = Choice(theme, tr("Printer"))
        self.printers.addItem(tr("None: a PDF file"), "")
        layout.addWidget(self.printers)
        self.note = Label(theme, tr("Asking for the printers of this computer."), "meta", "text2", wrap=True)
        layout.addWidget(self.note)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        cancel = QPushButton(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.go_on = QPushButton(tr("Go on…"))
        self.go_on.setObjectName("primary")
        self.go_on.setDefault(True)
        self.go_on.clicked.connect(self.accept)
        row.addWidget(cancel)
        row.addWidget(self.go_on)
        layout.addSpacing(8)
        layout.addLayout(row)

    def show_queues(self, queues: Sequence[str]) -> None:
        """The printers there are; the first becomes the choice."""
        for queue in queues:
            self.printers.addItem(wording.visible(queue, 80), queue)
        if queues:
            self.printers.setCurrentIndex(1)
            text = tr(
                "These are set up on this computer; no network is searched. The PDF is written first, and "
                "the log records its hash and the printer."
            )
        else:
            text = tr("No printer is set up on this computer. The PDF can be printed anywhere.")
        self.note.setText(text)

    @property
    def queue(self) -> str:
        return str(self.printers.currentData())
