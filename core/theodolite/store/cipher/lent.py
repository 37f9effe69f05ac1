"""Files that exist in memory only, for decoders and workers that need a path (Linux: ``memfd_create``).

A lent file is sealed against writing, has no name in any file system, and is gone with its descriptor,
however the process ends. It is as much in memory as any decoded picture: what the system swaps out, it too.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import TracebackType
from typing import IO

from theodolite.errors import StorageFailed

POSSIBLE = sys.platform == "linux" and hasattr(os, "memfd_create")
IMPOSSIBLE = (
    "Originals of an encrypted case are shown from memory, never from a plain file, and this system has no "
    "files in memory."
)
_SPARE = 64 * 1024 * 1024


class Lent:
    """A file in memory: ``with`` gives its path, and takes the file away at the end."""

    def __init__(self, size: int = 0) -> None:
        """``size`` is what it will hold, in bytes. Raises StorageFailed when there is no memory for it."""
        if not POSSIBLE:
            raise StorageFailed(f"{IMPOSSIBLE} Open the case on Linux.")
        free = _free()
        if free is not None and size + _SPARE > free:
            need, there = size // 1024**2 + 1, free // 1024**2
            raise StorageFailed(
                f"Showing this original takes {need} MiB of memory, and {there} MiB are free: close other "
                "programs and try again."
            )
        descriptor = os.memfd_create("theodolite", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
        self._file: IO[bytes] = os.fdopen(descriptor, "wb", buffering=0)

    def take(self, data: bytes) -> None:
        """Add all of ``data``; not after :meth:`seal`."""
        view = memoryview(data)
        while view:
            view = view[self._file.write(view) :]

    def seal(self) -> Lent:
        """Nobody changes it any more, this process included."""
        import fcntl

        seals = fcntl.F_SEAL_WRITE | fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW | fcntl.F_SEAL_SEAL
        fcntl.fcntl(self._file.fileno(), fcntl.F_ADD_SEALS, seals)
        return self

    @property
    def path(self) -> Path:
        """Where this process, and workers it is lent to, can open it."""
        return Path(f"/proc/{os.getpid()}/fd/{self._file.fileno()}")

    def close(self) -> None:
        """Give the memory back; harmless when called twice."""
        self._file.close()

    def __enter__(self) -> Path:
        return self.path

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def lend(data: bytes) -> Lent:
    """``data`` as a file in memory."""
    made = Lent(len(data))
    try:
        made.take(data)
        return made.seal()
    except BaseException:
        made.close()
        raise


def copied(stream: IO[bytes]) -> Lent:
    """What is left of a seekable ``stream``, as a file in memory."""
    start = stream.tell()
    made = Lent(stream.seek(0, os.SEEK_END) - start)
    try:
        stream.seek(start)
        while part := stream.read(1 << 20):
            made.take(part)
        return made.seal()
    except BaseException:
        made.close()
        raise


def _free() -> int | None:
    """Bytes of memory that can be had without swapping, None where the system does not say."""
    try:
        with Path("/proc/meminfo").open(encoding="ascii") as lines:
            return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("MemAvailable:"))
    except (OSError, ValueError, StopIteration):
        return None
