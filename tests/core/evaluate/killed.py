"""An evaluation to be killed: ``python -m tests.core.evaluate.killed TABLE OUT``, one answer every 20 ms."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from tests.core.evaluate.doubles import NAMING, TOOLS, Fixed
from theodolite.errors import TheodoliteError
from theodolite.evaluate import harness
from theodolite.evaluate.datasets import open_dataset
from theodolite.evaluate.subjects import OfStrategy
from theodolite.jobs import run_to_end
from theodolite.locate.strategies.signature import Asked


def slow(asked: Asked) -> TheodoliteError | None:
    time.sleep(0.02)
    return None


if __name__ == "__main__":
    subjects = (OfStrategy(Fixed(fails=slow), TOOLS), OfStrategy(Fixed((0.0, 179.0), name="other"), TOOLS))
    dataset = open_dataset(Path(sys.argv[1]))
    run_to_end(harness.evaluate(dataset, subjects, TOOLS, Path(sys.argv[2]), naming=NAMING))
