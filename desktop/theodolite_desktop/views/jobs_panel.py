"""Every job: how far it is, how long the rest may take, Stop; and what has ended, and how."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from theodolite_desktop.job_log import JobLine, JobLog
from theodolite_desktop.language import mark, tr, trn
from theodolite_desktop.theme import Theme
from theodolite_desktop.tips import plain_tip
from theodolite_desktop.views.controls import IconButton, strip
from theodolite_desktop.views.empty import EmptyState
from theodolite_desktop.views.handing import hand_focus
from theodolite_desktop.views.label import ElidedLabel, Label

NOTHING = mark("Nothing runs. What takes longer is listed here with what is left of it.")
REDRAWN_MS = 200
LOOKS = {
    "running": ("progress-clock", "accent"),
    "finished": ("check-circle-outline", "ok"),
    "failed": ("alert-circle-outline", "error"),
    "cancelled": ("cancel", "text2"),
}


def duration(seconds: float) -> str:
    """For a person: no finer than an estimate is."""
    if seconds < 1:
        return tr("less than a second")
    if seconds < 90:
        return trn("%n seconds", round(seconds), one="%n second")
    if seconds < 5400:
        return trn("%n minutes", round(seconds / 60), one="%n minute")
    return tr("{hours} h {minutes} min", hours=int(seconds // 3600), minutes=round(seconds % 3600 / 60))


def state_of(line: JobLine, now: float) -> str:
    """The second line of a row."""
    took = duration(line.seconds(now))
    if line.outcome == "failed":
        return tr("Failed after {took}: {why}", took=took, why=line.why)
    if line.outcome == "cancelled":
        return tr("Stopped after {took}. What was done before stays.", took=took)
    if line.outcome == "finished":
        return tr("Finished after {took}", took=took)
    progress, left = line.progress, line.left(now)
    parts = [progress.text] if progress.text and progress.text != line.title else []
    if progress.total:
        parts.append(tr("{done} of {total}", done=progress.done, total=progress.total))
    if left is not None:
        parts.append(tr("about {left} left", left=duration(left)))
    elif line.seconds(now) >= 1:
        parts.append(tr("running for {took}", took=took))
    return " · ".join(parts) or tr("Waiting for its turn")


class JobRow(QWidget):
    """[icon][title, state][bar][Stop]"""

    def __init__(self, theme: Theme, line: JobLine) -> None:
        super().__init__()
        self._theme, self._line, self._look = theme, line, ""
        self._icon = Label(theme)
        self._icon.setFixedWidth(20)
        self.title = ElidedLabel(theme, line.title, "strong", end=True)
        self.state = ElidedLabel(theme, "", "meta", "text2", end=True)
        self.when = Label(theme, "", "meta", "text2")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        theme.fix(self.bar, width=160)
        self.stop = QPushButton(tr("Stop"))
        self.stop.setObjectName("small")
        self.stop.setAccessibleName(tr("Stop {name}", name=line.title))
        self.stop.clicked.connect(self._stop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.state)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(12)
        row.addWidget(self._icon)
        row.addLayout(words, 1)
        for widget in (self.bar, self.when, self.stop):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_line(self, line: JobLine, now: float) -> None:
        self._line = line
        text = state_of(line, now)
        self.state.setText(text)
        self.state.setToolTip(plain_tip(text))
        self.setAccessibleName(f"{line.title}. {text}")
        share = line.share
        self.bar.setVisible(line.running)
        self.bar.setRange(0, 0 if share is None else 1000)
        if share is not None:
            self.bar.setValue(round(1000 * share))
        self.bar.setAccessibleName(tr("Progress of {name}", name=line.title))
        self.stop.setVisible(line.running and line.cancel is not None)
        self.when.setVisible(not line.running)
        if self._look != line.outcome:
            self._look = line.outcome
            ended = QDateTime.currentDateTime().addMSecs(round(1000 * (line.ended - now)))
            self.when.setText(ended.toString("HH:mm:ss"))
            self.dress()

    def dress(self) -> None:
        icon, tone = LOOKS[self._line.outcome]
        side = self._theme.scaled(16)
        self._icon.setPixmap(self._theme.pixmap(icon, side, tone))
        self._icon.setFixedWidth(side + 4)
        self.state.set_tone("error" if self._line.outcome == "failed" else "text2")

    def _stop(self) -> None:
        if self._line.cancel is not None:
            self.stop.setEnabled(False)
            self._line.cancel()


class JobsPanel(QWidget):
    """Draws a :class:`JobLog`: running ones first, then the newest that ended."""

    def __init__(self, theme: Theme, log: JobLog) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme, self._log = theme, log
        self._rows: dict[int, JobRow] = {}
        self._order: list[int] = []
        head, row = strip("header", 36, 12, 8)
        self.count = Label(theme, "", "body", "text2")
        self.clear = IconButton(theme, "broom", tr("Clear what has ended"), size=16, action=log.forget_ended)
        row.addWidget(self.count, 1)
        row.addWidget(self.clear)
        self.empty = EmptyState(theme, "progress-check", tr(NOTHING))
        inside = QWidget()
        inside.setObjectName("panel")
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._list.addStretch(1)
        self.area = QScrollArea()
        self.area.setAccessibleName(tr("Jobs"))
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.area, 1)
        hand_focus(self, self.area)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(REDRAWN_MS)
        self._soon.timeout.connect(self.draw)
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self.draw)
        theme.changed.connect(self._dress)
        self.draw()

    def refresh(self) -> None:
        """Draw again in a moment, when it is to be seen."""
        if self.isVisible() and not self._soon.isActive():
            self._soon.start()

    def lines(self) -> tuple[JobLine, ...]:
        """As they are listed."""
        lines = tuple(self._log)
        running = [line for line in lines if line.running]
        return (*running, *sorted((n for n in lines if not n.running), key=lambda n: -n.ended))

    def draw(self) -> None:
        lines, now = self.lines(), self._log.now
        running = sum(1 for line in lines if line.running)
        self.count.setText(trn("%n running", running, one="%n running") if running else tr("Nothing runs"))
        self.clear.setEnabled(len(lines) > running)
        self.empty.setVisible(not lines)
        self.area.setVisible(bool(lines))
        order = [line.id for line in lines]
        if order != self._order:
            self._arrange(lines)
        for line in lines:
            self._rows[line.id].show_line(line, now)
        if running and self.isVisible():
            self._clock.start()
        else:
            self._clock.stop()

    def _arrange(self, lines: tuple[JobLine, ...]) -> None:
        """Rows that stay keep their widgets, and with them the focus."""
        self._order = [line.id for line in lines]
        for number in set(self._rows) - set(self._order):
            row = self._rows.pop(number)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for at, line in enumerate(lines):
            if line.id not in self._rows:
                self._rows[line.id] = JobRow(self._theme, line)
            self._list.removeWidget(self._rows[line.id])
            self._list.insertWidget(at, self._rows[line.id])
            self._rows[line.id].show()

    def _dress(self) -> None:
        for row in self._rows.values():
            row.dress()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.draw()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()
        self._soon.stop()
