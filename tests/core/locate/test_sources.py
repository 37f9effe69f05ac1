"""One root, one doubt: how clues, hints and searches become groups."""

from __future__ import annotations

import numpy as np
import pytest

from tests.core.locate.worlds import clue, hint, search, world
from theodolite.domain import AreaReach, GradedReach, HintState, PointReach, Strength
from theodolite.locate import Locator
from theodolite.locate.parameters import DEFAULT
from theodolite.locate.places import Q
from theodolite.locate.question import ask
from theodolite.locate.sources import distinct, groups, retrievals

WORLD = world(21)
PLACE = PointReach(float(WORLD.lat[5]), float(WORLD.lon[5]), 5.0, "there")
HERE = WORLD.countries[int(WORLD.country[5])]
ELSEWHERE = next(c for c in WORLD.countries if c != HERE)


def test_a_line_is_one_group_in_the_fixed_order() -> None:
    line = [
        clue(9, PLACE, kind="text.phone", root="text:a:1"),
        clue(3, PLACE, kind="text.place", root="text:a:1"),
        clue(1, AreaReach("country", (HERE,)), kind="text.language", root="text:a:1"),
        clue(7, GradedReach("script", ((HERE, 1.0),)), kind="text.script", root="text:a:1"),
    ]
    (group,) = groups(line, [])
    assert [part.source for part in group.parts] == ["C7", "C1", "C3", "C9"]
    assert group.doubt == DEFAULT.text_doubt
    # Script by language, the country by the place in it.
    assert [part.implied for part in group.parts] == [True, True, False, False]


def test_what_does_not_count_is_not_there() -> None:
    silent = [clue(1, None), clue(2, PLACE, active=False)]
    hints = [hint(1, PLACE, state=HintState.PROPOSED), hint(2, PLACE, state=HintState.OFF)]
    excluding = [hint(3, PLACE, exclude=True)]
    assert groups(silent, hints + excluding) == ()


def test_hints_of_one_source_share_a_doubt() -> None:
    said = [
        hint(1, AreaReach("country", (HERE,)), strength=Strength.CERTAIN, source="S1"),
        hint(2, PLACE, strength=Strength.WEAK, source="s1 "),
        hint(3, PLACE, strength=Strength.WEAK),
    ]
    shared, own = sorted(groups([], said), key=lambda g: -len(g.parts))
    assert shared.doubt == 0.02
    assert [part.extra for part in shared.parts] == [0.0, pytest.approx((0.5 - 0.02) / 0.98)]
    assert own.doubt == 0.5


def test_a_line_that_contradicts_itself_keeps_its_most_specific_part() -> None:
    line = [
        clue(1, AreaReach("country", (ELSEWHERE,)), kind="text.domain", root="text:a:1"),
        clue(2, PLACE, kind="text.phone", root="text:a:1"),
    ]
    ranking = Locator(WORLD).rank(clues=line)
    shares = {c.source: c.log_likelihood for c in ranking.candidates[0].contributions}
    assert shares["C1"] == 0.0
    assert shares["C2"] > 1.0
    (found,) = ranking.contradictions
    assert (found.first, found.second) == ("C2", "C1")


def test_telescoping_parts_add_up_to_the_group() -> None:
    line = [
        clue(1, AreaReach("country", (HERE,)), kind="text.language", root="text:a:1"),
        clue(2, PLACE, kind="text.place", root="text:a:1"),
    ]
    solution = Locator(WORLD).solve(ask(clues=line))
    (evidence,) = solution.evidence
    assert evidence.whole is not None
    places = solution.posterior.places
    where = np.arange(len(places))
    parts = evidence.contributions(where, places.zone)
    assert parts.shape == (2, len(places))
    assert (parts.sum(axis=0) == evidence.whole.at(where, places.zone)).all()


def test_a_part_weaker_than_its_group_says_less_than_a_strong_one() -> None:
    def top(strength: Strength) -> float:
        line = [
            clue(1, AreaReach("country", (HERE,)), root="one", strength=Strength.CERTAIN),
            clue(2, PLACE, root="one", strength=strength),
        ]
        solution = Locator(WORLD).solve(ask(clues=line))
        return float(solution.posterior.probability[len(WORLD)])

    assert top(Strength.WEAK) < top(Strength.LIKELY) < top(Strength.CERTAIN)


def test_near_duplicates_count_once() -> None:
    found = search([(10.0, 20.0, 0.9), (10.0001, 20.0001, 0.899), (10.0, 20.0, 0.8), (11.0, 20.0, 0.9)])
    assert [r.id for r in distinct(found.references)] == ["r0", "r3", "r2"]
    again = search([(10.0, 20.0, 0.9)] * 3)
    (one,) = retrievals([again])
    assert len(one.references) == 1
    assert "1 reference;" in one.text


def test_retrieval_is_a_mixture_of_four_scales() -> None:
    """exp(l) = .50 + sum b_m K_m / Z_m; far from every reference nothing but the doubt is left."""
    look = search([(float(WORLD.lat[5]), float(WORLD.lon[5]), 0.9)])
    solution = Locator(WORLD).solve(ask(searches=[look]))
    (vector,) = solution.looks
    assert vector.dense is not None
    assert vector.dense.min() >= np.floor(Q * np.log(0.5))
    assert int(np.argmax(vector.dense)) == len(WORLD)
    places = solution.posterior.places
    assert abs((places.pi * np.exp(vector.dense / Q)).sum() - 1.0) < 1e-5


@pytest.mark.parametrize(
    ("kind", "label"),
    [("exif.gps", "GPS of E1"), ("c2pa.place", "content credentials of E1"), ("video.track", "track of E1")],
)
def test_a_position_stated_by_a_file_is_no_name_of_a_place(kind: str, label: str) -> None:
    stated = clue(1, PointReach(10.0, 20.0, 0.05, "a label"), kind=kind)
    ((part,),) = [group.parts for group in groups([stated], [])]
    assert (part.label, part.named) == (label, False)
