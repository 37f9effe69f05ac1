"""What two copies of a case say differently, field by field. Pure."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from theodolite.domain import MergeConflict
from theodolite_desktop import wording
from theodolite_desktop.language import mark, tr

LONGEST = 300
NOTHING = mark("(not there)")


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field of a record as each copy has it."""

    field: str
    ours: str
    theirs: str


def title(conflict: MergeConflict) -> str:
    """'clue C3', or 'case' for what there is one of."""
    kind = conflict.kind.replace("_", " ")
    return kind if conflict.key in ("", conflict.kind) else f"{kind} {wording.visible(conflict.key, 60)}"


def differing(conflict: MergeConflict) -> tuple[FieldRow, ...]:
    """Only the fields that differ; a record that one side does not have is one row."""
    ours, theirs = _read(conflict.ours), _read(conflict.theirs)
    if not isinstance(ours, dict) or not isinstance(theirs, dict):
        return (FieldRow(title(conflict), _said(ours), _said(theirs)),)
    names = [name for name in dict.fromkeys((*ours, *theirs)) if ours.get(name) != theirs.get(name)]
    return tuple(
        FieldRow(name.replace("_", " "), _said(ours.get(name)), _said(theirs.get(name))) for name in names
    )


def undecided(conflicts: Sequence[MergeConflict]) -> tuple[MergeConflict, ...]:
    return tuple(one for one in conflicts if not one.chosen)


def _read(text: str) -> Any:
    if not text:
        return None
    try:
        return json.loads(text)
    except ValueError:
        return text


def _said(value: Any) -> str:
    if value is None:
        return tr(NOTHING)
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)
    return wording.visible(text, LONGEST) or "(empty)"
