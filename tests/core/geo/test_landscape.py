"""The land for the page: whole, in its square, coarser from level to level; points in the order of a tree."""

from __future__ import annotations

import json
import random
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from theodolite import paths
from theodolite.geo import landscape, topology


def opened(data: bytes, kind: str) -> tuple[dict[str, Any], NDArray[Any]]:
    size = int.from_bytes(data[:4], "little")
    return json.loads(data[4 : 4 + size]), np.frombuffer(data[4 + size :], kind)


@pytest.fixture(scope="module")
def land() -> tuple[dict[str, Any], NDArray[np.float32]]:
    shape = topology.read(paths.resources() / "world" / "world.json")
    header, body = opened(landscape.packed(shape, landscape.LEVELS[:2]), "<f4")
    return header, body.reshape(-1, 2)


def rings(land: tuple[dict[str, Any], NDArray[np.float32]], level: int) -> list[NDArray[np.float32]]:
    runs = land[0]["levels"][level]["land"]
    return [land[1][runs[i] : runs[i] + runs[i + 1]] for i in range(0, len(runs), 2)]


def test_every_run_lies_in_the_file_and_in_the_square(
    land: tuple[dict[str, Any], NDArray[np.float32]],
) -> None:
    header, points = land
    assert [level["deepest"] for level in header["levels"]] == [3, 6]
    for number, level in enumerate(header["levels"]):
        lines = level["lines"]
        ends = [lines[i] + lines[i + 1] for i in range(0, len(lines), 3)]
        assert max(ends) <= len(points)
        assert set(lines[2::3]) == {landscape.COAST, landscape.BORDER, landscape.DISPUTED}
        for ring in rings(land, number):
            assert (ring[0] == ring[-1]).all()
            assert ring.min() >= -1e-6
            assert ring.max() <= 1 + 1e-6


def test_land_is_where_it_is(land: tuple[dict[str, Any], NDArray[np.float32]]) -> None:
    """Even-odd over the rings, as the page fills them."""
    import shapely

    places = {
        (48.85, 2.35): True, (-33.9, 150.5): True, (0.0, -30.0): False, (42.0, 51.0): False,
        (66.8, 179.0): True, (66.8, -179.0): True, (-80.0, 0.0): True, (71.5, -42.0): True,
    }  # fmt: skip
    for level in range(2):
        shapes = [shapely.Polygon(ring) for ring in rings(land, level)]
        for (lat, lon), dry in places.items():
            at = landscape.mercator(np.array([[lon, lat]]))[0]
            inside = sum(bool(shapely.contains_xy(shape, *at)) for shape in shapes)
            assert inside % 2 == dry, (level, lat, lon)


def test_coarser_levels_have_fewer_points(land: tuple[dict[str, Any], NDArray[np.float32]]) -> None:
    counts = [sum(map(len, rings(land, level))) for level in range(2)]
    assert counts[0] < counts[1] / 2


@given(st.lists(st.tuples(st.floats(-90, 90), st.floats(-180, 180)), max_size=60), st.integers(1, 80))
def test_points_come_in_the_order_of_the_tree(places: list[tuple[float, float]], most: int) -> None:
    lat, lon = (np.array([p[i] for p in places], np.float64) for i in (0, 1))
    header, body = opened(landscape.packed_points(lat, lon, most), "<u4")
    count = min(len(places), most)
    assert header == {"count": count, "total": len(places)}
    x, y = body[:count], body[count:]
    keys = landscape.morton(x >> np.uint32(16), y >> np.uint32(16))
    assert (np.diff(keys.astype(np.int64)) >= 0).all()


def test_the_points_of_any_tile_lie_together(seed: int) -> None:
    drawn = np.random.default_rng(seed)
    lat, lon = drawn.uniform(-85, 85, 5000), drawn.uniform(-180, 180, 5000)
    header, body = opened(landscape.packed_points(lat, lon, 10_000), "<u4")
    x, y = body[: header["count"]], body[header["count"] :]
    for _ in range(200):
        z = random.Random(int(drawn.integers(1 << 30))).randrange(1, 10)
        column, row = int(drawn.integers(1 << z)), int(drawn.integers(1 << z))
        inside = ((x >> np.uint32(32 - z)) == column) & ((y >> np.uint32(32 - z)) == row)
        where = np.flatnonzero(inside)
        assert len(where) == 0 or where[-1] - where[0] + 1 == len(where)
