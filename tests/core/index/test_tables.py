"""Tables of embeddings that somebody else made."""

from __future__ import annotations

import hashlib

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.core.index.worlds import World

from theodolite.errors import InputError, NotFound
from theodolite.index import search, store, tables
from theodolite.index.stream import Origin
from theodolite.jobs import run_to_end

ORIGIN = Origin(pack="theirs", pack_sha256="ee" * 32)


@pytest.fixture(scope="module")
def world() -> World:
    return World(400, 16)


def columns(world: World) -> dict[str, object]:
    return {
        "id": [f"photo {row}" for row in range(400)],
        "lat": world.lat,
        "lon": world.lon,
        "name": [f"n{row}" for row in range(400)],
    }


@pytest.mark.parametrize("kind", ["fixed", "list", "half", "ragged"])
def test_parquet(world, tmp_path, kind) -> None:
    scaled = world.vectors * 3  # lengths do not matter
    held = columns(world)
    if kind == "fixed":
        held["embedding"] = pa.FixedSizeListArray.from_arrays(pa.array(scaled.reshape(-1)), 16)
    elif kind == "half":
        held["embedding"] = pa.FixedSizeListArray.from_arrays(
            pa.array(scaled.astype(np.float16).reshape(-1)), 16
        )
    else:
        rows = [row.tolist() for row in scaled]
        if kind == "ragged":
            rows[3], rows[4], rows[5] = None, rows[4][:5], [float("nan")] * 16
            held["lat"] = [None if row == 6 else value for row, value in enumerate(world.lat)]
        held["embedding"] = pa.array(rows, pa.list_(pa.float64()))
    pq.write_table(pa.table(held), tmp_path / "t.parquet", row_group_size=150)
    assert [piece.count for piece in tables.pieces(str(tmp_path / "t.parquet"))] == [150, 150, 100]
    info = run_to_end(tables.build_table(str(tmp_path / "t.parquet"), str(tmp_path / "index"), ORIGIN))
    lost = 4 if kind == "ragged" else 0
    assert (info.count, info.skipped_count, info.dim) == (400 - lost, lost, 16)
    if lost:
        assert [(one.name, one.code) for one in info.skipped] == [
            ("n3", "no-embedding"),
            ("n4", "no-embedding"),
            ("n5", "no-embedding"),
            ("n6", "no-position"),
        ]
    _, found = search.search([str(tmp_path / "index")], world.vectors[42], "ee" * 32, 1)
    assert (found[0].name, found[0].id) == ("n42", hashlib.sha256(b"photo 42").hexdigest())
    assert (found[0].lat, found[0].lon) == (world.lat[42], world.lon[42])


@pytest.mark.parametrize("save", [np.savez, np.savez_compressed])
def test_npz_without_ids(world, tmp_path, save) -> None:
    save(tmp_path / "t.npz", vector=world.vectors, latitude=world.lat, longitude=world.lon)
    info = run_to_end(tables.build_table(str(tmp_path / "t.npz"), str(tmp_path / "index"), ORIGIN))
    assert info.count == 400
    opened = store.open_index(tmp_path / "index")
    assert len({entry.id for entry in opened.entries}) == 400
    again = run_to_end(tables.build_table(str(tmp_path / "t.npz"), str(tmp_path / "other"), ORIGIN))
    files = [store.open_index(one.path).manifest.segments[0].files for one in (info, again)]
    assert files[0] == files[1]


def test_three_parts(tmp_path) -> None:
    world = World(50, 8, 3)
    np.savez(tmp_path / "t.npz", embedding=world.vectors * 2, lat=world.lat, lon=world.lon)
    origin = Origin(align="a", align_sha256="cd" * 32, layout="g3")
    info = run_to_end(tables.build_table(str(tmp_path / "t.npz"), str(tmp_path / "index"), origin))
    assert (info.dim, info.layout) == (24, "g3")
    _, found = search.search([str(tmp_path / "index")], world.vectors[3], "", 1, align_sha256="cd" * 32)
    assert found[0].cosine == pytest.approx(1, abs=1e-3)


def test_tables_that_are_none(tmp_path) -> None:
    with pytest.raises(NotFound):
        run_to_end(tables.build_table(str(tmp_path / "no.parquet"), str(tmp_path / "index")))
    (tmp_path / "t.parquet").write_bytes(b"PAR1 not really")
    with pytest.raises(InputError, match="Parquet"):
        run_to_end(tables.build_table(str(tmp_path / "t.parquet"), str(tmp_path / "index")))
    (tmp_path / "t.npz").write_bytes(b"PK not really")
    with pytest.raises(InputError, match="numpy"):
        run_to_end(tables.build_table(str(tmp_path / "t.npz"), str(tmp_path / "index")))
    pq.write_table(pa.table({"lat": [1.0], "place": ["x"]}), tmp_path / "t.parquet")
    with pytest.raises(InputError, match="no column embedding and no lon; it has lat, place"):
        run_to_end(tables.build_table(str(tmp_path / "t.parquet"), str(tmp_path / "index")))
    np.savez(tmp_path / "t.npz", embedding=np.zeros((3, 4)), lat=np.zeros(3), lon=np.zeros(3))
    with pytest.raises(InputError, match="no references"):
        run_to_end(tables.build_table(str(tmp_path / "t.npz"), str(tmp_path / "index")))
    assert not (tmp_path / "index").exists()


@pytest.mark.parametrize("wrong", ["lat", "embedding", "flat", "nested"])
@pytest.mark.parametrize("suffix", ["parquet", "npz"])
def test_columns_of_another_kind_are_named(world, tmp_path, suffix, wrong) -> None:
    held = {"embedding": world.vectors, "lat": world.lat, "lon": world.lon}
    words = np.array(["here"] * 400)
    if wrong == "lat":
        held["lat"] = words
    elif wrong == "embedding":
        held["embedding"] = np.stack([words] * 16, axis=1)
    elif wrong == "flat":
        held["embedding"] = world.lat
    else:
        held["lat"] = np.stack([world.lat] * 2, axis=1)
    table = tmp_path / f"t.{suffix}"
    if suffix == "npz":
        np.savez(table, **held)
    else:
        pq.write_table(pa.table({name: array.tolist() for name, array in held.items()}), table)
    column = "lat" if wrong in ("lat", "nested") else "embedding"
    with pytest.raises(InputError, match=column if (suffix, wrong) != ("npz", "flat") else "one row"):
        run_to_end(tables.build_table(str(table), str(tmp_path / "index"), ORIGIN))


def test_a_damaged_table_is_named(world, tmp_path) -> None:
    table = tmp_path / "t.parquet"
    pq.write_table(pa.table({"embedding": world.vectors.tolist(), "lat": world.lat, "lon": world.lon}), table)
    data = bytearray(table.read_bytes())
    for at in range(200, len(data) - 2500, 37):
        data[at] ^= 0xFF
    table.write_bytes(data)
    with pytest.raises(InputError, match=r"t\.parquet is damaged"):
        run_to_end(tables.build_table(str(table), str(tmp_path / "index"), ORIGIN))
