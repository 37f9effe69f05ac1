"""The order of work on the store thread: short calls first, then one step of each job in turn. No Qt.

A call is a function of the desk; a job is a generator (theodolite.jobs) made by such a function. Nothing
here knows a thread: :class:`Schedule` is given a queue and is stepped by whoever owns it.
"""

from __future__ import annotations

import logging
import queue
from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any

from theodolite.jobs import Progress

logger = logging.getLogger(__name__)
PAUSE_S = 0.01

Report = Callable[["Event"], None]


@dataclass(frozen=True, slots=True)
class Event:
    """What happened to piece of work ``id``: ``kind`` is progressed, finished, failed or cancelled."""

    id: int
    kind: str
    value: Any = None


@dataclass(frozen=True, slots=True)
class Work:
    """``make`` runs on the store thread; when ``job`` it returns a generator that is stepped."""

    id: int
    make: Callable[[], Any]
    job: bool = False


@dataclass(frozen=True, slots=True)
class Cancel:
    """Close job ``id``; unknown or finished ids are nothing to do."""

    id: int


class Schedule:
    """Runs work that arrives in ``inbox``; every event goes to ``report``, in order."""

    def __init__(self, inbox: queue.SimpleQueue[Work | Cancel | None], report: Report) -> None:
        self._inbox = inbox
        self._report = report
        self._jobs: dict[int, Generator[Progress, None, Any]] = {}
        self._waiting: set[int] = set()

    def run(self) -> None:
        """Work until ``None`` arrives, then close what is still running."""
        try:
            while self.turn():
                pass
        finally:
            for number in list(self._jobs):
                self._cancel(number)

    def turn(self) -> bool:
        """One round: everything that arrived, then a step of each job. False: asked to stop."""
        if not self._receive():
            return False
        for number in list(self._jobs):
            self._step(number)
        return True

    def _receive(self) -> bool:
        timeout: float | None = None
        if self._jobs:
            timeout = PAUSE_S if len(self._waiting) == len(self._jobs) else 0.0
        try:
            item = self._inbox.get(timeout=timeout) if timeout != 0.0 else self._inbox.get_nowait()
            while True:
                if item is None:
                    return False
                if isinstance(item, Cancel):
                    self._cancel(item.id)
                else:
                    self._begin(item)
                item = self._inbox.get_nowait()
        except queue.Empty:
            return True

    def _begin(self, work: Work) -> None:
        try:
            value = work.make()
        except Exception as error:
            self._fail(work.id, error)
            return
        if work.job:
            self._jobs[work.id] = value
        else:
            self._report(Event(work.id, "finished", value))

    def _step(self, number: int) -> None:
        job = self._jobs.get(number)
        if job is None:
            return
        try:
            progress = next(job)
        except StopIteration as stop:
            self._forget(number)
            self._report(Event(number, "finished", stop.value))
            return
        except Exception as error:
            self._forget(number)
            self._fail(number, error)
            return
        if progress.waiting:
            self._waiting.add(number)
        else:
            self._waiting.discard(number)
            self._report(Event(number, "progressed", progress))

    def _cancel(self, number: int) -> None:
        job = self._jobs.get(number)
        if job is None:
            return
        self._forget(number)
        try:
            job.close()
        except Exception:
            logger.exception("closing job %s", number)
        self._report(Event(number, "cancelled"))

    def _forget(self, number: int) -> None:
        self._jobs.pop(number, None)
        self._waiting.discard(number)

    def _fail(self, number: int, error: Exception) -> None:
        self._report(Event(number, "failed", error))
