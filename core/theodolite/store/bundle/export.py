"""A case as a bundle: log, sealed values, originals, report and verifier in one bag (RFC 8493).

Built beside and renamed, so that a folder is a whole bundle or none. What leaves is on record before it
leaves: the record "bundle exported" is the last one of the log inside, and names every file by its hash.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from theodolite import __version__
from theodolite.domain import PROTECTED, Protected
from theodolite.errors import CaseDamaged, InputError, StorageFailed
from theodolite.jobs import Job, Progress
from theodolite.store import faults, log, vault, verify
from theodolite.store.bundle import layout, paper, rows
from theodolite.store.bundle.bag import Bag
from theodolite.store.case_store import CaseStore
from theodolite.store.protected import DESTROYED, WITHHELD
from theodolite.store.sealing import SealedRow, filled, references

EXPORTED = "bundle exported"


def export(
    store: CaseStore,
    out: Path,
    *,
    disclose: frozenset[Protected] = frozenset(),
    originals: bool = True,
    report: Mapping[str, bytes] | None = None,
    jsonld: bytes = b"",
    conceals: Callable[[str], bool] = lambda text: False,
) -> Job[Path]:
    """Write the bundle of an open case into ``out``, which must be missing or empty, and return it.

    ``disclose``: the protected fields that may leave. ``originals`` False: only their hashes leave.
    ``report``: files by name. ``conceals``: whether a text repeats what may not leave; a value that does is
    left out whole. The bundle is not encrypted, also where the case is.

    Raises StorageFailed for a full or read-only disk and for a case that is open read-only, CaseDamaged
    where an original is not what was stored. However it ends otherwise, nothing is left behind.
    """
    if store.read_only:
        raise StorageFailed(f"{store.folder} is open read-only; what leaves a case goes on its record.")
    out = out.absolute()
    with faults.mapped(out):
        if out.is_relative_to(store.folder):
            raise InputError("A bundle does not belong inside the case that it is made from.")
        if out.exists() and (not out.is_dir() or any(out.iterdir())):
            raise InputError(f"{out} exists and is not an empty folder.")
        out.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    try:
        yield from _written(store, Bag(beside), disclose, originals, report or {}, jsonld, conceals)
        with faults.mapped(out):
            beside.chmod(0o755)
            beside.rename(out)
            vault.sync_folder(out.parent)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise
    return out


def _written(
    store: CaseStore,
    bag: Bag,
    disclose: frozenset[Protected],
    originals: bool,
    report: Mapping[str, bytes],
    jsonld: bytes,
    conceals: Callable[[str], bool],
) -> Job[None]:
    withhold = frozenset(PROTECTED) - disclose
    hashes = store.held()
    if originals:
        for number, sha256 in enumerate(hashes):
            yield Progress("Copying the originals", number, len(hashes))
            with store.read_original(sha256) as stream:
                found = yield from bag.copy(layout.original(sha256), stream, sha256[:12])
            if found != sha256:
                raise CaseDamaged(f"The original {sha256} is not what was stored. Run verify on this case.")
    for name, data in report.items():
        bag.write(f"{layout.REPORT}/{name}", data)
    if jsonld:
        bag.write(layout.JSONLD, jsonld)
    bag.write(layout.VERIFIER, verify.single_file().encode("utf-8"))  # on record with the rest: it is run
    yield Progress("Writing the state of the case")
    store.seal_apart(withhold, conceals)
    for kind, lines in _state(store, withhold, conceals).items():
        yield from bag.lines(f"{layout.STATE}/{kind}.jsonl", lines)
    detail = {
        "disclosed": sorted(disclose),
        "originals": len(hashes) if originals else 0,
        "files": {n: h for n, h in sorted(bag.hashes.items()) if not n.startswith(f"{layout.ORIGINALS}/")},
        "log_head": store.state().log_head,
    }
    left_out: dict[str, list[Any]] = {
        "digests": [],
        "records": [one.sequence for one in store.log_rows(withhold) if not one.payload],
        "originals": [] if originals else list(hashes),
    }
    known = {row.digest for row in _leaving(store, withhold, conceals, left_out["digests"])}
    store.left_recorded(EXPORTED, detail, left_out)
    records = tuple(store.log_rows(withhold))
    yield from bag.lines(layout.LOG, (rows.record_line(record) for record in records))
    leaving = _leaving(store, withhold, conceals, [])
    own = {row.digest: row for row in store.sealed_rows() if row.digest not in known}  # of that record
    sealed = (own.get(row.digest, row) if row.value is None else row for row in leaving)
    yield from bag.lines(layout.SEALED, map(rows.sealed_line, sealed))
    withheld = {"fields": sorted(withhold), **left_out}
    bag.write(layout.WITHHELD, json.dumps(withheld, indent=1, sort_keys=True).encode() + b"\n")
    utc = log.utc_now()
    text = paper.readme(
        version=__version__,
        utc=utc,
        records=len(records),
        head=records[-1].hash,
        withheld=sorted(withhold),
        originals=len(hashes),
        left_out=0 if originals else len(hashes),
    )
    bag.write(layout.README, text.encode("utf-8"))
    bag.close(
        {
            "Bagging-Date": utc[:10],
            "Bag-Software-Agent": f"Theodolite {__version__}",
            layout.FORMAT_TAG: layout.FORMAT,
            "Log-Head": records[-1].hash,
        }
    )


def _leaving(
    store: CaseStore,
    withhold: frozenset[Protected],
    conceals: Callable[[str], bool],
    gone: list[str],
) -> Iterator[SealedRow]:
    """The sealed values as they may leave; ``gone`` collects the digests of those that stay.

    What is sealed inside a value that stays is not even named: nothing that leaves refers to it.
    """
    rows = [
        row._replace(salt=None, value=None) if row.value is not None and conceals(row.readable) else row
        for row in store.sealed_rows(withhold)
    ]
    staying = {row.digest for row in rows if row.value is None}
    whole = {row.digest: row.value for row in store.sealed_rows() if row.value is not None}
    unnamed: set[str] = set()
    waiting = [digest for digest in staying if digest in whole]
    while waiting:
        inside = set(references(json.loads(whole[waiting.pop()]))) - unnamed
        unnamed |= inside
        waiting += [digest for digest in inside if digest in whole]
    for row in rows:
        if row.digest not in unnamed:
            if row.value is None:
                gone.append(row.digest)
            yield row


def _state(
    store: CaseStore, withhold: frozenset[Protected], conceals: Callable[[str], bool]
) -> dict[str, Iterable[str]]:
    """The rows of the case by kind, as a reader of the bundle sees them, a JSON line each in their order."""
    gone: list[str] = []
    values = {
        row.digest: json.loads(row.value)
        for row in _leaving(store, withhold, conceals, gone)
        if row.value is not None
    }
    withheld = set(gone)

    def missing(digest: str) -> str:
        return WITHHELD if digest in withheld else DESTROYED

    found: dict[str, list[str]] = {}
    for kind, key, digest in store.digests():
        lines = found.setdefault(kind, [])
        if digest in values:
            row: Any = filled(values[digest], values, missing)
        else:
            row = missing(digest)
        lines.append(log.canonical({"id": key, "value": row}))
    return dict(sorted(found.items()))
