"""What a hint does to the ranking, and when it conflicts with the rest of the evidence."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from theodolite.domain import Candidate, Contradiction, Hint, HintState, Ranking, Status
from theodolite.errors import InputError
from theodolite.locate import cards
from theodolite.locate.places import LIST_KM
from theodolite.locate.sphere import cosines, distances, unit

if TYPE_CHECKING:
    from theodolite.locate.rank import Locator, Question

LEADING = 5
FAVOUR_NATS = 1.0
AGAINST_NATS = -0.69


class Effect(NamedTuple):
    """``text``: '▲2 ▼1' (how many leading candidates rise and fall) or '='; ``conflict`` if there is one."""

    text: str
    conflict: Contradiction | None


def of_hints(locator: Locator, question: Question) -> dict[str, Effect]:
    """The effect of each hint that is on or proposed; a mask that leaves nothing is said, not raised."""
    found: dict[str, Effect] = {}
    for number, hint in enumerate(question.hints):
        if hint.state is HintState.OFF:
            continue
        before, after = question.hints[:number], question.hints[number + 1 :]
        without = replace(question, hints=(*before, *after))
        applied = replace(question, hints=(*before, replace(hint, state=HintState.ON), *after))
        try:
            first, second = locator.answer(without), locator.answer(applied)
        except InputError:
            found[hint.id] = Effect("excludes every place", None)
            continue
        against = _at(locator, applied, hint, first)
        found[hint.id] = Effect(change(first, second), conflict(hint, first, second, against))
    return found


def leading(ranking: Ranking) -> list[Candidate]:
    """The first five candidates that the ranking itself names."""
    named = (c for c in ranking.candidates if c.status is not Status.REJECTED and c.probability > 0.0)
    return list(islice(named, LEADING))


def change(before: Ranking, after: Ranking) -> str:
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


def conflict(hint: Hint, without: Ranking, applied: Ranking, against: float | None) -> Contradiction | None:
    """A hint that speaks clearly against what the rest of the evidence says.

    Without the hint the leading candidate has at least 1 nat in favour, and the hint contributes
    ``against`` < -0.69 nat at it (None: it masks that place).
    """
    first = leading(without)
    if not first:
        return None
    top = first[0]
    favour = in_favour(top)
    if favour < FAVOUR_NATS or (against is not None and against >= AGAINST_NATS):
        return None
    said = "excludes it" if against is None else f"speaks against it with {against:+.2f} nats"
    now = leading(applied)
    result = f"{now[0].label} leads with {now[0].probability:.2f}" if now else "nothing leads"
    return Contradiction(
        f"Without {hint.id} ({hint.reading or hint.text}) {top.label} leads with {top.probability:.2f} "
        f"({favour:+.2f} nats from the evidence); {hint.id} {said}. With it {result}.",
        "without " + hint.id,
        "with " + hint.id,
        tuple((c.label, c.probability) for c in first),
        tuple((c.label, c.probability) for c in now),
    )


def in_favour(candidate: Candidate) -> float:
    """Nats that the evidence adds to the prior."""
    return sum(c.log_likelihood for c in candidate.contributions if c.source != "prior")


def _at(locator: Locator, applied: Question, hint: Hint, without: Ranking) -> float | None:
    """What the hint contributes at the leading candidate of ``without``; None where it masks it."""
    first = leading(without)
    if not first:
        return 0.0
    solution = locator.solve(applied)
    places = solution.posterior.places
    place = int(np.argmax(cosines(places.xyz, unit(first[0].lat, first[0].lon))))
    if hint.exclude:
        return None if solution.posterior.masked[place] else 0.0
    shares = cards.contributions(solution, applied.prior, [place])[0]
    return sum(c.log_likelihood for c in shares if c.source == hint.id)
