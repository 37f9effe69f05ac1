"""Meta: the place of an image as structured fields, as far as local data fill them.

Country and continent come from borders, region and city from the gazetteer (:mod:`mp16_places`). No local
data hold the county, and nothing here looks at what kind of scene an image shows: both are null, the scene
unless the table has a column of that name.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from theodolite.evaluate.mggeo.rows import Row
from theodolite.evaluate.mp16_places import Places
from theodolite.geo.world import World

#: Digits after the point of a degree: 4 is a step of 11 m, so what is written is at most 8 m off.
DECIMALS = 4
FIELDS = ("continent", "country", "region", "county", "city", "scene")
_METRES_PER_DEGREE = 111_320.0


def places(rows: Sequence[Row], named: Places, world: World, decimals: int) -> list[dict[str, Any]]:
    """The place of each row, in order."""
    if not rows:
        return []
    lat, lon = (np.array([getattr(row, axis) for row in rows]) for axis in ("lat", "lon"))
    found, codes = named.of(lat, lon), world.country_of(lat, lon)
    return [
        {
            "continent": found["continent"][number],
            "country": found["country"][number],
            "country_code": codes[number] or None,
            "region": found["state"][number],
            "county": found["county"][number],
            "city": found["city"][number],
            "scene": row.scene,
            "lat": round(row.lat, decimals),
            "lon": round(row.lon, decimals),
            "decimals": decimals,
            "rounding_m": rounding_m(decimals),
        }
        for number, row in enumerate(rows)
    ]


def rounding_m(decimals: int) -> float:
    """How far rounding can move a point at most, metres, rounded up to a tenth: half a step each way."""
    return math.ceil(10 * math.hypot(0.5, 0.5) * _METRES_PER_DEGREE * 10.0**-decimals) / 10
