"""The names on the world map: countries, and every place of the gazetteer, as one file for the page.

The length of a header (uint32), the header (JSON, padded to 4 bytes), then for each place, the largest first,
int32 latitude, int32 longitude (both in 1e-5 degrees), uint32 population with the highest bit set for
capitals, and at last the names, UTF-8, one a line.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

CAPITAL = 1 << 31
LEAST_POPULATION = 0
MOST = 260_000


def packed(countries: list[tuple[str, float, float, float]], gazetteer_db: str) -> bytes:
    """``countries``: name, latitude, longitude, square degrees. Without a gazetteer there are no places."""
    rows = _places(gazetteer_db)
    header = json.dumps(
        {"countries": countries, "places": len(rows)}, ensure_ascii=False, separators=(",", ":")
    ).encode()
    header += b" " * (-len(header) % 4)
    lat = np.array([row[1] for row in rows], np.float64)
    lon = np.array([row[2] for row in rows], np.float64)
    people = np.array([row[3] for row in rows], np.uint32)
    return b"".join(
        (
            len(header).to_bytes(4, "little"),
            header,
            np.rint(lat * 1e5).astype("<i4").tobytes(),
            np.rint(lon * 1e5).astype("<i4").tobytes(),
            people.astype("<u4").tobytes(),
            "\n".join(" ".join(row[0].split()) for row in rows).encode(),
        )
    )


def _places(gazetteer_db: str) -> list[tuple[str, float, float, int]]:
    if not gazetteer_db:
        return []
    from theodolite.geo.gazetteer import Gazetteer

    gazetteer = Gazetteer(Path(gazetteer_db))
    capitals = gazetteer.seats(_capitals(Path(gazetteer_db).with_name("countries.json")))
    return [
        (name, lat, lon, min(people, CAPITAL - 1) | (CAPITAL if (name, lat, lon) in capitals else 0))
        for name, lat, lon, people in gazetteer.largest(LEAST_POPULATION, MOST)
    ]


def _capitals(countries_json: Path) -> dict[str, str]:
    """Country code to capital as GeoNames spells it; empty when the pack does not keep that file."""
    try:
        table: Any = json.loads(countries_json.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    rows = table.values() if isinstance(table, dict) else table
    return {str(row.get("iso", "")): str(row.get("capital", "")) for row in rows if isinstance(row, dict)}
