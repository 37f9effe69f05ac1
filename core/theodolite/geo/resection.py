"""Where a camera stood, from mapped points it sees: pairs that line up, or points with measured angles.

Least squares in a local plane (azimuthal equidistant on WGS84): residuals are angles in sd. A pair of points
that line up in the photograph says that their bearings from the camera are equal; a point at a measured
angle says that its bearing is the camera's heading plus that angle. The heading is solved for, or known.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from theodolite.errors import InputError
from theodolite.geo.ellipse import Ellipse, ellipse

F8 = NDArray[np.float64]
#: Points farther from their middle than this are no local plane, km.
WIDEST_KM = 150.0
#: Lines of sight that meet at less than this fix no place, degrees.
PARALLEL = 2.0
#: A camera this close to the circle through its points, as a share of the radius, is on the danger circle.
DANGER = 0.04
#: Cameras are looked for within so many times the extent of the points: from far enough all points line up.
FARTHEST = 6.0
#: Nearer to a point than so many sd of its position its bearing is no worse known than there.
NEAREST_SD = 5.0
#: An ellipse longer than this share of the way to the nearest point bends, and is too small as drawn.
LONG = 0.1
#: So unlikely misfits are named.
UNLIKELY = 0.01
#: A second place that fits this much worse (95 % of chi-squared, two degrees of freedom) is named.
SECOND = 5.99


class Degenerate(InputError):
    """The geometry does not fix a place; the text names why."""

    code = "degenerate-geometry"


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A point found on a map, with the sd of its position in metres."""

    lat: float
    lon: float
    sd_m: float = 5.0
    name: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """Two points that line up in the photograph; ``sd``: degrees by which they may not."""

    near: MapPoint
    far: MapPoint
    sd: float = 0.2


@dataclass(frozen=True, slots=True)
class Sighting:
    """A point at ``angle`` degrees clockwise from the camera's axis, with its sd."""

    point: MapPoint
    angle: float
    sd: float = 0.2


@dataclass(frozen=True, slots=True)
class Resection:
    """Where the camera stood. ``misfit``: sum of squared residuals in sd over ``freedom`` degrees of freedom.

    ``heading`` of its axis and its sd, None when only lines were given. ``notes``: what to be wary of.
    """

    lat: float
    lon: float
    error: Ellipse
    heading: float | None
    heading_sd: float | None
    misfit: float
    freedom: int
    notes: tuple[str, ...] = ()


def resect(
    lines: Sequence[Line] = (),
    sightings: Sequence[Sighting] = (),
    heading: tuple[float, float] | None = None,
) -> Resection:
    """The place that fits best, with its 95 % error ellipse.

    ``heading``: bearing of the camera's axis (true north) with its sd, if known. Needs as many angles as
    unknowns: two lines, or three sightings, or mixtures. Raises InputError for too few, :class:`Degenerate`
    for geometry that fixes no place (parallel lines, danger circle, points in one direction).
    """
    problem = _Problem(tuple(lines), tuple(sightings), heading)
    found = sorted((problem.descend(start) for start in problem.starts()), key=lambda row: row[1])
    found = [row for row in found if np.isfinite(row[1])]
    if not found:
        raise Degenerate("No place was found from which these points are seen so.")
    best, misfit = found[0]
    notes = problem.named(best)
    jacobian = problem.jacobian(best)
    normal = jacobian.T @ jacobian
    scale = np.sqrt(np.maximum(np.diag(normal), 1e-300))
    if np.linalg.cond(normal / np.outer(scale, scale)) > 1e11:
        raise Degenerate(" ".join(notes) or "These measurements do not fix a place.")
    covariance = np.asarray(np.linalg.inv(normal), dtype=np.float64)
    error = ellipse(covariance[:2, :2] / 1e6)
    if error.major_km * 1000.0 > problem.reach(best):
        raise Degenerate(
            " ".join(notes) or "The measurements are too coarse: the error is larger than the distances."
        )
    if sightings and error.major_km * 1000.0 > LONG * problem.nearest(best):
        notes.append("The ellipse is long for these distances: a rough guide, smaller than the truth allows.")
    for other, worse in found[1:]:
        apart = float(np.hypot(*(other[:2] - best[:2])))
        if worse - misfit < SECOND and apart > 3000.0 * error.major_km and apart > 1.0:
            y, x = problem.degrees(other)
            notes.append(f"A second place fits almost as well: {y:.5f}, {x:.5f}.")
            break
    freedom = problem.count - len(best)
    if freedom > 0:
        from scipy.stats import chi2

        if float(chi2.sf(misfit, freedom)) < UNLIKELY:
            notes.append("The measurements do not agree with each other within their tolerances.")
    lat, lon = problem.degrees(best)
    if len(best) == 3:
        turned = math.degrees(best[2] + problem.convergence(best)) % 360.0
        return Resection(
            lat, lon, error, turned, math.degrees(math.sqrt(covariance[2, 2])), misfit, freedom, tuple(notes)
        )
    return Resection(lat, lon, error, None, None, misfit, freedom, tuple(notes))


