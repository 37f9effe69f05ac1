"""Search areas and distances: each function one action of a person, or what a view of them needs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from theodolite.domain import CellState
from theodolite.errors import InputError
from theodolite_desktop.desk import Desk
from theodolite_desktop.language import tr
from theodolite_desktop.map.areas import AreaGrid

if TYPE_CHECKING:
    from theodolite.engine import Changes

Points = Sequence[tuple[float, float]]


def add_area(
    *, desk: Desk, title: str, outline: Points, cell_m: float | None = None, note: str = ""
) -> Changes:
    """Draw an area with corners (latitude, longitude)."""
    return desk.session.add_area(title, outline, cell_m, note)


def change_area(*, desk: Desk, area: str, title: str, cell_m: float, note: str) -> Changes:
    return desk.session.change_area(area, title=title, cell_m=cell_m, note=note)


def judge_cells(
    *, desk: Desk, area: str, cells: Sequence[tuple[int, int]], state: CellState | None
) -> Changes:
    """Cells (row, column) were searched, are excluded or unclear; None: still to search."""
    return desk.session.judge_cells(area, cells, state)


def remove_area(*, desk: Desk, area: str) -> Changes:
    return desk.session.remove_area(area)


def area_grids(*, desk: Desk) -> tuple[AreaGrid, ...]:
    """The areas of the case as they are drawn; one that cannot be drawn is left out."""
    from theodolite.engine.areas import grid_of

    made = []
    for area in desk.session.state.areas:
        try:
            grid = grid_of(area)
        except InputError:  # of a case that was not made here
            continue
        states = {(row, column): state for row, column, state in area.cells}
        cells = tuple((row, column, states.get((row, column), "")) for row, column in grid.cells)
        made.append(
            AreaGrid(
                area.id,
                area.title,
                area.outline,
                area.cell_m,
                grid.south,
                grid.west,
                grid.high,
                grid.wide,
                grid.rows,
                grid.columns,
                cells,
                grid.km2,
                area.note,
            )
        )
    return tuple(made)


def fitting(*, desk: Desk, outline: Points, cell_m: float | None) -> tuple[float, int, float]:
    """Size of a cell in metres, number of cells and square kilometres of an outline; InputError for none."""
    from theodolite.geo import search_grid

    corners = search_grid.checked_outline(outline)
    size = search_grid.fitting_cell_m(corners) if cell_m is None else cell_m
    found = search_grid.grid(corners, size)
    return size, len(found.cells), found.km2


def measured(*, desk: Desk, points: Points) -> str:
    """The length of a line on the ellipsoid, and the direction of its last part, in words."""
    from theodolite.geo.geodesy import azimuth, geodesic_km

    pairs = list(pairwise(points))
    lengths = [float(geodesic_km(*a, *b)) for a, b in pairs]
    last = tr("{degrees}° from north", degrees=f"{azimuth(*pairs[-1][0], *pairs[-1][1]):.1f}")
    if len(lengths) == 1:
        return f"{length(lengths[0])} · {last}"
    return tr(
        "{total} in all · last part {part}, {way}",
        total=length(sum(lengths)),
        part=length(lengths[-1]),
        way=last,
    )


def length(km: float) -> str:
    """Metres below a kilometre; no more than four digits that count."""
    if km < 1.0:
        return f"{1000 * km:.1f} m" if km < 0.1 else f"{1000 * km:.0f} m"
    return f"{km:,.3f} km" if km < 10 else f"{km:,.1f} km"
