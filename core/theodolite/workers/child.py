"""The child's side: a main thread that works and a pump thread that listens.

Started as ``python -c "...; main(name)"`` with its requests on standard input and its answers on standard
output, which are moved away first so that nothing a native library prints can disturb the protocol. The end
of the input means that the parent is gone: the process ends at once, whatever it is doing.
"""

from __future__ import annotations

import importlib
import inspect
import os
import queue
import signal
import sys
import threading
import traceback
from dataclasses import replace
from typing import Any

from theodolite import offline
from theodolite.errors import TheodoliteError
from theodolite.jobs import Progress
from theodolite.workers import lending, messages
from theodolite.workers.messages import Call, Cancel, Done, Failed, Ready, Request, Step, Stopped
from theodolite.workers.threads import threads

_cancelled = threading.Event()


def cancelled() -> bool:
    """Whether the request now running in this worker was cancelled; False outside a worker."""
    return _cancelled.is_set()


class _Link:
    """Writes frames; any thread may, one at a time."""

    def __init__(self, stream: messages.ByteStream) -> None:
        self._stream = stream
        self._lock = threading.Lock()

    def send(self, message: object) -> None:
        self.send_encoded(messages.encode(message))

    def send_encoded(self, chunks: list[Any]) -> None:
        with self._lock:
            messages.send(self._stream, chunks)


def main(name: str) -> None:
    """Serve requests until the parent closes the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the parent's to decide
    offline.install(f"{name} worker")
    isolated = offline.unshare_network()
    incoming = os.fdopen(os.dup(0), "rb", buffering=0)
    outgoing = os.fdopen(os.dup(1), "wb", buffering=0)
    _redirect_standard_streams()
    if hasattr(os, "nice"):
        os.nice(10)
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(variable, str(threads()))
    link, borrower = _Link(outgoing), lending.Borrower(sys.argv[1:])
    requests: queue.SimpleQueue[Request] = queue.SimpleQueue()
    state = _State()
    threading.Thread(target=_pump, args=(incoming, requests, state), daemon=True).start()
    link.send(Ready(os.getpid(), isolated))
    while True:
        request = requests.get()
        state.begin(request.id)
        try:
            with borrower.borrowed(request) as call:
                link.send_encoded(_serve(link, replace(request, call=call)))
        except OSError:
            os._exit(0)  # the parent is gone


class _State:
    """Which request runs, so that a late cancel never stops the next one."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running = -1
        self._early: set[int] = set()

    def begin(self, request: int) -> None:
        with self._lock:
            self._running = request
            if request in self._early:
                _cancelled.set()
            else:
                _cancelled.clear()
            self._early.clear()

    def cancel(self, request: int) -> None:
        with self._lock:
            if request == self._running:
                _cancelled.set()
            elif request > self._running:  # it is still in the queue
                self._early.add(request)


def _pump(stream: messages.ByteStream, requests: queue.SimpleQueue[Request], state: _State) -> None:
    while True:
        try:
            frame = messages.receive(stream)
            message = None if frame is None else frame()
        except Exception:
            traceback.print_exc()
            os._exit(1)
        if message is None:
            os._exit(0)
        if isinstance(message, Request):
            requests.put(message)
        elif isinstance(message, Cancel):
            state.cancel(message.id)


def _serve(link: _Link, request: Request) -> list[Any]:
    """Run one request; its last message, encoded. Raises OSError only, when the parent is lost."""
    try:
        return messages.encode(Done(request.id, _work(link, request), offline.take_refused()))
    except _LinkLost as lost:
        raise OSError from lost
    except _StopWork:
        return messages.encode(Stopped(request.id, offline.take_refused()))
    except TheodoliteError as error:
        code, text, trace = error.code, str(error), traceback.format_exc()
    except BaseException as error:  # SystemExit of a library included: the worker stays
        code, text, trace = TheodoliteError.code, _describe(error), traceback.format_exc()
    return messages.encode(Failed(request.id, code, text, trace, offline.take_refused()))


def _describe(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__


class _StopWork(BaseException):
    """Ends a cancelled request inside the worker."""


class _LinkLost(BaseException):
    """The parent went away while a step was sent."""


def _work(link: _Link, request: Request) -> Any:
    outcome = resolve(request.call)(**request.call.kwargs)
    if not inspect.isgenerator(outcome):
        if _cancelled.is_set():
            raise _StopWork
        return outcome
    try:
        while True:
            if _cancelled.is_set():
                raise _StopWork
            try:
                step = next(outcome)
            except StopIteration as stop:
                return stop.value
            if not isinstance(step, Progress):
                raise TypeError(f"{request.call.function} yielded {type(step).__name__}, not Progress")
            _send_step(link, Step(request.id, step))
    finally:
        outcome.close()


def _send_step(link: _Link, step: Step) -> None:
    try:
        link.send(step)
    except OSError as error:
        raise _LinkLost from error


def resolve(call: Call) -> Any:
    """The function that ``call`` names; TheodoliteError when there is none."""
    module, _, name = call.function.partition(":")
    try:
        function = getattr(importlib.import_module(module), name)
    except (ImportError, AttributeError, ValueError) as error:
        raise TheodoliteError(f"No such work: {call.function} ({error})") from error
    return function


def _redirect_standard_streams() -> None:
    """Standard input becomes empty, standard output goes where errors go."""
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.close(null)
    os.dup2(2, 1)
    sys.stdin = os.fdopen(0, "r", closefd=False)
