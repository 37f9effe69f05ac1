"""What each step does, and whether it can be done: one table of operations, each with its version."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

import numpy as np
from numpy.typing import NDArray

from theodolite.domain import Step
from theodolite.errors import InputError
from theodolite.evidence.recipes import drawing, geometry, tones
from theodolite.evidence.recipes.parameters import Reader

Pixels = NDArray[np.uint8]
Do = Callable[[Pixels], Pixels]

MAX_STEPS = 200
MAX_ENLARGEMENT = 16.0
SHAPES = ("box", "ring", "line", "arrow", "label")
RED = "#e8112d"


def apply(pixels: Pixels, steps: Sequence[Step]) -> Pixels:
    """``pixels`` (uint8 [height, width, 3], upright) after all ``steps``; the array given is never changed.

    Raises InputError for a step that is none, ImageTooLarge for a result above MAX_PIXELS.
    """
    todo = [_prepared(step) for step in check(steps)]
    geometry.room(pixels.shape[1], pixels.shape[0])
    made = np.ascontiguousarray(pixels)
    for do in todo:
        made = do(made)
    return made


def check(steps: Sequence[Step]) -> tuple[Step, ...]:
    """The steps, if each is known and its parameters are in range; InputError says which is not."""
    if not steps:
        raise InputError("A recipe needs at least one step.")
    if len(steps) > MAX_STEPS:
        raise InputError(f"A recipe has at most {MAX_STEPS} steps.")
    for step in steps:
        _prepared(step)
    return tuple(steps)


def _prepared(step: Step) -> Do:
    if step.operation not in _OPERATIONS:
        raise InputError(
            f"There is no operation {step.operation!r}. Known: {', '.join(sorted(_OPERATIONS))}."
        )
    version, prepare = _OPERATIONS[step.operation]
    if step.version != version:
        raise InputError(
            f"Version {step.version} of the operation {step.operation} is not in this program, "
            f"which has version {version}."
        )
    reader = Reader(step)
    do = prepare(reader)
    reader.done()
    return do


def _rotate(reader: Reader) -> Do:
    degrees, fill = reader.real("degrees", -360.0, 360.0), reader.colour("fill", "#000000")
    return lambda pixels: geometry.turn(pixels, degrees, fill)


def _mirror(reader: Reader) -> Do:
    axis = reader.text("axis", choices=("horizontal", "vertical"))
    return lambda pixels: geometry.mirror(pixels, "horizontal" if axis == "horizontal" else "vertical")


def _crop(reader: Reader) -> Do:
    box = reader.box()
    return lambda pixels: geometry.crop(pixels, box)


def _levels(reader: Reader) -> Do:
    black, white = reader.whole("black", 0, 254, 0), reader.whole("white", 1, 255, 255)
    gamma = reader.real("gamma", 0.1, 10.0, 1.0)
    if black >= white:
        raise InputError("black of the step levels lies below white.")
    return lambda pixels: tones.levels(pixels, black, white, gamma)


def _gray(reader: Reader) -> Do:
    return tones.gray


def _veil(reader: Reader) -> Do:
    return tones.veil


def _perspective(reader: Reader) -> Do:
    names = (("x1", "y1"), ("x2", "y2"), ("x3", "y3"), ("x4", "y4"))
    corners = tuple((reader.real(x, 0.0, 1.0), reader.real(y, 0.0, 1.0)) for x, y in names)
    four = cast(tuple[geometry.Point, geometry.Point, geometry.Point, geometry.Point], corners)
    size = reader.whole("width", 1, 20_000), reader.whole("height", 1, 20_000)
    if not geometry.convex(four):
        raise InputError("The four corners go clockwise from the top left and leave no dent.")
    return lambda pixels: geometry.straighten(pixels, four, size)


def _enlarge(reader: Reader) -> Do:
    factor = reader.real("factor", 1.0, MAX_ENLARGEMENT)
    method = reader.text("method", "lanczos", ("nearest", "lanczos"))
    return lambda pixels: geometry.enlarge(pixels, factor, "nearest" if method == "nearest" else "lanczos")


def _annotate(reader: Reader) -> Do:
    shape, colour = reader.text("shape", choices=SHAPES), reader.colour("colour", RED)
    start = reader.real("x1", 0.0, 1.0), reader.real("y1", 0.0, 1.0)
    if shape == "label":
        text = reader.text("text")
        drawing.check_label(text)
        return lambda pixels: drawing.label(pixels, start, text, colour)
    end = reader.real("x2", 0.0, 1.0), reader.real("y2", 0.0, 1.0)
    if shape == "box":
        return lambda pixels: drawing.box(pixels, start, end, colour)
    if shape == "ring":
        return lambda pixels: drawing.ring(pixels, start, end, colour)
    return lambda pixels: drawing.line(pixels, start, end, colour, arrow=shape == "arrow")


def _redact(reader: Reader) -> Do:
    box, fill = reader.box(), reader.colour("fill", "#000000")
    return lambda pixels: tones.cover(pixels, box, fill)


_OPERATIONS: dict[str, tuple[str, Callable[[Reader], Do]]] = {
    "rotate": ("1", _rotate),
    "mirror": ("1", _mirror),
    "crop": ("1", _crop),
    "levels": ("1", _levels),
    "gray": ("1", _gray),
    "veil": ("1", _veil),
    "perspective": ("1", _perspective),
    "enlarge": ("1", _enlarge),
    "annotate": ("1", _annotate),
    "redact": ("1", _redact),
}
