"""What a classifier is trained towards: one class, or PIGEON's labels that fall with distance."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from theodolite.geo.geodesy import to_xyz

#: Equatorial radius, as PIGEON's code has it; km.
RADIUS_KM = 6378.137


def haversine_km(
    lat: NDArray[np.float64], lon: NDArray[np.float64],
    cell_lat: NDArray[np.float64], cell_lon: NDArray[np.float64],
) -> NDArray[np.float64]:  # fmt: skip
    """Great circles [n, k] from places [n] to cells [k], degrees in, on that radius (to some centimetres)."""
    product = to_xyz(lat, lon) @ to_xyz(cell_lat, cell_lon).T
    half = np.sqrt(np.clip((1.0 - product) / 2.0, 0.0, 1.0))
    return np.asarray(2.0 * RADIUS_KM * np.arcsin(half), dtype=np.float64)


def smoothed(
    lat: NDArray[np.float64], lon: NDArray[np.float64],
    cell_lat: NDArray[np.float64], cell_lon: NDArray[np.float64], tau_km: float,
) -> NDArray[np.float32]:  # fmt: skip
    """exp(-(d - d_min) / tau) [n, k], 1 for the nearest cell, not normalised (PIGEON, haversine smoothing).

    d: distance from the photograph to the cell's centroid; d_min: the least of them.
    """
    km = haversine_km(lat, lon, cell_lat, cell_lon)
    return np.asarray(np.exp(-(km - km.min(axis=1, keepdims=True)) / tau_km), dtype=np.float32)
