"""What the vision worker is asked for with an aligned model: a look, a gallery, candidates, index vectors.

Each takes the file of a photograph, the folder of the encoder's pack and the folder of the aligned model.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from theodolite.align import load
from theodolite.align import vectors as parts
from theodolite.align.config import AlignConfig
from theodolite.align.gallery import gallery_job, rank, read_coordinates
from theodolite.align.vectors import Layout
from theodolite.align.verification import verify
from theodolite.domain import AlignedLook, Guess
from theodolite.evidence.decode import Decoder
from theodolite.jobs import Job, Progress
from theodolite.vision import encoder


def look(exhibit: str, path: str, encoder_pack: str, model_folder: str) -> Job[AlignedLook]:
    """The photograph in the common space of image and place, for the posterior."""
    projection = yield from _projected(path, encoder_pack)
    vector = _image_gps(projection, encoder_pack, model_folder)
    which = load.identity(model_folder)
    return AlignedLook(
        exhibit=exhibit,
        model=_config(model_folder).name,
        pack=which.pack,
        pack_sha256=which.pack_sha256 or which.sha256,
        encoder_sha256=encoder.load(encoder_pack).sha256,
        scale=math.exp(_config(model_folder).log_scale_gps),
        vector=tuple(float(value) for value in vector),
    )


def gallery_scores(
    path: str, encoder_pack: str, model_folder: str, coordinates: str, top: int
) -> Job[list[Guess]]:
    """The ``top`` places of the gallery, best first; the score is GeoCLIP's probability over the gallery."""
    projection = yield from _projected(path, encoder_pack)
    parts.require_encoder(encoder.load(encoder_pack), _config(model_folder))
    return (yield from nearest(projection, model_folder, coordinates, top))


def nearest(
    projection: NDArray[np.float32], model_folder: str, coordinates: str, top: int
) -> Job[list[Guess]]:
    """As :func:`gallery_scores`, from the encoder's un-normalised projection [1, d]."""
    vector = parts.image_gps(projection, model_folder)[0]
    gallery = yield from gallery_job(model_folder, coordinates)
    places = read_coordinates(Path(coordinates))
    found = rank(gallery, vector, _config(model_folder).log_scale_gps, min(top, len(places)))
    return [
        Guess(float(places[row, 0]), float(places[row, 1]), float(share), f"gallery {row}")
        for row, share in zip(found.rows, found.probabilities, strict=True)
    ]


def verify_points(
    path: str, encoder_pack: str, model_folder: str, points: Sequence[tuple[float, float]]
) -> Job[NDArray[np.float64]]:
    """Cosines float64 [c] of the photograph and c places (latitude, longitude), in their order (G3)."""
    if not points:
        return np.empty(0)
    projection = yield from _projected(path, encoder_pack)
    vector = _image_gps(projection, encoder_pack, model_folder)
    table = np.asarray(points, np.float64).reshape(-1, 2)
    yield Progress("Comparing the photograph with the candidates", 0, len(table))
    return verify(vector, parts.places(table, model_folder))


def vectors(
    path: str, encoder_pack: str, model_folder: str | None, layout: Layout
) -> Job[NDArray[np.float32]]:
    """The vector [d] of the photograph as an index of that layout holds it."""
    projection = yield from _projected(path, encoder_pack)
    if model_folder is not None and layout == "g3":
        parts.require_encoder(encoder.load(encoder_pack), _config(model_folder))
    found: NDArray[np.float32] = parts.embed(projection, model_folder, layout)[0]
    return found


def _projected(path: str, encoder_pack: str) -> Job[NDArray[np.float32]]:
    """The encoder's un-normalised projection of one file, [1, d]."""
    with Decoder() as decoder:
        pixels = yield from decoder.pixels_job(Path(path))
    yield Progress(f"Looking at {Path(path).name}")
    return encoder.load(encoder_pack).project([pixels])


def _image_gps(projection: NDArray[np.float32], encoder_pack: str, model_folder: str) -> NDArray[np.float32]:
    parts.require_encoder(encoder.load(encoder_pack), _config(model_folder))
    found: NDArray[np.float32] = parts.image_gps(projection, model_folder)[0]
    return found


def _config(model_folder: str) -> AlignConfig:
    return load.read_config(Path(model_folder))
