"""MBTiles: raster and vector, made by sqlite3; and databases that are made to do harm."""

from __future__ import annotations

import gzip
import sqlite3
from pathlib import Path

import pytest

from tests.core.tiles.making import about, mbtiles, picture
from theodolite.errors import TilesDamaged, TilesRefused, TilesTooLarge, TilesUnsupported
from theodolite.tiles import TileReader

TILES = {
    (z, x, y): picture((x * 9, y * 9, z)) for z in range(3) for x in range(1 << z) for y in range(1 << z)
}


def test_rows_count_from_the_south(reader: TileReader, tmp_path: Path) -> None:
    path = mbtiles(tmp_path / "a.mbtiles", TILES, about(attribution="<i>Us</i>"))
    facts = reader.facts(path, sample=True)
    assert (facts.format, facts.tiles, facts.min_zoom, facts.max_zoom) == ("mbtiles", "png", 0, 2)
    assert (facts.name, facts.credits) == ("Test", "Us")
    for place, data in TILES.items():
        found = reader.tile(path, *place)
        assert found is not None
        assert (found.body, found.media_type) == (data, "image/png")
    assert reader.tile(path, 3, 0, 0) is None


def test_tiles_may_be_a_view_over_pictures_kept_once(reader: TileReader, tmp_path: Path) -> None:
    path = tmp_path / "view.mbtiles"
    with sqlite3.connect(path) as db:
        db.executescript(
            "create table metadata (name text, value text);"
            "create table map (zoom_level int, tile_column int, tile_row int, tile_id text);"
            "create table images (tile_id text, tile_data blob);"
            "create view tiles as select map.zoom_level as zoom_level, map.tile_column as tile_column,"
            " map.tile_row as tile_row, images.tile_data as tile_data from map"
            " join images on images.tile_id = map.tile_id;"
        )
        db.execute("insert into map values (0, 0, 0, 'a')")
        db.execute("insert into images values ('a', ?)", (picture(),))
    db.close()
    facts = reader.facts(path, sample=True)
    assert (facts.min_zoom, facts.max_zoom) == (0, 0)  # nothing says so but the tiles
    assert reader.tile(path, 0, 0, 0) is not None


def test_vector_tiles_come_unpacked(reader: TileReader, tmp_path: Path) -> None:
    layer = b"\x1a\x04\x0a\x02ab"
    path = mbtiles(
        tmp_path / "v.mbtiles",
        {(0, 0, 0): gzip.compress(layer)},
        about(format="pbf", json='{"vector_layers": [{"id": "roads"}]}'),
    )
    facts = reader.facts(path, sample=True)
    assert (facts.tiles, facts.layers) == ("mvt", ("roads",))
    found = reader.tile(path, 0, 0, 0)
    assert found is not None
    assert found.body == layer


@pytest.mark.parametrize(
    ("view", "words"),
    [
        (
            "with recursive n(i) as (select 1 union all select i + 1 from n) select i, 0, 0, x'00' from n",
            "more than",
        ),
        ("select 0, 0, 0, randomblob(1000000000)", "more than"),
        ("select 0, 0, 0, zeroblob(2000000000)", "more than"),
        ("select 0, 0, 0, load_extension('/tmp/x')", "more than|no such function"),
        ("select 0, 0, 0, readfile('/etc/passwd')", "more than|no such function"),
        ("select 0, 0, 0, hex(randomblob(10))", "more than"),
    ],
)
def test_a_view_that_does_more_than_read_is_refused(
    reader: TileReader, tmp_path: Path, view: str, words: str
) -> None:
    more = ["drop index place", "drop table tiles"]
    more.append(f"create view tiles (zoom_level, tile_column, tile_row, tile_data) as {view}")
    path = mbtiles(tmp_path / "hostile.mbtiles", {}, about(), more=more)
    with pytest.raises(TilesRefused, match=words) as caught:
        reader.facts(path, sample=True)
    assert "hostile.mbtiles" in str(caught.value)


