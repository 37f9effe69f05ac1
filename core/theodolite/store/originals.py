"""The bytes of a case: originals on their way in, where they are, and what is made of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import IO

from theodolite.domain import Exhibit
from theodolite.errors import NotFound, StorageFailed
from theodolite.jobs import Job, run_to_end
from theodolite.store import derived_files, vault
from theodolite.store.cipher.lent import Lent, copied, lend
from theodolite.store.opened import STORED, Opened
from theodolite.store.vault import Stored


class Originals(Opened):
    """What a case store does with bytes."""

    def take(self, path: Path, *, operator: str | None = None) -> Job[Stored]:
        """Copy a file into the vault; the record 'bytes stored' follows before anything decodes it."""
        with vault.open_source(path) as stream:
            return (yield from self.store_job(stream, name=str(path), operator=operator))

    def store_job(self, stream: IO[bytes], *, name: str = "", operator: str | None = None) -> Job[Stored]:
        """Copy an open stream into the vault and record it; ``name`` is where it came from."""
        if self.read_only:
            raise StorageFailed(f"{self.folder} is open read-only.")
        shown = name or str(getattr(stream, "name", "") or "the image")
        stored = yield from vault.copy(stream, self._vault, shown, self.keys)
        self.record(STORED, {**stored._asdict(), "source": name}, operator=operator)
        return stored

    def store_bytes(self, stream: IO[bytes], **named: str) -> Stored:
        """:meth:`store_job` in one go."""
        return run_to_end(self.store_job(stream, **named))

    @contextmanager
    def original(self, exhibit: Exhibit | str) -> Iterator[Path]:
        """A path at which decoders and workers may read an original (an exhibit, or its SHA-256) meanwhile.

        Of an encrypted case it is a file in memory; where the bytes need no path, :meth:`read_original` takes
        none of it. Raises StorageFailed when the original is larger than the memory that is free.
        """
        sha256 = exhibit if isinstance(exhibit, str) else exhibit.sha256
        if self.keys is None:
            yield self.vault_path(sha256)
            return
        with self.read_original(sha256) as stream:
            lent = copied(stream)
        with lent as path:
            yield path

    @contextmanager
    def read_original(self, sha256: str) -> Iterator[IO[bytes]]:
        """The bytes of an original as a stream, never whole in memory."""
        with vault.open_stored(self.vault_path(sha256), self.keys) as stream:
            yield stream

    def vault_path(self, sha256: str) -> Path:
        """Where the file of the original with this hash is; to read it, see :meth:`original`."""
        return vault.path_of(self._vault, sha256, self.keys)

    def confirm(self, exhibit: Exhibit) -> Job[AbstractContextManager[Path]]:
        """As :meth:`original`, after hashing it again; CaseDamaged when it has changed."""
        path = self.vault_path(exhibit.sha256)
        if self.keys is None:
            yield from vault.confirm(path, exhibit.sha256, exhibit.id)
            return self.original(exhibit)
        lent = Lent(exhibit.size)
        try:
            yield from vault.confirm(path, exhibit.sha256, exhibit.id, self.keys, lent.take)
            return lent.seal()
        except BaseException:
            lent.close()
            raise

    # --- what is made of an original, and can be made again -----------------------------------------

    def keep(self, sha256: str, name: str, data: bytes) -> None:
        """Keep ``data`` under ``name`` as derived from this original; whole or not at all.

        Raises StorageFailed (also for a read-only case): most callers can do without.
        """
        if self.read_only:
            raise StorageFailed(f"{self.folder} is open read-only.")
        derived_files.keep(self.folder, sha256, name, data, self.keys)

    def kept(self, sha256: str, name: str, most: int = derived_files.MOST) -> bytes | None:
        """What :meth:`keep` kept; None when it is not there, larger than ``most`` bytes, or damaged.

        It is on no record, and a plain case may come from anyone: look at it as at a stranger's file.
        """
        return derived_files.kept(self.folder, sha256, name, most, self.keys)

    @contextmanager
    def kept_path(self, sha256: str, name: str) -> Iterator[Path]:
        """A path at which a decoder may read what was kept, meanwhile; NotFound when it is not there."""
        data = self.kept(sha256, name)
        if data is None:
            raise NotFound(f"There is no derived file {name}.")
        if self.keys is None:
            yield derived_files.path_of(self.folder, sha256, name)
            return
        with lend(data) as path:
            yield path

    def derived_folder(self, sha256: str) -> Path:
        """The folder that holds everything kept of this original, if there is anything."""
        return derived_files.folder_of(self.folder, sha256, self.keys)
