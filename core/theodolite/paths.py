"""Where the program's own files and the user's data are."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from theodolite.errors import StorageFailed


def resources() -> Path:
    """The read-only ``resources/`` folder that is shipped with the program."""
    override = os.environ.get("THEODOLITE_RESOURCES")
    return Path(override) if override else Path(__file__).resolve().parents[2] / "resources"


def cases() -> Path:
    """The recipes of the sample cases."""
    return Path(__file__).resolve().parents[2] / "cases"


def home() -> Path:
    """The user's data folder: packs, caches, settings. Never holds case content."""
    override = os.environ.get("THEODOLITE_HOME")
    if override:
        return Path(override)
    base = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(base) / "theodolite"


def with_a_name(folder: Path) -> Path:
    """``folder`` as an absolute path whose last part is a name, also for "." and "..", but for the root."""
    return folder.absolute() if folder.name not in ("", "..") else folder.resolve()


@contextmanager
def storing(path: Path, *also: type[Exception]) -> Iterator[None]:
    """Trouble with the disk, or of the kinds ``also``, as StorageFailed that names ``path``."""
    kinds: tuple[type[Exception], ...] = (OSError, *also)
    try:
        yield
    except kinds as error:
        raise StorageFailed(f"{path} could not be written: {error}.") from error
