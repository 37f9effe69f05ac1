"""kill -9 at any point of building, appending, removing and compacting leaves a usable index."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from tests.core.index.killed import COMPRESSED, COUNT, FIRST, SECOND, SMALL, steps
from tests.core.index.worlds import PACK, World

from theodolite.index import layout, search, store, update
from theodolite.jobs import run_to_end

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def world() -> World:
    return World(COUNT, 16)


@pytest.fixture(autouse=True)
def small_segments(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(update, "FLAT_BELOW", SMALL)


def usable(world: World, place: Path) -> int:
    """Every byte is right, every name is there, and a row that is held finds itself."""
    info = run_to_end(store.verify(str(place)))
    row = 1
    _, found = search.search([str(place)], world.vectors[row], PACK, 3)
    assert found[0].name == f"p{row}.jpg"
    held = {entry.name for entry in store.open_index(place).entries}
    assert len(held) == info.count
    return info.count


def test_killed_now_and_then(world, tmp_path, repeat, seed) -> None:
    kill(world, tmp_path, max(1, repeat // 20), seed)


@pytest.mark.full
def test_killed_anywhere(world, tmp_path, repeat, seed) -> None:
    kill(world, tmp_path, repeat, seed)


def kill(world: World, tmp_path: Path, times: int, seed: int) -> None:
    place = tmp_path / "index"
    world.build(place, 0, 900, COMPRESSED)
    chance = random.Random(seed)
    total = sum(1 for _ in steps(tmp_path / "whole"))
    counts = []
    for _ in range(times):
        child = subprocess.Popen(
            [sys.executable, "-m", "tests.core.index.killed", str(place)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**os.environ, "OMP_NUM_THREADS": "1"},
        )
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        for _ in range(chance.randrange(total)):
            child.stdout.readline()
        time.sleep(chance.uniform(0, 0.05))
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
        child.stdout.close()
        counts.append(usable(world, place))
    assert set(counts) <= {900, FIRST, SECOND, COUNT, COUNT - 100}
    print(f"killed {times} times within {total} steps: {sorted(Counter(counts).items())}")
    # What was left over is nobody's: the next one takes its place.
    run_to_end(steps(place))
    assert usable(world, place) == COUNT - 100
    kept = {layout.MANIFEST, *(file.name for file in layout.read_manifest(place).all_files)}
    assert {path.name for path in place.iterdir()} == kept
    assert not layout.partial_of(place).exists()


def test_stopped_at_every_rename(world, tmp_path, monkeypatch) -> None:
    """The moments that time seldom hits: before and after each file gets its place."""
    place = tmp_path / "index"
    world.build(place, 0, 900, COMPRESSED)
    replaced, left = Path.replace, 0

    def stop(self: Path, target: Path) -> Path:
        nonlocal left
        left -= 1
        if left < 0:
            raise KeyboardInterrupt
        return replaced(self, target)

    monkeypatch.setattr(Path, "replace", stop)
    for number in range(1, 70, 8):
        left = number
        with pytest.raises(KeyboardInterrupt):
            run_to_end(steps(place))
        assert usable(world, place) in {900, FIRST, SECOND, COUNT, COUNT - 100}
