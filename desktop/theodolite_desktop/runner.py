"""The store thread: one thread makes every engine call; results come back to the window as signals."""

from __future__ import annotations

import itertools
import logging
import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from theodolite.errors import StorageFailed
from theodolite.jobs import Job, Progress
from theodolite_desktop import wording
from theodolite_desktop.job_log import JobLog, Outcome
from theodolite_desktop.schedule import Cancel, Event, Schedule, Work

logger = logging.getLogger(__name__)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Handlers(Generic[T]):
    done: Callable[[T], None] | None
    failed: Callable[[str], None] | None
    progressed: Callable[[Progress], None] | None
    title: str
    stopped: Callable[[], None] | None = None


class Runner(QObject):
    """Give it work from the window's thread; callbacks run there too, in the order things happened."""

    failed = Signal(str)
    storageFailed = Signal(str)
    jobsChanged = Signal()
    jobEnded = Signal(object)
    _happened = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = itertools.count(1)
        self._handlers: dict[int, _Handlers[Any]] = {}
        self._progress: dict[int, Progress] = {}
        self.log = JobLog(time.monotonic, self.jobsChanged.emit)
        self._inbox: queue.SimpleQueue[Work | Cancel | None] = queue.SimpleQueue()
        self._closed = False
        self._happened.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        schedule = Schedule(self._inbox, self._happened.emit)
        self._thread = threading.Thread(target=schedule.run, name="store", daemon=True)
        self._thread.start()

    def call(
        self,
        make: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[str], None] | None = None,
    ) -> int:
        """Run a short function on the store thread. Without ``failed``, errors go to the signal."""
        number = next(self._numbers)
        self._handlers[number] = _Handlers(done, failed, None, "")
        self._inbox.put(Work(number, make))
        return number

    def start(
        self,
        title: str,
        make: Callable[[], Job[T]],
        done: Callable[[T], None] | None = None,
        failed: Callable[[str], None] | None = None,
        progressed: Callable[[Progress], None] | None = None,
        stopped: Callable[[], None] | None = None,
        *,
        quiet: bool = False,
    ) -> int:
        """Begin a long job on the store thread; with a title it is listed. Cancelled: only ``stopped``.

        ``quiet``: nobody asked for it; only if it fails is its end said.
        """
        number = next(self._numbers)
        self._handlers[number] = _Handlers(done, failed, progressed, title, stopped)
        self._progress[number] = Progress(title, waiting=True)
        self._inbox.put(Work(number, make, job=True))
        self.log.begin(number, title, partial(self.cancel, number), quiet=quiet)
        return number

    def cancel(self, number: int) -> None:
        self._inbox.put(Cancel(number))

    def jobs(self) -> tuple[tuple[int, str, Progress], ...]:
        """Running jobs, oldest first: id, title, last progress."""
        known = ((n, self._handlers[n].title, p) for n, p in self._progress.items() if n in self._handlers)
        return tuple(item for item in known if item[1])

    def idle(self) -> bool:
        return not self._handlers

    def close(self, last: Callable[[], object] | None = None) -> None:
        """Cancel everything, run ``last`` on the store thread and end it."""
        if self._closed:
            return
        self._closed = True
        for number in list(self._progress):
            self._inbox.put(Cancel(number))
        if last is not None:
            self._inbox.put(Work(0, last))
        self._inbox.put(None)
        self._thread.join(timeout=10)

    def _deliver(self, event: Event) -> None:
        if event.kind == "progressed":
            self._progressed(event)
            return
        handlers = self._handlers.pop(event.id, None)
        if self._progress.pop(event.id, None) is not None:
            self._end(event)
        if handlers is None:
            return
        if event.kind == "finished" and handlers.done is not None:
            handlers.done(event.value)
        elif event.kind == "failed":
            self._failed(handlers, event.value)
        elif event.kind == "cancelled" and handlers.stopped is not None:
            handlers.stopped()

    def _end(self, event: Event) -> None:
        outcomes: dict[str, Outcome] = {"failed": "failed", "cancelled": "cancelled"}
        outcome = outcomes.get(event.kind, "finished")
        line = self.log.end(event.id, outcome, wording.error(event.value) if outcome == "failed" else "")
        if line is not None:
            self.jobEnded.emit(line)
        self.jobsChanged.emit()

    def _progressed(self, event: Event) -> None:
        handlers = self._handlers.get(event.id)
        if handlers is None:
            return
        self._progress[event.id] = event.value
        if handlers.progressed is not None:
            handlers.progressed(event.value)
        self.log.progress(event.id, event.value)

    def _failed(self, handlers: _Handlers[Any], problem: Exception) -> None:
        text = wording.error(problem)
        logger.warning("%s: %s", handlers.title or "call", text, exc_info=problem)
        if isinstance(problem, StorageFailed):
            self.storageFailed.emit(text)
        if handlers.failed is not None:
            handlers.failed(text)
        else:
            self.failed.emit(text)
