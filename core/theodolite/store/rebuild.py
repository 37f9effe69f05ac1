"""A case database made by replaying a log: what an import and a merge rest on."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from theodolite.domain import LogRecord
from theodolite.errors import CaseDamaged
from theodolite.store import faults, log, schema, vault
from theodolite.store.cipher import header
from theodolite.store.cipher.keys import CaseKeys
from theodolite.store.journal import advanced
from theodolite.store.sealing import Box, SealedRow, referred


def rebuild(
    folder: Path,
    log_rows: Iterable[LogRecord],
    sealed_rows: Iterable[SealedRow],
    passphrase: str | None = None,
) -> CaseKeys | None:
    """Make the case in ``folder`` (missing or empty) whose log and sealed values are these; no originals.
    Returns the keys of an encrypted one.

    The state is what the records make it from the first one of format 2 on. Nothing is checked here that
    verification checks: verify the result. Raises CaseDamaged for records that cannot be replayed.
    """
    with faults.mapped(folder):
        (folder / "vault").mkdir(parents=True)
        (folder / "derived").mkdir()
        keys = None if passphrase is None else header.make(folder, passphrase)
        schema.build(folder, keys)
        db = schema.connect(folder, read_only=False, keys=keys)
        try:
            state: dict[tuple[str, str], str] = {}
            counters: dict[str, int] = {}
            with db.atomic():
                for record in log_rows:
                    log.append(db, record)
                    try:
                        _follow(record, state, counters)
                    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
                        raise CaseDamaged(f"Record {record.sequence} of the log cannot be read.") from error
                Box(db).put(sealed_rows)
                for (kind, key), digest in state.items():
                    db.execute("INSERT INTO state VALUES (?, ?, ?)", (kind, key, digest))
                for prefix, number in counters.items():
                    db.execute("INSERT INTO counter VALUES (?, ?)", (prefix, number))
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            db.close()
        folder.chmod(0o700)
        vault.sync_folder(folder)
    return keys


def _follow(record: LogRecord, state: dict[tuple[str, str], str], counters: dict[str, int]) -> None:
    if not record.payload:
        return
    payload = json.loads(record.payload)
    if payload.get("format"):
        state.clear()
        counters.clear()
        counters.update({str(prefix): int(last) for prefix, last in payload.get("counters", {}).items()})
    for change in payload["changes"]:
        kind, key, after = str(change["kind"]), str(change["id"]), change["after"]
        if after is None:
            state.pop((kind, key), None)
        elif digest := referred(after):
            state[kind, key] = digest
        counters.update(advanced([key], counters))
