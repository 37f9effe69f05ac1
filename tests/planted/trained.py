"""Training on a planted world with the product's own code, and what retrieval finds with and without it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np

from tests.planted.world import DIM, F4, F8, I8, World
from theodolite.align import train, vectors
from theodolite.align.config import reduced
from theodolite.align.features import Features
from theodolite.jobs import run_to_end

RATE, EPOCHS = 1e-3, 4  # a cold start; G3's 3e-5 for 10 epochs presumes GeoCLIP's weights
BATCH = 256
HIDDEN = 256  # of every head, that of the location encoder too
MOST_REFERENCES = 15
_BLOCK = 250


@dataclass(frozen=True)
class Trained:
    """A model trained on ``world.known``. ``folder``: align.json and model.safetensors."""

    world: World
    folder: Path

    @cached_property
    def asked_gps(self) -> F4:
        """f_gps of what is asked about: unit vectors [n, 128]."""
        return vectors.image_gps(self.world.asked.x, self.folder)

    @cached_property
    def known_gps(self) -> F4:
        """f_gps of the references: unit vectors [m, 128]."""
        return vectors.image_gps(self.world.known.x, self.folder)

    @cached_property
    def g3(self) -> tuple[F4, F4]:
        """Asked and known in G3's layout [x; f_text; f_gps], each part of length 1."""
        asked, known = (vectors.embed(p.x, self.folder, "g3") for p in (self.world.asked, self.world.known))
        return asked, known

    def places(self, lat: F8, lon: F8) -> F4:
        """Unit vectors [n, 128] of places by the location encoder and its head."""
        return vectors.places(np.stack([lat, lon], axis=1), self.folder)


def training(
    world: World,
    folder: Path,
    *,
    text: bool = True,
    permuted: bool = False,
    epochs: int = EPOCHS,
    batch: int = BATCH,
    threads: int = 1,
) -> Trained:
    """Train at G3's shapes, reduced, on all references of ``world``.

    ``text``: with the image-to-text term and its heads, or without. ``permuted``: every photograph gets the
    place, and the sentence, of another one: the control, in which nothing about places can be learnt.
    """
    known = world.known
    row = np.arange(len(known))
    if permuted:
        row = np.random.default_rng([world.seed, len(known)]).permutation(row)
    features = Features(
        known.x, known.lat[row], known.lon[row], np.ascontiguousarray(known.text[row]) if text else None
    )
    config = train.TrainConfig(
        align=replace(reduced(image_dim=DIM, text_dim=DIM if text else None), location_hidden=HIDDEN),
        epochs=epochs,
        batch=batch,
        rate=RATE,
        seed=world.seed,
        device="cpu",
        checkpoint_s=600.0,
        threads=threads,
    )
    return Trained(world, run_to_end(train.fit(features, config, folder)).folder)


def nearest(asked: F4, known: F4, k: int = 1) -> I8:
    """Rows [n, k] of ``known`` [m, d] with the greatest inner product with each of ``asked`` [n, d], best
    first; exact. Equal ones stand in the order of their rows."""
    found = np.empty((len(asked), k), dtype=np.int64)
    for start in range(0, len(asked), _BLOCK):
        scores = asked[start : start + _BLOCK] @ known.T
        rows = np.argpartition(-scores, min(k, scores.shape[1] - 1), axis=1)[:, :k]
        rows.sort(axis=1)
        order = np.argsort(-np.take_along_axis(scores, rows, axis=1), axis=1, kind="stable")
        found[start : start + len(scores)] = np.take_along_axis(rows, order, axis=1)
    return found


def units(rows: F4) -> F4:
    return vectors.units(rows)
