"""The report in outline, from the records alone: shown until the page itself is laid out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from theodolite.domain import Status
from theodolite_desktop import wording
from theodolite_desktop.language import tr
from theodolite_desktop.snapshot import Snapshot
from theodolite_desktop.theme import Theme
from theodolite_desktop.views.label import Label


def sections(snapshot: Snapshot) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Heading and lines of each part, from the records alone."""
    state, ranking = snapshot.state, snapshot.ranking
    claim = (
        tr("{claim} (source {claim_source})", claim=state.case.claim, claim_source=state.case.claim_source)
        if state.case.claim
        else tr("No claim is recorded.")
    )
    parts: list[tuple[str, tuple[str, ...]]] = [
        (tr("Question"), (wording.visible(state.case.question) or tr("No question is recorded."),)),
        (tr("Claim"), (wording.visible(claim),)),
        (
            tr("Exhibits"),
            tuple(
                f"{e.id}  {wording.visible(e.name, 80)}  SHA-256 {e.sha256[:16]}…" for e in snapshot.exhibits
            )
            or (tr("None."),),
        ),
    ]
    if ranking is not None:
        named = [
            tr(
                "{rank}. {place}, {country}: {status}, {likelihood}, within {radius}",
                rank=c.rank,
                place=wording.visible(c.label, 60),
                country=c.country,
                status=tr(c.status.value),
                likelihood=tr(wording.likelihood(c.probability, calibrated=ranking.calibrated)),
                radius=wording.radius(c.radius_km),
            )
            for c in ranking.candidates[:5]
        ]
        parts.append((tr("Answer"), (wording.level(ranking.level), *named)))
    rejected = [v for v in state.verdicts if v.status is Status.REJECTED]
    if rejected:
        parts.append(
            (
                tr("Rejected"),
                tuple(f"{wording.visible(v.label, 60)}: {wording.visible(v.reason)}" for v in rejected),
            )
        )
    hints = [f"{h.reading or h.text} ({tr(h.strength.value)}, {tr(h.state.value)})" for h in state.hints]
    parts.append((tr("Hints"), tuple(wording.visible(h) for h in hints) or (tr("None."),)))
    parts.append(
        (
            tr("Custody"),
            (
                tr(
                    "{number} records, head {head}",
                    number=state.log_length,
                    head=state.log_head[:12],
                ),
            ),
        )
    )
    return tuple(parts)


class ReportOutline(QScrollArea):
    """A sheet with the headings and lines of :func:`sections`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: object = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(tr("Report outline"))
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
        title = snapshot.state.case.title if snapshot else tr("No case is open")
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
