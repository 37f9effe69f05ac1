"""A coarse outline of a photograph, to recognise the same photograph stored twice.

The difference hash: 17 x 16 grey cells, one bit for each pair of horizontal neighbours, 256 bits. On the
photographs of the corpora, re-encoding (quality 30 to 90) and scaling (to a quarter) change at most 23
bits; neighbouring frames of a walk differ in 75 and more. The encoder's cosine cannot tell the two apart
(.86 to .99 against .97), which is why it is not used for this.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

SAME_BITS = 30


def outline(image: NDArray[np.uint8]) -> str:
    """uint8 [h, w, 3] -> 64 hexadecimal digits."""
    grey = Image.fromarray(image).convert("L").resize((17, 16), Image.Resampling.BOX)
    cells = np.asarray(grey, np.int16)
    return np.packbits(cells[:, 1:] > cells[:, :-1]).tobytes().hex()


def same(first: str, second: str) -> bool:
    """Whether two outlines are of one photograph."""
    return (int(first, 16) ^ int(second, 16)).bit_count() <= SAME_BITS
