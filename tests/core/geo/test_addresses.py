"""Addresses of map services read as text: positions, directions, zooms; what holds none says so."""

from __future__ import annotations

from contextlib import suppress
from urllib.parse import quote, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.errors import InputError
from theodolite.geo import formats, shortlink
from theodolite.geo.addresses import LONGEST, MIDDLE, is_address, parse
from theodolite.geo.coordinates import Ambiguous

LATITUDES = st.decimals(-85, 85, places=5).map(str)
LONGITUDES = st.decimals("-179.99999", "179.99999", places=5).map(str)

STREET = (
    "https://www.google.com/maps/@51.5083663,-0.1114931,2a,75y,260.89h,78.32t/data=!3m7!1e1!3m5"
    "!1sjJXYsBpPPqWuvSR5RUaIEQ!2e0!5s20190701T000000!6s%2F%2Fgeo2.ggpht.com%2Fcbk!7i13312!8i6656"
)


def at(text: str) -> tuple[float | None, float | None, float | None]:
    found = parse(text)
    return found.lat, found.lon, found.zoom


def test_street_view_gives_position_direction_pitch_and_date() -> None:
    found = parse(STREET)
    assert (found.provider, found.kind) == ("Google Street View", "street view")
    assert (found.lat, found.lon, found.heading) == (51.5083663, -0.1114931, 260.89)
    assert found.pitch == pytest.approx(-11.68) and found.field_of_view == 75
    assert found.picture == "jJXYsBpPPqWuvSR5RUaIEQ" and found.imagery_date == "2019-07"
    assert found.precision_m == pytest.approx(0.0111, rel=0.01)


@pytest.mark.parametrize(
    ("text", "heading", "pitch", "view"),
    [
        (
            "https://www.google.com/maps/@?api=1&map_action=pano&viewpoint=48.857832%2C2.295226&heading=-45&pitch=38&fov=80",
            315,
            38,
            80,
        ),
        ("http://maps.google.de/maps?layer=c&cbll=48.857832,2.295226&cbp=12,315,,0,-38", 315, 38, None),
        (
            "https://www.google.com/maps/embed?pb=!4v1!6m8!1m7!1sabcdefghijkl!2m2!1d48.857832!2d2.295226!3f315!4f38!5f0.78",
            315,
            38,
            None,
        ),
        (
            "https://maps.googleapis.com/maps/api/streetview?size=6x4&location=48.857832,2.295226&heading=315&pitch=38&fov=80",
            315,
            38,
            80,
        ),
        (
            "https://yandex.com/maps/?panorama%5Bpoint%5D=2.295226%2C48.857832&panorama%5Bdirection%5D=315%2C38&panorama%5Bspan%5D=80%2C60&z=17",
            315,
            38,
            80,
        ),
    ],
)
def test_one_camera_as_five_services_write_it(
    text: str, heading: float, pitch: float, view: float | None
) -> None:
    found = parse(text)
    assert found.kind == "street view" and (found.lat, found.lon) == (48.857832, 2.295226)
    assert (found.heading, found.pitch, found.field_of_view) == (heading, pitch, view)


