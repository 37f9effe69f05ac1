"""A PMTiles or MBTiles archive, or a file of boundaries, as a pack of one's own."""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path

from theodolite.errors import NotFound
from theodolite.jobs import Job, Progress
from theodolite.packs import own
from theodolite.packs.disk import hash_file, require_space, storage_errors
from theodolite.packs.library import Library, Pack
from theodolite.packs.maps_read import BOUNDARIES, checked_boundaries
from theodolite.tiles import MapFacts, TileReader, is_boundaries

_LONGEST_NAME = 56
_WORDS = {
    "png": "pictures",
    "jpeg": "pictures",
    "webp": "pictures",
    "avif": "pictures",
    "mvt": "vector tiles",
}


def import_map(library: Library, path: Path, *, name: str = "", licence: str = "") -> Job[Pack]:
    """Install the map in ``path``. Name and credits come from the file, unless the caller says otherwise.

    Raises NotFound, InputError for the name, and TilesRefused kinds: nothing is installed then.
    """
    if not path.is_file():
        raise NotFound(f"There is no file {path}.")
    if name:
        own.check_label(own.Label(name, "map"))
    yield Progress(f"Looking into {path.name}")
    if is_boundaries(path):
        return (yield from _import_boundaries(library, path, name, licence))
    with TileReader() as reader:
        facts = reader.facts(path, sample=True)
    label = own.Label(
        name=name or (yield from _free(library, path, slug(facts.name or path.stem))),
        kind="map",
        version="1",
        licence=licence or facts.credits or "not stated",
        purpose=purpose(facts, path.stem),
    )
    return (yield from own.install_files(library, {f"tiles.{facts.format}": path}, label))


def _import_boundaries(library: Library, path: Path, name: str, licence: str) -> Job[Pack]:
    digest = yield from hash_file(path, f"Reading {path.name}")
    with TileReader() as reader:
        table = checked_boundaries(reader.boundaries(path), path.name)
    table["source"] = {"file": path.name, "sha256": digest}
    label = own.Label(
        name=name or (yield from _free(library, path, slug(path.stem))),
        kind="boundaries",
        version="1",
        licence=licence or "not stated",
        purpose=f"{path.stem[:80]}: boundaries, {len(table['lines'])} lines, {len(table['names'])} names",
    )
    text = json.dumps(table, ensure_ascii=False, separators=(",", ":"))
    library.root.mkdir(parents=True, exist_ok=True)
    with storage_errors(library.root):
        require_space(library.root, 3 * len(text))
        with tempfile.TemporaryDirectory(prefix=".map-", dir=library.root) as folder:
            made = Path(folder) / BOUNDARIES
            made.write_text(text, encoding="utf-8")
            return (yield from own.install_files(library, {BOUNDARIES: made}, label))


def purpose(facts: MapFacts, stem: str) -> str:
    """One line: 'Mount Whitney: map, pictures, zoom 8 to 15, 36.56 to 36.59 N, 118.32 to 118.26 W'."""
    area = "the whole world"
    if facts.east - facts.west < 350:
        area = f"{_span(facts.south, facts.north, 'N', 'S')}, {_span(facts.west, facts.east, 'E', 'W')}"
    line = (
        f"{facts.name or stem}: map, {_WORDS[facts.tiles]}, zoom {facts.min_zoom} to {facts.max_zoom}, {area}"
    )
    return "".join(c for c in line if c.isprintable())[:300]


def _span(low: float, high: float, positive: str, negative: str) -> str:
    return f"{_degrees(low, positive, negative)} to {_degrees(high, positive, negative)}"


def _degrees(value: float, positive: str, negative: str) -> str:
    return f"{abs(value):.2f} {positive if value >= 0 else negative}"


def slug(text: str) -> str:
    """A name for a pack out of any text."""
    made = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:_LONGEST_NAME].strip("-")
    return made or "map"


def _free(library: Library, path: Path, name: str) -> Job[str]:
    """The name, or the first with a number behind it that no other pack has; a pack of the same bytes may."""
    digest = ""
    for number in range(1, 1000):
        found = name if number == 1 else f"{name}-{number}"
        there = library.own_pack(found)
        if there is None and not any(spec.name == found for spec in library.lock.packs):
            return found
        if there is not None and there.kind == "map":
            digest = digest or (yield from hash_file(path, f"Reading {path.name}"))
            if [file.sha256 for file in there.files] == [digest]:
                return found
    return name
