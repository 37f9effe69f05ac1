"""What places said become: areas, points, circles, with a reading that says the same again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from theodolite.assistant import hint_labels
from theodolite.assistant.hint_places import Named
from theodolite.assistant.hint_rule import Read, either
from theodolite.domain import AlternativesReach, AreaReach, PointReach, Strength
from theodolite.errors import HintNotUnderstood, InputError
from theodolite.geo import coordinates

_NEAR_TOWN_KM, _NEAR_CITY_KM, _NEAR_POINT_KM = 25.0, 50.0, 5.0
_MILLION = 1_000_000
EXCLUDED_KM = 25.0
_SMALLEST_KM, _LARGEST_KM = 0.05, 2000.0
_SD_OF_RADIUS = 1.5  # "near R km" is a point of standard deviation R / 1.5 (posterior.md)
_STREET_SD_KM = 0.3
_KM_PER_DEGREE = 111.2
_EXACT_DECIMALS = 5

NOT_NEAR = '"not near" is no hint I can weigh; "exclude" followed by a town takes it away.'


def area_of(items: Sequence[Named], place: str, negated: bool) -> Read:
    """In, or not in, what is named."""
    label = either([item.label for item in items])
    if items[0].kind == "region":
        label = " or ".join(dict.fromkeys(part for item in items for part in item.label.split(" or ")))
    if items[0].kind != "town":
        scope: Literal["country", "admin1"] = "country" if items[0].kind == "country" else "admin1"
        codes = tuple(dict.fromkeys(code for item in items for code in item.codes))
        return Read(f"{'not ' if negated else ''}in {label}", AreaReach(scope, codes, negated=negated))
    if negated:
        raise HintNotUnderstood(
            f'Only countries and regions can be denied. "exclude {place}" takes 25 km around it away.'
        )
    return Read(f"in or near {label}", towns(items, None))


def towns(items: Sequence[Named], sd_km: float | None) -> PointReach | AlternativesReach:
    return hint_labels.towns_reach(
        [(share / len(items), place) for item in items for share, place in item.towns], sd_km
    )


def in_point(point: PointReach, place: str, negated: bool) -> Read:
    if negated:
        raise HintNotUnderstood(f'Only countries and regions can be denied: say "exclude near {place}".')
    return Read(f"at {point.label}", point)


def circle_point(point: PointReach, radius: float | None) -> Read:
    """``point`` with the deviation that its digits deserve; a radius said counts instead."""
    km = _round(radius if radius is not None else max(_NEAR_POINT_KM, point.sd_km * _SD_OF_RADIUS))
    sd = km / _SD_OF_RADIUS
    return Read(f"within {km:g} km of {point.label}", PointReach(point.lat, point.lon, sd, point.label))


def circle_towns(items: Sequence[Named], radius: float | None) -> Read:
    large = any(town.population >= _MILLION for item in items for _, town in item.towns)
    km = _round(radius if radius is not None else (_NEAR_CITY_KM if large else _NEAR_TOWN_KM))
    label = either([item.label for item in items])
    return Read(f"within {km:g} km of {label}", towns(items, km / _SD_OF_RADIUS))


def excluded_towns(items: Sequence[Named], radius: float | None) -> Read:
    km = _round(max(radius or 0.0, EXCLUDED_KM))
    label = either([item.label for item in items])
    return Read(f"{km:g} km around {label}", towns(items, km / _SD_OF_RADIUS))


def excluded(found: Read) -> Read:
    """As a mask. Its own strength: it is absolute."""
    reading = found.reading.removeprefix("in ").replace("within ", "", 1) if found.reading else ""
    reading = re.sub(r"^(\S+ km) of ", r"\1 around ", reading)
    return Read(f"excluded: {reading}", found.reach, Strength.CERTAIN, True)


def checked_km(km: float) -> float:
    if not _SMALLEST_KM <= km <= _LARGEST_KM:
        raise HintNotUnderstood(f"A radius lies between {_SMALLEST_KM * 1000:g} m and {_LARGEST_KM:g} km.")
    return km


def _round(km: float) -> float:
    """So that what is read back is what counts; never three decimals, which read as thousands."""
    return round(km, 3) if km < 1 else round(float(f"{km:.4g}"), 2)


def point(text: str) -> PointReach | None:
    """A coordinate with the standard deviation its digits deserve, labelled in decimal degrees."""
    if len(re.findall(r"\d+", text)) < 2:
        return None
    try:
        lat, lon = coordinates.parse(text)
    except InputError:
        return None
    decimals = [len(part) for part in re.findall(r"\.(\d+)", text)]
    simple = not re.search(r"[\u00b0'\"\u2032\u2033]", text)
    digits = min(_EXACT_DECIMALS, (min(decimals) if len(decimals) >= 2 else 0) if simple else 4)
    shown = digits if simple else _EXACT_DECIMALS
    lat, lon = round(lat, shown), round(lon, shown)
    sd = max(_STREET_SD_KM, _KM_PER_DEGREE * 10.0**-digits / 2)
    return PointReach(lat, lon, sd, f"{lat:.{shown}f}, {lon:.{shown}f}")
