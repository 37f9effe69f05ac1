"""Countries and distances to borders, where maps go wrong: exclaves, enclaves, poles, the antimeridian."""

from __future__ import annotations

import json
import time

import numpy as np
import pytest

from theodolite import paths
from theodolite.errors import InputError
from theodolite.geo import countries
from theodolite.geo.geodesy import distance_km, geodesic_km
from theodolite.geo.world import World

pytestmark = pytest.mark.alone

PLACES = [
    ("Kaliningrad", 54.71, 20.51, "RU"),
    ("Lesotho", -29.31, 27.48, "LS"),
    ("South Africa round it", -28.4, 26.0, "ZA"),
    ("Vatican", 41.9033, 12.4534, "VA"),
    ("Rome", 41.8902, 12.4922, "IT"),
    ("Fiji, east", -16.8, -179.95, "FJ"),
    ("Fiji, west", -16.6, 179.9, "FJ"),
    ("Suva", -18.14, 178.44, "FJ"),
    ("Chukotka, east of 180", 66.0, -172.0, "RU"),
    ("Chukotka, west of 180", 68.0, 179.9, "RU"),
    ("Nice, on the coast", 43.694, 7.28, "FR"),
    ("5 km off Nice", 43.65, 7.30, "FR"),
    ("mid-Atlantic", 0.0, -30.0, ""),
    ("North Pole", 90.0, 0.0, ""),
    ("South Pole", -90.0, 0.0, "AQ"),
    ("Antarctica at 180", -85.0, -180.0, "AQ"),
    ("Réunion", -21.1, 55.5, "RE"),
    ("Svalbard", 78.22, 15.65, "SJ"),
    ("Pristina", 42.66, 21.16, "XK"),
    ("Kyrenia", 35.33, 33.30, "CY"),
    ("Simferopol", 44.95, 34.10, "UA"),
    ("Tokelau", -9.17, -171.81, "TK"),
    ("Baarle-Hertog is too small to tell", 51.2, 4.4, "BE"),
]


@pytest.mark.parametrize(("name", "lat", "lon", "country"), PLACES, ids=[row[0] for row in PLACES])
def test_country_of_a_point(world: World, name: str, lat: float, lon: float, country: str) -> None:
    assert world.country_of(lat, lon) == [country]


def test_many_points_agree_with_single_ones_and_are_fast(world: World, seed: int) -> None:
    rng = np.random.default_rng(seed)
    lat = np.degrees(np.arcsin(rng.uniform(-1, 1, 100_000)))
    lon = rng.uniform(-180, 180, 100_000)
    world.country_of(lat[:1], lon[:1])
    start = time.process_time()
    found = world.country_of(lat, lon)
    assert time.process_time() - start < 3.0  # about 0.3 s on an idle machine
    assert found[:200] == world.country_of(lat[:200], lon[:200])
    assert 0.6 < found.count("") / len(found) < 0.75


def test_longitudes_may_be_written_either_way(world: World) -> None:
    assert world.country_of([-18.14, 66.0], [178.44 - 360, 188.0]) == ["FJ", "RU"]


@pytest.mark.parametrize(("lat", "lon"), [(91.0, 0.0), (np.nan, 0.0), (0.0, np.inf)])
def test_points_off_the_globe_are_refused(world: World, lat: float, lon: float) -> None:
    with pytest.raises(InputError):
        world.country_of(lat, lon)


def test_nothing_gives_nothing(world: World) -> None:
    assert world.country_of([], []) == []
    assert len(world.signed_distance_km([], [], "IT")) == 0


@pytest.mark.parametrize(
    ("lat", "lon", "country", "km", "within"),
    [
        (41.9, 12.5, "IT", 3.3, 1.0),  # the Vatican's wall is nearest
        (48.8566, 2.3522, "FR", 149.0, 3.0),  # Paris: the coast at Dieppe
        (0.0, -30.0, "FJ", -15_900.0, 100.0),
        (-29.31, 27.48, "ZA", -3.0, 2.0),  # Maseru is outside South Africa
    ],
)
def test_signed_distances(
    world: World, lat: float, lon: float, country: str, km: float, within: float
) -> None:
    found = float(world.signed_distance_km([lat], [lon], country)[0])
    assert np.sign(found) == np.sign(km)
    assert abs(found - km) <= within


