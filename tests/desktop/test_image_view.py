"""The image view: where a picture and its marks lie at any zoom, rotation and mirror."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage

from theodolite.domain import Box, Clue, MarkShape, Origin, Strength
from theodolite.evidence.recipes import tones
from theodolite_desktop import toning, viewing
from theodolite_desktop.picture_shelf import PictureShelf
from theodolite_desktop.pictures import Picture, of_image, sketch
from theodolite_desktop.pointing import level_angle, marks_of, pointer_text, region_of
from theodolite_desktop.sketching import FULL, GUIDES, Kind, Sketch
from theodolite_desktop.toning import Levels
from theodolite_desktop.viewing import Viewport
from theodolite_desktop.views import handles, marking
from theodolite_desktop.views.marking import MarkBox

SCALES = st.floats(0.05, 20.0)
PLACES = st.floats(-5000.0, 5000.0)
ANGLES = st.floats(0.0, 359.99)
SIZES = st.floats(1.0, 20000.0)
VIEWPORTS = st.builds(Viewport, SCALES, PLACES, PLACES, ANGLES, st.booleans())


@given(VIEWPORTS, PLACES, PLACES)
def test_a_point_of_the_picture_is_found_again(view: Viewport, x: float, y: float) -> None:
    assert view.to_image(*view.to_view(x, y)) == pytest.approx((x, y), abs=1e-5)


@given(VIEWPORTS, PLACES, PLACES)
def test_a_viewport_is_what_the_domain_says(view: Viewport, x: float, y: float) -> None:
    """scale * R(angle) * M * p + (left, top), clockwise with y down."""
    flipped = -x if view.mirrored else x
    cos, sin = math.cos(math.radians(view.angle)), math.sin(math.radians(view.angle))
    expected = (
        view.scale * (cos * flipped - sin * y) + view.left,
        view.scale * (sin * flipped + cos * y) + view.top,
    )
    assert view.to_view(x, y) == pytest.approx(expected, abs=1e-6)


@given(VIEWPORTS, st.floats(0.2, 5.0), PLACES, PLACES)
def test_zooming_keeps_what_is_under_the_pointer(view: Viewport, factor: float, x: float, y: float) -> None:
    after = viewing.zoomed(view, factor, x, y)
    assert after.to_view(*view.to_image(x, y)) == pytest.approx((x, y), abs=1e-4)
    assert (after.angle, after.mirrored) == (view.angle, view.mirrored)


@given(VIEWPORTS, st.floats(-720.0, 720.0), PLACES, PLACES)
def test_rotating_keeps_the_middle_and_can_be_taken_back(
    view: Viewport, degrees: float, x: float, y: float
) -> None:
    after = viewing.turned(view, degrees, x, y)
    assert after.to_view(*view.to_image(x, y)) == pytest.approx((x, y), abs=1e-4)
    back = viewing.turned(after, -degrees, x, y)
    assert back.to_view(100, 70) == pytest.approx(view.to_view(100, 70), abs=1e-4)


@given(VIEWPORTS, PLACES, PLACES, PLACES)
def test_mirroring_mirrors_what_is_seen(view: Viewport, at: float, x: float, y: float) -> None:
    seen, after = view.to_view(x, y), viewing.flipped(view, at)
    assert after.to_view(x, y) == pytest.approx((2 * at - seen[0], seen[1]), abs=1e-4)
    assert viewing.flipped(after, at).to_view(x, y) == pytest.approx(seen, abs=1e-4)


@given(SIZES, SIZES, ANGLES, st.booleans())
def test_a_fitted_picture_lies_inside_at_any_rotation(
    width: float, height: float, angle: float, mirrored: bool
) -> None:
    view = viewing.fit((width, height), (800, 600), angle=angle, mirrored=mirrored)
    left, top, right, bottom = view.bounds((width, height))
    assert view.scale <= 1
    if view.scale > viewing.SMALLEST:
        assert left >= -1e-6 and top >= -1e-6 and right <= 800 + 1e-6 and bottom <= 600 + 1e-6
    assert (left + right, top + bottom) == pytest.approx((800, 600), abs=1e-6)


@given(VIEWPORTS, SIZES, SIZES)
def test_a_picture_cannot_be_lost_out_of_view(view: Viewport, width: float, height: float) -> None:
    kept = viewing.kept_near(view, (width, height), (800, 600))
    left, top, right, bottom = kept.bounds((width, height))
    assert left <= 800 - viewing.STRIP + 1e-6 and right >= viewing.STRIP - 1e-6
    assert top <= 600 - viewing.STRIP + 1e-6 and bottom >= viewing.STRIP - 1e-6


@pytest.mark.parametrize("quarters", range(4))
def test_quarter_turns_are_exact(quarters: int) -> None:
    view = Viewport(1.0, 3.0, 5.0, 90.0 * quarters)
    assert all(value == int(value) for value in (*view.to_view(7, 11), *view.matrix))


# --- marks ---------------------------------------------------------------------------------------------

SHARES = st.floats(0.0, 1.0)
SIZE = (4000.0, 3000.0)
SHIFTS = st.floats(-500, 500)
VIEWS = st.builds(Viewport, st.floats(0.2, 4.0), SHIFTS, SHIFTS, ANGLES, st.booleans())
LINE = MarkShape("line", ((0.1, 0.1), (0.5, 0.1), (0.5, 0.6)))
AREA = MarkShape("polygon", ((0.6, 0.1), (0.9, 0.1), (0.75, 0.5)))
SPOT = MarkShape("point", ((0.3, 0.8),))
MARKS = (
    MarkBox("C1", 1, Box(0.2, 0.2, 0.4, 0.5), editable=True),
    MarkBox("C2", 2, Box(0.1, 0.1, 0.5, 0.6), LINE, editable=True),
    MarkBox("C3", 3, Box(0.6, 0.1, 0.9, 0.5), AREA, editable=True),
    MarkBox("C4", 4, Box(0.3, 0.8, 0.3, 0.8), SPOT, editable=True),
)
SPOTS = ((0.25, 0.3, "C1"), (0.3, 0.1, "C2"), (0.75, 0.2, "C3"), (0.3, 0.8, "C4"), (0.97, 0.97, ""))
KINDS = st.sampled_from(["box", "point", "line", "polygon", "horizon"])


def place(view: Viewport, x: float, y: float) -> QPointF:
    return QPointF(*view.to_view(x * SIZE[0], y * SIZE[1]))


@given(VIEWS)
def test_marks_are_found_where_they_are_drawn(view: Viewport) -> None:
    """At any zoom, rotation and mirror; of two, the smaller one."""
    for x, y, found in SPOTS:
        assert marking.found_at(MARKS, view, SIZE, place(view, x, y)) == found
    inner = MarkBox("C9", 9, Box(0.24, 0.28, 0.26, 0.32))
    assert marking.found_at((*MARKS, inner), view, SIZE, place(view, 0.25, 0.3)) == "C9"


@given(VIEWS, st.floats(-0.15, 0.15), st.floats(-0.15, 0.15))
def test_a_handle_takes_its_side_along_and_nothing_else(view: Viewport, dx: float, dy: float) -> None:
    box = MARKS[0].box
    for name, at in handles.grips(MARKS[0], view, SIZE):
        assert handles.grip_at(MARKS[0], view, SIZE, at) == name
        moved = handles.dragged(MARKS[0], name, (dx, dy)).box
        across, down = handles.SIDES[name]
        assert moved.left <= moved.right and moved.top <= moved.bottom
        if across == 0:
            assert (moved.left, moved.right) == (box.left, box.right)
        if down == 0:
            assert (moved.top, moved.bottom) == (box.top, box.bottom)
        if across > 0 and dx > 0:
            assert moved.right == pytest.approx(box.right + dx) and moved.left == box.left
    for number in range(3):
        line = handles.dragged(MARKS[1], str(number), (dx, dy)).shape
        assert line is not None
        same = [a == b for a, b in zip(line.points, LINE.points, strict=True)]
        assert all(same[n] for n in range(3) if n != number)


@given(st.sampled_from(MARKS), st.floats(-2, 2), st.floats(-2, 2))
def test_a_mark_keeps_its_form_when_moved_and_stays_on_the_picture(
    mark: MarkBox, dx: float, dy: float
) -> None:
    moved = handles.dragged(mark, handles.ALL, (dx, dy))
    assert all(-1e-9 <= value <= 1 + 1e-9 for point in moved.points for value in point)
    (x, y), (u, v) = mark.points[0], moved.points[0]
    for before, after in zip(mark.points, moved.points, strict=True):
        assert (after[0] - before[0], after[1] - before[1]) == pytest.approx((u - x, v - y), abs=1e-9)


@given(KINDS, st.lists(st.tuples(SHARES, SHARES), max_size=9))
def test_a_sketch_is_full_or_enough_and_never_off_the_picture(
    kind: Kind, points: list[tuple[float, float]]
) -> None:
    drawn = Sketch(kind)
    assert drawn.guide in GUIDES[kind]
    for x, y in points:
        if drawn.full:
            break
        drawn = drawn.add((3 * x - 1, 3 * y - 1))
        assert drawn.guide in GUIDES[kind]
    found = drawn.region()
    assert (found is not None) == drawn.enough
    if isinstance(found, Box):
        assert 0 <= found.left <= found.right <= 1 and 0 <= found.top <= found.bottom <= 1
    elif found is not None:
        assert found.kind == ("line" if kind == "horizon" else kind)
        assert len(found.points) >= FULL.get(kind, 2)
        assert all(0 <= value <= 1 for point in found.points for value in point)
    assert drawn.back().points == drawn.points[:-1]
    assert drawn.add((0.5, 0.5)).add((0.5, 0.5)) == drawn.add((0.5, 0.5)), "a place counts once in a row"


def clue(name: str, **values: Any) -> Clue:
    plain: dict[str, Any] = {"kind": "hand", "by_person": True} | values
    kind, origin = plain.pop("kind"), Origin("person", "A")
    return Clue(name, "E1", kind, "seen", "", Strength.LIKELY, "observed", "1", "hand", (origin,), **plain)


def test_only_a_persons_own_mark_has_handles() -> None:
    box = Box(0, 0, 0.5, 0.5)
    found = marks_of(
        (
            clue("C1", box=box, mark=1),
            clue("C2", box=box, by_person=False, kind="street"),
            clue("C3", box=box, kind="sun.shadow"),
            clue("C4"),
        )
    )
    assert [(mark.id, mark.editable) for mark in found] == [("C1", True), ("C2", False), ("C3", False)]


def test_the_latest_horizon_levels_the_view() -> None:
    first = clue("C1", kind="geometry.horizon", shape=MarkShape("line", ((0.9, 0.4), (0.1, 0.5))))
    off = clue("C2", kind="geometry.horizon", shape=MarkShape("line", ((0, 0), (1, 1))), active=False)
    angle = level_angle((first, off), SIZE)
    assert angle == pytest.approx(math.degrees(math.atan2(0.1 * 3000, 0.8 * 4000)))
    view = Viewport(1.0, 0, 0, angle)
    (_, left), (_, right) = view.to_view(0.1 * 4000, 0.5 * 3000), view.to_view(0.9 * 4000, 0.4 * 3000)
    assert left == pytest.approx(right)
    assert level_angle((off,), SIZE) is None


def test_a_region_that_was_kept_comes_back_and_anything_odd_is_none() -> None:
    assert region_of({"box": [0.1, 0.2, 0.3, 0.4]}) == (Box(0.1, 0.2, 0.3, 0.4), None)
    drawn: dict[str, Any] = {
        "box": [0.1, 0.2, 0.3, 0.4],
        "shape": {"kind": "line", "points": [[0.1, 0.2], [0.3, 0.4]]},
    }
    assert region_of(drawn)[1] == MarkShape("line", ((0.1, 0.2), (0.3, 0.4)))
    for odd in ({}, {"box": 3}, {"box": [1, 2]}, {"box": ["a"] * 4}):
        assert region_of(odd) == (None, None)
    for shape in ({"kind": "circle"}, {"kind": "line"}, {"kind": "line", "points": [1]}, []):
        assert region_of({**drawn, "shape": shape})[1] is None


# --- pixels --------------------------------------------------------------------------------------------


def test_the_pointer_tells_pixel_and_colour_of_the_picture_in_full_only() -> None:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(0xFF102030)
    image.setPixel(7, 9, 0xFFA1B2C3)
    whole = of_image(image)
    assert pointer_text(7.9, 9.2, (40, 30), whole) == "x 7, y 9  #A1B2C3  161 178 195"
    assert pointer_text(7.9, 9.2, (40, 30), None) == "x 7, y 9"
    assert pointer_text(-0.1, 5, (40, 30), whole) == pointer_text(5, 30, (40, 30), whole) == ""
    small = sketch(400, 300, image)
    assert not small.sharp and pointer_text(70, 90, (400, 300), small) == "x 70, y 90", "none of a preview"


@given(st.integers(0, 254), st.integers(1, 255), st.floats(0.1, 10.0))
def test_levels_of_the_view_are_those_of_the_recipe(black: int, white: int, gamma: float) -> None:
    black, white = min(black, white - 1), max(white, black + 1)
    ramp = np.arange(256, dtype=np.uint8).reshape(1, 256, 1).repeat(3, axis=2)
    expected = tones.levels(ramp, black, white, gamma)[0, :, 0]
    assert toning.table(Levels(black, white, gamma)) == expected.tobytes()


def test_toning_leaves_the_picture_itself_alone() -> None:
    image = QImage(3, 2, QImage.Format.Format_RGB32)
    image.fill(0xFF406080)
    made = toning.toned(image, Levels(64, 192, 1.0))
    assert made.pixel(1, 1) == 0xFF004080 and image.pixel(1, 1) == 0xFF406080
    assert toning.toned(image, Levels()) is image


@given(st.floats(0.01, 8.0))
def test_a_level_is_as_sharp_as_what_is_drawn(scale: float) -> None:
    whole = of_image(QImage(3000, 20, QImage.Format.Format_RGB32))
    chosen = whole.level_for(scale)
    assert chosen.width() >= min(3000, 3000 * scale - 1e-6)
    smaller = [level for level in whole.levels if level.width() < chosen.width()]
    assert all(level.width() < 3000 * scale for level in smaller), "and no larger than it needs to be"


def flat(side: int) -> Picture:
    return Picture(side, side, (QImage(side, side, QImage.Format.Format_RGB32),))


def test_pictures_are_kept_by_bytes_not_by_count() -> None:
    shelf = PictureShelf(10 * 4 * 100 * 100)
    for number in range(30):
        shelf.put(str(number), flat(100))
        assert shelf.bytes <= shelf.most_bytes
    assert "19" not in shelf and "20" in shelf
    shelf.get("20")
    shelf.put("large", flat(280))
    assert shelf.bytes <= shelf.most_bytes and "20" in shelf and "29" in shelf and "21" not in shelf
    shelf.put("huge", flat(1000))
    assert shelf.get("huge") is not None and "large" not in shelf, "the newest stays even if too large"
