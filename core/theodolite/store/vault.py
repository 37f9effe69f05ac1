"""The originals of a case: ``vault/ab/<sha256>``, written once, read-only ever after.

A file enters by a streaming copy into a temporary file *inside the case*, which is hashed while it is
copied, flushed to the disk and then renamed: at every instant the vault holds whole files only. The
source is opened for reading and never touched.

With the ``keys`` of an encrypted case the bytes are encrypted on their way (cipher/chunks.py), and a file is
called by the HMAC of its SHA-256.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import secrets
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple, cast

from theodolite.errors import CaseDamaged, InputError, NotFound
from theodolite.jobs import Job, Progress
from theodolite.store import faults

if TYPE_CHECKING:
    from theodolite.store.cipher.chunks import Writer
    from theodolite.store.cipher.keys import CaseKeys

INCOMING = ".incoming-"
_CHUNK = 1 << 20
_REPORT_EVERY = 4


class Stored(NamedTuple):
    """What a copy into the vault measured: SHA-256 and MD5 in lower-case hex, size in bytes."""

    sha256: str
    md5: str
    size: int


def path_of(vault: Path, sha256: str, keys: CaseKeys | None = None) -> Path:
    """Where the bytes with this hash are, or would be."""
    if len(sha256) != 64 or not set(sha256) <= set("0123456789abcdef"):
        raise InputError(f"{sha256!r} is no SHA-256.")
    name = keys.name(sha256) if keys else sha256
    return vault / name[:2] / name


def sync_folder(folder: Path) -> None:
    """Make the names in ``folder`` survive a power loss (a rename alone does not)."""
    if os.name == "nt":  # pragma: no cover - Windows has no descriptors of folders
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def copy(stream: IO[bytes], vault: Path, name: str, keys: CaseKeys | None = None) -> Job[Stored]:
    """Copy ``stream`` into ``vault`` and say what it was; ``name`` is for messages only.

    Raises ``InputError`` when the source changes or vanishes meanwhile, ``StorageFailed`` when the disk
    is full or read-only. However it ends, no partial file stays.
    """
    before = _regular(stream)
    temporary = vault / f"{INCOMING}{secrets.token_hex(8)}"
    try:
        with faults.mapped(vault.parent):
            descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb", buffering=0) as target:
            with faults.mapped(vault.parent):
                sealing = keys.writer(target) if keys else None
            measured = yield from _pump(stream, sealing or target, vault, name, before)
            final = path_of(vault, measured.sha256, keys)
            with faults.mapped(vault.parent):
                if sealing:
                    sealing.finish(final.name)
                os.fchmod(target.fileno(), 0o444)
                os.fsync(target.fileno())
                size = os.fstat(target.fileno()).st_size
        _unchanged(stream, before, measured.size, name)
        with faults.mapped(vault.parent):
            _publish(temporary, final, size)
        return measured
    finally:
        temporary.unlink(missing_ok=True)


def _pump(
    stream: IO[bytes], target: IO[bytes] | Writer, vault: Path, name: str, before: os.stat_result | None
) -> Job[Stored]:
    sha256, md5, size, chunks = hashlib.sha256(), hashlib.md5(usedforsecurity=False), 0, 0
    total = before.st_size if before else None
    while True:
        try:
            chunk = stream.read(_CHUNK)
        except OSError as error:
            raise InputError(f"{name} could not be read to its end: {error.strerror or error}.") from error
        if not chunk:
            return Stored(sha256.hexdigest(), md5.hexdigest(), size)
        sha256.update(chunk)
        md5.update(chunk)
        with faults.mapped(vault.parent):
            view = memoryview(chunk)
            while view:
                view = view[target.write(view) :]
        size += len(chunk)
        chunks += 1
        if chunks % _REPORT_EVERY == 0:
            yield Progress(f"Copying {name}", size, total)


def _publish(temporary: Path, final: Path, size: int) -> None:
    if final.is_symlink() or final.exists():
        if not _is_file(final) or final.lstat().st_size != size:
            raise CaseDamaged(f"The vault file {final.name} is not what was stored. Run verify on this case.")
        return
    fresh = not final.parent.exists()
    final.parent.mkdir(exist_ok=True)
    temporary.rename(final)
    sync_folder(final.parent)
    if fresh:
        sync_folder(final.parent.parent)


def _regular(stream: IO[bytes]) -> os.stat_result | None:
    """The stat of the file behind ``stream``, None when it is memory or a pipe."""
    try:
        found = os.fstat(stream.fileno())
    except (OSError, AttributeError, ValueError):
        return None
    return found if stat.S_ISREG(found.st_mode) else None


def _unchanged(stream: IO[bytes], before: os.stat_result | None, size: int, name: str) -> None:
    if before is None:
        return
    after = os.fstat(stream.fileno())
    if after.st_nlink == 0:
        raise InputError(f"{name} was deleted while it was being copied; nothing was stored.")
    if (after.st_size, after.st_mtime_ns) != (before.st_size, before.st_mtime_ns) or size != after.st_size:
        raise InputError(f"{name} changed while it was being copied; nothing was stored. Try again.")


def open_source(path: Path) -> IO[bytes]:
    """Open a file for intake; only regular files (a named pipe would block for ever)."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise InputError(f"{path} is not a file.")
        return path.open("rb")
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NotFound(f"{path} does not exist.") from error
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}.") from error


