"""An index from a table of embeddings that somebody else made: Parquet or NumPy .npz, read in pieces.

Columns: ``embedding`` (a list of numbers), ``lat`` and ``lon`` in degrees, if there ``id`` (64 hexadecimal
digits are the SHA-256 of the photograph, other text is hashed) and ``name``. Each part of an embedding is
brought to length 1. Rows that cannot be used are counted and the first of them named.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from theodolite.errors import InputError, NotFound, legible
from theodolite.index import spool, update
from theodolite.index.layout import Row, Skipped
from theodolite.index.spool import Block
from theodolite.index.store import IndexInfo, open_index
from theodolite.index.stream import Origin, Settings, build_stream
from theodolite.jobs import Job

ROWS = 8192  # of a block
NAMES = {
    "embedding": ("embedding", "vector"),
    "lat": ("lat", "latitude"),
    "lon": ("lon", "lng", "longitude"),
    "id": ("id", "sha256"),
    "name": ("name", "path"),
}
_NAMED = 100  # unusable rows that are named
_IN_MEMORY = 1 << 30  # bytes of a compressed array of an .npz file


@dataclass(frozen=True, slots=True)
class Piece:
    """Rows of a table that can be read without the others: a row group, or a range of an .npz file."""

    path: str
    number: int
    first: int
    count: int


@dataclass(frozen=True)
class Taken:
    """A block of a table and the rows that could not be used."""

    block: Block
    skipped: tuple[Skipped, ...] = ()


class Left:
    """Counts what was left out, and keeps the first few by name."""

    def __init__(self) -> None:
        self.count = 0
        self.named: list[Skipped] = []

    def add(self, skipped: tuple[Skipped, ...]) -> None:
        self.count += len(skipped)
        self.named += skipped[: max(0, _NAMED - len(self.named))]

    def rows(self) -> Iterator[Skipped]:
        yield from self.named
        if more := self.count - len(self.named):
            yield Skipped("", "more", f"{more} more rows could not be used.")


def build_table(
    table: str,
    out: str,
    origin: Origin = Origin(),  # noqa: B008 - frozen
    settings: Settings = Settings(),  # noqa: B008 - frozen
) -> Job[IndexInfo]:
    """Index the rows of the Parquet or .npz file ``table``; the index lies at ``out``.

    ``origin`` says which encoder made the embeddings; without one the index answers vectors of its kind only.
    Raises NotFound, InputError (columns, no usable row), StorageFailed.
    """
    left = Left()
    dim = width(table)
    info = yield from build_stream(
        table_blocks(table, origin.parts, left), out, dim, origin, settings, left.rows()
    )
    return info


def append_table(table: str, out: str, origin: Origin) -> Job[IndexInfo]:
    """Add the rows of a table to the index at ``out``. Raises as :func:`build_table`, or PackHashMismatch."""
    left = Left()
    dim, held = width(table), open_index(out).manifest.dim
    if dim != held:
        raise InputError(f"The embeddings of {table} have {dim} numbers, those of the index {held}.")
    taken = table_blocks(table, origin.parts, left)
    info = yield from update.append_stream(taken, out, origin, skipped=left.rows())
    return info


def table_blocks(table: str, parts: int, left: Left) -> Iterator[Block]:
    """The usable rows of a table; the others go to ``left``."""
    for piece in pieces(table):
        for taken in blocks_of(piece, parts):
            left.add(taken.skipped)
            if len(taken.block.lat):
                yield taken.block


def pieces(table: str) -> list[Piece]:
    """The parts in which a table can be read, in their order. Raises NotFound, InputError."""
    path = Path(table)
    if not path.is_file():
        raise NotFound(f"There is no file {path}.")
    if path.suffix == ".npz":
        count = len(_Npz(path).column("lat"))
        return [
            Piece(table, n, at, min(8 * ROWS, count - at)) for n, at in enumerate(range(0, count, 8 * ROWS))
        ]
    groups = _parquet(path).metadata
    counts = [groups.row_group(number).num_rows for number in range(groups.num_row_groups)]
    starts = np.cumsum([0, *counts]).tolist()
    return [
        Piece(table, n, start, count) for n, (start, count) in enumerate(zip(starts, counts, strict=False))
    ]


def width(table: str) -> int:
    """How many numbers an embedding of the table has: the first row's."""
    for piece in pieces(table):
        for columns in _columns(piece):
            for vector in columns["embedding"]:
                if vector is not None and len(vector):
                    return len(vector)
    raise InputError(f"{table} holds no embedding.")


