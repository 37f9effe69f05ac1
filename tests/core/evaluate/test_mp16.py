"""MP16-Pro's columns from local data: what is named, what is left out, and that nothing is lost by a kill."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import csv, parquet

from tests.core.evaluate.halves import Halves, build
from theodolite import packs
from theodolite.align.table import Table, Tally
from theodolite.cli import dataset
from theodolite.cli.output import Output
from theodolite.errors import InputError, NotFound
from theodolite.evaluate import mp16
from theodolite.evaluate.mp16_places import CITY_KM, PEOPLE_PER_KM2, STATE_KM, UNKNOWN, Places
from theodolite.geo import countries
from theodolite.geo.gazetteer import Gazetteer
from theodolite.geo.geodesy import distance_km
from theodolite.geo.world import World

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def gazetteer(starter: Callable[[str], packs.Pack]) -> Gazetteer:
    return Gazetteer(starter("gazetteer").file("gazetteer.db"))


@pytest.fixture(scope="module")
def places(gazetteer: Gazetteer) -> Places:
    return Places(gazetteer, World.load())


def written(path: Path, lat: list[Any], lon: list[Any], **more: list[Any]) -> Path:
    table = pa.table({"IMG_ID": [f"{n}.jpg" for n in range(len(lat))], "LAT": lat, "LON": lon, **more})
    if path.suffix == ".csv":
        csv.write_csv(table, path)
    else:
        parquet.write_table(table, path, row_group_size=7)
    return path


# --- names --------------------------------------------------------------------------------------------

KNOWN = {
    "Eiffel tower": (48.8584, 2.2945, "Paris", "Île-de-France", "France", "Europe"),
    "Kawasaki, within reach of Tokyo": (35.53, 139.70, "Kawasaki", "Kanagawa", "Japan", "Asia"),
    "Fifth Avenue": (40.7484, -73.9857, "New York City", "New York", "United States", "North America"),
    "the left bank of the Rhine": (48.574, 7.795, "Strasbourg", "Grand-Est", "France", "Europe"),
    "Vatican City": (41.9022, 12.4539, "Vatican City", None, "Vatican City", "Europe"),
    "the Sahara": (23.5, 2.0, None, None, "Algeria", "Africa"),
    "the Atlantic": (30.0, -40.0, None, None, None, None),
    "the pole": (90.0, 0.0, None, None, None, None),
}


@pytest.mark.packs
def test_known_places(places: Places) -> None:
    points = list(KNOWN.values())
    found = places.of(*(np.array([row[i] for row in points], dtype=np.float64) for i in (0, 1)))
    for number, name in enumerate(KNOWN):
        got = tuple(found[column][number] for column in ("city", "state", "country", "continent"))
        assert got == points[number][2:], name
    for column in UNKNOWN:
        assert set(found[column].tolist()) == {None}


@pytest.mark.packs
def test_against_the_definition(places: Places, gazetteer: Gazetteer, seed: int) -> None:
    """Point by point, all distances, as the module's first lines have it."""
    rng, every = np.random.default_rng(seed), gazetteer.all_places()
    rows = rng.integers(len(every.id), size=40)
    lat = np.clip(every.lat[rows] + rng.normal(0, 0.2, len(rows)), -90, 90)
    lon = every.lon[rows] + rng.normal(0, 0.2, len(rows))
    found, codes = places.of(lat, lon), World.load().country_of(lat, lon)
    reach = np.sqrt(every.population / (np.pi * PEOPLE_PER_KM2))
    large = np.flatnonzero(every.population >= 50_000)
    for n, code in enumerate(codes):
        km = distance_km(lat[n], lon[n], every.lat, every.lon)
        looked = np.unique(np.concatenate([np.argsort(km)[:8], large[np.argsort(km[large])[:8]]]))
        looked = looked[(km[looked] < STATE_KM) & (every.country[looked] == code)]
        inside = looked[km[looked] <= reach[looked]]
        near = looked[np.argmin(km[looked])] if len(looked) else -1
        city = inside[np.argmin(km[inside] / reach[inside])] if len(inside) else near
        named = city >= 0 and (len(inside) or km[city] <= CITY_KM)
        place = gazetteer.place(int(every.id[city])) if named else None
        assert found["city"][n] == (place.name if place else None)
        state = gazetteer.admin1_name(str(every.admin1[near])) if near >= 0 else ""
        assert found["state"][n] == (state or None)
        assert found["country"][n] == (countries.name(code) if code else None)


