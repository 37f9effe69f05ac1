"""CPlaNet's coarse partitions: small S2 cells merged along a graph, several times with different weights.

The cells of an adaptive partition are the nodes, joined to their nearest others. Again and again the node
with the fewest points is merged with the neighbour of the least cost, until only so many classes are left.
Chance, by the seed, decides how much distance and size matter in a partition and disturbs each cost, so that
the borders of two partitions differ and their intersections are finer than either. The paper also weighs how
alike the photographs of two cells look; here that is left out, as are its exact parameters.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator

import numpy as np
from numpy.typing import ArrayLike

from theodolite.cells import s2
from theodolite.cells.partition import F8, I8, Partition, adaptive, of_cells
from theodolite.errors import InputError
from theodolite.geo.geodesy import to_xyz

_NEIGHBOURS = 8
_NOISE = 0.5
_SHARE = 5


def coarse(
    lat: ArrayLike, lon: ArrayLike, *, base: int, least: int, most: int, classes: int, seeds: tuple[int, ...]
) -> Iterator[Partition]:
    """One coarse partition a seed, over the same S2 cells of at most ``base`` points.

    Classes have ``least`` to ``most`` points (a single S2 cell of identical coordinates may have more); those
    that stay smaller, because no neighbour has room, are dropped. There are at most ``classes`` of them (0: a
    fifth of the S2 cells) where ``most`` allows it. Raises InputError if none is left.
    """
    if not 1 <= base <= most or not 1 <= least <= most or classes < 0:
        raise InputError("Coarse cells need base <= max, min <= max and a number of classes from 0.")
    lat, lon = s2.checked(lat, lon)
    fine = adaptive(lat, lon, least=1, most=base)
    assert fine.cells is not None
    classes = classes or max(1, len(fine) // _SHARE)
    leaves = s2.leaves(lat, lon)
    for seed in seeds:
        group = _merged(fine, least, most, classes, np.random.default_rng(seed))
        size = np.bincount(group, fine.count)
        kept = size[group] >= least
        if not kept.any():
            raise InputError(f"No coarse cell has {least} points. Give more points or a smaller minimum.")
        number = np.unique(group[kept], return_inverse=True)[1]
        yield of_cells(fine.cells[kept], number.astype(np.int64), lat, lon, leaves)


def _merged(fine: Partition, least: int, most: int, classes: int, random: np.random.Generator) -> I8:
    """For each S2 cell a number of the group it ended in."""
    nodes = _Nodes(fine, random)
    heap = [(int(count), node) for node, count in enumerate(fine.count)]
    heapq.heapify(heap)
    left = len(heap)
    while heap:
        count, node = heapq.heappop(heap)
        if nodes.owner[node] != node or nodes.count[node] != count:
            continue  # it was merged or has grown since
        if count >= least and left <= classes:
            break
        other = nodes.cheapest(node, most)
        if other is None:
            continue  # no neighbour has room: it stays as it is
        kept = nodes.merge(node, other)
        heapq.heappush(heap, (nodes.count[kept], kept))
        left -= 1
    return np.array([nodes.root(node) for node in range(len(fine))], dtype=np.int64)


class _Nodes:
    """The graph while it is being contracted."""

    def __init__(self, fine: Partition, random: np.random.Generator) -> None:
        from scipy.spatial import cKDTree

        self.owner = list(range(len(fine)))
        self.count = [int(count) for count in fine.count]
        self.xyz: F8 = to_xyz(fine.lat, fine.lon) * fine.count[:, None]
        self.noise = np.exp(random.normal(0.0, _NOISE, len(fine)))
        self.by_distance, self.by_size = random.uniform(0.5, 1.5), random.uniform(0.0, 0.5)
        near = cKDTree(to_xyz(fine.lat, fine.lon)).query(
            to_xyz(fine.lat, fine.lon), k=[*range(1, min(_NEIGHBOURS + 1, len(fine)) + 1)]
        )[1]
        self.beside: list[set[int]] = [set() for _ in self.owner]
        for node, others in enumerate(near.tolist()):
            for other in others:
                if other != node:
                    self.beside[node].add(other)
                    self.beside[other].add(node)

    def root(self, node: int) -> int:
        while self.owner[node] != node:
            self.owner[node] = self.owner[self.owner[node]]
            node = self.owner[node]
        return node

    def cheapest(self, node: int, most: int) -> int | None:
        """The neighbour that costs least among those that leave room; equal ones: the lowest number."""
        around = {self.root(other) for other in self.beside[node]} - {node}
        self.beside[node] = around
        room = sorted(other for other in around if self.count[other] + self.count[node] <= most)
        if not room:
            return None
        at = self.xyz[room] / np.linalg.norm(self.xyz[room], axis=1, keepdims=True)
        own = self.xyz[node] / np.linalg.norm(self.xyz[node])
        chord = np.linalg.norm(at - own, axis=1) + 1e-9
        size = np.array([self.count[other] for other in room], dtype=np.float64)
        return room[int(np.argmin(chord**self.by_distance * size**self.by_size * self.noise[room]))]

    def merge(self, node: int, other: int) -> int:
        """Contract the edge; the node with more neighbours stays."""
        gone, stays = sorted((node, other), key=lambda one: len(self.beside[one]))
        self.owner[gone] = stays
        self.count[stays] += self.count[gone]
        self.xyz[stays] += self.xyz[gone]
        self.beside[stays] |= self.beside[gone]
        self.beside[gone] = set()
        return stays