def blocks_of(piece: Piece, parts: int, dim: int = 0) -> Iterator[Taken]:
    """The rows of a piece as blocks of at most 8192. ``dim``: length of an embedding, 0 to look it up."""
    dim = dim or width(piece.path)
    if dim % parts:
        raise InputError(
            f"The embeddings of {piece.path} have {dim} numbers, which are not {parts} equal parts."
        )
    at = piece.first
    for columns in _columns(piece):
        yield _taken(columns, at, dim, parts)
        at += len(columns["lat"])


Columns = dict[str, Any]


def _taken(columns: Columns, first: int, dim: int, parts: int) -> Taken:
    """Rows of columns that can be used, as a block."""
    count = len(columns["lat"])
    lat, lon = _numbers(columns["lat"]), _numbers(columns["lon"])
    vectors = np.full((count, dim), np.nan, np.float32)
    embedding = columns["embedding"]
    if isinstance(embedding, np.ndarray) and embedding.dtype != object:
        if embedding.shape[1:] == (dim,):
            with np.errstate(over="ignore", invalid="ignore"):
                vectors[:] = embedding
    else:
        for row, one in enumerate(embedding):
            if one is not None and len(one) == dim:
                vectors[row] = one
    with np.errstate(over="ignore", invalid="ignore"):
        split = vectors.reshape(count, parts, -1)
        lengths = np.linalg.norm(split.astype(np.float64), axis=2)
        # NaN compares False.
        whole = ((lengths > 0) & np.isfinite(lengths)).all(axis=1)
        placed = (np.abs(lat) <= 90.0) & (np.abs(lon) <= 180.0)
    usable = np.flatnonzero(whole & placed)
    names = _texts(columns.get("name"), count)
    skipped = tuple(
        Skipped(
            names[row] or f"row {first + row}",
            "no-position" if not placed[row] else "no-embedding",
            "No valid position." if not placed[row] else "No embedding with a direction.",
        )
        for row in np.flatnonzero(~(whole & placed)).tolist()
    )
    units = (split[usable] / lengths[usable][:, :, None]).astype(np.float32).reshape(len(usable), dim)
    lat, lon = lat[usable], lon[usable]
    named = _texts(columns.get("id"), count)
    ids = spool.content_ids(lat, lon, units)
    given = [row for row, at in enumerate(usable.tolist()) if named[at]]
    if given:
        ids = ids.copy()
        ids[given] = spool.hashed(named[int(usable[row])] for row in given)
    rows = tuple(Row(names[row]) for row in usable.tolist()) if "name" in columns else ()
    return Taken(Block(ids, lat, lon, units, rows), skipped)


def _numbers(column: Any) -> NDArray[np.float64]:
    return np.array([np.nan if value is None else value for value in column], np.float64)


def _texts(column: Any, count: int) -> list[str]:
    if column is None:
        return [""] * count
    return ["" if value is None else legible(str(value)) for value in column]


def _columns(piece: Piece) -> Iterator[Columns]:
    """The columns of a piece in blocks of at most 8192 rows; missing optional ones are not there."""
    import pyarrow

    try:
        yield from _read(piece)
    except (pyarrow.ArrowException, OSError) as error:
        said = " ".join(str(error).split())
        raise InputError(f"{piece.path} is damaged: its rows cannot be read ({said}).") from error


def _read(piece: Piece) -> Iterator[Columns]:
    path = Path(piece.path)
    if path.suffix == ".npz":
        table = _Npz(path)
        for first in range(piece.first, piece.first + piece.count, ROWS):
            part = slice(first, min(first + ROWS, piece.first + piece.count))
            yield {name: table.column(name)[part] for name in table.names}
        return
    file = _parquet(path)
    names = _found(path, file.schema_arrow.names)
    for name in ("embedding", "lat", "lon"):
        _require_numbers(path, name, names[name], file.schema_arrow.field(names[name]).type)
    for batch in file.iter_batches(ROWS, row_groups=[piece.number], columns=list(names.values())):
        yield {
            name: _embeddings(batch.column(held)) if name == "embedding" else batch.column(held).to_pylist()
            for name, held in names.items()
        }


