"""What runs, what ran, how far it is and how it ended; and how long the rest may take. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from theodolite.jobs import Progress

Outcome = Literal["running", "finished", "failed", "cancelled"]
KEPT: Final = 60
"""Jobs that have ended stay listed up to this many."""

SOONEST_S, LEAST_SHARE = 2.0, 0.02
"""No estimate before this much time and this share of the work."""


@dataclass(frozen=True, slots=True)
class JobLine:
    """One job. ``begun``, ``ended``: seconds of one clock. ``cancel``: None where it cannot be stopped.

    ``quiet``: nobody asked for it, so its good end is no news.
    """

    id: int
    title: str
    begun: float
    progress: Progress
    outcome: Outcome = "running"
    ended: float = 0.0
    why: str = ""
    cancel: Callable[[], object] | None = None
    quiet: bool = False

    @property
    def running(self) -> bool:
        return self.outcome == "running"

    @property
    def share(self) -> float | None:
        """Of the work, 0 to 1; None while nobody knows how much there is."""
        total = self.progress.total
        return min(1.0, self.progress.done / total) if total else None

    def seconds(self, now: float) -> float:
        """It has run, or took."""
        return max(0.0, (self.ended if not self.running else now) - self.begun)

    def left(self, now: float) -> float | None:
        """Seconds that the rest will take at the pace so far; None where that would be a guess."""
        share, spent = self.share, self.seconds(now)
        if not self.running or share is None or share < LEAST_SHARE or spent < SOONEST_S:
            return None
        return spent * (1 - share) / share


class JobLog:
    """Lines by number, newest last. ``clock`` gives seconds."""

    def __init__(self, clock: Callable[[], float], changed: Callable[[], object]) -> None:
        self._clock, self._changed = clock, changed
        self._lines: dict[int, JobLine] = {}

    def __iter__(self) -> Iterator[JobLine]:
        return iter(tuple(self._lines.values()))

    @property
    def now(self) -> float:
        return self._clock()

    def begin(
        self,
        number: int,
        title: str,
        cancel: Callable[[], object] | None = None,
        *,
        quiet: bool = False,
    ) -> None:
        """A job without a title is nobody's business: it is not listed."""
        if title:
            progress = Progress(title, waiting=True)
            self._lines[number] = JobLine(number, title, self._clock(), progress, cancel=cancel, quiet=quiet)
            self._changed()

    def progress(self, number: int, progress: Progress) -> None:
        line = self._lines.get(number)
        if line is not None and line.running:
            self._lines[number] = replace(line, progress=progress)
            self._changed()

    def end(self, number: int, outcome: Outcome, why: str = "") -> JobLine | None:
        """The line as it ended; None for one that is not listed."""
        line = self._lines.get(number)
        if line is None or not line.running:
            return None
        ended = self._lines[number] = replace(
            line, outcome=outcome, ended=self._clock(), why=why, cancel=None
        )
        for old in [n for n, one in self._lines.items() if not one.running][:-KEPT]:
            del self._lines[old]
        self._changed()
        return ended

    def forget_ended(self) -> None:
        self._lines = {n: line for n, line in self._lines.items() if line.running}
        self._changed()
