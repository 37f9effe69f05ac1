"""A small made-up world: towns with photographs whose vectors tell of the place, dimly."""

from __future__ import annotations

import numpy as np

from theodolite.align.features import Features
from theodolite.cells.config import CellsConfig, Refinement
from theodolite.geo.geodesy import to_xyz

#: The four styles, in numbers fit for some thousand photographs.
STYLES = {
    "planet": CellsConfig("planet", "planet", 10, (100,)),
    "cplanet": CellsConfig("cplanet", "cplanet", 10, (300,), base=40, partitions=4),
    "isns": CellsConfig("isns", "isns", 10, (400, 150, 60)),
    "pigeon": CellsConfig(
        "pigeon", "pigeon", 30, (80,), optics=((8, 0.05),), smoothing_km=200.0,
        refinement=Refinement(5, 5, 0.3, 1000.0),
    ),
}  # fmt: skip


def features(count: int, seed: int, dim: int = 48, noise: float = 0.5) -> Features:
    """``count`` photographs of 60 towns (always the same towns), ``seed`` drawing the photographs."""
    towns, world = np.random.default_rng(11), np.random.default_rng([12, seed])
    lat = np.degrees(np.arcsin(towns.uniform(-0.85, 0.85, 60)))
    lon = towns.uniform(-180, 180, 60)
    size = towns.pareto(1.2, 60) + 0.3
    frequencies = towns.normal(0, 6.0, (3, dim))
    phases = towns.uniform(0, 2 * np.pi, dim)
    at = world.choice(60, count, p=size / size.sum())
    lat = np.clip(lat[at] + world.normal(0, 0.2, count), -90, 90)
    lon = (lon[at] + world.normal(0, 0.2, count) + 180) % 360 - 180
    signal = np.cos(to_xyz(lat, lon) @ frequencies + phases)
    image = 7.0 * (signal + world.normal(0, noise, signal.shape))
    return Features(image.astype(np.float32), lat, lon, encoder_sha256="e" * 64)


def areas(made: Features) -> np.ndarray:
    """Made-up administrative areas: one a patch of 60 by 60 degrees."""
    return np.floor(made.lat / 60).astype(np.int64) * 10 + np.floor(made.lon / 60).astype(np.int64)
