"""A case folder from opening to letting go: made whole or not at all, locked, completed after a kill."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self

from theodolite import __version__
from theodolite.domain import Case
from theodolite.errors import CaseDamaged, InputError, NotFound, StorageFailed
from theodolite.store import faults, schema, vault
from theodolite.store.beside import sweep
from theodolite.store.cipher import header, lent
from theodolite.store.cipher.keys import CaseKeys
from theodolite.store.journal import Journal
from theodolite.store.lock import WriterLock

STORED = "bytes stored"
FOUND = "unfinished intake found"


class Opened:
    """A case folder held open, by one writer or any number of readers; the lower half of a case store."""

    #: Who works on it for now in place of the case's operator: a second examiner.
    acting: str = ""

    def __init__(
        self,
        folder: Path,
        *,
        read_only: bool = False,
        passphrase: str | None = None,
        keys: CaseKeys | None = None,
    ) -> None:
        """Use :meth:`create` or :meth:`open`."""
        self.folder = folder
        self.read_only = read_only
        with faults.mapped(folder):
            if not (folder / schema.FILE_NAME).is_file():
                raise NotFound(f"{folder} is not a case: it has no {schema.FILE_NAME}.")
            self._lock = None if read_only else WriterLock(folder)
        try:
            with faults.mapped(folder):
                self.keys = keys or header.unlock(folder, passphrase, mend=not read_only)
                db = schema.connect(folder, read_only=read_only, keys=self.keys)
                try:
                    self._journal = Journal(db, folder, read_only=read_only)
                    if self._journal.get("case", "case") is None or self._journal.length == 0:
                        raise CaseDamaged(f"{folder} holds no case record.")
                except BaseException:
                    db.close()
                    raise
            if not read_only:
                self._recover()
                sweep(folder.absolute().parent)  # what a killed merge left beside it
        except BaseException:
            self._unlock()
            raise

    @classmethod
    def create(cls, folder: Path, case: Case, passphrase: str | None = None) -> Self:
        """Make a case in ``folder``, which must be missing or empty, and open it for writing.

        It is built beside and renamed, so that a folder is a whole case or none. With a passphrase it is
        encrypted from its first byte on; InputError for one that is too short.
        """
        folder = folder.absolute()
        if passphrase is not None and not lent.POSSIBLE:
            raise InputError(f"{lent.IMPOSSIBLE} Make the case without a passphrase, or on Linux.")
        with faults.mapped(folder):
            if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
                raise InputError(f"{folder} exists and is not an empty folder.")
            folder.parent.mkdir(parents=True, exist_ok=True)
            beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
        try:
            with faults.mapped(folder):
                (beside / "vault").mkdir()
                (beside / "derived").mkdir()
                keys = None if passphrase is None else header.make(beside, passphrase)
                schema.build(beside, keys)
                db = schema.connect(beside, read_only=False, keys=keys)
                journal = Journal(db, beside, read_only=False)
                made_by = {"program": "theodolite", "version": __version__}
                journal.write(case.operator, "case created", [("case", "case", case)], detail=made_by)
                journal.close()
                vault.sync_folder(beside)
                beside.chmod(0o700)
                beside.rename(folder)
                vault.sync_folder(folder.parent)
        except BaseException:
            shutil.rmtree(beside, ignore_errors=True)
            raise
        return cls(folder, keys=keys)

    @classmethod
    def open(cls, folder: Path, read_only: bool = False, passphrase: str | None = None) -> Self:
        """Open an existing case. Raises ``NotFound``, ``CaseLocked``, ``CaseDamaged``, ``StorageFailed``,
        and for an encrypted one ``PassphraseNeeded`` or ``WrongPassphrase``.
        """
        return cls(folder.absolute(), read_only=read_only, passphrase=passphrase)

    @property
    def encrypted(self) -> bool:
        """Whether nothing of the case lies readable on the disk."""
        return self.keys is not None

    def close(self) -> None:
        """Let go of the database and the lock; harmless when called twice."""
        if not self._closed:
            self._journal.close()
        self._unlock()

    @property
    def _closed(self) -> bool:
        return self._lock is None and not self.read_only

    def _unlock(self) -> None:
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def change_passphrase(self, old: str, new: str) -> None:
        """Let ``new`` open the case instead of ``old``; what is stored is not written again.

        Copies of the case made before still open with ``old``. Raises WrongPassphrase, and InputError for a
        ``new`` that is too short or a case that is not encrypted.
        """
        if self.read_only:
            raise StorageFailed(f"{self.folder} is open read-only.")
        header.change(self.folder, old, new)
        self.record("passphrase changed", {})

    def _recover(self) -> None:
        """After a kill: drop partial copies, and put whole files that no record names on record."""
        known = {str(d.get("sha256")) for action in (STORED, FOUND) for d in self._journal.details(action)}
        known |= {exhibit.sha256 for exhibit in self._journal.rows("exhibit")}
        with faults.mapped(self.folder):
            found = vault.unrecorded(self._vault, known, self.keys)
        for measured in found:
            self.record(FOUND, measured._asdict())

    @property
    def _vault(self) -> Path:
        return self.folder / "vault"

    @property
    def _case(self) -> Case:
        case = self._journal.get("case", "case")
        assert isinstance(case, Case)
        return case

    @property
    def operator(self) -> str:
        """Who works on the case when nobody else is named."""
        return self.acting or self._case.operator

    def record(self, action: str, payload: Mapping[str, Any], *, operator: str | None = None) -> None:
        """A step that changes no state: located, exported, viewed, a model run."""
        self._journal.write(operator or self.operator, action, detail=payload)

    def _known(self, kind: str, key: str) -> Any:
        found = self._journal.get(kind, key)
        if found is None:
            raise NotFound(f"The case holds no {kind} {key}.")
        return found
