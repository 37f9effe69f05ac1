"""Metrics of geolocation against known truth.

Distances are along the WGS84 geodesic; OSV-5M measures on a sphere of 6371 km, so its score does too. An
image without an answer is infinitely far away: it counts as wrong everywhere and scores 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from theodolite.errors import InputError
from theodolite.evaluate.scores import calibration_error
from theodolite.geo.geodesy import RADIUS_KM, distance_km, geodesic_km

#: Street, city, region, country, continent (field.md, G3 code): a hit is strictly nearer.
THRESHOLDS_KM = (1.0, 25.0, 200.0, 750.0, 2500.0)
GRAINS = ("country", "region", "area", "city")
#: OSV-5M code: sphere, scale and height of the score.
OSV_RADIUS_KM, OSV_SCALE_KM, OSV_TOP = 6371.0, 1492.7, 5000.0

F8 = NDArray[np.float64]
Flags = NDArray[np.bool_]


def error_km(
    lat: ArrayLike, lon: ArrayLike, true_lat: ArrayLike, true_lon: ArrayLike, *, sphere: bool = False
) -> F8:
    """Kilometres from each answer to the truth [n]; infinite where the answer is NaN (there is none).

    ``sphere``: great circles on OSV-5M's sphere instead of the WGS84 geodesic. Raises InputError for a truth
    or an answer that is no position.
    """
    at = np.stack(
        np.broadcast_arrays(*(np.asarray(a, dtype=np.float64) for a in (lat, lon, true_lat, true_lon)))
    )
    at = at.reshape(4, -1)
    answered = ~(np.isnan(at[0]) & np.isnan(at[1]))
    given = np.where(answered, at, at[[2, 3, 2, 3]])
    if not np.isfinite(given).all() or (np.abs(given[[0, 2]]) > 90.0).any():
        raise InputError("A coordinate is no position on the Earth.")
    km = great_circle_km(*given) if sphere else np.asarray(geodesic_km(*given), dtype=np.float64)
    return np.where(answered, km, np.inf)


def great_circle_km(lat1: ArrayLike, lon1: ArrayLike, lat2: ArrayLike, lon2: ArrayLike) -> F8:
    """Great circles on the sphere of 6371 km that OSV-5M uses (haversine)."""
    found: Any = distance_km(lat1, lon1, lat2, lon2) * (OSV_RADIUS_KM / RADIUS_KM)
    return np.asarray(found, dtype=np.float64)


def hits(km: ArrayLike, thresholds: Sequence[float] = THRESHOLDS_KM) -> Flags:
    """Whether each error is strictly below each threshold, [n, t]."""
    return np.asarray(np.asarray(km, dtype=np.float64)[:, None] < np.asarray(thresholds)[None, :])


def geoscore(km: ArrayLike) -> F8:
    """OSV-5M's score 5000 exp(-d / 1492.7 km) of errors on its sphere, in [0, 5000], not rounded."""
    return np.asarray(OSV_TOP * np.exp(-np.asarray(km, dtype=np.float64) / OSV_SCALE_KM))


def named_hits(predicted: Sequence[str | None], truth: Sequence[str | None]) -> tuple[Flags, Flags]:
    """(known, hit) [n]: where the truth has a name, and whether the prediction bears it.

    Rows without a true name say nothing and are left out; a prediction without a name is wrong.
    """
    known = np.array([name is not None for name in truth], dtype=np.bool_)
    hit = np.array([t is not None and p == t for p, t in zip(predicted, truth, strict=True)], dtype=np.bool_)
    return known, hit


# --- what OSV-5M's own table holds ----------------------------------------------------------------------


def osv5m_hits(predicted: Sequence[str | None], truth: Sequence[str | None]) -> Flags:
    """Hit flags as OSV-5M's game table has them: a missing name equals a missing name.

    So in places without areas every predictor that also falls outside all areas 'hits' the area.
    """
    return np.array([p == t for p, t in zip(predicted, truth, strict=True)], dtype=np.bool_)


def osv5m_running(hit: ArrayLike) -> F8:
    """``accuracy_*`` of OSV-5M's game table: row i is the percentage of the rows *before* i, row 0 is 0."""
    before = np.concatenate([[0.0], np.cumsum(np.asarray(hit, dtype=np.float64))[:-1]])
    return before / np.maximum(np.arange(len(before)), 1) * 100.0


# --- calibration ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Bin:
    """Images of one bin: how many, the mean probability that was stated, and the share that was right."""

    images: int
    stated: float
    right: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """Expected calibration error over bins of equal mass, and the bins, the lowest stated first."""

    error: float
    bins: tuple[Bin, ...]


def calibration(stated: ArrayLike, right: ArrayLike, bins: int = 10) -> Calibration:
    """How far stated probabilities [n] in [0, 1] are from what came true [n]."""
    said, true = np.asarray(stated, dtype=np.float64), np.asarray(right, dtype=np.bool_)
    if not np.isfinite(said).all() or ((said < 0.0) | (said > 1.0 + 1e-9)).any():
        raise InputError("A stated probability lies outside 0 to 1.")
    parts = np.array_split(np.argsort(said, kind="stable"), max(1, min(bins, len(said))))
    rows = tuple(Bin(len(p), float(said[p].mean()), float(true[p].mean())) for p in parts if len(p))
    return Calibration(calibration_error(said, true, bins), rows)
