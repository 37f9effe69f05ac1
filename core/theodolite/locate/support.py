"""Makes the places of the world once, and opens them in milliseconds after that."""

from __future__ import annotations

import contextlib
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from theodolite import paths
from theodolite.errors import InputError
from theodolite.jobs import Job, Progress
from theodolite.locate.assemble import assemble
from theodolite.locate.places import VERSION, Support
from theodolite.locate.saved import load as load_saved
from theodolite.locate.saved import save
from theodolite.locate.survey import survey

if TYPE_CHECKING:
    from theodolite.geo.gazetteer import Gazetteer
    from theodolite.geo.world import World

__all__ = ["Support", "build", "load", "path_of"]


def path_of(cache: Path, key: str) -> Path:
    """Where the support made from the packs named by ``key`` is kept."""
    return cache / f"support-{VERSION}-{hashlib.sha256(key.encode()).hexdigest()[:16]}.npz"


def borders_sha256() -> str:
    """Identity of the borders that the program ships, which decide the country of each place."""
    return hashlib.sha256((paths.resources() / "world" / "world.json").read_bytes()).hexdigest()


def load(cache: Path, key: str) -> Support | None:
    """The support in ``cache`` for ``key``; None if it has to be built."""
    return load_saved(path_of(cache, key), key)


def build(gallery: Path, gazetteer: Gazetteer, world: World, cache: Path, *, key: str) -> Job[Support]:
    """Open the support of these packs, or make it (under a minute) and keep it.

    ``gallery``: npy file, float64 [k, 2] of latitude and longitude. ``key`` names the content of the
    packs (their hashes): another key, or other borders, is another support. A damaged file is made anew.
    """
    yield Progress("Opening the places of the world")
    key = f"{key}:{borders_sha256()}"
    found = load(cache, key)
    if found is not None:
        return found
    try:
        rows = np.load(gallery, allow_pickle=False)
    except (OSError, ValueError) as error:
        raise InputError(f"The gallery {gallery} cannot be read: {error}") from error
    surveyed = yield from survey(np.asarray(rows, dtype=np.float64), gazetteer, world)
    yield Progress("Putting places in order")
    made = assemble(surveyed)
    with contextlib.suppress(OSError):  # without room to keep it, it is made again next time
        save(made, path_of(cache, key), key)
    return made