def _embeddings(column: Any) -> Any:
    """A list column as an array [n, dim] when all rows are alike, else as a list of rows."""
    values = column.flatten()
    if column.null_count == 0 and values.null_count == 0 and len(column) and len(values) % len(column) == 0:
        sizes = {len(one) if one is not None else -1 for one in (column[0], column[-1])}
        regular = getattr(column.type, "list_size", None) or _lengths(column)
        if regular in sizes:
            return values.to_numpy(zero_copy_only=False).reshape(len(column), -1)
    return [None if one is None or None in one else one for one in column.to_pylist()]


def _lengths(column: Any) -> int:
    """The length of every row of a list column when they are one, else -2."""
    offsets = np.diff(column.offsets.to_numpy())
    return int(offsets[0]) if (offsets == offsets[0]).all() else -2


def _parquet(path: Path) -> Any:
    import pyarrow
    import pyarrow.parquet

    try:
        return pyarrow.parquet.ParquetFile(path)
    except (pyarrow.ArrowException, OSError) as error:
        raise InputError(f"{path} cannot be read as a Parquet table.") from error


def _require_numbers(path: Path, name: str, held: str, kind: Any) -> None:
    """InputError unless an Arrow type is that of coordinates, or for embeddings of lists of numbers."""
    from pyarrow import types

    whole = kind
    if name == "embedding":
        lists = (types.is_list, types.is_large_list, types.is_fixed_size_list)
        kind = kind.value_type if any(fits(kind) for fits in lists) else None
    if kind is None or not (types.is_floating(kind) or types.is_integer(kind) or types.is_decimal(kind)):
        wanted = "lists of numbers" if name == "embedding" else "numbers"
        raise InputError(f"The column {held} of {path} is of the type {whole}; {wanted} are needed.")


def _found(path: Path, held: list[str]) -> dict[str, str]:
    """Which of our columns a table has, under which name."""
    names = {ours: next((name for name in theirs if name in held), "") for ours, theirs in NAMES.items()}
    if missing := [ours for ours in ("embedding", "lat", "lon") if not names[ours]]:
        raise InputError(
            f"{path} has no column {' and no '.join(missing)}; it has {', '.join(held) or 'none'}."
        )
    return {ours: name for ours, name in names.items() if name}


class _Npz:
    """Arrays of an .npz file, memory-mapped where they lie uncompressed in it (numpy.savez)."""

    def __init__(self, path: Path) -> None:
        try:
            with zipfile.ZipFile(path) as archive:
                members = {info.filename.removesuffix(".npy"): info for info in archive.infolist()}
                self.names = _found(path, list(members))
                self._arrays = {
                    ours: self._array(path, archive, members[name]) for ours, name in self.names.items()
                }
        except (OSError, ValueError, zipfile.BadZipFile, EOFError) as error:
            raise InputError(f"{path} cannot be read as arrays saved by numpy.savez.") from error
        if len({len(array) for array in self._arrays.values()}) != 1 or self._arrays["embedding"].ndim != 2:
            raise InputError(
                f"{path} holds arrays that do not fit each other: one row a reference is needed."
            )
        for ours in ("embedding", "lat", "lon"):
            kind, depth = self._arrays[ours].dtype.kind, self._arrays[ours].ndim
            if kind not in "fiu" or depth != (2 if ours == "embedding" else 1):
                raise InputError(f"The array {self.names[ours]} of {path} holds no numbers of that form.")

    def column(self, name: str) -> NDArray[Any]:
        return self._arrays[name]

    @staticmethod
    def _array(path: Path, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> NDArray[Any]:
        with archive.open(info) as stream:
            version = np.lib.format.read_magic(stream)
            read = (
                np.lib.format.read_array_header_1_0
                if version == (1, 0)
                else np.lib.format.read_array_header_2_0
            )
            shape, fortran, kind = read(stream)
            head = stream.tell()
            if kind.hasobject or fortran or not shape:
                raise ValueError("not an array of numbers or text")
            if info.compress_type != zipfile.ZIP_STORED:
                if info.file_size > _IN_MEMORY:
                    raise InputError(
                        f"{path} is compressed and too large to unpack; save it with numpy.savez."
                    )
                return np.frombuffer(stream.read(), kind).reshape(shape)
        with path.open("rb") as raw:
            raw.seek(info.header_offset + 26)
            lengths = np.frombuffer(raw.read(4), "<u2")
        start = info.header_offset + 30 + int(lengths.sum()) + head
        return np.memmap(path, kind, "r", start, shape)
