"""``area draw | list | judge | change | remove``: ground that is searched by hand, cell by cell."""

from __future__ import annotations

import json
import re
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

from theodolite.cli import opened
from theodolite.cli.output import Output, Result
from theodolite.codec import to_plain
from theodolite.domain import CellState, SearchArea
from theodolite.engine.areas import CELL_STATES, grid_of, tally
from theodolite.errors import InputError
from theodolite.geo import coordinates

Noun = Callable[[Any, str, str], Any]
Leaf = Callable[..., ArgumentParser]
OPEN = "open"


def add_noun(nouns: Any, noun: Noun, leaf: Leaf) -> None:
    area = noun(nouns, "area", "ground to be searched, in cells")
    one = leaf(area, "draw", draw, "draw an area by its corners, or from a GeoJSON polygon")
    one.add_argument("case", type=Path, metavar="CASE")
    one.add_argument("corner", nargs="*", metavar="COORDINATE", help="three corners or more, in order")
    one.add_argument("--geojson", type=Path, metavar="FILE", help="a file with one polygon, instead")
    one.add_argument("--title", default="", metavar="TEXT")
    one.add_argument("--cell", type=float, metavar="METRES", help="about a hundred cells where left out")
    one.add_argument("--note", default="", metavar="TEXT")
    one = leaf(area, "list", list_areas, "the areas, and how far each is searched")
    one.add_argument("case", type=Path, metavar="CASE")
    one = leaf(area, "judge", judge, "say what a cell is, by row and column or by a point in it")
    one.add_argument("case", type=Path, metavar="CASE")
    one.add_argument("id", metavar="ID", help="W1 ...")
    one.add_argument("state", choices=(*CELL_STATES, OPEN), metavar="STATE", help=", ".join(CELL_STATES))
    one.add_argument(
        "cell", nargs="+", metavar="CELL", help="ROW:COLUMN from the south-west, or a coordinate"
    )
    one = leaf(area, "change", change, "another title, note or size of cells")
    one.add_argument("case", type=Path, metavar="CASE")
    one.add_argument("id", metavar="ID")
    one.add_argument("--title", metavar="TEXT")
    one.add_argument("--cell", type=float, metavar="METRES")
    one.add_argument("--note", metavar="TEXT")
    one = leaf(area, "remove", remove, "take an area out; the log keeps it")
    one.add_argument("case", type=Path, metavar="CASE")
    one.add_argument("id", metavar="ID")


def draw(options: Namespace, out: Output) -> Result:
    if bool(options.corner) == (options.geojson is not None):
        raise InputError("Give three corners or more, or a GeoJSON file with --geojson.")
    outline = (
        polygon_of(options.geojson)
        if options.geojson is not None
        else [coordinates.parse(text) for text in options.corner]
    )
    with opened.case(options.case) as session:
        session.add_area(options.title, outline, options.cell, options.note)
        area = session.state.areas[-1]
    return Result(plain(area), line(area))


def list_areas(options: Namespace, out: Output) -> Result:
    with opened.case(options.case, read_only=True) as session:
        areas = session.state.areas
    lines = [line(area) for area in areas] or ["No search areas yet."]
    return Result([plain(area) for area in areas], "\n".join(lines))


def judge(options: Namespace, out: Output) -> Result:
    state: CellState | None = None if options.state == OPEN else options.state
    with opened.case(options.case) as session:
        area = session.area(options.id)
        session.judge_cells(area.id, [_cell(area, text) for text in options.cell], state)
        area = session.area(options.id)
    return Result(plain(area), line(area))


def change(options: Namespace, out: Output) -> Result:
    with opened.case(options.case) as session:
        session.change_area(options.id, title=options.title, cell_m=options.cell, note=options.note)
        area = session.area(options.id)
    return Result(plain(area), line(area))


def remove(options: Namespace, out: Output) -> Result:
    with opened.case(options.case) as session:
        session.remove_area(options.id)
    return Result({"removed": options.id}, f"Removed {options.id}; the log keeps it.")


def _cell(area: SearchArea, text: str) -> tuple[int, int]:
    """'3:5', or a coordinate inside the area."""
    found = re.fullmatch(r"\s*(\d{1,4}):(\d{1,4})\s*", text)
    if found:
        return int(found[1]), int(found[2])
    cell = grid_of(area).at(*coordinates.parse(text))
    if cell is None:
        raise InputError(f"{text!r} lies in no cell of {area.id}.")
    return cell


def polygon_of(file: Path) -> list[tuple[float, float]]:
    """Corners (latitude, longitude) of the one polygon of a GeoJSON file; InputError for anything else."""
    try:
        if file.stat().st_size > 4_000_000:
            raise InputError("A GeoJSON file of an area is at most 4 MB.")
        value = json.loads(file.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as error:
        raise InputError(f"{file.name} is no GeoJSON.") from error
    found = list(_polygons(value, 0))
    if len(found) != 1:
        raise InputError(f"{file.name} holds {len(found)} polygons; an area is drawn from one.")
    ring = found[0]
    try:
        return [(float(lat), float(lon)) for lon, lat, *_ in ring]
    except (TypeError, ValueError) as error:
        raise InputError(f"{file.name} holds a corner that is no pair of numbers.") from error


def _polygons(value: Any, depth: int) -> Any:
    """The outer rings in a GeoJSON value."""
    if not isinstance(value, dict) or depth > 3:
        return
    kind, parts = value.get("type"), value.get("coordinates")
    if kind == "Polygon" and isinstance(parts, list) and parts and isinstance(parts[0], list):
        yield parts[0]
    elif kind == "Feature":
        yield from _polygons(value.get("geometry"), depth + 1)
    elif kind in ("FeatureCollection", "GeometryCollection"):
        rows = value.get("features", value.get("geometries"))
        for row in rows if isinstance(rows, list) else ():
            yield from _polygons(row, depth + 1)


def plain(area: SearchArea) -> dict[str, Any]:
    total, counts = tally(area)
    said: dict[str, Any] = to_plain(area)
    said |= {"cells_total": total, "km2": round(grid_of(area).km2, 3)}
    return said | {str(state): count for state, count in counts.items()}


def line(area: SearchArea) -> str:
    total, counts = tally(area)
    states = ", ".join(f"{counts[state]} {state}" for state in CELL_STATES)
    rest = total - sum(counts.values())
    return (
        f"{area.id}  {area.title}: {grid_of(area).km2:,.2f} km², {total} cells of {area.cell_m:g} m; "
        f"{states}, {rest} to search"
    )
