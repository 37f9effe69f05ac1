"""How places that hints name are written back, and the points and areas that they become."""

from __future__ import annotations

from collections.abc import Sequence

from theodolite.assistant.hint_words import AMBIGUOUS
from theodolite.clues import places as place_clues
from theodolite.domain import AlternativesReach, PointReach
from theodolite.geo import countries, regions
from theodolite.geo.gazetteer import Place
from theodolite.geo.names import fold


def country_label(code: str) -> str:
    """'Italy'; 'the country of Georgia', whose name alone would be asked back."""
    name = countries.name(code)
    return f"the country of {name}" if fold(name) in AMBIGUOUS else name


def towns_reach(
    towns: Sequence[tuple[float, Place]], sd_km: float | None = None
) -> PointReach | AlternativesReach:
    """One town as a point, several as alternatives; ``sd_km`` None: by the size of each town."""
    options = tuple(
        (
            share,
            PointReach(
                place.lat,
                place.lon,
                sd_km if sd_km is not None else _sd_of(place),
                label(place),
            ),
        )
        for share, place in towns
    )
    return options[0][1] if len(options) == 1 else AlternativesReach(options)


def is_city(place: Place) -> bool:
    """Whether "in it" spans a city's 25 km; the bound is that of place names read in photographs."""
    return place.population >= place_clues.CITY


def _sd_of(place: Place) -> float:
    return place_clues.CITY_SD_KM if is_city(place) else place_clues.TOWN_SD_KM


def label(place: Place) -> str:
    """'Florence, Tuscany, Italy'."""
    parts = (place.name, _plain(regions.name(place.admin1)), countries.name(place.country))
    return ", ".join(dict.fromkeys(part for part in parts if part))


def region_label(code: str) -> str:
    """'Tuscany, Italy'."""
    return f"{_plain(regions.name(code)) or code}, {countries.name(code.split('.')[0])}"


def regions_label(name: str, areas: tuple[str, ...], within: bool) -> str:
    """A label that means these regions again: by their own names, or by the one that was said."""
    country = {code.split(".")[0] for code in areas}
    labels = [region_label(code) for code in areas]
    again = [
        {code for code in regions.lookup(label.rpartition(", ")[0]) if code.split(".")[0] in country}
        for label in labels
    ]
    if set().union(*again) == set(areas):
        return " or ".join(labels)
    return (
        ", ".join((name, *map(countries.name, country)))
        if len(country) == 1 and within
        else f"the region of {name}"
    )


def _plain(name: str) -> str:
    """Without commas, which stand between a name and what it lies in."""
    return name.replace(",", "")


def division(areas: Sequence[str]) -> str:
    return "state" if all(code.startswith("US.") for code in areas) else "region"
