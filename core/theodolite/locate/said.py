"""Compatibility of places with what only a person says of them: a direction, a way, the sea, heights,
latitudes (posterior.md, Compatibility by reach).

Bands, K = exp(-resid^2 / (2 v)) with the residual taken over the blob of the place: directions, ways and
heights. Areas, K = Phi(signed distance / max(r_p, 1 km)): coasts and latitudes.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

from theodolite.domain import BearingReach, BetweenReach, CoastReach, ElevationReach, LatitudeReach
from theodolite.locate.elevation import Span
from theodolite.locate.places import Points
from theodolite.locate.sphere import EARTH_KM, F8, KM_A_DEGREE, arc, cos_of, cosines, distances, unit

Said = BearingReach | BetweenReach | CoastReach | ElevationReach | LatitudeReach
#: exp(-60) is far below what 2^-20 of a log-likelihood can show even at Z = 1e-15.
TAIL = 60.0
#: Standard deviations: Phi(-11) is below exp(-60).
FAR = 11.0
#: "Between A and B" is off by one standard deviation where the detour is a tenth of the way from A to B.
DETOUR_SHARE = 0.1
#: Latitudes are open at a pole.
POLE = 90.0


def values(points: Points, reach: Said, span: Span | None) -> F8:
    """K at every one of ``points`` [m]; heights need their ``span``, without it nothing fits."""
    match reach:
        case BearingReach():
            return bearing(points, reach)
        case BetweenReach():
            return between(points, reach)
        case ElevationReach():
            return np.zeros(len(points.xyz)) if span is None else elevation(span, reach)
        case CoastReach() | LatitudeReach():
            signed = _coast(points, reach) if isinstance(reach, CoastReach) else _latitude(points, reach)
            return _area(signed, points.sd_km)


def inside(points: Points, reach: Said, span: Span | None) -> NDArray[np.bool_] | None:
    """Which places lie in what is said, by themselves; None where that has no border, or is not known."""
    match reach:
        case CoastReach():
            return _coast(points, reach) >= 0.0
        case LatitudeReach():
            return _latitude(points, reach) >= 0.0
        case ElevationReach() if span is not None:
            low = -np.inf if reach.low is None else reach.low
            high = np.inf if reach.high is None else reach.high
            return (span.here >= low) & (span.here <= high)
        case _:
            return None


def bearing(points: Points, reach: BearingReach) -> F8:
    """The direction in which the great circle to a place starts, against the azimuth said.

    K = exp(-a^2 / (2 v)) s / sqrt(v) with v = s^2 + b^2: s the sd in degrees, b the angle under which the
    blob is seen, at most 180. A place at the point itself is seen in every direction.
    """
    lat, lon = np.radians(reach.lat), np.radians(reach.lon)
    east = np.array([-np.sin(lon), np.cos(lon), 0.0])
    north = np.array([-np.sin(lat) * np.cos(lon), -np.sin(lat) * np.sin(lon), np.cos(lat)])
    azimuth = np.radians(reach.azimuth)
    ahead = np.cos(azimuth) * north + np.sin(azimuth) * east
    aside = np.cos(azimuth) * east - np.sin(azimuth) * north
    forward, sideways = cosines(points.xyz, ahead), cosines(points.xyz, aside)
    sine = np.sqrt(forward * forward + sideways * sideways)  # of the angle between point and place
    blob = np.minimum(np.degrees(points.sd_km / np.maximum(EARTH_KM * sine, 1e-9)), 180.0)
    variance = reach.sd_degrees**2 + blob * blob
    return _band(np.degrees(np.arctan2(sideways, forward)), variance, reach.sd_degrees)


def between(points: Points, reach: BetweenReach) -> F8:
    """The detour d1 + d2 - d12 that a place is on the way from one point to the other.

    K = exp(-x^2 / (2 v)) t / sqrt(v) with v = t^2 + (g r_p)^2 and t^2 = (d12 / 10)^2 + s1^2 + s2^2, s the
    sd of the points; g, from 0 on the way to 2 beyond its ends, is how fast the detour changes over ground.
    """
    first, second = (unit(at.lat, at.lon) for at in (reach.first, reach.second))
    way = float(distances(first[None, :], second)[0])
    tolerance = float(np.sqrt((DETOUR_SHARE * way) ** 2 + reach.first.sd_km**2 + reach.second.sd_km**2))
    tolerance = max(tolerance, 1.0)
    widest = float(np.hypot(tolerance, 2.0 * points.sd_km.max(initial=0.0)))
    least = float(cos_of(way + np.sqrt(2.0 * TAIL) * widest)) - 1e-12
    cos_one, cos_two = cosines(points.xyz, first), cosines(points.xyz, second)
    near = np.flatnonzero((cos_one >= least) & (cos_two >= least))
    blob, cos_one, cos_two = points.sd_km[near], cos_one[near], cos_two[near]
    detour = np.maximum(_km(cos_one) + _km(cos_two) - way, 0.0)
    sines = np.sqrt(np.maximum((1.0 - cos_one**2) * (1.0 - cos_two**2), 1e-18))
    # Cosine of the angle at the place between the two points; -1 on the way.
    turn = np.clip((float(first @ second) - cos_one * cos_two) / sines, -1.0, 1.0)
    variance = tolerance**2 + 2.0 * (1.0 + turn) * blob**2
    found = np.zeros(len(points.xyz))
    found[near] = _band(detour, variance, tolerance)
    return found


def elevation(span: Span, reach: ElevationReach) -> F8:
    """How far the ground round a place, from its lowest to its highest, is from the heights said."""
    off = np.zeros(len(span.here))
    if reach.low is not None:
        off = np.maximum(off, reach.low - span.highest)
    if reach.high is not None:
        off = np.maximum(off, span.lowest - reach.high)
    exponent = off * off / (2.0 * span.spread * span.spread)
    return np.where(exponent > TAIL, 0.0, np.exp(-exponent))


def _coast(points: Points, reach: CoastReach) -> F8:
    """Signed distance to the line ``within_km`` from the sea, positive where the hint is true."""
    assert points.coast_km is not None
    within = reach.within_km - points.coast_km
    return -within if reach.inland else within


def _latitude(points: Points, reach: LatitudeReach) -> F8:
    """Signed distance to the nearer of the two parallels; a pole is none."""
    lat = np.degrees(np.arcsin(np.clip(points.xyz[:, 2], -1.0, 1.0)))
    above = lat - reach.low if reach.low > -POLE else np.full(len(lat), np.inf)
    below = reach.high - lat if reach.high < POLE else np.full(len(lat), np.inf)
    return np.minimum(above, below) * KM_A_DEGREE


def _band(off: F8, variance: F8, sd: float) -> F8:
    exponent = off * off / (2.0 * variance)
    return np.where(exponent > TAIL, 0.0, np.exp(-exponent) * (sd / np.sqrt(variance)))


def _km(cosine: F8) -> F8:
    """Kilometres of an angle, to decimetres."""
    return arc(np.sqrt(np.maximum(2.0 - 2.0 * cosine, 0.0)))


def _area(signed: F8, blob: F8) -> F8:
    """Phi(signed distance / max(r_p, 1 km)); 0 and 1 where it is below exp(-60) or rounds to 1."""
    steps = signed / np.maximum(blob, 1.0)
    found = (steps > 0.0).astype(np.float64)
    near = np.flatnonzero(np.abs(steps) < FAR)
    found[near] = ndtr(steps[near])
    return found
