"""The same journeys on a real screen: of X, with its own ways of focus and input."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.packs, pytest.mark.full, pytest.mark.alone]
ROOT = Path(__file__).resolve().parents[2]
JOURNEYS = ("tests/e2e/test_journeys.py", "tests/e2e/test_journeys_by_keys.py")


def test_the_journeys_on_a_screen(tmp_path: Path) -> None:
    runner = shutil.which("xvfb-run")
    if runner is None:
        pytest.skip("xvfb-run is not here: no screen to show the window on")
    done = subprocess.run(
        [runner, "-a", "-s", "-screen 0 1600x1000x24", sys.executable, "-m", "pytest", "-q", "-n0", "-p",
         "no:cacheprovider", "--on-screen", f"--basetemp={tmp_path / 'on'}", *JOURNEYS],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "xcb"},
        capture_output=True,
        text=True,
        timeout=900,
    )  # fmt: skip
    print(done.stdout[-400:])
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
    assert "skipped" not in done.stdout.splitlines()[-1]
