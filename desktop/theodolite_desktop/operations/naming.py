"""Named snapshots of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from theodolite_desktop.desk import Desk

if TYPE_CHECKING:
    from theodolite.domain import NamedMoment
    from theodolite.engine import Changes


def snapshot(*, desk: Desk, name: str) -> Changes:
    """Put a name on the case as it is now."""
    return desk.session.snapshot(name)


def snapshots(*, desk: Desk) -> tuple[NamedMoment, ...]:
    """The moments that were given a name, oldest first."""
    return desk.session.snapshots()
