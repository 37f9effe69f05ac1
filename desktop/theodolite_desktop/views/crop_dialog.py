"""'Carry out a crop': the part of the exhibit that leaves, without metadata, as a file or as text."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from theodolite_desktop.language import tr
from theodolite_desktop.pictures import Picture, blurred
from theodolite_desktop.theme import Theme
from theodolite_desktop.views import fields
from theodolite_desktop.views.label import Label


class CropDialog(QDialog):
    """``chosen`` carries 'file' or 'text'."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None, theme: Theme, subject: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Carry out a crop"))
        fields.at_least(self, 460)
        layout = fields.column(self)
        layout.addWidget(Label(theme, tr("Carry out a crop"), "title"))
        layout.addWidget(Label(theme, subject, "body", wrap=True))
        lead = tr(
            "Pixels only: no metadata, no thumbnail, covered regions filled in. The log records its hash."
        )
        layout.addWidget(Label(theme, lead, "body", "text2", wrap=True))
        self.picture = Label(theme, tr("Making the crop"), "meta", "text2")
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setAccessibleName(tr("The crop as it will leave"))
        theme.fix(self.picture, min_height=240)
        layout.addWidget(self.picture)
        self.problem = fields.problem(theme)
        layout.addWidget(self.problem)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        cancel = fields.button(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.as_text = fields.button(tr("Record and copy as text"))
        self.as_text.clicked.connect(lambda: self.chosen.emit("text"))
        self.as_file = fields.button(tr("Record and save…"), primary=True)
        self.as_file.clicked.connect(lambda: self.chosen.emit("file"))
        for button in (self.as_text, self.as_file):
            button.setEnabled(False)
        for widget in (cancel, self.as_text, self.as_file):
            row.addWidget(widget)
        layout.addLayout(row)

    def show_picture(self, picture: Picture, covered: bool = False) -> None:
        """``covered``: graphic content stays unrecognisable here too."""
        image = blurred(picture.levels[0]) if covered else picture.levels[0]
        ratio = self.devicePixelRatioF()
        room = self.picture.contentsRect().size() * ratio
        scaled = QPixmap.fromImage(image).scaled(
            max(1, min(room.width(), image.width())),
            max(1, min(max(room.height(), round(240 * ratio)), image.height())),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        scaled.setDevicePixelRatio(ratio)
        self.picture.setPixmap(scaled)
        for button in (self.as_text, self.as_file):
            button.setEnabled(True)

    def show_problem(self, text: str) -> None:
        self.picture.setText("")
        fields.say(self.problem, text)
