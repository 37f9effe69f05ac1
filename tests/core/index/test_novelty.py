"""An index says when it does not know a place, measured by taking the place of each photograph out of it."""

from __future__ import annotations

import numpy as np
import pytest
from tests.core.index.worlds import World

from theodolite.domain import ReferenceSearch
from theodolite.index import novelty, store, towns
from theodolite.index.stream import Settings
from theodolite.jobs import run_to_end

FEATURELESS = ("fixed_exif", "corrupt_exif", "test_exif", "adobe_coords", "67-0_length", "test_0001")


class Photographs:
    """The rows of an index, to be searched with any part of them left out."""

    def __init__(self, path: str) -> None:
        index = store.open_index(path)
        self.entries = index.entries
        self.vectors = index.segments[0].vectors.rows.astype(np.float32)
        self.vectors /= np.linalg.norm(self.vectors, axis=1, keepdims=True)
        self.lat = np.array([entry.lat for entry in self.entries])
        self.lon = np.array([entry.lon for entry in self.entries])
        places = towns.unit(self.lat, self.lon)
        self.near = places @ places.T >= np.cos(towns.TOWN_KM / towns.EARTH_KM)
        prints = novelty.fingerprints([entry.outline for entry in self.entries])
        self.same = novelty._same(prints, prints)

    def by_chance(self, query: int, kept: np.ndarray) -> float:
        """What an index of the ``kept`` rows says of the photograph ``query``."""
        rows = np.flatnonzero(kept & ~self.same[query])
        lat, lon = self.lat[rows], self.lon[rows]
        outlines = [self.entries[row].outline for row in rows]
        background = novelty.background(self.vectors[rows], lat, lon, 1, outlines)
        held = towns.towns(towns.count(lat, lon))
        return novelty.by_chance(
            float((self.vectors[rows] @ self.vectors[query]).max()), [(background, held)]
        )


@pytest.fixture(scope="module")
def photographs(everything) -> Photographs:
    return Photographs(everything.path)


def test_how_often_it_knows_what_it_should(photographs) -> None:
    """With the place taken out, and with it there (but the photograph itself not)."""
    absent, present, blank = [], [], []
    everywhere = np.ones(len(photographs.entries), np.bool_)
    for row, entry in enumerate(photographs.entries):
        near = photographs.near[row]
        known = photographs.by_chance(row, ~near) <= novelty.AT_MOST
        name = entry.name.rsplit("/", 1)[-1]
        (blank if name.startswith(FEATURELESS) else absent).append(known)
        if (near & ~photographs.same[row]).any():
            present.append(photographs.by_chance(row, everywhere) <= novelty.AT_MOST)
    print(
        f"\nplace absent: {len(absent) - sum(absent)} of {len(absent)} said to be unknown; "
        f"place present: {sum(present)} of {len(present)} said to be known, {present.count(False)} not; "
        f"{sum(blank)} of {len(blank)} test pictures without features taken for each other"
    )
    assert len(absent) >= 50
    assert sum(absent) <= 0.05 * len(absent)
    assert sum(present) >= 0.8 * len(present)


def test_two_foreign_towns_do_not_know_a_third(photographs) -> None:
    """32 references in 2 towns, and a photograph of neither."""
    names = np.array([entry.name for entry in photographs.entries])
    held = np.array(["/lund/" in name or "/berlin/" in name for name in names])
    assert held.sum() == 32
    asked = [row for row, name in enumerate(names) if "DSCN00" in name]
    assert len(asked) == 9
    assert all(photographs.by_chance(row, held) > novelty.AT_MOST for row in asked)
    # Their own photographs are known to them (each with itself left out).
    own = [photographs.by_chance(row, held) <= novelty.AT_MOST for row in np.flatnonzero(held)]
    print(f"\n2 towns: 9 of 9 foreign photographs unknown, {sum(own)} of {len(own)} own ones known")
    assert sum(own) >= 0.8 * len(own)


def test_what_is_said() -> None:
    def found(total: int, held: int, chance: float | None) -> ReferenceSearch:
        return ReferenceSearch("E1", (), "p", "", total, (), held, chance)

    assert novelty.nearest_of(found(32, 2, 0.4)) == "nearest of 32 references in 2 towns"
    assert novelty.nearest_of(found(1, 1, None)) == "nearest of 1 reference in 1 town"
    assert novelty.verdict(found(32, 2, 0.4)) == "unknown"
    assert novelty.verdict(found(32, 2, None)) == "unknown"
    assert novelty.verdict(found(32, 2, 0.01)) == "known"


