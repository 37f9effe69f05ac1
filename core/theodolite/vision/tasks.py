"""What the vision worker is asked for by name."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from theodolite.evidence.decode import Decoder
from theodolite.jobs import Job, Progress
from theodolite.vision import encoder, faces


def encode_file(path: str, pack: str) -> Job[NDArray[np.float32]]:
    """The unit vector [dim] of one file. Raises DecodeFailed, InputError or PackError kinds."""
    with Decoder() as decoder:
        return (yield from encode_with(decoder, Path(path), pack))


def encode_with(decoder: Decoder, path: Path, pack: str) -> Job[NDArray[np.float32]]:
    """As :func:`encode_file`, with a decoder that is already there. Decoding never blocks the caller."""
    pixels = yield from decoder.pixels_job(path)
    yield Progress(f"Looking at {path.name}")
    vector: NDArray[np.float32] = encoder.load(pack).encode([pixels])[0]
    return vector


def faces_in(path: str, pack: str) -> Job[tuple[faces.Face, ...]]:
    """Where faces are in one file, the surest first. Raises as :func:`encode_file`."""
    with Decoder() as decoder:
        pixels = yield from decoder.pixels_job(Path(path))
    yield Progress("Looking for faces")
    return faces.load(pack).find(pixels)
