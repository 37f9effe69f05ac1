"""A training table: Parquet with an image path or a vector, a position and place names, read in blocks.

Columns, in any order and case: ``image`` (a path, relative to the table's folder) or ``embedding`` (a list of
numbers: the encoder's projection, not normalised), ``lat``, ``lon``, and for training with text the names of
MP16-Pro: neighbourhood, city, county, state, region, country, continent. G3's sentence uses three of them;
``text_embedding`` may give its vector instead.

Rows that G3 leaves out are left out and counted: files of 5,120 bytes or less, and, only where text is
trained, rows without a country. A training without text has no use for the country, so it keeps such rows.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from theodolite.errors import InputError, NotFound

#: The place columns of MP16-Pro, from the smallest.
PLACES = ("neighbourhood", "city", "county", "state", "region", "country", "continent")
#: What the sentence names. With the neighbourhood it is worse (the row G3-N of the paper).
NAMED = ("city", "state", "country")
SENTENCE = "A street view photo taken in {}"
#: Files of this many bytes or less are no photographs but what is left of one (G3 code).
SMALLEST = 5120
BLOCK = 4096

_CALLED = {
    "image": ("image", "path", "img_id"),
    "embedding": ("embedding", "vector"),
    "lat": ("lat", "latitude"),
    "lon": ("lon", "lng", "longitude"),
    "text_embedding": ("text_embedding",),
    **{name: (name,) for name in PLACES},
}

Rows = NDArray[np.int64]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Dropped:
    """``count`` rows that were left out for one ``reason`` (a code); ``example`` names the first of them."""

    reason: str
    count: int
    example: str


@dataclass
class Tally:
    """Counts what is left out, by reason."""

    _counts: dict[str, int] = field(default_factory=dict)
    _examples: dict[str, str] = field(default_factory=dict)

    def add(self, reason: str, row: int, what: str = "") -> None:
        """``row`` counts from 0."""
        self._counts[reason] = self._counts.get(reason, 0) + 1
        self._examples.setdefault(reason, f"row {row + 1}{f': {what}' if what else ''}")

    @property
    def dropped(self) -> tuple[Dropped, ...]:
        return tuple(
            Dropped(reason, count, self._examples[reason]) for reason, count in sorted(self._counts.items())
        )


@dataclass(frozen=True, slots=True)
class Block:
    """Some rows of a table that are fit so far. ``rows``: their numbers in the table, from 0.

    ``images`` or ``vectors`` [b, d], as the table has it; ``sentences`` or ``texts`` [b, e] where text is
    wanted.
    """

    rows: Rows
    lat: NDArray[np.float64]
    lon: NDArray[np.float64]
    images: tuple[str, ...] | None
    vectors: Floats | None
    sentences: tuple[str, ...] | None
    texts: Floats | None


def sentence(place: Mapping[str, Any], named: Sequence[str] = NAMED) -> str:
    """G3's sentence of a place: the names that are there, from the smallest, with commas; "" for none."""
    parts = [str(place[name]).strip() for name in named if _is_there(place.get(name))]
    return SENTENCE.format(", ".join(parts)) if parts else ""


def _is_there(value: Any) -> bool:
    return value is not None and value == value and bool(str(value).strip())


