"""The parts of MG-Geo that need no data: rows, rounding, truths, leak guard, counts, schemas, spool."""

from __future__ import annotations

import copy
import math
import random
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import csv, parquet

from tests.core.evaluate.mggeo.doubles import clue as made_clue
from theodolite.domain import AlternativesReach, AreaReach, Box, GradedReach, PointReach, RemarkReach
from theodolite.errors import InputError, TheodoliteError
from theodolite.evaluate.mggeo import clue, guard, meta, rows, schemas, spool, statistics, wording
from theodolite.evaluate.mggeo.truth import Truth, holds
from theodolite.evaluate.mp16_read import Refused, Table
from theodolite.geo import countries
from theodolite.geo.geodesy import destination, geodesic_km

LAT, LON = st.floats(-89.9, 89.9), st.floats(-180, 179.99)


# --- rows ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
def test_columns_have_many_names(tmp_path: Path, suffix: str) -> None:
    table = pa.table(
        {
            "Path": ["a.jpg", "b.jpg", " ", "d.jpg"],
            "Latitude": ["1.5", "91", "3", "4"],
            "LNG": ["2.5", "0", "3", "190"],
            "License": ["CC BY 4.0", "", "x", None],
            "Photographer": ["A", None, None, None],
            "title": ["T", None, None, None],
            "scene": ["street", None, None, None],
        }
    )
    path = tmp_path / f"t{suffix}"
    (csv.write_csv if suffix == ".csv" else parquet.write_table)(table, path)
    read = Table(path)
    found, refused = rows.Images(read).rows(next(read.chunks(10)), 0)
    assert found[0] == rows.Row(1, "a.jpg", 1.5, 2.5, "CC BY 4.0", "A", "T", None, "street")
    assert [(row.number, row.image, row.licence) for row in found[1:]] == [
        (3, "", "x"),
        (4, "d.jpg", "unknown"),
    ]
    assert found[2].lon == -170.0
    assert [(one.reason, one.count) for one in refused] == [("latitude beyond 90 degrees", 1)]


def test_a_table_without_an_image_column_says_what_it_has(tmp_path: Path) -> None:
    csv.write_csv(pa.table({"lat": ["1"], "lon": ["2"], "picture": ["a"]}), tmp_path / "t.csv")
    with pytest.raises(InputError, match="lat, lon, picture"):
        rows.Images(Table(tmp_path / "t.csv"))


def test_paths_stay_inside(tmp_path: Path) -> None:
    assert rows.inside("a/b.jpg", tmp_path) == "a/b.jpg"
    assert rows.inside(str(tmp_path / "a" / "b.jpg"), tmp_path) == "a/b.jpg"
    for outside in ("", "../b.jpg", "a/../../b.jpg", "/etc/passwd", str(tmp_path.parent / "b.jpg")):
        assert rows.inside(outside, tmp_path) == ""


@given(LAT, LON, st.integers(0, 6))
def test_rounding_moves_no_farther_than_it_says(lat: float, lon: float, decimals: int) -> None:
    moved = 1000 * float(geodesic_km(lat, lon, round(lat, decimals), round(lon, decimals)))
    assert moved <= meta.rounding_m(decimals)


# --- clues --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", countries.codes())
def test_facts_of_a_country_are_true_of_it(code: str) -> None:
    pairs = clue.known(Truth(0.0, 0.0, code), "Springfield", [code, code, "US"])
    assert pairs
    for pair in pairs:
        assert pair["basis"] == "gazetteer" and pair["box"] is None and pair["id"] is None
        assert pair["countries"] is None or code in pair["countries"]
    (named,) = [pair for pair in pairs if "Springfield" in pair["observation"]]
    assert named["inference"].startswith("3 places are called so, in ")
    assert countries.name(code) in named["inference"]


def test_facts_known_by_heart() -> None:
    said = {pair["observation"]: pair["countries"] for pair in clue.known(Truth(0, 0, "JP"), None, [])}
    assert said["Signs in Japanese"] == ["JP"]
    assert said["Prices in Japanese Yen (JPY)"] == ["JP"]
    assert said["Phone numbers that begin with +81"] == ["JP"]
    assert said["An internet address that ends in .jp"] == ["JP"]
    assert "Traffic that keeps to the left" in said
    assert clue.known(Truth(0, 0, ""), None, []) == []


def test_pairs_of_the_picture_carry_their_box_and_whether_they_agree() -> None:
    read = [
        made_clue(1, AreaReach("country", ("IT",))),
        made_clue(2, AreaReach("country", ("FR",))),
        made_clue(3, None),
    ]
    first, second = clue.seen(read, Truth(43.0, 11.0, "IT", "IT.16"))
    assert (first["agrees"], second["agrees"], first["basis"]) == (True, False, "picture")
    assert first["source"] == "text.language: a test"
    boxed = made_clue(1, AreaReach("country", ("IT",)))
    object.__setattr__(boxed, "box", Box(-0.001, 0.25, 0.5, 1.2))
    assert clue.seen([boxed], Truth(0, 0, "IT"))[0]["box"] == [0.0, 0.25, 0.5, 1.0]


