"""Places as unit vectors, so that distances to all of them are one matrix product.

Great circles on the sphere of mean radius 6371.0088 km: at most 0.6 % off the WGS84 geodesic, far below
every standard deviation of the posterior.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

EARTH_KM = 6371.0088

F8 = NDArray[np.float64]
I8 = NDArray[np.int64]


def unit(lat: F8 | float, lon: F8 | float) -> F8:
    """Unit vectors, shape [..., 3], of degrees."""
    phi, lam = np.radians(np.asarray(lat, dtype=np.float64)), np.radians(np.asarray(lon, dtype=np.float64))
    cos = np.cos(phi)
    return np.stack([cos * np.cos(lam), cos * np.sin(lam), np.sin(phi)], axis=-1)


def degrees(vectors: F8) -> tuple[F8, F8]:
    """Latitudes and longitudes of vectors [n, 3] of any length; (0, 0) for the null vector."""
    x, y, z = vectors.T
    return np.degrees(np.arctan2(z, np.hypot(x, y))), np.degrees(np.arctan2(y, x))


def chord(km: F8 | float) -> F8:
    """Chord on the unit sphere that spans an arc of ``km``; 2 from half the circumference on."""
    return 2.0 * np.sin(np.minimum(np.asarray(km, dtype=np.float64) / (2.0 * EARTH_KM), np.pi / 2.0))


def arc(chords: F8) -> F8:
    """Kilometres along the sphere spanned by chords of the unit sphere; the inverse of :func:`chord`."""
    return 2.0 * EARTH_KM * np.arcsin(np.minimum(chords / 2.0, 1.0))


def cos_of(km: F8 | float) -> F8:
    """Cosine of the angle that ``km`` spans; -1 from half the circumference on."""
    return np.cos(np.minimum(np.asarray(km, dtype=np.float64) / EARTH_KM, np.pi))


def sums(group: I8, weights: F8, groups: int) -> F8:
    """Sums of ``weights`` by group [groups], in the order of the weights."""
    return np.asarray(np.bincount(group, weights=weights, minlength=groups), dtype=np.float64)


def distances(vectors: F8, point: F8) -> F8:
    """Kilometres from each of ``vectors`` [n, 3] to ``point`` [3], exact to a millimetre near zero."""
    delta = vectors - point
    return arc(np.sqrt(np.einsum("ij,ij->i", delta, delta)))
