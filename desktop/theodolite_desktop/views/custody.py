"""The Custody tab: whether every hash still holds, the audit log, the exhibit's chain, who vouches for it."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStackedLayout,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from theodolite.domain import Verification
from theodolite.jobs import Progress
from theodolite_desktop import custody_rows
from theodolite_desktop.language import mark, tr, trn
from theodolite_desktop.snapshot import LogLine, Snapshot
from theodolite_desktop.tables.pairs_model import PairsModel
from theodolite_desktop.theme import Theme
from theodolite_desktop.tips import plain_tip
from theodolite_desktop.views.copy_table import CopyTable
from theodolite_desktop.views.custody_item import ItemView
from theodolite_desktop.views.custody_trust import TrustView
from theodolite_desktop.views.empty import EmptyState
from theodolite_desktop.views.handing import hand_focus
from theodolite_desktop.views.info import InfoButton
from theodolite_desktop.views.label import ElidedLabel, Label
from theodolite_desktop.views.timeline import TimelineView

PARTS = (mark("Log"), mark("Timeline"), mark("Exhibit"), mark("Signatures"))


class CustodyTab(QWidget):
    """Integrity on top, three parts below it. Newest record first."""

    verifyAsked = Signal()
    stopAsked = Signal()
    partShown = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._running = False
        self._destroyed = 0
        self._older: dict[int, LogLine] = {}
        self.model = PairsModel((tr("No."), tr("UTC"), tr("What was done")), self)
        self.table = self._log_table(theme)
        self.item, self.trust = ItemView(theme), TrustView(theme)
        self.timeline = TimelineView(theme)
        self.timeline.chosen.connect(self._show_step)
        self.integrity = Label(theme, "", "body", "text2", wrap=True)
        self.head = ElidedLabel(theme, "", "mono", "text2")
        self.verify_button = QPushButton(tr("Verify"))
        self.verify_button.setObjectName("small")
        self.verify_button.setAccessibleName(tr("Verify integrity"))
        self.verify_button.setToolTip(tr("Hash every original and recompute the log"))
        self.verify_button.clicked.connect(self._press)
        self.parts = QTabBar()
        self.parts.setAccessibleName(tr("Custody"))
        self.parts.setExpanding(True)
        self.parts.setDrawBase(False)
        self.parts.setObjectName("inspector")
        self._pages = QStackedLayout()
        for name, page in zip(PARTS, (self.table, self.timeline, self.item, self.trust), strict=True):
            self.parts.addTab(tr(name))
            self._pages.addWidget(page)
        self.parts.currentChanged.connect(self._on_part)
        top = QHBoxLayout()
        top.setContentsMargins(12, 8, 12, 0)
        top.setSpacing(8)
        top.addWidget(self.integrity, 1)
        info = InfoButton(theme, "custody", self.integrity.text, what=tr("integrity"))
        top.addWidget(info, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.verify_button, 0, Qt.AlignmentFlag.AlignTop)
        self.head.setContentsMargins(12, 4, 12, 4)
        bar = QWidget()
        bar.setObjectName("tabrow")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.parts)
        self._filled = QWidget()
        column = QVBoxLayout(self._filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.head)
        column.addWidget(bar)
        column.addLayout(self._pages, 1)
        self.empty = EmptyState(theme, "history", tr("Nothing recorded yet."))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._filled)
        hand_focus(self, self.table)

    def _log_table(self, theme: Theme) -> CopyTable:
        table = CopyTable()
        table.setModel(self.model)
        table.setAccessibleName(tr("Audit log"))
        table.setFont(theme.font("meta"))
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setFont(theme.font("meta"))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        self._size(table, theme)
        theme.changed.connect(lambda: self._size(table, theme))
        return table

    @staticmethod
    def _size(table: CopyTable, theme: Theme) -> None:
        """Rows and columns at the size of text in force."""
        for part in (table, table.horizontalHeader()):
            part.setFont(theme.font("meta"))
        table.verticalHeader().setDefaultSectionSize(theme.scaled(28))
        for column, width in enumerate((44, 76)):
            table.setColumnWidth(column, theme.scaled(width))

    # --- what is shown -----------------------------------------------------------------------------

    def show_case(self, snapshot: Snapshot) -> None:
        """The log, the chain of the exhibit in view and what is signed."""
        self._destroyed = len(snapshot.state.tombstones)
        self.show_log(snapshot.log, snapshot.state.log_head, snapshot.state.log_length)
        self.timeline.show_log(self.known(snapshot.log), snapshot.exhibit)
        self.item.show_item(snapshot)
        self.trust.show_state(snapshot.state, writable=not snapshot.read_only)

    def known(self, log: tuple[LogLine, ...]) -> tuple[LogLine, ...]:
        """``log`` with the older records that were fetched, oldest first."""
        every = self._older | {line.sequence: line for line in log} if log else {}
        return tuple(every[number] for number in sorted(every))

    def _show_step(self, number: int) -> None:
        """A step of the timeline among all records."""
        self.show_part("Log")
        self.show_record(number)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_whole_log(self, log: tuple[LogLine, ...]) -> None:
        """Older records than those of a snapshot; they stay listed while this case is open."""
        self._older = {line.sequence: line for line in log}

    def show_log(self, log: tuple[LogLine, ...], head: str, length: int) -> None:
        ordered = self.known(log)[::-1]
        chosen = self.table.currentIndex().row()
        number = self._number(chosen) if chosen >= 0 else 0
        self.model.set_rows(
            [
                (str(r.sequence), r.utc[11:19], f"{r.action}: {r.text}" if r.text else r.action)
                for r in ordered
            ],
            [f"{r.sequence} · {r.utc} · {r.operator}\n{r.action}\n{r.text}" for r in ordered],
        )
        if number:
            self.show_record(number)
        self.head.setText(tr("head {head}", head=head))
        self.head.setToolTip(plain_tip(head))
        if not self.integrity.text():
            self.show_integrity(None, length)
        self._stack.setCurrentWidget(self._filled if log else self.empty)

    def show_record(self, number: int) -> bool:
        """Choose record ``number`` of the log; False when it is not among those shown."""
        row = next((n for n in range(self.model.rowCount()) if self._number(n) == number), -1)
        if row >= 0:
            self.table.selectRow(row)
            self.table.scrollTo(self.model.index(row, 0), QAbstractItemView.ScrollHint.PositionAtCenter)
        return row >= 0

    def _number(self, row: int) -> int:
        return int(self.model.index(row, 0).data())

    def show_integrity(self, result: Verification | None, length: int = 0) -> None:
        """What the last check found; None: not checked since the case was opened."""
        self._run(False)
        if result is None:
            records = trn("%n records", length, one="%n record")
            self._say(tr("{records}. Integrity not checked since opening.", records=records), "text2")
        else:
            at = f"{datetime.now(UTC):%H:%M:%S} UTC"
            self._say(*custody_rows.integrity(result, at, self._destroyed))

    def show_running(self, progress: Progress | None) -> None:
        """How far a check is; None: it was stopped."""
        self._run(progress is not None)
        if progress is None:
            self._say(tr("The check was stopped. Nothing is known of the rest."), "warn")
        else:
            self._say(custody_rows.running(progress), "text2")

    def forget(self) -> None:
        """Another case: what was checked was another one."""
        self._run(False)
        self._older = {}
        self.integrity.setText("")
        self.trust.forget()

    def clear(self) -> None:
        """No case."""
        self.show_log((), "", 0)
        self.timeline.show_log((), "")
        self.item.show_item(None)
        self.trust.show_state(None, writable=False)

    @property
    def part(self) -> str:
        return PARTS[self.parts.currentIndex()]

    def show_part(self, name: str) -> None:
        self.parts.setCurrentIndex(PARTS.index(name))

    # --- inside ------------------------------------------------------------------------------------

    def _say(self, text: str, tone: str) -> None:
        self.integrity.setText(text)
        self.integrity.set_tone(tone)

    def _run(self, running: bool) -> None:
        self._running = running
        self.verify_button.setText(tr("Stop") if running else tr("Verify"))
        self.verify_button.setAccessibleName(tr("Stop verifying") if running else tr("Verify integrity"))

    def _press(self) -> None:
        (self.stopAsked if self._running else self.verifyAsked).emit()

    def _on_part(self, number: int) -> None:
        self._pages.setCurrentIndex(number)
        self.partShown.emit(PARTS[number])
