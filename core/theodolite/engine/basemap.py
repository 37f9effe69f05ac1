"""The files of the map page, made once from local data and kept: page, borders, country and place names.

Built in a worker, because folium and the borders are too heavy for the window's process.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from typing import Any

from theodolite import __version__, packs, paths
from theodolite.engine import figure, placenames
from theodolite.errors import PackMissing
from theodolite.jobs import Job, Progress
from theodolite.workers import Call, Worker

PLACES_SHOWN = 40_000
LEAST_POPULATION = 5_000
"""What the map of a report may name; the window's map names every place of the gazetteer."""


def folders(vision: Callable[[], Worker]) -> Job[tuple[Path, ...]]:
    """The folders that answer the map's addresses, in order: made, ours, Leaflet's pack.

    ``vision`` gives the worker that makes them; it is asked only the first time, when there are none yet.
    Raises PackMissing without ``map-ui``; without the gazetteer the map has no place names.
    """
    leaflet = packs.installed("map-ui").path
    try:
        names = packs.installed("gazetteer")
        database, identity = str(names.file("gazetteer.db")), names.sha256
    except PackMissing:
        database, identity = "", "none"
    made = paths.home() / "basemap" / _key(identity)
    if not (made / "index.html").exists():
        yield Progress("Drawing the world map", waiting=True)
        yield from vision().run(
            Call("theodolite.engine.basemap:build", {"out": str(made), "gazetteer_db": database})
        )
    return (made, paths.resources() / "map", leaflet)


def _key(gazetteer: str) -> str:
    world = sorted((paths.resources() / "world").iterdir())
    parts = [__version__, metadata.version("folium"), gazetteer]
    parts += [f"{file.name}:{file.stat().st_size}" for file in world]
    made_by = (
        __file__,
        figure.__file__,
        placenames.__file__,
        str(Path(__file__).parents[1] / "geo" / "landscape.py"),
    )
    parts += [Path(file).read_text(encoding="utf-8") for file in made_by]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def build(out: str, gazetteer_db: str) -> Job[str]:
    """Write the files beside ``out`` and rename them there as one folder."""
    from theodolite.geo import landscape, topology
    from theodolite.geo.world import World

    folder = Path(out)
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=".map-", dir=folder.parent))
    try:
        yield Progress("Drawing the world map", 1, 3)
        (beside / "land.bin").write_bytes(
            landscape.packed(topology.read(paths.resources() / "world" / "world.json"))
        )
        yield Progress("Drawing the world map", 2, 3)
        names = country_labels(World.load().geojson())
        (beside / "names.bin").write_bytes(placenames.packed(names, gazetteer_db))
        page = figure.build()
        for name, text in (*page.files, ("index.html", page.html)):
            (beside / name).write_text(text, encoding="utf-8")
        if not folder.exists():
            beside.rename(folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return out


def country_labels(borders: dict[str, Any]) -> list[tuple[str, float, float, float]]:
    """Name, latitude, longitude and weight of each country, the largest first, inside its largest part."""
    from shapely.geometry import shape
    from shapely.ops import polylabel

    rows = []
    for feature in borders["features"]:
        geometry = shape(feature["geometry"])
        largest = max(getattr(geometry, "geoms", [geometry]), key=lambda part: part.area)
        point = polylabel(largest, tolerance=0.5)
        rows.append(
            (feature["properties"]["name"], round(point.y, 2), round(point.x, 2), round(geometry.area, 3))
        )
    return sorted(rows, key=lambda row: -row[3])
