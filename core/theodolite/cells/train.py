"""Training of the classifier over geocells, on cached image vectors.

Everything a step does is a function of the seed, the epoch and the number of the step: a training that was
killed goes on from its last checkpoint and ends, on a CPU, with the same bits.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import numpy as np

from theodolite.align.features import Features
from theodolite.cells import folder, refine
from theodolite.cells.classify import units
from theodolite.cells.config import CellsConfig
from theodolite.cells.folder import About, Trained
from theodolite.cells.partition import I8
from theodolite.cells.refine import Prototypes
from theodolite.cells.scheme import Scheme
from theodolite.codec import to_plain
from theodolite.errors import InputError
from theodolite.jobs import Job, Progress

_CHUNK = 1 << 14


@dataclass(frozen=True, slots=True)
class ClassifierConfig:
    """How to train. ``hidden``: width of a hidden layer, 0: a linear classifier. ``held_out``: share of the
    spots kept away from training and used to measure. ``checkpoint_s``: seconds between checkpoints.
    ``smoothing_km``: tau of labels that fall with distance, 0: one class each, None: as the style of the
    cells has it. ``threads``: of torch, 0: as many as the program may use."""

    epochs: int = 20
    batch: int = 256
    rate: float = 1e-3
    weight_decay: float = 1e-2
    hidden: int = 0
    seed: int = 7
    held_out: float = 0.05
    smoothing_km: float | None = None
    checkpoint_s: float = 60.0
    threads: int = 0

    def __post_init__(self) -> None:
        if self.epochs < 1 or self.batch < 1 or self.hidden < 0 or self.seed < 0:
            raise InputError("A training takes at least 1 epoch, batches of at least 1, and a seed from 0.")
        if not (0 < self.rate < 1 and 0 <= self.weight_decay < 1 and 0 <= self.held_out <= 0.5):
            raise InputError(
                "Rate and weight decay lie between 0 and 1, the held-out share between 0 and 0.5."
            )
        if self.smoothing_km is not None and not 0 <= self.smoothing_km < 20_000:
            raise InputError("Labels are smoothed over 0 to 20,000 km.")


def fit(features: Features, out: Path, config: ClassifierConfig, *, region: I8 | None = None) -> Job[Trained]:
    """Train a classifier of the cells in the folder ``out`` and write it there.

    ``region`` [n]: areas of the photographs, where the cells have them. A training that was stopped goes on;
    one that is complete is answered from its description. Raises NotFound without cells, InputError
    (features that do not fit, a loss that is no number any more), PackError, StorageFailed.
    """
    from theodolite.cells.run import Run

    yield Progress("Preparing the training", waiting=True)
    about, scheme = folder.read_scheme(out)
    if config.smoothing_km is None:
        config = replace(config, smoothing_km=about.config.smoothing_km or 0.0)
    made_from = _made_from(features, about, config)
    if (out / folder.CLASSIFIER).is_file():
        done = folder.read_trained(out)
        if done.made_from == made_from:
            return done
    labels = scheme.labels(features.lat, features.lon, region)
    run = Run(features, scheme, labels, config, out, made_from)
    yield from run.to_end()
    prototypes = None
    if about.config.refinement is not None:
        prototypes = yield from gather_prototypes(features, scheme, labels, about.config, run.train)
    trained = folder.write_trained(
        out,
        run.weights(),
        prototypes,
        {
            "cells_sha256": about.sha256,
            "dim": features.image_dim,
            "hidden": config.hidden,
            "encoder_sha256": features.encoder_sha256,
            "used": len(run.train),
            "held": len(run.held),
            "dropped": int((labels < 0).all(axis=1).sum()),
            "steps": run.step,
            "epochs": tuple(run.epochs),
            "made_from": made_from,
        },
    )
    run.drop()
    return trained


def gather_prototypes(
    features: Features, scheme: Scheme, labels: I8, config: CellsConfig, rows: I8
) -> Job[Prototypes]:
    """Clusters of the photographs ``rows`` within their cells, with the first OPTICS parameters."""
    lat, lon, cell = features.lat[rows], features.lon[rows], labels[rows, 0]
    found = yield from refine.group(lat, lon, cell, config.optics[0])
    order = np.concatenate([cluster for _, cluster in found])
    vectors = np.empty((len(order), features.image_dim), np.float16)
    for start in range(0, len(order), _CHUNK):
        yield Progress("Vectors of the prototypes", start, len(order))
        part = order[start : start + _CHUNK]
        vectors[start : start + _CHUNK] = units(features.images(rows[part])).astype(np.float16)
    sizes = np.array([len(cluster) for _, cluster in found], dtype=np.int64)
    starts = np.concatenate([[0], np.cumsum(sizes)])
    mean = np.stack(
        [vectors[first:after].astype(np.float32).mean(axis=0) for first, after in pairwise(starts.tolist())]
    )
    return Prototypes(
        cell=np.array([number for number, _ in found], dtype=np.int64),
        mean=mean,
        start=starts.astype(np.int64),
        vectors=vectors,
        lat=lat[order],
        lon=lon[order],
    )


def _made_from(features: Features, about: About, config: ClassifierConfig) -> str:
    plain = to_plain(config)
    for without_effect in ("checkpoint_s", "threads"):
        del plain[without_effect]
    text = json.dumps([features.fingerprint, about.sha256, to_plain(about.config), plain], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()
