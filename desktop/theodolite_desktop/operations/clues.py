"""Clues made by hand, switched and rejected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from theodolite.domain import Box, MarkShape, Strength
from theodolite.jobs import Job
from theodolite_desktop.desk import Desk

if TYPE_CHECKING:
    from theodolite.engine import Changes


def add_clue(
    *,
    desk: Desk,
    exhibit: str,
    observation: str,
    inference: str,
    source: str,
    supports: bool,
    strength: Strength,
    box: Box | None,
    shape: MarkShape | None = None,
    place_text: str,
    when_text: str = "",
) -> Changes:
    """A clue seen by a person; with ``place_text`` it counts in the ranking, ``when_text`` dates it."""
    return desk.session.add_clue(
        exhibit,
        observation,
        inference,
        source,
        supports=supports,
        strength=strength,
        box=box,
        shape=shape,
        place_text=place_text,
        when_text=when_text,
    )


def change_region(
    *, desk: Desk, clue: str, box: Box | None = None, shape: MarkShape | None = None
) -> Changes:
    """Draw the mark of a person's clue anew; undoable."""
    return desk.session.change_region(clue, box=box, shape=shape)


def remove_mark(*, desk: Desk, clue: str) -> Changes:
    """Take the mark of a person's clue off the picture; undoable."""
    return desk.session.remove_mark(clue)


def add_horizon(*, desk: Desk, exhibit: str, shape: MarkShape) -> Changes:
    """The horizon as drawn, two points: how the camera was held."""
    first, second = shape.points
    return desk.session.add_horizon(exhibit, first, second)


def correct_reading(*, desk: Desk, clue: str, text: str) -> Job[Changes]:
    """What a line really says; the clues of the writing are made anew from it."""
    return desk.session.correct_reading(clue, text)


def switch_clue(*, desk: Desk, clue: str, on: bool) -> Changes:
    return desk.session.set_clue(clue, on)


def reject_clue(*, desk: Desk, clue: str, reason: str) -> Changes:
    return desk.session.reject_clue(clue, reason)


def set_strength(*, desk: Desk, clue: str, strength: Strength) -> Changes:
    return desk.session.set_clue_strength(clue, strength)


def set_source(*, desk: Desk, source: str, on: bool | None = None, weight: float | None = None) -> Changes:
    """Switch or weigh a clue source of the case."""
    return desk.session.set_source(source, on=on, weight=weight)
