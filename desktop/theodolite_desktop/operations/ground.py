"""What lies under the map: installed map packs, boundaries, and the reference points of the case."""

from __future__ import annotations

from pathlib import Path

from theodolite.jobs import Job
from theodolite_desktop.desk import Desk
from theodolite_desktop.map.ground import GroundScene, Source, TilePack


def map_ground(*, desk: Desk, source: Source | None = None) -> Job[GroundScene]:
    """The installed packs, opened by ``source``, or by a new reader where there is none yet."""
    from theodolite.engine import ground
    from theodolite.tiles import TileReader

    reader = source if isinstance(source, TileReader) else TileReader()
    found = yield from ground.ground(reader)
    packs = tuple(
        TilePack(
            id=pack.id,
            name=pack.name,
            path=pack.path,
            vector=pack.facts.vector,
            min_zoom=pack.facts.min_zoom,
            max_zoom=pack.facts.max_zoom,
            west=pack.facts.west,
            south=pack.facts.south,
            east=pack.facts.east,
            north=pack.facts.north,
            credits=pack.credits,
        )
        for pack in found.packs
    )
    return GroundScene(packs, found.boundaries, b"", found.problems, reader)


def map_points(*, desk: Desk) -> Job[bytes]:
    """The reference points of the indexes of the case, as the page reads them; b'' when it has none."""
    from theodolite.engine import ground

    indexes = desk.session.state.indexes if desk.has_case else ()
    if not indexes:
        return b""
    return (yield from ground.points(lambda: desk.engine.vision, indexes))


def import_map(*, desk: Desk, path: Path) -> Job[str]:
    """Install a map from a file: an archive of tiles, boundaries, or an exported pack; what it says it is."""
    from theodolite import packs

    pack = yield from packs.import_file(path)
    return pack.purpose or pack.name
