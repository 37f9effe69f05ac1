"""Cells of a style from the coordinates of a training set."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from theodolite.cells import s2
from theodolite.cells.administrative import administrative
from theodolite.cells.combinatorial import coarse
from theodolite.cells.config import CellsConfig
from theodolite.cells.partition import adaptive
from theodolite.cells.scheme import Scheme, intersected, nested, single
from theodolite.errors import InputError
from theodolite.jobs import Job, Progress


def build(
    lat: ArrayLike, lon: ArrayLike, config: CellsConfig, *, seed: int = 7,
    region: ArrayLike | None = None, country: ArrayLike | None = None,
) -> Job[Scheme]:  # fmt: skip
    """The scheme of ``config`` for points [n] in degrees; the same points, settings and seed: the same cells.

    ``region``, ``country`` [n]: administrative areas (:mod:`theodolite.cells.regions`), for PIGEON's style;
    without them the globe is one area. ``seed`` counts for CPlaNet only. Raises InputError.
    """
    lat, lon = s2.checked(lat, lon)
    if not len(lat):
        raise InputError("Cells need the coordinates of a training set.")
    yield Progress(f"Making the cells of {config.name}", 0, len(config.most))
    if config.style == "planet":
        found = adaptive(lat, lon, least=config.least, most=config.most[0], deepest=config.deepest)
        return single(config.style, found)
    if config.style == "isns":
        levels = []
        for number, most in enumerate(config.most):
            levels.append(adaptive(lat, lon, least=config.least, most=most, deepest=config.deepest))
            yield Progress("Partitions", number + 1, len(config.most))
        return nested(config.style, levels)
    if config.style == "cplanet":
        seeds = tuple(seed + number for number in range(config.partitions))
        levels = []
        for level in coarse(
            lat, lon, base=config.base, least=config.least, most=config.most[0],
            classes=config.classes, seeds=seeds,
        ):  # fmt: skip
            levels.append(level)
            yield Progress("Partitions", len(levels), config.partitions)
        return intersected(config.style, levels, lat, lon)
    area = np.zeros(len(lat), np.int64) if region is None else np.asarray(region, np.int64)
    land = np.zeros(len(lat), np.int64) if country is None else np.asarray(country, np.int64)
    cells = yield from administrative(
        lat, lon, area, land, least=config.least, most=config.most[0], optics=config.optics
    )
    return single(config.style, cells)
