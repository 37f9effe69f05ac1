"""What several exhibits of a case say together about one of them: its time."""

from __future__ import annotations

from dataclasses import replace

from theodolite.chronology import WhenFinding, when
from theodolite.chronology.spans import bounds, span_of
from theodolite.domain import CaseState, Clue, Exhibit, source_of
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
    item = next((one for one in state.exhibits if one.id == exhibit), None)
    clues = [
        _of_frame(clue, item)
        for clue in state.clues
        if clue.exhibit in present | {exhibit} and source_of(clue.kind) not in off
    ]
    return when(clues, exhibit, series - {exhibit})


def _of_frame(clue: Clue, item: Exhibit | None) -> Clue:
    """What a video says about its beginning, said of its frame so many seconds later; other clues as is."""
    if item is None or not item.parent or clue.exhibit != item.parent or item.at_seconds is None:
        return clue
    if clue.when is None:
        return clue
    first, last = bounds(clue.when)
    moved = span_of((first + item.at_seconds, last + item.at_seconds))
    return replace(clue, exhibit=item.id, when=replace(moved, inside=clue.when.inside))
