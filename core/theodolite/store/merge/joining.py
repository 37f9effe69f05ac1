"""Bringing what was done in another copy of a case into this one, as one record that holds the other's log.

The record "copies merged" carries the new rows and, standing open, the records that the other copy has beyond
the point where the two part: a branch, which a verifier follows like the log itself. So every head that was
ever printed of either copy is still found, and both histories are in the case.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from theodolite.codec import from_plain, to_plain
from theodolite.domain import LogRecord, MergeConflict
from theodolite.errors import CaseDamaged, InputError, NotFound, StorageFailed
from theodolite.jobs import Job, Progress
from theodolite.store import log
from theodolite.store.case_store import CaseStore
from theodolite.store.merge.buried import Buried, buried
from theodolite.store.merge.names import parts
from theodolite.store.merge.past import completed, rows_at
from theodolite.store.merge.unite import Merged, translated, unite
from theodolite.store.sealing import SealedRow

MERGED = "copies merged"
RESOLVED = "merge conflict resolved"


@dataclass(frozen=True)
class Joined:
    """What a merge did. ``records``: how many records of the other copy are new here, 0 when there was none.

    ``rows``: rows that changed here; ``names``: ids that rows of the other copy have here; ``left_out``: what
    was not brought over, in words.
    """

    records: int
    rows: int
    files: int
    conflicts: tuple[MergeConflict, ...]
    names: tuple[tuple[str, str], ...]
    left_out: tuple[str, ...]


@dataclass(frozen=True)
class _Parting:
    """Where two copies part: their records up to ``theirs`` are known here, ``base`` are the rows there under
    our ids, ``names`` those that differ."""

    theirs: int
    base: dict[tuple[str, str], Any]
    names: dict[str, str]


def join(ours: CaseStore, theirs: CaseStore, *, operator: str) -> Job[Joined]:
    """Bring what ``theirs`` has beyond ``ours`` into ``ours``; ``theirs`` is only read.

    Raises InputError for copies of different cases, CaseDamaged for an original that is not what was stored.
    Cancelling leaves at most originals in the vault, each on record.
    """
    if ours.read_only:
        raise StorageFailed(f"{ours.folder} is open read-only.")
    yield Progress("Comparing the two copies", waiting=True)
    mine, other = tuple(ours.log_rows()), tuple(theirs.log_rows())
    parting = _parting(ours, theirs, mine, other)
    tail = other[parting.theirs :]
    if not tail:
        return Joined(0, 0, 0, (), (), ())
    base = parting.base
    our_rows = completed(_rows(ours, base), base)
    their_rows = _rows(theirs, translated_back(base, parting.names))
    their_rows = completed(their_rows, translated_back(base, parting.names))
    used = ours.counters()
    gone = buried(ours, theirs)
    their_rows, left_out = gone.kept_out(their_rows, translated_back(base, parting.names))
    merged = unite(base, our_rows, their_rows, known=parting.names, used=used)
    merged.left_out += left_out
    rows, kept_back = _sealed(ours, theirs, gone, merged.names)
    files, without = yield from _bytes(ours, theirs, operator, merged)
    conflicts = _numbered(merged, used)
    changes = [*merged.changes, *(("conflict", one.id, one) for one in conflicts)]
    base_hash = other[parting.theirs - 1].hash
    ours.write_merged(
        MERGED,
        changes,
        {
            "their_head": other[-1].hash,
            "their_length": len(other),
            "base": base_hash,
            "names": merged.names,
            "marks": merged.marks,
            "left_out": merged.left_out,
            "conflicts": [one.id for one in conflicts],
        },
        branch={"base": base_hash, "head": other[-1].hash, "records": [_member(record) for record in tail]},
        withheld={"digests": kept_back, "originals": without, "records": []},
        sealed=rows,
        operator=operator,
    )
    return Joined(
        len(tail),
        len(merged.changes),
        files,
        tuple(conflicts),
        tuple(sorted(merged.names.items())),
        tuple(merged.left_out),
    )


def translated_back(rows: Mapping[tuple[str, str], Any], names: Mapping[str, str]) -> dict[Any, Any]:
    """Rows under our ids as they are called in the other copy."""
    return translated(rows, {here: there for there, here in names.items()})


def _parting(
    ours: CaseStore, theirs: CaseStore, mine: Sequence[LogRecord], other: Sequence[LogRecord]
) -> _Parting:
    """The latest point that both know: where the logs part, or where one was merged into the other since."""
    common = sum(1 for _ in _same(mine, other))
    if not common:
        raise InputError(f"{ours.folder.name} and {theirs.folder.name} are not copies of one case.")
    our_log, their_log = ours.log(), theirs.log()
    found = _Parting(common, rows_at(our_log[:common]), {})
    found.base.update(completed({**rows_at(their_log[:common]), **found.base}, rows_at(their_log[:common])))
    at = {record.hash: number for number, record in enumerate(other, start=1)}
    for _, detail, branch in _merges(our_log):
        number = max((at[one] for one in branch if one in at), default=0)
        if number >= found.theirs:
            names = dict(detail["names"])
            found = _Parting(number, translated(rows_at(their_log[:number]), names), names)
    here = {record.hash: number for number, record in enumerate(mine, start=1)}
    for sequence, detail, _ in _merges(their_log):
        if detail["their_head"] in here and sequence >= found.theirs:
            names = {there: back for back, there in detail["names"].items()}
            found = _Parting(found.theirs, rows_at(our_log[: here[detail["their_head"]]]), names)
    return found


def _same(mine: Sequence[LogRecord], other: Sequence[LogRecord]) -> Iterator[int]:
    for number, (one, two) in enumerate(zip(mine, other, strict=False)):
        if one.hash != two.hash:
            return
        yield number


def _merges(records: Sequence[LogRecord]) -> Iterator[tuple[int, dict[str, Any], list[str]]]:
    """Of every merge on record: its place, what it says, and the hashes of the records that came with it."""
    for record in records:
        if record.action == MERGED and record.payload:
            payload = json.loads(record.payload)
            detail = payload["detail"]
            if {"their_head", "names"} <= set(detail):
                yield record.sequence, detail, [one["hash"] for one in payload["branch"]["records"]]


def _rows(store: CaseStore, base: Mapping[tuple[str, str], Any]) -> dict[tuple[str, str], Any]:
    """The rows now; one whose value is missing from this copy counts as unchanged."""
    rows = rows_at(store.log())
    for kind, key, _ in store.digests():
        if (kind, key) not in rows and (kind, key) in base:
            rows[kind, key] = base[kind, key]
    return rows


def _sealed(
    ours: CaseStore, theirs: CaseStore, gone: Buried, names: Mapping[str, str]
) -> tuple[list[SealedRow], list[str]]:
    """Values to take over, and the digests of those that are not here afterwards."""
    known = {row.digest: row for row in ours.sealed_rows()}
    rows, missing = [], []
    for row in theirs.sealed_rows():
        here = known.get(row.digest)
        if here is not None and (here.value is not None or row.value is None):
            continue
        about = {names.get(one, one) for one in row.about.split()}
        if row.value is None or row.digest in gone.digests or gone.exhibits & about:
            missing.append(row.digest)
        else:
            rows.append(row._replace(about=" ".join(sorted(about))))
    return rows, missing


def _bytes(ours: CaseStore, theirs: CaseStore, operator: str, merged: Merged) -> Job[tuple[int, list[str]]]:
    """Copy the originals that only theirs has; how many, and the hashes of those that it has not either."""
    gone = {stone.sha256 for stone in ours.state().tombstones}
    here = ours.held()
    wanted = [sha256 for sha256 in theirs.held() if sha256 not in here]
    without: list[str] = []
    for number, sha256 in enumerate(wanted):
        yield Progress("Copying the originals", number, len(wanted))
        if sha256 in gone:
            without.append(sha256)
            continue
        if not theirs.vault_path(sha256).exists():
            without.append(sha256)
            merged.left_out.append(f"The original {sha256[:12]} is not in the other copy.")
            continue
        with theirs.read_original(sha256) as stream:
            stored = yield from ours.store_job(stream, name="another copy of the case", operator=operator)
        if stored.sha256 != sha256:
            raise CaseDamaged(f"The original {sha256} of the other copy is not what was stored there.")
    return len(wanted) - len(without), without


def _numbered(merged: Merged, used: Mapping[str, int]) -> list[MergeConflict]:
    taken = [parts(key)[1] for kind, key, _ in merged.changes if kind == "conflict"]
    first = max([used.get("Q", 0), *taken]) + 1
    return [replace(one, id=f"Q{first + number}") for number, one in enumerate(merged.conflicts)]


def _member(record: LogRecord) -> dict[str, Any]:
    """A record of the branch; one of format 1 holds values as they are, and only its place goes along."""
    whole = bool(record.payload) and log.is_sealed(json.loads(record.payload))
    names = LogRecord.__slots__ if whole else ("sequence", "previous", "hash")
    return {name: getattr(record, name) for name in names}


def branches(store: CaseStore) -> tuple[tuple[LogRecord, ...], ...]:
    """The records of every copy that was merged into this one, each as it was hashed, in their order."""
    found = []
    for record in store.log_rows():
        payload = json.loads(record.payload) if record.action == MERGED and record.payload else {}
        if "branch" in payload:
            texts = dict.fromkeys(("utc", "operator", "action", "payload"), "")
            found.append(tuple(LogRecord(**{**texts, **one}) for one in payload["branch"]["records"]))
    return tuple(found)


def resolve(store: CaseStore, conflict: str, choice: str, reason: str) -> None:
    """Decide a conflict, with the reason; one record that can be undone. ``choice``: 'ours' or 'theirs'.

    Raises NotFound, and InputError for one decided already, without a reason, or that is about destruction.
    """
    found = next((one for one in store.state().merge_conflicts if one.id == conflict), None)
    if found is None:
        raise NotFound(f"There is no merge conflict {conflict} in this case.")
    if found.chosen:
        raise InputError(f"{conflict} is decided already. Undo the decision first.")
    if choice not in ("ours", "theirs"):
        raise InputError("Choose 'ours' or 'theirs'.")
    if not reason.strip():
        raise InputError("Say why.")
    changes: list[tuple[str, str, Any]] = []
    if choice == "theirs":
        if found.kind == "tombstone":
            raise InputError(
                f"{found.key} was destroyed in the other copy. To destroy it here too, use the destruction "
                "itself, which lists what goes and asks twice; then decide for ours."
            )
        changes = _chosen(store, found)
    decided = replace(found, chosen=choice, reason=reason.strip())  # type: ignore[arg-type]
    store.write_changes(RESOLVED, [*changes, ("conflict", found.id, decided)])


def _chosen(store: CaseStore, found: MergeConflict) -> list[tuple[str, str, Any]]:
    from theodolite.store.kinds import KINDS

    now = store.row(found.kind, found.key)
    if not found.theirs:
        return [(found.kind, found.key, None)]
    theirs = json.loads(found.theirs)
    if found.kind in ("case", "exhibit"):  # only the fields that differ are in a conflict of these
        if now is None:
            raise InputError(f"{found.key} is no longer in the case.")
        return [(found.kind, found.key, from_plain(type(now), {**to_plain(now, exact=True), **theirs}))]
    key = found.key
    if found.kind == "verdict" and found.ours and json.loads(found.ours).get("id") != key:
        key = store.next_id("V")  # both verdicts stay; theirs is the later one from now on
    value = from_plain(KINDS[found.kind], theirs)
    return [(found.kind, key, replace(value, id=key) if hasattr(value, "id") else value)]
