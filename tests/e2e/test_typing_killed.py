"""What is typed and not confirmed: a window killed at a random moment loses at most two seconds of it."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import on_ci
from theodolite.domain import Case
from theodolite.jobs import run_to_end
from theodolite.store import CaseStore, verify_case
from theodolite_desktop.drafting import DRAFTS

pytestmark = [pytest.mark.full, pytest.mark.alone]
ROOT = Path(__file__).resolve().parents[2]
MOST_LOST_S = 6.0 if on_ci() else 2.0


def typed_until_killed(case: Path, after_s: float) -> tuple[list[float], float]:
    """When each letter was typed, and when the window died; seconds of one clock."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.e2e.typing_window", str(case)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert process.stdout is not None
    first = process.stdout.readline()
    assert first, process.communicate()[1][-3000:]
    time.sleep(after_s)
    died = time.monotonic()
    process.kill()
    rest, problems = process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL, problems[-3000:]
    lines = [first, *(line for line in rest.split("\n")[:-1])]
    return [float(line.split()[1]) for line in lines], died


def test_at_most_two_seconds_of_typing_are_lost(tmp_path: Path, seed: int, repeat: int) -> None:
    rng = random.Random(seed)
    for number in range(max(2, repeat // 20)):
        case = tmp_path / f"{number}.case"
        CaseStore.create(case, Case("Typing", "Where?", "A. Examiner", "2026-01-01T00:00:00Z")).close()
        times, died = typed_until_killed(case, rng.uniform(0.1, 6.0))
        with CaseStore.open(case) as store:
            kept = len(store.view_state().get(DRAFTS, {}).get("hint", ""))
        safe = sum(at <= died - MOST_LOST_S for at in times)
        assert safe <= kept <= len(times), f"{kept} of {len(times)} letters kept, {safe} were due"
        assert run_to_end(verify_case(case)).intact
