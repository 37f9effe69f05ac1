"""From a folder of geotagged photographs to labelled evidence for fitting: no photograph sees its own place.

What a file claims is left out (its position is the truth), and so are references of its own family: the
same photographer, or within 50 km on what may be one day (theodolite.evaluate.labelled).
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from theodolite import packs
from theodolite.domain import Clue, Exhibit, ReferenceSearch
from theodolite.engine.engine import Engine
from theodolite.errors import InputError, TheodoliteError
from theodolite.evaluate.labelled import Labelled, families, silent
from theodolite.evidence import intake
from theodolite.evidence.loose import exhibit_of
from theodolite.jobs import Job, Progress
from theodolite.locate.question import Question
from theodolite.locate.strategies.fusion import CLAIMS
from theodolite.workers import Call


@dataclass(frozen=True, slots=True)
class _Photograph:
    path: Path
    exhibit: Exhibit
    lat: float
    lon: float


def labelled(engine: Engine, folder: Path) -> Job[tuple[Labelled, ...]]:
    """Every photograph of ``folder`` that claims a usable position, with its other evidence.

    Needs the gazetteer and vision-starter packs. Raises PackMissing, or InputError when none is geotagged.
    """
    files = intake.expand([folder])
    photographs: list[_Photograph] = []
    for number, path in enumerate(files):
        yield Progress(f"Looking at {path.name}", number, len(files))
        photographs += _geotagged(engine, path, len(photographs) + 1)
    photographs = list({one.exhibit.sha256: one for one in photographs}.values())
    if not photographs:
        raise InputError(f"No photograph in {folder} claims a position.")
    bare = [_labelled(one, (), ()) for one in photographs]
    family = families(bare).tolist()
    with tempfile.TemporaryDirectory(prefix="theodolite-fit-") as scratch:
        index = Path(scratch) / "references"
        pack = str(packs.installed("vision-starter").path)
        yield from engine.vision.run(
            Call("theodolite.index.build:build", {"folder": str(folder), "out": str(index), "pack": pack})
        )
        found: list[Labelled] = []
        for number, one in enumerate(photographs):
            yield Progress(f"Reading {one.path.name}", number, len(photographs))
            kin = [p.exhibit.sha256 for p, f in zip(photographs, family, strict=True) if f == family[number]]
            clues = yield from _clues(engine, one)
            search = yield from _search(engine, one, index, pack, kin)
            found.append(_labelled(one, clues, (search,)))
    return tuple(found)


def _geotagged(engine: Engine, path: Path, number: int) -> list[_Photograph]:
    try:
        seen = engine.decoder.inspect(path)
    except TheodoliteError:
        return []
    gps = seen.metadata.gps
    if gps is None or seen.error_code is not None:
        return []
    exhibit = exhibit_of(path, seen, f"E{number}")
    return [_Photograph(path, exhibit, gps.lat, gps.lon)]


def _clues(engine: Engine, one: _Photograph) -> Job[tuple[Clue, ...]]:
    """What the picture says, without the file's own claims."""
    gazetteer = str(packs.installed("gazetteer").file("gazetteer.db"))
    found = yield from engine.vision.run(
        Call(
            "theodolite.clues.extract:extract",
            {
                "exhibit": silent(one.exhibit),
                "path": str(one.path),
                "gazetteer_db": gazetteer,
                "off": list(CLAIMS),
            },
        )
    )
    return tuple(
        replace(clue, id=f"C{number}") for number, clue in enumerate(found.clues, 1) if clue.reach is not None
    )


def _search(
    engine: Engine, one: _Photograph, index: Path, pack: str, kin: Sequence[str]
) -> Job[ReferenceSearch]:
    result: ReferenceSearch = yield from engine.vision.run(
        Call(
            "theodolite.index.search:search_file",
            {
                "exhibit": one.exhibit.id,
                "path": str(one.path),
                "indexes": [str(index)],
                "pack": pack,
                "exclude": list(kin),
            },
        )
    )
    # The folder of the index is a temporary one: the evidence must not depend on its name.
    references = tuple(replace(r, index="", path="") for r in result.references)
    return replace(result, indexes=(), references=references)


def _labelled(one: _Photograph, clues: tuple[Clue, ...], searches: tuple[ReferenceSearch, ...]) -> Labelled:
    metadata = one.exhibit.metadata
    named = dict(metadata.fields)
    artist = next((named[key] for key in named if key.rsplit(" ", 1)[-1] == "Artist"), "")
    camera = " ".join(part for part in (metadata.camera, metadata.serial) if part)
    question = Question(clues, (), (), (), searches, "mixed", (one.exhibit.id,))
    day = (metadata.taken_at or "")[:10]
    return Labelled(one.path.name, question, one.lat, one.lon, artist.strip() or camera, day)
