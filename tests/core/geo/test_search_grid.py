"""Search areas as grids: which cells an outline touches, checked against shapely; what is no outline."""

from __future__ import annotations

import math

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from shapely.geometry import Polygon, box

from theodolite.errors import InputError
from theodolite.geo.search_grid import MOST_CELLS, checked_outline, fitting_cell_m, grid

SQUARE = ((43.0, 11.0), (43.0, 11.1), (43.1, 11.1), (43.1, 11.0))


@st.composite
def outlines(draw: st.DrawFn) -> tuple[tuple[float, float], ...]:
    """Simple outlines: corners round a middle, in the order of their direction."""
    lat, lon = draw(st.floats(-70, 70)), draw(st.floats(-180, 180, exclude_max=True))
    ways = sorted(draw(st.lists(st.integers(0, 359), min_size=3, max_size=9, unique=True)))
    assume(all((b - a) % 360 < 175 for a, b in zip(ways, [*ways[1:], ways[0]], strict=True)))
    return tuple(
        (lat + r * math.sin(math.radians(way)), lon + r * math.cos(math.radians(way)))
        for way, r in ((way, draw(st.floats(0.02, 0.5))) for way in ways)
    )


@settings(max_examples=25)
@given(outlines(), st.integers(20, 120))
def test_cells_are_those_the_outline_touches(outline: tuple[tuple[float, float], ...], wanted: int) -> None:
    corners = checked_outline(outline)
    found = grid(corners, fitting_cell_m(corners, wanted))
    west = found.west
    flat = [((lon - west + 180) % 360 - 180, lat) for lat, lon in corners]
    shape = Polygon(flat)
    assume(shape.is_valid)
    cells = set(found.cells)
    assert 1 <= len(cells) <= MOST_CELLS
    for row in range(found.rows):
        for column in range(found.columns):
            (south, left), _, (north, right), _ = found.corners((row, column))
            square = box(left - west, south, right - west, north)
            inner = square.buffer(-1e-7 * found.wide)
            if inner.intersects(shape):
                assert (row, column) in cells
            elif not square.buffer(1e-7 * found.wide).intersects(shape):
                assert (row, column) not in cells


@given(outlines())
def test_a_point_of_a_cell_is_found_in_it(outline: tuple[tuple[float, float], ...]) -> None:
    found = grid(checked_outline(outline), fitting_cell_m(outline))
    for cell in found.cells[:: max(1, len(found.cells) // 20)]:
        (south, west), _, (north, east), _ = found.corners(cell)
        assert found.at((south + north) / 2, (west + east) / 2) == cell
        assert found.at((south + north) / 2, (west + east) / 2 - 360) == cell


def test_cells_have_the_size_that_was_asked_for() -> None:
    found = grid(SQUARE, 500.0)
    metres_high = found.high * 111_320
    metres_wide = found.wide * 111_320 * math.cos(math.radians(43.05))
    assert metres_high == pytest.approx(500)
    assert metres_wide == pytest.approx(500)
    assert (found.rows, found.columns) == (23, 17)
    assert len(found.cells) == 23 * 17
    assert found.km2 == pytest.approx(11.132 * 8.135, rel=1e-3)


def test_an_area_across_the_antimeridian_is_one_piece() -> None:
    outline = checked_outline([(-17.0, 179.9), (-17.0, -179.9), (-16.8, -179.9), (-16.8, 179.9)])
    found = grid(outline, 2000.0)
    assert found.columns * found.wide == pytest.approx(0.2, abs=found.wide)
    assert found.at(-16.9, -179.95) is not None and found.at(-16.9, 179.95) is not None
    assert found.at(-16.9, 0.0) is None


@pytest.mark.parametrize(
    ("outline", "says"),
    [
        ([(1.0, 1.0), (2.0, 2.0)], "three corners"),
        ([(1.0, 1.0), (1.0, 1.0), (2.0, 2.0), (1.0, 1.0)], "three corners"),
        ([(0.0, 0.0), (1.0, 1.0), (0.0, 1.0), (1.0, 0.0)], "crosses itself"),
        ([(0.0, 0.0), (0.0, 1.0), (0.0, 2.0)], "crosses itself|one line"),
        ([(86.0, 0.0), (86.0, 1.0), (85.5, 1.0)], "85 degrees"),
        ([(0.0, 0.0), (0.0, 120.0), (40.0, -120.0)], "180 degrees|crosses"),
        ([(95.0, 0.0), (0.0, 1.0), (1.0, 1.0)], "beyond 90"),
        ([(0.0, math.inf), (0.0, 1.0), (1.0, 1.0)], "finite"),
        ([(0.0, 0.001 * n) for n in range(500)], "at most 400"),
    ],
)
def test_what_is_no_outline_says_so(outline: list[tuple[float, float]], says: str) -> None:
    with pytest.raises(InputError, match=says):
        checked_outline(outline)


def test_too_many_cells_are_refused_with_a_size_that_works() -> None:
    with pytest.raises(InputError, match="Make them larger") as refused:
        grid(SQUARE, 20.0)
    metres = float(str(refused.value).split(": ")[1].split(" ")[0].replace(",", ""))
    assert len(grid(SQUARE, metres).cells) <= MOST_CELLS
    with pytest.raises(InputError, match="between 5 metres"):
        grid(SQUARE, 1.0)


@given(outlines(), st.integers(40, 400))
def test_the_size_offered_gives_about_as_many_cells(
    outline: tuple[tuple[float, float], ...], wanted: int
) -> None:
    corners = checked_outline(outline)
    found = grid(corners, fitting_cell_m(corners, wanted))
    inside = found.km2 * 1e6 / fitting_cell_m(corners, wanted) ** 2
    assert wanted / 3 <= inside <= wanted * 3
