"""The second examiner's session: the first verdict is out of sight until theirs is on record.

While a blind review is in progress, :attr:`Reviewing.state`, the log, rankings and answers know nothing of
what was concluded before. It outlasts a crash: the log says that it was begun and not ended.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from theodolite.domain import Candidate, CaseState, LogRecord, NamedMoment, Review, Status
from theodolite.engine import naming
from theodolite.engine.changes import Changes
from theodolite.engine.engine import Engine, utc_now
from theodolite.engine.examining import Examining
from theodolite.errors import InputError, NotFound, legible
from theodolite.jobs import Job
from theodolite.store import CaseStore
from theodolite.store.trust import review as rules
from theodolite.store.trust.review import Begun, ClueAgreement

BEGUN, ENDED = "blind review begun", "blind review ended"
#: Where a reviewer's own look of the window is kept while they review.
LOOK = "reviewing"
GIVEN, COMPARED = "review given", "first verdict shown"


class Reviewing(Examining):
    """The part of a session that concerns the second examiner."""

    def __init__(self, engine: Engine, store: CaseStore) -> None:
        super().__init__(engine, store)
        self._begun = _unfinished(store)
        if self._begun is not None:
            store.acting = rules.person_of(store.state(), self._begun.person).account

    @property
    def state(self) -> CaseState:
        """Everything a view draws; during a blind review without what the reviewer must not know."""
        state = self.store.state()
        if self._begun is None:
            return state
        person = rules.person_of(state, self._begun.person)
        shown = rules.blind(state, person, self._begun.before)
        return replace(shown, case=replace(shown.case, operator=person.account))  # their work is theirs

    @property
    def reviewer(self) -> str:
        """Who reviews blind in this session (P2), '' for nobody."""
        return self._begun.person if self._begun else ""

    def log(self, limit: int | None = 200) -> tuple[LogRecord, ...]:
        """The newest ``limit`` records of the audit log, oldest first."""
        log = self.store.log(limit)
        return rules.blind_log(log, self._begun.sequence) if self._begun else log

    def snapshots(self) -> tuple[NamedMoment, ...]:
        """The moments that were given a name, oldest first; to a blind reviewer those since they began."""
        return naming.named(self.log(None))

    def reviewer_view(self, person: str) -> CaseState:
        """The case as this person may see it before they have reviewed it."""
        state = self.store.state()
        before = self._begun.before if self._begun and self._begun.person == person else None
        return rules.blind(state, rules.person_of(state, person), before)

    def begin_review(self, person: str) -> Changes:
        """From now on this session is the second examiner's, and blind, until :meth:`end_review`."""
        state = self.store.state()
        reviewer = rules.person_of(state, person)
        if self._begun is not None:
            raise InputError(f"{self._begun.person} is reviewing in this session: end that review first.")
        if not state.exhibits:
            raise InputError("There is nothing to review: this case has no exhibit.")
        begun = Begun(person, state.log_length + 1, rules.spoken(state))
        detail = {"person": person, "begun": begun.sequence, "before": sorted(begun.before)}
        self.store.record(BEGUN, detail, operator=reviewer.account)
        self._begun = begun
        self.store.acting = reviewer.account
        return Changes.everything()

    def end_review(self) -> Changes:
        """Show everything again, also what was not reviewed; the log says which exhibits those were."""
        if self._begun is None:
            raise InputError("No review is in progress in this session.")
        state = self.store.state()
        reviewer = rules.person_of(state, self._begun.person)
        left = sorted({one.exhibit for one in rules.hidden(state, reviewer)})
        detail = {"person": reviewer.id, "begun": self._begun.sequence, "not reviewed": left}
        self.store.record(ENDED, detail, operator=reviewer.account)
        self._begun, self.store.acting = None, ""
        return Changes.everything()

    def review(self, review: Review) -> Changes:
        """Put a second examiner's answer on record, then compare it with the first verdict.

        ``id``, ``utc``, ``blind`` and ``agrees`` of ``review`` are set here: it was blind when it is given in
        a blind review of this person, and the log has no step of theirs after the first verdict before it.
        """
        state = self.store.state()
        person = rules.check(review, state)
        if self._begun is not None and self._begun.person != person.id:
            raise InputError(
                f"This is the review of {self._begun.person}; {person.id} needs a session of their own."
            )
        blind = self._begun is not None and rules.was_blind(
            self.store.log(None), state, person, review.exhibit, self._begun.sequence
        )
        answered = any(r.person == person.id and r.exhibit in (review.exhibit, "") for r in state.reviews)
        given = replace(
            review,
            id="",
            utc=utc_now(),
            blind=blind and not answered,
            agrees=None,
            label=legible(review.label).strip(),
            remark=legible(review.remark).strip(),
        )
        kept = self.store.add("review", given, GIVEN, undoable=False, operator=person.account)
        return self.compare_review(kept.id)

    def compare_review(self, review: str) -> Changes:
        """Compare a review with the first verdict and put on record whether they agree; at once after it was
        given, and again when the first examiner changed a verdict."""
        state = self.store.state()
        found = next((one for one in state.reviews if one.id == review), None)
        if found is None:
            raise NotFound(f"There is no review {review} in this case.")
        agrees = rules.agrees(found, rules.first_verdicts(state, found))
        account = rules.person_of(state, found.person).account
        if agrees != found.agrees:
            compared = replace(found, agrees=agrees)
            self.store.change("review", found.id, compared, COMPARED, undoable=False, operator=account)
        return Changes.everything()

    def clue_agreement(self, exhibit: str = "") -> tuple[ClueAgreement, ...]:
        """What the first examiner and the reviewers say of each clue, as far as this session may know."""
        return rules.by_clue(self.state, exhibit)

    # --- what would give the first verdict away, or take it back ---------------------------------------

    def open_eyed(self, doing: str) -> None:
        """InputError during a blind review; ``doing`` completes the sentence."""
        if self._begun is not None:
            raise InputError(
                f"{self._begun.person} is reviewing blind: {doing} would show or change what must stay out "
                "of sight. End the review first."
            )

    def set_case(self, **changes: Any) -> Changes:
        self.open_eyed("changing the case")
        return super().set_case(**changes)

    def undo(self) -> Changes:
        self.open_eyed("undoing")
        return super().undo()

    def redo(self) -> Changes:
        self.open_eyed("doing again")
        return super().redo()

    def destruction_of(self, exhibit: str) -> tuple[str, ...]:
        self.open_eyed("a destruction")
        return super().destruction_of(exhibit)

    def destroy(self, exhibit: str, reason: str, *, confirmed: str) -> Job[Changes]:
        self.open_eyed("a destruction")
        return super().destroy(exhibit, reason, confirmed=confirmed)

    def viewer(self) -> str:
        if self._begun is None:
            return super().viewer()
        return rules.person_of(self.store.state(), self._begun.person).account

    def next_steps(self) -> tuple[str, str]:
        return ("", "") if self._begun else super().next_steps()

    def write_note(self, exhibit: str, text: str) -> Changes:
        self.open_eyed("writing a note over the first examiner's")
        return super().write_note(exhibit, text)

    def _former(self) -> dict[str, object]:
        return {} if self._begun else super()._former()

    def view_state(self) -> dict[str, Any]:
        """How the window looked; a reviewer's own, for what the first examiner had typed is in theirs."""
        kept = super().view_state()
        if self._begun is None:
            return {name: value for name, value in kept.items() if name != LOOK}
        own = kept.get(LOOK, {})
        return dict(own) if isinstance(own, dict) else {}

    def set_view_state(self, state: dict[str, Any]) -> None:
        if self._begun is None:
            super().set_view_state(state)
        else:
            super().set_view_state({**self.store.view_state(), LOOK: state})

    def set_verdict(
        self, exhibit: str, candidate: Candidate, status: Status, reason: str = "", override: bool = False
    ) -> Changes:
        self.open_eyed("a verdict beside the review")
        return super().set_verdict(exhibit, candidate, status, reason, override)


def _unfinished(store: CaseStore) -> Begun | None:
    """A blind review that was begun and not ended: the one before this session was cut short."""
    begun = store.details(BEGUN)
    if not begun:
        return None
    ended = {str(one.get("begun")) for one in store.details(ENDED)}
    persons = {one.id for one in store.state().persons}
    for one in begun:
        person, sequence, before = one.get("person"), one.get("begun"), one.get("before")
        if person not in persons or str(sequence) in ended:
            continue
        if isinstance(sequence, int) and isinstance(before, list):  # a case from anyone may say anything
            return Begun(str(person), sequence, frozenset(map(str, before)))
    return None
