"""Add, read, search and withdraw exhibits."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from theodolite.jobs import Job
from theodolite_desktop.desk import Desk

if TYPE_CHECKING:
    from theodolite.engine import Changes
    from theodolite.evidence.intake import Intake


def add_files(*, desk: Desk, files: Sequence[Path]) -> Job[tuple[Intake, ...]]:
    """Copy and hash files and folders into the vault."""
    return desk.session.add_files(files)


def add_image(*, desk: Desk, data: bytes, name: str) -> Job[Intake]:
    """Take a pasted image into custody."""
    return desk.session.add_image(data, name)


def examine(*, desk: Desk, exhibits: Sequence[str] = ()) -> Job[Changes]:
    """Read clues and search references of what was not yet read or searched."""
    return desk.session.examine_all(tuple(exhibits))


def search(*, desk: Desk, exhibit: str) -> Job[Changes]:
    """Search the indexes of the case for photographs that resemble ``exhibit``."""
    return desk.session.search(exhibit)


def add_index(*, desk: Desk, folder: Path) -> Changes:
    """Let the case search the reference index in ``folder``."""
    return desk.session.add_index(folder)


def withdraw(*, desk: Desk, exhibit: str) -> Changes:
    """Take an exhibit out of consideration; undoable, nothing is erased."""
    return desk.session.withdraw(exhibit)
