"""The sample case: drawn and built on this machine, by the same calls that a person's actions make."""

from __future__ import annotations

from pathlib import Path

from theodolite.jobs import Job
from theodolite_desktop.desk import Desk

#: What the builder leaves in a finished one.
COMPLETE = Path("derived") / "sample-complete"


def build(*, desk: Desk, folder: Path) -> Job[str]:
    """Build it at ``folder``, or keep the one that is there; its path."""
    from theodolite.engine import sample

    return str((yield from sample.build(desk.engine, folder)))


def is_sample(path: str) -> bool:
    """Whether the case at ``path`` is a finished sample case."""
    return bool(path) and (Path(path) / COMPLETE).is_file()
