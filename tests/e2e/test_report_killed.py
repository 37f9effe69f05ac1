"""kill -9 while a report leaves: each file is whole or not there, and the case is as it was confirmed."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.e2e.contract import Command
from theodolite.jobs import run_to_end
from theodolite.store import CaseStore, verify_case

TOWER = Path(__file__).resolve().parents[2] / "cases" / "tower"
ENDS = {"report.html": b"</html>", "report.json": b"}", "report.kml": b"</kml>"}


def export_and_kill(case: Path, out: Path, chance: random.Random) -> set[str]:
    """Kill it at any moment, or as soon as something appears: then it is among the files or at the record."""
    command = ["-m", "theodolite.cli", "report", str(case), "--format", "html,json,kml", "--out", str(out)]
    running = subprocess.Popen(
        [sys.executable, *command],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    until = time.monotonic() + (chance.uniform(0, 4) if chance.random() < 0.3 else 120)
    while time.monotonic() < until and running.poll() is None and not (out.is_dir() and list(out.iterdir())):
        time.sleep(0.001)
    time.sleep(chance.choice((0.0, 0.001, 0.003, 0.01)))
    os.killpg(running.pid, signal.SIGKILL)
    running.wait()
    return {path.name for path in out.iterdir()} if out.is_dir() else set()


@pytest.mark.packs
@pytest.mark.full
def test_a_report_is_whole_or_not_there(case: Path, command: Command, tmp_path: Path, seed: int) -> None:
    assert command("case", "add", case, TOWER / "delivery.jpg")[0] == 0
    chance = random.Random(seed)
    appeared = 0
    for number in range(25):
        with CaseStore.open(case, read_only=True) as store:
            before = store.state()
        out = tmp_path / f"report-{number}"
        names = {name for name in export_and_kill(case, out, chance) if not name.startswith(".report-")}
        appeared += bool(names)
        assert names <= set(ENDS)
        for name in names:
            assert (out / name).read_bytes().rstrip().endswith(ENDS[name])
        with CaseStore.open(case) as store:
            after = store.state()
            new = store.log()[before.log_length :]
        assert {record.action for record in new} <= {"located", "report exported"}
        for record in new:
            if record.action == "report exported":
                assert names == set(ENDS), "what is on record has left"
        assert after.exhibits == before.exhibits
        assert run_to_end(verify_case(case)).intact
    print(f"\n25 kills, files appeared in {appeared}")
    assert appeared
    json.loads((next(tmp_path.glob("report-*/report.json"))).read_text("utf-8"))