@given(LAT, LON, st.floats(0, 360), st.floats(0.1, 500), st.floats(0, 6))
def test_a_point_holds_within_three_standard_deviations(
    lat: float, lon: float, way: float, sd: float, times: float
) -> None:
    there = destination(lat, lon, way, sd * times)
    if abs(times - 3) > 0.05 and abs(there[0]) < 89.5:
        point = PointReach(lat, lon, sd)
        assert holds(point, Truth(*there, "IT")) is (times < 3)
        assert holds(AlternativesReach(((1.0, point),)), Truth(*there, "IT")) is (times < 3)


def test_areas_hold_by_name() -> None:
    truth = Truth(43.0, 11.0, "IT", "IT.16")
    assert holds(AreaReach("country", ("FR", "IT")), truth) is True
    assert holds(AreaReach("country", ("IT",), negated=True), truth) is False
    assert holds(AreaReach("admin1", ("IT.16",)), truth) is True
    assert holds(AreaReach("admin1", ("IT.15",)), truth) is False
    assert holds(GradedReach("x", (("IT", 0.1),)), truth) is True
    assert holds(GradedReach("x", (("FR", 1.0),)), truth) is False
    assert holds(AreaReach("country", ("IT",)), Truth(0.0, -30.0, "")) is None
    assert holds(RemarkReach("remark", "red roofs"), truth) is None


# --- the leak guard -----------------------------------------------------------------------------------


@given(LAT, LON, st.integers(3, 7), st.booleans())
def test_the_guard_finds_a_coordinate(lat: float, lon: float, digits: int, cut: bool) -> None:
    value = abs(lat)
    shown = math.floor(value * 10**digits) / 10**digits if cut else round(value, digits)
    for text in (
        f"at {shown:.{digits}f} north",
        f"({shown:.{digits}f},9)",
        f"{shown:.{digits}f}".replace(".", ","),
    ):
        assert guard.tells([text], [(lat, lon)]), text
    assert guard.tells([f"{abs(lat):.2f}, {abs(lon):.2f}"], [(lat, lon)])
    degrees, rest = divmod(value, 1)
    minutes, rest = divmod(rest * 60, 1)
    assert guard.tells([f"{degrees:.0f}° {minutes:.0f}' {rest * 60:.1f}\" N"], [(lat, lon)])


@given(st.floats(0, 1), LAT, LON, st.floats(0, 180))
def test_a_percentage_is_no_coordinate(share: float, lat: float, lon: float, other: float) -> None:
    assert not guard.tells([f"Italy from {wording.percent(share)} to 40.9 %, 16.3 nats"], [(lat, lon)])
    if min(abs(other - abs(lat)), abs(other - abs(lon))) > 0.02:
        assert not guard.tells([f"{other:.4f}, {other:.2f}"], [(lat, lon)])
        assert not guard.tells([f"a price of {abs(lat):.2f}, of {other:.2f}"], [(lat, abs(lat) + 0.02)])


@given(st.floats(0, 1))
def test_a_percentage_is_never_more_than_it_is(share: float) -> None:
    said = wording.percent(share)
    assert (said == "100.0 %") is (share == 1.0) or 0.9985 < share < 1
    assert (said == "0.0 %") is (share == 0.0)


# --- counts -------------------------------------------------------------------------------------------


def record(part: str, rng: random.Random) -> dict[str, Any]:
    """A record of its form."""
    shared: dict[str, Any] = {
        "part": part,
        "image": {"sha256": "0" * 64, "path": "a.jpg", "width": 4, "height": 3},
        "licence": rng.choice(["CC0", rows.UNKNOWN]),
        "author": None,
    }
    if part == "meta":
        place = dict.fromkeys((*meta.FIELDS, "country_code"), None)
        point = {"lat": 1.0, "lon": 2.0, "decimals": 4, "rounding_m": 7.9}
        return {**shared, "name": None, "date": None, "place": place | {"country_code": "IT"} | point}
    if part == "clue":
        truth = Truth(43.0, 11.0, "IT")
        return {**shared, "pairs": clue.seen([made_clue(1, AreaReach("country", ("IT",)))], truth)}
    before, after = rng.random(), rng.random()
    hint = {"id": "H1", "quality": "right", "reading": "in Italy", "strength": "weak", "holds": True}
    answer = {
        "role": "assistant",
        "kind": "reply",
        "text": "yes indeed",
        "level": "unknown",
        "countries": [["IT", after], ["", 0.0]],
        "conflict": rng.random() < 0.5,
        "true_country": [round(before, 6), round(after, 6)],
    }
    turns = [{"role": "person", "kind": "hint", "text": "It is in Italy", "hint": hint}, answer]
    return {**shared, "seed": 7, "turns": turns}


