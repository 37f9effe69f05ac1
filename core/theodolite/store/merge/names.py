"""Where a row names other rows by their id, and how those names follow when a row gets another id."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

_NUMBERED = re.compile(r"([A-Z]+)([0-9]+)\Z")

#: Fields that hold ids of rows of the case. What a person wrote stays as it was written, ids in it too.
HOLDS = frozenset(
    {
        ("AlignedLook", "exhibit"),
        ("Case", "claim_source"),
        ("Clue", "exhibit"),
        ("ClueOpinion", "clue"),
        ("ClueReach", "clue"),
        ("Comparison", "exhibit"),
        ("Contradiction", "first"),
        ("Contradiction", "second"),
        ("Contribution", "source"),
        ("CounterMark", "clue"),
        ("Derived", "exhibit"),
        ("Derived", "person"),
        ("Disclosure", "about"),
        ("Disclosure", "person"),
        ("Exchange", "exhibit"),
        ("Exchange", "told"),
        ("Exhibit", "parent"),
        ("FiledReference", "about"),
        ("Hint", "source"),
        ("Lead", "about"),
        ("Lead", "owner"),
        ("LinkReach", "exhibits"),
        ("Mask", "exhibit"),
        ("Mask", "person"),
        ("MergeConflict", "key"),
        ("Message", "cites"),
        ("Message", "exchange"),
        ("Note", "exhibit"),
        ("Observations", "exchange"),
        ("Observations", "exhibit"),
        ("Observed", "cites"),
        ("Perception", "exchange"),
        ("Perception", "exhibit"),
        ("Pin", "exhibit"),
        ("Ranking", "exhibits"),
        ("ReferenceSearch", "exhibit"),
        ("Review", "exhibit"),
        ("Review", "person"),
        ("Sentence", "cites"),
        ("Signature", "about"),
        ("Signature", "person"),
        ("StrategyAnswer", "exhibit"),
        ("Tombstone", "exhibit"),
        ("Tombstone", "person"),
        ("Verdict", "exhibit"),
        ("Verdict", "person"),
    }
)

#: Fields that hold the subject of a pane, the id behind its kind.
SHOWN = frozenset({("CounterMark", "subject"), ("PaneView", "subject")})


def renamed(value: Any, names: Mapping[str, str]) -> Any:
    """``value`` (a row of the case, or None) with every id that it holds looked up in ``names``."""
    if is_dataclass(value) and not isinstance(value, type):
        changed = {}
        for field in fields(value):
            before = getattr(value, field.name)
            place = (type(value).__name__, field.name)
            after = _named(before, names) if place in HOLDS else None
            after = _shown(before, names) if place in SHOWN else after
            after = renamed(before, names) if after is None else after
            if after is not before:
                changed[field.name] = after
        return replace(value, **changed) if changed else value
    if isinstance(value, tuple):
        parts = tuple(renamed(item, names) for item in value)
        return value if all(new is old for new, old in zip(parts, value, strict=True)) else parts
    return value


def _shown(value: str, names: Mapping[str, str]) -> str:
    """What a pane of a comparison shows: 'exhibit:E4'; similar references and map views are no rows."""
    kind, _, name = value.partition(":")
    return f"{kind}:{names.get(name, name)}" if kind in ("exhibit", "filed", "derived") else value


def _named(value: Any, names: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, tuple):
        return tuple(names.get(item, item) if isinstance(item, str) else item for item in value)
    return value


def renamed_key(key: str, names: Mapping[str, str]) -> str:
    """The key of a row that is kept under an exhibit: 'E4', or 'E4:model'."""
    first, colon, rest = key.partition(":")
    return f"{names.get(first, first)}{colon}{rest}"


def parts(key: str) -> tuple[str, int]:
    """('E', 4) of 'E4', ('', 0) of what is no numbered id."""
    found = _NUMBERED.match(key)
    return (found[1], int(found[2])) if found else ("", 0)


def order(key: str) -> tuple[str, int, str]:
    """Sorts E2 before E10."""
    return (*parts(key), key)
