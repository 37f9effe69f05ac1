"""The published formulas in plain numpy, float64, written from the papers and the description of the models.

Shares no line with the product: the tests compare the two.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

State = Mapping[str, np.ndarray[Any, Any]]
Array = np.ndarray[Any, Any]

EARTH_RADIUS = 6378137.0
MAP_HALF_WIDTH = 20037508.3427892


def web_mercator(lat: float, lon: float) -> tuple[float, float]:
    """EPSG:3857 of one place, (x, y) metres."""
    x = EARTH_RADIUS * np.pi * lon / 180.0
    y = EARTH_RADIUS * np.arcsinh(np.tan(np.pi * lat / 180.0))
    return float(x), float(y)


def g3_plane(lat: float, lon: float) -> Array:
    """[y, x] over half the width of the map; latitude within the square map, longitude within its sheet."""
    lat = min(max(lat, -85.0511), 85.0511)
    while lon > 180.0:
        lon -= 360.0
    while lon < -180.0:
        lon += 360.0
    x, y = web_mercator(lat, lon)
    return np.array([y / MAP_HALF_WIDTH, x / MAP_HALF_WIDTH])


def equal_earth(lat: float, lon: float) -> Array:
    """Savric, Patterson and Jenny 2018, on the unit sphere: [x, y], then GeoCLIP's 66.50336 / 180."""
    a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
    phi, lam = np.radians(lat), np.radians(lon)
    theta = np.arcsin(np.sqrt(3.0) / 2.0 * np.sin(phi))
    x = (2.0 * np.sqrt(3.0) * lam * np.cos(theta)) / (
        3.0 * (9.0 * a4 * theta**8 + 7.0 * a3 * theta**6 + 3.0 * a2 * theta**2 + a1)
    )
    y = a4 * theta**9 + a3 * theta**7 + a2 * theta**3 + a1 * theta
    return np.array([x, y]) * 66.50336 / 180.0


def fourier(b: Array, v: Array) -> Array:
    """gamma(v): cosines of 2 pi B v, then sines."""
    phases = [2.0 * np.pi * (row[0] * v[0] + row[1] * v[1]) for row in b]
    return np.array([np.cos(p) for p in phases] + [np.sin(p) for p in phases])


def relu(x: Array) -> Array:
    return np.where(x > 0.0, x, 0.0)


def affine(state: State, name: str, x: Array) -> Array:
    return np.einsum("oi,i->o", state[f"{name}.weight"], x) + state[f"{name}.bias"]


def capsule(state: State, name: str, v: Array) -> Array:
    x = fourier(state[f"{name}.capsule.0.b"], v)
    for layer in ("1", "3", "5"):
        x = relu(affine(state, f"{name}.capsule.{layer}", x))
    return affine(state, f"{name}.head.0", x)


def location(state: State, v: Array) -> Array:
    """Three capsules, summed."""
    return sum((capsule(state, f"location_encoder.LocEnc{i}", v) for i in range(3)), np.zeros(()))


def head(state: State, name: str, x: Array) -> Array:
    """Linear, ReLU, Linear."""
    return affine(state, f"{name}.2", relu(affine(state, f"{name}.0", x)))


def g3_location(state: State, lat: float, lon: float) -> Array:
    return head(state, "location_projection_else", location(state, g3_plane(lat, lon)))


def geoclip_location(state: State, lat: float, lon: float) -> Array:
    return location(state, equal_earth(lat, lon))


def cosine(a: Array, b: Array) -> float:
    return float(np.dot(a, b) / np.sqrt(np.dot(a, a)) / np.sqrt(np.dot(b, b)))
