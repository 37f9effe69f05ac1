"""A long job is a generator of :class:`Progress`; each yield is a cancel point.

A job is driven by whoever wants its result: the command line with :func:`run_to_end`, the window by
calling ``next`` on its store thread, one step at a time. Closing the generator cancels the job; what it
had confirmed stays, what it had not is gone. Cancellation is not an error.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a job stands.

    ``done`` of ``total`` (``total`` None: unknown) in the unit that ``text`` names. ``waiting`` is True
    when the job only waits for another process: the driver may pause some milliseconds before the next
    step instead of spinning.
    """

    text: str
    done: int = 0
    total: int | None = None
    waiting: bool = False


Job = Generator[Progress, None, T]


def run_to_end(job: Job[T], on_progress: Callable[[Progress], None] | None = None) -> T:
    """Drive ``job`` in this thread and return its result; every yield goes to ``on_progress``."""
    while True:
        try:
            progress = next(job)
        except StopIteration as stop:
            result: T = stop.value
            return result
        if on_progress is not None:
            on_progress(progress)
