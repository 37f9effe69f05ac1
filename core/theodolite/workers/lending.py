"""Files in memory, lent to a worker for the length of one request.

A file made by ``memfd_create`` has no name that another process may open: a worker in a user namespace of its
own is refused ``/proc/<parent>/fd``. So its descriptor travels over a socket pair (SCM_RIGHTS, unix(7)), and
the child puts a path of its own in the place of ours. Whoever calls a worker need not know: an argument that
is a path to a descriptor of this process is lent.
"""

from __future__ import annotations

import os
import re
import socket
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

from theodolite.workers.messages import Call, Request

_POSSIBLE = hasattr(socket, "send_fds") and hasattr(socket, "AF_UNIX") and Path("/proc/self/fd").is_dir()
_MOST = 8  # descriptors a request
_OPTION = "--lending="


class Lender:
    """The parent's end. ``words`` and ``handed`` go into the command and the descriptors of the child."""

    def __init__(self) -> None:
        self._near: socket.socket | None = None
        self._far: socket.socket | None = None
        if _POSSIBLE:
            self._near, self._far = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)

    @property
    def handed(self) -> tuple[int, ...]:
        return () if self._far is None else (self._far.fileno(),)

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(f"{_OPTION}{descriptor}" for descriptor in self.handed)

    def started(self) -> None:
        """The child has its end now."""
        if self._far is not None:
            self._far.close()
            self._far = None

    def lend(self, request: Request) -> None:
        """Send the descriptors that ``request`` names ahead of it. Raises OSError when the child is gone."""
        found = list(lent(request.call).values())
        if found and self._near is not None:
            socket.send_fds(self._near, [str(request.id).encode("ascii")], found)

    def close(self) -> None:
        for end in (self._near, self._far):
            if end is not None:
                end.close()


class Borrower:
    """The child's end, from the words of its command line."""

    def __init__(self, words: Sequence[str]) -> None:
        numbers = [int(word.removeprefix(_OPTION)) for word in words if word.startswith(_OPTION)]
        self._socket = socket.socket(fileno=numbers[0]) if numbers else None
        if self._socket is not None:
            self._socket.set_inheritable(False)

    @contextmanager
    def borrowed(self, request: Request) -> Iterator[Call]:
        """The call of ``request`` with paths that this process can open; they are returned at the end."""
        call, parent = request.call, os.getppid()
        wanted = lent(call, parent)
        if not wanted or self._socket is None:
            yield call
            return
        descriptors: list[int] = []
        try:
            while True:
                words, descriptors, _, _ = socket.recv_fds(self._socket, 32, _MOST)
                if words == str(request.id).encode("ascii"):
                    break
                for descriptor in descriptors:  # of a request that never came
                    os.close(descriptor)
                if not words:
                    raise OSError("the parent is gone")
            paths = {name: f"/proc/self/fd/{one}" for name, one in zip(wanted, descriptors, strict=True)}
            yield replace(call, kwargs=call.kwargs | paths)
        finally:
            for descriptor in descriptors:
                os.close(descriptor)


def lent(call: Call, process: int | None = None) -> dict[str, int]:
    """Arguments of ``call`` that are paths to descriptors of ``process`` (this one), in their order."""
    pattern = re.compile(rf"/proc/{process or os.getpid()}/fd/([0-9]+)")
    found = {name: pattern.fullmatch(_text(value)) for name, value in call.kwargs.items()}
    return {name: int(match[1]) for name, match in found.items() if match}


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def nameless() -> IO[bytes]:
    """A temporary file with no name; in memory where the system has that, as it may quote what is secret."""
    if hasattr(os, "memfd_create"):
        return os.fdopen(os.memfd_create("theodolite-errors", os.MFD_CLOEXEC), "w+b")
    return tempfile.TemporaryFile()  # the caller closes it
