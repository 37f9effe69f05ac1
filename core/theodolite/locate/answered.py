"""A published strategy's answer as a Ranking, for the views: points by its own score, no probabilities."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from theodolite.domain import (
    AnswerLevel,
    Candidate,
    Contribution,
    Guess,
    Ranking,
    Status,
    StrategyAnswer,
    Verdict,
)
from theodolite.locate.borders import Borders
from theodolite.locate.cards import LABEL_KM, LIMIT, identity
from theodolite.locate.masks import current
from theodolite.locate.places import LIST_KM, Support, place_label
from theodolite.locate.sphere import chord, distances, unit


def ranking(
    answer: StrategyAnswer, support: Support, world: Borders | None = None, verdicts: Sequence[Verdict] = ()
) -> Ranking:
    """The ten best points, 25 km apart, each with the strategy's score as its one contribution.

    ``level`` is unknown: such a score says how points compare, not how probable any of them is. A person's
    verdict stands at the point nearest to it within 25 km.
    """
    chosen = _apart(answer.guesses)
    said = [(v, unit(v.lat, v.lon)) for v in current(verdicts)]
    cards = []
    for rank, guess in enumerate(chosen, start=1):
        here = unit(guess.lat, guess.lon)
        near = [v for v, there in said if float(distances(here[None, :], there)[0]) <= LIST_KM]
        apart, nearest = support.tree.query(here)
        number = int(nearest)
        known = apart <= float(chord(LABEL_KM))
        cards.append(
            Candidate(
                id=identity(guess.lat, guess.lon),
                rank=rank,
                lat=guess.lat,
                lon=guess.lon,
                label=support.label(number) if known else place_label("", "", "", guess.lat, guess.lon),
                country=_country(guess, support, number, world),
                probability=0.0,
                radius_km=LIST_KM,
                score=guess.score,
                contributions=(
                    Contribution(answer.strategy, f"{answer.measure} ({guess.origin})", guess.score),
                ),
                status=near[-1].status if near else Status.SUGGESTED,
                reason=near[-1].reason if near else "",
                explicit=True,
            )
        )
    return Ranking(
        exhibits=(answer.exhibit,),
        strategy=answer.strategy,
        level=AnswerLevel.UNKNOWN,
        countries=(),
        regions=(),
        candidates=tuple(cards),
        credible=(),
        contradictions=(),
        unplaceable=(),
        prior="",
        support_sha256=support.sha256,
        scores_sha256="",
        information_nats=0.0,
        packs=answer.packs,
        measure=answer.measure,
        note=answer.unknown,
    )


def _apart(guesses: Iterable[Guess]) -> list[Guess]:
    kept: list[Guess] = []
    for guess in guesses:
        here = unit(guess.lat, guess.lon)
        taken = np.array([unit(other.lat, other.lon) for other in kept]).reshape(-1, 3)
        if len(kept) == LIMIT:
            break
        if not len(kept) or float(distances(taken, here).min()) > LIST_KM:
            kept.append(guess)
    return kept


def _country(guess: Guess, support: Support, nearest: int, world: Borders | None) -> str:
    if world is not None:
        (code,) = world.country_of([guess.lat], [guess.lon])
        if code in support.country_index:
            return str(code)
    return str(support.countries[int(support.country[nearest])])
