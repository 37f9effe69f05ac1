"""``dataset mp16-pro``: place names for a table of coordinates, from what is on this machine."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from theodolite import packs
from theodolite.cli.output import Output, Result
from theodolite.codec import to_plain
from theodolite.evaluate import mp16, mp16_places
from theodolite.evaluate.mp16 import Built
from theodolite.geo.gazetteer import Gazetteer
from theodolite.geo.world import World


def add_mp16_pro(leaf: ArgumentParser) -> None:
    leaf.add_argument("table", type=Path, metavar="TABLE", help="Parquet or CSV with latitude and longitude")
    leaf.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help="Parquet with the place columns added"
    )


def mp16_pro(options: Namespace, out: Output) -> Result:
    """Add MP16-Pro's columns and G3's sentence; a run that was stopped goes on with the same command."""
    pack = packs.installed("gazetteer")
    world = World.load()
    gazetteer = Gazetteer(pack.file("gazetteer.db"))
    try:
        places = mp16_places.Places(gazetteer, world)
        source = f"{pack.name} {pack.version} ({pack.sha256}); borders: {world.source}"
        built = out.drive(mp16.build(options.table, options.out, places, source))
    finally:
        gazetteer.close()
    return Result({**to_plain(built), "path": str(built.path)}, _text(built))


def _text(built: Built) -> str:
    lines = [f"{built.path}: {built.kept:,} of {built.rows:,} rows"]
    if built.resumed:
        lines[0] += f" ({built.resumed:,} of them were done before)"
    for one in built.refused:
        lines.append(f"  left out, {one.reason}: {one.count:,} ({'; '.join(one.examples)})")
    for name, count in built.empty:
        why = ", not in the local data" if name in mp16_places.UNKNOWN else ""
        lines.append(f"  {name}: {count:,} empty{why}")
    return "\n".join(lines)
