"""``find``: where in a case something is written."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from theodolite.cli import opened
from theodolite.cli.output import Output, Result
from theodolite.codec import to_plain
from theodolite.errors import InputError
from theodolite.finding import KINDS, Found, Hit

MOST = 1000


def add_arguments(leaf: ArgumentParser) -> None:
    leaf.add_argument("case", type=Path, metavar="CASE")
    leaf.add_argument("query", nargs="+", metavar="TEXT", help='words; a "phrase" in quotes; E4 for a record')
    leaf.add_argument("--kind", action="append", default=[], choices=tuple(KINDS), help="only these")
    leaf.add_argument("--limit", type=int, default=50, metavar="N", help="of each kind, 1 to 1000")


def find(options: Namespace, out: Output) -> Result:
    """Recognised text, clues, metadata, notes, hints, leads, references, candidates, talk and log."""
    if not 1 <= options.limit <= MOST:
        raise InputError(f"--limit takes 1 to {MOST}.")
    with opened.case(options.case) as session:
        out.drive(session.prepare_finding())
        found = session.find(" ".join(options.query), options.kind, options.limit)
    return Result(to_plain(found) | {"total": found.total}, _text(found))


def _text(found: Found) -> str:
    if not found.hits:
        return f"No match in {found.exhibits} exhibits, notes, clues and log."
    counts, lines, kind = dict(found.counts), [], ""
    for hit in found.hits:
        if hit.kind != kind:
            kind = hit.kind
            lines.append(f"{KINDS[kind]} ({counts[kind]})")
        lines.append(_line(hit))
    if found.unromanised:
        lines.append(f"{found.unromanised} passages in other letters were not romanised.")
    return "\n".join(lines)


def _line(hit: Hit) -> str:
    name = hit.id if hit.exhibit in ("", hit.id) else f"{hit.exhibit} {hit.id}"
    latin = f" [{hit.latin}]" if hit.latin else ""
    return f"  {name:10} {hit.where}: {hit.text}{latin}{' (rejected)' if hit.rejected else ''}"
