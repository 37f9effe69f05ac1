"""Settings: how the window looks, its keys, and how often it checks. What is chosen holds at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QStackedLayout,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from theodolite_desktop.language import mark, tr, trn
from theodolite_desktop.settings import RECHECKS, Settings
from theodolite_desktop.theme import Theme, sizes
from theodolite_desktop.views import fields
from theodolite_desktop.views.controls import Choice
from theodolite_desktop.views.key_table import KeyTable
from theodolite_desktop.views.label import Label

TABS = (mark("Appearance"), mark("Keyboard"), mark("Checks"))
APPEARANCES = (("system", mark("As the system")), ("light", mark("Light")), ("dark", mark("Dark")))
LANGUAGE_NOTE = mark("The language changes when Theodolite is started again.")
SINGLE = mark("Single letters act where their view has the focus")
SINGLE_NOTE = mark(
    "Switch them off when speech input or a slip of the hand sets them off; all other keys stay."
)


class SettingsDialog(QDialog):
    """``languages``: tag and name of each, none where only one is there."""

    appearanceChosen = Signal(str)
    scaleChosen = Signal(float)
    languageChosen = Signal(str)
    singleChosen = Signal(bool)
    keysChosen = Signal(object)
    recheckChosen = Signal(int)

    def __init__(
        self,
        parent: QWidget | None,
        theme: Theme,
        settings: Settings,
        languages: Sequence[tuple[str, str]] = (),
    ) -> None:
        super().__init__(parent)
        self._theme, self._settings, self._languages = theme, settings, tuple(languages)
        self.setWindowTitle(tr("Settings"))
        fields.fit(self, min(theme.scaled(680), 1180), min(theme.scaled(560), 820))
        self.bar = QTabBar()
        self.bar.setAccessibleName(tr("Settings"))
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        for name in TABS:
            self.bar.addTab(tr(name))
        self._stack = QStackedLayout()
        for page in (self._appearance(), self._keyboard(), self._checks()):
            self._stack.addWidget(page)
        self.bar.currentChanged.connect(self._stack.setCurrentIndex)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(Label(theme, tr("Settings"), "title"))
        layout.addWidget(self.bar)
        layout.addLayout(self._stack, 1)
        foot = QHBoxLayout()
        foot.addWidget(Label(theme, tr("Kept on this computer, never in a case."), "meta", "text2"), 1)
        close = QPushButton(tr("Close"))
        close.setObjectName("primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot.addWidget(close)
        layout.addLayout(foot)

    # --- appearance ------------------------------------------------------------------------------------

    def _appearance(self) -> QWidget:
        page, form = _form()
        group = QButtonGroup(page)
        row = QHBoxLayout()
        row.setSpacing(4)
        for name, title in APPEARANCES:
            button = QPushButton(tr(title))
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setAccessibleName(tr("Appearance: {name}", name=tr(title)))
            button.setChecked(name == self._settings.appearance)
            button.clicked.connect(lambda _on=False, name=name: self.appearanceChosen.emit(name))
            group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        form.addRow(self._head(tr("Appearance")), row)
        self.scale = Choice(self._theme, tr("Size of text"))
        for value in sizes.SCALES:
            self.scale.addItem(tr("{percent} %", percent=f"{round(100 * value)}"), value)
        self.scale.setCurrentIndex(_nearest(sizes.SCALES, self._settings.scale))
        self.scale.activated.connect(lambda _n: self.scaleChosen.emit(float(self.scale.currentData())))
        form.addRow(self._head(tr("Size of text")), self._short(self.scale))
        if self._languages:
            self.language = Choice(self._theme, tr("Language"))
            for tag, name in self._languages:
                self.language.addItem(name, tag)
            self.language.setCurrentIndex(max(0, self.language.findData(self._settings.language)))
            self.language.activated.connect(self._choose_language)
            form.addRow(self._head(tr("Language")), self._short(self.language))
            self.language_note = Label(self._theme, "", "meta", "text2", wrap=True)
            form.addRow("", self.language_note)
        return page

    def _choose_language(self, _number: int) -> None:
        self.languageChosen.emit(str(self.language.currentData()))
        self.language_note.setText(tr(LANGUAGE_NOTE))

    # --- keyboard --------------------------------------------------------------------------------------

    def _keyboard(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(8)
        self.single = QCheckBox(tr(SINGLE))
        self.single.setChecked(self._settings.single_keys)
        self.single.toggled.connect(self.singleChosen)
        layout.addWidget(self.single)
        layout.addWidget(Label(self._theme, tr(SINGLE_NOTE), "meta", "text2", wrap=True))
        self.keys = KeyTable(self._theme, self._settings.keys)
        self.keys.changed.connect(self.keysChosen)
        layout.addWidget(self.keys, 1)
        return page

    # --- checks ----------------------------------------------------------------------------------------

    def _checks(self) -> QWidget:
        page, form = _form()
        self.recheck = Choice(self._theme, tr("Check every hash again"))
        for minutes in RECHECKS:
            name = (
                trn("Every %n minutes", minutes, one="Every minute")
                if minutes
                else tr("On opening, and when asked")
            )
            self.recheck.addItem(name, minutes)
        self.recheck.setCurrentIndex(max(0, self.recheck.findData(self._settings.recheck_minutes)))
        self.recheck.activated.connect(lambda _n: self.recheckChosen.emit(int(self.recheck.currentData())))
        form.addRow(self._head(tr("Check every hash again")), self._short(self.recheck))
        note = tr(
            "Files and log are hashed in the background while a case is open. A changed byte is named in the "
            "status bar and under Custody."
        )
        form.addRow("", Label(self._theme, note, "meta", "text2", wrap=True))
        return page

    def _head(self, text: str) -> Label:
        return Label(self._theme, text, "body", "text2")

    def _short(self, field: QWidget) -> QHBoxLayout:
        """A field no wider than what it says."""
        self._theme.fix(field, min_width=220)
        row = QHBoxLayout()
        row.addWidget(field)
        row.addStretch(1)
        return row


def _form() -> tuple[QWidget, QFormLayout]:
    page = QWidget()
    form = QFormLayout(page)
    form.setContentsMargins(0, 16, 0, 0)
    form.setHorizontalSpacing(24)
    form.setVerticalSpacing(12)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    return page, form


def _nearest(values: Sequence[float], value: float) -> int:
    return min(range(len(values)), key=lambda n: abs(values[n] - value))
