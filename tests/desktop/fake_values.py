"""Values for the engine in memory: what its calls answer with, and a ranking of two towns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from theodolite.domain import (
    AnswerLevel,
    Candidate,
    Case,
    CaseState,
    Contribution,
    HintState,
    Ranking,
)

UTC = "2026-11-21T05:00:00Z"
PNG = bytes.fromhex("89504e470d0a1a0a")


@dataclass(frozen=True)
class Changes:
    everything: bool = True

    def __or__(self, other: Changes) -> Changes:
        return self


@dataclass(frozen=True)
class Effect:
    hint: str
    text: str
    conflict: Any = None


@dataclass(frozen=True)
class Pixels:
    width: int
    height: int
    rgb: bytes


@dataclass(frozen=True)
class Taken:
    path: str
    stored: bool
    readable: bool
    exhibit_id: str | None = None
    error_text: str | None = None
    duplicate: bool = False


def candidate(name: str, rank: int, lat: float, lon: float, *parts: tuple[str, str, float]) -> Candidate:
    contributions = tuple(Contribution(*p) for p in (*parts, ("prior", "Prior", -9.0)))
    score = sum(c.log_likelihood for c in contributions)
    return Candidate(name, rank, lat, lon, name, "IT", 0.7 / rank, 1.0, score, contributions)


def ranking_of(state: CaseState, exhibits: Sequence[str]) -> Ranking:
    """Two towns; a hint that is on lifts the first. Statuses follow the verdicts."""
    hints = [(h.id, h.reading, 2.0) for h in state.hints if h.state is HintState.ON]
    clues = [(c.id, c.inference, 1.5) for c in state.clues if c.active and c.exhibit in exhibits]
    found = [
        candidate("Arezzo", 1, 43.4645, 11.8815, *clues, *hints),
        candidate("Florence", 2, 43.7696, 11.2558, ("retrieval", "resembles 3 references", -1.25)),
    ]
    for verdict in state.verdicts:
        found = [
            replace(c, status=verdict.status, reason=verdict.reason) if c.label == verdict.label else c
            for c in found
        ]
    return Ranking(
        tuple(exhibits),
        "fusion",
        AnswerLevel.POINT,
        (("IT", 0.9), ("FR", 0.1)),
        (),
        tuple(found),
        (),
        (),
        (),
        "mixed",
        "0" * 64,
        "0" * 64,
        3.0,
    )


@dataclass(frozen=True)
class StrategyRow:
    name: str
    purpose: str
    missing: tuple[str, ...] = ()


def scored(exhibits: Sequence[str], strategy: str) -> Ranking:
    """One point by a strategy's own score, of an index that does not hold the place."""
    one = candidate("Arezzo", 1, 43.4645, 11.8815, (strategy, "density of references (reference 12)", 0.25))
    one = replace(one, probability=0.0, score=0.25)
    return replace(
        ranking_of(CaseState("", Case("", "", "", "")), exhibits),
        strategy=strategy,
        level=AnswerLevel.UNKNOWN,
        countries=(),
        candidates=(replace(one, contributions=one.contributions[:1]),),
        measure="density of references",
        note="nearest of 32 references in 2 towns",
    )
