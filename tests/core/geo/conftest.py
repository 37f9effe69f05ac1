"""A small gazetteer made by the tests, and the real one where its pack is installed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.core.geo.sources import write_sources
from theodolite.geo.gazetteer import Gazetteer, build
from theodolite.geo.world import World
from theodolite.jobs import run_to_end


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    folder = tmp_path_factory.mktemp("gazetteer")
    run_to_end(build(*write_sources(folder), folder / "gazetteer.db"))
    gazetteer = Gazetteer(folder / "gazetteer.db")
    yield gazetteer
    gazetteer.close()


@pytest.fixture(scope="session")
def real(starter: Callable[[str], Any]) -> Iterator[Gazetteer]:
    gazetteer = Gazetteer(starter("gazetteer").file("gazetteer.db"))
    yield gazetteer
    gazetteer.close()


@pytest.fixture(scope="session")
def world() -> World:
    return World.load()
