"""Distances and directions on the Earth, for single points and arrays.

Two grades: :func:`distance_km` is the great circle on the sphere of mean radius (within 0.6 % of the
ellipsoid, fast, for ranking and search); :func:`geodesic_km` is the WGS84 geodesic (exact to millimetres,
for what is reported and evaluated).
"""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

#: Mean radius of the Earth (IUGG R1), km.
RADIUS_KM = 6371.0088


def distance_km(lat1: ArrayLike, lon1: ArrayLike, lat2: ArrayLike, lon2: ArrayLike) -> Any:
    """Great-circle distance in km by the haversine formula; broadcasts, degrees in."""
    phi1, lam1, phi2, lam2 = (np.radians(np.asarray(a, dtype=np.float64)) for a in (lat1, lon1, lat2, lon2))
    half = np.sin((phi2 - phi1) / 2) ** 2 + np.cos(phi1) * np.cos(phi2) * np.sin((lam2 - lam1) / 2) ** 2
    return 2 * RADIUS_KM * np.arcsin(np.sqrt(np.clip(half, 0.0, 1.0)))


def geodesic_km(lat1: ArrayLike, lon1: ArrayLike, lat2: ArrayLike, lon2: ArrayLike) -> Any:
    """WGS84 geodesic distance in km; broadcasts, degrees in."""
    arrays = np.broadcast_arrays(*(np.asarray(a, dtype=np.float64) for a in (lat1, lon1, lat2, lon2)))
    a, b, c, d = (np.array(array) for array in arrays)
    _, _, metres = _wgs84().inv(b, a, d, c)
    return np.asarray(metres) / 1000.0


def azimuth(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Direction from the first point to the second along the WGS84 geodesic, degrees in [0, 360)."""
    forward, _, _ = _wgs84().inv(lon1, lat1, lon2, lat2)
    degrees = float(forward) % 360.0
    return 0.0 if degrees == 360.0 else degrees  # the remainder of a tiny negative number rounds up


def destination(lat: float, lon: float, direction: float, km: float) -> tuple[float, float]:
    """The point ``km`` along the WGS84 geodesic that starts in ``direction`` (degrees from true north)."""
    to_lon, to_lat, _ = _wgs84().fwd(lon, lat, direction, km * 1000.0)
    return float(to_lat), float(wrap_lon(to_lon))


def wrap_lon(lon: ArrayLike) -> Any:
    """Longitudes brought into [-180, 180)."""
    wrapped = (np.asarray(lon, dtype=np.float64) + 180.0) % 360.0 - 180.0
    return np.where(wrapped >= 180.0, -180.0, wrapped)  # the remainder of a tiny negative number rounds up


def to_xyz(lat: ArrayLike, lon: ArrayLike) -> NDArray[np.float64]:
    """Unit vectors [..., 3] of points; chords between them order like distances."""
    phi, lam = np.radians(np.asarray(lat, dtype=np.float64)), np.radians(np.asarray(lon, dtype=np.float64))
    return np.stack([np.cos(phi) * np.cos(lam), np.cos(phi) * np.sin(lam), np.sin(phi)], axis=-1)


def from_xyz(xyz: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Latitude and longitude of vectors [..., 3] of any length but zero."""
    lat = np.degrees(np.arctan2(xyz[..., 2], np.hypot(xyz[..., 0], xyz[..., 1])))
    return lat, np.asarray(wrap_lon(np.degrees(np.arctan2(xyz[..., 1], xyz[..., 0]))))


def chord_of(km: ArrayLike) -> Any:
    """Straight-line distance between unit vectors that are ``km`` apart on the sphere."""
    return 2.0 * np.sin(np.clip(np.asarray(km, dtype=np.float64) / (2 * RADIUS_KM), 0.0, np.pi / 2))


def km_of(chord: ArrayLike) -> Any:
    """Inverse of :func:`chord_of`; infinite chords (nothing found) stay infinite."""
    chord = np.asarray(chord, dtype=np.float64)
    arc = 2 * RADIUS_KM * np.arcsin(np.clip(chord / 2.0, 0.0, 1.0))
    return np.where(np.isinf(chord), np.inf, arc)


@cache
def _wgs84() -> Any:
    from pyproj import Geod

    return Geod(ellps="WGS84")
