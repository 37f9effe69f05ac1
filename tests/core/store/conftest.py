"""Values for the store's tests; a case on a small disk of its own where the machine allows it."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from theodolite.domain import AreaReach, Box, Case, Clue, Exhibit, Hint, HintState, Origin, Strength
from theodolite.store import CaseStore

CASE = Case("Tower", "Where was it taken?", "A. Examiner", "2026-01-01T00:00:00.000Z", claim="Florence")


def exhibit_of(store: CaseStore, data: bytes, name: str = "a.jpg") -> Exhibit:
    """Store ``data`` and add it as an exhibit, as intake does."""
    kept = store.store_bytes(io.BytesIO(data), name=name)
    return store.add_exhibit(
        Exhibit("", name, kept.sha256, kept.md5, kept.size, "image/jpeg", name, "2026", "A. Examiner", True)
    )


@pytest.fixture
def case() -> Case:
    return CASE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty case, closed."""
    CaseStore.create(tmp_path / "a.case", CASE).close()
    return tmp_path / "a.case"


@pytest.fixture
def store(folder: Path) -> Iterator[CaseStore]:
    with CaseStore.open(folder) as opened:
        yield opened


@pytest.fixture
def intake() -> Callable[[CaseStore, bytes], Exhibit]:
    return exhibit_of


def hint_of(text: str = "in Italy") -> Hint:
    reach = AreaReach("country", ("IT",))
    return Hint("", text, text, reach, Strength.LIKELY, HintState.ON, "2026-01-01T00:00:00Z")


def clue_of(observation: str = "sign", *, by_person: bool = False, box: Box | None = None) -> Clue:
    origins = (Origin("file", "f"),)
    return Clue(
        *("", "E1", "text.line", observation, "a place", Strength.WEAK, "ocr", "1", "text:1", origins),
        box=box,
        by_person=by_person,
        confidence=0.875,
    )


@pytest.fixture
def hint() -> Callable[[str], Hint]:
    return hint_of


@pytest.fixture
def clue() -> Callable[..., Clue]:
    return clue_of


@pytest.fixture(scope="session")
def full_case_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("full") / "a.case"
    with CaseStore.create(folder, CASE) as opened:
        exhibit_of(opened, b"first original" * 100, "one.jpg")
        exhibit_of(opened, b"second original" * 100, "two.jpg")
        opened.put_clues("E1", [clue_of("a"), clue_of("b", box=Box(0.1, 0.2, 0.3, 0.4))])
        opened.add_hint(hint_of("in Italy"))
        opened.add_hint(hint_of("in France"))
        opened.remove_hint("H2")
    return folder


@pytest.fixture
def full_case(full_case_once: Path, tmp_path: Path) -> Path:
    """A closed case with two exhibits, clues, hints and a removed hint; a copy for each test."""
    return Path(shutil.copytree(full_case_once, tmp_path / "a.case"))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 3 MiB that can be filled; only root may mount one."""
    where = tmp_path / "disk"
    where.mkdir()
    if os.name == "nt" or os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", where], capture_output=True)
    if mounted.returncode != 0:
        pytest.skip("this machine does not let a test mount a small disk")
    yield where
    subprocess.run(["umount", "-l", where], check=True)
