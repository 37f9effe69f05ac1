"""Position rules on files as they are written in the wild; see evidence/gps.py for the reasons."""

from __future__ import annotations

import pytest
from PIL import Image

from theodolite.evidence import metadata
from theodolite.evidence.times import iso_time

PARIS = ((48, 51, 30), (2, 17, 40))
LAT, LON = 48 + 51 / 60 + 30 / 3600, 2 + 17 / 60 + 40 / 3600


def read(path):
    return metadata.read(path.read_bytes(), "image/jpeg")


@pytest.mark.parametrize(
    ("lat_ref", "lon_ref", "expected"),
    [
        ("N", "E", (LAT, LON)),
        ("S", "E", (-LAT, LON)),
        ("N", "W", (LAT, -LON)),
        ("S", "W", (-LAT, -LON)),
        ("n", "e", (LAT, LON)),
        ("s", "w", (-LAT, -LON)),
    ],
)
def test_sign_comes_from_the_reference(make, lat_ref, lon_ref, expected) -> None:
    found = read(make.image(exif=make.exif(PARIS[0], lat_ref, PARIS[1], lon_ref)))
    assert found.gps is not None
    assert (found.gps.lat, found.gps.lon) == pytest.approx(expected, abs=1e-6)
    assert found.problems == ()


@pytest.mark.parametrize(
    ("exif", "word"),
    [
        ((PARIS[0], None, PARIS[1], "E"), "reference"),
        ((PARIS[0], "N", PARIS[1], None), "reference"),
        ((PARIS[0], "X", PARIS[1], "E"), "reference"),
        (((48, 51, (30, 0)), "N", PARIS[1], "E"), "zero denominator"),
        ((((0, 0), (0, 0), (0, 0)), "N", ((0, 0), (0, 0), (0, 0)), "E"), "zero denominator"),
        (((0, 0, 0), "N", (0, 0, 0), "E"), "without a fix"),
        (((91, 0, 0), "N", PARIS[1], "E"), "outside"),
        (((89, 61, 0), "S", PARIS[1], "E"), "outside"),
        ((PARIS[0], "N", (181, 0, 0), "W"), "outside"),
    ],
)
def test_no_valid_position_means_none_and_says_why(make, exif, word) -> None:
    found = read(make.image(exif=make.exif(*exif)))
    assert found.gps is None
    assert any(word in problem for problem in found.problems), found.problems


def test_half_a_position_is_none(make) -> None:
    assert read(make.image(exif=make.exif(PARIS[0], "N"))).gps is None
    assert read(make.image()).gps is None


def test_on_the_equator_or_the_meridian_there_are_places(make) -> None:
    found = read(make.image(exif=make.exif((0, 0, 0), "N", (9, 30, 0), "E")))
    assert found.gps is not None
    assert (found.gps.lat, found.gps.lon) == (0.0, 9.5)


@pytest.mark.parametrize(
    ("lat", "lon", "expected"),
    [
        ("0,4.21601S", "34,22.91611E", (-0.0702668, 34.3819352)),
        ("48,51,30N", "2,17,40E", (LAT, LON)),
        ("33,51.5s", "151,12.5e", (-33.8583333, 151.2083333)),
        ("-33.8583333", "151.2083333", (-33.8583333, 151.2083333)),
        ("48,51,30", "2,17,40E", None),
        ("91,0N", "2,0E", None),
        ("0,0N", "0,0E", None),
        ("somewhere", "2,0E", None),
    ],
)
def test_xmp_alone(make, lat, lon, expected) -> None:
    found = read(make.image(xmp=make.xmp(GPSLatitude=lat, GPSLongitude=lon)))
    if expected is None:
        assert found.gps is None
        assert found.problems
    else:
        assert found.gps is not None
        assert (found.gps.lat, found.gps.lon) == pytest.approx(expected, abs=1e-6)


def test_exif_before_xmp_and_their_quarrel_is_told(make) -> None:
    other = make.xmp(GPSLatitude="10,0N", GPSLongitude="20,0E")
    found = read(make.image(exif=make.exif(PARIS[0], "N", PARIS[1], "E"), xmp=other))
    assert found.gps is not None
    assert found.gps.lat == pytest.approx(LAT)
    assert any("different positions" in problem for problem in found.problems)
    same = make.xmp(GPSLatitude="48,51.5N", GPSLongitude="2,17.667E")
    assert read(make.image(exif=make.exif(PARIS[0], "N", PARIS[1], "E"), xmp=same)).problems == ()


def test_xmp_stands_in_for_an_invalid_exif_position(make) -> None:
    packet = make.xmp(GPSLatitude="10,0N", GPSLongitude="20,0E")
    found = read(make.image(exif=make.exif((0, 0, 0), "N", (0, 0, 0), "E"), xmp=packet))
    assert found.gps is not None
    assert (found.gps.lat, found.gps.lon) == (10.0, 20.0)


def test_entities_in_xmp_are_refused(make) -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    assert "XMP is damaged" in read(make.image(xmp=bomb)).problems


@pytest.mark.parametrize("suffix", [".png", ".webp", ".tiff", ".avif", ".heic", ".jxl"])
def test_exif_inside_every_container(make, decoder, suffix) -> None:
    exif = make.exif(PARIS[0], "S", PARIS[1], "W", make="Maker", model="Model 1")
    import pillow_heif
    import pillow_jxl  # noqa: F401 - registers the writer

    pillow_heif.register_heif_opener()
    packed = exif.tobytes()
    loaded = Image.Exif()
    loaded.load(packed)  # the TIFF writer takes tags, and drops directories that were never packed
    path = make.image(suffix, exif=loaded if suffix == ".tiff" else packed)
    found = decoder.inspect(path)
    assert found.error_code is None
    assert found.metadata.camera == "Maker Model 1"
    assert found.metadata.gps is not None
    assert (found.metadata.gps.lat, found.metadata.gps.lon) == pytest.approx((-LAT, -LON), abs=1e-6)


@pytest.mark.parametrize(
    ("text", "offset", "expected"),
    [
        ("2018:06:26 17:46:33", None, "2018-06-26T17:46:33"),
        ("2018:06:26 17:46:33.847", None, "2018-06-26T17:46:33.847"),
        ("2018:06:26 17:46:33", "+02:00", "2018-06-26T17:46:33+02:00"),
        ("2013-07-05T03:18:27Z", None, "2013-07-05T03:18:27Z"),
        ("2008-05-25T19:31:26.0+1:00", None, "2008-05-25T19:31:26.0+01:00"),
        ("0000:00:00 00:00:00", None, None),
        ("2018:13:26 17:46:33", None, None),
        ("    :  :     :  :  ", None, None),
    ],
)
def test_times(text, offset, expected) -> None:
    assert iso_time(text.replace("T", " "), offset) == expected
