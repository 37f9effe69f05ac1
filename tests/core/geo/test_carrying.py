"""Texts that are carried out: what is written for a service is what is read of it; queries stay queries."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.errors import InputError
from theodolite.geo import addresses, carrying

LATITUDES, LONGITUDES = st.floats(-85, 85), st.floats(-179.99, 179.99)


@given(LATITUDES, LONGITUDES, st.sampled_from([None, 0.01, 0.1, 1.0, 10.0, 100.0]))
def test_each_service_gets_the_place_with_no_more_digits_than_chosen(
    lat: float, lon: float, precision: float | None
) -> None:
    places = carrying.digits(precision)
    for one in carrying.SERVICES:
        text = carrying.address(one.name, lat, lon, precision)
        found = addresses.parse(text)
        assert found.lat == pytest.approx(lat, abs=0.51 * 10**-places), one.name
        assert found.lon == pytest.approx(lon, abs=0.51 * 10**-places) or abs(lon) > 179.9, one.name
        for number in re.findall(r"-?\d+\.(\d+)", text):
            assert len(number) <= places, (one.name, text)


def test_services_have_different_names_and_unknown_ones_are_listed() -> None:
    assert len({one.name for one in carrying.SERVICES}) == len(carrying.SERVICES) >= 8
    with pytest.raises(InputError, match="OpenStreetMap, Google Maps"):
        carrying.address("Elsewhere", 1, 2, None)


def test_a_query_round_a_point() -> None:
    text = carrying.overpass(["amenity=fuel", "name~Via"], around=(43.46824, 11.88017, 1500.0))
    assert text.splitlines() == [
        "[out:json][timeout:60];",
        "(",
        '  nwr["amenity"="fuel"](around:1500,43.46824,11.88017);',
        '  nwr["name"~"Via"](around:1500,43.46824,11.88017);',
        ");",
        "out tags center;",
    ]


def test_a_query_inside_an_area() -> None:
    text = carrying.overpass(["shop"], outline=[(1, 2), (1, 3), (2, 3)], places=1)
    assert '  nwr["shop"](poly:"1.0 2.0 1.0 3.0 2.0 3.0");' in text


@given(st.text(min_size=1, max_size=60))
def test_whatever_is_typed_stays_inside_its_quotes(value: str) -> None:
    """Outside of quoted strings a query holds only what we wrote."""
    try:
        text = carrying.overpass([f"name={value}"], around=(1.0, 2.0, 100.0))
    except InputError:
        return
    line = text.splitlines()[2]
    assert re.sub(r'"(?:[^"\\]|\\.)*"', '""', line) == '  nwr[""=""](around:100,1.00000,2.00000);'
    assert len(text.splitlines()) == 5


@pytest.mark.parametrize("tags", [[], [" "], ["a=b"] * 21, ['"];out;'], ["=x"], ["a b"], ["k=\x01"]])
def test_what_is_no_tag_is_refused(tags: list[str]) -> None:
    with pytest.raises(InputError):
        carrying.overpass(tags, around=(1.0, 2.0, 100.0))


def test_a_query_needs_ground_of_a_size_that_can_be_searched() -> None:
    for bad in ({"around": (1.0, 2.0, 0.0)}, {"around": (1.0, 2.0, 3e5)}, {"outline": [(1.0, 2.0)]}):
        with pytest.raises(InputError):
            carrying.overpass(["shop"], **bad)


def test_what_is_offered_to_be_searched_for_can_be_asked() -> None:
    for _, tags in carrying.WANTED:
        assert carrying.overpass(tags, around=(1.0, 2.0, 100.0)).count("nwr") == len(tags)
