"""What G3 and Img2Loc ask the vision worker: the references of a photograph, and the scores of places.

The photograph is decoded and encoded once: the search and the verification share its projection.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from theodolite.align import load, vectors, verification
from theodolite.assistant.request import Picture
from theodolite.domain import Reference
from theodolite.evidence.decode import Decoder
from theodolite.index import search
from theodolite.index.blocks import sha256_of
from theodolite.index.store import open_index
from theodolite.jobs import Job, Progress
from theodolite.vision import encoder


@dataclass(frozen=True, slots=True)
class Seen:
    """``similar``, most similar first; ``dissimilar``, least similar first; ``total`` references searched.

    ``image_gps`` [d]: the unit vector of the aligned model's image-to-GPS head, empty without a model.
    ``picture``: the photograph for a language model that sees, where one was wanted.
    """

    similar: tuple[Reference, ...]
    dissimilar: tuple[Reference, ...]
    total: int
    indexes: tuple[tuple[str, str], ...]
    image_gps: NDArray[np.float32]
    picture: Picture | None = None


def see(
    path: str,
    encoder_pack: str,
    model_folder: str | None,
    indexes: Sequence[str],
    layout: vectors.Layout,
    align_sha256: str,
    near: int,
    far: int,
    exclude: Sequence[str] = (),
    picture_side: int = 0,
) -> Job[Seen]:
    """``picture_side``: of the picture for a language model, at most, in pixels; 0 for none.

    Raises DecodeFailed or InputError kinds, PackError kinds, IndexDamaged."""
    opened = [(folder, open_index(folder).sha256) for folder in indexes]  # before the slow part
    tower = encoder.load(encoder_pack)
    if model_folder is not None:
        vectors.require_encoder(tower, load.read_config(Path(model_folder)))
    with Decoder() as decoder:
        pixels = yield from decoder.pixels_job(Path(path))
        picture = (yield from _picture(decoder, Path(path), picture_side)) if picture_side else None
    yield Progress(f"Looking at {Path(path).name}")
    projection = tower.project([pixels])
    query = vectors.embed(projection, model_folder, layout)[0]
    yield Progress("Searching for similar and dissimilar photographs")
    found = [
        search.search(indexes, query, tower.sha256, k, exclude, dissimilar, align_sha256) if k else (0, ())
        for k, dissimilar in ((near, False), (far, True))
    ]
    return Seen(
        similar=found[0][1],
        dissimilar=found[1][1],
        total=max(total for total, _ in found),
        indexes=tuple(opened),
        image_gps=np.empty(0, np.float32)
        if model_folder is None
        else vectors.image_gps(projection, model_folder)[0],
        picture=picture,
    )


def _picture(decoder: Decoder, path: Path, side: int) -> Job[Picture]:
    """The upright pixels, no side longer than ``side``, from the sandbox."""
    pixels = yield from decoder.pixels_job(path, side)
    return Picture(sha256_of(path), int(pixels.shape[1]), int(pixels.shape[0]), pixels.tobytes())


def scores(
    image_gps: NDArray[np.float32], model_folder: str, points: Sequence[tuple[float, float]]
) -> Job[NDArray[np.float64]]:
    """Geo-verification: the cosine [c] of the photograph and each place (latitude, longitude), in order."""
    yield Progress("Comparing the photograph with the candidates", 0, len(points))
    table = np.asarray(points, np.float64).reshape(-1, 2)
    return verification.verify(image_gps, vectors.places(table, model_folder))
