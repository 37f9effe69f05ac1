"""What lies under the pointer, what is marked, and how level it is: pure answers for the image view."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

from theodolite.domain import Box, Clue, MarkShape
from theodolite_desktop.language import tr
from theodolite_desktop.pictures import Picture
from theodolite_desktop.views.marking import MarkBox

HORIZON = "geometry.horizon"


def pointer_text(x: float, y: float, size: tuple[float, float], picture: Picture | None) -> str:
    """Pixel and colour of a place in a picture of ``size``; '' outside. ``picture`` None: no colour is told.

    The colour is that of the very pixel, and only told where the picture is there in full size.
    """
    if not (0 <= x < size[0] and 0 <= y < size[1]):
        return ""
    column, row = int(x), int(y)
    place = tr("x {x}, y {y}", x=column, y=row)
    if picture is None or not picture.sharp:
        return place
    red, green, blue = picture.colour_at(column, row)
    return f"{place}  #{red:02X}{green:02X}{blue:02X}  {red} {green} {blue}"


def marks_of(clues: Iterable[Clue]) -> tuple[MarkBox, ...]:
    """What is drawn for the clues that have a region; a person's own can be moved."""
    return tuple(
        MarkBox(c.id, c.mark or 0, c.box, c.shape, editable=c.by_person and c.kind == "hand")
        for c in clues
        if c.box is not None
    )


def level_angle(clues: Iterable[Clue], size: tuple[float, float]) -> float | None:
    """Degrees clockwise that lay the latest horizon of a person level; None without one."""
    found = None
    for clue in clues:
        lies = clue.kind == HORIZON and clue.active and clue.rejected_reason is None
        if lies and clue.shape is not None and len(clue.shape.points) == 2:
            found = clue.shape.points
    if found is None:
        return None
    (x1, y1), (x2, y2) = sorted(found)
    return math.degrees(math.atan2((y1 - y2) * size[1], (x2 - x1) * size[0]))


def region_of(draft: Mapping[str, Any]) -> tuple[Box | None, MarkShape | None]:
    """Box and shape of a clue that was being written, from what was kept; anything odd is no region."""
    sides = draft.get("box")
    if not (isinstance(sides, list) and len(sides) == 4 and all(isinstance(v, int | float) for v in sides)):
        return None, None
    box = Box(*(min(1.0, max(0.0, float(v))) for v in sides))
    drawn = draft.get("shape")
    if not isinstance(drawn, Mapping) or drawn.get("kind") not in ("point", "line", "polygon"):
        return box, None
    try:
        points = tuple((float(x), float(y)) for x, y in drawn["points"])
    except (KeyError, TypeError, ValueError):
        return box, None
    return box, MarkShape(drawn["kind"], points) if points else None
