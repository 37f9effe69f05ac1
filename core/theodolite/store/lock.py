"""One writer a case: an operating-system lock on the case folder itself.

The lock belongs to the open descriptor, so it ends with the process however that ends: a killed program
leaves no stale lock, and the folder holds no lock file.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from theodolite.errors import CaseLocked, StorageFailed


class WriterLock:
    """Holds the folder until :meth:`release`; raises ``CaseLocked`` when someone else holds it."""

    def __init__(self, folder: Path) -> None:
        self._descriptor = -1
        if sys.platform == "win32":  # pragma: no cover - SQLite's own locks are all there is
            return
        import fcntl

        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(descriptor)
            raise CaseLocked(
                f"{folder} is open for writing in another window or command. Close it there first."
            ) from error
        except OSError as error:
            os.close(descriptor)
            raise StorageFailed(
                f"The file system of {folder} cannot lock folders; open it read-only."
            ) from error
        self._descriptor = descriptor

    def release(self) -> None:
        """Let the next writer in; harmless when called twice."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1
