"""Conflicts that were shown and hints that were taken back, read from the audit log. Pure.

A hint that was taken back leaves no trace in the ranking; its conflict stays part of the report.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from theodolite.codec import from_plain
from theodolite.domain import Contradiction, Hint, LogRecord
from theodolite.report import rows
from theodolite.report.value import SeenRow

CONFLICT_SHOWN = "conflict shown"


def conflicts(log: Iterable[LogRecord]) -> tuple[SeenRow, ...]:
    """In the order in which they were shown, the same one once."""
    found: dict[str, SeenRow] = {}
    for record in log:
        if record.action == CONFLICT_SHOWN:
            try:
                detail = json.loads(record.payload)["detail"]
                kept = {name: detail[name] for name in Contradiction.__dataclass_fields__}
                shown = rows.conflict(from_plain(Contradiction, kept))
                about = tuple(str(name) for name in detail["exhibits"])
            except (ValueError, KeyError, TypeError, AttributeError):
                continue  # a damaged record: the report's verification names it
            found.setdefault(f"{about}{shown.text}", SeenRow(record.sequence, record.utc, about, shown))
    return tuple(found.values())


def removed_hints(log: Iterable[LogRecord]) -> tuple[Hint, ...]:
    """Hints that were stated and are no longer part of the case, as they last were."""
    gone: dict[str, Hint] = {}
    for record in log:
        if '"hint"' not in record.payload:
            continue
        try:
            for change in json.loads(record.payload)["changes"]:
                if change["kind"] == "hint":
                    gone.pop(change["id"], None)
                    if change["after"] is None and change.get("before"):
                        gone[change["id"]] = from_plain(Hint, change["before"])
        except (ValueError, KeyError, TypeError, AttributeError):
            continue  # a damaged record: the report's verification names it
    return tuple(gone.values())
