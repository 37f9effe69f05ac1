"""An upright photograph as CLIP's image tower wants it (Radford et al. 2021, as published by OpenAI).

Shorter side to 224 by antialiased bicubic resampling, centre crop 224 x 224, values to [0, 1], minus the
mean, over the standard deviation of CLIP's training data, channels first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

SIDE = 224
MEAN = (0.48145466, 0.4578275, 0.40821073)
STD = (0.26862954, 0.26130258, 0.27577711)


@dataclass(frozen=True, slots=True)
class Pixels:
    """What a tower wants to see: ``side`` pixels square, normalised by channel.

    ``floor``: half of an odd rest of the centre crop is rounded down (transformers), not to the even pixel
    (torchvision, open_clip).
    """

    side: int = SIDE
    mean: tuple[float, ...] = MEAN
    std: tuple[float, ...] = STD
    floor: bool = False


def clip(image: NDArray[np.uint8], pixels: Pixels | None = None) -> NDArray[np.float32]:
    """uint8 [h, w, 3] RGB -> float32 [3, side, side]. Raises ValueError for any other shape or type."""
    if image.dtype != np.uint8 or image.ndim != 3 or image.shape[2] != 3 or 0 in image.shape:
        raise ValueError(f"expected uint8 [h, w, 3], got {image.dtype} {list(image.shape)}")
    want = pixels or Pixels()
    height, width = image.shape[:2]
    short = min(height, width)
    size = (max(want.side, want.side * width // short), max(want.side, want.side * height // short))
    scaled = Image.fromarray(image).resize(size, Image.Resampling.BICUBIC)
    left, top = (_offset(length - want.side, want.floor) for length in size)
    square = np.asarray(scaled.crop((left, top, left + want.side, top + want.side)), np.float32)
    square = square / np.float32(255)
    normal: NDArray[Any] = (square - np.array(want.mean, np.float32)) / np.array(want.std, np.float32)
    return np.ascontiguousarray(normal.transpose(2, 0, 1), np.float32)


def _offset(rest: int, floor: bool) -> int:
    return rest // 2 if floor else round(rest / 2)
