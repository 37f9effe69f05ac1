"""What the page is told about the ground, and what answers its addresses under it. No Qt, no web."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from theodolite.errors import TheodoliteError
from theodolite_desktop.map.routes import Answer, NoSuchPage

MISSING = Answer(b"", "application/x-missing")
TILES, GROUND = "tiles", "ground"


class Source(Protocol):
    """Where tiles come from: a reader in a child process (theodolite.tiles.TileReader)."""

    def tile(self, path: Path, z: int, x: int, y: int) -> Any: ...

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class TilePack:
    """An archive of tiles as the page needs it. Degrees; ``vector`` tiles are drawn, others are pictures."""

    id: int
    name: str
    path: Path
    vector: bool
    min_zoom: int
    max_zoom: int
    west: float
    south: float
    east: float
    north: float
    credits: str = ""


@dataclass(frozen=True, slots=True)
class GroundScene:
    """The ground of a case. ``points``: the file of reference points as bytes, b'' until it is asked for."""

    packs: tuple[TilePack, ...] = ()
    boundaries: Path | None = None
    points: bytes = b""
    problems: tuple[str, ...] = ()
    source: Source | None = None

    def to_json(self, serial: int, words: Mapping[str, str], drawing: int = 0) -> str:
        """The page's form; paths stay here. Only with another ``drawing`` are tiles drawn anew."""
        return json.dumps(
            {
                "serial": serial,
                "drawing": drawing,
                "packs": [
                    {
                        "id": pack.id,
                        "name": pack.name,
                        "vector": pack.vector,
                        "min": pack.min_zoom,
                        "max": pack.max_zoom,
                        "west": pack.west,
                        "south": pack.south,
                        "east": pack.east,
                        "north": pack.north,
                        "credits": pack.credits,
                    }
                    for pack in self.packs
                ],
                "boundaries": self.boundaries is not None,
                "points": bool(self.points),
                "words": dict(words),
            },
            ensure_ascii=False,
        )


def is_ground(path: str) -> bool:
    """Whether an address is one of the ground's; those take a while and are never answered at once."""
    return path.lstrip("/").partition("/")[0] in (TILES, GROUND)


def answer(scene: GroundScene, serial: int, path: str) -> Answer:
    """The answer for ``tiles/SERIAL/PACK/Z/X/Y`` and ``ground/SERIAL/NAME``; raises NoSuchPage.

    A tile that is not there is an answer of its own kind, and so is one that cannot be read: its text.
    Runs on a thread of its own.
    """
    parts = path.lstrip("/").split("/")
    if len(parts) < 3 or parts[1] != str(serial):
        raise NoSuchPage(path)
    if parts[0] == GROUND and len(parts) == 3:
        return _file(scene, parts[2])
    if parts[0] != TILES or len(parts) != 6 or not all(_is_number(part) for part in parts[2:]):
        raise NoSuchPage(path)
    number, z, x, y = (int(part) for part in parts[2:])
    if number >= len(scene.packs) or scene.source is None:
        raise NoSuchPage(path)
    try:
        tile = scene.source.tile(scene.packs[number].path, z, x, y)
    except TheodoliteError as error:
        return Answer(str(error).encode(), "text/plain")
    return MISSING if tile is None else Answer(tile.body, tile.media_type)


def _file(scene: GroundScene, name: str) -> Answer:
    if name == "points.bin" and scene.points:
        return Answer(scene.points, "application/octet-stream")
    if name == "boundaries.json" and scene.boundaries is not None:
        return Answer(scene.boundaries.read_bytes(), "application/json")
    raise NoSuchPage(name)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 9
