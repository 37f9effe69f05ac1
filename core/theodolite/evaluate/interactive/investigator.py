"""The simulated investigator: how often wrong, how sure, and what is said next.

Every turn has a seed of its own, from the seed of the run, the image and the turn alone. Rates and
investigators share it, so that they differ in nothing but what is studied: a hint that is wrong at one rate
is wrong at every greater one. Given the ranking that is looked at, the seed says the hint again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from theodolite.domain import Strength
from theodolite.evaluate.interactive import areas, points
from theodolite.evaluate.interactive.said import KINDS, WRONG, Kind, Quality, Said, Scene

Manner = Literal["calibrated", "overconfident"]
MANNERS: tuple[Manner, ...] = ("calibrated", "overconfident")
RATES = (0.0, 0.1, 0.2, 0.3, 0.5)
#: What a hint is that is not wrong.
TRUE: tuple[tuple[Quality, float], ...] = (("right", 0.70), ("vague", 0.25), ("irrelevant", 0.05))
STRENGTHS = (Strength.CERTAIN, Strength.LIKELY, Strength.WEAK)
#: P(certain, likely, weak) of a calibrated investigator, who feels when unsure. Vague and irrelevant hints
#: are true, and said as true ones are.
SURE_IF_TRUE, SURE_IF_WRONG = (0.6, 0.3, 0.1), (0.1, 0.4, 0.5)

Maker = Callable[[Scene, Quality, np.random.Generator], Said | None]
MAKERS: Mapping[Kind, Maker] = {
    "in-country": areas.in_country,
    "not-country": areas.not_country,
    "in-admin1": areas.in_admin1,
    "near-25": points.near_25,
    "near-200": points.near_200,
    "language": areas.language,
    "driving": areas.driving,
    "coast": points.coast,
    "direction": points.direction,
    "none-of-these": points.none_of_these,
    "clue-correction": points.clue_correction,
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A hint with its strength, and the seed that it was drawn with."""

    said: Said
    strength: Strength
    seed: int


def seed_of(seed: int, image: str, turn: int) -> int:
    """Seed of the hint of one turn: 63 bits."""
    digest = hashlib.sha256(f"hint {seed} {turn} {image}".encode("utf-8", "backslashreplace")).digest()
    return int.from_bytes(digest[:8]) >> 1


def draw(
    scene: Scene,
    seed: int,
    rate: float,
    manner: Manner,
    before: Sequence[Said] = (),
    kinds: Sequence[Kind] = KINDS,
) -> Drawn | None:
    """What is said next; None where nothing of the drawn quality can be said of this image any more.

    Quality first, then a kind uniformly among those that such a hint can be made of here, then the words,
    and the strength apart from both. What was said ``before`` is not said again.
    """
    quality = _quality(np.random.default_rng([seed, 1]), rate)
    order = np.random.default_rng([seed, 2]).permutation(len(kinds))
    known = {(one.reach, one.exclude) for one in before}
    for index in order:
        kind = kinds[int(index)]
        said = MAKERS[kind](scene, quality, np.random.default_rng([seed, 3, KINDS.index(kind)]))
        if said is not None and (said.reach, said.exclude) not in known:
            return Drawn(said, _strength(np.random.default_rng([seed, 4]), manner, said.wrong), seed)
    return None


def _quality(rng: np.random.Generator, rate: float) -> Quality:
    """Wrong splits into thirds."""
    first, second = rng.random(2)
    if first < rate:
        return WRONG[int(second * len(WRONG))]
    at = 0.0
    for quality, share in TRUE:
        at += share
        if second < at:
            return quality
    return TRUE[-1][0]


def _strength(rng: np.random.Generator, manner: Manner, wrong: bool) -> Strength:
    value = rng.random()
    if manner == "overconfident":
        return Strength.CERTAIN
    shares = np.cumsum(SURE_IF_WRONG if wrong else SURE_IF_TRUE)
    return STRENGTHS[min(int(np.searchsorted(shares, value, side="right")), 2)]
