"""An encrypted case as the verifier reads it: the same checks, over what its key opens."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import IO

from theodolite.errors import TheodoliteError
from theodolite.store import faults, vault
from theodolite.store.cipher import database
from theodolite.store.cipher.keys import CaseKeys
from theodolite.store.verifying.source import Folder


class SealedFolder(Folder):
    """A case folder through its keys. Pages and chunks that are not genuine are problems like any other."""

    def __init__(self, folder: Path, keys: CaseKeys) -> None:
        self._keys = keys
        path = folder / "case.db"
        if not path.is_file():
            raise FileNotFoundError(f"{path} does not exist")
        # As for a plain case: without a write-ahead file nobody has it open, and reading must leave none.
        mode = "mode=ro" if Path(f"{path}-wal").exists() else "mode=ro&immutable=1"
        connection = database.connect(f"{path.resolve().as_uri()}?{mode}", keys)
        for statement in ("PRAGMA trusted_schema=OFF", "PRAGMA cell_size_check=ON", "BEGIN"):
            connection.execute(statement)
        self.errors = (*faults.database_errors(), OSError, TheodoliteError)
        super().__init__(folder, connection)

    def problems(self) -> Iterator[str]:
        for text in database.damaged_pages(self.db):
            yield f"case.db: {text}"
        yield from super().problems()

    def place(self, sha256: str) -> str:
        return vault.path_of(Path("vault"), sha256, self._keys).as_posix()

    def open_original(self, path: Path) -> IO[bytes]:
        return vault.open_stored(path, self._keys)
