"""Places above 500 people with their names in many scripts (GeoNames), in one read-only SQLite file.

``build`` makes the file (see :mod:`gazetteer_build`). A look-up first takes the name as it is written,
then without what signs add to it (station, city, 駅), then allows reading errors. Matches are ordered by
how well the name fits and then by population: the order is ``score + log10(1 + population) / 50``, so a
main name weighs as much as a city one and a half orders of magnitude larger.
"""

from __future__ import annotations

import math
import sqlite3
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from theodolite.errors import PackError
from theodolite.geo import regions
from theodolite.geo.gazetteer_build import CODE, MAIN, OTHER, ROMANISED, SCHEMA_VERSION, build
from theodolite.geo.geodesy import to_xyz
from theodolite.geo.names import fold, ocr_fold, without_additions

__all__ = ["Columns", "Gazetteer", "Place", "PlaceMatch", "build"]

#: Score of a name that fits exactly, by how the place bears it.
_SCORES = {MAIN: 0.98, OTHER: 0.95, ROMANISED: 0.85, CODE: 0.80}
#: Rows that the trigram index may touch in one look-up; keeps the slowest below 20 ms.
_BUDGET = 20_000
_CANDIDATES = 400
#: About how many terms there are, for the weight of a rare trigram.
_TERMS = 700_000


@dataclass(frozen=True, slots=True)
class Place:
    """A populated place. ``admin1`` is the region's code with its country ('IT.16'), '' if none."""

    id: int
    name: str
    lat: float
    lon: float
    country: str
    admin1: str
    population: int


@dataclass(frozen=True, slots=True)
class PlaceMatch:
    """A place that bears a name. ``matched`` is its name that fitted; ``score`` in (0, 1], 1 as written.

    ``exact``: equal but for case, diacritics and punctuation. ``main``: ``matched`` is the main name.
    """

    place: Place
    matched: str
    score: float
    exact: bool
    main: bool

    @property
    def order(self) -> float:
        return self.score + math.log10(1 + self.place.population) / 50


@dataclass(frozen=True, slots=True)
class Columns:
    """All places as arrays of one length, ordered by id; ``country`` and ``admin1`` are numpy strings."""

    id: NDArray[np.int64]
    lat: NDArray[np.float64]
    lon: NDArray[np.float64]
    country: NDArray[np.str_]
    admin1: NDArray[np.str_]
    population: NDArray[np.int64]


