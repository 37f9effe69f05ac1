"""Real photographs whose place is known, examined by the engine, and what hints do to their rankings.

What is true of a photograph comes from outside the program. Photographs with a position: as another reader
of metadata (ExifTool, ``exiftool-oracle.json``) reads it. Signs: from what they say to a person who knows
the country; each is explained below. Posters, diagrams and pictures of several signs have no place.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from theodolite.domain import source_of
from theodolite.engine import Engine
from theodolite.evaluate.interactive.dialogue import Photograph
from theodolite.evaluate.interactive.ground import Ground, Truth
from theodolite.jobs import run_to_end
from theodolite.locate.question import ask
from theodolite.locate.strategies.fusion import CLAIMS

SIGNS_FOLDER = "ocr/EasyOCR/examples"
#: Name -> country, region, latitude, longitude (NaN: only the country can be told), and how it is known.
SIGNS: dict[str, tuple[str, float, float, str]] = {
    "chinese.jpg": ("CN", 31.2236, 121.4430, "Yuyuan Road, house numbers 309 to 315: Shanghai"),
    "french.jpg": ("FR", 48.8620, 2.3358, "signs to Louvre, Palais-Royal and the town hall of the first"),
    "japanese.jpg": ("JP", 35.6581, 139.7515, "Minato City as the ward of Tokyo writes itself, its emblem"),
    "korean.png": ("KR", 37.8990, 126.7100, "56 km to Seoul, 205 to Pyeongyang: Dorasan"),
    "thai.jpg": ("TH", math.nan, math.nan, "a Thai road sign; Phetchaburi is a town and several roads"),
    "example3.png": ("IN", math.nan, math.nan, "Hindi and English on one sign of a market"),
}
#: Test files whose metadata were made or broken on purpose.
MADE_UP = "tests/unit/data"
#: Photographs of one folder are mostly of one walk.
OF_FOLDER = 3


@dataclass(frozen=True)
class Known:
    """A file of the corpora and its truth. ``number``: which of all known ones it is, from 1; hints about
    it are drawn with that, whatever else is examined."""

    path: Path
    name: str
    country: str
    lat: float
    lon: float
    number: int = 0


def known(corpora: Path) -> list[Known]:
    """Signs and photographs with a known place, in a fixed order."""
    found = [
        Known(corpora / SIGNS_FOLDER / name, name, country, lat, lon)
        for name, (country, lat, lon, _) in sorted(SIGNS.items())
    ]
    oracle = json.loads((corpora / "exiftool-oracle.json").read_text(encoding="utf-8"))
    folders: dict[str, int] = {}
    for entry in sorted(oracle, key=lambda e: str(e["SourceFile"])):
        name = str(entry["SourceFile"])
        lat, lon = entry.get("Composite:GPSLatitude"), entry.get("Composite:GPSLongitude")
        folder = name.rpartition("/")[0]
        if not name.startswith("photos/") or MADE_UP in name or lat is None or lon is None:
            continue
        folders[folder] = folders.get(folder, 0) + 1
        if folders[folder] <= OF_FOLDER:
            found.append(Known(corpora / name, name.removeprefix("photos/"), "", float(lat), float(lon)))
    return [replace(one, number=number) for number, one in enumerate(found, 1)]


def examined(engine: Engine, ground: Ground, folder: Path, these: Sequence[Known]) -> list[Photograph]:
    """Each photograph with all its evidence and, where the file claims a position, once more without what
    it claims. Files that the program cannot read are left out."""
    session = engine.new_case(folder / "known.case", question="Where?", operator="Tester")
    found: list[Photograph] = []
    try:
        for one in these:
            (taken,) = run_to_end(session.add_files([one.path]))
            if not taken.stored or not taken.readable:
                continue
            item = session.state.exhibits[-1]
            run_to_end(session.examine(item.id))
            clues = tuple(c for c in session.state.clues if c.exhibit == item.id)
            whole = ask(clues=clues, exhibits=(item.id,))
            silent = tuple(c for c in clues if source_of(c.kind) not in CLAIMS)
            truth = truth_of(ground, one)
            photograph = Photograph(one.name, 2 * one.number, whole, truth)
            found.append(photograph)
            if photograph.backed:
                bare = replace(whole, clues=silent)
                found.append(Photograph(f"{one.name} (pixels)", 2 * one.number + 1, bare, truth))
    finally:
        session.close()
    return found


def truth_of(ground: Ground, one: Known) -> Truth:
    if math.isnan(one.lat):
        return Truth(math.nan, math.nan, one.country)
    truth = ground.truth(one.lat, one.lon)
    assert not one.country or truth.country == one.country, one
    return truth