@pytest.mark.packs
def test_the_command(tmp_path: Path) -> None:
    table = written(tmp_path / "photos.csv", ["48.8584", "north", "30.0"], [2.2945, 7.0, -40.0])
    out = tmp_path / "pro.parquet"
    result = dataset.mp16_pro(Namespace(table=table, out=out), Output(as_json=True))
    rows = parquet.read_table(out).to_pylist()
    assert [row["sentence"] for row in rows] == [
        "A street view photo taken in Paris, Île-de-France, France",
        None,
    ]
    assert rows[0]["IMG_ID"] == "0.jpg"
    assert rows[0]["LAT"] == 48.8584
    assert "left out, no number: 1 (row 2: north, 7)" in result.text
    assert "county: 2 empty, not in the local data" in result.text
    report = json.loads((tmp_path / "pro.parquet.json").read_text(encoding="utf-8"))
    assert report["source"].startswith("gazetteer ")
    assert (report["rows"], report["kept"]) == (3, 2)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "photos.csv",
        "pro.parquet",
        "pro.parquet.json",
    ]


# --- tables -------------------------------------------------------------------------------------------


def test_what_is_no_position_is_left_out_counted_and_named(tmp_path: Path) -> None:
    lat = [1.0, None, 91.0, -90.0, float("nan"), 5.0, float("inf"), -90.5]
    lon = [2.0, 3.0, 4.0, 540.0, 1.0, 190.0, 1.0, 1e9]
    built = build(written(tmp_path / "t.parquet", lat, lon), tmp_path / "out.parquet", chunk=3)
    assert (built.rows, built.kept) == (8, 2)
    assert {one.reason: (one.count, one.examples) for one in built.refused} == {
        "no number": (3, ("row 2: None, 3.0", "row 5: nan, 1.0", "row 7: inf, 1.0")),
        "latitude beyond 90 degrees": (2, ("row 3: 91.0, 4.0", "row 8: -90.5, 1000000000.0")),
        "longitude beyond 360 degrees": (1, ("row 4: -90.0, 540.0",)),
    }
    rows = parquet.read_table(tmp_path / "out.parquet").to_pylist()
    assert [(row["IMG_ID"], row["LON"], row["country"]) for row in rows] == [
        ("0.jpg", 2.0, "North"),
        ("5.jpg", -170.0, "North"),
    ]
    assert dict(built.empty)["county"] == 2
    assert rows[0]["sentence"] == "A street view photo taken in North"


def test_columns_stay_as_they_are(tmp_path: Path) -> None:
    """In a CSV text stays text ('007', 'nan', ''); in Parquet types stay."""
    (tmp_path / "t.csv").write_text('id,Latitude,LNG,note\n007, 1.5 ,2,"a,\nb"\n008,-3e0,4,nan\n,-70,1_0,\n')
    built = build(tmp_path / "t.csv", tmp_path / "a.parquet")
    rows = parquet.read_table(tmp_path / "a.parquet").to_pylist()
    assert [(row["id"], row["Latitude"], row["note"]) for row in rows] == [
        ("007", 1.5, "a,\nb"),
        ("008", -3.0, "nan"),
    ]
    assert built.refused[0].examples == ("row 3: -70, 1_0",)
    vectors = [[0.5, 1.0], [2.0, 3.0]]
    build(written(tmp_path / "t.parquet", [1, 2], [3, 4], embedding=vectors), tmp_path / "b.parquet")
    table = parquet.read_table(tmp_path / "b.parquet")
    assert table.column("embedding").to_pylist() == vectors
    assert table.column("LAT").type == pa.float64()


def test_training_reads_the_table(tmp_path: Path) -> None:
    """Columns and sentences are those that training with text takes; rows without a country it leaves out."""
    build(written(tmp_path / "t.csv", [1.0, -1.0, -70.0], [2.0, 3.0, 4.0]), tmp_path / "out.parquet")
    tally = Tally()
    (block,) = Table(tmp_path / "out.parquet", text=True).blocks(tally)
    assert block.images == ("0.jpg", "1.jpg")
    assert block.sentences == ("A street view photo taken in North", "A street view photo taken in C3, South")
    assert block.sentences == tuple(
        parquet.read_table(tmp_path / "out.parquet").column("sentence").to_pylist()[:2]
    )
    assert [(one.reason, one.count) for one in tally.dropped] == [("no-country", 1)]


