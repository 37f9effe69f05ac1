"""Drawing a mark point by point: pure state, stepped by clicks, drags and keys alike."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from theodolite.domain import Box, MarkShape
from theodolite_desktop.language import mark

Point = tuple[float, float]
Kind = Literal["box", "point", "line", "polygon", "horizon"]
#: Points that end a sketch by themselves, and the least of those that a person ends.
FULL: dict[str, int] = {"box": 2, "point": 1, "horizon": 2}
LEAST: dict[str, int] = {"line": 2, "polygon": 3}
MOST = 500

GUIDES: dict[str, tuple[str, ...]] = {
    "box": (
        mark("Drag a box, or click two corners. Arrows and Enter work too; Esc cancels."),
        mark("Click the opposite corner, or press Enter there."),
    ),
    "point": (mark("Click the point, or move with the arrows and press Enter. Esc cancels."),),
    "line": (
        mark("Click along the line, or drag it. Arrows and Enter work too; Esc cancels."),
        mark("Click the next point. Backspace takes the last one back."),
        mark("Click on; a double click or Enter ends the line. Backspace takes a point back."),
    ),
    "polygon": (
        mark("Click the corners one after another. Arrows and Enter work too; Esc cancels."),
        mark("Click the next corner. Backspace takes the last one back."),
        mark("Click one more corner. Backspace takes the last one back."),
        mark("Click on; a double click, Enter or the first corner closes it."),
    ),
    "horizon": (
        mark("Click the horizon near one side of the picture, or drag along it. Esc cancels."),
        mark("Click the horizon near the other side."),
    ),
}


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is being drawn: ``points`` so far, fractions of the upright picture in [0, 1]."""

    kind: Kind
    points: tuple[Point, ...] = ()

    @property
    def guide(self) -> str:
        """What to do next, to be translated where it is shown."""
        lines = GUIDES[self.kind]
        return lines[min(len(self.points), len(lines) - 1)]

    @property
    def full(self) -> bool:
        """Whether it is done without being ended."""
        return len(self.points) >= FULL.get(self.kind, MOST)

    @property
    def enough(self) -> bool:
        """Whether it can be ended now."""
        return self.full or len(self.points) >= LEAST.get(self.kind, MOST)

    def add(self, at: Point) -> Sketch:
        """With one point more, kept on the picture; the same place twice in a row counts once."""
        point = (min(1.0, max(0.0, at[0])), min(1.0, max(0.0, at[1])))
        if self.points and self.points[-1] == point:
            return self
        return replace(self, points=(*self.points, point))

    def back(self) -> Sketch:
        return replace(self, points=self.points[:-1])

    def region(self) -> Box | MarkShape | None:
        """What was drawn; None where it is not enough yet."""
        if not self.enough:
            return None
        if self.kind == "box":
            (x, y), (u, v) = self.points[:2]
            return Box(min(x, u), min(y, v), max(x, u), max(y, v))
        kind: Literal["point", "line", "polygon"] = "line" if self.kind == "horizon" else self.kind
        return MarkShape(kind, self.points)
