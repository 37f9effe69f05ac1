"""The case as it was at a record, as the parts that answer take it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from theodolite.domain import Case, CaseState, LogRecord
from theodolite.store import log
from theodolite.store.merge.names import order
from theodolite.store.merge.past import follow
from theodolite.store.uniting import APART

Rows = Mapping[tuple[str, str], Any]

CASE = ("case", "case")

_FIELDS = {
    "exhibit": "exhibits",
    "clue": "clues",
    "hint": "hints",
    "pin": "pins",
    "verdict": "verdicts",
    "message": "messages",
    "search": "searches",
    "look": "looks",
    "answer": "answers",
    "exchange": "exchanges",
    "perception": "perceptions",
    "observations": "observations",
}


def state_of(rows: Rows) -> CaseState:
    """The part of a case that answers rest on."""
    found: dict[str, list[Any]] = {name: [] for name in _FIELDS.values()}
    for kind, key in sorted(rows, key=lambda at: order(at[1])):
        if kind in _FIELDS:
            found[_FIELDS[kind]].append(rows[kind, key])
    indexes = [rows[at].path for at in sorted(rows, key=lambda at: order(at[1])) if at[0] == "index"]
    values: dict[str, Any] = {name: tuple(items) for name, items in found.items()}
    return CaseState(path="", case=rows[CASE], indexes=tuple(indexes), **values)


def first_case(records: Sequence[LogRecord]) -> Case | None:
    """The case as the first record says that this copy can read; None where none can be."""
    rows: dict[tuple[str, str], Any] = {}
    for record in records:
        follow(rows, record)
        if CASE in rows:
            found: Case = rows[CASE]
            return found
    return None


def of_exhibit(rows: Rows, kind: str, exhibit: str) -> tuple[Any, ...]:
    """The rows of a kind that belong to an exhibit, in their order."""
    keys = sorted((key for what, key in rows if what == kind), key=order)
    return tuple(row for row in (rows[kind, key] for key in keys) if row.exhibit == exhibit)


def changed(before: Rows, after: Rows, kind: str) -> Iterable[str]:
    """Ids of the rows of a kind that a record brought or changed."""
    return [key for what, key in after if what == kind and before.get((what, key)) != after[what, key]]


def mended(records: Sequence[LogRecord]) -> tuple[LogRecord, ...]:
    """The records, with values that this copy lacks taken from where they were sealed apart later.

    A record "values sealed apart" states rows as they are, so a missing value of a row that nothing else
    changed in between is the one that it states.
    """
    later: dict[tuple[str, str], Any] = {}
    found: list[LogRecord] = []
    for record in reversed(records):
        payload = json.loads(record.payload) if record.payload else {}
        filled = False
        for change in payload.get("changes", ()):
            at, after = (change["kind"], change["id"]), change["after"]
            if isinstance(after, dict) and set(after) == {"withheld"} and later.get(at) is not None:
                change["after"], filled = later[at], True
            elif record.action == APART:
                later[at] = after
            else:
                later[at] = None
        found.append(replace(record, payload=log.canonical(payload)) if filled else record)
    return tuple(reversed(found))
