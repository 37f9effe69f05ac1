"""What a step of training costs: G3's size, and a batch held in memory in parts."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from theodolite.align.features import Features
from theodolite.align.train import TrainConfig, fit
from theodolite.align.training import configuration

ROOT = Path(__file__).resolve().parents[2]
STEPS = 3


def main(batch: int, micro: int, out: str) -> None:
    """Some steps of a full-size model on one thread: seconds a step, and the memory that they add."""
    import torch

    torch.set_num_threads(1)
    rng = np.random.default_rng(0)
    count = batch * STEPS
    features = Features(
        rng.normal(size=(count, 768)).astype(np.float32),
        rng.uniform(-60, 70, count),
        rng.uniform(-180, 180, count),
        rng.normal(size=(count, 768)).astype(np.float32),
    )
    config = TrainConfig(configuration(768, 768), epochs=1, batch=batch, micro=micro, threads=1)
    at, peak = [], 0
    for step in fit(features, config, Path(out)):
        at.append((step.done, time.perf_counter()))
        peak = peak or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    seconds = np.diff([when for done, when in at if done])
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - peak
    print(f"{np.median(seconds):.3f} {grown / 1024:.0f}")


@pytest.mark.bench
def test_a_step_of_g3s_size(tmp_path: Path) -> None:
    print()
    found = {}
    for batch, micro in ((256, 0), (256, 64), (2048, 0), (2048, 128)):
        command = [sys.executable, "-m", __name__, str(batch), str(micro), str(tmp_path / f"{batch}-{micro}")]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        seconds, megabytes = map(float, done.stdout.split())
        found[batch, micro] = seconds, megabytes
        parts = f"parts of {micro}" if micro else "at once"
        print(f"batch {batch}, {parts}: {seconds:.2f} s a step on one thread, {megabytes:.0f} MB more")
    for batch, micro in ((256, 64), (2048, 128)):  # one more pass without a graph, and smaller products
        assert found[batch, micro][0] < 3 * found[batch, 0][0]
    assert found[2048, 128][1] < found[2048, 0][1]


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
