"""Scene, routes and figure, without a screen."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.domain import (
    AlternativesReach,
    AreaReach,
    Case,
    CaseState,
    Clue,
    Disc,
    FiledReference,
    Origin,
    PointReach,
    Region,
    Strength,
)
from theodolite.engine import figure
from theodolite_desktop.map import leaving
from theodolite_desktop.map.areas import AreaGrid
from theodolite_desktop.map.bridge import Bridge, cells_of, points_of
from theodolite_desktop.map.routes import POLICY, NoSuchPage, Routes, allowed
from theodolite_desktop.map.scene import MapScene, Mark, arc_km, merged, scene_of
from theodolite_desktop.map.shapes import Shape
from theodolite_desktop.map.words import page_words
from theodolite_desktop.theme.tokens import mark_colour

REMOTE = re.compile(r"https?:|//cdn|\.com/|\.net/|\.org/")


@pytest.fixture(scope="module")
def page() -> figure.Page:
    return figure.build()


def test_the_page_names_nothing_remote(page: figure.Page) -> None:
    assert REMOTE.search(page.html) is None
    for name, text in page.files:
        assert REMOTE.search(text) is None, name
    addresses = re.findall(r'(?:src|href)="([^"]+)"', page.html)
    assert addresses
    assert all(address.startswith("pack://map/") for address in addresses)


def test_nothing_is_inline(page: figure.Page) -> None:
    assert re.search(r"<script>|<style|\son\w+=|style=\"", page.html) is None
    assert [name for name, _ in page.files] == [
        "inline-1.css",
        "inline-2.css",
        "inline-3.css",
        "inline-4.js",
        "inline-5.js",
    ]
    assert "unsafe-inline" not in POLICY


def test_only_leaflet_is_loaded(page: figure.Page) -> None:
    for stranger in ("jquery", "bootstrap", "awesome"):
        assert stranger not in page.html.lower()


def test_the_page_is_the_same_each_time(page: figure.Page) -> None:
    assert figure.build() == page


def test_our_own_page_files_name_nothing_remote() -> None:
    folder = Path(__file__).resolve().parents[3] / "resources" / "map"
    for file in folder.iterdir():
        text = file.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert REMOTE.search(text) is None, file.name


@pytest.mark.parametrize(
    "path",
    ["/../secret.js", "/images/../../x.js", "/a/b.js", "/page.exe", "/", "/none.js", "/images/a/b.png"],
)
def test_what_is_not_ours_does_not_exist(tmp_path: Path, path: str) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "secret.js").write_text("x")
    with pytest.raises(NoSuchPage):
        Routes((tmp_path / "map",), {}).answer("map", path)


def test_the_first_folder_answers(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.css").write_text(name)
    routes = Routes((tmp_path / "one", tmp_path / "two"), {"b.js": lambda: b"made"})
    assert routes.answer("map", "/a.css").body == b"one"
    assert routes.answer("map", "/b.js").media_type == "text/javascript"
    with pytest.raises(NoSuchPage):
        routes.answer("elsewhere", "/a.css")


def test_only_our_scheme_is_allowed() -> None:
    assert allowed("pack", "map")
    assert not allowed("pack", "other")
    for scheme in ("http", "https", "ws", "file", "ftp", "blob", "chrome", "qrc", "javascript"):
        assert not allowed(scheme, "map")


@given(
    st.lists(
        st.tuples(st.floats(-80, 80), st.floats(-179, 179), st.floats(0.1, 75)), min_size=1, max_size=300
    )
)
def test_merging_never_shrinks_a_region(rows: list[tuple[float, float, float]]) -> None:
    discs = [Disc(*row) for row in rows]
    kept = merged(discs, most=20)
    assert len(kept) <= max(20, 1)
    for disc in discs:
        assert any(_holds(big, disc) for big in kept)


def _holds(big: Disc, small: Disc) -> bool:
    return arc_km(big.lat, big.lon, small.lat, small.lon) + small.radius_km <= big.radius_km + 1e-6


def test_a_scene_is_json_with_the_larger_region_first() -> None:
    scene = MapScene(
        (Mark("a", "suggested", "candidate", 1.0, 2.0, '"><img src=x onerror=1>', "1"),),
        (Region(0.5, 0.5, 10, (Disc(1, 2, 3),)), Region(0.9, 0.9, 20, (Disc(1, 2, 6),))),
    )
    plain = json.loads(scene.to_json())
    assert [region["level"] for region in plain["regions"]] == [0.9, 0.5]
    assert plain["marks"][0]["label"] == '"><img src=x onerror=1>'


def state_with(*, clues: tuple[Clue, ...] = (), filed: tuple[FiledReference, ...] = ()) -> CaseState:
    return CaseState("", Case("t", "q", "A", "2026-01-01T00:00:00Z"), clues=clues, filed=filed)


def clue_at(name: str, mark: int | None, reach: object, *, active: bool = True) -> Clue:
    return Clue(
        name,
        "E1",
        "text.place",
        "Arezzo",
        "a town",
        Strength.LIKELY,
        "m",
        "1",
        "r",
        (Origin("file", "x"),),
        reach=reach,  # type: ignore[arg-type]
        mark=mark,
        active=active,
    )


def test_numbered_clues_have_their_number_and_colour_where_they_point() -> None:
    point = PointReach(43.46, 11.88, 5.0)
    two = AlternativesReach(((0.3, PointReach(1.0, 2.0, 5.0)), (0.7, point)))
    state = state_with(
        clues=(
            clue_at("C1", 1, point),
            clue_at("C2", 2, two),
            clue_at("C3", None, point),
            clue_at("C4", 4, point, active=False),
            clue_at("C5", 5, AreaReach("country", ("IT",))),
        )
    )
    marks = scene_of(state, None, exhibit="E1").marks
    assert [(m.id, m.tag, m.colour, m.lat) for m in marks] == [
        ("clue:C1", "1", mark_colour(1), 43.46),
        ("clue:C2", "2", mark_colour(2), 43.46),
    ]
    assert scene_of(state, None, exhibit="E2").marks == ()


def test_filed_references_lie_where_they_were_taken_and_look_where_they_look() -> None:
    filed = (
        FiledReference("F1", "street view", "Via", "A. Mapper", lat=43.0, lon=11.0, heading=90.0),
        FiledReference("F2", "photograph", "no place", "A. Mapper"),
        FiledReference("F3", "map", "gone", "A. Mapper", lat=1.0, lon=1.0, withdrawn=True),
    )
    (mark,) = scene_of(state_with(filed=filed), None).marks
    assert (mark.id, mark.tag, mark.heading, mark.group) == ("filed:F1", "F1", 90.0, "filed")


# --- what the page may say -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    ["", "[", "{}", "[1]", "[[1]]", "[[1,2,3]]", '[["1","2"]]', "[[91,0]]", "[[0,1e999]]", "[[NaN,0]]"],
)
def test_points_that_are_none_are_dropped(text: str) -> None:
    assert points_of(text) == ()


@pytest.mark.parametrize(
    "text", ["", "[[1]]", "[[-1,2]]", "[[1.5,2]]", "[[true,1]]", "[[1,1e9]]", "[" * 9000]
)
def test_cells_that_are_none_are_dropped(text: str) -> None:
    assert cells_of(text) == ()


@given(st.lists(st.tuples(st.floats(-90, 90), st.floats(-180, 180, exclude_max=True)), max_size=50))
def test_points_come_through_as_they_were_set(points: list[tuple[float, float]]) -> None:
    found = points_of(json.dumps(points))
    assert [lat for lat, _ in found] == [lat for lat, _ in points]
    turns = [abs(a - b) % 360.0 for (_, a), (_, b) in zip(found, points, strict=True)]
    assert all(min(turn, 360.0 - turn) < 1e-9 for turn in turns)
    assert all(-180.0 <= lon < 180.0 for _, lon in found)


def test_a_view_across_the_date_line_is_told_with_west_below_east() -> None:
    bridge, found = Bridge(), []
    bridge.boundsMoved.connect(lambda *values: found.append(values))
    bridge.bound(-20.0, 170.0, -10.0, 190.0)
    bridge.bound(-20.0, 190.0, -10.0, 170.0)
    bridge.bound(float("nan"), 0.0, 1.0, 1.0)
    assert found == [(-20.0, 170.0, -10.0, 190.0)]
    assert leaving.inside(-15.0, -175.0, found[0]) and leaving.inside(-15.0, 175.0, found[0])
    assert not leaving.inside(-15.0, 165.0, found[0]) and not leaving.inside(-15.0, -165.0, found[0])


def test_every_word_that_the_page_says_is_given_to_it() -> None:
    folder = Path(__file__).resolve().parents[3] / "resources" / "map"
    ours = ("map", "chrome", "base", "regions", "shapes", "markers", "areas", "measure", "keys")
    text = "\n".join((folder / f"{name}.js").read_text(encoding="utf-8") for name in ours)
    said = set(re.findall(r'say\("([^"]+)"', text))
    words = set(page_words())
    assert said - words == set()
    by_value = {"suggested", "under review", "verified", "rejected", "claim", "clue", "reference", "filed"}
    by_value |= {"sun", "overlap", "wedge", "ellipse", "searched", "excluded", "unclear", "open"}
    by_value |= {"legend searched", "legend excluded", "legend unclear", "zoom in", "zoom out"}
    by_value |= {"draw area", "close area", "draw distance"}
    assert words - said <= by_value
    assert 'textContent = "' not in text  # no English in the page itself


# --- what leaves -----------------------------------------------------------------------------------------


def area() -> AreaGrid:
    cells = ((0, 0, "searched"), (0, 1, ""), (1, 0, "unclear"), (1, 1, ""))
    outline = ((43.0, 11.0), (43.0, 11.2), (43.2, 11.2), (43.2, 11.0))
    return AreaGrid("W1", "A & <b>", outline, 11132.0, 43.0, 11.0, 0.1, 0.1, 2, 2, cells, 10.0)


@given(st.floats(-89, 89), st.floats(-180, 180, exclude_max=True), st.floats(0.1, 500))
def test_a_disc_leaves_as_a_ring_at_its_radius(lat: float, lon: float, km: float) -> None:
    points = leaving.ring(Disc(lat, lon, km))
    assert points[0] == points[-1] and len(points) == leaving.CORNERS + 1
    for x, y in points:
        assert arc_km(lat, lon, y, x) == pytest.approx(km, abs=0.001 * km + 0.001)


def test_an_export_holds_what_is_in_view_and_nothing_that_a_program_would_load() -> None:
    hostile = '<script src="http://evil.example/x.js">\u202e'
    scene = MapScene(
        (
            Mark("in", "suggested", "candidate", 43.1, 11.1, hostile, "1", 1),
            Mark("out", "suggested", "candidate", 50.0, 11.1, "far", "2", 2),
        ),
        (Region(0.5, 0.5, 10, (Disc(43.1, 11.1, 5), Disc(-43.0, 100.0, 5))),),
        shapes=(Shape("wedge", "C1", (), ((11.1, 43.1), (11.2, 43.2)), clue="C1"),),
    )
    bounds = (43.0, 11.0, 43.5, 11.5)
    collection = json.loads(leaving.geojson(scene, (area(),), bounds, "T"))
    assert [one["id"] for one in collection["features"]] == [
        "in",
        "region-0.5",
        "shape-1-bearing",
        "W1",
        "W1-0-0",
        "W1-1-0",
    ]
    assert len(collection["features"][1]["geometry"]["coordinates"]) == 1
    text = leaving.kml(scene, (area(),), bounds, hostile).decode()
    assert "<script" not in text and "://evil" not in text and "\u202e" not in text
    assert "<Icon" not in text and "href" not in text
    assert re.search(r"https?:", text.replace(leaving.KML, "")) is None
