"""The lock of the comparison: two panes move together and keep the alignment the person gave them."""

from __future__ import annotations

from dataclasses import dataclass

from theodolite_desktop.viewing import LARGEST, SMALLEST, Viewport


@dataclass(frozen=True, slots=True)
class Offset:
    """How the second pane lies relative to the first: scale ratio, and shift in view pixels.

    ``shift`` is where the second image's origin lies relative to the first one's, divided by the first
    one's scale, so that zooming keeps what is aligned aligned.
    """

    ratio: float
    shift: tuple[float, float]


def offset_between(first: Viewport, second: Viewport) -> Offset:
    """The alignment the panes have now."""
    return Offset(
        second.scale / first.scale,
        ((second.left - first.left) / first.scale, (second.top - first.top) / first.scale),
    )


def second_from_first(first: Viewport, offset: Offset) -> Viewport:
    """Where the second pane lies when locked and the first one moved."""
    scale = min(LARGEST, max(SMALLEST, first.scale * offset.ratio))
    return Viewport(
        scale, first.left + offset.shift[0] * first.scale, first.top + offset.shift[1] * first.scale
    )


def first_from_second(second: Viewport, offset: Offset) -> Viewport:
    """Where the first pane lies when locked and the second one moved."""
    scale = min(LARGEST, max(SMALLEST, second.scale / offset.ratio))
    return Viewport(scale, second.left - offset.shift[0] * scale, second.top - offset.shift[1] * scale)


def anchored(
    first: Viewport, anchors: tuple[tuple[float, float], ...], others: tuple[tuple[float, float], ...]
) -> Viewport | None:
    """Where the second pane must lie so that its anchors meet those of the first (image pixels).

    One pair gives the shift at equal scale on screen, two or more also the ratio of their distances.
    """
    pairs = list(zip(anchors, others, strict=False))
    if not pairs:
        return None
    ratio = 1.0
    if len(pairs) >= 2:
        spread = [_spread([p[i] for p in pairs]) for i in (0, 1)]
        if spread[1] > 1e-6 and spread[0] > 1e-6:
            ratio = spread[0] / spread[1]
    scale = min(LARGEST, max(SMALLEST, first.scale * ratio))
    ax, ay = _middle([p[0] for p in pairs])
    bx, by = _middle([p[1] for p in pairs])
    x, y = first.to_view(ax, ay)
    return Viewport(scale, x - bx * scale, y - by * scale)


def _middle(points: list[tuple[float, float]]) -> tuple[float, float]:
    return sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points)


def _spread(points: list[tuple[float, float]]) -> float:
    x, y = _middle(points)
    return float(sum(((p[0] - x) ** 2 + (p[1] - y) ** 2) ** 0.5 for p in points) / len(points))
