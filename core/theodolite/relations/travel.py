"""How fast one camera would have travelled between two claims of place and time.

A speed is worded, not judged: the claim of either exhibit may be wrong, in place or in time, and a fast
journey may be true.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from theodolite.domain import Exhibit
from theodolite.geo.geodesy import geodesic_km
from theodolite.relations.moments import camera_of, moments
from theodolite.relations.order import duration, groups
from theodolite.relations.relation import Relation

ROAD_KMH = 130.0
AIRLINER_KMH = 1000.0
#: Nearer than this two satellite positions may be one place.
SAME_KM = 0.2


def journeys(exhibits: Sequence[Exhibit]) -> list[Relation]:
    """Each step from one capture of a camera to its next that claims a position."""
    found = []
    for members in groups(exhibits):
        placed = [item for item in members if item.metadata.gps is not None]
        timed = moments(placed, camera_of(members[0]))
        for first, second in pairwise(timed):
            found.append(_step(first.exhibit, second.exhibit, (second.at - first.at).total_seconds()))
    return [one for one in found if one is not None]


def _step(first: Exhibit, second: Exhibit, seconds: float) -> Relation | None:
    start, end = first.metadata.gps, second.metadata.gps
    assert start is not None
    assert end is not None
    km = float(geodesic_km(start.lat, start.lon, end.lat, end.lon))
    names = (first.id, second.id)
    if seconds <= 0.0:
        if km <= SAME_KM:
            return None
        text = (
            f"{first.id} and {second.id} are {distance(km)} apart at the same moment; neither is called false"
        )
        return Relation(
            "travel",
            names,
            text,
            _claims(first, second),
            against=("one camera in two places",),
            conflict=True,
        )
    speed = 3600.0 * km / seconds
    said = f"{first.id} to {second.id} is {distance(km)} in {_exactly(seconds)}, {speed:.0f} km/h"
    if km <= SAME_KM or speed <= ROAD_KMH:
        text = f"{said}: the claims of place and time go together"
        return Relation("travel", names, text, _claims(first, second), ("a speed of everyday travel",))
    words = "faster than an airliner" if speed > AIRLINER_KMH else "fast for a road"
    text = f"{said}; neither is called false"
    return Relation("travel", names, text, _claims(first, second), against=(words,), conflict=True)


def _claims(first: Exhibit, second: Exhibit) -> str:
    rows = []
    for item in (first, second):
        gps = item.metadata.gps
        assert gps is not None
        rows.append(f"{item.id} claims {gps.lat:.6f}, {gps.lon:.6f} at {item.metadata.taken_at}")
    return "; ".join(rows)


def distance(km: float) -> str:
    """'60.5 km', '412 m', '1,204 km'."""
    if km < 1.0:
        return f"{1000 * km:.0f} m"
    return f"{km:.1f} km" if km < 1000.0 else f"{km:,.0f} km"


def _exactly(seconds: float) -> str:
    return duration(timedelta(seconds=round(seconds)))
