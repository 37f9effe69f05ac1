"""Archives for the tests: PMTiles by the library of its authors, MBTiles by sqlite3, pictures by Pillow."""

from __future__ import annotations

import gzip
import io
import json
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PIL import Image
from pmtiles.tile import Compression, TileType, zxy_to_tileid
from pmtiles.writer import Writer

Place = tuple[int, int, int]
WORLD = (-180.0, -85.0, 180.0, 85.0)


def picture(colour: tuple[int, int, int] = (200, 30, 90), side: int = 256, kind: str = "PNG") -> bytes:
    """One colour, square."""
    out = io.BytesIO()
    Image.new("RGB", (side, side), colour).save(out, kind)
    return out.getvalue()


def pmtiles(
    path: Path,
    tiles: Mapping[Place, bytes],
    kind: TileType = TileType.PNG,
    *,
    packed: Compression = Compression.NONE,
    bounds: tuple[float, float, float, float] = WORLD,
    about: Mapping[str, Any] | None = None,
) -> Path:
    """An archive of ``tiles``, by zoom, column and row from the north."""
    zooms = [z for z, _, _ in tiles]
    with path.open("wb") as file:
        writer = Writer(file)
        for place, data in sorted(tiles.items(), key=lambda item: zxy_to_tileid(*item[0])):
            writer.write_tile(
                zxy_to_tileid(*place), gzip.compress(data) if packed == Compression.GZIP else data
            )
        west, south, east, north = (round(edge * 1e7) for edge in bounds)
        writer.finalize(
            {
                "tile_type": kind,
                "tile_compression": packed,
                "min_zoom": min(zooms),
                "max_zoom": max(zooms),
                "min_lon_e7": west,
                "min_lat_e7": south,
                "max_lon_e7": east,
                "max_lat_e7": north,
                "center_zoom": min(zooms),
                "center_lon_e7": (west + east) // 2,
                "center_lat_e7": (south + north) // 2,
            },
            dict(about or {}),
        )
    return path


def mbtiles(
    path: Path, tiles: Mapping[Place, bytes], about: Mapping[str, object], *, more: Sequence[str] = ()
) -> Path:
    """A database of ``tiles``, by zoom, column and row from the north; then the statements ``more``."""
    path.unlink(missing_ok=True)
    with sqlite3.connect(path) as db:
        db.execute("create table metadata (name text, value text)")
        db.execute("create table tiles (zoom_level int, tile_column int, tile_row int, tile_data blob)")
        db.executemany("insert into metadata values (?, ?)", about.items())
        rows = [(z, x, (1 << z) - 1 - y, data) for (z, x, y), data in tiles.items()]
        db.executemany("insert into tiles values (?, ?, ?, ?)", rows)
        db.execute("create unique index place on tiles (zoom_level, tile_column, tile_row)")
        for statement in more:
            db.execute(statement)
    db.close()
    return path


def about(**more: object) -> dict[str, object]:
    """What an honest archive says of itself."""
    return {
        "name": "Test",
        "format": "png",
        "minzoom": "0",
        "maxzoom": "2",
        "bounds": "-180,-85,180,85",
        **more,
    }


def square(west: float, south: float, east: float, north: float) -> list[list[float]]:
    """A closed ring."""
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def geojson(*features: tuple[str, list[list[float]]]) -> bytes:
    """Named areas."""
    made = [
        {
            "type": "Feature",
            "properties": {"name": name},
            "geometry": {"type": "Polygon", "coordinates": [ring]},
        }
        for name, ring in features
    ]
    return json.dumps({"type": "FeatureCollection", "features": made}).encode()
