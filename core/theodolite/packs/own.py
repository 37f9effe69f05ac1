"""Packs that a user made: a trained model, converted weights, geocells. They describe themselves.

The file is like an exported pack (``pack.json`` and ``files/``), but the lock does not know it, so its own
manifest is what its bytes are checked against. That tells of damage, not of honesty; therefore the same holds
as for every pack: no pickles, no data outside of its folder, only the kinds that are meant to be made by
users, and never the name of a pack of the lock. What is installed is listed as "own".
"""

from __future__ import annotations

import hashlib
import json
import shutil
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from theodolite.codec import to_plain
from theodolite.errors import InputError, NotFound, PackError
from theodolite.jobs import Job, Progress
from theodolite.packs import archive, maps_read
from theodolite.packs.disk import (
    flush,
    flush_folder,
    hash_file,
    publish,
    require_space,
    stage,
    storage_errors,
    take,
    writing,
)
from theodolite.packs.guard import refuse_unsafe
from theodolite.packs.library import MANIFEST, Library, Pack, PackFile, read_manifest
from theodolite.packs.lock import FILE_NAME, PACK_NAME, SHA256, VERSION, Member, PackSpec, Unpublished
from theodolite.packs.models.pairing import examined

#: Kind of pack and the files without which it is none.
KINDS: dict[str, tuple[str, ...]] = {
    "alignment": ("align.json", "model.safetensors"),
    "geocells": (),
    "image-encoder": (),
    "language-model": (),
    "vision-language-model": (),
    "map": (),
    "boundaries": ("boundaries.json",),
}
#: Kinds that are GGUF files, and how many: a model that sees has a projector (``mmproj*``) beside it.
GGUF_KINDS = {"language-model": 1, "vision-language-model": 2}
#: Kinds that the map draws: one archive of tiles, or one file of boundaries.
MAP_KINDS = ("map", "boundaries")
PROJECTOR = "mmproj"
SUFFIX = ".pack.zip"
_MOST_FILES = 64
_LONGEST = 300
_CHUNK = 1 << 20
_STEADY = (1980, 1, 1, 0, 0, 0)  # the same pack makes the same bytes


@dataclass(frozen=True, slots=True)
class Label:
    """What an own pack says about itself. ``licence`` may be any text: it is the maker's statement."""

    name: str
    kind: str
    version: str = "1"
    licence: str = "not stated"
    purpose: str = ""


def write(folder: Path, files: Sequence[str], label: Label, target: Path) -> Job[Path]:
    """Make the pack file ``target`` of ``files`` (names below ``folder``). Raises InputError or PackError.

    Written beside its place and renamed. The same files and label make the same bytes.
    """
    check_label(label)
    if not target.name.endswith(".zip"):
        raise InputError(f"The file of a pack ends in {SUFFIX}: {target.name} does not.")
    if not target.parent.is_dir():
        raise NotFound(f"There is no folder {target.parent}.")
    entries = []
    for name in sorted(files):
        path = folder / name
        if not path.is_file():
            raise NotFound(f"There is no file {path}.")
        refuse_unsafe(path, name)
        digest = yield from hash_file(path, f"Reading {name}")
        entries.append(PackFile(name, digest, path.stat().st_size))
    _check_files(label, entries)
    part = target.with_name(f".{target.name}.part")
    with storage_errors(target.parent):
        try:
            with part.open("wb") as out:
                with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
                    made.writestr(zipfile.ZipInfo(MANIFEST, _STEADY), manifest(label, entries))
                    for entry in entries:
                        yield from _add(made, folder / entry.name, entry)
                flush(out)
            part.replace(target)
            flush_folder(target.parent)
        finally:
            part.unlink(missing_ok=True)
    return target


def install_folder(library: Library, folder: Path, files: Sequence[str], label: Label) -> Job[Pack]:
    """Install ``files`` (names below ``folder``) as the own pack ``label`` at once, without a pack file."""
    return (yield from install_files(library, {name: folder / name for name in files}, label))


def install_files(library: Library, files: Mapping[str, Path], label: Label) -> Job[Pack]:
    """Install ``files`` (name in the pack: where it is) as the own pack ``label``.

    Files of models have been examined by whoever calls this (``models.pairing.examined``).
    """
    entries = []
    for name, path in sorted(files.items()):
        if not path.is_file():
            raise NotFound(f"There is no file {path}.")
        digest = yield from hash_file(path, f"Reading {path.name}")
        entries.append(PackFile(name, digest, path.stat().st_size))

    def gather(member: Member, target: Path) -> Job[None]:
        with files[member.name].open("rb") as source:
            yield from take(source, member, target)

    return (yield from _install(library, label, entries, gather))


