"""References that no photograph was needed for: places of clusters, and vectors that vary with the place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from theodolite.index import spool
from theodolite.index.layout import Row
from theodolite.index.store import IndexInfo
from theodolite.index.stream import Block, Origin, Settings, build_stream
from theodolite.jobs import run_to_end

PACK = "ab" * 32
SETTINGS = Settings()


class World:
    """``count`` references in towns, vectors float32 [count, parts * dim], each part of length 1."""

    def __init__(self, count: int, dim: int = 64, parts: int = 1, seed: int = 7) -> None:
        random = np.random.default_rng(seed)
        towns = max(2, count // 40)
        self.lat = np.empty(count)
        self.lon = np.empty(count)
        centre = np.stack([random.uniform(-60, 70, towns), random.uniform(-179, 179, towns)], axis=1)
        self.town = random.integers(0, towns, count)
        self.lat, self.lon = (centre[self.town] + random.normal(0, 0.02, (count, 2))).T
        xyz = spool.towns.unit(self.lat, self.lon)
        waves = random.normal(size=(3, parts * dim)) * np.repeat([1.0, 10.0, 100.0, 500.0], parts * dim // 4)
        smooth = np.cos(xyz @ waves + random.uniform(0, 2 * np.pi, parts * dim))
        self.parts, self.dim = parts, parts * dim
        self.vectors = _units(
            _units(smooth, parts) + 0.3 * _units(random.normal(size=smooth.shape), parts), parts
        )
        self.ids = spool.hashed(f"{seed} {row}" for row in range(count))

    def blocks(self, first: int = 0, last: int | None = None, step: int = 1000) -> Iterator[Block]:
        last = len(self.lat) if last is None else last
        for at in range(first, last, step):
            part = slice(at, min(at + step, last))
            rows = tuple(Row(f"p{row}.jpg") for row in range(part.start, part.stop))
            yield Block(self.ids[part], self.lat[part], self.lon[part], self.vectors[part], rows)

    @property
    def origin(self) -> Origin:
        align = {"align": "a", "align_sha256": "cd" * 32, "layout": "g3"} if self.parts == 3 else {}
        return Origin(pack="p", pack_version="1", pack_sha256=PACK, folder="/nowhere", **align)

    def build(
        self, out: Path, first: int = 0, last: int | None = None, settings: Settings = SETTINGS
    ) -> IndexInfo:
        return run_to_end(build_stream(self.blocks(first, last), out, self.dim, self.origin, settings))

    def queries(self, count: int, cosine: float, seed: int = 3) -> NDArray[np.float32]:
        random = np.random.default_rng(seed)
        base = self.vectors[random.integers(0, len(self.lat), count)].reshape(count, self.parts, -1)
        noise = random.normal(size=base.shape).astype(np.float32)
        noise -= np.einsum("npd,npd->np", noise, base)[:, :, None] * base
        noise /= np.linalg.norm(noise, axis=2, keepdims=True)
        return np.asarray(cosine * base + np.sqrt(1 - cosine**2) * noise, np.float32).reshape(count, -1)

    def scores(self, queries: NDArray[np.float32]) -> NDArray[np.float32]:
        """Exact mean cosines [queries, references]."""
        return queries @ self.vectors.T / self.parts


def _units(rows: NDArray[np.float64], parts: int) -> NDArray[np.float32]:
    split = rows.reshape(len(rows), parts, -1)
    return (split / np.linalg.norm(split, axis=2, keepdims=True)).reshape(len(rows), -1).astype(np.float32)
