"""What can be evaluated: a registered strategy, or anything that answers with a Ranking."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from theodolite.domain import Ranking
from theodolite.domain.strategy import StrategyAnswer
from theodolite.evaluate.lists import Item
from theodolite.jobs import Job
from theodolite.locate.strategies.signature import Asked, Strategy, Tools

SEED = 7


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a strategy says about one image: its best point (NaN: none) and whether it stands by it.

    ``countries``: stated probabilities, empty for strategies that state none.
    """

    lat: float = math.nan
    lon: float = math.nan
    score: float = math.nan
    measure: str = ""
    origin: str = ""
    abstained: str = ""
    countries: tuple[tuple[str, float], ...] = ()


class Subject(Protocol):
    """What is evaluated. ``name`` is its row in every table; ``settings`` go into the header of the run."""

    @property
    def name(self) -> str: ...

    @property
    def settings(self) -> Mapping[str, str]: ...

    def missing(self) -> tuple[str, ...]:
        """What it lacks to run, each a sentence."""
        ...

    def ask(self, item: Item, exclude: tuple[str, ...]) -> Job[Outcome]:
        """Raises the errors of its parts."""
        ...


@dataclass(frozen=True, slots=True)
class OfStrategy:
    """A registered strategy with its settings, over ``indexes``."""

    strategy: Strategy
    tools: Tools
    indexes: tuple[str, ...] = ()
    settings: Mapping[str, str] = field(default_factory=dict)
    label: str = ""
    seed: int = SEED

    @property
    def name(self) -> str:
        return self.label or self.strategy.name

    def missing(self) -> tuple[str, ...]:
        return self.strategy.missing(self.tools, self.indexes)

    def ask(self, item: Item, exclude: tuple[str, ...]) -> Job[Outcome]:
        asked = Asked("E1", item.path, self.indexes, exclude, self._seed(item), self.settings)
        answer: StrategyAnswer = yield from self.strategy.run(asked, self.tools)
        return of_answer(answer)

    def _seed(self, item: Item) -> int:
        """Another one for each image: where a prompt shows nothing of the image, the same draw for all would
        make answers that are no independent trials."""
        return int.from_bytes(hashlib.sha256(f"{self.seed} {item.name}".encode()).digest()[:4]) >> 1


def of_answer(answer: StrategyAnswer) -> Outcome:
    """The first guess, with stated probabilities of countries where a ranking comes along.

    Without a guess a strategy does not know, whether it says so or not.
    """
    if answer.ranking is not None:
        return of_ranking(answer.ranking)
    if not answer.guesses:
        return Outcome(measure=answer.measure, abstained=answer.unknown or "no guess")
    best = answer.guesses[0]
    return Outcome(best.lat, best.lon, best.score, answer.measure, best.origin, answer.unknown)


def of_ranking(ranking: Ranking) -> Outcome:
    """The first candidate, with the stated probabilities of countries."""
    said = "says that it does not know" if ranking.abstained else ""
    if not ranking.candidates:
        return Outcome(abstained=said or "no candidate", countries=ranking.countries)
    best = ranking.candidates[0]
    measure = f"probability within {best.radius_km:g} km"
    return Outcome(best.lat, best.lon, best.probability, measure, best.label, said, ranking.countries)
