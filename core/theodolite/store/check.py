"""The stand-alone verifier as a job."""

from __future__ import annotations

from pathlib import Path

from theodolite.domain import Verification
from theodolite.jobs import Job, Progress
from theodolite.store import verify


def verify_case(folder: Path, *, head: str | None = None) -> Job[Verification]:
    """Recompute every hash of the case in ``folder``; ``head`` is one printed earlier, if there is one."""
    steps = verify.check(folder, head)
    while True:
        try:
            step = next(steps)
        except StopIteration as stop:
            found: verify.Result = stop.value
            break
        yield Progress(step.text, step.done, step.total)
    return Verification(not found.problems, found.files, found.records, found.head, tuple(found.problems))
