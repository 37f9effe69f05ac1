"""One relation between exhibits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "duplicate", "near-duplicate", "alike", "derived", "same camera", "series", "time order", "travel"
]


@dataclass(frozen=True, slots=True)
class Relation:
    """What ``exhibits`` have to do with each other. ``text``: one sentence; ``detail``: the numbers.

    ``for_`` and ``against``: what speaks for the relation and against it, in words. ``origin``: exhibits in
    this relation share an origin, so that what they say counts once. ``conflict``: the claims of these
    exhibits do not go together easily; which of them is false, if any, is not said.
    """

    kind: Kind
    exhibits: tuple[str, ...]
    text: str
    detail: str = ""
    for_: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    origin: bool = False
    conflict: bool = False


def listed(names: tuple[str, ...] | list[str]) -> str:
    """'E1', 'E1 and E2', 'E1, E2 and E3'."""
    names = list(names)
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
