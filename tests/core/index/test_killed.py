"""kill -9 at any point of building, appending, removing and compacting leaves a usable index."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from tests.core.index.killed import AFTER, COMPRESSED, COUNT, SMALL, change
from tests.core.index.worlds import PACK, World

from theodolite.index import layout, search, store, update
from theodolite.jobs import run_to_end

ROOT = Path(__file__).resolve().parents[3]
BEFORE = (900, *AFTER[:-1])


@pytest.fixture(scope="module")
def world() -> World:
    return World(COUNT, 16)


@pytest.fixture(autouse=True)
def small_segments(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(update, "FLAT_BELOW", SMALL)


@pytest.fixture
def states(world: World, tmp_path: Path) -> list[tuple[Path, int]]:
    """The index before each change, and how many steps the change takes."""
    place = tmp_path / "begun"
    world.build(place, 0, BEFORE[0], COMPRESSED)
    found = []
    for number in range(len(AFTER)):
        kept = Path(shutil.copytree(place, tmp_path / f"before-{number}"))
        found.append((kept, sum(1 for _ in change(place, number, world))))
    return found


def usable(world: World, place: Path) -> int:
    """Every byte is right, every name is there, and a row that is held finds itself."""
    info = run_to_end(store.verify(str(place)))
    _, found = search.search([str(place)], world.vectors[1], PACK, 3)
    assert found[0].name == "p1.jpg"
    held = {entry.name for entry in store.open_index(place).entries}
    assert len(held) == info.count
    return info.count


def finished(world: World, place: Path, number: int) -> None:
    """What was left over is nobody's: the next one takes its place."""
    run_to_end(change(place, number, world))
    assert usable(world, place) == AFTER[number]
    kept = {layout.MANIFEST, *(file.name for file in layout.read_manifest(place).all_files)}
    assert {path.name for path in place.iterdir()} == kept
    assert not layout.partial_of(place).exists()


def test_killed_now_and_then(world, states, tmp_path, repeat, seed) -> None:
    kill(world, states, tmp_path, max(1, repeat // 20), seed)


@pytest.mark.full
def test_killed_anywhere(world, states, tmp_path, repeat, seed) -> None:
    kill(world, states, tmp_path, repeat, seed)


def kill(world: World, states: list[tuple[Path, int]], tmp_path: Path, times: int, seed: int) -> None:
    chance = random.Random(seed)
    seen: Counter[tuple[int, str]] = Counter()
    for time_number in range(times):
        number = (seed + time_number) % len(states)
        before, steps = states[number]
        place = Path(shutil.copytree(before, tmp_path / f"killed-{time_number}"))
        child = subprocess.Popen(
            [sys.executable, "-m", "tests.core.index.killed", str(place), str(number)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**os.environ, "OMP_NUM_THREADS": "1"},
        )
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        for _ in range(min(steps, chance.randrange(2 * steps))):
            child.stdout.readline()
        time.sleep(chance.choice((0.0, 0.02, 0.2)) * chance.random())
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
        child.stdout.close()
        count = usable(world, place)
        assert count in (BEFORE[number], AFTER[number])
        segments = len(layout.read_manifest(place).segments)
        whole = count == AFTER[number] and (number < 4 or segments == 1)
        seen[number, "after" if whole else "before"] += 1
        if not whole:
            finished(world, place, number)
    print(f"\nkilled {times} times (change, state found): {sorted(seen.items())}")


def test_stopped_at_every_rename(world, states, tmp_path, monkeypatch) -> None:
    """The moments that time seldom hits: before and after each file gets its place."""
    replaced, left, stopped = Path.replace, 0, 0

    def stop(self: Path, target: Path) -> Path:
        nonlocal left
        left -= 1
        if left < 0:
            raise KeyboardInterrupt
        return replaced(self, target)

    monkeypatch.setattr(Path, "replace", stop)
    for number in (0, 1, 3):
        place = Path(shutil.copytree(states[number][0], tmp_path / f"stopped-{number}"))
        for moment in range(0, 40, 5):
            left = moment
            try:
                run_to_end(change(place, number, world))
            except KeyboardInterrupt:
                stopped += 1
                left = 1000
                assert usable(world, place) == BEFORE[number]
            else:
                break
        left = 1000
        assert usable(world, place) == AFTER[number]
    assert stopped >= 6
