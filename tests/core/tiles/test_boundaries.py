"""Boundaries: each line once, names where they stand, and files that are none."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.core.tiles.making import geojson, square
from theodolite.errors import TilesDamaged, TilesRefused
from theodolite.tiles import TileReader

LEFT, RIGHT = square(0, 0, 10, 10), square(10, 0, 20, 10)


def read(reader: TileReader, folder: Path, data: bytes, name: str = "b.geojson") -> dict[str, Any]:
    path = folder / name
    path.write_bytes(data)
    table: dict[str, Any] = json.loads(reader.boundaries(path))
    return table


def segments(lines: list[list[float]]) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    found = []
    for line in lines:
        points = [(line[i], line[i + 1]) for i in range(0, len(line), 2)]
        found += [(min(a, b), max(a, b)) for a, b in pairwise(points)]
    return found


def test_a_border_of_two_areas_is_one_line(reader: TileReader, tmp_path: Path) -> None:
    table = read(reader, tmp_path, geojson(("Left", LEFT), ("Right", RIGHT)))
    drawn = segments(table["lines"])
    assert len(drawn) == len(set(drawn)) == 7
    assert drawn.count(((10.0, 0.0), (10.0, 10.0))) == 1
    assert [(name, x, y) for name, x, y, _ in table["names"]] == [("Left", 5.0, 5.0), ("Right", 15.0, 5.0)]


def test_a_topology_says_the_same(reader: TileReader, tmp_path: Path) -> None:
    def area(name: str, arcs: list[list[int]]) -> dict[str, Any]:
        return {"type": "Polygon", "properties": {"NAME_1": name}, "arcs": arcs}

    plain = {
        "type": "Topology",
        "transform": {"scale": [0.1, 0.1], "translate": [0, 0]},
        "objects": {
            "a": {
                "type": "GeometryCollection",
                "geometries": [area("Left", [[0, 1]]), area("Right", [[-1, 2]])],
            }
        },
        "arcs": [
            [[100, 0], [0, 100]],
            [[100, 100], [-100, 0], [0, -100], [100, 0]],
            [[100, 0], [100, 0], [0, 100], [-100, 0]],
        ],
    }
    mine = read(reader, tmp_path, json.dumps(plain).encode(), "t.topojson")
    other = read(reader, tmp_path, geojson(("Left", LEFT), ("Right", RIGHT)))
    assert sorted(segments(mine["lines"])) == sorted(segments(other["lines"]))
    assert mine["names"] == other["names"]


def test_the_date_line_is_no_border(reader: TileReader, tmp_path: Path) -> None:
    table = read(
        reader, tmp_path, geojson(("East", square(170, 0, 180, 10)), ("West", square(-180, 0, -170, 10)))
    )
    assert all(abs(x) < 180 for (x, _), (x2, _) in segments(table["lines"]) if x == x2)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"no json", TilesRefused),
        (b"{}", TilesDamaged),
        (b'{"type": "FeatureCollection", "features": []}', TilesRefused),
        (b'{"type": "Polygon", "coordinates": [[[0, 0], [500, 0], [0, 1]]]}', TilesDamaged),
        (b'{"type": "Polygon", "coordinates": [[[0, 0], [NaN, 0], [0, 1]]]}', TilesDamaged),
        (b'{"type": "Polygon", "coordinates": "x"}', TilesDamaged),
        (b"[" * 100_000, TilesRefused),
        (
            b'{"type": "Topology", "arcs": [], "objects": {"a": {"type": "Polygon", "arcs": [[7]]}}}',
            TilesDamaged,
        ),
    ],
)
def test_what_is_none_is_named(
    reader: TileReader, tmp_path: Path, data: bytes, error: type[Exception]
) -> None:
    with pytest.raises(error, match=r"b\.geojson"):
        read(reader, tmp_path, data)


def test_nothing_nests_without_end(reader: TileReader, tmp_path: Path) -> None:
    inner: dict[str, Any] = {"type": "LineString", "coordinates": [[0, 0], [1, 1]]}
    for _ in range(40):
        inner = {"type": "GeometryCollection", "geometries": [inner]}
    with pytest.raises(TilesDamaged):
        read(reader, tmp_path, json.dumps(inner).encode())


def test_names_of_strangers_are_plain(reader: TileReader, tmp_path: Path) -> None:
    table = read(reader, tmp_path, geojson(("<img src=x>A\u202eb\n" + "y" * 500, LEFT)))
    ((name, *_),) = table["names"]
    assert "<" not in name
    assert name.isprintable()
    assert len(name) <= 60
