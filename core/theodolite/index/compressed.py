"""The compressed first stage: lists of similar rows, one bit a dimension, and exact re-ranking.

Vectors are turned by a random rotation, sorted into lists by their nearest centroid (inner product) and kept
as RaBitQ codes (Gao & Long 2024: the signs of the residual and two factors). A query scans the lists of the
centroids nearest to it; the rows with the best estimates are read from the memory-mapped float16 vectors
and compared exactly. Rows lie in the order of the lists, so that what one query reads lies together.

Nothing of FAISS is ever read from a file: an index may come from anyone. The files hold plain arrays, whose
shapes and types are checked, and FAISS is handed their memory:

* ``centroids``: float32 [lists, dim], turned
* ``rotation``: float32 [parts, dim / parts, dim / parts], each part of a vector is turned by its own
* ``lists``: int64 [lists + 1], where each list starts; list i holds the rows lists[i] to lists[i + 1]
* ``codes``: uint8 [n, code size] of FAISS's RaBitQ
"""

from __future__ import annotations

import importlib
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from theodolite.errors import IndexDamaged
from theodolite.index import blocks, stage
from theodolite.index.blocks import MappedArray, foreign
from theodolite.index.layout import Segment
from theodolite.index.stage import Best

_FACTORS = 8  # bytes of a code besides the signs: two float32


