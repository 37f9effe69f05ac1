"""Terms of the gazetteer near a misread name: candidates by the half that was read right, then weighed.

A name with one error has its first or its second half right (the pigeonhole principle: with names of equal
length cut at the middle), so two index rows for each possible length hold every name one error away, and
many two errors away. Candidates are thinned by the plain edit distance, then ordered by the weighted one
(:mod:`gazetteer_errors`) and by the people of the largest place of the name.
"""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from theodolite.geo.gazetteer_build import LEAST_PEOPLE
from theodolite.geo.gazetteer_errors import CONFUSED, cost, rewritten

#: What a power of e in people is worth, nats: signs name places about as the root of their people.
POPULATION = 0.5
#: Steps of the stored weight for one power of e (gazetteer_build.weight_of).
_STEPS = 15.0
#: Roughly what one error costs, to thin candidates before they are weighed.
_ERROR = 4.5
#: Candidates weighed in one look-up, terms returned.
_WEIGHED, _RETURNED = 400, 60


@dataclass(frozen=True, slots=True)
class Near:
    """A term near a key: its row, what reading it as the key costs, its people on the log scale (nats)."""

    term: int
    cost: float
    people: float

    @property
    def order(self) -> float:
        return self.people - self.cost


def errors_allowed(key: str) -> int:
    """Letters that may differ: none below three (two where a letter is a syllable or a word)."""
    if len(key) < (2 if key and key[0] > "\u2e80" else 3):
        return 0
    return 1 if len(key) < 6 else 2 if len(key) < 11 else 3


def near_terms(db: sqlite3.Connection, keys: Mapping[str, float], least: int = _RETURNED) -> list[Near]:
    """Terms near any of ``keys`` (folded name -> what is added to its cost), the likeliest first."""
    best: dict[int, Near] = {}
    candidates: list[tuple[float, str, str, int, float, float]] = []
    for key, extra in keys.items():
        candidates += _candidates(db, key, extra)
        for near in _rewritten(db, key, extra):
            if near.term not in best or near.cost < best[near.term].cost:
                best[near.term] = near
    candidates.sort(key=lambda item: -item[0])
    for _, read, meant, term, people, extra in candidates[:_WEIGHED]:
        weighed = extra + cost(read, meant)
        if term not in best or weighed < best[term].cost:
            best[term] = Near(term, weighed, people)
    return sorted(best.values(), key=lambda near: (-near.order, near.term))[:least]


def _candidates(
    db: sqlite3.Connection, key: str, extra: float
) -> Iterable[tuple[float, str, str, int, float, float]]:
    """(rough order, as read, as meant, term, people, extra); common halves are left out of both names."""
    allowed, size = errors_allowed(key), len(key)
    if not allowed or size > 80:
        return []
    asked: dict[str, tuple[str, str]] = {}
    for length in range(max(2, size - min(allowed, 2)), size + min(allowed, 2) + 1):
        cut = length // 2
        if cut <= size:
            asked[f"<{length}{key[:cut]}"] = (key[cut:], key[max(0, cut - 1) : cut])
        tail = length - cut
        if tail <= size:
            asked[f">{length}{key[size - tail :]}"] = (key[: size - tail], "")
    marks = ",".join("?" * len(asked))
    rows = db.execute(f"select key, rests, terms, weights from half where key in ({marks})", list(asked))  # noqa: S608
    found = []
    for half, rests, terms, weights in rows:
        read, before = asked[half]
        names = rests.split("\n")
        near = process.extract(read, names, scorer=OSA.distance, score_cutoff=allowed, limit=None)
        numbers = np.frombuffer(terms, dtype="<u4")
        for name, distance, at in near:
            people = POPULATION * weights[at] / _STEPS
            found.append(
                (
                    people - _ERROR * distance - extra,
                    before + read,
                    before + name,
                    int(numbers[at]),
                    people,
                    extra,
                )
            )
    return found


def _rewritten(db: sqlite3.Connection, key: str, extra: float) -> list[Near]:
    """Names that differ by one pair of letters read as one, wherever it stands."""
    others = rewritten(key)
    if not others or len(key) < 3:
        return []
    marks = ",".join("?" * len(others))
    rows = db.execute(f"select id, population from term where key in ({marks})", others)  # noqa: S608
    return [
        Near(term, extra + CONFUSED, POPULATION * math.log(max(population, LEAST_PEOPLE)))
        for term, population in rows
    ]
