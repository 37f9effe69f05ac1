"""The second examiner: what is kept from them until they have answered, and how far two answers agree. Pure.

What is kept back is what the first examiner concluded: verdicts with their reasons, other people's reviews,
notes, leads, kept comparisons, searched ground, what was carried out, and the conversation. What was
observed is shown: exhibits, clues (rejected ones too), hints, references and candidates, for a reviewer
judges those one by one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from theodolite.domain import (
    CaseState,
    ClueOpinion,
    LogRecord,
    Person,
    Review,
    Status,
    Verdict,
)
from theodolite.errors import InputError, NotFound

#: A verdict speaks for places within 25 km of it, and replaces an earlier one there.
SAME_KM = 25.0
#: Rows that say what the first examiner thinks, and not what is in an exhibit.
TELLING = frozenset(
    {
        *("verdict", "review", "message", "exchange", "note", "conflict"),
        *("lead", "comparison", "area", "disclosure"),
    }
)
#: Requests to a model in which the records of a case were told; the others show a photograph only.
_TOLD = frozenset({"dialogue", "hint", "phrase"})
WITHHELD = "withheld until the review is given"


@dataclass(frozen=True, slots=True)
class Begun:
    """A blind review in progress: by ``person`` (P2), since record ``sequence``; ``before``: the ids of the
    messages, exchanges, notes, leads and comparisons that were there by then."""

    person: str
    sequence: int
    before: frozenset[str]


@dataclass(frozen=True, slots=True)
class ClueAgreement:
    """What the first examiner and the reviewers say of one clue. ``first``: 'kept' or 'rejected'.

    ``opinions``: (review, person, opinion, remark), in the order given. ``agreed``: whether all of them say
    what the first examiner says; None while nobody gave an opinion or somebody is unsure.
    """

    clue: str
    exhibit: str
    first: Literal["kept", "rejected"]
    opinions: tuple[tuple[str, str, str, str], ...]
    agreed: bool | None


def names(person: Person) -> frozenset[str]:
    """How records may call a person."""
    return frozenset({person.id, person.account, person.name}) - {""}


def person_of(state: CaseState, person: str) -> Person:
    """The person with this id; NotFound says what to do."""
    for one in state.persons:
        if one.id == person:
            return one
    raise NotFound(f"There is no person {person} in this case. Add the reviewer to its persons first.")


# --- what is shown -------------------------------------------------------------------------------------


def hidden(state: CaseState, person: Person) -> tuple[Verdict, ...]:
    """The verdicts of others on exhibits that ``person`` has not answered yet."""
    own, answered = names(person), {one.exhibit for one in state.reviews if one.person == person.id}
    return tuple(
        one
        for one in state.verdicts
        if one.person not in own and "" not in answered and one.exhibit not in answered
    )


def blind(state: CaseState, person: Person, before: frozenset[str] | None = None) -> CaseState:
    """``state`` as ``person`` may see it. ``before``: messages, exchanges, notes, leads and comparisons that
    were there when the review began (None: all of them)."""
    kept_back = {one.id for one in hidden(state, person)}
    answered = {one.exhibit for one in state.reviews if one.person == person.id}
    reviews = tuple(
        one for one in state.reviews if one.person == person.id or "" in answered or one.exhibit in answered
    )
    kept_back |= {one.id for one in state.reviews} - {one.id for one in reviews}
    if not kept_back:
        return state
    old = before if before is not None else spoken(state)
    return replace(
        state,
        verdicts=tuple(one for one in state.verdicts if one.id not in kept_back),
        reviews=reviews,
        signatures=tuple(one for one in state.signatures if one.about not in kept_back),
        messages=tuple(one for one in state.messages if one.id not in old),
        exchanges=tuple(one for one in state.exchanges if one.mode not in _TOLD or one.id not in old),
        notes=tuple(one for one in state.notes if _note(one.exhibit) not in old),
        leads=tuple(one for one in state.leads if one.id not in old),
        comparisons=tuple(one for one in state.comparisons if one.id not in old),
        areas=tuple(one for one in state.areas if one.id not in old),
        disclosures=tuple(one for one in state.disclosures if one.id not in old),
        merge_conflicts=tuple(one for one in state.merge_conflicts if one.kind not in TELLING),
    )


def spoken(state: CaseState) -> frozenset[str]:
    """What was said in a case so far: the ids of its messages, exchanges, notes, leads and comparisons."""
    return frozenset(
        [one.id for one in state.messages]
        + [one.id for one in state.exchanges]
        + [_note(one.exhibit) for one in state.notes]
        + [one.id for one in state.leads]
        + [one.id for one in state.comparisons]
        + [one.id for one in state.areas]
        + [one.id for one in state.disclosures]
    )


def _note(exhibit: str) -> str:
    return f"note:{exhibit}"


def blind_log(log: Iterable[LogRecord], begun: int) -> tuple[LogRecord, ...]:
    """The log without what it says of conclusions: of records up to ``begun`` the payload, and the names of
    actions that tell one. Numbers, times and hashes stay, so the chain can still be followed."""
    return tuple(
        replace(record, payload="{}", action=WITHHELD if _telling(record.action) else record.action)
        if record.sequence <= begun
        else record
        for record in log
    )


def _telling(action: str) -> bool:
    bare = action.removeprefix("undo: ").removeprefix("redo: ")
    return bare.startswith(
        (
            *("verdict", "message", "note", "blind review", "review", "located", "first verdict"),
            *("lead", "comparison"),
        )
    )


# --- what counts as a review -----------------------------------------------------------------------------


def check(review: Review, state: CaseState) -> Person:
    """The reviewer; InputError for a review that cannot be, with what to change."""
    person = person_of(state, review.person)
    if review.exhibit and all(one.id != review.exhibit for one in state.exhibits):
        raise NotFound(f"There is no exhibit {review.exhibit} in this case.")
    about = {one.id for one in state.clues if not review.exhibit or one.exhibit == review.exhibit}
    seen: set[str] = set()
    for opinion in review.opinions:
        _check_opinion(opinion, about, seen, review.exhibit)
        seen.add(opinion.clue)
    if (review.lat is None) != (review.lon is None):
        raise InputError("A place needs latitude and longitude; a review without a place has neither.")
    if review.lat is not None and review.lon is not None:
        if not (-90 <= review.lat <= 90 and -180 <= review.lon <= 180):
            raise InputError("The place of the review is not on Earth: check latitude and longitude.")
        if not review.radius_km > 0:
            raise InputError("Say within how many kilometres the place is meant.")
    elif not review.remark.strip():
        raise InputError("A review without a place needs a remark that says why.")
    theirs = [
        one for one in state.verdicts if one.exhibit in (review.exhibit, "") and one.person in names(person)
    ]
    if theirs:
        raise InputError(
            f"{person.id} gave the verdict {theirs[-1].id} on {review.exhibit or 'this case'} and cannot be "
            "its second examiner. Somebody else has to be."
        )
    return person


def _check_opinion(opinion: ClueOpinion, about: set[str], seen: set[str], exhibit: str) -> None:
    if opinion.clue not in about:
        raise NotFound(f"There is no clue {opinion.clue} of {exhibit or 'this case'}.")
    if opinion.clue in seen:
        raise InputError(f"There are two opinions on {opinion.clue}: keep one.")
    if opinion.opinion != "agree" and not opinion.remark.strip():
        raise InputError(f"Say in a remark why you do not agree with {opinion.clue}.")


def was_blind(log: Sequence[LogRecord], state: CaseState, person: Person, exhibit: str, begun: int) -> bool:
    """Whether the log bears out that ``person`` did not work on the case between the first verdict on
    ``exhibit`` and record ``begun``, when the verdict was withdrawn from their sight."""
    verdicts = {one.id for one in state.verdicts if not exhibit or one.exhibit in (exhibit, "")}
    first = next((record.sequence for record in log if verdicts & _verdicts_of(record)), None)
    if first is None:
        return True
    own = names(person)
    return not any(first < record.sequence < begun and record.operator in own for record in log)


def _verdicts_of(record: LogRecord) -> set[str]:
    if '"verdict"' not in record.payload:
        return set()
    try:
        changes: list[dict[str, Any]] = json.loads(record.payload).get("changes", [])
        return {str(one["id"]) for one in changes if one["kind"] == "verdict"}
    except (ValueError, KeyError, TypeError, AttributeError):
        return set()


# --- agreement -------------------------------------------------------------------------------------------


def first_verdicts(state: CaseState, review: Review) -> tuple[Verdict, ...]:
    """The verdicts that stand on the reviewed exhibit, by anybody but the reviewer."""
    own = names(person_of(state, review.person))
    standing: list[Verdict] = []
    for one in state.verdicts:
        if one.person in own or (review.exhibit and one.exhibit not in (review.exhibit, "")):
            continue
        standing = [
            v for v in standing if v.exhibit != one.exhibit or _km(v.lat, v.lon, one.lat, one.lon) > SAME_KM
        ]
        standing.append(one)
    return tuple(standing)


def agrees(review: Review, standing: Sequence[Verdict]) -> bool | None:
    """Whether a review says what the first verdict says; None where there is nothing to compare with.

    Two places agree when their circles meet. Where nothing was verified, a review that names no place
    agrees, and one that names a rejected place does not.
    """
    verified = [one for one in standing if one.status is Status.VERIFIED]
    if review.lat is None or review.lon is None:
        return (not verified) if standing else None
    if verified:
        return any(_meets(review, one) for one in verified)
    rejected = any(_meets(review, one) for one in standing if one.status is Status.REJECTED)
    return False if rejected else None


def _meets(review: Review, verdict: Verdict) -> bool:
    assert review.lat is not None
    assert review.lon is not None
    apart = _km(review.lat, review.lon, verdict.lat, verdict.lon)
    return apart <= review.radius_km + verdict.radius_km


def by_clue(state: CaseState, exhibit: str = "") -> tuple[ClueAgreement, ...]:
    """What is said of each clue that some reviewer of ``exhibit`` ('' all) spoke about."""
    given: dict[str, list[tuple[str, str, str, str]]] = {}
    latest = {(one.exhibit, one.person): one for one in state.reviews}
    for review in latest.values():
        if not exhibit or review.exhibit in (exhibit, ""):
            for one in review.opinions:
                given.setdefault(one.clue, []).append((review.id, review.person, one.opinion, one.remark))
    rows = []
    for clue in state.clues:
        if clue.id in given and (not exhibit or clue.exhibit == exhibit):
            first: Literal["kept", "rejected"] = "rejected" if clue.rejected_reason is not None else "kept"
            said = {opinion for _, _, opinion, _ in given[clue.id]}
            same = "agree" if first == "kept" else "disagree"
            agreed = None if "unsure" in said else said == {same}
            rows.append(ClueAgreement(clue.id, clue.exhibit, first, tuple(given[clue.id]), agreed))
    return tuple(rows)


def tally(rows: Iterable[ClueAgreement]) -> tuple[int, int]:
    """On how many clues all agree, and on how many everybody was sure."""
    judged = [one.agreed for one in rows if one.agreed is not None]
    return sum(judged), len(judged)


def _km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    from theodolite.geo.geodesy import distance_km

    return float(distance_km(lat1, lon1, lat2, lon2))
