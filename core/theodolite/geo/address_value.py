"""What an address of a map says, as a value, and the numbers in it read strictly."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from theodolite.geo.coordinates import METRES_A_DEGREE, checked

Kind = Literal["map", "satellite", "street view"]
NUMBER = r"[+-]?\d{1,3}(?:\.\d{1,20})?"
_PAIR = re.compile(rf"\s*(?:loc:)?({NUMBER})\s*(?:[,~_ ]|%2C)\s*({NUMBER})\s*")
MIDDLE = "The middle of the map shown, not a marked place."


@dataclass(frozen=True, slots=True)
class MapAddress:
    """What an address says. Each number is None where it says nothing about it.

    ``lat`` and ``lon``: of the camera in a street view, of the marked place or else the middle in a map.
    ``precision_m``: metres that the last digit of the position spans. ``field_of_view``: degrees across the
    picture unless the note says otherwise. ``picture``: the service's own name of a panorama or photograph.
    ``imagery_date``: ISO 8601 as far as the address tells it.
    """

    provider: str
    kind: Kind = "map"
    lat: float | None = None
    lon: float | None = None
    precision_m: float = 0.0
    zoom: float | None = None
    heading: float | None = None
    pitch: float | None = None
    field_of_view: float | None = None
    picture: str = ""
    imagery_date: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Parts:
    """An address taken apart: names of the query in lower case, the first value of each."""

    host: str
    path: str
    query: Mapping[str, str]
    fragment: str


def pair_of(text: str | None, *, longitude_first: bool = False) -> tuple[str, str] | None:
    """The two numbers of a pair as written, latitude first."""
    found = _PAIR.fullmatch(text or "")
    if found is None:
        return None
    return (found[2], found[1]) if longitude_first else (found[1], found[2])


def placed(found: MapAddress, pair: tuple[str, str], note: str = "") -> MapAddress:
    """``found`` with its position from two numbers as written; raises InputError off the globe."""
    lat, lon = checked(float(pair[0]), float(pair[1]), ", ".join(pair))
    decimals = min(len(number.partition(".")[2]) for number in pair)
    notes = " ".join(part for part in (found.note, note) if part)
    return replace(found, lat=lat, lon=lon, precision_m=METRES_A_DEGREE * 10.0**-decimals, note=notes)


def number_of(text: str | None, least: float = -1e6, most: float = 1e6) -> float | None:
    if text is None or re.fullmatch(r"[+-]?\d{1,7}(?:\.\d{1,20})?", text.strip()) is None:
        return None
    value = float(text)
    return value if least <= value <= most else None


def turned(degrees: float | None) -> float | None:
    return None if degrees is None else degrees % 360.0
