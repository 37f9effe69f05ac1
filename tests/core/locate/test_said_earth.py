"""What a person says of places, on the Earth."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.locate.sayings import HEIGHTS
from tests.core.locate.worlds import clue, hint
from theodolite import packs
from theodolite.domain import (
    AlternativesReach,
    AreaReach,
    BearingReach,
    BetweenReach,
    CoastReach,
    ElevationReach,
    GradedReach,
    LatitudeReach,
    PointReach,
    Reach,
    RemarkReach,
    Strength,
)
from theodolite.errors import PackMissing
from theodolite.geo import geodesy
from theodolite.locate import Locator, elevation
from theodolite.locate.question import ask
from theodolite.locate.sphere import unit

CITIES = {
    "Genoa": (44.405, 8.93, 0.0, 3.0),
    "Chicago, on a lake": (41.88, -87.63, 800.0, 1100.0),
    "Baku, on the Caspian": (40.38, 49.87, 500.0, 800.0),
    "Odesa": (46.48, 30.73, 0.0, 6.0),
    "Florence": (43.77, 11.25, 60.0, 90.0),
    "Geneva": (46.2, 6.15, 200.0, 320.0),
    "Honolulu": (21.30, -157.86, 0.0, 5.0),
    "the Atlantic": (30.0, -40.0, 0.0, 0.0),
    "the middle of the Caspian": (42.0, 50.5, 500.0, 900.0),
    "Anadyr": (64.73, 177.5, 0.0, 10.0),
}


def test_the_way_to_the_sea(borders) -> None:  # type: ignore[no-untyped-def]
    where = np.array([row[:2] for row in CITIES.values()])
    km = borders.sea_km(where[:, 0], where[:, 1])
    for name, found in zip(CITIES, km, strict=True):
        assert CITIES[name][2] <= found <= CITIES[name][3], (name, found)


@pytest.mark.packs
@settings(max_examples=25)
@given(data=st.data())
def test_one_weak_wrong_hint_displaces_no_position(locator: Locator, data: st.DataObject) -> None:
    """Whatever its kind: the place that a GPS clue names stays first."""
    earth = locator.support
    found = locator if locator.heights else locator_with(locator)
    true, other, third = (data.draw(st.integers(0, len(earth) - 1)) for _ in range(3))
    lat, lon = float(earth.lat[true]), float(earth.lon[true])
    there = PointReach(float(earth.lat[other]), float(earth.lon[other]), 5.0, "elsewhere")
    far = PointReach(float(earth.lat[third]), float(earth.lon[third]), 5.0, "further")
    azimuth = geodesy.azimuth(there.lat, there.lon, lat, lon)
    gps = clue(1, PointReach(lat, lon, 0.05), kind="exif.gps", strength=Strength.CERTAIN)
    codes = [c for c in earth.countries if c]
    kinds: list[Reach] = [
        there,
        AlternativesReach(((0.5, there), (0.5, far))),
        AreaReach("country", (earth.countries[int(earth.country[other])],)),
        AreaReach("country", (earth.countries[int(earth.country[true])],), negated=True),
        GradedReach("language", ((codes[other % len(codes)], 1.0),)),
        BearingReach(there.lat, there.lon, (azimuth + 180.0) % 360.0, 11.25),
        BetweenReach(there, far),
        CoastReach(5.0),
        CoastReach(50.0, inland=True),
        ElevationReach(1000.0, None),
        LatitudeReach(-90.0, 0.0) if lat > 0 else LatitudeReach(0.0, 90.0),
        RemarkReach("remark", "red roofs"),
    ]
    wrong = data.draw(st.sampled_from(kinds))
    ranking = found.rank(clues=[gps], hints=[hint(1, wrong, strength=Strength.WEAK)])
    first = ranking.candidates[0]
    assert geodesy.distance_km(first.lat, first.lon, lat, lon) < 1.0, (wrong, first)


_WITH: dict[int, Locator] = {}


def locator_with(bare: Locator) -> Locator:
    """The same places with heights, made up where the pack is not there."""
    return _WITH.setdefault(id(bare), Locator(bare.support, bare.world, heights=HEIGHTS))


@pytest.mark.packs
def test_true_hints_on_the_earth_do_not_lower_their_place(locator: Locator, seed: int) -> None:
    """Directions, ways, coasts and latitudes that hold for a place well within what is said."""
    earth, rng = locator.support, np.random.default_rng(seed)
    sharp = np.flatnonzero(earth.sd_km < 2.0)
    for place in rng.choice(sharp, 6, replace=False):
        lat, lon, sea = float(earth.lat[place]), float(earth.lon[place]), float(earth.coast_km[place])
        start = geodesy.destination(lat, lon, float(rng.uniform(0, 360)), 300.0)
        past = geodesy.destination(
            lat, lon, (geodesy.azimuth(lat, lon, *start) + 180.0) % 360.0, float(rng.uniform(100, 600))
        )
        true: list[Reach] = [
            BearingReach(*start, geodesy.azimuth(*start, lat, lon), 11.25),
            BetweenReach(PointReach(*start, 5.0), PointReach(*past, 5.0)),
            CoastReach(sea + 20.0) if sea < 1000.0 else CoastReach(50.0, inland=True),
            LatitudeReach(-90.0 if lat < -1 else lat - 1.0, 0.0 if lat < -1 else 90.0),
        ]
        base = clue(1, PointReach(lat, lon, 25.0), strength=Strength.LIKELY)
        before = locator.solve(ask(clues=[base])).posterior.probability[place]
        for reach in true:
            after = locator.solve(ask(clues=[base], hints=[hint(1, reach)])).posterior.probability[place]
            assert after >= before * (1 - 1e-6), reach


@pytest.mark.packs
@pytest.mark.full
def test_the_heights_of_known_towns() -> None:
    try:
        pack = packs.installed("elevation")
    except PackMissing:
        pytest.skip("the optional elevation pack is not installed")
    found = elevation.load(pack.file(elevation.FILE))
    towns = {
        (19.43, -99.13): 2240, (-16.50, -68.15): 3600, (52.37, 4.90): 0, (29.65, 91.10): 3650,
        (39.74, -104.99): 1600, (36.25, -116.83): -80, (31.5, 35.47): -430, (-1.29, 36.82): 1795,
    }  # fmt: skip
    at = np.array(list(towns))
    span = found.span(unit(at[:, 0], at[:, 1]), np.full(len(at), 2.0))
    for number, metres in enumerate(towns.values()):
        assert span.lowest[number] - span.spread[number] <= metres <= span.highest[number] + 30.0, towns
        assert abs(span.here[number] - metres) < 350.0
