"""What is verified: a case folder or a bundle, read as it is."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, NamedTuple

APPLICATION_ID = 0x54484544
TABLES = {"log", "state", "sealed", "counter", "view", "_sqlite_migrations"}
TRIGGERS = {"log_no_update", "log_no_delete"}
GENESIS = "0" * 64
INCOMING = ".incoming-"
BESIDES = {"data/log.jsonl", "data/sealed.jsonl", "data/withheld.json"}  # checked by what they hold
TAGS = {
    "bagit.txt",
    "bag-info.txt",
    "manifest-sha256.txt",
    "verify.py",
    "README.txt",
}  # of an export
TAG_MANIFEST = "tagmanifest-sha256.txt"
OWN = {
    "clue",
    "search",
    "look",
    "answer",
    "perception",
    "observations",
    "exchange",
    "derived",
    "mask",
    "note",
    "comparison",
}
NUMBERED = re.compile(r"([A-Z]+)([0-9]+)\Z")
UNREADABLE: tuple[type[Exception], ...] = (ValueError, KeyError, TypeError, AttributeError, RecursionError)


class Record(NamedTuple):
    """A row of the log; the texts are '' where it was withheld."""

    sequence: int
    utc: str
    operator: str
    action: str
    payload: str
    previous: str
    hash: str


class Folder:
    """A case folder, read through SQLite. ``connection``: one that is open already."""

    errors: tuple[type[Exception], ...] = (sqlite3.Error, OSError)  # of what cannot be read

    def __init__(self, folder: Path, connection: Any = None) -> None:
        self.folder = folder
        self.db = connection or _connect(folder / "case.db")
        self.digests: set[str] = set()
        self.records: dict[int, str] = {}
        self.bytes: set[str] = set()
        columns = [row[1] for row in self.db.execute("PRAGMA table_info(state)")]
        self.sealed = "digest" in columns

    def close(self) -> None:
        self.db.close()

    def problems(self) -> Iterator[str]:
        """What is wrong with the database as such."""
        if self.db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            yield "case.db is not a Theodolite case"
        for (text,) in self.db.execute("PRAGMA quick_check(5)"):
            if text != "ok":
                yield f"case.db: {text}"
        for kind, name in self.db.execute("SELECT type, name FROM sqlite_master ORDER BY name"):
            tables = kind == "table" and name in TABLES
            if kind != "index" and not tables and not (kind == "trigger" and name in TRIGGERS):
                yield f"case.db: {kind} {name} does not belong to a case"

    def length(self) -> int:
        return int(self.db.execute("SELECT count(*) FROM log").fetchone()[0])

    def log(self) -> Iterator[Record]:
        columns = "sequence, utc, operator, action, payload, previous, hash"
        rows = self.db.execute(f"SELECT {columns} FROM log ORDER BY sequence")  # noqa: S608
        return (Record(*row) for row in rows)

    def values(self) -> Iterator[tuple[Any, ...]]:
        """Sealed values: digest, field, salt, value, about."""
        if self.sealed:
            yield from self.db.execute("SELECT digest, field, salt, value, about FROM sealed ORDER BY digest")

    def value(self, digest: str) -> tuple[Any, ...] | None:
        found = "SELECT digest, field, salt, value, about FROM sealed WHERE digest = ?"
        return self.db.execute(found, (digest,)).fetchone() if self.sealed else None

    def state_problems(self, logged: dict[tuple[str, str], Any], counters: dict[str, int]) -> Iterator[str]:
        """Where the state tables differ from what the log makes them."""
        seen: set[tuple[str, str]] = set()
        column = "digest" if self.sealed else "value"
        rows = self.db.execute(f"SELECT kind, id, {column} FROM state ORDER BY kind, id")  # noqa: S608
        for kind, key, text in rows:
            seen.add((kind, key))
            try:
                row = text if self.sealed else json.loads(text)
            except UNREADABLE:
                yield f"{kind} {key}: the row cannot be read"
                continue
            if (kind, key) not in logged:
                yield f"{kind} {key}: the row is in the database but not in the log"
            elif row != logged[kind, key]:
                yield f"{kind} {key}: the row differs from the log"
        for kind, key in sorted(set(logged) - seen):
            yield f"{kind} {key}: the row is in the log but missing from the database"
        if dict(self.db.execute("SELECT prefix, last FROM counter").fetchall()) != counters:
            yield "counter: the numbers given to rows differ from the log"

    def left_problems(self, exported: dict[int, dict[str, str]]) -> Iterator[str]:
        """Files of a bundle that are not those which left the case with it."""
        return iter(())

    def place(self, sha256: str) -> str:
        """Where an original is, inside the folder."""
        return f"vault/{sha256[:2]}/{sha256}"

    def names(self) -> dict[str, Path]:
        """Every original that is there, by its path inside the folder."""
        found = _files(self.folder / "vault")
        return {p.relative_to(self.folder).as_posix(): p for p in found if not p.name.startswith(INCOMING)}

    def open_original(self, path: Path) -> IO[bytes]:
        return path.open("rb")


class Bundle(Folder):
    """A bag (RFC 8493) whose payload holds the log, the sealed values and the originals as files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.rows: dict[str, tuple[Any, ...]] = {}
        self.lines = list(self._lines("log.jsonl"))
        for row in self._lines("sealed.jsonl"):
            if row["digest"] in self.rows:
                raise ValueError(f"sealed.jsonl holds {str(row['digest'])[:16]} twice")
            self.rows[row["digest"]] = tuple(
                row.get(k) for k in ("digest", "field", "salt", "value", "about")
            )
        withheld: Any = {}
        if (folder / "data" / "withheld.json").is_file():
            withheld = json.loads((folder / "data" / "withheld.json").read_text("utf-8"))
        self.digests = set(withheld.get("digests", ()))
        self.records = {int(n): "" for n in withheld.get("records", ())}
        self.bytes = set(withheld.get("originals", ()))
        self.left_out = {k: sorted(withheld.get(k, ())) for k in ("digests", "originals", "records")}

    def close(self) -> None:
        self.rows.clear()

    def _lines(self, name: str) -> Iterator[dict[str, Any]]:
        with (self.folder / "data" / name).open(encoding="utf-8", newline="\n") as stream:
            for line in stream:
                yield json.loads(line, object_pairs_hook=once)

    def problems(self) -> Iterator[str]:
        """Files that are not those of the manifests, and what does not belong at the root."""
        yield from self._root_problems()
        for manifest in ("manifest-sha256.txt", TAG_MANIFEST):
            listed: set[str] = set()
            for line in (self.folder / manifest).read_text("utf-8").splitlines():
                wanted, _, name = line.partition("  ")
                inside = name.startswith("data/")
                if name in listed or inside is manifest.startswith("tag") or not (inside or name in TAGS):
                    yield f"{manifest}: {name} does not belong there"
                listed.add(name)
                path = self.folder / name
                if name.startswith("/") or ".." in Path(name).parts or not regular(path):
                    yield f"{manifest}: {name} is missing, or no file of this bundle"
                elif measure(path.open("rb"))[0] != wanted:
                    yield f"{name} has changed: it is not the file of {manifest}"
            present = {p.relative_to(self.folder).as_posix() for p in _files(self.folder / "data")}
            if manifest.startswith("tag"):  # one of ours that is gone is missed, listed or not
                yield from (f"{name} is not in {manifest}" for name in sorted(TAGS - listed))
            else:
                yield from (f"{name} is not in {manifest}" for name in sorted(present - listed))
        text = (self.folder / "bag-info.txt").read_text("utf-8")
        for line in text.splitlines():
            if line.startswith("Log-Head:") and line[9:].strip() != (self.lines or [{}])[-1].get("hash"):
                yield "bag-info.txt: its Log-Head is not the head of the log"

    def _root_problems(self) -> Iterator[str]:
        """No record names the files beside ``data``, so only those that an export writes may be there."""
        for path in sorted(self.folder.iterdir()):
            if path.name == "data" and not path.is_symlink() and path.is_dir():
                continue
            if path.name.lower() == "fetch.txt":
                yield f"{path.name} is refused: it lists what to fetch from elsewhere, and nothing ever is"
            elif path.name not in TAGS | {TAG_MANIFEST} or not regular(path):
                yield f"{path.name} does not belong at the root of a bundle: it is on no record"

    def length(self) -> int:
        return len(self.lines)

    def log(self) -> Iterator[Record]:
        for line in self.lines:
            yield Record(*(line.get(name, "") for name in Record._fields))

    def values(self) -> Iterator[tuple[Any, ...]]:
        yield from self.rows.values()

    def value(self, digest: str) -> tuple[Any, ...] | None:
        return self.rows.get(digest)

    def state_problems(self, logged: dict[tuple[str, str], Any], counters: dict[str, int]) -> Iterator[str]:
        """Where the plain lines of the state differ from what the log makes them."""
        folder, seen = self.folder / "data" / "state", set()
        for path in sorted(folder.glob("*.jsonl")):
            with path.open(encoding="utf-8", newline="\n") as stream:
                for line in stream:
                    row = json.loads(line)
                    at = (path.stem, row["id"])
                    seen.add(at)
                    if at not in logged:
                        yield f"data/state/{path.name}: {at[1]} is not in the log"
                    elif row["value"] != self._filled({"sealed": logged[at]}):
                        yield f"data/state/{path.name}: {at[1]} is not what the log says"
        for kind, key in sorted(set(logged) - seen) if folder.is_dir() else ():
            yield f"data/state/{kind}.jsonl: {key} is missing"

    def _filled(self, value: Any) -> Any:
        if isinstance(value, dict) and set(value) == {"sealed"}:
            row = self.rows.get(value["sealed"])
            if row is None or row[3] is None:
                return "[destroyed]" if row is None else "[withheld]"
            return self._filled(json.loads(row[3]))
        if isinstance(value, dict):
            return {name: self._filled(item) for name, item in value.items()}
        return [self._filled(item) for item in value] if isinstance(value, list) else value

    def left_problems(self, exported: dict[int, dict[str, str]]) -> Iterator[str]:
        left = exported[max(exported)] if exported else {}
        for path in _files(self.folder / "data") if exported else ():
            name = path.relative_to(self.folder).as_posix()
            if name not in left and name not in BESIDES and not name.startswith("data/originals/"):
                yield f"{name} did not leave with the bundle: it is not on record"
        for name, wanted in sorted(left.items()):
            path = self.folder / name
            if ".." in Path(name).parts or not regular(path) or measure(path.open("rb"))[0] != wanted:
                yield f"{name} is not the file that was put on record when the bundle left"

    def place(self, sha256: str) -> str:
        return f"data/originals/{sha256}"

    def names(self) -> dict[str, Path]:
        return {p.relative_to(self.folder).as_posix(): p for p in _files(self.folder / "data" / "originals")}


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


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(p for p in folder.rglob("*") if p.is_symlink() or not p.is_dir())


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object without a name twice, which two readers could read in two ways."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice in one object")
    return found


def regular(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def measure(stream: IO[bytes]) -> tuple[str, str, int]:
    first, second, size = hashlib.sha256(), hashlib.md5(), 0  # noqa: S324 - shown because old forms ask
    with stream:
        while chunk := stream.read(1 << 20):
            first.update(chunk)
            second.update(chunk)
            size += len(chunk)
    return first.hexdigest(), second.hexdigest(), size