def code_size(dim: int) -> int:
    """Bytes of a RaBitQ code of one bit a dimension."""
    return -(-dim // 8) + _FACTORS


class Compressed:
    """The first stage in memory, the vectors memory-mapped."""

    def __init__(self, folder: Path, segment: Segment, vectors: MappedArray, parts: int) -> None:
        self._segment, self._vectors, self._parts = segment, vectors, parts
        count, dim = vectors.rows.shape
        lists = segment.lists
        wanted: dict[str, tuple[Any, tuple[int, ...]]] = {
            "centroids": (np.float32, (lists, dim)),
            "rotation": (np.float32, (parts, dim // parts, dim // parts)),
            "lists": (np.int64, (lists + 1,)),
            "codes": (np.uint8, (count, code_size(dim))),
        }

        def load(part: str) -> NDArray[Any]:
            file = segment.file(part)
            return blocks.load_array(folder / file.name, file, *wanted[part])

        with ThreadPoolExecutor(2) as pool:
            self.centroids, self.rotation, self.starts, self.codes = pool.map(load, wanted)
        if self.starts[0] != 0 or self.starts[-1] != count or (np.diff(self.starts) < 0).any():
            raise foreign(folder / segment.file("lists").name)
        for part, array in (("centroids", self.centroids), ("rotation", self.rotation)):
            # The sum is finite only if every number is (or cancels, which harms nobody).
            if not np.isfinite(array.sum(dtype=np.float64)):
                raise foreign(folder / segment.file(part).name)

    @cached_property
    def _index(self) -> _Lists:
        return _Lists(self.centroids, self.starts, self.codes)

    def best(self, query: NDArray[np.float32], k: int, alive: NDArray[np.bool_] | None, far: bool) -> Best:
        """As :class:`theodolite.index.stage.Stage`.

        More than ``rerank`` rows are compared when ``k`` asks for them, and more lists scanned where so many
        rows were removed that fewer than ``k`` are left.
        """
        turned = self.turn(query)
        probes = self._segment.far_probes if far else self._segment.probes
        wanted = max(self._segment.far_rerank if far else self._segment.rerank, 2 * k)
        while True:
            near, scores = self._index.nearest_lists(turned, probes)
            held = int((self.starts[near + 1] - self.starts[near]).sum())
            rows = self._index.candidates(turned, near, scores, min(wanted, held))
            if alive is not None:
                rows = rows[alive[rows]]
            if len(rows) >= k or (probes == len(self.centroids) and wanted >= held):
                return self.rerank(query, rows, k)
            if wanted >= held:
                probes = min(len(self.centroids), 4 * probes)
            wanted *= 4

    def proposed(self, query: NDArray[np.float32], probes: int, count: int) -> NDArray[np.float32]:
        """Exact scores of the ``count`` rows with the best estimates, in the order of those."""
        turned = self.turn(query)
        near, scores = self._index.nearest_lists(turned, probes)
        held = int((self.starts[near + 1] - self.starts[near]).sum())
        rows = self._index.candidates(turned, near, scores, min(count, held))
        return stage.mean_cosines(stage.widened(self._vectors.take(rows)), query, self._parts)[0]

    def turn(self, query: NDArray[np.float32]) -> NDArray[np.float32]:
        """The query in the space of the centroids and codes."""
        width = self.rotation.shape[1]
        return np.concatenate(
            [
                products(query[part * width : (part + 1) * width], self.rotation[part])
                for part in range(self._parts)
            ]
        )

    def rerank(self, query: NDArray[np.float32], rows: NDArray[np.int64], k: int) -> Best:
        """The best ``k`` of some rows by their stored vectors."""
        rows = np.sort(rows)
        found = stage.widened(self._vectors.take(rows))
        scores, sound = stage.mean_cosines(found, query, self._parts)
        if not sound:
            raise IndexDamaged(f"{self._vectors.file.path} holds vectors that are not of length 1.")
        return stage.top(rows, scores, k)


class _Lists:
    """FAISS's search in lists whose memory is ours."""

    def __init__(
        self, centroids: NDArray[np.float32], starts: NDArray[np.int64], codes: NDArray[np.uint8]
    ) -> None:
        import faiss

        lists, dim = centroids.shape
        self._faiss: Any = faiss  # its stubs know half of it
        self._centroids, self._starts, self._codes = centroids, starts, codes
        self._quantizer = faiss.IndexFlatIP(dim)
        self._quantizer.add(centroids)
        self._index: Any = faiss.IndexIVFRaBitQ(self._quantizer, dim, lists, faiss.METRIC_INNER_PRODUCT)
        if self._index.code_size != codes.shape[1]:
            raise IndexDamaged(f"The codes of this index are not those of FAISS {faiss.__version__}.")
        # Inverted lists that "lie on disk" are a pointer and an offset for each: here to our own array.
        self._held: Any = faiss.OnDiskInvertedLists()
        self._held.nlist, self._held.code_size = lists, codes.shape[1]
        self._held.read_only, self._held.prefetch_nthread = True, 0
        sizes = np.diff(starts)
        placed = np.ascontiguousarray(
            np.stack([sizes, sizes, starts[:-1] * codes.shape[1]], axis=1), np.uint64
        )
        places: Any = self._held.lists
        places.resize(lists)
        faiss.memcpy(places.data(), faiss.swig_ptr(placed), placed.nbytes)
        self._held.ptr, self._held.totsize = faiss.swig_ptr(codes.reshape(-1)), codes.nbytes
        self._index.replace_invlists(self._held, False)
        self._index.ntotal, self._index.is_trained = len(codes), True

    def __del__(self) -> None:
        if hasattr(self, "_held"):
            self._held.ptr = None  # or FAISS would unmap memory that is not its own

    def nearest_lists(
        self, query: NDArray[np.float32], probes: int
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        scores = products(query, self._centroids)
        near = np.argpartition(scores, len(scores) - probes)[len(scores) - probes :].astype(np.int64)
        return near, np.ascontiguousarray(scores[near])

    def candidates(
        self, query: NDArray[np.float32], near: NDArray[np.int64], scores: NDArray[np.float32], count: int
    ) -> NDArray[np.int64]:
        """The rows of some lists with the best estimates."""
        if count < 1:  # nothing lies in those lists
            return np.empty(0, np.int64)
        pointer = self._faiss.swig_ptr
        # More threads would wait for each other longer than one takes.
        self._faiss.omp_set_num_threads(1)
        estimates, pairs = np.empty(count, np.float32), np.empty(count, np.int64)
        self._index.nprobe = len(near)
        self._index.search_preassigned_c(
            1, pointer(query), count, pointer(near), pointer(scores), pointer(estimates), pointer(pairs), True
        )
        pairs = pairs[pairs >= 0]
        rows: NDArray[np.int64] = self._starts[pairs >> 32] + (pairs & 0xFFFFFFFF)
        return rows


def products(query: NDArray[np.float32], rows: NDArray[np.float32]) -> NDArray[np.float32]:
    """Inner products of ``query`` with contiguous rows on this thread (numpy's would start others)."""
    faiss: Any = importlib.import_module("faiss")
    found = np.empty(len(rows), np.float32)
    query = np.ascontiguousarray(query)
    faiss.fvec_inner_products_ny(
        faiss.swig_ptr(found), faiss.swig_ptr(query), faiss.swig_ptr(rows), rows.shape[1], len(rows)
    )
    return found
