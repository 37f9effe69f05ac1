"""What a text source found in one line, before it becomes a clue."""

from __future__ import annotations

from dataclasses import dataclass

from theodolite.domain import Reach, Strength, TimeSpan


@dataclass(frozen=True, slots=True)
class Finding:
    """``line``: number of the line; ``key``: equal for observations that say the same thing twice.

    ``when``: what the text says about the time, apart from the place (kind ``text.date``).
    """

    line: int
    kind: str
    observation: str
    inference: str
    strength: Strength
    method: str
    key: str
    reach: Reach | None = None
    confidence: float | None = None
    note: str = ""
    active: bool = True
    when: TimeSpan | None = None
