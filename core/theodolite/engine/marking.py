"""What the investigator draws on a picture: regions of clues, moved and taken off again, and its horizon."""

from __future__ import annotations

import math
from dataclasses import replace

from theodolite.domain import Box, Clue, MarkShape, Strength
from theodolite.engine.changes import Changes
from theodolite.engine.recorded import Recorded
from theodolite.errors import InputError, NotFound

LEAST = {"point": 1, "line": 2, "polygon": 3}
MOST_POINTS = 500
#: The bounding box of a point or of a straight line is this wide at least, as a share of the picture.
LEAST_SIDE = 0.005


def region(box: Box | None, shape: MarkShape | None) -> tuple[Box | None, MarkShape | None]:
    """The region of a clue as it is kept: points in the picture, the box that of the shape where there is
    one. Raises InputError for what cannot be drawn."""
    if shape is None:
        return (None if box is None else _inside(box)), None
    if shape.kind not in LEAST:
        raise InputError(f"A mark is a point, a line, a polygon or a box, not {shape.kind!r}.")
    points = tuple((_share(x), _share(y)) for x, y in shape.points)
    distinct = len(set(points))
    if distinct < LEAST[shape.kind] or (shape.kind == "point" and len(points) != 1):
        words = {"point": "one point", "line": "two points or more", "polygon": "three points or more"}
        raise InputError(f"A {shape.kind} has {words[shape.kind]}.")
    if len(points) > MOST_POINTS:
        raise InputError(f"A mark has at most {MOST_POINTS} points.")
    return bounds(points), MarkShape(shape.kind, points)


def bounds(points: tuple[tuple[float, float], ...]) -> Box:
    """The bounding box of points in [0, 1], never without an area."""
    sides = []
    for values in zip(*points, strict=True):
        low, high = min(values), max(values)
        if high - low < LEAST_SIDE:
            low = min(max(0.0, (low + high - LEAST_SIDE) / 2), 1.0 - LEAST_SIDE)
            high = low + LEAST_SIDE
        sides.append((low, high))
    (left, right), (top, bottom) = sides
    return Box(left, top, right, bottom)


def _share(value: float) -> float:
    if not math.isfinite(value):
        raise InputError("A mark has a point that is no number.")
    return min(1.0, max(0.0, float(value)))


def _inside(box: Box) -> Box:
    left, right = sorted((_share(box.left), _share(box.right)))
    top, bottom = sorted((_share(box.top), _share(box.bottom)))
    if not (right > left and bottom > top):
        raise InputError("The region is empty. Draw it on the picture.")
    return Box(left, top, right, bottom)


class Marking(Recorded):
    """The writing half of a session that concerns what is drawn on pictures."""

    def clue(self, clue: str) -> Clue:
        for item in self.state.clues:
            if item.id == clue:
                return item
        raise NotFound(f"There is no clue {clue} in this case.")

    def change_region(self, clue: str, *, box: Box | None = None, shape: MarkShape | None = None) -> Changes:
        """Draw the mark of a person's clue anew; it keeps its number.

        Raises InputError for a clue that was read by machine or measured: its place belongs to the reading.
        """
        found = self._own(clue)
        if box is None and shape is None:
            raise InputError("Draw where the mark belongs.")
        box, shape = region(box, shape)
        self.store.update_clue(
            replace(found, box=box, shape=shape, mark=found.mark or self._next_mark(found)),
            "mark of a clue drawn anew",
        )
        return Changes(clues=True)

    def remove_mark(self, clue: str) -> Changes:
        """Take the mark of a person's clue off the picture; the clue stays, undo brings the mark back."""
        found = self._own(clue)
        if found.box is None:
            raise InputError(f"{clue} has no mark on the picture.")
        self.store.update_clue(replace(found, box=None, shape=None, mark=None), "mark of a clue removed")
        return Changes(clues=True)

    def add_horizon(
        self,
        exhibit: str,
        first: tuple[float, float],
        second: tuple[float, float],
        *,
        strength: Strength = Strength.LIKELY,
    ) -> Changes:
        """Record the horizon between two points (fractions of the picture) with the camera's roll and pitch.

        It says nothing about the place by itself; shadows of this exhibit are measured on its ground. The
        pitch needs the focal length that the file claims. Raises InputError for what is no horizon.
        """
        from theodolite.clues.horizon import horizon_clue

        item = self.exhibit(exhibit)
        number = 1 + sum(c.kind == "geometry.horizon" and c.exhibit == item.id for c in self.state.clues)
        _, shape = region(None, MarkShape("line", (first, second)))
        assert shape is not None
        by = self.state.case.operator
        made = horizon_clue(item, shape, by, number=number, strength=strength)
        self.store.add_clue(replace(made, box=bounds(shape.points)))
        return Changes(clues=True)

    def _own(self, clue: str) -> Clue:
        """A clue whose mark is a person's to move; its kind says what the mark is."""
        found = self.clue(clue)
        if not found.by_person:
            raise InputError(
                f"{clue} was read by the program: its place on the picture is part of the reading. "
                "Reject the clue, or add one of your own."
            )
        if found.kind != "hand":
            raise InputError(
                f"{clue} is a measurement: what was drawn for it stays. Measure again and reject this one."
            )
        return found

    def _next_mark(self, clue: Clue) -> int:
        return 1 + max((c.mark or 0 for c in self.state.clues if c.exhibit == clue.exhibit), default=0)
