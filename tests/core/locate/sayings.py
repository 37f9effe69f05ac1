"""A small world with heights, and what a person may say of its places."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from tests.core.locate.worlds import heights, random_saying, world
from theodolite.domain import (
    BearingReach,
    BetweenReach,
    CoastReach,
    ElevationReach,
    LatitudeReach,
    Reach,
)
from theodolite.locate import Locator
from theodolite.locate.kernels import Kernel

SOFT, HEIGHTS = world(21, hard=False), heights(22)
NEW = (BearingReach, BetweenReach, CoastReach, ElevationReach, LatitudeReach)
seeds = st.integers(0, 2**32 - 1)


def locator() -> Locator:
    return Locator(SOFT, heights=HEIGHTS)


def saying(rng: np.random.Generator, kinds: tuple[type, ...] = NEW) -> Reach:
    while True:
        place = int(rng.integers(len(SOFT)))
        reach = random_saying(rng, SOFT, float(SOFT.lat[place]), float(SOFT.lon[place]))
        if isinstance(reach, kinds):
            return reach


def kernel_of(found: Locator, reach: Reach) -> Kernel:
    return found.kernel(found.places("mixed", ()), reach)
