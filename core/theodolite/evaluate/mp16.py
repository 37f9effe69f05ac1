"""MP16-Pro from a table of coordinates, offline: place columns, G3's sentence, streamed and resumable.

The work is done in parts of :data:`CHUNK` rows beside the output (``OUT.parts``). A part is written beside
its place, flushed to the disk and renamed; then the manifest names it with its hash. Whatever kills the
process, what the manifest names is whole, and the same command goes on from there. At the end the parts
become one Parquet file, which appears whole or not at all, and ``OUT.json`` says what was counted.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from theodolite.align.table import PLACES, sentence
from theodolite.codec import from_plain, to_plain
from theodolite.errors import InputError
from theodolite.evaluate import whole
from theodolite.evaluate.mp16_places import Places
from theodolite.evaluate.mp16_read import DELIMITED, EXAMPLES, Refused, Table, valid
from theodolite.geo.geodesy import wrap_lon
from theodolite.index.blocks import sha256_of
from theodolite.jobs import Job, Progress

CHUNK = 20_000
SENTENCE = "sentence"
MANIFEST = "manifest.json"
_SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Part:
    """``rows`` read, ``kept`` written. ``empty``: nulls of each place column and of the sentence."""

    rows: int
    kept: int
    sha256: str
    empty: tuple[tuple[str, int], ...]
    refused: tuple[Refused, ...]


@dataclass(frozen=True, slots=True)
class Built:
    """``rows`` of the table, ``kept`` with a valid position. ``empty``: (column, rows without a value).

    ``resumed``: rows that an earlier, stopped run had done. ``source``: what the names come from.
    """

    path: Path
    rows: int
    kept: int
    empty: tuple[tuple[str, int], ...]
    refused: tuple[Refused, ...]
    source: str
    resumed: int = 0


@dataclass
class _State:
    made_from: dict[str, Any]
    parts: list[Part] = field(default_factory=list)


def build(table: Path, out: Path, places: Places, source: str, *, chunk: int = CHUNK) -> Job[Built]:
    """Write ``out`` (Parquet): the columns of ``table``, the seven of MP16-Pro and ``sentence``.

    Rows without a valid position are left out, counted and named. ``source``: name and hash of the data
    behind ``places``; work that was begun with other data is not gone on with. Raises InputError, NotFound,
    StorageFailed.
    """
    read = Table(table)
    if out.exists() and out.samefile(table):
        raise InputError(f"{table.name} would be overwritten. Give --out another name.")
    if out.suffix.lower() in DELIMITED:
        raise InputError(f"The result is a Parquet table, so {out.name} would mislead. Name it .parquet.")
    taken = [name for name in read.columns if name.strip().lower() in (*PLACES, SENTENCE)]
    if taken:
        raise InputError(f"{table.name} has a column {taken[0]} already. Leave it out, or rename it.")
    folder = out.with_name(f"{out.name}.parts")
    if out.is_dir() or not out.parent.is_dir():
        raise InputError(f"{out} is no place for a file. Give --out a file name in a folder that is there.")
    with whole.alone(folder, MANIFEST):
        yield Progress("Hashing the table", waiting=True)
        made_from = {"schema": _SCHEMA, "table": sha256_of(table), "chunk": chunk, "source": source}
        state = _begun(folder, made_from)
        done = sum(part.rows for part in state.parts)
        resumed = done
        for piece in read.chunks(chunk, skip=done):
            part = _described(read, piece, done, places, _part(folder, len(state.parts)))
            state.parts.append(part)
            done += part.rows
            whole.write(folder / MANIFEST, to_plain({"made_from": made_from, "parts": state.parts}))
            yield Progress("Naming places", done)
        if not done:
            raise InputError(f"{table.name} has no rows.")
        if not any(part.kept for part in state.parts):
            _dropped(folder)
            why = "; ".join(f"{r.count} {r.reason} ({r.examples[0]})" for r in _together(state.parts))
            raise InputError(f"{table.name} has no row with a valid position: {why}.")
        yield from _joined(folder, state.parts, out)
        built = Built(
            path=out,
            rows=done,
            kept=sum(part.kept for part in state.parts),
            empty=_added(state.parts),
            refused=_together(state.parts),
            source=source,
            resumed=resumed,
        )
        whole.write(out.with_name(f"{out.name}.json"), {**to_plain(built), "path": out.name})
        _dropped(folder)
    return built


# --- one part -----------------------------------------------------------------------------------------


def _described(read: Table, piece: Any, start: int, places: Places, path: Path) -> Part:
    """Name the places of some rows and write them to ``path``. ``start``: rows before them."""
    import pyarrow

    (lat, lat_text), (lon, lon_text) = (read.numbers(piece, name) for name in (read.lat, read.lon))
    good, refused = valid(lat, lon, lat_text, lon_text, start)
    rows = np.flatnonzero(good)
    kept = piece.take(pyarrow.array(rows))
    lat, lon = lat[rows], np.asarray(wrap_lon(lon[rows]), dtype=np.float64)
    for name, values in ((read.lat, lat), (read.lon, lon)):
        kept = kept.set_column(kept.schema.get_field_index(name), name, pyarrow.array(values))
    found = places.of(lat, lon)
    columns: dict[str, Any] = {name: found[name] for name in PLACES}
    columns[SENTENCE] = _sentences(found)
    empty = []
    for name, column in columns.items():
        text = pyarrow.array(column, pyarrow.string())
        empty.append((name, text.null_count))
        kept = kept.append_column(name, text)
    with whole.storing(path):
        beside = path.with_name(f".{path.name}")
        _parquet(kept, beside)
        digest = sha256_of(beside)
        beside.replace(path)
        whole.flushed(path.parent)
    return Part(len(piece), len(kept), digest, tuple(empty), refused)


def _sentences(found: dict[str, NDArray[Any]]) -> NDArray[Any]:
    """G3's sentence of each row, None where there is no name to put into it."""
    rows = zip(*(found[name] for name in PLACES), strict=True)
    made = [sentence(dict(zip(PLACES, row, strict=True))) or None for row in rows]
    return np.array(made, dtype=object)


