"""MBTiles (its specification, version 1.3): a SQLite database of somebody else.

It is opened read-only and immutable, without extensions, with low limits, and behind an authoriser that lets
a query read columns and use a handful of functions: a view that recurses, makes gigabytes or calls anything
else is refused. A query that runs too long is stopped. Runs in the child only.
"""

from __future__ import annotations

import json
import sqlite3
import time
from pathlib import Path
from typing import Any
from urllib.parse import quote

from theodolite.errors import TilesDamaged, TilesRefused, TilesTooLarge, TilesUnsupported
from theodolite.tiles.content import picture_kind, tile
from theodolite.tiles.inflate import GZIP, LARGEST_STORED, gunzipped
from theodolite.tiles.values import MERCATOR_LAT, MapFacts, Tile, checked, names, plain

_SECONDS = 2.0
_STEPS = 2000
_MOST_ROWS = 200
_LARGEST_METADATA = 4 << 20
_FUNCTIONS = frozenset({"min", "max", "length", "coalesce", "ifnull", "count", "substr", "lower", "cast"})
_KINDS = {
    "png": "png",
    "jpg": "jpeg",
    "jpeg": "jpeg",
    "webp": "webp",
    "avif": "avif",
    "pbf": "mvt",
    "mvt": "mvt",
}
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: LARGEST_STORED + (1 << 20),
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 100,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 60,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 8,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 50_000,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}
_TILE = "select tile_data from tiles where zoom_level = ? and tile_column = ? and tile_row = ? limit 1"


