"""Administrative areas from what is on this machine: country borders and the regions of known places.

The country of a point is that of the border map (land, and the sea up to 30 km from a coast). Its region is
the first-level region of the nearest place of the gazetteer, where that place is in the same country: so the
border between two regions runs midway between their places, not where the law draws it. Without the
gazetteer an area is a country. Second-level areas are not known here.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
from numpy.typing import ArrayLike

from theodolite.cells import s2
from theodolite.cells.partition import I8
from theodolite.geo.gazetteer import Gazetteer
from theodolite.geo.world import World


class Areas:
    """Numbers of areas by coordinate; the same number always means the same area."""

    def __init__(self, gazetteer: Path | None) -> None:
        self._world = World.load()
        self._gazetteer = None if gazetteer is None else Gazetteer(gazetteer)

    def of(self, lat: ArrayLike, lon: ArrayLike) -> tuple[I8, I8]:
        """(region [n], country [n]) of each point; 0 where no country is.

        Raises InputError as :func:`theodolite.cells.s2.checked`.
        """
        lat, lon = s2.checked(lat, lon)
        country = np.array(self._world.country_of(lat, lon), dtype=np.str_)
        region = country
        if self._gazetteer is not None and len(lat):
            places = self._gazetteer.all_places()
            rows = self._gazetteer.nearest_rows(lat, lon)
            of_place = places.admin1[rows]
            same = (places.country[rows] == country) & (of_place != "")
            region = np.where(same, of_place, country)
        return _numbers(region), _numbers(country)


def _numbers(codes: np.ndarray[tuple[int, ...], np.dtype[np.str_]]) -> I8:
    known, where = np.unique(codes, return_inverse=True)
    return np.array([_number(code) for code in known.tolist()], dtype=np.int64)[where.ravel()]


def _number(code: str) -> int:
    """63 bits of the code's hash, 0 for none: the same on every machine and with any gazetteer."""
    return int.from_bytes(hashlib.sha256(code.encode()).digest()[:8], "big") >> 1 if code else 0
