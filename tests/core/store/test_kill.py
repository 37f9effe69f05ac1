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

INTAKE = """
import sys
from pathlib import Path
from theodolite.domain import AreaReach, Exhibit, Hint, HintState, Strength
from theodolite.jobs import run_to_end
from theodolite.store import CaseStore
store = CaseStore.open(Path(sys.argv[1]))
print("ready", flush=True)
number = store.state().log_length * 1000
while True:
    number += 1
    source = Path(sys.argv[2])
    source.write_bytes(str(number).encode() * 60_000)
    kept = run_to_end(store.take(source))
    item = Exhibit("", source.name, *kept, "image/jpeg", str(source), "2026", "x", True)
    print("confirmed", store.add_exhibit(item).id, flush=True)
    hint = Hint("", "t", "t", AreaReach("country", ("IT",)), Strength.WEAK, HintState.ON, "2026")
    print("confirmed", store.add_hint(hint).id, flush=True)
"""


def test_killed_during_intake(folder: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    times = int(request.config.getoption("--repeat", default=None) or 5)
    chance = random.Random(2008)
    for _ in range(times):
        child = subprocess.Popen(
            [sys.executable, "-c", INTAKE, str(folder), str(tmp_path / "source.jpg")],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        time.sleep(chance.uniform(0.0, 0.25))
        os.kill(child.pid, signal.SIGKILL)
        confirmed = {line.split()[1] for line in child.stdout if line.endswith("\n")}
        child.wait()
        child.stdout.close()
        with CaseStore.open(folder) as store:
            state = store.state()
            assert confirmed <= {row.id for row in state.exhibits} | {row.id for row in state.hints}
            assert not list((folder / "vault").glob(".incoming-*"))
        found = run_to_end(verify_case(folder))
        assert found.problems == ()
