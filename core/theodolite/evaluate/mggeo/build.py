"""``dataset mg-geo``: a table in, three JSON Lines files with schemas and statistics out.

The table is read in pieces of :data:`CHUNK` rows; what is in memory does not depend on its length. A stopped
run goes on with the same command (:mod:`spool`). Everything drawn at random depends on the seed and on the
bytes of the image, so that the records of an image are the same wherever it stands in a table.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from theodolite.clues import record as clue_rules
from theodolite.codec import to_plain
from theodolite.domain import Clue
from theodolite.errors import DecodeFailed, InputError, NotFound
from theodolite.evaluate import whole
from theodolite.evaluate.mggeo import clue, dialog, guard, meta, ranked, schemas, statistics
from theodolite.evaluate.mggeo.rows import UNKNOWN, Images, Row, inside
from theodolite.evaluate.mggeo.saying import Sayings
from theodolite.evaluate.mggeo.seen import EXHIBIT, Reader, Seen
from theodolite.evaluate.mggeo.spool import BUILDING, LOG, Spool
from theodolite.evaluate.mggeo.truth import Truth
from theodolite.evaluate.mp16_places import Places
from theodolite.evaluate.mp16_read import EXAMPLES, Refused, Table
from theodolite.evaluate.naming import Naming
from theodolite.geo.gazetteer import Gazetteer
from theodolite.geo.world import World
from theodolite.index.blocks import sha256_of
from theodolite.jobs import Job, Progress
from theodolite.locate.rank import Locator

CHUNK = 16
STATISTICS = "statistics.json"
_SCHEMA = 1
_BEARERS = 50

#: Texts -> tokens of each; None: nothing is there to count them with.
Counter = Callable[[list[str]], Job[list[int]]]


@dataclass(frozen=True, slots=True)
class Settings:
    """``decimals`` of coordinates; ``licensed``: drop rows without a licence; ``copy``: the images too;
    ``claims``: what files say of themselves may be evidence (no leak guard); ``images``: where paths start.
    """

    images: Path
    seed: int = 7
    decimals: int = meta.DECIMALS
    licensed: bool = False
    copy: bool = False
    claims: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.decimals <= 7 or self.seed < 0:
            raise InputError("Coordinates have 0 to 7 digits after the point, and a seed is 0 or more.")


@dataclass(frozen=True, eq=False)
class Makers:
    """What makes the records. ``tokens`` None: tokens are not counted. ``source``: of the data behind it."""

    reader: Reader
    locator: Locator
    world: World
    gazetteer: Gazetteer
    places: Places
    source: str
    tokens: Counter | None = None


@dataclass(frozen=True, slots=True)
class Built:
    """``rows`` of the table; ``resumed``: rows that an earlier, stopped run had done."""

    folder: Path
    rows: int
    resumed: int
    refused: tuple[Refused, ...]
    statistics: dict[str, Any]


def build(table: Path, out: Path, makers: Makers, settings: Settings, *, chunk: int = CHUNK) -> Job[Built]:
    """Write the data set into the folder ``out``. Raises InputError, NotFound, StorageFailed."""
    read = Table(table)
    images = Images(read)
    if not settings.images.is_dir():
        raise NotFound(f"There is no folder {settings.images} of images.")
    with whole.storing(out):
        out.mkdir(parents=True, exist_ok=True)
    if (out / STATISTICS).exists():
        raise InputError(f"{out} holds a finished data set. Give another --out, or remove it.")
    with whole.alone(out / BUILDING, LOG):
        yield Progress("Hashing the table", waiting=True)
        made_from = {
            "schema": _SCHEMA,
            "table": sha256_of(table),
            "seed": settings.seed,
            "decimals": settings.decimals,
            "licensed": settings.licensed,
            "copied": settings.copy,
            "claims": settings.claims,
            "clue rules": clue_rules.VERSION,
            "places": makers.locator.support.sha256,
            "fit": makers.locator.parameters.fit,
            "source": makers.source,
        }
        spool = Spool.take_up(out / BUILDING, made_from)
        resumed = spool.rows
        work = _Work(makers, settings, out)
        for piece in read.chunks(chunk, skip=spool.rows):
            rows, refused = images.rows(piece, spool.rows)
            records = yield from work.records(rows)
            counted = yield from work.counted(records)
            spool.append(len(piece), records, counted, [*refused, *work.take_refused()])
        if not spool.rows:
            raise InputError(f"{table.name} has no rows.")
        if not spool.counts.get("records"):
            why = "; ".join(f"{one.count} {one.reason} ({one.examples[0]})" for one in spool.refused.values())
            spool.drop()
            raise InputError(f"{table.name} has no row that can be used: {why}.")
        return _finished(spool, out, resumed)


def _finished(spool: Spool, out: Path, resumed: int) -> Built:
    spool.publish()
    for part in schemas.PARTS:
        whole.write(out / f"{part}.schema.json", schemas.schema(part))
    refused = tuple(spool.refused.values())
    summed = {
        "about": "MG-Geo as Theodolite builds it: the fields are its own design, see the schemas.",
        "made from": spool.made_from,
        "rows": spool.rows,
        "left out": to_plain(refused),
        **statistics.summary(spool.counts),
    }
    whole.write(out / STATISTICS, summed)
    spool.drop()
    return Built(out, spool.rows, resumed, refused, summed)


@dataclass
class _Work:
    """Rows to records; what is left out is counted until it is taken."""

    makers: Makers
    settings: Settings
    out: Path
    _left: dict[str, Refused] = field(default_factory=dict)

    def __post_init__(self) -> None:
        makers = self.makers
        self._naming = Naming(makers.world, makers.gazetteer)
        self._sayings = Sayings(makers.world, makers.gazetteer, ranked.prior(makers.locator))

    def records(self, rows: Sequence[Row]) -> Job[list[dict[str, Any]]]:
        """Three records an image, in the order of the rows; each is checked against its schema."""
        places = meta.places(rows, self.makers.places, self.makers.world, self.settings.decimals)
        made: list[dict[str, Any]] = []
        for row, place in zip(rows, places, strict=True):
            yield Progress("Reading images", row.number)
            path = self._path(row)
            if path is None:
                continue
            try:
                seen = yield from self.makers.reader.look(path)
            except (DecodeFailed, InputError) as error:
                self._leave("no readable image", row, str(error))
                continue
            made += self._of(row, place, path, seen)
        for record in made:
            schemas.check(record)
        return made

    def counted(self, records: list[dict[str, Any]]) -> Job[statistics.Counts]:
        tokens: list[int] | None = None
        if self.makers.tokens is not None and records:
            tokens = yield from self.makers.tokens(["\n".join(statistics.texts(one)) for one in records])
        total: statistics.Counts = {}
        for number, record in enumerate(records):
            total = statistics.added(total, statistics.of(record, tokens[number] if tokens else None))
        return total

    def take_refused(self) -> list[Refused]:
        left, self._left = self._left, {}
        return list(left.values())

    def _path(self, row: Row) -> Path | None:
        """The image of a row, None (and counted) where there is none that may be used."""
        name = inside(row.image, self.settings.images)
        if row.licence == UNKNOWN and self.settings.licensed:
            self._leave("no licence", row, row.image)
        elif not name:
            self._leave("path outside the folder of images", row, row.image)
        elif not (self.settings.images / name).is_file():
            self._leave("no such file", row, name)
        else:
            return self.settings.images / name
        return None

    def _of(self, row: Row, place: dict[str, Any], path: Path, seen: Seen) -> list[dict[str, Any]]:
        names = self._naming.of(row.lat, row.lon)
        region = names.region if names.region.startswith(f"{names.country}.") else ""
        truth = Truth(row.lat, row.lon, names.country, region)
        name = self._copied(path, seen.sha256) or inside(row.image, self.settings.images)
        shared: dict[str, Any] = {
            "image": {
                "sha256": seen.sha256,
                "path": name,
                "width": seen.width,
                "height": seen.height,
            },
            "licence": row.licence,
            "author": row.author,
        }
        read = [one for one in seen.clues if one.active and one.reach is not None]
        told = [(row.lat, row.lon), *([seen.gps] if seen.gps else [])]
        kept = [one for one in read if self.settings.claims or not guard.tells(_texts(one), told)]
        if len(kept) < len(read):
            self._leave("clues that tell the position itself", row, name)
        pairs = [*clue.seen(kept, truth), *clue.known(truth, place["city"], self._bearers(place["city"]))]
        posterior = ranked.Posterior(self.makers.locator, kept, seen.searches, EXHIBIT)
        rng = random.Random(f"{self.settings.seed} {seen.sha256}")
        made: list[dict[str, Any]] = [
            {"part": "meta", **shared, "name": row.name, "date": row.date, "place": place},
            {"part": "clue", **shared, "pairs": pairs},
            {
                "part": "dialog",
                **shared,
                "seed": self.settings.seed,
                "turns": dialog.turns(posterior, kept, self._sayings, truth, rng),
            },
        ]
        return [one for one in made if self._silent(one, told, row)]

    def _silent(self, record: dict[str, Any], told: list[guard.Position], row: Row) -> bool:
        """The last look: no Clue or Dialog tells the position, whichever way it got there."""
        if record["part"] == "meta" or self.settings.claims:
            return True
        if guard.tells(statistics.texts(record), told):
            self._leave(f"a {record['part']} record that tells the position itself", row, row.image)
            return False
        return True

    def _bearers(self, city: str | None) -> list[str]:
        if city is None:
            return []
        found = self.makers.gazetteer.lookup(city, fuzzy=False, limit=_BEARERS)
        return [one.place.country for one in found if one.place.name == city]

    def _copied(self, path: Path, sha256: str) -> str:
        """The path of the copy in the data set, '' when images are not copied."""
        if not self.settings.copy:
            return ""
        name = f"images/{sha256[:2]}/{sha256}{path.suffix.lower()}"
        place = self.out / name
        if not place.exists():
            with whole.storing(place):
                place.parent.mkdir(parents=True, exist_ok=True)
                beside = place.with_name(f".{place.name}")
                shutil.copyfile(path, beside)
                beside.replace(place)
        return name

    def _leave(self, reason: str, row: Row, what: str) -> None:
        held = self._left.get(reason, Refused(reason, 0, ()))
        example = f"row {row.number}: {what}"
        self._left[reason] = Refused(reason, held.count + 1, (*held.examples, example)[:EXAMPLES])


def _texts(one: Clue) -> tuple[str, str]:
    return one.observation, one.inference
