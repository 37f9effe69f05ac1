"""Bundles: a case as a folder of files that others open and check."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from theodolite.jobs import Job
from theodolite_desktop.desk import Desk
from theodolite_desktop.operations.report import choices, scope
from theodolite_desktop.report_draft import Draft

if TYPE_CHECKING:
    from theodolite.engine import Changes
    from theodolite.store.merge.joining import Joined


def export(*, desk: Desk, out: Path, draft: Draft, originals: bool) -> Job[Path]:
    """Write a bundle into ``out``; ``originals`` False: their hashes only."""
    return desk.session.bundle(out, choices=choices(draft), originals=originals, exhibits=scope(desk, draft))


def read(*, desk: Desk, bundle: Path, out: Path) -> Job[Path]:
    """Make the case of a bundle in ``out``; its folder."""
    return desk.engine.import_bundle(bundle, out)


def merge(*, desk: Desk, other: Path) -> Job[Joined]:
    """Bring in what was done in another copy of the open case."""
    return desk.session.merge(other)


def decide(*, desk: Desk, conflict: str, choice: str, reason: str) -> Changes:
    """Decide what a merge left open: 'ours' or 'theirs'."""
    return desk.session.resolve_conflict(conflict, choice, reason)
