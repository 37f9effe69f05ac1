"""G3's procedure on a planted world, whole and with one part left out, by the product's own functions.

What is simulated is the language model alone: which text comes back for a prompt. The prompts, the reading
of the answers, the pool of candidates and their verification are what the ``g3`` strategy runs.

The ablations are the strategy's: without alignment, references are retrieved by the encoder's vector alone
and verification stays; without diversification there is one prompt with ten references, one answer and one
retrieved reference; without verification one valid candidate is drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tests.planted.answerers import Draws, answers
from tests.planted.trained import Trained
from tests.planted.world import F8, I8
from theodolite.assistant.diversify import understood
from theodolite.assistant.prompts_g3 import Prompt, diversified
from theodolite.domain import Guess, Spoken
from theodolite.evaluate.metrics import error_km
from theodolite.geo.geodesy import from_xyz, to_xyz
from theodolite.locate.strategies import choosing
from theodolite.locate.strategies.g3 import Setup, setup

#: The strategy's own set-ups, by what is left out.
PROCEDURES = {
    "full": setup({}),
    "w/o A": setup({"ablate": "geo-a"}),
    "w/o D": setup({"ablate": "geo-d"}),
    "w/o V": setup({"ablate": "geo-v"}),
}
_DRAWN = PROCEDURES["full"].rungs


def aligned(how: Setup) -> bool:
    """Whether references are retrieved in G3's layout, or by the encoder's vector alone."""
    return "geo-a" not in how.ablate


@dataclass(frozen=True, slots=True)
class Outcome:
    """For each photograph [n]: ``km`` from the chosen point to the truth and ``nearest_km`` from the best
    point that stood in its pool, infinite where the pool is empty; ``invalid``: answers dropped, of
    ``answers``."""

    km: F8
    nearest_km: F8
    invalid: int
    answers: int


def run(trained: Trained, draws: Draws, how: Setup, similar: I8, dissimilar: I8) -> Outcome:
    """The procedure for every photograph asked about.

    ``similar``, ``dissimilar`` [n, 15]: rows of the references, the most and the least similar first.
    """
    known, asked = trained.world.known, trained.world.asked
    spoken = _spoken(draws, how, _prompts(trained, how, similar, dissimilar))
    pools = []
    for said, row in zip(spoken, similar, strict=True):
        own = [(f"{r}", float(known.lat[r]), float(known.lon[r])) for r in row[: how.retrieved]]
        pools.append(choosing.pool(said, own))
    guesses = _verified(trained, pools) if "geo-v" not in how.ablate else _any(trained, draws, pools)
    sizes = [len(pool) for pool in pools]
    flat = np.array([(one.lat, one.lon) for ordered in guesses for one in ordered]).reshape(-1, 2)
    km = error_km(flat[:, 0], flat[:, 1], np.repeat(asked.lat, sizes), np.repeat(asked.lon, sizes))
    parts = np.split(km, np.cumsum(sizes)[:-1])
    return Outcome(
        km=np.array([part[0] if len(part) else np.inf for part in parts]),
        nearest_km=np.array([part.min() if len(part) else np.inf for part in parts]),
        invalid=sum(bool(one.invalid) for said in spoken for one in said),
        answers=sum(map(len, spoken)),
    )


def _prompts(trained: Trained, how: Setup, similar: I8, dissimilar: I8) -> list[tuple[Prompt, ...]]:
    known = trained.world.known
    points = list(zip(known.lat.tolist(), known.lon.tolist(), strict=True))
    return [
        diversified([points[r] for r in near], [points[r] for r in far], how.rungs, sees=True)
        for near, far in zip(similar, dissimilar, strict=True)
    ]


def _spoken(draws: Draws, how: Setup, prompts: Sequence[tuple[Prompt, ...]]) -> list[tuple[Spoken, ...]]:
    """What the answerer writes to each prompt of each photograph, read as the product reads it."""
    said: list[list[Spoken]] = [[] for _ in prompts]
    for place, rung in enumerate(how.rungs):
        asked = [of_one[place] for of_one in prompts]
        shown = [[point for kind, *point in one.references if kind == "similar"] for one in asked]
        listed = np.array(shown, dtype=np.float64).reshape(len(asked), -1, 2)
        lat, lon = from_xyz(answers(draws, _DRAWN.index(rung), to_xyz(listed[..., 0], listed[..., 1])))
        for one, prompt, lats, lons in zip(said, asked, lat.tolist(), lon.tolist(), strict=True):
            for number in range(how.answers):
                text = _text(lats[number], lons[number])
                one.append(understood(prompt, number + 1, text, 0, cut=False))
    return [tuple(one) for one in said]


def _text(lat: float, lon: float) -> str:
    """An answer as a model writes it; an invalid one has swapped the two."""
    if np.isnan(lat):
        return '{"latitude": 139.7, "longitude": 35.7}'
    return f'{{"latitude": {lat:.6f}, "longitude": {lon:.6f}}}'


def _verified(trained: Trained, pools: Sequence[Sequence[choosing.Pooled]]) -> list[tuple[Guess, ...]]:
    flat = np.array([(one.lat, one.lon) for pool in pools for one in pool])
    of_place = trained.places(flat[:, 0], flat[:, 1])
    ends = np.cumsum([len(pool) for pool in pools])
    return [
        choosing.verified(pool, seen, of_place[end - len(pool) : end])
        for pool, seen, end in zip(pools, trained.asked_gps, ends, strict=True)
    ]


def _any(
    trained: Trained, draws: Draws, pools: Sequence[Sequence[choosing.Pooled]]
) -> list[tuple[Guess, ...]]:
    first = [trained.world.seed, ord(draws.answerer.name)]
    seeds = np.random.default_rng(first).integers(2**63 - 1, size=len(pools))
    return [choosing.any_of(pool, int(seed)) for pool, seed in zip(pools, seeds, strict=True)]