class Gazetteer:
    """Look-ups in a gazetteer file. Opened read-only; may be used from any thread, one connection each."""

    def __init__(self, db_path: Path) -> None:
        """Raises PackError when the file is missing or not one of ours."""
        self.path = Path(db_path)
        self._local = threading.local()
        try:
            schema = self._db.execute("select value from about where name = 'schema'").fetchone()
        except sqlite3.Error as error:
            raise PackError(f"The gazetteer at {db_path} cannot be read: {error}") from error
        if schema is None or schema[0] != str(SCHEMA_VERSION):
            raise PackError(f"The gazetteer at {db_path} was built by another version; fetch the pack again")

    @property
    def _db(self) -> sqlite3.Connection:
        db: sqlite3.Connection | None = getattr(self._local, "db", None)
        if db is None:
            address = self.path.resolve().as_uri() + "?mode=ro&immutable=1"
            db = self._local.db = sqlite3.connect(address, uri=True, check_same_thread=False)
        return db

    def close(self) -> None:
        """Close this thread's connection."""
        db: sqlite3.Connection | None = getattr(self._local, "db", None)
        if db is not None:
            db.close()
            self._local.db = None

    # --- names -------------------------------------------------------------------------------------

    def lookup(self, text: str, *, fuzzy: bool = True, limit: int = 20) -> list[PlaceMatch]:
        """Places that bear this name, the likeliest first; each place once.

        ``fuzzy`` also allows added words and reading errors, only when nothing fits the name as written.
        """
        key = fold(text)
        found = self._exact(key, text)
        if fuzzy and len(key) > 1 and not any(match.score >= 0.9 for match in found):
            shorter = without_additions(key)
            if shorter != key:
                found += self._exact(shorter, text, scale=0.95)
            if not any(match.score >= 0.9 for match in found):
                found += self._fuzzy(key)
        best: dict[int, PlaceMatch] = {}
        for match in found:
            if match.place.id not in best or match.score > best[match.place.id].score:
                best[match.place.id] = match
        return sorted(best.values(), key=lambda match: (-match.order, match.place.id))[:limit]

    def _exact(self, key: str, text: str, scale: float = 1.0) -> list[PlaceMatch]:
        if len(key) < 2:
            return []
        rows = self._db.execute(
            "select p.*, n.kind, n.text from term t join name n on n.term = t.id "
            "join place p on p.id = n.place where t.key = ?",
            (key,),
        )
        return [
            PlaceMatch(
                Place(*row[:7]),
                row[8],
                1.0 if row[8] == text and row[7] == MAIN else scale * _SCORES[row[7]],
                scale == 1.0,
                row[7] == MAIN,
            )
            for row in rows
        ]

    def _fuzzy(self, key: str) -> list[PlaceMatch]:
        choices = dict(self._candidates(key)) if 3 < len(key) <= 80 else {}
        if not choices:
            return []
        length = len(key)
        allowed = 1 if length < 6 else 2 if length < 10 else 3
        scored: dict[int, float] = {}
        for penalty, form, forms in (
            (0.0, key, choices),
            (0.03, ocr_fold(key), {term: ocr_fold(name) for term, name in choices.items()}),
        ):
            near = process.extract(form, forms, scorer=OSA.distance, score_cutoff=allowed, limit=60)
            for name, distance, term in near:
                score = 0.94 * (1.0 - distance / max(len(name), len(form))) - penalty
                scored[term] = max(scored.get(term, 0.0), score)
        best = sorted(scored, key=lambda term: (-scored[term], term))[:40]
        marks = ",".join("?" * len(best))
        rows = self._db.execute(
            "select p.*, n.kind, n.text, n.term from name n join place p on p.id = n.place "  # noqa: S608
            f"where n.term in ({marks}) and n.kind <= {OTHER}",
            best,
        )
        return [
            PlaceMatch(
                Place(*row[:7]),
                row[8],
                scored[row[9]] * (1.0 if row[7] == MAIN else 0.98),
                False,
                row[7] == MAIN,
            )
            for row in rows
        ]

    def _candidates(self, key: str) -> Iterable[tuple[int, str]]:
        """Terms that share the rarest trigrams with the key or with its reading without look-alikes."""
        grams: set[str] = set()
        for form in {
            key,
            key.replace("0", "o").replace("1", "l").replace("5", "s").replace("m", "rn"),
            key.replace("rn", "m").replace("1", "i"),
        }:
            padded = f" {form} "
            grams.update(padded[i : i + 3] for i in range(len(padded) - 2))
        marks = ",".join("?" * len(grams))
        counted = self._db.execute(
            f"select terms, gram from gram where gram in ({marks}) order by terms",  # noqa: S608
            sorted(grams),
        ).fetchall()
        holders: list[NDArray[np.int64]] = []
        weights: list[float] = []
        rows = 0
        for count, gram in counted:
            if holders and rows + count > _BUDGET:
                break
            rows += count
            # One string is several times faster to fetch than a row each.
            listed = self._db.execute(
                "select group_concat(rowid) from fuzzy where fuzzy match ?", ('"' + gram + '"',)
            ).fetchone()[0]
            holders.append(np.fromstring(listed, dtype=np.int64, sep=","))
            weights.append(math.log(1.0 + _TERMS / count))
        if not holders:
            return []
        terms, at = np.unique(np.concatenate(holders), return_inverse=True)
        shared = np.bincount(at, weights=np.repeat(weights, [len(holder) for holder in holders]))
        best = terms[np.argsort(-shared, kind="stable")[:_CANDIDATES]].tolist()
        marks = ",".join("?" * len(best))
        return self._db.execute(f"select id, key from term where id in ({marks})", best)  # noqa: S608

    # --- places ------------------------------------------------------------------------------------

    def place(self, identity: int) -> Place | None:
        """The place with this GeoNames id."""
        row = self._db.execute("select * from place where id = ?", (int(identity),)).fetchone()
        return Place(*row) if row else None

    def nearest(self, lat: float, lon: float) -> Place:
        """The place nearest to a point, whatever its size."""
        return self.nearest_many(np.array([lat]), np.array([lon]))[0]

    def nearest_many(self, lat: Any, lon: Any) -> list[Place]:
        """The nearest place of each point."""
        rows = self.nearest_rows(lat, lon)
        ids = self._columns.id[rows]
        return [place for identity in ids if (place := self.place(int(identity)))]

    def nearest_rows(self, lat: Any, lon: Any) -> NDArray[np.int64]:
        """Row numbers in :meth:`all_places` (0 people) of the nearest places."""
        return np.asarray(self._tree.query(to_xyz(lat, lon), workers=1)[1], dtype=np.int64)

    @cached_property
    def _tree(self) -> Any:
        from scipy.spatial import cKDTree

        return cKDTree(to_xyz(self._columns.lat, self._columns.lon))

    @cached_property
    def _columns(self) -> Columns:
        read = {
            name: np.frombuffer(data, dtype=kind)
            for name, kind, data in self._db.execute("select name, dtype, data from column")
        }
        text = {name: read[name].astype(str) for name in ("country", "admin1")}
        return Columns(
            read["id"], read["lat"], read["lon"], text["country"], text["admin1"], read["population"]
        )

    def all_places(self, min_population: int = 0) -> Columns:
        """Every place of at least so many people, as arrays ordered by id."""
        every = self._columns
        if min_population <= 0:
            return every
        keep = every.population >= min_population
        return Columns(*(getattr(every, name)[keep] for name in Columns.__slots__))

    def largest(self, min_population: int, count: int) -> list[tuple[str, float, float, int]]:
        """Name, latitude, longitude and population of the largest places, the largest first."""
        return self._db.execute(
            "select name, lat, lon, population from place where population >= ? "
            "order by population desc, id limit ?",
            (min_population, count),
        ).fetchall()

    # --- regions -----------------------------------------------------------------------------------

    def admin1_name(self, code: str) -> str:
        """Name of a first-level region ('IT.16' -> 'Tuscany'), '' when it has none."""
        return regions.name(code)

    def admin1_lookup(self, text: str) -> tuple[str, ...]:
        """Codes of the first-level regions that bear this name, in any case and without diacritics."""
        return regions.lookup(text)
