"""PMTiles: the published fixtures, archives of the library's own writer, and every way to break one."""

from __future__ import annotations

import gzip
import random
from pathlib import Path

import pytest
from pmtiles.reader import MemorySource, Reader
from pmtiles.tile import Compression, TileType

from tests.core.tiles.making import picture, pmtiles
from theodolite.errors import (
    TilesDamaged,
    TilesRefused,
    TilesTooLarge,
    TilesUnsupported,
    TilesVersion,
)
from theodolite.tiles import TileReader

FIXTURES = "tiles/PMTiles"
TONER = f"{FIXTURES}/spec/v3/stamen_toner(raster)CC-BY+ODbL_z3.pmtiles"
WHITNEY = f"{FIXTURES}/spec/v3/usgs-mt-whitney-8-15-webp-512.pmtiles"


@pytest.mark.corpora
def test_the_published_raster_archives_open_and_give_every_tile(reader: TileReader, corpora: Path) -> None:
    toner, whitney = corpora / TONER, corpora / WHITNEY
    facts = reader.facts(toner, sample=True)
    assert (facts.tiles, facts.min_zoom, facts.max_zoom, facts.count) == ("png", 0, 3, 85)
    mine, theirs = [], []
    library = Reader(MemorySource(toner.read_bytes()))
    for z in range(4):
        for x in range(1 << z):
            for y in range(1 << z):
                tile = reader.tile(toner, z, x, y)
                mine.append(tile.body if tile else None)
                theirs.append(library.get(z, x, y))
    assert mine == theirs
    assert all(mine)
    facts = reader.facts(whitney, sample=True)
    assert (facts.tiles, facts.min_zoom, facts.max_zoom) == ("webp", 8, 15)
    assert facts.west == pytest.approx(-118.31982)
    found = reader.tile(whitney, 8, 43, 100)
    assert found is not None
    assert found.media_type == "image/webp"
    assert reader.tile(whitney, 8, 0, 0) is None


@pytest.mark.corpora
@pytest.mark.parametrize(
    ("name", "error", "words"),
    [("invalid.pmtiles", TilesRefused, "no PMTiles file"), ("invalid_v4.pmtiles", TilesVersion, "version 4")],
)
def test_the_published_invalid_archives_are_named(
    reader: TileReader, corpora: Path, name: str, error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words) as caught:
        reader.facts(corpora / FIXTURES / "js/test/data" / name)
    assert type(caught.value) is error


def test_an_archive_of_the_library_is_read_whole(reader: TileReader, tmp_path: Path, seed: int) -> None:
    drawn = random.Random(seed)
    places = {(z, drawn.randrange(1 << z), drawn.randrange(1 << z)) for z in range(12) for _ in range(20)}
    tiles = {place: bytes(f"tile {place}", "ascii") for place in places}
    path = pmtiles(
        tmp_path / "a.pmtiles",
        {place: b"\x1a" + bytes([len(data)]) + data for place, data in tiles.items()},
        TileType.MVT,
        packed=Compression.GZIP,
        about={
            "name": "Streets <b>of</b>\nX",
            "attribution": '<a href="x">© Us</a>',
            "vector_layers": [{"id": "r"}],
        },
    )
    facts = reader.facts(path)
    assert (facts.name, facts.credits, facts.layers, facts.vector) == ("Streets of X", "© Us", ("r",), True)
    for place, data in tiles.items():
        found = reader.tile(path, *place)
        assert found is not None
        assert found.body[2:] == data
    missing = next((11, x, y) for x in range(2048) for y in range(2048) if (11, x, y) not in places)
    assert reader.tile(path, *missing) is None


def honest(folder: Path) -> bytes:
    tiles = {
        (z, x, y): picture((x * 20, y * 20, z))
        for z in range(3)
        for x in range(1 << z)
        for y in range(1 << z)
    }
    return pmtiles(folder / "honest.pmtiles", tiles).read_bytes()


def changed(data: bytes, at: int, new: bytes) -> bytes:
    return data[:at] + new + data[at + len(new) :]


