"""The bytes of a case: originals on their way in, where they are, and what is made of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import IO

from theodolite.domain import Exhibit
from theodolite.errors import StorageFailed
from theodolite.jobs import Job, run_to_end
from theodolite.store import faults, vault
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
        stored = yield from vault.copy(stream, self._vault, shown)
        self.record(STORED, {**stored._asdict(), "source": name}, operator=operator)
        return stored

    def store_bytes(self, stream: IO[bytes], **named: str) -> Stored:
        """:meth:`store_job` in one go."""
        return run_to_end(self.store_job(stream, **named))

    @contextmanager
    def original(self, exhibit: Exhibit | str) -> Iterator[Path]:
        """A path at which decoders and workers may read an original (an exhibit, or its SHA-256) meanwhile.

        Whoever needs the bytes as they are in the file itself uses :meth:`read_original`.
        """
        yield self.vault_path(exhibit if isinstance(exhibit, str) else exhibit.sha256)

    @contextmanager
    def read_original(self, sha256: str) -> Iterator[IO[bytes]]:
        """The bytes of an original as a stream, never whole in memory."""
        path = self.vault_path(sha256)
        with vault.open_stored(path) as stream:
            yield stream

    def vault_path(self, sha256: str) -> Path:
        """Where the file of the original with this hash is; to read it, see :meth:`original`."""
        return vault.path_of(self._vault, sha256)

    def confirm(self, exhibit: Exhibit) -> Job[AbstractContextManager[Path]]:
        """As :meth:`original`, after hashing it again; CaseDamaged when it has changed."""
        yield from vault.confirm(self.vault_path(exhibit.sha256), exhibit.sha256, exhibit.id)
        return self.original(exhibit)

    def derived(self, sha256: str, name: str) -> Path:
        """Where a derived file of this original belongs; its folder exists unless the case is read-only."""
        vault.check_derived_name(name)
        vault.path_of(self._vault, sha256)
        folder = self.folder / "derived" / sha256[:2] / sha256
        if not self.read_only:
            with faults.mapped(self.folder):
                folder.mkdir(parents=True, exist_ok=True)
        return folder / name
