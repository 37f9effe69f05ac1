"""Both projections against the formulas of their papers, at the edges of the world and beyond."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.core.align import reference

from theodolite.align import projection
from theodolite.errors import InputError

EDGES = (
    (0.0, 0.0),
    (90.0, 0.0),
    (-90.0, 180.0),
    (85.0511, -180.0),
    (-85.0511, 180.0),
    (85.06, 12.0),
    (-89.9999, -179.9999),
    (48.8584, 2.2945),
    (-33.8568, 151.2153),
    (12.0, 190.0),
    (12.0, -541.0),
)


def one(function: Any, lat: float, lon: float, dtype: Any = np.float64) -> Any:
    return function(np.array([[lat, lon]], dtype))[0]


@pytest.mark.parametrize(("lat", "lon"), EDGES)
def test_mercator_is_that_of_the_g3_code(lat: float, lon: float) -> None:
    assert np.abs(one(projection.mercator, lat, lon) - reference.g3_plane(lat, lon)).max() < 1e-12


@pytest.mark.parametrize(("lat", "lon"), [edge for edge in EDGES if abs(edge[1]) <= 180.0])
def test_equal_earth_is_that_of_the_geoclip_code(lat: float, lon: float) -> None:
    assert np.abs(one(projection.equal_earth, lat, lon) - reference.equal_earth(lat, lon)).max() < 1e-12


def test_mercator_agrees_with_proj_which_the_g3_code_calls() -> None:
    from pyproj import Transformer

    transform = Transformer.from_crs("EPSG:4326", "EPSG:3857", always_xy=True).transform
    for lat, lon in EDGES[3:9]:
        lat = min(max(lat, -85.0511), 85.0511)
        x, y = transform(lon, lat)
        wanted = np.array([y, x]) / reference.MAP_HALF_WIDTH
        assert np.abs(one(projection.mercator, lat, lon) - wanted).max() < 1e-12


def test_equal_earth_agrees_with_the_package(seed: int, geoclip: Any) -> None:
    """In float32, where the package works: bit for bit."""
    import torch

    made = np.random.default_rng(seed)
    table = np.stack((made.uniform(-90, 90, 500), made.uniform(-180, 180, 500)), 1)
    table[:4] = [[90, 180], [-90, -180], [0, 180], [0, -180]]
    single = torch.from_numpy(table.astype(np.float32))
    wanted = geoclip.model.location_encoder.equal_earth_projection(single)
    assert torch.equal(projection.equal_earth(single, torch), wanted)


@given(st.floats(-90, 90), st.floats(-1e6, 1e6))
@example(90.0, 180.0)
@example(-90.0, -180.0)
def test_every_place_is_finite_and_on_the_map(lat: float, lon: float) -> None:
    for dtype in (np.float32, np.float64):
        for function in (projection.mercator, projection.equal_earth):
            found = one(function, lat, lon, dtype)
            assert found.dtype == dtype
            assert np.isfinite(found).all()
            assert np.abs(found).max() <= 1.0 + 1e-6


@given(st.floats(-85, 85), st.floats(-179, 179), st.integers(-3, 3))
def test_longitudes_wrap(lat: float, lon: float, turns: int) -> None:
    for function in (projection.mercator, projection.equal_earth):
        here, there = one(function, lat, lon), one(function, lat, lon + 360.0 * turns)
        assert np.abs(here - there).max() < 1e-9


def test_beyond_the_square_map_the_latitude_is_clamped() -> None:
    edge = one(projection.mercator, projection.LATITUDE_LIMIT, 10.0)
    assert np.array_equal(one(projection.mercator, 90.0, 10.0), edge)
    assert not np.array_equal(
        one(projection.equal_earth, 90.0, 10.0), one(projection.equal_earth, 85.06, 10.0)
    )


@pytest.mark.parametrize("wrong", [math.nan, math.inf, -math.inf])
@pytest.mark.parametrize("column", [0, 1])
@pytest.mark.parametrize("library", ["numpy", "torch"])
def test_what_is_no_number_is_refused_by_name(wrong: float, column: int, library: str) -> None:
    import torch

    table = np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])
    table[1, column] = wrong
    points, xp = (torch.from_numpy(table), torch) if library == "torch" else (table, np)
    for function in (projection.mercator, projection.equal_earth):
        with pytest.raises(InputError, match=rf"Place 2 has the coordinates .*{wrong}"):
            function(points, xp)


@pytest.mark.parametrize("lat", [90.0001, -91.0, 1e9])
def test_a_latitude_that_is_none_is_refused(lat: float) -> None:
    with pytest.raises(InputError, match=r"Place 1 .* a latitude lies within ±90"):
        one(projection.mercator, lat, 0.0)


def test_rows_of_another_form_are_refused() -> None:
    with pytest.raises(InputError, match="rows of latitude and longitude"):
        projection.mercator(np.zeros((3, 3)))
    assert projection.mercator(np.zeros((0, 2))).shape == (0, 2)