def test_180_degrees_is_no_border(world: World) -> None:
    found = world.signed_distance_km([67.5, 67.5], [179.999, -179.999], "RU")
    assert abs(found[0] - found[1]) < 0.2
    assert found[0] > 20


def test_signed_distance_is_the_distance_to_the_line(world: World, seed: int) -> None:
    """Against the definition: the least distance to a densely drawn border."""
    rng = np.random.default_rng(seed)
    lat, lon = rng.uniform(42, 51, 50), rng.uniform(-4, 9, 50)
    from theodolite.geo import topology

    arcs = [world._shape.arcs[n] for n in topology.outline(world._by_country["FR"])]
    drawn = np.concatenate(
        [
            np.stack(
                [
                    np.interp(np.linspace(0, len(a) - 1, 40 * len(a)), np.arange(len(a)), a[:, i])
                    for i in (0, 1)
                ],
                1,
            )
            for a in arcs
        ]
    )
    drawn = drawn[(drawn[:, 0] > -10) & (drawn[:, 0] < 15) & (drawn[:, 1] > 35)]
    found = world.signed_distance_km(lat, lon, "FR")
    for row in range(len(lat)):
        least = float(distance_km(lat[row], lon[row], drawn[:, 1], drawn[:, 0]).min())
        assert abs(abs(found[row]) - least) < 1.0
    assert ((found > 0) == world.contains(lat, lon, "FR")).all()


def test_far_and_limited_distances(world: World) -> None:
    lat, lon = np.array([43.0, 10.0, 60.0]), np.array([12.0, 100.0, 10.0])
    whole = world.signed_distance_km(lat, lon, "IT")
    near = world.signed_distance_km(lat, lon, "IT", 200.0)
    assert near[0] == whole[0]
    assert np.isneginf(near[1:]).all()
    assert world.signed_distance_km([0.0], [0.0], "XX")[0] == -np.inf


def test_parts_without_a_border_between_them(world: World) -> None:
    """Perekop lies between Ukraine and Crimea, which the map draws dashed but does not separate."""
    assert world.signed_distance_km([46.15], [33.68], "UA")[0] > 2
    names = {f["properties"]["name"]: f["properties"] for f in world.geojson()["features"]}
    assert names["Crimea"]["disputed"]
    assert "Russia" in names["Crimea"]["note"]
    assert not names["Ukraine"]["disputed"]


def test_the_map_gets_valid_rounded_rings(world: World) -> None:
    drawn = world.geojson(decimals=2)
    for feature in drawn["features"]:
        for polygon in feature["geometry"]["coordinates"]:
            for ring in polygon:
                assert ring[0] == ring[-1]
                assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in ring)
    assert len(json.dumps(drawn)) < 4_000_000
    assert {f["properties"]["iso2"] for f in drawn["features"]} - {""} == set(world.countries)


def test_border_lines_are_between_two_countries(world: World) -> None:
    lines = world.border_lines()
    pairs = {line.countries for line in lines}
    assert ("FR", "IT") in pairs
    assert ("CA", "US") in pairs
    assert any(line.disputed for line in lines if "IN" in line.countries)


def test_every_country_has_a_name_and_land(world: World) -> None:
    for code, name in world.countries.items():
        assert name != code
        assert not world.geometry(code).is_empty
    assert set(world.countries) <= set(countries.codes())


def test_the_files_stay_small_and_say_where_they_are_from(world: World) -> None:
    folder = paths.resources() / "world"
    assert sum(path.stat().st_size for path in folder.iterdir()) <= 3_000_000
    for path in folder.glob("*.json"):
        about = json.loads(path.read_text(encoding="utf-8"))["about"]
        assert "licence" in json.dumps(about) or "domain" in json.dumps(about) or "CC BY" in json.dumps(about)
    assert "Natural Earth" in world.source


def test_distances_on_sphere_and_ellipsoid() -> None:
    # Flinders Peak to Buninyong, the classical geodesic test line: 54,972.271 m.
    line = (-(37 + 57 / 60 + 3.72030 / 3600), 144 + 25 / 60 + 29.52440 / 3600)
    other = (-(37 + 39 / 60 + 10.15610 / 3600), 143 + 55 / 60 + 35.38390 / 3600)
    assert abs(float(geodesic_km(*line, *other)) - 54.972271) < 1e-3
    assert abs(float(distance_km(*line, *other)) - 54.972271) < 0.3
