"""Opening and closing a case, fifty times: the window does not grow."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from scipy import stats

from tests.bench.driving import sample_case

WARM, TIMES = 15, 50
#: What a person would not see in a day of work: fifty megabytes in a thousand openings.
NOTHING = 50_000


def slope(values: list[int]) -> tuple[float, float, float]:
    """Bytes an opening, and the ends of the 95 % interval, from the means of runs of five: what allocators
    keep makes neighbouring values depend on each other."""
    runs = [sum(values[n : n + 5]) / 5 for n in range(0, len(values) - 4, 5)]
    fit = stats.linregress([5 * n for n in range(len(runs))], runs)
    half = stats.t.ppf(0.975, len(runs) - 2) * fit.stderr
    return float(fit.slope), float(fit.slope - half), float(fit.slope + half)


def test_a_growing_window_is_seen() -> None:
    """Control: 200 kB an opening under noise of a megabyte is no zero."""
    noise = [((n * 7919) % 1000) * 1000 for n in range(TIMES)]
    assert slope([200_000 * n + noise[n] for n in range(TIMES)])[1] > NOTHING
    low, high = slope(noise)[1:]
    assert low <= 0 <= high


@pytest.mark.full
@pytest.mark.packs
def test_fifty_openings_and_closings(tmp_path: Path) -> None:
    case = sample_case(tmp_path / "sample")
    command = [sys.executable, "-m", "tests.bench.memory_window", str(case), str(WARM + TIMES)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=1500)
    assert done.returncode == 0, done.stderr[-3000:]
    taken = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")][WARM:]
    assert len(taken) == TIMES
    for name in ("window", "web"):
        values = [one[name] for one in taken]
        each, low, high = slope(values)
        print(
            f"\n{name}: {values[0] / 1e6:.1f} MB at first, {values[-1] / 1e6:.1f} MB at last; "
            f"{each / 1e3:+.1f} kB an opening, 95 % interval {low / 1e3:+.1f} to {high / 1e3:+.1f} kB"
        )
    low = slope([one["window"] for one in taken])[1]
    assert low <= 0 or slope([one["window"] for one in taken])[0] < NOTHING
