"""Rows of vectors that an image or text tower gave: checked, and over their lengths."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from theodolite.errors import PackError


def units(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    """Rows [n, dim] over their lengths."""
    return np.stack([row / float(np.linalg.norm(row)) for row in rows]) if len(rows) else rows


def directed(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    """``rows`` as they are; PackError where one is not finite or has no length."""
    lengths = np.linalg.norm(rows, axis=1)
    if not (np.isfinite(lengths) & (lengths > 0.0)).all():
        raise PackError("The image encoder gave a vector without a direction.")
    return rows
