"""Which areas lie near which places, and how far: what area sources need at a border.

Computed once per support, so that a new hint about a country or region looks distances up instead of
measuring them, and once per explicit candidate. Beyond 6 standard deviations (Phi = 1e-9) a border
cannot matter and the pair is left out.
"""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import ArrayLike
from scipy.spatial import cKDTree

from theodolite.jobs import Job, Progress
from theodolite.locate.places import Support
from theodolite.locate.sphere import F8, I8, arc, chord, cos_of, cosines, distances, unit

SPREAD = 6.0
# A region's border is half-way to its nearest place, so places twice as far still matter.
ZONE_SPREAD = 2.0 * SPREAD


class Borders(Protocol):
    """What is needed of :class:`theodolite.geo.world.World`."""

    def country_of(self, lat: ArrayLike, lon: ArrayLike) -> list[str]: ...

    def signed_distance_km(
        self, lat: ArrayLike, lon: ArrayLike, country: str, max_km: float = np.inf
    ) -> F8: ...

    def sea_km(self, lat: ArrayLike, lon: ArrayLike) -> F8: ...


Triples = tuple[I8, I8, F8]


def reach_km(sd_km: F8, spread: float = SPREAD) -> F8:
    """How far a border matters to places with these blobs."""
    return np.asarray(spread * np.maximum(sd_km, 1.0), dtype=np.float64)


def triples(parts: list[Triples]) -> Triples:
    """Joined (area, place, km) triples."""
    if not parts:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), np.zeros(0)
    area, place, km = (np.concatenate(column) for column in zip(*parts, strict=True))
    return area.astype(np.int64), place.astype(np.int64), km.astype(np.float64)


def near_by_places(xyz: F8, sd_km: F8, group: I8, groups: int) -> Job[Triples]:
    """(group, place, km): the distance of each place to the nearest place of each other group near it.

    One tree a group; only places within the bounding ball of the group, enlarged by their reach, ask it.
    """
    reach = reach_km(sd_km, ZONE_SPREAD)
    everything = cKDTree(xyz)
    widest = float(reach.max(initial=0.0))
    order = np.argsort(group, kind="stable")
    start = np.searchsorted(group[order], np.arange(groups + 1))
    found: list[Triples] = []
    for number in range(groups):
        members = order[start[number] : start[number + 1]]
        if not len(members):
            continue
        if number % 256 == 0:
            yield Progress("Measuring distances between regions", number, groups)
        centre = xyz[members].mean(axis=0)
        centre /= max(float(np.linalg.norm(centre)), 1e-9)
        radius = float(distances(xyz[members], centre).max())
        around = np.array(
            sorted(everything.query_ball_point(centre, float(chord(radius + widest)))), dtype=np.int64
        )
        around = around[group[around] != number]
        around = around[distances(xyz[around], centre) <= radius + reach[around]]
        if not len(around):
            continue
        limit = float(chord(float(reach[around].max())))
        apart, _ = cKDTree(xyz[members]).query(xyz[around], distance_upper_bound=limit, workers=2)
        km = np.full(len(around), np.inf)
        finite = np.isfinite(apart)
        km[finite] = arc(apart[finite])
        kept = km <= reach[around]
        found.append((np.full(int(kept.sum()), number, dtype=np.int64), around[kept], km[kept]))
    return triples(found)


def near_countries(
    support: Support, lat: float, lon: float, sd_km: float, nearest: I8, world: Borders | None
) -> tuple[int, tuple[I8, F8]]:
    """The country of an explicit candidate, and the distances to other countries that matter to it.

    The nearest place p answers where it can: a country d km from p is at least d - |cp| from the
    candidate. Only where that does not settle it, the borders are asked.
    """
    first = int(nearest[0])
    own = int(support.country[first])
    beside, beside_km = support.country_borders.beside(first)
    if world is None:
        return own, (beside, beside_km)
    limit = float(reach_km(np.array([sd_km]))[0])
    off = float(distances(support.xyz[[first]], unit(lat, lon))[0])
    known = {int(a) for a, km in zip(beside, beside_km, strict=True) if km - off <= limit}
    if float(reach_km(support.sd_km[[first]])[0]) - off <= limit:
        for place in nearest:
            known |= {int(support.country[place])} | set(
                support.country_borders.beside(int(place))[0].tolist()
            )
    if not known - {own}:
        return own, (np.zeros(0, dtype=np.int64), np.zeros(0))
    here = np.array([lat]), np.array([lon])
    found = support.country_index.get(world.country_of(*here)[0], own)
    area, km = [], []
    for number in sorted((known | {own}) - {found}):
        if not support.countries[number]:
            continue
        outside = -float(world.signed_distance_km(*here, support.countries[number], limit)[0])
        if outside <= limit:
            area.append(number)
            km.append(max(outside, 0.0))
    return found, (np.array(area, dtype=np.int64), np.array(km, dtype=np.float64))


def near_zones(support: Support, centre: F8, sd_km: float, zone: int) -> tuple[I8, F8]:
    """Regions other than ``zone`` with a place near ``centre``, and the distance to that place."""
    limit = float(reach_km(np.array([sd_km]), ZONE_SPREAD)[0])
    if limit <= 60.0:
        around = np.array(support.tree.query_ball_point(centre, float(chord(limit))), dtype=np.int64)
    else:
        around = np.flatnonzero(cosines(support.xyz, centre) >= float(cos_of(limit)))
    around = around[support.zone[around] != zone]
    if not len(around):
        return np.zeros(0, dtype=np.int64), np.zeros(0)
    least = np.full(len(support.zone_codes), np.inf)
    np.minimum.at(least, support.zone[around], distances(support.xyz[around], centre))
    area = np.flatnonzero(np.isfinite(least))
    return area, least[area]
