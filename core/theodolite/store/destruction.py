"""What must go when an exhibit is lawfully destroyed. Pure: rows and records in, a plan out.

Everything that belongs to the exhibit goes with it, and so does every text elsewhere that repeats one of its
own: its file name, its path, its serial number, what was read or observed in it. A text that a remaining
exhibit says as well is not its own and stays. What a person decided about it (pins, verdicts, reviews) leaves
the state and stays in the log.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any

from theodolite.domain import LogRecord
from theodolite.store.kinds import order
from theodolite.store.protected import (
    DESTROYED,
    DETAIL,
    LEAST,
    WITHHELD,
    at,
    exhibit_of,
    members,
    texts,
    whole,
)
from theodolite.store.sealing import VALUE, SealedRow, references, referred

State = Mapping[tuple[str, str], Any]  # kind and id -> value as plain JSON

LEAST_TEXT = 6  # shorter observations are repeated by accident
#: Rows that a text read in a picture does not change: a title may name a town that a sign names, too.
_OF_THE_CASE = frozenset(("case", "person", "source", "index", "tombstone"))
_BETWEEN = re.compile(r"(?:%20|[\s_-])+")
_DESCRIBING = re.compile(r"description|comment|caption|title|headline|subject|keyword|instruction|abstract")

_CALLED = {
    "clue": ("clue", "clues"),
    "search": ("search of references", "searches of references"),
    "look": ("encoding by a model", "encodings by models"),
    "answer": ("answer of a strategy", "answers of strategies"),
    "perception": ("perception by a model", "perceptions by models"),
    "observations": ("list of clues named by a model", "lists of clues named by models"),
    "exchange": ("request to a model", "requests to a model"),
    "derived": ("derived image", "derived images"),
    "mask": ("masked region", "masked regions"),
    "note": ("note", "notes"),
    "pin": ("candidate named by a person", "candidates named by persons"),
    "verdict": ("verdict (its text stays in the log)", "verdicts (their texts stay in the log)"),
    "review": ("review (its text stays in the log)", "reviews (their texts stay in the log)"),
    "hint": ("hint", "hints"),
    "conflict": ("conflict of a merge", "conflicts of a merge"),
    "lead": ("lead", "leads"),
    "filed": ("filed reference", "filed references"),
    "area": ("search area", "search areas"),
    "comparison": ("kept comparison", "kept comparisons"),
    "disclosure": ("record of something carried out", "records of something carried out"),
}


@dataclass(frozen=True, slots=True)
class Words:
    """Texts by which an exhibit can be recognised: what it is called, and what is written or seen in it."""

    names: frozenset[str]
    read: frozenset[str]

    def in_text(self, text: str, *, names_only: bool = False) -> bool:
        """Whether ``text`` repeats one of them, in whatever form; the words are kept :func:`loose`."""
        found = loose(text)
        for words in (self.names,) if names_only else (self.names, self.read):
            if any(word in found and whole(word, found) for word in words):
                return True
        return False


@lru_cache(maxsize=65_536)
def loose(text: str) -> str:
    """A text as people repeat it: in any case, composed or not, with %20, '_' or '-' for a space."""
    return _BETWEEN.sub(" ", unicodedata.normalize("NFC", text).casefold())


@dataclass(frozen=True, slots=True)
class Plan:
    """What goes: ``exhibits`` (frames of a video go with it), their hashes in the same order, ``digests`` of
    sealed values, ``emptied`` records of format 1, ``taken_out`` rows of the state, ``rewritten`` rows whose
    texts are struck out, and ``touched`` rows of which a text goes that was sealed apart."""

    exhibits: tuple[str, ...]
    hashes: tuple[str, ...]
    words: Words
    digests: frozenset[str]
    emptied: tuple[LogRecord, ...]
    taken_out: tuple[tuple[str, str], ...]
    rewritten: tuple[tuple[str, str, Any], ...]
    touched: tuple[tuple[str, str], ...]


def plan(
    exhibit: str,
    state: State,
    digests: Mapping[tuple[str, str], str],
    sealed: Mapping[str, SealedRow],
    records: Iterable[LogRecord],
) -> Plan:
    """All that goes with ``exhibit``, which the state holds. ``digests``: of the rows of the state;
    ``sealed``: every sealed value; ``records``: the whole log as it is hashed."""
    targets = _with_frames(exhibit, state)
    hashes = tuple(str(state["exhibit", one]["sha256"]) for one in targets)
    words = words_of(targets, state)
    searched = _Searched(frozenset(targets), frozenset(hashes), words)
    gone: set[str] = set()
    named: set[str] = set()
    emptied: list[LogRecord] = []
    for record in records:
        payload = json.loads(record.payload) if record.payload else {}
        named.update(references(payload))
        plain = [change for change in payload.get("changes", ()) if change["after"] and not _sealed(change)]
        detail = payload.get("detail", {})
        if (detail and not referred(detail) and searched.detail(detail)) or searched.plain(plain):
            emptied.append(record)
            continue
        for change in payload.get("changes", ()):
            gone.update(searched.of_change(change, sealed))
        if referred(detail) in sealed and searched.detail(_value(sealed[referred(detail)], sealed)):
            gone |= _parts(referred(detail), sealed)
    for digest, row in sealed.items():
        if row.field != VALUE and words.in_text(row.text):
            gone.add(digest)
        elif digest not in named and row.field == VALUE and searched.beside(row):
            gone |= _parts(digest, sealed)  # only records of a merged copy name it
    taken_out, rewritten, touched = [], [], []
    for (kind, key), value in state.items():
        if _names(kind, key, value, state) & set(targets):
            taken_out.append((kind, key))
        elif digests.get((kind, key)) in gone:
            rewritten.append((kind, key, struck_out(kind, value, words)))
        elif _parts(digests.get((kind, key), ""), sealed) & gone:
            touched.append((kind, key))
    return Plan(
        exhibits=tuple(targets),
        hashes=hashes,
        words=words,
        digests=frozenset(gone),
        emptied=tuple(emptied),
        taken_out=tuple(taken_out),
        rewritten=tuple(rewritten),
        touched=tuple(touched),
    )


def _sealed(change: Mapping[str, Any]) -> bool:
    return bool(referred(change["after"]))


def _value(row: SealedRow, sealed: Mapping[str, SealedRow]) -> Any:
    """The value of a row as it reads, references filled where they can be."""

    def open_(plain: Any) -> Any:
        if digest := referred(plain):
            inner = sealed.get(digest)
            return open_(json.loads(inner.value)) if inner and inner.value else WITHHELD
        if isinstance(plain, list):
            return [open_(item) for item in plain]
        if isinstance(plain, dict):
            return {name: open_(item) for name, item in plain.items()}
        return plain

    return open_(json.loads(row.value)) if row.value else {}


def _parts(digest: str, sealed: Mapping[str, SealedRow]) -> set[str]:
    """A sealed value and those sealed inside it."""
    row = sealed.get(digest)
    if row is None:
        return set()
    inner = references(json.loads(row.value)) if row.value else ()
    return {digest}.union(*(_parts(one, sealed) for one in inner))


@dataclass(frozen=True, slots=True)
class _Searched:
    """Decides for one record or value whether it goes."""

    targets: frozenset[str]
    hashes: frozenset[str]
    words: Words

    def of_change(self, change: Mapping[str, Any], sealed: Mapping[str, SealedRow]) -> set[str]:
        digest, kind, key = referred(change["after"]), str(change["kind"]), str(change["id"])
        row = sealed.get(digest)
        if row is None or row.value is None:
            return set()
        value = json.loads(row.value)
        if exhibit_of(kind, key, value) in self.targets:
            return _parts(digest, sealed)
        return _parts(digest, sealed) if self._repeats(kind, value) else set()

    def beside(self, row: SealedRow) -> bool:
        """Whether a value of another copy's records is about the exhibit, or repeats its words."""
        return bool(self.targets & set(row.about.split())) or self.words.in_text(row.readable)

    def plain(self, changes: Iterable[Mapping[str, Any]]) -> bool:
        """Whether a change of format 1 holds something of the exhibit."""
        return any(
            exhibit_of(change["kind"], change["id"], change[when]) in self.targets
            or self._repeats(change["kind"], change[when])
            for change in changes
            for when in ("after", "before")
            if change.get(when)
        )

    def detail(self, value: Any) -> bool:
        """Whether a detail records the bytes of the exhibit, where it came from, or repeats its words."""
        if not isinstance(value, dict):
            return False
        if "md5" in value and value.get("sha256") in self.hashes:
            return True
        if value.get("exhibit") in self.targets and set(members(DETAIL, value).values()) - {"account"}:
            return True
        return any(self.words.in_text(text) for _, text in texts(value))

    def _repeats(self, kind: str, value: Any) -> bool:
        names_only = kind in _OF_THE_CASE
        return any(self.words.in_text(text, names_only=names_only) for _, text in texts(value))


