"""Which country, region and town a point lies in, for predictions and truths alike.

The country by the borders, the region and the town by the nearest place of the gazetteer:
what is farther than
200 km from any place is in no region, what is farther than 50 km in no town. Both sides are
looked up the same way, so a name that is spelt otherwise in a list is no error. Second-level areas (OSV-5M's
*area*) are not in the local data: there is no such accuracy, and the tables say so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import ArrayLike

from theodolite.evaluate.metrics import error_km
from theodolite.geo import countries
from theodolite.geo.gazetteer import Gazetteer

TOWN_KM, REGION_KM = 50.0, 200.0


@dataclass(frozen=True, slots=True)
class Names:
    """``country``: ISO alpha-2; ``region``: GeoNames code ('IT.16'); ``city``: name and id. '' is nowhere."""

    country: str = ""
    region: str = ""
    city: str = ""


class Borders(Protocol):
    """What is needed of :class:`theodolite.geo.world.World`."""

    def country_of(self, lat: ArrayLike, lon: ArrayLike) -> list[str]: ...


class Naming:
    """Look-ups of single points; without a gazetteer only countries are known."""

    def __init__(self, world: Borders, gazetteer: Gazetteer | None) -> None:
        self._world, self._gazetteer = world, gazetteer

    @property
    def towns(self) -> bool:
        return self._gazetteer is not None

    def of(self, lat: float, lon: float) -> Names:
        (country,) = self._world.country_of(np.array([lat]), np.array([lon]))
        if self._gazetteer is None:
            return Names(country)
        place = self._gazetteer.nearest(lat, lon)
        km = float(error_km([lat], [lon], [place.lat], [place.lon])[0])
        region = place.admin1 if km <= REGION_KM else ""
        return Names(country, region, f"{place.name} {place.id}" if km <= TOWN_KM else "")


def same_country(label: str, code: str) -> bool | None:
    """Whether a country as a list names it is ``code``; None where we do not know the name."""
    known = label if label in countries.codes() else countries.lookup(label)
    return None if known is None else known == code
