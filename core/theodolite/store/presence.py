"""Whether the folder of an open case is still where it was: a drive can be pulled, a folder moved or deleted.

An open database goes on taking transactions after its file was unlinked, and every one of them would be
lost while it was called confirmed. So the file is looked at before each.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from theodolite.errors import StorageFailed
from theodolite.store import faults
from theodolite.store.database import Database
from theodolite.store.schema import FILE_NAME


class Presence:
    """The database file as it was when the case was opened: device and file number."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        with faults.mapped(folder):
            self._known = self._seen()

    @contextmanager
    def writing(self, db: Database) -> Iterator[None]:
        """One transaction; StorageFailed, and nothing written, where the case is not there any more."""
        try:
            same = self._seen() == self._known
        except FileNotFoundError:
            same = False
        except OSError as error:
            raise faults.from_os(error, self._folder) from error
        if not same:
            raise StorageFailed(
                f"{self._folder} is not there any more: moved, deleted, or its drive is gone. Nothing was "
                "written. Bring it back, or open the case where it is now."
            )
        with faults.mapped(self._folder), db.atomic():
            yield

    def _seen(self) -> tuple[int, int]:
        found = (self._folder / FILE_NAME).stat()
        return found.st_dev, found.st_ino
