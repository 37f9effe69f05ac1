"""What geo-diversification and Img2Loc ask a language model, in our own words.

The substance is published (G3 code, Img2Loc code): an expert in geolocation looks at the photograph, is told
where the most and the least similar reference photographs were taken (coordinates only, never names or
pictures), must answer, and answers with a point. A model that cannot see is told so instead of being asked to
look.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from theodolite.errors import InputError

Point = tuple[float, float]
Listed = tuple[tuple[str, float, float], ...]

STEP = 5
MOST_PROMPTS = 16
IMG2LOC_REFERENCES = 16

_LOOK = "You are an expert in geolocation. Study the photograph and find out where on Earth it was taken."
_BLIND = (
    "You are an expert in geolocation. A photograph has to be placed on Earth. You cannot see it: judge only "
    "from what is listed here, and from nothing else."
)
_FORM = (
    "You must answer, also when you are unsure: give your single best estimate. Write only JSON of this "
    'form, in decimal degrees, south and west negative: {"latitude": number, "longitude": number}'
)
_FREE = (
    "You must answer, also when you are unsure. Finish with the latitude and longitude of your single best "
    "estimate in decimal degrees, south and west negative."
)
_SIMILAR = "Photographs that look most like it were taken at these coordinates (latitude, longitude):"
_DISSIMILAR = "Photographs that look least like it were taken at these coordinates (latitude, longitude):"


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question. ``number`` counts from 1; ``references``: ('similar' | 'dissimilar', lat, lon)."""

    number: int
    asked: str
    references: Listed


def ladder(prompts: int) -> tuple[int, ...]:
    """How many similar, and how many dissimilar, references each prompt lists: 0, 5, 10, 15 for four (G3
    code); any other number of prompts climbs from 0 by the same five. Raises InputError beyond 1..16."""
    if not 1 <= prompts <= MOST_PROMPTS:
        raise InputError(f"Between 1 and {MOST_PROMPTS} prompts can be asked, not {prompts}.")
    return tuple(range(0, STEP * prompts, STEP))


def diversified(
    similar: Sequence[Point], dissimilar: Sequence[Point], rungs: Sequence[int], *, sees: bool
) -> tuple[Prompt, ...]:
    """One prompt a rung, with its first k similar and first k dissimilar coordinates, or all there are.

    What every rung says stands first, and the references follow nearest first: prompts share their
    beginnings, so that the language worker reads those once.
    """
    return tuple(
        _prompt(number, _FORM, similar[:rung], dissimilar[:rung], sees)
        for number, rung in enumerate(rungs, start=1)
    )


def img2loc(similar: Sequence[Point], dissimilar: Sequence[Point], *, sees: bool) -> Prompt:
    """Img2Loc's one prompt: the 16 nearest and the 16 farthest, answered in free text."""
    most = IMG2LOC_REFERENCES
    return _prompt(1, _FREE, similar[:most], dissimilar[:most], sees)


def _prompt(number: int, form: str, near: Sequence[Point], far: Sequence[Point], sees: bool) -> Prompt:
    lines = [_LOOK if sees else _BLIND, form]
    for words, points in ((_SIMILAR, near), (_DISSIMILAR, far)):
        if points:
            lines.append(words)
            lines.append(", ".join(f"({lat:.5f}, {lon:.5f})" for lat, lon in points))
    if not near and not far:
        lines.append("No references are known.")
    listed = (*(("similar", *point) for point in near), *(("dissimilar", *point) for point in far))
    return Prompt(number, "\n".join(lines), listed)
