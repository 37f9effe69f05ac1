"""The training table: sentences, rows that are left out and counted, and what is wrong with a table."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from pyarrow import parquet

from theodolite.align.table import PLACES, Block, Dropped, Table, Tally, sentence
from theodolite.errors import InputError, NotFound

FULL = {
    "neighbourhood": "San Niccolò", "city": "Firenze", "county": "Firenze", "state": "Toscana",
    "region": "Centro", "country": "Italia", "continent": "Europe",
}  # fmt: skip


def written(path: Path, rows: list[dict[str, Any]], **types: pa.DataType) -> Path:
    table = pa.Table.from_pylist(rows)
    for name, kind in types.items():
        table = table.set_column(table.schema.get_field_index(name), name, table[name].cast(kind))
    parquet.write_table(table, path, row_group_size=3)
    return path


def row(**more: Any) -> dict[str, Any]:
    return {"image": "a.jpg", "lat": 43.77, "lon": 11.26, **FULL} | more


def read(path: Path, *, text: bool = True, size: int = 4096) -> tuple[list[Block], tuple[Dropped, ...]]:
    tally = Tally()
    return list(Table(path, text=text).blocks(tally, size)), tally.dropped


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (FULL, "A street view photo taken in Firenze, Toscana, Italia"),
        (FULL | {"city": None}, "A street view photo taken in Toscana, Italia"),
        (FULL | {"state": math.nan, "city": " "}, "A street view photo taken in Italia"),
        (FULL | {"city": " Firenze ", "state": None}, "A street view photo taken in Firenze, Italia"),
        ({"country": "Italia"}, "A street view photo taken in Italia"),
        (dict.fromkeys(PLACES), ""),
    ],
)
def test_the_sentence_of_a_place(place: dict[str, Any], expected: str) -> None:
    assert sentence(place) == expected


def test_rows_come_in_order_whatever_the_size_of_a_block(tmp_path: Path) -> None:
    path = written(tmp_path / "t.parquet", [row(image=f"{n}.jpg", lat=float(n)) for n in range(10)])
    for size in (1, 3, 4, 100):
        blocks, dropped = read(path, size=size)
        assert np.concatenate([block.rows for block in blocks]).tolist() == list(range(10))
        assert [name for block in blocks for name in block.images] == [f"{n}.jpg" for n in range(10)]
        assert np.concatenate([block.lat for block in blocks]).tolist() == list(range(10))
        assert dropped == ()


def test_rows_that_cannot_be_used_are_counted_with_their_reason(tmp_path: Path) -> None:
    rows = [
        row(),
        row(lat=math.nan),
        row(lat=None),
        row(lon=math.inf),
        row(lat=90.5),
        row(country=None),
        row(country="  "),
        row(image=None),
        row(city=None, state=None),
        row(lat=91.0, country=None),
    ]
    path = written(tmp_path / "t.parquet", rows)
    (block,), dropped = read(path)
    assert block.rows.tolist() == [0, 8]
    assert block.sentences == (
        "A street view photo taken in Firenze, Toscana, Italia",
        "A street view photo taken in Italia",
    )
    assert dropped == (
        Dropped("bad-coordinate", 5, "row 2: nan, 11.26"),
        Dropped("no-country", 2, "row 6"),
        Dropped("no-image", 1, "row 8"),
    )


def test_without_text_the_country_is_of_no_use_and_its_rows_stay(tmp_path: Path) -> None:
    path = written(tmp_path / "t.parquet", [row(), row(country=None)])
    (block,), dropped = read(path, text=False)
    assert block.rows.tolist() == [0, 1]
    assert (block.sentences, dropped) == (None, ())


def test_a_longitude_goes_round_the_earth(tmp_path: Path) -> None:
    path = written(tmp_path / "t.parquet", [row(lon=190.0), row(lon=-181.0), row(lon=180.0), row(lon=400.0)])
    (block,), dropped = read(path)
    assert block.lon.tolist() == [-170.0, 179.0, 180.0]
    assert dropped == (Dropped("bad-coordinate", 1, "row 4: 43.77, 400.0"),)


def test_columns_of_mp16_pro_and_of_any_case(tmp_path: Path) -> None:
    rows = [{"IMG_ID": "3f/9a.jpg", "LAT": 1, "LON": 2, "City": None, "STATE": "s", "country": "c"}]
    (block,), _ = read(written(tmp_path / "t.parquet", rows))
    assert (block.images, block.lat.tolist(), block.lon.tolist()) == (("3f/9a.jpg",), [1.0], [2.0])
    assert block.sentences == ("A street view photo taken in s, c",)


@pytest.mark.parametrize(
    "kind", [pa.list_(pa.float64()), pa.list_(pa.float32(), 3), pa.list_(pa.float16(), 3)]
)
def test_vectors_in_the_table(tmp_path: Path, kind: pa.DataType) -> None:
    rows = [row(embedding=[0.5, n, -2.0]) for n in range(4)] + [row(embedding=[0.0, 0.0, 0.0])]
    rows += [row(embedding=[1.0, math.nan, 0.0])]
    path = written(tmp_path / "t.parquet", rows, embedding=kind)
    (block,), dropped = read(path, text=False)
    assert block.vectors.dtype == np.float32
    assert block.vectors.tolist() == [[0.5, float(n), -2.0] for n in range(4)]
    assert block.images is None
    assert dropped == (Dropped("bad-vector", 2, "row 5"),)


def test_a_row_without_its_vector_is_left_out(tmp_path: Path) -> None:
    rows = [row(embedding=[1.0, 2.0]), row(embedding=None), row(embedding=[3.0, 4.0])]
    (block,), dropped = read(written(tmp_path / "t.parquet", rows), text=False)
    assert block.vectors.tolist() == [[1.0, 2.0], [3.0, 4.0]]
    assert dropped == (Dropped("bad-vector", 1, "row 2"),)


def test_text_vectors_take_the_place_of_the_sentence(tmp_path: Path) -> None:
    rows = [{"embedding": [1.0], "text_embedding": [2.0, 3.0], "lat": 1.0, "lon": 2.0}]
    (block,), _ = read(written(tmp_path / "t.parquet", rows))
    assert block.texts.tolist() == [[2.0, 3.0]]
    assert block.sentences is None
    rows = [rows[0] | {"country": None}, rows[0] | {"country": "c"}]
    (block,), dropped = read(written(tmp_path / "t.parquet", rows))
    assert (block.rows.tolist(), dropped) == ([1], (Dropped("no-country", 1, "row 1"),))


@pytest.mark.parametrize(
    ("rows", "text", "message"),
    [
        ([{"image": "a", "lat": 1.0}], False, "t.parquet has no column lon. Columns: image, lat"),
        ([{"lat": 1.0, "lon": 1.0}], False, r"no column image \(or embedding\)"),
        ([{"image": "a", "lat": 1.0, "lon": 1.0, "state": "s"}], True, "no column city and no country"),
        ([{"image": "a", "lat": "north", "lon": 1.0}], False, "column lat of t.parquet does not hold num"),
        ([{"embedding": ["a"], "lat": 1.0, "lon": 1.0}], False, "does not hold lists of numbers"),
        ([{"embedding": [1.0], "lat": 1.0, "lon": 1.0}, {"embedding": [1.0, 2.0], "lat": 1.0, "lon": 1.0}],
         False, "vectors of 1 and of 2"),
    ],
)  # fmt: skip
def test_a_table_that_does_not_fit_is_named(
    tmp_path: Path, rows: list[dict[str, Any]], text: bool, message: str
) -> None:
    with pytest.raises(InputError, match=message):
        read(written(tmp_path / "t.parquet", rows), text=text)


def test_what_is_no_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no table"):
        Table(tmp_path / "t.parquet", text=False)
    path = written(tmp_path / "t.parquet", [row() for _ in range(2000)])
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    with pytest.raises(InputError, match="no Parquet table, or it is damaged"):
        Table(path, text=False)
    empty = tmp_path / "empty.parquet"
    parquet.write_table(pa.table({"image": pa.array([], pa.string()), "lat": [], "lon": []}), empty)
    with pytest.raises(InputError, match="no rows"):
        Table(empty, text=False)


def test_a_table_that_is_damaged_inside_is_named(tmp_path: Path) -> None:
    path = written(tmp_path / "t.parquet", [row(image=f"{n:040}.jpg") for n in range(500)])
    data = bytearray(path.read_bytes())
    data[40:2000] = bytes(1960)
    path.write_bytes(data)
    with pytest.raises(InputError, match="cannot be read from row 1"):
        read(path, text=False)
