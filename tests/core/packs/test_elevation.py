"""The heights of the optional pack: made from what is fetched, read from the file, refused when damaged."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from theodolite.errors import InputError, PackError
from theodolite.jobs import run_to_end
from theodolite.locate import elevation
from theodolite.locate.sphere import unit
from theodolite.packs.builders import elevation as build


def made(folder: Path, metres: NDArray[np.float64]) -> Path:
    np.savez(folder / "v2_topo.npz", arr_0=metres)
    run_to_end(build(folder, folder))
    return folder / elevation.FILE


def test_rows_run_south_and_columns_east(tmp_path: Path) -> None:
    rows, columns = np.indices(elevation.SHAPE)
    heights = elevation.load(made(tmp_path, (rows + columns % 100).astype(np.float64)))
    assert heights.at(np.array([90.0]), np.array([-180.0]))[0] == pytest.approx(1.5 + 1.5)
    equator = (elevation.NORTH - 0.0) * 12.0
    assert heights.at(np.array([0.0]), np.array([-179.0]))[0] == pytest.approx(equator + 13.5)
    lower, upper = heights.at(np.array([10.0, 11.0]), np.array([20.0, 20.0]))
    assert lower - upper == pytest.approx(12.0)
    span = heights.span(unit(np.array([10.0]), np.array([-179.0])), np.array([30.0]))
    assert span.lowest[0] < span.here[0] < span.highest[0]
    across = heights.at(np.array([0.0, 0.0]), np.array([180.0, -180.0]))
    assert across[0] == across[1]


def test_what_is_no_heights_installs_nothing(tmp_path: Path) -> None:
    for metres in (np.full(elevation.SHAPE, 0.5), np.zeros(5), np.full((3, 3), np.nan), np.full((3, 3), 1e9)):
        with pytest.raises(PackError):
            made(tmp_path, metres)
    (tmp_path / "v2_topo.npz").write_bytes(b"PK\3\4 no archive")
    with pytest.raises(PackError):
        run_to_end(build(tmp_path, tmp_path))
    np.savez(tmp_path / "v2_topo.npz", arr_0=np.array([{}], dtype=object))
    with pytest.raises(PackError):
        run_to_end(build(tmp_path, tmp_path))
    assert not (tmp_path / elevation.FILE).exists()


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / elevation.FILE
    for content in (b"", b"\x93NUMPY no", b"PK\3\4"):
        path.write_bytes(content)
        with pytest.raises(InputError, match="install the elevation pack again"):
            elevation.load(path)
    np.save(path, np.zeros((3, 3), dtype=np.int16))
    with pytest.raises(InputError, match="not those of the elevation pack"):
        elevation.load(path)
