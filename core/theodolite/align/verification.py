"""Geo-verification: which of the candidate places fits the photograph best (G3, section 3.4).

score(candidate) = cos(f_gps(image), location head(candidate)). All scores are kept. The reference takes the
argmax of the raw scores, where a not-a-number wins and ties go to whoever stands first; here scores are
rounded to 1e-6 before they are ordered, so that every device gives the same ranking, and ties are defined.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from theodolite.errors import InputError

#: Decimals that a score is compared at. Devices and batch sizes agree to about 1e-7.
DECIMALS = 6


@dataclass(frozen=True, slots=True)
class Verified:
    """One candidate with its score: a cosine, rounded to six decimals."""

    lat: float
    lon: float
    score: float
    origin: str


def verify(image_gps: NDArray[Any], place_vectors: NDArray[Any]) -> NDArray[np.float64]:
    """Cosines float64 [c] of one photograph [d] and c candidate places [c, d]; neither must have length 1.

    One candidate gives one score, none gives an empty array. InputError where a vector is not finite, has
    no length, or the widths differ.
    """
    image = np.asarray(image_gps, np.float64)
    places = np.asarray(place_vectors, np.float64)
    if image.ndim != 1 or places.ndim != 2 or places.shape[1] != image.shape[0]:
        shapes = f"{list(image.shape)} and {list(places.shape)}"
        raise InputError(f"Photograph and places must have vectors of one width, not {shapes}.")
    length = math.sqrt(float(image @ image)) if np.isfinite(image).all() else math.nan
    if not (math.isfinite(length) and length > 0.0):
        raise InputError("The photograph's vector has no direction; it cannot be compared with places.")
    lengths = np.sqrt(np.einsum("ij,ij->i", places, places))
    wrong = ~(np.isfinite(lengths) & (lengths > 0.0))
    if wrong.any():
        row = int(np.argmax(wrong))
        raise InputError(f"The vector of candidate {row + 1} has no direction; it cannot be compared.")
    scores: NDArray[np.float64] = np.clip((places @ image) / (lengths * length), -1.0, 1.0)
    return scores


def best(scores: NDArray[Any], candidates: Sequence[tuple[float, float, str]]) -> tuple[Verified, ...]:
    """All candidates (latitude, longitude, origin), best first.

    By score rounded to six decimals, falling; equal scores by latitude, longitude and origin, rising. So the
    order depends neither on the device nor on the order in which the candidates came. InputError for a score
    or coordinate that is no number, or when the counts differ.
    """
    values = [float(score) for score in np.asarray(scores, np.float64).reshape(-1)]
    if len(values) != len(candidates):
        raise InputError(f"{len(values)} scores do not go with {len(candidates)} candidates.")
    rows = []
    for number, (value, (lat, lon, origin)) in enumerate(zip(values, candidates, strict=True), start=1):
        if not all(map(math.isfinite, (value, lat, lon))):
            raise InputError(f"Candidate {number} ({lat}, {lon}) has the score {value}; it is no number.")
        rows.append(Verified(lat, lon, round(value, DECIMALS) + 0.0, origin))
    return tuple(sorted(rows, key=lambda row: (-row.score, row.lat, row.lon, row.origin)))


def ties(ordered: Sequence[Verified]) -> int:
    """How many candidates beyond the first share the best score."""
    return sum(row.score == ordered[0].score for row in ordered[1:]) if ordered else 0
