"""Exports: read back by other people's programs, with the report's own numbers; nothing in them acts."""

from __future__ import annotations

import csv
import io
import json
import re
import warnings
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree as Tree

import gpxpy
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Point, shape

from theodolite.geo import coordinates, geodesy
from theodolite.report.exports import case_uco, csv_, geojson, gpx, kml
from theodolite.report.exports.places import Place, circle, places
from theodolite.report.parts import (
    DerivedRow,
    OpinionRow,
    ReviewRow,
    SignatureRow,
    StampRow,
    TombstoneRow,
)
from theodolite.report.value import Report

HOSTILE = (
    '"><img src=http://evil.example/x onerror=alert(1)>',
    "javascript:alert(1)",
    "</name></Placemark><NetworkLink><href>http://evil.example</href></NetworkLink>",
    "]]><script>x</script>",
    "{{7*7}} ${7*7} \x00\x07\x1b[31m\x7f",
    "\u202etxt.exe\u2066 and \ud800 lone",
    '=HYPERLINK("http://evil.example")',
    "+1+1",
    "-2+3",
    "@SUM(1)",
    "\t=1",
    "\r\n=1",
    "＝1+1",
    "&lt;b&gt;; DROP TABLE",
)
RENDERERS: dict[str, Callable[[Report], bytes]] = {
    "kml": kml.render,
    "geojson": geojson.render,
    "gpx": gpx.render,
    "csv": csv_.render,
    "case": case_uco.render,
}


def hostile(value: Any, number: list[int]) -> Any:
    """Every text of a report that a person, a file or a model could have written, made hostile."""
    if isinstance(value, str):
        number[0] += 1
        return HOSTILE[number[0] % len(HOSTILE)]
    if is_dataclass(value) and not isinstance(value, type):
        kept = {
            "dd",
            "sha256",
            "md5",
            "hash",
            "log_head",
            "id",
            "exhibit",
            "exhibits",
            "key",
            "signature",
            "head",
        }
        named = {f.name: getattr(value, f.name) for f in fields(value)}
        return replace(
            value,
            **{
                name: hostile(part, number)
                for name, part in named.items()
                if name not in kept or is_dataclass(part)
            },
        )
    if isinstance(value, tuple):
        return tuple(hostile(part, number) for part in value)
    return value


@pytest.fixture
def report(make_report: Callable[..., Report]) -> Report:
    """A report with one row of everything that the made-up case lacks."""
    utc, one, two = "2026-01-01T00:00:00Z", "ab" * 32, "cd" * 32
    return replace(
        make_report(),
        tombstones=(TombstoneRow("E9", one, "court order", "P1", utc),),
        derived=(DerivedRow("D1", "E1", "lighter", one, ("gray",), two, 3, 4, "P1", utc),),
        signatures=(SignatureRow("G1", "P1", utc, "", one, 3, two, "ef" * 64, "good"),),
        stamps=(StampRow("Z1", "rfc3161", "pending", "", utc, one, two, "x"),),
        reviews=(
            ReviewRow(
                "R1", "E1", "P2", utc, True, "Arezzo", "43.4, 11.8", "Arezzo", "agrees", "",
                (OpinionRow("C1", "x", "on", "disagree", "weak"),), "1 of 1", "",
            ),
        ),
    )  # fmt: skip


@pytest.fixture
def bad(report: Report) -> Report:
    made = hostile(report, [0])
    assert isinstance(made, Report)
    claims = tuple(replace(row, claims=(("Place", "43.46824, 11.88017"),)) for row in made.exhibits)
    return replace(made, exhibits=claims)


def test_kml_is_read_by_fastkml_with_the_coordinates_of_the_report(report: Report) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the reader's own
        from fastkml import KML, Placemark
        from fastkml.utils import find_all

        document = KML.from_string(kml.render(report).decode().split("?>\n", 1)[1])
        marks = list(find_all(document, of_type=Placemark))
    expected = places(report)
    assert [mark.name for mark in marks] == [place.name for place in expected]
    for mark, place in zip(marks, expected, strict=True):
        parts = list(mark.geometry.geoms)
        assert (parts[0].x, parts[0].y) == (place.lon, place.lat)
        assert len(parts) == 1 + len(circle(place))
        said = {one.name: one.value for one in mark.extended_data.elements}
        assert said["id"] == place.id and said["kind"] == place.kind


