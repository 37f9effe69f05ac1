"""Where the sun stands seen from many places at one moment: spherical trigonometry on unit vectors.

The sun is given by the place it stands over (:func:`theodolite.geo.spa.subsolar`). Against the full
algorithm this leaves out the change of the sun's declination by parallax, at most 0.003 degrees.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from theodolite.geo.spa import HORIZON_REFRACTION, PRESSURE_MB, TEMPERATURE_C

F8 = NDArray[np.float64]

#: The sun's mean radius and its greatest parallax, degrees.
SUN_RADIUS = 0.26667
PARALLAX = 8.794 / 3600.0
#: Refraction lifts the sun by less than this at and above the horizon, degrees.
MOST_REFRACTION = 0.66


def refraction(true: ArrayLike) -> F8:
    """Degrees that air lifts the sun at the true elevation ``true`` (SPA, equation 42); 0 when it is set."""
    e = np.asarray(true, dtype=np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        lift = (
            (PRESSURE_MB / 1010.0)
            * (283.0 / (273.0 + TEMPERATURE_C))
            * 1.02
            / (60.0 * np.tan(np.radians(e + 10.3 / (e + 5.11))))
        )
    return np.where(e >= -(SUN_RADIUS + HORIZON_REFRACTION), lift, 0.0)


def true_elevation(apparent: float) -> float:
    """The elevation without air of a sun seen at ``apparent`` degrees (at least the horizon's 0)."""
    true = apparent - float(refraction(apparent))
    for _ in range(20):
        true = apparent - float(refraction(true))
    return true


def apparent_elevation(cosine: F8) -> F8:
    """Degrees above the horizon as seen, from the cosine of the arc between place and sub-solar place."""
    e = np.degrees(np.arcsin(np.clip(cosine, -1.0, 1.0)))
    e -= PARALLAX * np.sqrt(np.maximum(0.0, 1.0 - cosine * cosine))
    return np.asarray(e + refraction(e))


def heading(xyz: F8, sun: F8, cosine: F8) -> tuple[F8, F8]:
    """East and north parts of the way to the sun ``sun`` [3] from ``xyz`` [n, 3], of any length."""
    east = xyz[:, 0] * sun[1] - xyz[:, 1] * sun[0]
    return east, sun[2] - xyz[:, 2] * cosine


def azimuth(xyz: F8, sun: F8, cosine: F8) -> F8:
    """Direction of the sun from places ``xyz`` [n, 3], degrees from true north in [0, 360)."""
    return np.asarray(np.degrees(np.arctan2(*heading(xyz, sun, cosine))) % 360.0)


def azimuth_off(east: F8, north: F8, azimuth_: float) -> F8:
    """Direction (east, north) minus ``azimuth_``, degrees in [-180, 180]."""
    turned = np.radians(azimuth_)
    sine, cosine = np.sin(turned), np.cos(turned)
    return np.asarray(np.degrees(np.arctan2(east * cosine - north * sine, north * cosine + east * sine)))


def azimuth_gradient(xyz: F8, east: F8, north: F8, cosine: F8) -> F8:
    """Degrees that the azimuth changes per degree of the way on the ground, in the direction of most change.

    sin z dA = (sin phi cos e - cos phi sin e cos A) dH + sin A sin e dphi on the sphere, with ``cosine`` of
    the zenith distance; ``east`` and ``north`` are those of :func:`heading`.
    """
    flat = np.maximum(np.hypot(xyz[:, 0], xyz[:, 1]), 1e-9)
    slope = cosine / np.sqrt(np.maximum(1.0 - cosine * cosine, 1e-9))
    slope /= np.maximum(np.hypot(east, north), 1e-12)
    return np.asarray(np.hypot(xyz[:, 2] / flat - slope * north, slope * east))


def turn(degrees: F8) -> F8:
    """Differences of directions brought into [-180, 180)."""
    return np.asarray((degrees + 180.0) % 360.0 - 180.0)
