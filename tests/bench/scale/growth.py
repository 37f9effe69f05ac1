"""From a quarter of a million to 4.12 million references, and G3's 2304 numbers: steps, and their picture.

``python -m tests.bench.scale.growth [--reuse] [STEP ...]`` runs steps (all of them: 0.25 0.5 1 2 4.12 g3),
each in processes of its own, and keeps its numbers in build/bench/growth-STEP.json; ``--reuse`` takes kept
ones, and says so. The index of a step is deleted when it has been measured.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

import numpy as np

from tests.bench.scale import places, runs
from tests.bench.scale.runs import COSINES, FOLDER, K, median, p95, size

STEPS = {"0.25": 250_000, "0.5": 500_000, "1": 1_000_000, "2": 2_000_000, "4.12": 4_120_000}
G3 = "g3"
G3_COUNT, PUBLISHED_COUNT, PUBLISHED_BYTES = 1_000_000, 4_120_000, 38e9
QUERIES = 40  # a cosine
FLAT_COUNT = 1_000_000  # rows of the flat index that is measured beside; more are a line from there
_PIECE = 1 << 16


def run(name: str, reuse: bool, gallery: Path) -> dict[str, Any]:
    return runs.step(f"growth-{name}", reuse, lambda: _measure(name, gallery))


def _measure(name: str, gallery: Path) -> dict[str, Any]:
    count, dim = (G3_COUNT, places.G3_DIM) if name == G3 else (STEPS[name], places.DIM)
    folder, asked = FOLDER / f"growth-{name}", FOLDER / f"queries-{name}.npy"
    shutil.rmtree(folder, ignore_errors=True)
    try:
        found = runs.measured("build", folder, count, dim, FOLDER, gallery)
        queries, best = _exact(gallery, count, dim)
        np.save(asked, queries)
        found |= {"recall": _recall(folder, gallery, count, dim, queries, best)}
        found |= {"ours": runs.measured("ours", folder, asked)}
        found |= {"opening": runs.measured("opening", folder), "cold": runs.measured("cold", folder, asked)}
        found |= {"verify_s": runs.measured("verify", folder)["verify_s"]}
        if dim == places.DIM:
            found |= {"turns": _turns(gallery, folder, min(count, FLAT_COUNT), asked)}
        return found
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        asked.unlink(missing_ok=True)


def _exact(gallery: Path, count: int, dim: int) -> tuple[runs.Floats, runs.Floats]:
    """Queries, and the exact scores of their best rows, in one pass over the rows (never all in memory)."""
    vectors, _ = places.encoded(gallery, FOLDER)
    wanted = np.sort(np.random.default_rng(1).choice(count, QUERIES, replace=False))
    sources = np.empty((QUERIES, dim), np.float32)
    for first, rows in places.blocks(vectors, count, dim):
        here = (wanted >= first) & (wanted < first + len(rows))
        sources[here] = rows[wanted[here] - first]
    parts = 1 if dim == places.DIM else 3
    queries = np.concatenate([_aside(sources, cosine, n, parts) for n, cosine in enumerate(COSINES)])
    best = np.full((len(queries), K), -np.inf, np.float32)
    for _, rows in places.blocks(vectors, count, dim):
        joined = np.concatenate([best, queries @ rows.T], axis=1)
        best = -np.partition(-joined, K - 1, axis=1)[:, :K]
    return queries, -np.sort(-best, axis=1)


def _aside(sources: runs.Floats, cosine: float, number: int, parts: int) -> runs.Floats:
    """Queries at a cosine to their source, in each part of the vectors."""
    made = [
        places.queries(one, cosine, 10 * number + part)
        for part, one in enumerate(np.split(sources, parts, axis=1))
    ]
    return np.concatenate(made, axis=1)


def _recall(
    folder: Path, gallery: Path, count: int, dim: int, queries: runs.Floats, best: runs.Floats
) -> dict[str, float]:
    """Recall by cosine; the exact scores of the rows found come from a second pass."""
    from theodolite.index import search, store

    index = store.open_index(folder)
    numbers = [runs.numbers_of(index, search.nearest(index, query, K)) for query in queries]
    every = np.unique(np.concatenate(numbers))
    held = np.empty((len(every), dim), np.float32)
    vectors, _ = places.encoded(gallery, FOLDER)
    for first, rows in places.blocks(vectors, count, dim):
        at = np.searchsorted(every, [first, first + len(rows)])
        held[at[0] : at[1]] = rows[every[at[0] : at[1]] - first]
    hits = [
        np.count_nonzero(held[np.searchsorted(every, found)] @ query >= one[-1] - runs.ROUNDING) / K
        for found, query, one in zip(numbers, queries, best, strict=True)
    ]
    return {str(c): float(np.mean(hits[n * QUERIES : (n + 1) * QUERIES])) for n, c in enumerate(COSINES)}


def _turns(gallery: Path, folder: Path, count: int, asked: Path) -> dict[str, Any]:
    """Times by turns with a flat index over the first ``count`` rows."""
    import faiss

    vectors, _ = places.encoded(gallery, FOLDER)
    index, path = faiss.IndexFlatIP(places.DIM), FOLDER / "growth-flat.faiss"
    for _, rows in places.blocks(vectors, count):
        index.add(rows)
    faiss.write_index(index, str(path))
    del index
    try:
        return runs.measured("turns", folder, path, asked)
    finally:
        path.unlink()


def said(name: str, found: dict[str, Any]) -> str:
    """One step in two lines."""
    ours = found["ours"]
    warm = found["turns"]["ours_ms"] if "turns" in found else ours["warm_ms"]
    beside = f" (flat {flat_ms(found):.0f} ms)" if "turns" in found else ""
    recall = ", ".join(f"{value:.4f}" for value in found["recall"].values())
    return (
        f"  {name:>5}: {found['count']:,} x {found['dim']}: built in {found['build_s']:.0f} s within "
        f"{size(found['build_anonymous'])}; disk {size(found['disk'])}; RssAnon {size(ours['anonymous'])}\n"
        f"         recall@20 {recall}; warm {median(warm):.3f} ms ({p95(warm):.3f}){beside}, cold "
        f"{median(found['cold']['checked_ms']):.0f} ms; opened in {1e3 * found['opening']['open_s']:.0f} ms; "
        f"verified in {found['verify_s']:.0f} s; {found['machine']}"
    )


def flat_ms(step: dict[str, Any]) -> float:
    """Milliseconds of a flat query over the rows of a step: linear from the rows measured beside it."""
    turns = step["turns"]
    return median(turns["flat_ms"]) * step["count"] / turns["flat_count"]


if __name__ == "__main__":
    from theodolite import packs

    names = [name for name in sys.argv[1:] if not name.startswith("-")] or [*STEPS, G3]
    for name in names:
        print(said(name, run(name, "--reuse" in sys.argv, packs.installed("gallery").path)), flush=True)
