"""Errors of SQLite and the file system as the few errors of ours, with text fit to show."""

from __future__ import annotations

import errno
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from theodolite.errors import CaseDamaged, CaseLocked, StorageFailed, TheodoliteError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_ROOM, _PART = 64 * 1024 * 1024, 1024 * 1024  # no step writes more into its database at once


def database_errors(*names: str) -> tuple[type[Exception], ...]:
    """The errors of these names (PEP 249; none: all) of every SQLite library in use: encrypted cases have one
    of their own.
    """
    loaded: list[Any] = [sqlite3, sys.modules.get("sqlcipher3.dbapi2")]
    libraries = [library for library in loaded if library is not None]
    return tuple(getattr(library, name) for library in libraries for name in names or ("Error",))


def from_os(error: OSError, where: Path) -> TheodoliteError:
    """What an operating-system error means for the case at ``where``."""
    if error.errno in _FULL:
        return StorageFailed(f"The disk that holds {where} is full. Nothing was half-written.")
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return StorageFailed(f"{where} cannot be written: it is read-only or belongs to someone else.")
    if not where.exists():
        return StorageFailed(f"{where} is not there any more: moved, deleted, or its drive is gone.")
    return StorageFailed(f"{where}: {error.strerror or error}.")


def from_sqlite(error: Exception, where: Path) -> TheodoliteError:
    """What an SQLite error means; matched on its text, as Python 3.11 gives codes only for some."""
    text = str(error).lower()
    if "locked" in text or "busy" in text:
        return CaseLocked(f"{where} is being written by another process.")
    if ("full" in text or "i/o error" in text) and not _has_room(where):
        return StorageFailed(f"The disk that holds {where} is full. Nothing was half-written.")
    if "readonly" in text or "read-only" in text or "unable to open" in text:
        return StorageFailed(f"{where} cannot be written: it is read-only or belongs to someone else.")
    if "i/o error" in text:
        return StorageFailed(f"The disk that holds {where} failed while reading or writing ({error}).")
    if "not a database" in text and not any(where.glob("case.key*")):
        return CaseDamaged(
            f"The case database in {where} is damaged: {error}. If this case was encrypted, its case.key is "
            "missing: put it back from a copy of the case."
        )
    return CaseDamaged(f"The case database in {where} is damaged: {error}.")


def _has_room(where: Path) -> bool:
    """Whether the disk takes more. A damaged header, too, makes SQLite say that its database is full; free
    space as reported cannot tell, because a quota may end sooner."""
    folder = where if where.is_dir() else where.parent
    try:
        with tempfile.TemporaryFile(dir=folder) as probe:
            for _ in range(_ROOM // _PART):
                probe.write(bytes(_PART))
            probe.flush()
    except OSError as error:
        return error.errno not in _FULL
    return True


@contextmanager
def mapped(where: Path) -> Iterator[None]:
    """Run a block whose SQLite and operating-system errors leave as errors of ours."""
    try:
        yield
    except database_errors("ProgrammingError", "InterfaceError") as error:
        if "closed database" in str(error):
            raise StorageFailed(f"{where} was closed while this was under way.") from error
        raise  # a mistake of ours, such as a second thread; never the user's case
    except database_errors() as error:
        raise from_sqlite(error, where) from error
    except OSError as error:
        raise from_os(error, where) from error
