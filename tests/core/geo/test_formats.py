"""Every format there and back; the limits of the grids; what is ambiguous is asked, with its readings."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from theodolite.errors import InputError
from theodolite.geo import formats, grids
from theodolite.geo.coordinates import Ambiguous, format_ddm, parse
from theodolite.geo.formats import formats_of, read
from theodolite.geo.geodesy import geodesic_km

LATITUDES = st.floats(-90, 90)
LONGITUDES = st.floats(-180, 180, exclude_max=True)
ALL = ("DD", "DMS", "DDM", "UTM", "MGRS", "Plus Code", "geo:")


def metres(lat: float, lon: float, text: str) -> float:
    found = read(text)
    return 1000.0 * float(geodesic_km(lat, lon, found.lat, found.lon))


@given(LATITUDES, LONGITUDES)
@example(84.0, 20.9999999)
@example(-80.0, -180.0)
@example(0.0, 0.0)
@example(-1e-9, -1e-9)
@example(89.9999999, 179.9999999)
@example(60.0, 5.0)
@example(33.5, 15.0)
@example(63.9999999, 11.9999999)
@example(72.0, 41.9999999)
def test_every_format_is_read_back_within_a_metre(lat: float, lon: float) -> None:
    written = dict(formats_of(lat, lon))
    assert set(written) == set(ALL) - (set() if -80 <= lat <= 84 else {"UTM", "MGRS"})
    for name, text in written.items():
        assert metres(lat, lon, text) <= 1.0, (name, text)
        assert "60.0" not in text.replace("160.0", "") or name not in ("DMS", "DDM")


@given(LATITUDES, LONGITUDES, st.floats(1.0, 50_000.0))
def test_no_more_digits_than_the_precision_deserves(lat: float, lon: float, precision: float) -> None:
    """Read back within the precision; the text's own precision is not finer than a twentieth of it.

    Longitudes near the poles are written finer than they need be; grids stop at the limit of their squares.
    """
    for name, text in formats_of(lat, lon, precision):
        # A rounded corner of a grid zone may be read in the neighbouring band or zone.
        try:
            found = read(text)
        except InputError:
            assert name == "UTM" and precision > 50
            continue
        assert 1000.0 * float(geodesic_km(lat, lon, found.lat, found.lon)) <= 1.02 * precision, (name, text)
        if name not in ("geo:", "UTM"):  # UTM is written in whole metres, its zeros do not tell
            assert found.precision_m >= precision / 90.0, (name, text)


@given(st.floats(-80, 84), LONGITUDES)
def test_grids_are_those_of_the_reference_library(lat: float, lon: float) -> None:
    """Zone, band and metres of our UTM against GEOTRANS through its MGRS."""
    from mgrs import MGRS

    utm, name = grids.to_utm(lat, lon), grids.to_mgrs(lat, lon)
    zone, half, east, north = MGRS().MGRSToUTM(name)
    assert zone == utm.zone
    if abs(lat) < 1e-5:  # the equator has a northing in both hemispheres
        return
    assert half == ("N" if lat >= 0 else "S")
    assert abs(east - utm.easting) <= 0.51 and abs(north - utm.northing) <= 0.51
    assert name[2] == utm.band


@pytest.mark.parametrize(
    ("lat", "lon", "zone"),
    [
        (60.0, 2.99, "31V"),
        (60.0, 3.0, "32V"),
        (55.99, 4.0, "31U"),
        (64.0, 4.0, "31W"),
        (72.0, 8.99, "31X"),
        (72.0, 9.0, "33X"),
        (78.0, 20.99, "33X"),
        (78.0, 21.0, "35X"),
        (84.0, 33.0, "37X"),
        (71.99, 10.0, "32W"),
        (-80.0, 179.99, "60C"),
        (0.0, -180.0, "01N"),
    ],
)
def test_norway_svalbard_and_the_ends(lat: float, lon: float, zone: str) -> None:
    assert dict(formats_of(lat, lon))["UTM"].startswith(zone)
    assert dict(formats_of(lat, lon))["MGRS"].startswith(zone)


@pytest.mark.parametrize("lat", [84.001, 90.0, -80.001, -90.0])
def test_poles_have_no_grid_and_it_is_said(lat: float) -> None:
    assert "80° south and 84° north" in formats.missing(lat)
    assert not {"UTM", "MGRS"} & set(dict(formats_of(lat, 10.0)))
    for make in (grids.to_utm, grids.to_mgrs):
        with pytest.raises(InputError, match="UPS"):
            make(lat, 10.0)


@pytest.mark.parametrize(
    ("text", "format_", "precision", "point"),
    [
        ("43.4682, 11.8802", "DD", 11.1, (43.4682, 11.8802)),
        ("43.5 11", "DD", 111_320, (43.5, 11.0)),
        ("43°28.1'N 11°52.8'E", "DDM", 185.5, (43.468333, 11.88)),
        ("43°28'06\"N 11°52'49\"E", "DMS", 30.9, (43.468333, 11.880278)),
        ("43°28'06.00\"N 11°52'49.00\"E", "DMS", 0.309, (43.468333, 11.880278)),
        ("geo:43.4682,11.8802;u=250", "geo:", 250, (43.4682, 11.8802)),
        ("geo:43.4682,11.8802", "geo:", 11.1, (43.4682, 11.8802)),
        ("32TQP3297516839", "MGRS", 1, (43.4682, 11.8802)),
        ("32T QP 3297 1683", "MGRS", 10, (43.4682, 11.8802)),
        ("32T QP 32 16", "MGRS", 1000, (43.46529, 11.87419)),
        ("mgrs 32TQP", "MGRS", 100_000, (43.7608, 12.1057)),
        ("32T 732975 4816839", "UTM", 1, (43.4682, 11.8802)),
        ("UTM zone 32T 732975.0 m E 4816839.0 m N", "UTM", 0.1, (43.4682, 11.8802)),
        ("32 north, 732975, 4816839", "UTM", 1, (43.4682, 11.8802)),
        ("56 south 334000 6252000", "UTM", 1, (-33.85926, 151.20551)),
        ("56H 334000 6252000", "UTM", 1, (-33.85926, 151.20551)),
        ("8FMHFV9J+73", "Plus Code", 13.9, (43.468188, 11.880187)),
        ("8fmh0000+", "Plus Code", 111_320, (43.5, 11.5)),
        ("https://maps.example/?q=8FMHFV9J%2B73", "Plus Code", 13.9, (43.468188, 11.880187)),
        ("https://maps.example/?q=43%C2%B028%2706%22N+11%C2%B052%2749%22E", "DMS", 30.9, (43.4683, 11.8803)),
        ("https://maps.example/?lat=43.4682&lng=11.8802&z=4", "address", 11.1, (43.4682, 11.8802)),
        ("https://maps.example/place/43.4682,11.8802/@1,2,3z", "address", 11.1, (43.4682, 11.8802)),
        ("https://maps.example/?pt=143.5,11.8", "address", 11132, (11.8, 143.5)),
    ],
)
def test_ways_to_write_a_place(text: str, format_: str, precision: float, point: tuple[float, float]) -> None:
    found = read(text)
    assert found.format == format_
    assert found.precision_m == pytest.approx(precision, rel=0.01)
    assert (found.lat, found.lon) == pytest.approx(point, abs=1.5e-4)


def test_the_middle_of_a_map_is_no_marked_place() -> None:
    assert "middle" in read("https://maps.example/@43.4682,11.8802,15z").note
    assert read("https://maps.example/?q=43.4682,11.8802").note == ""


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("10 20 30 40", ["10°20'00.00\"N 30°40'00.00\"E", "10°20'30.00\"N 40°00'00.00\"E"]),
        ("43 28 11 52", ["43°28'00.00\"N 11°52'00.00\"E"]),
        ("43 28 06 11 52 49", ["43°28'06.00\"N 11°52'49.00\"E"]),
        ("43,46,11,88", ["43°27'36.00\"N 11°52'48.00\"E"]),
        ("43,5, 11", ["43°30'00.00\"N 11°00'00.00\"E"]),
        ("https://maps.example/?pt=43.5,11.8", ["43°30'00.00\"N", "11°48'00.00\"N"]),
        ("33S 500000E 4000000N", ["36°08'", "54°08'"]),
    ],
)
def test_what_is_ambiguous_is_asked_with_its_readings(text: str, readings: list[str]) -> None:
    with pytest.raises(Ambiguous) as asked:
        read(text)
    for reading in readings:
        assert reading in str(asked.value)
    assert asked.value.readings


def test_comma_decimals_and_the_order_of_two_numbers() -> None:
    """Four numbers with spaces have one reading; two numbers are latitude first, as documented."""
    assert parse("48,8566, 2,3522") == (48.8566, 2.3522)
    assert parse("2,3522; 48,8566") == (2.3522, 48.8566)
    with pytest.raises(InputError, match="Latitude comes first"):
        parse("151.2, -33.8")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("FV9J+73", "short Plus Code"),
        ("FV9J+73 Arezzo", "give the coordinates of"),
        ("8FMHFV9J+7", "not a Plus Code"),
        ("ZAB 96454 52981", "UPS"),
        ("YXK1234512345", "UPS"),
        ("32TQP12345", "as many digits"),
        ("32TQP 123 4567", "as many digits"),
        ("61TQP1212", "1 to 60"),
        ("34XAB1212", "no zone 34X"),
        ("32T 732975 9816839", "not in band T"),
        ("32 732975 4816839", "hemisphere"),
        ("32T 932975 4816839", "eastings"),
        ("geo:43.4,11.8;crs=nad27", "WGS84"),
        ("https://maps.example/?q=Arezzo", "never opened"),
    ],
)
def test_what_cannot_be_read_says_why(text: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read(text)


def test_a_short_code_with_a_reference() -> None:
    found = read("FV9J+73 Arezzo", reference=(43.4, 11.9))
    assert (found.lat, found.lon) == pytest.approx((43.46819, 11.88019), abs=1e-4)


@given(st.text(st.characters(codec="ascii"), max_size=30), st.booleans())
def test_any_text_is_a_point_or_a_question(text: str, near: bool) -> None:
    try:
        found = read(text, (40.0, 10.0) if near else None)
    except InputError:
        return
    assert -90 <= found.lat <= 90 and -180 <= found.lon < 180 and found.precision_m > 0


@given(st.from_regex(grids._UTM, fullmatch=True) | st.from_regex(grids._MGRS, fullmatch=True))
def test_any_grid_reference_is_a_point_or_a_question(text: str) -> None:
    try:
        found = read(text)
    except InputError:
        return
    assert -90 <= found.lat <= 90 and -180 <= found.lon < 180


def test_minutes_never_show_sixty() -> None:
    assert format_ddm(43.99999999, -11.99999999) == "44°00.0000'N 12°00.0000'W"
