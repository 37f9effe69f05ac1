"""The packs on this machine: what is installed, what is not, and whether the bytes are still right.

Layout: ``<root>/<name>/<version>/`` with the pack's files and ``pack.json``, the manifest, written last.
A folder without a manifest, or whose files are not all there, is not installed.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from theodolite.codec import from_plain, to_plain
from theodolite.errors import NotFound, PackError, PackMissing
from theodolite.jobs import Job
from theodolite.packs.builders import version_of
from theodolite.packs.disk import hash_file
from theodolite.packs.lock import PACK_NAME, Lock, PackSpec

MANIFEST = "pack.json"

State = Literal["installed", "not installed", "damaged", "outdated", "described, not verifiable here", "own"]


@dataclass(frozen=True, slots=True)
class PackFile:
    """One installed file: its name in the pack's folder, what it hashed to at install, bytes."""

    name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Pack:
    """An installed pack. ``sha256`` is over the hashes of its original members (lock.PackSpec.sha256).

    ``builder``: version of the builder that made its built files. ``purpose``: what an own pack says it is
    for; that of the others is in the lock.
    """

    name: str
    version: str
    kind: str
    licence: str
    path: Path
    sha256: str
    files: tuple[PackFile, ...]
    builder: int = 1
    purpose: str = ""

    def file(self, name: str) -> Path:
        """Where the file ``name`` is; :class:`NotFound` if the pack has no such file."""
        if not any(entry.name == name for entry in self.files):
            raise NotFound(f"The pack {self.name} has no file {name}.")
        return self.path / name

    def one(self, suffix: str) -> Path:
        """The only file that ends in ``suffix`` (the model of a language pack, say)."""
        found = [entry.name for entry in self.files if entry.name.endswith(suffix)]
        if len(found) != 1:
            raise NotFound(f"The pack {self.name} has {len(found)} files ending in {suffix}.")
        return self.path / found[0]


@dataclass(frozen=True, slots=True)
class PackRow:
    """One line of a listing; ``size`` and ``download`` are bytes, 0 if not known."""

    name: str
    version: str
    kind: str
    state: State
    starter: bool
    size: int
    size_text: str
    download: int
    licence: str
    purpose: str
    sha256: str


class Library:
    """The packs of one lock in one folder. Reads only; :mod:`install` and :mod:`exchange` write."""

    def __init__(self, root: Path, lock: Lock) -> None:
        self.root = root
        self.lock = lock

    def place(self, spec: PackSpec) -> Path:
        """The folder the pack is in when it is installed."""
        return self.root / spec.name / spec.version

    def state(self, spec: PackSpec) -> State:
        """Cheap: names and sizes are compared, nothing is hashed. Outdated: whole, but built by another
        version of its builder; :func:`install.fetch` builds it again from the files it keeps."""
        pack = self._whole(spec)
        if pack is not None:
            return "installed" if pack.builder == version_of(spec.builder) else "outdated"
        if self.place(spec).exists():
            return "damaged"
        return "not installed" if spec.fetchable else "described, not verifiable here"

    def installed(self, name: str) -> Pack:
        """The installed pack ``name``; :class:`PackMissing` with the command that gets it."""
        own = self.own_pack(name)
        if own is not None and own_is_whole(own):
            return own
        if own is not None:
            raise PackMissing(
                f"The pack {name} is damaged. Import its file again: theodolite packs import FILE"
            )
        spec = self.lock.find(name)
        pack = self._whole(spec)
        way = f"theodolite packs {'fetch' if spec.fetchable else 'import FILE for'} {name}"
        if pack is not None and pack.builder == version_of(spec.builder):
            return pack
        if pack is not None:
            raise PackMissing(f"The pack {name} was built by another version. Build it again with: {way}")
        if self.place(spec).exists():
            raise PackMissing(f"The pack {name} is damaged. Get it again with: {way}")
        raise PackMissing(f"The pack {name} ({spec.purpose}) is not installed. Get it with: {way}")

    def rows(self) -> tuple[PackRow, ...]:
        return (*(self._row(spec) for spec in self.lock.packs), *map(_own_row, self.own()))

    def of_kind(self, kind: str) -> tuple[Pack, ...]:
        """The installed packs of that kind: those of the lock in its order, then own ones by name."""
        locked = [self.installed(s.name) for s in self.lock.packs if s.kind == kind and self._usable(s)]
        return (*locked, *(pack for pack in self.own() if pack.kind == kind and own_is_whole(pack)))

    def own(self) -> tuple[Pack, ...]:
        """The packs that a user made and imported, by name; also damaged ones."""
        names = sorted(path.name for path in self.root.iterdir()) if self.root.is_dir() else []
        found = [self.own_pack(name) for name in names if not name.startswith(".")]
        return tuple(pack for pack in found if pack is not None)

    def own_pack(self, name: str) -> Pack | None:
        """The own pack ``name``, whole or damaged; None when there is none. The lock's names are its own."""
        if not PACK_NAME.fullmatch(name) or any(spec.name == name for spec in self.lock.packs):
            return None
        # Two versions are there when an import was killed before it took the older one away.
        there = ((_written(path), path) for path in (self.root / name).glob(f"*/{MANIFEST}"))
        for _, manifest in sorted(there, reverse=True):
            try:
                pack = read_manifest(manifest.parent)
            except (OSError, PackError):
                continue
            if (pack.name, pack.version) == (name, manifest.parent.name):
                return pack
        return None

    def _usable(self, spec: PackSpec) -> bool:
        return self.state(spec) == "installed"

    def missing_starters(self) -> tuple[str, ...]:
        return tuple(s.name for s in self.lock.packs if s.starter and self.state(s) != "installed")

    def verify(self, name: str | None = None) -> Job[list[str]]:
        """Recompute every hash of the pack ``name``, or of all that are there; the problems, none: []."""
        own = [pack for pack in self.own() if name in (None, pack.name)]
        named = [] if own and name is not None else [self.lock.find(name)] if name is not None else None
        specs = list(self.lock.packs) if named is None else named
        problems: list[str] = []
        for pack in own:
            problems += yield from _verify_own(pack)
        for spec in specs:
            state = self.state(spec)
            if state == "installed":
                problems += yield from self._verify(spec)
            elif state == "damaged":
                problems.append(f"{spec.name}: files are missing or have changed their size")
            elif state == "outdated":
                problems.append(f"{spec.name}: built by another version of the program")
            elif name is not None:
                problems.append(f"{spec.name}: not installed")
        return problems

    def _verify(self, spec: PackSpec) -> Job[list[str]]:
        locked = {m.name: m.sha256 for m in spec.members} | {b.name: b.sha256 for b in spec.built if b.sha256}
        problems = []
        for entry in self.installed(spec.name).files:
            actual = yield from hash_file(self.place(spec) / entry.name, f"Verifying {spec.name}")
            expected = locked.get(entry.name) or entry.sha256
            if actual != expected:
                problems.append(f"{spec.name}: {entry.name} has sha256 {actual}, expected {expected}")
        return problems

    def _whole(self, spec: PackSpec) -> Pack | None:
        folder = self.place(spec)
        try:
            pack = read_manifest(folder)
            whole = all((folder / entry.name).stat().st_size == entry.size for entry in pack.files)
        except (OSError, PackError):
            return None
        wanted = {m.name for m in spec.members if m.keep} | {b.name for b in spec.built}
        same = (pack.name, pack.version, pack.sha256) == (spec.name, spec.version, spec.sha256)
        return pack if whole and same and wanted == {entry.name for entry in pack.files} else None

    def _row(self, spec: PackSpec) -> PackRow:
        return PackRow(
            name=spec.name,
            version=spec.version,
            kind=spec.kind,
            state=self.state(spec),
            starter=spec.starter,
            size=spec.size,
            size_text=size_text(spec.size) if spec.size else about_text(spec.about),
            download=spec.download,
            licence=spec.licence,
            purpose=spec.purpose,
            sha256=spec.sha256,
        )


