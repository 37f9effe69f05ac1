"""The candidates of a ranking: listed, named, explained, and what persons said of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from theodolite.domain import Candidate, Contribution, Status, Verdict
from theodolite.locate.answers import extent
from theodolite.locate.candidates import at
from theodolite.locate.listing import Masses, listed
from theodolite.locate.masks import current
from theodolite.locate.pixels import ANSWERS
from theodolite.locate.places import LIST_KM, Q, place_label
from theodolite.locate.sphere import F8, chord, cos_of, cosines, distances, unit

if TYPE_CHECKING:
    from theodolite.locate.question import Question
    from theodolite.locate.rank import Solution

LIMIT = 10
LEAST_MASS = 0.001
LABEL_KM = 50.0
PRIOR_TEXT = {
    "mixed": "How often photographs come from here (photographs, people, land)",
    "photo": "How often photographs come from here",
    "population": "How many people live here",
    "land": "Equal for all land",
}


def candidates(solution: Solution, question: Question, mass: Masses) -> tuple[Candidate, ...]:
    """At most ten places, then the pins not among them, then the rejected ones; ranks count through.

    Without any evidence nothing is listed but pins and rejected places: a prior is not an answer.
    """
    posterior = solution.posterior
    places, n = posterior.places, len(posterior.places.support)
    order: list[int] = []
    if solution.looks or any(one.whole is not None for one in solution.evidence):
        picks = listed(places, solution.near, mass, limit=LIMIT, least=LEAST_MASS)
        order = [pick.place for pick in picks]
    pinned = {at(p.lat, p.lon) for p in question.pins}
    for number, candidate in enumerate(solution.explicit):
        place = n + number
        is_pin = (candidate.lat, candidate.lon) in pinned
        if is_pin and place not in order and not posterior.masked[place]:
            order.append(place)
    shares = contributions(solution, question.prior, order)
    cards = [
        _card(solution, mass, place, rank, share)
        for rank, (place, share) in enumerate(zip(order, shares, strict=True), start=1)
    ]
    said = current(question.verdicts)
    cards = _with_verdicts(cards, [v for v in said if v.status is not Status.REJECTED])
    for verdict in said:
        if verdict.status is Status.REJECTED:
            cards.append(_rejected(solution, question, verdict, len(cards) + 1))
    return tuple(cards)


def identity(lat: float, lon: float) -> str:
    """The id of the candidate at a position: the position, so that it is the same in every ranking."""
    return f"{lat:.5f},{lon:.5f}"


def score(solution: Solution, place: int) -> int:
    return int(solution.posterior.score[place])


def label(solution: Solution, place: int) -> str:
    """What a place is called: an explicit candidate keeps its own name, 'Arezzo, Tuscany (GPS of E2)'
    where that does not name a place."""
    support, n = solution.posterior.places.support, len(solution.posterior.places.support)
    if place < n:
        return support.label(place)
    explicit = solution.explicit[place - n]
    if explicit.label and explicit.named:
        return explicit.label
    around = nearby(solution, explicit.lat, explicit.lon)
    return f"{around} ({explicit.label})" if explicit.label else around


def nearby(solution: Solution, lat: float, lon: float) -> str:
    """Name and region of the nearest place of the support within 50 km, else coordinates."""
    support = solution.posterior.places.support
    km, nearest = support.tree.query(unit(lat, lon))
    if km > float(chord(LABEL_KM)):
        return place_label("", "", "", lat, lon)
    return support.label(int(nearest))


def _card(
    solution: Solution, mass: Masses, place: int, rank: int, shares: tuple[Contribution, ...]
) -> Candidate:
    places = solution.posterior.places
    lat, lon = places.position(place)
    probability, radius = extent(solution.posterior, mass, lat, lon)
    zone = int(places.zone[place])
    return Candidate(
        id=identity(lat, lon),
        rank=rank,
        lat=lat,
        lon=lon,
        label=label(solution, place),
        country=places.support.countries[int(places.support.zone_country[zone])],
        probability=probability,
        radius_km=radius,
        score=score(solution, place) / Q,
        contributions=shares,
        explicit=place >= len(places.support),
    )


def contributions(solution: Solution, prior: str, where: Sequence[int]) -> list[tuple[Contribution, ...]]:
    """For each place the prior and each part of each group, in whole 2^-20: their sum is the score."""
    places, at = solution.posterior.places, np.array(where, dtype=np.int64)
    zones = places.zone[at]
    rows: list[tuple[str, str, list[int]]] = [("prior", PRIOR_TEXT[prior], places.q0[at].tolist())]
    for group, evidence in zip(solution.groups, solution.evidence, strict=True):
        shares = evidence.contributions(at, zones).tolist()
        for number, (part, q) in enumerate(zip(group.parts, shares, strict=True)):
            note = ""
            if number in evidence.unplaceable:
                note = f" ({dict(evidence.lacking).get(number, 'fits no place')}: says nothing)"
            elif number in evidence.aside:
                note = " (contradicts the rest of its source: set aside)"
            elif part.implied:
                note = " (implied by the rest of its line)"
            rows.append((part.source, part.text + note, q))
    for seen, look in zip(solution.seen, solution.looks, strict=True):
        rows.append((seen.source, seen.text, look.at(at, zones).tolist()))
    for said in solution.left_out:
        rows.append((ANSWERS, said, [0] * len(at)))
    return [
        tuple(Contribution(source, text, q[number] / Q) for source, text, q in rows)
        for number in range(len(where))
    ]


def _with_verdicts(cards: list[Candidate], verdicts: list[Verdict]) -> list[Candidate]:
    """Each verdict attaches to the nearest listed candidate within 25 km."""
    for verdict in verdicts:
        if not cards:
            break
        km = distances(unit(*_columns(cards)), unit(verdict.lat, verdict.lon))
        nearest = int(np.argmin(km))
        if km[nearest] <= LIST_KM:
            cards[nearest] = replace(cards[nearest], status=verdict.status, reason=verdict.reason)
    return cards


def _columns(cards: list[Candidate]) -> tuple[F8, F8]:
    return np.array([c.lat for c in cards]), np.array([c.lon for c in cards])


def _rejected(solution: Solution, question: Question, verdict: Verdict, rank: int) -> Candidate:
    """A rejected place stays listed, with its score and no probability.

    It is explained at the explicit candidate nearest to it within 25 km, else at the nearest place.
    """
    places, n = solution.posterior.places, len(solution.posterior.places.support)
    here = unit(verdict.lat, verdict.lon)
    cosine = cosines(places.xyz, here)
    explicit = cosine[n:]
    if len(explicit) and float(explicit.max()) >= float(cos_of(LIST_KM)):
        place = n + int(np.argmax(explicit))
    else:
        place = int(np.argmax(cosine))
    zone = int(places.zone[place])
    return Candidate(
        id=identity(verdict.lat, verdict.lon),
        rank=rank,
        lat=verdict.lat,
        lon=verdict.lon,
        label=verdict.label or nearby(solution, verdict.lat, verdict.lon),
        country=places.support.countries[int(places.support.zone_country[zone])],
        probability=0.0,
        radius_km=LIST_KM,
        score=score(solution, place) / Q,
        contributions=contributions(solution, question.prior, [place])[0],
        status=Status.REJECTED,
        reason=verdict.reason,
        explicit=place >= n,
    )
