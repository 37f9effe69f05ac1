"""Installable offline data. The lock is ``resources/packs.toml``, the place ``<home>/packs``.

The functions here work on that place; tests and tools make a :class:`Library` of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from theodolite import paths
from theodolite.jobs import Job
from theodolite.packs import exchange, install, maps
from theodolite.packs.library import Library, Pack, PackFile, PackRow, State
from theodolite.packs.lock import Lock, PackSpec, read_lock
from theodolite.packs.models import importing

__all__ = [
    "Library",
    "Lock",
    "Pack",
    "PackFile",
    "PackRow",
    "PackSpec",
    "State",
    "available",
    "default_library",
    "export",
    "fetch",
    "import_file",
    "import_map",
    "import_models",
    "installed",
    "missing_starters",
    "of_kind",
    "read_lock",
    "rows",
    "state",
    "verify",
]


def default_library() -> Library:
    """The packs of the user who runs the program."""
    return Library(paths.home() / "packs", _lock(paths.resources() / "packs.toml"))


def _lock(path: Path) -> Lock:
    """The lock at ``path``, parsed again only when the file is another one: rankings ask at every hint."""
    try:
        seen = path.stat()
    except OSError:
        return read_lock(path)
    return _parsed(path, seen.st_mtime_ns, seen.st_size)


@lru_cache(maxsize=4)
def _parsed(path: Path, _changed: int, _size: int) -> Lock:
    return read_lock(path)


def available() -> list[PackSpec]:
    """Every pack of the lock, installed or not."""
    return list(default_library().lock.packs)


def rows() -> tuple[PackRow, ...]:
    """The listing: one row a pack, in the order of the lock."""
    return default_library().rows()


def state(spec: PackSpec) -> State:
    return default_library().state(spec)


def missing_starters() -> tuple[str, ...]:
    """Starter packs that are not installed, in the order of the lock."""
    return default_library().missing_starters()


def installed(name: str) -> Pack:
    """The installed pack; PackMissing carries the command that gets it."""
    return default_library().installed(name)


def of_kind(kind: str) -> tuple[Pack, ...]:
    """The installed packs of that kind, also those that the user made."""
    return default_library().of_kind(kind)


def fetch(name: str) -> Job[Pack]:
    """Download, check and install a pack."""
    return install.fetch(default_library(), name)


def import_file(path: Path | str) -> Job[Pack]:
    """Install a pack from an exported pack, a wheel the lock names, a map, or a file with a known hash."""
    return exchange.import_file(default_library(), Path(path))


def import_map(path: Path, *, name: str = "", licence: str = "") -> Job[Pack]:
    """Install a map for the map view: a PMTiles or MBTiles archive, or a file of boundaries."""
    return maps.import_map(default_library(), path, name=name, licence=licence)


def import_models(paths: Sequence[Path], *, name: str = "", licence: str = "") -> Job[Pack]:
    """Install a language model from its GGUF file and, if it sees, its projector, or from their folder."""
    return importing.import_models(default_library(), paths, name=name, licence=licence)


def export(name: str, folder: Path | str) -> Job[Path]:
    """Write an installed pack as one file; the path of ``NAME-VERSION.pack.zip``."""
    return exchange.export(default_library(), name, Path(folder))


def verify(name: str | None = None) -> Job[list[str]]:
    """Recompute the hashes of one installed pack, or of all; the list of problems."""
    return default_library().verify(name)
