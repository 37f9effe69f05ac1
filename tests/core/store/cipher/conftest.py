"""A cheap key derivation for tests: what it costs is tested once, what it protects everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from theodolite.domain import Case
from theodolite.store import CaseStore
from theodolite.store.cipher import header

PASSPHRASE = "Pieve di Santa María, five rows"


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(header, "COST", header.Cost(memory=64, passes=1, lanes=1))


@pytest.fixture
def passphrase() -> str:
    return PASSPHRASE


@pytest.fixture
def sealed_folder(tmp_path: Path) -> Path:
    """An empty encrypted case, closed."""
    case = Case("Tower", "Where was it taken?", "A. Examiner", "2026-01-01T00:00:00.000Z")
    CaseStore.create(tmp_path / "a.case", case, PASSPHRASE).close()
    return tmp_path / "a.case"


@pytest.fixture
def sealed(sealed_folder: Path) -> Iterator[CaseStore]:
    with CaseStore.open(sealed_folder, passphrase=PASSPHRASE) as store:
        yield store
