"""Which clues are independent: those in different groups share no origin, directly or through others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from theodolite.domain import Clue, Origin, ReferenceSearch
from theodolite.relations.origins import of_retrieval


def groups(origins_of: Mapping[str, Iterable[Origin]]) -> dict[str, str]:
    """Source id -> group letter, 'A' first in the given order. No stated origin: no group ('')."""
    merged: list[tuple[set[Origin], list[str]]] = []
    for source, origins in origins_of.items():
        mine, members = set(origins), [source]
        if not mine:
            continue
        for group in [group for group in merged if group[0] & mine]:
            merged.remove(group)
            mine |= group[0]
            members = [*group[1], *members]
        merged.append((mine, members))
    order = list(origins_of)
    merged.sort(key=lambda group: order.index(group[1][0]))
    letters = {member: _letter(i) for i, (_, members) in enumerate(merged) for member in members}
    return {source: letters.get(source, "") for source in order}


def of_case(clues: Iterable[Clue], searches: Iterable[ReferenceSearch]) -> dict[str, str]:
    """Groups of the active clues and of 'retrieval', which rests on indexes and the series of references."""
    clues = tuple(clues)
    found: dict[str, Iterable[Origin]] = {clue.id: clue.origins for clue in clues}
    rests_on = of_retrieval(searches, clues)
    if rests_on:
        found["retrieval"] = rests_on
    return groups(found)


def _letter(number: int) -> str:
    """A … Z, AA, AB …"""
    text = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(65 + rest) + text
    return text
