"""Bands, wedges and ellipses on their way to the page: what is drawn, when, and how it is kept."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from shapely.geometry import Point, Polygon

from tests.desktop.fake_engine import FakeSession
from theodolite.domain import Case, GpsClaim, Metadata, Optics, SourceSetting, Strength
from theodolite.geo import sun, sun_map
from theodolite.geo.geodesy import azimuth, destination
from theodolite.geo.resection import Line, MapPoint
from theodolite.jobs import run_to_end
from theodolite_desktop.desk import Desk
from theodolite_desktop.map.scene import MapScene, scene_of
from theodolite_desktop.map.shapes import Shape
from theodolite_desktop.operations import shapes
from theodolite_desktop.operations.shapes import map_shapes, shape_key

HERE = (47.0, 8.0)
SEEN = sun.observe(height=2.0, shadow=3.0)


@pytest.fixture(autouse=True)
def forgotten() -> None:
    shapes._kept.clear()


@pytest.fixture
def session() -> FakeSession:
    made = FakeSession(Path("one.case"), Case("One", "", "tester", ""))
    made._take("first.jpg")
    made._take("second.jpg")
    return made


def drawn(session: FakeSession, exhibit: str = "E1") -> tuple[Shape, ...]:
    desk = cast(Desk, SimpleNamespace(session=session))
    return run_to_end(map_shapes(desk=desk, exhibit=exhibit))


def add_sun(session: FakeSession, time: str, **rest: Any) -> None:
    session.add_sun("E1", SEEN, sun.moment(time, "utc", 5.0), strength=Strength.LIKELY, **rest)


def claims(session: FakeSession, **values: Any) -> None:
    first, *others = session.state.exhibits
    first = replace(first, metadata=Metadata(**values))
    session.state = replace(session.state, exhibits=(first, *others))


def areas(shape: Shape) -> list[Polygon]:
    return [Polygon(outer, holes) for outer, *holes in shape.polygons]


def test_the_band_of_a_clue_holds_the_place_where_the_sun_stood_so(session: FakeSession) -> None:
    add_sun(session, "2024-06-21 08:00")
    (band,) = drawn(session)
    assert (band.kind, band.label) == ("sun", "C1: sun band, 95 %")
    lat, lon = 43.0, 0.0
    seen = sun.position(lat, lon, sun.span("2024-06-21")[0].replace(hour=8))[0]
    inside = any(part.contains(Point(lon, lat)) for part in areas(band))
    assert inside == (abs(seen - (SEEN.elevation or 0)) < 1.96 * SEEN.elevation_sd)
    assert drawn(session, "E2") == () and drawn(session, "E9") == ()


def test_what_crosses_the_date_line_is_cut_there(session: FakeSession) -> None:
    add_sun(session, "2024-06-21 00:10")
    (band,) = drawn(session)
    longitudes = [x for polygon in band.polygons for ring in polygon for x, _ in ring]
    assert max(longitudes) == 180.0 and min(longitudes) == -180.0
    for part in areas(band):
        assert part.is_valid and part.bounds[2] - part.bounds[0] <= 360.0


def test_two_bands_show_where_they_overlap(session: FakeSession) -> None:
    add_sun(session, "2024-06-21 08:00")
    add_sun(session, "2024-06-21 14:30")
    first, second, both = drawn(session)
    assert [s.kind for s in (first, second, both)] == ["sun", "sun", "overlap"]
    for part in areas(both):
        point = part.representative_point()
        for band in (first, second):
            assert any(whole.buffer(1e-6).contains(point) for whole in areas(band))


def test_a_claimed_direction_is_a_wedge_as_wide_as_the_lens(session: FakeSession) -> None:
    claims(session, gps=GpsClaim(*HERE, direction=40.0), optics=Optics(focal_35mm=28.0))
    (wedge,) = drawn(session)
    assert wedge.kind == "wedge" and wedge.apex == HERE and wedge.label == "E1: direction claimed"
    ring = wedge.polygons[0][0]
    sides = [azimuth(*HERE, y, x) for x, y in (ring[1], ring[-2])]
    assert (sides[1] - sides[0]) % 360 == pytest.approx(63.4, abs=1.0)  # 28 mm: 65.5 of 3:2, 63 of 4:3
    assert azimuth(*HERE, wedge.line[1][1], wedge.line[1][0]) == pytest.approx(40.0, abs=1e-6)


def test_without_a_lens_there_is_a_bearing_only_and_without_a_direction_nothing(session: FakeSession) -> None:
    claims(session, gps=GpsClaim(*HERE, direction=40.0))
    (wedge,) = drawn(session)
    assert wedge.polygons == () and len(wedge.line) == 2
    claims(session, gps=GpsClaim(*HERE))
    assert drawn(session) == ()


def test_a_resection_is_an_ellipse_round_its_place(session: FakeSession) -> None:
    lines = tuple(
        Line(MapPoint(*destination(*HERE, way, 0.4)), MapPoint(*destination(*HERE, way, 3.0)))
        for way in (20.0, 80.0)
    )
    session.add_resection("E1", lines=lines, sightings=(), heading=None, strength=Strength.LIKELY)
    (ellipse,) = drawn(session)
    assert ellipse.kind == "ellipse"
    (part,) = areas(ellipse)
    assert part.contains(Point(HERE[1], HERE[0])) and part.area < 1e-6


def test_only_what_counts_is_drawn(session: FakeSession) -> None:
    add_sun(session, "2024-06-21 08:00")
    before = shape_key(session.state, "E1")
    session.set_clue("C1", False)
    assert drawn(session) == () and shape_key(session.state, "E1") != before
    session.set_clue("C1", True)
    assert len(drawn(session)) == 1 and shape_key(session.state, "E1") == before
    case = replace(session.state.case, sources=(SourceSetting("sun", on=False),))
    session.state = replace(session.state, case=case)
    assert drawn(session) == () and shape_key(session.state, "E1") != before


def test_a_band_is_computed_once_and_in_steps(session: FakeSession, monkeypatch: pytest.MonkeyPatch) -> None:
    session.add_sun("E1", SEEN, sun.moment("2024-06-21 08:00", "place"), strength=Strength.LIKELY)
    steps = list(map_shapes(desk=cast(Desk, SimpleNamespace(session=session)), exhibit="E1"))
    assert len(steps) > 20
    again = drawn(session)
    monkeypatch.setattr(sun_map, "band_of", None)
    assert drawn(session) == again


def test_a_scene_with_shapes_is_the_same_each_time_and_plain(session: FakeSession) -> None:
    add_sun(session, "2024-06-21 08:00")
    found = drawn(session)
    shapes._kept.clear()
    texts = {
        scene_of(session.state, None, exhibit="E1", shapes=one).to_json() for one in (found, drawn(session))
    }
    assert len(texts) == 1
    plain = json.loads(texts.pop())
    (shape,) = plain["shapes"]
    assert shape["kind"] == "sun" and shape["apex"] is None and shape["line"] == []
    assert all(len(point) == 2 for polygon in shape["polygons"] for ring in polygon for point in ring)
    hostile = MapScene(shapes=(Shape("wedge", '"><img src=x onerror=1>', apex=HERE),))
    assert json.loads(hostile.to_json())["shapes"][0]["label"] == '"><img src=x onerror=1>'
