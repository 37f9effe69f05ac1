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
        rows = vectors.span(0, vectors.rows.shape[0])
        self._vectors = exact(rows, parts, vectors)

    def best(self, query: NDArray[np.float32], k: int, alive: NDArray[np.bool_] | None, far: bool) -> Best:
        scores = self._vectors @ query
        rows = np.arange(len(scores)) if alive is None else np.flatnonzero(alive)
        return top(rows, scores[rows], k)


def exact(rows: NDArray[np.float16], parts: int, source: MappedArray) -> NDArray[np.float32]:
    """float16 rows [n, dim] as float32, each part to length 1, over the number of parts.

    The product with a query is then the mean cosine. Raises IndexDamaged for what is no vector of ours.
    """
    found = rows.astype(np.float32).reshape(len(rows), parts, -1)
    lengths = np.sqrt(np.einsum("npd,npd->np", found, found))[:, :, None]
    if not (np.abs(lengths - 1.0) < _ROUNDING).all():  # a NaN is no length either
        raise IndexDamaged(f"{source.file.path} holds vectors that are not of length 1.")
    found /= lengths * parts
    return found.reshape(len(rows), -1)


def top(rows: NDArray[np.int64], scores: NDArray[np.float32], k: int) -> Best:
    """The best ``k``, best first; of equal scores the earlier row."""
    if k < len(scores):
        # All that reach the k-th score, so that ties are settled by row and not by partition's whim.
        kept = np.flatnonzero(scores >= np.partition(scores, len(scores) - k)[len(scores) - k])
        rows, scores = rows[kept], scores[kept]
    order = np.lexsort((rows, -scores))[:k]
    return rows[order].astype(np.int64), scores[order]
