"""Frames between a process and its sandboxed child: a JSON header of known length, then a body.

The parent trusts nothing it reads: lengths are bounded before they are believed, and the header is plain
JSON (never pickle).
"""

from __future__ import annotations

import contextlib
import json
import mmap
import sys
from typing import Any, BinaryIO

MAX_HEADER = 4 * 1024 * 1024
UNTOUCHED_FROM = 8 * 1024 * 1024


class PipeError(Exception):
    """The other side is gone, or does not speak the protocol."""


def write_header(stream: BinaryIO, header: dict[str, Any]) -> None:
    raw = json.dumps(header).encode("ascii")
    stream.write(len(raw).to_bytes(4, "big") + raw)
    stream.flush()


def read_header(stream: BinaryIO) -> dict[str, Any] | None:
    """The next header; None at a clean end of the stream. Raises PipeError."""
    prefix = stream.read(4)
    if not prefix:
        return None
    size = int.from_bytes(prefix, "big")
    if len(prefix) < 4 or size > MAX_HEADER:
        raise PipeError("no header")
    raw = stream.read(size)
    if len(raw) < size:
        raise PipeError("half a header")
    try:
        header = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise PipeError("no JSON") from error
    if not isinstance(header, dict):
        raise PipeError("no JSON object")
    return header


def room(size: int) -> bytearray | memoryview:
    """An empty buffer. A large one is memory that nothing has touched yet: to clear half a gigabyte would
    hold Python's lock, and with it the window, for as long as that takes."""
    if size < UNTOUCHED_FROM:
        return bytearray(size)
    if sys.platform == "win32":
        return memoryview(mmap.mmap(-1, size))
    pages = mmap.mmap(-1, size, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)  # within the limits of a child
    if hasattr(mmap, "MADV_HUGEPAGE"):
        with contextlib.suppress(OSError):  # only faster
            pages.madvise(mmap.MADV_HUGEPAGE)
    return memoryview(pages)


def read_exactly(stream: BinaryIO, size: int) -> bytearray | memoryview:
    """``size`` bytes, read straight into one buffer. Raises PipeError."""
    body = room(size)
    view = memoryview(body)
    at = 0
    while at < size:
        count = stream.readinto(view[at:])  # type: ignore[attr-defined]
        if not count:
            raise PipeError("half a body")
        at += count
    return body
