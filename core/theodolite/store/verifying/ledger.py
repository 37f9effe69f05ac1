"""What the log of a case says, replayed without any part of the program."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from theodolite.store.verifying.source import NUMBERED, OWN, UNREADABLE, Folder, Record


class Ledger:
    """What the log says: replayed state, ids given, sealed values in use, and what may be missing."""

    def __init__(self, source: Folder) -> None:
        self.rows: dict[tuple[str, str], Any] = {}
        self.counters: dict[str, int] = {}
        self.uses: dict[str, tuple[str, int, str]] = {}  # digest -> what it is, last record, exhibit or ''
        self.bytes: dict[str, tuple[dict[str, Any], int]] = {}  # sha256 -> hashes and size, last record
        self.hashes: list[str] = []
        self.branched: dict[str, int] = {}  # of records of other copies that were merged in -> record
        self.foreign: set[str] = set()  # digests that only such records name
        self.left_out = ""  # hash of what the last copy that left does not hold
        self.exported: dict[int, dict[str, str]] = {}  # record -> files that left with it, and their SHA-256
        self.emptied: dict[int, Record] = {}
        self.loose: set[str] = set()  # hashes that were not recomputed, or rest on one that was not
        self.format_2 = 0  # the record with which it begins
        self.restated: dict[int, Any] = {}  # what an emptied record said of time, operator and action
        self.before: dict[str, Any] = {}  # digest -> the value that it had in format 1
        self.exhibits: dict[str, set[str]] = {}  # sha256 -> ids
        self.destroyed: dict[str, int] = {}  # sha256 -> record
        self.destroyed_records: set[int] = set()
        self.gone: set[str] = set()
        self.may_be_empty: dict[int, str] = dict(source.records)
        self.withheld = set(source.digests)
        self.no_bytes = set(source.bytes)
        self.missing = 0
        self.problems: list[str] = []

    @property
    def head(self) -> str:
        return self.hashes[-1] if self.hashes else ""

    def follow(self, record: Record) -> None:
        """Account for what a record says."""
        name, payload = f"log record {record.sequence}", json.loads(record.payload)
        self.format_2 = self.format_2 or (record.sequence if payload.get("format") else 0)
        if not self.format_2 and any(_references([payload["changes"], payload["detail"]])):
            self.problems.append(f"{name}: it names sealed values, and no record before it begins format 2")
        if payload.get("format"):
            old, self.rows = self.rows, {}
            counters, self.counters = self.counters, dict(payload.get("counters", {}))
            self._restarted(name, payload["changes"], old, counters)
        for change in payload["changes"]:
            key, after = (change["kind"], change["id"]), change["after"]
            if after is None:
                self.rows.pop(key, None)
            elif isinstance(after, dict) and set(after) == {"sealed"}:
                self.rows[key] = after["sealed"]
                self.uses[after["sealed"]] = (f"{name}, {key[0]} {key[1]}", record.sequence, " ".join(key))
            else:
                self.rows[key] = after
                self._bytes(after, record.sequence)
            numbered = NUMBERED.match(change["id"])
            if numbered:
                last = self.counters.get(numbered[1], 0)
                self.counters[numbered[1]] = max(last, int(numbered[2]))
        if set(payload["detail"]) == {"sealed"}:
            self.uses[payload["detail"]["sealed"]] = (name, record.sequence, "")
        self._bytes(payload["detail"], record.sequence)
        for one in payload.get("destroyed", ()):
            self.destroyed[one["sha256"]] = record.sequence
            self.gone.update(one["digests"])
            self.may_be_empty.update((int(number), link) for number, link in one["emptied"])
            self.destroyed_records.update(int(number) for number, _ in one["emptied"])
        if "branch" in payload:
            self._branch(name, payload["branch"], record.sequence)
        self.left_out = payload.get("left_out", self.left_out)
        withheld = payload.get("withheld", {})
        self.withheld.update(withheld.get("digests", ()))
        self.no_bytes.update(withheld.get("originals", ()))
        self.may_be_empty.update((int(number), "") for number in withheld.get("records", ()))

    def _branch(self, name: str, branch: dict[str, Any], sequence: int) -> None:
        """The records of another copy that were merged in: a chain of its own, from a record known before."""
        previous = branch["base"]
        if previous not in self.hashes and previous not in self.branched:
            self.problems.append(f"{name}: the copy that was merged does not part from this log")
        for one in branch["records"]:
            record = Record(*(one.get(field, "") for field in Record._fields))
            label, body = f"{name}, record {record.sequence} of the other copy", record._asdict()
            own = body.pop("hash")
            if record.previous != previous:
                self.problems.append(f"{label}: does not follow the record before it")
            if not record.payload:
                self.missing += 1
            elif hash_of(body) != own:
                self.problems.append(f"{label}: its content is not what was hashed ({record.action})")
            else:
                self._beside(label, json.loads(record.payload), sequence)
            if previous in self.loose or not record.payload:
                self.loose.add(own)
            previous = own
            self.branched.setdefault(own, sequence)
        if previous != branch["head"]:
            self.problems.append(f"{name}: records of the other copy are missing")

    def _beside(self, label: str, payload: dict[str, Any], sequence: int) -> None:
        """What a record of another copy names; it changes no row here."""
        named = [change["after"] for change in payload["changes"]] + [payload["detail"]]
        for digest in [one["sealed"] for one in named if one]:
            if digest not in self.uses:
                self.uses[digest] = (label, sequence, "")
                self.foreign.add(digest)
        for one in payload.get("destroyed", ()):
            self.withheld.update(one["digests"])
            self.no_bytes.add(one["sha256"])
        self.withheld.update(payload.get("withheld", {}).get("digests", ()))
        self.no_bytes.update(payload.get("withheld", {}).get("originals", ()))
        if "branch" in payload:
            self._branch(label, payload["branch"], sequence)

    def _restarted(self, name: str, changes: Any, old: dict[tuple[str, str], Any], counters: Any) -> None:
        """The first record of format 2 must say what those of format 1 say, unless some were destroyed."""
        if self.emptied:
            return
        new = {(change["kind"], change["id"]): change["after"]["sealed"] for change in changes}
        self.before = {new[key]: old[key] for key in old if key in new}
        lost = [" ".join(key) for key in sorted(set(old) - set(new))]
        lost += [f"{kind} {key}" for kind, key in sorted(set(new) - set(old)) if old and kind != "person"]
        lost += [
            f"counter {prefix}" for prefix in counters if counters[prefix] > self.counters.get(prefix, 0)
        ]
        self.problems += [f"{name}: {one} is not what the records before it say" for one in lost]

    def _bytes(self, found: Any, sequence: int, here: bool = True) -> None:
        if isinstance(found, dict) and {"sha256", "md5", "size"} <= found.keys():
            self.bytes[str(found["sha256"])] = (found, sequence)
            self.exhibits.setdefault(str(found["sha256"]), set()).add(
                str(found.get("id", "")) if here else ""
            )

    def open_values(self, source: Folder) -> None:
        """Check every sealed value that is in use, and that no other is there."""
        waiting = list(self.uses)
        while waiting:
            digest = waiting.pop()
            label, sequence, about = self.uses[digest]
            row = source.value(digest)
            if row is None or row[3] is None:
                self.missing += digest in self.withheld
                if digest not in self.withheld and (row is not None or digest not in self.gone):
                    self.problems.append(f"{label}: its sealed value is missing ({digest[:16]})")
                continue
            if digest in self.gone:
                self.problems.append(f"{label}: its sealed value should have been destroyed ({digest[:16]})")
            if hash_of({"field": row[1], "salt": row[2], "value": row[3]}) != digest:
                self.problems.append(f"{label}: its sealed value is not what was hashed ({digest[:16]})")
            try:
                value = json.loads(row[3])
                self._bytes(value, sequence, digest not in self.foreign)
                if isinstance(value, dict) and {"disclosed", "files", "log_head"} <= value.keys():
                    self.exported[sequence] = value["files"]
                for inner in _references(value):
                    if inner not in self.uses:
                        waiting.append(inner)
                    self.uses[inner] = (label, sequence, "")
                if isinstance(value, dict):
                    self._about(label, about, value, str(row[4] or "").split())
                    for number, *said in value.get("records", ()) if not about else ():
                        self.restated[int(number)] = said
                if digest in self.before and not same(value, self.before[digest], source):
                    self.problems.append(f"{label}: its sealed value is not what it was in format 1")
            except UNREADABLE as error:
                self.problems.append(f"{label}: its sealed value cannot be read ({error})")
        for digest in [row[0] for row in source.values() if row[0] not in self.uses]:
            why = "it should have been destroyed" if digest in self.gone else "no record names it"
            self.problems.append(f"sealed value {digest[:16]}: {why}")

    def _about(self, label: str, at: str, value: Any, about: list[str]) -> None:
        kind, _, key = at.partition(" ")
        own = key if kind == "exhibit" else value.get("exhibit", "") if kind in OWN else ""
        if own and own not in about:
            self.problems.append(f"{label}: its sealed value does not say that it is about {own}")


def hash_of(body: dict[str, Any]) -> str:
    text = json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _references(value: Any) -> Iterator[str]:
    if isinstance(value, dict) and set(value) == {"sealed"}:
        yield value["sealed"]
    elif isinstance(value, (dict, list)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _references(item)


def same(value: Any, plain: Any, source: Folder) -> bool:
    """Whether a sealed value is ``plain``; what is missing inside it cannot be compared."""
    inner = list(_references(value)) if isinstance(value, dict) and set(value) == {"sealed"} else []
    if inner:
        row = source.value(inner[0])
        return row is None or row[3] is None or json.loads(row[3]) == plain
    if isinstance(value, dict) and isinstance(plain, dict):
        return set(value) == set(plain) and all(same(value[k], plain[k], source) for k in value)
    if isinstance(value, list) and isinstance(plain, list):
        return len(value) == len(plain) and all(same(a, b, source) for a, b in zip(value, plain))  # noqa: B905 - Python 3.9
    return bool(value == plain)
