"""What a comparison keeps, as values: to JSON and back, damaged JSON, what goes on record. Pure."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.domain import CounterMark, MarkShape, PaneView
from theodolite_desktop import side_by_side
from theodolite_desktop.aligning import Similarity
from theodolite_desktop.comparing import MapShot, shot_of
from theodolite_desktop.side_by_side import MODES, Setup, Side
from theodolite_desktop.viewing import Viewport

numbers = st.floats(-1e6, 1e6)
spots = st.tuples(numbers, numbers)
shares = st.tuples(st.floats(0, 1), st.floats(0, 1))
names = st.text(max_size=12)
similarities = st.builds(
    Similarity,
    st.builds(complex, st.floats(0.01, 50), numbers),
    st.builds(complex, numbers, numbers),
    st.booleans(),
)
shapes = st.builds(lambda p: MarkShape("point", (p,)), shares)
sides = st.builds(
    lambda aligned, pinned, anchors, marks: Side(aligned, pinned and aligned is not None, anchors, marks),
    st.none() | similarities,
    st.booleans(),
    st.lists(spots, max_size=3).map(tuple),
    st.lists(st.builds(CounterMark, names, names, shapes), max_size=3).map(tuple),
)
setups = st.builds(
    Setup,
    st.lists(names, max_size=3).map(tuple),
    st.integers(1, 4),
    st.booleans(),
    st.sampled_from(MODES),
    st.integers(0, 100),
    st.floats(0, 1),
    st.none()
    | st.builds(Viewport, st.floats(0.01, 30), numbers, numbers, st.floats(0, 359.99), st.booleans()),
    st.lists(spots, max_size=3).map(tuple),
    st.dictionaries(names, sides, max_size=4).map(lambda found: tuple(found.items())),
)


@given(setups)
def test_what_is_kept_with_the_case_comes_back(setup: Setup) -> None:
    assert side_by_side.from_plain(json.loads(json.dumps(side_by_side.to_plain(setup)))) == setup


junk: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=5), inner, max_size=5),
    max_leaves=20,
)


@given(junk, st.sampled_from(["first", "sides", "anchors", "mode", "subjects", "split", "panes", "opacity"]))
def test_a_damaged_state_is_as_if_it_had_not_been_there(value: Any, name: str) -> None:
    found = side_by_side.from_plain({name: value})
    assert 1 <= found.panes <= 4 and found.mode in MODES and 0 <= found.split <= 1
    assert 0 <= found.opacity <= 100 and len(found.subjects) <= 3 and len(found.anchors) <= 3
    side_by_side.from_plain({"sides": {"x": {name: value}, "y": value}})
    side_by_side.from_plain(value)


def test_a_kept_comparison_shows_again_as_it_was() -> None:
    setup = Setup(
        subjects=("exhibit:E2",),
        anchors=((1.0, 2.0), (3.0, 4.0), (5.0, 6.0)),
        sides=(
            (
                "exhibit:E2",
                Side(
                    None,
                    anchors=((7.0, 8.0), (9.0, 9.0)),
                    marks=(CounterMark("C1", "exhibit:E2", MarkShape("point", ((0.5, 0.5),))),),
                ),
            ),
        ),
    )
    views = (PaneView("exhibit:E1", 0.5, 10, 20, 30.0, True), PaneView("exhibit:E2", 2.0, -5, 1, 200.0))
    made = side_by_side.kept(setup, "E1", views, " note ")
    assert made.anchors == (((1.0, 2.0), (3.0, 4.0)), ((7.0, 8.0), (9.0, 9.0))), "the pairs that both have"
    assert made.note == "note" and [mark.clue for mark in made.marks] == ["C1"]
    again = side_by_side.setup_of(made, Setup())
    aligned = again.side("exhibit:E2").aligned
    assert aligned is not None and again.first is not None
    seen = again.first.to_view(123, 45)
    assert side_by_side.view_of(views[1]).to_view(*aligned(123, 45)) == pytest.approx(seen)


def test_a_mark_has_one_place_on_a_subject() -> None:
    def mark(x: float) -> CounterMark:
        return CounterMark("C1", "filed:F1", MarkShape("point", ((x, 0.5),)))

    setup = Setup().with_mark(mark(0.1)).with_mark(mark(0.9))
    assert setup.marks_on("filed:F1") == (mark(0.9),)
    assert setup.without_mark("filed:F1", "C1").marks_on("filed:F1") == ()


@given(st.floats(-90, 90), st.floats(-180, 180), st.floats(0, 30))
def test_the_key_of_a_map_view_names_it(lat: float, lon: float, zoom: float) -> None:
    shot = MapShot(round(lat, 5), round(lon, 5), round(zoom, 1))
    found = shot_of(shot.key)
    assert found is not None and found.key == shot.key


@pytest.mark.parametrize(
    "key", ["map:", "map:1,2", "map:x,2,3", "map:91,0,3", "map:0,0,nan", "exhibit:E1", ""]
)
def test_what_is_no_map_view(key: str) -> None:
    assert shot_of(key) is None
