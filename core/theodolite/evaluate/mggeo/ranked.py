"""What the posterior says of one image, with and without hints: the numbers that a dialogue may use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from theodolite.domain import (
    AnswerLevel,
    Candidate,
    Clue,
    Contradiction,
    Hint,
    HintState,
    Reach,
    ReferenceSearch,
)
from theodolite.evaluate.mggeo.saying import Fit, Said
from theodolite.locate import effects
from theodolite.locate.posterior import UNPLACEABLE
from theodolite.locate.question import Question
from theodolite.locate.rank import Locator
from theodolite.locate.sphere import cosines, unit


@dataclass(frozen=True, slots=True)
class State:
    """One answer. ``countries``: ISO alpha-2 -> probability, of all; ``scores``: hash of every score."""

    countries: Mapping[str, float]
    first: Candidate | None
    level: AnswerLevel
    contradictions: tuple[Contradiction, ...]
    scores: str

    def ordered(self, count: int) -> list[tuple[str, float]]:
        """The likeliest countries, at most ``count``."""
        ranked = sorted(self.countries.items(), key=lambda item: (-item[1], item[0]))
        return [(code, share) for code, share in ranked if share > 0][:count]

    @property
    def top(self) -> str:
        return self.ordered(1)[0][0]


class Posterior:
    """The ranking of one image, asked again for every list of hints."""

    def __init__(
        self, locator: Locator, clues: Sequence[Clue], searches: Sequence[ReferenceSearch], exhibit: str
    ) -> None:
        self._locator = locator
        self._asked = Question(tuple(clues), (), (), (), tuple(searches), "mixed", (exhibit,))

    def after(self, hints: Sequence[Hint]) -> State:
        """With these hints on."""
        question = self._question(hints)
        ranking = self._locator.answer(question)
        posterior = self._locator.listed(question).solution.posterior
        mass = posterior.country_mass.tolist()
        return State(
            dict(zip(posterior.places.support.countries, mass, strict=True)),
            next((one for one in ranking.candidates if one.probability > 0.0), None),
            ranking.level,
            ranking.contradictions,
            ranking.scores_sha256,
        )

    def conflict(self, hints: Sequence[Hint]) -> Contradiction | None:
        """How the last of ``hints`` fights the rest of the evidence, None when it does not."""
        effect = effects.of_hint(self._locator, self._question(hints), len(hints) - 1)
        return None if effect is None else effect.conflict

    def fit(self, hints: Sequence[Hint]) -> Fit:
        """How well a reach fits the place that leads with ``hints``: K there over its mean under the prior.

        0 where nothing leads; 1, which says nothing, for a reach that fits no place.
        """
        listed = self._locator.listed(self._question(hints))
        first, places = next(iter(effects.leading(listed)), None), listed.solution.posterior.places

        def of(reach: Reach) -> float:
            if first is None:
                return 0.0
            kernel = self._locator.kernel(places, reach).dense(places.zone)
            mean = float((places.pi * kernel).sum())
            at = int(np.argmax(cosines(places.xyz, unit(first.lat, first.lon))))
            return float(kernel[at]) / mean if mean >= UNPLACEABLE else 1.0

        return of

    def _question(self, hints: Sequence[Hint]) -> Question:
        asked = self._asked
        return Question(asked.clues, tuple(hints), (), (), asked.searches, asked.prior, asked.exhibits)


def prior(locator: Locator) -> dict[str, float]:
    """The share of each country before any evidence."""
    return dict(Posterior(locator, (), (), "E1").after(()).countries)


def hint(said: Said, number: int) -> Hint:
    return Hint(
        id=f"H{number}",
        text=said.text,
        reading=said.reading,
        reach=said.reach,
        strength=said.strength,
        state=HintState.ON,
        created_utc="",
    )
