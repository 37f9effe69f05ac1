"""What vouches for a case: checks of signatures and clocks, time stamps from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from theodolite_desktop.custody_rows import Checked, Trust
from theodolite_desktop.desk import Desk

if TYPE_CHECKING:
    from theodolite.engine import Changes


def checked(*, desk: Desk) -> Trust:
    """Every signature against the log as it is now, and every clock against the others."""
    session = desk.session
    return Trust(
        tuple(Checked(one.id, one.good, one.known, one.text) for one in session.signature_checks()),
        tuple(one.text for one in session.clock_warnings()),
    )


def import_stamp(
    *, desk: Desk, path: Path, certificates: Sequence[Path] = (), headers: Sequence[Path] = ()
) -> Changes:
    """Check a time stamp that was made on another machine, and keep it with what was found."""
    return desk.session.import_stamp(path, tuple(certificates), tuple(headers))


def request_stamp(*, desk: Desk, out: Path) -> tuple[Path, Path]:
    """Write what to have stamped on a machine with a network into the folder ``out``."""
    return desk.session.request_stamp(out)
