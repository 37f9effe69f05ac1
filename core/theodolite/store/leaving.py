"""The log and the sealed values as they are kept: what a copy of the case is made of, and made from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Any

from theodolite.domain import LogRecord, Protected
from theodolite.errors import CaseDamaged
from theodolite.jobs import Job
from theodolite.store import faults, log, vault
from theodolite.store.opened import STORED
from theodolite.store.originals import Originals
from theodolite.store.protected import whole
from theodolite.store.sealing import VALUE, SealedRow


class Leaving(Originals):
    """What a case store gives to a bundle or a merge, and takes from one."""

    def log_rows(self, withhold: frozenset[Protected] = frozenset()) -> Iterator[LogRecord]:
        """The records as they are hashed, oldest first: codes and digests.

        When anything is withheld, a record of format 1, which holds values as they are, becomes its place in
        the chain: sequence, previous and hash.
        """
        with faults.mapped(self.folder):
            records = self._journal.raw_log()
        sealed = False
        for record in records:
            sealed = sealed or log.starts_format_2(record)
            if withhold and not sealed:
                yield LogRecord(record.sequence, "", "", "", "", record.previous, record.hash)
            else:
                yield record

    def sealed_rows(self, withhold: frozenset[Protected] = frozenset()) -> Iterator[SealedRow]:
        """Every sealed value, in the order of the digests; ``salt`` and ``value`` are None where withheld.

        Withheld are the fields named, and every value that repeats a protected text of such a field.
        """
        with faults.mapped(self.folder):
            rows = tuple(self._journal.box.all())
        hidden = self._journal.words.of(withhold) | {
            text for row in rows if row.field in withhold and (text := row.text) and len(text) >= 4
        }
        for row in rows:
            repeats = row.field != VALUE or any(word in (row.value or "") for word in hidden)
            if row.field in withhold or (repeats and any(whole(word, row.readable) for word in hidden)):
                yield row._replace(salt=None, value=None)
            else:
                yield row

    def digests(self) -> tuple[tuple[str, str, str], ...]:
        """Kind, id and digest of every row of the state, in the order of kinds and ids."""
        return self._journal.digests()

    def import_recorded(
        self, action: str, detail: Mapping[str, Any], withheld: Mapping[str, Any], *, operator: str
    ) -> None:
        """Record where this copy came from; ``withheld`` (``digests``, ``records``, ``originals``) is what a
        verifier must not miss in it, and stands open in the record."""
        names = ("digests", "records", "originals")
        missing = {name: sorted(withheld.get(name, ())) for name in names}
        self._journal.write(operator, action, detail=detail, open_members={"withheld": missing})

    def left_recorded(
        self, action: str, detail: Mapping[str, Any], left_out: Mapping[str, Iterable[Any]]
    ) -> None:
        """Record that a copy leaves. ``left_out`` (``digests``, ``records``, ``originals``): all that is
        withheld from it. Its hash stands open in the record, so that nobody withholds more later on."""
        made = left_out_hash(left_out)
        self._journal.write(self.operator, action, detail=detail, open_members={"left_out": made})

    def held(self) -> dict[str, int]:
        """SHA-256 and size of every original that the log puts on record and that was not destroyed."""
        with faults.mapped(self.folder):
            found = {
                str(one["sha256"]): int(one["size"])
                for action in (STORED, "unfinished intake found")
                for one in self._journal.details(action)
                if "sha256" in one and "size" in one
            }
        found |= {item.sha256: item.size for item in self._journal.rows("exhibit")}
        alive = {item.sha256 for item in self._journal.rows("exhibit")}
        gone = {stone.sha256 for stone in self._journal.rows("tombstone")}
        return {sha256: size for sha256, size in found.items() if sha256 in alive or sha256 not in gone}

    def restore_original(self, stream: IO[bytes], sha256: str) -> Job[None]:
        """Copy the bytes of an original that the log already holds back into the vault; CaseDamaged when they
        are not what it says."""
        stored = yield from vault.copy(stream, self._vault, sha256, self.keys)
        if stored.sha256 != sha256:
            self.vault_path(stored.sha256).unlink(missing_ok=True)
            raise CaseDamaged(f"The bytes given for {sha256} are not that original.")


def left_out_hash(left_out: Mapping[str, Iterable[Any]]) -> str:
    """SHA-256 over what is withheld from a copy, RFC 8785."""
    names = ("digests", "records", "originals")
    text = log.canonical({name: sorted(left_out.get(name, ())) for name in names})
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
