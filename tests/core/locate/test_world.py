"""The posterior on the real world: the prototyped numbers, and cases as they come."""

from __future__ import annotations

import time

import pytest

from tests.core.locate.worlds import clue, hint, search
from theodolite.domain import (
    AlternativesReach,
    AnswerLevel,
    AreaReach,
    GradedReach,
    PointReach,
    Strength,
)
from theodolite.locate import Locator, Support, kernels
from theodolite.locate.question import ask

pytestmark = pytest.mark.packs

PARIS, KHARKIV, KINSHASA = (48.85341, 2.3488), (49.9935, 36.2304), (-4.32142, 15.30807)


def gps(lat: float, lon: float, number: int = 1):  # type: ignore[no-untyped-def]
    return clue(number, PointReach(lat, lon, 0.05), kind="exif.gps", strength=Strength.CERTAIN)


@pytest.mark.parametrize(
    ("where", "country", "share"), [(PARIS, "FR", 0.92), (KHARKIV, "UA", 0.98), (KINSHASA, "CD", 0.98)]
)
def test_a_position_of_50_m(
    locator: Locator, earth: Support, where: tuple[float, float], country: str, share: float
) -> None:
    """posterior.md: the explicit candidate gets .92 in Paris, .98 in Kharkiv and Kinshasa."""
    solution = locator.solve(ask(clues=[gps(*where)]))
    assert float(solution.posterior.probability[len(earth)]) == pytest.approx(share, abs=0.01)
    ranking = locator.rank(clues=[gps(*where)])
    assert ranking.level is AnswerLevel.POINT
    assert (ranking.countries[0][0], ranking.candidates[0].country) == (country, country)
    assert ranking.candidates[0].radius_km == 1.0


@pytest.mark.parametrize(
    ("strength", "left"), [(Strength.WEAK, 0.961), (Strength.LIKELY, 0.907), (Strength.CERTAIN, 0.495)]
)
def test_kharkiv_against_a_wrong_paris(locator: Locator, strength: Strength, left: float) -> None:
    wrong = hint(1, PointReach(*PARIS, 5.0, "Paris"), strength=strength)
    ranking = locator.rank(clues=[gps(*KHARKIV)], hints=[wrong])
    assert dict(ranking.countries)["UA"] == pytest.approx(left, abs=0.003)
    assert ranking.level is not AnswerLevel.POINT or strength is Strength.WEAK
    without = locator.rank(clues=[gps(*KHARKIV)])
    assert without == Locator(locator.support, locator.world).rank(clues=[gps(*KHARKIV)])


def test_a_japanese_sign_that_names_a_ward(locator: Locator) -> None:
    line = [
        clue(1, GradedReach("script", (("JP", 1.0),)), kind="text.script", root="text:a:3"),
        clue(2, GradedReach("language", (("JP", 1.0),)), kind="text.language", root="text:a:3"),
        clue(
            3,
            AlternativesReach(((1.0, PointReach(35.6581, 139.7515, 25.0, "Minato, Tokyo")),)),
            kind="text.place",
            root="text:a:3",
        ),
    ]
    ranking = locator.rank(clues=line)
    assert ranking.countries[0][0] == "JP"
    assert ranking.countries[0][1] > 0.8
    assert "Minato, Tokyo" in [c.label for c in ranking.candidates[:3]]
    elsewhere = locator.rank(clues=line, hints=[hint(1, AreaReach("country", ("US",)))])
    assert elsewhere.scores_sha256 != ranking.scores_sha256
    assert locator.rank(clues=line) == ranking


def test_references_find_a_town_but_do_not_prove_it(locator: Locator) -> None:
    """Six references in Arezzo at .87 to .83 among those of two other towns: Arezzo first, yet no point."""
    arezzo = [(43.4645, 11.8815, 0.87), (43.4668, 11.8854, 0.83), (43.4682, 11.8802, 0.83)]
    others = [(55.7047 + 0.001 * i, 13.191, 0.66) for i in range(10)] + [(52.5186, 13.4081, 0.69)]
    control = locator.rank(searches=[search(others)])
    assert control.abstained
    ranking = locator.rank(searches=[search(arezzo + others)])
    first = ranking.candidates[0]
    assert (first.lat, first.lon) == (43.4645, 11.8815)
    assert first.country == "IT"
    assert "Arezzo" in first.label
    assert "r0.jpg" in first.label
    assert ranking.level is not AnswerLevel.POINT
    certain = hint(1, PointReach(43.7696, 11.2558, 5.0, "Florence"), strength=Strength.CERTAIN)
    effect = locator.hint_effects(searches=[search(arezzo + others)], hints=[certain])["H1"]
    assert effect.conflict is not None
    city = hint(1, PointReach(43.7696, 11.2558, 25.0, "Florence"), strength=Strength.CERTAIN)
    overturned = locator.hint_effects(searches=[search(arezzo + others)], hints=[city])["H1"].conflict
    assert overturned is not None
    assert "the rest of the evidence Arezzo" in overturned.text
    assert overturned.first_ranking[0][0] == first.label
    assert overturned.second_ranking[0][0].startswith("Florence")
    assert locator.hint_effects(hints=[city])["H1"].conflict is None
    likely = hint(2, AreaReach("country", ("IT",)))
    applied = locator.rank(searches=[search(arezzo + others)], hints=[likely])
    assert applied.candidates[0].id == first.id
    assert locator.hint_effects(searches=[search(arezzo + others)], hints=[likely])["H2"].conflict is None


def test_a_position_across_the_border_is_in_its_own_country(locator: Locator) -> None:
    """The nearest place of the support may lie in the other country; the candidate asks the borders."""
    kehl, strasbourg = gps(48.5730, 7.8090), gps(48.5734, 7.7521)
    assert locator.rank(clues=[kehl]).candidates[0].country == "DE"
    assert locator.rank(clues=[strasbourg]).candidates[0].country == "FR"


def test_a_new_area_hint_is_looked_up(locator: Locator, earth: Support) -> None:
    """Under 5 ms each: distances to borders are in a table (the median; machines are busy)."""
    for scope, codes in (("country", earth.countries), ("admin1", earth.zone_codes)):
        times = []
        for code in codes[:: max(1, len(codes) // 40)]:
            begin = time.thread_time()
            kernels.area(earth, earth.points, AreaReach(scope, (code,)))  # type: ignore[arg-type]
            times.append(time.thread_time() - begin)
        assert sorted(times)[len(times) // 2] < 0.005
