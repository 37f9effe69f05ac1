"""A picture for a copy: regions filled first, then made small, then packed anew without metadata."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from theodolite.domain import Mask
from theodolite.evidence import recipes

QUALITY = 88


def copy(
    pixels: NDArray[np.uint8],
    masks: Sequence[Mask],
    side: int | None = None,
    packing: Literal["jpeg", "png"] = "jpeg",
) -> bytes:
    """A fresh file of uint8 [height, width, 3], upright and whole, its longer side at most ``side`` pixels.

    Every pixel that a mask touches is solid black before anything is made small or packed, so the file is
    the same whatever the masks hide. ``pixels`` must be the picture at its full size: one that was made
    small before has mixed what a mask hides into its surroundings.
    """
    from PIL import Image

    steps = [recipes.cover_step(mask.box) for mask in masks]
    image = Image.fromarray(recipes.apply(pixels, steps) if steps else np.ascontiguousarray(pixels))
    if side is not None:
        image.thumbnail((side, side), Image.Resampling.BICUBIC)
    if packing == "png":
        return recipes.png(np.asarray(image))
    packed = io.BytesIO()
    image.save(packed, "JPEG", quality=QUALITY)
    return packed.getvalue()
