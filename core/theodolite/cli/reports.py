"""``report CASE``: what a case found, for others; what is protected stays in it unless it is named."""

from __future__ import annotations

import hashlib
from argparse import ArgumentParser, Namespace
from pathlib import Path

from theodolite.cli import opened
from theodolite.cli.bundle import fields
from theodolite.cli.output import Output, Result
from theodolite.errors import InputError, NotFound
from theodolite.report.choices import SECTIONS, Choices, Template
from theodolite.report.rendering import FORMATS, checked


def add_arguments(leaf: ArgumentParser) -> None:
    leaf.add_argument("case", type=Path, metavar="CASE")
    leaf.add_argument("--out", type=Path, required=True, metavar="FOLDER")
    leaf.add_argument("--format", default="html,json", metavar="LIST", help=f"{','.join(FORMATS)}, all")
    leaf.add_argument("--exhibit", action="append", default=[], metavar="ID")
    leaf.add_argument(
        "--disclose", default="", metavar="LIST", help="protected fields that may leave, or all"
    )
    leaf.add_argument("--precision", type=float, metavar="KM", help="the finest place that is named")
    leaf.add_argument("--without", default="", metavar="LIST", help=f"leave out, of {','.join(SECTIONS)}")
    leaf.add_argument("--final", action="store_true", help="final; needs a question and a mandate")
    leaf.add_argument("--author", action="append", default=[], metavar="P1", help="who signs the report")
    leaf.add_argument("--reviewer", action="append", default=[], metavar="P2")
    leaf.add_argument("--masks-off", action="store_true", help="show what is masked")
    leaf.add_argument("--graphic", action="store_true", help="show graphic exhibits as they are")
    leaf.add_argument("--logo", type=Path, metavar="FILE", help="PNG or JPEG for the head of the report")
    leaf.add_argument("--header", default="", metavar="TEXT", help="the house, on every page")
    leaf.add_argument("--footer", default="", metavar="TEXT")
    leaf.add_argument("--language", default="en", metavar="CODE")


def run(options: Namespace, out: Output) -> Result:
    """Write the report's files; the log records each with its hash."""
    named = tuple(name.strip() for name in options.format.split(",") if name.strip())
    formats = checked(tuple(FORMATS) if named == ("all",) else named)
    if not formats:
        raise InputError(f"Name a format: {', '.join(FORMATS)}.")
    without = {name.strip() for name in options.without.split(",") if name.strip()}
    unknown = sorted(without - set(SECTIONS))
    if unknown:
        raise InputError(f"There is no section {unknown[0]!r}. Choose among: {', '.join(SECTIONS)}.")
    choices = Choices(
        sections=frozenset(section for section in SECTIONS if section not in without),
        disclose=fields(options.disclose),
        precision_km=options.precision,
        redact=not options.masks_off,
        graphic=options.graphic,
        final=options.final,
        authors=tuple(options.author),
        reviewers=tuple(options.reviewer),
        template=Template(_logo(options.logo), options.header, options.footer),
        language=options.language,
    )
    with opened.case(options.case) as session:
        files = out.drive(session.report(options.out, formats, options.exhibit, choices))
    hashes = {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    told = "\n".join(f"{digest}  {path}" for path, digest in hashes.items())  # as sha256sum -c reads it
    return Result({"files": list(hashes), "sha256": hashes}, told)


def _logo(path: Path | None) -> bytes:
    if path is None:
        return b""
    try:
        return path.read_bytes()
    except OSError as error:
        raise NotFound(f"The logo {path} cannot be read: {error.strerror}.") from error
