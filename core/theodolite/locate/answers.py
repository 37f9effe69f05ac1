"""What is reported of a posterior (posterior.md, Reported, Credible region, Answer level)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from theodolite.domain import AnswerLevel, Disc, Region
from theodolite.locate.listing import Masses, mass_round
from theodolite.locate.places import DISC_SD, DRAWING_EDGES, LIST_KM, Support
from theodolite.locate.posterior import Posterior
from theodolite.locate.sphere import F8, I8, sums

RADII = (1.0, 25.0, 200.0, 750.0)
LEVELS = (0.5, 0.9)
MAX_DISCS = 400
THRESHOLD, THRESHOLD_CALIBRATED = 0.8, 0.5
LEAST_NATS = 0.7
SHOWN_LEAST = 0.001
SHOWN_MOST = 20


def countries(posterior: Posterior) -> tuple[tuple[str, float], ...]:
    """(ISO code, probability), greatest first, at most 20 of at least .001; '' is no country's."""
    codes = posterior.places.support.countries
    return tuple((codes[i], mass) for i, mass in _greatest(posterior.country_mass))


def regions(posterior: Posterior) -> tuple[tuple[str, float], ...]:
    """('Tokyo, Japan', probability), greatest first, at most 20 of at least .001."""
    return tuple((region_name(posterior, i), mass) for i, mass in _greatest(posterior.zone_mass))


def region_name(posterior: Posterior, zone: int) -> str:
    support = posterior.places.support
    country = support.country_names[int(support.zone_country[zone])]
    name = support.zone_names[zone]
    return f"{name}, {country}" if name and country and name != country else name or country


def _greatest(mass: F8) -> list[tuple[int, float]]:
    order = np.lexsort((np.arange(len(mass)), -mass))[:SHOWN_MOST]
    return [(int(i), float(mass[i])) for i in order if mass[i] >= SHOWN_LEAST]


def extent(posterior: Posterior, mass: Masses, lat: float, lon: float) -> tuple[float, float]:
    """(probability, radius_km): the smallest of 1, 25, 200, 750 km with half the mass within 750 km."""
    within = mass_round(posterior.places, mass, lat, lon, RADII)
    for radius, inside in zip(RADII, within, strict=True):
        if 2.0 * inside >= within[-1]:
            return inside, radius
    raise AssertionError("the last radius always holds all of its own mass")


def level(
    posterior: Posterior, mass: Masses, top: tuple[float, float] | None, contradicted: bool, calibrated: bool
) -> AnswerLevel:
    """How much the evidence names; ``top`` is the position of the first candidate."""
    if posterior.information < LEAST_NATS:
        return AnswerLevel.UNKNOWN
    enough = THRESHOLD_CALIBRATED if calibrated else THRESHOLD
    near, far = mass_round(posterior.places, mass, *top, (LIST_KM, 200.0)) if top else (0.0, 0.0)
    if near >= enough and not contradicted:
        return AnswerLevel.POINT
    if far >= enough or float(posterior.zone_mass.max()) >= enough:
        return AnswerLevel.REGION
    if float(posterior.country_mass.max()) >= enough:
        return AnswerLevel.COUNTRY
    return AnswerLevel.UNKNOWN


def credible(posterior: Posterior) -> tuple[Region, ...]:
    """The 50 % and 90 % regions: the places with the greatest P/r^2 (ties by number) that hold them.

    Positive floats order like their bits: the first 17 sort the places into bins, and only the bin where
    the sum reaches q is sorted.
    """
    places, probability = posterior.places, posterior.probability
    density = probability / (places.sd_km * places.sd_km)
    bins = density.view(np.int64) >> 46
    held = np.cumsum(sums(bins, probability, 1 << 17)[::-1])
    found = []
    for q in LEVELS:
        last = (1 << 17) - 1 - min(int(np.searchsorted(held, q)), (1 << 17) - 1)
        inside = bins > last
        edge = np.flatnonzero(bins == last)
        edge = edge[np.lexsort((edge, -density[edge]))]
        so_far = float(probability[inside].sum()) + np.cumsum(probability[edge])
        inside[edge[: int(np.searchsorted(so_far, q)) + 1]] = True
        chosen = np.flatnonzero(inside)
        mass = min(float(probability[chosen].sum()), 1.0)
        found.append(Region(q, mass, _area(posterior, chosen), _discs(posterior, chosen)))
    return tuple(found)


def _area(posterior: Posterior, chosen: I8) -> float:
    """Square kilometres: each place counts for the land it represents, at most for its disc."""
    support = posterior.places.support
    disc = np.pi * (DISC_SD * posterior.places.sd_km[chosen]) ** 2
    land = chosen < len(support)
    disc[land] = np.minimum(disc[land], support.area_km2[chosen[land]])
    return float(disc.sum())


def _discs(posterior: Posterior, chosen: I8) -> tuple[Disc, ...]:
    """Discs of 1.5 r_p; where there are more than 400, a disc for each cell of the finest grid that needs
    no more, large enough for the discs of all its places."""
    places, n = posterior.places, len(posterior.places.support)
    if len(chosen) <= MAX_DISCS:
        return _single(posterior, chosen)
    inside, extra = chosen[chosen < n], chosen[chosen >= n]
    room = MAX_DISCS - len(extra) if len(extra) < MAX_DISCS else 1
    low, high = 0, len(DRAWING_EDGES) - 1
    while low < high:
        middle = (low + high) // 2
        if np.count_nonzero(_held(places.support, middle, inside)) <= room:
            high = middle
        else:
            low = middle + 1
    filled = np.flatnonzero(_held(places.support, low, inside))
    columns = [column[filled].tolist() for column in places.support.covers[low]]
    found = [Disc(*disc) for disc in zip(*columns, strict=True)]
    return (*found, *_single(posterior, extra[:MAX_DISCS]))


def _held(support: Support, number: int, chosen: I8) -> NDArray[np.bool_]:
    """Which cells of drawing grid ``number`` hold any of the places ``chosen``."""
    held = np.zeros(len(support.covers[number][0]), dtype=np.bool_)
    held[support.drawing[number][chosen]] = True
    return held


def _single(posterior: Posterior, chosen: I8) -> tuple[Disc, ...]:
    """One disc for each place."""
    places = posterior.places
    lat, lon = places.positions(chosen)
    radius = DISC_SD * places.sd_km[chosen]
    return tuple(Disc(*disc) for disc in zip(lat.tolist(), lon.tolist(), radius.tolist(), strict=True))
