"""Where a picture lies in a view: zoom, pan and fit as arithmetic on frozen values."""

from __future__ import annotations

from dataclasses import dataclass, replace

from theodolite.domain import Box

SMALLEST, LARGEST = 0.01, 32.0
STEP = 1.25
MARGIN = 12.0


@dataclass(frozen=True, slots=True)
class Viewport:
    """Image point (x, y) is drawn at (x * scale + left, y * scale + top)."""

    scale: float = 1.0
    left: float = 0.0
    top: float = 0.0

    def to_view(self, x: float, y: float) -> tuple[float, float]:
        return x * self.scale + self.left, y * self.scale + self.top

    def to_image(self, x: float, y: float) -> tuple[float, float]:
        return (x - self.left) / self.scale, (y - self.top) / self.scale


def fit(image: tuple[float, float], view: tuple[float, float], margin: float = MARGIN) -> Viewport:
    """The whole image, centred; small images are not blown up beyond 100 %."""
    width, height = max(1.0, image[0]), max(1.0, image[1])
    room = max(1.0, view[0] - 2 * margin), max(1.0, view[1] - 2 * margin)
    scale = max(SMALLEST, min(room[0] / width, room[1] / height, 1.0))
    return Viewport(scale, (view[0] - width * scale) / 2, (view[1] - height * scale) / 2)


def zoomed(viewport: Viewport, factor: float, x: float, y: float) -> Viewport:
    """Zoom by ``factor`` so that what lies under (x, y) of the view stays there."""
    scale = max(SMALLEST, min(LARGEST, viewport.scale * factor))
    real = scale / viewport.scale
    return Viewport(scale, x - (x - viewport.left) * real, y - (y - viewport.top) * real)


def full(viewport: Viewport, x: float, y: float) -> Viewport:
    """100 % round the point (x, y) of the view."""
    return zoomed(viewport, 1.0 / viewport.scale, x, y)


def panned(viewport: Viewport, dx: float, dy: float) -> Viewport:
    return replace(viewport, left=viewport.left + dx, top=viewport.top + dy)


def kept_near(viewport: Viewport, image: tuple[float, float], view: tuple[float, float]) -> Viewport:
    """The same with at least a strip of the image left in view, so that it cannot be lost."""
    strip = 48.0
    left = min(max(viewport.left, strip - image[0] * viewport.scale), view[0] - strip)
    top = min(max(viewport.top, strip - image[1] * viewport.scale), view[1] - strip)
    return replace(viewport, left=left, top=top)


def box_between(
    first: tuple[float, float], second: tuple[float, float], image: tuple[float, float]
) -> Box | None:
    """The box of two corners in image pixels, clipped to the image; None when it is smaller than a nail."""
    left, right = sorted((min(max(first[0] / image[0], 0), 1), min(max(second[0] / image[0], 0), 1)))
    top, bottom = sorted((min(max(first[1] / image[1], 0), 1), min(max(second[1] / image[1], 0), 1)))
    if (right - left) * image[0] < 4 or (bottom - top) * image[1] < 4:
        return None
    return Box(left, top, right, bottom)
