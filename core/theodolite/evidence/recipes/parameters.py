"""Parameters of a step are text pairs; here they become numbers within their ranges, or a plain refusal."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from theodolite.domain import Box, Step
from theodolite.errors import InputError

Colour = tuple[int, int, int]

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}\Z")
_NUMBER = re.compile(r"-?[0-9]{1,6}(\.[0-9]{1,30})?(e-?[0-9]{1,3})?\Z")


class Reader:
    """The parameters of one step, each asked for once; :meth:`done` refuses what nobody asked for."""

    def __init__(self, step: Step) -> None:
        self._step = step
        self._values = dict(step.parameters)
        if not all(isinstance(text, str) for pair in step.parameters for text in pair):
            raise InputError(f"The parameters of the step {step.operation} are texts.")
        if len(self._values) != len(step.parameters):
            raise InputError(f"The step {step.operation} names a parameter twice.")

    def text(self, name: str, default: str | None = None, choices: Sequence[str] = ()) -> str:
        value = self._values.pop(name, default)
        if value is None:
            raise InputError(f"The step {self._step.operation} needs {name}.")
        if choices and value not in choices:
            raise InputError(f"{name} of the step {self._step.operation} is one of: {', '.join(choices)}.")
        return value

    def real(self, name: str, low: float, high: float, default: float | None = None) -> float:
        """A real number in [low, high]."""
        text = self.text(name, None if default is None else repr(default))
        value = float(text) if _NUMBER.match(text) else math.nan
        if not low <= value <= high:
            raise InputError(f"{name} of the step {self._step.operation} lies from {low:g} to {high:g}.")
        return value

    def whole(self, name: str, low: int, high: int, default: int | None = None) -> int:
        value = self.real(name, low, high, default)
        if value != int(value):
            raise InputError(f"{name} of the step {self._step.operation} is a whole number.")
        return int(value)

    def colour(self, name: str, default: str) -> Colour:
        """Red, green, blue, each 0 to 255, written #rrggbb."""
        text = self.text(name, default)
        if not _COLOUR.match(text):
            raise InputError(f"{name} of the step {self._step.operation} is a colour such as #ff8800.")
        return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)

    def box(self) -> Box:
        """left, top, right, bottom as fractions of the picture that the step is given."""
        sides = [self.real(name, 0.0, 1.0) for name in ("left", "top", "right", "bottom")]
        if sides[0] >= sides[2] or sides[1] >= sides[3]:
            raise InputError(f"The region of the step {self._step.operation} is empty.")
        return Box(*sides)

    def done(self) -> None:
        if self._values:
            unknown = ", ".join(sorted(self._values))
            raise InputError(f"The step {self._step.operation} has no parameter {unknown}.")


def cover_step(box: Box) -> Step:
    """The step that covers ``box`` with solid black."""
    sides = (("left", box.left), ("top", box.top), ("right", box.right), ("bottom", box.bottom))
    try:
        return Step("redact", tuple((name, repr(float(value))) for name, value in sides))
    except (TypeError, ValueError) as error:  # a case may come from anyone
        raise InputError("The region of a mask is no region.") from error


def outward(box: Box, width: int, height: int) -> tuple[int, int, int, int]:
    """The whole pixels (left, top, right, bottom; the last two excluded) that ``box`` touches, never none.

    A pixel that the box only grazes counts: what is to be hidden is hidden whole. Fractions that name a
    pixel's edge up to rounding of the last digits name that edge.
    """
    left = min(math.floor(box.left * width + 1e-6), width - 1)
    top = min(math.floor(box.top * height + 1e-6), height - 1)
    right = max(math.ceil(box.right * width - 1e-6), left + 1)
    bottom = max(math.ceil(box.bottom * height - 1e-6), top + 1)
    return max(left, 0), max(top, 0), min(right, width), min(bottom, height)
