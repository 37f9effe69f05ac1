"""One life of a worker's child: its pipes, the thread that reads them, and its end."""

from __future__ import annotations

import contextlib
import logging
import os
import queue
import signal
import subprocess
import sys
import threading
import weakref
from io import FileIO
from typing import IO, Any, cast

from theodolite.workers import lending, messages
from theodolite.workers.messages import Cancel, Done, Failed, Ready, Request, Step, Stopped

log = logging.getLogger(__name__)

KILL_AFTER_S = 2.0
_END_AFTER_S = 0.5
_LAST_WORDS = 4000

Answer = Step | Done | Failed | Stopped


class ChildProcess:
    """A started child. The reading thread ends with the child; :meth:`end` leaves nothing behind."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.ready = False
        self.isolated: bool | None = None
        self._busy: int | None = None
        self._timer: threading.Timer | None = None
        self._lock = threading.Lock()
        self._gone = threading.Event()
        self._inbox: queue.SimpleQueue[Answer | None] = queue.SimpleQueue()
        self._stderr: IO[bytes] = lending.nameless()
        # The parent's own search path, so that the child imports the same modules; an environment variable
        # would reach the child's children as well.
        path = f"import sys; sys.path[:] = {sys.path!r}"
        start = f"{path}; from theodolite.workers.child import main; main({name!r})"
        self._lending = lending.Lender()
        self._process = subprocess.Popen(
            [sys.executable, "-c", start, *self._lending.words],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._stderr,
            bufsize=0,
            pass_fds=self._lending.handed,
        )
        self._lending.started()
        self._requests = cast(FileIO, self._process.stdin)
        self._answers = cast(FileIO, self._process.stdout)
        self._reader = threading.Thread(target=self._read, name=f"{name} worker's answers", daemon=True)
        self._finalizer = weakref.finalize(
            self, _abandon, self._process, self._reader, self._stderr, self._lending
        )
        self._reader.start()

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def dead(self) -> bool:
        """The child has ended; what it sent before is in the inbox already."""
        return self._gone.is_set()

    @property
    def idle(self) -> bool:
        """Ready for a request."""
        with self._lock:
            return self.ready and self._busy is None and not self.dead

    @property
    def inbox_empty(self) -> bool:
        return self._inbox.empty()

    def send(self, request: Request) -> None:
        """Hand over a request. Raises OSError when the child is gone, pickle's errors for its arguments."""
        chunks = messages.encode(request)
        with self._lock:
            self._busy = request.id
        self._lending.lend(request)
        messages.send(self._requests, chunks)

    def next_message(self, timeout: float) -> Answer | None:
        """The next answer, or None when none came in ``timeout`` seconds."""
        try:
            return self._inbox.get(timeout=timeout)
        except queue.Empty:
            return None

    def cancel(self, request: int) -> None:
        """Ask the child to stop ``request``; kill it when it still runs KILL_AFTER_S later."""
        with self._lock:
            if self._busy != request or self.dead:
                return
            self._timer = threading.Timer(KILL_AFTER_S, self._kill_if_busy, (request,))
            self._timer.daemon = True
            self._timer.start()
        with contextlib.suppress(OSError):
            messages.send(self._requests, messages.encode(Cancel(request)))

    def kill(self) -> None:
        """End it at once; the reading thread notices."""
        with contextlib.suppress(OSError):
            self._process.kill()

    def end(self) -> None:
        """Close the pipe, which ends the child, and wait until nothing of it is left."""
        with contextlib.suppress(OSError):
            self._requests.close()
        if not self._gone.wait(_END_AFTER_S):
            self.kill()
        self._reader.join()
        timer = self._timer
        if timer is not None:
            timer.cancel()
            timer.join()
        self._finalizer.detach()
        self._stderr.close()
        self._lending.close()

    def how_it_ended(self) -> str:
        """The exit status in words; call when it is dead."""
        self._gone.wait(_END_AFTER_S)
        status = self._process.poll()
        if status is None:
            return "its pipe broke"
        if status < 0:
            try:
                return f"killed by {signal.Signals(-status).name}"
            except ValueError:
                return f"killed by signal {-status}"
        return f"exit code {status}"

    def last_words(self) -> str:
        """The end of what it wrote to standard error."""
        size = os.fstat(self._stderr.fileno()).st_size
        data = os.pread(self._stderr.fileno(), _LAST_WORDS, max(0, size - _LAST_WORDS))
        return data.decode("utf-8", "replace").strip()

    def _kill_if_busy(self, request: int) -> None:
        with self._lock:
            busy = self._busy == request
        if busy:
            log.warning("the %s worker did not stop in %g s: killed", self._name, KILL_AFTER_S)
            self.kill()

    def _read(self) -> None:
        """Thread: every message into the inbox, as long as the child lives."""
        while True:
            try:
                frame = messages.receive(self._answers)
            except (OSError, ValueError):
                frame = None
            if frame is None:
                break
            self._take(self._decode(frame))
        self._process.kill()  # a child that closed its pipe is of no use
        self._process.wait()
        self._answers.close()
        with self._lock:
            self._busy = None
            timer = self._timer
            self._gone.set()
        if timer is not None:
            timer.cancel()

    def _decode(self, frame: Any) -> Any:
        try:
            return frame()
        except Exception as error:
            log.exception("an answer of the %s worker cannot be read", self._name)
            return Failed(
                self._busy or 0, "error", f"The answer of the {self._name} worker cannot be read: {error}"
            )

    def _take(self, message: Any) -> None:
        if isinstance(message, Ready):
            self.isolated = message.isolated
            self.ready = True
            return
        if not isinstance(message, Step):
            with self._lock:
                if self._busy == message.id:
                    self._busy = None
                timer, self._timer = self._timer, None
            if timer is not None:
                timer.cancel()
        self._inbox.put(message)


def _abandon(
    process: subprocess.Popen[bytes], reader: threading.Thread, stderr: IO[bytes], lender: lending.Lender
) -> None:
    """For a worker that was never closed: no child and no open file outlive it.

    The reading thread must end before the interpreter does: a daemon thread is frozen at exit wherever it
    is, and a lock it holds then would hang whoever closes a job last.
    """
    with contextlib.suppress(OSError):
        process.kill()
    reader.join(_END_AFTER_S)
    process.wait()
    lender.close()
    for stream in (process.stdin, stderr):
        if stream is not None:
            with contextlib.suppress(OSError):
                stream.close()
