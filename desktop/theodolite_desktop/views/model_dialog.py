"""Which language model answers: those installed, whether they fit this machine, and why not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from theodolite_desktop import wording
from theodolite_desktop.assistant_rows import LanguageModel
from theodolite_desktop.language import mark, tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.views import fields
from theodolite_desktop.views.label import Label
from theodolite_desktop.views.together import Icon

LEAD = mark("The model runs on this machine and is asked only when you ask. No sentence of it is evidence.")


class ModelDialog(QDialog):
    """One block a model: its name to choose, what it is for, whether it sees, whether it fits."""

    packsAsked = Signal()

    def __init__(self, parent: QWidget | None, theme: Theme, models: Sequence[LanguageModel]) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Language model"))
        self._theme = theme
        self._group = QButtonGroup(self)
        self._names: dict[int, str] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(8)
        layout.addWidget(Label(theme, tr("Language model"), "title"))
        layout.addWidget(Label(theme, tr(LEAD), "body", "text2", wrap=True))
        page = QWidget()
        page.setObjectName("panel")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(0)
        for number, model in enumerate(models):
            column.addWidget(self._block(number, model))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(tr("Language models"))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout.addWidget(area, 1)
        layout.addLayout(self._foot())
        fields.fit(self, fields.scaled(560), fields.scaled(min(640, 210 + 84 * max(1, len(models)))))

    def _block(self, number: int, model: LanguageModel) -> QWidget:
        theme = self._theme
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(8)
        name = wording.visible(model.name, 80)
        radio = QRadioButton(name)
        radio.setFont(theme.font("strong"))
        radio.setEnabled(model.usable)
        radio.setChecked(model.chosen and model.usable)
        self._group.addButton(radio, number)
        self._names[number] = model.name
        head.addWidget(radio, 1)
        icon, tone, word = _state(model)
        head.addWidget(Icon(theme, icon, tone))
        head.addWidget(Label(theme, word, "meta", tone))
        column.addLayout(head)
        facts = [tr("sees images") if model.sees else tr("cannot see images")]
        if model.installed:
            facts.insert(0, model.sha256[:8])
        for text, role, colour in (
            (wording.visible(model.title, 200), "meta", "text2"),
            (" · ".join(facts), "meta", "text2"),
            (
                wording.visible(model.note, 300),
                "meta",
                "text2" if model.fits else "warn",
            ),
        ):
            if text:
                line = Label(theme, text, role, colour, wrap=True)
                line.setContentsMargins(22, 0, 0, 0)
                column.addWidget(line)
        radio.setAccessibleName(f"{name}, {', '.join(facts)}, {word}. {wording.visible(model.note, 300)}")
        return block

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        packs = QPushButton(tr("Packs…"))
        packs.clicked.connect(self.reject)
        packs.clicked.connect(lambda _checked=False: self.packsAsked.emit())
        row.addWidget(packs)
        row.addStretch(1)
        cancel = QPushButton(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        row.addWidget(cancel)
        use = QPushButton(tr("Use this model"))
        use.setObjectName("primary")
        use.setDefault(True)
        use.setEnabled(self._group.checkedId() >= 0)
        use.clicked.connect(self.accept)
        self._group.idClicked.connect(lambda _number: use.setEnabled(True))
        row.addWidget(use)
        return row

    @property
    def chosen(self) -> str:
        """The name of the model that was chosen, '' for none."""
        return self._names.get(self._group.checkedId(), "")

    def choose(self, name: str) -> None:
        for number, known in self._names.items():
            button = self._group.button(number)
            if known == name and button is not None and button.isEnabled():
                button.setChecked(True)


def _state(model: LanguageModel) -> tuple[str, str, str]:
    """Icon, tone and word: whether it can be used here."""
    if not model.installed:
        return "tray-arrow-down", "text2", tr("Not installed")
    if not model.fits:
        return "close-circle-outline", "warn", tr("Does not fit")
    return "check-circle-outline", "ok", tr("In use") if model.chosen else tr("Fits")
