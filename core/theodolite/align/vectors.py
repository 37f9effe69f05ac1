"""The vectors that an index holds of an image: the encoder's alone, or G3's three parts.

G3 code: [CLIP image; f_text(image); f_gps(image)], each of length 1, one behind the other; 3 x 768 = 2304.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from theodolite.align import load
from theodolite.align.config import AlignConfig
from theodolite.errors import InputError, PackError
from theodolite.vision.encoder import Encoder

Layout = Literal["plain", "g3"]


def width(encoder_dim: int, config: AlignConfig | None, layout: Layout) -> int:
    """How long the vectors of that layout are."""
    if layout == "plain":
        return encoder_dim
    if config is None or "image_text" not in config.heads:
        raise PackError("Vectors of G3's layout need an aligned model with a text head (G3's, or your own).")
    return encoder_dim + 2 * config.gps_dim


def embed(x: NDArray[Any], folder: Path | str | None, layout: Layout) -> NDArray[np.float32]:
    """Un-normalised projections [n, d] of the image encoder to vectors of ``layout``, float32.

    'plain': the rows over their length; 'g3': three unit parts behind one another, so each row has the length
    sqrt(3). ``folder``: the aligned model, needed for 'g3'. Raises PackError, InputError.
    """
    images = np.ascontiguousarray(x, np.float32)
    if layout == "plain":
        return units(images)
    if layout != "g3":
        raise InputError(f"Vectors come in the layouts plain and g3, not {layout}.")
    if folder is None:
        raise PackError("Vectors of G3's layout need an aligned model.")
    import torch

    aligner = load.loaded(folder)
    width(images.shape[1], aligner.config, layout)
    require_width(images.shape[1], aligner.config)
    with torch.inference_mode():
        source = torch.from_numpy(images)
        parts = (images, aligner.image_text(source).numpy(), aligner.image_gps(source).numpy())
    return np.concatenate([units(part) for part in parts], axis=1)


def image_gps(x: NDArray[Any], folder: Path | str) -> NDArray[np.float32]:
    """f_gps of un-normalised projections [n, d]: unit vectors float32 [n, gps_dim]."""
    import torch

    aligner = load.loaded(folder)
    images = np.ascontiguousarray(x, np.float32)
    require_width(images.shape[1], aligner.config)
    with torch.inference_mode():
        found: NDArray[np.float32] = aligner.image_gps(torch.from_numpy(images)).numpy()
    return units(found)


def places(lat_lon: NDArray[Any], folder: Path | str) -> NDArray[np.float32]:
    """Unit vectors float32 [n, gps_dim] of places in degrees [n, 2]; InputError for one that is no place."""
    import torch

    with torch.inference_mode():
        found: NDArray[np.float32] = load.loaded(folder).location(torch.from_numpy(lat_lon)).numpy()
    return units(found)


def units(rows: NDArray[Any]) -> NDArray[np.float32]:
    """Rows [n, d] over their lengths; InputError for a row without a direction."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    if not (np.isfinite(lengths) & (lengths > 0.0)).all():
        raise InputError("A vector has no direction: it is zero or not finite.")
    return np.asarray(rows / lengths, np.float32)


def require_width(dim: int, config: AlignConfig) -> None:
    """PackError when the encoder's vectors are not as long as the model's heads want them."""
    if dim != config.image_dim:
        raise PackError(
            f"The aligned model {config.name} takes image vectors of {config.image_dim} numbers, and this "
            f"encoder gives {dim}. Use the encoder it was trained on."
        )


def require_encoder(encoder: Encoder, config: AlignConfig) -> None:
    """PackError when the encoder is not the one that the model was trained on, as far as that is recorded."""
    require_width(encoder.dim, config)
    if config.encoder_sha256 and config.encoder_sha256 != encoder.sha256:
        raise PackError(
            f"The aligned model {config.name} was trained on the vectors of another image encoder "
            f"({config.encoder_sha256[:16]}…), not on those of {encoder.pack} {encoder.version}."
        )
