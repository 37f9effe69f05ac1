"""What a new reference index is made of, before the work begins."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from theodolite_desktop.language import mark, tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.views.label import Label

PURPOSE = mark(
    "Photographs with a position become references that exhibits are compared with. They stay where they "
    "are; the index holds what was computed from them."
)


class IndexDialog(QDialog):
    """Accepted: ``photographs``, ``out`` and ``provider`` hold what was chosen, all three filled in."""

    def __init__(self, parent: QWidget | None, theme: Theme) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("New reference index"))
        self.setMinimumWidth(560)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(Label(theme, self.windowTitle(), "title"))
        layout.addWidget(Label(theme, tr(PURPOSE), "body", "text2", wrap=True))
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self.photographs, self.out, self.provider = QLineEdit(), QLineEdit(), QLineEdit()
        self.provider.setPlaceholderText(tr("whose photographs they are, as the report will say"))
        rows = (
            (tr("Photographs"), self.photographs, self._choose_photographs),
            (tr("Provider"), self.provider, None),
            (tr("Index folder"), self.out, self._choose_out),
        )
        for name, field, choose in rows:
            field.setAccessibleName(name)
            field.textChanged.connect(self._check)
            form.addRow(Label(theme, name, "body", "text2"), self._with_button(field, choose))
        layout.addLayout(form)
        row = QHBoxLayout()
        row.addStretch(1)
        cancel = QPushButton(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.yes = QPushButton(tr("Make the index"))
        self.yes.setObjectName("primary")
        self.yes.setDefault(True)
        self.yes.clicked.connect(self.accept)
        row.addWidget(cancel)
        row.addWidget(self.yes)
        layout.addLayout(row)
        self._check()

    @staticmethod
    def _with_button(field: QLineEdit, choose: object) -> QWidget:
        if choose is None:
            return field
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        button = QPushButton(tr("Choose…"))
        button.setAccessibleName(tr("Choose: {field}", field=field.accessibleName()))
        button.clicked.connect(choose)
        row.addWidget(field, 1)
        row.addWidget(button)
        return holder

    def _choose_photographs(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, tr("Folder of geotagged photographs"))
        if folder:
            self.photographs.setText(folder)
            if not self.out.text():
                self.out.setText(folder.rstrip("/") + ".index")

    def _choose_out(self) -> None:
        folder, _ = QFileDialog.getSaveFileName(self, tr("Where the index lies"), self.out.text())
        if folder:
            self.out.setText(folder)

    def _check(self, _text: str = "") -> None:
        if hasattr(self, "yes"):
            filled = (self.photographs, self.out, self.provider)
            self.yes.setEnabled(all(field.text().strip() for field in filled))
