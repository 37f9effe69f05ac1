"""The commands of the page on map packs are run, with maps made here."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.core.tiles.making import about, geojson, mbtiles, picture, pmtiles, square
from tests.e2e.contract import Command
from tests.e2e.test_guide import GUIDE, commands
from theodolite import packs


def test_the_commands_work(command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THEODOLITE_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "carried").mkdir()
    pmtiles(tmp_path / "town.pmtiles", {(9, 1, 1): picture()})
    mbtiles(tmp_path / "survey.mbtiles", {(0, 0, 0): picture()}, about(name="Survey of 1890"))
    (tmp_path / "regions.geojson").write_bytes(geojson(("Left", square(0, 0, 10, 10))))
    for words in commands(GUIDE / "packs-of-maps.md"):
        code, document = command(*words)
        assert code == 0, (words, document)
    assert [pack.name for pack in packs.of_kind("map")] == ["my-town", "survey-of-1890"]
    assert packs.installed("my-town").licence == "ODbL, OpenStreetMap contributors"
    assert [pack.name for pack in packs.of_kind("boundaries")] == ["regions"]
    assert (tmp_path / "carried" / "my-town-1.pack.zip").is_file()


def test_what_is_no_map_has_its_code(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("THEODOLITE_HOME", str(tmp_path / "home"))
    whole = pmtiles(tmp_path / "a.pmtiles", {(0, 0, 0): picture()}).read_bytes()
    said = {}
    for name, data in {
        "version": whole[:7] + b"\x04" + whole[8:],
        "short": whole[:200],
        "other": b"hello",
        "packed": whole[:97] + b"\x03" + whole[98:],
    }.items():
        path = tmp_path / f"{name}.pmtiles"
        path.write_bytes(data)
        code, document = command("packs", "import", path)
        assert code != 0
        said[name] = document["error"]["code"]
    assert said == {
        "version": "tiles-version",
        "short": "tiles-damaged",
        "other": "tiles-refused",
        "packed": "tiles-unsupported",
    }
    assert packs.of_kind("map") == ()
