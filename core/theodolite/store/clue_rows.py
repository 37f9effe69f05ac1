"""Machine clues of a second examination meet those of the first: pure, so that it can be tested."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from theodolite.domain import Clue


def merged(known: Sequence[Clue], observed: Sequence[Clue], first: int) -> list[Clue]:
    """The machine clues an exhibit has after ``observed``; new ids count from ``C<first>``.

    ``known`` holds all clues of the exhibit, a person's too (their marks stay taken). The same
    observation (kind, text, root, box) keeps id, mark, note, and a person's rejection or switch; the
    strength too, unless the method itself changed. A record of something that could not be read has a
    region but no mark: numbers are for what was observed.
    """
    waiting: dict[object, list[Clue]] = defaultdict(list)
    for clue in known:
        if not clue.by_person:
            waiting[_identity(clue)].append(clue)
    mark = max((clue.mark or 0 for clue in known), default=0)
    rows: list[Clue] = []
    for clue in observed:
        same = waiting[_identity(clue)]
        if same:
            rows.append(_kept(clue, same.pop(0)))
            continue
        if clue.box is not None and clue.mark is None and not clue.kind.startswith("none."):
            mark += 1
            clue = replace(clue, mark=mark)
        rows.append(replace(clue, id=f"C{first}"))
        first += 1
    return rows


def _identity(clue: Clue) -> tuple[object, ...]:
    return (clue.kind, clue.observation, clue.root, clue.box)


def _kept(clue: Clue, before: Clue) -> Clue:
    same_method = (clue.method, clue.version) == (before.method, before.version)
    return replace(
        clue,
        id=before.id,
        mark=before.mark if clue.mark is None else clue.mark,
        note=before.note or clue.note,
        active=before.active,
        rejected_reason=before.rejected_reason,
        strength=before.strength if same_method else clue.strength,
    )
