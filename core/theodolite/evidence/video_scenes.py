"""Key frames by scene change: a measure of our own on small copies of the frames. Pure and deterministic.

Each frame is reduced to 32 x 18 pixels. Two frames differ by half the mean difference of their luma (Rec.
ITU-R BT.601 weights) and half the distance of their colour histograms (4 x 4 x 4 bins, total variation),
so that both a cut between alike colours and a change of light within one view count. A frame is kept when
it differs from the *last kept* frame by more than a threshold, so that a slow pan is sampled too.

The threshold was measured on photographs (tests, ``test_the_threshold_separates_cuts_from_movement``): 99 %
of pairs of different views differ by more than 0.24, a camera that turned by a tenth of the picture by at
most 0.20. A change of exposure by 15 % passes it in one view of ten: a frame too many, never one too few.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

VERSION = "1"
WIDTH, HEIGHT = 32, 18
THRESHOLD = 0.20
MOST = 24
_RAISE = 1.15


def signature(pixels: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Luma in [0, 1], then the histogram, of an RGB frame uint8 [18, 32, 3]; float32 [576 + 64]."""
    import numpy as np

    luma = (pixels @ np.array([0.299, 0.587, 0.114], np.float32) / 255.0).ravel()
    bins = (pixels >> 6).astype(np.int64)
    index = bins[..., 0] * 16 + bins[..., 1] * 4 + bins[..., 2]
    histogram = np.bincount(index.ravel(), minlength=64) / index.size
    return np.concatenate([luma, histogram]).astype(np.float32)


def difference(first: NDArray[np.float32], second: NDArray[np.float32]) -> float:
    """How much two signatures differ, in [0, 1]."""
    import numpy as np

    split = WIDTH * HEIGHT
    gap = np.abs(first - second)
    return float(0.5 * gap[:split].mean() + 0.25 * gap[split:].sum())


def choose(signatures: Sequence[NDArray[np.float32]], most: int = MOST) -> list[int]:
    """Which of the frames to keep: always the first, at most ``most``, in order.

    When the threshold gives too many it is raised until it does not.
    """
    if not signatures or most < 1:
        return []
    threshold = THRESHOLD
    while len(kept := _kept(signatures, threshold)) > most:
        threshold *= _RAISE
    return kept


def _kept(signatures: Sequence[NDArray[np.float32]], threshold: float) -> list[int]:
    kept = [0]
    for number in range(1, len(signatures)):
        if difference(signatures[kept[-1]], signatures[number]) > threshold:
            kept.append(number)
    return kept
