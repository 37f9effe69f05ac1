"""One measurement a process, so that memory, first opening and cold caches are nobody else's.

``python -m tests.bench.scale.measure WHAT ...`` prints one JSON object, its last line.
"""

from __future__ import annotations

import gc
import json
import mmap
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

K = 20
WARM, TIMED = 40, 200


def memory(name: str = "RssAnon") -> int:
    """Bytes of a kind of memory of this process (proc(5): RssAnon, RssFile, VmHWM)."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1]) * 1024
    raise ValueError(name)


class Watch:
    """The largest RssAnon while a block runs, above what it was at its start."""

    def __enter__(self) -> Watch:
        gc.collect()
        self._start = self._peak = memory()
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._look)
        self._thread.start()
        return self

    def _look(self) -> None:
        while not self._done.wait(0.1):
            self._peak = max(self._peak, memory())

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    @property
    def growth(self) -> int:
        return self._peak - self._start


def times(run: Callable[[NDArray[np.float32]], object], queries: NDArray[np.float32]) -> list[float]:
    """Milliseconds of each query, one after another."""
    found = []
    for query in queries:
        started = time.perf_counter()
        run(query)
        found.append(1e3 * (time.perf_counter() - started))
    return found


def ours(folder: str, queries_file: str) -> dict[str, Any]:
    """Memory after opening and after some hundred queries; nothing else is in this process."""
    import faiss  # noqa: F401 - its own memory is not the index's

    from theodolite.index import search, store

    queries = np.load(queries_file)
    gc.collect()
    before = memory(), memory("RssFile")
    started = time.perf_counter()
    index = store.open_index(folder)
    opened = time.perf_counter() - started
    for query in queries[: WARM + TIMED]:
        search.nearest(index, query, K)
    gc.collect()
    warm = times(lambda query: search.nearest(index, query, K), queries[:TIMED])
    whole = times(
        lambda query: search.search([folder], query, index.manifest.pack_sha256, K), queries[:TIMED]
    )
    return {
        "anonymous": memory() - before[0],
        "file_pages": memory("RssFile") - before[1],
        "first_open_s": opened,
        "warm_ms": warm,
        "with_names_ms": whole,
    }


def flat(file: str, queries_file: str) -> dict[str, Any]:
    """The same of a flat index, read by FAISS: two threads."""
    import faiss

    faiss.omp_set_num_threads(2)
    queries = np.load(queries_file)
    gc.collect()
    before = memory(), memory("RssFile")
    started = time.perf_counter()
    index = faiss.read_index(file)
    read = time.perf_counter() - started
    warm = times(lambda query: index.search(query[None], K), queries[:12])[2:]
    gc.collect()
    return {
        "anonymous": memory() - before[0],
        "file_pages": memory("RssFile") - before[1],
        "read_s": read,
        "warm_ms": warm,
    }


def turns(folder: str, file: str, queries_file: str) -> dict[str, Any]:
    """Queries of a flat index and of ours in blocks by turns, so that a busy minute meets both."""
    import faiss

    from theodolite.index import search, store

    queries = np.load(queries_file)
    index, flat = store.open_index(folder), faiss.read_index(file)

    def one(query: NDArray[np.float32]) -> object:
        return search.nearest(index, query, K)

    def other(query: NDArray[np.float32]) -> object:
        faiss.omp_set_num_threads(2)
        return flat.search(query[None], K)

    for query in queries:
        one(query)
    other(queries[0])
    found: dict[str, Any] = {"flat_count": flat.ntotal, "flat_ms": [], "ours_ms": []}
    for turn in range(10):
        part = np.roll(queries, 12 * turn, axis=0)
        found["flat_ms"] += times(other, part[:3])
        times(one, part[-5:])
        found["ours_ms"] += times(one, part[:40])
    return found


def opening(folder: str) -> dict[str, Any]:
    """Seconds to open, for the first time in this process, and of the hashing alone (the header check)."""
    import faiss  # noqa: F401 - importing it is not opening

    from theodolite.index import blocks, layout, search, store

    started = time.perf_counter()
    index = store.open_index(folder)
    first = time.perf_counter()
    search.nearest(index, np.asarray(_unit(index.manifest.dim, index.manifest.parts)), K)
    queried = time.perf_counter()
    manifest = layout.read_manifest(Path(folder))
    checked = time.perf_counter()
    in_memory = 0
    for segment in manifest.segments:
        for part in (*layout.STAGE, "sums"):
            if segment.has(part):
                in_memory += blocks.load_bytes(
                    Path(folder) / segment.file(part).name, segment.file(part)
                ).size
    return {
        "open_s": first - started,
        "first_query_s": queried - first,
        "header_s": time.perf_counter() - checked,
        "header_bytes": in_memory,
    }


def _unit(dim: int, parts: int) -> NDArray[np.float32]:
    rows = np.random.default_rng(1).standard_normal((parts, dim // parts)).astype(np.float32)
    return np.asarray((rows / np.linalg.norm(rows, axis=1, keepdims=True)).reshape(-1), np.float32)


def cold(folder: str, queries_file: str, count: int = 30) -> dict[str, Any]:
    """Opening and queries with none of the index in the page cache; ``checked``: every block anew, too."""
    queries = np.load(queries_file)[:count]
    import faiss  # noqa: F401

    from theodolite.index import search, store

    dropped = _drop(folder)
    started = time.perf_counter()
    index = store.open_index(folder)
    opened = time.perf_counter() - started
    checked, unchecked = [], []
    for query in queries:
        for verified, found in ((False, checked), (True, unchecked)):
            for segment in index.segments:
                for mapped in segment.mapped:
                    _unmap(mapped.bytes)
                    mapped.verified[:] = verified
            _drop(folder)
            found += times(lambda one: search.nearest(index, one, K), query[None])
    return {"open_s": opened, "checked_ms": checked, "unchecked_ms": unchecked, "dropped_bytes": dropped}


def _drop(folder: str) -> int:
    """Put the files of an index out of the page cache; how many bytes they have."""
    total = 0
    for path in Path(folder).iterdir():
        descriptor = os.open(path, os.O_RDONLY)
        os.fsync(descriptor)
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        total += os.fstat(descriptor).st_size
        os.close(descriptor)
    return total


def _unmap(array: Any) -> None:
    """Let go of the pages of a memory map, so that the kernel can forget them."""
    while array is not None and not isinstance(array, mmap.mmap):
        array = array._mmap if isinstance(array, np.memmap) else getattr(array, "base", None)
    if array is not None:
        array.madvise(mmap.MADV_DONTNEED)


def build(out: str, count: str, dim: str, places_folder: str, gallery: str) -> dict[str, Any]:
    """Build an index of ``count`` rows by streaming."""
    from tests.bench.scale import places
    from theodolite.index import layout, stream
    from theodolite.jobs import run_to_end

    rows, width = int(count), int(dim)
    vectors, where = places.encoded(Path(gallery), Path(places_folder))
    origin = stream.Origin() if width == places.DIM else stream.Origin(layout=layout.G3)
    generating = [0.0]

    def blocks() -> Iterator[stream.Block]:
        made = places.blocks(vectors, rows, width)
        while True:
            started = time.perf_counter()
            piece = next(made, None)
            if piece is not None:
                first, part = piece
                at = np.asarray(where[np.arange(first, first + len(part)) % len(where)])
                block = stream.Block(places.numbered(first, len(part)), at[:, 0], at[:, 1], part)
            generating[0] += time.perf_counter() - started
            if piece is None:
                return
            yield block

    said = [""]

    def tell(progress: Any) -> None:
        if progress.text != said[0]:
            said[0] = progress.text
            print(f"{time.perf_counter() - started:7.1f} s  {progress.text}", file=sys.stderr, flush=True)

    with Watch() as watch:
        started = time.perf_counter()
        info = run_to_end(stream.build_stream(blocks(), out, width, origin), tell)
        wall = time.perf_counter() - started
    segment = layout.read_manifest(Path(out)).segments[0]
    return {
        "count": info.count,
        "dim": width,
        "build_s": wall - generating[0],
        "generating_s": generating[0],
        "build_anonymous": watch.growth,
        "disk": info.size,
        "disk_by_part": {file.part: file.size for file in segment.files},
        "lists": segment.lists,
        "probes": segment.probes,
        "rerank": segment.rerank,
        "far_probes": segment.far_probes,
        "far_rerank": segment.far_rerank,
        "recall_by_itself": getattr(segment, "recall", None),
    }


def verify(folder: str) -> dict[str, Any]:
    """Seconds to read and hash every byte."""
    from theodolite.index import store
    from theodolite.jobs import run_to_end

    started = time.perf_counter()
    info = run_to_end(store.verify(folder))
    return {"verify_s": time.perf_counter() - started, "bytes": info.size}


WHAT: dict[str, Callable[..., dict[str, Any]]] = {
    one.__name__: one for one in (ours, flat, turns, opening, cold, build, verify)
}

if __name__ == "__main__":
    print(json.dumps(WHAT[sys.argv[1]](*sys.argv[2:])))
