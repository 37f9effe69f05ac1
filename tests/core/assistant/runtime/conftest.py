from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest

from tests.core.assistant.runtime import families
from tests.core.packs.models import making
from theodolite.assistant.request import ModelFiles, Picture
from theodolite.workers import Worker


@pytest.fixture(scope="session")
def files(starter: Any) -> ModelFiles:
    """The starter model; it reads text only."""
    pack = starter("language-starter")
    return ModelFiles(str(pack.one(".gguf")), model_sha256=pack.files[0].sha256)


@pytest.fixture(scope="session")
def seeing(files: ModelFiles, tmp_path_factory: pytest.TempPathFactory) -> ModelFiles:
    """The starter model with a random projector: what it sees means nothing to it, but it goes in."""
    path = making.projector(tmp_path_factory.mktemp("eye") / "mmproj.gguf", width=576)
    return ModelFiles(files.model, str(path), files.model_sha256)


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> ModelFiles:
    """A random model of 0.3 MB with a random projector; its tokens are bytes."""
    folder = tmp_path_factory.mktemp("tiny")
    model, eye = making.model(folder / "tiny.gguf"), making.projector(folder / "mmproj-tiny.gguf")
    return ModelFiles(str(model), str(eye))


@pytest.fixture(scope="session")
def families_of(tiny: ModelFiles, tmp_path_factory: pytest.TempPathFactory) -> dict[str, ModelFiles]:
    """Random models that look at photographs in three ways."""
    folder = tmp_path_factory.mktemp("families")
    return {"llava": tiny, "qwen": families.qwen(folder), "gemma": families.gemma(folder)}


@pytest.fixture(scope="package")
def worker() -> Iterator[Worker]:
    with Worker("language") as started:
        yield started


@pytest.fixture(scope="package")
def small() -> Iterator[Worker]:
    """Another one, for the tiny model."""
    with Worker("language") as started:
        yield started


def picture(seed: int, width: int = 80, height: int = 60) -> Picture:
    """Noise, packed RGB."""
    pixels = random.Random(seed).randbytes(3 * width * height)
    return Picture(f"{seed:064x}"[-64:], width, height, pixels)
