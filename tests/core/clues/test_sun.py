"""Clues of sun and camera geometry: what they hold, and that they can be made again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from shapely.geometry import Polygon

from theodolite import codec
from theodolite.clues import geometry
from theodolite.clues.sun import capture_moment, sun_clue, sun_time_clues, zone_words
from theodolite.domain import Clue, Exhibit, Metadata, PointReach, SunReach, source_of
from theodolite.errors import InputError
from theodolite.geo import sun, sun_map
from theodolite.geo.geodesy import destination, geodesic_km
from theodolite.geo.resection import Line, MapPoint, Sighting, resect
from theodolite.jobs import run_to_end


def exhibit(taken_at: str | None = None) -> Exhibit:
    return Exhibit(
        id="E1",
        name="a.jpg",
        sha256="ab" * 32,
        md5="",
        size=1,
        media_type="image/jpeg",
        source="",
        added_utc="2026-01-01T00:00:00Z",
        operator="K",
        readable=True,
        metadata=Metadata(taken_at=taken_at),
    )


def test_a_shadow_becomes_a_band_with_its_inputs() -> None:
    seen = sun.observe(height=2.0, shadow=3.0, shadow_tolerance=0.1)
    made = sun_clue(exhibit(), seen, sun.moment("2024-06-21 14:30", "local", 5.0), "K", number=2)
    assert made.kind == "sun.shadow" and source_of(made.kind) == "sun"
    assert made.root == f"sun:{'ab' * 32}:2" and made.by_person
    assert isinstance(made.reach, SunReach)
    assert {at.offset_minutes for at in made.reach.positions} >= {0, 120, 330}
    inputs = dict(made.inputs)
    assert inputs["object height"] == "2" and inputs["shadow length, 95 %"] == "±10 %"
    assert inputs["zone"] == "place" and inputs["clock"] == "2024-06-21 14:30:00"
    assert any(origin.kind == "person" for origin in made.origins)
    assert codec.from_plain(Clue, codec.to_plain(made)) == made


def test_a_place_becomes_times_and_the_gap_between() -> None:
    seen = sun.observe(elevation=30.0, elevation_tolerance=1.0)
    start, end = sun.span("2024-06-21", "Europe/Rome")
    whole, gap = sun_time_clues(exhibit(), seen, 43.46, 11.88, start, end, "K")
    assert whole.kind == gap.kind == "sun.time" and whole.root == gap.root
    assert whole.reach is None and whole.when is not None and gap.when is not None
    assert whole.when.inside and not gap.when.inside
    assert whole.when.start < gap.when.start < gap.when.end < whole.when.end
    with pytest.raises(InputError, match="never stood"):
        sun_time_clues(
            exhibit(), seen, 80.0, 0.0, datetime(2024, 12, 1, tzinfo=UTC), end.replace(month=12), "K"
        )


def test_what_the_camera_claims_about_its_clock() -> None:
    assert capture_moment(exhibit()) is None
    assert capture_moment(exhibit("nonsense")) is None
    stated = capture_moment(exhibit("2024-06-21T16:28:39+02:00"))
    assert stated is not None and stated.zone == "+02:00" and zone_words(stated) == "+02:00"
    silent = capture_moment(exhibit("2024-06-21T16:28:39"), 2.0)
    assert silent is not None and silent.zone == "unknown" and "offsets possible" in zone_words(silent)


def test_a_resection_becomes_a_point_with_its_inputs() -> None:
    here = (47.0, 8.0)
    lines = tuple(
        Line(MapPoint(*destination(*here, way, 0.4), name="mast"), MapPoint(*destination(*here, way, 3.0)))
        for way in (20.0, 80.0)
    )
    found = resect(lines=lines)
    made = geometry.resection_clue(exhibit(), found, "K", lines=lines)
    assert made.kind == "geometry.resection" and source_of(made.kind) == "geometry"
    assert isinstance(made.reach, PointReach)
    assert float(geodesic_km(*here, made.reach.lat, made.reach.lon)) < 0.01
    assert made.reach.sd_km == pytest.approx(found.error.sd_km, abs=1e-3)
    assert "mast" in dict(made.inputs)["line 1"]
    assert codec.from_plain(Clue, codec.to_plain(made)) == made
    again = geometry.made_again(made)
    assert float(geodesic_km(found.lat, found.lon, again.lat, again.lon)) < 1e-3
    assert again.error.major_km == pytest.approx(found.error.major_km, rel=0.01)
    with pytest.raises(InputError, match="none of a resection"):
        geometry.made_again(replace(made, inputs=(("line 1", "somewhere"),)))


def test_angles_and_a_heading_can_be_made_again_from_the_clue() -> None:
    here = (-33.5, 151.2)
    seen = tuple(
        Sighting(MapPoint(*destination(*here, 40.0 + way, far), name="(sd 1 m) before 1.0, 2.0"), way)
        for way, far in ((-25.0, 1.1), (3.0, 2.5), (22.0, 0.8))
    )
    found = resect(sightings=seen, heading=(40.0, 0.5))
    made = geometry.resection_clue(exhibit(), found, "K", sightings=seen, heading=(40.0, 0.5))
    again = geometry.made_again(made)
    assert float(geodesic_km(found.lat, found.lon, again.lat, again.lon)) < 1e-3
    assert again.heading == pytest.approx(found.heading, abs=0.05)


def test_a_gap_says_not_once() -> None:
    seen = sun.observe(elevation=30.0, elevation_tolerance=1.0)
    start, end = sun.span("2024-06-21", "Europe/Rome")
    _, gap = sun_time_clues(exhibit(), seen, 43.46, 11.88, start, end, "K")
    assert gap.inference.count("not ") == 1


def test_the_band_of_a_clue_is_that_of_its_measurement_and_two_bands_overlap() -> None:
    seen = sun.observe(height=2.0, shadow=3.0)
    drawn = []
    for text in ("2024-06-21 08:00", "2024-06-21 14:30"):
        at = sun.moment(text, "utc", 5.0)
        made = sun_clue(exhibit(), seen, at, "K")
        assert isinstance(made.reach, SunReach)
        drawn.append(run_to_end(sun_map.band_of(made.reach)))
        assert drawn[-1] == sun_map.band(seen, at)
    both = sun_map.overlap(drawn)
    areas = [sum(Polygon(outer, holes).area for outer, *holes in one.polygons) for one in (*drawn, both)]
    assert 0 < areas[2] < 0.5 * min(areas[:2])
