"""Where a picture lies in a view: zoom, pan, fit, rotation and mirror as arithmetic on frozen values."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

SMALLEST, LARGEST = 0.01, 32.0
STEP = 1.25
MARGIN = 12.0
STRIP = 48.0
FINE_TURN = 1.0


@dataclass(frozen=True, slots=True)
class Viewport:
    """Image point p is drawn at scale * R(angle) * M * p + (left, top), as ``domain.PaneView`` says.

    ``angle`` turns clockwise, degrees in [0, 360); ``mirrored``: left and right change places before the
    turn. Image points are pixels of the upright picture, view points logical pixels.
    """

    scale: float = 1.0
    left: float = 0.0
    top: float = 0.0
    angle: float = 0.0
    mirrored: bool = False

    @property
    def matrix(self) -> tuple[float, float, float, float]:
        """(a, b, c, d) with view = (a*x + c*y + left, b*x + d*y + top), as QTransform wants it."""
        cos, sin = turn(self.angle)
        flip = -1.0 if self.mirrored else 1.0
        return self.scale * cos * flip, self.scale * sin * flip, -self.scale * sin, self.scale * cos

    def to_view(self, x: float, y: float) -> tuple[float, float]:
        a, b, c, d = self.matrix
        return a * x + c * y + self.left, b * x + d * y + self.top

    def to_image(self, x: float, y: float) -> tuple[float, float]:
        cos, sin = turn(self.angle)
        dx, dy = (x - self.left) / self.scale, (y - self.top) / self.scale
        across = cos * dx + sin * dy
        return (-across if self.mirrored else across), cos * dy - sin * dx

    def bounds(self, image: tuple[float, float]) -> tuple[float, float, float, float]:
        """(left, top, right, bottom) of the view rectangle that an image of this size takes up."""
        corners = [self.to_view(x, y) for x in (0.0, image[0]) for y in (0.0, image[1])]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return min(xs), min(ys), max(xs), max(ys)


def turn(angle: float) -> tuple[float, float]:
    """Cosine and sine of degrees; exact for quarter turns, so that these stay pixel for pixel."""
    quarters, rest = divmod(angle, 90.0)
    if rest == 0.0:
        return ((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0))[int(quarters) % 4]
    return math.cos(math.radians(angle)), math.sin(math.radians(angle))


def fit(
    image: tuple[float, float],
    view: tuple[float, float],
    margin: float = MARGIN,
    *,
    angle: float = 0.0,
    mirrored: bool = False,
) -> Viewport:
    """The whole image, centred, at a rotation; small images are not blown up beyond 100 %."""
    size = max(1.0, image[0]), max(1.0, image[1])
    left, top, right, bottom = Viewport(angle=angle, mirrored=mirrored).bounds(size)
    room = max(1.0, view[0] - 2 * margin), max(1.0, view[1] - 2 * margin)
    scale = max(SMALLEST, min(room[0] / (right - left), room[1] / (bottom - top), 1.0))
    return Viewport(
        scale,
        (view[0] - (left + right) * scale) / 2,
        (view[1] - (top + bottom) * scale) / 2,
        angle,
        mirrored,
    )


def zoomed(viewport: Viewport, factor: float, x: float, y: float) -> Viewport:
    """Zoom by ``factor`` so that what lies under (x, y) of the view stays there."""
    scale = max(SMALLEST, min(LARGEST, viewport.scale * factor))
    real = scale / viewport.scale
    return replace(
        viewport, scale=scale, left=x - (x - viewport.left) * real, top=y - (y - viewport.top) * real
    )


def full(viewport: Viewport, x: float, y: float) -> Viewport:
    """100 % round the point (x, y) of the view."""
    return zoomed(viewport, 1.0 / viewport.scale, x, y)


def panned(viewport: Viewport, dx: float, dy: float) -> Viewport:
    return replace(viewport, left=viewport.left + dx, top=viewport.top + dy)


def turned(viewport: Viewport, degrees: float, x: float, y: float) -> Viewport:
    """Rotated clockwise by ``degrees`` round the point (x, y) of the view."""
    cos, sin = turn(degrees % 360.0)
    dx, dy = viewport.left - x, viewport.top - y
    return replace(
        viewport,
        left=x + cos * dx - sin * dy,
        top=y + sin * dx + cos * dy,
        angle=(viewport.angle + degrees) % 360.0,
    )


def flipped(viewport: Viewport, x: float) -> Viewport:
    """Left and right change places, as seen, about the vertical line at ``x`` of the view."""
    return replace(
        viewport,
        left=2 * x - viewport.left,
        angle=-viewport.angle % 360.0,
        mirrored=not viewport.mirrored,
    )


def kept_near(viewport: Viewport, image: tuple[float, float], view: tuple[float, float]) -> Viewport:
    """The same with at least a strip of the image left in view, so that it cannot be lost."""
    left, top, right, bottom = viewport.bounds(image)
    dx = min(max(left, STRIP - (right - left)), view[0] - STRIP) - left
    dy = min(max(top, STRIP - (bottom - top)), view[1] - STRIP) - top
    return panned(viewport, dx, dy) if dx or dy else viewport
