"""Maps as packs: installed from a file, carried to another machine, refused with nothing left behind."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.core.tiles.making import about, geojson, mbtiles, picture, pmtiles, square
from theodolite.errors import PackError, TilesRefused
from theodolite.jobs import run_to_end as drive
from theodolite.packs import exchange, maps
from theodolite.packs.library import Library
from theodolite.packs.lock import Lock


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "packs", Lock(()))


def test_an_archive_becomes_a_pack(library: Library, tmp_path: Path) -> None:
    path = pmtiles(
        tmp_path / "x.pmtiles", {(3, 1, 2): picture()}, about={"name": "Old Town", "attribution": "© Us"}
    )
    pack = drive(exchange.import_file(library, path))
    assert (pack.name, pack.kind, pack.licence) == ("old-town", "map", "© Us")
    assert pack.purpose == "Old Town: map, pictures, zoom 3 to 3, the whole world"
    assert pack.path.joinpath("tiles.pmtiles").read_bytes() == path.read_bytes()
    assert [p.name for p in library.of_kind("map")] == ["old-town"]
    assert drive(library.verify()) == []


def test_name_and_licence_may_be_said(library: Library, tmp_path: Path) -> None:
    path = mbtiles(tmp_path / "x.mbtiles", {(0, 0, 0): picture()}, about())
    pack = drive(maps.import_map(library, path, name="my-map", licence="CC BY 4.0"))
    assert (pack.name, pack.licence, pack.files[0].name) == ("my-map", "CC BY 4.0", "tiles.mbtiles")


def test_boundaries_become_a_pack_that_names_its_source(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "regions.geojson"
    path.write_bytes(geojson(("Left", square(0, 0, 10, 10))))
    pack = drive(exchange.import_file(library, path))
    assert (pack.name, pack.kind) == ("regions", "boundaries")
    table = json.loads((pack.path / "boundaries.json").read_text("utf-8"))
    assert table["source"]["file"] == "regions.geojson"
    assert len(table["source"]["sha256"]) == 64


def test_a_pack_travels(library: Library, tmp_path: Path) -> None:
    path = pmtiles(tmp_path / "x.pmtiles", {(0, 0, 0): picture()})
    drive(exchange.import_file(library, path))
    carried = drive(exchange.export(library, "x", tmp_path))
    other = Library(tmp_path / "other", Lock(()))
    assert drive(exchange.import_file(other, carried)).sha256 == library.of_kind("map")[0].sha256


@pytest.mark.parametrize("kind", ["map", "boundaries"])
def test_a_pack_of_strangers_is_looked_into(library: Library, tmp_path: Path, kind: str) -> None:
    if kind == "map":
        path = pmtiles(tmp_path / "x.pmtiles", {(0, 0, 0): picture()})
        inside, broken = "files/tiles.pmtiles", path.read_bytes()[:-40]
    else:
        path = tmp_path / "x.geojson"
        path.write_bytes(geojson(("Left", square(0, 0, 10, 10))))
        inside, broken = "files/boundaries.json", b'{"lines": [["a"]], "names": []}'
    drive(exchange.import_file(library, path))
    carried = drive(exchange.export(library, "x", tmp_path))
    forged = forge(carried, inside, broken)
    other = Library(tmp_path / "other", Lock(()))
    with pytest.raises(TilesRefused):
        drive(exchange.import_file(other, forged))
    assert other.own() == ()


def forge(carried: Path, inside: str, data: bytes) -> Path:
    """The pack with other bytes, and a manifest that agrees with them."""
    import hashlib

    from theodolite.packs import own
    from theodolite.packs.library import PackFile

    with zipfile.ZipFile(carried) as made:
        table = json.loads(made.read("pack.json"))
    table["files"] = [
        {"name": inside.removeprefix("files/"), "sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}
    ]
    table["sha256"] = own.identity([PackFile(**table["files"][0])])
    forged = carried.with_name("forged.pack.zip")
    with zipfile.ZipFile(forged, "w") as out:
        out.writestr("pack.json", json.dumps(table))
        out.writestr(inside, data)
    return forged


@pytest.mark.parametrize("name", ["x.pmtiles", "x.mbtiles", "x.geojson"])
def test_what_is_no_map_leaves_nothing(library: Library, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"nothing of the kind")
    with pytest.raises(TilesRefused, match=name.replace(".", r"\.")):
        drive(exchange.import_file(library, tmp_path / name))
    assert not library.root.exists() or not [p for p in library.root.iterdir() if p.name != ".lock"]


def test_another_map_of_the_same_name_gets_a_number(library: Library, tmp_path: Path) -> None:
    first = pmtiles(tmp_path / "x.pmtiles", {(0, 0, 0): picture()})
    drive(exchange.import_file(library, first))
    assert drive(exchange.import_file(library, first)).name == "x"
    other = pmtiles(tmp_path / "x.pmtiles", {(0, 0, 0): picture((9, 9, 9))})
    assert drive(exchange.import_file(library, other)).name == "x-2"
    with pytest.raises(PackError, match="another name"):
        drive(maps.import_map(library, pmtiles(tmp_path / "y.pmtiles", {(1, 0, 0): picture()}), name="x"))
