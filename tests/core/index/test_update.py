"""Appending and removing: what an index answers afterwards is what one built from the same rows answers."""

from __future__ import annotations

import numpy as np
import pytest
from tests.core.index.worlds import PACK, World

from theodolite.errors import InputError, NotFound, PackHashMismatch
from theodolite.index import layout, search, store, towns, update
from theodolite.index.search import nearest
from theodolite.index.stream import Origin, Settings
from theodolite.jobs import run_to_end

COMPRESSED = Settings(compressed=True)


@pytest.fixture(scope="module")
def world() -> World:
    return World(3000, 32)


def answers(world: World, out, seed: int = 4) -> list[list[tuple[str, float]]]:
    return [
        [(one.id, round(one.cosine, 4)) for one in search.search([str(out)], query, PACK, 5)[1]]
        for query in world.queries(10, 0.9, seed)
    ]


def test_appended_rows_answer_as_built_ones(world, tmp_path) -> None:
    out, whole = tmp_path / "grown", tmp_path / "whole"
    world.build(out, 0, 1000)
    run_to_end(update.append_stream(world.blocks(1000, 2000), out, world.origin))
    info = run_to_end(update.append_stream(world.blocks(2000), out, world.origin))
    built = world.build(whole)
    assert (info.count, info.segments, info.places) == (3000, 1, built.places)
    assert answers(world, out) == answers(world, whole)
    # Small segments are merged, so that the same rows make the same files in whatever order they came.
    one, other = (layout.read_manifest(folder).segments[0].files for folder in (out, whole))
    assert one == other


def test_what_a_large_segment_holds_is_not_written_again(world, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(update, "FLAT_BELOW", 100)
    out = tmp_path / "index"
    before = world.build(out, 0, 2000, COMPRESSED)
    kept = {path.name: path.stat().st_ino for path in out.iterdir()}
    info = run_to_end(update.append_stream(world.blocks(1990, 2300), out, world.origin))
    assert (info.count, info.segments, info.skipped_count) == (2300, 2, 1)
    assert "10 references were in the index already" in info.skipped[0].text
    files = layout.read_manifest(out).segments[0].files
    assert all(kept[file.name] == (out / file.name).stat().st_ino for file in files)
    found = nearest(store.open_index(out), world.vectors[2100], 3)
    assert found.segments[0] == 1
    assert found.scores[0] == pytest.approx(1, abs=1e-3)
    # What comes next is merged with what is not larger.
    info = run_to_end(update.append_stream(world.blocks(2300, 2700), out, world.origin))
    assert (info.count, info.segments) == (2700, 2)
    info = run_to_end(update.append_stream(world.blocks(2700), out, world.origin))
    assert (info.count, info.segments) == (3000, 3)
    info = run_to_end(update.compact(str(out)))
    assert (info.count, info.segments, info.stage) == (3000, 1, layout.FLAT)
    assert before.sha256 != info.sha256
    world.build(tmp_path / "whole")
    assert answers(world, out) == answers(world, tmp_path / "whole")


@pytest.mark.parametrize("settings", [Settings(), COMPRESSED], ids=["flat", "compressed"])
def test_removed_rows_answer_no_more(world, tmp_path, settings) -> None:
    out = tmp_path / "index"
    world.build(out, settings=settings)
    # The whole neighbourhood of a query: more than the first stage proposes at once.
    query = world.vectors[17]
    near = np.argsort(-world.scores(query[None])[0])[:900]
    ids = [world.ids[row].tobytes().hex() for row in near[:898]]
    names = [f"p{row}.jpg" for row in near[898:]]
    info = run_to_end(update.remove(str(out), [*ids, *names]))
    assert (info.count, info.removed) == (2100, 900)
    left = np.setdiff1d(np.arange(3000), near)
    assert info.places == towns.towns(towns.count(world.lat[left], world.lon[left]))
    total, found = search.search([str(out)], query, PACK, 5)
    best = left[np.argsort(-world.scores(query[None])[0][left])[:5]]
    assert total == 2100
    assert {one.id for one in found} & set(ids) == set()
    if settings is not COMPRESSED:
        assert [one.name for one in found] == [f"p{row}.jpg" for row in best]
    assert len(found) == 5
    # More of them, and the segment is written without them.
    rest = [world.ids[row].tobytes().hex() for row in left[:500]]
    info = run_to_end(update.remove(str(out), rest))
    assert (info.count, info.removed, info.segments) == (1600, 0, 1)
    # A removed one may come again.
    info = run_to_end(update.append_stream(world.blocks(17, 18), out, world.origin))
    assert info.count == 1601
    assert search.search([str(out)], query, PACK, 1)[1][0].id == world.ids[17].tobytes().hex()


def test_what_cannot_be_added_or_removed(world, tmp_path) -> None:
    out = tmp_path / "index"
    before = world.build(out, 0, 100)
    with pytest.raises(NotFound, match="nobody"):
        run_to_end(update.remove(str(out), ["nobody"]))
    with pytest.raises(InputError, match="Nothing would be left"):
        run_to_end(update.remove(str(out), [f"p{row}.jpg" for row in range(100)]))
    with pytest.raises(InputError, match="already"):
        run_to_end(update.append_stream(world.blocks(0, 50), out, world.origin))
    with pytest.raises(PackHashMismatch, match="several can be searched together"):
        run_to_end(update.append_stream(world.blocks(100, 120), out, Origin(pack="q", pack_sha256="ff")))
    assert store.check(out).sha256 == before.sha256
    assert [path.name for path in tmp_path.iterdir()] == ["index"]


def test_towns_are_counted_exactly() -> None:
    # Three references within 25 km of the busiest cell, two more beyond, two on the antimeridian.
    lat = np.array([50.0, 50.0, 50.1, 50.5, 50.5, 0.0, 0.0])
    lon = np.array([10.0, 10.0, 10.1, 10.0, 10.0, 179.99, -179.99])
    cells = towns.count(lat, lon)
    assert towns.towns(cells) == 3
    order = np.random.default_rng(1).permutation(len(lat))
    assert np.array_equal(towns.count(lat[order], lon[order]), cells)
    half = towns.add(towns.count(lat[:3], lon[:3]), towns.count(lat[3:], lon[3:]))
    assert np.array_equal(half, cells)
    assert towns.towns(towns.count(np.array([90.0, 90.0, -90.0]), np.array([0.0, 120.0, 5.0]))) == 2
    assert towns.towns(np.empty((0, 2), np.int64)) == 0
