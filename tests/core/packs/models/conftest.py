from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.core.packs.models import making
from theodolite.packs.models.reading import NAME
from theodolite.workers import Worker


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A whole language model of 0.3 MB, and its projector beside it as ``mmproj-tiny.gguf``."""
    folder = tmp_path_factory.mktemp("tiny")
    making.projector(folder / "mmproj-tiny.gguf")
    return making.model(folder / "tiny.gguf")


@pytest.fixture(scope="module")
def reader() -> Iterator[Worker]:
    """The child that reads model files."""
    with Worker(NAME) as worker:
        yield worker
