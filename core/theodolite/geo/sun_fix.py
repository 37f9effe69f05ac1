"""Shadows at two times (or one with its direction) meet in a few places: these, with their uncertainty."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from theodolite.domain import SunPosition
from theodolite.errors import InputError
from theodolite.geo import clock, sky, spa
from theodolite.geo.clock import Moment
from theodolite.geo.ellipse import Ellipse, ellipse
from theodolite.geo.geodesy import distance_km, from_xyz, to_xyz
from theodolite.geo.shadow import HALF_95, SunObservation

F8 = NDArray[np.float64]
#: Starting points lie this far apart, degrees.
GRID = 4.0
#: Two fits closer than this are one, km.
SAME_KM = 20.0
#: Bands that meet at less than this angle, degrees, graze: planted places then lie outside their ellipse
#: in 10 to 30 of 100 cases instead of 5.
GRAZING = 20.0


@dataclass(frozen=True, slots=True)
class SunFix:
    """A place that fits all observations. ``misfit``: sum of squared residuals in sd.

    ``crossing``: angle in degrees at which the bands meet (the two that cross best). Below GRAZING the
    ellipse, which treats the bands as straight, is too small: the bands themselves say more.
    ``offset_minutes``: the clock's offset it holds for, where the clock's zone was not given.
    """

    lat: float
    lon: float
    error: Ellipse
    misfit: float
    crossing: float
    offset_minutes: int | None = None

    @property
    def grazing(self) -> bool:
        return self.crossing < GRAZING


def intersect(observed: Sequence[tuple[SunObservation, Moment]]) -> tuple[SunFix, ...]:
    """The places where the 95 % bands of several observations of one place meet, best fit first.

    All clocks are one clock: with its zone unknown, or that of the place, each offset gives its own places
    (for the place's zone those whose sun agrees with the offset within 3.5 hours). The time's tolerance
    widens the sd by the way the sun moves. Raises InputError when fewer than two angles were measured.
    """
    if sum(one.measured for one, _ in observed) < 2:
        raise InputError(
            "One angle of the sun is a band; a place needs two, at two times or with a direction."
        )
    zones = {moment.zone for _, moment in observed}
    free = zones & {"place", "unknown"}
    if free and len(zones) > 1:
        raise InputError("All times have to be in one zone, or each in a zone that is known.")
    choices: tuple[int | None, ...] = (None,)
    if free:
        common = set.intersection(*(set(clock.offsets(moment)) for _, moment in observed))
        choices = tuple(sorted(common))
    found: list[SunFix] = []
    for offset in choices:
        at = [_position(moment, offset) for _, moment in observed]
        for fix in _solve(observed, at, offset):
            if "place" in zones and offset is not None and not _plausible(fix.lon, offset):
                continue
            found.append(fix)
    return tuple(sorted(found, key=lambda fix: (round(fix.misfit, 3), fix.offset_minutes or 0, fix.lat)))


def _plausible(lon: float, offset: int) -> bool:
    hours = ((offset / 4.0 - lon + 180.0) % 360.0 - 180.0) / 15.0
    return -2.0 <= hours <= 3.5


def _position(moment: Moment, offset: int | None) -> SunPosition:
    minutes = clock.offsets(moment)[0] if offset is None else offset
    at = clock.instant(moment, minutes)
    lat, lon = spa.subsolar(spa.seconds([at]))
    return SunPosition(at.strftime("%Y-%m-%dT%H:%M:%SZ"), float(lat[0]), float(lon[0]), offset)


def _solve(
    observed: Sequence[tuple[SunObservation, Moment]], at: Sequence[SunPosition], offset: int | None
) -> list[SunFix]:
    """Gauss-Newton from the best points of a grid; what ends beyond the 95 % of any angle is dropped."""
    lat = np.arange(-88.0, 88.1, GRID)
    points = np.array(
        [(y, x) for y in lat for x in np.arange(-180.0, 180.0, GRID / max(0.1, math.cos(math.radians(y))))]
    )
    xyz = to_xyz(points[:, 0], points[:, 1])
    rough, _ = _residuals(observed, at, xyz)
    worth = np.sum(rough**2, axis=0)
    starts = xyz[np.argsort(worth, kind="stable")[:60]]
    fixes: list[SunFix] = []
    for start in starts:
        end, covariance, misfit, ok = _descend(observed, at, start)
        if not ok:
            continue
        y, x = (float(v) for v in from_xyz(end))
        if any(float(distance_km(y, x, f.lat, f.lon)) < SAME_KM for f in fixes):
            continue
        fixes.append(SunFix(y, x, ellipse(covariance), misfit, _crossing(observed, at, end), offset))
    return fixes


def _residuals(
    observed: Sequence[tuple[SunObservation, Moment]], at: Sequence[SunPosition], xyz: F8
) -> tuple[F8, F8]:
    """Residuals in sd of every measured angle at places [n, 3]: [angles, n]; and elevations [suns, n]."""
    rows, ups = [], []
    for (one, moment), where in zip(observed, at, strict=True):
        sun = to_xyz(where.lat, where.lon)
        cosine = np.asarray(np.einsum("ij,j->i", xyz, sun), dtype=np.float64)
        elevation = sky.apparent_elevation(cosine)
        azimuth = sky.azimuth(xyz, sun, cosine)
        ups.append(elevation)
        minutes = moment.tolerance_minutes / HALF_95
        later = to_xyz(where.lat, where.lon - 0.25)
        after = np.asarray(np.einsum("ij,j->i", xyz, later), dtype=np.float64)
        if one.elevation is not None:
            drift = (sky.apparent_elevation(after) - elevation) * minutes
            rows.append((elevation - one.elevation) / np.hypot(one.elevation_sd, drift))
        if one.azimuth is not None:
            drift = sky.turn(sky.azimuth(xyz, later, after) - azimuth) * minutes
            rows.append(sky.turn(azimuth - one.azimuth) / np.hypot(one.azimuth_sd, drift))
    return np.array(rows), np.array(ups)


def _descend(
    observed: Sequence[tuple[SunObservation, Moment]], at: Sequence[SunPosition], start: F8
) -> tuple[F8, F8, float, bool]:
    """The nearest best fit, its covariance (east, north; km^2), its misfit, and whether it is one."""
    here, step_km = start, 0.5
    damping = 1e-3
    value = _squares(observed, at, here)
    covariance: F8 = np.eye(2)
    for _ in range(60):
        jacobian, residual = _jacobian(observed, at, here, step_km)
        normal = jacobian.T @ jacobian
        try:
            move = -np.linalg.solve(
                normal + damping * np.diag(np.diag(normal) + 1e-12), jacobian.T @ residual
            )
        except np.linalg.LinAlgError:
            return here, covariance, value, False
        length = float(np.hypot(*move))
        move = move * min(1.0, 1500.0 / max(length, 1e-9))
        trial = _moved(here, np.asarray(move, dtype=np.float64))
        after = _squares(observed, at, trial)
        if after <= value:
            here, value, damping = trial, after, max(damping / 5.0, 1e-9)
            if length < 1e-3:
                break
        else:
            damping *= 8.0
            if damping > 1e9:
                break
    jacobian, residual = _jacobian(observed, at, here, step_km)
    normal = jacobian.T @ jacobian
    _, up = _residuals(observed, at, here[None, :])
    good = bool(
        np.linalg.cond(normal) < 1e10 and np.abs(residual).max() <= HALF_95 * 1.2 and up.min() >= -0.13
    )
    if good:
        covariance = np.asarray(np.linalg.inv(normal), dtype=np.float64)
    return here, covariance, value, good


def _crossing(
    observed: Sequence[tuple[SunObservation, Moment]], at: Sequence[SunPosition], here: F8
) -> float:
    jacobian, _ = _jacobian(observed, at, here, 0.5)
    unit = jacobian / np.maximum(np.linalg.norm(jacobian, axis=1), 1e-12)[:, None]
    sines = np.abs(unit[:, None, 0] * unit[None, :, 1] - unit[:, None, 1] * unit[None, :, 0])
    return math.degrees(math.asin(min(1.0, float(sines.max()))))


def _squares(observed: Sequence[tuple[SunObservation, Moment]], at: Sequence[SunPosition], here: F8) -> float:
    residual, _ = _residuals(observed, at, here[None, :])
    return float((residual**2).sum())


def _jacobian(
    observed: Sequence[tuple[SunObservation, Moment]], at: Sequence[SunPosition], here: F8, step_km: float
) -> tuple[F8, F8]:
    """Change of the residuals per km east and north [angles, 2], and the residuals [angles]."""
    moves = [(step_km, 0.0), (-step_km, 0.0), (0.0, step_km), (0.0, -step_km)]
    around = np.stack([_moved(here, np.array(move)) for move in moves] + [here])
    residual, _ = _residuals(observed, at, around)
    columns = [(residual[:, 0] - residual[:, 1]), (residual[:, 2] - residual[:, 3])]
    return np.stack(columns, axis=1) / (2.0 * step_km), residual[:, 4]


def _moved(here: F8, km: F8) -> F8:
    """The point ``km`` (east, north) away along the great circle."""
    east = np.array([-here[1], here[0], 0.0])
    east = east / max(float(np.linalg.norm(east)), 1e-12)
    north = np.cross(here, east)
    way = (east * km[0] + north * km[1]) / 6371.0088
    arc = float(np.linalg.norm(way))
    if arc < 1e-15:
        return here
    return np.asarray(here * math.cos(arc) + way / arc * math.sin(arc), dtype=np.float64)