@pytest.mark.parametrize(
    ("text", "provider", "kind", "place"),
    [
        (
            "https://www.google.com/maps/@43.4682,11.8802,15.5z",
            "Google Maps",
            "map",
            (43.4682, 11.8802, 15.5),
        ),
        ("www.google.co.uk/maps/@43.4682,11.8802,15z?hl=en", "Google Maps", "map", (43.4682, 11.8802, 15)),
        (
            "https://www.google.com/maps/@43.4682,11.8802,1234m/data=!3m1!1e3",
            "Google Maps",
            "satellite",
            (43.4682, 11.8802, None),
        ),
        (
            "https://www.google.com/maps/place/A+place/@40.1,10.1,17z/data=!4m6!3m5!1s0x0:0x1!8m2!3d43.4682!4d11.8802!16s",
            "Google Maps",
            "map",
            (43.4682, 11.8802, 17),
        ),
        (
            "https://www.google.com/maps/search/?api=1&query=43.4682%2C11.8802",
            "Google Maps",
            "map",
            (43.4682, 11.8802, None),
        ),
        (
            "https://www.google.com/maps/dir/?api=1&destination=43.4682,11.8802",
            "Google Maps",
            "map",
            (43.4682, 11.8802, None),
        ),
        ("https://maps.google.com/?q=43.4682,11.8802&z=9", "Google Maps", "map", (43.4682, 11.8802, 9)),
        ("https://maps.google.com/?q=loc:43.4682+11.8802", "Google Maps", "map", (43.4682, 11.8802, None)),
        (
            "https://earth.google.com/web/@43.4682,11.8802,296.9a,1000d,35y,370h,45t,0r",
            "Google Earth",
            "satellite",
            (43.4682, 11.8802, None),
        ),
        (
            "https://www.openstreetmap.org/#map=17/43.4682/11.8802",
            "OpenStreetMap",
            "map",
            (43.4682, 11.8802, 17),
        ),
        (
            "https://www.openstreetmap.org/?mlat=43.4682&mlon=11.8802#map=15/40/10",
            "OpenStreetMap",
            "map",
            (43.4682, 11.8802, 15),
        ),
        (
            "https://www.openstreetmap.org/node/1#map=15/43.4682/11.8802&layers=N",
            "OpenStreetMap",
            "map",
            (43.4682, 11.8802, 15),
        ),
        (
            "https://www.bing.com/maps?cp=43.4682~11.8802&lvl=16.5&style=h",
            "Bing Maps",
            "satellite",
            (43.4682, 11.8802, 16.5),
        ),
        (
            "https://bing.com/maps/default.aspx?sp=point.43.4682_11.8802_Name&cp=40~10",
            "Bing Maps",
            "map",
            (43.4682, 11.8802, None),
        ),
        (
            "https://yandex.ru/maps/213/x/?l=sat&ll=11.8802%2C43.4682&z=18",
            "Yandex Maps",
            "satellite",
            (43.4682, 11.8802, 18),
        ),
        (
            "https://yandex.com.tr/harita/?ll=10,40&pt=11.8802,43.4682,pm2rdm~1,2&z=18",
            "Yandex Maps",
            "map",
            (43.4682, 11.8802, 18),
        ),
        (
            "https://www.mapillary.com/app/?lat=43.4682&lng=11.8802&z=17.5",
            "Mapillary",
            "map",
            (43.4682, 11.8802, 17.5),
        ),
        (
            "https://maps.apple.com/?ll=43.4682,11.8802&q=Name&z=12&t=k",
            "Apple Maps",
            "satellite",
            (43.4682, 11.8802, 12),
        ),
        (
            "https://maps.apple.com/place?coordinate=43.4682,11.8802&name=x",
            "Apple Maps",
            "map",
            (43.4682, 11.8802, None),
        ),
        ("maps://?q=43.4682,11.8802", "Apple Maps", "map", (43.4682, 11.8802, None)),
        ("geo:43.4682,11.8802?z=14", "geo: address", "map", (43.4682, 11.8802, 14)),
        ("geo:0,0?q=43.4682,11.8802(Name (old))&z=3", "geo: address", "map", (43.4682, 11.8802, 3)),
        (
            "https://wikimapia.org/#lang=en&lat=43.4682&lon=11.8802&z=12&m=w",
            "wikimapia.org",
            "map",
            (43.4682, 11.8802, 12),
        ),
        (
            "https://opentopomap.org/#map=13/43.4682/11.8802",
            "opentopomap.org",
            "map",
            (43.4682, 11.8802, 13),
        ),
        ("https://maps.google.com/?q=32TQP3297516839", "maps.google.com", "map", (43.4682, 11.8802, None)),
    ],
)
def test_a_place_as_services_write_it(
    text: str, provider: str, kind: str, place: tuple[float, float, float | None]
) -> None:
    found = parse(text)
    assert (found.provider, found.kind) == (provider, kind)
    assert (found.lat, found.lon) == pytest.approx(place[:2], abs=1e-5)
    assert found.zoom == place[2]


def test_what_only_centres_a_map_says_so() -> None:
    assert parse("https://www.google.com/maps/@43.4682,11.8802,15z").note == MIDDLE
    assert parse("https://www.openstreetmap.org/#map=17/43.4682/11.8802").note == MIDDLE
    assert parse("https://maps.google.com/?q=43.4682,11.8802").note == ""


def test_a_picture_without_a_position_keeps_its_name() -> None:
    found = parse("https://www.mapillary.com/app/?pKey=498763468214164&focus=photo")
    assert (found.lat, found.lon, found.picture) == (None, None, "498763468214164")
    assert found.kind == "street view" and "not a position" in found.note
    beside = parse("https://www.mapillary.com/app/?pKey=49876&lat=43.4682&lng=11.8802&z=17&focus=photo")
    assert (beside.lat, beside.picture) == (43.4682, "49876") and "near" in beside.note


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("https://maps.app.goo.gl/abc123", "shortened"),
        ("https://bit.ly/3xyz", "shortened"),
        ("https://map.baidu.com/@12959238.56,4825347.47,12z", "shifted on purpose"),
        ("https://www.amap.com/place/B000A8UIN8", "GCJ-02"),
        ("https://www.google.com/maps/place/Arezzo", "holds no position"),
        ("https://www.openstreetmap.org/relation/42155", "OpenStreetMap holds no position"),
        ("https://news.example/story/12345", "no coordinate"),
        ("https://www.google.com/maps/@95.1,11.2,15z", "beyond 90"),
        ("geo:0,0?q=a+bakery", "search"),
        ("ftp://maps.example/?lat=1&lon=2", "not an address"),
        ("https://[1.2/?q=1,2", "not an address"),
        ("https://x.example/?" + "&".join(f"a{n}=1" for n in range(300)), "not an address"),
        ("https://x.example/" + "a" * LONGEST, "more than"),
        ("https://osm.org/go/!!", "holds no position"),
        ("43.4682, 11.8802", "not an address"),
        ("", "not an address"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(text: str, says: str) -> None:
    with pytest.raises(InputError, match=says):
        parse(text)


def test_a_host_that_only_looks_like_a_service_is_not_named_as_one() -> None:
    found = parse("https://google.com.maps.example/?q=43.4682,11.8802")
    assert found.provider == "google.com.maps.example"
    assert parse("https://notbing.com/?q=43.1,11.2").provider == "notbing.com"


def test_two_readings_are_asked_back() -> None:
    with pytest.raises(Ambiguous):
        parse("https://maps.example/?pt=43.4682,11.8802")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (STREET, True),
        (" www.google.com/maps/@1,2,3z", True),
        ("geo:1,2", True),
        ("43.4682, 11.8802", False),
        ("32TQP3297516839", False),
        ("mapsofrome", False),
    ],
)
def test_addresses_are_told_from_coordinates(text: str, answer: bool) -> None:
    assert is_address(text) is answer


