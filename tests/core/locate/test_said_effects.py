"""What is said of places in the ranking: remarks, corrections, masks, and what fights the evidence."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.locate.sayings import HEIGHTS, NEW, SOFT, locator, seeds
from tests.core.locate.worlds import clue, hint, random_evidence
from theodolite.domain import (
    AlternativesReach,
    AreaReach,
    BearingReach,
    BetweenReach,
    ClueReach,
    CoastReach,
    ElevationReach,
    LatitudeReach,
    PointReach,
    Reach,
    RemarkReach,
    Strength,
)
from theodolite.geo import geodesy
from theodolite.locate import Locator, said
from theodolite.locate.elevation import NEEDED
from theodolite.locate.question import ask

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
