"""From answers and retrieved references to one ordered list of points: the pure core of G3's last step.

Callable on vectors alone, so that the evaluation and the planted world run the very code of the strategy.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from theodolite.align import verification
from theodolite.domain import Guess, Spoken

#: A retrieved reference: its id, latitude, longitude.
Retrieved = tuple[str, float, float]


@dataclass(frozen=True, slots=True)
class Pooled:
    """A distinct candidate. ``times``: how often it was proposed; ``origin``: by what, the first time."""

    lat: float
    lon: float
    origin: str
    times: int = 1


def pool(spoken: Sequence[Spoken], retrieved: Sequence[Retrieved]) -> tuple[Pooled, ...]:
    """Valid answers, then retrieved references, each distinct point once, in the order proposed.

    The reference code appends the retrieved point once an answer row (25 rows, 21 of them distinct); the
    choice is the same without the copies.
    """
    found: dict[tuple[float, float], Pooled] = {}
    said = (
        (one.lat, one.lon, f"answer {one.prompt}.{one.number}")
        for one in spoken
        if not one.invalid and one.lat is not None and one.lon is not None
    )
    for lat, lon, origin in (*said, *((lat, lon, f"reference {name}") for name, lat, lon in retrieved)):
        known = found.get((lat, lon))
        found[lat, lon] = Pooled(lat, lon, origin) if known is None else replace(known, times=known.times + 1)
    return tuple(found.values())


def any_of(pooled: Sequence[Pooled], seed: int) -> tuple[Guess, ...]:
    """Without verification: one valid candidate drawn uniformly stands first, the others follow as proposed.

    The score is the chance of each, the same for all. The draw depends on ``seed`` and on the candidates
    themselves: by their number alone it would be the same position for every photograph of an evaluation.
    """
    if not pooled:
        return ()
    places = repr([(one.lat, one.lon) for one in pooled])
    own = int.from_bytes(hashlib.sha256(places.encode()).digest()[:8], "big")
    drawn = int(np.random.default_rng([seed % 2**63, own]).integers(len(pooled)))
    order = (pooled[drawn], *pooled[:drawn], *pooled[drawn + 1 :])
    return tuple(Guess(one.lat, one.lon, 1.0 / len(order), one.origin) for one in order)


def verified(
    pooled: Sequence[Pooled], image_gps: NDArray[Any], place_vectors: NDArray[Any]
) -> tuple[Guess, ...]:
    """The candidates by the cosine of the photograph's vector [d] and their places' [c, d], best first."""
    if not pooled:
        return ()
    return ranked(pooled, verification.verify(image_gps, place_vectors))


def ranked(pooled: Sequence[Pooled], scores: NDArray[Any]) -> tuple[Guess, ...]:
    """All candidates by their scores [c], best first; ties as :func:`verification.best` defines."""
    ordered = verification.best(scores, [(one.lat, one.lon, one.origin) for one in pooled])
    return tuple(Guess(one.lat, one.lon, one.score, one.origin) for one in ordered)


def ties(guesses: Sequence[Guess]) -> int:
    """How many candidates beyond the first share the best score."""
    return sum(one.score == guesses[0].score for one in guesses[1:]) if guesses else 0