def test_gpx_is_read_by_gpxpy_with_the_coordinates_of_the_report(report: Report) -> None:
    read = gpxpy.parse(gpx.render(report).decode())
    assert [(w.latitude, w.longitude, w.name, w.type) for w in read.waypoints] == [
        (p.lat, p.lon, p.name, p.kind) for p in places(report)
    ]
    assert read.time is not None


def test_geojson_is_read_by_shapely_with_the_coordinates_and_radii_of_the_report(report: Report) -> None:
    collection = json.loads(geojson.render(report))
    features = {one["id"]: one for one in collection["features"]}
    assert len(features) == len(collection["features"])
    for place in places(report):
        point = shape(features[place.id]["geometry"])
        assert (point.x, point.y) == (place.lon, place.lat)
        around = features.get(f"{place.id}/radius")
        assert (around is not None) == bool(circle(place))
        if around is not None:
            area = shape(around["geometry"])
            assert area.is_valid and area.contains(Point(place.lon, place.lat))


def test_csv_keeps_numbers_and_every_record(report: Report) -> None:
    text = csv_.render(report).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert "\r\n" in text
    located = {row["id"]: row for row in rows if row["lat"]}
    for place in places(report):
        assert (float(located[place.id]["lat"]), float(located[place.id]["lon"])) == (place.lat, place.lon)
    assert {row["id"] for row in rows} >= {row.id for row in (*report.exhibits, *report.clues, *report.hints)}


def test_the_numbers_are_those_that_the_report_prints(report: Report) -> None:
    printed = {row.place.dd for answer in report.answers for row in answer.candidates}
    printed |= {row.dd for row in (*report.verdicts, *report.references, *report.reviews)}
    printed |= {text.split("(")[0] for row in report.exhibits for _, text in row.claims}
    for place in places(report):
        assert any(
            tuple(map(float, text.split(",")[:2])) == (place.lat, place.lon)
            for text in printed
            if re.match(r"-?[\d.]+, -?[\d.]+", text)
        )
    assert coordinates.parse(report.answers[0].candidates[0].place.dd) in {
        (p.lat, p.lon) for p in places(report)
    }


def test_places_that_reduced_precision_calls_alike_keep_names_of_their_own(report: Report) -> None:
    answer = report.answers[0]
    alike = tuple(replace(row, id="43.5, 11.9") for row in answer.candidates)
    same = replace(report, answers=(replace(answer, candidates=alike),))
    names = [place.id for place in places(same)]
    assert len(names) == len(set(names)) and "E1/43.5, 11.9#2" in names
    nodes = [node["@id"] for node in json.loads(case_uco.render(same))["@graph"]]
    assert len(nodes) == len(set(nodes))


@pytest.mark.parametrize("name", RENDERERS)
def test_hostile_words_act_in_no_export(bad: Report, name: str) -> None:
    made = RENDERERS[name](bad)
    text = made.decode("utf-8-sig")
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]", text)
    assert "[U+202E]" in text
    if name in ("kml", "gpx"):
        root = Tree.fromstring(made)
        namespace = kml.NAMESPACE if name == "kml" else gpx.NAMESPACE
        tags = {element.tag.removeprefix(f"{{{namespace}}}") for element in root.iter()}
        assert not tags & {"NetworkLink", "href", "Icon", "script", "img", "link", "url", "Link", "a"}
        assert not re.search("https?://", text.replace(namespace, ""))
        if name == "kml":  # a viewer shows these as HTML
            shown = [e.text or "" for e in root.iter() if e.tag.endswith(("}description", "}value"))]
            assert shown and not any("<" in words for words in shown)
    if name == "geojson":
        assert not re.search("[<>&]", text)
        json.loads(text)
    if name == "csv":
        for row in csv.DictReader(io.StringIO(text, newline="")):
            for column, words in row.items():
                if column in csv_.NUMBERS:
                    assert words == "" or float(words) is not None
                else:
                    assert not words.strip(" \u3000").startswith(tuple("=+-@|%\t\r\n＝＋－＠"))
    if name == "case":
        assert_no_outside(json.loads(text))