def test_counts_add_up_in_any_order(seed: int) -> None:
    rng = random.Random(seed)
    counts = [statistics.of(record(rng.choice(schemas.PARTS), rng), rng.randrange(9)) for _ in range(60)]
    totals = []
    for _ in range(3):
        rng.shuffle(counts)
        total: statistics.Counts = {}
        for one in counts:
            total = statistics.added(total, one)
        totals.append(total)
    assert totals[0] == totals[1] == totals[2]
    assert sum(totals[0]["records"].values()) == 60


def test_the_mean_probability_is_a_mean(seed: int) -> None:
    rng = random.Random(seed)
    records = [record("dialog", rng) for _ in range(20)]
    total: statistics.Counts = {}
    for one in records:
        total = statistics.added(total, statistics.of(one, None))
    shares = np.array([one["turns"][1]["true_country"] for one in records])
    told = statistics.summary(total)["mean probability of the true country"]["right"]
    assert told["before"] == pytest.approx(shares[:, 0].mean(), abs=1e-4)
    assert told["after"] == pytest.approx(shares[:, 1].mean(), abs=1e-4)
    assert "tokens" not in total


def test_licences_without_end_are_counted_together() -> None:
    total: statistics.Counts = {}
    for number in range(1500):
        total = statistics.added(total, {"licences": {f"licence {number}": 1}})
    assert len(total["licences"]) == 1001 and sum(total["licences"].values()) == 1500


# --- schemas ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("part", schemas.PARTS)
def test_a_record_of_its_form_passes_and_any_field_gone_or_added_does_not(part: str, seed: int) -> None:
    whole = record(part, random.Random(seed))
    schemas.check(whole)
    for name in whole:
        if name != "part":
            with pytest.raises(TheodoliteError):
                schemas.check({key: value for key, value in whole.items() if key != name})
    with pytest.raises(TheodoliteError):
        schemas.check(whole | {"gps": [1.0, 2.0]})
    broken = copy.deepcopy(whole)
    broken["image"]["sha256"] = "no hash"
    with pytest.raises(TheodoliteError, match="sha256"):
        schemas.check(broken)


# --- the spool ----------------------------------------------------------------------------------------


def filled(folder: Path, steps: int) -> spool.Spool:
    work = spool.Spool.take_up(folder, {"seed": 7})
    for number in range(steps):
        records = [{"part": part, "n": number, "text": "ä" * number} for part in schemas.PARTS]
        work.append(3, records, {"records": {"meta": 1}}, [Refused("no such file", 1, (f"row {number}",))])
    return work


def contents(folder: Path) -> list[bytes]:
    return [(folder / f"{part}.jsonl").read_bytes() for part in schemas.PARTS]


def test_whatever_a_stop_leaves_is_taken_up_at_the_last_whole_step(tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)
    for attempt in range(12):
        folder, whole = tmp_path / f"{attempt}" / ".building", tmp_path / f"{attempt} whole" / ".building"
        folder.mkdir(parents=True)
        whole.mkdir(parents=True)
        filled(whole, 5)
        filled(folder, 5)
        hurt = folder / rng.choice([spool.LOG, *(f"{part}.jsonl" for part in schemas.PARTS)])
        data = hurt.read_bytes()
        start = data.index(b"\n") + 1 if hurt.name == spool.LOG else 0  # the first line of the log is whole
        at = rng.randrange(start, len(data))
        hurt.write_bytes(data[:at] if rng.random() < 0.5 else data[:at] + b"\xff" + data[at + 1 :])
        again = spool.Spool.take_up(folder, {"seed": 7})
        done = again.rows // 3
        assert again.counts.get("records", {}).get("meta", 0) == done <= 5
        for number in range(done, 5):
            records = [{"part": part, "n": number, "text": "ä" * number} for part in schemas.PARTS]
            again.append(
                3, records, {"records": {"meta": 1}}, [Refused("no such file", 1, (f"row {number}",))]
            )
        assert contents(folder) == contents(whole)
        assert again.refused["no such file"].count == 5


def test_work_on_something_else_is_not_gone_on_with(tmp_path: Path) -> None:
    folder = tmp_path / ".building"
    folder.mkdir()
    filled(folder, 1)
    with pytest.raises(InputError, match="another table, or with other settings"):
        spool.Spool.take_up(folder, {"seed": 8})


def test_a_stop_while_publishing_is_gone_on_with(tmp_path: Path) -> None:
    folder = tmp_path / ".building"
    folder.mkdir()
    filled(folder, 2)
    before = contents(folder)
    (folder / "meta.jsonl").replace(tmp_path / "meta.jsonl")
    work = spool.Spool.take_up(folder, {"seed": 7})
    assert work.rows == 6
    work.publish()
    assert contents(tmp_path) == before
