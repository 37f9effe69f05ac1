"""Search areas as the page draws them. No Qt, no web."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AreaGrid:
    """An area with the lines of its grid: degrees from its south-west corner, longitudes unwrapped.

    ``cells``: (row, column, state) of every cell, state '' for still to search. ``km2``: its ground.
    """

    id: str
    title: str
    outline: tuple[tuple[float, float], ...]
    cell_m: float
    south: float
    west: float
    high: float
    wide: float
    rows: int
    columns: int
    cells: tuple[tuple[int, int, str], ...]
    km2: float
    note: str = ""

    @property
    def done(self) -> int:
        """Cells that were judged, whichever way."""
        return sum(1 for _, _, state in self.cells if state)

    @property
    def entry(self) -> str:
        """For a list: how far it is comes before the title, which may be cut."""
        return f"{self.id}  {self.done}/{len(self.cells)}  {self.title}"

    @property
    def label(self) -> str:
        return f"{self.id} {self.title}  {self.done}/{len(self.cells)}"


def areas_json(areas: Sequence[AreaGrid]) -> str:
    """The page's form; coordinates to a centimetre."""
    return json.dumps(
        [
            {
                "id": area.id,
                "label": area.label,
                "outline": [[round(lat, 7), round(lon, 7)] for lat, lon in area.outline],
                "south": area.south,
                "west": area.west,
                "high": area.high,
                "wide": area.wide,
                "rows": area.rows,
                "columns": area.columns,
                "cells": [list(cell) for cell in area.cells],
            }
            for area in areas
        ],
        ensure_ascii=False,
    )
