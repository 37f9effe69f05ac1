"""What is made from a pack's members at install. One function a builder, named in the lock.

A builder reads the members in ``originals`` and writes the files that the lock lists as built to
``folder``. It may take seconds; it is a job like every other and leaves nothing if it is closed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from zipfile import BadZipFile

from theodolite.errors import PackError
from theodolite.jobs import Job, Progress
from theodolite.packs.origins import run_child

Builder = Callable[[Path, Path], Job[None]]


def geoclip(originals: Path, folder: Path) -> Job[None]:
    """Pickled weights to safetensors and the gallery to numpy, in a child process (see ``convert``)."""
    command = [sys.executable, "-P", "-m", "theodolite.packs.convert", str(originals), str(folder)]
    status, output = yield from run_child(command, originals, "Converting the location encoder")
    if status != 0:
        last = (output.strip().splitlines() or ["nothing"])[-1]
        raise PackError(f"The weights could not be converted ({last}). Nothing was installed.")


def gazetteer(originals: Path, folder: Path) -> Job[None]:
    """Place names into a searchable database (see ``geo.gazetteer``)."""
    from theodolite.geo.gazetteer import build

    yield from build(originals / "cities500.json", originals / "countries.json", folder / "gazetteer.db")


def elevation(originals: Path, folder: Path) -> Job[None]:
    """Heights in whole metres as int16, which can be read from the file without loading it."""
    import numpy as np

    yield Progress("Writing the heights")
    try:
        with (originals / "v2_topo.npz").open("rb") as opened, np.load(opened, allow_pickle=False) as file:
            metres = file["arr_0"]
    except (OSError, ValueError, KeyError, EOFError, BadZipFile) as error:
        raise PackError("The heights cannot be read. Nothing was installed.") from error
    whole = metres.ndim == 2 and bool((np.abs(metres) < 10_000).all() and (metres == np.rint(metres)).all())
    if not whole:
        raise PackError("The heights are not whole metres on a grid. Nothing was installed.")
    np.save(folder / "heights.npy", metres.astype("<i2"))


#: What each builder makes now; a pack built by another version is outdated and is built again from the files
#: it keeps. A builder that is not named here has only ever been at 1.
VERSIONS: dict[str, int] = {"gazetteer": 2}


def version_of(builder: str | None) -> int:
    """The version of a pack's builder, 1 for a pack that has none."""
    return VERSIONS.get(builder or "", 1)


BUILDERS: dict[str, Builder] = {"geoclip": geoclip, "gazetteer": gazetteer, "elevation": elevation}
