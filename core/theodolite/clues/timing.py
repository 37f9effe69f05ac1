"""How long each clue source took, and what came of it."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from theodolite.domain import Clue, SourceRun, source_of


class Stopwatch:
    """Seconds by source; a source that works several times adds up, one within another counts once."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._within: list[float] = []

    @contextmanager
    def of(self, source: str) -> Iterator[None]:
        started = time.perf_counter()
        self._within.append(0.0)
        try:
            yield
        finally:
            taken = time.perf_counter() - started
            own = taken - self._within.pop()
            self.seconds[source] = self.seconds.get(source, 0.0) + own
            if self._within:
                self._within[-1] += taken

    def runs(self, clues: Iterable[Clue]) -> tuple[SourceRun, ...]:
        """One run a source, in the order they began: how many clues it made, else why there is none."""
        made: dict[str, int] = {}
        reasons: dict[str, str] = {}
        for clue in clues:
            source = source_of(clue.kind)
            if clue.kind.startswith("none."):
                reasons.setdefault(source, clue.observation)
            else:
                made[source] = made.get(source, 0) + 1
        names = dict.fromkeys((*self.seconds, *made, *reasons))
        return tuple(
            SourceRun(name, round(self.seconds.get(name, 0.0), 4), made.get(name, 0), reasons.get(name, ""))
            for name in names
        )
