"""Which members of a row are protected, and which other texts repeat one. Pure.

A protected member (domain PROTECTED) is sealed apart inside its value, so that it can be withheld from a
copy of the case without breaking the chain. A text that repeats one is sealed apart whole.
"""

from __future__ import annotations

import re
import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from theodolite.domain import PROTECTED, Protected
from theodolite.domain.sources import source_of
from theodolite.store.kinds import KINDS

#: What stands where a text was withheld from this copy of the case, or destroyed.
WITHHELD, DESTROYED = "[withheld]", "[destroyed]"
LEAST = 4  # shorter texts are repeated by accident
DETAIL = "detail"

Place = tuple[str | int, ...]

#: Kind of row -> members; '*' stands for each item of a list.
_MEMBERS: Mapping[str, Mapping[Place, Protected]] = {
    "case": {("operator",): "account"},
    "exhibit": {
        ("source",): "path",
        ("name",): "name",
        ("operator",): "account",
        ("metadata", "serial"): "serial",
    },
    "person": {("account",): "account", ("name",): "account", ("contact",): "account"},
    "source": {("name",): "source", ("note",): "source"},
    "index": {("path",): "path"},
    "search": {
        ("indexes", "*", 0): "path",
        ("references", "*", "index"): "path",
        ("references", "*", "path"): "path",
    },
    "answer": {("indexes", "*", 0): "path"},
    **{
        kind: {("person",): "account"}
        for kind in ("verdict", "review", "signature", "tombstone", "derived", "mask", "disclosure")
    },
    DETAIL: {
        **{(name,): "path" for name in ("source", "path", "folder", "index", "out")},
        ("serial",): "serial",
        **{(name,): "account" for name in ("account", "operator", "person")},
    },
}
#: Names of metadata fields (the part after the last colon or dot, letters only) whose values are protected.
_TAGS: tuple[tuple[re.Pattern[str], Protected], ...] = (
    (re.compile(r"serial|imageuniqueid|documentid|instanceid|deviceid"), "serial"),
    (
        re.compile(r"owner|artist|author|creator(?!tool)|byline|copyright|credit|photographer|contact"),
        "owner",
    ),
    (re.compile(r"filename|rawfile"), "name"),
)
_REAL = re.compile(r"-?[0-9]+(\.[0-9]+(e[-+]?[0-9]+)?|e[-+]?[0-9]+)\Z")  # how reals stand in a row
_CODE = re.compile(r"[A-Z]+[0-9]+\Z")
#: Rows that are an exhibit's own: what it is and what was seen in it.
OWN: frozenset[str] = frozenset(
    (
        *("exhibit", "clue", "search", "look", "answer", "perception", "observations", "exchange"),
        *("derived", "mask", "note", "comparison"),
    )
)


def members(kind: str, plain: Any) -> dict[Place, Protected]:
    """The places in ``plain`` (a row as plain JSON, or a detail) that hold a protected text."""
    found: dict[Place, Protected] = {}
    for pattern, name in _MEMBERS.get(kind, {}).items():
        for place, value in _matching(plain, pattern):
            if isinstance(value, str) and value and not (name == "account" and _CODE.match(value)):
                found[place] = name
    if kind == "exhibit":
        found |= dict(_tagged(plain))
    if kind == "message" and plain.get("author") == "person" and plain.get("model"):
        found["model",] = "account"
    if kind == "clue" and source_of(str(plain.get("kind", ""))) == "filename" and plain.get("observation"):
        found["observation",] = "name"
    return found


def _matching(value: Any, pattern: Place, at: Place = ()) -> Iterator[tuple[Place, Any]]:
    if not pattern:
        yield at, value
    elif pattern[0] == "*":
        for number, item in enumerate(value if isinstance(value, list) else ()):
            yield from _matching(item, pattern[1:], (*at, number))
    elif isinstance(value, dict | list):
        step = pattern[0]
        if step in value if isinstance(value, dict) else isinstance(step, int) and step < len(value):
            yield from _matching(value[step], pattern[1:], (*at, step))  # type: ignore[index]


