"""What a person says in a dialogue: hints of five kinds, read by the same parser that reads them in a case.

- *right*: true, and as narrow as the data allow: country, region, nearest town, language or driving side.
- *vague*: true at a wider grain: subregion or continent.
- *irrelevant*: true of nearly every place: not in a country that holds a small share of the prior.
- *wrong*: a false country, next door or on another continent.
- *misleading*: the false country that the ranking favours most at that moment, said without doubt.

Every hint is checked against the coordinates (:mod:`truth`) before it is used: right, vague and irrelevant
ones must hold, wrong and misleading ones must not. A false one must also fight the ranking: borders are soft,
and "in Vatican City" fits a place in the middle of Rome. What the parser does not read is not said.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from theodolite.assistant import hints
from theodolite.clues.territories import language_name
from theodolite.domain import Reach, Strength
from theodolite.errors import HintNotUnderstood
from theodolite.evaluate.mggeo.truth import Truth, holds
from theodolite.geo import countries
from theodolite.geo.gazetteer import Gazetteer
from theodolite.geo.geodesy import destination, distance_km
from theodolite.geo.world import World

Kind = Literal["right", "vague", "irrelevant", "wrong", "misleading"]
KINDS: tuple[Kind, ...] = ("right", "vague", "irrelevant", "wrong", "misleading")
TRUE: frozenset[Kind] = frozenset(("right", "vague", "irrelevant"))
#: A country with more of the prior is worth mentioning.
SMALL = 0.02
#: A country is next door when it is met in one of twelve directions at one of these distances.
NEXT_KM = (75.0, 150.0, 300.0)
_TOWN_KM = 25
#: A reach fights a place where its K is less than this share of the mean of K over the prior: then even a
#: weak hint speaks against the place with 0.69 nats.
FIGHTS = 0.001
#: K at the place that leads, in terms of its mean over the prior.
Fit = Callable[[Reach], float]
#: The investigator of the interactive evaluation: surer of what is true.
_STRENGTHS: Mapping[bool, tuple[tuple[Strength, ...], tuple[float, ...]]] = {
    True: (tuple(Strength), (0.6, 0.3, 0.1)),
    False: (tuple(Strength), (0.1, 0.4, 0.5)),
}


@dataclass(frozen=True, slots=True)
class Said:
    """``text``: the person's words; the rest is what the parser read in them. ``holds``: by coordinates."""

    kind: Kind
    text: str
    reading: str
    reach: Reach
    strength: Strength
    holds: bool


class Sayings:
    """Draws hints. ``prior``: ISO alpha-2 -> share of the prior, every country of the ranking."""

    def __init__(self, world: World, gazetteer: Gazetteer, prior: Mapping[str, float]) -> None:
        self._world, self._gazetteer = world, gazetteer
        self._prior = {code: share for code, share in prior.items() if code}
        self._parsed: dict[str, hints.ParsedHint | None] = {}

    def say(
        self,
        kind: Kind,
        truth: Truth,
        now: Mapping[str, float],
        rng: random.Random,
        fit: Fit = lambda _: 0.0,
    ) -> Said | None:
        """A hint of ``kind``; None where the truth allows none.

        ``now``: probability of each country; ``fit``: how well a reach fits the place that leads.
        Takes a country's place for granted: ``truth.country`` must not be ''.
        """
        strength = self._strength(kind, rng)
        for words in self._texts(kind, truth, now, rng):
            text = f"{words}, {strength.value}"
            parsed = self._read(text)
            if parsed is None or holds(parsed.reach, truth) is not (kind in TRUE):
                continue
            if kind in TRUE or fit(parsed.reach) < FIGHTS:
                return Said(kind, text, parsed.reading, parsed.reach, parsed.strength, kind in TRUE)
        return None

    def _texts(self, kind: Kind, truth: Truth, now: Mapping[str, float], rng: random.Random) -> Iterator[str]:
        """Candidates in a drawn order; the first that is read and is of the kind is said."""
        code = truth.country
        if kind == "right":
            yield from _shuffled(list(self._right(truth)), rng)
        elif kind == "vague":
            groups = [name for name in (countries.subregion(code), countries.continent(code)) if name]
            yield from (f"It is in {name}" for name in _shuffled(groups, rng))
        elif kind == "irrelevant":
            small = [other for other, share in self._prior.items() if share <= SMALL and other != code]
            yield from (f"It is not in {countries.name(other)}" for other in _shuffled(sorted(small), rng))
        elif kind == "wrong":
            yield from (f"It is in {countries.name(other)}" for other in self._false(truth, rng))
        else:
            ranked = sorted(now, key=lambda other: (-now[other], other))
            yield from (f"It is in {countries.name(other)}" for other in ranked if other not in ("", code))

    def _right(self, truth: Truth) -> Iterator[str]:
        code = truth.country
        yield f"It is in {countries.name(code)}"
        if truth.region.startswith(f"{code}."):
            yield f"It is in {self._gazetteer.admin1_name(truth.region)}, {countries.name(code)}"
        town = self._gazetteer.nearest(truth.lat, truth.lon)
        if float(distance_km(truth.lat, truth.lon, town.lat, town.lon)) <= _TOWN_KM:
            yield f"It is near {town.name}, {countries.name(code)} within {_TOWN_KM} km"
        official = countries.official_languages(code)
        if official:
            yield f"They speak {language_name(official[0])}"
        side = countries.driving_side(code)
        if side:
            yield f"They drive on the {side}"

    def _false(self, truth: Truth, rng: random.Random) -> Iterator[str]:
        """False countries: half of the time one next door comes first, else one of another continent."""
        others = [other for other in self._prior if other != truth.country]
        here = countries.continent(truth.country)
        if rng.random() < 0.5:
            yield from _shuffled(sorted(self._next_door(truth) & set(others)), rng)
        far = sorted(other for other in others if countries.continent(other) != here)
        weights = [self._prior[other] for other in far]
        for _ in range(8 if sum(weights) > 0 else 0):
            yield rng.choices(far, weights)[0]
        yield from sorted(far, key=lambda other: (-self._prior[other], other))

    def _next_door(self, truth: Truth) -> set[str]:
        """Countries that lie on one of three rings round the place."""
        rings = [
            destination(truth.lat, truth.lon, direction, km)
            for km in NEXT_KM
            for direction in range(0, 360, 30)
        ]
        lat, lon = zip(*rings, strict=True)
        return set(self._world.country_of(lat, lon))

    def _read(self, text: str) -> hints.ParsedHint | None:
        """The one hint in ``text``; None when it is not read, or as an exclusion or several."""
        if text not in self._parsed:
            if len(self._parsed) > 5000:
                self._parsed.clear()
            self._parsed[text] = _parsed(text, self._world, self._gazetteer)
        return self._parsed[text]

    @staticmethod
    def _strength(kind: Kind, rng: random.Random) -> Strength:
        if kind == "misleading":
            return Strength.CERTAIN
        choices, weights = _STRENGTHS[kind in TRUE]
        return rng.choices(choices, weights)[0]


def _parsed(text: str, world: World, gazetteer: Gazetteer) -> hints.ParsedHint | None:
    try:
        found = hints.parse(text, world, gazetteer)
    except HintNotUnderstood:
        return None
    return found[0] if len(found) == 1 and not found[0].exclude else None


def _shuffled(items: list[str], rng: random.Random) -> list[str]:
    return rng.sample(items, len(items))
