"""Cutting a found line out of the picture: upright, rectified, turned, unrolled, or a column laid flat."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from theodolite.clues.recognise.tesseract import ink_on_paper

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[Any]]

#: Boxes this much higher than wide hold turned lines or columns.
TALL = 1.5
#: Share of the height added above and below: the detector cuts vowel signs and tone marks short.
MARGIN = 0.09
#: A line counts as curved when its middle leaves the straight line by this share of its height.
CURVED = 0.22


@dataclass(frozen=True, slots=True)
class Cut:
    """One way to hold a line: pixels uint8 [h, w, 3] as they should be read, degrees turned clockwise."""

    pixels: Array
    angle: float
    way: str = "upright"


def rectified(image: Array, quad: Array | Sequence[Sequence[float]], margin: float = 0.0) -> Array:
    """The quadrilateral (top left, then clockwise, pixels) as a rectangle, perspective undone."""
    import cv2
    import numpy as np

    corners = np.asarray(quad, np.float32).reshape(4, 2)
    if margin:
        corners = _widened(corners, margin)
    wide = max(4, round(max(_gap(corners, 0, 1), _gap(corners, 3, 2))))
    high = max(4, round(max(_gap(corners, 0, 3), _gap(corners, 1, 2))))
    goal = np.array([[0, 0], [wide, 0], [wide, high], [0, high]], np.float32)
    matrix = cv2.getPerspectiveTransform(corners, goal)
    cut = cv2.warpPerspective(
        image, matrix, (wide, high), borderMode=cv2.BORDER_REPLICATE, flags=cv2.INTER_CUBIC
    )
    return np.asarray(cut)


def slope(quad: Array | Sequence[Sequence[float]]) -> float:
    """Degrees clockwise that the upper edge is turned from level."""
    (x1, y1), (x2, y2) = quad[0], quad[1]
    return round(math.degrees(math.atan2(y2 - y1, x2 - x1)), 1)


def _gap(corners: Array, a: int, b: int) -> float:
    return float(math.hypot(*(corners[a] - corners[b])))


def _widened(corners: Array, margin: float) -> Array:
    """Both edges moved out by ``margin`` of the shorter side."""
    import numpy as np

    down = (corners[3] + corners[2] - corners[0] - corners[1]) / 2
    along = (corners[1] + corners[2] - corners[0] - corners[3]) / 2
    short = min(float(np.hypot(*down)), float(np.hypot(*along)))
    step = margin * short
    down = down / max(float(np.hypot(*down)), 1e-6) * step
    along = along / max(float(np.hypot(*along)), 1e-6) * step
    moved = np.stack([-down - along, -down + along, down + along, down - along])
    return np.asarray(corners + moved)


def ways(image: Array, quad: Array | Sequence[Sequence[float]]) -> list[tuple[Cut, Cut]]:
    """Every way the line may have to be held, each cut close and with a margin.

    A level box: one, the net says whether it stands on its head. A tall box: turned either way, or, where it
    parts into characters, a column of upright characters laid flat.
    """
    import numpy as np

    close, wide, angle = rectified(image, quad), rectified(image, quad, MARGIN), slope(quad)
    if close.shape[0] < TALL * close.shape[1]:
        return [(Cut(close, angle), Cut(wide, angle))]
    held = []
    for turns, way, degrees in ((1, "turned right", 90), (-1, "turned left", -90)):
        both = (
            Cut(np.ascontiguousarray(np.rot90(cut, turns)), _around(angle + degrees), way)
            for cut in (close, wide)
        )
        held.append((next(both), next(both)))
    flat = column(close)
    return [*held, (Cut(flat, angle, "column"),) * 2] if flat is not None else held


def joined(quads: Sequence[Array], scores: Sequence[float]) -> tuple[list[Array], list[float]]:
    """Boxes that overlap within one level line made one: the detector breaks lines of joined letters.

    Corners in pixels, top left first, clockwise. The score of the whole is the best of its parts.
    """
    import numpy as np

    rows = sorted(zip(quads, scores, strict=True), key=lambda row: float(np.asarray(row[0])[:, 0].min()))
    made: list[tuple[Array, float]] = []
    for quad, score in rows:
        here = np.asarray(quad, np.float32)
        at = next((n for n in reversed(range(len(made))) if _one_line(made[n][0], here)), None)
        if at is None:
            made.append((here, float(score)))
            continue
        before, seen = made[at]
        right = here if here[1:3, 0].mean() > before[1:3, 0].mean() else before
        made[at] = np.stack([before[0], right[1], right[2], before[3]]), max(seen, float(score))
    return [quad for quad, _ in made], [score for _, score in made]


def _one_line(a: Array, b: Array) -> bool:
    """Whether level ``b``, which starts further right, continues level ``a``: as high, overlapping."""
    high = [(float(_gap(q, 0, 3)) + float(_gap(q, 1, 2))) / 2 for q in (a, b)]
    if any(abs(slope(q)) > 12 or h >= TALL * _gap(q, 0, 1) for q, h in zip((a, b), high, strict=True)):
        return False
    if max(high) > 1.6 * min(high):
        return False
    overlap = min(a[1:3, 0].mean(), b[1:3, 0].mean()) - b[[0, 3], 0].mean()
    level = abs(float(a[1:3, 1].mean()) - float(b[[0, 3], 1].mean()))
    return bool(overlap > 0.12 * min(high) and level < 0.35 * min(high))


def upside_down(cut: Cut) -> Cut:
    import numpy as np

    return Cut(np.ascontiguousarray(cut.pixels[::-1, ::-1]), _around(cut.angle + 180), cut.way)


def _around(angle: float) -> float:
    return round((angle + 180) % 360 - 180, 1) or 0.0


def column(cut: Array) -> Array | None:
    """A column of characters laid flat from top to bottom; None when it does not part into characters.

    Cuts lie in the emptiest row near each multiple of the pitch, which is near the width of the column.
    """
    import cv2
    import numpy as np

    high, wide = cut.shape[:2]
    count = max(2, round(high / (wide * 1.02)))
    if count > 40 or wide < 8:
        return None
    ink = 255.0 - ink_on_paper(cut)
    rows = ink.mean(axis=1)
    best: tuple[float, list[int]] | None = None
    for number in range(max(2, count - 1 - count // 6), count + 2 + count // 6):
        pitch = high / number
        edges, cost = [0], 0.0
        for at in range(1, number):
            low, top = int(at * pitch - pitch * 0.2), int(at * pitch + pitch * 0.2) + 1
            row = low + int(np.argmin(rows[low:top]))
            edges.append(row)
            cost += float(rows[row])
        cost = cost / max(1, number - 1) + abs(pitch / wide - 1.0) * 12
        if best is None or cost < best[0]:
            best = (cost, [*edges, high])
    assert best is not None
    tiles = []
    for top, bottom in zip(best[1], best[1][1:], strict=False):
        if bottom - top < wide * 0.25:
            continue
        part = cut[top:bottom]
        size = max(wide, bottom - top)
        fill = (size - part.shape[0]) // 2, size - part.shape[0] - (size - part.shape[0]) // 2
        tile = cv2.copyMakeBorder(part, *fill, 0, 0, cv2.BORDER_REPLICATE)
        tiles.append(cv2.resize(tile, (wide, wide), interpolation=cv2.INTER_AREA))
    return np.hstack(tiles) if len(tiles) >= 2 else None


def unrolled(cut: Array) -> Array | None:
    """A curved line made straight, or None when it is straight already.

    The middle of the ink is followed along the line, a parabola is fitted, and every column is moved so that
    the parabola becomes level. Only bends that a parabola describes (arched signs); letters stay sheared.
    """
    import cv2
    import numpy as np

    high, wide = cut.shape[:2]
    if wide < 2.5 * high or high < 12:
        return None
    ink = 255.0 - ink_on_paper(cut)
    ink = np.where(ink > 0.5 * (ink.max() + np.median(ink)), ink, 0.0)
    rows = np.arange(high, dtype=np.float32)
    parts = np.array_split(np.arange(wide), max(6, min(24, wide // max(6, high // 3))))
    xs, ys, weights = [], [], []
    for part in parts:
        mass = ink[:, part].sum(axis=1)
        if mass.sum() > 0:
            xs.append(float(part.mean()))
            ys.append(float((mass * rows).sum() / mass.sum()))
            weights.append(float(np.sqrt(mass.sum())))
    if len(xs) < 5:
        return None
    bend = np.polynomial.Polynomial.fit(xs, ys, 2, w=weights)
    left = np.asarray(ys) - bend(np.asarray(xs))
    chord = (bend(0.0) + bend(float(wide))) / 2
    sag = float(bend(wide / 2) - chord)
    if abs(sag) < CURVED * high or float(left.std()) > 0.35 * abs(sag):
        return None
    move = bend(np.arange(wide, dtype=np.float32)) - high / 2
    body = max(8, round(high - abs(sag)))
    grid_x, grid_y = np.meshgrid(np.arange(wide, dtype=np.float32), np.arange(body, dtype=np.float32))
    source = grid_y + np.float32((high - body) / 2) + move[None, :].astype(np.float32)
    straight = cv2.remap(cut, grid_x, source, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(straight)
