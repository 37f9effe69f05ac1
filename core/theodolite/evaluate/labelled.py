"""Photographs whose place is known, and how they are divided so that no place is on both sides."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from theodolite.codec import to_plain
from theodolite.domain import Exhibit, Metadata
from theodolite.locate.question import Question
from theodolite.locate.sphere import distances, unit

FOLDS = 5
NEAR_KM = 50.0


@dataclass(frozen=True, slots=True)
class Labelled:
    """One photograph: its evidence without the position it claims, and that position as the truth.

    ``photographer``: who took it, or the camera where nobody is named. ``day``: ISO date, '' if unknown.
    """

    name: str
    question: Question
    lat: float
    lon: float
    photographer: str
    day: str


def silent(exhibit: Exhibit) -> Exhibit:
    """The exhibit with the file's own claims gone, before any source could use them."""
    return replace(exhibit, metadata=Metadata(orientation=exhibit.metadata.orientation))


def data_hash(labelled: Sequence[Labelled]) -> str:
    """SHA-256 over every photograph's evidence and truth, in any order."""
    rows = sorted(json.dumps(to_plain(one, exact=True), sort_keys=True) for one in labelled)
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()


def families(labelled: Sequence[Labelled]) -> NDArray[np.int64]:
    """Number of the family of each photograph [n]: one photographer, or within 50 km and not known to be
    of different days (a day that is not stated may be the same).

    Families are closed: what shares either with any member belongs to it.
    """
    n = len(labelled)
    owner = list(range(n))

    def root(number: int) -> int:
        while owner[number] != number:
            owner[number] = owner[owner[number]]
            number = owner[number]
        return number

    xyz = unit(np.array([one.lat for one in labelled]), np.array([one.lon for one in labelled]))
    for first in range(n):
        near = distances(xyz, xyz[first]) <= NEAR_KM
        for second in range(first + 1, n):
            a, b = labelled[first], labelled[second]
            maybe_one_day = not a.day or not b.day or a.day == b.day
            one_person = bool(a.photographer) and a.photographer == b.photographer
            if one_person or (near[second] and maybe_one_day):
                owner[root(second)] = root(first)
    roots = [root(number) for number in range(n)]
    order = {value: number for number, value in enumerate(dict.fromkeys(roots))}
    return np.array([order[value] for value in roots], dtype=np.int64)


def folds(family: NDArray[np.int64], count: int = FOLDS) -> NDArray[np.int64]:
    """Fold of each photograph [n]: whole families, the largest first into the emptiest fold."""
    sizes = np.bincount(family)
    filled = np.zeros(min(count, len(sizes)), dtype=np.int64)
    fold_of = np.zeros(len(sizes), dtype=np.int64)
    for number in np.lexsort((np.arange(len(sizes)), -sizes)):
        emptiest = int(np.argmin(filled))
        fold_of[number] = emptiest
        filled[emptiest] += sizes[number]
    return fold_of[family]
