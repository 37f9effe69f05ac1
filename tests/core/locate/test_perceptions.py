"""What a model that saw a photograph names: one more voice about its pixels, unless it repeats a hint."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.core.locate.worlds import clue, search, world
from theodolite.domain import Exchange, Perceived, Perception, PointReach, SourceSetting
from theodolite.locate import Locator
from theodolite.locate.places import Q
from theodolite.locate.question import ask

WORLD = world(7)
SEEN = Perception(
    exhibit="E1",
    exchange="X1",
    sees=True,
    places=(
        Perceived("France", "Île-de-France", "Paris", 0.7, "FR", 48.86, 2.35),
        Perceived("Australia", "", "Sydney", 0.2, "AU", -33.9, 151.2),
        Perceived("Nowhere", "", "", 0.1),
    ),
    scene="street",
    pack="a model",
    pack_sha256="a" * 64,
)


def asked(name: str = "X1", told: tuple[str, ...] = ()) -> Exchange:
    return Exchange(
        id=name, mode="perceive", exhibit="E1", utc="2026-01-01T00:00:00Z", asked=(), text="{}",
        finish="stop", seed=7, temperature=0.2, sees=True, packs=(), model_sha256="", projector_sha256="",
        threads=1,
        gpu_layers=0, build="", plan=(), prompt_tokens=1, tokens=1, told=told,
    )  # fmt: skip


def test_places_named_are_the_mixture_with_equal_shares() -> None:
    """e = .6 and the four scales of .1, .1, .1, .1 scaled: stated probabilities do not count."""
    solution = Locator(WORLD).solve(ask(perceptions=[SEEN], exchanges=[asked()], exhibits=["E1"]))
    (look,) = solution.looks
    places = solution.posterior.places
    assert look.dense is not None
    assert look.dense.min() / Q >= np.log(0.6) - 2.0**-20
    assert abs((places.pi * np.exp(look.dense / Q)).sum() - 1.0) < 1e-5
    assert [(c.lat, c.lon) for c in solution.explicit] == [(-33.9, 151.2), (48.86, 2.35)]
    swapped = replace(SEEN, places=tuple(replace(p, stated=1.0 - p.stated) for p in SEEN.places[::-1]))
    again = Locator(WORLD).solve(ask(perceptions=[swapped], exchanges=[asked()], exhibits=["E1"]))
    assert (again.looks[0].dense == look.dense).all()


def test_it_shares_its_root_with_what_else_looks_at_the_pixels() -> None:
    found = Locator(WORLD)
    references = [search([(48.86, 2.35, 0.9)])]
    alone = found.solve(ask(searches=references, exhibits=["E1"]))
    both = found.solve(ask(searches=references, perceptions=[SEEN], exchanges=[asked()], exhibits=["E1"]))
    assert len(alone.seen) == 1
    assert [one.root for one in both.seen] == ["pixels:E1"] * 2
    off = (SourceSetting("answers", on=False),)
    switched = found.solve(
        ask(searches=references, perceptions=[SEEN], exchanges=[asked()], settings=off, exhibits=["E1"])
    )
    assert (switched.posterior.score == alone.posterior.score).all()


def test_asking_again_is_no_new_evidence() -> None:
    found = Locator(WORLD)
    later = replace(SEEN, exchange="X12", places=SEEN.places[1:])
    many = [SEEN, replace(SEEN, exchange="X2"), later]
    exchanges = [asked(), asked("X2"), asked("X12")]
    ranking = found.rank(perceptions=many, exchanges=exchanges, exhibits=["E1"])
    assert ranking == found.rank(perceptions=[later], exchanges=exchanges, exhibits=["E1"])
    assert ranking == Locator(WORLD).rank(perceptions=many[::-1], exchanges=exchanges[::-1], exhibits=["E1"])
    other = replace(SEEN, exchange="X2", pack_sha256="b" * 64)
    assert len(found.solve(ask(perceptions=[SEEN, other], exchanges=exchanges)).looks) == 2


@pytest.mark.parametrize("when", ["X2", "X12"])
@pytest.mark.parametrize("recorded", [True, False])
def test_what_a_model_said_when_told_takes_nothing_from_what_it_said_before(
    when: str, recorded: bool
) -> None:
    """Earlier or later than the one that counts, whether or not it names the same places."""
    found, untold = Locator(WORLD), replace(SEEN, exchange="X7")
    alone = found.rank(perceptions=[untold], exchanges=[asked("X7")], exhibits=["E1"])
    told = replace(SEEN, exchange=when, places=SEEN.places[1:])
    exchanges = [asked("X7"), *([asked(when, ("H1",))] if recorded else [])]
    every = [untold, told, replace(told, exchange=f"{when}1")]
    if recorded:
        exchanges.append(asked(f"{when}1", ("H1",)))
    both = found.rank(perceptions=every, exchanges=exchanges, exhibits=["E1"])
    assert both.scores_sha256 == alone.scores_sha256
    assert both.candidates[0].probability == alone.candidates[0].probability > 0.0
    assert both == Locator(WORLD).rank(perceptions=every[::-1], exchanges=exchanges, exhibits=["E1"])
    why = "it was shown H1" if recorded else "what it was shown is not recorded"
    said = f"a model on E1 does not count: {why}"
    assert found.left_out(perceptions=every, exchanges=exchanges, exhibits=["E1"]) == (said,)
    assert [c.text for c in both.candidates[0].contributions].count(said) == 1


@pytest.mark.parametrize(
    ("exchanges", "why"),
    [
        ([asked(told=("H1", "C2"))], "a model on E1 does not count: it was shown H1 and C2"),
        ([], "a model on E1 does not count: what it was shown is not recorded"),
    ],
)
def test_a_model_that_was_told_a_hint_is_left_out_and_that_is_said(
    exchanges: list[Exchange], why: str
) -> None:
    found = Locator(WORLD)
    place = clue(1, PointReach(float(WORLD.lat[0]), float(WORLD.lon[0]), 5.0))
    ranking = found.rank(clues=[place], perceptions=[SEEN], exchanges=exchanges, exhibits=["E1"])
    assert ranking.scores_sha256 == found.rank(clues=[place], exhibits=["E1"]).scores_sha256
    first = ranking.candidates[0]
    assert [c.log_likelihood for c in first.contributions if c.text == why] == [0.0]
    assert sum(c.log_likelihood for c in first.contributions) == first.score
    assert found.left_out(perceptions=[SEEN], exchanges=exchanges, exhibits=["E1"]) == (why,)
    assert found.rank(perceptions=[SEEN], exchanges=exchanges, exhibits=["E1"]).candidates == ()


def test_a_model_that_saw_nothing_is_no_source() -> None:
    found = Locator(WORLD)
    blind, empty = replace(SEEN, sees=False), replace(SEEN, places=SEEN.places[2:])
    for one in (blind, empty, replace(SEEN, exhibit="E9")):
        solution = found.solve(ask(perceptions=[one], exchanges=[asked()], exhibits=["E1"]))
        assert solution.looks == ()
        assert solution.left_out == ()
