"""Takes single, locked members out of zip files that nobody vouches for (wheels, exported packs).

A member is opened by its exact name and copied to a name of ours, so a path inside the archive never
becomes a path on the disk; names that try are refused all the same, because the archive is then no honest
one. Sizes are those of the lock: what the archive claims must agree, and no more is ever written.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from theodolite.errors import PackError, PackHashMismatch
from theodolite.jobs import Job
from theodolite.packs.disk import take
from theodolite.packs.lock import Member

_MOST_ENTRIES = 20_000


@contextmanager
def opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """The zip at ``path`` after a look at its table of contents; :class:`PackError` if it is not honest."""
    try:
        with zipfile.ZipFile(path) as archive:
            refuse_odd_names(archive, path.name)
            yield archive
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise PackError(f"{path.name} is damaged or no zip file ({error}). Nothing was installed.") from error


def refuse_odd_names(archive: zipfile.ZipFile, name: str) -> None:
    """Refuse absolute names, '..', backslashes, links, and names that occur twice."""
    entries = archive.infolist()
    if len(entries) > _MOST_ENTRIES:
        raise PackError(f"{name} has {len(entries)} entries; no pack has that many.")
    seen: set[str] = set()
    for entry in entries:
        path = PurePosixPath(entry.filename)
        odd = path.is_absolute() or ".." in path.parts or "\\" in entry.filename or ":" in entry.filename
        if odd or (entry.external_attr >> 16) & 0o170000 == 0o120000:
            raise PackError(f"{name} tries to write outside its folder ({entry.filename!r}): refused.")
        if entry.filename in seen:
            raise PackError(f"{name} holds {entry.filename!r} twice, so it is refused.")
        seen.add(entry.filename)


def extract(archive: zipfile.ZipFile, entry_name: str, member: Member, target: Path) -> Job[None]:
    """Copy the entry ``entry_name`` to ``target``; exactly the locked bytes or an error."""
    try:
        entry = archive.getinfo(entry_name)
    except KeyError:
        raise PackError(f"{entry_name} is missing in the archive. Nothing was installed.") from None
    if entry.file_size != member.size:
        raise PackHashMismatch(
            f"{member.name} is not the file the lock names (the archive says {entry.file_size} bytes, the "
            f"lock {member.size}). Nothing was installed."
        )
    with archive.open(entry) as source:
        yield from take(source, member, target)