class _Problem:
    """The measurements in a local plane; an unknown is (east m, north m[, heading rad])."""

    def __init__(
        self, lines: tuple[Line, ...], sightings: tuple[Sighting, ...], heading: tuple[float, float] | None
    ) -> None:
        self.lines, self.sightings, self.known = lines, sightings, heading
        self.count = len(lines) + len(sightings) + (heading is not None and bool(sightings))
        self.unknowns = 3 if sightings else 2
        if self.count < self.unknowns:
            raise InputError(
                "Too few measurements: two pairs of points that line up, or three points with angles "
                "(two with a known heading)."
            )
        points = [p for line in lines for p in (line.near, line.far)] + [s.point for s in sightings]
        for sd in (*(line.sd for line in lines), *(sighting.sd for sighting in sightings)):
            if not (math.isfinite(sd) and sd > 0):
                raise InputError("The sd of an angle is a number of degrees above 0.")
        from pyproj import Proj

        middle = np.mean([_unit(p.lat, p.lon) for p in points], axis=0)
        lat = math.degrees(math.atan2(middle[2], math.hypot(middle[0], middle[1])))
        lon = math.degrees(math.atan2(middle[1], middle[0]))
        self.lat = lat
        self._proj: Any = Proj(proj="aeqd", lat_0=lat, lon_0=lon, ellps="WGS84")
        plane = np.array([self._proj(p.lon, p.lat) for p in points], dtype=np.float64)
        if not np.isfinite(plane).all() or np.hypot(plane[:, 0], plane[:, 1]).max() > 1000 * WIDEST_KM:
            raise InputError(f"The points lie more than {WIDEST_KM:g} km apart.")
        if len(np.unique(plane.round(1), axis=0)) < min(len(points), 3):
            raise Degenerate("Some of the points are the same point.")
        self.plane = plane
        self.spread = float(np.hypot(plane[:, 0], plane[:, 1]).max())
        n = len(lines)
        self.near, self.far, self.seen = plane[0 : 2 * n : 2], plane[1 : 2 * n : 2], plane[2 * n :]
        self.point_sd = np.array([p.sd_m for p in points])

    def degrees(self, at: F8) -> tuple[float, float]:
        lon, lat = self._proj(float(at[0]), float(at[1]), inverse=True)
        return float(lat), float((lon + 180.0) % 360.0 - 180.0)

    def convergence(self, at: F8) -> float:
        """True bearing minus bearing in the plane, radians (first order in the distance)."""
        return float(at[0]) / 6_378_137.0 * math.tan(math.radians(self.lat))

    def residuals(self, at: F8) -> F8:
        """Angles off in sd; the sd of a point's position counts by its distance."""
        here, n = at[:2], len(self.lines)
        rows: list[float] = []
        way = self.plane - here
        far = np.maximum(np.hypot(way[:, 0], way[:, 1]), 1e-3)
        bearing = np.arctan2(way[:, 0], way[:, 1])
        wobble = self.point_sd / np.maximum(far, NEAREST_SD * self.point_sd)
        for i, line in enumerate(self.lines):
            sd = math.sqrt(math.radians(line.sd) ** 2 + wobble[2 * i] ** 2 + wobble[2 * i + 1] ** 2)
            rows.append(_turn(bearing[2 * i] - bearing[2 * i + 1]) / sd)
        for i, one in enumerate(self.sightings):
            sd = math.hypot(math.radians(one.sd), wobble[2 * n + i])
            rows.append(_turn(bearing[2 * n + i] - at[2] - math.radians(one.angle)) / sd)
        if self.known is not None and self.sightings:
            off = _turn(at[2] + self.convergence(at) - math.radians(self.known[0]))
            rows.append(off / math.radians(max(self.known[1], 1e-3)))
        return np.array(rows)

    def jacobian(self, at: F8) -> F8:
        steps = np.array([0.05, 0.05, 1e-6])[: len(at)]
        columns = []
        for i, step in enumerate(steps):
            move = np.zeros(len(at))
            move[i] = step
            columns.append((self.residuals(at + move) - self.residuals(at - move)) / (2 * step))
        return np.stack(columns, axis=1)

    def descend(self, start: F8) -> tuple[F8, float]:
        from scipy.optimize import least_squares

        scale = np.array([self.spread, self.spread, 1.0])[: len(start)]
        limit = np.array([FARTHEST * self.spread, FARTHEST * self.spread, math.inf])[: len(start)]
        try:
            found = least_squares(
                self.residuals, start, x_scale=scale, bounds=(-limit, limit), method="trf", max_nfev=200
            )
        except ValueError:
            return start, math.inf
        return np.asarray(found.x, dtype=np.float64), float(2.0 * found.cost)

    def starts(self) -> list[F8]:
        """Crossings of the lines, and rings of points round the middle; the best dozen."""
        places = [np.array([0.0, 0.0])]
        for i, j in itertools.combinations(range(len(self.lines)), 2):
            crossing = _crossing(self.near[i], self.far[i], self.near[j], self.far[j])
            if crossing is not None:
                places.append(crossing)
        for radius in (0.25, 0.6, 1.0, 1.7, 3.0, 4.5):
            for turn in np.linspace(0, 2 * np.pi, 16, endpoint=False):
                places.append(radius * self.spread * np.array([math.sin(turn), math.cos(turn)]))
        found = []
        for place in places:
            if not self.sightings:
                found.append(place)
                continue
            way = self.seen - place
            bearing = np.arctan2(way[:, 0], way[:, 1]) - np.radians([one.angle for one in self.sightings])
            turned = math.atan2(np.sin(bearing).sum(), np.cos(bearing).sum())
            found.append(np.array([*place, turned]))
        found.sort(key=lambda at: float((self.residuals(at) ** 2).sum()))
        return found[:12]

    def reach(self, at: F8) -> float:
        """Metres to the farthest point."""
        return float(np.hypot(*(self.plane - at[:2]).T).max())

    def nearest(self, at: F8) -> float:
        """Metres to the nearest point."""
        return float(np.hypot(*(self.plane - at[:2]).T).min())

    def named(self, at: F8) -> list[str]:
        """What is wrong with the geometry at a place, in words."""
        notes = []
        way = self.plane - at[:2]
        bearing = np.arctan2(way[:, 0], way[:, 1])
        n = len(self.lines)
        apart = [abs(math.degrees(_half_turn(a - b))) for a, b in itertools.combinations(bearing, 2)]
        if self.lines and not self.sightings:
            apart = [
                abs(math.degrees(_half_turn(bearing[2 * i] - bearing[2 * j])))
                for i, j in itertools.combinations(range(n), 2)
            ]
            if max(apart, default=0.0) < PARALLEL:
                notes.append("The lines of sight are nearly parallel: they do not cross in one place.")
        elif max(apart, default=0.0) < PARALLEL:
            notes.append("All points lie in one direction from the camera.")
        if not self.lines and self.known is None and _on_circle(np.vstack([self.seen, at[None, :2]])):
            notes.append("Camera and points lie on one circle (danger circle): every place on it fits.")
        for i, line in enumerate(self.lines):
            if np.hypot(*way[2 * i]) > np.hypot(*way[2 * i + 1]):
                name = line.near.name or f"the near point of pair {i + 1}"
                notes.append(
                    f"From here {name} is farther than the point behind it: near and far are swapped?"
                )
        return notes


