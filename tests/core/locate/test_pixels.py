"""Geo-aligned models and a language model's points beside retrieval: one root, pooled log-linearly."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from tests.core.locate.worlds import world
from theodolite.domain import AlignedLook, Reference, ReferenceSearch, SourceSetting, Spoken, StrategyAnswer
from theodolite.locate import Locator, pixels
from theodolite.locate.parameters import DEFAULT
from theodolite.locate.places import Q
from theodolite.locate.question import ask
from theodolite.locate.sphere import F8, unit

WORLD = world(7)
THREE = ((48.86, 2.35), (48.86, 2.35), (-33.9, 151.2))
LOOK = AlignedLook("E1", "own", "own", "a" * 64, "b" * 64, 20.0, tuple(unit(48.86, 2.35).tolist()))


class OnTheSphere:
    """A model that sees a place as its direction from the centre of the earth: cosines are geometry."""

    def cosines(self, vector: F8) -> F8:
        return np.asarray(WORLD.xyz @ vector)

    def cosines_at(self, vector: F8, lat: F8, lon: F8) -> F8:
        return np.asarray(unit(lat, lon).reshape(-1, 3) @ vector)


def locator() -> Locator:
    return Locator(WORLD, vectors=lambda sha256: OnTheSphere() if sha256 == LOOK.pack_sha256 else None)


def search(*where: tuple[float, float]) -> ReferenceSearch:
    found = tuple(
        Reference(f"{n:064x}", "x", f"r{n}", "", lat, lon, 0.9 - n / 10) for n, (lat, lon) in enumerate(where)
    )
    return ReferenceSearch("E1", (), "p", "c" * 64, len(found), found)


def spoke(*where: tuple[float, float]) -> StrategyAnswer:
    said = tuple(Spoken(1, n, "", (), "{}", n, lat, lon) for n, (lat, lon) in enumerate(where))
    wrong = Spoken(1, 99, "", (), "north", 9, invalid="not JSON")
    return StrategyAnswer("g3", "E1", "cosine", (), (*said, wrong))


def test_a_look_is_the_formula_of_image_scores() -> None:
    solution = locator().solve(ask(looks=[LOOK], exhibits=["E1"]))
    places = solution.posterior.places
    cosine = WORLD.xyz @ np.array(LOOK.vector)
    kernel = np.exp(LOOK.scale / 2.0 * (cosine - cosine.max()))
    expected = np.log(0.6 * kernel / (places.pi * kernel).sum() + 0.4)
    (look,) = solution.looks
    assert look.dense is not None
    assert np.abs(look.dense / Q - expected).max() < 2.0**-19
    assert abs((places.pi * np.exp(look.dense / Q)).sum() - 1.0) < 1e-5
    assert look.dense.min() / Q >= math.log(0.4) - 2.0**-20, "no source vetoes"


def test_several_models_of_one_picture_share_one_voice() -> None:
    """w = 1/M each: two models that agree say no more than one of them."""
    one = locator().solve(ask(looks=[LOOK], exhibits=["E1"]))
    two = locator().solve(ask(looks=[LOOK, replace(LOOK, model="second")], exhibits=["E1"]))
    alone, pooled = one.looks[0].dense, sum(look.dense for look in two.looks if look.dense is not None)
    assert alone is not None
    assert np.abs(alone - pooled).max() <= 2
    of_two_exhibits = pixels.weights(pixels.aligned([LOOK, replace(LOOK, exhibit="E2")]), (), DEFAULT)
    assert of_two_exhibits == (1.0, 1.0), "other pixels are another voice"


def test_what_is_switched_off_is_not_in_the_pool() -> None:
    evidence = {"looks": [LOOK], "searches": [search((48.8, 2.3))], "exhibits": ["E1"]}
    both = locator().solve(ask(**evidence))
    off = locator().solve(ask(**evidence, settings=[SourceSetting("alignment", on=False)]))
    never = locator().solve(ask(searches=evidence["searches"], exhibits=["E1"]))
    assert len(both.looks) == 2 and len(off.looks) == 1
    assert (off.posterior.score == never.posterior.score).all()


def test_a_model_that_is_not_installed_says_nothing() -> None:
    lost = replace(LOOK, pack_sha256="d" * 64)
    with_it = locator().solve(ask(looks=[lost], exhibits=["E1"]))
    without = locator().solve(ask(exhibits=["E1"]))
    assert (with_it.posterior.score == without.posterior.score).all()


def test_points_of_a_language_model_are_a_doubted_mixture() -> None:
    """e = .6, every valid answer the same share; an invalid one is no point at all."""
    solution = locator().solve(ask(answers=[spoke(*THREE)], exhibits=["E1"]))
    (seen,) = solution.seen
    assert seen.source == "answers" and len(seen.references) == 3  # type: ignore[union-attr]
    look = solution.looks[0].dense
    assert look is not None
    places = solution.posterior.places
    assert abs((places.pi * np.exp(look / Q)).sum() - 1.0) < 1e-5
    assert look.min() / Q >= math.log(0.6) - 2.0**-20
    near = {c.lat for c in places.candidates}
    assert near == {48.86, -33.9}, "each point is an explicit candidate"
    paris = [c.lat for c in places.candidates].index(48.86) + len(places.support)
    once = locator().solve(ask(answers=[spoke(*THREE[1:])], exhibits=["E1"])).looks[0].dense
    assert once is not None and look[paris] > once[paris], "what is named twice weighs twice"
    listed = locator().rank(answers=[spoke(*THREE)], exhibits=["E1"])
    for candidate in listed.candidates:
        assert sum(c.log_likelihood for c in candidate.contributions) == candidate.score


def test_references_that_do_not_know_name_no_region() -> None:
    """Even calibrated and certain: what a place without references would find as well is no finding."""
    near = (float(WORLD.lat[3]), float(WORLD.lon[3]))
    absent = replace(search(near, near), total=32, towns=2, by_chance=0.4)
    sure = replace(DEFAULT, retrieval_doubt=0.02, retrieval_shares=(0.68, 0.1, 0.1, 0.1), calibrated=True)
    trusting = Locator(WORLD, parameters=sure)
    known = trusting.rank(searches=[replace(absent, by_chance=0.001)], exhibits=["E1"])
    assert not known.abstained and known.note == "", "the same references, when they do know"
    unknown = trusting.rank(searches=[absent], exhibits=["E1"])
    assert unknown.abstained and unknown.note == "nearest of 32 references in 2 towns"
    said = [c.text for c in unknown.candidates[0].contributions if c.source == "retrieval"]
    assert said[0].endswith("nearest of 32 references in 2 towns: the place may be none of them")
    assert unknown.scores_sha256 == known.scores_sha256, "the doubt of retrieval is a parameter, not this"
