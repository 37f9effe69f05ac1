"""``reference file | list | change | withdraw | restore``: what a place is compared with, as records."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from theodolite.cli import opened
from theodolite.cli.output import Output, Result
from theodolite.codec import to_plain
from theodolite.domain import FiledReference
from theodolite.engine.deskwork import REFERENCE_KINDS, filled
from theodolite.errors import InputError
from theodolite.geo import coordinates

#: Options that are fields of the record as they stand.
TEXTS = ("title", "provider", "imagery_date", "captured_utc", "licence", "note")
NUMBERS = ("heading", "pitch", "field_of_view", "zoom")


def add_noun(nouns: Any, noun: Callable[[Any, str, str], Any], leaf: Callable[..., ArgumentParser]) -> None:
    """The noun with its verbs."""
    reference = noun(nouns, "reference", "pictures that a place is compared with, kept as records")
    new = leaf(reference, "file", file_one, "put a reference on record, with its picture in the vault")
    new.add_argument("case", type=Path, metavar="CASE")
    new.add_argument("picture", type=Path, nargs="?", metavar="PICTURE")
    _fields(new)
    shown = leaf(reference, "list", list_references, "the filed references with provider, dates and hash")
    shown.add_argument("case", type=Path, metavar="CASE")
    changed = leaf(reference, "change", change, "change what is known of a reference")
    changed.add_argument("case", type=Path, metavar="CASE")
    changed.add_argument("id", metavar="ID")
    changed.add_argument("--picture", type=Path, metavar="FILE", help="where it was filed without one")
    _fields(changed)
    for name, withdrawn, words in (
        ("withdraw", True, "take a reference out of consideration; undoable"),
        ("restore", False, "take a withdrawn reference into consideration again"),
    ):
        one = leaf(reference, name, partial(withdraw, withdrawn=withdrawn), words)
        one.add_argument("case", type=Path, metavar="CASE")
        one.add_argument("id", metavar="ID")


def _fields(one: ArgumentParser) -> None:
    one.add_argument("--kind", choices=REFERENCE_KINDS)
    one.add_argument("--provider", metavar="NAME", help="who made or publishes the picture; needed")
    one.add_argument("--title", metavar="TEXT")
    one.add_argument("--at", metavar="COORDINATE", help="where it shows, in any format")
    one.add_argument(
        "--address",
        metavar="TEXT",
        help="of a map or street view: fills position, heading, pitch and field of view; never opened",
    )
    one.add_argument("--heading", type=float, metavar="DEGREES", help="clockwise from north")
    one.add_argument("--pitch", type=float, metavar="DEGREES", help="above the horizon")
    one.add_argument("--field-of-view", type=float, metavar="DEGREES", help="across")
    one.add_argument("--zoom", type=float, metavar="LEVEL")
    one.add_argument("--imagery-date", metavar="DATE", help="of the scene shown: 2019, 2019-07, 2019-07-04")
    one.add_argument("--captured-utc", metavar="DATE", help="when the picture was taken over")
    one.add_argument("--licence", metavar="TEXT")
    one.add_argument("--note", metavar="TEXT")
    one.add_argument("--about", action="append", metavar="ID", help="a record it concerns; repeat it")


def _given(reference: FiledReference, options: Namespace) -> tuple[FiledReference, str]:
    """What the address says, then what was said besides; and what to know about the address."""
    note = ""
    if options.address is not None and options.address.strip():
        reference, note = filled(reference, options.address)
    told: dict[str, Any] = {name: getattr(options, name) for name in ("kind", *TEXTS, *NUMBERS)}
    told["about"] = None if options.about is None else tuple(options.about)
    if options.at is not None:
        told["lat"], told["lon"] = coordinates.parse(options.at)
    return replace(reference, **{name: value for name, value in told.items() if value is not None}), note


def file_one(options: Namespace, out: Output) -> Result:
    empty = FiledReference("", "photograph" if options.picture is not None else "map", "", "")
    reference, note = _given(empty, options)
    with opened.case(options.case) as session:
        out.drive(session.file_reference(reference, options.picture))
        made = session.state.filed[-1]
    return Result(to_plain(made), "\n".join(part for part in (line(made), note) if part))


def change(options: Namespace, out: Output) -> Result:
    with opened.case(options.case) as session:
        reference, note = _given(session.filed(options.id), options)
        session.change_reference(reference)
        if options.picture is not None:
            out.drive(session.picture_reference(options.id, options.picture))
        now = session.filed(options.id)
    return Result(to_plain(now), "\n".join(part for part in (line(now), note) if part))


def list_references(options: Namespace, out: Output) -> Result:
    with opened.case(options.case, read_only=True) as session:
        rows = session.state.filed
    return Result([to_plain(one) for one in rows], "\n".join(map(line, rows)) or "No filed references.")


def withdraw(options: Namespace, out: Output, *, withdrawn: bool) -> Result:
    with opened.case(options.case) as session:
        if session.filed(options.id).withdrawn == withdrawn:
            raise InputError(f"{options.id} is {'withdrawn already' if withdrawn else 'not withdrawn'}.")
        session.withdraw_reference(options.id, withdrawn)
        now = session.filed(options.id)
    return Result(to_plain(now), line(now))


def line(one: FiledReference) -> str:
    """A record in a few lines."""
    head = f"{one.id:5} {one.kind}  {one.title}  {one.provider}{'  (withdrawn)' if one.withdrawn else ''}"
    dates = (("imagery of", one.imagery_date), ("captured", one.captured_utc), ("licence", one.licence))
    parts = [f"{name} {text}" for name, text in dates if text]
    if one.lat is not None and one.lon is not None:
        parts.insert(0, f"{one.lat:.6f}, {one.lon:.6f}")
    lines = [head, *(["      " + "; ".join(parts)] if parts else [])]
    if one.sha256:
        lines.append(f"      SHA-256 {one.sha256}")
    return "\n".join(lines)
