"""Who worked on the case, what a second examiner said, what was signed, stamped and destroyed. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from theodolite.domain import CaseState, Clue, Review, Status, Verdict
from theodolite.geo import coordinates
from theodolite.report import words
from theodolite.report.choices import Choices
from theodolite.report.parts import OpinionRow, PersonRow, ReviewRow, SignatureRow, StampRow, TombstoneRow
from theodolite.report.wording import say

_KINDS = {"rfc3161": "RFC 3161", "opentimestamps": "OpenTimestamps"}


def people(state: CaseState, choices: Choices) -> tuple[PersonRow, ...]:
    """Everyone on record, authors first; who is not on record stands with the code alone."""
    known = {person.id: person for person in state.persons}
    order = [*choices.authors, *choices.reviewers, *known, *_unrecorded(state)]
    rows: list[PersonRow] = []
    for key in dict.fromkeys(order):
        person = known.get(key) or next((p for p in state.persons if p.account == key), None)
        if person is not None and any(row.id == person.id for row in rows):
            continue
        part = (
            say("author")
            if key in choices.authors
            else say("reviewer")
            if key in choices.reviewers
            else say("handled the case")
        )
        if person is None:
            rows.append(PersonRow(key, "", part, "", "", "", "", ""))
            continue
        name = person.name or (person.account if person.account != person.id else "")
        rows.append(
            PersonRow(
                person.id,
                name,
                part,
                person.role,
                person.competence,
                person.contact,
                person.interests,
                person.key,
            )
        )
    return tuple(rows)


def _unrecorded(state: CaseState) -> list[str]:
    accounts = {person.account for person in state.persons} | {person.id for person in state.persons}
    named = (state.case.operator, *(v.person for v in state.verdicts), *(r.person for r in state.reviews))
    return [name for name in dict.fromkeys(named) if name and name not in accounts]


def reviews(state: CaseState) -> tuple[ReviewRow, ...]:
    """Every review, with the first examiner's verdict beside it; dissent is printed as it was given."""
    return tuple(_review(state, review) for review in state.reviews)


def _review(state: CaseState, review: Review) -> ReviewRow:
    clues = {clue.id: clue for clue in state.clues}
    opinions = tuple(
        OpinionRow(
            clue=one.clue,
            text=clues[one.clue].observation if one.clue in clues else "",
            first=_first(clues.get(one.clue)),
            opinion=one.opinion,
            remark=one.remark,
        )
        for one in review.opinions
    )
    agreed = sum(one.opinion == "agree" for one in review.opinions)
    disagreed = sum(one.opinion == "disagree" for one in review.opinions)
    verdict = next(
        (
            v
            for v in reversed(state.verdicts)
            if v.exhibit in (review.exhibit, "") and v.status is not Status.REJECTED
        ),
        None,
    )
    signed = [s.id for s in state.signatures if s.about == review.id]
    return ReviewRow(
        id=review.id,
        exhibit=review.exhibit or say("the whole case"),
        person=review.person,
        utc=review.utc,
        blind=review.blind,
        label=review.label or say("no place"),
        dd=_named(review),
        first=_verdict(verdict),
        agreement={True: say("agrees on the place"), False: say("disagrees on the place")}.get(
            review.agrees if review.agrees is not None else None,  # type: ignore[arg-type]
            say("there was no verdict to compare"),
        ),
        remark=review.remark,
        opinions=opinions,
        counts=say(
            "{agreed} of {all} clues agreed, {disagreed} disagreed, {unsure} unsure",
            agreed=agreed,
            all=len(opinions),
            disagreed=disagreed,
            unsure=len(opinions) - agreed - disagreed,
        ),
        signed=words.listed(signed) if signed else say("not signed"),
    )


def _named(review: Review) -> str:
    if review.lat is None or review.lon is None:
        return ""
    km = review.radius_km
    return f"{coordinates.format_dd(review.lat, review.lon, km)} ({words.radius(km)})"


def _first(clue: Clue | None) -> str:
    if clue is None:
        return ""
    if clue.rejected_reason is not None:
        return say("rejected")
    return words.strength(clue.strength) if clue.active else say("off")


def _verdict(verdict: Verdict | None) -> str:
    if verdict is None:
        return say("none")
    return f"{verdict.label}: {say(verdict.status.value)} ({verdict.person}, {verdict.utc})"


def signatures(state: CaseState, checked: Mapping[str, str]) -> tuple[SignatureRow, ...]:
    """``checked``: signature id to what was found."""
    return tuple(
        SignatureRow(
            id=s.id,
            person=s.person,
            utc=s.utc,
            about=s.about or say("the whole log"),
            head=s.head,
            sequence=s.sequence,
            key=s.key,
            signature=s.signature,
            checked=checked.get(s.id, say("not checked here")),
        )
        for s in state.signatures
    )


def stamps(state: CaseState) -> tuple[StampRow, ...]:
    return tuple(
        StampRow(
            id=s.id,
            kind=_KINDS[s.kind],
            state=s.state,
            stamped_utc=s.stamped_utc,
            imported_utc=s.imported_utc,
            head=s.head,
            sha256=s.sha256,
            text=s.text,
        )
        for s in state.stamps
    )


def tombstones(state: CaseState) -> tuple[TombstoneRow, ...]:
    return tuple(TombstoneRow(t.exhibit, t.sha256, t.reason, t.person, t.utc) for t in state.tombstones)


def same_place(state: CaseState, exhibits: Sequence[str]) -> Review | None:
    """The last blind review of one of these exhibits, or of the case, that agrees on the place."""
    wanted = {*exhibits, ""}
    found = (r for r in reversed(state.reviews) if r.blind and r.agrees and r.exhibit in wanted)
    return next(found, None)


def disputed(review: Review, clues: Collection[str]) -> tuple[str, ...]:
    """Those of ``clues`` that the reviewer disagrees with."""
    return tuple(one.clue for one in review.opinions if one.opinion == "disagree" and one.clue in clues)
