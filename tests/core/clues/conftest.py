"""The reader on real photographs, once a session."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import without
from theodolite.clues import ocr
from theodolite.clues.recognise import tessdata
from theodolite.evidence.decode import Decoder


@pytest.fixture(scope="session")
def decoder() -> Iterator[Decoder]:
    with Decoder() as decoder:
        yield decoder


@pytest.fixture(scope="session")
def tessdata_installed() -> None:
    """Skips visibly where Tesseract's data is missing; on CI, which installs it, that is a failure."""
    found = tessdata.folders()
    missing = [s for s in tessdata.LANGUAGES if s not in ("Thaa", "Cans") and tessdata.data(s, found) is None]
    if missing:
        without("Tesseract's data is missing: " + ", ".join(map(tessdata.how_to_get, missing)))


@pytest.fixture(scope="session")
def read(corpora: Path, decoder: Decoder) -> Callable[[str], ocr.Reading]:
    """``read(path inside the corpora)``: what the reader makes of it, read once."""
    known: dict[str, ocr.Reading] = {}

    def get(name: str) -> ocr.Reading:
        if name not in known:
            known[name] = ocr.read(decoder.pixels(corpora / name, max_side=ocr.MAX_SIDE))
        return known[name]

    return get