def is_own(table: object) -> bool:
    """Whether a manifest is one of an own pack."""
    return isinstance(table, dict) and table.get("own") is True


def import_opened(library: Library, opened: zipfile.ZipFile, table: dict[str, Any], path: Path) -> Job[Pack]:
    """Install the own pack in the opened file ``path`` whose manifest is ``table``.

    Every byte must be as the manifest says, and the file may hold nothing else. An own pack of the same name
    and kind is replaced by another version, never by other bytes of the same one. Raises PackError,
    PackHashMismatch, StorageFailed; whatever happens, nothing is half there.
    """
    label, entries = _described(table, path.name)
    there = {entry.filename for entry in opened.infolist()}
    extra = sorted(there - {f"files/{entry.name}" for entry in entries} - {MANIFEST})
    if extra:
        raise PackError(f"{path.name} holds a file that its manifest does not name ({extra[0]!r}).")

    def gather(member: Member, target: Path) -> Job[None]:
        yield from archive.extract(opened, f"files/{member.name}", member, target)

    return (yield from _install(library, label, entries, gather, foreign=True))


def _install(
    library: Library, label: Label, entries: Sequence[PackFile], gather: Any, *, foreign: bool = False
) -> Job[Pack]:
    """``foreign``: the files come out of a pack file, so nobody has looked into them yet."""
    check_label(label)
    _check_files(label, entries)
    if any(spec.name == label.name for spec in library.lock.packs):
        raise PackError(f"“{label.name}” is the name of a pack of the program. Give yours another name.")
    _refuse_other(library, label, entries)
    place = library.root / label.name / label.version
    with storage_errors(library.root):
        lock = yield from writing(library.root)
        with lock, stage(library.root) as staging:
            require_space(library.root, 2 * sum(entry.size for entry in entries))
            finished = staging / "finished"
            finished.mkdir()
            for entry in entries:
                member = Member(entry.name, Unpublished("own"), entry.sha256, entry.size)
                yield from gather(member, finished / entry.name)
                refuse_unsafe(finished / entry.name, entry.name)
            if foreign and label.kind in GGUF_KINDS:
                yield from examined([finished / entry.name for entry in entries])
            if foreign and label.kind in MAP_KINDS:
                yield from maps_read.examined([finished / entry.name for entry in entries])
            (finished / MANIFEST).write_text(manifest(label, entries), encoding="utf-8")
            publish(finished, place, staging / "replaced")
            for number, other in enumerate(sorted(place.parent.iterdir())):
                if other != place:
                    other.rename(staging / f"older-{number}")
    return read_manifest(place)


def _refuse_other(library: Library, label: Label, entries: Sequence[PackFile]) -> None:
    """A file from somebody else must not take the place of a pack that the user made.

    Another version of the same kind replaces it; the same version only with the same bytes.
    """
    there = library.own_pack(label.name)
    if there is None:
        return
    if there.kind != label.kind:
        raise PackError(f"“{label.name}” is the name of a pack of yours of the kind {there.kind}.")
    same = {(f.name, f.sha256) for f in there.files} == {(e.name, e.sha256) for e in entries}
    if there.version == label.version and not same:
        raise PackError(
            f"Another pack of yours is called “{label.name}”, version {label.version}. Give the new one "
            "another name or version: nothing was replaced."
        )


def remove(library: Library, name: str) -> Job[None]:
    """Take the own pack ``name`` away. NotFound when there is none of that name."""
    if library.own_pack(name) is None:
        raise NotFound(f"There is no pack of your own called “{name}”.")
    with storage_errors(library.root):
        lock = yield from writing(library.root)
        with lock, stage(library.root) as staging:
            (library.root / name).rename(staging / "removed")
            shutil.rmtree(staging / "removed")


