"""How good an answer was, once the truth is known."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from theodolite.locate.posterior import Posterior
from theodolite.locate.sphere import distances, unit

RADII_KM = (1.0, 25.0, 200.0, 750.0)
LEAST = 1e-6


def log_score(posterior: Posterior, lat: float, lon: float) -> float:
    """1/4 sum over R in 1, 25, 200, 750 km of log(mass within R of the truth + 1e-6)."""
    km = distances(posterior.places.xyz, unit(lat, lon))
    mass = [float(posterior.probability[km <= radius].sum()) for radius in RADII_KM]
    return float(np.mean(np.log(np.array(mass) + LEAST)))


def calibration_error(stated: NDArray[np.float64], right: NDArray[np.bool_], bins: int = 10) -> float:
    """Expected calibration error: the mean gap between stated and observed over bins of equal mass.

    ``stated`` [n] in [0, 1], ``right`` [n]. At most ``bins`` bins, each of n/bins values.
    """
    order = np.argsort(stated, kind="stable")
    parts = np.array_split(order, min(bins, len(order)))
    gaps = [len(p) * abs(float(stated[p].mean()) - float(right[p].mean())) for p in parts if len(p)]
    return sum(gaps) / len(order) if len(order) else 0.0
