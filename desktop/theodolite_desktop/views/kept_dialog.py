"""What is no longer considered: withdrawn exhibits, to be restored, and the tombstones of destroyed ones."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from theodolite.domain import Exhibit, Tombstone
from theodolite_desktop import wording
from theodolite_desktop.language import mark, tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.tips import plain_tip
from theodolite_desktop.views import fields
from theodolite_desktop.views.controls import Rule
from theodolite_desktop.views.label import ElidedLabel, Label

LEAD = mark(
    "Withdrawn exhibits keep their bytes and their history; nothing of them counts until they are restored."
)


class KeptDialog(QDialog):
    """One row an exhibit. Stays open while they are restored."""

    restoreAsked = Signal(str)
    destroyAsked = Signal(str)

    def __init__(self, parent: QWidget | None, theme: Theme) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(tr("Withdrawn and destroyed"))
        fields.fit(self, fields.scaled(640), fields.scaled(420))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(8)
        layout.addWidget(Label(theme, self.windowTitle(), "title"))
        layout.addWidget(Label(theme, tr(LEAD), "body", "text2", wrap=True))
        self._area = QScrollArea()
        self._area.setObjectName("framed")
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(self.windowTitle())
        layout.addWidget(self._area, 1)
        close = QPushButton(tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    def show_kept(
        self, withdrawn: Sequence[Exhibit], tombstones: Sequence[Tombstone], *, writable: bool
    ) -> None:
        """Draw the rows anew; the codes of persons as they are in the case."""
        page = QWidget()
        page.setObjectName("panel")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(Label(self._theme, tr("Withdrawn ({number})", number=len(withdrawn)), "strong"))
        if not withdrawn:
            column.addWidget(Label(self._theme, tr("None."), "body", "text2"))
        for item in withdrawn:
            column.addLayout(self._row(item, writable))
        column.addSpacing(4)
        column.addWidget(Rule())
        column.addSpacing(4)
        column.addWidget(Label(self._theme, tr("Destroyed ({number})", number=len(tombstones)), "strong"))
        if not tombstones:
            column.addWidget(Label(self._theme, tr("None."), "body", "text2"))
        for stone in tombstones:
            who = wording.visible(stone.person, 60)
            text = tr(
                "{exhibit}  {time} UTC, {who}",
                exhibit=stone.exhibit,
                time=stone.utc[:16].replace("T", " "),
                who=who,
            )
            column.addWidget(Label(self._theme, text, "body"))
            column.addWidget(
                Label(self._theme, wording.visible(stone.reason, 400), "body", "text2", wrap=True)
            )
            digest = ElidedLabel(self._theme, f"SHA-256 {stone.sha256}", "mono", "text2")
            digest.setToolTip(plain_tip(stone.sha256))
            column.addWidget(digest)
        column.addStretch(1)
        self._area.setWidget(page)

    def _row(self, item: Exhibit, writable: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Label(self._theme, item.id, "strong"))
        row.addWidget(ElidedLabel(self._theme, wording.visible(item.name, 200), "body"), 1)
        for text, signal in ((tr("Restore"), self.restoreAsked), (tr("Destroy…"), self.destroyAsked)):
            button = QPushButton(text)
            button.setObjectName("small")
            button.setAutoDefault(False)
            button.setAccessibleName(f"{text.rstrip('…')} {item.id}")
            button.setEnabled(writable)
            button.clicked.connect(lambda _on=False, emit=signal.emit, name=item.id: emit(name))
            row.addWidget(button)
        return row
