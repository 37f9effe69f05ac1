"""The alignment of a comparison: properties over any scale, turn, mirror and size. Pure."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite_desktop import aligning, viewing
from theodolite_desktop.aligning import Pair, Similarity
from theodolite_desktop.viewing import Viewport

SIDE = 12_000.0
lengths = st.floats(-5000, 5000)
scales = st.floats(math.log(0.01), math.log(32)).map(math.exp)
angles = st.one_of(st.sampled_from([0.0, 90.0, 180.0, 270.0]), st.floats(0, 359.999))
viewports = st.builds(Viewport, scales, lengths, lengths, angles, st.booleans())
sizes = st.tuples(st.floats(200, 2000), st.floats(200, 1500))
points = st.tuples(st.floats(0, SIDE), st.floats(0, SIDE))
factors = st.builds(lambda scale, angle: scale * complex(*viewing.turn(angle)), scales, angles)
similarities = st.builds(Similarity, factors, st.builds(complex, lengths, lengths), st.booleans())


def far(first: tuple[float, float], second: tuple[float, float]) -> float:
    return math.hypot(first[0] - second[0], first[1] - second[1])


@given(viewports, points)
def test_a_viewport_and_its_similarity_draw_alike(viewport: Viewport, point: tuple[float, float]) -> None:
    there = aligning.of_view(viewport)
    assert far(there(*point), viewport.to_view(*point)) < 1e-6
    assert far(aligning.view_of(there).to_view(*point), viewport.to_view(*point)) < 1e-4
    assert far(there.inverse()(*viewport.to_view(*point)), point) < 1e-6 / viewport.scale + 1e-4


@given(similarities, similarities, points)
def test_then_and_inverse(one: Similarity, two: Similarity, point: tuple[float, float]) -> None:
    assert far(one.then(two)(*point), two(*one(*point))) < 1e-6 * (1 + one.scale) * (1 + two.scale)
    assert far(one.then(one.inverse())(*point), point) < 1e-3
    assert one.then(two).mirrored == (one.mirrored != two.mirrored)


moves = st.lists(
    st.tuples(
        st.sampled_from(["pan", "zoom", "turn", "flip"]),
        st.floats(-400, 400),
        st.floats(0.5, 2.0),
        st.floats(-180, 180),
        st.booleans(),
    ),
    max_size=40,
)


def moved(
    viewport: Viewport, move: tuple[str, float, float, float, bool], size: tuple[float, float]
) -> Viewport:
    kind, far_, factor, degrees, _ = move
    if kind == "pan":
        return viewing.panned(viewport, far_, -far_ / 2)
    if kind == "zoom":
        return viewing.zoomed(viewport, factor, size[0] / 3, size[1] / 2)
    if kind == "turn":
        return viewing.turned(viewport, degrees, size[0] / 2, size[1] / 2)
    return viewing.flipped(viewport, size[0] / 2)


@given(viewports, viewports, sizes, sizes, moves, points)
def test_a_locked_alignment_outlives_every_move_of_either_pane(
    first: Viewport,
    other: Viewport,
    one: tuple[float, float],
    two: tuple[float, float],
    steps: list[tuple[str, float, float, float, bool]],
    point: tuple[float, float],
) -> None:
    """Pan, zoom, turn and mirror in either pane: what lay over a point still does, within a source pixel."""
    aligned = aligning.alignment(first, other, one, two)
    before = aligned(*point)
    for step in steps:
        if step[4]:
            other = moved(other, step, two)
            first = aligning.leader(other, aligned, one, two)
        else:
            first = moved(first, step, one)
            other = aligning.follower(first, aligned, one, two)
    again = aligning.alignment(first, other, one, two)
    assert far(again(*point), before) < 1e-3 * max(1.0, aligned.scale)
    assert far(aligning.over(first, aligned).to_view(*before), first.to_view(*point)) < 1e-3


@given(similarities, st.lists(points, min_size=2, max_size=3))
def test_anchors_give_scale_turn_and_shift(true: Similarity, places: list[tuple[float, float]]) -> None:
    if min(far(a, b) for i, a in enumerate(places) for b in places[:i]) < 50:
        return
    pairs: list[Pair] = [(place, true(*place)) for place in places]
    if max(far(a[1], b[1]) for a in pairs for b in pairs) < 5:
        return
    found = aligning.from_anchors(pairs, replace(true, factor=1 + 0j, shift=0j))
    assert aligning.misfit(pairs, found) < 1e-3 * max(1.0, true.scale)
    assert found.scale == pytest.approx(true.scale, rel=1e-6)


def test_three_pairs_that_disagree_are_met_in_the_middle() -> None:
    corners = [(0.0, 0.0), (100.0, 0.0), (0.0, 100.0)]
    pairs = [(p, (2 * p[0] + dx, 2 * p[1])) for p, dx in zip(corners, (3.0, -3.0, 0.0), strict=True)]
    found = aligning.from_anchors(pairs, aligning.SAME)
    assert found.scale == pytest.approx(2.0, rel=0.03)
    errors = [far(found(*a), b) for a, b in pairs]
    assert 0 < max(errors) < 3.0 and aligning.misfit(pairs, found) == pytest.approx(max(errors))


def test_one_pair_keeps_scale_turn_and_mirror() -> None:
    known = Similarity(2j, 5 + 5j, True)
    found = aligning.from_anchors([((10.0, 20.0), (300.0, 400.0))], known)
    assert found((10.0), 20.0) == pytest.approx((300.0, 400.0))
    assert (found.factor, found.mirrored) == (known.factor, True)
    assert aligning.from_anchors([], known) == known


def test_two_anchors_on_one_spot_say_nothing_of_scale() -> None:
    pairs: list[Pair] = [((5.0, 5.0), (8.0, 8.0)), ((5.2, 5.0), (90.0, 8.0))]
    assert aligning.from_anchors(pairs, Similarity(3 + 0j)).scale == 3.0
