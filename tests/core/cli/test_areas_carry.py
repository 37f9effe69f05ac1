"""``area`` and ``carry`` on a real case: what is printed, what is on record."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from theodolite.cli import main


@pytest.fixture
def case(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    folder = tmp_path / "a.case"
    assert main(["case", "new", str(folder)]) == 0
    capsys.readouterr()
    return str(folder)


def run(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    code = main([*words, "--json"])
    document = json.loads(capsys.readouterr().out)
    assert document["ok"] is (code == 0)
    return document["data"] if code == 0 else document["error"]


CORNERS = ("43.46,11.87", "43.46,11.90", "43.48,11.90", "43.48,11.87")


def test_an_area_is_drawn_judged_and_taken_out(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    made = run(capsys, "area", "draw", case, *CORNERS, "--cell", "250", "--title", "Arezzo")
    assert (made["id"], made["cells_total"], made["searched"]) == ("W1", 90, 0)
    assert made["km2"] == pytest.approx(5.4, abs=0.05)
    judged = run(capsys, "area", "judge", case, "W1", "searched", "0:0", "43.47,11.88")
    assert judged["searched"] == 2
    assert run(capsys, "area", "judge", case, "W1", "open", "0:0")["searched"] == 1
    assert run(capsys, "area", "change", case, "W1", "--note", "by day")["note"] == "by day"
    assert [area["id"] for area in run(capsys, "area", "list", case)] == ["W1"]
    assert "no cell" in run(capsys, "area", "judge", case, "W1", "searched", "10.0,10.0")["text"]
    run(capsys, "area", "remove", case, "W1")
    assert run(capsys, "area", "list", case) == []


def test_an_area_comes_from_geojson(case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ring = [[11.87, 43.46], [11.90, 43.46], [11.90, 43.48], [11.87, 43.46]]
    feature = {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [ring]}}
    file = tmp_path / "area.geojson"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    assert len(run(capsys, "area", "draw", case, "--geojson", str(file))["outline"]) == 3
    for text in ('{"type": "Point", "coordinates": [1, 2]}', "no json", "[]", json.dumps([feature] * 2)):
        file.write_text(text)
        assert "text" in run(capsys, "area", "draw", case, "--geojson", str(file))
    assert "three corners" in run(capsys, "area", "draw", case)["text"]


def test_what_is_carried_out_is_listed_with_its_precision(
    case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = run(capsys, "carry", "link", case, "43.46824,11.88017", "--service", "Bing Maps")["text"]
    assert "cp=43.46824~11.88017" in text
    run(capsys, "carry", "coordinates", case, "43.46824,11.88017", "--precision", "10")
    run(capsys, "carry", "query", case, "amenity=fuel", "--near", "43.46824,11.88017")
    assert "Say where" in run(capsys, "carry", "query", case, "amenity=fuel")["text"]
    found = run(capsys, "carry", "list", case)
    assert [(one["what"], one["precision_km"]) for one in found] == [
        ("link", None),
        ("coordinates", 10.0),
        ("query", None),
    ]
