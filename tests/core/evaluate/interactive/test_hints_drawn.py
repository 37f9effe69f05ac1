"""What a simulated investigator says: right is right, wrong is wrong, and the seed says it again."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from tests.core.evaluate.interactive.planted import photographs
from theodolite.assistant import hints
from theodolite.domain import AreaReach, PointReach, Strength
from theodolite.errors import HintNotUnderstood
from theodolite.evaluate.interactive import investigator, views
from theodolite.evaluate.interactive.dialogue import Photograph
from theodolite.evaluate.interactive.ground import Ground, Truth
from theodolite.evaluate.interactive.investigator import MAKERS, RATES
from theodolite.evaluate.interactive.said import KINDS, QUALITIES, WRONG, Said, Scene
from theodolite.evaluate.metrics import error_km
from theodolite.geo import countries
from theodolite.geo.gazetteer import Gazetteer
from theodolite.geo.world import World

pytestmark = pytest.mark.packs


def scene_of(ground: Ground, photograph: Photograph) -> Scene:
    found = views.view(ground, photograph.truth, photograph.question)
    return Scene(ground, photograph.truth, photograph.question, found.listed)


@pytest.fixture(scope="module")
def scenes(ground: Ground, request: pytest.FixtureRequest) -> list[Scene]:
    config = request.config
    count = max(8, min(60, int(config.getoption("--repeat")) // 10))
    seed = int(config.getoption("--seed"))
    return [scene_of(ground, one) for one in photographs(ground, count, seed, gps=0.2)]


_MADE: dict[tuple[int, int], list[tuple[Scene, Said]]] = {}


def every(scenes: list[Scene], seed: int) -> list[tuple[Scene, Said]]:
    """All hints that can be made, once for all tests."""
    known = _MADE.get((id(scenes[0]), len(scenes)))
    if known is not None:
        return known
    found = _MADE[id(scenes[0]), len(scenes)] = list[tuple[Scene, Said]]()
    for number, scene in enumerate(scenes):
        for kind in KINDS:
            for quality in QUALITIES:
                said = MAKERS[kind](scene, quality, np.random.default_rng([seed, number]))
                if said is not None:
                    assert (said.kind, said.quality) == (kind, quality)
                    found.append((scene, said))
    return found


def test_right_hints_are_true_and_wrong_ones_are_not(scenes: list[Scene], seed: int) -> None:
    said = every(scenes, seed)
    for scene, one in said:
        where = (scene.truth, one)
        match one.kind:
            case "near-25" | "near-200":
                assert isinstance(one.reach, PointReach)
                km = float(error_km(one.reach.lat, one.reach.lon, scene.truth.lat, scene.truth.lon)[0])
                radius = {"near-25": 25.0, "near-200": 200.0}[one.kind]
                if one.quality == "right":
                    assert km < 3.0 * radius, where  # nine standard deviations a side
                elif one.quality == "wrong-near":
                    assert 1.98 * radius < km < 5.05 * radius, where
                elif one.quality == "wrong-plausible":
                    assert km > 749.0, where
                assert one.reach.sd_km == pytest.approx((750.0 if one.quality == "vague" else radius) / 1.5)
            case "none-of-these":
                first = scene.named()[:3]
                assert one.exclude
                assert any(scene.near_truth(c) for c in first) == one.wrong, where
            case "clue-correction":
                if one.quality != "irrelevant":
                    (clue,) = [c for c in scene.question.clues if c.id == getattr(one.reach, "clue", "")]
                    assert clue.reach is not None
                    favour = scene.ground.favour(clue.reach, clue.supports, scene.truth)
                    assert (favour > 1.0) == one.wrong, where
            case "language":
                weights = dict(getattr(one.reach, "weights", ()))
                own = weights.get(scene.truth.country, 0.0)
                assert own < 0.02 if one.wrong else own > 0.0, where
            case _:
                assert scene.ground.holds(one.reach, scene.truth) != one.wrong, where
    kinds = Counter((one.kind, one.wrong) for _, one in said)
    assert {kind for kind, _ in kinds} == set(KINDS)


def test_far_is_another_continent_vague_is_wider_and_irrelevant_says_little(
    scenes: list[Scene], seed: int
) -> None:
    for scene, one in every(scenes, seed):
        here = countries.continent(scene.truth.country)
        if one.kind in ("in-country", "in-admin1") and isinstance(one.reach, AreaReach):
            theirs = {countries.continent(code.partition(".")[0]) for code in one.reach.codes}
            if one.quality == "wrong-far":
                assert here not in theirs, one
            if one.quality == "vague":
                narrow = MAKERS[one.kind](scene, "right", np.random.default_rng(1))
                if narrow is None:  # of a region whose name is another's too only the country is said
                    assert one.kind == "in-admin1" and not scene.ground.region_name(scene.truth.region)
                    continue
                assert scene.ground.compatible(one.reach) >= scene.ground.compatible(narrow.reach), one
        if one.quality == "irrelevant" and one.kind != "clue-correction":
            assert scene.ground.compatible(one.reach) > 0.9, one


def test_the_plausible_country_is_the_false_one_ranked_highest(scenes: list[Scene], seed: int) -> None:
    for scene in scenes:
        said = MAKERS["in-country"](scene, "wrong-plausible", np.random.default_rng(seed))
        assert said is not None and isinstance(said.reach, AreaReach)
        (code,) = said.reach.codes
        assert code == scene.country_mass()[0][0] != scene.truth.country


def test_a_country_without_a_position_is_hinted_as_a_country(ground: Ground, scenes: list[Scene]) -> None:
    only = Truth(math.nan, math.nan, scenes[0].truth.country)
    scene = replace(scenes[0], truth=only)
    for kind in ("near-25", "near-200", "coast", "direction", "in-admin1"):
        for quality in QUALITIES:
            assert MAKERS[kind](scene, quality, np.random.default_rng(1)) is None
    assert MAKERS["in-country"](scene, "right", np.random.default_rng(1)) is not None


def test_what_is_said_could_have_been_typed(scenes: list[Scene], gazetteer: Gazetteer, seed: int) -> None:
    """The reach of a hint is what the rules read from its words: both are one way into the ranking."""
    world, read = World.load(), Counter[str]()
    for _, one in every(scenes[:5], seed):
        if one.kind not in ("in-country", "not-country", "in-admin1", "driving", "language"):
            continue
        if one.kind != "driving" and one.quality in ("vague", "irrelevant"):
            continue
        if one.kind == "not-country" and one.wrong and one.quality != "wrong-near":
            continue
        try:
            (parsed,) = hints.parse(one.text, world, gazetteer)
        except HintNotUnderstood:
            assert one.kind == "in-admin1", one  # a town of the name, too: asked back
            continue
        assert parsed.reach == one.reach, one
        read[one.kind] += 1
    assert set(read) == {"in-country", "not-country", "in-admin1", "driving", "language"}


def test_every_country_has_a_name_that_is_read_as_this_country(ground: Ground, gazetteer: Gazetteer) -> None:
    world = World.load()
    for code in ground.support.countries:
        if code:
            (parsed,) = hints.parse(f"in {ground.name(code)}", world, gazetteer)
            assert parsed.reach == ground.area([code]), code
    assert ground.name("FM") == "the country of Micronesia" and ground.name("IT") == "Italy"
    assert not ground.region_name("RU.03") and ground.region_name("IT.16") == "Tuscany, Italy"


def test_the_seed_says_it_again_and_rates_share_their_hints(scenes: list[Scene], seed: int) -> None:
    for number, scene in enumerate(scenes[:6]):
        own = investigator.seed_of(seed, f"image {number}", 1)
        drawn = {rate: investigator.draw(scene, own, rate, "calibrated") for rate in RATES}
        assert drawn == {rate: investigator.draw(scene, own, rate, "calibrated") for rate in RATES}
        right = [rate for rate, one in drawn.items() if one is not None and not one.said.wrong]
        wrong = [rate for rate, one in drawn.items() if one is not None and one.said.wrong]
        assert not right or not wrong or max(right) < min(wrong)
        assert len({one for rate, one in drawn.items() if rate in right}) <= 1
        for rate in RATES:
            sure = investigator.draw(scene, own, rate, "overconfident")
            calm = drawn[rate]
            assert sure is None or sure.strength is Strength.CERTAIN
            assert (None if sure is None else sure.said) == (None if calm is None else calm.said)


def test_qualities_and_strengths_are_drawn_as_often_as_said() -> None:
    """Frequencies over 4,000 draws of fixed seeds; five standard deviations at most."""
    count = 4000
    for rate in RATES:
        found = Counter(investigator._quality(np.random.default_rng([n, 1]), rate) for n in range(count))
        for quality in QUALITIES:
            share = {"right": 0.7, "vague": 0.25, "irrelevant": 0.05}.get(quality, 0.0) * (1.0 - rate)
            share = rate / 3.0 if quality in WRONG else share
            assert abs(found[quality] / count - share) <= 5.0 * math.sqrt(share * (1 - share) / count) + 1e-9
    for wrong, shares in ((False, (0.6, 0.3, 0.1)), (True, (0.1, 0.4, 0.5))):
        drawn = Counter(
            investigator._strength(np.random.default_rng([n, 4]), "calibrated", wrong) for n in range(count)
        )
        for strength, share in zip(investigator.STRENGTHS, shares, strict=True):
            assert abs(drawn[strength] / count - share) <= 5.0 * math.sqrt(share * (1 - share) / count)
