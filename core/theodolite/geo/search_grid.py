"""Ground to be searched as a grid of cells: which of them an outline touches, and where each lies.

Cells are equal in degrees inside one area: as high as ``cell_m`` metres of latitude, as wide as ``cell_m``
metres of longitude at the middle latitude of the outline. They are counted from the south-west corner of the
outline's bounding box, so that the grid follows from the outline and the size alone. Longitudes are unwrapped
from the first corner on, so that an outline may cross the antimeridian.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from theodolite.errors import InputError
from theodolite.geo.coordinates import METRES_A_DEGREE, checked

Point = tuple[float, float]
Cell = tuple[int, int]

MOST_CORNERS = 400
MOST_CELLS = 5000
LARGEST_LATITUDE = 85.0
LEAST_CELL_M, LARGEST_CELL_M = 5.0, 200_000.0


@dataclass(frozen=True, slots=True)
class Grid:
    """``cells``: (row, column) of those the outline touches, row by row from the south, west to east.

    ``south`` and ``west``: the corner that rows (to the north) and columns (to the east) are counted from,
    degrees; ``high`` and ``wide``: degrees of a cell. ``km2``: area inside the outline.
    """

    south: float
    west: float
    high: float
    wide: float
    rows: int
    columns: int
    cells: tuple[Cell, ...]
    km2: float

    def corners(self, cell: Cell) -> tuple[Point, Point, Point, Point]:
        """(latitude, longitude) of a cell, from its south-west corner to the east and round; longitudes go
        on beyond 180 degrees where the grid crosses the antimeridian."""
        south, west = self.south + cell[0] * self.high, self.west + cell[1] * self.wide
        north, east = south + self.high, west + self.wide
        return ((south, west), (south, east), (north, east), (north, west))

    def at(self, lat: float, lon: float) -> Cell | None:
        """The cell of the area that holds a point, None where there is none."""
        east = (lon - self.west) % 360.0
        found = (math.floor((lat - self.south) / self.high), math.floor(east / self.wide))
        return found if found in self.cells else None


def checked_outline(corners: Iterable[Sequence[float]]) -> tuple[Point, ...]:
    """Three or more corners of a simple outline, without repeats; InputError says what is wrong.

    Longitudes come back in [-180, 180); two neighbouring corners lie less than half a turn apart.
    """
    outline: list[Point] = []
    for corner in corners:
        lat, lon = float(corner[0]), float(corner[1])
        if not math.isfinite(lon):
            raise InputError("A coordinate must be a finite number.")
        point = checked(lat, (lon + 180.0) % 360.0 - 180.0)
        if abs(point[0]) > LARGEST_LATITUDE:
            raise InputError(f"A search area ends at {LARGEST_LATITUDE:g} degrees of latitude.")
        if not outline or point != outline[-1]:
            outline.append(point)
    while len(outline) > 1 and outline[0] == outline[-1]:
        outline.pop()
    if len(outline) < 3:
        raise InputError("A search area needs at least three corners.")
    if len(outline) > MOST_CORNERS:
        raise InputError(f"An outline has at most {MOST_CORNERS} corners; this one has {len(outline)}.")
    flat = _unwrapped(outline)
    if max(x for x, _ in flat) - min(x for x, _ in flat) >= 180.0:
        raise InputError("A search area spans less than 180 degrees of longitude.")
    if _crosses_itself(flat):
        raise InputError("The outline crosses itself. Draw it round the ground to be searched.")
    if _shoelace(flat) == 0.0:
        raise InputError("The corners lie on one line: there is no ground between them.")
    return tuple(outline)


def grid(outline: Sequence[Point], cell_m: float) -> Grid:
    """The grid of an outline of :func:`checked_outline`; InputError for cells too small or too many."""
    if not (math.isfinite(cell_m) and LEAST_CELL_M <= cell_m <= LARGEST_CELL_M):
        raise InputError(f"A cell is between {LEAST_CELL_M:g} metres and {LARGEST_CELL_M / 1000:g} km wide.")
    flat = _unwrapped(outline)
    south, north = min(y for _, y in flat), max(y for _, y in flat)
    west, east = min(x for x, _ in flat), max(x for x, _ in flat)
    high = cell_m / METRES_A_DEGREE
    across = math.cos(math.radians((south + north) / 2))
    wide = high / across
    rows, columns = _count(north - south, high), _count(east - west, wide)
    if rows * columns > 40 * MOST_CELLS:
        raise InputError(_too_many(cell_m, (north - south) * (east - west) * across))
    scaled = [((x - west) / wide, (y - south) / high) for x, y in flat]
    cells = _touched(scaled, rows, columns)
    if len(cells) > MOST_CELLS:
        raise InputError(_too_many(cell_m, _shoelace(flat) * across))
    km2 = _shoelace(flat) * across * (METRES_A_DEGREE / 1000.0) ** 2
    return Grid(south, west, high, wide, rows, columns, tuple(sorted(cells)), km2)


def _too_many(cell_m: float, square_degrees: float) -> str:
    enough = math.sqrt(square_degrees / (0.6 * MOST_CELLS)) * METRES_A_DEGREE
    nice = math.ceil(max(enough, cell_m * 1.1) / 50.0) * 50
    return f"That would be more than {MOST_CELLS:,} cells. Make them larger: {nice:,} metres or more."


def fitting_cell_m(outline: Sequence[Point], wanted: int = 100) -> float:
    """A round size of cells, metres, with about ``wanted`` of them in the outline."""
    flat = _unwrapped(outline)
    middle = (min(y for _, y in flat) + max(y for _, y in flat)) / 2
    metres = math.sqrt(_shoelace(flat) * math.cos(math.radians(middle)) / wanted) * METRES_A_DEGREE
    steps = [m * 10.0**power for power in range(6) for m in (1.0, 2.0, 2.5, 5.0)]
    wished = max(metres, 1e-9)
    nearest: float = min(steps, key=lambda step: abs(math.log(step / wished)))
    return min(LARGEST_CELL_M, max(LEAST_CELL_M, nearest))


def _unwrapped(outline: Sequence[Point]) -> list[tuple[float, float]]:
    """(x, y) = (longitude, latitude), each longitude within half a turn of the one before."""
    flat: list[tuple[float, float]] = []
    for lat, lon in outline:
        before = flat[-1][0] if flat else lon
        flat.append((before + (lon - before + 180.0) % 360.0 - 180.0, lat))
    return flat


def _count(span: float, step: float) -> int:
    return max(1, math.ceil(span / step - 1e-9))


def _shoelace(flat: Sequence[tuple[float, float]]) -> float:
    """Area in square degrees, whichever way round the corners go."""
    pairs = zip(flat, [*flat[1:], flat[0]], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2.0


def _crosses_itself(flat: Sequence[tuple[float, float]]) -> bool:
    edges = list(zip(flat, [*flat[1:], flat[0]], strict=True))
    for a in range(len(edges)):
        for b in range(a + 2, len(edges)):
            if (a, b) != (0, len(edges) - 1) and _meet(*edges[a], *edges[b]):
                return True
    return False


def _meet(
    a: tuple[float, float], b: tuple[float, float], c: tuple[float, float], d: tuple[float, float]
) -> bool:
    """Whether two segments have a point in common."""
    turns = (_turn(a, b, c), _turn(a, b, d), _turn(c, d, a), _turn(c, d, b))
    if turns[0] * turns[1] < 0 and turns[2] * turns[3] < 0:
        return True
    pairs = ((turns[0], a, b, c), (turns[1], a, b, d), (turns[2], c, d, a), (turns[3], c, d, b))
    return any(turn == 0 and _between(p, q, r) for turn, p, q, r in pairs)


def _turn(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _between(p: tuple[float, float], q: tuple[float, float], r: tuple[float, float]) -> bool:
    return min(p[0], q[0]) <= r[0] <= max(p[0], q[0]) and min(p[1], q[1]) <= r[1] <= max(p[1], q[1])


def _touched(scaled: Sequence[tuple[float, float]], rows: int, columns: int) -> set[Cell]:
    """Cells that an outline in cell units touches: those its edges pass, and those inside it."""
    found: set[Cell] = set()
    edges = list(zip(scaled, [*scaled[1:], scaled[0]], strict=True))
    for start, end in edges:
        found |= _passed(start, end, rows, columns)
    for row in range(rows):
        y = row + 0.5
        crossings = sorted(
            x1 + (y - y1) * (x2 - x1) / (y2 - y1) for (x1, y1), (x2, y2) in edges if (y1 > y) != (y2 > y)
        )
        for left, right in zip(crossings[::2], crossings[1::2], strict=True):
            first, last = max(0, math.ceil(left - 0.5)), min(columns - 1, math.floor(right - 0.5))
            found |= {(row, column) for column in range(first, last + 1)}
    return found


def _passed(start: tuple[float, float], end: tuple[float, float], rows: int, columns: int) -> set[Cell]:
    """Cells that hold a stretch of a segment, found where it meets the lines of the grid."""
    (x1, y1), (x2, y2) = start, end
    steps = {0.0, 1.0}
    for a, b in ((x1, x2), (y1, y2)):
        if a != b:
            lines = range(math.ceil(min(a, b)), math.floor(max(a, b)) + 1)
            steps |= {(line - a) / (b - a) for line in lines}
    ordered = sorted(step for step in steps if 0.0 <= step <= 1.0)
    found: set[Cell] = set()
    for low, high in pairwise(ordered):
        middle = (low + high) / 2
        x, y = x1 + middle * (x2 - x1), y1 + middle * (y2 - y1)
        found.add((min(rows - 1, max(0, math.floor(y))), min(columns - 1, max(0, math.floor(x)))))
    return found
