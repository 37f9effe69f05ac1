"""References made on this machine: a folder of geotagged photographs becomes an index of the case."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from theodolite import packs, paths
from theodolite.errors import InputError
from theodolite.jobs import Job
from theodolite.workers import Call

if TYPE_CHECKING:
    from theodolite.engine.engine import Engine
    from theodolite.index.store import IndexInfo

ENCODER = "vision-starter"


def build_index(engine: Engine, photographs: Path, out: Path, provider: str) -> Job[IndexInfo]:
    """Encode every photograph below ``photographs`` that has a valid position, in the vision worker; the
    index lies at ``out`` and names ``provider`` as whose photographs they are.

    Raises InputError without a provider or where nothing is usable, PackMissing, StorageFailed.
    """
    if not provider.strip():
        raise InputError("Say whose photographs they are: a reference without a provider proves little.")
    call = Call(
        "theodolite.index.build:build",
        {
            "folder": str(photographs.absolute()),
            "out": str(paths.with_a_name(out)),
            "pack": str(packs.installed(ENCODER).path),
            "provider": provider.strip(),
        },
    )
    info: IndexInfo = yield from engine.vision.run(call)
    return info
