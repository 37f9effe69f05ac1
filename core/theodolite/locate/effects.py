"""What a hint does to the ranking, and when it conflicts with the rest of the evidence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from theodolite.domain import (
    BearingReach,
    BetweenReach,
    Candidate,
    ClueReach,
    Contradiction,
    Contribution,
    ElevationReach,
    Hint,
    HintState,
    LinkReach,
    RemarkReach,
    Status,
    SunReach,
)
from theodolite.errors import InputError
from theodolite.locate import cards
from theodolite.locate.elevation import NEEDED
from theodolite.locate.listing import mass_round
from theodolite.locate.places import LIST_KM
from theodolite.locate.question import denied
from theodolite.locate.sources import counts
from theodolite.locate.sphere import cosines, distances, unit

if TYPE_CHECKING:
    from theodolite.locate.question import Question
    from theodolite.locate.rank import Listed, Locator

LEADING = 5
FAVOUR_NATS = 1.0
AGAINST_NATS = -0.69
BORDERLESS = (BearingReach, BetweenReach, SunReach, LinkReach)


class Effect(NamedTuple):
    """``text``: '▲2 ▼1' (how many leading candidates rise and fall) or '=', or why the hint does nothing;
    ``conflict`` if there is one."""

    text: str
    conflict: Contradiction | None


def of_hints(locator: Locator, question: Question) -> dict[str, Effect]:
    """The effect of each hint that is on or proposed; a mask that leaves nothing is said, not raised."""
    found = ((hint.id, of_hint(locator, question, number)) for number, hint in enumerate(question.hints))
    return {identity: effect for identity, effect in found if effect is not None}


def of_hint(locator: Locator, question: Question, number: int) -> Effect | None:
    """The effect of hint ``number`` of the question; None for one that is off."""
    hint = question.hints[number]
    if hint.state is HintState.OFF:
        return None
    before, after = question.hints[:number], question.hints[number + 1 :]
    without = replace(question, hints=(*before, *after))
    applied = replace(question, hints=(*before, replace(hint, state=HintState.ON), *after))
    if hint.exclude and isinstance(hint.reach, BORDERLESS):
        return Effect("has no border to exclude by", None)
    try:
        first, second = locator.listed(without), locator.listed(applied)
    except InputError:
        return Effect("excludes every place", None)
    idle = _idle(hint, without, second)
    if idle:
        return Effect(idle, None)
    said = _against(hint, question.prior, first, second)
    conflict = _conflict(hint, said, _shares(first), _shares(second)) if said else None
    return Effect(change(first, second), conflict)


def _idle(hint: Hint, without: Question, ranked: Listed) -> str:
    """Why a hint changes nothing by its nature, '' where it may."""
    match hint.reach:
        case RemarkReach():
            return "is kept, says nothing about places"
        case ClueReach():
            return _nothing_denied(hint.reach.clue, without)
        case ElevationReach() if hint.exclude and not ranked.solution.heights:
            return NEEDED
    solution = ranked.solution
    for group, evidence in zip(solution.groups, solution.evidence, strict=True):
        for number in evidence.unplaceable:
            if group.parts[number].source == hint.id:
                return dict(evidence.lacking).get(number, "fits no place")
    return ""


def _nothing_denied(named: str, without: Question) -> str:
    clue = next((one for one in without.clues if one.id == named), None)
    if clue is None:
        return f"there is no clue {named} here"
    off = frozenset(one.source for one in without.settings if not one.on or one.weight <= 0.0)
    return "" if counts(clue, off) and named not in denied(without) else f"{named} does not count anyway"


def leading(ranking: Listed) -> list[Candidate]:
    """The first five candidates that the ranking itself names."""
    named = (c for c in ranking.candidates if c.status is not Status.REJECTED and c.probability > 0.0)
    return list(islice(named, LEADING))


def change(before: Listed, after: Listed) -> str:
    """How many of the leading candidates rise and fall; newcomers rise, those that leave fall."""
    old, new = leading(before), leading(after)
    up = down = 0
    matched: set[int] = set()
    for place, candidate in enumerate(new):
        former = _match(candidate, old, matched)
        if former is None or place < former:
            up += 1
        elif place > former:
            down += 1
        if former is not None:
            matched.add(former)
    down += len(old) - len(matched)
    return " ".join(part for part in (f"▲{up}" if up else "", f"▼{down}" if down else "") if part) or "="


def _match(candidate: Candidate, old: list[Candidate], taken: set[int]) -> int | None:
    """The number of the same place in ``old``: the same id, else the nearest within 25 km."""
    for number, other in enumerate(old):
        if number not in taken and other.id == candidate.id:
            return number
    near = [
        (km, number)
        for number, other in enumerate(old)
        if number not in taken and (km := _km(candidate, other)) <= LIST_KM
    ]
    return min(near)[1] if near else None


def _km(first: Candidate, second: Candidate) -> float:
    return float(distances(unit(first.lat, first.lon)[None, :], unit(second.lat, second.lon))[0])


def in_favour(candidate: Candidate) -> float:
    """Nats that the evidence adds to the prior."""
    return sum(c.log_likelihood for c in candidate.contributions if c.source != "prior")


def _against(hint: Hint, prior: str, without: Listed, ranked: Listed) -> str:
    """How a hint speaks against what the rest of the evidence says, or '' (docs/decisions/0007).

    Without the hint the leading candidate has at least 1 nat in favour, and the hint masks it, contributes
    less than -0.69 nat at it, or overturns it: another place leads that the hint prefers by 0.69 nat and
    over which the rest of the evidence prefers the former one by 1 nat.
    """
    leaders = [*leading(without)[:1], *leading(ranked)[:1]]
    if not leaders or in_favour(leaders[0]) < FAVOUR_NATS:
        return ""
    solution = ranked.solution
    places = solution.posterior.places
    at = [int(np.argmax(cosines(places.xyz, unit(c.lat, c.lon)))) for c in leaders]
    if hint.exclude:
        return "excludes it" if solution.posterior.masked[at[0]] else ""
    if isinstance(hint.reach, ClueReach):
        return _denies(hint.reach.clue, leaders[0])
    shares = cards.contributions(solution, prior, at)
    mine = _of(hint, without)
    own = [sum(c.log_likelihood for c in parts if mine(c)) for parts in shares]
    rest = [sum(c.log_likelihood for c in parts if c.source != "prior" and not mine(c)) for parts in shares]
    if own[0] < AGAINST_NATS:
        return f"speaks against it with {own[0]:+.2f} nats"
    if len(leaders) < 2 or _km(*leaders) <= LIST_KM:
        return ""
    if own[0] - own[1] < AGAINST_NATS and rest[0] - rest[1] >= FAVOUR_NATS:
        return (
            f"prefers {leaders[1].label} by {own[1] - own[0]:.2f} nats, "
            f"the rest of the evidence {leaders[0].label} by {rest[0] - rest[1]:.2f}"
        )
    return ""


def _denies(clue: str, leader: Candidate) -> str:
    """How setting a clue aside goes against what it says at the place that leads with it."""
    spoke = sum(c.log_likelihood for c in leader.contributions if c.source == clue)
    if spoke <= -AGAINST_NATS:
        return ""
    rest = in_favour(leader) - spoke
    return f"sets {clue} aside, which speaks for it with {spoke:+.2f} nats, the rest with {rest:+.2f}"


def _of(hint: Hint, without: Listed) -> Callable[[Contribution], bool]:
    """Which contributions a hint makes: its own, or all that come only through it when it is a link."""
    if not isinstance(hint.reach, LinkReach):
        return lambda c: c.source == hint.id
    there = {(part.source, part.text) for group in without.solution.groups for part in group.parts}
    there |= {(one.source, one.text) for one in without.solution.seen}

    def through(c: Contribution) -> bool:
        return c.source != "prior" and not any(
            c.source == source and c.text.startswith(text) for source, text in there
        )

    return through


def _shares(ranked: Listed) -> tuple[tuple[str, float], ...]:
    """The leading candidates with the probability within 25 km of each, so that they can be compared.

    The first is the one that leads, the others follow by their share.
    """
    places = ranked.solution.posterior.places
    found = [(c.label, mass_round(places, ranked.mass, c.lat, c.lon, (LIST_KM,))[0]) for c in leading(ranked)]
    return (*found[:1], *sorted(found[1:], key=lambda row: -row[1]))


def _conflict(
    hint: Hint, said: str, without: tuple[tuple[str, float], ...], applied: tuple[tuple[str, float], ...]
) -> Contradiction:
    (top, share), now = without[0], applied[:1]
    result = f"{now[0][0]} leads with {now[0][1]:.2f}" if now else "nothing leads"
    return Contradiction(
        f"Without {hint.id} ({hint.reading or hint.text}) {top} leads with {share:.2f} within "
        f"{LIST_KM:.0f} km; {hint.id} {said}. With it {result}.",
        "without " + hint.id,
        "with " + hint.id,
        without,
        applied,
    )
