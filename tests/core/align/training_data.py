"""Small features and settings for the tests of training, and the program that is killed."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import Any

import numpy as np

from theodolite.align import train
from theodolite.align.config import reduced
from theodolite.align.features import Features
from theodolite.align.train import TrainConfig
from theodolite.jobs import run_to_end

TINY = reduced(image_dim=16, text_dim=12, gps_dim=8, frequencies=4, hidden=16)
TINY_GPS = reduced(image_dim=16, text_dim=None, gps_dim=8, frequencies=4, hidden=16)


def made(count: int = 70, *, text: bool = True, seed: int = 0) -> Features:
    """Photographs of four towns: the vectors say which, in their own coordinates, with noise."""
    rng = np.random.default_rng(seed)
    towns = np.array([(43.0, 11.0), (-33.0, 151.0), (60.0, 25.0), (10.0, -70.0)])
    which = rng.integers(0, 4, count)
    mixing = rng.normal(size=(4, 28))
    seen = np.eye(4)[which] @ mixing + 0.3 * rng.normal(size=(count, 28))
    places = towns[which] + rng.normal(0, 0.5, (count, 2))
    return Features(
        image=np.ascontiguousarray(seen[:, :16], np.float32),
        lat=np.ascontiguousarray(places[:, 0]),
        lon=np.ascontiguousarray(places[:, 1]),
        text=np.ascontiguousarray(seen[:, 16:], np.float32) if text else None,
        encoder_sha256="ab" * 32,
    )


def settings(**more: Any) -> TrainConfig:
    """12 steps: three epochs of four batches."""
    given = {"align": TINY, "epochs": 3, "batch": 16, "rate": 1e-2, "threads": 1}
    return TrainConfig(**(given | more))


#: A checkpoint after every step; what comes out is the same.
EACH_STEP = settings(checkpoint_s=0.0)


def _die_at(what: str, number: int) -> Any:
    """Make the ``number``-th call of os.fsync, or the ``number``-th step of the job, the last thing done."""
    seen = 0

    def count(*_: Any) -> None:
        nonlocal seen
        seen += 1
        if seen == number:
            os.kill(os.getpid(), signal.SIGKILL)

    if what == "step":
        return count
    true = getattr(os, what)

    def call(*given: Any) -> Any:
        count()
        return true(*given)

    setattr(os, what, call)
    return None


def main(out: Path, points: list[str]) -> None:
    """Train in a process of its own for each point, killed there; then once to the end."""
    warm = out.with_name("warm")  # whatever is imported late is imported here, once
    run_to_end(train.fit(made(20), settings(epochs=1), warm))
    for point in points:
        child = os.fork()
        if child == 0:
            what, number = point.split(":")
            run_to_end(train.fit(made(), EACH_STEP, out), _die_at(what, int(number)))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status), point
    result = run_to_end(train.fit(made(), EACH_STEP, out))
    print(result.sha256, result.resumed_at, len(result.epochs))


if __name__ == "__main__":
    import torch

    torch.set_num_threads(1)
    main(Path(sys.argv[1]), sys.argv[2:])
