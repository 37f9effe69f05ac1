"""All clue sources on one exhibit, in the vision worker: ``theodolite.clues.extract:extract``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from theodolite.clues import ocr, places, record
from theodolite.clues.assemble import text_clues
from theodolite.clues.conflicts import conflict_clues
from theodolite.clues.filenames import filename_clues
from theodolite.clues.metadata import metadata_clues
from theodolite.clues.provenance import provenance_clues
from theodolite.clues.timing import Stopwatch
from theodolite.clues.video import video_clues
from theodolite.domain import Clue, Exhibit, SourceRun, source_of
from theodolite.errors import TheodoliteError
from theodolite.jobs import Job, Progress


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one examination found: clues without ids, and how long each source took."""

    clues: tuple[Clue, ...]
    runs: tuple[SourceRun, ...]


def extract(
    exhibit: Exhibit,
    path: Path,
    gazetteer_db: Path,
    *,
    off: Sequence[str] = (),
    version: str = record.VERSION,
) -> Job[Extraction]:
    """Every clue the machine finds in ``exhibit``, whose bytes are at ``path``; ids are left to the store.

    ``off``: sources not to run. ``gazetteer_db`` may not exist: then place names are not looked up, and a
    record says so. Never raises for what a picture holds; a source that cannot work leaves a
    ``none.<source>`` record with the reason.
    """
    if version != record.VERSION:
        raise TheodoliteError(f"Clue rules {version} were asked for; these are {record.VERSION}.")
    watch, clues = Stopwatch(), list[Clue]()
    steps = [step for step in _steps(exhibit, Path(path), Path(gazetteer_db), watch) if step[0] not in off]
    for number, (source, text, run) in enumerate(steps):
        yield Progress(f"{text} of {exhibit.name}", number, len(steps))
        with watch.of(source):
            clues += run()
    yield Progress(f"{exhibit.name} is read", len(steps), len(steps))
    kept = tuple(clue for clue in clues if source_of(clue.kind) not in off)
    return Extraction(kept, watch.runs(kept))


_Step = tuple[str, str, Callable[[], list[Clue]]]


def _steps(exhibit: Exhibit, path: Path, gazetteer_db: Path, watch: Stopwatch) -> list[_Step]:
    """The sources in order: name, what is said while it works, and the work."""
    return [
        ("metadata", "Reading the metadata", lambda: metadata_clues(exhibit)),
        (
            "conflict",
            "Comparing the claims",
            lambda: conflict_clues(exhibit, zone=_zone(exhibit, gazetteer_db)),
        ),
        ("provenance", "Checking the content credentials", lambda: _provenance(exhibit, path)),
        ("video", "Reading the tracks", lambda: video_clues(exhibit, path, _decoder())),
        ("filename", "Reading the name", lambda: filename_clues(exhibit)),
        ("text", "Reading the writing", lambda: _text(exhibit, path, gazetteer_db)),
    ]


def _conflicts(exhibit: Exhibit, gazetteer_db: Path) -> list[Clue]:
    """With the time zone at the claimed position, where the gazetteer is there to tell."""
    gps, zone = exhibit.metadata.gps, ""
    if gps is not None and gazetteer_db.is_file():
        zone = _gazetteer(str(gazetteer_db)).zone(gps.lat, gps.lon)
    return conflict_clues(exhibit, zone=zone)


def _provenance(exhibit: Exhibit, path: Path) -> list[Clue]:
    try:
        return provenance_clues(exhibit, path, _decoder())
    except TheodoliteError as error:
        reason = "The content credentials could not be checked"
        return [record.nothing(exhibit, "provenance", reason, method="c2pa", note=str(error))]


def _text(exhibit: Exhibit, path: Path, gazetteer_db: Path) -> list[Clue]:
    reading = _read(exhibit, path)
    if isinstance(reading, Clue):
        return [reading]
    return text_clues(exhibit, reading, lookup_in(gazetteer_db), method=ocr.method())


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
    """Look-up in the gazetteer at ``database``, exact unless asked; None when it is not there."""
    if not database.is_file():
        return None
    gazetteer = _gazetteer(str(database))

    @cache
    def lookup(name: str, *, fuzzy: bool = False) -> Sequence[places.Place]:
        found = gazetteer.lookup(name, fuzzy=fuzzy, limit=50)
        return tuple(places.from_gazetteer(match) for match in found if match.score > _CODE_SCORE or fuzzy)

    return lookup


@cache
def _gazetteer(database: str) -> Any:
    from theodolite.geo.gazetteer import Gazetteer

    return Gazetteer(Path(database))
