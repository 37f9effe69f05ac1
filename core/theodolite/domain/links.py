"""What people write names records: #3 a mark, E1 an exhibit, C4 a clue, K2 a candidate, F1 a reference, L2 a
lead. Read both ways: what a text names, and what speaks of a record. Pure.

A name is a link only when the case holds the record, so that the road E45 is none in a case of 12 exhibits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from theodolite.domain.case import CaseState
from theodolite.domain.reach import ClueReach, LinkReach

#: Letters that a link may begin with -> what the record is.
LETTERS: Mapping[str, str] = {
    "E": "exhibit",
    "C": "clue",
    "K": "candidate",
    "F": "reference",
    "L": "lead",
    "W": "area",
    "B": "comparison",
    "H": "hint",
    "V": "verdict",
    "D": "derived",
    "S": "source",
    "P": "person",
}
_LINK = re.compile(
    rf"(?<![\w#])(?:(?P<record>[{''.join(LETTERS)}][1-9][0-9]{{0,5}})(?:#(?P<of>[1-9][0-9]{{0,3}}))?"
    r"|#(?P<mark>[1-9][0-9]{0,3}))(?!\w)"
)

Where = Literal["note", "clue", "lead", "reference", "area", "comparison", "verdict", "hint", "candidate"]


@dataclass(frozen=True, slots=True)
class Link:
    """Characters [start, end) of a text name the record ``target``; of a mark, the clue that it marks."""

    start: int
    end: int
    target: str


@dataclass(frozen=True, slots=True)
class Said:
    """``where`` speaks of a record: ``id`` is who says it (the exhibit of a note, '' for the case's own),
    ``text`` the words, '' where it is about the record without words."""

    where: Where
    id: str
    text: str


def known(state: CaseState) -> dict[str, str]:
    """Every record that a link may name: its id, and what it is called in one line."""
    found: dict[str, str] = {one.id: one.name for one in state.exhibits}
    found |= {one.id: one.observation for one in state.clues}
    found |= {one.id: one.label or f"{one.lat:.4f}, {one.lon:.4f}" for one in state.pins}
    found |= {one.id: one.title for one in state.filed}
    found |= {one.id: one.text for one in state.leads}
    found |= {one.id: one.title for one in state.areas}
    found |= {one.id: one.note or one.exhibit for one in state.comparisons}
    found |= {one.id: one.text for one in state.hints}
    found |= {one.id: one.label for one in state.verdicts}
    found |= {one.id: one.title for one in state.derived}
    found |= {one.id: one.name for one in state.given_by}
    found |= {one.id: one.name for one in state.persons}
    return {name: text for name, text in found.items() if name[:1] in LETTERS}


def marks(state: CaseState) -> dict[tuple[str, int], str]:
    """(exhibit, number of a mark) -> the clue that it marks."""
    return {(one.exhibit, one.mark): one.id for one in state.clues if one.mark is not None}


def links(text: str, state: CaseState, exhibit: str = "") -> tuple[Link, ...]:
    """What ``text`` names, in its order. ``exhibit``: whose marks #1, #2 ... are; E2#1 is one of E2."""
    return tuple(_links(text, frozenset(known(state)), marks(state), exhibit))


def _links(
    text: str, records: frozenset[str], marked: Mapping[tuple[str, int], str], exhibit: str
) -> Iterator[Link]:
    for found in _LINK.finditer(text):
        record, of, mark = found["record"], found["of"], found["mark"]
        number = of or mark
        target = record if number is None else marked.get((record or exhibit, int(number)), "")
        if target in records:
            yield Link(found.start(), found.end(), target)
        elif record in records:  # E2#9 without such a mark still names E2
            yield Link(found.start("record"), found.end("record"), record)


def backlinks(state: CaseState) -> dict[str, tuple[Said, ...]]:
    """Record -> everything that speaks of it, each once; a record never speaks of itself."""
    records, marked = frozenset(known(state)), marks(state)
    found: dict[str, dict[Said, None]] = {}
    for said, exhibit, named in _speaking(state):
        targets = [link.target for link in _links(said.text, records, marked, exhibit)]
        for target in dict.fromkeys((*targets, *(one for one in named if one in records))):
            if target != said.id:
                found.setdefault(target, {})[said] = None
    return {target: tuple(one) for target, one in found.items()}


def _speaking(state: CaseState) -> Iterator[tuple[Said, str, tuple[str, ...]]]:
    """Each text of a person with the exhibit whose marks it means, and what it is about besides."""
    for note in state.notes:
        yield Said("note", note.exhibit, note.text), note.exhibit, ()
    for clue in state.clues:
        for text in (clue.note if clue.by_person else "", clue.rejected_reason or ""):
            if text:
                yield Said("clue", clue.id, text), clue.exhibit, ()
    for lead in state.leads:
        own = _exhibit_of(lead.about)
        yield Said("lead", lead.id, lead.text), own, (*lead.about, lead.owner)
        if lead.outcome:
            yield Said("lead", lead.id, lead.outcome), own, ()
    for one in state.filed:
        if not one.withdrawn:
            text = one.note or one.title
            yield Said("reference", one.id, text), _exhibit_of(one.about), one.about
    for area in state.areas:
        yield Said("area", area.id, area.note or area.title), "", ()
    for pair in state.comparisons:
        named = tuple(pane.subject.partition(":")[2] for pane in pair.panes)
        named += tuple(mark.clue for mark in pair.marks)
        yield Said("comparison", pair.id, pair.note), pair.exhibit, (pair.exhibit, *named)
    for verdict in state.verdicts:
        yield Said("verdict", verdict.id, verdict.reason), verdict.exhibit, ()
    for hint in state.hints:
        named = hint.reach.exhibits if isinstance(hint.reach, LinkReach) else ()
        named += (hint.reach.clue,) if isinstance(hint.reach, ClueReach) else ()
        yield Said("hint", hint.id, hint.text), "", (*named, hint.source)
    for pin in state.pins:
        yield Said("candidate", pin.id, pin.label), pin.exhibit, ()


def _exhibit_of(about: tuple[str, ...]) -> str:
    """The one exhibit that a record is about, '' when it is about none or several."""
    exhibits = [one for one in about if one.startswith("E")]
    return exhibits[0] if len(exhibits) == 1 else ""
