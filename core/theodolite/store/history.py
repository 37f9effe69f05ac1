"""Undo as recorded retraction: the log only grows, and says which record takes back which.

Both stacks are a pure function of the log, so they survive a restart.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from theodolite.domain import LogRecord

# RFC 8785 sorts keys and escapes quotes inside strings, so these patterns match the keys themselves only.
CANDIDATES = (
    "WHERE payload LIKE '%\"undoable\":true}' OR payload LIKE '%\"undoes\":%' OR payload LIKE '%\"redoes\":%'"
    " ORDER BY sequence"
)


@dataclass
class History:
    """Sequences of records that can be taken back, and of those that can be done again."""

    undo: list[int] = field(default_factory=list)
    redo: list[int] = field(default_factory=list)

    def follow(self, record: LogRecord) -> None:
        """Account for one more record. A step that was jumped over is not offered again."""
        payload = json.loads(record.payload or "{}")
        if payload.get("undoable") is True:
            self.undo.append(record.sequence)
            self.redo.clear()
        elif isinstance(payload.get("undoes"), int):
            self._move(payload["undoes"], self.undo, self.redo)
        elif isinstance(payload.get("redoes"), int):
            self._move(payload["redoes"], self.redo, self.undo)

    @staticmethod
    def _move(sequence: int, source: list[int], target: list[int]) -> None:
        if sequence in source:
            del source[source.index(sequence) :]
            target.append(sequence)


def of(records: Iterable[LogRecord]) -> History:
    """The stacks after ``records``."""
    history = History()
    for record in records:
        history.follow(record)
    return history


def reversal(changes: list[dict[str, Any]], *, back: bool) -> list[tuple[str, str, Any, Any]]:
    """``(kind, id, expected now, wanted)`` for taking changes back, or doing them again; values as recorded.

    A change without a value before it stays as it is: the person whom a step introduced.
    """
    mine = [change for change in changes if "before" in change]
    if back:
        return [(c["kind"], c["id"], c["after"], c["before"]) for c in reversed(mine)]
    return [(c["kind"], c["id"], c["before"], c["after"]) for c in mine]
