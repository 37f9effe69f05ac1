"""The candidate list (posterior.md, Reported), exactly, without looking at every pair of places.

Take the place with the most mass within max(r_p, 25 km), represent it by the explicit candidate inside
with the most probability (else the medoid), suppress 25 km, repeat. Masses are integers of 2^-52 held in
float64: their sums stay below 2^53, so they are exact and any order gives the same bits.

The sum over a cell's neighbour cells bounds the mass round each of its places from above. Only cells
whose bound exceeds the best exact mass found are evaluated; bounds are renewed after each suppression.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from theodolite.locate.candidates import Places
from theodolite.locate.places import LIST_KM
from theodolite.locate.sphere import EARTH_KM, F8, I8, all_cosines, arc, chord, cos_of, cosines, sums, unit

UNIT = 2.0**52
# Products up to this size are done by one BLAS thread: threads would wait for a busy machine's cores.
CHUNK = 80_000
# Centres of cells lie below the surface: their cosine with a point may be short by this much.
DEPTH = 1e-5
BLOCK = 1.4 / EARTH_KM
WORTH_BOUNDING = 250_000


@dataclass(frozen=True, slots=True)
class Pick:
    """A listed place: its number, and the mass (of 1) that made it."""

    place: int
    mass: float


@dataclass(frozen=True, eq=False)
class Neighbourhood:
    """Which cells and explicit candidates can lie within reach of which; depends on places, not on mass.

    Pairs: (cell, candidate) for the cells' bounds, (candidate, cell) and (candidate, candidate) for the
    candidates' own.
    """

    reach: F8
    cell_candidate: tuple[I8, I8]
    candidate_cell: tuple[I8, I8]
    candidate_candidate: tuple[I8, I8]


def neighbourhood(places: Places) -> Neighbourhood:
    """Geometry of the list for these places."""
    cells = places.support.cells
    reach = np.maximum(places.sd_km, LIST_KM)
    own = reach[len(places.support) :]
    centre = places.points.xyz
    if not len(own):
        none = (np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64))
        return Neighbourhood(reach, none, none, none)
    candidate = np.repeat(np.arange(len(own)), [len(near) for near in places.cells])
    cell = np.concatenate(places.cells)
    km = arc(np.sqrt(((cells.centre[cell] - centre[candidate]) ** 2).sum(axis=1)))
    inward = km <= 1.001 * (cells.radius_km[cell] + cells.reach_km[cell]) + 1e-3
    outward = km <= 1.001 * (cells.radius_km[cell] + own[candidate]) + 1e-3
    pairs = np.nonzero(all_cosines(centre, centre) >= cos_of(own + 1e-3)[:, None])
    return Neighbourhood(
        reach,
        (cell[inward], candidate[inward]),
        (candidate[outward], cell[outward]),
        (pairs[0].astype(np.int64), pairs[1].astype(np.int64)),
    )


class _Search:
    """The state of one listing: the mass left, bounds on the mass round each cell's places.

    ``upper`` always bounds from above; ``exact`` says where ``best`` has been found and ``bound`` is its
    mass. Numbers m + i stand for the i-th explicit candidate, a cell of its own.
    """

    def __init__(self, places: Places, near: Neighbourhood, mass: Masses, least: float) -> None:
        self.places, self.near = places, near
        self.left = mass.place.copy()
        self.n = len(places.support)
        self.cells = places.support.cells
        self.exact = np.zeros(len(self.cells.radius_km) + len(places.candidates), dtype=bool)
        self.best = np.zeros(len(self.exact), dtype=np.int64)
        self.mass = mass.cell.copy()
        self.upper = self._bounds()
        self.bound = self.upper.copy()
        # Bounds only sink, so what is below the least mass now stays there.
        self.least = least * UNIT
        self.open = np.flatnonzero(self.upper >= self.least)

    def _bounds(self) -> F8:
        cells, m = self.cells, len(self.cells.radius_km)
        upper = np.empty(len(self.exact))
        upper[:m] = np.add.reduceat(self.mass[cells.near], cells.near_start[:-1])
        cell, candidate = self.near.cell_candidate
        if len(cell):
            upper[:m] += sums(cell, self.left[self.n :][candidate], m)
        upper[m:] = self._candidate_bounds()
        return upper

    def _candidate_bounds(self) -> F8:
        c = len(self.places.candidates)
        candidate, cell = self.near.candidate_cell
        first, second = self.near.candidate_candidate
        extra = self.left[self.n :]
        return sums(candidate, self.mass[cell], c) + sums(first, extra[second], c)

    def number_of(self, place: int) -> int:
        """The cell ``place`` lies in, or its own number if it is a candidate."""
        if place < self.n:
            return int(self.cells.of_place[place])
        return len(self.cells.radius_km) + place - self.n

    def round(self, place: int, km: float) -> I8:
        """Places with mass left within ``km`` of ``place``; ``km`` at most the reach of ``place``."""
        _, pool = self._members(self.number_of(place))
        inside: I8 = pool[cosines(self.places.xyz[pool], self.places.xyz[place]) >= float(cos_of(km))]
        return inside

    def _members(self, number: int) -> tuple[I8, I8]:
        """Places of cell or candidate ``number`` with mass left, and all with mass that may be in reach.

        Both ascending.
        """
        cells, m = self.cells, len(self.cells.radius_km)
        if number < m:
            members = np.arange(cells.start[number], cells.start[number + 1])
            cell, candidate = self.near.cell_candidate
            pool, others = cells.pool(number), candidate[cell == number]
        else:
            members = np.array([self.n + number - m])
            candidate, cell = self.near.candidate_cell
            pool = cells.places(np.sort(cell[candidate == number - m]))
            first, second = self.near.candidate_candidate
            others = second[first == number - m]
        if len(others):
            pool = np.concatenate([pool, self.n + np.sort(others)])
        return members[self.left[members] > 0], pool[self.left[pool] > 0]

    def evaluate(self, number: int) -> None:
        """Replace the bound of ``number`` by the greatest exact mass of its places; ties: the first."""
        members, pool = self._members(number)
        members = promising(self.places, self.near.reach, self.left, members, pool)
        found = within(self.places, self.near.reach, self.left, members, pool)
        self.exact[number] = True
        self.bound[number] = 0.0
        if len(found):
            top = int(np.argmax(found))
            self.bound[number], self.best[number] = found[top], members[top]

    def heaviest(self) -> int | None:
        """The number of the cell or candidate whose best place is the heaviest of all; ties: the first
        place. None when no place has the least mass asked for."""
        while len(self.open):
            bound = self.bound[self.open]
            first = int(np.argmax(bound))
            if bound[first] < self.least or bound[first] <= 0.0:
                return None
            number = int(self.open[first])
            if self.exact[number]:
                tied = self.open[bound == bound[first]]
                waiting = tied[~self.exact[tied]]
                if not len(waiting):
                    return int(tied[np.argmin(self.best[tied])])
                number = int(waiting[0])
            self.evaluate(number)
        return None

    def suppress(self, place: int, centre: int) -> None:
        """Take away what lies within 25 km of ``place``, and ``centre``; lower the bounds by it.

        Masses are whole numbers, so what is subtracted leaves exactly what is left.
        """
        cells, m = self.cells, len(self.cells.radius_km)
        gone = np.union1d(self.round(place, LIST_KM), [place, centre])
        lost = self.left[gone]
        self.left[gone] = 0.0
        own = gone < self.n
        changed, slot = np.unique(cells.of_place[gone[own]], return_inverse=True)
        lost_here = sums(slot, lost[own], len(changed))
        self.mass[changed] -= lost_here
        start, seen = cells.seen_by
        touched = [seen[start[b] : start[b + 1]] for b in changed]
        amount = [np.full(len(t), x) for t, x in zip(touched, lost_here, strict=True)]
        cell, candidate = self.near.cell_candidate
        if len(cell):
            extra = np.zeros(len(self.places.candidates))
            extra[gone[~own] - self.n] = lost[~own]
            hit = extra[candidate] > 0
            touched.append(cell[hit])
            amount.append(extra[candidate[hit]])
        if touched:
            where = np.concatenate(touched)
            np.subtract.at(self.upper, where, np.concatenate(amount))
            self.exact[where] = False
            self.bound[where] = self.upper[where]
        self.upper[m:] = self.bound[m:] = self._candidate_bounds()
        self.exact[m:] = False


def promising(places: Places, reach: F8, mass: F8, members: I8, pool: I8) -> I8:
    """Those of ``members`` that may be the heaviest, ascending; the others certainly are not.

    Large cells only: their members are bounded together in blocks of 1.4 km first.
    """
    if len(members) * len(pool) < WORTH_BOUNDING:
        return members
    where, around = places.xyz[members], places.xyz[pool]
    corner = np.floor((where - where.min(axis=0)) / BLOCK).astype(np.int64)
    _, block = np.unique(corner @ np.array([1 << 20, 1 << 10, 1]), return_inverse=True)
    blocks = int(block.max()) + 1
    centre = np.column_stack([sums(block, column, blocks) for column in where.T])
    centre /= np.bincount(block, minlength=blocks)[:, None]
    wide = np.zeros(blocks)
    np.maximum.at(wide, block, np.sqrt(((where - centre[block]) ** 2).sum(axis=1)) + chord(reach[members]))
    # |c - q|^2 for q on the unit sphere; chords obey the triangle inequality.
    apart = (centre * centre).sum(axis=1)[:, None] + 1.0 - 2.0 * (centre @ around.T)
    close = apart <= ((wide + 1e-7) ** 2)[:, None]
    bound = np.einsum("ij,j->i", close.astype(np.float64), mass[pool])
    best = within(places, reach, mass, members[block == np.argmax(bound)], pool).max()
    return np.asarray(members[bound[block] >= best], dtype=np.int64)


def within(places: Places, reach: F8, mass: F8, members: I8, pool: I8) -> F8:
    """Mass of ``pool`` within reach of each of ``members``; exact."""
    found = np.empty(len(members))
    step = max(1, CHUNK // max(1, len(pool)))
    inside, weight, least = places.xyz[pool], mass[pool], cos_of(reach[members])
    for first in range(0, len(members), step):
        some = members[first : first + step]
        near = places.xyz[some] @ inside.T >= least[first : first + step, None]
        found[first : first + step] = np.einsum("ij,j->i", near.astype(np.float64), weight)
    return found


def represent(places: Places, near: I8, left: F8) -> int:
    """Of the places ``near`` (ascending): the explicit candidate with the most mass, else the medoid.

    The medoid is the place with the least mean squared distance: the nearest to the weighted mean.
    """
    explicit = near[near >= len(places.support)]
    if len(explicit):
        return int(explicit[np.argmax(left[explicit])])
    mean = (places.xyz[near] * left[near, None]).sum(axis=0)
    return int(near[np.argmax(cosines(places.xyz[near], mean))])


@dataclass(frozen=True, eq=False)
class Masses:
    """Probabilities as whole numbers of 2^-52, by place and summed by cell."""

    place: F8
    cell: F8


def masses(places: Places, probability: F8) -> Masses:
    """Sums of these stay exact."""
    mass = np.rint(probability * UNIT)
    start = places.support.cells.start
    return Masses(mass, np.add.reduceat(mass[: len(places.support)], start[:-1]))


def listed(places: Places, near: Neighbourhood, mass: Masses, *, limit: int, least: float) -> list[Pick]:
    """At most ``limit`` places, each with at least ``least`` of the mass not yet accounted for."""
    search = _Search(places, near, mass, least)
    found: list[Pick] = []
    while len(found) < limit:
        number = search.heaviest()
        if number is None:
            break
        centre = int(search.best[number])
        place = represent(places, search.round(centre, float(near.reach[centre])), search.left)
        found.append(Pick(place, float(search.bound[number]) / UNIT))
        search.suppress(place, centre)
    return found


def mass_round(
    places: Places, mass: Masses, lat: float, lon: float, radii: tuple[float, ...]
) -> tuple[float, ...]:
    """Probability within each of the ascending ``radii`` (km) of a point.

    Cells that lie wholly inside count as a whole, only those on the rim are looked into.
    """
    here, n, cells = unit(lat, lon), len(places.support), places.support.cells
    x, y, z = cells.columns
    margin = 1.001 * float(cells.radius_km.max()) + 1e-3
    cosine = x * here[0] + y * here[1] + z * here[2]
    near = np.flatnonzero(cosine >= float(cos_of(radii[-1] + margin)) - DEPTH)
    cosine, candidate = cosine[near], np.arange(n, len(places))
    found = []
    for radius in radii:
        least = float(cos_of(radius))
        within = (
            cosine >= float(cos_of(radius - margin)) if radius > margin else np.zeros(len(near), dtype=bool)
        )
        rim = near[(cosine >= float(cos_of(radius + margin)) - DEPTH) & ~within]
        some = np.concatenate([cells.places(rim), candidate])
        inside = cosines(places.xyz[some], here) >= least
        found.append(float(mass.cell[near[within]].sum() + mass.place[some[inside]].sum()) / UNIT)
    return tuple(found)
