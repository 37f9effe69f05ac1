"""The second examiner's way through the window: begin blind, look, answer, then see both answers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from theodolite.domain import CaseState, Review
from theodolite_desktop import wording
from theodolite_desktop.language import mark, tr
from theodolite_desktop.operations import reviewing
from theodolite_desktop.operations.reviewing import AgreementRow, Answer
from theodolite_desktop.report_commands import ReportCommands
from theodolite_desktop.snapshot import Snapshot
from theodolite_desktop.views.fields import while_open
from theodolite_desktop.views.review_dialog import AgreementDialog, BeginReviewDialog, ReviewDialog
from theodolite_desktop.wiring import Wiring

SUBJECT = "review"


class ReviewCommands(QObject):
    """Belongs to the commands of the window."""

    def __init__(self, wiring: Wiring, reports: ReportCommands) -> None:
        super().__init__(wiring)
        self.shell, self.controller, self.reports = wiring.shell, wiring.controller, reports
        self.theme = self.shell.theme
        self._blind: tuple[str, str] | None = None
        self._beginning: BeginReviewDialog | None = None
        self.controller.snapshotChanged.connect(self._show)
        self.controller.caseClosed.connect(self._closed)

    def table(self) -> dict[str, Callable[[], object]]:
        return {"case.review": self.review}

    def review(self) -> None:
        """Begin, or answer when a blind review is in progress."""
        snapshot = self.controller.snapshot
        if snapshot is None or not self.controller.path:
            return
        if snapshot.reviewer:
            self.answer()
        else:
            self._begin(snapshot)

    def _begin(self, snapshot: Snapshot) -> None:
        state = snapshot.state
        dialog = BeginReviewDialog(self.shell, self.theme, state.persons, state.case.operator)
        dialog.peopleAsked.connect(lambda: self.reports.properties("People"))
        dialog.begun.connect(partial(self._begun, dialog))
        self._beginning = dialog
        dialog.exec()
        dialog.deleteLater()
        self._beginning = None

    def _begun(self, dialog: BeginReviewDialog, person: str) -> None:
        self.controller.edit(
            reviewing.begin,
            while_open(dialog, dialog.show_problem),
            while_open(dialog, dialog.accept),
            person=person,
        )

    def answer(self) -> None:
        """The form for the exhibit in view."""
        snapshot = self.controller.snapshot
        if snapshot is None or not snapshot.reviewer or not snapshot.exhibit:
            return
        candidates = snapshot.ranking.candidates if snapshot.ranking is not None else ()
        dialog = ReviewDialog(
            self.shell, self.theme, snapshot.exhibit, snapshot.reviewer, candidates, snapshot.clues
        )
        dialog.given.connect(partial(self._give, dialog))
        dialog.exec()
        dialog.deleteLater()

    def _give(self, dialog: ReviewDialog, answer: Answer) -> None:
        def recorded() -> None:
            dialog.accept()
            self._compare(answer.exhibit)

        self.controller.edit(
            reviewing.give,
            while_open(dialog, dialog.show_problem),
            while_open(dialog, recorded),
            answer=answer,
        )

    def _compare(self, exhibit: str) -> None:
        make = partial(reviewing.both, desk=self.controller.desk, exhibit=exhibit)
        self.controller.runner.call(make, partial(self._show_both, exhibit))

    def _show_both(self, exhibit: str, found: tuple[CaseState, tuple[AgreementRow, ...]]) -> None:
        state, rows = found
        AgreementDialog(self.shell, self.theme, exhibit, both(state, exhibit), rows).exec()

    def end(self) -> None:
        self.controller.edit(reviewing.end)

    def _show(self, snapshot: Snapshot) -> None:
        """The banner says for whom the window is blind."""
        if self._beginning is not None:
            self._beginning.show_people(snapshot.state.persons, snapshot.state.case.operator)
        now = (self.controller.path, snapshot.reviewer) if snapshot.reviewer else None
        if now == self._blind:
            return
        self._blind = now
        if now is None:
            self.shell.banner.clear(SUBJECT)
            return
        text = tr(
            "{reviewer} reviews blind: what was concluded before is out of sight.", reviewer=snapshot.reviewer
        )
        actions = ((tr("Give the answer…"), self.answer), (tr("End the review"), self.end))
        self.shell.banner.say(SUBJECT, "account-eye-outline", "warn", text, actions)

    def _closed(self) -> None:
        self._blind = None
        self.shell.banner.clear(SUBJECT)


def both(state: CaseState, exhibit: str) -> tuple[tuple[str, str, str], ...]:
    """(heading, text, tone): the first verdicts on ``exhibit``, the latest review, and whether they agree."""
    verdicts = [v for v in state.verdicts if v.exhibit in (exhibit, "")]
    first = "; ".join(f"{v.label}: {tr(v.status.value)}" for v in verdicts) or tr("No verdict was given.")
    rows = [(tr("First examiner"), first, "")]
    reviews = [r for r in state.reviews if r.exhibit in (exhibit, "")]
    if reviews:
        last = reviews[-1]
        head = (
            tr("Second examiner, {person}, blind", person=last.person)
            if last.blind
            else tr("Second examiner, {person}, not blind", person=last.person)
        )
        rows.append((head, _said(last), ""))
        said, tone = _AGREE[last.agrees]
        rows.append((tr("Place"), tr(said), tone))
    return tuple(rows)


_AGREE = {
    True: (mark("Both name the same place."), "ok"),
    False: (mark("They name different places. Both are printed."), "warn"),
    None: (mark("There is no first verdict to compare with."), "text2"),
}


def _said(review: Review) -> str:
    if review.lat is None or review.lon is None:
        return tr("No place. {remark}", remark=review.remark)
    where = f"{review.label or tr('A place')}, {wording.coordinates(review.lat, review.lon)}"
    return tr(
        "{where}, within {radius}. {remark}",
        where=where,
        radius=wording.radius(review.radius_km),
        remark=review.remark,
    ).strip()
