"""Shares of turns, with intervals by image."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence

import numpy as np

from theodolite.evaluate.bootstrap import Interval, ratios
from theodolite.evaluate.interactive.records import HIT_KM, Turn
from theodolite.locate.sphere import F8


def share(turns: Iterable[Turn], of: Callable[[Turn], bool], yes: Callable[[Turn], float]) -> tuple[F8, F8]:
    """By image, sums of ``yes`` over the turns ``of`` which it is asked, and how many those are."""
    top: dict[int, float] = {}
    bottom: dict[int, float] = {}
    for turn in turns:
        asked = of(turn)
        top[turn.row] = top.get(turn.row, 0.0) + (float(yes(turn)) if asked else 0.0)
        bottom[turn.row] = bottom.get(turn.row, 0.0) + float(asked)
    return np.array(list(top.values())), np.array(list(bottom.values()))


def rate_of(turns: Sequence[Turn], of: Callable[[Turn], bool], yes: Callable[[Turn], float]) -> Interval:
    return interval_of(*share(turns, of, yes))


def interval_of(top: F8, bottom: F8) -> Interval:
    if not len(top) or bottom.sum() == 0.0:
        return Interval(math.nan, math.nan, math.nan)
    return ratios(top[:, None], bottom[:, None])[0]


def harmed(turn: Turn) -> bool:
    return turn.hit_before and not turn.hit_after


def obey_harmed(turn: Turn) -> bool:
    return turn.obey_km_before < HIT_KM <= turn.obey_km_after


def misled(turn: Turn) -> bool:
    """A wrong hint, where right and wrong can be told at 200 km."""
    return turn.said and turn.wrong and turn.placed