@given(LATITUDES, LONGITUDES, st.integers(0, 20), st.integers(0, 359), st.integers(-90, 90))
def test_every_position_comes_back_as_written(
    lat: str, lon: str, zoom: int, heading: int, pitch: int
) -> None:
    place = (float(lat), float(lon), float(zoom))
    assert at(f"https://www.google.com/maps/@{lat},{lon},{zoom}z") == place
    assert at(f"https://www.openstreetmap.org/#map={zoom}/{lat}/{lon}") == place
    assert at("https://www.bing.com/maps?" + urlencode({"cp": f"{lat}~{lon}", "lvl": zoom})) == place
    assert at("https://yandex.com/maps/?" + urlencode({"ll": f"{lon},{lat}", "z": zoom})) == place
    assert at(f"https://maps.apple.com/?ll={quote(f'{lat},{lon}')}&z={zoom}") == place
    assert at(f"geo:{lat},{lon}?z={zoom}") == place
    street = parse(f"https://www.google.com/maps/@{lat},{lon},3a,75y,{heading}h,{pitch + 90}t/data=!1e1")
    assert (street.lat, street.lon, street.heading, street.pitch) == (*place[:2], heading, pitch)


@given(st.floats(-85, 85), st.floats(-179.9, 179.9), st.integers(0, 20))
def test_short_links_of_openstreetmap_hold_their_place(lat: float, lon: float, zoom: int) -> None:
    found_lat, found_lon, found_zoom, step = shortlink.decode(shortlink.encode(lat, lon, zoom))
    assert found_zoom == zoom
    assert -1e-9 <= lat - found_lat <= step and -1e-9 <= lon - found_lon <= step


def test_a_short_link_that_the_service_made() -> None:
    """The example of the OpenStreetMap wiki: London at zoom 9."""
    found = parse("https://osm.org/go/0EEQjE--")
    assert found.lat == pytest.approx(51.511, abs=1e-3) and found.lon == pytest.approx(0.055, abs=1e-3)
    assert found.zoom == 9 and found.note == MIDDLE
    assert parse("https://osm.org/go/0EEQjE==?m").note == ""


@given(st.text(max_size=200))
def test_any_text_gives_an_address_on_the_globe_or_a_sentence(text: str) -> None:
    for before in (
        "",
        "https://www.google.com/maps/",
        "https://yandex.com/maps/?",
        "geo:",
        "https://x.example/?",
    ):
        with suppress(InputError):
            found = parse(before + text)
            assert found.lat is None or (-90 <= found.lat <= 90 and -180 <= (found.lon or 0.0) < 180)


def test_a_coordinate_field_reads_each_service_by_its_own_order() -> None:
    """Longitude first in one service, latitude first in the others: a pasted address is never swapped."""
    assert formats.read("https://yandex.com/maps/?ll=37.6173%2C55.7558&z=10").lat == 55.7558
    assert formats.read("https://maps.apple.com/?ll=55.7558,37.6173").lat == 55.7558
    with pytest.raises(InputError, match="not a position"):
        formats.read("https://www.mapillary.com/app/?pKey=498763468214164")


@pytest.mark.parametrize(
    "text",
    [
        "https://www.openstreetmap.org/#map=100000000000000000000/43.46/11.88",
        "https://www.google.com/maps/@43.46,11.88,99999999999999999999z",
        "geo:43.46,11.88?z=1e20",
    ],
)
def test_a_zoom_that_no_map_has_is_none(text: str) -> None:
    found = parse(text)
    assert (round(found.lat or 0, 2), round(found.lon or 0, 2)) == (43.46, 11.88)
    assert found.zoom is None
