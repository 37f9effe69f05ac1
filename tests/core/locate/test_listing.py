"""The candidate list with pruning is the list without it."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.core.locate.worlds import random_evidence, world
from theodolite.domain import Pin
from theodolite.locate import Locator
from theodolite.locate.candidates import Places
from theodolite.locate.listing import UNIT, Pick, listed, masses, represent
from theodolite.locate.places import LIST_KM, Support
from theodolite.locate.question import ask
from theodolite.locate.sphere import F8, cos_of

WORLDS = [world(1, 240), world(2, 400, spread=0.3), world(3, 12), world(4, 150, spread=6.0)]


def by_hand(places: Places, probability: F8, limit: int, least: float) -> list[Pick]:
    """Every place against every other."""
    reach = np.maximum(places.sd_km, LIST_KM)
    near = places.xyz @ places.xyz.T >= cos_of(reach)[:, None]
    round_25 = places.xyz @ places.xyz.T >= float(cos_of(LIST_KM))
    left, found = np.rint(probability * UNIT), []
    while len(found) < limit:
        mass = np.where(left > 0, near.astype(float) @ left, 0.0)
        centre = int(np.argmax(mass))
        if mass[centre] <= 0 or mass[centre] < least * UNIT:
            break
        place = represent(places, np.flatnonzero(near[centre] & (left > 0)), left)
        found.append(Pick(place, float(mass[centre]) / UNIT))
        left[round_25[place]] = 0.0
        left[[place, centre]] = 0.0
    return found


@given(st.integers(0, 2**32 - 1), st.sampled_from(WORLDS), st.sampled_from([0.0, 0.001, 0.05]))
def test_pruning_changes_nothing(seed: int, support: Support, least: float) -> None:
    rng = np.random.default_rng(seed)
    clues, hints, searches = random_evidence(rng, support, int(rng.integers(0, 8)))
    pins = [
        Pin(f"K{i}", "", float(support.lat[p]) + 0.05, float(support.lon[p]), float(r), "", "")
        for i, (p, r) in enumerate(
            zip(rng.integers(len(support), size=6), rng.choice([0.1, 20.0, 300.0], 6), strict=True)
        )
    ]
    solution = Locator(support).solve(ask(clues=clues, hints=hints, pins=pins, searches=searches))
    places, probability = solution.posterior.places, solution.posterior.probability
    if rng.random() < 0.3:  # a posterior no source would give, with many places at nothing
        probability = np.where(rng.random(len(places)) < 0.6, 0.0, rng.pareto(1.0, len(places)))
        probability = probability / max(probability.sum(), 1e-300)
    limit = int(rng.integers(1, 40))
    assert listed(places, solution.near, masses(places, probability), limit=limit, least=least) == by_hand(
        places, probability, limit, least
    )


def test_cells_bound_what_they_must() -> None:
    """Every place within reach of a member lies in a cell that is named as near."""
    for support in WORLDS:
        cells, n = support.cells, len(support)
        assert cells.start[0] == 0
        assert cells.start[-1] == n
        reach = np.maximum(support.sd_km, LIST_KM)
        first, second = np.nonzero(support.xyz @ support.xyz.T >= cos_of(reach)[:, None])
        owner = np.repeat(np.arange(len(cells.centre)), np.diff(cells.near_start))
        named = set(zip(owner.tolist(), cells.near.tolist(), strict=True))
        needed = set(zip(cells.of_place[first].tolist(), cells.of_place[second].tolist(), strict=True))
        assert needed <= named
