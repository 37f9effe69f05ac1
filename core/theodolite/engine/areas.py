"""Ground that is searched by hand: areas with their cells, each method one recorded, undoable step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import get_args

from theodolite.domain import CellState, SearchArea
from theodolite.engine.changes import Changes
from theodolite.engine.recorded import Recorded
from theodolite.errors import InputError, NotFound, legible
from theodolite.geo import search_grid
from theodolite.geo.search_grid import Grid

CELL_STATES: tuple[CellState, ...] = get_args(CellState)


class Areas(Recorded):
    """The part of a session that keeps which ground was searched, and what was found out about each cell."""

    def add_area(
        self, title: str, outline: Iterable[Sequence[float]], cell_m: float | None = None, note: str = ""
    ) -> Changes:
        """Draw an area with corners (latitude, longitude); without ``cell_m`` about a hundred cells.

        InputError for an outline that crosses itself or cells that would be more than 5,000.
        """
        corners = search_grid.checked_outline(outline)
        size = search_grid.fitting_cell_m(corners) if cell_m is None else float(cell_m)
        search_grid.grid(corners, size)
        name = legible(title).strip() or f"Area {len(self.state.areas) + 1}"
        value = SearchArea("", name, corners, size, (), legible(note).strip())
        self.store.add("area", value, "search area drawn", undoable=True)
        return Changes(case=True)

    def change_area(
        self, area: str, *, title: str | None = None, cell_m: float | None = None, note: str | None = None
    ) -> Changes:
        """Another title, size of cells or note. The size stays once a cell was judged: InputError."""
        before = self.area(area)
        value = replace(
            before,
            title=before.title if title is None else legible(title).strip() or before.title,
            cell_m=before.cell_m if cell_m is None else float(cell_m),
            note=before.note if note is None else legible(note).strip(),
        )
        if value.cell_m != before.cell_m:
            if before.cells:
                raise InputError(
                    f"{area} has judged cells, which another size would move. Draw a new area, or undo first."
                )
            search_grid.grid(value.outline, value.cell_m)
        if value != before:
            self.store.change("area", area, value, "search area changed", undoable=True)
        return Changes(case=True)

    def judge_cells(self, area: str, cells: Iterable[tuple[int, int]], state: CellState | None) -> Changes:
        """Say that cells (row, column) were searched, are excluded or stay unclear; None: still to search.

        One step however many cells; InputError for a cell that the area does not have.
        """
        before, wanted = self.area(area), {(int(row), int(column)) for row, column in cells}
        if state is not None and state not in CELL_STATES:
            raise InputError(f"A cell is {', '.join(CELL_STATES[:-1])} or {CELL_STATES[-1]}.")
        there = set(search_grid.grid(before.outline, before.cell_m).cells)
        stray = sorted(wanted - there)
        if stray:
            raise InputError(f"{area} has no cell in row {stray[0][0]}, column {stray[0][1]}.")
        judged = {(row, column): said for row, column, said in before.cells}
        for cell in wanted:
            if state is None:
                judged.pop(cell, None)
            else:
                judged[cell] = state
        value = replace(before, cells=tuple((*cell, judged[cell]) for cell in sorted(judged)))
        if value != before:
            count = f"{len(wanted)} cell{'' if len(wanted) == 1 else 's'}"
            action = f"{count} {state}" if state else f"{count} to search again"
            self.store.change("area", area, value, action, undoable=True)
        return Changes(case=True)

    def remove_area(self, area: str) -> Changes:
        """Take an area out of the case; the log keeps it, and undo brings it back."""
        self.store.change("area", self.area(area).id, None, "search area removed", undoable=True)
        return Changes(case=True)

    def area(self, area: str) -> SearchArea:
        for one in self.state.areas:
            if one.id == area:
                return one
        raise NotFound(f"There is no search area {area} in this case.")


def grid_of(area: SearchArea) -> Grid:
    """The cells of an area. A case may come from anyone: InputError where it holds no area that we draw."""
    return search_grid.grid(search_grid.checked_outline(area.outline), area.cell_m)


def tally(area: SearchArea) -> tuple[int, dict[CellState, int]]:
    """How many cells an area has, and how many of them are in each state."""
    counts: dict[CellState, int] = dict.fromkeys(CELL_STATES, 0)
    for _, _, state in area.cells:
        counts[state] += 1
    return len(grid_of(area).cells), counts
