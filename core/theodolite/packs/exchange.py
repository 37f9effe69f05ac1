"""Packs as single files, for a machine without internet: export here, carry, import there.

``NAME-VERSION.pack.zip`` holds ``pack.json`` and, under ``files/``, the files whose hashes the lock knows;
what each machine builds for itself (a database) is left out and built again. An import believes nothing
that the file says: names, sizes and hashes are those of the lock on the importing machine. Packs that a user
made are the exception (own.py): they may not have a name of the lock, and are called "own" ever after.
"""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

from theodolite.errors import NotFound, PackError
from theodolite.jobs import Job, Progress
from theodolite.packs import archive, maps, own
from theodolite.packs.disk import flush, flush_folder, hash_file, storage_errors, take
from theodolite.packs.guard import refuse_unsafe
from theodolite.packs.install import install, unpack_wheel
from theodolite.packs.library import MANIFEST, Library, Pack
from theodolite.packs.lock import Member, PackSpec, Unpublished, WheelMember
from theodolite.packs.models.importing import import_models
from theodolite.tiles import is_boundaries, is_map

SUFFIX = ".pack.zip"
_CHUNK = 1 << 20
_LARGEST_MANIFEST = 1 << 20
_STEADY = (1980, 1, 1, 0, 0, 0)  # the same pack exports to the same bytes


def export(library: Library, name: str, folder: Path) -> Job[Path]:
    """Write the installed pack ``name`` as one file into ``folder``, after hashing it once more."""
    if library.own_pack(name) is not None:
        return (yield from _export_own(library, name, folder))
    pack = library.installed(name)
    spec = library.lock.find(name)
    problems = yield from library.verify(name)
    if problems:
        raise PackError(f"The pack {name} is damaged and was not exported ({problems[0]}).")
    if not folder.is_dir():
        raise NotFound(f"There is no folder {folder}.")
    target = folder / f"{pack.name}-{pack.version}{SUFFIX}"
    part = folder / f".{target.name}.part"
    with storage_errors(folder):
        try:
            with part.open("wb") as out:
                with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
                    made.writestr(zipfile.ZipInfo(MANIFEST, _STEADY), (pack.path / MANIFEST).read_bytes())
                    for member in carried(spec):
                        yield from _add(made, pack.path / member.name, member)
                flush(out)
            part.replace(target)
            flush_folder(folder)
        finally:
            part.unlink(missing_ok=True)
    return target


def _export_own(library: Library, name: str, folder: Path) -> Job[Path]:
    pack = library.installed(name)
    if not folder.is_dir():
        raise NotFound(f"There is no folder {folder}.")
    problems = yield from library.verify(name)
    if problems:
        raise PackError(f"The pack {name} is damaged and was not exported ({problems[0]}).")
    label = own.Label(pack.name, pack.kind, pack.version, pack.licence, pack.purpose)
    target = folder / f"{pack.name}-{pack.version}{SUFFIX}"
    return (yield from own.write(pack.path, [entry.name for entry in pack.files], label, target))


def carried(spec: PackSpec) -> tuple[Member, ...]:
    """The files that an exported pack holds: kept members and what is built the same everywhere."""
    kept = [member for member in spec.members if member.keep]
    made = [Member(b.name, Unpublished("built"), b.sha256, b.size) for b in spec.built if b.sha256]
    return (*kept, *made)


def _add(made: zipfile.ZipFile, path: Path, member: Member) -> Job[None]:
    info = zipfile.ZipInfo(f"files/{member.name}", _STEADY)
    info.compress_type = zipfile.ZIP_DEFLATED
    total = path.stat().st_size
    info.file_size = total
    done = 0
    with path.open("rb") as source, made.open(info, "w") as out:
        while chunk := source.read(_CHUNK):
            out.write(chunk)
            done += len(chunk)
            yield Progress(f"Exporting {member.name}", done, total)


