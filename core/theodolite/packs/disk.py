"""Writing packs so that a crash, a full disk or a second process leaves nothing half-installed.

Everything is made in a temporary folder inside the packs root (same file system), flushed, and moved to
its place with one rename. Names that begin with a dot are never looked at as packs.
"""

from __future__ import annotations

import errno
import fcntl
import hashlib
import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from theodolite.errors import PackHashMismatch, StorageFailed
from theodolite.jobs import Job, Progress
from theodolite.packs.lock import Member

_CHUNK = 1 << 20
_STAGE = ".stage-"
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@contextmanager
def storage_errors(root: Path) -> Iterator[None]:
    """Turn the system's errors about the disk into :class:`StorageFailed` in plain words."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise StorageFailed(
            f"The pack could not be built in {root} ({error}). Nothing was installed."
        ) from error
    except OSError as error:
        if error.errno in _FULL:
            raise StorageFailed(
                f"The disk is full: there is no room for the pack in {root}. Nothing was installed."
            ) from error
        if error.errno in {errno.EROFS, errno.EACCES, errno.EPERM}:
            raise StorageFailed(f"The packs folder {root} cannot be written ({error.strerror}).") from error
        raise StorageFailed(f"The pack could not be written ({error}). Nothing was installed.") from error


def require_space(root: Path, need: int) -> None:
    """:class:`StorageFailed` before anything is downloaded if ``need`` bytes do not fit."""
    free = shutil.disk_usage(root).free
    if free < need:
        raise StorageFailed(
            f"The disk is full: the pack needs {need / 1e6:.0f} MB for a moment and {root} has "
            f"{free / 1e6:.0f} MB free. Nothing was installed."
        )


def writing(root: Path) -> Generator[Progress, None, IO[bytes]]:
    """Wait until no other process installs packs in ``root``; the returned file holds the lock while open."""
    root.mkdir(parents=True, exist_ok=True)
    file = (root / ".lock").open("wb")
    try:
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return file
            except BlockingIOError:
                pass
            time.sleep(0.01)
            yield Progress("Waiting for another program that is installing packs", waiting=True)
    except BaseException:
        file.close()
        raise


@contextmanager
def stage(root: Path) -> Iterator[Path]:
    """A temporary folder in ``root``, gone at the end; what a killed process left behind is swept first.

    Only under the lock of :func:`writing`, so nobody else's folder can be swept.
    """
    for left in root.glob(_STAGE + "*"):
        shutil.rmtree(left, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix=_STAGE, dir=root))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def hash_file(path: Path, text: str) -> Job[str]:
    """The sha256 of a file, a megabyte at a time."""
    digest = hashlib.sha256()
    total = path.stat().st_size
    done = 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            done += len(chunk)
            yield Progress(text, done, total)
    return digest.hexdigest()


def take(source: IO[bytes], member: Member, target: Path) -> Job[None]:
    """Copy ``source`` to ``target`` while hashing it; anything but exactly the locked bytes is refused.

    Never writes more than the size in the lock, so a stream that does not end cannot fill the disk.
    """
    digest = hashlib.sha256()
    size = member.size or 0
    done = 0
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as out:
        while chunk := source.read(_CHUNK):
            done += len(chunk)
            if done > size:
                raise PackHashMismatch(_mismatch(member, f"it is longer than the {size} bytes in the lock"))
            digest.update(chunk)
            out.write(chunk)
            yield Progress(f"Checking {member.name}", done, size)
        flush(out)
    if done != size:
        raise PackHashMismatch(_mismatch(member, f"it has {done} bytes, the lock says {size}"))
    if digest.hexdigest() != member.sha256:
        raise PackHashMismatch(
            _mismatch(member, f"sha256 {digest.hexdigest()}, the lock says {member.sha256}")
        )


def _mismatch(member: Member, why: str) -> str:
    return f"{member.name} is not the file the lock names ({why}). Nothing was installed."


def flush(file: IO[bytes]) -> None:
    """Have the bytes on the disk, not in a cache."""
    file.flush()
    os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """Have the names of ``folder`` on the disk."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def publish(finished: Path, place: Path, trash: Path) -> None:
    """Move the finished folder to ``place`` with one rename; what was there goes to ``trash`` first."""
    for path in sorted(finished.rglob("*")):
        if path.is_dir():
            flush_folder(path)
        else:
            with path.open("rb") as file:
                os.fsync(file.fileno())
    flush_folder(finished)
    place.parent.mkdir(parents=True, exist_ok=True)
    if place.exists():
        place.rename(trash)
    finished.rename(place)
    flush_folder(place.parent)
