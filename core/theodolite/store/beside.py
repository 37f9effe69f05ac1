"""A hidden folder for what a command needs only while it runs: closed to others, gone afterwards.

It is made on a disk that the person chose, beside the case or bundle, never in a temporary folder that others
share. While it is in use it is locked; the lock ends with the process. So whoever comes next can tell the
folder of a command that was killed, and removes it.
"""

from __future__ import annotations

import os
import re
import shutil
import stat
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from theodolite.errors import CaseLocked, StorageFailed
from theodolite.store import faults
from theodolite.store.lock import WriterLock

MERGING, REPLAYING = ".merging-", ".replaying-"
_OURS = re.compile(r"\.(?:merging|replaying)-[a-z0-9_]{8}\Z")  # as tempfile.mkdtemp names them
_DAY = 86_400  # seconds


@contextmanager
def folder(parent: Path, prefix: str) -> Iterator[Path]:
    """An empty folder in ``parent`` with mode 0700, removed at the end; ``prefix``: MERGING or REPLAYING.

    What killed commands left in ``parent`` goes first. Raises StorageFailed where nothing can be written.
    """
    sweep(parent)
    made, lock = _made(parent, prefix)
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)
        lock.release()


def sweep(parent: Path) -> None:
    """Remove such folders in ``parent`` that nobody uses; one of another person, or in use, stays."""
    try:
        with os.scandir(parent) as entries:
            found = [Path(entry.path) for entry in entries if _OURS.match(entry.name)]
    except OSError:
        return
    for path in found:
        try:
            facts = path.lstat()
            if not stat.S_ISDIR(facts.st_mode) or facts.st_uid != _own():
                continue
            if sys.platform == "win32" and time.time() - facts.st_mtime < _DAY:  # no lock tells there
                continue
            lock = WriterLock(path)
        except (OSError, CaseLocked, StorageFailed):
            continue
        shutil.rmtree(path, ignore_errors=True)
        lock.release()


def _made(parent: Path, prefix: str) -> tuple[Path, WriterLock]:
    """Whoever sweeps between the making and the locking takes the folder away: then another is made."""
    while True:
        with faults.mapped(parent):
            made = Path(tempfile.mkdtemp(prefix=prefix, dir=parent))
        try:
            lock = WriterLock(made)
        except (FileNotFoundError, CaseLocked):
            continue
        except BaseException:
            made.rmdir()
            raise
        if made.is_dir():
            return made, lock
        lock.release()


def _own() -> int:
    return os.getuid() if hasattr(os, "getuid") else 0
