"""``picture derive | list | check | export``, ``cover add | list | propose | keep | remove | copy``."""

from __future__ import annotations

import hashlib
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from theodolite.cli import opened
from theodolite.cli.output import Output, Result
from theodolite.codec import to_plain
from theodolite.domain import Box, Derived, Mask, Step
from theodolite.errors import CaseDamaged, InputError
from theodolite.evidence import recipes


def add_derive(leaf: ArgumentParser) -> None:
    _case(leaf)
    leaf.add_argument("exhibit", metavar="ID", help="an exhibit, or a derived picture to go on from")
    leaf.add_argument("--title", required=True, metavar="TEXT")
    leaf.add_argument(
        "--step",
        action="append",
        required=True,
        metavar="'OPERATION NAME=VALUE ...'",
        help="such as 'rotate degrees=90' or 'crop left=0.2 top=0 right=0.7 bottom=1'; repeat it",
    )


def derive(options: Namespace, out: Output) -> Result:
    """Put a picture made from an exhibit on record: its recipe, and the hash that this gives."""
    steps = [step_of(text) for text in options.step]
    with opened.case(options.case) as session:
        out.drive(session.derive(options.exhibit, steps, options.title))
        made = session.state.derived[-1]
    return Result(_picture(made), _line(made))


def step_of(text: str) -> Step:
    """A step from one text: the operation, then NAME=VALUE; a text value may hold blanks if it comes last."""
    operation, _, rest = text.strip().partition(" ")
    pairs: list[tuple[str, str]] = []
    for part in rest.split(" "):
        name, sign, value = part.partition("=")
        if sign and name.isidentifier():
            pairs.append((name, value))
        elif part and pairs:
            pairs[-1] = (pairs[-1][0], f"{pairs[-1][1]} {part}")
        elif part:
            raise InputError(f"{part!r} is no parameter. Write a step as: rotate degrees=90")
    return Step(operation, tuple(pairs))


def add_case(leaf: ArgumentParser) -> None:
    _case(leaf)


def list_pictures(options: Namespace, out: Output) -> Result:
    """Every derived picture with its recipe."""
    with opened.case(options.case, read_only=True) as session:
        found = session.state.derived
    return Result([_picture(one) for one in found], "\n".join(map(_line, found)) or "No derived pictures.")


def add_check(leaf: ArgumentParser) -> None:
    _case(leaf)
    leaf.add_argument("id", nargs="*", metavar="ID", help="which; all without")


def check(options: Namespace, out: Output) -> Result:
    """Make derived pictures again from their originals and compare the hashes."""
    with opened.case(options.case) as session:
        names = options.id or [one.id for one in session.state.derived]
        same = {name: out.drive(session.replay_derived(name)) for name in names}
    lines = [f"{name}  {'the same' if good else 'NOT the same'}" for name, good in same.items()]
    changed = [name for name, good in same.items() if not good]
    problem = CaseDamaged(f"{', '.join(changed)} made again differs from the record.") if changed else None
    return Result(same, "\n".join(lines) or "No derived pictures.", problem)


def add_export(leaf: ArgumentParser) -> None:
    _case(leaf)
    leaf.add_argument("id", metavar="ID")
    leaf.add_argument("--out", type=Path, required=True, metavar="FILE")
    leaf.add_argument("--uncovered", action="store_true", help="the picture on record, regions and all")


def export(options: Namespace, out: Output) -> Result:
    """Write a derived picture as PNG, its covered regions covered unless they are asked for."""
    with opened.case(options.case) as session:
        job = session.export_derived(options.id, options.out.absolute(), uncovered=options.uncovered)
        path = out.drive(job)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        as_recorded = digest == session.derived_picture(options.id).sha256
    text = f"{path}\nsha256 {digest}" + ("" if as_recorded else "\nRegions are covered in it.")
    return Result({"file": str(path), "sha256": digest, "as_recorded": as_recorded}, text)


def add_cover(leaf: ArgumentParser) -> None:
    _case(leaf)
    leaf.add_argument("exhibit", metavar="ID")
    leaf.add_argument(
        "--box",
        required=True,
        metavar="LEFT,TOP,RIGHT,BOTTOM",
        help="fractions of the upright picture, 0 to 1",
    )
    leaf.add_argument("--kind", default="region", choices=("face", "plate", "name", "region"))
    leaf.add_argument("--reason", default="", metavar="TEXT", help="printed in the report")


