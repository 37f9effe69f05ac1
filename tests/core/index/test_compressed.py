"""The compressed first stage against exact search, with plain and with concatenated vectors."""

from __future__ import annotations

import numpy as np
import pytest
from tests.core.index.worlds import PACK, World

from theodolite.index import layout, search, store
from theodolite.index.search import nearest
from theodolite.index.stream import Settings
from theodolite.jobs import run_to_end

COMPRESSED = Settings(compressed=True)


@pytest.fixture(scope="module", params=[1, 3], ids=["plain", "g3"])
def made(request, tmp_path_factory):
    world = World(8_000, 64, request.param)
    out = tmp_path_factory.mktemp("compressed") / "index"
    world.build(out, settings=COMPRESSED)
    return world, out


@pytest.mark.parametrize("cosine", [0.95, 0.8, 0.6])
def test_recall_of_the_best_twenty(made, cosine) -> None:
    world, out = made
    index = store.open_index(out)
    assert index.manifest.segments[0].stage == layout.COMPRESSED
    queries = world.queries(60, cosine)
    exact = world.scores(queries)
    hits = 0
    for query, scores in zip(queries, exact, strict=True):
        found = nearest(index, query, 20)
        assert len(found.rows) == 20
        ids = index.segments[0].ids.take(found.rows)
        true = scores[[np.flatnonzero((world.ids == one).all(axis=1))[0] for one in ids]]
        assert found.scores == pytest.approx(true, abs=2e-4)
        assert (np.diff(found.scores) <= 0).all()
        hits += int((true >= np.sort(scores)[-20] - 1e-6).sum())
    assert hits / 20 / len(queries) >= 0.99


def test_the_least_similar(made) -> None:
    world, out = made
    index = store.open_index(out)
    queries = world.queries(40, 0.8, seed=5)
    lost = []
    for query, scores in zip(queries, world.scores(queries), strict=True):
        found = nearest(index, query, 20, dissimilar=True)
        assert (np.diff(found.scores) >= 0).all()
        lost.append(found.scores.mean() - np.sort(scores)[:20].mean())
    assert np.mean(lost) <= 0.01


def test_names_places_and_hashes_travel_with_the_vectors(made) -> None:
    world, out = made
    align = "cd" * 32 if world.parts == 3 else ""
    for row in (0, 77, 7_999):
        total, found = search.search([str(out)], world.vectors[row], PACK, 3, align_sha256=align)
        assert total == 8_000
        assert found[0].id == world.ids[row].tobytes().hex()
        assert found[0].name == f"p{row}.jpg"
        assert (found[0].lat, found[0].lon) == (world.lat[row], world.lon[row])
        assert found[0].cosine == pytest.approx(1, abs=1e-3)


def test_a_flat_index_of_the_same_rows_agrees(made, tmp_path) -> None:
    world, out = made
    world.build(tmp_path / "flat", settings=Settings(compressed=False))
    flat, compressed = store.open_index(tmp_path / "flat"), store.open_index(out)
    for query in world.queries(10, 0.9, seed=9):
        one, other = nearest(flat, query, 5), nearest(compressed, query, 5)
        assert one.scores == pytest.approx(other.scores, abs=1e-6)
    assert flat.manifest.places == compressed.manifest.places


def test_every_block_is_verified(made) -> None:
    _, out = made
    info = run_to_end(store.verify(str(out)))
    assert info.count == 8_000
    for one in store.open_index(out).segments:
        assert all(mapped.verified.all() for mapped in one.mapped)


@pytest.mark.parametrize("distinct", [1, 3, 200])
def test_vectors_that_are_few_or_far_from_all_others(tmp_path, seed, distinct) -> None:
    """Then k-means has groups too small for a list, and lists without a row."""
    world = World(600, 16)
    random = np.random.default_rng(seed)
    world.vectors = world.vectors[random.integers(0, distinct, 600)]
    world.vectors[7] = -world.vectors[0]
    world.build(tmp_path / "index", settings=COMPRESSED)
    index = store.open_index(tmp_path / "index")
    assert nearest(index, world.vectors[7], 1).scores[0] == pytest.approx(1, abs=1e-3)
    for dissimilar in (False, True):
        assert len(nearest(index, world.vectors[0], 20, dissimilar).rows) == 20
