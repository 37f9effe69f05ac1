"""Clues that share an origin count as one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from theodolite.domain import Candidate, Clue, Contribution, Origin, ReferenceSearch, Strength
from theodolite.engine import independence

CAMERA, FILE, GUIDE = Origin("camera", "x100"), Origin("file", "ab"), Origin("reference", "guide")


def clue(name: str, *origins: Origin) -> Clue:
    return Clue(name, "E1", "hand", "o", "i", Strength.LIKELY, "m", "1", f"r{name}", origins)


def candidate(**contributions: float) -> Candidate:
    parts = tuple(Contribution(source, source, value) for source, value in contributions.items())
    return Candidate("a", 1, 0, 0, "A", "IT", 0.5, 25, 0.0, parts)


def test_shared_origins_join_through_others() -> None:
    assert independence.groups([[CAMERA], [FILE], [CAMERA, FILE]]) == 1
    assert independence.groups([[CAMERA], [FILE]]) == 2


def test_an_item_without_origin_counts_for_nothing() -> None:
    assert independence.groups([[], [FILE]]) == 1


def test_only_what_speaks_for_the_candidate_counts() -> None:
    clues = [clue("C1", FILE), clue("C2", GUIDE), clue("C3", CAMERA)]
    found = independence.supporting(candidate(C1=1.0, C2=-0.2, H1=3.0), clues, [])
    assert [name for name, _ in found] == ["C1"]


def test_a_search_rests_on_its_index() -> None:
    search = ReferenceSearch("E1", (("/a.index", "h"),), "p", "s", 3, ())
    here = candidate(retrieval=1.0, C2=0.5)
    assert independence.independent(here, [clue("C2", GUIDE)], [search]) == 2


@given(
    st.lists(st.lists(st.sampled_from([CAMERA, FILE, GUIDE, Origin("person", "p")]), max_size=3), max_size=8)
)
def test_groups_do_not_depend_on_order(items: list[list[Origin]]) -> None:
    assert independence.groups(items) == independence.groups(items[::-1])
