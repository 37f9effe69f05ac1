"""What a merge changes, from three states of one case: where the copies part, ours now, theirs now. Pure.

Ids are given on each side alone, so one number may mean two rows. A row that only theirs added keeps its
number where that is free here and gets a fresh one where it is not; every id that another row holds follows
(:mod:`theodolite.store.merge.names`). The same bytes, the same machine clue, the same statement added on
both sides are one row. A row that only one side changed is as that side left it. What both changed, or one
changed and the other removed, is a conflict: ours stays as it is, both values are kept, nobody chooses.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields, replace
from typing import Any

from theodolite.domain import Case, Clue, Exhibit, MergeConflict, Person, Source, Tombstone, Verdict
from theodolite.geo.geodesy import distance_km
from theodolite.store import log
from theodolite.store.kinds import KINDS, PREFIX
from theodolite.store.merge.names import order, parts, renamed, renamed_key

Key = tuple[str, str]  # kind, id
Rows = Mapping[Key, Any]

#: Kinds whose rows have numbers, each after those whose ids its rows hold.
NUMBERED = (
    *("person", "source", "exhibit", "clue", "hint", "exchange", "pin", "verdict", "message"),
    *("review", "signature", "stamp", "derived", "mask", "index", "conflict"),
    *("filed", "area", "lead", "comparison", "disclosure"),
)
#: What intake recorded of a file is a fact about one copy of the case; the bytes are what two copies share.
_FACTS = ("id", "name", "source", "added_utc", "operator", "file_time", "runs", "parent", "recipe")
_NOTHING = object()


@dataclass
class Merged:
    """``changes``: (kind, id, value or None). ``names``: theirs -> ours, of rows that have another id here.

    ``left_out``: in words, what was not brought over and why.
    """

    changes: list[tuple[str, str, Any]] = field(default_factory=list)
    conflicts: list[MergeConflict] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    marks: list[tuple[str, int, int]] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def unite(
    base: Rows, ours: Rows, theirs: Rows, *, known: Mapping[str, str], used: Mapping[str, int]
) -> Merged:
    """What to write into ours.

    ``base``: the state where the copies part, under ours' ids. ``known``: names from an earlier merge,
    theirs -> ours. ``used``: the highest number given in ours, by prefix.
    """
    merged = Merged(names=dict(known))
    found = _Found(base, ours, theirs, merged, dict(used))
    found.name_rows()
    found.compare()
    return merged


class _Found:
    """The three states while names are given and rows compared."""

    def __init__(self, base: Rows, ours: Rows, theirs: Rows, merged: Merged, used: dict[str, int]) -> None:
        self.base, self.ours, self.theirs, self.merged = base, ours, theirs, merged
        self.taken = set(merged.names.values())
        self.free = used  # highest number taken here, by prefix, and then by what is brought over
        for kind, key in theirs:
            letter, number = parts(key)
            if kind in NUMBERED and number:
                self.free.setdefault(letter, 0)
        self.highest = dict(self.free)
        for _, key in theirs:
            letter, number = parts(key)
            if letter in self.highest:
                self.highest[letter] = max(self.highest[letter], number)
        self.kept = {
            key
            for kind, key in theirs
            if (kind, key) in base and key not in merged.names and key not in self.taken
        }
        self.destroyed = {key for kind, key in ours if kind == "tombstone"}
        self.destroyed_there = {
            self._here(key) for kind, key in theirs if kind == "tombstone"
        } - self.destroyed

    # --- names -------------------------------------------------------------------------------------

    def name_rows(self) -> None:
        """Decide for each numbered row of theirs which id it has here."""
        names = self.merged.names
        for kind in NUMBERED:
            waiting = _by_identity(kind, self.ours, self.base, self.kept)
            for key in sorted((k for what, k in self.theirs if what == kind), key=order):
                if key in names or key in self.kept:
                    continue
                value = renamed(self.theirs[kind, key], names)
                same = [one for one in waiting.get(identity(kind, value), ()) if one not in self.taken]
                here = same[0] if same else self._number(key)
                if here != key:
                    names[key] = here
                self.taken.add(here)

    def _number(self, key: str) -> str:
        letter, number = parts(key)
        if number > self.free[letter] and key not in self.taken:
            return key
        self.highest[letter] += 1
        return f"{letter}{self.highest[letter]}"

    def _here(self, key: str) -> str:
        return renamed_key(key, self.merged.names)

    # --- comparison --------------------------------------------------------------------------------

    def compare(self) -> None:
        """Go through every row that theirs has, then through those that theirs removed."""
        names, seen = self.merged.names, set()
        for kind in (*NUMBERED, *sorted(set(KINDS) - set(NUMBERED))):
            for key in sorted((k for what, k in self.theirs if what == kind), key=order):
                here = self._here(key)
                seen.add((kind, here))
                value = renamed(self.theirs[kind, key], names)
                if kind in PREFIX and getattr(value, "id", here) != here:
                    value = replace(value, id=here)
                self._row(kind, here, value)
        for kind, key in sorted(set(self.base) - seen, key=lambda one: (one[0], order(one[1]))):
            if not (about(kind, key, self.base[kind, key]) & self.destroyed_there):
                self._row(kind, key, None)

    def _row(self, kind: str, key: str, theirs: Any) -> None:
        base, ours = self.base.get((kind, key)), self.ours.get((kind, key))
        if theirs in (ours, base):
            return
        if kind == "tombstone":
            if key not in self.destroyed:
                self._conflict(kind, key, None, theirs)
        elif about(kind, key, theirs if theirs is not None else base) & self.destroyed:
            self.merged.left_out.append(f"{key} is about an exhibit that was destroyed here.")
        elif isinstance(theirs, Case | Exhibit) and ours is not None:
            self._fields(kind, key, base, ours, theirs)
        elif base == ours:
            self._take(kind, key, theirs)
        else:
            self._conflict(kind, key, ours, theirs)

    def _take(self, kind: str, key: str, theirs: Any) -> None:
        if isinstance(theirs, Clue):
            theirs = self._marked(theirs)
        if isinstance(theirs, Verdict):
            against = self._opposed(theirs)
            if against is not None:
                self._conflict(kind, key, against, theirs)
                return
        self.merged.changes.append((kind, key, theirs))

    def _fields(self, kind: str, key: str, base: Any, ours: Any, theirs: Any) -> None:
        """Field by field: two people who each filled in another field do not disagree."""
        taken, mine, other = {}, {}, {}
        for one in fields(ours):
            name = one.name
            now, new = getattr(ours, name), getattr(theirs, name)
            before = _unset(one) if base is None else getattr(base, name)
            if new in (now, before) or name == "id":
                continue
            if now == before:
                taken[name] = new
            elif kind != "exhibit" or name not in _FACTS:
                mine[name], other[name] = log.plain(now), log.plain(new)
        if taken:
            self.merged.changes.append((kind, key, replace(ours, **taken)))
        if mine:
            self.merged.conflicts.append(
                MergeConflict("", kind, key, log.canonical(mine), log.canonical(other))
            )

    def _conflict(self, kind: str, key: str, ours: Any, theirs: Any) -> None:
        self.merged.conflicts.append(MergeConflict("", kind, key, _text(ours), _text(theirs)))

    def _marked(self, clue: Clue) -> Clue:
        """A mark that another clue of the exhibit has here becomes the next one that is free."""
        there = [
            row
            for (kind, _), row in (*self.ours.items(), *(((k, i), v) for k, i, v in self.merged.changes))
            if kind == "clue" and row is not None and row.exhibit == clue.exhibit and row.id != clue.id
        ]
        marks = {row.mark for row in there if row.mark is not None}
        if clue.mark is None or clue.mark not in marks:
            return clue
        mark = max(marks) + 1
        self.merged.marks.append((clue.id, clue.mark, mark))
        return replace(clue, mark=mark)

    def _opposed(self, verdict: Verdict) -> Verdict | None:
        """A verdict given here since, on the same place and with another outcome: the later would win."""
        for (kind, key), row in self.ours.items():
            if kind != "verdict" or (kind, key) in self.base or row.exhibit != verdict.exhibit:
                continue
            apart = distance_km(row.lat, row.lon, verdict.lat, verdict.lon)
            if row.status is not verdict.status and apart <= max(row.radius_km, verdict.radius_km):
                found: Verdict = row
                return found
        return None


def translated(rows: Rows, names: Mapping[str, str]) -> dict[Key, Any]:
    """The rows of one copy under the ids that they have in the other."""
    found: dict[Key, Any] = {}
    for (kind, key), row in rows.items():
        here, value = renamed_key(key, names), renamed(row, names)
        if kind in PREFIX and hasattr(value, "id") and value.id != here:
            value = replace(value, id=here)
        found[kind, here] = value
    return found


def about(kind: str, key: str, value: Any) -> set[str]:
    """The exhibits that a row belongs to."""
    if kind in ("exhibit", "tombstone"):
        return {key}
    named = getattr(value, "exhibit", "")
    return {named} if isinstance(named, str) and named else set()


def identity(kind: str, value: Any) -> object:
    """What makes two rows one although they were added apart; None where only the id does."""
    if isinstance(value, Exhibit):
        return value.sha256
    if isinstance(value, Clue) and not value.by_person:
        return replace(value, id="", mark=None, note="", active=True, rejected_reason=None)
    if isinstance(value, Person):
        return (value.account, value.name) if value.account or value.name else None
    if isinstance(value, Source) and not value.name:
        return None
    if isinstance(value, Tombstone):
        return None
    return replace(value, id="") if kind in PREFIX and hasattr(value, "id") else value


def _unset(one: Field[Any]) -> Any:
    """What a field holds before anybody says anything."""
    return one.default if one.default is not MISSING else _NOTHING


def _by_identity(kind: str, ours: Rows, base: Rows, kept: Container[str]) -> dict[object, list[str]]:
    """Ids of ours by what they are, of rows that theirs could have added too; an exhibit always could."""
    found: dict[object, list[str]] = {}
    for key in sorted((k for what, k in ours if what == kind), key=order):
        if key in kept or ((kind, key) in base and kind != "exhibit"):
            continue
        what = identity(kind, ours[kind, key])
        if what is not None:
            found.setdefault(what, []).append(key)
    return found


def _text(value: Any) -> str:
    return "" if value is None else log.canonical(log.plain(value))
