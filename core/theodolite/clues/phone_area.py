"""Where the area code of a phone number is used, from the geocoding data of phonenumbers."""

from __future__ import annotations

from typing import Any

import regex

from theodolite.clues import tables
from theodolite.clues.places import Lookup
from theodolite.clues.territories import country_name
from theodolite.domain import AreaReach, PointReach, Reach
from theodolite.geo import regions

#: Standard deviation of the district of an area code around its town, km.
AREA_SD_KM = 30.0

#: Countries whose phonenumbers names end with the code of a state ('New York, NY').
_STATES = frozenset(("US", "CA", "AU"))


def described(number: Any, country: str) -> str:
    """The town or region of a number in English, '' when the data names none or only the country.

    Mobile numbers say nothing where a country gives them out without regions.
    """
    from phonenumbers import geocoder

    text: str = geocoder.description_for_number(number, "en")
    plain = text.strip()
    return "" if not plain or plain == country_name(country) or plain == _whole(number) else plain


def _whole(number: Any) -> str:
    from phonenumbers import geocoder

    name: str = geocoder.country_name_for_number(number, "en")
    return name


def reach_of(description: str, country: str, lookup: Lookup | None = None) -> Reach | None:
    """The first-level region or the place that the description names, where it is the only one."""
    name = regex.sub(r"\s*\(.*?\)|\s+city$", "", description).strip()
    town, _, tail = name.rpartition(", ")
    if town and country in _STATES:
        areas = tables.areas(country, [tail])
        if len(areas) == 1:
            return AreaReach("admin1", areas)
    if "/" in name:
        return None
    found = tuple(code for code in regions.lookup(name) if code.startswith(f"{country}."))
    if len(found) == 1:
        return AreaReach("admin1", found)
    if lookup is None:
        return None
    here = sorted(
        (place for place in lookup(town or name) if place.country == country), key=lambda p: -p.population
    )
    if not here or (len(here) > 1 and here[1].population * 4 > here[0].population):
        return None
    return PointReach(here[0].lat, here[0].lon, AREA_SD_KM, f"area code of {town or name}")
