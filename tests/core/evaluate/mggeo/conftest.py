"""The posterior over the world, once for all tests of the folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from theodolite import packs
from theodolite.engine import Engine
from theodolite.jobs import run_to_end


@pytest.fixture(scope="package")
def engine(starter: Callable[[str], packs.Pack]) -> Iterator[Engine]:
    starter("gazetteer")
    starter("gallery")
    made = Engine()
    run_to_end(made.prepare())
    yield made
    made.dispose()
