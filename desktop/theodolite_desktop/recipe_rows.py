"""Steps of a recipe as the window makes them: parameters as text, sizes foreseen. Pure."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from theodolite.domain import Box, Step
from theodolite_desktop.language import mark

Point = tuple[float, float]

#: What each tool of the window asks for, in the order of its clicks. Drawn tools take a box.
GUIDES = {
    "crop": mark("Drag over the part to keep, or type its edges."),
    "rotate": mark("Turn clockwise by the angle. Quarter turns lose nothing."),
    "mirror": mark("Mirrored pictures say so in their recipe."),
    "levels": mark("Darker than black becomes black, lighter than white becomes white."),
    "gray": mark("Brightness only."),
    "perspective": mark(
        "Click the corners of something flat: top left, top right, bottom right, bottom left."
    ),
    "enlarge": mark("No detail is added: Lanczos smooths, nearest keeps the pixels as they are."),
    "annotate": mark(
        "Box, ring: drag over it. Line, arrow: click its start, then its end. Label: click where."
    ),
}
TITLES = {
    "crop": mark("Crop"),
    "rotate": mark("Rotate"),
    "mirror": mark("Mirror"),
    "levels": mark("Levels"),
    "gray": mark("Gray"),
    "perspective": mark("Straighten"),
    "enlarge": mark("Enlarge"),
    "annotate": mark("Annotate"),
}
CORNERS = 4


def real(value: float) -> str:
    """A number as a recipe holds it: at most six decimals, never in powers of ten."""
    text = f"{value:.6f}".rstrip("0")
    return f"{text}0" if text.endswith(".") else text


def step(operation: str, **parameters: object) -> Step:
    """Values as text; numbers by :func:`real`, whole ones as they are."""
    pairs = ((name, real(v) if isinstance(v, float) else str(v)) for name, v in parameters.items())
    return Step(operation, tuple(pairs))


def crop(box: Box) -> Step:
    return step("crop", left=box.left, top=box.top, right=box.right, bottom=box.bottom)


def perspective(corners: Sequence[Point], size: tuple[int, int]) -> Step:
    """The four corners in fractions, clockwise from the top left; as large as the edges are long."""
    width, height = size
    far = [math.hypot((b[0] - a[0]) * width, (b[1] - a[1]) * height) for a, b in _edges(corners)]
    named: dict[str, object] = {}
    for number, (x, y) in enumerate(corners, 1):
        named |= {f"x{number}": float(x), f"y{number}": float(y)}
    wide, high = max(far[0], far[2]), max(far[1], far[3])
    return step("perspective", **named, width=max(1, round(wide)), height=max(1, round(high)))


def _edges(corners: Sequence[Point]) -> Iterable[tuple[Point, Point]]:
    return zip(corners, (*corners[1:], corners[0]), strict=True)


def annotate(shape: str, colour: str, start: Point, end: Point | None, text: str = "") -> Step:
    """``end`` None: a label that begins at ``start``."""
    first: dict[str, object] = {
        "shape": shape,
        "colour": colour,
        "x1": float(start[0]),
        "y1": float(start[1]),
    }
    if shape == "label":
        return step("annotate", **first, text=text)
    assert end is not None
    return step("annotate", **first, x2=float(end[0]), y2=float(end[1]))


def size_after(size: tuple[int, int], steps: Iterable[Step]) -> tuple[int, int]:
    """About how large the picture is after ``steps``, in pixels; the engine says it to the pixel."""
    width, height = (float(side) for side in size)
    for one in steps:
        p = dict(one.parameters)
        if one.operation == "crop":
            width *= float(p["right"]) - float(p["left"])
            height *= float(p["bottom"]) - float(p["top"])
        elif one.operation == "rotate":
            turn = math.radians(float(p["degrees"]))
            cos, sin = abs(math.cos(turn)), abs(math.sin(turn))
            width, height = width * cos + height * sin, width * sin + height * cos
        elif one.operation == "enlarge":
            width, height = width * float(p["factor"]), height * float(p["factor"])
        elif one.operation == "perspective":
            width, height = float(p["width"]), float(p["height"])
    return max(1, round(width)), max(1, round(height))
