"""How long a million coordinates take to become cells."""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np
import pytest

from theodolite.cells import config, s2
from theodolite.cells.build import build
from theodolite.jobs import run_to_end
from theodolite.packs import Pack

COUNT = 1_000_000


@pytest.mark.bench
@pytest.mark.packs
def test_a_million_points_become_cells(starter: Callable[[str], Pack]) -> None:
    """Points jittered round the places of the gallery. Bounds: some times what was measured on two cores."""
    random = np.random.default_rng(1)
    places = np.load(starter("gallery").file("coordinates.npy"))
    at = places[random.integers(0, len(places), COUNT)] + random.normal(0, 0.05, (COUNT, 2))
    lat, lon = np.clip(at[:, 0], -90, 90), at[:, 1]
    start = time.perf_counter()
    s2.leaves(lat, lon)
    leaves = time.perf_counter() - start
    print(f"\n{COUNT} S2 leaves in {leaves:.2f} s")
    assert leaves < 3
    for name, most in (("planet", 6), ("isns", 20), ("cplanet", 60)):
        start = time.perf_counter()
        scheme = run_to_end(build(lat, lon, config.NAMED[name]))
        built = time.perf_counter() - start
        start = time.perf_counter()
        scheme.assign(lat, lon)
        assigned = time.perf_counter() - start
        classes = ", ".join(str(len(level)) for level in scheme.levels)
        print(f"{name}: {len(scheme)} cells ({classes}) in {built:.2f} s, all assigned in {assigned:.2f} s")
        assert built < most and assigned < most
