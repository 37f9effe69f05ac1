"""What the tests of lending let a worker do."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from theodolite.jobs import Progress


def read(path: str, other: str = "") -> tuple[bytes, bytes, int]:
    """The bytes at both paths, and how many descriptors are open meanwhile."""
    second = Path(other).read_bytes() if other else b""
    return Path(path).read_bytes(), second, descriptors()


def descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def slowly(path: str) -> Iterator[Progress]:
    for _ in range(500):
        yield Progress("reading")
        time.sleep(0.01)


def through(parent: str) -> str:
    """What happens to who opens the parent's descriptor by its own path."""
    try:
        return Path(parent).read_text()
    except OSError as error:
        return type(error).__name__
