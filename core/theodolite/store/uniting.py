"""What a merge writes into a case store: many rows, values sealed elsewhere, a branch of another log."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from theodolite.store.journal import Change
from theodolite.store.leaving import Leaving
from theodolite.store.sealing import SealedRow


class Uniting(Leaving):
    """The part of a case store that a merge rests on."""

    def counters(self) -> dict[str, int]:
        """The highest number given to rows, by the letter of their ids."""
        return self._journal.counters()

    def row(self, kind: str, key: str) -> Any | None:
        """The value of a row, None for one that is not there."""
        return self._journal.get(kind, key)

    def write_changes(self, action: str, changes: Iterable[Change], *, operator: str | None = None) -> None:
        """Several rows in one step that can be undone."""
        self._journal.write(operator or self.operator, action, changes, undoable=True)

    def write_merged(
        self,
        action: str,
        changes: Iterable[Change],
        detail: Mapping[str, Any],
        *,
        branch: Mapping[str, Any],
        withheld: Mapping[str, Any],
        sealed: Iterable[SealedRow],
        operator: str,
    ) -> None:
        """One record with the rows, and with the values and records of another copy of this case."""
        more = {"branch": dict(branch), "withheld": dict(withheld)}
        self._journal.write(operator, action, changes, detail=detail, open_members=more, besides=sealed)
