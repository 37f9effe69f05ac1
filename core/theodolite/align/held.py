"""Which photographs are trained on, in which order, and what is measured with the others.

The measure: each held-out photograph is compared with the places of the training photographs, and the place
whose location vector is nearest to its f_gps vector counts as its answer. Stated are the shares of answers
less than 25, 200 and 750 km off. Photographs of one spot (a square of a hundredth of a degree, at most about
a kilometre wide) are held out together, so that few measured photographs have a neighbour in the training
that shows the same scene: only those near the edge of their square may.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from theodolite.align.features import Features
from theodolite.geo.geodesy import distance_km
from theodolite.jobs import Job, Progress

if TYPE_CHECKING:
    from torch import Tensor

    from theodolite.align.net import Aligner

Rows = NDArray[np.int64]

THRESHOLDS_KM = (25.0, 200.0, 750.0)
MEASURED, PLACES = 2_000, 20_000
"""How many held-out photographs are measured and how many places they are compared with, at most."""

_CHUNK = 1024
_TEXT = "Measuring with held-out photographs"


def split(features: Features, share: float, seed: int) -> tuple[Rows, Rows]:
    """(rows to train on, rows held out), ascending. A spot's lot does not depend on the rest of the table."""
    everything = np.arange(len(features), dtype=np.int64)
    if share <= 0:
        return everything, everything[:0]
    lat, lon = (np.floor(degrees * 100).astype(np.int64) for degrees in (features.lat, features.lon))
    with np.errstate(over="ignore"):
        mixed = _mix(_mix(lat.astype(np.uint64) + np.uint64(seed % 2**63)) ^ lon.astype(np.uint64))
    held = mixed.astype(np.float64) / 2.0**64 < share
    return everything[~held], everything[held]


def _mix(value: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """SplitMix64 (Steele et al. 2014): 64 bits to 64 well-mixed bits."""
    value = value + np.uint64(0x9E3779B97F4A7C15)
    value = (value ^ (value >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    value = (value ^ (value >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return value ^ (value >> np.uint64(31))


def order(rows: Rows, seed: int, epoch: int) -> Rows:
    """``rows`` shuffled; another order each epoch, the same each time it is asked for."""
    return np.random.default_rng([seed, epoch]).permutation(rows)


def measure(
    aligner: Aligner, features: Features, plane: Tensor, train: Rows, held: Rows, seed: int
) -> Job[tuple[float, float, float] | None]:
    """Shares within :data:`THRESHOLDS_KM`, None without held-out rows. ``plane``: all places, projected."""
    import torch
    from torch.nn.functional import normalize

    if not len(held):
        return None
    asked, places = _some(held, MEASURED, seed), _some(train, PLACES, seed)
    device = plane.device
    vectors = []
    for start in range(0, len(places), _CHUNK):
        yield Progress(_TEXT, start, len(places))
        with torch.no_grad():
            rows = torch.from_numpy(places[start : start + _CHUNK]).to(device)
            vectors.append(normalize(aligner.location_of(plane[rows]), dim=-1))
    gallery = torch.cat(vectors).T
    answers = np.empty(len(asked), np.int64)
    for start in range(0, len(asked), 256):
        yield Progress(_TEXT, len(places), len(places))
        part = asked[start : start + 256]
        with torch.no_grad():
            seen = aligner.image_gps(torch.from_numpy(features.images(part)).to(device))
            answers[start : start + 256] = places[(seen @ gallery).argmax(1).cpu().numpy()]
    km = distance_km(features.lat[asked], features.lon[asked], features.lat[answers], features.lon[answers])
    near, region, country = (float((km < limit).mean()) for limit in THRESHOLDS_KM)
    return near, region, country


def _some(rows: Rows, most: int, seed: int) -> Rows:
    if len(rows) <= most:
        return rows
    return np.sort(np.random.default_rng([seed, most]).choice(rows, most, replace=False))
