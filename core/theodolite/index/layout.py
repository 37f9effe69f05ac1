"""What lies in an index folder, and how it gets there so that a kill at any moment leaves a whole index.

``manifest.json`` names every other file with its SHA-256 and size; data files carry a part of their hash in
their names. A first index is prepared beside its place and renamed into it. A newer one moves its data
files in (their names are new, so nothing is overwritten) and then replaces the manifest, which is one
rename: readers see the old index or the new one. Files that no manifest names are removed afterwards.

Files, all in one order, ascending by ``ids``:

* ``vectors``: .npy float16 [n, dim], rows of length 1 up to rounding, read through a memory map
* ``coordinates``: .npy float64 [n, 2], latitude and longitude in degrees
* ``ids``: .npy int64 [n], the first 63 bits of each photograph's SHA-256
* ``faiss``: inner product over float32 vectors, its labels are ``ids``
* ``references``: one JSON line a photograph (:class:`Entry`)
* ``skipped``: one JSON line for each file that was left out (:class:`Skipped`)
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path

from theodolite import codec
from theodolite.errors import IndexDamaged, InputError

SCHEMA = 1
MANIFEST = "manifest.json"
PARTS = ("vectors", "coordinates", "ids", "faiss", "references", "skipped")
PARTIAL = ("lock", "new", "found")
_SUFFIX = {"vectors": "npy", "coordinates": "npy", "ids": "npy", "faiss": "faiss"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One photograph of an index. ``id`` is its SHA-256, ``name`` its path below the folder."""

    id: str
    name: str
    lat: float
    lon: float
    outline: str
    taken_at: str | None = None
    camera: str | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that is not in the index, and why."""

    name: str
    code: str
    text: str


@dataclass(frozen=True, slots=True)
class File:
    part: str
    name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an index is. ``folder`` is where its photographs were, ``provider`` whose they are."""

    schema: int
    created_utc: str
    folder: str
    provider: str
    pack: str
    pack_version: str
    pack_sha256: str
    dim: int
    count: int
    skipped_count: int
    stage_one: str
    files: tuple[File, ...]

    def file(self, part: str) -> File:
        return next(file for file in self.files if file.part == part)


def short_id(sha256: str) -> int:
    """63 bits of a content hash: what FAISS can carry as a label."""
    return int(sha256[:16], 16) >> 1


def sha256_of(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(1 << 20):
            digest.update(chunk)
    return digest.hexdigest()


def add_part(folder: Path, part: str, temporary: Path) -> File:
    """Give a finished data file its name by content, flushed to the disk."""
    sha256 = sha256_of(temporary)
    name = f"{part}-{sha256[:16]}.{_SUFFIX.get(part, 'jsonl')}"
    sync(temporary)
    temporary.replace(folder / name)
    return File(part, name, sha256, (folder / name).stat().st_size)


def write_manifest(folder: Path, manifest: Manifest) -> None:
    path = folder / MANIFEST
    path.write_text(json.dumps(codec.to_plain(manifest), indent=1, sort_keys=True) + "\n", encoding="utf-8")
    sync(path)
    sync(folder)


def read_manifest(folder: Path) -> Manifest:
    """Raises IndexDamaged naming the file that is missing or not ours."""
    path = folder / MANIFEST
    try:
        plain = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise IndexDamaged(f"{folder} is no index: it has no {MANIFEST}.") from error
    except (OSError, ValueError, RecursionError) as error:
        raise IndexDamaged(f"{path} cannot be read: it is damaged or not ours.") from error
    if not isinstance(plain, dict) or plain.get("schema") != SCHEMA:
        found = plain.get("schema") if isinstance(plain, dict) else None
        raise IndexDamaged(f"{path} is of schema {found!r}; this program reads schema {SCHEMA}.")
    try:
        manifest = codec.from_plain(Manifest, plain)
    except (TypeError, ValueError, KeyError) as error:
        raise IndexDamaged(f"{path} does not describe an index: {error}.") from error
    named = sorted(file.part for file in manifest.files)
    if named != sorted(PARTS) or any(Path(file.name).name != file.name for file in manifest.files):
        raise IndexDamaged(f"{path} does not name the files of an index.")
    return manifest


def refuse_foreign(out: Path) -> None:
    """An index, and what is prepared beside it, may replace an index or nothing, never someone's files."""
    if out.exists() and not out.is_dir():
        raise InputError(f"{out} is a file; an index is a folder.")
    if out.is_dir() and any(not _ours(path) for path in out.iterdir()):
        raise InputError(f"{out} holds other files and is no index; choose another folder.")
    partial = partial_of(out)
    if partial.exists() and not (
        partial.is_dir() and all(path.name.split("-")[0] in PARTIAL for path in partial.iterdir())
    ):
        raise InputError(f"{partial} is in the way and not of an index; choose another name.")


def partial_of(out: Path) -> Path:
    """Where the index at ``out`` is prepared."""
    return out.with_name(out.name + ".partial")


def _ours(path: Path) -> bool:
    """Whether a file in a folder may be of an index; a manifest is read, as other programs have some too."""
    if path.name != MANIFEST:
        return path.is_file() and path.name.split("-")[0] in PARTS
    try:
        return path.stat().st_size == 0 or "pack_sha256" in path.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return False


def publish(prepared: Path, out: Path) -> None:
    """Make the finished folder ``prepared`` the index at ``out``, in one rename."""
    if out.is_dir() and not any(out.iterdir()):
        out.rmdir()
    if not out.exists():
        prepared.rename(out)
        sync(out.parent)
        return
    for path in sorted(prepared.iterdir()):
        if path.name != MANIFEST:
            path.replace(out / path.name)
    sync(out)
    (prepared / MANIFEST).replace(out / MANIFEST)
    sync(out)
    kept = {MANIFEST, *(file.name for file in read_manifest(out).files)}
    for path in out.iterdir():
        if path.name not in kept and path.name.split("-")[0] in PARTS:
            path.unlink()
    prepared.rmdir()


def sync(path: Path) -> None:
    """Flush a file or the names in a folder to the disk."""
    if path.is_dir() and os.name == "nt":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
