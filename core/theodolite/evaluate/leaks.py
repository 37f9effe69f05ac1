"""References that must not answer for an image: its own bytes, and the same photograph stored otherwise.

Runs in the vision worker, where the indexes are open. The outline of the image (index/outline.py) is compared
with that of every reference; copies that were re-encoded or scaled are found whatever they are called and
wherever they claim to be. References without an outline (from tables of embeddings) cannot be compared; they
are counted, and the result says so.
"""

from __future__ import annotations

import atexit
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from theodolite.evidence.decode import Decoder
from theodolite.index.blocks import foreign
from theodolite.index.outline import SAME_BITS, outline
from theodolite.index.store import OpenIndex, open_index
from theodolite.jobs import Job, Progress

_OUTLINE = re.compile(rb'"outline": ?"([0-9a-f]{64})"')
_ROWS = 20_000


@dataclass(frozen=True, slots=True)
class Leaks:
    """``ids``: SHA-256 of references that are the very photograph. ``unseen``: those without outline."""

    ids: tuple[str, ...]
    unseen: int


def find(path: str, indexes: Sequence[str]) -> Job[Leaks]:
    """The references of ``indexes`` that are the photograph at ``path``.

    Raises DecodeFailed or InputError kinds for the image, IndexDamaged.
    """
    pixels = yield from _decoder().pixels_job(Path(path))
    own = np.frombuffer(bytes.fromhex(outline(pixels)), dtype="<u8")
    ids: list[str] = []
    unseen = 0
    for folder in indexes:
        yield Progress(f"Looking for copies in {Path(folder).name}")
        known = _known(open_index(folder))
        bits = np.bitwise_count(known.outlines ^ own).sum(axis=1)
        ids += [known.ids[int(row)].tobytes().hex() for row in np.flatnonzero(bits <= SAME_BITS)]
        unseen += known.unseen
    return Leaks(tuple(dict.fromkeys(ids)), unseen)


@lru_cache(maxsize=1)
def _decoder() -> Decoder:
    """One for all images of an evaluation: to start one takes longer than to decode a photograph."""
    decoder = Decoder()
    atexit.register(decoder.close)
    return decoder


@dataclass(frozen=True, eq=False)
class _Known:
    """Outlines [n, 4] uint64 and ids [n, 32] uint8 of the references that have one."""

    outlines: NDArray[np.uint64]
    ids: NDArray[np.uint8]
    unseen: int


@lru_cache(maxsize=8)
def _known(opened: OpenIndex) -> _Known:
    ids: list[NDArray[np.uint8]] = []
    outlines: list[bytes] = []
    unseen = 0
    for segment in opened.segments:
        for rows, lines in _lines(segment):
            said = [_OUTLINE.search(one) for one in lines]
            with_one = np.array([found is not None for found in said], dtype=np.bool_)
            outlines += [bytes.fromhex(found[1].decode()) for found in said if found is not None]
            ids.append(segment.ids.take(rows)[with_one])
            unseen += int((~with_one).sum())
    table = np.frombuffer(b"".join(outlines), dtype="<u8").reshape(-1, 4)
    return _Known(table, np.concatenate(ids) if ids else np.zeros((0, 32), np.uint8), unseen)


def _lines(segment: Any) -> Iterator[tuple[NDArray[np.int64], list[bytes]]]:
    """(rows, their JSON lines) of a segment, in pieces; rows that were removed are there too."""
    count = segment.segment.count
    for first in range(0, count, _ROWS):
        rows = np.arange(first, min(first + _ROWS, count))
        ends = segment.offsets.take(np.arange(first, rows[-1] + 2))
        if ends[0] < 0 or ends[-1] > len(segment.references.bytes) or (np.diff(ends) <= 0).any():
            raise foreign(segment.offsets.file.path)
        segment.references.check(ends[:1], ends[-1:])
        data = segment.references.bytes[int(ends[0]) : int(ends[-1])].tobytes()
        starts = (ends - ends[0]).tolist()
        yield rows, [data[a:b] for a, b in pairwise(starts)]
