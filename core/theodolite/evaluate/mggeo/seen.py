"""One image looked at: hashed, decoded in the sandbox, read by the clue sources in the vision worker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from theodolite.domain import Clue, Exhibit, ReferenceSearch
from theodolite.errors import DecodeFailed
from theodolite.evaluate.labelled import silent
from theodolite.evaluate.leaks import Leaks
from theodolite.evidence.decode import Decoder
from theodolite.evidence.formats import is_video
from theodolite.evidence.loose import exhibit_of
from theodolite.jobs import Job
from theodolite.locate.strategies.fusion import CLAIMS
from theodolite.workers import Call, Worker

EXHIBIT = "E1"


@dataclass(frozen=True, slots=True)
class Seen:
    """``gps``: what the file claims, for the leak guard. ``clues``: with ids C1, C2 ... in their order."""

    sha256: str
    width: int
    height: int
    gps: tuple[float, float] | None
    clues: tuple[Clue, ...]
    searches: tuple[ReferenceSearch, ...] = ()


class Reader:
    """Looks at images. ``claims`` True: what a file says of itself counts as evidence, its position too.

    ``indexes``: references that may answer, encoded by ``pack``; the image itself never does.
    """

    def __init__(
        self,
        decoder: Decoder,
        vision: Worker,
        gazetteer_db: Path,
        *,
        claims: bool = False,
        indexes: Sequence[str] = (),
        pack: str = "",
    ) -> None:
        self._decoder, self._vision, self._gazetteer_db = decoder, vision, gazetteer_db
        self._claims, self._indexes, self._pack = claims, tuple(indexes), pack

    def look(self, path: Path) -> Job[Seen]:
        """Raises DecodeFailed or InputError kinds for a file that is no readable image."""
        found = yield from self._decoder.inspect_job(path)
        if found.error_code is not None or is_video(found.media_type):
            raise DecodeFailed(found.error_text or f"{path.name} is a video.")
        exhibit = exhibit_of(path, found, EXHIBIT)
        gps = found.metadata.gps
        return Seen(
            exhibit.sha256,
            found.width,
            found.height,
            None if gps is None else (gps.lat, gps.lon),
            (yield from self._clues(exhibit, path)),
            (yield from self._search(path, exhibit.sha256)),
        )

    def _clues(self, exhibit: Exhibit, path: Path) -> Job[tuple[Clue, ...]]:
        extraction = yield from self._vision.run(
            Call(
                "theodolite.clues.extract:extract",
                {
                    "exhibit": exhibit if self._claims else silent(exhibit),
                    "path": str(path),
                    "gazetteer_db": str(self._gazetteer_db),
                    "off": [] if self._claims else list(CLAIMS),
                },
            )
        )
        return tuple(replace(clue, id=f"C{number}") for number, clue in enumerate(extraction.clues, 1))

    def _search(self, path: Path, sha256: str) -> Job[tuple[ReferenceSearch, ...]]:
        if not self._indexes:
            return ()
        same: Leaks = yield from self._vision.run(
            Call("theodolite.evaluate.leaks:find", {"path": str(path), "indexes": list(self._indexes)})
        )
        search: ReferenceSearch = yield from self._vision.run(
            Call(
                "theodolite.index.search:search_file",
                {
                    "exhibit": EXHIBIT,
                    "path": str(path),
                    "indexes": list(self._indexes),
                    "pack": self._pack,
                    "exclude": [sha256, *same.ids],
                },
            )
        )
        return (search,)