def refusals(folder: Path) -> list[tuple[str, Path]]:
    (folder / "broken.parquet").write_bytes(b"PAR1 and no more")
    (folder / "ragged.csv").write_text("lat,lon\n1,2\n1,2,3\n")
    (folder / "empty.csv").write_text("lat,lon\n")
    (folder / "nothing.csv").write_text("")
    (folder / "twice.csv").write_text("lat,LAT,lon\n1,1,1\n")
    (folder / "none.csv").write_text("a,b\n1,2\n")
    parquet.write_table(pa.table({"lat": [[1.0]], "lon": [1.0]}), folder / "list.parquet")
    return [
        ("damaged", folder / "broken.parquet"),
        ("damaged", folder / "ragged.csv"),
        ("no rows", folder / "empty.csv"),
        ("damaged", folder / "nothing.csv"),
        ("2 columns called lat or latitude", folder / "twice.csv"),
        ("no column called lat or latitude. Columns: a, b", folder / "none.csv"),
        ("holds no numbers", folder / "list.parquet"),
        ("City already", written(folder / "named.parquet", [1.0], [1.0], City=["x"])),
    ]


def test_a_table_without_one_position_is_refused_and_says_why(tmp_path: Path) -> None:
    table = written(tmp_path / "nowhere.parquet", [91.0, float("nan")], [4.0, 5.0])
    reasons = r"no row with a valid position: 1 no number \(row 2: nan, 5.0\); 1 latitude beyond 90 degrees"
    with pytest.raises(InputError, match=reasons):
        build(table, tmp_path / "out.parquet", Halves())
    assert [path.name for path in tmp_path.iterdir()] == ["nowhere.parquet"]


def test_refusals_name_the_table_and_leave_nothing(tmp_path: Path) -> None:
    for words, table in refusals(tmp_path):
        with pytest.raises(InputError, match=words) as caught:
            build(table, tmp_path / "out.parquet")
        assert table.name in str(caught.value)
    with pytest.raises(NotFound):
        build(tmp_path / "missing.csv", tmp_path / "out.parquet")
    with pytest.raises(InputError, match="no place for a file"):
        build(written(tmp_path / "good.csv", [1.0], [2.0]), tmp_path / "no" / "out.parquet")
    good = tmp_path / "good.csv"
    with pytest.raises(InputError, match="overwritten"):
        build(good, good)
    with pytest.raises(InputError, match="mislead"):
        build(good, tmp_path / "out.csv")
    assert not list(tmp_path.glob("out*"))
    assert good.read_text().startswith('"IMG_ID"')


@settings(max_examples=10)
@given(chunk=st.integers(1, 60), as_csv=st.booleans())
def test_parts_of_any_size_make_the_same_table(
    tmp_path_factory: pytest.TempPathFactory, chunk: int, as_csv: bool
) -> None:
    folder = tmp_path_factory.mktemp("parts")
    rng = np.random.default_rng(3)
    lat, lon = rng.uniform(-100, 100, 50).tolist(), rng.uniform(-180, 180, 50).tolist()
    table = written(folder / ("t.csv" if as_csv else "t.parquet"), lat, lon)
    whole = build(table, folder / "whole.parquet")
    parts = build(table, folder / "parts.parquet", chunk=chunk)
    assert parquet.read_table(folder / "whole.parquet").equals(parquet.read_table(folder / "parts.parquet"))
    assert (whole.rows, whole.kept, whole.empty, whole.refused) == (
        parts.rows,
        parts.kept,
        parts.empty,
        parts.refused,
    )


# --- stopped and gone on with -------------------------------------------------------------------------

CHILD = """
import sys
from pathlib import Path
from tests.core.evaluate.halves import build
build(Path(sys.argv[1]), Path(sys.argv[2]), chunk=40)
"""


def test_a_killed_run_is_gone_on_with(tmp_path: Path) -> None:
    """Killed with SIGKILL twice, at whatever it does then: the bytes of an undisturbed run."""
    rng = np.random.default_rng(1)
    table = written(tmp_path / "t.parquet", rng.uniform(-95, 90, 2_000).tolist(), [1.0] * 2_000)
    out, parts = tmp_path / "out.parquet", tmp_path / "out.parquet.parts"
    reached = 0
    for _ in range(2):
        child = subprocess.Popen([sys.executable, "-c", CHILD, table, out], cwd=ROOT)
        deadline = time.monotonic() + 60
        while len(list(parts.glob("part-*"))) < reached + 5 and child.poll() is None:
            assert time.monotonic() < deadline
            time.sleep(0.001)
        os.kill(child.pid, signal.SIGKILL)
        assert child.wait() == -signal.SIGKILL
        assert not out.exists()
        reached = len(json.loads((parts / "manifest.json").read_text())["parts"])
        assert reached >= 4
    built = build(table, out, chunk=40)
    assert built.resumed == 40 * reached
    again = build(table, tmp_path / "again.parquet", chunk=40)
    assert again.resumed == 0
    assert out.read_bytes() == (tmp_path / "again.parquet").read_bytes()
    assert (built.rows, built.kept, built.empty, built.refused) == (
        again.rows,
        again.kept,
        again.empty,
        again.refused,
    )
    assert not parts.exists()