def _with_frames(exhibit: str, state: State) -> list[str]:
    """The exhibit and all that were made of it, oldest first."""
    found = [exhibit]
    for one in found:
        found += [key for (kind, key), row in state.items() if kind == "exhibit" and row.get("parent") == one]
    return found


def words_of(targets: Iterable[str], state: State) -> Words:
    """What only these exhibits say; what a remaining one says too is not theirs."""
    mine, others = set(targets), {key for kind, key in state if kind == "exhibit"}
    names, read = _collected(mine, state)
    their_names, their_read = _collected(others - mine, state)
    kept = their_names | their_read
    return Words(frozenset(names - kept), frozenset(read - kept))


def _collected(exhibits: set[str], state: State) -> tuple[set[str], set[str]]:
    names: set[str] = set()
    read: set[str] = set()
    for (kind, key), row in state.items():
        if exhibit_of(kind, key, row) not in exhibits:
            continue
        if kind == "exhibit":
            names |= set(_names_of_file(row))
            read |= {text for name, text in row.get("metadata", {}).get("fields", ()) if _describes(name)}
        if kind == "clue":
            line = row.get("line") or {}
            read |= {str(line.get(name) or "") for name in ("text", "corrected", "romanised", "meaning")}
            read.add(row.get("observation", ""))
        if kind == "observations":
            read |= {str(clue.get("observation", "")) for clue in row.get("clues", ())}
        if kind == "note":
            read.add(row.get("text", ""))
    brackets = {WITHHELD, DESTROYED}
    return (
        {word for text in names - brackets if len(word := loose(text).strip()) >= LEAST},
        {word for text in read - brackets if len(word := loose(text).strip()) >= LEAST_TEXT},
    )


