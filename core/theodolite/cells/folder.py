"""A folder of geocells: the cells, and once trained the classifier and, for PIGEON, the prototypes.

* ``cells.json``: how they were made, and the hash of ``cells.safetensors`` (partitions and fine cells)
* ``classifier.json``: what it was trained on, and the hashes of ``classifier.safetensors`` (weights) and of
  ``prototypes.safetensors``; ``images.npy``: float16 [m, d], the vectors of the photographs of the clusters,
  read through a memory map

A folder without the second is cells to train on. Files are written beside their places and renamed, the
description last; one that is damaged is named.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from theodolite.align import checkpoint
from theodolite.cells.classify import Weights
from theodolite.cells.config import CellsConfig
from theodolite.cells.partition import Partition
from theodolite.cells.refine import Prototypes
from theodolite.cells.scheme import Scheme
from theodolite.codec import from_plain, to_plain
from theodolite.errors import NotFound, PackError, StorageFailed

KIND = "geocells"
SCHEMA = 1
CELLS, CELLS_DATA = "cells.json", "cells.safetensors"
CLASSIFIER, WEIGHTS = "classifier.json", "classifier.safetensors"
PROTOTYPES, IMAGES = "prototypes.safetensors", "images.npy"
_LEVEL = ("count", "lat", "lon", "classes", "cells", "spots", "regions")


@dataclass(frozen=True, slots=True)
class About:
    """``sha256``: of the cells' arrays; ``points``: coordinates they were made of; ``areas``: whether regions
    came from the gazetteer ('gazetteer'), the border map alone ('countries') or were not used ('')."""

    sha256: str
    style: str
    combine: str
    kinds: tuple[str, ...]
    config: CellsConfig
    points: int
    seed: int
    areas: str = ""


@dataclass(frozen=True, slots=True)
class Trained:
    """What the classifier is. ``encoder_sha256``: the encoder whose vectors it takes ('' unknown).

    ``used`` photographs were trained on, ``held`` measured with, ``dropped`` lie in no cell. ``prototypes``:
    hash of the prototypes' arrays, '' without. ``made_from``: features and settings, for a training that is
    taken up again. ``epochs``: lines of the log.
    """

    sha256: str
    cells_sha256: str
    dim: int
    hidden: int
    encoder_sha256: str
    used: int
    held: int
    dropped: int
    steps: int
    epochs: tuple[EpochLine, ...]
    made_from: str
    prototypes: str = ""


@dataclass(frozen=True, slots=True)
class EpochLine:
    """Mean loss of an epoch, and shares of held-out photographs whose best cell's point lies within 25, 200
    and 750 km (None without held-out photographs)."""

    epoch: int
    loss: float
    within: tuple[float, float, float] | None


@dataclass(frozen=True)
class Model:
    """A trained folder, ready to answer."""

    about: About
    trained: Trained
    scheme: Scheme
    weights: Weights
    prototypes: Prototypes | None


def write_cells(out: Path, scheme: Scheme, config: CellsConfig, seed: int, points: int, areas: str) -> About:
    """Make ``out`` a folder of cells. What was trained on other cells there is removed first."""
    arrays: dict[str, NDArray[Any]] = {
        "parents": scheme.parents, "count": scheme.count, "lat": scheme.lat, "lon": scheme.lon
    }  # fmt: skip
    for number, level in enumerate(scheme.levels):
        for part in _LEVEL:
            value = getattr(level, part)
            if value is not None:
                arrays[f"level{number}.{part}"] = value
    data = _encoded(arrays)
    about = About(
        sha256=hashlib.sha256(data).hexdigest(),
        style=scheme.style,
        combine=scheme.combine,
        kinds=tuple(level.kind for level in scheme.levels),
        config=config,
        points=points,
        seed=seed,
        areas=areas,
    )
    try:
        out.mkdir(parents=True, exist_ok=True)
        (out / CLASSIFIER).unlink(missing_ok=True)
        (out / CELLS).unlink(missing_ok=True)
        checkpoint.drop(out)
        checkpoint.replace(out / CELLS_DATA, data)
        checkpoint.replace(out / CELLS, _text(about))
    except OSError as error:
        raise StorageFailed(f"Cells cannot be written to {out}: {error.strerror or error}.") from error
    return about


def write_trained(
    out: Path, weights: Weights, prototypes: Prototypes | None, describe: dict[str, Any]
) -> Trained:
    """Add the classifier to a folder of cells; ``describe``: the fields of :class:`Trained` but hashes."""
    data = _encoded(dict(weights))
    kept = None if prototypes is None else _encoded(
        {name: getattr(prototypes, name) for name in ("cell", "mean", "start", "lat", "lon")}
    )  # fmt: skip
    trained = Trained(
        sha256=hashlib.sha256(data).hexdigest(),
        prototypes="" if kept is None else hashlib.sha256(kept).hexdigest(),
        **describe,
    )
    try:
        (out / CLASSIFIER).unlink(missing_ok=True)
        checkpoint.replace(out / WEIGHTS, data)
        if prototypes is not None and kept is not None:
            checkpoint.replace(out / PROTOTYPES, kept)
            beside = out / f".{IMAGES}.writing"
            with beside.open("wb") as stream:
                np.save(stream, prototypes.vectors)
                stream.flush()
                os.fsync(stream.fileno())
            beside.replace(out / IMAGES)
        checkpoint.replace(out / CLASSIFIER, _text(trained))
    except OSError as error:
        raise StorageFailed(
            f"The classifier cannot be written to {out}: {error.strerror or error}."
        ) from error
    return trained


def files(folder: Path) -> tuple[str, ...]:
    """The files of a trained folder, for a pack. Raises NotFound, PackError."""
    trained = read_trained(folder)
    more = (PROTOTYPES, IMAGES) if trained.prototypes else ()
    return (CELLS, CELLS_DATA, CLASSIFIER, WEIGHTS, *more)


def read_about(folder: Path) -> About:
    found: About = _read(folder / CELLS, About, "Make cells with: theodolite cells build TABLE --out FOLDER")
    return found


def read_trained(folder: Path) -> Trained:
    step = "Train one with: theodolite cells train TABLE --cells FOLDER"
    found: Trained = _read(folder / CLASSIFIER, Trained, step)
    return found


def read_scheme(folder: Path) -> tuple[About, Scheme]:
    """The cells of a folder. Raises NotFound where there are none, PackError naming a damaged file."""
    about = read_about(folder)
    arrays = _decoded(folder / CELLS_DATA, about.sha256)
    try:
        levels = tuple(
            Partition(
                kind=kind,  # type: ignore[arg-type]
                **{part: arrays.get(f"level{number}.{part}") for part in _LEVEL},  # type: ignore[arg-type]
            )
            for number, kind in enumerate(about.kinds)
        )
        return about, Scheme(
            about.style, about.combine, levels,  # type: ignore[arg-type]
            *(arrays[name] for name in ("parents", "count", "lat", "lon")),
        )  # fmt: skip
    except KeyError as error:
        raise PackError(f"{folder / CELLS_DATA} lacks {error}.") from error


def read_model(folder: Path | str) -> Model:
    """A trained folder, kept loaded until it changes or another is asked for. Raises NotFound, PackError."""
    folder = Path(folder)
    stamps = [(folder / name).stat().st_mtime_ns for name in (CELLS, CLASSIFIER) if (folder / name).is_file()]
    return _loaded(str(folder), tuple(stamps))


@lru_cache(maxsize=1)
def _loaded(path: str, _stamps: tuple[int, ...]) -> Model:
    folder = Path(path)
    about, scheme = read_scheme(folder)
    trained = read_trained(folder)
    if trained.cells_sha256 != about.sha256:
        raise PackError(f"The classifier in {folder} was trained on other cells. Train it again.")
    prototypes = None
    if trained.prototypes:
        arrays = _decoded(folder / PROTOTYPES, trained.prototypes)
        try:
            images = np.load(folder / IMAGES, mmap_mode="r", allow_pickle=False)
            prototypes = Prototypes(vectors=images, **arrays)
        except (OSError, ValueError, TypeError) as error:
            raise PackError(f"{folder / IMAGES} cannot be read: it is missing or damaged.") from error
        if images.shape != (len(prototypes.lat), trained.dim):
            raise PackError(f"{folder / IMAGES} does not fit the prototypes beside it.")
    return Model(about, trained, scheme, _decoded(folder / WEIGHTS, trained.sha256), prototypes)


def _text(value: Any) -> bytes:
    return (json.dumps({"schema": SCHEMA, **to_plain(value)}, indent=1, sort_keys=True) + "\n").encode()


def _read(path: Path, cls: Any, step: str) -> Any:
    try:
        plain = json.loads(path.read_text(encoding="utf-8"))
        if plain.pop("schema") != SCHEMA:
            raise PackError(f"{path} was written by another version of the program.")
        return from_plain(cls, plain)
    except FileNotFoundError as error:
        raise NotFound(f"There is no {path.name} in {path.parent}. {step}") from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise PackError(f"{path} cannot be read: it is damaged or not ours.") from error


def _encoded(arrays: dict[str, NDArray[Any]]) -> bytes:
    from safetensors.numpy import save

    data: bytes = save({name: np.ascontiguousarray(value) for name, value in arrays.items()})
    return data


def _decoded(path: Path, sha256: str) -> dict[str, NDArray[Any]]:
    from safetensors import SafetensorError
    from safetensors.numpy import load

    try:
        data = path.read_bytes()
    except OSError as error:
        raise PackError(f"{path} cannot be read: {error.strerror or error}.") from error
    if hashlib.sha256(data).hexdigest() != sha256:
        raise PackError(f"{path} is damaged: its hash is not the one that its description names.")
    try:
        arrays: dict[str, NDArray[Any]] = load(data)
    except (SafetensorError, KeyError, ValueError) as error:
        raise PackError(f"{path} is no readable safetensors file ({error}).") from error
    return arrays
