"""Lawful destruction, carried out: the values, the files, and every trace of them in the database file.

One transaction deletes the sealed values, empties the records of format 1 that hold some as they are, and
appends the record with the tombstone. Then the database is written anew without them, copies of it made
before migrations go, and the files go, the original last: while it is there, opening the case completes what
a kill interrupted.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from theodolite.codec import from_plain
from theodolite.domain import Tombstone
from theodolite.errors import CaseLocked, InputError, StorageFailed
from theodolite.jobs import Job, Progress
from theodolite.store import destruction, faults, log, vault, view
from theodolite.store.database import Database
from theodolite.store.destruction import Plan
from theodolite.store.kinds import KINDS
from theodolite.store.leaving import Leaving
from theodolite.store.migrate import EARLIER
from theodolite.store.opened import FOUND, STORED

ACTION = "exhibit destroyed"
CONFIRMED = 8  # leading characters of the SHA-256 that confirm a destruction
_BUSY = "is being read by another window or command. Close it there first, then try again."


class Destroying(Leaving):
    """The part of a case store that destroys."""

    def destruction(self, exhibit: str) -> Plan:
        """What would go with ``exhibit``; nothing is changed. NotFound for one that the case has not."""
        self._known("exhibit", exhibit)
        with faults.mapped(self.folder):
            sealed = {row.digest: row for row in self._journal.box.all()}
            records = self._journal.raw_log()
        digests = {(kind, key): digest for kind, key, digest in self._journal.digests()}
        return destruction.plan(exhibit, self._journal.plain_state(), digests, sealed, records)

    def destruction_of(self, exhibit: str) -> tuple[str, ...]:
        """What would go with ``exhibit``, in words, a line for each thing."""
        return destruction.in_words(self.destruction(exhibit), self._journal.plain_state())

    def destroy(
        self, exhibit: str, reason: str, *, confirmed: str, operator: str | None = None
    ) -> Job[tuple[str, ...]]:
        """Destroy an exhibit, and the frames made of it; gives the ids that are gone. It cannot be undone.

        ``confirmed``: the first eight characters of its SHA-256. Raises InputError for another text, for no
        reason, and for a reason that repeats what is to go; CaseLocked, before anything is changed, while
        another process reads the case. After a kill in the middle the next opening completes it.
        """
        if self.read_only:
            raise StorageFailed(f"{self.folder} is open read-only.")
        item = self._known("exhibit", exhibit)
        if confirmed != item.sha256[:CONFIRMED]:
            raise InputError(f"Confirm with the first {CONFIRMED} characters of the SHA-256 of {exhibit}.")
        if not reason.strip():
            raise InputError(f"Say why {exhibit} is destroyed: the reason stays on record.")
        yield Progress("Looking for every trace", waiting=True)
        plan = self.destruction(exhibit)
        if plan.words.in_text(reason):
            raise InputError(
                f"The reason stays on record, and it repeats words of {exhibit}, such as its file name. "
                "Leave them out."
            )
        with faults.mapped(self.folder):
            if not self._journal.folded():
                raise CaseLocked(f"{self.folder} {_BUSY}")
        yield Progress("Destroying")
        self._strike(plan, reason.strip(), operator or self.operator)
        yield from self._purge()
        return plan.exhibits

    def _strike(self, plan: Plan, reason: str, operator: str) -> None:
        utc = log.utc_now()
        changes: list[tuple[str, str, object]] = [(kind, key, None) for kind, key in plan.taken_out]
        changes += [(kind, key, from_plain(KINDS[kind], value)) for kind, key, value in plan.rewritten]
        changes += [
            ("tombstone", one, Tombstone(one, sha256, reason, operator, utc))
            for one, sha256 in zip(plan.exhibits, plan.hashes, strict=True)
        ]
        destroyed: list[dict[str, object]] = [
            {"exhibit": one, "sha256": sha256, "digests": [], "emptied": []}
            for one, sha256 in zip(plan.exhibits, plan.hashes, strict=True)
        ]
        destroyed[0] |= {
            "digests": sorted(plan.digests),
            "emptied": [[record.sequence, record.hash] for record in plan.emptied],
        }
        detail: dict[str, object] = {"exhibits": list(plan.exhibits), "values": len(plan.digests)}
        if plan.emptied:
            detail["records"] = [[r.sequence, r.utc, r.operator, r.action] for r in plan.emptied]
        self._journal.write(
            operator,
            ACTION,
            changes,
            detail=detail,
            open_members={"destroyed": destroyed},
            meanwhile=lambda db: _erase(db, plan),
        )
        self._journal.load()

    def _purge(self) -> Job[None]:
        """Write the database anew, and remove the files of what is gone, the original last."""
        gone = [stone.sha256 for stone in self._journal.rows("tombstone")]
        alive = self._on_record()
        yield Progress("Writing the case anew", waiting=True)
        with faults.mapped(self.folder):
            self._journal.compact()
            if not self._journal.folded():
                raise StorageFailed(f"The exhibit is destroyed, but {self.folder} {_BUSY}")
            _remove(self.folder / EARLIER)
            for sha256 in gone:
                if sha256 not in alive:
                    yield Progress("Removing files")
                    _remove(self.derived_folder(sha256))
                    original = self.vault_path(sha256)
                    original.unlink(missing_ok=True)
                    if original.parent.is_dir():
                        vault.sync_folder(original.parent)

    def _on_record(self) -> set[str]:
        """Hashes of everything that was taken, unless it was destroyed since."""
        found = {str(d.get("sha256")) for action in (STORED, FOUND) for d in self._journal.details(action)}
        return found | {exhibit.sha256 for exhibit in self._journal.rows("exhibit")}

    def _recover(self) -> None:
        alive = self._on_record()
        left = [stone.sha256 for stone in self._journal.rows("tombstone") if stone.sha256 not in alive]
        if any(self.vault_path(sha256).exists() for sha256 in left):
            for _ in self._purge():
                pass
        super()._recover()


def _remove(folder: Path) -> None:
    if folder.is_dir() and not folder.is_symlink():
        shutil.rmtree(folder)
        vault.sync_folder(folder.parent)


def _erase(db: Database, plan: Plan) -> None:
    """Within the transaction of the record: values, payloads of format 1, words in the window's layout."""
    for digest in plan.digests:
        db.execute("DELETE FROM sealed WHERE digest = ?", (digest,))
    if plan.emptied:
        trigger = db.execute("SELECT sql FROM sqlite_master WHERE name = 'log_no_update'").fetchone()[0]
        db.execute("DROP TRIGGER log_no_update")
        for record in plan.emptied:
            db.execute("UPDATE log SET payload = '' WHERE sequence = ?", (record.sequence,))
        db.execute(trigger)
    for key, value in view.read(db).items():
        said = [key, *_strings(value)]
        if any(text in (*plan.exhibits, *plan.hashes) or plan.words.in_text(text) for text in said):
            db.execute("DELETE FROM view WHERE key = ?", (key,))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in (*value, *value.values()) if isinstance(value, dict) else value:
            yield from _strings(item)
