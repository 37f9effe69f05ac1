"""Finding in the open case. Reads only."""

from __future__ import annotations

from collections.abc import Sequence

from theodolite.finding import Found
from theodolite.jobs import Job
from theodolite_desktop.desk import Desk
from theodolite_desktop.rows import log_line
from theodolite_desktop.snapshot import LogLine


def find(*, desk: Desk, query: str, kinds: Sequence[str] = ()) -> Found:
    """Everything in the case that holds the words of ``query``."""
    return desk.session.find(query, kinds)


def prepare(*, desk: Desk) -> Job[int]:
    """Take the case in, and its other letters in Latin ones; how many passages those were."""
    return (yield from desk.session.prepare_finding())


def whole_log(*, desk: Desk) -> tuple[LogLine, ...]:
    """Every record of the log, oldest first."""
    return tuple(log_line(record) for record in desk.session.log(None))