def import_file(library: Library, path: Path) -> Job[Pack]:
    """Install a pack from a file: an exported pack, a wheel that the lock names, a single model file, or a
    folder with a model and its projector.

    Nothing is installed unless every hash is the one in the lock, or in the pack itself when a user made it
    (:mod:`theodolite.packs.own`). :class:`PackError` says what was wrong.
    """
    if path.is_dir():
        return (yield from import_models(library, (path,)))
    if not path.is_file():
        raise NotFound(f"There is no file {path}.")
    if path.name.endswith(".whl"):
        return (yield from _import_wheel(library, path))
    if path.name.endswith(".zip"):
        return (yield from _import_bundle(library, path))
    return (yield from _import_single(library, path))


def _import_bundle(library: Library, path: Path) -> Job[Pack]:
    with archive.opened(path) as opened:
        table = _manifest_of(opened, path.name)
        if own.is_own(table):
            return (yield from own.import_opened(library, opened, table, path))
        spec = _spec_of(library, table, path.name)
        entries = {entry.filename: entry.file_size for entry in opened.infolist()}
        wanted = {f"files/{member.name}" for member in carried(spec)} | {MANIFEST}
        extra = sorted(set(entries) - wanted)
        if extra:
            raise PackError(
                f"{path.name} holds a file that the pack {spec.name} does not have ({extra[0]!r})."
            )

        def gather(spec: PackSpec, originals: Path, transfer: Path) -> Job[None]:
            for member in carried(spec):
                yield from archive.extract(opened, f"files/{member.name}", member, originals / member.name)

        return (yield from install(library, spec, gather))


def _manifest_of(opened: zipfile.ZipFile, name: str) -> dict[str, Any]:
    try:
        with opened.open(MANIFEST) as file:
            table: dict[str, Any] = json.loads(file.read(_LARGEST_MANIFEST))
        str(table["name"]), str(table["version"])
    except (KeyError, ValueError, TypeError, RecursionError) as error:
        raise PackError(f"{name} is no exported pack (it has no readable {MANIFEST}).") from error
    return table


def _spec_of(library: Library, table: dict[str, Any], name: str) -> PackSpec:
    pack, version = str(table["name"]), str(table["version"])
    spec = library.lock.find(pack)
    if spec.version != version:
        raise PackError(f"{name} is version {version} of the pack {pack}; this program uses {spec.version}.")
    if not spec.checkable:
        raise PackError(f"The lock has no hash for the pack {pack}: nothing to check {name} against.")
    return spec


def _import_wheel(library: Library, path: Path) -> Job[Pack]:
    project, _, rest = path.name.partition("-")
    version = rest.partition("-")[0]
    for spec in library.lock.packs:
        origins = {m.origin.requirement for m in spec.members if isinstance(m.origin, WheelMember)}
        whole = all(isinstance(member.origin, WheelMember) for member in spec.members)
        if whole and {o.replace("-", "_").lower() for o in origins} == {f"{project.lower()}=={version}"}:

            def gather(spec: PackSpec, originals: Path, transfer: Path) -> Job[None]:
                yield from unpack_wheel(path, list(spec.members), originals)

            return (yield from install(library, spec, gather))
    raise PackError(f"No pack of the lock comes from {path.name}.")


def _import_single(library: Library, path: Path) -> Job[Pack]:
    digest = yield from hash_file(path, f"Reading {path.name}")
    for spec in library.lock.packs:
        if len(spec.members) == 1 and spec.members[0].sha256 == digest:

            def gather(spec: PackSpec, originals: Path, transfer: Path) -> Job[None]:
                with path.open("rb") as source:
                    yield from take(source, spec.members[0], originals / spec.members[0].name)

            return (yield from install(library, spec, gather))
    if is_map(path) or is_boundaries(path):
        return (yield from maps.import_map(library, path))
    refuse_unsafe(path)
    if path.suffix.lower() == ".gguf":
        return (yield from import_models(library, (path,)))
    raise PackError(f"No pack of the lock has a file with the hash of {path.name} (sha256 {digest}).")
