"""An upright photograph as CLIP's image tower wants it (Radford et al. 2021, as published by OpenAI).

Shorter side to 224 by antialiased bicubic resampling, centre crop 224 x 224, values to [0, 1], minus the
mean, over the standard deviation of CLIP's training data, channels first.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

SIDE = 224
MEAN = (0.48145466, 0.4578275, 0.40821073)
STD = (0.26862954, 0.26130258, 0.27577711)


def clip(image: NDArray[np.uint8]) -> NDArray[np.float32]:
    """uint8 [h, w, 3] RGB -> float32 [3, 224, 224]. Raises ValueError for any other shape or type."""
    if image.dtype != np.uint8 or image.ndim != 3 or image.shape[2] != 3 or 0 in image.shape:
        raise ValueError(f"expected uint8 [h, w, 3], got {image.dtype} {list(image.shape)}")
    height, width = image.shape[:2]
    short = min(height, width)
    size = (max(SIDE, SIDE * width // short), max(SIDE, SIDE * height // short))
    scaled = Image.fromarray(image).resize(size, Image.Resampling.BICUBIC)
    left, top = round((size[0] - SIDE) / 2), round((size[1] - SIDE) / 2)
    square = np.asarray(scaled.crop((left, top, left + SIDE, top + SIDE)), np.float32) / np.float32(255)
    normal: NDArray[Any] = (square - np.array(MEAN, np.float32)) / np.array(STD, np.float32)
    return np.ascontiguousarray(normal.transpose(2, 0, 1), np.float32)
