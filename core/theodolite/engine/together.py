"""What several exhibits of a case say together about one of them: its time."""

from __future__ import annotations

from theodolite.chronology import WhenFinding, when
from theodolite.domain import CaseState, source_of
from theodolite.relations import order


def when_taken(state: CaseState, exhibit: str) -> WhenFinding:
    """The time of ``exhibit``; clues of withdrawn exhibits do not count, those of its series roughly do."""
    present = {item.id for item in state.exhibits if not item.withdrawn}
    series = {
        name
        for one in order.series([item for item in state.exhibits if not item.withdrawn])
        if exhibit in one.exhibits
        for name in one.exhibits
    }
    off = {one.source for one in state.case.sources if not one.on}
    clues = [
        clue
        for clue in state.clues
        if clue.exhibit in present | {exhibit} and source_of(clue.kind) not in off
    ]
    return when(clues, exhibit, series - {exhibit})
