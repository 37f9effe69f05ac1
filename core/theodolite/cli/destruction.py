"""``case destroy``: lawful destruction of an exhibit, listed first, done only when confirmed."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from theodolite.cli import opened
from theodolite.cli.output import Output, Result, one_line
from theodolite.codec import to_plain
from theodolite.domain import Verification
from theodolite.store.destroying import CONFIRMED


def add_arguments(leaf: ArgumentParser) -> None:
    leaf.add_argument("case", type=Path, metavar="CASE")
    leaf.add_argument("exhibit", metavar="ID")
    leaf.add_argument("--reason", default="", metavar="TEXT", help="stays on record; no words of the exhibit")
    leaf.add_argument(
        "--confirm",
        default="",
        metavar="HEX",
        help=f"the first {CONFIRMED} characters of the exhibit's SHA-256; without it nothing is destroyed",
    )


def run(options: Namespace, out: Output) -> Result:
    """Without ``--confirm``: what would go. With it: destroyed, and the tombstone."""
    with opened.case(options.case) as session:
        lines = session.destruction_of(options.exhibit)
        if not options.confirm:
            text = "\n".join(["This would go, for ever:", *(f"  {one_line(line)}" for line in lines)])
            end = f"To do it: --reason TEXT --confirm {session.exhibit(options.exhibit).sha256[:CONFIRMED]}"
            return Result({"destroyed": False, "goes": list(lines)}, f"{text}\n{end}")
        out.drive(session.destroy(options.exhibit, options.reason, confirmed=options.confirm))
        stones = session.state.tombstones
    named = [f"{one.exhibit}  sha256 {one.sha256}  {one.utc}  {one_line(one.reason)}" for one in stones]
    data = {"destroyed": True, "goes": list(lines), "tombstones": to_plain(stones)}
    return Result(data, "\n".join(["Destroyed. Tombstones of this case:", *named]))


def covered(found: Verification) -> str:
    """What an intact case lacks on purpose, as words after its numbers: ', with 1 destruction'."""
    text = ""
    if found.destructions:
        text += f", with {found.destructions} destruction{'s' if found.destructions > 1 else ''}"
    if found.withheld:
        text += f", {found.withheld} values, records or originals withheld from this copy"
    return text
