"""Compatibility K(p) in [0, 1] of what a source says with each place (posterior.md, Compatibility by reach).

Most sources say one thing per country or region and something finer in a few places only. A
:class:`Kernel` keeps exactly that: a value per zone, and the places that differ. It is a compressed
vector, not an approximation.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

from theodolite.domain import AreaReach, ElevationReach, GradedReach, PointReach, SunReach
from theodolite.locate import band, said
from theodolite.locate.elevation import NEEDED, Span
from theodolite.locate.places import Points, Relations, Support
from theodolite.locate.said import Said
from theodolite.locate.sphere import F8, I8, chord, cosines, distances, unit

# exp(-60) = 9e-27 is far below what 2^-20 of a log-likelihood can show even at Z = 1e-15.
TAIL = 60.0
# Reaches that are one statement about places, not a choice of several or a link between exhibits.
Simple = PointReach | AreaReach | GradedReach | SunReach | Said
_NOWHERE = np.zeros(0, dtype=np.int64)
_NOTHING = np.zeros(0, dtype=np.float64)


@dataclass(frozen=True, eq=False)
class Kernel:
    """K(p) = ``table[zone of p]``, except ``value`` at the places ``where`` (ascending, distinct).

    ``lacking``: what has to be installed before anything can be said; then all is 0.
    """

    table: F8
    where: I8
    value: F8
    lacking: str = ""

    @cached_property
    def sparse(self) -> bool:
        """Whether all of ``table`` is 0."""
        return not self.table.any()

    def dense(self, zone: I8) -> F8:
        """All values, for places in ``zone`` [m]."""
        full = self.table[zone]
        full[self.where] = self.value
        return full

    def at(self, places: I8, zone: I8) -> F8:
        """Values at ``places``, whose zones are ``zone``."""
        full = self.table[zone]
        if len(self.where):
            position = np.minimum(np.searchsorted(self.where, places), len(self.where) - 1)
            hit = self.where[position] == places
            full[hit] = self.value[position[hit]]
        return full

    def negated(self) -> Kernel:
        if self.lacking:
            return self
        return Kernel(1.0 - self.table, self.where, 1.0 - self.value)


def gaussian(km: F8, point_sd: float, blob_sd: F8) -> F8:
    """(s^2/v) exp(-d^2/(2v)) with v = s^2 + r^2: a Gaussian averaged over the place's blob."""
    variance = point_sd * point_sd + blob_sd * blob_sd
    return (point_sd * point_sd / variance) * np.exp(-(km * km) / (2.0 * variance))


def point(support: Support, points: Points, reach: PointReach) -> Kernel:
    """K of a point with standard deviation; 0 beyond eleven standard deviations of point and blob."""
    centre = _position(reach.lat, reach.lon)
    span = points.sd_km.max(initial=0.0)
    farthest = np.sqrt(2.0 * TAIL * (reach.sd_km**2 + span**2))
    least = 1.0 - float(chord(farthest)) ** 2 / 2.0 - 1e-12
    near = np.flatnonzero(cosines(points.xyz, centre) >= least)
    km, blob = distances(points.xyz[near], centre), points.sd_km[near]
    kept = km * km <= 2.0 * TAIL * (reach.sd_km**2 + blob * blob)
    near = near[kept]
    value = gaussian(km[kept], reach.sd_km, blob[kept])
    return Kernel(np.zeros(len(support.zone_codes)), near, value)


@lru_cache(maxsize=4096)
def _position(lat: float, lon: float) -> F8:
    return unit(lat, lon)


def at_candidates(support: Support, points: Points, reach: Simple, span: Span | None = None) -> F8:
    """All values on a few points; the same numbers as :func:`evaluate`."""
    if isinstance(reach, SunReach):
        return band.values(points, support.clocks, reach)
    if isinstance(reach, Said):
        return said.values(points, reach, span)
    if not isinstance(reach, PointReach):
        return evaluate(support, points, reach).dense(points.zone)
    km, blob = distances(points.xyz, _position(reach.lat, reach.lon)), points.sd_km
    value = gaussian(km, reach.sd_km, blob)
    value[km * km > 2.0 * TAIL * (reach.sd_km**2 + blob * blob)] = 0.0
    return value


def graded(support: Support, reach: GradedReach) -> Kernel:
    """P(observation | country of p) divided by its maximum over the countries of the support."""
    weight = np.zeros(len(support.countries))
    for code, value in reach.weights:
        number = support.country_index.get(code)
        if number is not None and value > 0:
            weight[number] = value
    top = weight.max(initial=0.0)
    if top > 0:
        weight = weight / top
    return Kernel(weight[support.zone_country], _NOWHERE, _NOTHING)


