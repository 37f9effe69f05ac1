"""Bundles: a case as a folder of files that others open and check."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from theodolite.errors import PassphraseNeeded, WrongPassphrase
from theodolite.jobs import Job
from theodolite_desktop.desk import Desk
from theodolite_desktop.operations.report import choices, scope
from theodolite_desktop.report_draft import Draft

if TYPE_CHECKING:
    from theodolite.engine import Changes
    from theodolite.store.merge.joining import Joined


@dataclass(frozen=True, slots=True)
class Locked:
    """Another copy that is encrypted: its passphrase is needed, or was wrong, and ``why``."""

    why: str = ""


def telling(*, desk: Desk, draft: Draft) -> tuple[str, ...]:
    """Protected fields that originals would carry out in their own bytes."""
    return desk.session.telling(draft.disclose)


def export(*, desk: Desk, out: Path, draft: Draft, originals: bool) -> Job[Path]:
    """Write a bundle into ``out``; ``originals`` False: their hashes only."""
    return desk.session.bundle(out, choices=choices(draft), originals=originals, exhibits=scope(desk, draft))


def read(*, desk: Desk, bundle: Path, out: Path) -> Job[Path]:
    """Make the case of a bundle in ``out``; its folder."""
    return desk.engine.import_bundle(bundle, out)


def merge(*, desk: Desk, other: Path, passphrase: str | None = None) -> Job[Joined | Locked]:
    """Bring in what was done in another copy of the open case; ``passphrase`` is that copy's."""
    try:
        return (yield from desk.session.merge(other, passphrase=passphrase))
    except PassphraseNeeded:
        return Locked()
    except WrongPassphrase as error:
        return Locked(str(error))


def decide(*, desk: Desk, conflict: str, choice: str, reason: str) -> Changes:
    """Decide what a merge left open: 'ours' or 'theirs'."""
    return desk.session.resolve_conflict(conflict, choice, reason)