def _on_circle(points: F8) -> bool:
    """Whether all points (the camera last) lie on one circle, within a share of its radius."""
    table = np.column_stack([points[:-1], np.ones(len(points) - 1)])
    square = (points[:-1] ** 2).sum(axis=1)
    solved, _, rank, _ = np.linalg.lstsq(table, square, rcond=None)
    if rank < 3:
        return False
    centre = solved[:2] / 2
    radius = math.sqrt(max(float(solved[2] + centre @ centre), 0.0))
    off = np.abs(np.hypot(*(points - centre).T) - radius)
    return bool(off.max() <= DANGER * radius)


def _crossing(a: F8, b: F8, c: F8, d: F8) -> F8 | None:
    first, second = a - b, c - d
    area = first[0] * second[1] - first[1] * second[0]
    if abs(area) <= 1e-9 * np.hypot(*first) * np.hypot(*second):
        return None
    share = ((c[0] - a[0]) * second[1] - (c[1] - a[1]) * second[0]) / area
    return np.asarray(a + share * first, dtype=np.float64)


def _turn(radians: float) -> float:
    return (radians + math.pi) % (2 * math.pi) - math.pi


def _half_turn(radians: float) -> float:
    """Difference of two directions as lines, without sense."""
    return (radians + math.pi / 2) % math.pi - math.pi / 2


def _unit(lat: float, lon: float) -> F8:
    phi, lam = math.radians(lat), math.radians(lon)
    return np.array([math.cos(phi) * math.cos(lam), math.cos(phi) * math.sin(lam), math.sin(phi)])
