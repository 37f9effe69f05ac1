"""The inspector: tabs for what is known of the exhibit; in narrow windows the conversation is one too."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QTabBar, QVBoxLayout, QWidget

from theodolite_desktop.language import mark, tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.theme.tokens import TABS
from theodolite_desktop.views.candidates import CandidatesTab
from theodolite_desktop.views.clues import CluesTab
from theodolite_desktop.views.controls import strip
from theodolite_desktop.views.custody import CustodyTab
from theodolite_desktop.views.metadata import MetadataTab
from theodolite_desktop.views.notes import NotesTab

NAMES = (mark("Metadata"), mark("Clues"), mark("Candidates"), mark("Notes"), mark("Custody"))
PADDING = 14
"""Beside the name of a tab, as the style sheet has it."""


def tab_row(bar: QTabBar) -> QWidget:
    """A row of 36 with a tab bar at its start."""
    row, layout = strip("tabrow", TABS, 0)
    layout.addWidget(bar)
    bar.setDrawBase(False)
    bar.setUsesScrollButtons(False)
    bar.setElideMode(Qt.TextElideMode.ElideRight)  # longer words give way before a tab falls off the row
    return row


class Inspector(QWidget):
    """``tabChanged`` carries the name of the tab a person chose."""

    tabChanged = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self.metadata = MetadataTab(theme)
        self.clues = CluesTab(theme)
        self.candidates = CandidatesTab(theme)
        self.notes = NotesTab(theme)
        self.custody = CustodyTab(theme)
        self.bar = QTabBar()
        self.bar.setAccessibleName(tr("Inspector"))
        self.bar.setExpanding(True)
        self.bar.setObjectName("inspector")
        self._stack = QStackedLayout()
        for name, tab in zip(
            NAMES, (self.metadata, self.clues, self.candidates, self.notes, self.custody), strict=True
        ):
            self.bar.addTab(tr(name))
            self.bar.setTabToolTip(self.bar.count() - 1, tr(name))
            self._stack.addWidget(tab)
        self.bar.currentChanged.connect(self._on_tab)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(tab_row(self.bar))
        layout.addLayout(self._stack, 1)

    def show_tab(self, name: str) -> None:
        names = (*NAMES, "Conversation")
        if name in names and names.index(name) < self.bar.count():
            self.bar.setCurrentIndex(names.index(name))

    def show_conversation(self) -> None:
        """In a narrow window the conversation is a tab here; else it is in view anyway."""
        if self.bar.count() > len(NAMES):
            self.bar.setCurrentIndex(len(NAMES))

    @property
    def current(self) -> str:
        at = self.bar.currentIndex()
        return NAMES[at] if at < len(NAMES) else "Conversation"

    def take_in(self, conversation: QWidget) -> None:
        """The conversation becomes the last tab."""
        if self.bar.count() == len(NAMES):
            self._stack.addWidget(conversation)
            self.bar.addTab(tr("Talk"))
            self.bar.setTabToolTip(len(NAMES), tr("Conversation"))
            self._fit()

    def let_go(self, conversation: QWidget) -> None:
        if self.bar.count() > len(NAMES):
            self._stack.removeWidget(conversation)
            self.bar.removeTab(len(NAMES))
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """A smaller face where the names do not fit: six in 320, and longer words of other languages."""
        metrics = QFontMetrics(self._theme.font("body"))
        words = (self.bar.tabText(number) for number in range(self.bar.count()))
        needed = sum(metrics.horizontalAdvance(word) + PADDING for word in words)
        name = "narrow" if self.bar.count() > len(NAMES) or needed > self.width() else "inspector"
        if name != self.bar.objectName():
            self.bar.setObjectName(name)
            self.bar.setFont(self._theme.font("meta" if name == "narrow" else "body"))
            self.bar.style().unpolish(self.bar)
            self.bar.style().polish(self.bar)

    def _on_tab(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        self.tabChanged.emit(self.current)
