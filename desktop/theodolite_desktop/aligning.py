"""How pictures lie over one another in a comparison: similarity transforms of the plane, as frozen values.

Points are complex numbers x + iy with y downwards, so a factor of angle a turns clockwise by a. Image points
are pixels of the upright picture, view points logical pixels of one pane.
"""

from __future__ import annotations

import cmath
import math
from collections.abc import Sequence
from dataclasses import dataclass

from theodolite_desktop import viewing
from theodolite_desktop.viewing import Viewport

Point = tuple[float, float]
Pair = tuple[Point, Point]

#: Points closer together than this many pixels name one place and say nothing of scale and rotation.
NEAREST = 1.0


@dataclass(frozen=True, slots=True)
class Similarity:
    """z -> factor * M(z) + shift, with M mirroring left and right (z -> -conj z) where ``mirrored``.

    ``factor`` is never 0; its size is the scale, its angle the turn (clockwise).
    """

    factor: complex = 1.0 + 0.0j
    shift: complex = 0.0j
    mirrored: bool = False

    def __call__(self, x: float, y: float) -> Point:
        z = self.at(complex(x, y))
        return z.real, z.imag

    def at(self, z: complex) -> complex:
        return self.factor * (-z.conjugate() if self.mirrored else z) + self.shift

    def then(self, after: Similarity) -> Similarity:
        """First this one, ``after`` on what it gives."""
        factor = after.factor * (self.factor.conjugate() if after.mirrored else self.factor)
        return Similarity(factor, after.at(self.shift), self.mirrored != after.mirrored)

    def inverse(self) -> Similarity:
        if self.mirrored:
            return Similarity(1 / self.factor.conjugate(), (self.shift / self.factor).conjugate(), True)
        return Similarity(1 / self.factor, -self.shift / self.factor)

    @property
    def scale(self) -> float:
        return abs(self.factor)

    @property
    def angle(self) -> float:
        """Degrees clockwise, in [0, 360), rounded to what a picture of any size cannot show."""
        return round(math.degrees(cmath.phase(self.factor)), 9) % 360.0


SAME = Similarity()


def shifted(dx: float, dy: float) -> Similarity:
    return Similarity(shift=complex(dx, dy))


def of_view(viewport: Viewport) -> Similarity:
    """Image points to view points, as the viewport draws them."""
    factor = viewport.scale * complex(*viewing.turn(viewport.angle))
    return Similarity(factor, complex(viewport.left, viewport.top), viewport.mirrored)


def view_of(similarity: Similarity) -> Viewport:
    """The viewport that draws so. Its scale is not limited: a limit would break an alignment."""
    return Viewport(
        similarity.scale,
        similarity.shift.real,
        similarity.shift.imag,
        similarity.angle,
        similarity.mirrored,
    )


def centred(viewport: Viewport, size: Point) -> Similarity:
    """Image points to view points counted from the middle of a pane of ``size``: panes of unlike sizes show
    the same in their middles."""
    return of_view(viewport).then(shifted(-size[0] / 2, -size[1] / 2))


def alignment(first: Viewport, other: Viewport, first_size: Point, other_size: Point) -> Similarity:
    """Points of the first picture to the points of the other that lie at the same place of their panes."""
    return centred(first, first_size).then(centred(other, other_size).inverse())


def follower(first: Viewport, aligned: Similarity, first_size: Point, other_size: Point) -> Viewport:
    """Where the other pane lies when the first one lies so: exact, whatever was moved before."""
    placed = aligned.inverse().then(centred(first, first_size))
    return view_of(placed.then(shifted(other_size[0] / 2, other_size[1] / 2)))


def leader(other: Viewport, aligned: Similarity, first_size: Point, other_size: Point) -> Viewport:
    """Where the first pane lies when the other one was moved there."""
    placed = aligned.then(centred(other, other_size))
    return view_of(placed.then(shifted(first_size[0] / 2, first_size[1] / 2)))


def over(first: Viewport, aligned: Similarity) -> Viewport:
    """Where the other picture is drawn in the first one's own pane."""
    return view_of(aligned.inverse().then(of_view(first)))


def from_anchors(pairs: Sequence[Pair], known: Similarity) -> Similarity:
    """Points of the first picture to those of the other, from ``pairs`` of (first, other) anchors in pixels.

    No pair: ``known``. One: its shift, scale and turn as they were. Two or three: also scale and turn, with
    the least sum of squared distances (for two: none). Whether the pictures are mirrored stays as known: it
    is the person's choice and cannot be told from two points.
    """
    if not pairs:
        return known
    first = [complex(*a) for a, _ in pairs]
    if known.mirrored:
        first = [-z.conjugate() for z in first]
    other = [complex(*b) for _, b in pairs]
    a, b = sum(first) / len(first), sum(other) / len(other)
    spread = sum(abs(z - a) ** 2 for z in first)
    there = sum(abs(z - b) ** 2 for z in other)
    factor = known.factor
    if spread > NEAREST**2 and there > NEAREST**2:
        found = sum((w - b) * (z - a).conjugate() for z, w in zip(first, other, strict=True)) / spread
        if abs(found) > 1e-9:
            factor = found
    return Similarity(factor, b - factor * a, known.mirrored)


def misfit(pairs: Sequence[Pair], aligned: Similarity) -> float:
    """The largest distance, in pixels of the other picture, between an anchor and where the alignment has
    it; 0 without pairs."""
    return max((abs(aligned.at(complex(*a)) - complex(*b)) for a, b in pairs), default=0.0)
