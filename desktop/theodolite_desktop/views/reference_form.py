"""The form of a filed reference: an address that fills it, its fields, its picture."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPixmap
from PySide6.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from theodolite.domain import FiledReference
from theodolite_desktop.desk_rows import KIND_WORD
from theodolite_desktop.language import tr
from theodolite_desktop.reference_draft import NUMBERS, TEXTS, place_shown, record, shown
from theodolite_desktop.theme import Theme
from theodolite_desktop.views import fields
from theodolite_desktop.views.label import ElidedLabel, Label

PREVIEW = 168
IMAGES = "*.jpg *.jpeg *.png *.webp *.tif *.tiff *.gif *.heic *.heif *.avif"
NEW = FiledReference("", "photograph", "", "")


class ReferenceForm(QWidget):
    """``addressed`` carries an address that was pasted or typed; ``changed``: something was typed."""

    addressed = Signal(str)
    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.before = NEW
        self.picture: Path | bytes | None = None
        self.picture_name = "picture"
        self._filling = False
        self.address = fields.line(tr("Address"), tr("Paste the address of a map or street view"))
        self.address.setClearButtonEnabled(True)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(120)
        self._quiet.timeout.connect(lambda: self.addressed.emit(self.address.text()))
        self.address.textChanged.connect(self._on_address)
        self.said = Label(theme, "", "meta", "text2", wrap=True)
        self.said.hide()
        self.kind = fields.choice(theme, tr("Kind"), [(tr(word), kind) for kind, word in KIND_WORD.items()])
        self.kind.currentIndexChanged.connect(lambda _n: self._touched())
        self.texts: dict[str, QLineEdit] = {}
        for name, title, example in TEXTS:
            self.texts[name] = fields.line(tr(title), tr(example))
        self.position = fields.line(tr("Position"), "43.46680, 11.88230")
        self.numbers: dict[str, QLineEdit] = {}
        for name, title, unit in NUMBERS:
            self.numbers[name] = fields.line(tr(title), unit)
        self.about = fields.line(tr("About"), "E1 C4 K2")
        self.note = QPlainTextEdit()
        self.note.setAccessibleName(tr("Note on the reference"))
        self.note.setPlaceholderText(tr("What it shows; E1 and C4 become links"))
        self.note.setTabChangesFocus(True)
        theme.fix(self.note, min_height=52, max_height=72)
        for field in (*self.texts.values(), *self.numbers.values(), self.position, self.about):
            field.textEdited.connect(lambda _text: self._touched())
        self.note.textChanged.connect(self._touched)
        self.preview = Label(theme, "", "meta", "text2")
        self.preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.preview.setFixedSize(QSize(PREVIEW, PREVIEW * 3 // 4))
        self.preview.setObjectName("evidence")
        self.digest = ElidedLabel(theme, "", "mono", "text2", end=True)
        self.choose = fields.button(tr("Choose picture…"))
        self.choose.clicked.connect(self._choose)
        self.paste = fields.button(tr("Paste picture"))
        self.paste.clicked.connect(self._paste)
        self._build()

    def _build(self) -> None:
        theme = self._theme
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.address)
        layout.addWidget(self.said)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(6)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)

        def row(title: str, field: QWidget) -> None:
            label = Label(theme, title, "body", "text2")
            label.setBuddy(field)
            form.addRow(label, field)

        row(tr("Kind"), self.kind)
        for name, title, _ in TEXTS[:2]:
            row(tr(title), self.texts[name])
        row(tr("Position"), self.position)
        view = QWidget()
        numbers = QGridLayout(view)
        numbers.setContentsMargins(0, 0, 0, 0)
        numbers.setHorizontalSpacing(8)
        numbers.setVerticalSpacing(6)
        for place, (name, title, _) in enumerate(NUMBERS):
            label = Label(theme, tr(title), "body", "text2")
            label.setBuddy(self.numbers[name])
            numbers.addWidget(label, place // 2, 2 * (place % 2))
            numbers.addWidget(self.numbers[name], place // 2, 2 * (place % 2) + 1)
        row(tr("View"), view)
        dates = QWidget()
        line = QHBoxLayout(dates)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.texts["imagery_date"], 1)
        line.addWidget(Label(theme, tr("taken over"), "body", "text2"))
        line.addWidget(self.texts["captured_utc"], 1)
        row(tr("Imagery date"), dates)
        row(tr("Licence"), self.texts["licence"])
        row(tr("About"), self.about)
        row(tr("Note"), self.note)
        layout.addLayout(form)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self.preview)
        side = QVBoxLayout()
        side.setSpacing(8)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.paste)
        buttons.addStretch(1)
        side.addLayout(buttons)
        side.addWidget(self.digest)
        side.addStretch(1)
        below.addLayout(side, 1)
        layout.addLayout(below)

    # --- what is shown -------------------------------------------------------------------------------------

    def show_reference(self, one: FiledReference, *, writable: bool = True) -> None:
        """A record, or ``NEW``; what was typed before is gone."""
        self.before, self.picture, self.picture_name = one, None, "picture"
        self._fill(one)
        self.show_preview(QImage())
        self._say_picture()
        for field in (*self.texts.values(), *self.numbers.values(), self.position, self.about, self.address):
            field.setReadOnly(not writable)
        self.note.setReadOnly(not writable)
        self.kind.setEnabled(writable)
        for button in (self.choose, self.paste):
            button.setEnabled(writable and not one.sha256)

    def fill(self, one: FiledReference, said: str) -> None:
        """What an address says of the reference; fields that it does not speak of stay."""
        self._fill(one, keep_address=True)
        fields.say(self.said, said)
        self.changed.emit()

    def _fill(self, one: FiledReference, *, keep_address: bool = False) -> None:
        self._filling = True
        if not keep_address:
            self.address.setText(one.address)
            fields.say(self.said, "")
        self.kind.setCurrentIndex(self.kind.findData(one.kind))
        for name, field in self.texts.items():
            field.setText(getattr(one, name))
        self.position.setText(place_shown(one))
        for name, field in self.numbers.items():
            field.setText(shown(getattr(one, name)))
        self.about.setText(" ".join(one.about))
        self.note.setPlainText(one.note)
        self._filling = False
        self._place = one.lat, one.lon

    def draft(self) -> FiledReference:
        """As the form says now; InputError says what is no number or place."""
        typed = {name: field.text() for name, field in (*self.texts.items(), *self.numbers.items())}
        typed |= {
            "kind": str(self.kind.currentData()),
            "position": self.position.text(),
            "about": self.about.text(),
            "note": self.note.toPlainText(),
            "address": self.address.text(),
        }
        return record(replace(self.before, lat=self._place[0], lon=self._place[1]), typed)

    def _on_address(self, text: str) -> None:
        if self._filling:
            return
        self.changed.emit()
        if text.strip():
            self._quiet.start()
        else:
            self._quiet.stop()
            fields.say(self.said, "")

    def _touched(self) -> None:
        if not self._filling:
            self.changed.emit()

    # --- the picture ---------------------------------------------------------------------------------------

    def show_preview(self, image: QImage) -> None:
        if image.isNull():
            self.preview.setPixmap(QPixmap())
            self.preview.setText(tr("No picture"))
            return
        room = self.preview.size() - QSize(2, 2)
        ratio = self.devicePixelRatioF()
        fitted = image.scaled(
            room * ratio,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        fitted.setDevicePixelRatio(ratio)
        self.preview.setPixmap(QPixmap.fromImage(fitted))

    def _say_picture(self) -> None:
        one = self.before
        if one.sha256:
            size = f"{one.width} × {one.height}" if one.width else tr("cannot be decoded")
            self.digest.setText(f"{size}  SHA-256 {one.sha256}")
            self.digest.setToolTip(one.sha256)
        else:
            self.digest.setText(tr("It is hashed and kept in the vault of the case."))
            self.digest.setToolTip("")

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, tr("Picture of the reference"), "", tr("Images ({patterns})", patterns=IMAGES)
        )
        if name:
            self.take(Path(name))

    def _paste(self) -> None:
        if not self.take_from(QGuiApplication.clipboard().mimeData() or QMimeData()):
            fields.say(self.said, tr("The clipboard holds no picture."))

    def take_from(self, mime: QMimeData) -> bool:
        """A picture that was dropped or pasted; whether there was one."""
        if self.before.sha256:
            return False
        local = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if local:
            self.take(local[0])
        elif mime.hasImage():
            buffer = QBuffer()
            buffer.open(QIODevice.OpenModeFlag.WriteOnly)
            image = QImage(mime.imageData())
            image.save(buffer, "PNG")  # type: ignore[call-overload]
            self.take(bytes(buffer.data().data()), image)
        else:
            return False
        return True

    def take(self, picture: Path | bytes, image: QImage | None = None) -> None:
        """This picture will be filed with the record. A file is not decoded here: its name stands for it."""
        self.picture = picture
        self.picture_name = picture.name if isinstance(picture, Path) else tr("pasted picture")
        if image is not None:
            self.show_preview(image)
        else:
            self.preview.setPixmap(QPixmap())
            self.preview.setText(tr("Decoded once\nit is filed"))
        self.digest.setText(self.picture_name)
        self.changed.emit()
