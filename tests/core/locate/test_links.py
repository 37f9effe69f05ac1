"""Linked exhibits: removable to the bit, blurred, doubted, never counted twice."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.locate.worlds import clue, hint, random_evidence, search, world
from theodolite.domain import (
    Clue,
    Hint,
    HintState,
    LinkReach,
    PointReach,
    Ranking,
    ReferenceSearch,
    Strength,
)
from theodolite.locate import links
from theodolite.locate.rank import Locator

WORLD = world(4)
SEEDS = st.integers(0, 2**32 - 1)


def link(number: int, *exhibits: str, km: float = 2.0, strength: Strength = Strength.LIKELY) -> Hint:
    return hint(number, LinkReach(exhibits, km), strength=strength)


def of(exhibit: str, clues: list[Clue], start: int) -> list[Clue]:
    """``clues`` as those of another exhibit, under other names and roots."""
    return [
        replace(c, exhibit=exhibit, id=f"C{start + n}", root=f"{exhibit} {c.root}")
        for n, c in enumerate(clues)
    ]


def two_exhibits(seed: int) -> tuple[list[Clue], list[Hint], list[ReferenceSearch]]:
    rng = np.random.default_rng(seed)
    clues, hints, searches = random_evidence(rng, WORLD, 5)
    other, _, seen = random_evidence(rng, WORLD, 5)
    searches += [replace(s, exhibit="E2") for s in seen]
    return clues + of("E2", other, 100), hints, searches


def same(first: Ranking, second: Ranking) -> bool:
    return first == second and first.scores_sha256 == second.scores_sha256


def gps(number: int, exhibit: str, place: int, **more: object) -> Clue:
    reach = PointReach(float(WORLD.lat[place]), float(WORLD.lon[place]), 0.05)
    return clue(number, reach, exhibit=exhibit, kind="exif.gps", root=f"metadata:{exhibit}", **more)  # type: ignore[arg-type]


@given(SEEDS)
def test_a_link_that_is_off_or_removed_was_never_there(seed: int) -> None:
    clues, hints, searches = two_exhibits(seed)
    locator = Locator(WORLD)
    before = locator.rank(clues=clues, hints=hints, searches=searches, exhibits=["E1"])
    linked = locator.rank(
        clues=clues, hints=[*hints, link(90, "E1", "E2")], searches=searches, exhibits=["E1"]
    )
    for state in (HintState.OFF, HintState.PROPOSED):
        unused = replace(link(90, "E1", "E2"), state=state)
        after = locator.rank(clues=clues, hints=[*hints, unused], searches=searches, exhibits=["E1"])
        assert same(before, after)
    fresh = Locator(WORLD)
    own = [c for c in clues if c.exhibit == "E1"]
    seen = [s for s in searches if s.exhibit == "E1"]
    assert same(before, fresh.rank(clues=own, hints=hints, searches=seen, exhibits=["E1"]))
    assert same(before, locator.rank(clues=clues, hints=hints, searches=searches, exhibits=["E1"]))
    counting = [c for c in clues if c.exhibit == "E2" and c.active] or [
        s for s in searches if s.exhibit == "E2"
    ]
    if counting:
        assert any("linked by H90" in c.text for c in linked.candidates[0].contributions)


@given(SEEDS)
def test_a_link_to_elsewhere_changes_nothing(seed: int) -> None:
    clues, hints, searches = two_exhibits(seed)
    locator = Locator(WORLD)
    before = locator.rank(clues=clues, hints=hints, searches=searches, exhibits=["E1"])
    for other in (link(90, "E2", "E3"), link(90, "E1", "E4")):
        after = locator.rank(clues=clues, hints=[*hints, other], searches=searches, exhibits=["E1"])
        assert same(before, after)


@given(SEEDS, st.randoms(use_true_random=False))
def test_order_makes_no_difference_and_shares_add_up(seed: int, random: object) -> None:
    clues, hints, searches = two_exhibits(seed)
    hints = [*hints, link(90, "E1", "E2"), link(91, "E1", "E2", km=1.0, strength=Strength.WEAK)]
    first = Locator(WORLD).rank(clues=clues, hints=hints, searches=searches, exhibits=["E1"])
    random.shuffle(clues)  # type: ignore[attr-defined]
    random.shuffle(hints)  # type: ignore[attr-defined]
    second = Locator(WORLD).rank(clues=clues, hints=hints, searches=searches[::-1], exhibits=["E1"])
    assert first.scores_sha256 == second.scores_sha256
    assert [c.probability for c in first.candidates] == [c.probability for c in second.candidates]
    for candidate in first.candidates:
        assert sum(c.log_likelihood for c in candidate.contributions) == candidate.score


def test_a_borrowed_source_arrives_blurred_and_doubted() -> None:
    place = 7
    found = links.ties(["E1"], [link(1, "E1", "E2", km=3.0)])
    assert [(t.exhibit, t.radius_km, t.hints) for t in found] == [("E2", 3.0, ("H1",))]
    assert found[0].doubt == pytest.approx(0.2)
    arrived = links.borrowed_groups(found, [gps(1, "E2", place, strength=Strength.CERTAIN)], (), ())
    assert arrived[0].doubt == pytest.approx(1 - 0.98 * 0.8)
    reach = arrived[0].parts[0].reach
    assert isinstance(reach, PointReach)
    assert reach.sd_km == math.hypot(0.05, 3.0)
    assert arrived[0].parts[0].text.endswith("(of E2, linked by H1)")


def test_the_joint_ranking_of_an_exhibit_without_evidence_follows_the_other() -> None:
    clues = [gps(1, "E2", 11, strength=Strength.CERTAIN)]
    locator = Locator(WORLD)
    alone = locator.rank(clues=clues, exhibits=["E1"])
    assert alone.abstained and alone.information_nats < 1e-6
    joint = locator.rank(clues=clues, hints=[link(1, "E1", "E2")], exhibits=["E1"])
    of_e2 = locator.rank(clues=clues, exhibits=["E2"])
    first, leading = joint.candidates[0], of_e2.candidates[0]
    assert (first.lat, first.lon) == (leading.lat, leading.lon)
    assert 0.0 < joint.information_nats < of_e2.information_nats


def test_weaker_links_and_wider_ones_say_less() -> None:
    clues = [gps(1, "E2", 11, strength=Strength.CERTAIN)]
    locator = Locator(WORLD)

    def told(**how: object) -> float:
        hints = [link(1, "E1", "E2", **how)]  # type: ignore[arg-type]
        return locator.rank(clues=clues, hints=hints, exhibits=["E1"]).information_nats

    certain, likely, weak = (told(strength=s) for s in (Strength.CERTAIN, Strength.LIKELY, Strength.WEAK))
    assert certain > likely > weak > 0.0
    assert told(km=0.1) > told(km=20.0)


def test_a_chain_adds_radii_and_combines_doubts_by_the_better_way() -> None:
    hints = [
        link(1, "E1", "E2", km=1.0),
        link(2, "E2", "E3", km=2.0, strength=Strength.CERTAIN),
        link(3, "E1", "E3", km=0.1, strength=Strength.WEAK),
    ]
    found = {tie.exhibit: tie for tie in links.ties(["E1"], hints)}
    assert found["E2"].hints == ("H1",)
    assert found["E3"].hints == ("H1", "H2")
    assert found["E3"].radius_km == 3.0
    assert found["E3"].doubt == pytest.approx(1 - 0.8 * 0.98)
    assert found == {tie.exhibit: tie for tie in links.ties(["E1"], hints[::-1])}


def test_one_root_is_one_doubt_even_over_a_link() -> None:
    """A second copy of the same bytes says nothing new."""
    shared = gps(1, "E1", 5)
    copy = replace(shared, id="C2", exhibit="E2")
    locator = Locator(WORLD)
    before = locator.rank(clues=[shared], exhibits=["E1"])
    after = locator.rank(clues=[shared, copy], hints=[link(1, "E1", "E2")], exhibits=["E1"])
    assert before.scores_sha256 == after.scores_sha256


def test_references_come_through_a_link_with_blur_and_doubt() -> None:
    seen = [search([(float(WORLD.lat[3]), float(WORLD.lon[3]), 0.9)], "E2")]
    locator = Locator(WORLD)
    of_e2 = locator.rank(searches=seen, exhibits=["E2"])
    joint = locator.rank(searches=seen, hints=[link(1, "E1", "E2", km=5.0)], exhibits=["E1"])
    assert locator.rank(searches=seen, exhibits=["E1"]).information_nats < 1e-6
    assert 0.0 < joint.information_nats < of_e2.information_nats
    text = next(c.text for c in joint.candidates[0].contributions if c.source == "retrieval")
    assert text.startswith("E2 resembles 1 reference") and text.endswith("(of E2, linked by H1)")
    least = min(
        c.log_likelihood for card in joint.candidates for c in card.contributions if c.source != "prior"
    )
    assert least >= math.log(1 - 0.5 * 0.8) - 2**-20


def test_the_effect_of_a_link_and_its_conflict_are_shown() -> None:
    """E1 says one country, E2 another; the certain link that overturns E1 is shown as a conflict."""
    first, second = 0, next(p for p in range(len(WORLD)) if WORLD.country[p] != WORLD.country[0])
    clues = [
        gps(1, "E1", first, strength=Strength.LIKELY),
        gps(2, "E2", second, strength=Strength.CERTAIN),
        clue(3, PointReach(float(WORLD.lat[second]), float(WORLD.lon[second]), 0.3), exhibit="E2"),
    ]
    for state in (HintState.PROPOSED, HintState.ON):
        hints = [replace(link(1, "E1", "E2", strength=Strength.CERTAIN), state=state)]
        effect = Locator(WORLD).hint_effects(clues=clues, hints=hints, exhibits=["E1"])["H1"]
        assert effect.text != "="
        assert effect.conflict is not None
        assert effect.conflict.first_ranking[0][0] != effect.conflict.second_ranking[0][0]
