"""kill -9 anywhere in intake, editing, undo, destruction, leaving as a bundle, and migration.

Every case opens again, no confirmed step is missing from its log, every original is what was stored, and a
bundle is whole or not there. Kills of the index are in tests/core/index/test_killed.py, of an export of a
report and of the window in tests/e2e/test_kills.py.
"""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.core.store.conftest import CASE
from tests.core.store.killed import WORK

from theodolite.jobs import run_to_end
from theodolite.store import CaseStore, schema, verify, verify_case

ROOT = Path(__file__).resolve().parents[3]
LONGEST_S = {"intake": 0.06, "edit": 0.06, "destroy": 0.25, "bundle": 0.25, "migrate": 0.12}


@pytest.fixture
def writer() -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.core.store.killed"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as running:
        yield running
        assert running.stdin is not None
        running.stdin.close()
        assert running.wait() == 0


def killed(writer: subprocess.Popen[str], work: str, folder: Path, seed: int, after: float) -> list[str]:
    """Start the work, kill it after so many seconds; gives what it had said."""
    assert writer.stdin is not None
    assert writer.stdout is not None
    writer.stdin.write(f"{work} {folder} {seed}\n")
    writer.stdin.flush()
    word, pid = writer.stdout.readline().split()
    assert word == "ready"
    time.sleep(after)
    os.kill(int(pid), signal.SIGKILL)
    return list(iter(writer.stdout.readline, "dead\n"))


def check(folder: Path, said: list[str]) -> None:
    assert not [line for line in said if line.startswith("refused")]
    with CaseStore.open(folder) as store:
        hashes = {record.sequence: record.hash for record in store.log()}
        for line in said:
            if line.startswith("confirmed"):
                _, length, head = line.split()
                assert hashes[int(length)] == head
        assert not list((folder / "vault").glob(".incoming-*"))
    assert run_to_end(verify_case(folder)).problems == ()


def check_bundles(folder: Path, said: list[str]) -> None:
    """Those that were confirmed are whole; of the one that was killed there is a whole one or none."""
    there = {path.name: path for path in folder.parent.glob("bundle-*")}
    assert {line.split()[1] for line in said if line.startswith("bundle")} <= set(there)
    for path in there.values():
        assert run_to_end(verify.check(path)).problems == []  # type: ignore[arg-type]


def old_case(folder: Path) -> Path:
    """A case as the first version left it."""
    for name in ("vault", "derived"):
        (folder / name).mkdir(parents=True)
    connection = sqlite3.connect(folder / "case.db")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute(f"PRAGMA application_id={schema.APPLICATION_ID}")
    connection.executescript((Path(__file__).parent / "schema-0001.sql").read_text("utf-8"))
    connection.close()
    return folder


def kill_everywhere(folder: Path, writer: subprocess.Popen[str], times: int, seed: int) -> Counter[str]:
    chance = random.Random(seed)
    places: dict[str, Path] = {}
    kept: Counter[str] = Counter()
    for number in range(times):
        work = list(WORK)[number % len(WORK)]
        place = folder / work / str(number) if work == "migrate" else folder / work
        if work == "migrate":
            old_case(place)
        elif work not in places:
            place.mkdir(parents=True)
            CaseStore.create(place / "a.case", CASE).close()
        places[work] = place = place if work == "migrate" else place / "a.case"
        said = killed(writer, work, place, chance.getrandbits(30), chance.uniform(0, LONGEST_S[work]))
        check(place, said)
        if work == "bundle":
            check_bundles(place, said)
        kept[work] += sum(line.startswith("confirmed") for line in said)
    return kept


def test_killed_now_and_then(tmp_path: Path, writer: subprocess.Popen[str], repeat: int, seed: int) -> None:
    kill_everywhere(tmp_path, writer, max(10, repeat // 5), seed)


@pytest.mark.full
def test_killed_five_hundred_times(tmp_path: Path, writer: subprocess.Popen[str], seed: int) -> None:
    kept = kill_everywhere(tmp_path, writer, 500, seed)
    print(f"\n500 kills; confirmed steps, none missing: {dict(kept)}")
    assert min(kept.values()) > 0
