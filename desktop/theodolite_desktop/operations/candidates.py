"""Candidates named by a person, and a person's verdicts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from theodolite.domain import Candidate, Status
from theodolite_desktop.desk import Desk

if TYPE_CHECKING:
    from theodolite.engine import Changes


def add_pin(*, desk: Desk, exhibit: str, text: str, label: str = "") -> Changes:
    """A candidate at a pasted coordinate."""
    return desk.session.add_pin(exhibit, text, label)


def set_verdict(
    *,
    desk: Desk,
    exhibit: str,
    candidates: Sequence[Candidate],
    status: Status,
    reason: str = "",
    override: bool = False,
) -> Changes:
    """One verdict for each candidate, with one reason. At least one candidate."""
    first, *rest = candidates
    changes = desk.session.set_verdict(exhibit, first, status, reason, override)
    for candidate in rest:
        changes = changes | desk.session.set_verdict(exhibit, candidate, status, reason, override)
    return changes
