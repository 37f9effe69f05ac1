"""The one way anything is written: one transaction that changes state *and* appends the audit record.

The record's payload carries the full new value of every row it changes, so the state tables can be
recomputed from the log, and a verifier can compare. Keys of a payload: ``changes`` (``kind``, ``id``,
``after``, and ``before`` when it can be taken back), ``detail``, and one of ``undoable``, ``undoes``,
``redoes``. ``after`` null: the row is gone from the state, never from the log.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from theodolite.codec import from_plain
from theodolite.domain import LogRecord
from theodolite.errors import CaseDamaged, InputError, StorageFailed
from theodolite.store import faults, history, log
from theodolite.store.kinds import KINDS, NUMBERED

_ID = re.compile(r"([A-Z]+)([0-9]+)\Z")

Change = tuple[str, str, Any]  # kind, id, new domain value or None


def order(identity: str) -> tuple[str, int]:
    """Sorts E2 before E10."""
    found = _ID.match(identity)
    return (found[1], int(found[2])) if found else (identity, 0)


class Journal:
    """State rows in memory and in SQLite, and the log; not safe for two threads (SQLite refuses)."""

    def __init__(self, db: Database, folder: Path, *, read_only: bool) -> None:
        self._db = db
        self._folder = folder
        self._read_only = read_only
        self._plain: dict[tuple[str, str], Any] = {}
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
            self._plain = {
                (kind, key): json.loads(text)
                for kind, key, text in self._db.execute("SELECT kind, id, value FROM state")
            }
            self._values = {kind: {} for kind in KINDS}
            for (kind, key), plain in self._plain.items():
                if kind in NUMBERED and not _ID.match(key):
                    raise ValueError(f"{key!r} is no id")
                self._values[kind][key] = from_plain(KINDS[kind], plain)
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
    ) -> None:
        """Commit ``changes`` and their record together; rows that do not change are left out."""
        rows: list[dict[str, Any]] = []
        for kind, key, value in changes:
            before, after = self._plain.get((kind, key)), None if value is None else log.plain(value)
            if before != after:
                rows.append({"kind": kind, "id": key, "after": after, "before": before})
        payload: dict[str, Any] = {"detail": log.plain(dict(detail or {})), "changes": rows}
        if undoable and rows:
            payload["undoable"] = True
        else:
            for row in rows:
                del row["before"]
        self._commit(operator, action, rows, payload)

    def take_back(self, operator: str, *, back: bool) -> str:
        """Undo (or redo) the last step that can be; returns its action.

        A step whose rows were changed since by something that cannot be undone is passed over.
        """
        found = self._step(back)
        if found is None:
            raise InputError("There is nothing to undo." if back else "There is nothing to redo.")
        record, steps = found
        rows = [{"kind": kind, "id": key, "after": wanted} for kind, key, _, wanted in steps]
        verb, link = ("undo", "undoes") if back else ("redo", "redoes")
        payload = {"changes": rows, "detail": {"of": record.action}, link: record.sequence}
        self._commit(operator, f"{verb}: {record.action}", rows, payload)
        return record.action

    def next_step(self, *, back: bool) -> str:
        """The action that :meth:`take_back` would take back now, '' when there is none."""
        found = self._step(back)
        return found[0].action if found else ""

    def _step(self, back: bool) -> tuple[LogRecord, list[tuple[str, str, Any, Any]]] | None:
        for sequence in reversed(self._history.undo if back else self._history.redo):
            record = log.read(self._db, "WHERE sequence = ?", (sequence,))[0]
            steps = history.reversal(log.changes_of(record), back=back)
            if all(self._plain.get((kind, key)) == now for kind, key, now, _ in steps):
                return record, steps
        return None

    def _commit(
        self, operator: str, action: str, rows: list[dict[str, Any]], payload: dict[str, Any]
    ) -> None:
        if self._read_only:
            raise StorageFailed(f"{self._folder} is open read-only.")
        parsed = [(row["kind"], row["id"], row["after"], _parse(row)) for row in rows]
        record = log.following(self._last, operator, action, payload)
        counters = self._advanced(row[1] for row in parsed)
        with faults.mapped(self._folder), self._db.atomic():
            for kind, key, after, _ in parsed:
                self._put(kind, key, after)
            for prefix, last in counters.items():
                self._db.execute("INSERT OR REPLACE INTO counter VALUES (?, ?)", (prefix, last))
            log.append(self._db, record)
        self._last = record
        self._counters.update(counters)
        self._history.follow(record)
        for kind, key, after, value in parsed:
            if after is None:
                self._plain.pop((kind, key), None)
                self._values[kind].pop(key, None)
            else:
                self._plain[kind, key] = after
                self._values[kind][key] = value

    def _put(self, kind: str, key: str, after: Any) -> None:
        if after is None:
            self._db.execute("DELETE FROM state WHERE kind = ? AND id = ?", (kind, key))
        else:
            self._db.execute(
                "INSERT OR REPLACE INTO state VALUES (?, ?, ?)", (kind, key, log.canonical(after))
            )

    def _advanced(self, keys: Iterable[str]) -> dict[str, int]:
        changed: dict[str, int] = {}
        for key in keys:
            found = _ID.match(key)
            if found:
                last = max(changed.get(found[1], self._counters.get(found[1], 0)), int(found[2]))
                if last > self._counters.get(found[1], 0):
                    changed[found[1]] = last
        return changed

    # --- the log and the window's layout -------------------------------------------------------------

    def log(self, limit: int | None) -> tuple[LogRecord, ...]:
        """The last ``limit`` records (None: all), oldest first."""
        tail = "ORDER BY sequence DESC" + ("" if limit is None else " LIMIT ?")
        return tuple(reversed(log.read(self._db, tail, () if limit is None else (limit,))))

    def details(self, action: str) -> list[dict[str, Any]]:
        """The ``detail`` of every record of this action."""
        with self._readable():
            found = log.read(self._db, "WHERE action = ? ORDER BY sequence", (action,))
            return [dict(json.loads(record.payload)["detail"]) for record in found]

    def view_state(self) -> dict[str, Any]:
        try:
            rows = self._db.execute("SELECT key, value FROM view")
            return {key: json.loads(value) for key, value in rows}
        except ValueError:
            return {}  # layout only: a default window is the right answer
        except faults.database_errors("OperationalError"):
            return {}

    def set_view_state(self, state: Mapping[str, Any]) -> None:
        if self._read_only:
            return
        rows = [(key, json.dumps(value)) for key, value in state.items()]
        with faults.mapped(self._folder), self._db.atomic():
            self._db.execute("DELETE FROM view")
            for row in rows:
                self._db.execute("INSERT INTO view VALUES (?, ?)", row)

    def close(self) -> None:
        """Fold the write-ahead file back into ``case.db`` so that the folder can be copied as it is."""
        try:
            if not self._read_only:
                self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except faults.database_errors():
            pass  # the write-ahead file stays beside the database and is as good
        finally:
            self._db.close()


def _parse(row: Mapping[str, Any]) -> Any | None:
    return None if row["after"] is None else from_plain(KINDS[row["kind"]], row["after"])