def assert_no_outside(graph: dict[str, Any]) -> None:
    assert isinstance(graph["@context"], dict)  # written out, so that no reader fetches it
    known = {node["@id"] for node in graph["@graph"]}

    def walk(value: Any) -> None:
        if isinstance(value, dict):
            if set(value) == {"@id"}:
                assert value["@id"] in known
            assert set(value) <= {"@id", "@type", "@value"} or value["@id"].startswith("urn:uuid:")
            for part in value.values():
                walk(part)
        if isinstance(value, list):
            for part in value:
                walk(part)

    walk(graph["@graph"])


def test_a_case_graph_conforms_and_names_things_alike_each_time(report: Report, tmp_path: Any) -> None:
    made = case_uco.render(report)
    graph = json.loads(made)
    kinds = {node["@type"] for node in graph["@graph"]}
    assert kinds >= {
        "case-investigation:Investigation",
        "case-investigation:ProvenanceRecord",
        "case-investigation:InvestigativeAction",
        "uco-observable:File",
        "uco-types:Hash",
        "uco-location:Location",
        "uco-core:Annotation",
    }
    names = [node["@id"] for node in graph["@graph"]]
    assert len(names) == len(set(names))
    assert made == case_uco.render(report)
    other = case_uco.render(replace(report, custody=(replace(report.custody[0], hash="00" * 32),)))
    assert not set(names) & {node["@id"] for node in json.loads(other)["@graph"]}
    assert conforms(case_uco.render(short(report)), tmp_path / "good.jsonld")


def short(report: Report) -> Report:
    """One row of each kind: the validator asks the same of every further one, and slowly."""
    named = {f.name: getattr(report, f.name) for f in fields(report)}
    return replace(report, **{name: part[:1] for name, part in named.items() if isinstance(part, tuple)})


@pytest.mark.full
def test_a_whole_and_a_hostile_case_conform_and_a_broken_one_is_seen(
    bad: Report, report: Report, tmp_path: Any
) -> None:
    assert conforms(case_uco.render(report), tmp_path / "whole.jsonld")
    assert conforms(case_uco.render(bad), tmp_path / "bad.jsonld")
    broken = json.loads(case_uco.render(report))
    for node in broken["@graph"]:
        node.pop("uco-core:object", None)
        node.pop("uco-types:hashValue", None)
    assert not conforms(json.dumps(broken).encode(), tmp_path / "broken.jsonld")


def conforms(data: bytes, path: Any) -> bool:
    """Whether case-utils validates the graph against the newest CASE that it brings."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from case_utils.case_validate import validate

        path.write_bytes(data)
        return bool(validate([str(path)]).conforms)


@given(st.floats(-89, 89), st.floats(-180, 180), st.floats(0.01, 3000))
def test_a_radius_is_drawn_where_it_is(lat: float, lon: float, km: float) -> None:
    place = Place("a", "candidate", "", lat, lon, km)
    rings = circle(place)
    if (90 - abs(lat)) * 111 <= km * 1.01:
        assert rings == ()  # it would hold a pole
        return
    assert 1 <= len(rings) <= 2
    for ring in rings:
        assert ring[0] == ring[-1]
        assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in ring)
        assert sum((b[0] - a[0]) * (b[1] + a[1]) for a, b in pairwise(ring)) < 0
        off = [abs(float(geodesy.geodesic_km(lat, lon, y, x)) - km) for x, y in ring if abs(x) < 180]
        assert max(off, default=0.0) <= 0.001 * km + 0.001
