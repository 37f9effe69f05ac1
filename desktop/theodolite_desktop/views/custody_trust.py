"""Who vouches for the case: signatures, time stamps made elsewhere, clocks that do not agree."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from theodolite.domain import CaseState
from theodolite_desktop.custody_rows import Trust, TrustRow, clock_rows, signature_rows, stamp_rows
from theodolite_desktop.language import mark, tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.tips import plain_tip
from theodolite_desktop.views.controls import strip
from theodolite_desktop.views.handing import hand_focus
from theodolite_desktop.views.label import Label

NO_SIGNATURE = mark("Nobody has signed yet. A signature vouches for every record up to its head.")
NO_STAMP = mark(
    "No time stamp yet. Save what to have stamped, take it to a machine with a network, "
    "and import the answer here."
)


class TrustView(QWidget):
    """Three short lists and what can be done at the foot."""

    signAsked = Signal()
    stampAsked = Signal()
    requestAsked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._state: CaseState | None = None
        self._checked = Trust()
        self._drawn: object = None
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(tr("Signatures and time stamps"))
        foot, buttons = strip("hintline", 40, 12, 8)
        self.sign_button = QPushButton(tr("Sign…"))
        self.stamp_button = QPushButton(tr("Add stamp…"))
        self.stamp_button.setToolTip(tr("Import the answer of a time-stamping service, checked here"))
        self.request_button = QPushButton(tr("Request stamp…"))
        self.request_button.setToolTip(tr("Save what a time-stamping service needs, to take it there"))
        for button, signal in (
            (self.sign_button, self.signAsked),
            (self.request_button, self.requestAsked),
            (self.stamp_button, self.stampAsked),
        ):
            button.setObjectName("small")
            button.clicked.connect(signal)
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._area, 1)
        layout.addWidget(foot)
        theme.changed.connect(lambda: self._draw(anew=True))
        hand_focus(self, self._area)

    def show_state(self, state: CaseState | None, *, writable: bool) -> None:
        self._state = state
        self.sign_button.setEnabled(writable)
        self.stamp_button.setEnabled(writable)
        self.request_button.setEnabled(state is not None)
        self._draw()

    def show_checked(self, checked: Trust) -> None:
        """What cryptography and clocks say of what is shown."""
        self._checked = checked
        self._draw()

    def forget(self) -> None:
        self._checked = Trust()

    def rows(self) -> tuple[tuple[str, str, tuple[TrustRow, ...]], ...]:
        """Heading, the sentence for nothing, rows; clocks only when there is something to say."""
        state = self._state
        if state is None:
            return ()
        parts = [
            (tr("Signatures"), tr(NO_SIGNATURE), signature_rows(state, self._checked)),
            (tr("Time stamps"), tr(NO_STAMP), stamp_rows(state.stamps, state)),
        ]
        clocks = clock_rows(self._checked)
        return (*parts, *([(tr("Clocks"), "", clocks)] if clocks else []))

    def _draw(self, *, anew: bool = False) -> None:
        parts = self.rows()
        if parts == self._drawn and not anew:
            return
        self._drawn = parts
        page = QWidget()
        page.setObjectName("panel")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(8)
        for heading, nothing, rows in parts:
            column.addWidget(Label(self._theme, heading, "strong"))
            if not rows:
                column.addWidget(Label(self._theme, nothing, "meta", "text2", wrap=True))
            for row in rows:
                column.addLayout(self._row(row))
            column.addSpacing(4)
        column.addStretch(1)
        self._area.setWidget(page)

    def _row(self, row: TrustRow) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        mark = Label(self._theme)
        mark.setPixmap(self._theme.pixmap(row.icon, 16, row.tone))
        mark.setFixedWidth(16)
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        title = Label(self._theme, row.title, "body", row.tone, wrap=True)
        title.setToolTip(plain_tip(row.tip) if row.tip else "")
        words.addWidget(title)
        text = Label(self._theme, row.text, "meta", "text2", wrap=True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.addWidget(text)
        line.addLayout(words, 1)
        return line
