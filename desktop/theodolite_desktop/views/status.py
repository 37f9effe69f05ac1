"""The status bar: where the pointer is, hash state, what runs, and that nothing is connected."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from theodolite.jobs import Progress
from theodolite_desktop.language import tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.tips import plain_tip
from theodolite_desktop.views.controls import IconButton, VerticalRule
from theodolite_desktop.views.label import ElidedLabel, Label

NOTICE_MS, ERROR_MS = 8000, 30000


class StatusBar(QWidget):
    """Left: notices and running work with Stop. Right: pointer, zoom, integrity, offline."""

    cancelAsked = Signal(int)
    jobsAsked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._job = 0
        self.setObjectName("statusbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.notice = ElidedLabel(theme, "", "meta", "text2")
        self.job_text = ElidedLabel(theme, "", "meta", end=True)
        self.job_text.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.bar = QProgressBar()
        self.bar.setFixedWidth(96)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress"))
        self.stop = IconButton(theme, "close", tr("Stop this job"), size=14, action=self._stop)
        self.jobs = IconButton(
            theme, "progress-clock", tr("Jobs"), key="Ctrl+Shift+J", size=14, action=self.jobsAsked.emit
        )
        for button in (self.stop, self.jobs):
            button.setObjectName("tiny")
        self.pointer = ElidedLabel(theme, "", "meta", "text2", end=True)
        self.pointer.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.zoom = Label(theme, "", "meta", "text2")
        self.integrity = Label(theme, "", "meta", "text2")
        self.offline_icon = Label(theme)
        self.offline = Label(theme, tr("Offline"), "meta", "ok")
        self.offline.setToolTip(
            tr("Theodolite opens no connection. Packs are fetched by a separate program, on your word.")
        )
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 12, 0)
        layout.setSpacing(8)
        layout.addWidget(self.notice, 1)
        for widget in (self.job_text, self.bar, self.stop):
            layout.addWidget(widget)
            widget.hide()
        layout.addWidget(self.jobs)
        for label in (self.pointer, self.zoom, self.integrity):
            layout.addWidget(VerticalRule(theme))
            layout.addWidget(label)
        self.locked = Label(theme, tr("Encrypted"), "meta", "ok")
        self.locked.setToolTip(tr("Everything in this case's folder is encrypted under its passphrase."))
        self._locked_rule = VerticalRule(theme)
        layout.addWidget(self._locked_rule)
        layout.addWidget(self.locked)
        self.show_encrypted(False)
        layout.addWidget(VerticalRule(theme))
        layout.addWidget(self.offline_icon)
        layout.addWidget(self.offline)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(lambda: self.notice.setText(""))
        theme.changed.connect(self.dress)
        self.show_pointer("")
        self.show_zoom(None)
        self.show_integrity("", "text2")

    def dress(self) -> None:
        self.offline_icon.setPixmap(self._theme.pixmap("wifi-off", self._theme.scaled(14), "ok"))

    def say(self, text: str, tone: str = "text2", *, stay: bool = False) -> None:
        """A notice for some seconds; errors for half a minute."""
        self.notice.setText(text)
        self.notice.setToolTip(plain_tip(text) if text else "")
        self.notice.set_tone(tone)
        self.notice.setAccessibleName(text)
        if stay:
            self._timer.stop()
        else:
            self._timer.start(ERROR_MS if tone == "error" else NOTICE_MS)

    def show_jobs(self, jobs: tuple[tuple[int, str, Progress], ...]) -> None:
        """The oldest running job, and how many wait behind it."""
        running = bool(jobs)
        for widget in (self.job_text, self.bar, self.stop):
            widget.setVisible(running)
        if not running:
            return
        self._job, title, progress = jobs[0]
        text = progress.text or title
        if progress.total:
            text = tr("{text} {done}/{total}", text=text, done=progress.done, total=progress.total)
            self.bar.setRange(0, progress.total)
            self.bar.setValue(progress.done)
        else:
            self.bar.setRange(0, 0)
        more = f" (+{len(jobs) - 1})" if len(jobs) > 1 else ""
        self.job_text.setText((text if len(text) < 60 else text[:59] + "…") + more)

    def show_pointer(self, text: str) -> None:
        self.pointer.setText(text or "–")

    def show_zoom(self, percent: int | None) -> None:
        self.zoom.setText(tr("{percent} %", percent=percent) if percent else "–")

    def show_encrypted(self, on: bool) -> None:
        self.locked.setVisible(on)
        self._locked_rule.setVisible(on)

    def show_integrity(self, text: str, tone: str) -> None:
        self.integrity.setText(text or tr("No case"))
        self.integrity.set_tone(tone)

    def _stop(self) -> None:
        self.cancelAsked.emit(self._job)
