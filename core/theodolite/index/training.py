"""Building the compressed first stage of a segment (compressed.py): train, sort into lists, encode, tune."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from theodolite.index import blocks, grouping, layout, tuning
from theodolite.index.compressed import code_size
from theodolite.index.grouping import Centroids
from theodolite.index.layout import Segment
from theodolite.index.segment import Settings, write_rows
from theodolite.index.spool import Spool
from theodolite.jobs import Job, Progress
from theodolite.workers import threads

_PER_LIST = 40  # rows of the sample for each list: fewer make worse lists, more hardly better ones
_SAMPLE = 512 << 20  # bytes of the sample at most
_PIECE = 1 << 15  # rows turned, sorted and encoded at once


def write(folder: Path, spool: Spool, settings: Settings) -> Job[Segment]:
    """The kept rows of ``spool`` as a compressed segment in ``folder``."""
    import faiss

    faiss.omp_set_num_threads(threads())
    count, dim = len(spool.kept), spool.dim
    lists = settings.lists or lists_for(count)
    rotation = rotations(spool.parts, dim // spool.parts, settings.seed)
    centroids = yield from _train(spool, rotation, lists, settings.seed)
    assigned = yield from _encode(spool, rotation, centroids)
    order = np.argsort(assigned, kind="stable")
    starts = np.concatenate([[0], np.cumsum(np.bincount(assigned, minlength=lists))]).astype(np.int64)
    files = [*(yield from write_rows(folder, spool, spool.kept[order]))]
    codes = np.memmap(spool.folder / "codes", np.uint8, "r", shape=(count, code_size(dim)))
    with blocks.Writer(folder, "codes") as writer:
        writer.header(codes.shape, np.uint8)
        for first in range(0, count, 8 * _PIECE):
            writer.rows(codes[order[first : first + 8 * _PIECE]])
        files.append(writer.finish()[0])
    for part, array in (("centroids", centroids.of_lists), ("lists", starts), ("rotation", rotation)):
        files.append(blocks.write_array(folder, part, array)[0])
    made = Segment(
        stage=layout.COMPRESSED,
        count=count,
        removed=0,
        files=tuple(files),
        lists=lists,
        probes=min(lists, settings.probes or 16),
        rerank=settings.rerank or 400,
        far_probes=min(lists, 2 * (settings.probes or 16)),
        far_rerank=settings.rerank or 400,
    )
    tuned = yield from tuning.tune(folder, made, spool, settings)
    return tuned


def lists_for(count: int) -> int:
    """About four times the root of the number of rows, as a power of two: 4096 for a million."""
    return int(2 ** np.clip(np.rint(np.log2(4.0 * np.sqrt(count))), 4, 14))


def rotations(parts: int, width: int, seed: int) -> NDArray[np.float32]:
    """Random orthogonal matrices [parts, width, width]."""
    random = np.random.default_rng(seed)
    made = [np.linalg.qr(random.standard_normal((width, width)))[0] for _ in range(parts)]
    return np.stack(made).astype(np.float32)


def turned(rows: NDArray[np.float16], rotation: NDArray[np.float32]) -> NDArray[np.float32]:
    """Stored rows [n, dim] in the space of the lists."""
    parts, width, _ = rotation.shape
    wide = rows.astype(np.float32).reshape(len(rows), parts, width)
    return np.concatenate([wide[:, part] @ rotation[part].T for part in range(parts)], axis=1)


def _train(spool: Spool, rotation: NDArray[np.float32], lists: int, seed: int) -> Job[Centroids]:
    """Centroids of the lists, of a sample of the rows."""
    size = min(len(spool.kept), max(lists, min(_PER_LIST * lists, _SAMPLE // (4 * spool.dim))))
    random = np.random.default_rng(seed)
    rows = spool.kept[np.sort(random.choice(len(spool.kept), size, replace=False))]
    sample = np.empty((size, spool.dim), np.float32)
    for first in range(0, size, _PIECE):
        sample[first : first + _PIECE] = turned(spool.vectors[rows[first : first + _PIECE]], rotation)
        yield Progress("Sampling references", first, size)
    found = yield from grouping.train(sample, lists, random)
    return found


def _encode(spool: Spool, rotation: NDArray[np.float32], centroids: Centroids) -> Job[NDArray[np.int32]]:
    """The list of each kept row, and their codes written to the spool in the order of the rows."""
    import faiss

    lists, dim = centroids.of_lists.shape
    quantizer = faiss.IndexFlatIP(dim)
    quantizer.add(centroids.of_lists)
    encoder = faiss.IndexIVFRaBitQ(quantizer, dim, lists, faiss.METRIC_INNER_PRODUCT)
    encoder.is_trained = True
    count, size = len(spool.kept), code_size(dim)
    assigned = np.empty(count, np.int32)
    with (spool.folder / "codes").open("wb") as stream:
        for first in range(0, count, _PIECE):
            yield Progress("Compressing references", first, count)
            rows = turned(spool.vectors[spool.kept[first : first + _PIECE]], rotation)
            nearest = centroids.nearest(rows)
            codes = np.empty((len(rows), size), np.uint8)
            pointer = faiss.swig_ptr
            encoder.encode_vectors(len(rows), pointer(rows), pointer(nearest), pointer(codes))
            stream.write(codes.tobytes())
            assigned[first : first + _PIECE] = nearest
    return assigned
