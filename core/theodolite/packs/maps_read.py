"""What the files of a map pack are, found out in a child of its own (theodolite.tiles)."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from theodolite.errors import TilesDamaged
from theodolite.jobs import Job, Progress
from theodolite.tiles import TileReader, is_map

BOUNDARIES = "boundaries.json"
LARGEST_BOUNDARIES = 64 << 20


def examined(paths: Sequence[Path]) -> Job[None]:
    """TilesRefused kinds unless each file is one that the map can draw."""
    with TileReader() as reader:
        for path in paths:
            yield Progress(f"Looking into {path.name}")
            if is_map(path):
                reader.facts(path, sample=True)
            else:
                read_boundaries(path)


def read_boundaries(path: Path) -> dict[str, Any]:
    """The table of a file of boundaries as we write it; TilesDamaged for anything else."""
    if path.stat().st_size > LARGEST_BOUNDARIES:
        raise TilesDamaged(f"{path.name} is larger than any file of boundaries.")
    return checked_boundaries(path.read_bytes(), path.name)


def checked_boundaries(data: bytes, name: str) -> dict[str, Any]:
    """``lines`` and ``names`` out of JSON that somebody else may have written."""
    try:
        table = json.loads(data)
        lines = all(
            len(line) >= 4 and len(line) % 2 == 0 and all(_is_degree(value) for value in line)
            for line in table["lines"]
        )
        names = all(
            isinstance(row[0], str)
            and len(row[0]) <= 60
            and all(_is_degree(v) for v in row[1:3])
            and len(row) == 4
            for row in table["names"]
        )
    except (ValueError, KeyError, TypeError, IndexError, RecursionError) as error:
        raise TilesDamaged(f"{name} is no file of boundaries.") from error
    if not (lines and names and table["lines"]):
        raise TilesDamaged(f"{name} is no file of boundaries.")
    return dict(table)


def _is_degree(value: object) -> bool:
    return isinstance(value, (int, float)) and math.isfinite(value) and abs(value) <= 540