def _tagged(plain: Any) -> Iterator[tuple[Place, Protected]]:
    pairs = plain.get("metadata", {}).get("fields", [])
    for number, pair in enumerate(pairs):
        name = tag_field(str(pair[0]))
        if name and isinstance(pair[1], str) and pair[1]:
            yield ("metadata", "fields", number, 1), name


@cache
def tag_field(tag: str) -> Protected | None:
    """What a metadata field of this name holds, None for nothing that is protected."""
    name = re.sub(r"[^a-z]", "", re.split(r"[:.]", tag)[-1].lower())
    return next((what for pattern, what in _TAGS if pattern.search(name)), None)


def exhibit_of(kind: str, key: str, plain: Any) -> str:
    """The exhibit that a row belongs to, '' for none."""
    if kind not in OWN or not isinstance(plain, dict):
        return ""
    return key if kind == "exhibit" else str(plain.get("exhibit", ""))


def texts(value: Any, at: Place = ()) -> Iterator[tuple[Place, str]]:
    """Every text in a plain value that is not one of a fixed list, with its place."""
    if isinstance(value, str):
        if len(value) >= LEAST and not _REAL.match(value) and value not in _tokens():
            yield at, value
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from texts(item, (*at, number))
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from texts(item, (*at, name))


@cache
def _tokens() -> frozenset[str]:
    """Every text that a row may hold only because its type lists it: replacing one would break the row."""
    found: set[str] = set()
    seen: set[Any] = set()

    def walk(annotation: Any) -> None:
        origin = get_origin(annotation)
        if origin is Literal:
            found.update(value for value in get_args(annotation) if isinstance(value, str))
        elif origin in (Union, types.UnionType, tuple):
            for argument in get_args(annotation):
                walk(argument)
        elif isinstance(annotation, type) and annotation not in seen:
            seen.add(annotation)
            if issubclass(annotation, Enum):
                found.update(str(one.value) for one in annotation)
            elif is_dataclass(annotation):
                for hint in get_type_hints(annotation).values():
                    walk(hint)

    for kind in KINDS.values():
        walk(kind)
    return frozenset(found)


@dataclass
class Words:
    """The protected texts of a case, and the exhibits each belongs to; grows with every row written."""

    known: dict[str, tuple[Protected, set[str]]] = field(default_factory=dict)

    def learn(self, kind: str, key: str, plain: Any) -> None:
        """Remember what is protected in a row."""
        about = exhibit_of(kind, key, plain)
        for place, name in members(kind, plain).items():
            text = at(plain, place)
            if len(text) >= LEAST and text not in (WITHHELD, DESTROYED) and text not in _tokens():
                self.known.setdefault(text, (name, set()))[1].update([about] if about else [])

    def of(self, names: frozenset[Protected]) -> set[str]:
        """The texts known for these fields."""
        return {text for text, (name, _) in self.known.items() if name in names}

    def repeated(
        self, plain: Any, besides: Mapping[Place, Protected]
    ) -> Iterator[tuple[Place, Protected, str]]:
        """Texts of ``plain`` that repeat a known one: place, field, and the exhibits as codes."""
        leaves = [(place, text) for place, text in texts(plain) if place not in besides]
        together = "\0".join(text for _, text in leaves)
        hits = [word for word in self.known if word in together]
        for place, text in leaves if hits else ():
            found = [self.known[word] for word in hits if whole(word, text)]
            if found:
                name = min((name for name, _ in found), key=PROTECTED.index)
                yield place, name, " ".join(sorted(set().union(*(about for _, about in found))))


def whole(word: str, text: str) -> bool:
    """Whether ``text`` holds ``word``, not as a part of a longer word."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        before = start > 0 and text[start - 1].isalnum() and word[0].isalnum()
        after = end < len(text) and text[end].isalnum() and word[-1].isalnum()
        if not before and not after:
            return True
        start = text.find(word, start + 1)
    return False


def at(plain: Any, place: Place) -> Any:
    """The value at a place."""
    for step in place:
        plain = plain[step]
    return plain