def stopped(table: Path, out: Path, steps: int) -> Path:
    """A run of some parts that was stopped by closing it."""
    job = mp16.build(table, out, Halves(), "test", chunk=5)  # type: ignore[arg-type]
    for _ in range(1 + steps):
        next(job)
    job.close()
    return out.with_name(f"{out.name}.parts")


def test_a_damaged_part_is_made_again(tmp_path: Path) -> None:
    table = written(tmp_path / "t.parquet", [float(n) for n in range(40)], [1.0] * 40)
    parts = stopped(table, tmp_path / "out.parquet", 4)
    damaged = parts / "part-000002.parquet"
    data = bytearray(damaged.read_bytes())
    data[len(data) // 2] ^= 1
    damaged.write_bytes(data)
    assert build(table, tmp_path / "out.parquet", chunk=5).resumed == 10
    build(table, tmp_path / "again.parquet", chunk=5)
    assert (tmp_path / "out.parquet").read_bytes() == (tmp_path / "again.parquet").read_bytes()


def test_work_on_another_table_is_not_gone_on_with(tmp_path: Path) -> None:
    table = written(tmp_path / "t.parquet", [float(n) for n in range(40)], [1.0] * 40)
    parts = stopped(table, tmp_path / "out.parquet", 2)
    written(table, [float(n) for n in range(40)], [2.0] * 40)
    with pytest.raises(InputError, match="another table"):
        build(table, tmp_path / "out.parquet", chunk=5)
    (parts / "manifest.json").write_text("{")
    with pytest.raises(InputError, match="Remove it"):
        build(table, tmp_path / "out.parquet", chunk=5)


# --- memory -------------------------------------------------------------------------------------------

MEASURE = """
import sys
from pathlib import Path
import numpy as np, pyarrow as pa
from pyarrow import parquet
from theodolite import packs
from theodolite.evaluate import mp16
from theodolite.evaluate.mp16_places import Places
from theodolite.geo.gazetteer import Gazetteer
from theodolite.geo.world import World
def anonymous():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("RssAnon")) / 1024
gazetteer = Gazetteer(packs.installed("gazetteer").file("gazetteer.db"))
places = Places(gazetteer, World.load())
places.of(np.zeros(1000), np.zeros(1000))
before = peak = anonymous()
for _ in mp16.build(Path(sys.argv[1]), Path(sys.argv[2]), places, "test"):
    peak = max(peak, anonymous())
print(before, peak)
"""


@pytest.mark.full
@pytest.mark.packs
def test_a_million_rows_in_bounded_memory(tmp_path: Path, gazetteer: Gazetteer) -> None:
    """Anonymous memory grows by at most 160 MB, libraries included; ten times the rows add little to that."""
    every, growth = gazetteer.all_places(), {}
    for count in (100_000, 1_000_000):
        rng = np.random.default_rng(0)
        rows = rng.integers(len(every.id), size=count)
        lat = np.clip(every.lat[rows] + rng.normal(0, 0.1, count), -90, 90)
        names = [f"{n:08x}.jpg" for n in range(count)]
        table = pa.table({"IMG_ID": names, "LAT": lat, "LON": every.lon[rows]})
        parquet.write_table(table, tmp_path / f"{count}.parquet")
        command = [sys.executable, "-c", MEASURE, tmp_path / f"{count}.parquet", tmp_path / f"{count}.out"]
        started = time.perf_counter()
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        before, peak = map(float, done.stdout.split())
        growth[count] = peak - before
        wall = time.perf_counter() - started
        print(f"{count:,} rows: {wall:.1f} s, anonymous memory {before:.0f} -> {peak:.0f} MB")
    assert growth[1_000_000] < 160.0
    assert growth[1_000_000] < growth[100_000] + 40.0
