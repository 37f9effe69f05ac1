"""Bundles: a case as a folder of files that others open and check."""

from __future__ import annotations

from pathlib import Path

from theodolite.jobs import Job
from theodolite_desktop.desk import Desk
from theodolite_desktop.operations.report import choices, scope
from theodolite_desktop.report_draft import Draft


def export(*, desk: Desk, out: Path, draft: Draft, originals: bool) -> Job[Path]:
    """Write a bundle into ``out``; ``originals`` False: their hashes only."""
    return desk.session.bundle(out, choices=choices(draft), originals=originals, exhibits=scope(desk, draft))
