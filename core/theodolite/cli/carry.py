"""``carry link | coordinates | query | crop | list``: what leaves a case by hand, each put on record."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

from theodolite.cli import opened
from theodolite.cli.output import Output, Result
from theodolite.codec import to_plain
from theodolite.domain import Box
from theodolite.errors import InputError
from theodolite.geo import carrying, coordinates

Noun = Callable[[Any, str, str], Any]
Leaf = Callable[..., ArgumentParser]
PRECISION = "no finer than this, km; as exact as it is where left out"


def add_noun(nouns: Any, noun: Noun, leaf: Leaf) -> None:
    carry = noun(nouns, "carry", "carry work out as text or file; nothing is opened, all is recorded")
    one = leaf(carry, "link", link, "the address of a place at a map service")
    _place(one)
    one.add_argument("--service", default="OpenStreetMap", metavar="NAME", help=_services())
    one = leaf(carry, "coordinates", plain_coordinates, "a coordinate, as exact as you choose")
    _place(one)
    one = leaf(carry, "query", query, "an Overpass query for features near a place or in a search area")
    one.add_argument("case", type=Path, metavar="CASE")
    one.add_argument("tag", nargs="+", metavar="TAG", help="shop, amenity=fuel, name~Via ...")
    one.add_argument("--near", metavar="COORDINATE")
    one.add_argument("--radius", type=float, default=1000.0, metavar="METRES")
    one.add_argument("--area", metavar="ID", help="inside a search area instead")
    one.add_argument("--precision", type=float, metavar="KM", help=PRECISION)
    one = leaf(carry, "crop", crop, "a part of an exhibit as PNG without metadata")
    one.add_argument("case", type=Path, metavar="CASE")
    one.add_argument("exhibit", metavar="ID")
    one.add_argument("box", type=float, nargs=4, metavar="FRACTION", help="left top right bottom, 0 to 1")
    one.add_argument("--out", type=Path, required=True, metavar="FILE")
    one = leaf(carry, "list", list_all, "what was carried out, when, by whom and how exactly")
    one.add_argument("case", type=Path, metavar="CASE")


def _services() -> str:
    return ", ".join(one.name for one in carrying.SERVICES)


def _place(leaf: ArgumentParser) -> None:
    leaf.add_argument("case", type=Path, metavar="CASE")
    leaf.add_argument("place", metavar="COORDINATE")
    leaf.add_argument("--precision", type=float, metavar="KM", help=PRECISION)
    leaf.add_argument("--about", default="", metavar="ID", help="the exhibit or candidate it concerns")


def link(options: Namespace, out: Output) -> Result:
    lat, lon = coordinates.parse(options.place)
    with opened.case(options.case) as session:
        text = session.carry_link(lat, lon, options.service, options.precision, options.about)
    return Result({"text": text}, text)


def plain_coordinates(options: Namespace, out: Output) -> Result:
    lat, lon = coordinates.parse(options.place)
    with opened.case(options.case) as session:
        text = session.carry_coordinates(lat, lon, options.precision, options.about)
    return Result({"text": text}, text)


def query(options: Namespace, out: Output) -> Result:
    if (options.near is None) == (options.area is None):
        raise InputError("Say where: --near COORDINATE, or --area ID of a search area.")
    with opened.case(options.case) as session:
        near = None if options.near is None else coordinates.parse(options.near)
        text = session.carry_query(
            options.tag,
            point=near,
            radius_m=options.radius,
            outline=() if options.area is None else session.area(options.area).outline,
            precision_km=options.precision,
            about=options.area or "",
        )
    return Result({"text": text}, text)


def crop(options: Namespace, out: Output) -> Result:
    with opened.case(options.case) as session:
        digest = out.drive(session.carry_crop(options.exhibit, Box(*options.box), options.out))
    return Result({"file": str(options.out), "sha256": digest}, f"{options.out}  SHA-256 {digest}")


def list_all(options: Namespace, out: Output) -> Result:
    with opened.case(options.case, read_only=True) as session:
        found = session.state.disclosures
    lines = [
        f"{one.id}  {one.utc}  {one.person}  {one.what}{f' to {one.service}' if one.service else ''}"
        f"{f' about {one.about}' if one.about else ''}{_exact(one.precision_km, one.what)}, as {one.form}"
        for one in found
    ]
    return Result([to_plain(one) for one in found], "\n".join(lines or ["Nothing was carried out."]))


def _exact(precision_km: float | None, what: str) -> str:
    if what == "crop":
        return ""
    return ", exact" if precision_km is None else f", to {precision_km:g} km"
