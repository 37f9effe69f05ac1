"""The image view: where a picture and its marks lie at any zoom, rotation and mirror."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite_desktop import viewing
from theodolite_desktop.viewing import Viewport

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
