"""Sealed values: what the log says is kept beside it, and the log holds a salted digest of it only.

A value can then be destroyed or withheld while the chain of hashes still verifies. The digest is SHA-256
over the RFC 8785 form of ``{field, salt, value}``, where ``value`` is the value's own RFC 8785 text *as a
string* and ``salt`` is 16 random bytes in hex, so that nothing can be guessed from a digest. Where a value
was sealed stands ``{"sealed": digest}``; its protected members are sealed apart inside it in the same way.
"""

from __future__ import annotations

import hashlib
import json
import re
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import rfc8785

from theodolite.domain import Protected
from theodolite.store import log
from theodolite.store.database import Database
from theodolite.store.protected import DESTROYED, WITHHELD, Place, Words, exhibit_of, members, texts

VALUE = "value"
_REFERENCE = re.compile(r'\{"sealed":"([0-9a-f]{64})"\}')  # quotes inside a text are escaped: no text matches
_AT_ONCE = 500  # SQLite takes at least 999 parameters


class SealedRow(NamedTuple):
    """A row of the table ``sealed``. ``field``: 'value', or one of domain PROTECTED. ``about``: exhibits
    whose words it holds, ids between spaces. ``salt`` and ``value`` are None where it is withheld from this
    copy of the case."""

    digest: str
    field: str
    salt: str | None
    value: str | None
    about: str

    @property
    def text(self) -> str:
        """The text that was sealed, '' where the value is none or withheld."""
        found = json.loads(self.value) if self.value else ""
        return found if isinstance(found, str) else ""

    @property
    def readable(self) -> str:
        """Every text in the value, a line each, without the escapes of JSON."""
        return "\n".join(text for _, text in texts(json.loads(self.value))) if self.value else ""


def digest_of(field: str, salt: str, value: str) -> str:
    """The digest of a sealed value: see the module's text."""
    return hashlib.sha256(rfc8785.dumps({"field": field, "salt": salt, "value": value})).hexdigest()


def reference(digest: str) -> dict[str, str]:
    """What stands in a record where the value with this digest was."""
    return {"sealed": digest}


def referred(value: Any) -> str:
    """The digest that ``value`` refers to, '' when it is no reference."""
    found = value.get("sealed") if isinstance(value, dict) and len(value) == 1 else None
    return found if isinstance(found, str) else ""


def row_of(field: str, plain: Any, about: str) -> SealedRow:
    """Seal one plain value under a fresh salt."""
    salt, text = secrets.token_hex(16), log.canonical(plain)
    return SealedRow(digest_of(field, salt, text), field, salt, text, about)


def seal(kind: str, key: str, plain: Any, words: Words) -> tuple[str, list[SealedRow]]:
    """Seal a row (or a detail) with its protected members apart; the digest of the whole, and all rows."""
    places: dict[Place, tuple[Protected, str]] = {}
    own = exhibit_of(kind, key, plain)
    inside = members(kind, plain)
    for place, name in inside.items():
        places[place] = (name, own)
    for place, name, about in words.repeated(plain, inside):
        places[place] = (name, about)
    rows: list[SealedRow] = []
    made: dict[tuple[str, str], str] = {}  # a text that stands in a value many times is sealed once

    def replaced(value: Any, at: Place) -> Any:
        if at in places:
            name, about = places[at]
            if (name, value) not in made:
                rows.append(row_of(name, value, _joined(own, about)))
                made[name, value] = rows[-1].digest
            return reference(made[name, value])
        if isinstance(value, list):
            return [replaced(item, (*at, number)) for number, item in enumerate(value)]
        if isinstance(value, dict):
            if referred(value):
                raise ValueError("a value must not look like a reference to a sealed one")
            return {name: replaced(item, (*at, name)) for name, item in value.items()}
        return value

    body = replaced(plain, ())
    rows.append(row_of(VALUE, body, _joined(own, *(row.about for row in rows))))
    return rows[-1].digest, rows