def _written(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return -1


def own_is_whole(pack: Pack) -> bool:
    """Whether every file is there in its size; nothing is hashed."""
    try:
        return all((pack.path / entry.name).stat().st_size == entry.size for entry in pack.files)
    except OSError:
        return False


def _verify_own(pack: Pack) -> Job[list[str]]:
    if not own_is_whole(pack):
        return [f"{pack.name}: files are missing or have changed their size"]
    problems = []
    for entry in pack.files:
        actual = yield from hash_file(pack.path / entry.name, f"Verifying {pack.name}")
        if actual != entry.sha256:
            problems.append(f"{pack.name}: {entry.name} has sha256 {actual}, expected {entry.sha256}")
    return problems


def _own_row(pack: Pack) -> PackRow:
    size = sum(entry.size for entry in pack.files)
    return PackRow(
        name=pack.name,
        version=pack.version,
        kind=pack.kind,
        state="own" if own_is_whole(pack) else "damaged",
        starter=False,
        size=size,
        size_text=size_text(size),
        download=0,
        licence=pack.licence,
        purpose=pack.purpose or f"made by a user ({pack.kind})",
        sha256=pack.sha256,
    )


def size_text(size: int) -> str:
    """'89.6 MB'; '?' for an unknown size."""
    if size <= 0:
        return "?"
    for factor, unit in ((1e9, "GB"), (1e6, "MB"), (1e3, "kB")):
        if size >= factor:
            return f"{size / factor:.1f} {unit}"
    return f"{size} B"


def about_text(size: int) -> str:
    """'≈ 546 MB' for a size that was published, not measured; '?' for an unknown one."""
    return f"≈ {size_text(size)}" if size > 0 else "?"


def write_manifest(spec: PackSpec, files: tuple[PackFile, ...], folder: Path) -> None:
    """Record what the finished ``folder`` holds."""
    table: dict[str, Any] = {
        "schema": 1,
        "name": spec.name,
        "version": spec.version,
        "kind": spec.kind,
        "licence": spec.licence,
        "sha256": spec.sha256,
        "builder": version_of(spec.builder),
        "files": to_plain(files),
    }
    text = json.dumps(table, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    (folder / MANIFEST).write_text(text, encoding="utf-8")


def read_manifest(folder: Path) -> Pack:
    """The pack whose finished folder this is; OSError or :class:`PackError` if it is none."""
    try:
        table = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        files = tuple(from_plain(PackFile, entry) for entry in table["files"])
        texts = {key: str(table[key]) for key in ("name", "version", "kind", "licence", "sha256")}
        builder = int(table.get("builder", 1))
        purpose = str(table.get("purpose", ""))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise PackError(f"The manifest of the pack in {folder.name} is damaged ({error}).") from error
    return Pack(path=folder, files=files, builder=builder, purpose=purpose, **texts)