def open_stored(path: Path, keys: CaseKeys | None = None) -> IO[bytes]:
    """The content of a file of the vault; CaseDamaged when it is missing, no regular file, or not genuine."""
    try:
        if not _is_file(path):
            raise CaseDamaged(f"The vault file {path.name} is no regular file. Run verify on this case.")
        if keys:
            sealed = keys.reader(path.open("rb", buffering=0), path.name)
            return cast(IO[bytes], io.BufferedReader(sealed, _CHUNK))
        return path.open("rb")
    except OSError as error:
        why = error.strerror or error
        raise CaseDamaged(
            f"The vault file {path.name} cannot be read: {why}. Run verify on this case."
        ) from error


def stored_hashes(vault: Path) -> Iterator[str]:
    """The names of all whole files in the vault, in order; a pipe or a link was never stored by us."""
    for folder in sorted(vault.iterdir()):
        if folder.is_dir() and len(folder.name) == 2:
            yield from sorted(item.name for item in folder.iterdir() if _is_file(item))


def _is_file(path: Path) -> bool:
    return stat.S_ISREG(path.lstat().st_mode)


def sweep(vault: Path) -> None:
    """Remove the partial copies of a program that was killed; they were never confirmed."""
    for left_over in vault.glob(f"{INCOMING}*"):
        left_over.unlink(missing_ok=True)


def confirm(
    path: Path,
    sha256: str,
    name: str,
    keys: CaseKeys | None = None,
    take: Callable[[bytes], object] | None = None,
) -> Job[None]:
    """Hash an original again before it is examined; CaseDamaged when it is not what was stored.

    ``take`` gets the bytes as they are read: what is hashed is then what is shown.
    """
    digest, done = hashlib.sha256(), 0
    try:
        if not _is_file(path):
            raise CaseDamaged(f"The original of {name} is no regular file. Run verify on this case.")
        with open_stored(path, keys) as stream:
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
                if take is not None:
                    take(chunk)
                done += len(chunk)
                yield Progress(f"Checking {name}", done)
    except OSError as error:
        raise CaseDamaged(f"The original of {name} cannot be read: {error.strerror or error}.") from error
    except CaseDamaged as error:
        raise CaseDamaged(
            f"The original of {name} is not what was stored. Run verify on this case."
        ) from error
    if digest.hexdigest() != sha256:
        raise CaseDamaged(f"The original of {name} is not what was stored. Run verify on this case.")


def measure(path: Path, keys: CaseKeys | None = None) -> Stored:
    """Hash the content of a file of the vault again."""
    sha256, md5, size = hashlib.sha256(), hashlib.md5(usedforsecurity=False), 0
    with open_stored(path, keys) as stream:
        while chunk := stream.read(_CHUNK):
            sha256.update(chunk)
            md5.update(chunk)
            size += len(chunk)
    return Stored(sha256.hexdigest(), md5.hexdigest(), size)


def unrecorded(vault: Path, known: set[str], keys: CaseKeys | None = None) -> tuple[Stored, ...]:
    """Whole files under no hash of ``known``, after partial copies were swept away.

    A file whose bytes are not what its name says is left for verify to name.
    """
    sweep(vault)
    found = []
    for name in sorted(
        set(stored_hashes(vault)) - {keys.name(sha256) if keys else sha256 for sha256 in known}
    ):
        with contextlib.suppress(CaseDamaged):
            measured = measure(vault / name[:2] / name, keys)
            if path_of(vault, measured.sha256, keys).name == name:
                found.append(measured)
    return tuple(found)


def check_derived_name(name: str) -> None:
    """InputError for what cannot be the name of a derived file."""
    if not name or name.startswith(".") or "/" in name or "\\" in name or "\0" in name:
        raise InputError(f"{name!r} is no file name for a derived file.")
