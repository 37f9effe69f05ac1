"""Latitude and longitude to the plane, as the location encoders take them.

G3 feeds spherical Mercator (EPSG:3857) as [y, x] over half the width of the map; GeoCLIP feeds Equal Earth
(Savric, Patterson, Jenny 2018) as [x, y] with a scale of its own. The formulas are written once, for numpy
arrays and torch tensors alike, and keep the precision they are given.

Mercator has no poles: latitudes are clamped at +-85.0511, longitudes beyond +-180 are wrapped. Both are ours;
the reference code lets a latitude of 90 become infinity, and a similarity that is not a number wins there.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from theodolite.align.config import Projection
from theodolite.errors import InputError

#: Where the square Mercator map ends, degrees.
LATITUDE_LIMIT = 85.0511

#: Radius of EPSG:3857 and the divisor of the G3 code, metres.
_RADIUS = 6378137.0
_HALF_WIDTH = 20037508.3427892

#: Equal Earth polynomial and the scale of the GeoCLIP code.
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_SCALE = 66.50336


def refuse(points: Any, xp: Any = np) -> None:
    """:class:`InputError` that names the first row of ``points`` [n, 2] that is no place on earth."""
    if points.ndim != 2 or points.shape[1] != 2:
        raise InputError(f"Places are rows of latitude and longitude, not {list(points.shape)}.")
    wrong = ~xp.isfinite(points).all(1) | (xp.abs(points[:, 0]) > 90.0)
    if bool(wrong.any()):
        row = int(np.argmax(np.asarray(wrong)))
        lat, lon = float(points[row, 0]), float(points[row, 1])
        why = "a latitude lies within ±90" if math.isfinite(lat + lon) else "both must be finite numbers"
        raise InputError(f"Place {row + 1} has the coordinates {lat}, {lon}; {why}.")


def mercator(points: Any, xp: Any = np) -> Any:
    """Degrees [n, 2] (latitude, longitude) to [n, 2] (y, x) of about -1 to 1, in the precision of ``points``.

    ``xp``: numpy, or torch for tensors. Raises InputError for what :func:`refuse` refuses.
    """
    refuse(points, xp)
    lat = xp.deg2rad(xp.clip(points[:, 0], -LATITUDE_LIMIT, LATITUDE_LIMIT))
    lon = xp.deg2rad(_wrapped(points[:, 1], xp))
    y = _RADIUS * xp.log(xp.tan(math.pi / 4 + lat / 2))
    return xp.stack((y, _RADIUS * lon), 1) / _HALF_WIDTH


def equal_earth(points: Any, xp: Any = np) -> Any:
    """Degrees [n, 2] (latitude, longitude) to [n, 2] (x, y) of about -1 to 1, in the precision of ``points``.

    Defined at the poles, so that nothing is clamped. Raises InputError for what :func:`refuse` refuses.
    """
    refuse(points, xp)
    lat, lon = xp.deg2rad(points[:, 0]), xp.deg2rad(_wrapped(points[:, 1], xp))
    theta = xp.arcsin((math.sqrt(3.0) / 2) * xp.sin(lat))
    slope = 3 * (9 * _A4 * theta**8 + 7 * _A3 * theta**6 + 3 * _A2 * theta**2 + _A1)
    x = (2 * math.sqrt(3.0) * lon * xp.cos(theta)) / slope
    y = _A4 * theta**9 + _A3 * theta**7 + _A2 * theta**3 + _A1 * theta
    return (xp.stack((x, y), 1) * _SCALE) / 180


def project(kind: Projection, points: Any, xp: Any = np) -> Any:
    """``points`` in the projection ``kind``."""
    return mercator(points, xp) if kind == "mercator" else equal_earth(points, xp)


def _wrapped(lon: Any, xp: Any) -> Any:
    """Longitudes in -180..180. Those that already are stay as they are, also 180 itself."""
    return xp.where(xp.abs(lon) > 180.0, xp.remainder(lon + 180.0, 360.0) - 180.0, lon)
