"""Beginnings of several conversations, kept evaluated within a bounded memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from theodolite.assistant.runtime.planning import Step, shared, tokens_of

MOST_BYTES = 512 * 2**20
LEAST_TOKENS = 128  # fewer are read again sooner than they are copied


@dataclass(frozen=True, slots=True)
class Kept:
    """An evaluated beginning: its batches, and llama.cpp's state of them."""

    steps: tuple[Step, ...]
    state: NDArray[np.uint8]


@dataclass(slots=True)
class Store:
    """The least recently used beginning goes first. ``entries``: oldest first."""

    most: int = MOST_BYTES
    entries: list[Kept] = field(default_factory=list)

    @property
    def bytes(self) -> int:
        return sum(entry.state.nbytes for entry in self.entries)

    def room_for(self, size: int) -> bool:
        return 0 < size <= self.most

    def add(self, kept: Kept) -> None:
        """Keep it, instead of the shorter beginnings that it contains."""
        self.entries = [entry for entry in self.entries if shared(entry.steps, kept.steps) < len(entry.steps)]
        self.entries.append(kept)
        while self.bytes > self.most:
            self.entries.pop(0)

    def best(self, wanted: Sequence[Step]) -> tuple[Kept | None, int]:
        """The one that has most of ``wanted``, now the most recently used, and how many batches that are."""
        counts = [shared(entry.steps, wanted) for entry in self.entries]
        most = max(counts, default=0)
        if not most:
            return None, 0
        found = self.entries.pop(counts.index(most))
        self.entries.append(found)
        return found, most

    def holds(self, steps: Sequence[Step]) -> bool:
        """Whether all of ``steps`` are in an entry already."""
        return any(shared(entry.steps, steps) == len(steps) for entry in self.entries)


def worth(steps: Sequence[Step]) -> bool:
    return tokens_of(steps) >= LEAST_TOKENS
