"""Tables of coordinates, Parquet or CSV, in chunks of a fixed number of rows.

A chunk's content depends on the table alone, so that work which was stopped goes on at a chunk's border. In
CSV every column is text (nothing is guessed from the first rows); latitude and longitude become numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from theodolite.errors import InputError, NotFound

#: What the columns may be called, in any case.
LATITUDE, LONGITUDE = ("lat", "latitude"), ("lon", "lng", "longitude")
#: Names of CSV tables end so; others are Parquet.
DELIMITED = (".csv", ".tsv", ".txt")
_CSV_BLOCK = 1 << 22

EXAMPLES = 5

F8 = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Refused:
    """Rows left out for one reason. ``examples``: the first of them, 'row 12: 91.3, 4.0' (rows from 1)."""

    reason: str
    count: int
    examples: tuple[str, ...]


class Table:
    """The table at ``path``: its columns, and its rows in chunks. Raises NotFound, InputError."""

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise NotFound(f"There is no table {path}.")
        self.path = path
        self.is_csv = path.suffix.lower() in DELIMITED
        self._separator = "\t" if path.suffix.lower() == ".tsv" else ","
        with _refusing(path):
            self.columns = tuple(self._names())
        self.lat, self.lon = (self._column(*names) for names in (LATITUDE, LONGITUDE))
        twice = {name for name in self.columns if self.columns.count(name) > 1}
        if twice:
            raise InputError(f"{path.name} has the column {min(twice)} twice. Rename one of them.")

    def chunks(self, size: int, skip: int = 0) -> Iterator[Any]:
        """pyarrow tables of ``size`` rows, the last one shorter, after the first ``skip`` rows."""
        import pyarrow

        waiting: list[Any] = []
        rows, at = 0, 0
        with _refusing(self.path):
            for batch in self._batches(size):
                fresh = batch.slice(min(max(skip - at, 0), len(batch)))
                at += len(batch)
                while len(fresh):
                    part = fresh.slice(0, size - rows)
                    fresh = fresh.slice(len(part))
                    waiting.append(part)
                    rows += len(part)
                    if rows == size:
                        yield pyarrow.Table.from_batches(waiting)
                        waiting, rows = [], 0
            if rows:
                yield pyarrow.Table.from_batches(waiting)

    def numbers(self, chunk: Any, column: str) -> tuple[F8, list[str]]:
        """A column as float64 [n], NaN where it is no number, and what stands there as text."""
        import pyarrow
        from pyarrow import compute

        found = chunk.column(column)
        if pyarrow.types.is_floating(found.type) or pyarrow.types.is_integer(found.type):
            values = found.cast(pyarrow.float64(), safe=False).to_numpy()
            return np.array(values, np.float64), [str(value) for value in found.to_pylist()]
        if not pyarrow.types.is_string(found.type) and not pyarrow.types.is_large_string(found.type):
            raise InputError(f"The column {column} of {self.path.name} holds no numbers ({found.type}).")
        text = [value or "" for value in compute.utf8_trim_whitespace(found).to_pylist()]
        return np.array([_number(value) for value in text], np.float64), text

    def _names(self) -> list[str]:
        from pyarrow import parquet

        if not self.is_csv:
            with parquet.ParquetFile(self.path) as file:
                return list(file.schema_arrow.names)
        return list(self._csv({}).schema.names)

    def _batches(self, size: int) -> Iterator[Any]:
        import pyarrow
        from pyarrow import parquet

        if not self.is_csv:
            with parquet.ParquetFile(self.path, pre_buffer=False) as file:
                yield from file.iter_batches(batch_size=size)
        else:
            yield from self._csv(dict.fromkeys(self.columns, pyarrow.string()))

    def _csv(self, types: dict[str, Any]) -> Any:
        from pyarrow import csv

        return csv.open_csv(
            self.path,
            read_options=csv.ReadOptions(block_size=_CSV_BLOCK, use_threads=False),
            parse_options=csv.ParseOptions(delimiter=self._separator, newlines_in_values=True),
            convert_options=csv.ConvertOptions(column_types=types, strings_can_be_null=False),
        )

    def _column(self, *called: str) -> str:
        there = [name for name in self.columns if name.strip().lower() in called]
        if len(there) != 1:
            what = "no column" if not there else f"{len(there)} columns"
            have = ", ".join(self.columns) or "none"
            raise InputError(f"{self.path.name} has {what} called {' or '.join(called)}. Columns: {have}.")
        return there[0]


def _number(text: str) -> float:
    try:
        return float(text) if "_" not in text else np.nan
    except ValueError:
        return np.nan


def valid(
    lat: NDArray[np.float64], lon: NDArray[np.float64], lat_text: list[str], lon_text: list[str], start: int
) -> tuple[NDArray[np.bool_], tuple[Refused, ...]]:
    """Which rows have a usable position [n], and why the others have none; ``start``: rows before them."""
    number = np.isfinite(lat) & np.isfinite(lon)
    with np.errstate(invalid="ignore"):
        reasons = (
            ("no number", ~number),
            ("latitude beyond 90 degrees", number & (np.abs(lat) > 90)),
            ("longitude beyond 360 degrees", number & (np.abs(lat) <= 90) & (np.abs(lon) > 360)),
        )
    refused = []
    for reason, wrong in reasons:
        rows = np.flatnonzero(wrong)
        first = [f"row {start + row + 1}: {lat_text[row]}, {lon_text[row]}" for row in rows[:EXAMPLES]]
        if len(rows):
            refused.append(Refused(reason, len(rows), tuple(first)))
    return ~np.logical_or.reduce([wrong for _, wrong in reasons]), tuple(refused)


class _refusing:  # noqa: N801
    """Damage that pyarrow reports, as a sentence that names the file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        import pyarrow

        if isinstance(error, (pyarrow.ArrowException, OSError, UnicodeDecodeError)):
            kind_of = "CSV" if self._path.suffix.lower() in DELIMITED else "Parquet"
            raise InputError(
                f"{self._path.name} cannot be read as a {kind_of} table, or is damaged: {error}."
            ) from error
