"""Our S2 numbers against the S2 library itself."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.cells import s2
from theodolite.errors import InputError

s2geometry = pytest.importorskip("s2geometry", reason="the library we compare with is not installed")


def theirs(lat: float, lon: float) -> int:
    return int(s2geometry.S2CellId(s2geometry.S2LatLng.FromDegrees(lat, lon)).id())


def metres(one: int, other: int) -> float:
    a, b = (s2geometry.S2LatLng(s2geometry.S2CellId(int(cell)).ToPoint()) for cell in (one, other))
    return float(a.GetDistance(b).radians()) * 6.4e6


def test_leaves_are_those_of_the_library(seed: int) -> None:
    random = np.random.default_rng(seed)
    lat = np.degrees(np.arcsin(random.uniform(-1, 1, 5000)))
    lon = random.uniform(-180, 180, 5000)
    ours = s2.leaves(lat, lon)
    expected = np.array([theirs(*pair) for pair in zip(lat.tolist(), lon.tolist(), strict=True)], np.uint64)
    same = ours == expected
    assert same.mean() > 0.999  # a sine may be rounded differently on the border of two leaves of 1 cm
    for one, other in zip(ours[~same].tolist(), expected[~same].tolist(), strict=True):
        assert metres(one, other) < 0.03


@pytest.mark.parametrize("lat", [-90.0, -45.0, 0.0, 35.26438968, 45.0, 90.0])
@pytest.mark.parametrize("lon", [-180.0, -135.0, -90.0, -45.0, 0.0, 45.0, 90.0, 135.0, 179.99999])
def test_poles_edges_and_corners_of_the_cube(lat: float, lon: float) -> None:
    assert metres(s2.leaves(lat, lon)[0], theirs(lat, lon)) < 0.03


@given(st.floats(-90, 90), st.floats(-180, 180), st.integers(0, 29))
def test_levels_ranges_and_children_are_those_of_the_library(lat: float, lon: float, level: int) -> None:
    cell = s2geometry.S2CellId(s2geometry.S2CellId(theirs(lat, lon)).parent(level).id())
    assert s2.level(cell.id())[()] == level
    first, last = s2.ends([cell.id()])
    assert (int(first[0]), int(last[0])) == (cell.range_min().id(), cell.range_max().id())
    assert list(s2.children(cell.id())) == [cell.child(quarter).id() for quarter in range(4)]


def test_faces_are_the_cells_of_level_zero() -> None:
    assert s2.level(s2.faces()).tolist() == [0] * 6
    assert [s2geometry.S2CellId(int(cell)).face() for cell in s2.faces()] == list(range(6))


@pytest.mark.parametrize(("lat", "lon"), [([91.0], [0.0]), ([np.nan], [0.0]), ([0.0], [np.inf]), ([0.0], [])])
def test_refuses_what_is_no_place(lat: list[float], lon: list[float]) -> None:
    with pytest.raises(InputError):
        s2.leaves(lat, lon)


def test_longitude_wraps() -> None:
    assert s2.leaves([10.0], [190.0])[0] == s2.leaves([10.0], [-170.0])[0]
