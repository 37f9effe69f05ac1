"""The report in outline, from the records alone: shown until the page itself is laid out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from theodolite.domain import Status
from theodolite_desktop import wording
from theodolite_desktop.snapshot import Snapshot
from theodolite_desktop.theme import Theme
from theodolite_desktop.views.label import Label


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


class ReportOutline(QScrollArea):
    """A sheet with the headings and lines of :func:`sections`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: object = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Report outline")
        self.setStyleSheet("QScrollArea { background: transparent; }")

    def show_case(self, snapshot: Snapshot | None, summary: str, note: str) -> None:
        """``note`` says why this is an outline and not the page; '' while that is on its way."""
        key = (sections(snapshot) if snapshot else (), summary, note, self._theme.dark)
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
        if note:
            column.addWidget(Label(self._theme, wording.visible(note, 400), "body", "warn", wrap=True))
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
        column.addStretch(1)
        row.addStretch(1)
        row.addWidget(paper, 20)
        row.addStretch(1)
        self.setWidget(outer)
