"""Named snapshots: everything is saved already, so a snapshot is a name for one moment of the log."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Final

from theodolite.domain import LogRecord, NamedMoment
from theodolite.errors import InputError

SNAPSHOT: Final = "snapshot named"
LONGEST: Final = 120


def checked(name: str) -> str:
    """``name`` without blanks at its ends. InputError: empty, or longer than 120 characters."""
    name = " ".join(name.split())
    if not name:
        raise InputError("Give the snapshot a name.")
    if len(name) > LONGEST:
        raise InputError(f"The name is too long: at most {LONGEST} characters.")
    return name


def named(log: Iterable[LogRecord]) -> tuple[NamedMoment, ...]:
    """The snapshots that a log holds, oldest first."""
    found = []
    for record in log:
        if record.action == SNAPSHOT:
            payload = json.loads(record.payload)
            detail = payload.get("detail")
            if not isinstance(detail, dict) or "name" not in detail:
                continue  # withheld from this copy of the case, or destroyed
            found.append(
                NamedMoment(
                    str(detail["name"]),
                    str(detail.get("head", "")),
                    int(detail.get("length", 0)),
                    record.sequence,
                    record.utc,
                    record.operator,
                )
            )
    return tuple(found)
