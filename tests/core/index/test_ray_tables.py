"""Shards of a table: whatever part of them there is, the index is the one of the table alone."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from theodolite.errors import StorageFailed
from theodolite.index import layout, ray_tables, shards, tables
from theodolite.index.stream import Origin, Settings
from theodolite.jobs import run_to_end

ROWS, DIM, PARTS = 900, 48, 3
ORIGIN = Origin(pack="p", pack_sha256="0" * 64, align="a", align_sha256="1" * 64, layout=layout.G3)


def write_table(path: Path, rows: int = ROWS, group: int = 200) -> Path:
    """Rows of some neighbourhoods; every 50th without a usable place, every 70th without an embedding."""
    import pyarrow
    import pyarrow.parquet

    random = np.random.default_rng(11)
    centres = random.standard_normal((30, DIM))
    vectors = (centres[np.arange(rows) % 30] + 0.4 * random.standard_normal((rows, DIM))).astype(np.float32)
    lat = random.uniform(-80, 80, rows)
    lat[::50] = 91.0
    table = pyarrow.table(
        {
            "embedding": [None if row % 70 == 0 else vectors[row].tolist() for row in range(rows)],
            "lat": lat,
            "lon": random.uniform(-180, 180, rows),
            "name": [f"photo {row}.jpg" for row in range(rows)],
        }
    )
    pyarrow.parquet.write_table(table, path, row_group_size=group)
    return path


@pytest.fixture(scope="module")
def table(tmp_path_factory) -> Path:
    return write_table(tmp_path_factory.mktemp("table") / "t.parquet")


def made(table: Path, out: Path, which: slice) -> Path:
    """The shards of some pieces, made as a node would."""
    folder = shards.folder_in(layout.partial_of(out))
    folder.mkdir(parents=True)
    for piece in tables.pieces(str(table))[which]:
        shards.make(folder, piece, PARTS, DIM)
    return folder


def files_of(index: Path) -> list[tuple[str, str]]:
    return sorted((file.part, file.sha256) for file in layout.read_manifest(index).all_files)


@pytest.mark.parametrize("compressed", [False, True])
@pytest.mark.parametrize("which", [slice(0), slice(1, 3), slice(None)])
def test_the_index_is_that_of_the_table_alone(table, tmp_path, which, compressed) -> None:
    settings = Settings(compressed=compressed)
    alone = run_to_end(tables.build_table(str(table), str(tmp_path / "alone"), ORIGIN, settings))
    made(table, tmp_path / "together", which)
    together = run_to_end(ray_tables.finish(str(table), str(tmp_path / "together"), ORIGIN, settings))
    assert files_of(tmp_path / "together") == files_of(tmp_path / "alone")
    assert (together.count, together.skipped) == (alone.count, alone.skipped)
    assert 0 < alone.count < ROWS
    assert not layout.partial_of(tmp_path / "together").exists()


def test_a_shard_is_made_once_and_the_same_anywhere(table, tmp_path) -> None:
    first = made(table, tmp_path / "a", slice(None))
    second = made(table, tmp_path / "b", slice(None))
    names = sorted(path.name for path in first.iterdir())
    assert names == sorted(path.name for path in second.iterdir())
    assert len(names) == len(tables.pieces(str(table))) == 5
    for name in names:
        assert (first / name).read_bytes() == (second / name).read_bytes()
    piece = tables.pieces(str(table))[0]
    before = (first / names[0]).stat().st_mtime_ns
    assert shards.make(first, piece, PARTS, DIM)[2]
    assert (first / names[0]).stat().st_mtime_ns == before


def test_another_table_of_that_name_has_other_shards(tmp_path) -> None:
    table = write_table(tmp_path / "t.parquet", 300)
    folder = made(table, tmp_path / "index", slice(None))
    write_table(table, 350)
    piece = tables.pieces(str(table))[0]
    assert shards.find(folder, shards.key(piece, shards.stamp_of(table), PARTS, DIM)) is None
    info = run_to_end(ray_tables.finish(str(table), str(tmp_path / "index"), ORIGIN))
    assert info.count == 350 - len({*range(0, 350, 50), *range(0, 350, 70)})


@pytest.mark.parametrize("damage", ["bit", "cut", "longer"])
def test_a_damaged_shard_is_named(table, tmp_path, damage) -> None:
    folder = made(table, tmp_path / "index", slice(None))
    path = sorted(folder.iterdir())[2]
    data = bytearray(path.read_bytes())
    if damage == "bit":
        data[len(data) // 2] ^= 4
    elif damage == "cut":
        del data[-40:]
    else:
        data += b"more"
    path.write_bytes(data)
    with pytest.raises(StorageFailed, match=path.name):
        run_to_end(ray_tables.finish(str(table), str(tmp_path / "index"), ORIGIN))
    path.unlink()
    run_to_end(ray_tables.finish(str(table), str(tmp_path / "index"), ORIGIN))