class Table:
    """The table at ``path``. Raises NotFound or InputError that names a missing column."""

    def __init__(self, path: Path, *, text: bool) -> None:
        self.path, self.text = path, text
        self._file = _opened(path)
        lowered = {name.lower(): name for name in self._file.schema_arrow.names}
        self._names: dict[str, str] = {}
        for role, called in _CALLED.items():
            there = [lowered[name] for name in called if name in lowered]
            if there:
                self._names[role] = there[0]
        self.count: int = self._file.metadata.num_rows
        self._require()

    @property
    def has_vectors(self) -> bool:
        """Whether the image vectors are in the table, so that no image is opened."""
        return "embedding" in self._names

    @property
    def has_texts(self) -> bool:
        return "text_embedding" in self._names

    def _require(self) -> None:
        have = ", ".join(self._file.schema_arrow.names) or "none"
        missing = [name for name in ("lat", "lon") if name not in self._names]
        if "image" not in self._names and not self.has_vectors:
            missing.insert(0, "image (or embedding)")
        if self.text and not self.has_texts:
            missing += [name for name in NAMED if name not in self._names]
        if missing:
            raise InputError(f"{self.path.name} has no column {' and no '.join(missing)}. Columns: {have}.")
        if not self.count:
            raise InputError(f"{self.path.name} has no rows.")

    def blocks(self, tally: Tally, size: int = BLOCK) -> Iterator[Block]:
        """The rows in order, ``size`` at a time; those without a valid position, country or vector go to
        ``tally``. Raises InputError for a column of another type or a damaged table."""
        import pyarrow

        wanted = ["embedding" if self.has_vectors else "image", "lat", "lon"]
        if self.text:
            wanted += ["text_embedding"] if self.has_texts else [n for n in NAMED if n != "country"]
            wanted += ["country"] if "country" in self._names else []
        columns = [self._names[name] for name in wanted]
        start = 0
        try:
            for batch in self._file.iter_batches(batch_size=size, columns=columns):
                by_role = {name: batch.column(self._names[name]) for name in wanted}
                yield self._block(by_role, start, len(batch), tally)
                start += len(batch)
        except (pyarrow.ArrowException, OSError) as error:
            raise InputError(f"{self.path.name} cannot be read from row {start + 1} on: {error}.") from error

    def _block(self, columns: Mapping[str, Any], start: int, count: int, tally: Tally) -> Block:
        lat, lon = (self._numbers(columns[name], name) for name in ("lat", "lon"))
        good = np.isfinite(lat) & np.isfinite(lon)
        good[good] &= (np.abs(lat[good]) <= 90) & (np.abs(lon[good]) <= 360)
        for row in np.flatnonzero(~good):
            tally.add("bad-coordinate", start + int(row), f"{lat[row]}, {lon[row]}")
        vectors = self._vectors(columns, "embedding", good, start, tally)
        texts = self._vectors(columns, "text_embedding", good, start, tally)
        sentences: list[str] | None = None
        if "country" in columns:
            countries = columns["country"].to_pylist()
            for row in np.flatnonzero(good):
                if not _is_there(countries[row]):
                    good[row] = False
                    tally.add("no-country", start + int(row))
        if self.text and not self.has_texts:
            names = [columns[name].to_pylist() for name in NAMED]
            sentences = [sentence(dict(zip(NAMED, place, strict=True))) for place in zip(*names, strict=True)]
        images: list[str | None] | None = None
        if "image" in columns:
            images = [None if value is None else str(value) for value in columns["image"].to_pylist()]
            for row in np.flatnonzero(good):
                if not images[row]:
                    good[row] = False
                    tally.add("no-image", start + int(row))
        kept = np.flatnonzero(good)
        lat, lon = lat[kept], lon[kept]
        lon = np.where(np.abs(lon) > 180, np.remainder(lon + 180, 360) - 180, lon)
        return Block(
            rows=kept + start,
            lat=lat,
            lon=lon,
            images=None if images is None else tuple(str(images[row]) for row in kept),
            vectors=None if vectors is None else vectors[kept],
            sentences=None if sentences is None else tuple(sentences[row] for row in kept),
            texts=None if texts is None else texts[kept],
        )

    def _numbers(self, column: Any, name: str) -> NDArray[np.float64]:
        """float64 [b], NaN for a null."""
        import pyarrow

        try:
            found = column.cast(pyarrow.float64()).to_numpy(zero_copy_only=False)
        except pyarrow.ArrowException as error:
            raise InputError(
                f"The column {self._names[name]} of {self.path.name} does not hold numbers ({column.type})."
            ) from error
        return np.array(found, np.float64)

    def _vectors(
        self, columns: Mapping[str, Any], name: str, good: NDArray[np.bool_], start: int, tally: Tally
    ) -> Floats | None:
        """float32 [b, d] of a column of lists; rows without a usable vector are marked in ``good``."""
        if name not in columns:
            return None
        rows = columns[name].to_pylist() if not _flat(columns[name]) else None
        called = f"The column {self._names[name]} of {self.path.name}"
        if rows is None:
            width = columns[name].type.list_size
            found = columns[name].flatten().to_numpy(zero_copy_only=False).reshape(-1, width)
        else:
            lengths = {len(row) for row in rows if isinstance(row, list)}
            if len(lengths) > 1:
                raise InputError(f"{called} holds vectors of {min(lengths)} and of {max(lengths)} numbers.")
            width = lengths.pop() if lengths else 0
            nothing = [math.nan] * width
            try:
                found = np.array([row if isinstance(row, list) else nothing for row in rows], np.float64)
                found = found.reshape(len(rows), width)
            except (TypeError, ValueError) as error:
                raise InputError(f"{called} does not hold lists of numbers.") from error
        vectors = np.asarray(found, np.float32)
        usable = np.isfinite(vectors).all(1) & vectors.any(1)
        for row in np.flatnonzero(good & ~usable):
            tally.add("bad-vector", start + int(row))
        good &= usable
        return vectors


def _flat(column: Any) -> bool:
    """Whether the column is one block of numbers: lists of one fixed length, none of them null."""
    import pyarrow

    return bool(
        pyarrow.types.is_fixed_size_list(column.type)
        and pyarrow.types.is_floating(column.type.value_type)
        and column.null_count == 0
    )


def _opened(path: Path) -> Any:
    import pyarrow
    from pyarrow import parquet

    if not path.is_file():
        raise NotFound(f"There is no table {path}.")
    try:
        return parquet.ParquetFile(path, memory_map=True)
    except (pyarrow.ArrowException, OSError) as error:
        raise InputError(f"{path.name} is no Parquet table, or it is damaged ({error}).") from error
