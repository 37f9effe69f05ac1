"""Explicit candidates and the places of one question (posterior.md, Explicit candidates).

Every point-like source inserts a candidate that takes half the mass of the places round it, so that a
claim of metres does not have to share its answer with a town. Computed from scratch on the active set:
no order, no history.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count

import numpy as np

from theodolite.domain import AlternativesReach, Pin, PointReach
from theodolite.locate.borders import Borders, near_countries, near_zones
from theodolite.locate.places import LIST_KM, MAX_SD_KM, Points, Relations, Support, quantised
from theodolite.locate.sources import Group, Retrieval
from theodolite.locate.sphere import F8, I8, chord, cosines, sums, unit

MAX_CANDIDATES = 500
LEAST_SD_KM = 0.05
REFERENCE_SD_KM = 0.1
_SERIAL = count()


@dataclass(frozen=True, slots=True)
class Explicit:
    """An explicit candidate: degrees, r_c in km and what it is called.

    ``named``: the label is a name of the place, not only where the claim comes from.
    """

    lat: float
    lon: float
    sd_km: float
    label: str = field(compare=False)
    named: bool = field(default=True, compare=False)


def collect(
    groups: Iterable[Group], retrievals: Iterable[Retrieval], pins: Iterable[Pin]
) -> tuple[Explicit, ...]:
    """The candidates of all point-like sources, one a position (to 1e-5 degrees), in fixed order.

    Where more than 500 are named, pins come first, then points, then readings by share, then references
    by cosine. Of several at one position the most precise stays.
    """
    ranked: list[Named] = [
        (0.0, 0.0, *at(pin.lat, pin.lon), _clipped(pin.radius_km), pin.label, True) for pin in pins
    ]
    for group in groups:
        for part in group.parts:
            reach = part.reach
            if not part.supports or part.implied:
                continue
            if isinstance(reach, PointReach):
                label = part.label or reach.label
                where = at(reach.lat, reach.lon)
                ranked.append((1.0, 0.0, *where, _clipped(reach.sd_km), label, part.named))
            elif isinstance(reach, AlternativesReach):
                ranked += [
                    (2.0, -share, *at(o.lat, o.lon), _clipped(o.sd_km), o.label, True)
                    for share, o in reach.options
                ]
    for retrieval in retrievals:
        sd_km = min(math.hypot(REFERENCE_SD_KM, retrieval.blur_km), MAX_SD_KM)
        ranked += [(3.0, -r.cosine, *at(r.lat, r.lon), sd_km, r.name, False) for r in retrieval.references]
    kept: dict[tuple[float, float], tuple[float, str, bool]] = {}
    for _, _, lat, lon, sd_km, label, named in sorted(ranked):
        known = kept.get((lat, lon))
        if known is None and len(kept) < MAX_CANDIDATES:
            kept[lat, lon] = sd_km, label, named
        elif known is not None and sd_km < known[0]:
            kept[lat, lon] = sd_km, *known[1:]
    return tuple(Explicit(lat, lon, *rest) for (lat, lon), rest in sorted(kept.items()))


# How it ranks when there are too many (least first), position, r_c, label, whether that names the place.
Named = tuple[float, float, float, float, float, str, bool]


def at(lat: float, lon: float) -> tuple[float, float]:
    """Where a candidate is put: to 1e-5 degrees, longitude in [-180, 180)."""
    return round(lat, 5), round((lon + 180.0) % 360.0 - 180.0, 5)


def _clipped(sd_km: float) -> float:
    return min(max(sd_km, LEAST_SD_KM), MAX_SD_KM)


@dataclass(frozen=True, eq=False)
class Claim:
    """What one explicit candidate is to a support: the places it takes mass from, where it lies, and the
    cells that may hold a place within reach of it or that it may be within reach of."""

    taken: I8
    cells: I8
    zone: int
    clock: int
    countries: tuple[I8, F8]
    zones: tuple[I8, F8]


def claim(support: Support, candidate: Explicit, world: Borders | None) -> Claim:
    """N(c): the places within max(1 km, 2 r_c), else the nearest one; country, region and borders near."""
    centre = unit(candidate.lat, candidate.lon)
    within = support.tree.query_ball_point(centre, float(chord(max(1.0, 2.0 * candidate.sd_km))))
    _, nearest = support.tree.query(centre, k=min(16, len(support)))
    nearest = np.atleast_1d(nearest).astype(np.int64)
    taken = np.array(sorted(within) if within else [nearest[0]], dtype=np.int64)
    country, countries = near_countries(
        support, candidate.lat, candidate.lon, candidate.sd_km, nearest, world
    )
    same = nearest[support.country[nearest] == country]
    if not len(same):
        members = np.flatnonzero(support.country == country)
        same = members[[int(np.argmax(cosines(support.xyz[members], centre)))]]
    zone = int(support.zone[same[0]])
    return Claim(
        taken,
        _cells(support, centre, candidate.sd_km),
        zone,
        int(support.clock[same[0]]),
        countries,
        near_zones(support, centre, candidate.sd_km, zone),
    )


def _cells(support: Support, centre: F8, sd_km: float) -> I8:
    cells = support.cells
    span = float(cells.radius_km.max()) + max(float(cells.reach_km.max()), sd_km, LIST_KM) + 1.0
    return np.array(sorted(cells.tree.query_ball_point(centre, float(chord(span)))), dtype=np.int64)


@dataclass(frozen=True, eq=False)
class Places:
    """The places of one question: the n of the support, then c explicit candidates.

    ``pi`` sums to 1; ``q0`` = rint(2^20 log pi). ``cells``: those near each candidate. ``serial``
    names this value among all made by the process: a short key for what is remembered of it.
    """

    support: Support
    candidates: tuple[Explicit, ...]
    cells: tuple[I8, ...]
    points: Points
    xyz: F8
    sd_km: F8
    zone: I8
    pi: F8
    q0: I8
    serial: int

    def __len__(self) -> int:
        return len(self.pi)

    @cached_property
    def zone_pi(self) -> F8:
        """Prior mass of each zone [z]."""
        return sums(self.zone, self.pi, len(self.support.zone_codes))

    def countries(self, zone_mass: F8) -> F8:
        """Sums over the zones of each country."""
        s = self.support
        return sums(s.zone_country, zone_mass, len(s.countries))

    def positions(self, places: I8) -> tuple[F8, F8]:
        """Degrees of ``places`` [k]."""
        n, s = len(self.support), self.support
        lat, lon = np.empty(len(places)), np.empty(len(places))
        own = places < n
        lat[own], lon[own] = s.lat[places[own]], s.lon[places[own]]
        lat[~own] = [self.candidates[p - n].lat for p in places[~own]]
        lon[~own] = [self.candidates[p - n].lon for p in places[~own]]
        return lat, lon

    def position(self, place: int) -> tuple[float, float]:
        """Degrees of one place."""
        lat, lon = self.positions(np.array([place]))
        return float(lat[0]), float(lon[0])


def insert(
    support: Support, prior: str, candidates: tuple[Explicit, ...], claims: tuple[Claim, ...]
) -> Places:
    """The half-mass rule: a place with k >= 1 claims gives half its mass, split equally over them."""
    n, c = len(support), len(candidates)
    base, q_base = support.prior(prior)
    every = np.concatenate([np.zeros(0, dtype=np.int64), *(one.taken for one in claims)])
    taken, claimed = np.unique(every, return_counts=True)
    pi, q0 = np.empty(n + c), np.empty(n + c, dtype=np.int64)
    pi[:n], q0[:n] = base, q_base
    pi[taken] /= 2.0
    given = pi[taken] / claimed
    for number, one in enumerate(claims):
        pi[n + number] = given[np.searchsorted(taken, one.taken)].sum()
    q0[taken], q0[n:] = quantised(np.log(pi[taken])), quantised(np.log(pi[n:]))
    sd = np.array([candidate.sd_km for candidate in candidates], dtype=np.float64)
    lat = np.array([candidate.lat for candidate in candidates], dtype=np.float64)
    lon = np.array([candidate.lon for candidate in candidates], dtype=np.float64)
    zone = np.array([one.zone for one in claims], dtype=np.int64)
    points = Points(
        unit(lat, lon),
        sd,
        zone,
        _relations([one.countries for one in claims], len(support.countries)),
        _relations([one.zones for one in claims], len(support.zone_codes)),
        np.array([one.clock for one in claims], dtype=np.int64),
    )
    return Places(
        support,
        candidates,
        tuple(one.cells for one in claims),
        points,
        np.concatenate([support.xyz, points.xyz]),
        np.concatenate([support.sd_km, sd]),
        np.concatenate([support.zone, zone]),
        pi,
        q0,
        next(_SERIAL),
    )


def _relations(near: list[tuple[I8, F8]], areas: int) -> Relations:
    number = np.concatenate([np.zeros(0, dtype=np.int64), *(a for a, _ in near)])
    km = np.concatenate([np.zeros(0), *(d for _, d in near)])
    place = np.repeat(np.arange(len(near)), [len(a) for a, _ in near]).astype(np.int64)
    return Relations.make(number, place, km, areas, len(near))