HUGE = (1 << 62).to_bytes(8, "little")


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (lambda d: d[:100], TilesDamaged),
        (lambda d: d[:-500], TilesDamaged),
        (lambda d: b"", TilesRefused),
        (lambda d: changed(d, 7, b"\x02"), TilesVersion),
        (lambda d: changed(d, 16, HUGE), TilesDamaged),
        (lambda d: changed(d, 32, HUGE), TilesDamaged),
        (lambda d: changed(d, 64, HUGE), TilesDamaged),
        (lambda d: changed(d, 97, b"\x03"), TilesUnsupported),
        (lambda d: changed(d, 98, b"\x04"), TilesUnsupported),
        (lambda d: changed(d, 99, b"\x06"), TilesUnsupported),
        (lambda d: changed(d, 99, b"\x63"), TilesUnsupported),
        (lambda d: changed(d, 100, b"\x09"), TilesDamaged),
        (lambda d: changed(d, 102, b"\xff\xff\xff\x7f"), TilesDamaged),
        (lambda d: changed(d, 127, b"no gzip at all"), TilesDamaged),
    ],
)
def test_each_way_to_break_an_archive_has_its_name(
    reader: TileReader, tmp_path: Path, change: object, error: type[Exception]
) -> None:
    path = tmp_path / "broken.pmtiles"
    path.write_bytes(change(honest(tmp_path)))  # type: ignore[operator]
    with pytest.raises(TilesRefused) as caught:
        reader.facts(path, sample=True)
    assert type(caught.value) is error
    assert "broken.pmtiles" in str(caught.value)


def test_bombs_are_refused_before_they_unfold(reader: TileReader, tmp_path: Path) -> None:
    bomb = gzip.compress(bytes(64 << 20))
    as_tile = pmtiles(tmp_path / "tile.pmtiles", {(0, 0, 0): bomb}, TileType.MVT)
    with pytest.raises(TilesTooLarge, match="unpacks to more than"):
        reader.tile(as_tile, 0, 0, 0)
    data = honest(tmp_path)
    as_metadata = changed(data, 24, len(data).to_bytes(8, "little") + len(bomb).to_bytes(8, "little")) + bomb
    (tmp_path / "meta.pmtiles").write_bytes(as_metadata)
    with pytest.raises(TilesTooLarge, match="description"):
        reader.facts(tmp_path / "meta.pmtiles")
    as_root = changed(data, 8, len(data).to_bytes(8, "little") + len(bomb).to_bytes(8, "little")) + bomb
    (tmp_path / "root.pmtiles").write_bytes(as_root)
    with pytest.raises(TilesTooLarge, match="directory"):
        reader.facts(tmp_path / "root.pmtiles")
    large = pmtiles(tmp_path / "large.pmtiles", {(0, 0, 0): picture(side=4000)})
    with pytest.raises(TilesTooLarge, match="4000 x 4000"):
        reader.facts(large, sample=True)
    assert reader.restarts == 0


def test_a_directory_that_leads_back_to_itself_ends(reader: TileReader, tmp_path: Path) -> None:
    from pmtiles.tile import Entry, serialize_directory

    data = honest(tmp_path)
    loop = serialize_directory([Entry(0, 0, 0, 0)])
    for _ in range(4):  # the length that it names is its own
        loop = serialize_directory([Entry(0, 0, len(loop), 0)])
    at = len(data).to_bytes(8, "little") + len(loop).to_bytes(8, "little")
    path = tmp_path / "loop.pmtiles"
    path.write_bytes(changed(changed(data, 8, at), 40, at) + loop)
    with pytest.raises(TilesDamaged, match=r"nests|damaged"):
        reader.tile(path, 1, 0, 0)


def test_random_damage_never_ends_the_reader_unnamed(
    reader: TileReader, tmp_path: Path, repeat: int, seed: int
) -> None:
    drawn, data = random.Random(seed), honest(tmp_path)
    before = reader.restarts
    for number in range(repeat):
        broken = bytearray(data)
        for _ in range(drawn.randrange(1, 8)):
            broken[drawn.randrange(min(len(broken), 600))] = drawn.randrange(256)
        path = tmp_path / f"broken-{number}.pmtiles"
        path.write_bytes(bytes(broken))
        told = outcome(reader, path)
        assert not told or path.name in told
        path.unlink()
    assert reader.restarts == before


def outcome(reader: TileReader, path: Path) -> str:
    """'' when the archive opened, else why not."""
    try:
        facts = reader.facts(path, sample=True)
        reader.tile(path, facts.min_zoom, 0, 0)
    except TilesRefused as error:
        return str(error)
    return ""
