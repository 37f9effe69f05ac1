"""Lists of images with their true places: CSV, TSV or Parquet, every coordinate checked, bad rows named."""

from __future__ import annotations

import csv
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from theodolite.errors import InputError, legible

GRAINS = ("country", "region", "area", "city")
IMAGE = ("image", "image_path", "img_id", "path", "file", "filename", "file_name", "photo", "name", "id")
LAT = ("lat", "latitude", "true_lat")
LON = ("lon", "lng", "long", "longitude", "true_lon")
COUNTRY, REGION, CITY = ("country", "unique_country"), ("region", "state"), ("city",)
AREA = ("sub-region", "area", "county")
AUTHOR = ("author", "creator_id", "creator_username", "user", "photographer")
DAY = ("date", "day", "date_taken", "taken_on")
SUFFIXES = (".jpg", ".jpeg", ".png", ".webp")
Rows = Iterable[tuple[int, Mapping[str, str]]]


@dataclass(frozen=True, slots=True)
class Item:
    """One image and its true place. ``row`` in the list it came from (1-based, without its header).

    ``country`` to ``city``: names the list gives, None where it has none. ``author`` and ``day`` (ISO) tell
    families of photographs apart; '' is unknown. ``path`` may not exist: that is counted, not hidden.
    """

    row: int
    name: str
    path: str
    lat: float
    lon: float
    country: str | None = None
    region: str | None = None
    area: str | None = None
    city: str | None = None
    author: str = ""
    day: str = ""


def read(path: Path) -> Iterator[tuple[int, Mapping[str, str]]]:
    """(row number, cells by lower-case header) of a CSV, TSV or Parquet file, streamed."""
    if path.suffix.lower() in (".parquet", ".pq"):
        yield from _parquet(path)
        return
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            header = stream.readline()
            comma = max(",;\t", key=header.count)
            stream.seek(0)
            for number, row in enumerate(csv.DictReader(stream, delimiter=comma), 1):
                yield number, {(k or "").strip().lower(): (v or "") for k, v in row.items() if k is not None}
    except (UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path.name} is no table in UTF-8: {error}.") from error


def _parquet(path: Path) -> Iterator[tuple[int, Mapping[str, str]]]:
    import pyarrow
    import pyarrow.parquet as parquet

    try:
        file: Any = parquet.ParquetFile(path)
        known = {*IMAGE, *LAT, *LON, *COUNTRY, *REGION, *AREA, *CITY, *AUTHOR, *DAY}
        columns = [name for name in file.schema_arrow.names if name.lower() in known]
        number = 0
        for batch in file.iter_batches(batch_size=20_000, columns=columns):
            for row in batch.to_pylist():
                number += 1
                yield number, {k.lower(): "" if v is None else str(v) for k, v in row.items()}
    except pyarrow.ArrowException as error:
        raise InputError(f"{path.name} is no Parquet table, or damaged: {error}.") from error


def column_of(row: Mapping[str, str], names: Sequence[str]) -> str:
    return next((name for name in names if name in row), "")


def parsed(
    path: Path, rows: Rows, path_of: Callable[[str], str], *, exchange: bool = False
) -> tuple[tuple[Item, ...], tuple[str, ...], tuple[str, ...]]:
    """Items, the grains the list names, and notes. ``exchange``: undo the exchanged headers of IM2GPS3k.

    Raises InputError that names the first row without an image or with a coordinate that is none.
    """
    raw: list[tuple[int, Mapping[str, str]]] = list(rows)
    if not raw:
        return (), (), ()
    first = raw[0][1]
    image, lat, lon = (column_of(first, names) for names in (IMAGE, LAT, LON))
    for found, what, names in ((image, "image", IMAGE), (lat, "lat", LAT), (lon, "lon", LON)):
        if not found:
            raise InputError(f"{path.name} has no column {what} (or {', '.join(names[1:4])} ...).")
    notes: tuple[str, ...] = ()
    if exchange and list(first).index(lon) < list(first).index(lat) and _beyond(raw, lat):
        lat, lon = lon, lat
        notes = (
            "The headers LON and LAT of its list are exchanged (an early release); read as they are meant.",
        )
    names_of = {g: column_of(first, n) for g, n in zip(GRAINS, (COUNTRY, REGION, AREA, CITY), strict=True)}
    author, day = column_of(first, AUTHOR), column_of(first, DAY)
    items = []
    for number, row in raw:
        if not row[image].strip():
            raise InputError(f"Row {number} of {path.name} names no image.")
        at = _position(path, number, row[lat], row[lon])
        name = row[image].strip()
        country, region, area, city = (_label(row, column) for column in names_of.values())
        who, when = row.get(author, "").strip(), row.get(day, "").strip()[:10]
        labels = (country, region, area, city)
        items.append(Item(number, legible(name), path_of(name), *at, *labels, who, when))
    return tuple(items), tuple(grain for grain, column in names_of.items() if column), notes


def _label(row: Mapping[str, str], column: str) -> str | None:
    text = row.get(column, "").strip()
    return text if text and text.lower() not in ("nan", "none", "null") else None


def _beyond(rows: Sequence[tuple[int, Mapping[str, str]]], column: str) -> bool:
    """Whether any value of a latitude is none."""
    for _, row in rows:
        try:
            if abs(float(row[column])) > 90.0:
                return True
        except ValueError:
            continue
    return False


def _position(path: Path, number: int, lat: str, lon: str) -> tuple[float, float]:
    """Latitude and longitude in [-180, 180); InputError names the row."""
    found = []
    for text, what, most in ((lat, "latitude", 90.0), (lon, "longitude", 360.0)):
        try:
            value = float(text)
        except ValueError:
            value = math.nan
        if not abs(value) <= most:  # NaN too
            hint = " Are the columns lat and lon exchanged?" if 90.0 < abs(value) <= 360.0 else ""
            raise InputError(f"Row {number} of {path.name}: {legible(text)[:40]!r} is no {what}.{hint}")
        found.append(value)
    wrapped = (found[1] + 180.0) % 360.0 - 180.0 if abs(found[1]) > 180.0 else found[1]
    return found[0], wrapped
