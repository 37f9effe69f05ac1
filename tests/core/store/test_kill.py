"""kill -9 at any instant: what was confirmed is there, and the case opens."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from theodolite.jobs import run_to_end
from theodolite.store import CaseStore, verify_case

# Imports once, then forks a writer for every line it reads: hundreds of kills in a few seconds.
WRITER = """
import os, sys
from pathlib import Path
from theodolite.domain import AreaReach, Exhibit, Hint, HintState, Strength
from theodolite.jobs import run_to_end
from theodolite.store import CaseStore

def say(*words):
    os.write(1, (" ".join(words) + "\\n").encode())

def work(folder, source):
    store = CaseStore.open(folder)
    say("ready", str(os.getpid()))
    number = store.state().log_length * 1000
    while True:
        number += 1
        source.write_bytes(str(number).encode() * 8_000)
        kept = run_to_end(store.take(source))
        item = Exhibit("", source.name, *kept, "image/jpeg", str(source), "2026", "x", True)
        say("confirmed", store.add_exhibit(item).id)
        hint = Hint("", "t", "t", AreaReach("country", ("IT",)), Strength.WEAK, HintState.ON, "2026")
        say("confirmed", store.add_hint(hint).id)

for _ in sys.stdin:
    child = os.fork()
    if child == 0:
        work(Path(sys.argv[1]), Path(sys.argv[2]))
    os.waitpid(child, 0)
    say("dead")
"""


def test_killed_during_intake(folder: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    times = int(request.config.getoption("--repeat", default=None) or 20)
    chance = random.Random(request.config.getoption("--seed", default=None) or 2008)
    command = [sys.executable, "-c", WRITER, str(folder), str(tmp_path / "source.jpg")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdin is not None
        assert writer.stdout is not None
        for _ in range(times):
            writer.stdin.write("go\n")
            writer.stdin.flush()
            word, pid = writer.stdout.readline().split()
            assert word == "ready"
            time.sleep(chance.uniform(0.0, 0.04))
            os.kill(int(pid), signal.SIGKILL)
            said = list(iter(writer.stdout.readline, "dead\n"))
            check(folder, {line.split()[1] for line in said})
        writer.stdin.close()
        assert writer.wait() == 0


def check(folder: Path, confirmed: set[str]) -> None:
    """The case opens, holds everything confirmed and no partial file, and every hash is right."""
    with CaseStore.open(folder) as store:
        state = store.state()
        assert confirmed <= {row.id for row in state.exhibits} | {row.id for row in state.hints}
        assert not list((folder / "vault").glob(".incoming-*"))
    assert run_to_end(verify_case(folder)).problems == ()
