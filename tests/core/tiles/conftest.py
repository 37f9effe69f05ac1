"""A reader for each test, closed with it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from theodolite.tiles import TileReader


@pytest.fixture(scope="module")
def reader() -> Iterator[TileReader]:
    with TileReader() as made:
        yield made
