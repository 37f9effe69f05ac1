"""The line of requests to the language model: one at a time, the others wait where they can be seen."""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from theodolite.jobs import Job, Progress
from theodolite_desktop.language import tr
from theodolite_desktop.runner import Runner
from theodolite_desktop.views.talk_head import Asked, Work

LONGEST = 12


@dataclass(frozen=True, slots=True)
class Order:
    """``make`` begins the job on the store thread. ``key``: two orders with one key are the same wish.

    ``said``: what the person asked, shown while it waits. ``raw``: the model writes a form, not prose.
    """

    key: str
    title: str
    make: Callable[[], Job[Any]]
    said: str = ""
    raw: bool = False


class Line(QObject):
    """Signals come in order: changed, then begun, wrote ..., then exactly one of done, failed, stopped."""

    changed = Signal()
    begun = Signal(object)
    wrote = Signal(object, str)
    done = Signal(object, object)
    failed = Signal(object, str)
    stopped = Signal(object, str)

    def __init__(self, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._numbers = itertools.count(1)
        self._waiting: deque[tuple[int, Order]] = deque()
        self._running: tuple[int, Order] | None = None
        self._job = 0
        self._parts: list[str] = []
        self._step = Progress("")
        self._stopping = False

    def put(self, order: Order) -> bool:
        """Take ``order`` on; False where the same wish is there already, or the line is too long."""
        known = [one.key for _, one in self._waiting]
        known += [self._running[1].key] if self._running and not self._stopping else []
        if order.key in known or len(self._waiting) >= LONGEST:
            return False
        self._waiting.append((next(self._numbers), order))
        self._next()
        self.changed.emit()
        return True

    def stop(self) -> bool:
        """Cancel what runs; the worker winds down by itself or is ended. Whether there was anything."""
        if self._running is None or self._stopping:
            return False
        self._stopping = True
        self._runner.cancel(self._job)
        self.changed.emit()
        return True

    def cancel(self, number: int) -> None:
        """Take a waiting order out of the line."""
        self._waiting = deque(one for one in self._waiting if one[0] != number)
        self.changed.emit()

    def clear(self) -> None:
        """Nothing is wanted any more: the case was closed."""
        self._waiting.clear()
        self.stop()
        self.changed.emit()

    @property
    def busy(self) -> bool:
        return self._running is not None

    @property
    def work(self) -> Work | None:
        """What is in work, in words."""
        if self._running is None:
            return None
        number, order = self._running
        asked = Asked(number, order.title)
        if self._stopping:
            return Work(asked, "stopping")
        return Work(asked, self._step.text or tr("waking the model"), self._step.done, self._step.total)

    @property
    def waiting(self) -> tuple[Asked, ...]:
        return tuple(Asked(number, order.title) for number, order in self._waiting)

    # --- inside ----------------------------------------------------------------------------------------

    def _next(self) -> None:
        if self._running is not None or not self._waiting:
            return
        number, order = self._waiting.popleft()
        self._running = (number, order)
        self._parts, self._step, self._stopping = [], Progress(""), False
        self.begun.emit(order)
        self._job = self._runner.start(
            order.title,
            order.make,
            partial(self._done, number),
            partial(self._failed, number),
            partial(self._progressed, number),
            partial(self._was_stopped, number),
        )

    def _progressed(self, number: int, progress: Progress) -> None:
        if self._running is None or self._running[0] != number or self._stopping:
            return
        self._step = progress
        value = getattr(progress, "value", None)
        if isinstance(value, str):
            self._parts.append(value)
            self.wrote.emit(self._running[1], "".join(self._parts))
        self.changed.emit()

    def _end(self) -> Order:
        assert self._running is not None
        order = self._running[1]
        self._running, self._stopping = None, False
        return order

    def _done(self, number: int, result: object) -> None:
        if self._running is not None and self._running[0] == number:
            self.done.emit(self._end(), result)
            self._after()

    def _failed(self, number: int, text: str) -> None:
        if self._running is not None and self._running[0] == number:
            self.failed.emit(self._end(), text)
            self._after()

    def _was_stopped(self, number: int) -> None:
        """Cancelled, here or in the status bar."""
        if self._running is not None and self._running[0] == number:
            text = "".join(self._parts)
            self.stopped.emit(self._end(), text)
            self._after()

    def _after(self) -> None:
        self._next()
        self.changed.emit()
