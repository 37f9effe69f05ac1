"""All clue sources on one exhibit, in the vision worker: ``theodolite.clues.extract:extract``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from theodolite.clues import correcting, ocr, places, record
from theodolite.clues.assemble import text_clues
from theodolite.clues.conflicts import conflict_clues
from theodolite.clues.copies import copies_clues
from theodolite.clues.corrections import Correction
from theodolite.clues.filenames import filename_clues
from theodolite.clues.metadata import metadata_clues
from theodolite.clues.provenance import provenance_clues
from theodolite.clues.timing import Stopwatch
from theodolite.clues.video import video_clues
from theodolite.domain import Clue, Exhibit, SourceRun, source_of
from theodolite.errors import InputError, TheodoliteError
from theodolite.jobs import Job, Progress
from theodolite.relations import fingerprint

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one examination found: clues without ids, how long each source took, perceptual hashes."""

    clues: tuple[Clue, ...]
    runs: tuple[SourceRun, ...]
    fingerprint: tuple[str, ...] = ()


def extract(
    exhibit: Exhibit,
    path: Path,
    gazetteer_db: Path,
    *,
    off: Sequence[str] = (),
    corrections: Sequence[Correction] = (),
    version: str = record.VERSION,
) -> Job[Extraction]:
    """Every clue the machine finds in ``exhibit``, whose bytes are at ``path``; ids are left to the store.

    ``off``: sources not to run. ``corrections``: lines that the investigator reads otherwise.
    ``gazetteer_db`` may not exist: then place names are not looked up, and a record says so. Never raises
    for what a picture holds; a source that cannot work leaves a ``none.<source>`` record with the reason.
    """
    if version != record.VERSION:
        raise TheodoliteError(f"Clue rules {version} were asked for; these are {record.VERSION}.")
    work = _Examination(exhibit, Path(path), Path(gazetteer_db), tuple(corrections))
    clues: list[Clue] = []
    steps = [step for step in work.steps() if step[0] not in off]
    for number, (source, text, run) in enumerate(steps):
        yield Progress(f"{text} of {exhibit.name}", number, len(steps))
        with work.watch.of(source):
            clues += _found(exhibit, source, run)
    yield Progress(f"{exhibit.name} is read", len(steps), len(steps))
    kept = tuple(clue for clue in clues if source_of(clue.kind) not in off)
    return Extraction(kept, work.watch.runs(kept), work.fingerprint())


def _found(exhibit: Exhibit, source: str, run: Callable[[], list[Clue]]) -> list[Clue]:
    """A mistake of ours in one source is named; the other sources and the exhibits after it go on."""
    try:
        return run()
    except TheodoliteError:
        raise
    except Exception as error:
        reason = "This source failed at the file: an error of the program, nothing that the file says"
        note = f"{type(error).__name__}: {error}"
        return [record.nothing(exhibit, source, reason, method="extract", note=note)]


_Step = tuple[str, str, Callable[[], list[Clue]]]


class _Examination:
    """One exhibit being examined: pixels are decoded once and text is read once, by whoever asks first."""

    def __init__(
        self, exhibit: Exhibit, path: Path, gazetteer_db: Path, corrections: tuple[Correction, ...]
    ) -> None:
        self.exhibit, self.path, self.gazetteer_db = exhibit, path, gazetteer_db
        self.corrections = corrections
        self.watch = Stopwatch()

    def steps(self) -> list[_Step]:
        """The sources in order: name, what is said while it works, and the work."""
        exhibit = self.exhibit
        return [
            ("metadata", "Reading the metadata", lambda: metadata_clues(exhibit)),
            ("conflict", "Comparing the claims", self._conflicts),
            ("provenance", "Checking the content credentials", self._provenance),
            ("video", "Reading the tracks", lambda: video_clues(exhibit, self.path, _decoder())),
            ("filename", "Reading the name", lambda: filename_clues(exhibit)),
            ("text", "Reading the writing", self._text),
            ("copies", "Looking for signs of copying", self._copies),
        ]

    @cached_property
    def pixels(self) -> NDArray[np.uint8] | TheodoliteError:
        """The upright picture, no larger than text needs, or why there is none."""
        if not self.exhibit.readable:
            return TheodoliteError(self.exhibit.error_text or "The picture could not be decoded.")
        try:
            found: NDArray[np.uint8] = _decoder().pixels(self.path, max_side=ocr.MAX_SIDE)
        except TheodoliteError as error:
            return error
        return found

    @cached_property
    def reading(self) -> ocr.Reading | TheodoliteError:
        """What is written in the picture, or why it could not be read."""
        pixels = self.pixels
        if isinstance(pixels, TheodoliteError):
            return pixels
        try:
            return ocr.read(pixels)
        except TheodoliteError as error:
            return error

    def fingerprint(self) -> tuple[str, ...]:
        pixels = self.pixels
        return () if isinstance(pixels, TheodoliteError) else fingerprint(pixels).strings()

    def _conflicts(self) -> list[Clue]:
        """With the time zone at the claimed position, where the gazetteer is there to tell."""
        gps, zone = self.exhibit.metadata.gps, ""
        if gps is not None and self.gazetteer_db.is_file():
            zone = _gazetteer(str(self.gazetteer_db)).zone(gps.lat, gps.lon)
        return conflict_clues(self.exhibit, zone=zone)

    def _provenance(self) -> list[Clue]:
        try:
            return provenance_clues(self.exhibit, self.path, _decoder())
        except TheodoliteError as error:
            reason = "The content credentials could not be checked"
            return [record.nothing(self.exhibit, "c2pa", reason, method="c2pa", note=str(error))]

    def _text(self) -> list[Clue]:
        exhibit, reading, method = self.exhibit, self.reading, ocr.method()
        if not exhibit.readable:
            reason = "The picture could not be decoded, so no text was read"
            return [record.nothing(exhibit, "text", reason, method=method, note=exhibit.error_text or "")]
        if isinstance(reading, TheodoliteError):
            return [record.nothing(exhibit, "text", "No text was read", method=method, note=str(reading))]
        return text_clues(
            exhibit,
            reading,
            lookup_in(self.gazetteer_db),
            method=method,
            corrections=self.corrections,
            watch=self.watch,
        )

    def _copies(self) -> list[Clue]:
        pixels = None if isinstance(self.pixels, TheodoliteError) else self.pixels
        reading = None if isinstance(self.reading, TheodoliteError) else self.reading
        return copies_clues(self.exhibit, pixels, reading, ocr.read)


def corrected(
    exhibit: Exhibit, clues: Sequence[Clue], clue: Clue, text: str, operator: str, gazetteer_db: Path
) -> list[Clue]:
    """The clues of the writing in ``exhibit`` with the line of ``clue`` read as ``text``.

    ``clues``: all of the exhibit. Raises InputError where ``clue`` is no line of writing.
    """
    if clue.line is None or clue.box is None:
        raise InputError(f"{clue.id} is no line of writing; there is nothing to correct.")
    return correcting.corrected(
        exhibit,
        clues,
        clue.line,
        clue.box,
        text,
        operator,
        lookup_in(Path(gazetteer_db)),
        method=ocr.method(),
    )


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
