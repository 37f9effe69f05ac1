"""Rows of a spool written as a segment: in order, in pieces, each file hashed as it is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from theodolite.index import blocks, layout, towns
from theodolite.index.layout import File, Segment
from theodolite.index.spool import Spool, row_of
from theodolite.jobs import Job, Progress

PIECE = 64 << 20  # bytes of vectors in memory at once
#: Fewer rows than this are compared one by one: a compressed stage would save nothing that one notices.
FLAT_BELOW = 20_000


@dataclass(frozen=True, slots=True)
class Settings:
    """How a segment is built; None and 0 leave it to the number of rows.

    ``lists`` of the coarse quantiser, ``probes`` of them scanned, ``rerank`` rows compared exactly;
    ``compressed`` forces or forbids a compressed first stage. ``seed`` of the sample that it is trained on.
    """

    compressed: bool | None = None
    lists: int = 0
    probes: int = 0
    rerank: int = 0
    seed: int = 7


def write(folder: Path, spool: Spool, settings: Settings) -> Job[Segment]:
    """The kept rows of ``spool`` as a segment in ``folder``."""
    count = len(spool.kept)
    compressed = count >= FLAT_BELOW if settings.compressed is None else settings.compressed
    places = towns.towns(spool.cells)
    if compressed:
        from theodolite.index import training

        segment: Segment = yield from training.write(folder, spool, settings)
        return replace(segment, places=places)
    order = spool.kept[by_id(spool.ids[spool.kept])]
    files = yield from write_rows(folder, spool, order)
    from theodolite.index import novelty

    vectors = spool.vectors[order].astype(np.float32)
    lat, lon = spool.places_of(order)
    outlines = [row_of(line).outline for line in spool.lines(order)]
    background = novelty.background(vectors, lat, lon, spool.parts, outlines)
    return Segment(layout.FLAT, count, 0, files, background=background, places=places)


def by_id(ids: NDArray[np.uint8]) -> NDArray[np.int64]:
    """The order of ids as numbers, so that one set of rows makes the same files in whatever order it came."""
    words = np.ascontiguousarray(ids).view(">u8")
    return np.lexsort(words.T[::-1]).astype(np.int64)


def write_rows(folder: Path, spool: Spool, order: NDArray[np.int64]) -> Job[tuple[File, ...]]:
    """The mapped parts of a segment with the rows of ``spool`` in ``order``, and their sums."""
    count, dim = len(order), spool.dim
    files: list[File] = []
    sums: list[bytes] = []

    def done(finished: tuple[File, bytes]) -> None:
        files.append(finished[0])
        sums.append(finished[1])

    shapes: tuple[tuple[str, NDArray[Any], int], ...] = (
        ("vectors", spool.vectors, dim),
        ("coordinates", spool.coordinates, 2),
        ("ids", spool.ids, 32),
    )
    for part, source, width in shapes:
        with blocks.Writer(folder, part) as writer:
            writer.header((count, width), source.dtype)
            for first, piece in _pieces(order, width * source.dtype.itemsize):
                yield Progress("Writing the index", first, count)
                writer.rows(_gathered(source, piece))
            done(writer.finish())
    with blocks.Writer(folder, "references") as texts, blocks.Writer(folder, "offsets") as offsets:
        offsets.header((count + 1,), np.int64)
        offsets.rows(np.zeros(1, np.int64))
        end = 0
        for first, piece in _pieces(order, 1024):
            yield Progress("Writing the index", first, count)
            lines = spool.lines(piece)
            texts.write(b"".join(lines))
            ends = end + np.cumsum([len(line) for line in lines], dtype=np.int64)
            end = int(ends[-1])
            offsets.rows(ends)
        done(texts.finish())
        done(offsets.finish())
    files.append(blocks.write_bytes(folder, "sums", b"".join(sums))[0])
    return tuple(files)


def _pieces(order: NDArray[np.int64], width: int) -> Iterator[tuple[int, NDArray[np.int64]]]:
    step = max(1, PIECE // width)
    for first in range(0, len(order), step):
        yield first, order[first : first + step]


def _gathered(source: NDArray[Any], rows: NDArray[np.int64]) -> NDArray[Any]:
    """source[rows], read in the order of the file: a spool may be larger than memory."""
    ascending = np.argsort(rows, kind="stable")
    found = np.empty((len(rows), *source.shape[1:]), source.dtype)
    found[ascending] = source[rows[ascending]]
    return found
