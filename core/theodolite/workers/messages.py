"""What travels between a worker and its parent, and how it is framed.

Frame: ``<QI`` payload length and number of buffers, that many ``<Q`` buffer lengths, the pickle (protocol 5),
the buffers. Arrays travel as out-of-band buffers: no copy into the pickle, writable at the other end. Both
ends are our own code in processes of ours; untrusted bytes are parsed elsewhere (the decode worker).
"""

from __future__ import annotations

import pickle
import struct
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from theodolite.jobs import Progress

_HEADER = struct.Struct("<QI")
_LENGTH = struct.Struct("<Q")


@dataclass(frozen=True, slots=True)
class Call:
    """Work for a worker: ``function`` is "package.module:name", a plain function or a generator of Progress.

    ``silence_s``: the worker counts as hung, and is killed, when nothing arrives for so long (None: never).
    """

    function: str
    kwargs: dict[str, Any] = field(default_factory=dict)
    silence_s: float | None = None


@dataclass(frozen=True, slots=True, init=False)
class Partial(Progress):
    """A step that carries a part of the result, for example a token of text."""

    value: Any = None

    def __init__(self, value: Any, text: str = "", done: int = 0, total: int | None = None) -> None:
        for name, item in (
            ("text", text),
            ("done", done),
            ("total", total),
            ("waiting", False),
            ("value", value),
        ):
            object.__setattr__(self, name, item)


@dataclass(frozen=True, slots=True)
class Request:
    """Parent to child: run this."""

    id: int
    call: Call


@dataclass(frozen=True, slots=True)
class Cancel:
    """Parent to child: stop that request at its next yield."""

    id: int


@dataclass(frozen=True, slots=True)
class Ready:
    """Child to parent, once: the hook is in, and whether the network namespace is empty."""

    pid: int
    isolated: bool


@dataclass(frozen=True, slots=True)
class Step:
    """Child to parent: a Progress or Partial of a request."""

    id: int
    progress: Progress


@dataclass(frozen=True, slots=True)
class Done:
    """Child to parent, last of a request: its result, and the connections refused meanwhile."""

    id: int
    value: Any
    refused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Failed:
    """Child to parent, last of a request: an error by code and text; ``trace`` is for the log."""

    id: int
    code: str
    text: str
    trace: str = ""
    refused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stopped:
    """Child to parent, last of a request that was cancelled."""

    id: int
    refused: tuple[str, ...] = ()


FromChild = Ready | Step | Done | Failed | Stopped


class ByteStream(Protocol):
    """The unbuffered end of a pipe."""

    def write(self, data: Any, /) -> int | None: ...
    def readinto(self, buffer: Any, /) -> int | None: ...


def encode(message: object) -> list[Any]:
    """``message`` as the chunks of one frame. Raises what pickle raises for values that cannot travel."""
    buffers: list[pickle.PickleBuffer] = []
    payload = pickle.dumps(message, protocol=5, buffer_callback=buffers.append)
    raw = [buffer.raw() for buffer in buffers]
    lengths = b"".join(_LENGTH.pack(view.nbytes) for view in raw)
    return [_HEADER.pack(len(payload), len(raw)) + lengths + payload, *raw]


def send(stream: ByteStream, chunks: list[Any]) -> None:
    """Write one encoded frame completely; OSError (BrokenPipeError) when the other end is gone."""
    for chunk in chunks:
        view = memoryview(chunk).cast("B") if memoryview(chunk).nbytes else memoryview(b"")
        while view:
            view = view[stream.write(view) or 0 :]


def receive(stream: ByteStream) -> Callable[[], Any] | None:
    """Read one frame; returns what unpickles it (and may raise), or None at the end of the stream."""
    header = _read(stream, _HEADER.size)
    if header is None:
        return None
    size, count = _HEADER.unpack(header)
    lengths = _read(stream, count * _LENGTH.size)
    payload = None if lengths is None else _read(stream, size)
    if lengths is None or payload is None:
        return None
    buffers = []
    for (length,) in _LENGTH.iter_unpack(lengths):
        buffer = _read(stream, length)
        if buffer is None:
            return None
        buffers.append(buffer)
    return lambda: pickle.loads(payload, buffers=buffers)  # noqa: S301 - written by our own process


def _read(stream: ByteStream, size: int) -> bytearray | None:
    """Exactly ``size`` bytes, or None when the stream ends before."""
    buffer = bytearray(size)
    view = memoryview(buffer)
    while view:
        got = stream.readinto(view)
        if not got:
            return None
        view = view[got:]
    return buffer