def test_few_references_never_know() -> None:
    assert novelty.by_chance(1.0, []) == 1.0
    assert novelty.by_chance(1.0, [((0.1,) * 7, 50)]) == 1.0
    assert novelty.by_chance(1.0, [((0.1,) * 50, 1)]) == 1.0
    assert novelty.by_chance(1.0, [((0.1,) * 50, 50)]) < 1e-6
    assert novelty.by_chance(1.0, [((0.1,) * 50, 50), ((), 1)]) == 1.0
    assert novelty.by_chance(1.0, [((0.1,) * 50, 50), ((), 1)], 1) == 1.0
    assert novelty.by_chance(1.0, [((0.1,) * 50, 50), ((), 1)], 0) < 1e-6
    one = novelty.by_chance(0.2, [((0.1, 0.12, 0.15, 0.18) * 3, 9)])
    assert one < novelty.by_chance(0.2, [((0.1, 0.12, 0.15, 0.18) * 3, 9)] * 2) < 2 * one


def test_a_few_appended_references_do_not_make_the_others_unknown(tmp_path, monkeypatch) -> None:
    from theodolite.index import search, update

    monkeypatch.setattr(update, "FLAT_BELOW", 0)  # otherwise segments this small become one
    world, out = World(3100), tmp_path / "i"
    world.build(out, 0, 3000)

    def chance(row: int) -> float:
        (index,) = (store.open_index(out),)
        found = search._search([(str(out), index, world.vectors[row])], 5, frozenset(), False)
        assert found.by_chance is not None
        return found.by_chance

    before = [chance(row) for row in range(0, 200, 20)]
    assert max(before) <= novelty.AT_MOST
    run_to_end(update.append_stream(world.blocks(3000, 3005), out, world.origin))
    assert [len(one.background) for one in store.open_index(out).manifest.segments] == [256, 5]
    after = [chance(row) for row in range(0, 200, 20)]
    assert max(after) <= novelty.AT_MOST
    assert all(a >= b for a, b in zip(after, before, strict=True)), "more references, more chance"
    assert all(chance(row) == 1.0 for row in range(3000, 3005)), "five references alone know nothing"


@pytest.mark.parametrize("compressed", [False, True])
def test_towns_of_a_world_left_out(tmp_path, compressed) -> None:
    """Where the background is sampled: 100 towns in each index, 100 others asked for, three worlds.

    Towns differ in how much they are like others, so that one world alone may be off by three times 5 %.
    """
    strangers, own = [], []
    for seed in (7, 8, 9):
        world = World(8000, 64, seed=seed)
        inside = np.flatnonzero(world.town < 100)
        kept, left, others = inside[20:], inside[:20], np.flatnonzero(world.town >= 100)
        for name in ("ids", "lat", "lon", "vectors"):
            held = getattr(world, name)
            setattr(world, name, np.concatenate([held[kept], held[left], held[others]]))
        place = tmp_path / str(seed)
        world.build(place, 0, len(kept), Settings(compressed=compressed, probes=8, rerank=100))
        segment = store.open_index(place).manifest.segments[0]
        best = (world.vectors[len(kept) :] @ world.vectors[: len(kept)].T).max(axis=1)
        chance = [novelty.by_chance(float(one), [(segment.background, segment.places)]) for one in best]
        own += chance[:20]
        strangers += chance[20:]
    print(f"\nabsent towns taken for known: {np.mean(np.array(strangers) <= novelty.AT_MOST):.3f}")
    assert np.mean(np.array(strangers) <= novelty.AT_MOST) <= 0.15
    assert np.mean(np.array(own) <= novelty.AT_MOST) >= 0.9


def test_a_search_carries_it(everything, starter, corpora) -> None:
    from theodolite.index import blocks, search

    pack = str(starter("vision-starter").path)
    path = corpora / "photos/OpenSfM/data/lund/images/01.jpg"
    own = blocks.sha256_of(path)
    found = run_to_end(search.search_file("E1", str(path), [everything.path], pack, exclude=[own]))
    assert (found.total, found.towns, novelty.verdict(found)) == (58, everything.places, "known")
    least = run_to_end(search.search_file("E1", str(path), [everything.path], pack, k=5, dissimilar=True))
    assert least.by_chance is None
    cosines = [one.cosine for one in least.references]
    assert cosines == sorted(cosines)
    assert cosines[0] < found.references[0].cosine
