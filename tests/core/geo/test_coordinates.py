"""Coordinates as people write them; what is not plainly one is asked back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.errors import InputError
from theodolite.geo.coordinates import format_dd, format_dms, parse
from theodolite.geo.geodesy import azimuth, destination, distance_km, from_xyz, geodesic_km, to_xyz

LATITUDES = st.floats(-90, 90)
LONGITUDES = st.floats(-180, 180, exclude_max=True)
AREZZO = (43 + 28 / 60 + 6 / 3600, 11 + 52 / 60 + 49 / 3600)


@pytest.mark.parametrize(
    "text",
    [
        "43°28'06\"N 11°52'49\"E",
        "43° 28′ 06″ N, 11° 52′ 49″ E",
        "N 43°28'6\" E 11°52'49\"",
        "11°52'49\"E 43°28'06\"N",
        "43 28 06 N 11 52 49 E",
        "N43 28 06 E11 52 49",
        "43°28.1'N, 11°52.8166667'E",
        "43 28.1 N 11 52.8166667 E",
        "43.4683333, 11.8802778",
        "43.4683333 11.8802778",
        "43.4683333/11.8802778",
        "(43.4683333, 11.8802778)",
        "43,4683333 11,8802778",
        "43,4683333, 11,8802778",
        "43,4683333; 11,8802778",
        "43.4683333° 11.8802778°",
        "lat: 43.4683333, lng: 11.8802778",
        "lon 11.8802778 lat 43.4683333",
        "geo:43.4683333,11.8802778;u=35",
        "geo:43.4683333,11.8802778,250",
        "https://maps.example/maps/place/X/@43.4,11.8,15z/data=!8m2!3d43.4683333!4d11.8802778",
        "https://maps.example/?mlat=43.4683333&mlon=11.8802778#map=12/1/2",
        "https://maps.example/#map=15/43.4683333/11.8802778",
        "https://maps.example/?ll=43.4683333%2C11.8802778",
        "https://maps.example/maps?cp=43.4683333~11.8802778",
    ],
)
def test_ways_to_write_one_point(text: str) -> None:
    assert parse(text) == pytest.approx(AREZZO, abs=1e-6)


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("33.86S 151.2E", (-33.86, 151.2)),
        ("-33.86, -70.5", (-33.86, -70.5)),
        ("−33,86 151,2", (-33.86, 151.2)),
        ("0N 180E", (0.0, -180.0)),
        ("12, 14", (12.0, 14.0)),
        ("90, 0", (90.0, 0.0)),
    ],
)
def test_signs_and_ends(text: str, point: tuple[float, float]) -> None:
    assert parse(text) == point


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "43", "call 43 or 11", "room 12, 14", "between 43.1 and 11.2", "12.5.2024", "43 28 11 52"),
        *("43-11", "43 - 11", "43,11", "43,5, 11", "43,46,11,88", "1, 2, 3", "nan, 1", "inf 2", "1e9, 2"),
        *("95, 10", "12, 200", "43.46N 43.46N", "43.46O 11.88N", "-43.46S 11.88E", "N43N 11E"),
        *("59 60 0 N 10 0 0 E", "59.5 30 N 10 0 E", "geo:abc", "geo:91,0", "https://maps.example/about"),
        *("lat 43E lon 11N", "43.4 N", "N E", ",", "°", "43.4682, 11.8802 and more"),
    ],
)
def test_what_is_not_plainly_a_coordinate_is_asked_back(text: str) -> None:
    with pytest.raises(InputError):
        parse(text)


@given(st.text(max_size=40))
def test_any_text_is_a_point_or_a_question(text: str) -> None:
    try:
        lat, lon = parse(text)
    except InputError:
        return
    assert -90 <= lat <= 90
    assert -180 <= lon < 180


@given(LATITUDES, LONGITUDES)
def test_decimal_degrees_round_trip(lat: float, lon: float) -> None:
    again = parse(format_dd(lat, lon))
    assert float(distance_km(lat, lon, *again)) < 0.0012
    assert parse(f"{lat:.7f} {lon:.7f}") == pytest.approx(
        (lat, -180.0 if lon >= 179.99999995 else lon), abs=1e-7
    )


@given(LATITUDES, LONGITUDES)
def test_degrees_minutes_seconds_round_trip(lat: float, lon: float) -> None:
    text = format_dms(lat, lon, decimals=2)
    assert "60" not in text.replace("60°", "").replace("160", "").replace(".60", "").replace("'0.6", "")
    assert float(distance_km(lat, lon, *parse(text))) < 0.0003


@pytest.mark.parametrize(
    ("radius_km", "text"),
    [(None, "43.46824, 11.88017"), (25.0, "43.5, 11.9"), (1.0, "43.468, 11.880"), (750.0, "43, 12")],
)
def test_no_more_decimals_than_the_radius_deserves(radius_km: float | None, text: str) -> None:
    assert format_dd(43.468243, 11.880172, radius_km) == text


@given(LATITUDES, LONGITUDES, st.floats(0, 359.99), st.floats(0.001, 5000))
def test_destination_is_that_far(lat: float, lon: float, direction: float, km: float) -> None:
    there = destination(lat, lon, direction, km)
    assert float(geodesic_km(lat, lon, *there)) == pytest.approx(km, abs=1e-5)
    assert 0 <= azimuth(lat, lon, *there) < 360


@given(LATITUDES, LONGITUDES)
def test_vectors_round_trip(lat: float, lon: float) -> None:
    again = from_xyz(to_xyz(lat, lon))
    assert float(distance_km(lat, lon, *again)) < 1e-4
