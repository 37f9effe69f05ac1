"""What a merge writes into a case store: many rows, values sealed elsewhere, a branch of another log."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from theodolite.domain import Protected
from theodolite.store.journal import Change
from theodolite.store.leaving import Leaving
from theodolite.store.protected import Place, Words, texts
from theodolite.store.sealing import VALUE, SealedRow

APART = "values sealed apart"


class Uniting(Leaving):
    """The part of a case store that a merge rests on."""

    def counters(self) -> dict[str, int]:
        """The highest number given to rows, by the letter of their ids."""
        return self._journal.counters()

    def row(self, kind: str, key: str) -> Any | None:
        """The value of a row, None for one that is not there."""
        return self._journal.get(kind, key)

    def seal_apart(self, withhold: frozenset[Protected], conceals: Callable[[str], bool]) -> None:
        """Seal rows of the state anew that would otherwise be withheld whole for one text in them.

        A row written before its words were protected holds them inside its value: the question of a case
        that names a file which was added later. ``conceals``: whether a text repeats what may not leave.
        """
        inner = {row.digest: row for row in self.sealed_rows(withhold)}
        lost = [
            (kind, key)
            for kind, key, digest in self.digests()
            if (row := inner.get(digest)) is not None and row.field == VALUE and _hidden(row, conceals)
        ]
        if lost:
            words = Wary(self._journal.words.known, conceals)
            self._journal.restate(self.operator, APART, lost, words)

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


def _hidden(row: SealedRow, conceals: Callable[[str], bool]) -> bool:
    return row.value is None or conceals(row.readable)


@dataclass
class Wary(Words):
    """Words that also hold what a rule of its own conceals, such as a name in another case."""

    conceals: Callable[[str], bool] = lambda text: False

    def repeated(
        self, plain: Any, besides: Mapping[Place, Protected]
    ) -> Iterator[tuple[Place, Protected, str]]:
        """As the plain words, and then each text that is concealed; it counts as a name."""
        found = set(besides)
        for place, name, about in super().repeated(plain, besides):
            found.add(place)
            yield place, name, about
        for place, text in texts(plain):
            if place not in found and self.conceals(text):
                yield place, "name", ""
