"""Centroids of the lists of a compressed stage, in two levels.

A million rows compared with four thousand centroids is most of the time of a build. So rows are first sorted
into about the root of that many groups, and compared with the centroids of the nearest few of them. Nearly
all land where the full comparison would put them; the others in a list next to it, which tuning.py sees.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from theodolite.jobs import Job, Progress

_ROUNDS = 8
_NEAREST = 8  # groups whose centroids a row is compared with
_PIECE = 1 << 15


@dataclass(frozen=True)
class Centroids:
    """``of_lists`` float32 [lists, dim], group by group; ``of_groups`` [groups, dim]; group g has the lists
    ``starts[g]`` to ``starts[g + 1]``."""

    of_lists: NDArray[np.float32]
    of_groups: NDArray[np.float32]
    starts: NDArray[np.int64]

    def nearest(self, rows: NDArray[np.float32]) -> NDArray[np.int64]:
        """The list of each row: the largest inner product among the lists of the nearest groups."""
        groups = len(self.of_groups)
        tried = min(_NEAREST, groups)
        scores = rows @ self.of_groups.T
        near = np.argpartition(scores, groups - tried, axis=1)[:, groups - tried :]
        best = np.full(len(rows), -np.inf, np.float32)
        found = np.zeros(len(rows), np.int64)
        for group in range(groups):
            which = np.flatnonzero((near == group).any(axis=1))
            first, last = self.starts[group], self.starts[group + 1]
            if len(which) == 0 or first == last:
                continue
            inside = rows[which] @ self.of_lists[first:last].T
            top = inside.argmax(axis=1)
            score = inside[np.arange(len(which)), top]
            better = score > best[which]
            best[which[better]] = score[better]
            found[which[better]] = first + top[better]
        return found


def train(sample: NDArray[np.float32], lists: int, random: np.random.Generator) -> Job[Centroids]:
    """Spherical k-means of a sample [n, dim], n >= lists, of rows of one length; by inner product.

    Every group gets lists in proportion to its rows, so that lists come out about equally long.
    """
    groups = max(1, round(lists**0.5))
    of_groups = yield from _means(sample, groups, random)
    member = _assigned(sample, of_groups)
    shares = _shares(np.bincount(member, minlength=groups), lists)
    found = []
    for group in range(groups):
        inside = sample[member == group]
        found.append((yield from _means(inside, int(shares[group]), random)))
        yield Progress("Grouping references", group, groups)
    starts = np.concatenate([[0], np.cumsum(shares)]).astype(np.int64)
    made = Centroids(np.concatenate(found), of_groups, starts)
    # One round over all, so that the borders between groups move as well.
    nearest = np.concatenate(
        [made.nearest(sample[first : first + _PIECE]) for first in range(0, len(sample), _PIECE)]
    )
    return Centroids(_moved(sample, nearest, made.of_lists), of_groups, starts)


def _shares(held: NDArray[np.int64], lists: int) -> NDArray[np.int64]:
    """``lists`` divided in proportion to ``held``, at most one a row (largest remainders)."""
    ideal = held * (lists / held.sum())
    shares: NDArray[np.int64] = np.minimum(np.floor(ideal).astype(np.int64), held)
    order = np.argsort(shares - ideal, kind="stable")
    while (missing := lists - int(shares.sum())) > 0:
        room = order[shares[order] < held[order]][:missing]
        shares[room] += 1
    return shares


def _means(rows: NDArray[np.float32], count: int, random: np.random.Generator) -> Job[NDArray[np.float32]]:
    """k-means centroids [count, dim] of rows, started at random ones.

    ``count`` 0: a group too small for a list of its own, whose rows go to those of its neighbours.
    """
    centroids = rows[np.sort(random.choice(len(rows), count, replace=False))].copy()
    for _ in range(_ROUNDS if count > 1 else count):
        yield Progress("Grouping references")
        centroids = _moved(rows, _assigned(rows, centroids), centroids)
    return centroids


def _assigned(rows: NDArray[np.float32], centroids: NDArray[np.float32]) -> NDArray[np.int64]:
    pieces = [(rows[at : at + _PIECE] @ centroids.T).argmax(axis=1) for at in range(0, len(rows), _PIECE)]
    return np.concatenate([np.empty(0, np.int64), *pieces]).astype(np.int64)


def _moved(
    rows: NDArray[np.float32], nearest: NDArray[np.int64], centroids: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Centroids turned to the sum of the rows nearest to them; one without any stays where it is."""
    order = np.argsort(nearest, kind="stable")
    ends = np.cumsum(np.bincount(nearest, minlength=len(centroids)))
    moved = centroids.copy()
    start = 0
    for number, end in enumerate(ends.tolist()):
        if end > start:
            total = rows[order[start:end]].sum(axis=0)
            length = float(np.linalg.norm(total))
            if length > 0:
                moved[number] = total * np.float32(np.linalg.norm(rows[order[start]]) / length)
        start = end
    return moved