def test_a_query_without_end_is_stopped(tmp_path: Path) -> None:
    pairs = (
        "create table pair as select a.value as v from json_each('[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15]') a"
    )
    many = ", ".join(f"pair p{n}" for n in range(12))
    more = [pairs, "drop index place", "drop table tiles"]
    more.append(
        "create view tiles as select 0 as zoom_level, 0 as tile_column, 0 as tile_row, x'00' as tile_data "
        f"from {many} where p0.v + p11.v > 100"
    )
    path = mbtiles(tmp_path / "slow.mbtiles", {}, about(), more=more)
    with TileReader() as own, pytest.raises(TilesRefused, match=r"longer than 2 s"):
        own.facts(path)


def test_a_virtual_table_is_refused(reader: TileReader, tmp_path: Path) -> None:
    path = mbtiles(tmp_path / "fts.mbtiles", TILES, about(), more=["create virtual table v using fts5(a)"])
    with pytest.raises(TilesRefused, match="virtual table v"):
        reader.facts(path)


@pytest.mark.parametrize(
    ("tiles", "said", "error"),
    [
        ({}, about(), TilesRefused),
        ({(0, 0, 0): b"GIF89a" + bytes(40)}, about(), TilesUnsupported),
        ({(0, 0, 0): picture()[:20]}, about(), (TilesDamaged, TilesUnsupported)),
        ({(0, 0, 0): picture()}, about(format="grid"), TilesUnsupported),
        ({(0, 0, 0): picture()}, about(minzoom="9", maxzoom="3"), TilesDamaged),
        ({(0, 0, 0): picture()}, about(bounds="10,0,-10,5"), TilesDamaged),
        ({(0, 0, 0): picture()}, about(json="x" * 5_000_000), TilesTooLarge),
        ({(0, 0, 0): bytes(9_500_000)}, about(), TilesTooLarge),
        ({(0, 0, 0): gzip.compress(bytes(40 << 20))}, about(format="pbf"), TilesTooLarge),
    ],
)
def test_each_thing_that_is_no_map_has_its_name(
    reader: TileReader,
    tmp_path: Path,
    tiles: dict[tuple[int, int, int], bytes],
    said: dict[str, object],
    error: type[Exception] | tuple[type[Exception], ...],
) -> None:
    path = mbtiles(tmp_path / "odd.mbtiles", tiles, said)
    with pytest.raises(TilesRefused) as caught:
        reader.facts(path, sample=True)
    assert isinstance(caught.value, error)


def test_texts_of_strangers_stay_one_plain_line(reader: TileReader, tmp_path: Path) -> None:
    hostile = about(
        name="<img src=x onerror=alert(1)>Map\u202e\x07\nsecond", attribution="<script>x</script>" * 50
    )
    facts = reader.facts(mbtiles(tmp_path / "t.mbtiles", TILES, hostile))
    for text in (facts.name, facts.credits):
        assert "<" not in text
        assert text.isprintable()
        assert len(text) <= 300


def test_other_databases_and_torn_ones_are_named(reader: TileReader, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "other.mbtiles") as db:
        db.execute("create table t (a)")
    db.close()
    with pytest.raises(TilesRefused, match="not of map tiles"):
        reader.facts(tmp_path / "other.mbtiles")
    whole = mbtiles(tmp_path / "whole.mbtiles", TILES, about()).read_bytes()
    (tmp_path / "torn.mbtiles").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(TilesRefused, match=r"torn\.mbtiles"):
        every_tile(reader, tmp_path / "torn.mbtiles")
    (tmp_path / "text.mbtiles").write_bytes(b"hello")
    with pytest.raises(TilesRefused, match=r"neither|no MBTiles"):
        reader.facts(tmp_path / "text.mbtiles")


def every_tile(reader: TileReader, path: Path) -> None:
    reader.facts(path, sample=True)
    for place in TILES:
        reader.tile(path, *place)
