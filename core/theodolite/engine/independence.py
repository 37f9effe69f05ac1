"""Which clues count as independent: those that share no origin (docs/decisions/0008)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from theodolite.domain import Candidate, Clue, Origin, ReferenceSearch


def groups(origins_of: Sequence[Iterable[Origin]]) -> int:
    """The number of groups when items that share any origin, directly or through others, are joined.

    An item without a stated origin rests on nothing we know and counts for nothing.
    """
    merged: list[set[Origin]] = []
    for origins in origins_of:
        current = set(origins)
        if not current:
            continue
        apart = [group for group in merged if not group & current]
        for group in merged:
            if group & current:
                current |= group
        merged = [*apart, current]
    return len(merged)


def supporting(
    candidate: Candidate, clues: Iterable[Clue], searches: Iterable[ReferenceSearch]
) -> list[tuple[str, tuple[Origin, ...]]]:
    """The sources that speak for ``candidate``, each with its origins.

    Hints are left out: what the examiner says is not a clue that supports the examiner's verdict.
    """
    for_it = {c.source for c in candidate.contributions if c.log_likelihood > 0}
    found = [(clue.id, clue.origins) for clue in clues if clue.id in for_it and clue.active]
    if "retrieval" in for_it:
        indexes = {path for search in searches for path, _ in search.indexes}
        found.append(("retrieval", tuple(Origin("reference", path) for path in sorted(indexes))))
    return found


def independent(candidate: Candidate, clues: Iterable[Clue], searches: Iterable[ReferenceSearch]) -> int:
    """How many independent clues support ``candidate``."""
    return groups([origins for _, origins in supporting(candidate, clues, searches)])
