"""What exhibits say together: the time of one, how they relate, what its candidates independently rest on.

All of it is kept by what it was made from, because the window is drawn anew after every edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from theodolite.domain import CaseState, Ranking
from theodolite_desktop import wording
from theodolite_desktop.desk import Desk, Related
from theodolite_desktop.language import tr
from theodolite_desktop.snapshot import RelationRow, Support, WhenRow
from theodolite_desktop.together_rows import JointTable, joint_table, named

if TYPE_CHECKING:
    from theodolite.relations import Relation

#: Up to so many exhibits relations are found with each change, in some milliseconds; those of 500 take up to
#: a third of a second, and wait for a pause.
AT_ONCE = 24


def related(desk: Desk, state: CaseState) -> tuple[tuple[Relation, ...], bool]:
    """The relations of the case, and whether newer ones are still to be found by :func:`relate`."""
    known = desk.related
    if known is not None and known.exhibits == state.exhibits:
        return known.relations, False
    if len(state.exhibits) > AT_ONCE:
        return (known.relations if known else ()), True
    return _relate(desk, state), False


def relate(*, desk: Desk) -> None:
    """Find the relations of a large case, so that the next snapshot has them."""
    if desk.has_case:
        _relate(desk, desk.session.state)


def _relate(desk: Desk, state: CaseState) -> tuple[Relation, ...]:
    found = desk.session.relations()
    desk.related = Related(state.exhibits, found)
    return found


def relation_rows(relations: tuple[Relation, ...], exhibit: str) -> tuple[RelationRow, ...]:
    """Relations of ``exhibit`` as rows, conflicts first; long lists of exhibits are cut in the text."""
    rows = [
        RelationRow(
            kind=one.kind,
            text=wording.visible(named(one.text, one.exhibits), 400),
            detail=_detail(one),
            others=tuple(name for name in one.exhibits if name != exhibit),
            conflict=one.conflict,
        )
        for one in relations
        if exhibit in one.exhibits
    ]
    return tuple(sorted(rows, key=lambda row: not row.conflict))


def _detail(one: Relation) -> str:
    """The numbers, and what speaks for and against, one a line."""
    lines = [one.text, one.detail]
    lines += [tr("For: {clues}", clues="; ".join(one.for_))] if one.for_ else []
    lines += [tr("Against: {clues}", clues="; ".join(one.against))] if one.against else []
    return "\n".join(wording.visible(line, 1000) for line in lines if line)


def when_row(desk: Desk, state: CaseState, exhibit: str) -> WhenRow | None:
    """The time of ``exhibit`` as the window says it; None without an exhibit."""
    if not exhibit:
        return None
    key = (exhibit, state.exhibits, state.clues, state.case.sources)
    if desk.dated is None or desk.dated[0] != key:
        desk.dated = (key, desk.session.when(exhibit))
    found = desk.dated[1]
    # The heading says so already.
    said = found.text.removeprefix(f"The time of {exhibit} is not established: ")
    said = said.removesuffix(f": the time of {exhibit} is not established.")
    return WhenRow(
        found.status,
        wording.visible(said[:1].upper() + said[1:], 600).rstrip(".") + ".",
        found.for_,
        found.against,
        found.conflict,
        found.elsewhere,
    )


def supported(
    desk: Desk, state: CaseState, exhibit: str, ranking: Ranking | None, relations: tuple[Relation, ...]
) -> tuple[Support, ...]:
    """:func:`support`, once for the same evidence."""
    if ranking is None:
        return ()
    key = (exhibit, ranking, state.clues, state.searches, relations)
    if desk.supported is None or not all(a is b for a, b in zip(desk.supported[0], key, strict=True)):
        desk.supported = (key, support(state, exhibit, ranking, relations))
    return desk.supported[1]


def support(
    state: CaseState, exhibit: str, ranking: Ranking, relations: tuple[Relation, ...]
) -> tuple[Support, ...]:
    """For each candidate what a verdict would count, by the one rule of the engine."""
    from theodolite.engine import independence

    shared = tuple(one for one in relations if one.origin)  # the others say nothing of origins

    own = [clue for clue in state.clues if clue.exhibit == exhibit]
    beside = [clue for clue in state.clues if clue.exhibit != exhibit]
    searches = [search for search in state.searches if search.exhibit == exhibit]
    found = []
    for candidate in ranking.candidates:
        what = independence.explain(candidate, own, searches, beside=beside, relations=shared)
        found.append(Support(candidate.id, what.count, wording.visible(what.text, 400)))
    return tuple(found)


def joint(*, desk: Desk, hint: str) -> tuple[JointTable, ...]:
    """For each exhibit that the link ``hint`` names: its places without the link and with it, in numbers."""
    found = desk.session.joint(hint)
    return tuple(joint_table(name, alone, together) for name, (alone, together) in found.items())
