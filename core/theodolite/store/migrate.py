"""From log format 1 to 2: every value of the state is sealed, and one record says that it happened.

Records of format 1 stay as they are, hash for hash. The record "log format 2" carries every row of the state
anew, so that what follows rests on sealed values alone.
"""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

from theodolite import __version__
from theodolite.domain import Person
from theodolite.errors import CaseLocked
from theodolite.store import faults, log, vault
from theodolite.store.database import Database
from theodolite.store.protected import DETAIL, Words
from theodolite.store.sealing import Box, reference, seal

EARLIER = "earlier"  # folder of a case: its database as it was before each migration
ACTION = "log format 2"


def seal_state(db: Database) -> None:
    """Migration 0002: the table ``sealed``; ``state`` holds digests. The caller holds the transaction."""
    db.execute(
        "CREATE TABLE sealed (digest TEXT PRIMARY KEY, field TEXT NOT NULL, salt TEXT, value TEXT,"
        " about TEXT NOT NULL) WITHOUT ROWID"
    )
    rows = [
        (kind, key, json.loads(text))
        for kind, key, text in db.execute("SELECT kind, id, value FROM state ORDER BY kind, id")
    ]
    db.execute("DROP TABLE state")
    db.execute(
        "CREATE TABLE state (kind TEXT NOT NULL, id TEXT NOT NULL, digest TEXT NOT NULL,"
        " PRIMARY KEY (kind, id)) WITHOUT ROWID"
    )
    if last := log.read(db, "ORDER BY sequence DESC LIMIT 1"):
        _record(db, last[0], rows)


def _record(db: Database, last: Any, rows: list[tuple[str, str, Any]]) -> None:
    counters: dict[str, int] = dict(db.execute("SELECT prefix, last FROM counter").fetchall())
    operator = next(plain["operator"] for kind, _, plain in rows if kind == "case")
    persons = _persons(db, rows, operator, counters)
    code = next(key for key, plain in persons if plain["account"] == operator)
    rows = rows + [("person", key, plain) for key, plain in persons if ("person", key, plain) not in rows]
    words, box, changes = Words(), Box(db), []
    for kind, key, plain in rows:
        words.learn(kind, key, plain)
    for kind, key, plain in rows:
        digest, sealed = seal(kind, key, plain, words)
        box.put(sealed)
        db.execute("INSERT INTO state VALUES (?, ?, ?)", (kind, key, digest))
        changes.append({"kind": kind, "id": key, "after": reference(digest)})
    digest, sealed = seal(DETAIL, "", {"program": "theodolite", "version": __version__}, words)
    box.put(sealed)
    for prefix, number in counters.items():
        db.execute("INSERT OR REPLACE INTO counter VALUES (?, ?)", (prefix, number))
    payload = {
        "changes": changes,
        "counters": counters,
        "detail": reference(digest),
        "format": log.FORMAT,
    }
    log.append(db, log.following(last, code, ACTION, payload))


def _persons(
    db: Database, rows: list[tuple[str, str, Any]], operator: str, counters: dict[str, int]
) -> list[tuple[str, Any]]:
    """A person for each name that a record of format 1 carries; ``counters`` is brought up to date."""
    known = [(key, plain) for kind, key, plain in rows if kind == "person"]
    names = [
        name for (name,) in db.execute("SELECT operator FROM log GROUP BY operator ORDER BY min(sequence)")
    ]
    for name in dict.fromkeys([*names, operator]):
        if not any(plain["account"] == name for _, plain in known):
            counters["P"] = counters.get("P", 0) + 1
            code = f"P{counters['P']}"
            known.append((code, log.plain(Person(code, name))))
    return known


def keep_copy(db: Database, folder: Path, name: str) -> Path:
    """Copy the database of ``folder`` to ``earlier/<name>.db`` before it is changed; a copy there stays.

    The write-ahead file is folded in first, so the copy is one whole file, encrypted where the case is.
    Raises ``CaseLocked`` when a reader is in the middle of something, ``StorageFailed`` for a full disk.
    """
    place = folder / EARLIER / f"{name}.db"
    if place.exists():
        return place
    with faults.mapped(folder):
        db.execute("PRAGMA busy_timeout=500")
        busy = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        db.execute("PRAGMA busy_timeout=5000")
        if busy:
            raise CaseLocked(f"{folder} is being read by another window or command. Close it there first.")
        place.parent.mkdir(exist_ok=True)
        beside = place.with_suffix(".part")
        try:
            with (folder / "case.db").open("rb") as source, beside.open("wb") as target:
                shutil.copyfileobj(source, target, 1 << 20)
                target.flush()
                os.fsync(target.fileno())
            beside.chmod(0o400)
            beside.rename(place)
        finally:
            beside.unlink(missing_ok=True)
        vault.sync_folder(place.parent)
        vault.sync_folder(folder)
    return place
