"""What a file says against itself, and what must not be held against it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tests.core.clues.making import exhibit
from theodolite.clues.conflicts import conflict_clues
from theodolite.clues.metadata import metadata_clues
from theodolite.domain import Clue, EmbeddedThumbnail, GpsClaim, Metadata, source_of
from theodolite.evidence.decode import Decoder
from theodolite.evidence.formats import sniff_file

HONEST = Metadata(
    gps=GpsClaim(43.468243, 11.880172, altitude_m=267.4),
    taken_at="2008-10-22T16:46:53",
    digitised_at="2008-10-22T16:46:53",
    modified_at="2008-10-22T16:46:53",
    gps_utc="2008-10-22T14:45:20Z",
    camera="NIKON COOLPIX P6000",
    claimed_size=(4224, 3168),
    fields=(("Image Make", "NIKON"),),
    thumbnail=EmbeddedThumbnail(160, 120, "same", 0.98),
)


def found(metadata: Metadata, zone: str = "", **changes: object) -> dict[str, Clue]:
    changed = replace(exhibit(metadata), **({"width": 4224, "height": 3168} | changes))
    return {clue.kind: clue for clue in conflict_clues(changed, zone=zone)}


def what(metadata: Metadata, zone: str = "", **changes: object) -> set[str]:
    return {kind.removeprefix("conflict.") for kind in found(metadata, zone, **changes)}


def test_an_honest_file_has_none_and_says_so() -> None:
    clues = found(HONEST, "Europe/Rome", file_time="2008-10-22T14:47:00Z")
    assert list(clues) == ["none.conflict"]
    assert "do not contradict" in clues["none.conflict"].observation
    assert "nothing that could be compared" in found(Metadata())["none.conflict"].observation


def test_a_conflict_says_nothing_about_places_and_names_the_innocent_way() -> None:
    clue = found(replace(HONEST, gps_utc="2011-07-15T09:14:39Z"))["conflict.time-gps"]
    assert clue.reach is None
    assert source_of(clue.kind) == "conflict"
    assert "claimed" in clue.observation
    assert clue.note.startswith("Without anyone's doing")
    assert "prove" not in clue.observation + clue.inference


# --- clocks ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("taken", "gps", "conflict"),
    [
        ("2008-10-22T16:46:53", "2008-10-22T14:46:53Z", False),
        ("2008-10-22T16:46:53", "2008-10-22T14:40:00Z", False),  # a fix seven minutes old
        ("2008-10-22T20:16:53", "2008-10-22T14:46:53Z", False),  # India, half an hour
        ("2008-10-22T20:31:53", "2008-10-22T14:46:53Z", False),  # Nepal, three quarters
        ("2008-10-22T16:46:53", "2008-10-22T14:20:00Z", True),
        ("2008-10-22T16:46:53", "2008-10-22T14:52:00Z", True),  # a fix later than the picture
        ("2008-10-23T16:46:53", "2008-10-22T14:46:53Z", True),
        ("2008-10-22T16:46:53+02:00", "2008-10-22T14:46:50Z", False),
        ("2008-10-22T16:46:53+02:00", "2008-10-22T13:46:50Z", True),
        ("2008-10-22T00:30:00+14:00", "2008-10-21T10:30:00Z", False),
    ],
)
def test_the_camera_s_clock_and_the_receiver_s(taken: str, gps: str, conflict: bool) -> None:
    metadata = Metadata(taken_at=taken, gps_utc=gps)
    assert ("time-gps" in what(metadata)) is conflict


def test_a_receiver_a_day_off_is_told_as_such() -> None:
    late = found(replace(HONEST, gps_utc="2008-10-23T14:45:20Z"))["conflict.time-gps"]
    assert "fit UTC+02:00, but the GPS date is one day later" in late.observation
    early = found(replace(HONEST, gps_utc="2008-10-21T14:45:20Z"))["conflict.time-gps"]
    assert "one day earlier" in early.observation


@pytest.mark.parametrize(
    ("taken", "zone", "conflict"),
    [
        ("2008-10-22T16:46:53+02:00", "Europe/Rome", False),
        ("2008-10-27T16:46:53+02:00", "Europe/Rome", True),  # summer time had ended
        ("2008-10-22T16:46:53+01:00", "Europe/Rome", True),
        ("2008-10-22T14:46:53Z", "Europe/Rome", False),  # a video states its instant in UTC
        ("2008-10-22T16:46:53", "Europe/Rome", False),  # nothing to compare
        ("2008-10-22T16:46:53+05:45", "Asia/Kathmandu", False),
        ("2008-10-22T16:46:53+02:00", "No/Such_Zone", False),
        ("2008-10-22T16:46:53+02:00", "", False),
    ],
)
def test_the_clock_and_the_zone_of_the_place(taken: str, zone: str, conflict: bool) -> None:
    assert ("zone" in what(Metadata(taken_at=taken), zone)) is conflict


def test_the_zone_follows_from_the_satellite_time() -> None:
    tokyo = found(HONEST, "Asia/Tokyo")["conflict.zone"]
    assert "UTC+02:00" in tokyo.observation
    assert "UTC+09:00" in tokyo.observation
    assert "zone" not in what(HONEST, "Europe/Berlin")


@pytest.mark.parametrize(
    ("file_time", "conflict"),
    [
        ("", False),
        ("2020-01-01T00:00:00Z", False),
        ("2008-10-22T03:00:00Z", True),  # before the fix
        ("2008-10-22T14:45:20Z", False),
    ],
)
def test_a_file_older_than_its_picture(file_time: str, conflict: bool) -> None:
    assert ("time-file" in what(HONEST, file_time=file_time)) is conflict


def test_a_file_time_within_any_zone_is_no_conflict() -> None:
    metadata = Metadata(taken_at="2008-10-22T16:46:53")
    assert "time-file" not in what(metadata, file_time="2008-10-22T02:46:53Z")
    assert "time-file" in what(metadata, file_time="2008-10-22T02:46:40Z")


def test_times_that_cannot_be() -> None:
    future = Metadata(taken_at="2026-11-24T14:41:16", modified_at="2008-07-31T17:32:06")
    assert {"time-future", "time-order"} <= what(future)
    assert "time-early" in what(Metadata(taken_at="1970-01-01T00:00:00"))
    assert "time-digitised" in what(replace(HONEST, digitised_at="2011-01-01T00:00:00"))
    assert "gps-time" in what(Metadata(gps_utc="1980-01-06T00:00:00Z"))
    assert "gps-time" in what(Metadata(gps_utc="2031-01-06T00:00:00Z"))


def test_a_week_number_that_ran_over_is_recognised() -> None:
    rolled = Metadata(taken_at="2020-03-01T12:00:00", gps_utc="2000-07-16T12:00:00Z")
    assert "gps-time" not in what(rolled)  # an old date, but one that receivers had
    rolled = Metadata(taken_at="2006-03-01T12:00:00", gps_utc="1986-07-16T12:00:00Z")
    assert "1024 weeks" in found(rolled)["conflict.gps-time"].note


def test_xmp_and_iptc_against_exif() -> None:
    fields = (("EXIF DateTimeOriginal", "2008:10:22 16:46:53"),)
    for more, conflict in (
        (("XMP exif:DateTimeOriginal", "2008-10-22T16:46:53+02:00"), False),
        (("XMP exif:DateTimeOriginal", "2008-10-24T16:46:53+02:00"), True),
        (("XMP photoshop:DateCreated", "2008-10-22T16:46:53.12"), False),
        (("IPTC DateCreated", "20081022"), False),
    ):
        metadata = replace(HONEST, fields=(*fields, more))
        assert ("time-differs" in what(metadata)) is conflict, more
    both = (*fields, ("IPTC DateCreated", "20091022"), ("IPTC TimeCreated", "164653+0200"))
    assert "time-differs" in what(replace(HONEST, fields=both))


# --- picture ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "word"),
    [
        ((4224, 3168), ""),
        ((3168, 4224), ""),
        ((4228, 3172), ""),
        ((2112, 1584), "smaller"),
        ((8448, 6336), "larger"),
        ((3000, 3000), "cut"),
    ],
)
def test_the_size_against_the_camera_s(size: tuple[int, int], word: str) -> None:
    clue = found(HONEST, width=size[0], height=size[1]).get("conflict.size")
    assert (clue is not None) is bool(word)
    assert clue is None or word in clue.inference


def test_raw_files_and_unreadable_ones_are_not_measured() -> None:
    assert "size" not in what(HONEST, width=640, height=424, media_type="image/x-nikon-nef")
    assert "size" not in what(HONEST, width=0, height=0)


@pytest.mark.parametrize(
    ("relation", "conflict"),
    [
        ("same", False),
        ("unclear", False),
        ("unreadable", False),
        ("crop", True),
        ("mirrored", True),
        ("differs", True),
    ],
)
def test_the_thumbnail(relation: str, conflict: bool) -> None:
    thumbnail = EmbeddedThumbnail(160, 120, relation, 0.4)  # type: ignore[arg-type]
    assert ("thumbnail" in what(replace(HONEST, thumbnail=thumbnail))) is conflict


@pytest.mark.parametrize(
    "code",
    ["gps-reference", "gps-unreadable", "gps-outside", "gps-zero", "gps-differs", "gps-datum", "gps-void"],
)
def test_what_was_wrong_with_the_position_is_a_conflict(code: str) -> None:
    assert code in what(replace(HONEST, faults=((code, "some words"),)))


def test_impossible_heights() -> None:
    for metres, conflict in ((-430.0, False), (8848.0, False), (-3000.0, True), (11_000.0, True)):
        gps = replace(HONEST.gps or GpsClaim(0, 1), altitude_m=metres)
        assert ("altitude" in what(replace(HONEST, gps=gps))) is conflict


def test_two_cameras_in_one_file() -> None:
    fields = (("Image Model", "COOLPIX P6000"), ("XMP tiff:Model", "Canon EOS 40D"))
    assert "camera" in what(replace(HONEST, fields=fields))
    assert "camera" not in what(replace(HONEST, fields=(fields[0], ("XMP tiff:Model", "Coolpix  P6000"))))


# --- the photographs -------------------------------------------------------------------------------------

JPG = "photos/exif-py/tests/resources/jpg/"
#: Which conflicts the corpora hold apart from sizes; each looked at by hand.
KNOWN = {
    # The P6000's receiver was a day ahead, in all nine pictures; times of day fit Italian summer time.
    **{f"{JPG}gps/DSCN00{n}.jpg": {"time-gps"} for n in (10, 12, 21, 25, 27, 29, 38, 40, 42)},
    # Its clock was years ahead; a program changed the file in 2008.
    JPG + "WWL_Polaroid_ION230.jpg": {"time-order"},
    # Cut to the car, with the camera's thumbnail of the whole left in.
    JPG + "tests/35-empty.jpg": {"thumbnail"},
    # Test files of mapillary_tools with times written by its authors.
    "photos/mapillary_tools/tests/unit/data/corrupt_exif.jpg": {"gps-direction"},
    "photos/mapillary_tools/tests/unit/data/fixed_exif.jpg": {"gps-direction"},
    **{
        f"photos/mapillary_tools/tests/unit/data/{name}_exif_2.jpg": {
            "gps-direction",
            "time-order",
            "time-digitised",
        }
        for name in ("corrupt", "fixed")
    },
    "photos/mapillary_tools/tests/unit/data/test_exif.jpg": {"time-gps", "time-digitised"},
}  # fmt: skip


@pytest.mark.corpora
def test_the_photographs_of_the_corpora(corpora, decoder: Decoder) -> None:
    """Every conflict there is, listed: no untouched photograph is accused of anything else."""
    told: dict[str, set[str]] = {}
    sizes = []
    names = [entry["SourceFile"] for entry in json.loads((corpora / "exiftool-oracle.json").read_text())]
    for name in names:
        path = corpora / name
        media_type = sniff_file(path)
        if media_type is None:
            continue
        seen = decoder.inspect(path)
        made = replace(
            exhibit(seen.metadata, readable=seen.error_code is None),
            width=seen.width,
            height=seen.height,
            media_type=media_type,
            added_utc="2036-01-01T00:00:00Z",
        )
        clues = [*metadata_clues(made), *conflict_clues(made)]
        assert clues
        kinds = {clue.kind.removeprefix("conflict.") for clue in clues if clue.kind.startswith("conflict.")}
        sizes += [name] if "size" in kinds else []
        if kinds - {"size"}:
            told[name] = kinds - {"size"}
    assert told == KNOWN
    print(f"\n{len(names)} photographs, {len(sizes)} of another size than claimed: {sizes}")
    assert len(sizes) >= 20