# --- parts together -----------------------------------------------------------------------------------


def _joined(folder: Path, parts: list[Part], out: Path) -> Job[None]:
    """All parts as row groups of ``out``."""
    from pyarrow import parquet

    beside = out.with_name(f".{out.name}.new")
    schema = parquet.read_schema(_part(folder, 0))
    done = 0
    try:
        with whole.storing(out):
            with beside.open("wb") as stream:
                with parquet.ParquetWriter(stream, schema, compression="zstd") as writer:
                    for number, part in enumerate(parts):
                        with parquet.ParquetFile(_part(folder, number)) as file:
                            writer.write_table(file.read(), row_group_size=max(part.kept, 1))
                        done += part.rows
                        yield Progress("Writing the table", done)
                stream.flush()
                os.fsync(stream.fileno())
            beside.replace(out)
            whole.flushed(out.parent)
    finally:
        beside.unlink(missing_ok=True)


def _added(parts: list[Part]) -> tuple[tuple[str, int], ...]:
    names = [name for name, _ in parts[0].empty]
    return tuple((name, sum(dict(part.empty)[name] for part in parts)) for name in names)


def _together(parts: list[Part]) -> tuple[Refused, ...]:
    counts: dict[str, int] = {}
    examples: dict[str, list[str]] = {}
    for one in (one for part in parts for one in part.refused):
        counts[one.reason] = counts.get(one.reason, 0) + one.count
        examples.setdefault(one.reason, []).extend(one.examples)
    return tuple(Refused(name, count, tuple(examples[name][:EXAMPLES])) for name, count in counts.items())


def _begun(folder: Path, made_from: dict[str, Any]) -> _State:
    """What an earlier run left, up to the first part that is not as the manifest says."""
    try:
        plain = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        before, parts = plain["made_from"], [from_plain(Part, part) for part in plain["parts"]]
    except FileNotFoundError:
        return _State(made_from)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"{folder} does not hold what it should ({error}). Remove it.") from error
    if before != made_from:
        raise InputError(
            f"{folder} holds work on another table, or with other place names. Remove it, or give another "
            "--out."
        )
    kept = []
    for number, part in enumerate(parts):
        path = _part(folder, number)
        if not path.is_file() or sha256_of(path) != part.sha256:
            break
        kept.append(part)
    return _State(made_from, kept)


# --- files --------------------------------------------------------------------------------------------


def _part(folder: Path, number: int) -> Path:
    return folder / f"part-{number:06d}.parquet"


def _parquet(table: Any, path: Path) -> None:
    from pyarrow import parquet

    with path.open("wb") as stream:
        parquet.write_table(table, stream, compression="zstd")
        stream.flush()
        os.fsync(stream.fileno())


def _dropped(folder: Path) -> None:
    for path in (*folder.glob("part-*.parquet"), *folder.glob(".*.parquet"), folder / MANIFEST):
        path.unlink(missing_ok=True)
