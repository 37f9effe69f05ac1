"""What a file claims about itself becomes clues, and its camera becomes their origin."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.core.clues.making import SHA, exhibit
from theodolite.clues.conflicts import conflict_clues
from theodolite.clues.lens import field_of_view
from theodolite.clues.metadata import metadata_clues
from theodolite.clues.record import origins
from theodolite.domain import (
    AreaReach,
    Clue,
    Exhibit,
    GpsClaim,
    Metadata,
    Optics,
    Origin,
    PointReach,
    Strength,
    TimeSpan,
    source_of,
)

FULL = Metadata(
    gps=GpsClaim(43.468243, 11.880172, altitude_m=267.4, direction=118.2),
    taken_at="2008-10-22T16:46:53",
    camera="NIKON COOLPIX P6000",
    serial="4711",
    orientation=6,
)


def clues(metadata: Metadata, **changes: object) -> dict[str, Clue]:
    return {clue.kind: clue for clue in metadata_clues(replace(exhibit(metadata), **changes))}


def test_every_claim_is_a_clue_with_one_root() -> None:
    found = clues(FULL)
    assert list(found) == ["exif.gps", "exif.time", "exif.camera", "exif.orientation"]
    assert {clue.root for clue in found.values()} == {f"metadata:{SHA}"}
    assert all("claimed" in clue.observation for clue in found.values())
    assert {source_of(kind) for kind in found} == {"metadata"}
    gps = found["exif.gps"]
    assert gps.reach == PointReach(43.468243, 11.880172, 0.05, "claimed GPS position")
    assert gps.strength is Strength.CERTAIN
    assert "pointing 118° from true north" in gps.observation
    assert "time zone unknown" in found["exif.time"].inference
    assert found["exif.time"].reach is None


def test_a_time_without_a_zone_is_a_span_of_26_hours() -> None:
    time = clues(FULL)["exif.time"]
    assert time.observation == "Time claimed: 2008-10-22 16:46:53, zone unknown"
    assert time.when == TimeSpan("2008-10-22T02:46:53Z", "2008-10-23T04:46:54Z")


@pytest.mark.parametrize(
    ("taken", "span", "zone"),
    [
        ("2008-10-22T16:46:53+02:00", ("2008-10-22T14:46:53Z", "2008-10-22T14:46:54Z"), "UTC+02:00"),
        ("2008-10-22T16:46:53Z", ("2008-10-22T16:46:53Z", "2008-10-22T16:46:54Z"), "UTC+00:00"),
        ("2008-10-22T22:46:53-05:30", ("2008-10-23T04:16:53Z", "2008-10-23T04:16:54Z"), "UTC-05:30"),
        ("2008-10-22T16:46:53.25Z", ("2008-10-22T16:46:53.25Z", "2008-10-22T16:46:53.26Z"), "UTC+00:00"),
    ],
)
def test_a_stated_zone_is_as_exact_as_it_is_written(taken: str, span: tuple[str, str], zone: str) -> None:
    (clue, _) = metadata_clues(exhibit(Metadata(taken_at=taken)))
    assert "as stated" in clue.inference
    assert f"{zone} as stated" in clue.observation
    assert clue.when == TimeSpan(*span)


def test_the_satellite_time_is_its_own_clue_and_tells_the_zone() -> None:
    found = clues(replace(FULL, gps_utc="2008-10-22T14:45:20Z"))
    time = found["exif.gps-time"]
    assert time.observation == "GPS time claimed: 2008-10-22 14:45:20 UTC"
    assert time.when == TimeSpan("2008-10-22T14:43:20Z", "2008-10-22T15:00:21Z")
    assert "UTC+02:00" in found["exif.time"].inference


@pytest.mark.parametrize("seconds", range(-130, 920, 30))
def test_the_two_times_quarrel_exactly_where_a_conflict_says_so(seconds: int) -> None:
    """A second late, as two cameras of the corpora are, or ten minutes: one story for both clues."""
    gps = datetime(2022, 8, 14, 11, 12, 31, tzinfo=UTC) - timedelta(seconds=seconds)
    metadata = Metadata(taken_at="2022-08-14T14:12:31+03:00", gps_utc=f"{gps:%Y-%m-%dT%H:%M:%SZ}")
    found = clues(metadata)
    conflict = any(clue.kind == "conflict.time-gps" for clue in conflict_clues(exhibit(metadata)))
    receiver, clock = found["exif.gps-time"].when, found["exif.time"].when
    assert (receiver is None) is conflict
    assert clock is not None
    assert conflict or (receiver is not None and receiver.start < clock.end and clock.start < receiver.end)


def test_a_contradicted_satellite_time_says_nothing_about_when() -> None:
    found = clues(replace(FULL, gps_utc="2008-10-23T14:45:20Z"))
    assert found["exif.gps-time"].when is None
    assert found["exif.time"].when is not None
    assert "contradicted" in found["exif.gps-time"].inference


@pytest.mark.parametrize(
    ("gps", "words"),
    [
        (GpsClaim(1, 2, altitude_m=-412.0), "altitude 412 m below sea level"),
        (GpsClaim(1, 2, magnetic=90.0), "camera pointing 90° from magnetic north"),
        (GpsClaim(1, 2, direction=90.0, pitch=-25.0), "25° below the horizon"),
        (GpsClaim(1, 2, speed_kmh=72.0, track=10.0), "moving at 72 km/h towards 10°"),
        (GpsClaim(1, 2, dop=2.5), "dilution of precision 2.5"),
        (GpsClaim(1, 2, error_m=8.0), "within 8 m as stated"),
        (GpsClaim(1, 2, source="drone"), "as the drone states"),
    ],
)
def test_the_circumstances_are_said(gps: GpsClaim, words: str) -> None:
    assert words in clues(Metadata(gps=gps))["exif.gps"].observation


def test_a_stated_error_and_another_datum_widen_the_position() -> None:
    near = clues(Metadata(gps=GpsClaim(1, 2, error_m=4.0)))["exif.gps"].reach
    far = clues(Metadata(gps=GpsClaim(1, 2, error_m=800.0)))["exif.gps"].reach
    tokyo = clues(Metadata(gps=GpsClaim(1, 2, datum="TOKYO"), faults=(("gps-datum", "TOKYO"),)))["exif.gps"]
    assert isinstance(near, PointReach)
    assert isinstance(far, PointReach)
    assert isinstance(tokyo.reach, PointReach)
    assert (near.sd_km, far.sd_km, tokyo.reach.sd_km) == (0.05, 0.8, 0.5)
    assert tokyo.strength is Strength.LIKELY


def test_doubtful_gps_is_not_certain() -> None:
    words = "EXIF and XMP name different positions"
    metadata = Metadata(gps=GpsClaim(1.0, 2.0), problems=(words,), faults=(("gps-differs", words),))
    (clue,) = metadata_clues(exhibit(metadata))
    assert clue.strength is Strength.LIKELY
    assert "different" in clue.note


def wide(metadata: Metadata, width: int, height: int) -> Exhibit:
    return replace(exhibit(metadata), width=width, height=height)


def angles(made: Exhibit) -> tuple[float, float]:
    view = field_of_view(made)
    assert view is not None
    return view.horizontal, view.vertical


def test_the_field_of_view_of_known_cameras() -> None:
    """28 mm on a 36 x 24 mm frame: 65.5° x 46.4° (2 atan(18/28), 2 atan(12/28))."""
    film = Metadata(optics=Optics(focal_35mm=28.0))
    assert angles(wide(film, 3000, 2000)) == pytest.approx((65.47, 46.40), abs=0.01)
    assert angles(wide(film, 2000, 3000)) == pytest.approx((46.40, 65.47), abs=0.01)
    sensor = Metadata(optics=Optics(focal_mm=35.0, sensor_mm=(22.3, 14.9)), orientation=6)
    assert angles(wide(sensor, 3456, 5184)) == pytest.approx((24.04, 35.34), abs=0.1)


def test_no_field_of_view_where_the_picture_is_not_what_the_lens_saw() -> None:
    cut = Metadata(optics=Optics(focal_35mm=28.0), claimed_size=(3000, 2000))
    assert field_of_view(wide(cut, 1500, 1000)) is not None
    assert field_of_view(wide(cut, 1000, 1000)) is None
    assert (
        field_of_view(wide(Metadata(optics=Optics(focal_35mm=28.0, panorama="equirectangular")), 9, 9))
        is None
    )
    assert field_of_view(wide(Metadata(optics=Optics(focal_mm=28.0)), 3000, 2000)) is None
    assert field_of_view(exhibit(Metadata(optics=Optics(focal_35mm=28.0)))) is None


def test_the_lens_clue_says_what_is_claimed() -> None:
    optics = Optics(focal_mm=6.0, focal_35mm=28.0, lens="Nikkor 28-112 mm", digital_zoom=1.0)
    (clue, _) = metadata_clues(wide(Metadata(optics=optics), 640, 480))
    assert clue.kind == "exif.lens"
    assert clue.observation == (
        "Lens claimed: Nikkor 28-112 mm, focal length 6 mm, 28 mm on 35 mm film, "
        "field of view about 63° x 50°"
    )
    assert clue.reach is None
    assert dict(clue.inputs)["horizontal field of view, degrees"] == "63.44"


def test_caption_fields_name_a_country() -> None:
    fields = (("IPTC City", "Firenze"), ("IPTC Country-PrimaryLocationCode", "ITA"))
    clue = clues(Metadata(fields=fields))["exif.place"]
    assert clue.observation == "Place claimed in the caption fields: Firenze, ITA"
    assert clue.reach == AreaReach("country", ("IT",))
    named = clues(Metadata(fields=(("XMP photoshop:City", "Arezzo"), ("XMP photoshop:Country", "Italia"))))
    assert named["exif.place"].reach == AreaReach("country", ("IT",))
    assert clues(Metadata(fields=(("IPTC City", "Springfield"),)))["exif.place"].reach is None


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("Image Software", "Adobe Photoshop CS6 (Windows)", "program for pictures"),
        ("XMP xmp:CreatorTool", "Adobe Lightroom 5.3 (Macintosh)", "program for pictures"),
        ("XMP xmpMM:History[2]/stEvt:softwareAgent", "GIMP 2.10", "program for pictures"),
        ("Image Software", "Snapseed 2.0", "phone"),
        ("Image Software", "Instagram", "messenger"),
        ("IPTC SpecialInstructions", "FBMD01000ac0", "messenger"),
        ("JPEG Comment", "CREATOR: gd-jpeg v1.0 (using IJG JPEG v62), quality = 90", "packed anew"),
        ("EXIF UserComment", "Screenshot", "picture of a screen"),
        ("XMP exif:UserComment", "Screenshot", "picture of a screen"),
        ("Samsung Re-Edit", "the maker's own photo editor left", "phone"),
        ("PNG parameters", "a castle, Steps: 20", "generator"),
        ("XMP Iptc4xmpExt:DigitalSourceType", "http://cv.iptc.org/x/trainedAlgorithmicMedia", "generator"),
        ("Photoshop Resources", "0x0404, 0x0425, 0x03ED, 0x03F3", "8BIM"),
    ],
)
def test_programs_leave_traces(field: str, value: str, words: str) -> None:
    clue = clues(Metadata(fields=((field, value),)))["exif.software"]
    assert words in clue.observation
    assert clue.reach is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("Image Software", "Ver.1.00"),
        ("Image Software", "COOLPIX P6000V1.0"),
        ("Image Software", "iPhone 13 Pro"),
        ("Image Software", "15.2.1"),
        ("Image Software", "HDR+ 1.0.345618096zd"),
        ("JPEG Comment", "We had snow on Whatsapp mountain"),
        ("EXIF UserComment", "photoshop day at school"),
        ("IPTC SpecialInstructions", "no use before Monday"),
        ("Photoshop Resources", "0x0404, 0x0425"),
    ],
)
def test_firmware_and_people_s_words_are_no_traces(field: str, value: str) -> None:
    assert "exif.software" not in clues(Metadata(fields=((field, value),)))


def test_a_later_change_is_told() -> None:
    later = Metadata(taken_at="2008-10-22T16:46:53", modified_at="2008-11-01T21:15:09")
    assert "changed 10 days" in clues(later)["exif.software"].observation
    for same in ("2008-10-22T16:46:53", "2008-10-22T16:47:10"):
        assert "exif.software" not in clues(replace(later, modified_at=same))
    mixed = replace(later, modified_at="2008-10-22T18:46:53Z")
    assert "exif.software" not in clues(mixed)


def test_origins_name_camera_and_day() -> None:
    assert origins(exhibit(FULL)) == (
        Origin("file", SHA),
        Origin("camera", "NIKON COOLPIX P6000 4711"),
        Origin("series", "NIKON COOLPIX P6000 4711 2008-10-22"),
    )
    assert origins(exhibit()) == (Origin("file", SHA),)


def test_nothing_is_a_record_with_its_reason() -> None:
    (clue,) = metadata_clues(exhibit())
    assert (clue.kind, clue.reach) == ("none.metadata", None)
    (damaged,) = metadata_clues(exhibit(Metadata(problems=("EXIF is damaged",))))
    assert damaged.note == "EXIF is damaged"
    kinds = [clue.kind for clue in metadata_clues(exhibit(Metadata(camera="X")))]
    assert kinds == ["exif.camera", "none.gps"]
