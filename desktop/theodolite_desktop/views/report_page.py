"""The Report tab: what the report will say, what it lacks, and Export."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from theodolite.domain import Status
from theodolite_desktop import wording
from theodolite_desktop.snapshot import Snapshot
from theodolite_desktop.theme import Theme
from theodolite_desktop.theme.tokens import TOOLS
from theodolite_desktop.views.controls import IconButton, strip
from theodolite_desktop.views.label import ElidedLabel, Label


def missing(snapshot: Snapshot) -> tuple[str, ...]:
    """What a final report needs and the case does not have; mandate and reviewer have no place yet."""
    case = snapshot.state.case
    return (*(() if case.question else ("question",)), "mandate", "reviewer")


def sections(snapshot: Snapshot) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Heading and lines of each part, from the records alone."""
    state, ranking = snapshot.state, snapshot.ranking
    claim = (
        f"{state.case.claim} (source {state.case.claim_source})"
        if state.case.claim
        else "No claim is recorded."
    )
    parts: list[tuple[str, tuple[str, ...]]] = [
        ("Question", (wording.visible(state.case.question) or "No question is recorded.",)),
        ("Claim", (wording.visible(claim),)),
        (
            "Exhibits",
            tuple(
                f"{e.id}  {wording.visible(e.name, 80)}  SHA-256 {e.sha256[:16]}…" for e in snapshot.exhibits
            )
            or ("None.",),
        ),
    ]
    if ranking is not None:
        named = [
            f"{c.rank}. {wording.visible(c.label, 60)}, {c.country}: {c.status.value}, "
            f"{wording.likelihood(c.probability, calibrated=ranking.calibrated)}, "
            f"within {wording.radius(c.radius_km)}"
            for c in ranking.candidates[:5]
        ]
        parts.append(("Answer", (wording.level(ranking.level), *named)))
    rejected = [v for v in state.verdicts if v.status is Status.REJECTED]
    if rejected:
        parts.append(
            (
                "Rejected",
                tuple(f"{wording.visible(v.label, 60)}: {wording.visible(v.reason)}" for v in rejected),
            )
        )
    hints = [f"{h.reading or h.text} ({h.strength.value}, {h.state.value})" for h in state.hints]
    parts.append(("Hints", tuple(wording.visible(h) for h in hints) or ("None.",)))
    parts.append(("Custody", (f"{state.log_length} records, head {state.log_head[:12]}",)))
    return tuple(parts)


class ReportPage(QWidget):
    """A paper-like outline; the exported file holds everything."""

    exportAsked = Signal()
    fillAsked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: object = None
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        tools, row = strip("tools", TOOLS, 12, 8)
        self.draft = ElidedLabel(theme, "", "body", "text2")
        row.addWidget(self.draft, 1)
        self.fill = QPushButton("Fill in")
        self.fill.setObjectName("small")
        self.fill.clicked.connect(self.fillAsked)
        row.addWidget(self.fill)
        row.addWidget(
            IconButton(
                theme,
                "file-document-outline",
                "Export report",
                key="Ctrl+E",
                text="Export",
                action=self.exportAsked.emit,
            )
        )
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setAccessibleName("Report outline")
        self._area.setStyleSheet("QScrollArea { background: transparent; }")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(tools)
        layout.addWidget(self._area, 1)
        self.setFocusProxy(self._area)
        theme.changed.connect(self._redraw)
        self._last: tuple[Snapshot | None, str, tuple[str, ...]] = (None, "", ())

    def show_case(self, snapshot: Snapshot | None, summary: str, written: tuple[str, ...]) -> None:
        """``written``: files of the last export in this session."""
        self._last = (snapshot, summary, written)
        lacking = missing(snapshot) if snapshot else ("question", "mandate", "reviewer")
        self.draft.setText(f"Draft. Missing for a final report: {', '.join(lacking)}.")
        self.fill.setEnabled(snapshot is not None)
        if self.isVisible():
            self._redraw()

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self._redraw()

    def _redraw(self) -> None:
        snapshot, summary, written = self._last
        key = (sections(snapshot) if snapshot else (), summary, written, self._theme.dark)
        if key == self._shown:
            return
        self._shown = key
        outer = QWidget()
        outer.setObjectName("canvas")
        outer.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(outer)
        row.setContentsMargins(24, 24, 24, 24)
        paper = QFrame()
        paper.setObjectName("card")
        paper.setMaximumWidth(680)
        column = QVBoxLayout(paper)
        column.setContentsMargins(32, 24, 32, 32)
        column.setSpacing(4)
        title = snapshot.state.case.title if snapshot else "No case is open"
        column.addWidget(Label(self._theme, wording.visible(title, 200), "page", wrap=True))
        if summary:
            column.addSpacing(8)
            column.addWidget(Label(self._theme, wording.visible(summary, 4000), "body", wrap=True))
        for heading, lines in sections(snapshot) if snapshot else ():
            column.addSpacing(12)
            column.addWidget(Label(self._theme, heading, "subhead"))
            for line in lines:
                text = Label(self._theme, line, "body", wrap=True)
                text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                column.addWidget(text)
        if written:
            column.addSpacing(12)
            column.addWidget(Label(self._theme, "Written", "subhead"))
            for path in written:
                column.addWidget(Label(self._theme, path, "mono", "ok", wrap=True))
        column.addStretch(1)
        row.addStretch(1)
        row.addWidget(paper, 20)
        row.addStretch(1)
        self._area.setWidget(outer)