def inside_zones(support: Support, reach: AreaReach) -> NDArray[np.bool_]:
    """Which zones lie in the area [z], negation aside."""
    if reach.scope == "country":
        wanted = np.zeros(len(support.countries), dtype=bool)
        wanted[[support.country_index[c] for c in reach.codes if c in support.country_index]] = True
        return wanted[support.zone_country]
    wanted = np.zeros(len(support.zone_codes), dtype=bool)
    wanted[[support.zone_index[c] for c in reach.codes if c in support.zone_index]] = True
    return wanted


def area(support: Support, points: Points, reach: AreaReach) -> Kernel:
    """K = Phi(signed distance to the border / max(r_p, 1 km)); negated: 1 - K.

    A country's border is its border with other countries: a coast separates no one, so a place by the
    sea loses nothing. Inside, the signed distance is the distance to the nearest other country, outside
    minus the distance to this one. First-level regions have no polygons here: their border is taken
    half-way between the nearest places on either side, so the signed distance is half of that to the
    nearest place of another region, or minus half of that to the nearest place of this one.
    """
    inside = inside_zones(support, reach)
    if reach.scope == "country":
        borders, factor = points.country_borders, 1.0
        chosen = [support.country_index[c] for c in reach.codes if c in support.country_index]
    else:
        borders, factor = points.zone_borders, 0.5
        chosen = [support.zone_index[c] for c in reach.codes if c in support.zone_index]
    within = inside[points.zone]
    outer, outer_km = _outside(borders, chosen, within)
    inner, inner_km = _inside(borders, chosen, within)
    where = np.concatenate([outer, inner])
    signed = factor * np.concatenate([-outer_km, inner_km])
    value = ndtr(signed / np.maximum(points.sd_km[where], 1.0))
    order = np.argsort(where, kind="stable")
    kernel = Kernel(inside.astype(np.float64), where[order], value[order])
    return kernel.negated() if reach.negated else kernel


def _outside(borders: Relations, chosen: list[int], within: NDArray[np.bool_]) -> tuple[I8, F8]:
    """Places outside the area but near it, and their distance to it."""
    if not chosen:
        return _NOWHERE, _NOTHING
    pairs = [borders.of(number) for number in sorted(set(chosen))]
    place, km = np.concatenate([p for p, _ in pairs]), np.concatenate([d for _, d in pairs])
    kept = ~within[place]
    return _least(place[kept], km[kept]) if len(pairs) > 1 else (place[kept], km[kept])


def _inside(borders: Relations, chosen: list[int], within: NDArray[np.bool_]) -> tuple[I8, F8]:
    """Places in the area but near others, and their distance to the nearest other."""
    if len(set(chosen)) == 1:
        place = borders.bordering[within[borders.bordering]]
        return place, borders.nearest[place]
    other = np.ones(len(borders.start) - 1, dtype=bool)
    other[chosen] = False
    kept = within[borders.place] & other[borders.area]
    return _least(borders.place[kept], borders.km[kept])


def _least(place: I8, km: F8) -> tuple[I8, F8]:
    """Each place once with its least distance."""
    order = np.lexsort((km, place))
    place, km = place[order], km[order]
    first = np.ones(len(place), dtype=bool)
    first[1:] = place[1:] != place[:-1]
    return place[first], km[first]


def evaluate(support: Support, points: Points, reach: Simple, span: Span | None = None) -> Kernel:
    """K of a simple reach on ``points``. Several readings of one thing are combined by the posterior.

    ``span``: the heights round the points; None where the elevation pack is not installed.
    """
    match reach:
        case PointReach():
            return point(support, points, reach)
        case AreaReach():
            return area(support, points, reach)
        case GradedReach():
            return graded(support, reach)
        case SunReach():
            where, value = band.kernel_parts(points, support.clocks, reach)
            return Kernel(np.zeros(len(support.zone_codes)), where, value)
        case _:
            dense = said.values(points, reach, span)
            where = np.flatnonzero(dense)
            lacking = NEEDED if isinstance(reach, ElevationReach) and span is None else ""
            return Kernel(np.zeros(len(support.zone_codes)), where, dense[where], lacking)


def product(first: Kernel, second: Kernel, zone: I8) -> Kernel:
    """K of both together, as if each were known given the other."""
    where = np.union1d(first.where, second.where)
    there = zone[where]
    return Kernel(first.table * second.table, where, first.at(where, there) * second.at(where, there))
