"""What lies under the map of a case besides the land: map packs, boundaries, reference points."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from theodolite import packs
from theodolite.errors import TheodoliteError
from theodolite.jobs import Job, Progress
from theodolite.packs import Pack
from theodolite.tiles import MapFacts, TileReader, is_map
from theodolite.workers import Call, Worker

MOST_POINTS = 2_000_000
"""More reference points than this are thinned evenly: 16 MB in the page, and a screen has no more pixels."""
_AT_ONCE = 1 << 18


@dataclass(frozen=True, slots=True)
class MapPack:
    """An installed archive of tiles, opened. ``id``: its place in :attr:`Ground.packs`."""

    id: int
    name: str
    path: Path
    facts: MapFacts
    credits: str


@dataclass(frozen=True, slots=True)
class Ground:
    """``boundaries``: a file for the page, None without. ``problems``: packs that cannot be read, and why."""

    packs: tuple[MapPack, ...] = ()
    boundaries: Path | None = None
    problems: tuple[str, ...] = ()


def ground(reader: TileReader) -> Job[Ground]:
    """What is installed. A pack that cannot be read is named, not drawn.

    Packs are in drawing order: the coarse ones first, the finer over them.
    """
    opened: list[tuple[MapFacts, Pack, Path]] = []
    problems: list[str] = []
    for pack, path in _archives():
        yield Progress(f"Opening {pack.name}")
        try:
            opened.append((reader.facts(path), pack, path))
        except TheodoliteError as error:
            problems.append(f"{pack.name}: {error}")
    opened.sort(key=lambda one: (one[0].max_zoom, one[1].name))
    made = tuple(
        MapPack(number, facts.name or pack.name, path, facts, facts.credits or _stated(pack))
        for number, (facts, pack, path) in enumerate(opened)
    )
    lines = [pack.path / pack.files[0].name for pack in packs.of_kind("boundaries")]
    return Ground(made, lines[0] if lines else None, tuple(problems))


def _archives() -> list[tuple[Pack, Path]]:
    """Installed packs that hold an archive of tiles; the map's own script is a pack of that kind too."""
    named = [
        (pack, [file.name for file in pack.files if is_map(Path(file.name))]) for pack in packs.of_kind("map")
    ]
    return [(pack, pack.path / names[0]) for pack, names in named if names]


def _stated(pack: Pack) -> str:
    return "" if pack.licence == "not stated" else pack.licence


def points(vision: Callable[[], Worker], indexes: Sequence[str]) -> Job[bytes]:
    """Every reference point of the indexes in these folders as the page reads them (landscape.packed_points).

    Made anew each time and kept in no file: an index may lie where others cannot read. Raises IndexDamaged.
    """
    yield Progress("Drawing the reference points", waiting=True)
    call = Call("theodolite.engine.ground:read_points", {"folders": list(indexes)})
    packed: bytes = yield from vision().run(call)
    return packed


def read_points(folders: Sequence[str]) -> Job[bytes]:
    """In a worker: see :func:`points`."""
    import numpy as np

    from theodolite.geo import landscape
    from theodolite.index.store import open_index

    parts = []
    for folder in folders:
        yield Progress("Drawing the reference points")
        for segment in open_index(folder).segments:
            rows = segment.rows
            for start in range(0, len(rows), _AT_ONCE):
                parts.append(segment.places(rows[start : start + _AT_ONCE]))
    found = np.concatenate(parts) if parts else np.zeros((0, 2))
    return landscape.packed_points(found[:, 0], found[:, 1], MOST_POINTS)
