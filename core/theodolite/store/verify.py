"""Verify a Theodolite case with the Python standard library alone.

    python3 -I -S verify.py CASE [--head HASH]

Recomputes, from the folder only: the SHA-256, MD5 and size of every original in ``vault/``; the hash
chain of the audit log; and the state of the case, by replaying the log and comparing it with what the
database says. Names every mismatch, the first one first. ``--head`` takes the log head printed in a
report: the log must still contain it. Without such an anchor a case rebuilt from scratch looks intact:
the log is tamper-evident, not tamper-proof.

Exit status: 0 intact, 1 something differs, 2 wrong usage.

A record's hash is SHA-256 over the JSON object {action, operator, payload, previous, sequence, utc} with
keys sorted, no spaces, UTF-8 (RFC 8785); ``payload`` is the payload's text as a string.
"""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
import stat
import sys
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any, NamedTuple

APPLICATION_ID = 0x54484544
TABLES = {"log", "state", "counter", "view", "_sqlite_migrations"}
TRIGGERS = {"log_no_update", "log_no_delete"}
GENESIS = "0" * 64
INCOMING = ".incoming-"
_NUMBERED = re.compile(r"([A-Z]+)([0-9]+)\Z")


class Step(NamedTuple):
    """Where the verification stands."""

    text: str
    done: int
    total: int


class Result(NamedTuple):
    """What was found: files and records checked, the last hash of the log, problems in order."""

    files: int
    records: int
    head: str
    problems: list[str]


class Ledger:
    """What the log says: replayed state, ids given, and the bytes that were put on record."""

    def __init__(self) -> None:
        self.rows: dict[tuple[str, str], Any] = {}
        self.counters: dict[str, int] = {}
        self.bytes: dict[str, dict[str, Any]] = {}
        self.hashes: list[str] = []
        self.problems: list[str] = []

    @property
    def head(self) -> str:
        return self.hashes[-1] if self.hashes else ""


def check(folder: Path, head: str | None = None) -> Generator[Step, None, Result]:
    """Verify the case in ``folder`` step by step; the return value is the :class:`Result`."""
    vault = Path(folder) / "vault"
    found = _vault_names(vault)  # before the log is read: what arrives meanwhile is on record by then
    ledger = Ledger()
    try:
        connection = _connect(Path(folder) / "case.db")
        try:
            ledger.problems += _schema_problems(connection)
            yield from _replay(connection, ledger)
            ledger.problems += _state_problems(connection, ledger)
        finally:
            connection.close()
    except (sqlite3.Error, OSError, TypeError, ValueError) as error:  # the latter: a cell of another type
        ledger.problems.append(f"case.db cannot be read: {error}")
        return Result(0, len(ledger.hashes), ledger.head, ledger.problems)
    if head and head not in ledger.hashes:
        ledger.problems.append(f"log: the head {head} that was printed earlier is not in the log")
    files = yield from _check_vault(vault, found, ledger)
    return Result(files, len(ledger.hashes), ledger.head, ledger.problems)


def _connect(path: Path) -> sqlite3.Connection:
    if not path.is_file():
        raise FileNotFoundError(f"{path} does not exist")
    address = path.resolve().as_uri()
    # Without a write-ahead file nobody has the case open, and reading must leave no file behind.
    mode = "mode=ro" if Path(f"{path}-wal").exists() else "mode=ro&immutable=1"
    connection = sqlite3.connect(f"{address}?{mode}", uri=True)
    connection.execute("PRAGMA trusted_schema=OFF")
    connection.execute("PRAGMA cell_size_check=ON")
    connection.execute("BEGIN")  # one snapshot, also while the program writes
    return connection


def _schema_problems(connection: sqlite3.Connection) -> Iterator[str]:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        yield "case.db is not a Theodolite case"
    for (text,) in connection.execute("PRAGMA quick_check(5)"):
        if text != "ok":
            yield f"case.db: {text}"
    for kind, name in connection.execute("SELECT type, name FROM sqlite_master ORDER BY name"):
        known = (
            kind == "index"
            or (kind == "table" and name in TABLES)
            or (kind == "trigger" and name in TRIGGERS)
        )
        if not known:
            yield f"case.db: {kind} {name} does not belong to a case"


def _replay(connection: sqlite3.Connection, ledger: Ledger) -> Generator[Step, None, None]:
    """Follow the chain from the first record; every record is checked even after a broken link."""
    total = connection.execute("SELECT count(*) FROM log").fetchone()[0]
    if total == 0:
        ledger.problems.append("log: there is no record at all")
    previous, expected = GENESIS, 1
    rows = connection.execute(
        "SELECT sequence, utc, operator, action, payload, previous, hash FROM log ORDER BY sequence"
    )
    for sequence, utc, operator, action, payload, link, own in rows:
        name = f"log record {sequence}"
        if sequence != expected:
            ledger.problems.append(f"{name}: record {expected} is missing")
        if link != previous:
            ledger.problems.append(f"{name}: does not follow the record before it")
        body = {
            "action": action,
            "operator": operator,
            "payload": payload,
            "previous": link,
            "sequence": sequence,
            "utc": utc,
        }
        text = json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        if hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != own:
            ledger.problems.append(f"{name}: its content is not what was hashed ({action})")
        try:
            _apply(json.loads(payload), ledger)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            ledger.problems.append(f"{name}: its payload cannot be read ({error})")
        previous, expected = own, sequence + 1
        ledger.hashes.append(own)
        if len(ledger.hashes) % 200 == 0:
            yield Step("Checking the audit log", len(ledger.hashes), total)


