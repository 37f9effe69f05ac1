"""``bundle export | import``, ``case merge | conflicts | resolve``: cases on their way to others and back."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any, cast

from theodolite.cli import opened, passphrases
from theodolite.cli.output import Output, Result
from theodolite.codec import to_plain
from theodolite.domain import PROTECTED, MergeConflict, Protected
from theodolite.errors import InputError
from theodolite.report.choices import Choices


def add_export(leaf: ArgumentParser) -> None:
    leaf.add_argument("case", type=Path, metavar="CASE")
    leaf.add_argument("--out", type=Path, required=True, metavar="FOLDER")
    leaf.add_argument(
        "--disclose",
        default="",
        metavar="LIST",
        help=f"protected fields that may leave, of {','.join(PROTECTED)}, or all",
    )
    with_files = leaf.add_mutually_exclusive_group()
    with_files.add_argument(
        "--hashes-only", action="store_true", help="leave the originals out, keep their hashes"
    )
    with_files.add_argument(
        "--originals", action="store_true", help="take them along though a protected field is in their bytes"
    )
    leaf.add_argument("--format", default="html,pdf,json", metavar="LIST", help="of the report, '' for none")
    leaf.add_argument("--precision", type=float, metavar="KM", help="the finest place the report may name")
    leaf.add_argument("--final", action="store_true", help="a final report instead of a draft")
    leaf.add_argument("--exhibit", action="append", default=[], metavar="ID")


def export(options: Namespace, out: Output) -> Result:
    """Write a bundle; without --disclose or --originals nothing that is protected leaves."""
    choices = Choices(disclose=fields(options.disclose), precision_km=options.precision, final=options.final)
    formats = [name.strip() for name in options.format.split(",") if name.strip()]
    with opened.case(options.case) as session:
        held = () if options.hashes_only or options.originals else session.telling(choices.disclose)
        if held:
            raise InputError(
                f"Originals of this case hold a protected field in their own bytes ({', '.join(held)}), and"
                " nothing can be taken out of an original. Say --hashes-only to leave them out, or"
                " --originals to take them along."
            )
        folder = out.drive(
            session.bundle(
                options.out,
                choices=choices,
                originals=not options.hashes_only,
                formats=formats,
                exhibits=options.exhibit,
            )
        )
        head = session.state.log_head
    return Result({"bundle": str(folder), "log_head": head}, f"{folder}\nlog head {head}")


def fields(text: str) -> frozenset[Protected]:
    """The protected fields of a list; InputError for one that there is not."""
    named = {name.strip() for name in text.split(",") if name.strip()}
    if named == {"all"}:
        return frozenset(PROTECTED)
    unknown = sorted(named - set(PROTECTED))
    if unknown:
        raise InputError(f"There is no protected field {unknown[0]!r}; there are {', '.join(PROTECTED)}.")
    return cast(frozenset[Protected], frozenset(named))


def add_import(leaf: ArgumentParser) -> None:
    leaf.add_argument("bundle", type=Path, metavar="FOLDER")
    leaf.add_argument("--out", type=Path, required=True, metavar="CASE")
    leaf.add_argument("--encrypt", action="store_true", help="under a passphrase that is asked for")


def import_(options: Namespace, out: Output) -> Result:
    """Make a case of a bundle, which is checked as a stranger's."""
    passphrase = passphrases.new() if options.encrypt else None
    with opened.engine() as engine:
        folder = out.drive(engine.import_bundle(options.bundle, options.out, passphrase=passphrase))
    return Result({"case": str(folder)}, f"Made {folder}")


def add_merge(leaf: ArgumentParser) -> None:
    leaf.add_argument("case", type=Path, metavar="CASE", help="the copy that takes in")
    leaf.add_argument("other", type=Path, metavar="OTHER", help="the other copy, a case or a bundle")


def merge(options: Namespace, out: Output) -> Result:
    """Bring what was done in another copy into this one."""
    other = options.other if (options.other / "bagit.txt").exists() else opened.chosen(options.other)
    with opened.case(options.case) as session:
        found = out.drive(session.merge(other, passphrase=passphrases.of(other)))
    lines = [f"{found.records} records of the other copy, {found.rows} rows, {found.files} files"]
    lines += [f"{theirs} of the other copy is {ours} here" for theirs, ours in found.names]
    lines += [f"conflict {line}" for line in map(_conflict, found.conflicts)]
    lines += found.left_out
    return Result(to_plain(found), "\n".join(lines))


def add_conflicts(leaf: ArgumentParser) -> None:
    leaf.add_argument("case", type=Path, metavar="CASE")


def conflicts(options: Namespace, out: Output) -> Result:
    """What merges left open, and what was decided."""
    with opened.case(options.case, read_only=True) as session:
        found = session.state.merge_conflicts
    return Result([to_plain(one) for one in found], "\n".join(map(_conflict, found)) or "No conflicts.")


def add_resolve(leaf: ArgumentParser) -> None:
    leaf.add_argument("case", type=Path, metavar="CASE")
    leaf.add_argument("id", metavar="ID")
    leaf.add_argument("choice", choices=("ours", "theirs"))
    leaf.add_argument("--reason", required=True, metavar="TEXT")


def resolve(options: Namespace, out: Output) -> Result:
    """Decide a conflict, with the reason."""
    with opened.case(options.case) as session:
        session.resolve_conflict(options.id, options.choice, options.reason)
        found = next(one for one in session.state.merge_conflicts if one.id == options.id)
    data: Any = to_plain(found)
    return Result(data, _conflict(found))


def _conflict(one: MergeConflict) -> str:
    decided = f"decided for {one.chosen}: {one.reason}" if one.chosen else "open"
    ours, theirs = one.ours or "(removed)", one.theirs or "(removed)"
    return f"{one.id} {one.kind} {one.key}, {decided}\n  ours   {ours}\n  theirs {theirs}"
