"""What lies in an index folder, and how it gets there so that a kill at any moment leaves a whole index.

``manifest.json`` names every other file with its hash and size; data files carry a part of their hash in
their names. A first index is prepared beside its place and renamed into it. A newer one moves its data
files in (their names are new, so nothing is overwritten) and then replaces the manifest, which is one
rename: readers see the old index or the new one. Files that no manifest names are removed afterwards.

The rows of an index lie in segments: one that the build made, one for what was appended since. Files of a
segment, all in one order of rows:

* ``vectors``: .npy float16 [n, dim], each part of a row of length 1 up to rounding; memory-mapped
* ``coordinates``: .npy float64 [n, 2], latitude and longitude in degrees; memory-mapped
* ``ids``: .npy uint8 [n, 32], SHA-256 of each photograph (or of what stands for it); memory-mapped
* ``references``: one JSON line a row (:class:`Row`); memory-mapped through
* ``offsets``: .npy int64 [n + 1], where each line of ``references`` starts; memory-mapped
* ``sums``: the SHA-256 of each 1 MiB block of the files above, which are checked when a block is first read
* ``removed``: .npy int64, ascending: rows that were taken out; only when there are some
* of a compressed segment ``centroids``, ``codes``, ``lists``, ``rotation``: its first stage (stage.py)

and of the whole index:

* ``towns``: .npy int64 [m, 2], cells of about 2 km that hold references and how many (towns.py)
* ``skipped``: one JSON line for each file that was left out (:class:`Skipped`)

The hash of a file is the SHA-256 of the SHA-256s of its 1 MiB blocks (blocks.py).
"""

from __future__ import annotations

import json
import os
import re
import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from theodolite import codec
from theodolite.errors import IndexDamaged, InputError, legible

SCHEMA = 2
MANIFEST = "manifest.json"
MAPPED = ("vectors", "coordinates", "ids", "references", "offsets")
STAGE = ("centroids", "codes", "lists", "rotation")
SEGMENT_PARTS = (*MAPPED, "sums", "removed", *STAGE)
INDEX_PARTS = ("towns", "skipped")
PARTS = (*SEGMENT_PARTS, *INDEX_PARTS)
PARTIAL = ("lock", "new", "spool")  # and found-*
_FORMER = ("faiss",)  # of schema 1
_SUFFIX = {"references": "jsonl", "skipped": "jsonl", "sums": "sums"}
#: Data files of an index; nothing else in its folder is ever removed.
_DATA = re.compile(rf"(?:{'|'.join((*PARTS, *_FORMER))})-[0-9a-f]{{16}}\.(?:npy|jsonl|sums|faiss)")
_SHA256 = re.compile("[0-9a-f]{64}")
_MOST, _WIDEST = 1 << 40, 1 << 20  # of anything counted, and numbers of a vector
PLAIN, G3 = "plain", "g3"
PARTS_OF_A_VECTOR = {PLAIN: 1, G3: 3}
FLAT, COMPRESSED = "flat", "ivf-rabitq"


@dataclass(frozen=True, slots=True)
class Row:
    """What is said of a reference besides its id, place and vector. ``name``: its path below the folder.

    ``outline`` '' where there was no photograph to take it from.
    """

    name: str = ""
    outline: str = ""
    taken_at: str | None = None
    camera: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One reference of an index. ``id``: SHA-256 of its photograph, ``name``: its path below the folder."""

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
    """``sha256``: of the SHA-256s of its 1 MiB blocks."""

    part: str
    name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Segment:
    """Rows that were written together. The numbers of stage one are 0 where ``stage`` is 'flat'.

    ``probes`` lists are scanned and ``rerank`` candidates compared exactly (``far_probes``, ``far_rerank``:
    for the least similar ones). ``background``: how well references find their match in *another* town
    (novelty.py), ascending. ``recall``: share of the exact best 20 found, measured by
    the build. ``places``: towns.
    """

    stage: str
    count: int
    removed: int
    files: tuple[File, ...]
    lists: int = 0
    probes: int = 0
    rerank: int = 0
    far_probes: int = 0
    far_rerank: int = 0
    background: tuple[float, ...] = ()
    recall: float = 1.0
    places: int = 0

    def file(self, part: str) -> File:
        return next(file for file in self.files if file.part == part)

    def has(self, part: str) -> bool:
        return any(file.part == part for file in self.files)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an index is. ``folder`` is where its photographs were, ``provider`` whose they are.

    ``pack``: the image encoder of the vectors, '' when they came in a table that names none. ``layout``
    'plain': one unit vector a row; 'g3': three of equal length side by side (image, text head, place head),
    by the alignment model ``align``. ``count`` without what was removed; ``places``: towns (towns.py).
    """

    schema: int
    created_utc: str
    folder: str
    provider: str
    pack: str
    pack_version: str
    pack_sha256: str
    align: str
    align_sha256: str
    layout: str
    dim: int
    count: int
    places: int
    skipped_count: int
    segments: tuple[Segment, ...]
    files: tuple[File, ...]

    def file(self, part: str) -> File:
        return next(file for file in self.files if file.part == part)

    @property
    def all_files(self) -> tuple[File, ...]:
        return (*self.files, *(file for segment in self.segments for file in segment.files))

    @property
    def parts(self) -> int:
        """Unit vectors a row: the inner product of two rows over this is their mean cosine."""
        return PARTS_OF_A_VECTOR[self.layout]


