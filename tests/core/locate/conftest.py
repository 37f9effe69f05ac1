"""The places of the world, made once from the starter packs and kept beside them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite import packs, paths
from theodolite.geo.gazetteer import Gazetteer
from theodolite.geo.world import World
from theodolite.jobs import run_to_end
from theodolite.locate import Locator, Support, support


@pytest.fixture(scope="session")
def borders() -> World:
    return World.load()


@pytest.fixture(scope="session")
def earth(starter: Callable[[str], packs.Pack], borders: World) -> Support:
    gallery, names = starter("gallery"), starter("gazetteer")
    return run_to_end(
        support.build(
            gallery.file("coordinates.npy"),
            Gazetteer(names.file("gazetteer.db")),
            borders,
            paths.home() / "support",
            key=f"{gallery.sha256}:{names.sha256}",
        )
    )


@pytest.fixture(scope="session")
def locator(earth: Support, borders: World) -> Locator:
    return Locator(earth, borders)
