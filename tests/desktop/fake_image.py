"""What the session in memory does with pictures and marks: the real packing and the real rules, no store."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

from PIL import Image

from theodolite.clues.horizon import horizon_clue
from theodolite.domain import Box, CaseState, Clue, Exhibit, MarkShape, Strength
from theodolite.engine.marking import bounds, region
from theodolite.errors import InputError
from theodolite.evidence import pyramid
from theodolite.jobs import Job


class Imaging:
    """Mixed into the session; ``change``, ``pixels`` and ``reference_pixels`` are the session's."""

    state: CaseState

    def change(self, action: str, **parts: Any) -> Any:
        raise NotImplementedError

    def pixels(self, exhibit: str, max_side: int | None = None) -> Job[Any]:
        raise NotImplementedError

    def reference_pixels(self, path: str, max_side: int | None = None) -> Job[Any]:
        raise NotImplementedError

    def exhibit(self, exhibit: str) -> Exhibit:
        raise NotImplementedError

    def clue(self, clue: str) -> Clue:
        raise NotImplementedError

    def levels(
        self, exhibit: str, max_side: int | None = None, most_bytes: int | None = None
    ) -> Job[pyramid.Pyramid]:
        return packed((yield from self.pixels(exhibit, max_side)))

    def reference_levels(
        self, path: str, max_side: int | None = None, most_bytes: int | None = None
    ) -> Job[pyramid.Pyramid]:
        return packed((yield from self.reference_pixels(path, max_side)))

    def change_region(self, clue: str, *, box: Box | None = None, shape: MarkShape | None = None) -> Any:
        if not self.clue(clue).by_person:
            raise InputError(f"{clue} was read by the program: its place is part of the reading.")
        box, shape = region(box, shape)
        return self._with("mark of a clue drawn anew", clue, box=box, shape=shape)

    def remove_mark(self, clue: str) -> Any:
        if not self.clue(clue).by_person:
            raise InputError(f"{clue} was read by the program: its place is part of the reading.")
        return self._with("mark of a clue removed", clue, box=None, shape=None, mark=None)

    def _with(self, action: str, clue: str, **values: Any) -> Any:
        clues = tuple(replace(c, **values) if c.id == clue else c for c in self.state.clues)
        return self.change(action, clues=clues)

    def add_horizon(
        self,
        exhibit: str,
        first: tuple[float, float],
        second: tuple[float, float],
        *,
        strength: Strength = Strength.LIKELY,
    ) -> Any:
        shape = MarkShape("line", (first, second))
        made = horizon_clue(self.exhibit(exhibit), shape, "tester", strength=strength)
        clues = self.state.clues
        mark = 1 + max((c.mark or 0 for c in clues), default=0)
        clue = replace(made, id=f"C{len(clues) + 1}", mark=mark, box=bounds(shape.points))
        return self.change("clue added", clues=(*clues, clue))


def packed(pixels: Any) -> pyramid.Pyramid:
    """As the sandbox packs them."""
    image = Image.frombytes("RGB", (pixels.width, pixels.height), pixels.rgb)
    body = io.BytesIO()
    pyramid.send(image, body)
    return pyramid.received(pyramid.header(image, image.size), bytearray(body.getvalue()))
