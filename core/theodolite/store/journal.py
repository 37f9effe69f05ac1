"""The one way anything is written: one transaction that changes state *and* appends the audit record.

Format 2 of the log (docs/decisions/0022). A record's payload carries, for every row it changes, the digest
of the sealed new value, so that the state can be recomputed from the log and the table ``sealed``, and a
verifier can compare. Keys of a payload: ``changes`` (``kind``, ``id``, ``after``, and ``before`` when it can
be taken back; each a reference to a sealed value or null), ``detail`` (a reference, or {} for none), and one
of ``undoable``, ``undoes``, ``redoes``; what a verifier must read of a record whose values are gone stands
open beside them (``format``, ``counters``, ``destroyed``, ``withheld``). ``after`` null: the row is gone from
the state, never from the log. The operator of a record is the id of a person of the case. Records of
format 1 hold values and names as they are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from theodolite.codec import from_plain
from theodolite.domain import LogRecord, Person
from theodolite.errors import CaseDamaged, InputError, StorageFailed
from theodolite.store import faults, history, log, view
from theodolite.store.database import Database
from theodolite.store.kinds import KINDS, NUMBERED, order
from theodolite.store.presence import Presence
from theodolite.store.protected import DETAIL, WITHHELD, Words
from theodolite.store.reader import Reader
from theodolite.store.sealing import Box, SealedRow, reference, referred, seal

_ID = re.compile(r"([A-Z]+)([0-9]+)\Z")
UNNAMED = "unnamed"  # who works on a copy from which the names were withheld

Change = tuple[str, str, Any]  # kind, id, new domain value or None


@dataclass(frozen=True, slots=True)
class Row:
    """A new value of a row as plain JSON, None to take it out. ``digest``: where it is sealed already.

    ``lasting``: taking the step back leaves this row.
    """

    kind: str
    key: str
    after: Any
    digest: str = ""
    lasting: bool = False


def advanced(keys: Iterable[str], counters: Mapping[str, int]) -> dict[str, int]:
    """Counters that ids among ``keys`` bring further than ``counters``: prefix to the last number given."""
    changed: dict[str, int] = {}
    for key in keys:
        if found := _ID.match(key):
            last = max(changed.get(found[1], counters.get(found[1], 0)), int(found[2]))
            if last > counters.get(found[1], 0):
                changed[found[1]] = last
    return changed


class Journal:
    """State rows in memory and in SQLite, and the log; not safe for two threads (SQLite refuses)."""

    def __init__(self, db: Database, folder: Path, *, read_only: bool) -> None:
        self._db = db
        self._folder = folder
        self._read_only, self._here = read_only, Presence(folder)
        self._box = Box(db)
        self._words = Words()
        self._reader = Reader(self._box)
        self._plain: dict[tuple[str, str], Any] = {}
        self._digests: dict[tuple[str, str], str] = {}
        self._values: dict[str, dict[str, Any]] = {kind: {} for kind in KINDS}
        self._counters: dict[str, int] = {}
        self._history = history.History()
        self._last: LogRecord | None = None
        self._seen = -1
        self.load()

    # --- reading -----------------------------------------------------------------------------------

    def load(self) -> None:
        """Read everything again; a row that is not what we write is damage."""
        with self._readable():
            state = [tuple(row) for row in self._db.execute("SELECT kind, id, digest FROM state")]
            opener = self._box.opened([reference(digest) for _, _, digest in state])
            self._digests = {(kind, key): digest for kind, key, digest in state}
            self._plain = {
                (kind, key): opener.fill(reference(digest))
                for kind, key, digest in state
                if opener.whole(reference(digest)) or digest not in opener.withheld
            }
            self._values = {kind: {} for kind in KINDS}
            self._words, self._reader = Words(), Reader(self._box)
            for (kind, key), plain in self._plain.items():
                if kind in NUMBERED and not _ID.match(key):
                    raise ValueError(f"{key!r} is no id")
                self._values[kind][key] = from_plain(KINDS[kind], plain)
                self._words.learn(kind, key, plain)
            self._counters = dict(tuple(row) for row in self._db.execute("SELECT prefix, last FROM counter"))
            self._history = history.of(log.read(self._db, history.CANDIDATES))
        last = log.read(self._db, "ORDER BY sequence DESC LIMIT 1")
        self._last = last[0] if last else None
        self._seen = self._version()

    @contextmanager
    def _readable(self) -> Iterator[None]:
        """Whatever cannot be parsed of what is in the database is damage, not a mistake of ours."""
        with faults.mapped(self._folder):
            try:
                yield
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
                raise CaseDamaged(f"A row of {self._folder} cannot be read: {error}.") from error

    def refresh(self) -> None:
        """A reader follows what the writer has committed since; a writer is alone."""
        if self._read_only and self._version() != self._seen:
            self.load()

    def _version(self) -> int:
        return int(self._db.execute("PRAGMA data_version").fetchone()[0])

    def rows(self, kind: str) -> tuple[Any, ...]:
        """All values of a kind in the order of their ids."""
        found = self._values[kind]
        return tuple(found[key] for key in sorted(found, key=order))

    def each(self, kind: str) -> Iterator[Any]:
        """All values of a kind in no order, for a search among many."""
        yield from self._values[kind].values()

    def get(self, kind: str, key: str) -> Any | None:
        return self._values[kind].get(key)

    @property
    def head(self) -> str:
        return self._last.hash if self._last else ""

    @property
    def length(self) -> int:
        return self._last.sequence if self._last else 0

    def next_id(self, prefix: str) -> str:
        """The id the next new row of this prefix will get; ids are never used twice."""
        return f"{prefix}{self._counters.get(prefix, 0) + 1}"

    # --- writing -----------------------------------------------------------------------------------

    def write(
        self,
        operator: str,
        action: str,
        changes: Iterable[Change] = (),
        *,
        detail: Mapping[str, Any] | None = None,
        undoable: bool = False,
        open_members: Mapping[str, Any] | None = None,
        besides: Iterable[SealedRow] = (),
        meanwhile: Callable[[Database], None] = lambda _: None,
    ) -> None:
        """Commit ``changes`` and their record together; rows that do not change are left out.

        ``open_members``: members of the payload that are not sealed, for what a verifier must always read.
        ``besides``: values sealed in another copy of the case, which the record names. ``meanwhile`` runs in
        the transaction.
        """
        plain = [Row(kind, key, None if value is None else log.plain(value)) for kind, key, value in changes]
        rows = [row for row in plain if self._plain.get((row.kind, row.key)) != row.after]
        more = {**(open_members or {}), **({"undoable": True} if undoable and rows else {})}
        self._commit(operator, action, rows, dict(detail or {}), more, besides, meanwhile)

    def restate(self, operator: str, action: str, rows: Iterable[tuple[str, str]], words: Words) -> None:
        """Record rows (kind and id) with the values that they have, sealed anew: what repeats one of
        ``words`` is sealed apart from now on, also where it was written before the word was known."""
        again = [Row(kind, key, self._plain[kind, key]) for kind, key in rows if (kind, key) in self._plain]
        before, self._words = self._words, words
        try:
            self._commit(operator, action, again, {}, {})
        finally:
            self._words = before

    def take_back(self, operator: str, *, back: bool) -> str:
        """Undo (or redo) the last step that can be; returns its action.

        A step whose rows were changed since by something that cannot be undone, or whose values are gone, is
        passed over.
        """
        found = self._step(back)
        if found is None:
            raise InputError("There is nothing to undo." if back else "There is nothing to redo.")
        record, rows = found
        verb, link = ("undo", "undoes") if back else ("redo", "redoes")
        more = {link: record.sequence}
        self._commit(operator, f"{verb}: {record.action}", rows, {"of": record.action}, more)
        return record.action

    def next_step(self, *, back: bool) -> str:
        """The action that :meth:`take_back` would take back now, '' when there is none."""
        found = self._step(back)
        return found[0].action if found else ""

    def _step(self, back: bool) -> tuple[LogRecord, list[Row]] | None:
        for sequence in reversed(self._history.undo if back else self._history.redo):
            record = log.read(self._db, "WHERE sequence = ?", (sequence,))[0]
            steps = history.reversal(log.changes_of(record), back=back)
            opener = self._box.opened(value for step in steps for value in step[2:])
            if steps and all(
                opener.whole(now)
                and opener.whole(wanted)
                and not self._buried(opener.fill(wanted))
                and self._plain.get((kind, key)) == opener.fill(now)
                for kind, key, now, wanted in steps
            ):
                rows = [Row(kind, key, opener.fill(new), referred(new)) for kind, key, _, new in steps]
                return record, rows
        return None

    def _buried(self, plain: Any) -> bool:
        return isinstance(plain, dict) and str(plain.get("exhibit", "")) in self._values["tombstone"]

    def _commit(
        self,
        operator: str,
        action: str,
        rows: list[Row],
        detail: dict[str, Any],
        more: Mapping[str, Any],
        besides: Iterable[SealedRow] = (),
        meanwhile: Callable[[Database], None] = lambda _: None,
    ) -> None:
        if self._read_only:
            raise StorageFailed(f"{self._folder} is open read-only.")
        code, rows = self._introduced(operator, rows)
        values = [None if row.after is None else from_plain(KINDS[row.kind], row.after) for row in rows]
        digests, sealed = self._sealed(rows)
        payload = {"changes": self._changes(rows, digests, bool(more.get("undoable"))), "detail": {}, **more}
        if detail:
            digest, parts = seal(DETAIL, "", log.plain(detail), self._words)
            payload["detail"] = reference(digest)
            sealed += parts
        if self._last is None:
            payload["format"] = log.FORMAT
        record = log.following(self._last, code, action, payload)
        counters = advanced((row.key for row in rows), self._counters)
        with self._here.writing(self._db):
            self._box.put([*besides, *sealed])
            for row, digest in zip(rows, digests, strict=True):
                self._put(row.kind, row.key, digest)
            for prefix, last in counters.items():
                self._db.execute("INSERT OR REPLACE INTO counter VALUES (?, ?)", (prefix, last))
            log.append(self._db, record)
            meanwhile(self._db)
        self._last = record
        self._counters.update(counters)
        self._history.follow(record)
        for row, digest, value in zip(rows, digests, values, strict=True):
            self._keep(row, digest, value)

    def _keep(self, row: Row, digest: str, value: Any) -> None:
        at = (row.kind, row.key)
        if row.after is None:
            self._plain.pop(at, None)
            self._digests.pop(at, None)
            self._values[row.kind].pop(row.key, None)
        else:
            self._plain[at], self._digests[at], self._values[row.kind][row.key] = row.after, digest, value

    def _introduced(self, operator: str, rows: list[Row]) -> tuple[str, list[Row]]:
        """The code of ``operator``, and ``rows`` with a row for a person whom the case does not know yet."""
        persons: dict[str, Any] = self._values["person"]
        if operator in persons:
            return operator, rows
        operator = log.plain(operator)
        if not operator or operator == WITHHELD:
            operator = UNNAMED
        for person in self.rows("person"):
            if person.account == operator:
                return person.id, rows
        fresh = {row.key for row in rows if row.kind == "person" and row.after is not None}
        for row in rows:
            if row.key in fresh - set(persons) and row.after["account"] == operator:
                return row.key, [replace(one, lasting=one.lasting or one is row) for one in rows]
        number = self._counters.get("P", 0) + 1
        while f"P{number}" in fresh:
            number += 1
        code = f"P{number}"
        return code, [*rows, Row("person", code, log.plain(Person(code, operator)), lasting=True)]

    def _sealed(self, rows: list[Row]) -> tuple[list[str], list[SealedRow]]:
        """The digest of each row ('' for one taken out) and what is to be sealed anew for them."""
        for row in rows:  # before any is sealed: what one row protects, another one may repeat
            if row.after is not None:
                self._words.learn(row.kind, row.key, row.after)
        digests, sealed = [], []
        for row in rows:
            if row.after is None or row.digest:
                digests.append(row.digest)
                continue
            digest, parts = seal(row.kind, row.key, row.after, self._words)
            digests.append(digest)
            sealed += parts
        return digests, sealed

    def _changes(self, rows: list[Row], digests: list[str], undoable: bool) -> list[dict[str, Any]]:
        changes = []
        for row, digest in zip(rows, digests, strict=True):
            change = {"kind": row.kind, "id": row.key, "after": reference(digest) if digest else None}
            if undoable and not row.lasting:
                before = self._digests.get((row.kind, row.key))
                change["before"] = reference(before) if before else None
            changes.append(change)
        return changes

    def _put(self, kind: str, key: str, digest: str) -> None:
        if digest:
            self._db.execute("INSERT OR REPLACE INTO state VALUES (?, ?, ?)", (kind, key, digest))
        else:
            self._db.execute("DELETE FROM state WHERE kind = ? AND id = ?", (kind, key))

    # --- the log and the window's layout -------------------------------------------------------------

    def raw_log(self, limit: int | None = None) -> tuple[LogRecord, ...]:
        """The last ``limit`` records (None: all) as they are hashed: codes and references, oldest first."""
        tail = "ORDER BY sequence DESC" + ("" if limit is None else " LIMIT ?")
        return tuple(reversed(log.read(self._db, tail, () if limit is None else (limit,))))

    def log(self, limit: int | None) -> tuple[LogRecord, ...]:
        """The last ``limit`` records (None: all) with their values and names filled in, oldest first."""
        with self._readable():
            accounts = {person.id: person.account for person in self._values["person"].values()}
            return tuple(self._reader.filled(self.raw_log(limit), accounts, keep=limit is not None))

    def details(self, action: str) -> list[dict[str, Any]]:
        """The ``detail`` of every record of this action that still has one."""
        with self._readable():
            found = log.read(self._db, "WHERE action = ? AND payload <> '' ORDER BY sequence", (action,))
            details = [json.loads(record.payload)["detail"] for record in found]
            opener = self._box.opened(details)
            return [dict(opener.fill(detail)) for detail in details if opener.whole(detail)]

    def counters(self) -> dict[str, int]:
        """The highest number given to rows, by prefix."""
        return dict(self._counters)

    @property
    def box(self) -> Box:
        """The sealed values themselves."""
        return self._box

    def plain_state(self) -> Mapping[tuple[str, str], Any]:
        """Every row of the state as plain JSON."""
        return self._plain

    @property
    def words(self) -> Words:
        """The protected texts of the case."""
        return self._words

    def digests(self) -> tuple[tuple[str, str, str], ...]:
        """Kind, id and digest of every row of the state."""
        return tuple((kind, key, digest) for (kind, key), digest in sorted(self._digests.items()))

    def view_state(self) -> dict[str, Any]:
        """How the window looked."""
        return view.read(self._db)

    def set_view_state(self, state: Mapping[str, Any]) -> None:
        """Keep how the window looks."""
        if not self._read_only:
            with self._here.writing(self._db):
                view.write(self._db, state)

    def folded(self) -> bool:
        """Fold the write-ahead file into ``case.db``; False while somebody reads what it replaces."""
        self._db.execute("PRAGMA busy_timeout=500")
        busy = self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        self._db.execute("PRAGMA busy_timeout=5000")
        return not busy

    def compact(self) -> None:
        """Write the database anew, without what was deleted."""
        self._db.execute("VACUUM")

    def close(self) -> None:
        """Fold the write-ahead file back into ``case.db`` so that the folder can be copied as it is."""
        try:
            if not self._read_only:
                self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except faults.database_errors():
            pass  # the write-ahead file stays beside the database and is as good
        finally:
            self._db.close()
