"""The Report tab: a builder. Choices at the left, the page as it will be at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from theodolite_desktop import report_draft, wording
from theodolite_desktop.language import tr
from theodolite_desktop.operations.report import Checked, Written
from theodolite_desktop.snapshot import Snapshot
from theodolite_desktop.theme import Theme
from theodolite_desktop.theme.tokens import TOOLS
from theodolite_desktop.views.controls import IconButton, strip
from theodolite_desktop.views.handing import hand_focus
from theodolite_desktop.views.label import ElidedLabel, Label
from theodolite_desktop.views.report_options import ReportOptions, hash_line
from theodolite_desktop.views.report_outline import ReportOutline
from theodolite_desktop.views.together import Icon


class Paper(Protocol):
    """What the page needs of the view of the finished report: ``loaded`` once it is drawn."""

    loaded: SignalInstance

    def show_html(self, html: bytes) -> None: ...
    def set_covered(self, covered: bool) -> None: ...
    def set_ground(self, colour: object) -> None: ...


PaperFactory = Callable[[QWidget], QWidget]
"""Makes a widget that is a :class:`Paper` too."""


class ReportPage(QWidget):
    """``previewAsked`` when the page on screen is not that of what is shown and chosen now."""

    exportAsked = Signal()
    bundleAsked = Signal()
    signAsked = Signal()
    fillAsked = Signal()
    previewAsked = Signal()
    checkAsked = Signal()

    def __init__(self, theme: Theme, paper_factory: PaperFactory) -> None:
        super().__init__()
        self._theme, self._factory = theme, paper_factory
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.html = b""
        self._doors: list[IconButton] = []
        self.paper: Any = None
        self._covered = False
        self.settled = False
        self._last: tuple[Snapshot | None, str] = (None, "")
        self._note = ""
        self.options = ReportOptions(theme)
        self.options.drafted.connect(self._drafted)
        self.outline = ReportOutline(theme)
        right = QWidget()
        right.setObjectName("canvas")
        right.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._stack = QStackedLayout(right)
        self._stack.setStackingMode(QStackedLayout.StackingMode.StackAll)  # drawn below, then turned up
        self._stack.addWidget(self.outline)
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self.options)
        body.addWidget(_line(), 0)
        body.addWidget(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._tools(theme))
        layout.addLayout(body, 1)
        hand_focus(self, self.options.list)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(250)
        self._soon.timeout.connect(self._ask)
        theme.changed.connect(self._redraw)

    def _tools(self, theme: Theme) -> QWidget:
        tools, row = strip("tools", TOOLS, 12, 8)
        self.draft = ElidedLabel(theme, "", "body", "text2", end=True)
        row.addWidget(self.draft, 1)
        self.fill = QPushButton(tr("Fill in"))
        self.fill.setObjectName("small")
        self.fill.clicked.connect(lambda _checked=False: self.fillAsked.emit())
        row.addWidget(self.fill, 0, Qt.AlignmentFlag.AlignVCenter)
        for icon, name, key, text, signal in (
            ("file-certificate-outline", tr("Sign the log"), "Ctrl+Shift+S", tr("Sign"), self.signAsked),
            (
                "archive-outline",
                tr("Export a bundle that a stranger can check"),
                "",
                tr("Bundle"),
                self.bundleAsked,
            ),
            ("file-document-outline", tr("Export report"), "Ctrl+E", tr("Export"), self.exportAsked),
        ):
            self._doors.append(IconButton(theme, icon, name, key=key, text=text, action=signal.emit))
            row.addWidget(self._doors[-1])
        return tools

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for words, the buttons are icons; their names stay."""
        super().resizeEvent(event)
        words = event.size().width() >= self._theme.scaled(560)
        style = Qt.ToolButtonStyle
        for button in self._doors:
            button.setToolButtonStyle(style.ToolButtonTextBesideIcon if words else style.ToolButtonIconOnly)

    # --- what is shown ---------------------------------------------------------------------------------

    def show_case(self, snapshot: Snapshot | None, summary: str) -> None:
        self._last = (snapshot, summary)
        if snapshot is None:
            self.forget()
        state = snapshot.state if snapshot else None
        lacking = (
            report_draft.missing(state, self.options.draft.reviewer)
            if state
            else ("question", "mandate", "reviewer")
        )
        self.draft.setText(report_draft.standing(lacking, final=self.options.draft.final))
        self.fill.setVisible(bool(lacking))
        self.fill.setEnabled(snapshot is not None)
        self.options.setEnabled(snapshot is not None)
        masked = report_draft.masked(state) if state else ""
        self.options.show_case(
            snapshot.exhibits if snapshot else (), state.persons if state else (), lacking, masked
        )
        if self.isVisible():
            self._redraw()
            self._soon.start()

    def forget(self) -> None:
        """Another case, or none: nothing of the one before stays."""
        self.html, self._note, self.settled = b"", "", False
        self._stack.setCurrentWidget(self.outline)
        self.show_written((), ())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._redraw()
        if self._last[0] is not None:
            self._soon.start()

    def _redraw(self) -> None:
        if self.isVisible() and (self._note or not self.settled):
            self.outline.show_case(*self._last, self._note)
        if self.paper is not None:
            self.paper.set_ground(self._theme.color("canvas"))

    def _ask(self) -> None:
        if self.isVisible() and self._last[0] is not None:
            self.previewAsked.emit()

    def _drafted(self, _draft: object) -> None:
        self.show_case(*self._last)

    def show_preview(self, html: bytes) -> None:
        """The page as it would be written now."""
        self._note = ""
        if self.paper is None:
            self.paper = self._factory(self)
            self._stack.addWidget(self.paper)
            self.paper.loaded.connect(self._turn)
            self.paper.set_ground(self._theme.color("canvas"))
            self.paper.set_covered(self._covered)
        if html != self.html:
            self.html = html
            self.paper.show_html(html)

    def _turn(self) -> None:
        """The page is there: show it instead of the outline."""
        if self.paper is not None and self.html:
            self._stack.setCurrentWidget(self.paper)
            self.settled = True

    def show_problem(self, text: str) -> None:
        """Why the page cannot be laid out; the outline says what is known all the same."""
        self._note, self.html, self.settled = text, b"", True
        self._stack.setCurrentWidget(self.outline)
        self._redraw()

    def set_covered(self, covered: bool) -> None:
        """Pictures of the preview gray and blurred."""
        self._covered = covered
        if self.paper is not None:
            self.paper.set_covered(covered)

    def show_written(self, files: Sequence[Written], checked: Sequence[Checked]) -> None:
        """What the last export wrote, each with its hash; ``checked``: what reading them again said."""
        column = self.options.files
        while column.count():
            item = column.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.deleteLater()
        if not files:
            return
        column.addWidget(Label(self._theme, tr("Written"), "strong"))
        column.addWidget(
            ElidedLabel(self._theme, wording.visible(str(Path(files[0].path).parent), 400), "meta", "text2")
        )
        found = {one.path: one.problem for one in checked}
        for file in files:
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 4, 0, 0)
            line.setSpacing(8)
            line.addWidget(ElidedLabel(self._theme, wording.visible(Path(file.path).name, 120), "body"), 1)
            line.addWidget(Label(self._theme, wording.size(file.size), "meta", "text2"))
            if file.path in found:
                good = not found[file.path]
                line.addWidget(
                    Icon(self._theme, "check" if good else "alert-outline", "ok" if good else "error")
                )
            column.addWidget(row)
            column.addWidget(hash_line(self._theme, file.sha256))
            if found.get(file.path):
                column.addWidget(Label(self._theme, found[file.path], "meta", "error", wrap=True))
        if checked:
            bad = sum(1 for one in checked if one.problem)
            said = (
                tr("{bad} of {checked} differ", bad=bad, checked=len(checked))
                if bad
                else tr("{checked} files are as they were written", checked=len(checked))
            )
            column.addWidget(Label(self._theme, said, "body", "error" if bad else "ok", wrap=True))
        verify = QPushButton(tr("Verify now"))
        verify.clicked.connect(lambda _checked=False: self.checkAsked.emit())
        column.addWidget(verify)


def _line() -> QWidget:
    line = QWidget()
    line.setObjectName("rule")
    line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    line.setFixedWidth(1)
    return line
