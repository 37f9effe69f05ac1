"""When the exhibit was taken, and how it relates to others: the strip of a finding, and a list of relations.

Text may hold what a file claims, so it is plain always; what can be chosen is a button of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from theodolite_desktop.language import tr
from theodolite_desktop.snapshot import RelationRow, WhenRow
from theodolite_desktop.theme import Theme
from theodolite_desktop.tips import plain_tip
from theodolite_desktop.together_rows import RELATION_ICON, STATUS_ICON, STATUS_WORD, listed
from theodolite_desktop.views import fields
from theodolite_desktop.views.chips import Flow
from theodolite_desktop.views.controls import IconButton
from theodolite_desktop.views.info import InfoButton
from theodolite_desktop.views.label import Label

FEW, BUTTONS, LINKABLE = 3, 5, 6


class Icon(QWidget):
    """An icon of 16 that follows the theme."""

    def __init__(self, theme: Theme, name: str, tone: str = "text2") -> None:
        super().__init__()
        self._theme, self._name, self._tone = theme, name, tone
        self.setFixedSize(QSize(16, 20))
        theme.changed.connect(self.update)

    def show_icon(self, name: str, tone: str) -> None:
        self._name, self._tone = name, tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._theme.icon(self._name, self._tone).paint(painter, QRect(0, 2, 16, 16))
        painter.end()


class Names(QWidget):
    """Ids of clues or exhibits as buttons in a flow, after a word that says what they are."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, word: str, names: Sequence[str], what: str) -> None:
        super().__init__()
        flow = Flow(self, gap=4)
        flow.setContentsMargins(0, 0, 0, 0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if word:
            lead = Label(theme, word, "meta", "text2")
            lead.setFixedHeight(fields.scaled(24))
            flow.addWidget(lead)
        for name in names[:BUTTONS]:
            flow.addWidget(link(name, what, self.chosen))
        if len(names) > BUTTONS:
            more = Label(theme, tr("and {number} more", number=len(names) - BUTTONS), "meta", "text2")
            more.setFixedHeight(fields.scaled(24))
            flow.addWidget(more)


def link(name: str, what: str, chosen: SignalInstance) -> QPushButton:
    """An id as a button that says it."""
    button = QPushButton(name)
    button.setObjectName("link")
    said = tr("Show clue {name}", name=name) if what == "clue" else tr("Show exhibit {name}", name=name)
    button.setAccessibleName(said)
    button.setToolTip(said)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.clicked.connect(lambda _checked=False: chosen.emit(name))
    return button


class WhenStrip(QWidget):
    """The time of the exhibit: its status in words and shape, what it rests on, the clues to click."""

    clueChosen = Signal(str)
    exhibitChosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._row: WhenRow | None = None
        self._icon = Icon(theme, STATUS_ICON["not established"])
        self.status = Label(theme, "", "strong", wrap=True)
        self.text = Label(theme, "", "meta", "text2", wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._names = QVBoxLayout()
        self._names.setSpacing(0)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self.status)
        column.addWidget(self.text)
        column.addLayout(self._names)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(column, 1)
        info = InfoButton(theme, "metadata#place-and-time-apart", self._said, what=tr("the time"))
        layout.addWidget(info, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def _said(self) -> str:
        return "" if self._row is None else f"{tr(STATUS_WORD[self._row.status])}. {self._row.text}"

    def show_when(self, row: WhenRow | None) -> None:
        """``row`` None: no exhibit is in view."""
        self.setVisible(row is not None)
        if row is None or row == self._row:
            self._row = row
            return
        self._row = row
        wrong = row.status == "contradicted"
        self._icon.show_icon(STATUS_ICON[row.status], "warn" if wrong else "text2")
        self.status.setText(tr(STATUS_WORD[row.status]))
        self.status.set_tone("warn" if wrong else "")
        self.text.setText(row.text)
        self.setAccessibleName(f"{tr(STATUS_WORD[row.status])}. {row.text}")
        _empty(self._names)
        agree = tuple(name for name in row.for_ if name not in row.conflict)
        for word, names in (
            (tr("Cannot all be true:"), row.conflict),
            (tr("With the rest:") if row.conflict else tr("Clues:"), agree),
            (tr("Against:"), tuple(name for name in row.against if name not in row.conflict)),
        ):
            if names:
                self._add(Names(self._theme, word, names, "clue"), self.clueChosen)
        if row.elsewhere:
            self._add(Names(self._theme, tr("Claimed by:"), row.elsewhere, "exhibit"), self.exhibitChosen)

    def _add(self, names: Names, signal: SignalInstance) -> None:
        names.chosen.connect(signal)
        self._names.addWidget(names)


class Relations(QWidget):
    """How the exhibit in view relates to others; conflicts first, a few until asked for all."""

    exhibitChosen = Signal(str)
    onePlaceAsked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[tuple[RelationRow, ...], str] = ((), "")
        self._all = False
        self.head = Label(theme, "", "strong")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self.more = QPushButton()
        self.more.setObjectName("link")
        self.more.clicked.connect(self._toggle)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 4, 8, 8)
        layout.setSpacing(4)
        layout.addWidget(self.head)
        layout.addLayout(self._grid)
        layout.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    @property
    def rows(self) -> tuple[RelationRow, ...]:
        return self._shown[0]

    def show_relations(self, rows: tuple[RelationRow, ...], exhibit: str) -> None:
        """Relations of ``exhibit``; hidden where there are none."""
        self.setVisible(bool(rows))
        if (rows, exhibit) == self._shown:
            return
        self._all = self._all and exhibit == self._shown[1]
        self._shown = rows, exhibit
        self._fill()

    def _toggle(self) -> None:
        self._all = not self._all
        self._fill()

    def _fill(self) -> None:
        rows, exhibit = self._shown
        _empty(self._grid)
        few = FEW + sum(row.conflict for row in rows[FEW:])
        shown = rows[:50] if self._all else rows[: min(few, 2 * FEW)]
        self.head.setText(tr("{exhibit} and other exhibits", exhibit=exhibit))
        for number, row in enumerate(shown):
            self._row(number, row, exhibit)
        rest = len(rows) - len(shown)
        self.more.setVisible(rest > 0 or self._all)
        self.more.setText(tr("Show fewer") if self._all else tr("Show {number} more", number=rest))

    def _row(self, number: int, row: RelationRow, exhibit: str) -> None:
        top = Qt.AlignmentFlag.AlignTop
        tone = "warn" if row.conflict else "text2"
        icon = Icon(self._theme, "alert-outline" if row.conflict else RELATION_ICON[row.kind], tone)
        text = Label(self._theme, row.text, "meta", "warn" if row.conflict else "", wrap=True)
        text.setContentsMargins(0, 2, 0, 0)
        text.setToolTip(plain_tip(row.detail))
        text.setAccessibleName(tr("Conflict: {detail}", detail=row.detail) if row.conflict else row.detail)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._grid.addWidget(icon, number, 0, top)
        if len(row.others) == 1:
            self._grid.addWidget(text, number, 1)
            self._grid.addWidget(link(row.others[0], "exhibit", self.exhibitChosen), number, 2, top)
        else:
            names = Names(self._theme, "", row.others, "exhibit")
            names.chosen.connect(self.exhibitChosen)
            box = QVBoxLayout()
            box.setSpacing(0)
            box.addWidget(text)
            box.addWidget(names)
            self._grid.addLayout(box, number, 1, 1, 2)
        if len(row.others) < LINKABLE and row.kind not in ("duplicate", "derived"):
            linked = (exhibit, *row.others)
            button = IconButton(
                self._theme,
                "link-variant",
                tr("Say that {linked} show one place", linked=listed(linked)),
                size=16,
                action=lambda: self.onePlaceAsked.emit(linked),
            )
            self._grid.addWidget(button, number, 3, top)


def _empty(layout: QGridLayout | QVBoxLayout) -> None:
    """Take everything out of ``layout``; widgets go at once from view, later from memory."""
    while (item := layout.takeAt(0)) is not None:
        inner = item.layout()
        if isinstance(inner, QVBoxLayout):
            _empty(inner)
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
