"""Links between exhibits as people write them."""

from __future__ import annotations

import pytest

from theodolite.assistant import hints
from theodolite.domain import AreaReach, LinkReach, Strength
from theodolite.errors import HintNotUnderstood
from theodolite.geo.world import World

CERTAIN, LIKELY, WEAK = Strength.CERTAIN, Strength.LIKELY, Strength.WEAK


@pytest.fixture(scope="module")
def world() -> World:
    return World.load()


@pytest.mark.parametrize(
    ("text", "exhibits", "radius", "strength"),
    [
        ("E1 and E2 show one place", ("E1", "E2"), 1.0, LIKELY),
        ("E1 and E2 show one place within 2 km", ("E1", "E2"), 2.0, LIKELY),
        ("E2 and E1 show the same place, within 500 m, certain", ("E1", "E2"), 0.5, CERTAIN),
        ("e1, e2 and e10 all show one place (within 2 miles)", ("E1", "E2", "E10"), 3.22, LIKELY),
        ("E1, E3, and E2 were taken at the same spot, weak", ("E1", "E2", "E3"), 1.0, WEAK),
        ("E1 shows the same place as E2", ("E1", "E2"), 1.0, LIKELY),
        ("E4 was taken at the same place as E2 and E3 within 10 km", ("E2", "E3", "E4"), 10.0, LIKELY),
        ("maybe E1 and E2 show one place", ("E1", "E2"), 1.0, WEAK),
    ],
)
def test_links(world: World, text: str, exhibits: tuple[str, ...], radius: float, strength: Strength) -> None:
    (hint,) = hints.parse(text, world, None)
    assert hint.reach == LinkReach(exhibits, radius)
    assert hint.strength is strength
    assert not hint.exclude
    assert hint.reading.startswith(" and ".join([", ".join(exhibits[:-1]), exhibits[-1]]) + " show one place")
    # What is said back can be said again.
    assert hints.parse(f"{hint.reading}, {strength.value}", world, None)[0].reach == hint.reach


def test_a_link_beside_another_hint(world: World) -> None:
    first, second = hints.parse("E1 and E2 show one place within 2 km; in Italy, weak", world, None)
    assert first.reach == LinkReach(("E1", "E2"), 2.0)
    assert second.reach == AreaReach("country", ("IT",))


@pytest.mark.parametrize(
    "text",
    [
        "E1 and E1 show one place",
        "E1 shows one place",
        "E1 and E2 do not show one place",
        "E1 and E2 are unlikely to show one place",
        "E1 and E2 show one place within 400 km",
        "E1 and E2 show one place within 2",
        "E1 and E2 show one place in Italy",
        "E1 or E2 show one place",
        "exclude E1 and E2 show one place",
        "E1 and Arezzo show one place",
        "not E1 and E2 show one place",
    ],
)
def test_what_is_no_link_is_refused(world: World, text: str) -> None:
    with pytest.raises(HintNotUnderstood):
        hints.parse(text, world, None)