def cover(options: Namespace, out: Output) -> Result:
    """Cover a region in every copy; the case keeps the original."""
    with opened.case(options.case) as session:
        session.add_mask(options.exhibit, _box(options.box), options.kind, options.reason)
        made = session.state.masks[-1]
    return Result(to_plain(made), _mask(made))


def _box(text: str) -> Box:
    try:
        left, top, right, bottom = (float(part) for part in text.split(","))
    except ValueError:
        raise InputError("A region is written as four fractions: 0.1,0.2,0.4,0.5") from None
    return Box(left, top, right, bottom)


def list_covers(options: Namespace, out: Output) -> Result:
    """What copies cover, and why."""
    with opened.case(options.case, read_only=True) as session:
        found = session.state.masks
    return Result([to_plain(one) for one in found], "\n".join(map(_mask, found)) or "Nothing is covered.")


def add_exhibit(leaf: ArgumentParser) -> None:
    _case(leaf)
    leaf.add_argument("exhibit", metavar="ID")


def propose(options: Namespace, out: Output) -> Result:
    """Propose faces and written plates; each is covered until it is removed."""
    with opened.case(options.case) as session:
        before = {one.id for one in session.state.masks}
        out.drive(session.propose_masks(options.exhibit))
        found = [one for one in session.state.masks if one.id not in before]
        notes = [text for _, text in session.proposable() if text]
    lines = [*map(_mask, found), *notes] if found else ["Nothing new was found.", *notes]
    return Result([to_plain(one) for one in found], "\n".join(lines))


def add_id(leaf: ArgumentParser) -> None:
    _case(leaf)
    leaf.add_argument("id", metavar="ID", help="such as A1")


def keep(options: Namespace, out: Output) -> Result:
    """Confirm a region that was proposed."""
    with opened.case(options.case) as session:
        session.keep_mask(options.id)
        found = session.mask(options.id)
    return Result(to_plain(found), _mask(found))


def remove(options: Namespace, out: Output) -> Result:
    """Show a region in copies again."""
    with opened.case(options.case) as session:
        session.remove_mask(options.id)
    return Result({"removed": options.id}, f"{options.id} is no longer covered; the log keeps that it was.")


def add_copy(leaf: ArgumentParser) -> None:
    _case(leaf)
    leaf.add_argument("exhibit", metavar="ID", help="an exhibit, or a derived picture")
    leaf.add_argument("--out", type=Path, required=True, metavar="FILE")
    leaf.add_argument("--side", type=int, default=1600, metavar="N", help="longest side in pixels")


def copy(options: Namespace, out: Output) -> Result:
    """Write a JPEG with its regions covered and without metadata; the log says that it left."""
    if not 16 <= options.side <= 20_000:
        raise InputError("The longest side is 16 to 20000 pixels.")
    with opened.case(options.case) as session:
        path, digest = session.export_copy(options.exhibit, options.out.absolute(), options.side)
        masks = len(session.masks_of(session.original_of(options.exhibit)))
    text = f"{path}\nsha256 {digest}\n{masks} region{'' if masks == 1 else 's'} covered"
    return Result({"file": str(path), "sha256": digest, "covered": masks}, text)


def _case(leaf: ArgumentParser) -> None:
    leaf.add_argument("case", type=Path, metavar="CASE")


def _picture(one: Derived) -> dict[str, Any]:
    return {**to_plain(one), "recipe": [recipes.describe(step) for step in one.steps]}


def _line(one: Derived) -> str:
    words = "; ".join(recipes.describe(step) for step in one.steps)
    head = f"{one.id}  of {one.exhibit}  {one.width} x {one.height}  {one.title}"
    return f"{head}\n    {words}\n    sha256 {one.sha256}"


def _mask(one: Mask) -> str:
    box = ", ".join(f"{edge:.3f}" for edge in (one.box.left, one.box.top, one.box.right, one.box.bottom))
    proposed = " (proposed)" if one.proposed else ""
    return f"{one.id}  {one.exhibit}  {one.kind}{proposed}  at {box}: {one.reason}"
