"""The world and its places, opened once for all tests of this folder."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite import packs, paths
from theodolite.evaluate.interactive.ground import Ground
from theodolite.geo.gazetteer import Gazetteer
from theodolite.geo.world import World
from theodolite.jobs import run_to_end
from theodolite.locate import Locator, support


@pytest.fixture(scope="session")
def gazetteer(starter: Callable[[str], packs.Pack]) -> Gazetteer:
    return Gazetteer(starter("gazetteer").file("gazetteer.db"))


@pytest.fixture(scope="session")
def ground(starter: Callable[[str], packs.Pack], gazetteer: Gazetteer) -> Ground:
    gallery, names, borders = starter("gallery"), starter("gazetteer"), World.load()
    earth = run_to_end(
        support.build(
            gallery.file("coordinates.npy"),
            gazetteer,
            borders,
            paths.home() / "support",
            key=f"{gallery.sha256}:{names.sha256}",
        )
    )
    return Ground(Locator(earth, borders))
