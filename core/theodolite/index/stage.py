"""From a query vector to exact scores of the best rows of one segment."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from theodolite.errors import IndexDamaged
from theodolite.index.blocks import MappedArray

Best = tuple[NDArray[np.int64], NDArray[np.float32]]
_ROUNDING = 0.01  # of the length of a float16 vector


class Stage(Protocol):
    """``best`` gives up to ``k`` rows, best first, with their scores: the mean cosine of the parts.

    ``query`` float32 [dim], each part of length 1, negated where the least similar rows are wanted (``far``;
    the scores then are negated too). ``alive``: bool [n], rows that may answer; None for all.
    """

    def best(
        self, query: NDArray[np.float32], k: int, alive: NDArray[np.bool_] | None, far: bool
    ) -> Best: ...


class Flat:
    """All rows, compared one by one."""

    def __init__(self, vectors: MappedArray, parts: int) -> None:
        self._vectors = widened(vectors.span(0, vectors.rows.shape[0]))
        self._parts = parts
        if not mean_cosines(self._vectors, self._vectors[0], parts)[1]:
            raise IndexDamaged(f"{vectors.file.path} holds vectors that are not of length 1.")

    def best(self, query: NDArray[np.float32], k: int, alive: NDArray[np.bool_] | None, far: bool) -> Best:
        scores, _ = mean_cosines(self._vectors, query, self._parts)
        rows = np.arange(len(scores)) if alive is None else np.flatnonzero(alive)
        return top(rows, scores[rows], k)


def widened(rows: NDArray[np.float16]) -> NDArray[np.float32]:
    """float16 as float32, seven times as fast as numpy's conversion: the exponents differ by 112.

    What is no finite number becomes a large one, so that a vector that holds it has no length near 1.
    """
    bits = rows.view(np.int16).astype(np.int32)
    bits <<= 13
    bits &= np.int32(-0x70000001)
    found = bits.view(np.float32)
    found *= np.float32(2.0**112)
    return found


def unit_rows(rows: NDArray[np.float16], parts: int) -> NDArray[np.float32]:
    """Stored rows [n, dim] with each part brought to length 1 again."""
    found = widened(np.ascontiguousarray(rows)).reshape(len(rows), parts, -1)
    found /= np.sqrt(np.einsum("npd,npd->np", found, found))[:, :, None]
    return found.reshape(len(rows), -1)


def mean_cosines(
    vectors: NDArray[np.float32], query: NDArray[np.float32], parts: int
) -> tuple[NDArray[np.float32], bool]:
    """Mean cosine of the parts of stored vectors with those of a query; whether all have length 1."""
    stored = vectors.reshape(len(vectors), parts, vectors.shape[1] // parts)
    lengths = np.sqrt(np.einsum("npd,npd->np", stored, stored))
    scores = np.einsum("npd,pd->np", stored, query.reshape(parts, -1)) / np.maximum(lengths, 0.5)
    return scores.sum(axis=1) / parts, bool((np.abs(lengths - 1.0) < _ROUNDING).all())


def top(rows: NDArray[np.int64], scores: NDArray[np.float32], k: int) -> Best:
    """The best ``k``, best first; of equal scores the earlier row."""
    if k < len(scores):
        # All that reach the k-th score, so that ties are settled by row and not by partition's whim.
        kept = np.flatnonzero(scores >= np.partition(scores, len(scores) - k)[len(scores) - k])
        rows, scores = rows[kept], scores[kept]
    order = np.lexsort((rows, -scores))[:k]
    return rows[order].astype(np.int64), scores[order]
