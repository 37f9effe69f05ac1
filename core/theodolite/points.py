"""Scores as people read them: "points" are 10 log10 of a likelihood ratio, and printed rows add up.

Shared by window and report, so that both print the same numbers.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from theodolite.domain import Candidate

SHOWN = 5
_PER_NAT = 10.0 / math.log(10.0)


@dataclass(frozen=True, slots=True)
class PointRow:
    """One printed row of a candidate: ``tenths`` of a point, an integer so that rows add exactly.

    ``kind``: 'source', 'rest' (several smaller ones together), 'prior' or 'total'.
    """

    kind: str
    source: str
    text: str
    tenths: int

    @property
    def printed(self) -> str:
        """With its sign always, a real minus, one decimal: '+11.5', '−0.3', '0.0'."""
        sign = "+" if self.tenths > 0 else "−" if self.tenths < 0 else ""
        return f"{sign}{abs(self.tenths) // 10}.{abs(self.tenths) % 10}"


def to_points(log_likelihood: float) -> float:
    """Natural logarithm of a ratio to points: ln 10 is 10 points."""
    return log_likelihood * _PER_NAT


def tenths(values: Sequence[float]) -> tuple[int, ...]:
    """Points as integers of a tenth whose sum is the rounded sum of ``values`` (largest remainder)."""
    scaled = [value * 10.0 for value in values]
    floors = [math.floor(value) for value in scaled]
    missing = round(math.fsum(scaled)) - sum(floors)
    by_remainder = sorted(range(len(scaled)), key=lambda i: (floors[i] - scaled[i], i))
    for i in by_remainder[:missing]:
        floors[i] += 1
    return tuple(floors)


def rows(candidate: Candidate, shown: int = SHOWN) -> tuple[PointRow, ...]:
    """What a card prints: the largest sources, the sum of the others, the prior, the total."""
    prior = [c for c in candidate.contributions if c.source == "prior"]
    sources = sorted(
        (c for c in candidate.contributions if c.source != "prior"),
        key=lambda c: (-abs(c.log_likelihood), c.source),
    )
    first, rest = sources[:shown], sources[shown:]
    if len(rest) == 1:  # "1 smaller" would hide what one more row can say
        first, rest = sources, []
    named = [("source", c.source, c.text, to_points(c.log_likelihood)) for c in first]
    if rest:
        together = math.fsum(to_points(c.log_likelihood) for c in rest)
        named.append(("rest", "", f"{len(rest)} smaller", together))
    named += [("prior", "prior", "Prior", to_points(c.log_likelihood)) for c in prior]
    printed = tenths([value for *_, value in named])
    body = [
        PointRow(kind, source, text, n) for (kind, source, text, _), n in zip(named, printed, strict=True)
    ]
    return (*body, PointRow("total", "", "Total", sum(printed)))