def _describes(tag: str) -> bool:
    return bool(_DESCRIBING.search(tag.lower()))


def _names_of_file(row: Any) -> Iterator[str]:
    """What a file is called: every protected text of it, and its name without the ending where that is
    particular enough."""
    for place, field in members("exhibit", row).items():
        text = at(row, place)
        if field == "account":
            continue
        yield text
        if field in ("name", "path"):
            file = PureWindowsPath(text) if "\\" in text else PurePosixPath(text)
            yield file.name
            if any(character.isdigit() for character in file.stem) or len(file.stem) >= 8:
                yield file.stem


def _names(kind: str, key: str, value: Any, state: State) -> set[str]:
    """The exhibits that a row of the state cannot do without."""
    if not isinstance(value, dict) or kind == "tombstone":
        return set()
    found = {exhibit_of(kind, key, value), str(value.get("exhibit", ""))}
    if kind == "conflict":
        found.add(str(value.get("key", "")))
    elif kind == "comparison":
        found.update(_stood_beside(value, state))
    elif kind == "filed" and value.get("sha256"):  # its picture is the same file of the vault
        found.update(
            name for (of, name), one in state.items() if of == "exhibit" and one["sha256"] == value["sha256"]
        )
    reach = value.get("reach")
    if kind == "hint" and isinstance(reach, dict):
        found.update(reach.get("exhibits", ()))
        clue = state.get(("clue", str(reach.get("clue", ""))))
        found.add(str(clue["exhibit"]) if clue else "")
    return found - {""}


def _stood_beside(comparison: Mapping[str, Any], state: State) -> set[str]:
    """The exhibits whose pictures, or pictures made from them, are panes of a comparison."""
    found = set()
    for pane in comparison.get("panes", ()):
        kind, _, name = str(pane.get("subject", "")).partition(":")
        derived = state.get(("derived", name)) if kind == "derived" else None
        found.add(name if kind == "exhibit" else str(derived["exhibit"]) if derived else "")
    return found


def struck_out(kind: str, value: Any, words: Words) -> Any:
    """``value`` with every text that repeats a word replaced by '[destroyed]'."""
    places = {place for place, text in texts(value) if words.in_text(text, names_only=kind in _OF_THE_CASE)}

    def replaced(plain: Any, here: tuple[str | int, ...]) -> Any:
        if here in places:
            return DESTROYED
        if isinstance(plain, list):
            return [replaced(item, (*here, number)) for number, item in enumerate(plain)]
        if isinstance(plain, dict):
            return {name: replaced(item, (*here, name)) for name, item in plain.items()}
        return plain

    return replaced(value, ())


def in_words(found: Plan, state: State) -> tuple[str, ...]:
    """The plan for the person who confirms it, a line for each thing that goes."""
    lines = []
    for one, sha256 in zip(found.exhibits, found.hashes, strict=True):
        row = state["exhibit", one]
        lines.append(f"{one} {row['name']}: the original, {row['size']} bytes, SHA-256 {sha256}")
        lines.append(f"{one}: thumbnails, encodings and every other file made from it")
    about = [kind for kind, _ in found.taken_out if kind != "exhibit"]
    for kind in dict.fromkeys(about):
        number = about.count(kind)
        one, several = _CALLED.get(kind, (f"row of {kind}", f"rows of {kind}"))
        lines.append(f"{number} {one if number == 1 else several} about it")
    struck = [(kind, key) for kind, key, _ in found.rewritten] + list(found.touched)
    for kind, key in sorted(struck, key=lambda row: order(row[1])):
        name = kind if kind == key else f"{kind} {key}"
        lines.append(f"the {name} repeats its words, which are struck out there")
    if found.digests:
        lines.append(f"{len(found.digests)} values of the log, what was undone or replaced included")
    if found.emptied:
        numbers = ", ".join(str(record.sequence) for record in found.emptied)
        lines.append(f"the content of the older log records {numbers}, and copies made before migrations")
    return tuple(lines)
