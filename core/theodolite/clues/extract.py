"""All clue sources on one exhibit, in the vision worker: ``theodolite.clues.extract:extract``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from theodolite.clues import ocr, places, record
from theodolite.clues.assemble import text_clues
from theodolite.clues.metadata import metadata_clues
from theodolite.domain import Clue, Exhibit
from theodolite.errors import TheodoliteError
from theodolite.jobs import Job, Progress


def extract(
    exhibit: Exhibit, path: Path, gazetteer_db: Path, *, version: str = record.VERSION
) -> Job[list[Clue]]:
    """Every clue the machine finds in ``exhibit``, whose bytes are at ``path``; ids are left to the store.

    ``gazetteer_db`` may not exist: then place names are not looked up, and a record says so. Never raises
    for what a picture holds; a source that cannot work leaves a ``none.<source>`` record with the reason.
    """
    yield Progress(f"Reading the metadata of {exhibit.name}", 0, 3)
    clues = metadata_clues(exhibit)
    yield Progress(f"Reading the text in {exhibit.name}", 1, 3)
    reading = _read(exhibit, Path(path))
    if isinstance(reading, Clue):
        clues.append(reading)
    else:
        yield Progress(f"Weighing the text in {exhibit.name}", 2, 3)
        clues += text_clues(exhibit, reading, lookup_in(Path(gazetteer_db)), method=ocr.method())
    yield Progress(f"{exhibit.name} is read", 3, 3)
    if version != record.VERSION:
        raise TheodoliteError(f"Clue rules {version} were asked for; these are {record.VERSION}.")
    return clues


def _read(exhibit: Exhibit, path: Path) -> ocr.Reading | Clue:
    """The text, or the record of why it could not be read."""
    if not exhibit.readable:
        reason = "The picture could not be decoded, so no text was read"
        return record.nothing(exhibit, "text", reason, method=ocr.method(), note=exhibit.error_text or "")
    try:
        return ocr.read(_decoder().pixels(path, max_side=ocr.MAX_SIDE))
    except TheodoliteError as error:
        return record.nothing(exhibit, "text", "No text was read", method=ocr.method(), note=str(error))


#: Matches up to this score are airport codes and the like, which three letters on a wall are not.
_CODE_SCORE = 0.80


@cache
def _decoder() -> Any:
    """One sandboxed decoder a process; untrusted bytes are never parsed in the worker itself."""
    from theodolite.evidence.decode import Decoder

    return Decoder()


def lookup_in(database: Path) -> places.Lookup | None:
    """Exact look-up in the gazetteer at ``database``; None when it is not there."""
    if not database.is_file():
        return None
    gazetteer = _gazetteer(str(database))

    @cache
    def lookup(name: str) -> Sequence[places.Place]:
        return tuple(
            places.Place(
                id=str(match.place.id),
                name=match.place.name,
                region=gazetteer.admin1_name(match.place.admin1),
                country=match.place.country,
                lat=match.place.lat,
                lon=match.place.lon,
                population=match.place.population,
                main=match.main,
            )
            for match in gazetteer.lookup(name, fuzzy=False, limit=50)
            if match.exact and match.score > _CODE_SCORE
        )

    return lookup


@cache
def _gazetteer(database: str) -> Any:
    from theodolite.geo.gazetteer import Gazetteer

    return Gazetteer(Path(database))
