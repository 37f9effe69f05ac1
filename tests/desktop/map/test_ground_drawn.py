"""Packs really drawn by the real page: pictures, vector tiles, points, and where there is nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pmtiles.tile import Compression, TileType

from tests.core.tiles.making import about, mbtiles, picture, pmtiles

PAGE = Path(__file__).with_name("ground_page.py")
STREET = Path(__file__).with_name("street.mvt")
PINK, TEAL = (200, 30, 90), (20, 140, 130)


def near(found: list[int], wanted: tuple[int, int, int], by: int = 10) -> bool:
    return all(abs(a - b) <= by for a, b in zip(found, wanted, strict=False)) and found[3] == 255


def colour(text: str) -> tuple[int, int, int]:
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


@pytest.fixture(scope="module")
def seen(
    tmp_path_factory: pytest.TempPathFactory, starter: Any, request: pytest.FixtureRequest
) -> dict[str, Any]:
    starter("map-ui")
    folder = tmp_path_factory.mktemp("ground")
    # Pictures north of the equator down to zoom 4, from an MBTiles; a PMTiles of pictures south of it.
    north = {(z, x, y): picture(PINK) for z in (3, 4) for x in range(1 << z) for y in range(1 << (z - 1))}
    north[(4, 12, 4)] = picture(PINK)[:60]
    mbtiles(
        folder / "a.mbtiles", north, about(name="North", minzoom="3", maxzoom="4", bounds="-180,0,180,85")
    )
    south = {(4, x, y): picture(TEAL) for x in range(16) for y in range(8, 16)}
    pmtiles(folder / "b.pmtiles", south, bounds=(-180, -85, 180, 0), about={"name": "South"})
    street = STREET.read_bytes()
    middle = 1 << 13
    tiles = {(14, middle + dx, middle + dy): street for dx in range(-3, 4) for dy in range(-3, 4)}
    pmtiles(
        folder / "c.pmtiles", tiles, TileType.MVT, packed=Compression.GZIP, bounds=(-0.1, -0.1, 0.1, 0.1)
    )  # fmt: skip
    done = subprocess.run(
        [sys.executable, str(PAGE), str(folder), str(request.config.getoption("--seed"))],
        capture_output=True, text=True, timeout=240,
    )  # fmt: skip
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    assert lines, done.stderr[-4000:]
    found: dict[str, Any] = json.loads(lines[-1])
    return found


def test_land_and_water_have_the_colours_of_the_window(seen: dict[str, Any]) -> None:
    assert near(seen["land"], colour("#F6F4EE"))
    assert seen["water"][3] == 0  # the ground shows through


def test_pictures_of_both_formats_are_drawn_where_they_lie(seen: dict[str, Any]) -> None:
    filled, below = seen["raster"]
    assert filled > 0
    assert near(below, PINK)
    assert near(seen["above"], PINK)


def test_where_there_is_nothing_it_is_hatched_and_said(seen: dict[str, Any]) -> None:
    assert seen["beyond"] is True
    assert seen["hatched"] == 255
    assert seen["notice"] == [False, "No map data here at this zoom.Import a map pack"]


def test_vector_tiles_are_drawn_with_holes_and_in_both_appearances(seen: dict[str, Any]) -> None:
    filled, nodata = seen["street"]
    assert (filled > 0, nodata) == (True, False)
    assert near(seen["sea"], colour("#D6E2EC"))
    assert near(seen["park"], colour("#DDE8D3"))
    assert near(seen["hole"], colour("#F6F4EE"))
    assert near(seen["road"], colour("#F3C98B"))
    assert near(seen["dark sea"], colour("#0F161D"))


def test_names_of_vector_tiles_are_text(seen: dict[str, Any]) -> None:
    assert "Borgo" in seen["names"]
    assert seen["problems"] == []
    assert seen["blocked"] == []


def test_a_damaged_tile_is_named_once_and_the_map_goes_on(seen: dict[str, Any]) -> None:
    assert len(seen["damaged"]) == 1
    assert "4/12/4" in seen["damaged"][0]


def test_points_are_drawn_and_taken_away(seen: dict[str, Any]) -> None:
    assert seen["points"] == [40_000, 50_000]
    assert seen["dots"] > 1000
    assert seen["no dots"] == 0


def test_broken_vector_tiles_end_in_a_named_error(seen: dict[str, Any]) -> None:
    assert set(seen["fuzz"]) <= {"read", "RangeError"}
    assert seen["fuzz"]["RangeError"] > 0


def test_the_event_loop_goes_on_while_tiles_are_read(seen: dict[str, Any]) -> None:
    assert seen["stall"] <= 300  # a third of it where the machine is free: tests/bench/test_ground.py


def test_the_reader_ends_with_the_map(seen: dict[str, Any]) -> None:
    assert seen["ended"] is True
