"""Compatibility of places with the sun as measured (posterior.md, band).

With the residuals a (elevation) and b (azimuth) of a place at a sub-solar position and the sd s and t,

    K = exp(-a^2 / (2 v)) s / sqrt(v) * exp(-b^2 / (2 w)) t / sqrt(w),   v = s^2 + (g r)^2, w = t^2 + (h r)^2

is the average over the place's blob of sd r: g = 1 degree of elevation per degree of ground, and h is the
gradient of the azimuth. K is 0 below the horizon. Of several positions the best counts; a position that
holds for one civil time counts for places that have it.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

from theodolite.domain import SunPosition, SunReach
from theodolite.geo import clock, sky
from theodolite.locate.places import Points
from theodolite.locate.sphere import F8, I8, KM_A_DEGREE, cosines, unit

TAIL = 60.0


def values(points: Points, clocks: tuple[str, ...], reach: SunReach) -> F8:
    """K at every one of ``points`` [m]; ``clocks`` are the time zones that ``points.clock`` counts in."""
    best = np.zeros(len(points.xyz))
    if not len(best) or (reach.elevation is None and reach.azimuth is None):
        return best
    blob = points.sd_km / KM_A_DEGREE
    low, high = _range(reach, float(blob.max()))
    groups = _by_clock(points, clocks, reach)
    for at, among in groups:
        sun = unit(at.lat, at.lon)
        xyz = points.xyz if among is None else points.xyz[among]
        cosine = cosines(xyz, sun)
        near = np.flatnonzero((cosine >= low) & (cosine <= high))
        if not len(near):
            continue
        where = near if among is None else among[near]
        value = _value(xyz[near], blob[where], cosine[near], sun, reach)
        best[where] = np.maximum(best[where], value)
    return best


def _range(reach: SunReach, blob: float) -> tuple[float, float]:
    """Sines of true elevation outside which K is below exp(-60)."""
    if reach.elevation is None:
        return float(np.sin(np.radians(-6.0))), 1.0
    far = float(np.sqrt(2.0 * TAIL * (reach.elevation_sd**2 + blob * blob)))
    bottom = max(reach.elevation - far - sky.MOST_REFRACTION, -6.0)
    top = min(reach.elevation + far + 0.01, 90.0)
    return float(np.sin(np.radians(bottom))) - 1e-12, float(np.sin(np.radians(top))) + 1e-12


def _by_clock(
    points: Points, clocks: tuple[str, ...], reach: SunReach
) -> list[tuple[SunPosition, I8 | None]]:
    """Each position with the places it holds for, None for all."""
    own = [at for at in reach.positions if at.offset_minutes is not None]
    found: list[tuple[SunPosition, I8 | None]] = [
        (at, None) for at in reach.positions if at.offset_minutes is None
    ]
    if not own:
        return found
    # No zone changes its offset twice within the hours of one clock reading, so that between two instants
    # at which a zone has the same offset it has no other.
    first, last = min(at.utc for at in own), max(at.utc for at in own)
    early = np.array(clock.offsets_at(clocks, first), dtype=np.int64)
    late = np.array(clock.offsets_at(clocks, last), dtype=np.int64)
    steady = early == late
    restless = tuple(name for name, same in zip(clocks, steady, strict=True) if not same)
    members: dict[int, I8] = {}
    if not restless:
        of_place = early[points.clock]
    for at in own:
        assert at.offset_minutes is not None
        if restless:
            now = early.copy()
            now[~steady] = clock.offsets_at(restless, at.utc)
            chosen = np.flatnonzero((now == at.offset_minutes)[points.clock])
        else:
            if at.offset_minutes not in members:
                members[at.offset_minutes] = np.flatnonzero(of_place == at.offset_minutes)
            chosen = members[at.offset_minutes]
        if len(chosen):
            found.append((at, chosen))
    return found


def _value(xyz: F8, blob: F8, cosine: F8, sun: F8, reach: SunReach) -> F8:
    elevation = sky.apparent_elevation(cosine)
    exponent, scale = np.zeros(len(cosine)), np.ones(len(cosine))
    if reach.elevation is not None:
        variance = reach.elevation_sd**2 + blob * blob
        exponent += (elevation - reach.elevation) ** 2 / (2.0 * variance)
        scale *= reach.elevation_sd / np.sqrt(variance)
    if reach.azimuth is not None:
        east, north = sky.heading(xyz, sun, cosine)
        spread = np.minimum(sky.azimuth_gradient(xyz, east, north, cosine) * blob, 180.0)
        variance = reach.azimuth_sd**2 + spread * spread
        exponent += sky.azimuth_off(east, north, reach.azimuth) ** 2 / (2.0 * variance)
        scale *= reach.azimuth_sd / np.sqrt(variance)
    # The horizon, softened by the sun's disc and the blob: without sun there is no shadow.
    scale *= ndtr(elevation / np.maximum(blob, sky.SUN_RADIUS))
    value = scale * np.exp(-exponent)
    value[exponent > TAIL] = 0.0
    return np.asarray(value, dtype=np.float64)


def kernel_parts(points: Points, clocks: tuple[str, ...], reach: SunReach) -> tuple[I8, NDArray[np.float64]]:
    """The places with K > 0, ascending, and K there."""
    dense = values(points, clocks, reach)
    where = np.flatnonzero(dense)
    return where, dense[where]
