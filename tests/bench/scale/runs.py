"""What the tests of scale share: processes that measure, kept steps, exact answers, tables of numbers."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tests.bench.scale import places
from theodolite.index import search
from theodolite.index.store import OpenIndex

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "build" / "bench"
COSINES = (0.95, 0.8, 0.6)
K = 20
ROUNDING = 1e-6  # of an exact score
THREADS = "2"

Floats = NDArray[np.float32]


def measured(what: str, *arguments: object) -> dict[str, Any]:
    """What ``measure.py`` says in a process of its own, with two threads."""
    environment = {**os.environ, "THEODOLITE_THREADS": THREADS, "OMP_NUM_THREADS": THREADS}
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.scale.measure", what, *map(str, arguments)],
        cwd=ROOT,
        env={**environment, "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])},
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"measure {what} failed"
    found: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return found


def step(name: str, reuse: bool, make: Any) -> dict[str, Any]:
    """The numbers of a step, kept in ``build/bench``; with ``--reuse`` an earlier run's, and that is said."""
    kept = FOLDER / f"{name}.json"
    if reuse and kept.is_file():
        found: dict[str, Any] = json.loads(kept.read_text())
        print(f"  {name}: kept from an earlier run of {found['at']}")
        return found
    found = {**make(), "at": _now(), "machine": machine()}
    FOLDER.mkdir(parents=True, exist_ok=True)
    beside = kept.with_suffix(".new")
    beside.write_text(json.dumps(found, indent=1))
    beside.replace(kept)
    return found


def _now() -> str:
    from datetime import UTC, datetime

    return datetime.now(UTC).isoformat(timespec="seconds")


def machine() -> str:
    """Processor and cores, as the numbers mean nothing without."""
    name = platform.processor() or platform.machine()
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            name = line.partition(":")[2].strip()
            break
    return f"{name}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"


@dataclass(frozen=True)
class Recall:
    """Over some queries: share of hits among 20; by how much the mean score of the 20 misses the exact."""

    recall: float
    gap: float


def recall_of(index: OpenIndex, rows: Floats, queries: Floats, exact: Floats, far: bool = False) -> Recall:
    """``rows`` float32 in the order of their numbers, ``exact`` [q, 20] the best scores, descending.

    ``far``: the queries are those whose least similar rows are wanted, ``exact`` then of the negated ones.
    A hit is any row whose exact score reaches the 20th exact score less 1e-6.
    """
    hits, gaps = [], []
    for query, best in zip(queries, exact, strict=True):
        found = search.nearest(index, query, K, dissimilar=far)
        numbers = numbers_of(index, found)
        assert len(set(numbers.tolist())) == len(numbers)
        scores = rows[numbers] @ (-query if far else query)
        hits.append(np.count_nonzero(scores >= best[-1] - ROUNDING) / K)
        gaps.append(abs(float(best.mean() - scores.mean())) if len(scores) == K else 2.0)
    return Recall(float(np.mean(hits)), float(np.mean(gaps)))


def numbers_of(index: OpenIndex, found: search.Hits) -> NDArray[np.int64]:
    """The numbers of found rows (places.numbered)."""
    ids = [
        index.segments[segment].ids.take(np.array([row]))
        for segment, row in zip(found.segments.tolist(), found.rows.tolist(), strict=True)
    ]
    return places.numbers_of(np.concatenate(ids))


def median(values: list[float]) -> float:
    return float(np.median(values))


def p95(values: list[float]) -> float:
    return float(np.percentile(values, 95))


def size(number: float) -> str:
    return f"{number / 1e6:,.0f} MB" if number < 2e9 else f"{number / 1e9:,.2f} GB"
