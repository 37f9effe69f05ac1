"""The property tests of posterior.md, on small random worlds."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.core.locate.worlds import (
    COUNTRIES,
    clue,
    hint,
    random_evidence,
    search,
    world,
)
from theodolite.domain import AreaReach, Pin, PointReach, Strength
from theodolite.locate import Locator
from theodolite.locate.places import Q
from theodolite.locate.question import ask
from theodolite.locate.rank import Solution

SOFT, HARD = world(11, hard=False), world(12, hard=True)
seeds = st.integers(0, 2**32 - 1)
counts = st.integers(0, 12)


def solved(
    locator: Locator, clues=(), hints=(), searches=(), pins=(), verdicts=(), prior="mixed"
) -> Solution:
    return locator.solve(
        ask(clues=clues, hints=hints, pins=pins, verdicts=verdicts, searches=searches, prior=prior)
    )


@given(seeds, counts, st.sampled_from(["mixed", "photo", "population", "land"]))
def test_the_prior_sums_to_one_with_any_candidates(seed: int, count: int, prior: str) -> None:
    rng = np.random.default_rng(seed)
    pins = [
        Pin(f"K{i}", "", float(rng.uniform(-80, 80)), float(rng.uniform(-180, 180)), float(r), "", "E1")
        for i, r in enumerate(rng.choice([0.1, 5.0, 300.0], count))
    ]
    clues, hints, searches = random_evidence(rng, SOFT, count)
    places = solved(Locator(SOFT), clues, hints, searches, pins, prior=prior).posterior.places
    assert abs(places.pi.sum() - 1.0) < 1e-12
    assert (places.pi > 0).all()


@given(seeds, st.integers(1, 12))
def test_a_candidate_moves_no_more_than_the_mass_it_takes(seed: int, count: int) -> None:
    rng = np.random.default_rng(seed)
    pins = [
        Pin(f"K{i}", "", float(SOFT.lat[p]), float(SOFT.lon[p]), 5.0, "", "E1")
        for i, p in enumerate(rng.integers(len(SOFT), size=count))
    ]
    (before, _), after = SOFT.prior("mixed"), solved(Locator(SOFT), pins=pins).posterior.places
    given_away = before - after.pi[: len(SOFT)]
    assert (given_away >= 0).all()
    assert (given_away <= before / 2 + 1e-18).all()
    assert abs(given_away.sum() - after.pi[len(SOFT) :].sum()) < 1e-15


@given(seeds, counts)
def test_no_source_vetoes(seed: int, count: int) -> None:
    """Every l >= log .02 - 2^-20, and sum pi exp(l) = 1."""
    clues, hints, searches = random_evidence(np.random.default_rng(seed), SOFT, count)
    solution = solved(Locator(SOFT), clues, hints, searches)
    places = solution.posterior.places
    vectors = [e.whole for e in solution.evidence if e.whole is not None] + list(solution.looks)
    for vector in vectors:
        q = vector.at(np.arange(len(places)), places.zone)
        assert q.min() / Q >= np.log(0.02) - 2.0**-20
        assert abs((places.pi * np.exp(q / Q)).sum() - 1.0) < 1e-5


@given(seeds, st.integers(1, 12))
def test_any_order_gives_the_same_bits(seed: int, count: int) -> None:
    rng = np.random.default_rng(seed)
    clues, hints, searches = random_evidence(rng, SOFT, count)
    first = Locator(SOFT).rank(clues=clues, hints=hints, searches=searches)
    again = Locator(SOFT).rank(
        clues=[clues[i] for i in rng.permutation(len(clues))],
        hints=[hints[i] for i in rng.permutation(len(hints))],
        searches=searches,
    )
    assert first == again


@given(seeds, st.integers(1, 8))
def test_removed_is_never_added(seed: int, count: int) -> None:
    """Bit for bit, with and without memory, for every single source."""
    clues, hints, searches = random_evidence(np.random.default_rng(seed), SOFT, count)
    locator = Locator(SOFT)
    before = locator.rank(clues=clues, hints=hints, searches=searches)
    extra = hint(99, PointReach(float(SOFT.lat[0]), float(SOFT.lon[0]), 5.0), strength=Strength.CERTAIN)
    locator.rank(clues=clues, hints=[*hints, extra], searches=searches)
    assert locator.rank(clues=clues, hints=hints, searches=searches) == before
    assert Locator(SOFT).rank(clues=clues, hints=hints, searches=searches) == before
    if clues:
        locator.rank(clues=clues[1:], hints=hints, searches=searches)
        rejected = replace(clues[0], rejected_reason="wrong")
        off = locator.rank(clues=[rejected, *clues[1:]], hints=hints, searches=searches)
        assert off == locator.rank(clues=clues[1:], hints=hints, searches=searches)


@given(seeds, counts)
def test_prior_and_contributions_are_the_score(seed: int, count: int) -> None:
    """Exactly: every number is a whole number of 2^-20, so float sums are exact too."""
    clues, hints, searches = random_evidence(np.random.default_rng(seed), SOFT, count)
    ranking = Locator(SOFT).rank(clues=clues, hints=hints, searches=searches)
    stated = {c.id for c in clues} | {h.id for h in hints} | {"prior", "retrieval"}
    for candidate in ranking.candidates:
        assert sum(c.log_likelihood for c in candidate.contributions) == candidate.score
        assert {c.source for c in candidate.contributions} <= stated
        assert all(float(c.log_likelihood * Q).is_integer() for c in candidate.contributions)


@given(seeds, counts, st.booleans(), st.sampled_from(["country", "admin1"]), st.sampled_from(list(Strength)))
def test_a_true_area_hint_never_lowers_a_place_inside(
    seed: int, count: int, negated: bool, scope: str, strength: Strength
) -> None:
    """With hard borders: in / not in, whatever else is known."""
    rng = np.random.default_rng(seed)
    clues, hints, searches = random_evidence(rng, HARD, count)
    codes = COUNTRIES if scope == "country" else HARD.zone_codes
    code = str(rng.choice(codes))
    said = hint(99, AreaReach(scope, (code,), negated), strength=strength)  # type: ignore[arg-type]
    locator = Locator(HARD)
    before = solved(locator, clues, hints, searches).posterior
    after = solved(locator, clues, [*hints, said], searches).posterior
    inside = locator.kernel(before.places, said.reach).dense(before.places.zone) == 1.0
    assert (after.probability[inside] >= before.probability[inside] * (1 - 1e-9)).all()


@given(seeds, counts)
def test_masks_leave_scores_alone(seed: int, count: int) -> None:
    rng = np.random.default_rng(seed)
    clues, hints, searches = random_evidence(rng, SOFT, count)
    excluded = hint(99, AreaReach("country", ("AA",)), exclude=True)
    locator = Locator(SOFT)
    before = solved(locator, clues, hints, searches).posterior
    after = solved(locator, clues, [*hints, excluded], searches).posterior
    assert (before.score == after.score).all()
    gone = SOFT.zone_country[after.places.zone] == SOFT.country_index["AA"]
    assert (after.probability[gone] == 0).all()
    assert abs(after.probability.sum() - 1.0) < 1e-12


def test_what_says_nothing_is_nothing() -> None:
    """A reach that fits no place is reported and contributes 0."""
    lost = clue(1, AreaReach("country", ("ZZ",)))
    ranking = Locator(SOFT).rank(clues=[lost], searches=[search([(10.0, 10.0, 0.9)])])
    assert ranking.unplaceable == ("C1",)
    for candidate in ranking.candidates:
        assert [c.log_likelihood for c in candidate.contributions if c.source == "C1"] == [0.0]
