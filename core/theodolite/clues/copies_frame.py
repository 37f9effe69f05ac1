"""Even bars at two opposite edges of a picture: letterbox, pillarbox, a picture fitted into another shape."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from theodolite.domain import Box

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: A row is even when this share of its pixels lies within SPREAD of its median, in each channel.
EVEN, SPREAD = 0.995, 12
#: Rows of one bar, and two bars of one picture, differ by at most this in their medians.
SAME = 10
#: Least share of the height for each bar, and most for both.
LEAST, MOST = 0.03, 0.80
#: Bars at the other two edges up to this share are dust; more is a page with a margin all round.
OTHER = 0.03
#: Where a bar ends, this share of the row inside it must be of another colour than the bar.
STEP = 0.60
_SMALL = 64


@dataclass(frozen=True, slots=True)
class Bars:
    """Two bars: their shares of the ``side`` ('height' or 'width'), colour in a word, and what is inside."""

    first: float
    second: float
    side: str
    where: str
    colour: str
    inner: Box


def bars(pixels: NDArray[np.uint8]) -> Bars | None:
    """Even bars of one colour above and below, or left and right, with a sharp inner edge; else None."""
    import numpy as np

    height, width = pixels.shape[:2]
    if min(height, width) < _SMALL:
        return None
    sideways = np.swapaxes(pixels, 0, 1)
    upright_, across = _ends(pixels), _ends(sideways)
    for rows, ends, others, side in (
        (pixels, upright_, across, "height"),
        (sideways, across, upright_, "width"),
    ):
        first, second = ends[0] / len(rows), ends[1] / len(rows)
        other = max(others) / (width if side == "height" else height)
        if min(first, second) < LEAST or first + second > MOST or other > OTHER:
            continue
        colours = np.median(rows[: ends[0]], axis=(0, 1)), np.median(rows[-ends[1] :], axis=(0, 1))
        if np.abs(colours[0] - colours[1]).max() > SAME:
            continue
        if not (_step(rows, ends[0], colours[0]) and _step(rows[::-1], ends[1], colours[1])):
            continue
        high = side == "height"
        inner = Box(0.0, first, 1.0, 1.0 - second) if high else Box(first, 0.0, 1.0 - second, 1.0)
        where = "above and below" if high else "left and right"
        return Bars(first, second, side, where, _word(colours[0]), inner)
    return None


def _ends(rows: NDArray[np.uint8]) -> tuple[int, int]:
    """How many rows at the beginning and at the end are an even bar."""
    return _run(rows), _run(rows[::-1])


def _run(rows: NDArray[np.uint8]) -> int:
    import numpy as np

    first: NDArray[np.float64] | None = None
    for number, row in enumerate(rows):
        middle = np.median(row, axis=0)
        near = (np.abs(row.astype(np.int16) - middle) <= SPREAD).all(axis=1).mean()
        if near < EVEN or (first is not None and np.abs(middle - first).max() > SAME):
            return number
        first = middle if first is None else first
    return len(rows)


def _step(rows: NDArray[np.uint8], end: int, colour: NDArray[np.float64]) -> bool:
    """Whether the picture begins at once: edges are blurred over a few pixels, so it is looked at inside."""
    import numpy as np

    inside = rows[min(len(rows) - 1, end + 3)].astype(np.int16)
    return bool((np.abs(inside - colour).max(axis=1) > 2 * SPREAD).mean() >= STEP)


def _word(colour: NDArray[np.float64]) -> str:
    level = float(colour.mean())
    if float(colour.max() - colour.min()) > 24:
        return "coloured"
    return "black" if level < 32 else "white" if level > 224 else "grey"
