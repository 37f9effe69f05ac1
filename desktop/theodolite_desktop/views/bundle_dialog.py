"""What goes into a bundle, before it is written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from theodolite_desktop.theme import Theme
from theodolite_desktop.views.label import Label
from theodolite_desktop.views.leave_dialog import LeaveDialog

STANDING = "Report, log, CASE JSON-LD and a verifier that needs Python alone, in one BagIt folder."
WITH = (
    "With the originals: the case can be opened again exactly. They leave byte for byte, with what is "
    "written in them (serial number, owner, exact position) and what masks cover."
)
WITHOUT = "With their hashes only: no picture leaves; who has the originals can check them."


class BundleDialog(LeaveDialog):
    """Accepted: write it; ``originals`` says with or without them."""

    def __init__(self, parent: QWidget | None, theme: Theme, rows: Sequence[tuple[str, str, str]]) -> None:
        super().__init__(
            parent, theme, STANDING, rows, (), title="Bundle: before it leaves the case", yes="Choose where…"
        )
        box = QVBoxLayout()
        box.setSpacing(4)
        self.originals = QRadioButton("Originals")
        self.hashes = QRadioButton("Hashes of the originals")
        for option, text in ((self.originals, WITH), (self.hashes, WITHOUT)):
            option.setMinimumHeight(28)
            option.setAccessibleDescription(text)
            box.addWidget(option)
            said = Label(theme, text, "meta", "text2", wrap=True)
            said.setContentsMargins(24, 0, 0, 0)
            box.addWidget(said)
        self.hashes.setChecked(True)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertLayout(2, box)
