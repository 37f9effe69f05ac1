"""What is known of a map pack, as frozen values. No reading here."""

from __future__ import annotations

import html
import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from theodolite.errors import TilesDamaged

#: The kinds of tile we draw, and how the page is told about them.
MEDIA_TYPES = {
    "png": "image/png",
    "jpeg": "image/jpeg",
    "webp": "image/webp",
    "avif": "image/avif",
    "mvt": "application/vnd.mapbox-vector-tile",
}
DEEPEST = 22
"""No archive goes deeper: a tile of zoom 22 is 10 m wide."""
MERCATOR_LAT = 85.0511287798066
SUFFIXES = (".pmtiles", ".mbtiles")
BOUNDARY_SUFFIXES = (".geojson", ".topojson")
_TAG = re.compile(r"<[^<>]{0,2000}>")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class MapFacts:
    """An archive in its own words, checked. Degrees; ``count`` of tiles, 0 where the file does not say.

    ``tiles``: a key of MEDIA_TYPES. ``layers``: names of the layers of vector tiles.
    """

    format: str
    tiles: str
    min_zoom: int
    max_zoom: int
    west: float
    south: float
    east: float
    north: float
    name: str = ""
    credits: str = ""
    layers: tuple[str, ...] = ()
    count: int = 0

    @property
    def vector(self) -> bool:
        return self.tiles == "mvt"


@dataclass(frozen=True, slots=True)
class Tile:
    """One tile, its bytes no longer compressed, and its media type."""

    body: bytes
    media_type: str


def is_map(path: Path) -> bool:
    """Whether the name is that of an archive of tiles."""
    return path.suffix.lower() in SUFFIXES


def is_boundaries(path: Path) -> bool:
    """Whether the name is that of a file of boundaries."""
    return path.suffix.lower() in BOUNDARY_SUFFIXES


def checked(facts: MapFacts, name: str) -> MapFacts:
    """``facts`` when they can be true; TilesDamaged otherwise."""
    edges = (facts.west, facts.south, facts.east, facts.north)
    sound = (
        0 <= facts.min_zoom <= facts.max_zoom <= DEEPEST
        and all(math.isfinite(edge) for edge in edges)
        and -180.0 <= facts.west < facts.east <= 180.0
        and -90.0 <= facts.south < facts.north <= 90.0
        and facts.tiles in MEDIA_TYPES
        and facts.count >= 0
    )
    if not sound:
        raise TilesDamaged(
            f"{name} says about itself what cannot be (zoom {facts.min_zoom} to {facts.max_zoom}, from "
            f"{facts.west:g}, {facts.south:g} to {facts.east:g}, {facts.north:g}). Nothing was installed."
        )
    return facts


def plain(value: Any, most: int = 300) -> str:
    """One line of text out of whatever a file gives: no markup, no control characters, at most ``most``."""
    if not isinstance(value, str):
        return ""
    text = _TAG.sub(" ", html.unescape(_TAG.sub(" ", value[: most * 20])))
    line = "".join(c for c in _SPACE.sub(" ", text) if c.isprintable()).strip()
    return line[:most]


def names(values: Iterable[Any], most: int = 200) -> tuple[str, ...]:
    """Plain names of layers, in the order of the file."""
    found = (plain(value.get("id"), 60) for value in values if isinstance(value, dict))
    return tuple(name for name, _ in zip(found, range(most), strict=False) if name)
