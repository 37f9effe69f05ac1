"""What is reported: levels, lists, regions, verdicts, contradictions, effects of hints."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.locate.worlds import COUNTRIES, clue, hint, random_evidence, world
from theodolite.domain import (
    AnswerLevel,
    AreaReach,
    HintState,
    Pin,
    PointReach,
    Ranking,
    Status,
    Strength,
    Verdict,
)
from theodolite.errors import InputError
from theodolite.locate import Locator
from theodolite.locate.sphere import distances, unit

WORLD = world(31, 300)
LOCATOR = Locator(WORLD)


def at(place: int, sd_km: float = 0.05) -> PointReach:
    return PointReach(float(WORLD.lat[place]) + 0.002, float(WORLD.lon[place]), sd_km, f"Town {place}")


def country_of(place: int) -> str:
    return WORLD.countries[int(WORLD.country[place])]


def far_pair() -> tuple[int, int]:
    """Two places of different countries more than 750 km apart."""
    for other in range(1, len(WORLD)):
        km = float(distances(WORLD.xyz[other : other + 1], WORLD.xyz[0])[0])
        if km > 1000 and country_of(other) != country_of(0):
            return 0, other
    raise AssertionError("the world is too small")


def verdict(lat: float, lon: float, status: Status, number: int = 1) -> Verdict:
    return Verdict(f"V{number}", "E1", lat, lon, "", status, "because", "somebody", "2026-01-01T00:00:00Z")


def gps(place: int, exhibit: str = "E1") -> Ranking:
    return LOCATOR.rank(
        clues=[clue(1, at(place), kind="exif.gps", strength=Strength.CERTAIN, exhibit=exhibit)]
    )


def test_without_evidence_nothing_is_named() -> None:
    ranking = LOCATOR.rank()
    assert ranking.level is AnswerLevel.UNKNOWN
    assert ranking.abstained
    assert ranking.candidates == ()
    assert ranking.information_nats == 0.0
    assert sum(mass for _, mass in ranking.countries) == pytest.approx(1.0)


def test_a_position_alone_names_a_point_in_its_country() -> None:
    for place in (0, 50, 299):
        ranking = gps(place)
        first = ranking.candidates[0]
        assert ranking.level is AnswerLevel.POINT
        assert (first.country, ranking.countries[0][0]) == (country_of(place), country_of(place))
        assert first.label.endswith("(GPS of E1)")
        assert first.explicit
        assert first.probability > 0.9
        assert first.id == f"{first.lat:.5f},{first.lon:.5f}"


@pytest.mark.parametrize(
    ("strength", "left"), [(Strength.WEAK, 0.961), (Strength.LIKELY, 0.907), (Strength.CERTAIN, 0.495)]
)
def test_a_wrong_hint_against_a_position(strength: Strength, left: float) -> None:
    """posterior.md: .98 e / (.98 e + .02) remains on the position. The contradiction is never a point."""
    here, there = far_pair()
    position = clue(1, at(here), kind="exif.gps", strength=Strength.CERTAIN)
    ranking = LOCATOR.rank(clues=[position], hints=[hint(1, at(there, 5.0), strength=strength)])
    assert dict(ranking.countries)[country_of(here)] == pytest.approx(left, abs=0.02)
    assert bool(ranking.contradictions) == (strength is not Strength.WEAK)
    if ranking.contradictions:
        assert ranking.level is not AnswerLevel.POINT
        (found,) = ranking.contradictions
        assert {found.first, found.second} == {"C1", "H1"}
        assert found.first_ranking[0][1] >= 0.8
        assert found.second_ranking[0][1] >= 0.8
    effect = LOCATOR.hint_effects(clues=[position], hints=[hint(1, at(there, 5.0), strength=strength)])["H1"]
    assert effect.conflict is not None
    assert "nats" in effect.conflict.text
    assert effect.conflict.first_ranking[0][0].endswith("(GPS of E1)")


def test_a_hint_shows_its_effect_before_and_after_it_is_applied() -> None:
    here, there = far_pair()
    position = clue(1, at(here), kind="exif.gps", strength=Strength.CERTAIN)
    said = hint(1, AreaReach("country", (country_of(here),)))
    on = LOCATOR.hint_effects(clues=[position], hints=[said])
    proposed = LOCATOR.hint_effects(clues=[position], hints=[replace(said, state=HintState.PROPOSED)])
    off = LOCATOR.hint_effects(clues=[position], hints=[replace(said, state=HintState.OFF)])
    assert on == proposed
    assert on["H1"].conflict is None
    assert off == {}
    certain = hint(2, at(there, 5.0), strength=Strength.CERTAIN)
    effect = LOCATOR.hint_effects(clues=[position], hints=[certain])["H2"]
    assert effect.text.startswith("▲1")
    nothing = hint(3, AreaReach("country", COUNTRIES), exclude=True)
    assert LOCATOR.hint_effects(clues=[position], hints=[nothing])["H3"].text == "excludes every place"


def test_an_exclusion_that_leaves_nothing_is_refused() -> None:
    with pytest.raises(InputError, match="no place"):
        LOCATOR.rank(hints=[hint(1, AreaReach("country", COUNTRIES), exclude=True)])
    with pytest.raises(InputError, match="no prior"):
        LOCATOR.rank(prior="flat")


def test_a_rejected_place_stays_listed_and_does_not_come_back() -> None:
    position = clue(1, at(40), kind="exif.gps", strength=Strength.CERTAIN)
    before = LOCATOR.rank(clues=[position])
    first = before.candidates[0]
    after = LOCATOR.rank(clues=[position], verdicts=[verdict(first.lat, first.lon, Status.REJECTED)])
    last = after.candidates[-1]
    assert (last.status, last.probability, last.reason) == (Status.REJECTED, 0.0, "because")
    assert (last.id, last.score) == (first.id, first.score)
    assert sum(c.log_likelihood for c in last.contributions) == last.score
    for candidate in after.candidates[:-1]:
        assert distances(unit(candidate.lat, candidate.lon)[None, :], unit(first.lat, first.lon))[0] > 25
    taken_back = [
        verdict(first.lat, first.lon, s, i) for i, s in enumerate((Status.REJECTED, Status.SUGGESTED))
    ]
    again = LOCATOR.rank(clues=[position], verdicts=taken_back).candidates
    assert [replace(c, reason="") for c in again] == list(before.candidates)


def test_a_verdict_attaches_to_what_is_listed_near_it() -> None:
    position = clue(1, at(40), kind="exif.gps", strength=Strength.CERTAIN)
    first = LOCATOR.rank(clues=[position]).candidates[0]
    near = verdict(first.lat + 0.1, first.lon, Status.VERIFIED)
    far = verdict(first.lat + 1.0, first.lon, Status.VERIFIED)
    assert LOCATOR.rank(clues=[position], verdicts=[near]).candidates[0].status is Status.VERIFIED
    assert LOCATOR.rank(clues=[position], verdicts=[far]).candidates[0].status is Status.SUGGESTED


def test_a_pin_is_listed_and_is_no_evidence() -> None:
    here, there = far_pair()
    position = clue(1, at(here), kind="exif.gps", strength=Strength.CERTAIN)
    target = at(there)
    pin = Pin("K1", "E1", target.lat, target.lon, 1.0, "My guess", "map")
    ranking = LOCATOR.rank(clues=[position], pins=[pin])
    (pinned,) = [c for c in ranking.candidates if c.label == "My guess"]
    assert ranking.candidates[0].label.endswith("(GPS of E1)")
    assert pinned.explicit
    assert pinned.probability < 0.02
    assert [c.label for c in LOCATOR.rank(pins=[pin]).candidates] == ["My guess"]


def test_only_the_exhibits_asked_for_count() -> None:
    here, there = far_pair()
    clues = [
        clue(1, at(here), kind="exif.gps", strength=Strength.CERTAIN, exhibit="E1"),
        clue(2, at(there), kind="exif.gps", strength=Strength.CERTAIN, exhibit="E2"),
    ]
    assert LOCATOR.rank(clues=clues, exhibits=("E2",)).countries[0][0] == country_of(there)
    assert LOCATOR.rank(clues=clues, exhibits=("E1",)).scores_sha256 == gps(here).scores_sha256


@given(st.integers(0, 2**32 - 1))
def test_what_is_reported_holds_together(seed: int) -> None:
    rng = np.random.default_rng(seed)
    clues, hints, searches = random_evidence(rng, WORLD, int(rng.integers(1, 8)))
    ranking = LOCATOR.rank(clues=clues, hints=hints, searches=searches)
    assert [c.rank for c in ranking.candidates] == list(range(1, len(ranking.candidates) + 1))
    for candidate in ranking.candidates:
        assert 0.0 <= candidate.probability <= 1.0 + 1e-12
        assert candidate.radius_km in (1.0, 25.0, 200.0, 750.0)
    half, most = ranking.credible
    assert (half.level, most.level) == (0.5, 0.9)
    for region in ranking.credible:
        assert region.level - 1e-9 <= region.mass <= 1.0
        assert region.area_km2 > 0
        assert 0 < len(region.discs) <= 400
    assert half.mass <= most.mass + 1e-12
    assert ranking.level is not AnswerLevel.POINT or not ranking.contradictions
    if ranking.information_nats < 0.7:
        assert ranking.level is AnswerLevel.UNKNOWN
