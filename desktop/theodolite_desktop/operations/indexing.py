"""Make a reference index from a folder of photographs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from theodolite.jobs import Job
from theodolite_desktop.desk import Desk

if TYPE_CHECKING:
    from theodolite.index.store import IndexInfo


def build_index(*, desk: Desk, photographs: Path, out: Path, provider: str) -> Job[IndexInfo]:
    """Encode the geotagged photographs below a folder; the index lies at ``out``."""
    from theodolite.engine import indexing

    return indexing.build_index(desk.engine, photographs, out, provider)
