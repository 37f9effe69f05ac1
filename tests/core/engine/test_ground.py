"""The ground of a case: installed packs in drawing order, and the points of its indexes."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from tests.core.tiles.making import geojson, picture, pmtiles, square
from theodolite import packs
from theodolite.engine import ground, placenames
from theodolite.jobs import run_to_end
from theodolite.tiles import TileReader


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("THEODOLITE_HOME", str(tmp_path / "home"))
    return tmp_path


def opened() -> ground.Ground:
    with TileReader() as reader:
        return run_to_end(ground.ground(reader))


def test_without_packs_there_is_only_the_land(home: Path) -> None:
    assert opened() == ground.Ground()


def test_coarse_packs_lie_under_fine_ones(home: Path) -> None:
    fine = pmtiles(home / "fine.pmtiles", {(9, 1, 1): picture()}, about={"attribution": "© Fine"})
    coarse = pmtiles(home / "wide.pmtiles", {(2, 1, 1): picture()}, about={"name": "Wide"})
    (home / "regions.geojson").write_bytes(geojson(("Left", square(0, 0, 10, 10))))
    for path in (fine, coarse, home / "regions.geojson"):
        run_to_end(packs.import_file(path))
    found = opened()
    assert [(pack.id, pack.name, pack.credits) for pack in found.packs] == [
        (0, "Wide", ""),
        (1, "fine", "© Fine"),
    ]
    assert found.boundaries is not None
    assert json.loads(found.boundaries.read_text("utf-8"))["lines"]


def test_a_pack_that_was_damaged_since_is_named_and_the_others_drawn(home: Path) -> None:
    for name in ("good", "bad"):
        run_to_end(packs.import_file(pmtiles(home / f"{name}.pmtiles", {(0, 0, 0): picture()})))
    file = packs.installed("bad").file("tiles.pmtiles")
    file.chmod(0o600)
    file.write_bytes(b"x" * file.stat().st_size)
    found = opened()
    assert [pack.name for pack in found.packs] == ["good"]
    assert len(found.problems) == 1
    assert found.problems[0].startswith("bad: ")


def test_names_are_packed_as_the_page_reads_them() -> None:
    data = placenames.packed([("Österreich", 47.5, 14.1, 9.9)], "")
    size = int.from_bytes(data[:4], "little")
    assert json.loads(data[4 : 4 + size]) == {"countries": [["Österreich", 47.5, 14.1, 9.9]], "places": 0}
    assert (4 + size) % 4 == 0
    assert data[4 + size :] == b""


@pytest.mark.packs
def test_every_place_of_the_gazetteer_has_its_line() -> None:
    database = packs.installed("gazetteer").file("gazetteer.db")
    data = placenames.packed([], str(database))
    size = int.from_bytes(data[:4], "little")
    count = json.loads(data[4 : 4 + size])["places"]
    numbers = np.frombuffer(data[4 + size : 4 + size + 12 * count], "<u4").reshape(3, count)
    names = data[4 + size + 12 * count :].decode().split("\n")
    assert len(names) == count > 200_000
    people = numbers[2] & np.uint32(placenames.CAPITAL - 1)
    assert (np.diff(people.astype(np.int64)) <= 0).all()
    capitals = {names[i] for i in np.flatnonzero(numbers[2] >= placenames.CAPITAL)}
    assert {"Paris", "Vienna", "Nairobi"} <= capitals
    assert len(capitals) > 180
    lat = numbers[0].view("<i4") / 1e5
    assert names[int(np.argmax(lat))]
    assert lat[names.index("Vienna")] == pytest.approx(48.208, abs=0.01)


def test_the_points_are_those_of_the_indexes_that_were_not_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Segment:
        rows = np.array([0, 2])

        def places(self, rows: np.ndarray) -> np.ndarray:  # type: ignore[type-arg]
            return np.array([[10.0, 20.0], [0.0, 0.0], [-30.0, -40.0]])[rows]

    class Opened:
        segments = (Segment(), Segment())

    monkeypatch.setattr("theodolite.index.store.open_index", lambda _folder: Opened())
    data = run_to_end(ground.read_points([str(tmp_path)]))
    size = int.from_bytes(data[:4], "little")
    assert json.loads(data[4 : 4 + size]) == {"count": 4, "total": 4}
    x = np.frombuffer(data[4 + size : 4 + size + 16], "<u4") / 2.0**32 * 360 - 180
    assert sorted(round(float(v), 4) for v in x) == [-40.0, -40.0, 20.0, 20.0]


@pytest.mark.packs
def test_the_maps_own_script_is_no_archive() -> None:
    assert packs.installed("map-ui").kind == "map"
    assert [problem for problem in opened().problems if problem.startswith("map-ui")] == []