def _apply(payload: dict[str, Any], ledger: Ledger) -> None:
    detail = payload["detail"]
    if "sha256" in detail and "md5" in detail and "size" in detail:
        ledger.bytes.setdefault(detail["sha256"], detail)
    for change in payload["changes"]:
        key = (change["kind"], change["id"])
        if change["after"] is None:
            ledger.rows.pop(key, None)
        else:
            ledger.rows[key] = change["after"]
        numbered = _NUMBERED.match(change["id"])
        if numbered:
            last = ledger.counters.get(numbered[1], 0)
            ledger.counters[numbered[1]] = max(last, int(numbered[2]))


def _state_problems(connection: sqlite3.Connection, ledger: Ledger) -> Iterator[str]:
    """Where the state tables differ from what the log makes them."""
    seen: set[tuple[str, str]] = set()
    for kind, key, value in connection.execute("SELECT kind, id, value FROM state ORDER BY kind, id"):
        seen.add((kind, key))
        try:
            row = json.loads(value)
        except (ValueError, TypeError, RecursionError):
            yield f"{kind} {key}: the row cannot be read"
            continue
        if (kind, key) not in ledger.rows:
            yield f"{kind} {key}: the row is in the database but not in the log"
        elif row != ledger.rows[kind, key]:
            yield f"{kind} {key}: the row differs from the log{_where(row, ledger.rows[kind, key])}"
    for kind, key in sorted(set(ledger.rows) - seen):
        yield f"{kind} {key}: the row is in the log but missing from the database"
    if dict(connection.execute("SELECT prefix, last FROM counter").fetchall()) != ledger.counters:
        yield "counter: the numbers given to rows differ from the log"


def _where(row: Any, logged: Any) -> str:
    if isinstance(row, dict) and isinstance(logged, dict):
        names = sorted(name for name in set(row) | set(logged) if row.get(name) != logged.get(name))
        return f" in {', '.join(names)}"
    return ""


def _vault_names(vault: Path) -> list[Path]:
    """Every file below ``vault/`` but the partial copies of an intake that is running."""
    if not vault.is_dir():
        return []
    return sorted(
        path
        for path in vault.rglob("*")
        if not path.name.startswith(INCOMING) and (path.is_symlink() or not path.is_dir())
    )


def _check_vault(vault: Path, found: list[Path], ledger: Ledger) -> Generator[Step, None, int]:
    """Each file that the log names is there with its hashes; each file that is there is named."""
    exhibits = _by_hash(ledger)
    wanted = sorted(set(ledger.bytes) | set(exhibits), key=str)
    present = set(found)
    for done, sha256 in enumerate(wanted):
        yield Step("Checking the originals", done, len(wanted))
        name = "/".join(("vault", str(sha256)[:2], str(sha256)))
        label = f"{' and '.join(exhibits[sha256])}: {name}" if sha256 in exhibits else name
        path = vault / str(sha256)[:2] / str(sha256)
        if path not in present and not path.exists():
            ledger.problems.append(f"{label} is missing")
            continue
        ledger.problems += [f"{label} {text}" for text in _file_problems(path, sha256, ledger)]
    expected = {vault / str(sha256)[:2] / str(sha256) for sha256 in wanted}
    for path in found:
        if path not in expected:
            ledger.problems.append(f"vault/{path.relative_to(vault)} is not in the log")
    return len(wanted)


def _by_hash(ledger: Ledger) -> dict[str, list[str]]:
    """Exhibit ids by the hash of their original, from the replayed log."""
    exhibits: dict[str, list[str]] = {}
    for (kind, key), row in sorted(ledger.rows.items(), key=lambda item: str(item[0])):
        if kind == "exhibit" and isinstance(row, dict):
            exhibits.setdefault(str(row.get("sha256")), []).append(key)
            if {"sha256", "md5", "size"} <= row.keys():
                ledger.bytes.setdefault(str(row["sha256"]), row)
    return exhibits


def _file_problems(path: Path, sha256: str, ledger: Ledger) -> Iterator[str]:
    if not stat.S_ISREG(path.lstat().st_mode):
        yield "is not a regular file"
        return
    recorded = ledger.bytes.get(sha256, {})
    first, second, size = hashlib.sha256(), hashlib.md5(), 0  # noqa: S324 - shown because old forms ask
    try:
        with path.open("rb") as stream:
            while chunk := stream.read(1 << 20):
                first.update(chunk)
                second.update(chunk)
                size += len(chunk)
    except OSError as error:
        yield f"cannot be read: {error}"
        return
    if first.hexdigest() != sha256:
        yield f"has changed: its SHA-256 is now {first.hexdigest()}"
    elif recorded.get("md5") not in (None, second.hexdigest()) or recorded.get("size") not in (None, size):
        yield "does not have the MD5 or size on record"


def main(arguments: list[str]) -> int:
    """The command line of the stand-alone verifier."""
    head = None
    if len(arguments) == 3 and arguments[1] == "--head":
        head = arguments.pop().lower()
        arguments.pop()
    if len(arguments) != 1 or arguments[0].startswith("-"):
        sys.stderr.write("usage: verify.py CASE [--head HASH]\n")
        return 2
    steps = check(Path(arguments[0]), head)
    while True:
        try:
            next(steps)
        except StopIteration as stop:
            result: Result = stop.value
            break
    for problem in result.problems:
        sys.stdout.write(f"PROBLEM {problem}\n")
    verdict = "DIFFERS" if result.problems else "INTACT"
    sys.stdout.write(f"{verdict}: {result.files} originals, {result.records} log records\n")
    sys.stdout.write(f"log head {result.head}\n")
    return 1 if result.problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