def _joined(*about: str) -> str:
    return " ".join(sorted({one for part in about for one in part.split()}))


def references(plain: Any) -> Iterator[str]:
    """Digests that a plain value refers to."""
    if digest := referred(plain):
        yield digest
    elif isinstance(plain, dict | list):
        for item in plain.values() if isinstance(plain, dict) else plain:
            yield from references(item)


def filled(plain: Any, found: Mapping[str, Any], missing: Callable[[str], Any]) -> Any:
    """``plain`` with every reference replaced by the value it stands for; ``missing`` answers for others."""
    if digest := referred(plain):
        return filled(found[digest], found, missing) if digest in found else missing(digest)
    if isinstance(plain, list):
        return [filled(item, found, missing) for item in plain]
    if isinstance(plain, dict):
        return {name: filled(item, found, missing) for name, item in plain.items()}
    return plain


class Box:
    """The table ``sealed`` of an open database."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def put(self, rows: Iterable[SealedRow]) -> None:
        """Add rows, or the values of rows that were withheld; the caller holds the transaction."""
        for row in rows:
            self._db.execute(
                "INSERT INTO sealed VALUES (?, ?, ?, ?, ?) ON CONFLICT (digest) DO UPDATE"
                " SET salt = excluded.salt, value = excluded.value WHERE value IS NULL",
                tuple(row),
            )

    def all(self) -> Iterator[SealedRow]:
        """Every row, in the order of the digests."""
        found = self._db.execute("SELECT digest, field, salt, value, about FROM sealed ORDER BY digest")
        return (SealedRow(*row) for row in found)

    def get(self, digests: Iterable[str]) -> dict[str, SealedRow]:
        """The rows with these digests, those that are there."""
        wanted = list(dict.fromkeys(digests))
        found: dict[str, SealedRow] = {}
        for start in range(0, len(wanted), _AT_ONCE):
            part = wanted[start : start + _AT_ONCE]
            marks = ", ".join("?" * len(part))
            rows = self._db.execute(
                f"SELECT digest, field, salt, value, about FROM sealed WHERE digest IN ({marks})",  # noqa: S608
                part,
            )
            found |= {row[0]: SealedRow(*row) for row in rows}
        return found

    def opened(self, plains: Iterable[Any]) -> Opener:
        """What is needed to fill ``plains``: every value they refer to, and those inside these."""
        values: dict[str, Any] = {}
        withheld: set[str] = set()
        closed: set[str] = set()
        waiting = {digest for plain in plains for digest in references(plain)}
        while waiting:
            rows = self.get(waiting)
            inside: set[str] = set()
            for digest, row in rows.items():
                if row.value is None:
                    withheld.add(digest)
                    continue
                values[digest] = json.loads(row.value)
                if named := _REFERENCE.findall(row.value):
                    inside.update(named)
                else:
                    closed.add(digest)
            waiting = inside - set(values) - withheld
        return Opener(values, frozenset(withheld), frozenset(closed))


class Opener(NamedTuple):
    """Sealed values, open. A missing one is withheld from this copy of the case, or was destroyed.
    ``closed``: those that refer to no other."""

    values: Mapping[str, Any]
    withheld: frozenset[str]
    closed: frozenset[str]

    def fill(self, plain: Any) -> Any:
        """``plain`` with every reference replaced; a missing text becomes a word in brackets."""
        digest = referred(plain)
        if digest in self.closed:
            return self.values[digest]
        return filled(plain, self.values, lambda one: WITHHELD if one in self.withheld else DESTROYED)

    def whole(self, plain: Any) -> bool:
        """Whether the value that ``plain`` refers to is here (members inside it may be missing)."""
        return not referred(plain) or referred(plain) in self.values

    def shown(self, plain: Any) -> Any:
        """As :meth:`fill`; a value that is missing whole is named by its digest."""
        digest = referred(plain)
        if not digest or digest in self.values:
            return self.fill(plain)
        return {"withheld" if digest in self.withheld else "destroyed": digest}