def file_name(part: str, sha256: str) -> str:
    return f"{part}-{sha256[:16]}.{_SUFFIX.get(part, 'npy')}"


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
    found = plain.get("schema") if isinstance(plain, dict) else None
    if found == 1 and isinstance(plain.get("folder"), str):
        raise IndexDamaged(
            f"{path} is of schema 1, made by an earlier version of this program. Build the index again: "
            f"theodolite index build {shlex.quote(legible(plain['folder']))} --out {shlex.quote(str(folder))}"
        )
    if found != SCHEMA:
        raise IndexDamaged(f"{path} is of schema {found!r}; this program reads schema {SCHEMA}.")
    try:
        manifest = codec.from_plain(Manifest, plain)
        sound = _sound(manifest)
    except (TypeError, ValueError, KeyError, AttributeError, OverflowError) as error:
        raise IndexDamaged(f"{path} does not describe an index: {error}.") from error
    if not sound:
        raise IndexDamaged(f"{path} does not name the files of an index.")
    return manifest


def _sound(manifest: Manifest) -> bool:
    """Types and numbers that everything later relies on; the file may come from anyone."""
    whole = (manifest.dim, manifest.count, manifest.places, manifest.skipped_count)
    texts = (manifest.folder, manifest.provider, manifest.pack, manifest.pack_sha256, manifest.align)
    if not all(type(number) is int and 0 <= number < _MOST for number in whole) or manifest.dim > _WIDEST:
        return False
    if not all(
        type(text) is str and text == legible(text)
        for text in (*texts, manifest.pack_version, manifest.align_sha256)
    ):
        return False
    if manifest.layout not in PARTS_OF_A_VECTOR or manifest.dim < 1 or manifest.dim % manifest.parts:
        return False
    if sorted(file.part for file in manifest.files) != sorted(INDEX_PARTS) or not manifest.segments:
        return False
    if manifest.count != sum(segment.count - segment.removed for segment in manifest.segments):
        return False
    return all(_sound_segment(segment) for segment in manifest.segments) and all(
        _sound_file(file) for file in manifest.all_files
    )


def _sound_segment(segment: Segment) -> bool:
    numbers = (segment.lists, segment.probes, segment.rerank, segment.far_probes, segment.far_rerank)
    if not all(
        type(n) is int and 0 <= n < _MOST for n in (*numbers, segment.count, segment.removed, segment.places)
    ):
        return False
    if segment.stage not in (FLAT, COMPRESSED) or segment.count < 1 or segment.removed > segment.count:
        return False
    if segment.stage == COMPRESSED and not (
        min(numbers) >= 1 and max(segment.probes, segment.far_probes) <= segment.lists <= segment.count
    ):
        return False
    wanted = {*MAPPED, "sums", *(("removed",) if segment.removed else ())}
    wanted |= set(STAGE) if segment.stage == COMPRESSED else set()
    if not all(isinstance(score, float) and -1.01 <= score <= 1.01 for score in segment.background):
        return False
    return sorted(file.part for file in segment.files) == sorted(wanted)


def _sound_file(file: File) -> bool:
    return (
        type(file.size) is int
        and file.size >= 0
        and _SHA256.fullmatch(file.sha256) is not None
        and file.name == file_name(file.part, file.sha256)
        and Path(file.name).name == file.name
    )


def refuse_foreign(out: Path) -> None:
    """An index, and what is prepared beside it, may replace an index or nothing, never someone's files."""
    if out.exists() and not out.is_dir():
        raise InputError(f"{out} is a file; an index is a folder.")
    if out.is_dir() and any(not _ours(path) for path in out.iterdir()):
        raise InputError(f"{out} holds other files and is no index; choose another folder.")
    partial = partial_of(out)
    if partial.exists() and not (
        partial.is_dir()
        and all(path.name in PARTIAL or path.name.startswith("found-") for path in partial.iterdir())
    ):
        raise InputError(f"{partial} is in the way and not of an index; choose another name.")


def partial_of(out: Path) -> Path:
    """Where the index at ``out`` is prepared."""
    return out.with_name(out.name + ".partial")


@contextmanager
def sole_builder(partial: Path) -> Iterator[None]:
    """Hold the partial folder; the kernel lets go of it when the process dies."""
    partial.parent.mkdir(parents=True, exist_ok=True)
    partial.mkdir(exist_ok=True)
    with (partial / "lock").open("w") as lock:
        try:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except ImportError:  # Windows: nothing guards against a second build
            pass
        except BlockingIOError as error:
            raise InputError(f"Another build is working on {partial.name}.") from error
        if not _same(lock.fileno(), partial / "lock"):  # its holder removed it when it had finished
            raise InputError(f"Another build was working on {partial.name} just now. Try again.")
        yield


def _same(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except OSError:
        return False


def _ours(path: Path) -> bool:
    """Whether a file in a folder may be of an index; a manifest is read, as other programs have some too."""
    if path.name != MANIFEST:
        return path.is_file() and _DATA.fullmatch(path.name) is not None
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
    kept = {MANIFEST, *(file.name for file in read_manifest(out).all_files)}
    for path in out.iterdir():
        if path.name not in kept and _DATA.fullmatch(path.name):
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
