"""The table of images: which columns it has, and its rows with a usable position."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import numpy as np

from theodolite.errors import InputError
from theodolite.evaluate.mp16_read import Refused, Table, valid
from theodolite.geo.geodesy import wrap_lon

#: What the columns may be called, in any case. Only the image is needed, beside latitude and longitude.
COLUMNS: dict[str, tuple[str, ...]] = {
    "image": ("image", "image_path", "path", "file", "filename", "file_name"),
    "licence": ("licence", "license"),
    "author": ("author", "photographer", "user"),
    "name": ("name", "title"),
    "date": ("date", "taken", "captured_at"),
    "scene": ("scene",),
}
#: What stands where a row names no licence.
UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Row:
    """One image of the table. ``number`` counts rows from 1. Texts are as they stand, None where empty.

    ``lat`` and ``lon``: degrees, longitude wrapped into [-180, 180).
    """

    number: int
    image: str
    lat: float
    lon: float
    licence: str = UNKNOWN
    author: str | None = None
    name: str | None = None
    date: str | None = None
    scene: str | None = None


class Images:
    """The columns of a table, found once. Raises InputError where none names the image, or several do."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._column = {key: found for key, names in COLUMNS.items() if (found := _named(table, key, names))}

    def rows(self, piece: Any, start: int) -> tuple[list[Row], tuple[Refused, ...]]:
        """The rows of a pyarrow table with a valid position, and why others have none.

        ``start``: rows before them.
        """
        (lat, lat_text), (lon, lon_text) = (
            self._table.numbers(piece, name) for name in (self._table.lat, self._table.lon)
        )
        good, refused = valid(lat, lon, lat_text, lon_text, start)
        texts = {key: piece.column(name).to_pylist() for key, name in self._column.items()}
        found = []
        for at in np.flatnonzero(good).tolist():
            said = {key: _text(values[at]) for key, values in texts.items()}
            found.append(
                Row(
                    start + at + 1,
                    said["image"] or "",
                    float(lat[at]),
                    float(wrap_lon(lon[at])),
                    said.get("licence") or UNKNOWN,
                    *(said.get(key) for key in ("author", "name", "date", "scene")),
                )
            )
        return found, refused


def inside(image: str, folder: Path) -> str:
    """The path of an image relative to ``folder``, with slashes; '' when it leads out of it."""
    path = Path(image)
    if path.is_absolute():
        try:
            path = path.relative_to(folder)
        except ValueError:
            return ""
    return "" if not image or ".." in path.parts else PurePosixPath(*path.parts).as_posix()


def _named(table: Table, key: str, names: Sequence[str]) -> str:
    for name in names:  # in this order: a table may have a path and a name beside it
        there = [column for column in table.columns if column.strip().lower() == name]
        if len(there) > 1:
            raise InputError(f"{table.path.name} has {len(there)} columns called {name}. Rename one of them.")
        if there:
            return there[0]
    if key == "image":
        have = ", ".join(table.columns) or "none"
        raise InputError(f"{table.path.name} has no column that names the image. Columns: {have}.")
    return ""


def _text(value: Any) -> str | None:
    """What stands in a cell, without the blanks round it; None where nothing does."""
    text = "" if value is None else str(value).strip()
    return text or None
