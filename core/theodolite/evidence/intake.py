"""Files into custody: refused by their leading bytes, or stored and logged before any decoder sees them.

The order is the promise: bytes and hashes are in the vault and in the log (``CaseStore.take`` and
``add_exhibit``) before the sandbox is given the file; what it finds is a second record. A crash in between
leaves an exhibit without an error and not readable, which :func:`read_again` completes.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from theodolite.domain import Exhibit, GpsClaim
from theodolite.errors import FormatRefused, InputError, legible
from theodolite.evidence.decode import Decoder, file_type
from theodolite.evidence.formats import sniff
from theodolite.jobs import Job, Progress
from theodolite.store import CaseStore, Stored


@dataclass(frozen=True, slots=True)
class Intake:
    """What became of one offered file. ``stored``: bytes and hashes are in the vault."""

    path: str
    stored: bool
    readable: bool
    exhibit_id: str | None = None
    sha256: str | None = None
    error_code: str | None = None
    error_text: str | None = None
    gps: GpsClaim | None = None
    taken_at: str | None = None
    camera: str | None = None
    duplicate: bool = False


def expand(paths: Iterable[Path | str]) -> tuple[Path, ...]:
    """Files as they are named, folders as the files below them in order, hidden ones left out.

    Links to folders are not followed. A path that does not exist, and a folder that cannot be read, stay in
    the list, so that intake can say so.
    """
    found: list[Path] = []
    unreadable: list[OSError] = []
    for path in map(Path, paths):
        if not _is_folder(path):
            found.append(path)
            continue
        for folder, folders, names in os.walk(path, onerror=unreadable.append):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            found += [Path(folder) / name for name in sorted(names) if not name.startswith(".")]
    return (*found, *(Path(error.filename) for error in unreadable))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name too long to exist: intake says so
        return False


def add_file(
    store: CaseStore,
    decoder: Decoder,
    path: Path | str,
    *,
    source: str | None = None,
    operator: str | None = None,
) -> Job[Intake]:
    """Take one file. A problem with the file is in the result; a problem with the case is raised."""
    path = Path(path)
    shown = legible(str(path))
    try:
        media_type = file_type(path)
        modified = _modified(path)
        stored = yield from store.take(path, operator=operator)
    except InputError as error:
        return _refused(shown, error)
    origin = source if source is not None else legible(str(path.absolute()))
    return (
        yield from _admit(
            store, decoder, stored, media_type, shown, legible(path.name), origin, operator, modified
        )
    )


def add_bytes(
    store: CaseStore,
    decoder: Decoder,
    data: bytes,
    name: str,
    *,
    source: str = "pasted",
    operator: str | None = None,
) -> Job[Intake]:
    """Take an image that has no file of its own (from the clipboard) under ``name``."""
    media_type = sniff(data)
    if media_type is None:
        return _refused(name, FormatRefused(f"{name} is no image or video format we know."))
    try:
        stored = yield from store.store_job(io.BytesIO(data), name=name, operator=operator)
    except InputError as error:
        return _refused(name, error)
    return (yield from _admit(store, decoder, stored, media_type, name, name, source, operator))


def add_folder(
    store: CaseStore, decoder: Decoder, folder: Path | str, *, operator: str | None = None
) -> Job[tuple[Intake, ...]]:
    """Take every file below ``folder``; one that is refused does not stop the others."""
    paths = expand([folder])
    results: list[Intake] = []
    for number, path in enumerate(paths):
        yield Progress(f"Adding {path.name}", number, len(paths))
        results.append((yield from add_file(store, decoder, path, operator=operator)))
    return tuple(results)


def read_again(
    store: CaseStore, decoder: Decoder, exhibit: Exhibit, *, operator: str | None = None
) -> Job[Exhibit]:
    """Let the decoder look at a stored exhibit and record what it found."""
    with store.original(exhibit) as path:
        found = yield from decoder.inspect_job(path, exhibit.name)
    read = replace(
        exhibit,
        media_type=found.media_type,
        readable=found.error_code is None,
        error_code=found.error_code,
        error_text=found.error_text,
        width=found.width,
        height=found.height,
        metadata=found.metadata,
    )
    store.update_exhibit(read, "exhibit read", operator=operator)
    return read


def _admit(
    store: CaseStore,
    decoder: Decoder,
    stored: Stored,
    media_type: str,
    shown: str,
    name: str,
    source: str,
    operator: str | None,
    modified: str = "",
) -> Job[Intake]:
    known = store.holding(stored.sha256)
    if known is not None:
        store.record("exhibit offered again", {"exhibit": known.id, "source": source}, operator=operator)
        if not known.readable and known.error_code is None:
            known = yield from read_again(store, decoder, known, operator=operator)
        return _taken(shown, known, duplicate=True)
    exhibit = store.add_exhibit(
        Exhibit(
            id="",
            name=name,
            sha256=stored.sha256,
            md5=stored.md5,
            size=stored.size,
            media_type=media_type,
            source=source,
            added_utc=datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
            operator=operator or store.operator,
            readable=False,
            file_time=modified,
        ),
        operator=operator,
    )
    exhibit = yield from read_again(store, decoder, exhibit, operator=operator)
    return _taken(shown, exhibit)


def _modified(path: Path) -> str:
    """When the file system says the file was last changed, UTC to the second; '' where it does not say."""
    try:
        moment = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except (OSError, ValueError, OverflowError):
        return ""
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")


def _taken(path: str, exhibit: Exhibit, *, duplicate: bool = False) -> Intake:
    return Intake(
        path=path,
        stored=True,
        readable=exhibit.readable,
        exhibit_id=exhibit.id,
        sha256=exhibit.sha256,
        error_code=exhibit.error_code,
        error_text=exhibit.error_text,
        gps=exhibit.metadata.gps,
        taken_at=exhibit.metadata.taken_at,
        camera=exhibit.metadata.camera,
        duplicate=duplicate,
    )


def _refused(path: str, error: InputError) -> Intake:
    return Intake(path, stored=False, readable=False, error_code=error.code, error_text=str(error))
