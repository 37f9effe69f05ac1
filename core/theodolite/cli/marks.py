"""``clue mark | unmark | horizon``: what is drawn on the picture for a clue, without a window."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Literal, cast

from theodolite.cli import opened
from theodolite.cli.output import Output, Result
from theodolite.codec import to_plain
from theodolite.domain import Box, Clue, MarkShape
from theodolite.errors import InputError

KINDS = ("point", "line", "polygon")


def add_region(leaf: ArgumentParser) -> None:
    """Where on the picture: fractions of its width and height, from its top left corner."""
    where = leaf.add_mutually_exclusive_group()
    where.add_argument("--box", default="", metavar="L,T,R,B", help="a box, such as 0.1,0.2,0.4,0.5")
    where.add_argument(
        "--shape",
        default="",
        metavar="'KIND X,Y ...'",
        help="such as 'line 0.1,0.2 0.4,0.2' or 'point 0.3,0.8'",
    )


def region_of(options: Namespace) -> tuple[Box | None, MarkShape | None]:
    """What ``--box`` or ``--shape`` say; raises InputError."""
    if options.box:
        sides = _numbers(options.box, 4, "A box has four edges: left, top, right, bottom")
        return Box(*sides), None
    if not options.shape:
        return None, None
    kind, *points = options.shape.split()
    if kind not in KINDS:
        raise InputError(f"A shape is one of {', '.join(KINDS)}, then its points; {kind!r} is none of them.")
    known = cast(Literal["point", "line", "polygon"], kind)
    return None, MarkShape(known, tuple(_point(text) for text in points))


def _point(text: str) -> tuple[float, float]:
    x, y = _numbers(text, 2, "A point has two numbers: across and down")
    return x, y


def _numbers(text: str, count: int, why: str) -> tuple[float, ...]:
    try:
        found = tuple(float(part) for part in text.split(","))
    except ValueError as error:
        raise InputError(f"{why}, as fractions with a comma between; {text!r} is not that.") from error
    if len(found) != count or not all(0.0 <= value <= 1.0 for value in found):
        raise InputError(f"{why}, each from 0 to 1; {text!r} is not that.")
    return found


def add_mark(leaf: ArgumentParser) -> None:
    leaf.add_argument("case", type=Path, metavar="CASE")
    leaf.add_argument("id", metavar="ID")
    add_region(leaf)


def mark(options: Namespace, out: Output) -> Result:
    """Draw the mark of one of your clues, or draw it anew."""
    box, shape = region_of(options)
    with opened.case(options.case) as session:
        session.change_region(options.id, box=box, shape=shape)
        clue = session.clue(options.id)
    return Result(to_plain(clue), f"{clue.id} carries the mark {clue.mark} of {clue.exhibit}.")


def add_unmark(leaf: ArgumentParser) -> None:
    leaf.add_argument("case", type=Path, metavar="CASE")
    leaf.add_argument("id", metavar="ID")


def unmark(options: Namespace, out: Output) -> Result:
    """Take the mark of one of your clues off the picture; the clue stays."""
    with opened.case(options.case) as session:
        session.remove_mark(options.id)
        clue = session.clue(options.id)
    return Result(to_plain(clue), f"{clue.id} has no mark any more.")


def add_horizon(leaf: ArgumentParser) -> None:
    leaf.add_argument("case", type=Path, metavar="CASE")
    leaf.add_argument("--exhibit", required=True, metavar="ID")
    leaf.add_argument("first", metavar="X,Y", help="a point of the horizon, fractions of the picture")
    leaf.add_argument("second", metavar="X,Y", help="another one, far from the first")


def horizon(options: Namespace, out: Output) -> Result:
    """Record the horizon of an exhibit: how the camera was held."""
    with opened.case(options.case) as session:
        session.add_horizon(options.exhibit, _point(options.first), _point(options.second))
        clue: Clue = session.state.clues[-1]
    note = f"\n      {clue.note}" if clue.note else ""
    return Result(to_plain(clue), f"{clue.id}  {clue.inference}{note}")
