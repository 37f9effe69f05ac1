"""What a person says of places: directions, ways, coasts, heights, latitudes, by geometry and formula."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.locate.sayings import HEIGHTS, NEW, SOFT, kernel_of, locator, saying, seeds
from tests.core.locate.worlds import clue, hint, random_evidence
from theodolite.domain import (
    BearingReach,
    BetweenReach,
    ClueReach,
    CoastReach,
    ElevationReach,
    LatitudeReach,
    PointReach,
    RemarkReach,
    Strength,
)
from theodolite.geo import geodesy
from theodolite.locate import said
from theodolite.locate.places import Q
from theodolite.locate.question import ask

# --- geometry ---------------------------------------------------------------------------------------


@given(seeds)
def test_a_direction_is_that_of_the_great_circle(seed: int) -> None:
    """A place exactly there has the greatest K that its blob allows; at right angles it has hardly any."""
    rng = np.random.default_rng(seed)
    lat, lon = float(rng.uniform(-80, 80)), float(rng.uniform(-180, 180))
    at = int(rng.integers(len(SOFT)))
    km = float(geodesy.distance_km(lat, lon, SOFT.lat[at], SOFT.lon[at]))
    azimuth = geodesy.azimuth(lat, lon, float(SOFT.lat[at]), float(SOFT.lon[at]))
    angle = np.degrees(SOFT.sd_km[at] / (geodesy.RADIUS_KM * np.sin(km / geodesy.RADIUS_KM)))
    sure, off = (
        float(said.bearing(SOFT.points, BearingReach(lat, lon, (azimuth + turn) % 360.0, 11.25))[at])
        for turn in (0.0, 90.0)
    )
    if km < 19_000 and angle < 60:
        assert sure == pytest.approx(11.25 / np.hypot(11.25, angle), rel=1e-2)
        assert off == pytest.approx(
            np.exp(-(90.0**2) / 2 / (11.25**2 + angle**2)) * 11.25 / np.hypot(11.25, angle), rel=0.2, abs=1e-9
        )


def test_a_place_at_the_point_is_in_every_direction_a_little() -> None:
    values = [
        float(said.bearing(SOFT.points, BearingReach(float(SOFT.lat[0]), float(SOFT.lon[0]), a, 11.25))[0])
        for a in (0.0, 90.0, 180.0, 270.0)
    ]
    assert min(values) > 0.03
    assert max(values) < 0.07


@given(seeds)
def test_between_is_a_small_detour(seed: int) -> None:
    rng = np.random.default_rng(seed)
    first, second = rng.choice(len(SOFT), 2, replace=False)
    ends = [PointReach(float(SOFT.lat[i]), float(SOFT.lon[i]), 5.0) for i in (first, second)]
    values = said.between(SOFT.points, BetweenReach(ends[0], ends[1]))
    assert (values == said.between(SOFT.points, BetweenReach(ends[1], ends[0]))).all()
    way = geodesy.distance_km(ends[0].lat, ends[0].lon, ends[1].lat, ends[1].lon)
    one = geodesy.distance_km(ends[0].lat, ends[0].lon, SOFT.lat, SOFT.lon)
    detour = one + geodesy.distance_km(SOFT.lat, SOFT.lon, ends[1].lat, ends[1].lon) - way
    assert (values >= 0.0).all()
    assert (values <= 1.0).all()
    tolerance = np.hypot(way / 10, 5.0 * np.sqrt(2))
    far = detour > 12.0 * (tolerance + 2.0 * SOFT.sd_km)
    assert (values[far] == 0.0).all()
    straight = (detour < 0.1 * tolerance) & (2.0 * SOFT.sd_km < 0.1 * tolerance)
    assert (values[straight] > 0.95).all()


def test_coasts_inland_and_latitudes_are_areas() -> None:
    points = SOFT.points
    wet = said.values(points, CoastReach(25.0), None)
    dry = said.values(points, CoastReach(25.0, inland=True), None)
    assert wet + dry == pytest.approx(1.0)
    assert ((wet > 0.5) == (SOFT.coast_km < 25.0)).all()
    assert (said.values(points, LatitudeReach(-90.0, 90.0), None) == 1.0).all()
    south = said.values(points, LatitudeReach(-90.0, 0.0), None)
    assert ((south > 0.5) == (SOFT.lat < 0.0)).all()
    deep = SOFT.lat * 111.2 < -8.0 * np.maximum(SOFT.sd_km, 1.0)
    assert (south[deep] > 1 - 1e-9).all()


def test_heights_are_of_the_ground_around() -> None:
    span = HEIGHTS.span(SOFT.xyz, SOFT.sd_km)
    assert (span.lowest <= span.here + 1e-9).all()
    assert (span.here <= span.highest + 1e-9).all()
    assert (span.spread >= 30.0).all()
    low, high = float(np.quantile(span.here, 0.3)), float(np.quantile(span.here, 0.6))
    value = said.elevation(span, ElevationReach(low, high))
    inside = (span.here >= low) & (span.here <= high)
    assert (value[inside] == 1.0).all()
    assert (value[span.highest < low - 12 * span.spread] == 0.0).all()
    assert (said.elevation(span, ElevationReach(None, None)) == 1.0).all()


# --- the formula ------------------------------------------------------------------------------------


@given(seeds, st.integers(0, 8), st.sampled_from(list(Strength)))
def test_a_true_hint_never_lowers_a_place_inside(seed: int, count: int, strength: Strength) -> None:
    rng = np.random.default_rng(seed)
    clues, hints, searches = random_evidence(rng, SOFT, count)
    found, extra = locator(), hint(99, saying(rng), strength=strength)
    before = found.solve(ask(clues=clues, hints=hints, searches=searches)).posterior
    after = found.solve(ask(clues=clues, hints=[*hints, extra], searches=searches)).posterior
    assert len(before.places) == len(after.places)
    value = found.kernel(after.places, extra.reach).dense(after.places.zone)
    inside = value >= 1.0 - 1e-12
    assert (after.probability[inside] >= before.probability[inside] * (1 - 1e-9)).all()


@given(seeds, st.integers(0, 6))
def test_removed_is_never_added_and_order_does_not_matter(seed: int, count: int) -> None:
    rng = np.random.default_rng(seed)
    clues, hints, searches = random_evidence(rng, SOFT, count)
    extra = [hint(90 + n, saying(rng, (kind,))) for n, kind in enumerate((*NEW, ClueReach, RemarkReach))]
    found = locator()
    before = found.rank(clues=clues, hints=hints, searches=searches)
    first = found.rank(clues=clues, hints=[*hints, *extra], searches=searches)
    again = locator().rank(clues=clues[::-1], hints=[*extra[::-1], *hints], searches=searches)
    assert first == again
    for one in extra:
        kept = [other for other in extra if other is not one]
        alone = locator().rank(clues=clues, hints=[*hints, *kept], searches=searches)
        assert found.rank(clues=clues, hints=[*hints, *kept], searches=searches) == alone
    assert found.rank(clues=clues, hints=hints, searches=searches) == before


@given(seeds, st.sampled_from(NEW), st.sampled_from(list(Strength)))
def test_the_one_formula_in_integers(seed: int, kind: type, strength: Strength) -> None:
    """l = log((1 - e) K / Z + e) with the doubt of the hint itself, for places and candidates.

    So sum pi exp(l) is 1, and l is never below log e: nothing said is a veto.
    """
    rng, found = np.random.default_rng(seed), locator()
    point = clue(1, PointReach(float(SOFT.lat[3]), float(SOFT.lon[3]), 5.0))
    reach = saying(rng, (kind,))
    solution = found.solve(ask(clues=[point], hints=[hint(1, reach, strength=strength)]))
    places = solution.posterior.places
    assert len(places) == len(SOFT) + 1
    (doubt,) = [group.doubt for group in solution.groups if group.parts[0].source == "H1"]
    assert doubt == strength.doubt
    fit = kernel_of(found, reach).dense(SOFT.zone)
    for group, evidence in zip(solution.groups, solution.evidence, strict=True):
        if evidence.whole is None:
            assert group.parts[0].source == "H1" and fit.max() < 1e-6
            continue
        q = evidence.whole.at(np.arange(len(places)), places.zone)
        assert q.min() / Q >= np.log(group.doubt) - 2.0**-20
        assert abs((places.pi * np.exp(q / Q)).sum() - 1.0) < 1e-5
        if group.parts[0].source == "H1":
            fit = found.kernel(places, reach).dense(places.zone)
            formula = np.log((1.0 - doubt) * fit / (places.pi * fit).sum() + doubt)
            assert np.abs(q / Q - formula).max() <= 2.0**-20


def test_a_candidate_at_a_place_is_told_the_same() -> None:
    """Candidates with the position and blob of a place have its K."""
    found, rng = locator(), np.random.default_rng(3)
    for kind in NEW:
        reach = saying(rng, (kind,))
        pins = [
            clue(n, PointReach(float(SOFT.lat[p]), float(SOFT.lon[p]), float(SOFT.sd_km[p])))
            for n, p in enumerate(range(0, 200, 40))
        ]
        places = found.solve(ask(clues=pins)).posterior.places
        kernel = found.kernel(places, reach)
        own = kernel.dense(places.zone)
        for number, candidate in enumerate(places.candidates):
            near = int(np.argmin(geodesy.distance_km(candidate.lat, candidate.lon, SOFT.lat, SOFT.lon)))
            assert own[len(SOFT) + number] == pytest.approx(own[near], abs=2e-3)