def manifest(label: Label, entries: Sequence[PackFile]) -> str:
    """The text of ``pack.json``, in the file and in the installed folder."""
    table = {
        "schema": 1,
        "own": True,
        **to_plain(label),
        "sha256": identity(entries),
        "builder": 1,
        "files": to_plain(tuple(entries)),
    }
    return json.dumps(table, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def identity(entries: Sequence[PackFile]) -> str:
    """The identity of an own pack, made as that of a pack of the lock (:attr:`PackSpec.sha256`)."""
    members = tuple(Member(e.name, Unpublished("own"), e.sha256, e.size) for e in entries)
    return PackSpec("own", "1", "", "", "", starter=False, download=0, members=members).sha256


def check_label(label: Label) -> None:
    """:class:`InputError` unless the label is fit for a folder, a listing and a report."""
    if not PACK_NAME.fullmatch(label.name) or len(label.name) > 64:
        raise InputError(
            f"“{label.name}” is no name for a pack: small letters, digits and hyphens, such as my-model."
        )
    if label.kind not in KINDS:
        raise InputError(f"Packs of the kind “{label.kind}” are not made by users ({', '.join(KINDS)}).")
    if not VERSION.fullmatch(label.version) or ".." in label.version or len(label.version) > 64:
        raise InputError(f"“{label.version}” is no version of a pack, such as 1 or 2024.1.")
    for text in (label.licence, label.purpose):
        if len(text) > _LONGEST or not text.isprintable():
            raise InputError(f"Licence and purpose are one line of at most {_LONGEST} characters.")


def _check_files(label: Label, entries: Sequence[PackFile]) -> None:
    names = [entry.name for entry in entries]
    if not 0 < len(names) <= _MOST_FILES:
        raise PackError(f"A pack holds 1 to {_MOST_FILES} files, this one {len(names)}.")
    if len({name.casefold() for name in names}) != len(names):
        raise PackError(f"The pack {label.name} names a file twice.")
    for entry in entries:
        if not FILE_NAME.fullmatch(entry.name) or ".." in entry.name or entry.name == MANIFEST:
            raise PackError(f"The pack {label.name} has a file with a name that is refused: {entry.name!r}.")
        if not SHA256.fullmatch(entry.sha256) or entry.size < 0:
            raise PackError(f"The pack {label.name} does not say what {entry.name} must be.")
    if label.kind in GGUF_KINDS:
        _check_gguf(label, names)
    if label.kind in MAP_KINDS and len(names) != 1:
        raise PackError(f"A pack of the kind {label.kind} is one file; {label.name} has {len(names)}.")
    missing = [name for name in KINDS[label.kind] if name not in names]
    if missing:
        raise PackError(
            f"A pack of the kind {label.kind} needs the file {missing[0]}; {label.name} has none."
        )


def _check_gguf(label: Label, names: Sequence[str]) -> None:
    count = GGUF_KINDS[label.kind]
    projectors = [name for name in names if name.startswith(PROJECTOR)]
    if len(names) != count or len(projectors) != count - 1 or not all(n.endswith(".gguf") for n in names):
        what = "one GGUF file" if count == 1 else f"two GGUF files, one of them called {PROJECTOR}…"
        raise PackError(f"A pack of the kind {label.kind} is {what}; {label.name} is not.")


def _described(table: dict[str, Any], name: str) -> tuple[Label, tuple[PackFile, ...]]:
    try:
        texts = {key: table[key] for key in ("name", "kind", "version", "licence", "purpose")}
        rows = [(row["name"], row["sha256"], row["size"]) for row in table["files"]]
        plain = all(isinstance(text, str) for text in texts.values())
        plain &= all(isinstance(a, str) and isinstance(b, str) and type(c) is int for a, b, c in rows)
        if table["schema"] != 1 or not plain:
            raise ValueError("not of the form that is known")
        entries = tuple(PackFile(*row) for row in rows)
        label = Label(**texts)
        check_label(label)
    except (KeyError, TypeError, ValueError, InputError) as error:
        raise PackError(
            f"{name} does not describe itself as a pack ({error}). Nothing was installed."
        ) from error
    _check_files(label, entries)
    if table.get("sha256") != identity(entries):
        raise PackError(f"The manifest of {name} contradicts itself. Nothing was installed.")
    return label, entries


def _add(made: zipfile.ZipFile, path: Path, entry: PackFile) -> Job[None]:
    """The file goes in while it is hashed again: what was looked at is what is written."""
    info = zipfile.ZipInfo(f"files/{entry.name}", _STEADY)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.file_size = entry.size
    digest = hashlib.sha256()
    done = 0
    with path.open("rb") as source, made.open(info, "w") as out:
        while chunk := source.read(_CHUNK):
            digest.update(chunk)
            out.write(chunk)
            done += len(chunk)
            yield Progress(f"Exporting {entry.name}", done, entry.size)
    if digest.hexdigest() != entry.sha256:
        raise PackError(f"{entry.name} changed while it was written. Try again.")