class Mbtiles:
    """An open archive. Raises TilesRefused kinds; each names the file."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self._deadline = 0.0
        self._db = self._open(path)
        try:
            self._refuse_odd_schema()
            self.facts = self._facts()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        self._db.close()

    def tile(self, z: int, x: int, y: int) -> Tile | None:
        """The tile, or None where the archive has none. Its rows count from the south (section "Content")."""
        row = self._one(_TILE, z, x, (1 << z) - 1 - y)
        if row is None:
            return None
        what = f"The tile {z}/{x}/{y} of {self.name}"
        if not isinstance(row[0], bytes):
            raise TilesDamaged(f"{what} is not stored as bytes.")
        return tile(row[0], self.facts.tiles, what)

    def sample(self, most: int = 8) -> None:
        """Look into some tiles; the same errors as :meth:`tile`."""
        for (data,) in self._all("select tile_data from tiles limit ?", most):
            if not isinstance(data, bytes):
                raise TilesDamaged(f"A tile of {self.name} is not stored as bytes.")
            tile(data, self.facts.tiles, f"A tile of {self.name}")

    # --- the database ------------------------------------------------------------------------------

    def _open(self, path: Path) -> sqlite3.Connection:
        with path.open("rb") as file:
            if file.read(16) != b"SQLite format 3\x00":
                raise TilesRefused(f"{self.name} is no MBTiles file. Nothing was installed.")
        address = f"file:{quote(str(path.absolute()))}?mode=ro&immutable=1"
        db = sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)
        for limit, value in _LIMITS.items():
            db.setlimit(limit, value)
        for pragma in ("trusted_schema=off", "cell_size_check=on", "mmap_size=0", "query_only=on"):
            db.execute(f"pragma {pragma}")
        db.execute("pragma cache_size=-8192")
        db.set_progress_handler(self._overdue, _STEPS)
        db.set_authorizer(_allowed)
        return db

    def _overdue(self) -> bool:
        return time.monotonic() > self._deadline

    def _all(self, query: str, *values: Any) -> list[Any]:
        self._deadline = time.monotonic() + _SECONDS
        try:
            return self._db.execute(query, values).fetchall()
        except sqlite3.DataError as error:
            raise TilesTooLarge(f"{self.name} holds a value larger than any tile: refused.") from error
        except (sqlite3.Error, UnicodeDecodeError, OverflowError) as error:
            raise self._named(error) from error

    def _one(self, query: str, *values: Any) -> Any:
        rows = self._all(query, *values)
        return rows[0] if rows else None

    def _named(self, error: Exception) -> TilesRefused:
        text = str(error)
        if "prohibited" in text or "not authorized" in text or "too many" in text or "unsafe use" in text:
            return TilesRefused(f"{self.name} asks for more than a map may ({text}): refused.")
        if "interrupted" in text:
            return TilesRefused(f"A look-up in {self.name} takes longer than {_SECONDS:.0f} s: refused.")
        if "too big" in text:
            return TilesTooLarge(f"{self.name} holds a value larger than any tile: refused.")
        if "no such table" in text or "no such column" in text:
            return TilesRefused(f"{self.name} is a database, but holds no tiles as MBTiles does ({text}).")
        return TilesDamaged(f"{self.name} is damaged ({text}).")

    def _refuse_odd_schema(self) -> None:
        """Tables and views only, and what is read must be among them."""
        rows = self._all("select type, name, sql from sqlite_master limit ?", _MOST_ROWS + 1)
        if len(rows) > _MOST_ROWS:
            raise TilesRefused(f"{self.name} has more tables than any map: refused.")
        there = {str(name).lower() for kind, name, _ in rows if kind in ("table", "view")}
        for _, name, sql in rows:
            if isinstance(sql, str) and "create virtual table" in " ".join(sql.lower().split()):
                raise TilesRefused(
                    f"{self.name} asks for more than a map may (virtual table {plain(name, 60)}): refused."
                )
        if not {"tiles", "metadata"} <= there:
            raise TilesRefused(f"{self.name} is a database, but not of map tiles. Nothing was installed.")

    # --- what it says about itself -----------------------------------------------------------------

    def _facts(self) -> MapFacts:
        rows = self._all("select name, value from metadata limit ?", _MOST_ROWS)
        table = {str(key).lower(): value for key, value in rows if isinstance(key, str)}
        if any(isinstance(v, (str, bytes)) and len(v) > _LARGEST_METADATA for v in table.values()):
            raise TilesTooLarge(f"The description of {self.name} is larger than 4 MB: refused.")
        low, high = self._zooms(table)
        west, south, east, north = self._bounds(table.get("bounds"))
        kind = self._kind(table.get("format"))
        return checked(
            MapFacts(
                format="mbtiles",
                tiles=kind,
                min_zoom=low,
                max_zoom=high,
                west=west,
                south=south,
                east=east,
                north=north,
                name=plain(table.get("name"), 100),
                credits=plain(table.get("attribution")),
                layers=self._layers(table.get("json")) if kind == "mvt" else (),
            ),
            self.name,
        )

    def _kind(self, said: Any) -> str:
        kind = _KINDS.get(str(said).lower().strip()) if said is not None else None
        row = self._one("select tile_data from tiles limit 1")
        if row is None:
            raise TilesRefused(f"{self.name} holds no tiles. Nothing was installed.")
        data = row[0]
        if not isinstance(data, bytes):
            raise TilesDamaged(f"The tiles of {self.name} are not stored as bytes.")
        if kind == "mvt" or (kind is None and said is None and data.startswith(GZIP)):
            return "mvt"
        if kind is None and said is not None:
            raise TilesUnsupported(
                f"{self.name} holds tiles of the kind “{plain(said, 30)}”, which this program does not draw."
            )
        if data.startswith(GZIP):
            data = gunzipped(data, LARGEST_STORED, f"A tile of {self.name}")
        return picture_kind(data, f"A tile of {self.name}")

    def _zooms(self, table: dict[str, Any]) -> tuple[int, int]:
        try:
            return int(str(table["minzoom"])), int(str(table["maxzoom"]))
        except (KeyError, ValueError):
            row = self._one("select min(zoom_level), max(zoom_level) from tiles")
            if row is None or not all(isinstance(value, int) for value in row):
                raise TilesRefused(f"{self.name} holds no tiles. Nothing was installed.") from None
            return int(row[0]), int(row[1])

    def _bounds(self, said: Any) -> tuple[float, float, float, float]:
        try:
            west, south, east, north = (float(part) for part in str(said).split(","))
        except ValueError:
            return -180.0, -MERCATOR_LAT, 180.0, MERCATOR_LAT
        # Many makers write the whole world a little too wide.
        return max(west, -180.0), max(south, -90.0), min(east, 180.0), min(north, 90.0)

    def _layers(self, said: Any) -> tuple[str, ...]:
        try:
            found = json.loads(said)["vector_layers"] if isinstance(said, str) else []
        except (ValueError, KeyError, TypeError, RecursionError):
            return ()
        return names(found) if isinstance(found, list) else ()


def _allowed(action: int, first: str | None, second: str | None, _db: str | None, _view: str | None) -> int:
    """Columns may be read and some functions used; everything else is refused."""
    if action in (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ):
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_FUNCTION and (second or "").lower() in _FUNCTIONS:
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY
