"""What a case looked like after any of its records, from its readable log."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from theodolite.codec import from_plain
from theodolite.domain import LogRecord
from theodolite.store.kinds import KINDS
from theodolite.store.protected import DESTROYED, WITHHELD

#: Kinds of rows in a readable record whose value is not in this copy of the case.
_GONE = ("withheld", "destroyed")


def follow(rows: dict[tuple[str, str], Any], record: LogRecord) -> None:
    """Bring ``rows`` (domain values by kind and id) up to ``record``, as :meth:`CaseStore.log` gives it.

    A row whose value is missing from this copy is left out.
    """
    if not record.payload:
        return
    payload = json.loads(record.payload)
    if payload.get("format") and payload.get("changes"):
        rows.clear()
    for change in payload.get("changes", ()):
        at, after = (change["kind"], change["id"]), change["after"]
        if after is None or _missing(after):
            rows.pop(at, None)
        else:
            rows[at] = from_plain(KINDS[at[0]], after)


def rows_at(records: Iterable[LogRecord]) -> dict[tuple[str, str], Any]:
    """The rows after all of ``records``."""
    rows: dict[tuple[str, str], Any] = {}
    for record in records:
        follow(rows, record)
    return rows


def _missing(after: Any) -> bool:
    return isinstance(after, dict) and len(after) == 1 and next(iter(after)) in _GONE


def complete(value: Any, other: Any) -> Any:
    """``value`` with what was withheld from it taken from ``other``, the same row in a fuller copy."""
    if value in (WITHHELD, DESTROYED) and isinstance(other, str):
        return other
    if is_dataclass(value) and not isinstance(value, type) and type(value) is type(other):
        changed = {}
        for field in fields(value):
            before = getattr(value, field.name)
            after = complete(before, getattr(other, field.name))
            if after is not before:
                changed[field.name] = after
        return replace(value, **changed) if changed else value
    if isinstance(value, tuple) and isinstance(other, tuple) and len(value) == len(other):
        return tuple(complete(one, two) for one, two in zip(value, other, strict=True))
    return value


def completed(rows: Mapping[Any, Any], *others: Mapping[Any, Any]) -> dict[Any, Any]:
    """Every row of ``rows`` as complete as the same row of ``others`` makes it."""
    found = dict(rows)
    for other in others:
        found |= {at: complete(row, other[at]) for at, row in found.items() if at in other}
    return found
