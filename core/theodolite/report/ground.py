"""What was carried out of the case by hand, and which ground was searched, as rows of the report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from theodolite.domain import Disclosure, SearchArea
from theodolite.errors import InputError
from theodolite.geo import search_grid
from theodolite.report.wording import say


@dataclass(frozen=True, slots=True)
class CarriedRow:
    """Something that left by hand. ``precision``: worded; ``text``: what it said, '' where this report names
    places less finely than it did; for a crop its SHA-256."""

    id: str
    utc: str
    person: str
    what: str
    service: str
    about: str
    precision: str
    form: str
    text: str


@dataclass(frozen=True, slots=True)
class AreaRow:
    """Ground that was searched: its size and how many cells are in which state."""

    id: str
    title: str
    km2: str
    cell_m: str
    cells: int
    searched: int
    excluded: int
    unclear: int
    left: int
    note: str


def carried(disclosures: Iterable[Disclosure], km: float | None) -> tuple[CarriedRow, ...]:
    """``km``: the finest place that the report may name, None as found."""
    return tuple(
        CarriedRow(
            one.id,
            one.utc,
            one.person,
            say(one.what),
            one.service,
            one.about,
            _precision(one),
            say(one.form),
            one.text if one.what == "crop" or km is None or (one.precision_km or 0.0) >= km else "",
        )
        for one in disclosures
    )


def _precision(one: Disclosure) -> str:
    if one.what == "crop":
        return say("pixels only, no metadata")
    if one.precision_km is None:
        return say("as exact as in the case")
    return say("to {km} km", km=f"{one.precision_km:g}")


def areas(found: Iterable[SearchArea]) -> tuple[AreaRow, ...]:
    """An area of a foreign case that cannot be drawn is named, without numbers."""
    rows = []
    for area in found:
        try:
            grid = search_grid.grid(search_grid.checked_outline(area.outline), area.cell_m)
        except InputError:
            rows.append(AreaRow(area.id, area.title, "", "", 0, 0, 0, 0, 0, area.note))
            continue
        states = [state for _, _, state in area.cells]
        rows.append(
            AreaRow(
                id=area.id,
                title=area.title,
                km2=f"{grid.km2:,.2f}",
                cell_m=f"{area.cell_m:g}",
                cells=len(grid.cells),
                searched=states.count("searched"),
                excluded=states.count("excluded"),
                unclear=states.count("unclear"),
                left=len(grid.cells) - len(states),
                note=area.note,
            )
        )
    return tuple(rows)
