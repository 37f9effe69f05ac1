"""The commands of the guide page, on a table of vectors, in every style."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from tests.core.cells import worlds
from theodolite.cells import folder
from theodolite.cli import cells
from theodolite.cli.output import Output, Result
from theodolite.errors import InputError, NotFound

SMALLER = {
    "isns": ["--min", "10", "--max", "400,150,60"],
    "planet": ["--min", "10", "--max", "100"],
    "cplanet": ["--min", "10", "--max", "300", "--base", "40", "--partitions", "3"],
    "pigeon": [],
}


@pytest.fixture
def table(tmp_path: Path) -> Path:
    made = worlds.features(900, 1)
    vectors = pa.FixedSizeListArray.from_arrays(pa.array(made.image.ravel()), made.image_dim)
    lat = made.lat.tolist()
    lat[3] = 123.0  # no place: left out and counted
    path = tmp_path / "photographs.parquet"
    parquet.write_table(pa.table({"embedding": vectors, "lat": lat, "lon": made.lon}), path)
    return path


def command(
    add: Callable[[ArgumentParser], None], run: Callable[[Any, Output], Result], words: Sequence[str]
) -> Result:
    parser = ArgumentParser()
    add(parser)
    return run(parser.parse_args(list(words)), Output(as_json=False, live=False))


@pytest.mark.full
@pytest.mark.parametrize("style", SMALLER)
def test_build_train_export(style: str, table: Path, tmp_path: Path) -> None:
    out = tmp_path / "my-cells"
    words = [str(table), "--style", style, *SMALLER[style], "--out", str(out)]
    built = command(cells.add_build, cells.build, words)
    assert f"cells of {built.data['about']['points']} photographs" in built.text
    assert built.data["about"]["points"] == 899 and "bad-coordinate (first: row 4" in built.text
    words = [str(table), "--cells", str(out), "--encoder", "none", "--epochs", "3", "--rate", "5e-3"]
    trained = command(cells.add_train, cells.train, words)
    assert "within 200 km" in trained.text and "1 x bad-coordinate" in trained.text
    epochs = trained.data["trained"]["epochs"]
    assert epochs[-1]["loss"] < epochs[0]["loss"]
    assert folder.read_model(out).trained.used == trained.data["trained"]["used"]
    words = [str(out), "--name", "my-cells", "--out", str(tmp_path / "my-cells.pack.zip")]
    exported = command(cells.add_export, cells.export, words)
    assert Path(exported.data["file"]).stat().st_size > 1000 and "packs import" in exported.text


def test_refusals_name_the_next_step(table: Path, tmp_path: Path) -> None:
    words = [str(table), "--cells", str(tmp_path / "none"), "--encoder", "none"]
    with pytest.raises(NotFound, match="cells build TABLE"):
        command(cells.add_train, cells.train, words)
    words = [str(table), "--max", "many", "--out", str(tmp_path / "x")]
    with pytest.raises(InputError, match="--max takes whole numbers"):
        command(cells.add_build, cells.build, words)


def test_a_table_without_a_usable_row_says_why(tmp_path: Path) -> None:
    path = tmp_path / "nowhere.parquet"
    rows = {"embedding": [[1.0, 0.0]] * 2, "lat": [float("nan"), 91.0], "lon": [0.0, 0.0]}
    parquet.write_table(pa.table(rows), path)
    with pytest.raises(InputError, match=r"nowhere.parquet .* 2 bad-coordinate \(first: row 1: nan, 0.0\)"):
        command(cells.add_build, cells.build, [str(path), "--out", str(tmp_path / "x")])
