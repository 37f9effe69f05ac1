"""Bounding members of a large cell together never loses the heaviest of them, nor the first of several."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.locate import listing
from theodolite.locate.sphere import unit


@given(st.integers(0, 2**32 - 1), st.floats(-75, 75), st.booleans())
def test_the_heaviest_member_is_always_kept(seed: int, lat: float, heaped: bool) -> None:
    rng = np.random.default_rng(seed)
    spread = 0.05 if heaped else 0.3
    xyz = unit(lat + rng.normal(0, spread, 400), 10 + rng.normal(0, spread, 400))
    places = SimpleNamespace(xyz=xyz)
    mass = np.rint(rng.pareto(1.5, 400) * 1e6)
    reach = np.maximum(25.0, rng.normal(25, 10, 400))
    members, pool = np.arange(0, 150), np.arange(400)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(listing, "WORTH_BOUNDING", 0)
        kept = listing.promising(places, reach, mass, members, pool)
    everything = listing.within(places, reach, mass, members, pool)
    some = listing.within(places, reach, mass, kept, pool)
    assert some.max() == everything.max()
    assert kept[int(np.argmax(some))] == members[int(np.argmax(everything))]


def test_small_cells_are_left_alone() -> None:
    members = np.arange(10)
    places = SimpleNamespace(xyz=np.zeros((10, 3)))
    assert listing.promising(places, np.ones(10), np.ones(10), members, members) is members
