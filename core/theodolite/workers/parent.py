"""The parent's side: a worker that starts when first needed and starts again after it died.

A worker does one request at a time; further jobs wait in line. Nothing here blocks for longer than about
10 ms, apart from starting the child (some ms) and writing a large request into the pipe.
"""

from __future__ import annotations

import contextlib
import itertools
import logging
import time
from collections import deque
from typing import Any

from theodolite import offline
from theodolite.errors import TheodoliteError, WorkerDied
from theodolite.jobs import Job, Progress
from theodolite.workers.messages import Call, Done, Failed, Request, Step, Stopped
from theodolite.workers.process import ChildProcess

log = logging.getLogger(__name__)

_POLL_S = 0.01


class Worker:
    """One spawned process, named for its refusals and error texts ("vision", "language", "desk").

    ``restarts`` counts the children started after the first. Drive the jobs of one worker from one thread.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.restarts = 0
        self._child: ChildProcess | None = None
        self._line: deque[object] = deque()
        self._ids = itertools.count(1)

    @property
    def pid(self) -> int | None:
        """The living child's process id, or None while there is none."""
        child = self._child
        return child.pid if child is not None and not child.dead else None

    @property
    def isolated(self) -> bool | None:
        """Whether the child has an empty network namespace; None until one has started."""
        return self._child.isolated if self._child is not None else None

    def run(self, call: Call) -> Job[Any]:
        """The result of ``call``; yields its steps, and ``waiting`` steps when nothing arrived in 10 ms.

        Closing the generator cancels: cooperatively at first, by kill after 2 s, without waiting here.
        Raises WorkerDied when the child ends or says nothing for ``call.silence_s``; what the work raises
        comes back as the error class of its code, or as TheodoliteError with the type and text.
        """
        ticket = object()
        self._line.append(ticket)
        try:
            while self._line[0] is not ticket:
                yield self._pause(f"waiting for the {self.name} worker")
            child = self._living_child()
            while not child.idle:
                if child.dead and not child.ready:
                    raise self._died(child)
                if child.dead:  # killed while it wound down a cancelled request
                    child = self._living_child()
                yield self._pause(
                    f"starting the {self.name} worker" if not child.ready else f"{self.name} worker"
                )
            return (yield from self._exchange(child, Request(next(self._ids), call)))
        finally:
            self._line.remove(ticket)

    def close(self) -> None:
        """End the child now; a job still open raises WorkerDied at its next step."""
        if self._child is not None:
            self._child.end()
            self._child = None

    def __enter__(self) -> Worker:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _exchange(self, child: ChildProcess, request: Request) -> Job[Any]:
        finished = False
        last = time.monotonic()
        try:
            try:
                child.send(request)
            except OSError:
                finished = True
                raise self._died(child) from None
            while True:
                message = child.next_message(_POLL_S)
                limit = request.call.silence_s
                if message is not None:
                    last = time.monotonic()
                elif child.dead and child.inbox_empty:
                    finished = True
                    raise self._died(child)
                elif limit is not None and time.monotonic() - last > limit:
                    finished = True
                    child.kill()
                    raise WorkerDied(
                        f"The {self.name} worker gave no answer for {limit:g} s and was ended. "
                        "The next request starts a new one."
                    )
                if message is None:
                    yield Progress(f"{self.name} worker", waiting=True)
                elif message.id != request.id:
                    continue  # the tail of a request that was cancelled
                elif isinstance(message, Step):
                    yield message.progress
                else:
                    finished = True
                    return self._outcome(message)
        finally:
            if not finished:
                child.cancel(request.id)

    def _outcome(self, message: Done | Failed | Stopped) -> Any:
        offline.add_refused(message.refused)
        if isinstance(message, Done):
            return message.value
        if isinstance(message, Stopped):
            raise WorkerDied(f"The {self.name} worker stopped before it had a result.")
        log.info("%s worker: %s\n%s", self.name, message.text, message.trace)
        error = error_class(message.code)(message.text)
        error.add_note(f"In the {self.name} worker:\n{message.trace}")
        raise error

    def _living_child(self) -> ChildProcess:
        if self._child is not None and not self._child.dead:
            return self._child
        if self._child is not None:
            self._child.end()
            self.restarts += 1
        self._child = ChildProcess(self.name)
        return self._child

    def _died(self, child: ChildProcess) -> WorkerDied:
        error = WorkerDied(
            f"The {self.name} worker ended unexpectedly ({child.how_it_ended()}). "
            "The next request starts a new one."
        )
        with contextlib.suppress(OSError, ValueError):
            words = child.last_words()
            if words:
                error.add_note(words)
                log.warning("last words of the %s worker:\n%s", self.name, words)
        return error

    def _pause(self, text: str) -> Progress:
        time.sleep(_POLL_S)
        return Progress(text, waiting=True)


def error_class(code: str) -> type[TheodoliteError]:
    """The error class with this ``code``; the root when no imported class has it."""
    classes = [TheodoliteError]
    for cls in classes:
        if cls.code == code:
            return cls
        classes.extend(cls.__subclasses__())
    return TheodoliteError
