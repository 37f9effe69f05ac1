"""The case database: its connection settings and its named migrations.

Three tables carry everything that counts. ``log`` is the chain of audit records; ``sealed`` holds the values
that they name by digest; ``state`` is what the case looks like after them, one digest a row, and can be
recomputed from the other two. ``counter`` keeps ids from being given twice, ``view`` is window layout and
not evidence.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, cast

from theodolite.errors import CaseDamaged, InputError
from theodolite.store.database import Database, Migrations

if TYPE_CHECKING:
    from theodolite.store.cipher.keys import CaseKeys
from theodolite.store import migrate

APPLICATION_ID = 0x54484544  # "THED", in the header of every case.db
FILE_NAME = "case.db"
migrations = Migrations("theodolite.case")


@migrations(name="0001-state-and-log")
def _state_and_log(db: Database) -> None:
    db.execute(
        "CREATE TABLE log (sequence INTEGER PRIMARY KEY, utc TEXT NOT NULL, operator TEXT NOT NULL,"
        " action TEXT NOT NULL, payload TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL)"
    )
    db.execute(
        "CREATE TABLE state (kind TEXT NOT NULL, id TEXT NOT NULL, value TEXT NOT NULL,"
        " PRIMARY KEY (kind, id)) WITHOUT ROWID"
    )
    db.execute("CREATE TABLE counter (prefix TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID")
    db.execute("CREATE TABLE view (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID")
    for what in ("UPDATE", "DELETE"):  # against accidents; verify is what finds intent
        db.execute(
            f"CREATE TRIGGER log_no_{what.lower()} BEFORE {what} ON log"
            " BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END"
        )


migrations(name="0002-sealed")(migrate.seal_state)


def _configure(connection: sqlite3.Connection) -> None:
    """Treat the file as hostile: no functions from its schema, no lying cells, no memory mapping. What is
    deleted is overwritten, and no temporary file of SQLite leaves the memory."""
    hostile = ("trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0", "synchronous=FULL")
    for pragma in (*hostile, "secure_delete=ON", "temp_store=MEMORY"):
        connection.execute(f"PRAGMA {pragma}")


def build(folder: Path, keys: CaseKeys | None = None) -> None:
    """Make an empty ``case.db`` in ``folder`` with every migration applied."""
    connection = _connected(f"{(folder / FILE_NAME).resolve().as_uri()}?mode=rwc", keys)
    try:
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute("PRAGMA journal_mode=WAL")
        _configure(connection)
        migrations.apply(Database(connection, execute_plugins=False))
    finally:
        connection.close()


def connect(folder: Path, *, read_only: bool, keys: CaseKeys | None = None) -> Database:
    """Open and check ``case.db``; a foreign, damaged or newer file is refused, never changed."""
    connection = _open(folder / FILE_NAME, read_only, keys)
    try:
        _configure(connection)
        _check(connection, folder)
        db = Database(connection, execute_plugins=False)
        _migrate(db, folder, read_only)
        return db
    except (ValueError, KeyError, TypeError) as error:  # names in the schema that are no text, or not ours
        connection.close()
        raise CaseDamaged(f"The case database in {folder} is damaged: {error!r}.") from error
    except BaseException:
        connection.close()
        raise


def _connected(address: str, keys: CaseKeys | None) -> sqlite3.Connection:
    """A connection to the database at ``address``; with keys, one of SQLCipher, used like the other."""
    if keys is None:
        return sqlite3.connect(address, uri=True)
    from theodolite.store.cipher import database

    return cast(sqlite3.Connection, database.connect(address, keys))


def _open(path: Path, read_only: bool, keys: CaseKeys | None) -> sqlite3.Connection:
    address = path.resolve().as_uri()
    if not read_only:
        return _connected(f"{address}?mode=rw", keys)
    medium = os.statvfs(path.parent).f_flag & os.ST_RDONLY if hasattr(os, "statvfs") else 0
    log_file = path.with_name(path.name + "-wal")
    pending = log_file.exists() and log_file.stat().st_size > 0
    if (medium or not os.access(path.parent, os.W_OK)) and not pending:
        # Readers of a WAL database must write beside it; what cannot be written cannot change either.
        return _connected(f"{address}?mode=ro&immutable=1", keys)
    return _connected(f"{address}?mode=ro", keys)


def _check(connection: sqlite3.Connection, folder: Path) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise CaseDamaged(f"{folder} holds a database that is not a Theodolite case.")
    report = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if report != "ok":
        raise CaseDamaged(f"The case database in {folder} is damaged: {report}.")


def _migrate(db: Database, folder: Path, read_only: bool) -> None:
    known = {migration.name for migration in migrations.pending(Database(memory=True, execute_plugins=False))}
    applied = {migration.name for migration in migrations.applied(db)}
    if applied - known:
        raise InputError(f"{folder} was made by a newer version of Theodolite.")
    if known - applied:
        if read_only:
            raise InputError(f"{folder} was made by an older version: open it for writing once.")
        migrate.keep_copy(db, folder, f"before-{min(known - applied)}")
        migrations.apply(db)
    if _objects(db.conn) != _expected():
        raise CaseDamaged(f"The case database in {folder} holds tables, views or triggers that are not ours.")


def _objects(connection: sqlite3.Connection) -> set[tuple[str, str, str]]:
    rows = connection.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_master")
    return {(row[0], row[1], row[2]) for row in rows}


def _expected() -> set[tuple[str, str, str]]:
    db = Database(memory=True, execute_plugins=False)
    try:
        migrations.apply(db)
        return _objects(db.conn)
    finally:
        db.close()
