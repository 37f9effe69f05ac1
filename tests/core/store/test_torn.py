"""A write-ahead file that a power loss tore, cut or took away: the case opens at a confirmed step, or says
that it is damaged."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.core.store.test_migration import case_of

from theodolite.domain import Case, Message
from theodolite.errors import CaseDamaged, StorageFailed
from theodolite.jobs import run_to_end
from theodolite.store import CaseStore, verify_case

STEPS = 12
# Writes, and dies without closing: everything after the making of the case is in the write-ahead file.
WRITER = f"""
import os, sys
from pathlib import Path
from theodolite.domain import Message
from theodolite.store import CaseStore
store = CaseStore.open(Path(sys.argv[1]))
for number in range({STEPS}):
    store.add_message(Message("", "person", f"step {{number}}" * 40, "2026"))
os._exit(9)
"""


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("torn") / "a.case"
    CaseStore.create(folder, Case("t", "q", "A. Examiner", "2026-01-01T00:00:00Z")).close()
    child = subprocess.run([sys.executable, "-c", WRITER, str(folder)])
    assert child.returncode == 9
    assert (folder / "case.db-wal").stat().st_size > 10_000
    (folder / "case.db-shm").unlink(missing_ok=True)  # it does not survive a power loss
    return folder


def outcome(folder: Path) -> int | None:
    """How many of the steps are there; None where the case is said to be damaged."""
    try:
        with CaseStore.open(folder) as store:
            texts = [message.text for message in store.state().messages]
    except CaseDamaged:
        return None
    assert texts == [f"step {number}" * 40 for number in range(len(texts))], "a prefix, nothing in between"
    assert run_to_end(verify_case(folder)).problems == ()
    return len(texts)


def cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def torn(data: bytes, chance: random.Random) -> bytes:
    """A sector of 512 bytes that was never written."""
    at = chance.randrange(0, len(data), 512)
    return data[:at] + bytes(len(data[at : at + 512])) + data[at + 512 :]


def flipped(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]


@pytest.mark.parametrize("change", [cut, torn, flipped])
def test_a_torn_write_ahead_file(
    left: Path, tmp_path: Path, change: Callable[[bytes, random.Random], bytes], seed: int, repeat: int
) -> None:
    chance, found = random.Random(seed), []
    whole = (left / "case.db-wal").read_bytes()
    for number in range(repeat + 1):
        folder = Path(shutil.copytree(left, tmp_path / str(number)))
        (folder / "case.db-wal").write_bytes(change(whole, chance))
        found.append(outcome(folder))
        shutil.rmtree(folder)
    assert None not in found, "SQLite's checksums stop at the last whole commit"
    assert all(0 <= steps <= STEPS for steps in found if steps is not None)


def test_a_whole_and_a_lost_write_ahead_file(left: Path, tmp_path: Path) -> None:
    assert outcome(Path(shutil.copytree(left, tmp_path / "whole"))) == STEPS
    lost = Path(shutil.copytree(left, tmp_path / "lost"))
    (lost / "case.db-wal").unlink()
    assert outcome(lost) == 0


def test_a_disk_that_fills_during_the_migration(small_disk: Path) -> None:
    folder = case_of(small_disk / "old.case", "format-1.sql")
    filler = small_disk / "filler"
    room = os.statvfs(small_disk)
    filler.write_bytes(bytes(room.f_bavail * room.f_frsize - 20_000))
    before = run_to_end(verify_case(folder))
    with pytest.raises(StorageFailed, match="full"):
        CaseStore.open(folder)
    filler.unlink()
    assert run_to_end(verify_case(folder)) == before
    with CaseStore.open(folder) as store:
        assert len(store.state().exhibits) == 2
        store.add_message(Message("", "person", "goes on", "2026"))
    assert run_to_end(verify_case(folder, head=before.head)).intact
