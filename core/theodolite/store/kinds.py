"""The kinds of rows that a case holds, the value of each, and the letter that its ids begin with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from theodolite.domain import (
    AlignedLook,
    Case,
    Clue,
    Comparison,
    Derived,
    Disclosure,
    Exchange,
    Exhibit,
    FiledReference,
    Hint,
    Lead,
    Mask,
    MergeConflict,
    Message,
    Note,
    Observations,
    Perception,
    Person,
    Pin,
    ReferenceSearch,
    Review,
    SearchArea,
    Signature,
    Source,
    Stamp,
    StrategyAnswer,
    Tombstone,
    Verdict,
)


@dataclass(frozen=True, slots=True)
class IndexFolder:
    """One row of the kind ``index``: a reference index that the case searches."""

    path: str


KINDS: dict[str, type[Any]] = {
    "case": Case,
    "exhibit": Exhibit,
    "clue": Clue,
    "hint": Hint,
    "pin": Pin,
    "verdict": Verdict,
    "message": Message,
    "search": ReferenceSearch,
    "look": AlignedLook,
    "answer": StrategyAnswer,
    "exchange": Exchange,
    "perception": Perception,
    "observations": Observations,
    "index": IndexFolder,
    "person": Person,
    "source": Source,
    "review": Review,
    "signature": Signature,
    "stamp": Stamp,
    "tombstone": Tombstone,
    "derived": Derived,
    "mask": Mask,
    "conflict": MergeConflict,
    "note": Note,
    "lead": Lead,
    "filed": FiledReference,
    "area": SearchArea,
    "comparison": Comparison,
    "disclosure": Disclosure,
}

#: Letters of the rows called E1, C2, ...; a model is told these names as ours, so they hold nothing else.
#: Tombstones and notes have the id of the exhibit that they are about; the note on the case has CASE_NOTE.
PREFIX = {
    "exhibit": "E",
    "clue": "C",
    "hint": "H",
    "pin": "K",
    "verdict": "V",
    "message": "M",
    "exchange": "T",
    "index": "X",
    "person": "P",
    "source": "S",
    "review": "R",
    "signature": "G",
    "stamp": "Z",
    "derived": "D",
    "mask": "A",
    "conflict": "Q",
    "lead": "L",
    "filed": "F",
    "area": "W",
    "comparison": "B",
    "disclosure": "J",
}
CASE_NOTE = "case"
NUMBERED = frozenset(PREFIX) - {"index"}

_ID = re.compile(r"([A-Z]+)([0-9]+)\Z")


def order(identity: str) -> tuple[str, int]:
    """Sorts E2 before E10."""
    found = _ID.match(identity)
    return (found[1], int(found[2])) if found else (identity, 0)
