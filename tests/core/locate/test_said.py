"""What a person says of places: directions, ways, coasts, heights, latitudes, remarks, corrections."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.locate.worlds import clue, heights, hint, random_evidence, random_saying, world
from theodolite import packs
from theodolite.domain import (
    AlternativesReach,
    AreaReach,
    BearingReach,
    BetweenReach,
    ClueReach,
    CoastReach,
    ElevationReach,
    GradedReach,
    LatitudeReach,
    PointReach,
    Reach,
    RemarkReach,
    Strength,
)
from theodolite.errors import PackMissing
from theodolite.geo import geodesy
from theodolite.locate import Locator, elevation, said
from theodolite.locate.elevation import NEEDED
from theodolite.locate.kernels import Kernel
from theodolite.locate.places import Q
from theodolite.locate.question import ask
from theodolite.locate.sphere import unit

SOFT, HEIGHTS = world(21, hard=False), heights(22)
NEW = (BearingReach, BetweenReach, CoastReach, ElevationReach, LatitudeReach)
seeds = st.integers(0, 2**32 - 1)


def locator() -> Locator:
    return Locator(SOFT, heights=HEIGHTS)


def saying(rng: np.random.Generator, kinds: tuple[type, ...] = NEW) -> Reach:
    while True:
        place = int(rng.integers(len(SOFT)))
        reach = random_saying(rng, SOFT, float(SOFT.lat[place]), float(SOFT.lon[place]))
        if isinstance(reach, kinds):
            return reach


def kernel_of(found: Locator, reach: Reach) -> Kernel:
    return found.kernel(found.places("mixed", ()), reach)


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
    """sum pi exp(l) = 1, no veto, and candidates get the numbers of the same formula."""
    rng = np.random.default_rng(seed)
    point = clue(1, PointReach(float(SOFT.lat[3]), float(SOFT.lon[3]), 5.0))
    solution = locator().solve(ask(clues=[point], hints=[hint(1, saying(rng, (kind,)), strength=strength)]))
    places = solution.posterior.places
    assert len(places) == len(SOFT) + 1
    for evidence in solution.evidence:
        if evidence.whole is None:
            continue
        q = evidence.whole.at(np.arange(len(places)), places.zone)
        assert q.min() / Q >= np.log(strength.doubt if evidence.lacking else 0.02) - 2.0**-20
        assert abs((places.pi * np.exp(q / Q)).sum() - 1.0) < 1e-5


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


# --- remarks and corrections ------------------------------------------------------------------------


@given(seeds, st.integers(1, 6))
def test_a_remark_changes_no_bit_and_says_so(seed: int, count: int) -> None:
    clues, hints, searches = random_evidence(np.random.default_rng(seed), SOFT, count)
    remark = hint(99, RemarkReach("season", "summer"), strength=Strength.CERTAIN, source="a neighbour")
    found = locator()
    assert found.rank(clues=clues, hints=[*hints, remark], searches=searches) == found.rank(
        clues=clues, hints=hints, searches=searches
    )
    effect = found.hint_effects(clues=clues, hints=[*hints, remark], searches=searches)["H99"]
    assert effect == ("is kept, says nothing about places", None)


@given(seeds, st.integers(1, 6))
def test_a_clue_said_to_be_wrong_counts_as_if_it_were_not_there(seed: int, count: int) -> None:
    rng = np.random.default_rng(seed)
    clues, hints, searches = random_evidence(rng, SOFT, count)
    clues = [clue(50, PointReach(float(SOFT.lat[0]), float(SOFT.lon[0]), 5.0)), *clues]
    found = locator()
    with_all = found.rank(clues=clues, hints=hints, searches=searches)
    wrong = hint(99, ClueReach("C50"), strength=Strength.WEAK)
    without = found.rank(clues=clues, hints=[*hints, wrong], searches=searches)
    assert without == locator().rank(clues=clues[1:], hints=hints, searches=searches)
    assert found.rank(clues=clues, hints=hints, searches=searches) == with_all
    off = replace(wrong, state=type(wrong.state).OFF)
    assert found.rank(clues=clues, hints=[*hints, off], searches=searches) == with_all


def test_what_denying_a_clue_does_is_said() -> None:
    found = locator()
    first = clue(1, PointReach(float(SOFT.lat[0]), float(SOFT.lon[0]), 0.05), strength=Strength.CERTAIN)
    other = clue(2, PointReach(float(SOFT.lat[100]), float(SOFT.lon[100]), 25.0), strength=Strength.WEAK)
    gone = clue(3, AreaReach("country", ("AA",)), active=False)
    effects = found.hint_effects(
        clues=[first, other, gone],
        hints=[hint(1, ClueReach("C1")), hint(2, ClueReach("C9")), hint(3, ClueReach("C3"))],
    )
    assert effects["H2"].text == "there is no clue C9 here"
    assert effects["H3"].text == "C3 does not count anyway"
    conflict = effects["H1"].conflict
    assert conflict is not None
    assert "sets C1 aside, which speaks for it with +" in conflict.text
    assert conflict.first_ranking != conflict.second_ranking
    assert conflict.first_ranking[0][1] > 0.5


def test_heights_without_the_pack_say_what_they_need() -> None:
    bare, above = Locator(SOFT), hint(1, ElevationReach(1000.0, None))
    place = clue(1, PointReach(float(SOFT.lat[0]), float(SOFT.lon[0]), 5.0))
    ranking = bare.rank(clues=[place], hints=[above])
    assert ranking.unplaceable == ("H1",)
    assert ranking.scores_sha256 == bare.rank(clues=[place]).scores_sha256
    (row,) = [c for c in ranking.candidates[0].contributions if c.source == "H1"]
    assert row.log_likelihood == 0.0
    assert NEEDED in row.text
    assert bare.hint_effects(clues=[place], hints=[above])["H1"].text == NEEDED
    assert bare.hint_effects(hints=[replace(above, exclude=True)])["H1"].text == NEEDED
    assert bare.rank(hints=[above]).candidates == ()
    high = hint(1, ElevationReach(20_000.0, None))
    assert locator().hint_effects(clues=[place], hints=[high])["H1"].text == "fits no place"


# --- masks and contradictions -----------------------------------------------------------------------


def test_masks_of_what_has_a_border() -> None:
    found = locator()
    for reach in (
        CoastReach(25.0),
        CoastReach(25.0, True),
        LatitudeReach(0.0, 40.0),
        ElevationReach(500.0, None),
    ):
        posterior = found.solve(ask(hints=[hint(1, reach, exclude=True)])).posterior
        assert posterior.masked.any()
        assert (posterior.score == posterior.places.q0).all()
        inside = said.inside(SOFT.points, reach, HEIGHTS.span(SOFT.xyz, SOFT.sd_km))
        assert inside is not None
        assert (posterior.masked == inside).all()
    effect = found.hint_effects(hints=[hint(1, BearingReach(0.0, 0.0, 0.0, 11.0), exclude=True)])["H1"]
    assert effect.text == "has no border to exclude by"


@given(seeds, st.integers(1, 6))
def test_none_of_these_do_not_return(seed: int, count: int) -> None:
    rng = np.random.default_rng(seed)
    clues, hints, searches = random_evidence(rng, SOFT, count)
    found = locator()
    listed = found.rank(clues=clues, hints=hints, searches=searches).candidates[:5]
    if not listed:
        return
    options = tuple((1 / len(listed), PointReach(c.lat, c.lon, 5.0, c.label)) for c in listed)
    none = hint(99, AlternativesReach(options), exclude=True)
    more = [
        clue(70 + n, PointReach(c.lat, c.lon, 0.05), strength=Strength.CERTAIN) for n, c in enumerate(listed)
    ]
    for evidence in (clues, [*clues, *more]):
        now = found.rank(clues=evidence, hints=[*hints, none], searches=searches).candidates
        for candidate in now:
            if candidate.probability > 0.0:
                km = [geodesy.distance_km(candidate.lat, candidate.lon, c.lat, c.lon) for c in listed]
                assert min(km) > 24.9


@pytest.mark.parametrize("kind", NEW)
def test_a_hint_that_fights_a_position_is_answered_with_numbers(kind: type) -> None:
    found, span = locator(), HEIGHTS.span(SOFT.xyz, SOFT.sd_km)
    above = span.highest + 10.0 * span.spread
    at = int(np.argmin(above))
    lat, lon = float(SOFT.lat[at]), float(SOFT.lon[at])
    place = clue(1, PointReach(lat, lon, 0.05), strength=Strength.CERTAIN)
    end = int(np.argmax(geodesy.distance_km(lat, lon, SOFT.lat, SOFT.lon)))
    far = PointReach(float(SOFT.lat[end]), float(SOFT.lon[end]), 5.0)
    wrong: dict[type, Reach] = {
        BearingReach: BearingReach(lat - 5.0, lon, 180.0, 11.25),
        BetweenReach: BetweenReach(far, replace(far, lat=far.lat * 0.95)),
        CoastReach: CoastReach(float(SOFT.coast_km[at]) + 400.0, inland=True),
        ElevationReach: ElevationReach(float(above[at]), None),
        LatitudeReach: LatitudeReach(lat + 10.0, 90.0),
    }
    extra = hint(1, wrong[kind], strength=Strength.CERTAIN)
    effect = found.hint_effects(clues=[place], hints=[extra])["H1"]
    assert effect.conflict is not None, effect
    assert "H1 speaks against it with -" in effect.conflict.text
    assert effect.conflict.first_ranking
    assert effect.conflict.second_ranking


# --- the Earth --------------------------------------------------------------------------------------

CITIES = {
    "Genoa": (44.405, 8.93, 0.0, 3.0),
    "Chicago, on a lake": (41.88, -87.63, 800.0, 1100.0),
    "Baku, on the Caspian": (40.38, 49.87, 500.0, 800.0),
    "Odesa": (46.48, 30.73, 0.0, 6.0),
    "Florence": (43.77, 11.25, 60.0, 90.0),
    "Geneva": (46.2, 6.15, 200.0, 320.0),
    "Honolulu": (21.30, -157.86, 0.0, 5.0),
    "the Atlantic": (30.0, -40.0, 0.0, 0.0),
    "the middle of the Caspian": (42.0, 50.5, 500.0, 900.0),
    "Anadyr": (64.73, 177.5, 0.0, 10.0),
}


def test_the_way_to_the_sea(borders) -> None:  # type: ignore[no-untyped-def]
    where = np.array([row[:2] for row in CITIES.values()])
    km = borders.sea_km(where[:, 0], where[:, 1])
    for name, found in zip(CITIES, km, strict=True):
        assert CITIES[name][2] <= found <= CITIES[name][3], (name, found)


@pytest.mark.packs
@settings(max_examples=25)
@given(data=st.data())
def test_one_weak_wrong_hint_displaces_no_position(locator: Locator, data: st.DataObject) -> None:
    """Whatever its kind: the place that a GPS clue names stays first."""
    earth = locator.support
    found = locator if locator.heights else locator_with(locator)
    true, other, third = (data.draw(st.integers(0, len(earth) - 1)) for _ in range(3))
    lat, lon = float(earth.lat[true]), float(earth.lon[true])
    there = PointReach(float(earth.lat[other]), float(earth.lon[other]), 5.0, "elsewhere")
    far = PointReach(float(earth.lat[third]), float(earth.lon[third]), 5.0, "further")
    azimuth = geodesy.azimuth(there.lat, there.lon, lat, lon)
    gps = clue(1, PointReach(lat, lon, 0.05), kind="exif.gps", strength=Strength.CERTAIN)
    codes = [c for c in earth.countries if c]
    kinds: list[Reach] = [
        there,
        AlternativesReach(((0.5, there), (0.5, far))),
        AreaReach("country", (earth.countries[int(earth.country[other])],)),
        AreaReach("country", (earth.countries[int(earth.country[true])],), negated=True),
        GradedReach("language", ((codes[other % len(codes)], 1.0),)),
        BearingReach(there.lat, there.lon, (azimuth + 180.0) % 360.0, 11.25),
        BetweenReach(there, far),
        CoastReach(5.0),
        CoastReach(50.0, inland=True),
        ElevationReach(1000.0, None),
        LatitudeReach(-90.0, 0.0) if lat > 0 else LatitudeReach(0.0, 90.0),
        RemarkReach("remark", "red roofs"),
    ]
    wrong = data.draw(st.sampled_from(kinds))
    ranking = found.rank(clues=[gps], hints=[hint(1, wrong, strength=Strength.WEAK)])
    first = ranking.candidates[0]
    assert geodesy.distance_km(first.lat, first.lon, lat, lon) < 1.0, (wrong, first)


_WITH: dict[int, Locator] = {}


def locator_with(bare: Locator) -> Locator:
    """The same places with heights, made up where the pack is not there."""
    return _WITH.setdefault(id(bare), Locator(bare.support, bare.world, heights=HEIGHTS))


@pytest.mark.packs
def test_true_hints_on_the_earth_do_not_lower_their_place(locator: Locator, seed: int) -> None:
    """Directions, ways, coasts and latitudes that hold for a place well within what is said."""
    earth, rng = locator.support, np.random.default_rng(seed)
    sharp = np.flatnonzero(earth.sd_km < 2.0)
    for place in rng.choice(sharp, 6, replace=False):
        lat, lon, sea = float(earth.lat[place]), float(earth.lon[place]), float(earth.coast_km[place])
        start = geodesy.destination(lat, lon, float(rng.uniform(0, 360)), 300.0)
        past = geodesy.destination(
            lat, lon, (geodesy.azimuth(lat, lon, *start) + 180.0) % 360.0, float(rng.uniform(100, 600))
        )
        true: list[Reach] = [
            BearingReach(*start, geodesy.azimuth(*start, lat, lon), 11.25),
            BetweenReach(PointReach(*start, 5.0), PointReach(*past, 5.0)),
            CoastReach(sea + 20.0) if sea < 1000.0 else CoastReach(50.0, inland=True),
            LatitudeReach(-90.0 if lat < -1 else lat - 1.0, 0.0 if lat < -1 else 90.0),
        ]
        base = clue(1, PointReach(lat, lon, 25.0), strength=Strength.LIKELY)
        before = locator.solve(ask(clues=[base])).posterior.probability[place]
        for reach in true:
            after = locator.solve(ask(clues=[base], hints=[hint(1, reach)])).posterior.probability[place]
            assert after >= before * (1 - 1e-6), reach


@pytest.mark.packs
@pytest.mark.full
def test_the_heights_of_known_towns() -> None:
    try:
        pack = packs.installed("elevation")
    except PackMissing:
        pytest.skip("the optional elevation pack is not installed")
    found = elevation.load(pack.file(elevation.FILE))
    towns = {
        (19.43, -99.13): 2240, (-16.50, -68.15): 3600, (52.37, 4.90): 0, (29.65, 91.10): 3650,
        (39.74, -104.99): 1600, (36.25, -116.83): -80, (31.5, 35.47): -430, (-1.29, 36.82): 1795,
    }  # fmt: skip
    at = np.array(list(towns))
    span = found.span(unit(at[:, 0], at[:, 1]), np.full(len(at), 2.0))
    for number, metres in enumerate(towns.values()):
        assert span.lowest[number] - span.spread[number] <= metres <= span.highest[number] + 30.0, towns
        assert abs(span.here[number] - metres) < 350.0
